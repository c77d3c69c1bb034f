"""The own labels of relations: what a step or an objection is worth before its target is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.analysis.labels.semantics import Labels
    from argmap.model.relation import Relation


def own_labels(labels: Labels, refuting: Labels) -> Mapping[str, Label]:
    """The label of each relation with everything that hits its target left aside.

    A support of a claim is blocked by every attack on the claim, so its label says nothing of the
    reason itself; its own label does. It is `in` if the premises are `in` and no undercut of the
    relation can go through, `out` if a premise is `out` or an undercut is `in`, and else `undec`.
    An attack and an undercut have no other hurdle, so their own label is their label.

    `refuting` has the labels with every attack meant to refute. Under these an undercut is `out`
    exactly if the extension defeats it, even if its premise is only contested as the map is read.
    Cost: linear.

    Shops speak against the conclusion, and the reason for it is a reason still:

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> reading = Reading(THREE_CLAIMS)
    >>> reading.labels.relations["for"].value, reading.own_labels["for"].value
    ('undec', 'in')
    """
    return {
        id_: labels.relations[id_]
        if relation.kind is not Kind.SUPPORTS
        else _of_support(relation, labels, refuting)
        for id_, relation in labels.map.relations.items()
        if id_ in labels.relations
    }


def _of_support(support: Relation, labels: Labels, refuting: Labels) -> Label:
    premises = [labels.claims[premise] for premise in support.premises]
    undercuts = [undercut.id for undercut in labels.map.relations_to(support.id)]
    if Label.OUT in premises or any(labels.relations[id_] is Label.IN for id_ in undercuts):
        return Label.OUT
    is_safe = all(refuting.relations[id_] is Label.OUT for id_ in undercuts)
    return Label.IN if is_safe and all(label is Label.IN for label in premises) else Label.UNDEC
