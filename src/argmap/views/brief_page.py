"""A debate brief on one page: the claim, the lines on both sides, and where to press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.brief import attacks_on
from argmap.model.relation import Kind
from argmap.views.brief_questions import cross_examination
from argmap.views.document import code, em, head, item, para, strong
from argmap.views.text import count_of
from argmap.views.wording import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.brief import BriefFinding, Line
    from argmap.analysis.labelling import Labelling
    from argmap.model.relation import Relation
    from argmap.views.citing import Citer
    from argmap.views.document import Block

_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Voice:
    """How a side calls what is its own and what is the others'."""

    title: str
    lines_for: str
    lines_against: str
    flanks_for: str
    flanks_against: str
    critical: str
    attack_on_for: str
    attack_on_against: str
    back_on_for: str
    back_on_against: str


VOICES = {
    "for": Voice(
        "For",
        "Our case",
        "What they will say",
        "They can also say (the map has no answer)",
        "We can also say (the map has no answer)",
        "Defend",
        "They say",
        "We answer",
        "We answer",
        "They come back",
    ),
    "against": Voice(
        "Against",
        "What they will say",
        "Our case",
        "We can also say (the map has no answer)",
        "They can also say (the map has no answer)",
        "Press",
        "We say",
        "They answer",
        "They answer",
        "We come back",
    ),
    "both": Voice(
        "Brief",
        "For it",
        "Against it",
        "Further down, against it, and unanswered",
        "Further down, for it, and unanswered",
        "Critical premises",
        "Objection",
        "Answer",
        "Answer",
        "Reply to that",
    ),
}


def brief_page(
    labelling: Labelling, cite: Citer, found: BriefFinding, side: str, most: int
) -> list[Block]:
    """The brief for a side; `most` is how many lines each list has at most."""
    page = _Page(labelling, cite, found, side, most)
    return list(page.blocks())


