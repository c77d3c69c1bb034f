"""Verbatim files, read: each tag is a claim, its cite a source, what is read out its quotations."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.documents.formats.word import is_word, word_of
from argmap.documents.unreadable import AS_TEXT, UnreadableError
from argmap.formats.draft import Draft
from argmap.formats.exchange import NOT_UNDERSTOOD, nothing
from argmap.formats.ids import id_of_words
from argmap.formats.verbatim.answers import Answer, answers_in
from argmap.formats.verbatim.cards import cards_of
from argmap.formats.verbatim.cites import cite_of
from argmap.formats.verbatim.passages import quotations_in, tree_of
from argmap.model.author import family_name
from argmap.model.claim import Mode
from argmap.model.source import Locator
from argmap.reading.slugs import FreeIds

if TYPE_CHECKING:
    from argmap.documents.formats.word import WordFile
    from argmap.formats.exchange import Imported, Wishes
    from argmap.formats.foreign_file import ForeignFile
    from argmap.formats.verbatim.cards import Chapter, DebateCard

NAME = "verbatim"
CARD = "card"
"""The key under which a claim keeps its whole card, in `meta`."""
JOINT = " > "
"""The sign between the headings of a section."""
DRAFT = "draft"
"""The tag of what was proposed by a heading."""
LIMIT = 100_000_000  # bytes of a part when unpacked


def fits(file: ForeignFile) -> bool:
    """Whether the file is a Word file."""
    return file.shape == "zip" and is_word(file.content)


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in a Word file whose headings are those of Verbatim.

    Cost: linear.
    """
    del wishes
    [file] = files
    try:
        word = word_of(file.content, LIMIT)
    except UnreadableError as error:
        message = f"the file cannot be read: {error.unreadable.reason}"
        cure = error.unreadable.cure
        hint = "save it again as DOCX, in Word or LibreOffice" if cure == AS_TEXT else cure
        return nothing([Diagnostic(file.at(), "AM702", message, hint)])
    draft = Draft(NAME, file.name)
    cards = cards_of(word)
    if not cards.cards:
        return nothing([_no_tags(file, word)])
    _MapOfCards(draft, file).add(cards.cards)
    for what, example, number in cards.outside:
        draft.set_aside(what, example, draft.at(number))
    for what, count in word.left_out.items():
        draft.losses.add(what, at=file.at(), count=count)
    if sizes := sum("sz" in run.properties for each in word.body for run in each.runs):
        draft.losses.add("sizes of letters", at=file.at(), count=sizes)
    return draft.imported(title=word.title)


def _no_tags(file: ForeignFile, word: WordFile) -> Diagnostic:
    if not any(paragraph.text.strip() for paragraph in word.body):
        message = "this Word file is empty"
    else:
        message = "no paragraph of this Word file is a tag, so no claim is told from the rest"
    hint = "give each claim the style `Heading 4` (in Verbatim: Tag), its evidence stands below it"
    return Diagnostic(file.at(), "AM702", message, hint)


def section_of(chapters: tuple[Chapter, ...]) -> str | None:
    """The section of a claim below these headings."""
    return JOINT.join(words for _, words in chapters) or None


def old_id(number: int) -> str:
    """The id of a card: the number of its paragraph, by which cards keep their order."""
    return f"\u00b6{number}"


class _MapOfCards:
    """A map in the making from cards, and the sources met so far."""

    def __init__(self, draft: Draft, file: ForeignFile) -> None:
        self.draft = draft
        name = PurePosixPath(file.name).name
        self.document = name if file.folder is not None else None
        self.sources: dict[tuple[str, str, str], str] = {}
        self.free_ids = FreeIds()

    def add(self, cards: list[DebateCard]) -> None:
        """Add the claims of all cards, and the attacks that headings propose."""
        for card in cards:
            self._claim(card)
        proposed = []
        for answer in answers_in(cards):
            card = cards[answer.card]
            place = self.draft.at(card.paragraph)
            if not isinstance(answer, Answer):
                self.draft.skip(
                    "answers to what is not exactly one tag of this file", answer.heading, place
                )
                continue
            proposed.append(answer)
            self.draft.relation(
                "attacks",
                [old_id(card.paragraph)],
                old_id(cards[answer.answered].paragraph),
                place,
                mode=Mode.EDITORIAL,
                tags=(DRAFT,),
                note=proposal(answer.heading),
            )
        if proposed:
            self.draft.diagnostics.append(self._remark(cards, proposed))

    def _remark(self, cards: list[DebateCard], proposed: list[Answer]) -> Diagnostic:
        first = proposed[0]
        count = len(proposed)
        attacks = "1 attack is a draft" if count == 1 else f"{count:,} attacks are drafts"
        message = f"{attacks}, proposed by headings such as \u201c{first.heading}\u201d"
        hint = f"look whether each card answers that claim; if so, drop its tag `{DRAFT}`"
        return Diagnostic(self.draft.at(cards[first.card].paragraph), NOT_UNDERSTOOD, message, hint)

    def _claim(self, card: DebateCard) -> None:
        kept: dict[str, Any] = {}
        levels = [level for level, _ in card.chapters]
        if levels != [*range(1, len(levels) + 1)]:
            kept["levels"] = levels
        if card.cite:
            kept["cite"] = [tree_of(passage) for passage in card.cite]
        if card.evidence:
            kept["evidence"] = [tree_of(passage) for passage in card.evidence]
        quotations = quotations_in(card.evidence)
        place = self.draft.at(card.paragraph)
        self.draft.claim(
            old_id(card.paragraph),
            card.tag,
            place,
            source=self._source(card) if card.cite else None,
            locators=tuple(Locator(place, quote=quote) for quote in quotations),
            section=section_of(card.chapters),
            meta={CARD: kept} if kept else {},
        )

    def _source(self, card: DebateCard) -> str:
        """The old id of the source that a card is cited to."""
        cite = cite_of(card.cite)
        if cite.key not in self.sources:
            year = cite.date[:4]
            author = family_name(cite.authors[0]) if cite.authors else cite.short
            name = id_of_words(f"{author} {year}")
            old = self.free_ids.like(name or "source")
            self.sources[cite.key] = old
            self.draft.source(
                old,
                cite.title or cite.short,
                self.draft.at(card.paragraph),
                authors=cite.authors,
                date=cite.date or None,
                url=cite.url or None,
                accessed=cite.accessed or None,
                document=self.document,
            )
        return self.sources[cite.key]


def proposal(heading: str) -> str:
    """The note on an attack that a heading proposes."""
    return f"Proposed by the heading \u201c{heading}\u201d."
