"""Sources and slides as they are written in a claim file, as trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.tree_values import Tree, filled, kept

if TYPE_CHECKING:
    from argmap.model.presentation import Step
    from argmap.model.source import Source

KEYS_OF_SOURCE = (
    "title",
    "authors",
    "cite_as",
    "date",
    "kind",
    "publisher",
    "url",
    "doi",
    "isbn",
    "accessed",
    "version",
    "retracted",
    "document",
    "sha256",
    "begins",
    "ends",
    "caveats",
    "note",
)
"""The keys of a source in the order in which they are written."""

KEYS_OF_CLAIM = (
    "text",
    "label",
    "source",
    "at",
    "quote",
    "speaker",
    "mode",
    "granted",
    "credence",
    "section",
    "tags",
    "note",
    "url",
)
"""The keys of a claim in the order in which they are written, before its relations."""


def source_tree(source: Source) -> Tree:
    """The entry of a source."""
    tree = {key: getattr(source, key) for key in KEYS_OF_SOURCE}
    if source.title == source.id:
        tree["title"] = None
    tree["authors"] = [_author(name, source) for name in source.authors]
    return filled(tree | kept(source))


def _author(name: str, source: Source) -> str | Tree:
    return {"literal": name} if name in source.whole_names else name


def slide_tree(step: Step) -> Tree:
    """The entry of a slide."""
    lists = {"show": step.show, "reject": step.reject, "accept": step.accept}
    return filled({key: [*ids] for key, ids in lists.items()} | {"say": step.say})
