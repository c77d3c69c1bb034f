"""JSON answers about what rests on what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.people.positions import PositionsFinding
    from argmap.analysis.people.readers import ReadersFinding
    from argmap.analysis.rests_on.conclusions import Conclusion
    from argmap.analysis.rests_on.dependents import DependentsFinding
    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.analysis.status.overturn import Opinion, OverturnFinding
    from argmap.analysis.status.whatif import WhatIfFinding
    from argmap.model.stance import Stance


def premises_answer(found: PremisesFinding) -> dict[str, Any]:
    """The answer of `argmap premises CLAIM`."""
    return {
        "schema": "argmap.premises/1",
        "claim": found.claim,
        "derivable": found.derivable,
        "premises": found.premises,
        "idle": found.idle,
        "critical": found.critical,
        "premise_sets": [
            {"claims": one.claims, "status": one.status, "by": one.by} for one in found.premise_sets
        ],
        "premise_sets_total": found.premise_sets_total,
        "standing_premise_sets": found.standing_premise_sets,
        "rejection_sets": found.rejection_sets,
        "rejection_sets_total": found.rejection_sets_total,
        "complete": found.complete,
        "stopped": found.stopped,
    }


def conclusions_answer(rows: Iterable[Conclusion]) -> dict[str, Any]:
    """The answer of `argmap premises` for all conclusions."""
    return {
        "schema": "argmap.premises/1",
        "conclusions": [
            {
                "claim": one.claim,
                "premises": one.premises,
                "critical": one.critical,
                "smallest_rejection_set": one.smallest_rejection_set,
                "sources": one.sources,
            }
            for one in rows
        ],
    }


def dependents_answer(found: DependentsFinding) -> dict[str, Any]:
    """The answer of `argmap dependents`."""
    return {
        "schema": "argmap.dependents/1",
        "claim": found.claim,
        "falls": found.falls,
        "weakened": found.weakened,
        "untouched": found.untouched,
    }


def whatif_answer(found: WhatIfFinding) -> dict[str, Any]:
    """The answer of `argmap whatif`."""
    before, after = found.before.claims, found.after.claims
    return {
        "schema": "argmap.whatif/1",
        "stance": _stance(found.stance),
        "changed": {
            id_: {"from": before[id_].label, "to": after[id_].label, "chain": chain}
            for id_, chain in found.changed.items()
        },
        "weakened": {
            id_: {"lost": loss.lost, "left": loss.left} for id_, loss in found.weakened.items()
        },
    }


def _stance(stance: Stance) -> dict[str, list[str]]:
    return {"reject": sorted(stance.reject), "accept": sorted(stance.accept)}


def overturn_answer(found: OverturnFinding) -> dict[str, Any]:
    """The answer of `argmap overturn`."""
    return {
        "schema": "argmap.overturn/1",
        "claim": found.claim,
        "label": found.label,
        "stances": [_opinions(one) for one in found.stances],
        "complete": found.complete,
        "stopped": found.stopped,
    }


def _opinions(opinions: Iterable[Opinion]) -> dict[str, list[str]]:
    sides: dict[str, list[str]] = {"reject": [], "accept": []}
    for one in opinions:
        sides["accept" if one.accepts else "reject"].append(one.claim)
    return sides


def readers_answer(found: ReadersFinding) -> dict[str, Any]:
    """The answer of `argmap readers`."""
    names = [one.name for one in found.readers]
    return {
        "schema": "argmap.readers/1",
        "readers": [{"name": one.name, **_stance(one)} for one in found.readers],
        "verdicts": {
            id_: dict(zip(names, held, strict=True)) for id_, held in found.verdicts.items()
        },
        "conclusions": {
            id_: {
                name: finding.claims[id_].label
                for name, finding in zip(names, found.findings, strict=True)
            }
            for id_ in found.conclusions
        },
        "parted": {
            id_: {"decisive": one.sets, "complete": not one.is_cut}
            for id_, one in found.parted.items()
        },
    }


def positions_answer(found: PositionsFinding) -> dict[str, Any]:
    """The answer of `argmap positions`."""
    return {
        "schema": "argmap.positions/1",
        "semantics": found.semantics,
        "positions": found.positions,
        "total": found.total,
        "complete": found.complete,
        "shared": found.shared,
        "decisive": found.decisive,
        "keys": found.keys,
    }
