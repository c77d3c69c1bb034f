"""The premises of a claim file as they are written: named by their id, or defined in place."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.editing.lines import Splice
from argmap.reading.in_place import IN_CLAIMS, IN_RELATIONS
from argmap.reading.slips_in_place import may_define

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.editing.lines import TextLines
    from argmap.reading.nodes import Node


@dataclass(slots=True, eq=False)
class Premise:
    """A premise as an entry of a relation: an id, or a mapping that defines the claim.

    `key` is the key it stands below, `depth` the number of mappings and lists around it, `flow` the
    outermost of them that is in brackets. It stands within the entry `home` of `claims` or
    `relations`, named by its first node, and perhaps within the definition `outer`.
    """

    node: Node
    key: Node
    in_list: bool
    depth: int
    flow: Node | None
    home: Node
    outer: Premise | None

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.name.value or ""

    @property
    def name(self) -> Node:
        """The id as it is written."""
        return self.node.keys[0] if self.node.is_mapping else self.node


class _Around(NamedTuple):
    """A mapping to look into, the keys to look at, and what stands around it."""

    mapping: Node
    keys: tuple[str, ...]
    depth: int
    flow: Node | None
    home: Node
    outer: Premise | None


def premises_in(root: Node) -> list[Premise]:
    """All premises that are entries of relations, in the order in which they are written."""
    premises: list[Premise] = []
    waiting = deque(_outermost(root))
    while waiting:  # no recursion: an exchange may be long
        around = waiting.popleft()
        for premise in _entries(around):
            if premise.node.is_scalar:
                premises.append(premise)
            elif defines(premise.node):
                premises.append(premise)
                [claim] = premise.node.items
                flow = premise.flow or (premise.node if premise.node.is_flow else None)
                below = premise.depth + 1
                waiting.append(_Around(claim, IN_CLAIMS, below, flow, premise.home, premise))
            else:
                at = (premise.depth, premise.flow, premise.home, premise.outer)
                waiting.append(_Around(premise.node, IN_RELATIONS, *at))
    return sorted(premises, key=lambda premise: premise.node.start)


def _outermost(root: Node) -> Iterator[_Around]:
    """The claims and relations of the file."""
    outer = root if root.is_flow else None
    for name, keys in (("claims", IN_CLAIMS), ("relations", IN_RELATIONS)):
        table = root.get(name)
        if table is None or table.is_scalar:
            continue
        flow = outer or (table if table.is_flow else None)
        homes = table.keys if table.is_mapping else table.items
        for home, item in zip(homes, table.items, strict=True):
            yield _Around(item, keys, 2, flow, home, None)


def _entries(around: _Around) -> Iterator[Premise]:
    """The entries below the keys that are looked at, whether they are in a list or not."""
    mapping = around.mapping
    flow = around.flow or (mapping if mapping.is_flow else None)
    for key, value in mapping.pairs():
        if key.value not in around.keys:
            continue
        in_list = value.is_list
        inner = flow or (value if in_list and value.is_flow else None)
        depth = around.depth + 1 + in_list
        for node in value.items if in_list else (value,):
            yield Premise(node, key, in_list, depth, inner, around.home, around.outer)


def defines(node: Node) -> bool:
    """Whether an entry defines its claim: a mapping of one id to a claim."""
    return node.is_mapping and len(node.keys) == 1 and can_define(node.keys[0], node.items[0])


def can_define(name: Node, claim: Node) -> bool:
    """Whether a claim with this id can be defined where it is used."""
    return not claim.is_list and may_define(name.value or "", claim.value)


class Stretch(NamedTuple):
    """The lines of an entry, with the comments that belong to it.

    From `first` to before `named` are lines of comment; `named` is the line of its id, `last` the
    last line. `column` is that of the id.
    """

    first: int
    named: int
    last: int
    column: int


def stretch_of(lines: TextLines, name: Node, value: Node, column: int) -> Stretch:
    """The lines of an entry in block style whose first sign, a dash or the id, is at a column.

    To it belong the lines of comment right above it, and those below it that are further in.
    """
    named, last = lines.of(name.start), lines.of(max(value.end, name.end))
    return Stretch(
        lines.comments_above(named, column),
        named,
        lines.comments_below(last, column),
        lines.column(name.start),
    )


def removals(
    lines: TextLines, gone: Iterable[Stretch], column: int, key: Node | None
) -> Iterator[Splice]:
    """The splices that take entries away, with the blank lines that would be left over.

    The entries are in the order of their lines; their table stands below the key, at a column.
    """
    runs: list[list[int]] = []
    for stretch in gone:
        between = range(runs[-1][1] + 1, stretch.first) if runs else range(0)
        if runs and all(lines.is_blank(line) for line in between):
            runs[-1][1] = stretch.last
        else:
            runs.append([stretch.first, stretch.last])
    opening = lines.of(key.end) if key is not None else -1
    for first, last in runs:
        after = last + 1
        while lines.is_blank(after):
            after += 1
        is_end = after >= len(lines) or len(lines[after]) - len(lines[after].lstrip()) < column
        if is_end:
            above = first - 1
            while lines.is_blank(above):
                above -= 1
            yield Splice(lines.ends[above], lines.ends[last], "")
        else:
            is_apart = first == opening + 1 or lines.is_blank(first - 1)
            until = after if is_apart else last + 1
            yield Splice(lines.starts[first], lines.starts[until], "")


def has_gaps(lines: TextLines, names: list[Node], column: int) -> bool:
    """Whether blank lines stand before most entries of a table but the first."""
    later = names[1:]
    above = (lines.comments_above(lines.of(name.start), column) - 1 for name in later)
    return 2 * sum(map(lines.is_blank, above)) > len(later)
