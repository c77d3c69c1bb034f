"""The parts of the report on the content of the map: claims, sources and a legend."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import quote

from argmap.model.relation import Kind
from argmap.views.sheets.asking import with_answers
from argmap.views.sheets.citing import Citer, cited
from argmap.views.sheets.debate_words import DebateWords
from argmap.views.sheets.document import Span, code, em, head, item, para, strong
from argmap.views.sheets.report.summary import summary
from argmap.views.sheets.strengths import basis_line, strength_line
from argmap.views.words.counting import count_of
from argmap.views.words.crowded import MOST_REASONS, is_crowded
from argmap.views.words.expected import expected_in_words
from argmap.views.words.kept import rows_of
from argmap.views.words.origin import caveats_of, in_marks, voice_of
from argmap.views.words.reasons import reason_in_words
from argmap.views.words.statuses import meanings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.overview import OverviewFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.diagnostics import Diagnostic, Unmet
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.views.sheets.document import Block

_DEEPEST = 8
_MOST_REASONS = 250  # the most reasons, and objections, told of one claim of a usual map


class Report:
    """The parts of a report that show claims one by one, each part as blocks."""

    def __init__(
        self, reading: Reading, cite: Citer, overview: OverviewFinding, page: str = ""
    ) -> None:
        self.reading = reading
        self.cite = cite
        self.words = DebateWords(reading, cite)
        self.page = page
        self.overview = overview
        self.map = cite.map
        self.outline = cite.outline
        self.finding = cite.finding
        self.most = MOST_REASONS if is_crowded(self.map) else _MOST_REASONS
        self.claims_of: defaultdict[str | None, list[Claim]] = defaultdict(list)
        for id_ in cite.outline.numbers:
            self.claims_of[self.map.claims[id_].cited_source].append(self.map.claims[id_])

    def head(self) -> Iterator[Block]:
        """The title, the question and the summary."""
        yield head(1, self.map.title or "Argument map")
        yield from with_answers(self.cite)
        yield from summary(self.cite, self.overview)

    def unmet(self, every: list[Unmet]) -> Iterator[Block]:
        """The author's expectations that the analysis does not confirm."""
        if every:
            yield head(2, "Expectations that the map does not meet")
            for unmet in every:
                yield item(0, f"{expected_in_words(self.cite.tell, unmet)}.")

    def conclusions(self) -> Iterator[Block]:
        """The main conclusions with their reasons and the objections to them."""
        yield head(2, "Main conclusions")
        if not self.outline.main:
            yield para("The map names none, and no claim of it is a conclusion.")
        if self.outline.main:
            yield basis_line(self.reading)
        for id_ in self.outline.main:
            yield head(3, self.named(id_))
            yield from self.explained(id_)

    def explained(self, id_: str) -> Iterator[Block]:
        """A claim with its status, and its supports and attacks with their premises."""
        status, claim = self.finding.claims[id_], self.map.claims[id_]
        if claim.text != claim.name:
            yield para(claim.text)
        yield para(
            strong(status.word.capitalize()),
            f" ({status.reason}). {reason_in_words(self.cite.tell, self.finding, id_)}",
        )
        if id_ in self.outline.main:
            yield strength_line(self.reading, id_)
        for kind, heading in ((Kind.SUPPORTS, "Rests on:"), (Kind.ATTACKS, "Speaks against it:")):
            relations = self.map.relations_to_class(id_, kind)
            if relations:
                yield para(heading)
                for relation in relations[: self.most]:
                    yield from self.reasons(relation)
                if (unshown := len(relations) - self.most) > 0:
                    yield item(0, f"{unshown} more: ", self.cite.command("why", id_))

    def reasons(self, relation: Relation) -> Iterator[Block]:
        """The relation, and below it the undercuts of its step, and the undercuts of these."""
        waiting = [(relation, 0)]
        while waiting:
            attacked, depth = waiting.pop()
            depth = min(depth, _DEEPEST)  # deeper items are not indented further
            lead = "against this step: " if depth else ""
            together = "only together: " if attacked.is_linked else ""
            fate = self.words.fate(attacked)
            fate_in_words = em(f"{fate[0].upper()}{fate[1:]}.")
            yield item(depth, f"{lead}{together}", *self.premises(attacked), ". ", fate_in_words)
            if attacked.rationale is not None:
                yield item(depth + 1, em(attacked.rationale))
            undercuts = self.map.relations_to(attacked.id)
            waiting += [(undercut, depth + 1) for undercut in reversed(undercuts)]

    def premises(self, relation: Relation) -> Iterator[Span]:
        """The premises of a relation, each with its status."""
        for place, id_ in enumerate(relation.premises):
            if place:
                yield Span("; ")
            yield self.named(id_)
            yield Span(f" ({self.finding.claims[id_].word})")

    def sources(self) -> Iterator[Block]:
        """The sources with their caveats."""
        if not self.map.sources:
            return
        yield head(2, "Sources")
        for id_, source in self.map.sources.items():
            contribution = self.overview.sources.sources[id_]
            second = "; second hand: none in its own voice" if contribution.second_hand else ""
            number = count_of(len(contribution.claims), "claim")
            yield item(0, strong(self.cite.tags[id_]), f": {cited(source)} ({number}{second})")
            for caveat in caveats_of(source):
                yield item(1, f"Caveat: {caveat}")

    def claims(self) -> Iterator[Block]:
        """Every claim under its source, with its evidence."""
        yield head(2, "All claims by source")
        for source in (*self.map.sources.values(), None):
            claims = self.claims_of[source.id if source is not None else None]
            if not claims:
                continue
            yield head(3, source.title if source is not None else "Without a source")
            for claim in claims:
                yield from self.claim(claim)

    def claim(self, claim: Claim) -> Iterator[Block]:
        """One claim in full."""
        status = self.finding.claims[claim.id]
        number = self.outline.numbers[claim.id]
        place = strong(number)._replace(link=self.link(claim.id))
        yield item(0, place, f" {claim.text} ", em(f"{status.word}: {status.reason}."))
        for locator in claim.locators:
            quote = in_marks(locator.quote) if locator.quote is not None else ""
            yield item(1, ", ".join(part for part in (quote, locator.place) if part))
        voice = voice_of(self.cite.citations, claim)
        if voice and (claim.speaker is not None or claim.mode != "asserted"):
            yield item(1, voice)
        if claim.note is not None:
            yield item(1, f"Note: {claim.note}")
        for key, value in rows_of(claim.meta):
            yield item(1, f"{key}: {value}")

    @staticmethod
    def warned(diagnostics: list[Diagnostic]) -> Iterator[Block]:
        """A remark if the checks warn of something; the warnings themselves are for the author."""
        if diagnostics:
            number = count_of(len(diagnostics), "warning")
            yield para(f"The checks of this map end with {number}: ", code("argmap check"))

    def legend(self) -> Iterator[Block]:
        """The meanings of the words for statuses, and of some terms of the report."""
        yield head(2, "How to read the words")
        for word, meaning in meanings(has_pending=self.map.has_pending).items():
            yield item(0, strong(word), f": {meaning}")
        for word, meaning in _MORE_WORDS.items():
            yield item(0, em(word), f": {meaning}")

    def named(self, id_: str) -> Span:
        """A claim by number and name."""
        name = f"{self.outline.numbers[id_]} {self.map.claims[id_].name.rstrip('.')}"
        return Span(name, link=self.link(id_))

    def link(self, id_: str) -> str:
        """The address of a claim in the map's page; empty if the report has no page."""
        return f"{self.page}#c={quote(id_, safe='')}" if self.page else ""


_MORE_WORDS = {
    "granted": "put forward without needing support; nobody has to argue for it here.",
    "holds": "a reason with nothing in its way.",
    "holds by itself": "a sound reason, but an objection to what it supports is not answered.",
    "fails": "a reason that is blocked, or rests on a claim that falls.",
    "unanswered": "an objection to which no answer in the map holds.",
    "answered": "an objection to which an answer holds, or which rests on a claim that falls.",
    "only together": "the step needs all of these premises; if one falls, so does the step.",
    "against this step": "it does not deny the premise, but that it is a reason for this.",
    "critical": "a premise without which a conclusion has no reason left, objections left aside.",
    "numbers": "a claim keeps the number of the place where it occurs first, so a number says"
    " where to find it, not how important it is.",
}
