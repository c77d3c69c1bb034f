"""The reasons for a claim's status as a tree for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.words.citations import Citations
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
_SIGNS = {
    Kind.SUPPORTS: ("+", "supported by"),
    Kind.ATTACKS: ("-", "attacked by"),
    Kind.UNDERCUTS: ("/", "step attacked by"),
}


def why_text(
    argument_map: ArgumentMap, outline: Outline, finding: StatusFinding, why: Why
) -> Iterator[str]:
    """The tree of reasons, indented; beyond the deepest indent the depth is given as a number."""
    cite = Citations(argument_map)
    for reason in why.reasons:
        shown = min(reason.depth, _INDENT_LIMIT)
        margin = "  " * shown + (f"[{reason.depth}] " if reason.depth > shown else "")
        if reason.relation is not None:
            yield f"{margin}{_relation_line(finding, reason.relation)}"
        else:
            yield from _claim_lines(cite, outline, finding, reason, margin)


def _relation_line(finding: StatusFinding, relation: Relation) -> str:
    sign, verb = _SIGNS[relation.kind]
    together = ", only together" if relation.is_linked else ""
    return f"{sign} {verb} ({fate_of(relation, finding)}{together}):"


def _claim_lines(
    cite: Citations,
    outline: Outline,
    finding: StatusFinding,
    reason: Reason,
    margin: str,
) -> Iterator[str]:
    claim = cite.map.claims[reason.claim or ""]
    status = finding.claims[claim.id]
    head = f"{margin}{outline.numbers[claim.id]} {claim.text}"
    if reason.repeated:
        yield f"{head}  [{status.word}; explained above]"
        return
    yield f"{head}  [{status.word}: {status.reason}]"
    origin = origin_of(cite, claim)
    if origin:
        yield f"{' ' * (len(margin) + len(outline.numbers[claim.id]) + 1)}{origin}"
