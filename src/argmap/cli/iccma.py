"""The interface of the ICCMA 2023 competition, exactly; click, slow to import, is not used."""

from __future__ import annotations

import gc
import os
import stat

from argmap import __version__
from argmap.cli import failures
from argmap.errors import UsageError
from argmap.formats.frameworks.abstract import FormatError
from argmap.formats.frameworks.table import READERS, read_abstract
from argmap.reasoning.extension_tasks import (
    KNOWN,
    ExtensionQuery,
    all_extensions,
    count_extensions,
    extension_where,
    some_extension,
)
from argmap.reasoning.solvers.engines import ENGINES, oracles

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argmap.formats.frameworks.abstract import Abstract
    from argmap.reasoning.horn import Atom

AUTHORS = "the argmap authors"
KINDS = ("SE", "DC", "DS", "EE", "CE")
TASKS = tuple(f"{kind}-{semantics}" for kind in KINDS for semantics in KNOWN)
ONLY_ABSTRACT = ("SST", "STG")
"""Semantics that are defined for abstract frameworks and not for assumption-based ones."""

USAGE = "usage: argmap solve -p TASK -f FILE [-a ARGUMENT] | --problems | (nothing: the version)"


def solve(words: list[str], write: Callable[[str], object]) -> int:
    """Answer as a solver in the competition does, and return the exit code.

    Raises:
        UsageError: the words, or the file that they name, do not follow the interface.
    """
    if not words:
        write(f"argmap {__version__}\n{AUTHORS}\n")
        return 0
    if words == ["--problems"]:
        write(f"[{','.join(TASKS)}]\n")
        return 0
    options = _options(words)
    kind, _, semantics = options["-p"].partition("-")
    if kind not in KINDS or semantics not in KNOWN:
        raise UsageError(f"there is no task `{options['-p']}`; there are {','.join(TASKS)}")
    abstract = _read(options["-f"], options.get("-fo"))
    if abstract.is_flat_aba and semantics in ONLY_ABSTRACT:
        raise UsageError(f"{semantics} is for abstract frameworks, not for `p aba`")
    question = ExtensionQuery(abstract.framework, semantics, oracles(options.get("--engine")))
    if kind in ("DC", "DS"):
        atom = _query_atom(abstract, options)
        _decide(question, abstract, kind, atom, write)
    elif kind == "SE":
        extension = some_extension(question)
        write("NO\n" if extension is None else f"{_witness(abstract, extension)}\n")
    elif kind == "CE":
        write(f"{count_extensions(question)}\n")
    else:
        for piece in _enumerated(abstract, all_extensions(question)):
            write(piece)
    return 0


def _options(words: list[str]) -> dict[str, str]:
    known = ("-p", "-f", "-a", "-fo", "--engine")
    options: dict[str, str] = {}
    for name, value in zip(words[::2], words[1::2], strict=False):
        if name not in known or name in options:
            raise UsageError(f"`{name}` is not an option here, or is given twice; {USAGE}")
        options[name] = value
    if len(words) % 2 or not {"-p", "-f"} <= options.keys():
        raise UsageError(USAGE)
    _refuse_unknown("engine", options.get("--engine"), [*ENGINES])
    _refuse_unknown("format", options.get("-fo"), [suffix[1:] for suffix in READERS])
    return options


def _refuse_unknown(thing: str, name: str | None, known: list[str]) -> None:
    if name is not None and name not in known:
        raise UsageError(f"there is no {thing} `{name}`; there are {', '.join(known)}")


def _read(place: str, form: str | None) -> Abstract:
    suffix = "." + (place.rpartition(".")[2].lower() if form is None else form)
    try:
        if stat.S_ISCHR(os.stat(place).st_mode):  # noqa: PTH116  # importing pathlib takes as long as solving
            raise UsageError(f"{place} cannot be read: it is not a file")
        with open(place, encoding="utf-8-sig") as file:  # noqa: PTH123  # as above
            text = file.read()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise UsageError(f"{place} cannot be read: {reason}") from error
    try:
        return read_abstract(text, suffix)
    except FormatError as error:
        raise UsageError(f"{place}:{error.line}: {error.message}") from error


def _query_atom(abstract: Abstract, options: dict[str, str]) -> Atom:
    name = options.get("-a")
    if name is None:
        raise UsageError(f"{options['-p']} asks about an argument; add -a ARGUMENT")
    atom = abstract.atom_of(name)
    if atom is None:
        raise UsageError(f"there is no argument `{name}` in {options['-f']}")
    return atom


def _decide(
    question: ExtensionQuery,
    abstract: Abstract,
    kind: str,
    atom: Atom,
    write: Callable[[str], object],
) -> None:
    """Write, for DC, YES and an extension with the atom; for DS, NO and an extension without it."""
    witness = extension_where(question, atom, is_derived=kind == "DC")
    answer = "YES" if (witness is not None) is (kind == "DC") else "NO"
    write(f"{answer}\n")
    if witness is not None and not abstract.is_flat_aba:
        write(f"{_witness(abstract, witness)}\n")


def _witness(abstract: Abstract, members: Iterable[Atom]) -> str:
    return " ".join(["w", *(abstract.names[member] for member in sorted(members))])


def _enumerated(abstract: Abstract, extensions: Iterator[frozenset[Atom]]) -> Iterator[str]:
    """The line of all extensions, in pieces, so that each is written as soon as it is known."""
    before = "["
    for members in extensions:
        names = ",".join(abstract.names[member] for member in sorted(members))
        yield f"{before}[{names}]"
        before = ","
    yield "]\n" if before == "," else "[]\n"


def run(words: list[str]) -> int:
    """Write the answer to stdout or an error to stderr, and return the exit code."""
    gc.disable()  # hardly any object becomes garbage, and collecting walks the whole framework
    return failures.exit_code_of(lambda: solve(words, failures.write), "argmap solve")
