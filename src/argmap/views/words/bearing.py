"""The relations that bear on a claim, in one line by the numbers of claims, for lists on paper."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.words.templates import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.labels.labelling import Label
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

_SUPPORT = {"in": "bearing.counts", "out": "bearing.fails", "undec": "bearing.unsettled"}
_ATTACK = {"in": "bearing.unanswered", "out": "bearing.answered", "undec": "bearing.unsettled"}


def bearing_in_words(
    argument_map: ArgumentMap,
    numbers: Mapping[str, str],
    labels: Mapping[str, Label],
    claim: str,
) -> tuple[str, ...]:
    """Sentences on a claim: its supports, the attacks on it and on its steps, its restatements.

    `numbers` are those of the outline, `labels` the own labels of the relations: a reason that
    holds counts, whatever else becomes of the claim.

    >>> from argmap.graph.outline import outline
    >>> from argmap.model.example import THREE_CLAIMS
    >>> numbers = outline(THREE_CLAIMS).numbers
    >>> labels = dict.fromkeys(THREE_CLAIMS.relations, "in")
    >>> bearing_in_words(THREE_CLAIMS, numbers, labels, "close")
    ('Supported by 1.1.', 'Against it: 1.2 (unanswered).')
    """
    relations: list[Relation] = list(argument_map.relations_to(claim))
    groups: dict[tuple[Kind, str], list[Relation]] = {}
    for relation in relations:  # grows while it is read: undercuts, undercuts of undercuts
        groups.setdefault((relation.kind, relation.target), []).append(relation)
        relations += argument_map.relations_to(relation.id)
    sentences = []
    for (kind, target), same in sorted(groups.items(), key=lambda group: _PLACE[group[0][0]]):
        names = [_marked(relation, numbers, labels[relation.id]) for relation in same]
        values = {"relations": _joined(names)}
        if kind is Kind.UNDERCUTS:
            hit = argument_map.relations[target]
            values["premises"] = _premises(hit, numbers)
            sentences.append(say(_STEP.get(hit.kind, "bearing.objection"), **values))
        else:
            sentences.append(say(f"bearing.{kind}", **values))
    others = [numbers[other] for other in argument_map.class_of(claim) if other != claim]
    return (*sentences, *([say("bearing.same", claims=_joined(others))] if others else ()))


_PLACE = {Kind.SUPPORTS: 0, Kind.ATTACKS: 1, Kind.UNDERCUTS: 2}
_STEP = {Kind.SUPPORTS: "bearing.step"}


def _premises(relation: Relation, numbers: Mapping[str, str]) -> str:
    names = [numbers[premise] for premise in relation.premises]
    return reduce(lambda before, name: say("bearing.premise", before=before, premise=name), names)


def _marked(relation: Relation, numbers: Mapping[str, str], label: Label) -> str:
    """The premises of a relation, and whether it counts."""
    words = _SUPPORT if relation.kind is Kind.SUPPORTS else _ATTACK
    return say(words[label], premises=_premises(relation, numbers))


def _joined(names: Iterable[str]) -> str:
    return reduce(lambda before, name: say("bearing.next", before=before, relation=name), names)
