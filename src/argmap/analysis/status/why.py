"""The explanation of a claim's status: the reasons for and against it, down to the premises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of an explanation: a claim or a relation, whichever of the two is not None.

    The line belongs under the nearest line above it that has less depth. `repeated` marks a claim
    that was explained further up, itself or by a restatement: it is not explained again.
    """

    depth: int
    claim: str | None = None
    relation: Relation | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Why(Finding):
    """The reasons for and against a claim as a tree, written as lines in reading order."""

    claim: str
    reasons: tuple[Reason, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One row for each line of the tree, in reading order."""
        return [
            row(
                depth=reason.depth,
                claim=reason.claim,
                relation=reason.relation.id if reason.relation is not None else None,
                repeated=reason.repeated,
            )
            for reason in self.reasons
        ]

    def _summary(self) -> str:
        relations = sum(reason.relation is not None for reason in self.reasons)
        return f"{self.claim}, {counted(relations, 'relation')} below it"


def why(reading: Reading, claim: str) -> Why:
    """The tree of reasons below a claim: its relations, their premises, and so on down.

    Under a claim stand the relations to its class, supports before attacks; under a relation stand
    its premises, then its undercuts. Every claim is explained only once, so that the tree is no
    larger than the map. Cost: linear.

    Raises:
        UsageError: there is no such claim.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> reasons = why(Reading(THREE_CLAIMS), "close").reasons
    >>> [(reason.depth, reason.claim) for reason in reasons if reason.claim]
    [(0, 'close'), (2, 'quieter'), (2, 'shops')]
    """
    argument_map = reading.map
    argument_map.claim_named(claim)
    reasons: list[Reason] = []
    explained: set[str] = set()
    waiting: list[Reason] = [Reason(0, claim=claim)]
    while waiting:
        reason = waiting.pop()
        if reason.claim is not None:
            head = argument_map.head_of(reason.claim)
            repeated = head in explained
            explained.add(head)
            reasons.append(Reason(reason.depth, claim=reason.claim, repeated=repeated))
            relations = [] if repeated else _supports_first(argument_map, reason.claim)
            below = [Reason(reason.depth + 1, relation=relation) for relation in relations]
        else:
            reasons.append(reason)
            below = _below(argument_map, reason)
        waiting.extend(reversed(below))
    return Why(claim, tuple(reasons))


def _supports_first(argument_map: ArgumentMap, claim: str) -> list[Relation]:
    relations = argument_map.relations_to_class(claim)
    return sorted(relations, key=lambda relation: relation.kind is not Kind.SUPPORTS)


def _below(argument_map: ArgumentMap, reason: Reason) -> list[Reason]:
    relation = reason.relation
    if relation is None:
        return []
    premises = [Reason(reason.depth + 1, claim=premise) for premise in relation.premises]
    undercuts = argument_map.relations_to(relation.id)
    return premises + [Reason(reason.depth + 1, relation=other) for other in undercuts]
