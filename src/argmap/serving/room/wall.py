"""A state of the map as the room speaks of it: claims by their words, and what can be asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.deciding import deciding_premises
from argmap.model.relation import Kind
from argmap.model.stance import Stance
from argmap.serving.room.answers import Reply, mark_of
from argmap.views.words.sentences import Teller

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.analysis.reading_of_map import Reading

MOST_PREMISES = 20
"""The most premises that are put to a room at once: more than that nobody answers."""

_ROLES = {Kind.SUPPORTS: "A reason for", Kind.ATTACKS: "An objection to"}


@dataclass(frozen=True)
class Wall:
    """A legible reading of the map, under the name of its state."""

    state: str
    reading: Reading

    @cached_property
    def tell(self) -> Teller:
        """The names of its claims."""
        return Teller(self.reading.map, self.reading.outline)

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """The mark of the words of each claim, in the order of their numbers."""
        claims = self.reading.map.claims
        return {id_: mark_of(claims[id_].text) for id_ in self.reading.outline.numbers}

    @cached_property
    def claims_with(self) -> Mapping[str, tuple[str, ...]]:
        """The claims with the words of each mark."""
        claims: dict[str, tuple[str, ...]] = {}
        for id_, mark in self.marks.items():
            claims[mark] = (*claims.get(mark, ()), id_)
        return claims

    @cached_property
    def premises(self) -> tuple[str, ...]:
        """The premises that matter, the most critical first, at most twenty."""
        return deciding_premises(self.reading)[:MOST_PREMISES]

    def claim_now(self, claim: str, mark: str) -> str | None:
        """A claim by the id that it had, or under another id by its words; None if it is gone."""
        if claim in self.marks:
            return claim
        return next(iter(self.claims_with.get(mark, ())), None)

    def shown(self, id_: str) -> dict[str, Any]:
        """A claim as phones and the leader's screen show it."""
        claim = self.reading.map.claims[id_]
        return {
            "id": id_,
            "mark": self.marks[id_],
            "number": self.reading.outline.numbers[id_],
            "name": claim.name,
            "text": claim.text,
            "role": self._role(id_),
        }

    def _role(self, id_: str) -> str:
        """The first thing for which or against which a claim is put forward."""
        for relation in self.reading.map.relations.values():
            if id_ in relation.premises:
                if relation.kind is Kind.UNDERCUTS:
                    return f"It would block {self.tell.step_at(relation.target)}."
                alone = "" if len(relation.premises) == 1 else ", together with others"
                return f"{_ROLES[relation.kind]} {self.tell.name(relation.target)}{alone}."
        return ""

    def stance(self, opinions: Mapping[str, Reply], id_: str = "", name: str = "") -> Stance:
        """The stance of somebody with these opinions, by mark; of restated claims the last counts.

        To agree is to accept a claim, to disagree to reject it; who cannot say leaves it as it is.
        """
        verdicts: dict[str, tuple[str, Reply]] = {}
        for mark, opinion in opinions.items():
            for claim in self.claims_with.get(mark, ()):
                verdicts[self.reading.map.head_of(claim)] = (claim, opinion)

        def claims(wanted: Reply) -> frozenset[str]:
            return frozenset(id_ for id_, opinion in verdicts.values() if opinion is wanted)

        return Stance(id_, name, claims(Reply.DISAGREE), claims(Reply.AGREE))
