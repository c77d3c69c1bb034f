"""The reasons for a claim's status as a tree for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind
from argmap.views.terminal.lines import hanging
from argmap.views.words.citations import Citations
from argmap.views.words.fates import HELD_BACK, OBJECTION, REASON, is_held_back
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
_HEADS = {
    Kind.SUPPORTS: "+ supported by",
    Kind.ATTACKS: "- attacked by",
    Kind.UNDERCUTS: "/ this step is attacked by",
}
_FATES = {
    Kind.SUPPORTS: REASON,
    Kind.ATTACKS: OBJECTION,
    Kind.UNDERCUTS: {**OBJECTION, Label.IN: "blocks it"},
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
            yield hanging(_relation_line(finding, reason.relation), margin, f"{margin}  ")
        else:
            yield from _claim_lines(cite, outline, finding, reason, margin)


def _relation_line(finding: StatusFinding, relation: Relation) -> str:
    fate = _FATES[relation.kind][finding.relations[relation.id]]
    if is_held_back(relation, finding):
        fate = HELD_BACK
    together = "; needed together" if relation.is_linked else ""
    return f"{_HEADS[relation.kind]} ({fate}{together}):"


def _claim_lines(
    cite: Citations,
    outline: Outline,
    finding: StatusFinding,
    reason: Reason,
    margin: str,
) -> Iterator[str]:
    claim = cite.map.claims[reason.claim or ""]
    status = finding.claims[claim.id]
    head = f"{margin}{outline.numbers[claim.id]} "
    below = " " * min(len(head), len(margin) + _DEEPEST_TEXT)
    if reason.repeated:
        yield hanging(f"{claim.text}  [{status.word}; explained above]", head, below)
        return
    yield hanging(f"{claim.text}  [{status.word}: {status.reason}]", head, below)
    origin = origin_of(cite, claim)
    if origin:
        yield f"{below}{origin}"
