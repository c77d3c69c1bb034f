"""Fields of a map under further keys of an element, which tools for GSN show as layers or ignore.

A goal structure has no place for the label of a claim or the weight of a step. gsn2x keeps any
further key of an element, so these stand there under the names that claim files have for them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.model.scheme import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.model.claim import Claim
    from argmap.model.relation import Relation


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _unit(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value <= 1 else None  # type: ignore[arg-type, operator]


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _texts(value: object) -> tuple[str, ...] | None:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(_text(text) for text in texts):
        return None
    return tuple(texts) or None


def _scheme(value: object) -> str | None:
    """A common scheme; one of the map's own would be unknown where the file is read."""
    return value if isinstance(value, str) and value in BUILT_IN else None


_OF_CLAIM: Mapping[str, Callable[[object], Any]] = MappingProxyType(
    {
        "label": _text,
        "granted": _truth,
        "credence": _unit,
        "section": _text,
        "tags": _texts,
        "note": _text,
        "url": _text,
    }
)
_OF_STEP: Mapping[str, Callable[[object], Any]] = MappingProxyType(
    {"scheme": _scheme, "weight": _unit, "tags": _texts, "note": _text}
)
OWN_FIELDS = _OF_CLAIM.keys() | _OF_STEP.keys()
"""The further keys that are fields of claims or steps."""
CARRIED_OF_CLAIMS = frozenset(f"claim.{name}" for name in _OF_CLAIM) | {
    "claim.pending",
    "claim.meta",
    "claim.origin",
}
CARRIED_OF_STEPS = frozenset(f"relation.{name}" for name in _OF_STEP) | {
    "relation.named",
    "relation.rationale",
    "relation.meta",
    "relation.origin",
}


def taken(values: Mapping[str, Any], *, of_step: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields that further keys give, and the other keys: data of the author's own.

    >>> taken({"label": "Pump", "credence": "high"}, of_step=False)
    ({'label': 'Pump'}, {'credence': 'high'})
    """
    fields, meta = {}, {}
    for key, value in values.items():
        convert = (_OF_STEP if of_step else _OF_CLAIM).get(key)
        field = convert(value) if convert is not None else None
        if field is None:
            meta[key] = value
        else:
            fields[key] = field
    return fields, meta


def given(part: Claim | Relation, *, of_step: bool) -> dict[str, Any]:
    """The fields of a claim or a step as further keys of its element."""
    values = {name: getattr(part, name) for name in (_OF_STEP if of_step else _OF_CLAIM)}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value is not None and value != () and (name != "scheme" or _scheme(value))
    }
