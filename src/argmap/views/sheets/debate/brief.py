"""A debate brief on one page: the claim, the lines on both sides, and where to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.sheets import paper
from argmap.views.sheets.debate.cross_examination import cross_examination
from argmap.views.sheets.debate.lines import MOST_NAMED, Lines
from argmap.views.sheets.debate.voices import AMOUNTS, VOICES, Amount
from argmap.views.sheets.document import code, em, head, item, para, strong
from argmap.views.words.statuses import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.debate.brief import BriefFinding, LineOfArgument
    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.rests_on.sides import Turn
    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block

_ANSWERS = {"in": "it holds", "undec": "undecided", "out": "it is met in turn"}


def brief_page(
    reading: Reading, cite: Citer, found: BriefFinding, side: str, most: int | None = None
) -> list[Block]:
    """The brief for a side.

    `most` is how many entries each part has at most; None takes as much as fits on one sheet.
    """
    if most is not None:
        return list(_Page(reading, cite.afresh(), found, side, Amount(most, most)).blocks())
    blocks: list[Block] = []
    for amount in AMOUNTS:
        page = _Page(reading, cite.afresh(), found, side, amount)
        blocks = list(page.blocks())
        if paper.fits(blocks, paper.BRIEF):
            break
    return blocks


class _Page:
    def __init__(
        self, reading: Reading, cite: Citer, found: BriefFinding, side: str, amount: Amount
    ) -> None:
        self.map = reading.map
        self.cite = cite
        self.found = found
        self.side = side
        self.voice = VOICES[side]
        self.most = amount.entries
        self.lines = Lines(reading, cite, side, self.voice, amount)
        self.status = cite.finding.claims[found.claim]

    def blocks(self) -> Iterator[Block]:
        found, voice = self.found, self.voice
        yield from self.claim()
        if not (found.lines_for or found.lines_against):
            yield from self.alone()
            return
        yield from self.hinges()
        cases = [
            self.case(voice.lines_for, found.lines_for, is_for=True),
            self.case(voice.lines_against, found.lines_against, is_for=False),
        ]
        for case in reversed(cases) if self.side == "against" else cases:
            yield from case
        yield from self.flanks(voice.flanks_for, found.unanswered_below)
        yield from self.flanks(voice.flanks_against, found.unanswered_replies)
        yield from self.critical()
        yield from self.turns()
        yield from cross_examination(self.cite, found, self.side, self.most)
        yield from self.sources()

    def claim(self) -> Iterator[Block]:
        claim = self.map.claims[self.found.claim]
        self.lines.told.add(claim.id)
        yield head(1, f"{self.voice.title}: {claim.text}")
        evidence = self.cite.evidence(claim)
        yield para(
            strong(f"{self.status.word.capitalize()}: {self.status.reason}."),
            f" {REASONS[self.status.reason]} It is number {self.cite.outline.numbers[claim.id]} ",
            "in the map. ",
            em(evidence),
        )
        yield from self.restated()
        yield from self.cite.reader()

    def alone(self) -> Iterator[Block]:
        """That there is nothing to prepare with, and what to write so that there is."""
        yield para(
            "The map says nothing for it or against it. Reasons go below ",
            code("supported_by:"),
            ", objections below ",
            code("attacked_by:"),
            "; with them there is something to prepare.",
        )
        members = self.map.class_of(self.found.claim)
        if any(self.map.relations_from(one) for one in members):
            yield para("What rests on it: ", code(f"argmap dependents {self.found.claim}"))
        yield from self.sources()

    def restated(self) -> Iterator[Block]:
        """The claims that say the same."""
        found = self.found.claim
        others = [one for one in self.map.class_of(found) if one != found]
        if others:
            yield para(f"The map has it also as {self.cite.tell.names(others)}.")

    def case(self, title: str, lines: Sequence[LineOfArgument], *, is_for: bool) -> Iterator[Block]:
        yield head(2, title)
        granted = self.map.is_granted(self.found.claim)
        if lines:
            if is_for and granted:
                yield para("It is also put forward by itself, without needing these reasons.")
            yield from self.lines.of(lines, is_for=is_for)
        elif not is_for:
            yield para("Nothing in the map speaks against it directly.")
        elif granted:
            yield para("The map gives no reason for it; it is put forward as it is.")
        else:
            yield para("The map has no reason for it.")

    def flanks(self, title: str, ids: Sequence[str]) -> Iterator[Block]:
        if not ids:
            return
        yield head(2, title)
        for id_ in ids[: self.most]:
            relation = self.map.relations[id_]
            yield item(
                0, *self.cite.sentence(relation), f" ({self.cite.fate_in_debate(relation)})."
            )
            yield from self.lines.why(relation, 1)
        yield from self.lines.left_out(len(ids), self.most, "further one")

    def critical(self) -> Iterator[Block]:
        found = self.found
        yield head(2, self.voice.critical)
        if found.ground is None:
            yield para("Nothing granted leads to it, so no premise is critical.")
        elif found.critical == self.map.class_of(found.claim)[:1]:
            yield para("The claim itself: nothing carries it but its being granted.")
        elif found.critical:
            one = len(found.critical) == 1
            yield para(
                f"Without {'this' if one else 'any one of these'}, no reason is left for it:"
            )
            for id_ in found.critical[: self.most]:
                yield self.lines.claim(id_, 0)
            left = len(found.critical) - self.most
            if left > 0:
                yield item(0, f"{left} more: ", code(f"argmap premises {found.claim}"))
        else:
            size = len(found.ground)
            named = self.cite.tell.names(found.ground)
            such = f", for instance {named}" if size <= MOST_NAMED else ""
            yield para(
                "No single premise is critical. ",
                f"At least {size} premises must go before no reason is left{such}.",
            )

    def hinges(self) -> Iterator[Block]:
        stands = self.status.label == "in"
        yield head(2, "What would overturn it" if stands else "What would make it stand")
        hinges = self.found.hinges
        if not hinges:
            change = "keeps it from standing" if stands else "makes it stand"
            yield para(
                f"No single other claim, rejected or accepted, {change}. Several together: ",
                code(f"argmap overturn {self.found.claim}"),
            )
            return
        change = "no longer stands" if stands else "stands"
        any_one = "does one of these" if len(hinges) > 1 else "does this"
        yield para(f"It {change} if the judge {any_one}:")
        for one in hinges[: self.most]:
            verb = "accepts" if one.accepts else "rejects"
            yield item(0, f"{verb} ", self.cite.tell.name(one.claim))
        left = len(hinges) - self.most
        if left > 0:
            yield item(0, f"or takes one of {left} other views: ", code(self.overturning()))

    def overturning(self) -> str:
        return f"argmap overturn {self.found.claim}"

    def turns(self) -> Iterator[Block]:
        turns = self.found.sides.turns
        if not turns:
            return
        yield head(2, "Turns: claims that serve both sides")
        for one in turns[: self.most]:
            yield item(0, strong(self.cite.tell.name(one.claim)), f": {self.turn(one)}.")
        yield from self.lines.left_out(len(turns), self.most, "turn")

    def turn(self, one: Turn) -> str:
        """The two uses, the other side's first, as it is there to be turned."""
        voice = self.voice
        works_for = self.use(self.map.relations[one.works_for])
        works_against = self.use(self.map.relations[one.works_against])
        uses = [f"{voice.for_it} {works_for}", f"{voice.against_it} {works_against}"]
        return "; ".join(reversed(uses) if self.side == "for" else uses)

    def use(self, relation: Relation) -> str:
        """As what a premise of a relation is used there."""
        told = f"({self.cite.fate_in_debate(relation)})"
        as_ = "" if self.side == "both" else "as "
        if relation.kind is Kind.UNDERCUTS:
            step = self.map.relations[relation.target]
            if step.kind is Kind.SUPPORTS:
                return f"{as_}an objection to {self.cite.step(step.id)} {told}"
            holds = _ANSWERS[self.cite.finding.relations[relation.id]]
            return f"{as_}an answer to the objection {self.cite.premises(step)} ({holds})"
        role = "a reason for" if relation.kind is Kind.SUPPORTS else "an objection to"
        return f"{as_}{role} {self.cite.tell.name(relation.target)} {told}"

    def sources(self) -> Iterator[Block]:
        yield head(2, "Sources")
        items = list(self.cite.sources())
        if items:
            yield from items
        elif self.map.sources:
            yield para("No claim named here has a source.")
        else:
            yield para("The map names no source, so nothing here can be quoted.")
