"""Acts on steps and objections: premises joined and split off, reasons made objections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.edits import JoinPremise, Redirect, SplitPremise
from argmap.errors import UsageError
from argmap.model.relation import Kind, Relation
from argmap.serving.acts.plan import Plan, known, name_of, opened

if TYPE_CHECKING:
    from argmap.serving.given import Given
    from argmap.serving.map_files import MapState


def join(state: MapState, given: Given) -> Plan:
    """A further premise of a step."""
    step, premise = given.text("relation"), given.text("premise")
    known(state, "relation", step)
    known(state, "claim", premise)
    words = f"{name_of(state, step)} needs {name_of(state, premise)} as well."
    return Plan((JoinPremise(step, premise),), opened(words), premise)


def split(state: MapState, given: Given) -> Plan:
    """A step that does without one of its premises."""
    step, premise = given.text("relation"), given.text("premise")
    known(state, "relation", step)
    known(state, "claim", premise)
    name = name_of(state, premise)
    words = f"{opened(name_of(state, step))} does without {name} now."
    return Plan((SplitPremise(step, premise),), words)


def turn(state: MapState, given: Given) -> Plan:
    """A reason made an objection, or an objection a reason."""
    step = given.text("relation")
    relation = known(state, "relation", step)
    if not isinstance(relation, Relation) or relation.kind is Kind.UNDERCUTS:
        raise UsageError("what blocks a step can be nothing else; delete it, and add it anew")
    kind = Kind.ATTACKS if relation.kind is Kind.SUPPORTS else Kind.SUPPORTS
    noun = "an objection" if kind is Kind.ATTACKS else "a reason"
    words = f"Made {name_of(state, step)} {noun}."
    return Plan((Redirect(step, kind, relation.target),), words)
