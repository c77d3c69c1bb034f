"""The explanation of codes and schemes as text for a terminal; that of codes as a page too."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.diagnostics import CODES, Severity
from argmap.views.terminal.lines import Line, hanging

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model.scheme import Scheme

EXAMPLE, DOCUMENTS = "example.yaml", "texts"
"""The name of an example's only claim file, and of the folder of its documents."""

SUBJECTS: MappingProxyType[str, str] = MappingProxyType(
    {
        "AM1": "Text and YAML",
        "AM2": "Shape",
        "AM3": "References and ids",
        "AM4": "Reasoning",
        "AM5": "Sources and quotations",
        "AM6": "Expectations",
        "AM7": "Files in other formats",
    }
)
"""The subject of each hundred of codes, by their first digit."""

_CONSEQUENCES = {
    Severity.ERROR: "the map is not analysed until this is mended.",
    Severity.WARNING: "the map is analysed, but it may not mean what you meant.",
    Severity.NOTE: "no fault, but worth a look; `argmap check -v` shows it.",
}
_UNMET = "found after the analysis; everything is still drawn, but `argmap check` fails."
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SEEN = "What stands in ⟨ ⟩ is one character that cannot be seen."
_MADE = (
    "<!-- Made from src/argmap/views/explanations.toml; "
    "tests/views/test_explanations.py says how. -->"
)


