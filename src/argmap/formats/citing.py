"""The source and the mode that a claim file has to say, because reading would not work them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.editing.yaml_text import NO_SOURCE
from argmap.model.claim import Mode
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation


def mode_unless_stated(argument_map: ArgumentMap, claim: Claim) -> Mode:
    """The mode of a claim that states none, in a file without a source of its own."""
    source = argument_map.sources.get(claim.source or "")
    if claim.speaker is None or source is None or source.is_by(claim.speaker):
        return Mode.ASSERTED
    return Mode.REPORTED


def source_and_mode_of(
    argument_map: ArgumentMap, relation: Relation, inside: Claim | None
) -> dict[str, Any]:
    """The keys `source` and `mode` of a relation, where reading would not work them out.

    `NO_SOURCE` stands where reading would take a source, and the relation has none.
    """
    cited = {argument_map.claims[id_].cited_source for id_ in _joined(argument_map, relation)}
    common = next(iter(cited)) if len(cited) == 1 else None
    quoted = inside.source if relation.locators and inside is not None else None
    taken = common or quoted
    keys: dict[str, Any] = {}
    if relation.source is None and taken is not None:
        keys["source"] = NO_SOURCE
        default = Mode.EDITORIAL
    else:
        if relation.source != taken:
            keys["source"] = relation.source
        is_own = relation.source is None and len(cited) != 1
        default = Mode.EDITORIAL if is_own else Mode.ASSERTED
    if relation.mode is not default:
        keys["mode"] = relation.mode
    return keys


def _joined(argument_map: ArgumentMap, relation: Relation) -> tuple[str, ...]:
    """The claims that a relation joins; in place of a step that it hits, those that this joins."""
    if relation.kind is not Kind.UNDERCUTS:
        return (*relation.premises, relation.target)
    step = argument_map.relations[relation.target]
    ends = (step.target,) if step.target in argument_map.claims else ()
    return (*relation.premises, *step.premises, *ends)
