"""The values of the tree of a claim file: keys that say something, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Source

Tree = dict[str, Any]


def filled(tree: Tree) -> Tree:
    """The tree without keys that say nothing; texts of enumerations as plain texts."""
    return {key: _plain(value) for key, value in tree.items() if not _is_nothing(value)}


def kept(part: Claim | Relation | Source) -> Tree:
    """The author's own data, and the origin of an imported part."""
    origin = part.origin
    return {
        "meta": part.meta,
        "origin": {"format": origin.format, "id": origin.id} if origin is not None else None,
    }


def _is_nothing(value: object) -> bool:
    return value is None or value == "" or (isinstance(value, list | dict | tuple) and not value)


def _plain(value: Any) -> Any:  # noqa: ANN401  # a tree
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return [*value]
    return dict(value) if not isinstance(value, dict) and hasattr(value, "items") else value
