"""The paragraphs of documents that have a claim, and those that have none, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.terminal.diagnostics import visible
from argmap.views.terminal.lines import Line, hanging, in_columns
from argmap.views.words.citations import citations_of
from argmap.views.words.coverage import covered_in_words, unread_in_words
from argmap.views.words.legible import turns_shown
from argmap.views.words.origin import in_marks
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.analysis.people.cited_places import CitedPlace
    from argmap.analysis.people.coverage import CoverageFinding, DocumentCoverage
    from argmap.analysis.reading_of_map import Reading

_OUTSIDE = "\N{EN DASH}"


def coverage_text(
    reading: Reading, finding: CoverageFinding, folder: str | None, limit: int | None
) -> Iterator[str]:
    """Each document: how much of it the map takes up, what it leaves, what it cites in order.

    `folder` is the folder in which documents were looked for, if one is named; `limit` is the
    largest number of entries in each list, None shows every entry.
    """
    if not finding.documents and not finding.unread:
        yield "No source of this map, so no document whose claims it could have."
        yield "Write `source: {id: report, title: A report, document: report.txt}` at the top of a"
        yield "claim file; the document lies in a folder that `--documents FOLDER` names."
        return
    tell = Teller(reading.map, reading.outline)
    cited = citations_of(reading.map.sources)
    for covered in finding.documents:
        yield _title(tell, cited, covered)
        for part in (
            _sums(covered),
            _bare(covered, limit),
            _order(tell, covered, limit),
            _not_found(tell, covered, limit),
            _without_place(tell, covered, limit),
        ):
            yield from part
        yield ""
    if finding.unread:
        yield "Not read:" if finding.documents else "No document was read."
        for sentence in unread_in_words(finding.unread, cited, folder):
            yield hanging(sentence, "  ")


def _title(tell: Teller, cited: Mapping[str, str], covered: DocumentCoverage) -> Line:
    """A document with its source; of several sources that share it, the number."""
    if len(covered.sources) > 1:
        return Line(f"{covered.document}, the text of {len(covered.sources)} sources")
    [id_] = covered.sources
    title = tell.map.sources[id_].title
    return hanging(f"{cited[id_]}: {title}  ({id_}, {covered.document})", rest="    ")


def _sums(covered: DocumentCoverage) -> Iterator[str]:
    yield f"    {covered_in_words(covered)}"
    if covered.misfits:
        bounds = listed([f"`{bound}`" for bound in dict.fromkeys(covered.misfits)])
        verb = "fits" if len(set(covered.misfits)) == 1 else "fit"
        line = f"{bounds} of the source {verb} no single paragraph, so none is left out there:"
        yield hanging(f"{line} see `argmap check`", "    ")


def _bare(covered: DocumentCoverage, limit: int | None) -> Iterator[str]:
    """The parts without a claim, each with its first words."""
    if not covered.bare:
        return
    yield ""
    yield f"{covered.unit.capitalize()}s without a claim, each with its first words:"
    rows = []
    for part in covered.bare[:limit]:
        step = "  (a step is taken from it)" if part.relations else ""
        rows.append((f"  {part.paragraph or part.page}", f"{_shown(part.opening)}{step}"))
    yield from in_columns(rows)
    yield from _more(covered.bare, limit)


def _order(tell: Teller, covered: DocumentCoverage, limit: int | None) -> Iterator[str]:
    """The cited places in the order of the document, each with its claim or step."""
    if not covered.reading_order:
        return
    yield ""
    yield f"In reading order ({covered.unit}, claim, status, quotation):"
    shown = covered.reading_order[:limit]
    yield from in_columns(
        [
            (
                f"  {place.paragraph or place.page or _OUTSIDE}",
                place.number or "step",
                f"{place.word or ''}",
                f"{_quotation(place, covered.unit)}  ({place.claim or _step(tell, place)})",
            )
            for place in shown
        ]
    )
    yield from _more(covered.reading_order, limit)
    if covered.unit == "paragraph" and any(place.paragraph is None for place in shown):
        yield f"  {_OUTSIDE}: outside the numbered paragraphs"


def _not_found(tell: Teller, covered: DocumentCoverage, limit: int | None) -> Iterator[str]:
    if not covered.not_found:
        return
    yield ""
    yield "Not in the document (`argmap check`, with the same documents, shows what is nearest):"
    for place in covered.not_found[:limit]:
        what = _quotation(place, covered.unit)
        if place.quote is None:
            stated = f"paragraph {place.paragraph}" if place.paragraph else f"page {place.page}"
            what = f"{stated}, which it does not have"
        named = f"{tell.name(place.claim)} ({place.claim})" if place.claim else _step(tell, place)
        yield hanging(f"{named}: {what}", "  ")
    yield from _more(covered.not_found, limit)


def _without_place(tell: Teller, covered: DocumentCoverage, limit: int | None) -> Iterator[str]:
    ids = covered.without_place
    if not ids:
        return
    yield ""
    yield hanging(
        f"Counted nowhere, for want of a quotation or a {covered.unit}: {tell.names(ids[:limit])}",
        rest="  ",
    )
    yield from _more(ids, limit)


def _quotation(place: CitedPlace, unit: str) -> str:
    return in_marks(_shown(place.quote)) if place.quote is not None else f"{unit} without quotation"


def _step(tell: Teller, place: CitedPlace) -> str:
    """A step or an objection by the numbers of its claims."""
    relation = tell.map.relations[place.relation or ""]
    premises = listed([tell.outline.numbers[id_] for id_ in relation.premises])
    if relation.kind is Kind.UNDERCUTS:
        return f"{premises} against a step"
    way = "for" if relation.kind is Kind.SUPPORTS else "against"
    return f"{premises} {way} {tell.outline.numbers[relation.target]}"


def _shown(text: str) -> str:
    """A text on one line, without signs that could move the cursor or turn the text round."""
    return turns_shown(visible(" ".join(text.split())))


def _more(entries: Sequence[object], limit: int | None) -> Iterator[str]:
    if limit is not None and len(entries) > limit:
        yield f"  … {len(entries) - limit:,} more (--limit all)"
