"""The reasons for a claim's status as a tree for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.terminal.lines import hanging
from argmap.views.words.fates import fate_of
from argmap.views.words.origin import origin_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.status.why import Reason, Why
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

_INDENT_LIMIT = 16
_DEEPEST_TEXT = 12
_SIGNS = {
    Kind.SUPPORTS: ("+", "supported by"),
    Kind.ATTACKS: ("-", "attacked by"),
    Kind.UNDERCUTS: ("/", "step attacked by"),
}


def why_text(
    argument_map: ArgumentMap, outline: Outline, finding: StatusFinding, why: Why
) -> Iterator[str]:
    """The tree of reasons, indented; beyond the deepest indent the depth is given as a number."""
    for reason in why.reasons:
        shown = min(reason.depth, _INDENT_LIMIT)
        margin = "  " * shown + (f"[{reason.depth}] " if reason.depth > shown else "")
        if reason.relation is not None:
            yield hanging(_relation_line(finding, reason.relation), margin, f"{margin}  ")
        else:
            yield from _claim_lines(argument_map, outline, finding, reason, margin)


def _relation_line(finding: StatusFinding, relation: Relation) -> str:
    sign, verb = _SIGNS[relation.kind]
    together = ", only together" if relation.is_linked else ""
    return f"{sign} {verb} ({fate_of(relation, finding)}{together}):"


def _claim_lines(
    argument_map: ArgumentMap,
    outline: Outline,
    finding: StatusFinding,
    reason: Reason,
    margin: str,
) -> Iterator[str]:
    claim = argument_map.claims[reason.claim or ""]
    status = finding.claims[claim.id]
    head = f"{margin}{outline.numbers[claim.id]} "
    below = " " * min(len(head), len(margin) + _DEEPEST_TEXT)
    if reason.repeated:
        yield hanging(f"{claim.text}  [{status.word}; explained above]", head, below)
        return
    yield hanging(f"{claim.text}  [{status.word}: {status.reason}]", head, below)
    origin = origin_of(argument_map, claim)
    if origin:
        yield f"{below}{origin}"
