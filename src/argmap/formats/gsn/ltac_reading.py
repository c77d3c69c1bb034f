"""The reader of LTAC outlines: lines as elements.

By the grammar of LTAC 1.5 all that stands below a claim is one inference, with or without a
strategy; an element `Relation` is an inference of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.formats.draft import Draft
from argmap.formats.exchange import Imported, nothing
from argmap.formats.gsn.as_map import draw
from argmap.formats.gsn.elements import Challenge, Element, Sort, steps_among
from argmap.model.relation import Force

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.formats.foreign_file import ForeignFile

NAME = "ltac"
SORTS = {
    "Claim": Sort.GOAL,
    "Strategy": Sort.STRATEGY,
    "Evidence": Sort.SOLUTION,
    "Justification": Sort.JUSTIFICATION,
    "Context": Sort.CONTEXT,
    "Assumption": Sort.ASSUMPTION,
    "Relation": Sort.STRATEGY,
}
_LINE = re.compile(
    r"(?P<indent>[ \t]*)-[ \t]+(?P<word>[A-Z][a-z]+)"
    r"(?:[ \t]+(?P<cited>\^)?(?P<id>[^:{(\n]*))?(?P<colon>:)?(?P<rest>[^\n]*)"
)
_NOT_OF_AN_ID = re.compile(r"[:^{}()]")
SECTION = "# argmap: section:"
"""The comment before elements of a section: what follows, up to the next such line, is in it."""
_COUNTER = frozenset({"iscounter", "counter"})
_GRANTED = frozenset({"assumed", "axiomatic"})


@dataclass(slots=True)
class _Line:
    """A line of the outline. `above` is the line below which it stands."""

    word: str
    id: str
    text: str
    place: Location
    is_citation: bool
    options: list[str]
    reference: str
    section: str | None = None
    above: _Line | None = None
    has_lines: bool = False


def read_outline(file: ForeignFile, *, keep_going: bool) -> Imported:
    """The map in an outline; lines that are no elements are errors, or left out to go on."""
    draft = Draft(NAME, file.name)
    lines, problems = _lines(file, draft)
    if problems and not keep_going:
        return nothing(problems)
    texts = file.text.split("\n") if problems else []
    for each in problems:
        what = "lines that are no elements"
        draft.skip(what, texts[each.location.line - 1], each.location)
    if not lines:
        hint = "an element is a line such as `- Claim C1: The pump is safe`"
        return nothing([Diagnostic(file.at(), "AM702", "the outline has no element", hint)])
    return _ReadOutline(lines, draft).imported()


def _lines(file: ForeignFile, draft: Draft) -> tuple[list[_Line], list[Diagnostic]]:
    """The lines of the outline, each with the one above it, and those that are none."""
    lines: list[_Line] = []
    problems: list[Diagnostic] = []
    above: list[tuple[int, _Line]] = []
    section: str | None = None
    for number, text in enumerate(draft.legible(file.text, file.at()).split("\n"), start=1):
        if not text.strip():
            continue
        if text.startswith(SECTION):
            section = text.removeprefix(SECTION).strip()
            continue
        if text.lstrip().startswith("#"):
            draft.set_aside("comments", text.strip(), file.at(number))
            continue
        match = _LINE.fullmatch(text.rstrip())
        if match is None or match["word"] not in (*SORTS, "Link"):
            column = len(text) - len(text.lstrip()) + 1
            message = "this line is no element of an LTAC outline"
            hint = (
                "write `- Claim ID: text`; there are Claim, Strategy, Evidence, Justification, "
                "Context, Assumption, Relation and Link"
            )
            problems.append(Diagnostic(file.at(number, column), "AM702", message, hint))
            continue
        line = _line(match, file.at(number, len(match["indent"]) + 1))
        line.section = section
        depth = len(match["indent"].expandtabs(2))
        while above and above[-1][0] >= depth:
            above.pop()
        if above:
            line.above = above[-1][1]
            line.above.has_lines = True
        above.append((depth, line))
        lines.append(line)
    return lines, problems


def _line(match: re.Match[str], place: Location) -> _Line:
    text, reference = without_end(match["rest"].strip(), "(", ")")
    text, options = without_end(text, "{", "}")
    known = dict.fromkeys(each.strip().lower() for each in options.split(",") if each.strip())
    id_ = (match["id"] or "").strip() or _NOT_OF_AN_ID.sub("", text).strip()
    is_citation = bool(match["cited"]) or match["word"] == "Link"
    return _Line(match["word"], id_, text, place, is_citation, [*known], reference)


def without_end(text: str, opening: str, closing: str) -> tuple[str, str]:
    """A text without the brackets at its end, and what stands in them.

    >>> without_end("Bar (really a bar) (a.md)", "(", ")"), without_end("x", "(", ")")
    (('Bar (really a bar)', 'a.md'), ('x', ''))
    """
    start = text.find(opening, text.rfind(closing, 0, -1) + 1) if text.endswith(closing) else -1
    return (text[:start].rstrip(), text[start + 1 : -1].strip()) if start >= 0 else (text, "")


def _element(line: _Line, package: str) -> Element:
    """The element that a line declares, with what its options say of it."""
    sort = SORTS[line.word]
    element = Element(sort, line.id, line.text, line.place)
    element.is_pending = "needssupport" in line.options
    if sort.is_note:
        element.text = f"{line.text} ({line.reference})" if line.reference else line.text
    elif line.reference and sort is Sort.STRATEGY:
        element.meta["reference"] = line.reference
    elif line.reference:
        element.fields["url"] = line.reference
    if sort is not Sort.STRATEGY:
        if sort is Sort.ASSUMPTION or not _GRANTED.isdisjoint(line.options):
            element.fields["granted"] = True
        if package:
            element.fields["section"] = package
    attacks = {"defeater", *_COUNTER} if line.above is not None else set()
    kept = [each for each in line.options if each != "needssupport" and each not in attacks]
    if kept:
        element.meta["options"] = kept
    element.is_apart = line.word == "Relation"
    if line.word not in ("Claim", "Strategy", "Relation"):
        element.meta["type"] = line.word
    return element


class _ReadOutline:
    """An outline on its way to elements."""

    def __init__(self, lines: list[_Line], draft: Draft) -> None:
        self.lines = lines
        self.draft = draft
        self.elements: dict[str, Element] = {}
        self.citations: dict[str, _Line] = {}
        self.counters: dict[int, tuple[_Line, list[Element]]] = {}

    def imported(self) -> Imported:
        """The map of the outline."""
        self._declare_all()
        for line in self.lines:
            if line.above is not None:
                self._place(line, line.above)
        for relation, premises in self.counters.values():
            self._counter(relation, premises)
        steps = steps_among(self.elements)
        for each in self.elements.values():
            if each.sort is Sort.STRATEGY and each.id not in steps:
                each.meta["type"] = "Strategy"
        unread = draw(self.elements, self.draft)
        for each in unread.values():
            self.draft.set_aside("contexts of nothing", f"{each.id}: {each.text}", each.place)
        return self.draft.imported()

    def _declare_all(self) -> None:
        """Declare the elements of all lines, and those that are only cited."""
        has_packages = sum(line.above is None for line in self.lines) > 1
        package = ""
        for line in self.lines:
            if line.above is None and has_packages:
                package = line.id
            if line.is_citation:
                self.citations.setdefault(line.id, line)
            elif not self._is_counter(line):
                self._declare(line, package if line.section is None else line.section)
        for id_, line in self.citations.items():
            if id_ not in self.elements:
                what = "elements that are not in the file (each is a claim to be supported)"
                self.draft.skip(what, id_, line.place)
                self.elements[id_] = Element(
                    Sort.GOAL, id_, line.text or id_, line.place, is_pending=True
                )

    def _is_counter(self, line: _Line) -> bool:
        """Whether a relation is an attack by what stands below it, and no step."""
        return line.word == "Relation" and not _COUNTER.isdisjoint(line.options)

    def _declare(self, line: _Line, package: str) -> None:
        if not line.id:
            self.draft.skip("elements without id and text", line.word, line.place)
            return
        if line.id in self.elements:
            self.draft.skip("elements with the id of another one", line.id, line.place)
            return
        if line.word == "Relation" and not line.has_lines:
            what = "relations that stand for the whole step above them"
            shown = f"{line.id}: {line.text} {{{', '.join(line.options)}}}"
            self.draft.set_aside(what, shown, line.place)
            return
        self.elements[line.id] = _element(line, package)

    def _place(self, line: _Line, above: _Line) -> None:
        """Connect an element with the one above it."""
        if self._is_counter(line):
            if not line.has_lines:
                self.draft.skip("relations without a premise", line.id, line.place)
            return
        if self._is_counter(above):
            self._beside(line, above)
            return
        parent, child = self.elements.get(above.id), self.elements.get(line.id)
        if parent is None or child is None:
            return  # told where it was declared
        if above.is_citation:
            self.draft.skip("elements below a citation", line.id, line.place)
        elif "defeater" in line.options:
            target = above.above if above.word == "Relation" and above.above else above
            child.challenges.append(Challenge(target.id, None, Force.DEFEAT))
        elif not _COUNTER.isdisjoint(line.options):
            child.challenges.append(Challenge(parent.id))
        elif child.sort.is_note or child.sort is Sort.ASSUMPTION:
            parent.context_of.append(child.id)
        else:
            parent.supported_by.append(child.id)

    def _beside(self, line: _Line, relation: _Line) -> None:
        """Take a premise of an attack that a relation draws."""
        child = self.elements.get(line.id)
        if child is None:
            return
        if child.sort is Sort.CONTEXT:
            self.draft.set_aside("contexts of attacks", f"{line.id} of {relation.id}", line.place)
            return
        self.counters.setdefault(id(relation), (relation, []))[1].append(child)

    def _counter(self, relation: _Line, premises: list[Element]) -> None:
        """Draw an attack of a relation, which needs all its premises, at the first of them."""
        target = relation.above
        if target is None or target.id not in self.elements:
            self.draft.skip("relations without a target", relation.id, relation.place)
            return
        if not relation.id.startswith(f"{target.id} counter "):
            self.draft.set_aside("ids of attacks", relation.id, relation.place)
        if relation.text:
            self.draft.set_aside("texts of attacks", relation.text, relation.place)
        force = Force.DEFEAT if "defeater" in relation.options else None
        first, *others = premises
        beside = tuple(each.id for each in others)
        first.challenges.append(Challenge(target.id, None, force, beside))
