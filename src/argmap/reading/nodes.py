"""A claim file as it is written: where each key and value begins and ends in the text.

The tree of `yaml_tree` says what a file means, and where its parts begin. Edits also need to know
where a part ends, and the style in which it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from argmap.reading.tree_builder import hides_breaks, parser_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK_STYLES = ("|", ">")
_KEEPS = re.compile(r"[|>][0-9-]*\+")
_BREAKS = "\r\n"


@dataclass(slots=True, eq=False)
class Node:
    """A value of a claim file with its first index in the text, and the index behind its last.

    A scalar has its `value`; a mapping has `keys` beside its `items`; a list has `items` alone.
    `key` is the key whose value the node is, if it is one.
    """

    start: int
    end: int
    value: str | None = None
    is_mapping: bool = False
    is_flow: bool = False
    key: Node | None = None
    keys: list[Node] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)

    @property
    def is_scalar(self) -> bool:
        """Whether this is a text or number, neither a mapping nor a list."""
        return self.value is not None

    @property
    def is_list(self) -> bool:
        """Whether this is a list."""
        return self.value is None and not self.is_mapping

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """The keys of a mapping with their values; none for a list or a scalar."""
        return zip(self.keys, self.items, strict=False)

    def get(self, key: str) -> Node | None:
        """The value of a key of a mapping, if it has one."""
        return next((item for each, item in self.pairs() if each.value == key), None)


def node_of(text: str) -> Node | None:
    """The root of a text that was read without errors; None if it is empty.

    The blank lines behind a block of text belong to it only if its header says so. Cost: linear.
    """
    parser: Any = parser_of(text, hides=hides_breaks(text))
    root: Node | None = None
    stack: list[Node] = []
    while (event := parser.get_event()) is not None:
        node: Node | None = None
        if isinstance(event, yaml.ScalarEvent):
            node = _scalar(event, text)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            node = _begun(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            _close(stack.pop(), event, text)
        if node is None:
            continue
        if stack:
            _add(stack[-1], node)
        else:
            root = node
        if not node.is_scalar:
            stack.append(node)
    return root


def _scalar(event: Any, text: str) -> Node:  # noqa: ANN401  # libyaml's event
    start, end = event.start_mark.index, event.end_mark.index
    if event.style in _BLOCK_STYLES:
        written = text[start:end]
        kept = written[:-1] if _KEEPS.match(written) else written.rstrip()
        end = start + len(kept.rstrip(_BREAKS) if kept.endswith("\r") else kept)
    return Node(start, end, event.value)


def _begun(event: Any) -> Node:  # noqa: ANN401  # libyaml's event
    start, is_mapping = event.start_mark.index, isinstance(event, yaml.MappingStartEvent)
    return Node(start, start, None, is_mapping, bool(event.flow_style))


def _add(parent: Node, node: Node) -> None:
    if not parent.is_mapping:
        parent.items.append(node)
    elif len(parent.keys) == len(parent.items):
        parent.keys.append(node)
    else:
        node.key = parent.keys[-1]
        parent.items.append(node)


def _close(node: Node, event: Any, text: str) -> None:  # noqa: ANN401  # libyaml's event
    """Set the end of a mapping or list: its bracket, or the end of its last part."""
    has_bracket = node.is_flow and text[node.start] in "{["
    parts = (*node.keys[-1:], *node.items[-1:])
    is_apart = has_bracket or not parts
    node.end = event.end_mark.index if is_apart else max(part.end for part in parts)
