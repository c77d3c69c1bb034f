"""Which checks there are, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks import evidence, structure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.diagnostics import Diagnostic
    from argmap.model.argument_map import ArgumentMap
    from argmap.reading.documents import Documents

CHECKS: tuple[Callable[[ArgumentMap], Iterable[Diagnostic]], ...] = (
    structure.self_support,
    structure.own_target,
    structure.inside_class,
    structure.granted_at_odds,
    structure.both_rejected_and_accepted,
)

EVIDENCE_CHECKS: tuple[Callable[[ArgumentMap, Documents], Iterable[Diagnostic]], ...] = (
    evidence.quotations,
    evidence.documents_themselves,
)


def problems(argument_map: ArgumentMap, documents: Documents) -> list[Diagnostic]:
    """Every problem that the checks find in a map and its documents."""
    found = [one for check in CHECKS for one in check(argument_map)]
    return found + [one for check in EVIDENCE_CHECKS for one in check(argument_map, documents)]
