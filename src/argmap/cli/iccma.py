"""The interface of the ICCMA 2023 competition, to the letter, and without waiting for click."""

from __future__ import annotations

import gc
import os
import stat

from argmap import __version__
from argmap.cli import failures
from argmap.errors import UsageError
from argmap.formats.abstract import FormatError
from argmap.formats.table import FORMATS, read_abstract
from argmap.reasoning.extension_tasks import (
    KNOWN,
    ExtensionQuery,
    all_extensions,
    count_extensions,
    extension_where,
    some_extension,
)
from argmap.reasoning.solvers.engines import ENGINES, oracles

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argmap.formats.abstract import Abstract
    from argmap.reasoning.horn import Atom

AUTHORS = "the argmap authors"
KINDS = ("SE", "DC", "DS", "EE", "CE")
ONLY_DUNG = ("SST", "STG")
USAGE = "usage: argmap solve -p TASK -f FILE [-a ARGUMENT] | --problems | (nothing: who this is)"


def solve(words: list[str], write: Callable[[str], object]) -> int:
    """Answer as a solver at the competition does; the exit code.

    Raises:
        UsageError: the words are none that the interface has.
    """
    if not words:
        write(f"argmap {__version__}\n{AUTHORS}\n")
        return 0
    if words == ["--problems"]:
        write(f"[{','.join(f'{kind}-{one}' for kind in KINDS for one in KNOWN)}]\n")
        return 0
    options = _options(words)
    kind, _, semantics = options["-p"].partition("-")
    if kind not in KINDS or semantics not in KNOWN:
        known = ",".join(f"{kind}-{one}" for kind in KINDS for one in KNOWN)
        raise UsageError(f"there is no task `{options['-p']}`; there are {known}")
    abstract = _read(options["-f"], options.get("-fo"))
    if abstract.is_flat_aba and semantics in ONLY_DUNG:
        raise UsageError(f"{semantics} is for abstract frameworks, not for `p aba`")
    question = ExtensionQuery(abstract.framework, semantics, oracles(options.get("--engine")))
    if kind in ("DC", "DS"):
        atom = _asked(abstract, options)
        _decide(question, abstract, kind, atom, write)
    elif kind == "SE":
        found = some_extension(question)
        write("NO\n" if found is None else f"{_witness(abstract, found)}\n")
    elif kind == "CE":
        write(f"{count_extensions(question)}\n")
    else:
        for piece in _enumerated(abstract, all_extensions(question)):
            write(piece)
    return 0


def _options(words: list[str]) -> dict[str, str]:
    known = ("-p", "-f", "-a", "-fo", "--engine")
    found: dict[str, str] = {}
    for name, value in zip(words[::2], words[1::2], strict=False):
        if name not in known or name in found:
            raise UsageError(f"`{name}` is not an option here, or is given twice; {USAGE}")
        found[name] = value
    if len(words) % 2 or not {"-p", "-f"} <= found.keys():
        raise UsageError(USAGE)
    _refuse_unknown("engine", found.get("--engine"), [*ENGINES])
    _refuse_unknown("format", found.get("-fo"), [one[1:] for one in FORMATS])
    return found


def _refuse_unknown(thing: str, name: str | None, known: list[str]) -> None:
    if name is not None and name not in known:
        raise UsageError(f"there is no {thing} `{name}`; there are {', '.join(known)}")


def _read(place: str, form: str | None) -> Abstract:
    suffix = "." + (place.rpartition(".")[2].lower() if form is None else form)
    try:
        if stat.S_ISCHR(os.stat(place).st_mode):  # noqa: PTH116  # pathlib costs as much as solving
            raise UsageError(f"{place} cannot be read: it is no file")
        with open(place, encoding="utf-8-sig") as file:  # noqa: PTH123  # so does it here
            text = file.read()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise UsageError(f"{place} cannot be read: {reason}") from error
    try:
        return read_abstract(text, suffix)
    except FormatError as error:
        raise UsageError(f"{place}:{error.line}: {error.message}") from error


def _asked(abstract: Abstract, options: dict[str, str]) -> Atom:
    name = options.get("-a")
    if name is None:
        raise UsageError(f"{options['-p']} asks about an argument: -a ARGUMENT")
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
    """DC: YES with an extension that holds it; DS: NO with one that does not."""
    found = extension_where(question, atom, is_derived=kind == "DC")
    answer = "YES" if (found is not None) is (kind == "DC") else "NO"
    write(f"{answer}\n")
    if found is not None and not abstract.is_flat_aba:
        write(f"{_witness(abstract, found)}\n")


def _witness(abstract: Abstract, members: Iterable[Atom]) -> str:
    return " ".join(["w", *(abstract.names[one] for one in sorted(members))])


def _enumerated(abstract: Abstract, found: Iterator[frozenset[Atom]]) -> Iterator[str]:
    """All extensions on one line, each written as soon as it is found."""
    before = "["
    for members in found:
        names = ",".join(abstract.names[one] for one in sorted(members))
        yield f"{before}[{names}]"
        before = ","
    yield "]\n" if before == "," else "[]\n"


def run(words: list[str]) -> int:
    """Answer on stdout, complain on stderr; the exit code."""
    gc.disable()  # what is made stays needed: collecting would walk a large framework in vain
    return failures.exit_code_of(lambda: solve(words, failures.write), "argmap solve")
