"""A debate brief on one page: the claim, the lines on both sides, and questions to ask."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.sheets import paper
from argmap.views.sheets.asking import answered_by
from argmap.views.sheets.debate.cross_examination import cross_examination
from argmap.views.sheets.debate.lines import MOST_NAMED, Lines
from argmap.views.sheets.debate.own_steps import drawn_by_the_mapper
from argmap.views.sheets.debate.voices import AMOUNTS, VOICES, Amount
from argmap.views.sheets.debate_words import DebateWords
from argmap.views.sheets.document import code, em, head, item, para, strong
from argmap.views.sheets.strengths import lone_strength_line
from argmap.views.words.restated import brief_shown
from argmap.views.words.templates import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from argmap.analysis.debate.brief import BriefFinding, LineOfArgument
    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.rests_on.sides import Turn
    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block


def brief_page(
    reading: Reading, cite: Citer, finding: BriefFinding, side: str, most: int | None = None
) -> list[Block]:
    """The brief for a side, as blocks.

    `most` is the largest number of entries in each part; None takes as many as fit on one sheet.
    """
    # Once for all amounts: strengths that were not worked out in time would be begun at each.
    strength = cache(partial(lone_strength_line, reading))
    if most is not None:
        amount = Amount(most, most)
        return list(_Page(reading, cite.afresh(), finding, side, amount, strength).blocks())
    blocks: list[Block] = []
    for amount in AMOUNTS:
        page = _Page(reading, cite.afresh(), finding, side, amount, strength)
        blocks = list(page.blocks())
        if paper.fits(blocks, paper.BRIEF):
            break
    return blocks


class _Page:
    """The parts of a brief, each as blocks, for a side and an amount of detail."""

    def __init__(  # noqa: PLR0913, PLR0917  # each a part of it
        self,
        reading: Reading,
        cite: Citer,
        finding: BriefFinding,
        side: str,
        amount: Amount,
        strength: Callable[[str], Block],
    ) -> None:
        self.strength = strength
        self.map = reading.map
        self.cite = cite
        self.finding = brief_shown(cite.tell, finding)
        self.side = side
        self.voice = VOICES[side]
        self.most = amount.entries
        self.wording = DebateWords(reading, cite)
        self.lines = Lines(cite, self.wording, side, self.voice, amount)
        self.status = cite.finding.claims[finding.claim]

    def blocks(self) -> Iterator[Block]:
        """All parts of the brief in their order."""
        finding, voice = self.finding, self.voice
        yield from self.claim()
        if not (finding.lines_for or finding.lines_against):
            yield from self.alone()
            return
        yield from self.hinges()
        cases = [
            self.case(voice.lines_for, finding.lines_for, is_for=True),
            self.case(voice.lines_against, finding.lines_against, is_for=False),
        ]
        for case in reversed(cases) if self.side == "against" else cases:
            yield from case
        yield from self.flanks(voice.flanks_for, finding.unanswered_below)
        yield from self.flanks(voice.flanks_against, finding.unanswered_replies)
        yield from self.critical()
        yield from self.turns()
        yield from cross_examination(self.cite, finding, self.side, self.most)
        if self.map.sources:
            yield from drawn_by_the_mapper(self.lines.moves, self.wording.shown)
        yield from self.lines.rest()
        yield from self.wording.legend()
        yield from self.sources()

    def claim(self) -> Iterator[Block]:
        """The claim as the title, its status, and the evidence for it."""
        claim = self.map.claims[self.finding.claim]
        self.lines.moves.named[claim.id] = ""
        yield head(1, f"{self.voice.title}: {claim.text}")
        is_quoted = claim.cited_source is not None or bool(claim.locators)
        evidence = self.cite.evidence(claim) if is_quoted else ""
        yield para(
            strong(f"{self.status.word.capitalize()}: {self.status.reason}."),
            f" {self.wording.reason(claim.id)} It is number ",
            f"{self.cite.outline.numbers[claim.id]} in the map. ",
            em(evidence),
        )
        if self.finding.lines_for or self.finding.lines_against:
            yield self.strength(claim.id)
        yield from self.restated()
        yield from answered_by(self.cite, claim.id)
        yield from self.cite.reader()

    def alone(self) -> Iterator[Block]:
        """Advice for a claim without reasons or objections: the keys to write them under."""
        yield para(
            "The map says nothing for it or against it. Reasons go below ",
            code("supported_by:"),
            ", objections below ",
            code("attacked_by:"),
            "; with them there is something to prepare.",
        )
        members = self.map.class_of(self.finding.claim)
        if any(self.map.relations_from(member) for member in members):
            yield para("What rests on it: ", self.cite.command("dependents", self.finding.claim))
        yield from self.sources()

    def restated(self) -> Iterator[Block]:
        """The claims that restate this claim."""
        claim = self.finding.claim
        others = [other for other in self.map.class_of(claim) if other != claim]
        if others:
            yield para(f"The map has it also as {self.cite.tell.names(others)}.")

    def case(self, title: str, lines: Sequence[LineOfArgument], *, is_for: bool) -> Iterator[Block]:
        """The lines of argument for the claim or against it, or a sentence that there are none."""
        yield head(2, title)
        granted = self.map.is_granted(self.finding.claim)
        if lines:
            if is_for and granted:
                yield para("It is also put forward by itself, without needing these reasons.")
            yield from self.lines.of(lines, is_for=is_for)
        elif not is_for:
            yield para("Nothing in the map speaks against it directly.")
        elif granted:
            yield para("The map gives no reason for it; it is put forward as it is.")
        elif self.map.is_pending(self.finding.claim):
            yield para("The map has no reason for it yet: it is still to be supported.")
        else:
            yield para("The map has no reason for it.")

    def flanks(self, title: str, ids: Sequence[str]) -> Iterator[Block]:
        """Unanswered attacks further down that no line of argument has told yet."""
        ids = [id_ for id_ in ids if id_ not in self.lines.moves.made]
        if not ids:
            return
        yield head(2, title)
        for id_ in ids[: self.most]:
            relation = self.map.relations[id_]
            yield item(0, *self.cite.sentence(relation), f" ({self.wording.fate(relation)}).")
            yield from self.lines.moves.rationale(relation, 1)
        yield from self.lines.left_out(len(ids), self.most, "further one")

    def critical(self) -> Iterator[Block]:
        """The premises without which the claim has no reason left."""
        finding = self.finding
        yield head(2, self.voice.critical)
        if not finding.is_ground_known:
            yield self.as_written(
                "No single premise is critical. How few of them would have to be given up together "
                "was not worked out: the search took too long."
            )
        elif finding.ground is None:
            gaps = self.cite.tell.all_shown(finding.to_be_supported)
            words = "Nothing granted leads to it, so no premise is critical."
            if gaps:
                named = self.cite.tell.some_names(gaps)
                words = say("rests.gaps", claims=named, count=len(gaps))
            yield self.as_written(words)
        elif finding.critical == (finding.claim,):
            yield self.as_written("Only the claim itself is critical, as nothing else carries it.")
        elif finding.critical:
            which = "this" if len(finding.critical) == 1 else "any one of these"
            yield self.as_written(f"Without {which}, no reason is left for it:")
            for id_ in finding.critical[: self.most]:
                yield self.lines.moves.claim(id_, 0)
            unshown = len(finding.critical) - self.most
            if unshown > 0:
                yield item(0, f"{unshown} more: ", self.cite.command("premises", finding.claim))
        else:
            size = len(finding.ground)
            named = self.cite.tell.names(finding.ground)
            such = f", for instance {named}" if size <= MOST_NAMED else ""
            yield self.as_written(
                "No single premise is critical: to leave it without a reason, objections left "
                f"aside, at least {size} premises must be given up{such}."
            )

    def as_written(self, sentence: str) -> Block:
        """A sentence on the map as it is written, marked as such on the sheet of a reader."""
        stance = self.cite.finding.stance
        if not (stance.reject or stance.accept):
            return para(sentence)
        begun = f"{sentence[0].lower()}{sentence[1:]}"
        return para(f"With the reader's own opinions left aside, {begun}")

    def hinges(self) -> Iterator[Block]:
        """The single opinions that change whether the claim stands."""
        stands = self.status.label == "in"
        yield head(2, "What would overturn it" if stands else "What would make it stand")
        hinges = self.finding.hinges
        if not hinges:
            change = "keeps it from standing" if stands else "makes it stand"
            yield para(
                f"No single other claim, rejected or accepted, {change}. Several together: ",
                self.cite.command("overturn", self.finding.claim),
            )
            return
        change = "no longer stands" if stands else "stands"
        any_one = "does one of these" if len(hinges) > 1 else "does this"
        yield para(f"It {change} if the judge {any_one}:")
        for opinion in hinges[: self.most]:
            verb = "accepts" if opinion.accepts else "rejects"
            yield item(0, f"{verb} ", self.cite.tell.name(opinion.claim))
        unshown = len(hinges) - self.most
        if unshown > 0:
            others = f"one of {unshown} other views" if unshown > 1 else "one other view"
            yield item(0, f"or takes {others}: ", self.cite.command("overturn", self.finding.claim))

    def turns(self) -> Iterator[Block]:
        """The claims that serve both sides."""
        turns = self.finding.sides.turns
        if not turns:
            return
        yield head(2, "Turns: claims that serve both sides")
        for turn in turns[: self.most]:
            yield item(0, strong(self.cite.tell.name(turn.claim)), f": {self.turn(turn)}.")
        yield from self.lines.left_out(len(turns), self.most, "turn")

    def turn(self, turn: Turn) -> str:
        """The two uses of a claim, the other side's use first, as that is the use to be turned."""
        voice = self.voice
        works_for = self.use(self.map.relations[turn.works_for])
        works_against = self.use(self.map.relations[turn.works_against])
        uses = [f"{voice.for_it} {works_for}", f"{voice.against_it} {works_against}"]
        return "; ".join(reversed(uses) if self.side == "for" else uses)

    def use(self, relation: Relation) -> str:
        """The use of a premise in a relation: as a reason, an objection, or an answer to one."""
        fate = f"({self.wording.fate(relation)})"
        as_ = "" if self.side == "both" else "as "
        if relation.kind is Kind.UNDERCUTS:
            step = self.map.relations[relation.target]
            if step.kind is Kind.SUPPORTS:
                return f"{as_}an objection to {self.cite.step(step.id)} {fate}"
            return f"{as_}an answer to the objection {self.cite.premises(step)} {fate}"
        role = "a reason for" if relation.kind is Kind.SUPPORTS else "an objection to"
        return f"{as_}{role} {self.cite.tell.name(relation.target)} {fate}"

    def sources(self) -> Iterator[Block]:
        """The sources that were cited."""
        yield head(2, "Sources")
        items = list(self.cite.sources())
        if items:
            yield from items
        elif self.map.sources:
            yield para("No claim named here has a source.")
        else:
            yield para("The map names no source, so nothing here can be quoted.")