@dataclass(frozen=True, slots=True)
class Example:
    """The claim files and documents of an example: texts by name.

    `encoding` is given only where the problem depends on how the files are saved.
    """

    files: Mapping[str, str]
    documents: Mapping[str, str]
    encoding: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The meaning of a code, with a bad and a mended example, or a sentence `instead` of both."""

    code: str
    why: str
    bad: Example | None
    good: Example | None
    instead: str


class _ExampleFile(NamedTuple):
    """A file of an example as it is shown: a caption with its name, its language, its text."""

    caption: str
    language: str
    text: str


@cache
def explanations() -> Mapping[str, Explanation]:
    """The explanation of every code, in the order of the codes."""
    text = files("argmap.views").joinpath("explanations.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return MappingProxyType({code: _explanation(code, tables[code]) for code in sorted(tables)})


def _explanation(code: str, table: Mapping[str, Any]) -> Explanation:
    return Explanation(
        code,
        table["why"].strip(),
        _example(table, "bad", table.get("encoding")),
        _example(table, "good", "UTF-8" if "encoding" in table else None),
        table.get("instead", "").strip(),
    )


def _example(table: Mapping[str, Any], key: str, encoding: str | None) -> Example | None:
    if key not in table:
        return None
    written = table[key]
    claim_files = {EXAMPLE: written} if isinstance(written, str) else dict(written)
    return Example(claim_files, dict(table.get("documents", {})), encoding)


def page(explanation: Explanation, messages: Iterable[str]) -> str:
    """The page on a code as Markdown; `messages` are those of a check of the bad example."""
    return "\n".join(_page_lines(explanation, [_visible(line) for line in messages])) + "\n"


def _page_lines(explanation: Explanation, messages: list[str]) -> Iterator[str]:
    code, severity = explanation.code, CODES[explanation.code].severity
    yield from (_MADE, "", f"# {code}: {CODES[code].title}", "")
    yield from (f"**{severity.capitalize()}**: {_consequence(code)}", "", explanation.why, "")
    if explanation.bad is None:
        yield from (explanation.instead, "")
    else:
        yield from ("## Example", "")
        yield from _blocks(_example_files(explanation.bad))
        yield from (f"`{_command(code, explanation.bad)}` says of it:", "")
        yield from ("```text", *messages, "```", "")
        yield from ("## Mended", "")
        yield from _blocks(_changed(explanation))
    yield "[All codes](README.md)"


def _blocks(example_files: list[_ExampleFile]) -> Iterator[str]:
    for file in example_files:
        lines = _visible(file.text).splitlines()
        yield from (f"{file.caption}:", "", f"```{file.language}", *lines, "```", "")
        if _UNSEEN.search(file.text):
            yield from (_SEEN, "")


def _example_files(example: Example | None) -> list[_ExampleFile]:
    if example is None:
        return []
    named = [(name, "yaml", text) for name, text in example.files.items()]
    named += [(f"{DOCUMENTS}/{name}", "text", text) for name, text in example.documents.items()]
    return [_example_file(example, *entry) for entry in named]


def _example_file(example: Example, name: str, language: str, text: str) -> _ExampleFile:
    saved = f", saved as {example.encoding}" if example.encoding and not text.isascii() else ""
    return _ExampleFile(f"`{name}`{saved}", language, text)


def _changed(explanation: Explanation) -> list[_ExampleFile]:
    """The files of the good example that differ from those of the bad one."""
    before = _example_files(explanation.bad)
    return [file for file in _example_files(explanation.good) if file not in before]


def _command(code: str, example: Example) -> str:
    place = EXAMPLE if len(example.files) == 1 else "."
    documents = f" --documents {DOCUMENTS}" if example.documents else ""
    verbose = " -v" if CODES[code].severity is Severity.NOTE else ""
    return f"argmap check {place}{documents}{verbose}"


def _consequence(code: str) -> str:
    severity = CODES[code].severity
    is_unmet = severity is Severity.ERROR and code.startswith("AM6")
    return _UNMET if is_unmet else _CONSEQUENCES[severity]


def _visible(text: str) -> str:
    return _UNSEEN.sub(lambda match: f"⟨{_name_of(match[0])}⟩", text)


def _name_of(character: str) -> str:
    return "tab" if character == "\t" else f"U+{ord(character):04X}"


def index() -> str:
    """The page that lists all codes, by subject."""
    lines = [
        _MADE,
        "",
        "# What `argmap check` finds",
        "",
        "Every problem has a code, which never changes its meaning. `argmap explain AM301` shows",
        "its page on the terminal.",
        "",
        f"- **Error**: {_CONSEQUENCES[Severity.ERROR]}",
        f"  An expectation that is not met is {_UNMET}",
        f"- **Warning**: {_CONSEQUENCES[Severity.WARNING]}",
        f"- **Note**: {_CONSEQUENCES[Severity.NOTE]}",
    ]
    for hundred, subject in SUBJECTS.items():
        lines += ["", f"## {subject}", "", "| code | severity | what it is |", "|---|---|---|"]
        lines += [
            f"| [{code}]({code}.md) | {CODES[code].severity} | {CODES[code].title} |"
            for code in sorted(CODES)
            if code.startswith(hundred)
        ]
    return "\n".join(lines) + "\n"


def explanation_text(explanation: Explanation) -> Iterator[str]:
    """The lines that explain a code on a terminal."""
    code = explanation.code
    yield f"{code}: {CODES[code].title}"
    yield ""
    yield f"{CODES[code].severity.capitalize()}: {_consequence(code)}"
    yield ""
    yield explanation.why
    if explanation.bad is None:
        yield from ("", explanation.instead)
    for heading, example_files in (
        ("Example", _example_files(explanation.bad)),
        ("Mended", _changed(explanation)),
    ):
        for file in example_files:
            yield from ("", f"{heading}, {file.caption}:", "")
            yield from (Line(f"    {line}".rstrip()) for line in _visible(file.text).splitlines())
            if _UNSEEN.search(file.text):
                yield from ("", _SEEN)


def codes_text() -> Iterator[str]:
    """All codes in their order, each with its severity and title."""
    for code in sorted(CODES):
        yield Line(f"{code}  {CODES[code].severity:<7}  {CODES[code].title}", 16)


def scheme_text(scheme: Scheme) -> Iterator[str]:
    """A scheme: its premises by role, the conclusion from them, and its critical questions."""
    yield f"{scheme.id}: {scheme.name}"
    if scheme.premises:
        yield ""
        yield "Premises:"
        for role in scheme.premises:
            wording = scheme.wording.get(role)
            yield hanging(f"{role}: {wording}" if wording else role, "  ")
    if scheme.conclusion:
        yield ""
        yield f"Hence: {scheme.conclusion}"
    yield ""
    if not scheme.questions:
        yield "It has no critical questions."
        return
    yield "Critical questions:"
    for id_, question in scheme.questions.items():
        yield hanging(f"{id_}: {question}", "  ")
    yield ""
    if scheme.location is None:
        yield "Each is put so that `no` tells against the step. An attack that puts one says so:"
    else:
        yield "An attack that puts one of them says so:"
    yield f"`presses: {next(iter(scheme.questions))}`."


def schemes_text(schemes: Iterable[Scheme]) -> Iterator[str]:
    """All schemes, each with its id and name."""
    every = list(schemes)
    width = max((len(scheme.id) for scheme in every), default=0)
    for scheme in every:
        yield Line(f"{scheme.id:<{width}}  {scheme.name}", width + 2)
