"""Answers as text for a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.analysis.labels.in_words import Word
from argmap.model.relation import Kind
from argmap.views.words.wording import REASONS, fate_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.status.why import Reason, Why
    from argmap.diagnostics import Diagnostic, Severity
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

_INDENT_LIMIT = 16
_WIDTH, _BEFORE = 100, 60
_FIRST_PRINTABLE = 0x20
_SIGNS = {
    Kind.SUPPORTS: ("+", "supported by"),
    Kind.ATTACKS: ("-", "attacked by"),
    Kind.UNDERCUTS: ("/", "step attacked by"),
}
_COUNTED = {
    Word.STANDS: ("stands", "stand"),
    Word.CONTESTED: ("is contested", "are contested"),
    Word.OPEN: ("is open", "are open"),
    Word.FALLS: ("falls", "fall"),
}


def diagnostics_text(
    diagnostics: Iterable[Diagnostic],
    lines_of: Mapping[str, list[str]],
    paint: Callable[[str, Severity], str] = lambda head, _severity: head,
) -> Iterator[str]:
    """Each problem with its place, the line as written, a caret, and what to type instead.

    `paint` colours the first line of each.
    """
    for one in diagnostics:
        place = one.location
        head = visible(f"{place}: {one.severity} {one.code}: {one.message}")
        yield paint(head, one.severity)
        lines = lines_of.get(place.path, [])
        if place.line <= len(lines) and lines[place.line - 1].strip():
            yield from _excerpt(visible(lines[place.line - 1]), place.column - 1)
        if one.hint:
            yield visible(f"    {one.hint}")


def visible(text: str) -> str:
    r"""The text with a sign for each character that would steer a terminal or hide in it.

    >>> visible("a\x1b[31m\tb")
    'a\u241b[31m b'
    """
    return "".join(_sign_for(char) for char in text) if not text.isprintable() else text


def _sign_for(char: str) -> str:
    if char.isprintable():
        return char
    if char == "\t":
        return " "
    return chr(0x2400 + ord(char)) if ord(char) < _FIRST_PRINTABLE else "\N{REPLACEMENT CHARACTER}"


def _excerpt(line: str, column: int) -> Iterator[str]:
    """The line with a caret below the column (from 0); of a long one the part around it."""
    start = column - _BEFORE if column > _WIDTH - 10 else 0
    end = start + _WIDTH
    shown = ("…" if start else "") + line[start:end] + ("…" if len(line) > end else "")
    yield f"    {shown}"
    yield f"    {' ' * (column - start + bool(start))}^"


def count_of(number: int, thing: str) -> str:
    """The number with its thing in the right form.

    >>> count_of(1, "claim"), count_of(2, "claim"), count_of(0, "error")
    ('1 claim', '2 claims', 'no errors')
    """
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def size_of(argument_map: ArgumentMap) -> str:
    """How large a map is, in words."""
    return ", ".join(
        count_of(len(parts), thing)
        for parts, thing in (
            (argument_map.claims, "claim"),
            (argument_map.relations, "relation"),
            (argument_map.sources, "source"),
        )
    )


def problems_counted(diagnostics: Iterable[Diagnostic]) -> str:
    """How many errors and warnings there are, in words."""
    found = Counter(one.severity.value for one in diagnostics)
    return f"{count_of(found['error'], 'error')}, {count_of(found['warning'], 'warning')}"


def tally(finding: StatusFinding) -> str:
    """How many claims stand, are contested, are open, and fall, in words."""
    counts = Counter(found.word for found in finding.claims.values())
    return ", ".join(
        f"{counts[word]} {forms[counts[word] != 1]}"
        for word, forms in _COUNTED.items()
        if counts[word]
    )


def status_text(
    argument_map: ArgumentMap, outline: Outline, finding: StatusFinding
) -> Iterator[str]:
    """Every claim in the order of the outline, with its status and the reason."""
    if argument_map.title:
        yield argument_map.title
    yield f"{count_of(len(argument_map.claims), 'claim')}: {tally(finding)}."
    if finding.semantics != "grounded":
        yield f"Over {_readings(finding)}: what is so under all of them."
    yield ""
    width = max((len(number) for number in outline.numbers.values()), default=0)
    for id_, number in outline.numbers.items():
        found = finding.claims[id_]
        name = argument_map.claims[id_].name
        yield f"{number:<{width}}  {found.word:<9}  {found.reason:<20}  {name}  ({id_})"


def _readings(finding: StatusFinding) -> str:
    if finding.extensions is None:
        return f"more {finding.semantics} standpoints than were looked at"
    return count_of(finding.extensions, f"{finding.semantics} standpoint")


def claim_text(
    argument_map: ArgumentMap, outline: Outline, finding: StatusFinding, id_: str
) -> Iterator[str]:
    """One claim with its status, the reason in a sentence, and where it comes from."""
    found, claim = finding.claims[id_], argument_map.claims[id_]
    yield f"{outline.numbers[id_]}  {found.word}: {found.reason}  ({id_})"
    yield f"    {claim.text}"
    yield f"    {REASONS[found.reason]}"
    if finding.semantics != "grounded":
        yield f"    Over {_readings(finding)}: what is so under all of them."
    origin = origin_of(argument_map, claim)
    if origin:
        yield f"    {origin}"


def why_text(
    argument_map: ArgumentMap, outline: Outline, finding: StatusFinding, why: Why
) -> Iterator[str]:
    """The tree of reasons, indented; at great depth the depth is written instead of shown."""
    for reason in why.reasons:
        shown = min(reason.depth, _INDENT_LIMIT)
        margin = "  " * shown + (f"[{reason.depth}] " if reason.depth > shown else "")
        if reason.relation is not None:
            yield f"{margin}{_relation_line(finding, reason.relation)}"
        else:
            yield from _claim_lines(argument_map, outline, finding, reason, margin)


def _relation_line(finding: StatusFinding, relation: Relation) -> str:
    sign, verb = _SIGNS[relation.kind]
    together = ", only together" if relation.is_linked else ""
    return f"{sign} {verb} ({fate_of(relation, finding)}{together}):"


def _claim_lines(
    argument_map: ArgumentMap,
    outline: Outline,
    finding: StatusFinding,
    reason: Reason,
    margin: str,
) -> Iterator[str]:
    claim = argument_map.claims[reason.claim or ""]
    found = finding.claims[claim.id]
    head = f"{margin}{outline.numbers[claim.id]} {claim.text}"
    if reason.repeated:
        yield f"{head}  [{found.word}; explained above]"
        return
    yield f"{head}  [{found.word}: {found.reason}]"
    origin = origin_of(argument_map, claim)
    if origin:
        yield f"{' ' * (len(margin) + len(outline.numbers[claim.id]) + 1)}{origin}"


def origin_of(argument_map: ArgumentMap, claim: Claim) -> str:
    """Quotation, who holds it, source and locator of a claim on one line, as far as given."""
    source = argument_map.sources.get(claim.source or "")
    quotes = [f"“{one.quote}”" for one in claim.locators if one.quote is not None]
    places = [one.place for one in claim.locators if one.place]
    said = f"{claim.mode}{f' of {claim.speaker}' if claim.speaker else ''}"
    parts = [*quotes, *([source.id, *places] if source is not None else places)]
    if claim.mode != "asserted" or claim.speaker is not None:
        parts.append(said)
    return ", ".join(parts)