class _Page:
    def __init__(
        self, labelling: Labelling, cite: Citer, found: BriefFinding, side: str, most: int
    ) -> None:
        self.labelling = labelling
        self.map = labelling.map
        self.cite = cite
        self.found = found
        self.side = side
        self.voice = VOICES[side]
        self.most = most
        self.status = cite.finding.claims[found.claim]

    def blocks(self) -> Iterator[Block]:
        found, voice = self.found, self.voice
        yield from self.claim()
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
        yield head(1, f"{self.voice.title}: {claim.text}")
        number = self.cite.outline.numbers[claim.id]
        yield para(
            f"Number {number} in the map. ",
            strong(f"{self.status.word.capitalize()}: {self.status.reason}."),
            f" {REASONS[self.status.reason]}",
        )
        evidence = self.cite.evidence(claim)
        if evidence:
            yield para(em(evidence))

    def case(self, title: str, lines: Sequence[Line], *, is_for: bool) -> Iterator[Block]:
        yield head(2, title)
        if not lines:
            granted = self.map.is_granted(self.found.claim)
            if not is_for:
                yield para("Nothing in the map speaks against it directly.")
            elif granted:
                yield para("No reason is given for it in the map; it is put forward as it is.")
            else:
                yield para("The map has no reason for it.")
            return
        if is_for and self.map.is_granted(self.found.claim):
            yield para("It is also put forward by itself, without needing these reasons.")
        for line in lines[: self.most]:
            yield from self.line(line, is_for=is_for)
        left = len(lines) - len(lines[: self.most])
        if left:
            yield para(f"{count_of(left, 'weaker line')} left out (--lines).")

    def line(self, line: Line, *, is_for: bool) -> Iterator[Block]:
        relation = self.map.relations[line.relation]
        fate = f"({self.cite.fate(relation)}{'; all hangs on this' if line.decides else ''})"
        if relation.is_linked:
            yield item(0, strong(f"{self.cite.premises(relation)}, only together "), fate)
            for premise in relation.premises:
                yield self.cite.claim_item(premise, 1)
        else:
            yield self.cite.claim_item(relation.premises[0], 0, fate)
        yield from self.cite.rationale(relation, 1)
        yield from self.ground(line)
        voice = self.voice
        attack = voice.attack_on_for if is_for else voice.attack_on_against
        back = voice.back_on_for if is_for else voice.back_on_against
        yield from self.exchange(line, attack, back, is_for=is_for)

    def ground(self, line: Line) -> Iterator[Block]:
        """What it takes to leave the line without ground, beyond its own premises."""
        premises = set(self.map.relations[line.relation].premises)
        if line.critical:
            if not set(line.critical) <= premises:
                yield item(1, f"Rests wholly on {self.cite.tell.names(line.critical)}.")
        elif line.ground is None:
            yield item(1, "No granted claim leads to it: as it is, it rests on nothing.")
        else:
            size = len(line.ground)
            named = f": {self.cite.tell.names(line.ground)}" if size <= _MOST_NAMED else ""
            yield item(1, f"It loses all ground only if {size} premises go together{named}.")

    def exchange(self, line: Line, attack: str, back: str, *, is_for: bool) -> Iterator[Block]:
        """The attacks on a line, each with the best reply to it."""
        if not line.attacks:
            if line.label != "out" and (self.side, is_for) in (("for", False), ("against", True)):
                yield item(1, strong("Unanswered: "), "the map has nothing against it.")
            elif line.label != "out" and self.side == "both" and not is_for:
                yield item(1, strong("Unanswered."))
            return
        hostile = (self.side, is_for) in {("for", False), ("against", True)}
        if hostile and line.label == "in":
            yield item(1, strong("Unanswered: "), "nothing that the map has against it holds.")
        for id_ in line.attacks[: self.most]:
            one = self.map.relations[id_]
            yield item(1, strong(f"{attack}: "), self.said(one, line.relation))
            yield from self.cite.rationale(one, 2)
            replies = [reply for reply in attacks_on(self.labelling, one) if reply != line.relation]
            if not replies:
                yield item(2, strong(f"{back}: nothing in the map."))
                continue
            best = self.map.relations[replies[0]]
            yield item(2, strong(f"{back}: "), self.said(best, id_))
            yield from self.cite.rationale(best, 3)

    def said(self, attack: Relation, at: str) -> str:
        """The premises of an attack, what it hits if that is a premise, and whether it holds."""
        hit = attack.target
        where = "" if hit == at else f" against {self.cite.tell.name(hit)}"
        label = self.labelling.relations[attack.id]
        doubt = {"in": "", "undec": " (undecided)", "out": " (itself answered)"}[label]
        return f"{self.cite.premises(attack)}{where}{doubt}"

    def flanks(self, title: str, ids: Sequence[str]) -> Iterator[Block]:
        if not ids:
            return
        yield head(2, title)
        for id_ in ids[: self.most]:
            relation = self.map.relations[id_]
            yield item(0, *self.cite.sentence(relation), f" ({self.cite.fate(relation)}).")
            yield from self.cite.rationale(relation, 1)
        left = len(ids) - len(ids[: self.most])
        if left:
            yield item(0, f"{left} more, further down still (--lines).")

    def critical(self) -> Iterator[Block]:
        found = self.found
        yield head(2, self.voice.critical)
        if found.ground is None:
            yield para("Nothing granted leads to it, so no premise is critical.")
            return
        if not found.critical:
            size = len(found.ground)
            names = f", for example {self.cite.tell.names(found.ground)}"
            yield para(
                "No single premise is critical: ",
                f"{size} must go together before no reason is left"
                f"{names if size <= _MOST_NAMED else ''}.",
            )
            return
        yield para("Without any one of these, no reason is left for it:")
        for id_ in found.critical[: self.most]:
            yield self.cite.claim_item(id_, 0)
        left = len(found.critical) - len(found.critical[: self.most])
        if left:
            yield item(0, f"{left} more: ", code(f"argmap premises {found.claim}"))

    def hinges(self) -> Iterator[Block]:
        stands = self.status.label == "in"
        yield head(2, "What would overturn it")
        if not self.found.hinges:
            change = "keeps it from standing" if stands else "makes it stand"
            yield para(
                f"No single other claim, rejected or accepted, {change}. Several together: ",
                code(f"argmap overturn {self.found.claim}"),
            )
            return
        yield para(f"It {'no longer stands' if stands else 'stands'} if a judge")
        for one in self.found.hinges[: self.most]:
            verb = "accepts" if one.accepts else "rejects"
            yield item(
                0,
                f"{verb} ",
                strong(self.cite.tell.name(one.claim)),
                f": {self.map.claims[one.claim].text}",
            )
        left = len(self.found.hinges) - len(self.found.hinges[: self.most])
        if left:
            yield item(0, f"or takes one of {left} other views (--lines).")

    def turns(self) -> Iterator[Block]:
        turns = self.found.sides.turns
        if not turns:
            return
        yield head(2, "Turns: claims that serve both sides")
        for one in turns[: self.most]:
            works_for, works_against = (
                self.map.relations[id_] for id_ in (one.works_for, one.works_against)
            )
            yield item(
                0,
                strong(self.cite.tell.name(one.claim)),
                f" works for it {self.use(works_for)}, against it {self.use(works_against)}.",
            )
        left = len(turns) - len(turns[: self.most])
        if left:
            yield item(0, f"{left} more (--lines).")

    def use(self, relation: Relation) -> str:
        """As what a premise of a relation is used there."""
        if relation.kind is Kind.UNDERCUTS:
            target, role = self.cite.step(relation.target), "objection to"
        else:
            target = self.cite.tell.name(relation.target)
            role = "reason for" if relation.kind is Kind.SUPPORTS else "objection to"
        return f"as {role} {target} ({self.cite.fate(relation)})"

    def sources(self) -> Iterator[Block]:
        yield head(2, "Sources")
        items = list(self.cite.sources())
        if items:
            yield from items
        else:
            yield para("No claim named here has a source.")
