"""Claims proposed from a document by rules alone: its sentences, and the words that join them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.drafting.cues import Cue, cue_of, language_of, words_of
from argmap.drafting.dialogue import Dialogue
from argmap.drafting.passages import claim_text, is_in, passages_of, quote_of
from argmap.drafting.proposal import Proposal, Proposals, ProposedStep
from argmap.drafting.scraps import mark_before
from argmap.drafting.speakers import speech_in
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.documents.document import Document
    from argmap.drafting.cues import Words
    from argmap.drafting.dialogue import SpeakerLabel
from argmap.drafting.passages import Excerpt

_FEWEST_WORDS = 3


def drafts_of(document: Document, language: str | None = None) -> Proposals:
    """The claims that a document may make: each of its sentences, verified as a quotation.

    A sentence that gives its reason itself is two claims. Steps join neighbours alone, where a
    connective says so; where it is doubtful there is none. Words that join are known for English
    and German; without a `language` it is told from the text. Questions claim nothing. Nothing is
    invented: every claim is a passage of the document. The same document, the same proposals.
    Cost: linear.
    """
    spoken = language or language_of(document.text.text)
    words = words_of(spoken or "en")
    drafting = _Drafting(document, words if spoken is not None else None)
    for passages in passages_of(document, words):
        drafting.read(passages)
    return Proposals(
        tuple(drafting.claims),
        tuple(drafting.steps),
        spoken,
        is_of_other_language=spoken is None,
    )


class _Clauses(NamedTuple):
    """A sentence as its claim and, where it gives one, its reason; both are parts of it."""

    main: Excerpt
    reason: Excerpt | None = None
    cue: str | None = None


class _Drafting:
    """The proposals on their way through a document."""

    def __init__(self, document: Document, words: Words | None) -> None:
        self.document = document
        self.words = words
        self.claims: list[Proposal] = []
        self.steps: list[ProposedStep] = []
        self._numbers: dict[str, int] = {}
        self._before: int | None = None
        self._was_alone = False
        self._dialogue = Dialogue(document)
        self._turn: SpeakerLabel | None = None

    def read(self, passages: list[Excerpt]) -> None:
        """Add the sentences of a paragraph.

        The first one joins the paragraph before only if that is a single sentence.
        """
        before = self._before if self._was_alone else None
        self._turn = None
        for passage in passages:
            before = self._read(self._without_marks(passage), before)
        self._before, self._was_alone = before, len(passages) == 1

    def _without_marks(self, passage: Excerpt) -> Excerpt:
        """A sentence without the name of its speaker, and the mark of a list, that open it."""
        turn = self._dialogue.turn(passage.words)
        if turn is not None:
            self._turn = turn
            passage = passage.part(turn.end, len(passage.words))
        after_ordinals = self.words.after_ordinals if self.words is not None else frozenset()
        return passage.part(mark_before(passage.words, after_ordinals), len(passage.words))

    def _read(self, passage: Excerpt, before: int | None) -> int | None:
        """Add a sentence after the claim before it; the number of its claim, if it has one."""
        if self.words is None:
            return self._propose(passage, None)
        cue = _joining(passage, self.words)
        clauses = _clauses(passage, self.words, cue.end if cue is not None else 0)
        number = self._propose(clauses.main, cue, is_clause=clauses.reason is not None)
        if clauses.reason is not None and number is not None:
            reason = self._propose(clauses.reason, Cue(clauses.cue or ""), is_clause=True)
            self._join(reason, Kind.SUPPORTS, number, clauses.cue)
        if cue is not None and cue.kind is not None and number is not None:
            ends = (number, before) if cue.is_reason else (before, number)
            self._join(ends[0], cue.kind, ends[1], cue.words)
        return number

    def _propose(self, passage: Excerpt, cue: Cue | None, *, is_clause: bool = False) -> int | None:
        """The number of the claim in a passage; None if it claims nothing that can be quoted."""
        is_claim = is_clause or (passage.is_telling and not passage.claims_nothing)
        if not is_claim or not is_in(self.document, passage):
            return None
        claimed = passage.words[cue.end :] if cue is not None and not is_clause else passage.words
        speech = speech_in(claimed, self.words) if self.words is not None else None
        text = claim_text(claimed[speech.start :] if speech else claimed, is_clause=is_clause)
        if (number := self._numbers.get(text.casefold())) is not None:
            return number
        self._numbers[text.casefold()] = len(self.claims)
        self.claims.append(
            Proposal(
                text,
                quote_of(passage),
                self.document.paragraphs[passage.index].number,
                self.document.page_of(passage.index),
                passage.start,
                passage.end,
                cue.words if cue is not None else None,
                speech.speaker if speech else self._turn.speaker if self._turn else None,
            )
        )
        return len(self.claims) - 1

    def _join(self, premise: int | None, kind: Kind, target: int | None, cue: str | None) -> None:
        """Add a step, unless an end is missing, or something joins the two already."""
        if premise is None or target is None or premise == target:
            return
        pair = {premise, target}
        if not any({each.premise, each.target} == pair for each in self.steps[-4:]):
            self.steps.append(ProposedStep(premise, kind, target, cue))


def _joining(excerpt: Excerpt, words: Words) -> Cue | None:
    """The cue of a sentence; one that opens a reason with its own conclusion joins nothing."""
    cue = cue_of(excerpt.words, words)
    if cue is None or not cue.end or words.leading.match(excerpt.words) is None:
        return cue
    return Cue(cue.words) if "," in excerpt.words else cue


def _clauses(excerpt: Excerpt, words: Words, start: int) -> _Clauses:
    """A sentence in its clauses, where one of them is plainly the reason for the other.

    It opens with the reason, which a single comma ends; or the reason comes last.
    """
    sentence = excerpt.words
    leading = words.leading.match(sentence, start)
    if leading is not None and sentence.count(",") == 1:
        comma = sentence.index(",")
        reason, main = excerpt.part(leading.end(), comma), excerpt.part(comma + 1, len(sentence))
        first = main.words.split(" ", 1)[0].lower()
        is_relative = first in words.pronouns or first in words.openings
        if not (words.language == "de" and is_relative) and _are_clauses(reason, main):
            return _Clauses(main, reason, leading[1].lower())
    joining = words.joining.search(sentence, start)
    if joining is None:
        return _Clauses(excerpt)
    main = excerpt.part(start, joining.start())
    reason = excerpt.part(joining.end(), len(sentence))
    last = main.words.rsplit(" ", 1)[-1].lower()
    is_denied = last in words.not_before and "denn" not in joining[1].lower()
    if is_denied or not _are_clauses(main, reason):
        return _Clauses(excerpt)
    return _Clauses(main, reason, joining[1].strip(" ,").lower())


def _are_clauses(*parts: Excerpt) -> bool:
    """Whether these are long enough to claim something, and no quotation is cut in two."""
    return all(
        len(part.words.split()) >= _FEWEST_WORDS and part.words.count('"') % 2 == 0
        for part in parts
    )
