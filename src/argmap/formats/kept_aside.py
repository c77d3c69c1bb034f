"""The parts of a map that files of other formats keep for argmap, as far as these may speak.

Such a file may come from a stranger: what is kept in it adds to the claims and steps that the file
draws by its own means. It draws none, and names no other files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.editing.tree_values import Tree

KEPT_ASIDE = "notes, sources and stances that argmap had put into this file"
"""The words for such parts where they are not taken over."""

BESIDE = ("map", "sources", "questions", "stances", "expect", "schemes")
"""The keys beside those of claims and relations."""

_OF_THE_MAP = frozenset(
    {"title", "question", "main", "objections", "documents", "meta", "steps", "views"}
)
_DRAWING = frozenset(
    {
        "premises",
        "with",
        "target",
        "supports",
        "attacks",
        "undercuts",
        "contradicts",
        "supported_by",
        "attacked_by",
        "undercut_by",
    }
)


def beside_kept(tree: Mapping[str, Any], known: tuple[str, ...] = BESIDE) -> tuple[Tree, list[str]]:
    """The keys of a whole map that may be kept aside, and the names of all others."""
    kept: Tree = {key: value for key, value in tree.items() if key in known}
    others = [str(key) for key in tree if key not in known]
    block = kept.get("map")
    if isinstance(block, dict):
        kept["map"] = {key: value for key, value in block.items() if key in _OF_THE_MAP}
        others += [f"map: {key}" for key in block if key not in _OF_THE_MAP]
    return kept, others


def entry_kept(entry: Mapping[str, Any]) -> tuple[Tree, list[str]]:
    """The keys of a claim or relation that draw no step, and the names of those that do."""
    kept = {key: value for key, value in entry.items() if key not in _DRAWING}
    return kept, [str(key) for key in entry if key in _DRAWING]
