"""The points of a map that may be worth discussing, topic by topic, before they are weighed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.analysis.debate.trials import Trial, TrialKind
from argmap.analysis.labels.labelling import Label
from argmap.analysis.rests_on.gaps import Gaps
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.debate.trials import Trials
    from argmap.analysis.people.readers import ReadersFinding
    from argmap.analysis.reading_of_map import Reading


class Topic(StrEnum):
    """The reason why a point is worth discussing, among equals the most urgent first."""

    READERS = "readers part"
    """The stances of the map disagree over conclusions, and this claim decides."""
    CONTESTED = "contested"
    """An objection to the claim goes through: no answer to it stands."""
    CONFLICT = "conflict"
    """Undecided claims that attack each other, so that neither side prevails."""
    GAP = "to be supported"
    """A claim that still needs support: pending, or neither granted nor supported."""
    UNANSWERED = "unanswered"
    """An objection to a step, without an answer that stands. The step leads to a conclusion, or the
    objection decides whether some claim stands."""
    HINGE = "hinge"
    """A claim without which a conclusion does not stand."""
    LOOSE = "loose end"
    """An objection to a step, without an answer that stands. The step leads to no conclusion, and
    the objection decides nothing."""


@dataclass(frozen=True, slots=True)
class DraftPoint:
    """A point before its stakes are known; `trial` is the change that will find them."""

    topic: Topic
    claims: tuple[str, ...]
    trial: Trial
    attack: str | None = None
    conclusions: tuple[str, ...] = ()
    distance: int | None = None


class Drafting:
    """The search for the points of a map, topic by topic."""

    def __init__(self, reading: Reading) -> None:
        self.labelling = reading.grounded
        self.map = reading.map
        self.place_of = reading.outline.place_of
        self.conclusions = frozenset(reading.conclusions)
        self.classes = self.map.heads
        stance = reading.stance
        self.judged = {self.map.head_of(id_) for id_ in stance.reject | stance.accept}
        self.gaps = Gaps(reading.groundwork).all

    def is_at_the_top(self, draft: DraftPoint) -> bool:
        """Whether an objection is to a step that leads to a conclusion."""
        step = self.map.relations[self.map.relations[draft.attack or ""].target]
        return self.map.head_of(step.target) in self.conclusions

    def turned(self, claim: str) -> Trial:
        """The trial that settles a claim the other way: rejected if it stands, else accepted."""
        stands = self.labelling.claims[claim] is Label.IN
        return Trial(TrialKind.REJECT if stands else TrialKind.ACCEPT, claim)

    def of_readers(self, finding: ReadersFinding) -> Iterator[DraftPoint]:
        """The claims that decide the conclusions over which readers disagree."""
        turning: dict[str, list[str]] = {}
        for conclusion, decisive in finding.parted.items():
            for claims in decisive.sets:
                for claim in claims:
                    turning.setdefault(claim, []).append(conclusion)
        for claim, conclusions in turning.items():
            parted = tuple(dict.fromkeys(conclusions))
            yield DraftPoint(Topic.READERS, (claim,), self.turned(claim), conclusions=parted)

    def of_contested(self) -> Iterator[DraftPoint]:
        """The objections to claims that go through, whatever else makes a claim stand or fall."""
        for id_ in self.classes:
            for attack in self.attacks_on(id_, Label.IN):
                claims = (id_, *self.firsts(self.map.relations[attack].premises))
                trial = Trial(TrialKind.STRIKE, attack)
                yield DraftPoint(Topic.CONTESTED, tuple(dict.fromkeys(claims)), trial, attack)

    def of_conflicts(self) -> Iterator[DraftPoint]:
        """The sets of undecided claims that attack each other in a circle."""
        import networkx as nx  # noqa: PLC0415  # slow to import, and no other command needs it

        undecided = [id_ for id_ in self.classes if self.labelling.claims[id_] is Label.UNDEC]
        attacked: nx.DiGraph[str] = nx.DiGraph()
        attacked.add_nodes_from(undecided)
        for id_ in undecided:
            for attack in self.attacks_on(id_, Label.UNDEC):
                premises = self.firsts(self.map.relations[attack].premises)
                attacked.add_edges_from((id_, other) for other in premises if other in attacked)
        for part in nx.strongly_connected_components(attacked):
            claims = tuple(sorted(part, key=self.place_of.__getitem__))
            if len(claims) > 1 or attacked.has_edge(claims[0], claims[0]):
                yield DraftPoint(Topic.CONFLICT, claims, self.turned(claims[0]))

    def of_gaps(self) -> Iterator[DraftPoint]:
        """The claims still to be supported, on which the reader has taken no side."""
        for id_ in self.gaps:
            if id_ not in self.judged:
                yield DraftPoint(Topic.GAP, (id_,), Trial(TrialKind.ACCEPT, id_))

    def of_objections(self) -> Iterator[DraftPoint]:
        """The objections that go through and are directed at supports."""
        for id_, relation in self.map.relations.items():
            if relation.kind is not Kind.UNDERCUTS or self.labelling.relations[id_] is not Label.IN:
                continue
            step = self.map.relations[relation.target]
            if step.kind is Kind.SUPPORTS:
                trial = Trial(TrialKind.STRIKE, id_)
                yield DraftPoint(Topic.UNANSWERED, self.firsts(relation.premises), trial, id_)

    def of_hinges(self, trials: Trials) -> Iterator[DraftPoint]:
        """The premises whose rejection changes whether some conclusion stands."""
        premises = [
            id_
            for id_ in self.classes
            if self.map.is_granted(id_) and self.labelling.claims[id_] is Label.IN
        ]
        every = [Trial(TrialKind.REJECT, id_) for id_ in premises]
        for trial, weight in zip(every, trials.weights(every), strict=True):
            if weight.conclusions:
                yield DraftPoint(Topic.HINGE, (trial.id,), trial)

    def attacks_on(self, claim: str, label: Label) -> list[str]:
        """The attacks with this label on the claim's class."""
        return [
            attack.id
            for attack in self.map.relations_to_class(claim, Kind.ATTACKS)
            if self.labelling.relations[attack.id] is label
        ]

    def firsts(self, claims: Sequence[str]) -> tuple[str, ...]:
        """The smallest id of the class of each of these claims, without repetitions."""
        return tuple(dict.fromkeys(self.map.head_of(claim) for claim in claims))
