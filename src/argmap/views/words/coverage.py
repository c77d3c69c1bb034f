"""Words for what a map takes up of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.people.coverage import Absence
from argmap.views.words.counting import count_of
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.analysis.people.coverage import CoveredPart, DocumentCoverage, UnreadDocument

_LONGEST_WORD = 20
"""The letters of a mean word from which a text is taken to be written without spaces."""
_MOST_RUNS = 20


def covered_in_words(covered: DocumentCoverage) -> str:
    """The numbers of parts that have a claim, and of words that are quoted, as a sentence."""
    total, unit = len(covered.parts), covered.unit
    if not total:
        return "Its document has no text."
    taken = total - len(covered.bare)
    verb = "has" if taken == 1 else "have"
    return f"{taken} of {count_of(total, unit)} {verb} a claim, {_quoted(covered)}."


def _quoted(covered: DocumentCoverage) -> str:
    """The amount that is quoted: in words, or in letters where no spaces divide the words."""
    quoted, size = covered.quoted, covered.size
    unit, number, total = "word", quoted.words, size.words
    if size.letters > _LONGEST_WORD * size.words:
        unit, number, total = "letter", quoted.letters, size.letters
    share = f" ({number / total:.0%})" if total else ""
    return f"{number:,} of {total:,} {unit}s {'is' if number == 1 else 'are'} quoted{share}"


def places_in_words(parts: Iterable[CoveredPart]) -> str:
    """The numbers of paragraphs, or the names of pages, as a list; neighbours as a range.

    >>> from argmap.analysis.people.coverage import CoveredPart
    >>> from argmap.documents.parts import AmountOfText
    >>> nothing = AmountOfText(), AmountOfText(), (), (), ""
    >>> places_in_words(CoveredPart(number, None, *nothing) for number in (1, 3, 7))
    '1, 3 and 7'
    """
    runs = list(_runs(parts))
    if len(runs) > _MOST_RUNS:
        runs[_MOST_RUNS:] = [f"{len(runs) - _MOST_RUNS} more"]
    return listed(runs)


def _runs(parts: Iterable[CoveredPart]) -> Iterator[str]:
    first = last = None
    for part in parts:
        number = part.paragraph
        if number is None:
            yield part.page or ""
        elif last is not None and number == last + 1:
            last = number
        else:
            yield from _run(first, last)
            first = last = number
    yield from _run(first, last)


def _run(first: int | None, last: int | None) -> Iterator[str]:
    if first is not None:
        yield f"{first}" if first == last else f"{first}\N{EN DASH}{last}"


def unread_in_words(
    unread: Mapping[str, UnreadDocument], names: Mapping[str, str], folder: str | None
) -> Iterator[str]:
    """The documents that were not read, why not, and what to do, in sentences.

    `names` are the citations of the sources; `folder` is the folder in which documents were looked
    for, if one is named.
    """
    by_absence = {
        absence: [id_ for id_, each in unread.items() if each.absence is absence]
        for absence in Absence
    }
    files = {id_: unread[id_].document or "" for id_ in unread}
    if ids := by_absence[Absence.NO_FOLDER]:
        yield (
            f"Nobody said where {listed([files[id_] for id_ in ids])} can be found: name the "
            "folder, by `--documents FOLDER` or by `documents: FOLDER` in the `map:` block."
        )
    if ids := by_absence[Absence.NOT_THERE]:
        verb = "is" if len(ids) == 1 else "are"
        yield (
            f"{listed([files[id_] for id_ in ids])} {verb} not in the folder {folder}: put the "
            "file there, or write its name in `document:` as it is spelled in that folder."
        )
    for id_ in by_absence[Absence.UNREADABLE]:
        yield f"{files[id_]} cannot be read: {unread[id_].reason}. Cure: {unread[id_].cure}."
    if ids := by_absence[Absence.UNNAMED]:
        verb = "names" if len(ids) == 1 else "name"
        yield (
            f"{listed([names[id_] for id_ in ids])} {verb} no document: write the name of the file "
            f"with the text, such as `document: {ids[0]}.txt`, below `source:`."
        )
