"""The reasons for a claim's status as a tree for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label
from argmap.model.relation import Kind
from argmap.views.terminal.lines import hanging
from argmap.views.words.citations import Citations
from argmap.views.words.fates import REJECTED_BY_YOU, fate_of_objection, fate_of_support
from argmap.views.words.origin import origin_of
from argmap.views.words.standpoints import standpoints_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.status.why import Reason, Why
    from argmap.model.relation import Relation

_INDENT_LIMIT = 16
_DEEPEST_TEXT = 12
_SHOWN = 2_000
_HEADS = {
    Kind.SUPPORTS: "+ supported by",
    Kind.ATTACKS: "- attacked by",
    Kind.UNDERCUTS: "/ this step is attacked by",
}


def why_text(reading: Reading, why: Why) -> Iterator[str]:
    """The tree of reasons, indented; beyond the deepest indent the depth is given as a number.

    Of a tree that nobody would read to its end the beginning is shown.
    """
    cite = Citations(reading.map)
    explained: dict[str, str] = {}  # the member of each class under which it is explained
    for reason in why.reasons[:_SHOWN]:
        shown = min(reason.depth, _INDENT_LIMIT)
        margin = "  " * shown + (f"[{reason.depth}] " if reason.depth > shown else "")
        if reason.relation is not None:
            yield hanging(_relation_line(reading, reason.relation), margin, f"{margin}  ")
        else:
            claim = reason.claim or ""
            first = explained.setdefault(reading.map.head_of(claim), claim)
            yield from _claim_lines(cite, reading, reason, margin, first)
    if len(why.reasons) > _SHOWN:
        yield f"… {len(why.reasons) - _SHOWN:,} more lines of the tree with --json"
    if reading.status.extensions is None:
        yield ""
        yield standpoints_in_words(reading.status)


def _relation_line(reading: Reading, relation: Relation) -> str:
    together = "; needed together" if relation.is_linked else ""
    return f"{_HEADS[relation.kind]} ({_fate(reading, relation)}{together}):"


def _fate(reading: Reading, relation: Relation) -> str:
    label = reading.labels.relations[relation.id]
    if relation.kind is Kind.SUPPORTS:
        return fate_of_support(label, reading.own_labels[relation.id])
    if relation.kind is Kind.UNDERCUTS and label is Label.IN:
        return "blocks it"
    return fate_of_objection(reading, relation, REJECTED_BY_YOU)


def _claim_lines(
    cite: Citations, reading: Reading, reason: Reason, margin: str, first: str
) -> Iterator[str]:
    """A claim with its status and origin; one that says the same as `first` names it."""
    claim = cite.map.claims[reason.claim or ""]
    status, numbers = reading.status.claims[claim.id], reading.outline.numbers
    head = f"{margin}{numbers[claim.id]} "
    below = " " * min(len(head), len(margin) + _DEEPEST_TEXT)
    if reason.repeated:
        same = f"says the same as {numbers[first]}, " if first != claim.id else ""
        yield hanging(f"{claim.text}  [{status.word}; {same}explained above]", head, below)
    else:
        yield hanging(f"{claim.text}  [{status.word}: {status.reason}]", head, below)
    origin = origin_of(cite, claim)
    if origin and (first == claim.id) is not reason.repeated:
        yield f"{below}{origin}"
