"""Claims that are used in one place, moved there: a premise is defined where it is used."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.editing.entries import can_define, premises_in, removals, stretch_of
from argmap.editing.lines import AFTER_KEY, REST, Splice, TextLines, at_column, shifted, spliced
from argmap.editing.opening import STEP, can_open, opened
from argmap.reading.nodes import node_of
from argmap.reading.tree_builder import DEPTH_LIMIT
from argmap.reading.yaml_words import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from argmap.editing.entries import Premise, Stretch
    from argmap.reading.nodes import Node

_DASH = re.compile(r" *- +")
_BELOW_CLAIMS = 2  # mappings around an entry of `claims`: the file, and the table of claims


def uses(root: Node | None) -> Counter[str]:
    """The number of places in a file where each claim is named as a premise of an entry."""
    premises = premises_in(root) if root is not None else []
    return Counter(premise.id for premise in premises if premise.node.is_scalar)


def nested(text: str, movable: Collection[str]) -> str:
    """The text in which claims are defined where they are used.

    Moved are the `movable` claims below `claims:` that are named in one place of the file, unless
    they would be nested too deep, or in themselves. Lists in brackets on the way are written out.
    """
    while (root := node_of(text)) is not None:
        claims, lines = root.get("claims"), TextLines(text)
        wished = _moves(root, movable)
        flows = {move.use.flow for move in wished}  # each once: many moves are within one bracket
        closed = {flow for flow in flows if flow is not None and not can_open(lines, flow)}
        moves = [move for move in wished if move.use.flow not in closed]
        around = {move.use.flow for move in moves if move.use.flow is not None}
        if claims is not None and claims.is_flow:
            table = root if root.is_flow else claims
            around = {*around, table} if can_open(lines, table) else set()
        if claims is None or not moves or (claims.is_flow and not around):
            return text
        if not around:
            return _Nesting(lines, claims, moves).text_after()
        text = opened(text, _outermost(around))
    return text


def _outermost(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes that are within no other of them."""
    end = -1
    for node in sorted(nodes, key=lambda node: (node.start, -node.end)):
        if node.start >= end:
            end = node.end
            yield node


@dataclass(slots=True, eq=False)
class _Nested:
    """A claim that is moved: its id and value below `claims`, and the place where it is used."""

    name: Node
    value: Node
    use: Premise
    splices: list[Splice] = field(default_factory=list)


def _moves(root: Node, movable: Collection[str]) -> list[_Nested]:
    """The claims to be moved, each after the one into which it goes."""
    claims = root.get("claims")
    if claims is None:
        return []
    premises = [premise for premise in premises_in(root) if premise.node.is_scalar]
    often = Counter(premise.id for premise in premises)
    entry = {name.value: (name, value) for name, value in claims.pairs()}
    candidates: dict[Node, _Nested] = {}
    for premise in premises:
        if premise.id not in movable or often[premise.id] > 1 or premise.id not in entry:
            continue
        name, value = entry[premise.id]
        if can_define(name, value):
            candidates[name] = _Nested(name, value, premise)
    for name in _first_of_circles(candidates):
        del candidates[name]
    if candidates and len(candidates) == len(claims.keys):  # `claims:` may not be empty
        del candidates[claims.keys[0]]
    return _not_too_deep(candidates)


def _first_of_circles(candidates: dict[Node, _Nested]) -> list[Node]:
    """The first claim of every circle of claims that would each be moved into the next."""
    first: list[Node] = []
    walked: set[Node] = set()
    for start in candidates:
        path: dict[Node, None] = {}
        name = start
        while name in candidates and name not in walked:
            walked.add(name)
            path[name] = None
            name = candidates[name].use.home
        if name in path:
            circle = [*path][[*path].index(name) :]
            first.append(min(circle, key=lambda each: each.start))
    return first


def _not_too_deep(candidates: dict[Node, _Nested]) -> list[_Nested]:
    """The moves, from the outer to the inner; what would be nested too deep stays, with its own."""
    into: dict[Node, list[_Nested]] = {}
    for move in candidates.values():
        into.setdefault(move.use.home, []).append(move)
    waiting = deque((home, 0) for home in into if home not in candidates)
    moves: list[_Nested] = []
    while waiting:
        home, deeper = waiting.popleft()
        for move in into.get(home, ()):
            around = move.use.depth + (not move.use.in_list) + deeper + 1
            if around + _height(move.value) <= DEPTH_LIMIT:
                moves.append(move)
                waiting.append((move.name, around - _BELOW_CLAIMS))
            else:
                waiting.append((move.name, 0))
    return moves


def _height(node: Node) -> int:
    """The number of mappings and lists in each other, the node itself among them."""
    deepest, waiting = 0, [(node, 1)]
    while waiting:
        current, depth = waiting.pop()
        if not current.is_scalar:
            deepest = max(deepest, depth)
            waiting += ((item, depth + 1) for item in current.items)
    return deepest


class _Nesting:
    """One file in which claims move, all written in lines."""

    def __init__(self, lines: TextLines, claims: Node, moves: list[_Nested]) -> None:
        self.lines = lines
        self.claims = claims
        self.moves = [move for move in moves if self._is_usual(move)]
        self.by_name = {move.name: move for move in self.moves}
        self.splices: list[Splice] = []

    def _is_usual(self, move: _Nested) -> bool:
        """Whether claim and use are written in the way that can be moved."""
        lines, use = self.lines, move.use
        if lines.before(move.name.start).strip() or not REST.fullmatch(lines.rest(use.node.end)):
            return False
        if use.in_list:
            return _DASH.fullmatch(lines.before(use.node.start)) is not None
        return AFTER_KEY.fullmatch(lines.text, use.key.end, use.node.start) is not None

    def text_after(self) -> str:
        """The text with all claims in their new places."""
        text, gone = self.lines.text, []
        for move in reversed(self.moves):  # the inner ones first
            name = move.name
            stretch = stretch_of(self.lines, name, move.value, self.lines.column(name.start))
            gone.append(stretch)
            outer = self.by_name.get(move.use.home)
            (outer.splices if outer else self.splices).append(self._defined(move, stretch))
        claims = self.claims
        column = self.lines.column(claims.keys[0].start)
        self.splices += removals(self.lines, sorted(gone), column, claims.key)
        return spliced(text, 0, len(text), self.splices)

    def _defined(self, move: _Nested, stretch: Stretch) -> Splice:
        """The splice that defines a claim in the place of its id."""
        lines, use = self.lines, move.use
        newline, rest = lines.newline, lines.rest(use.node.end)
        body = spliced(lines.text, move.name.start, lines.ends[stretch.last], move.splices)
        first, *below = LINE_BREAK.split(body)
        comments = [lines[line] for line in range(stretch.first, stretch.named)]
        end = lines.end_of(use.node.end)
        if use.in_list:
            before = lines.before(use.node.start)
            start, dash, column = end - len(lines[lines.of(end)]), before.index("-"), len(before)
            has_own = bool(below) or lines.rest(move.value.end).strip()
            if rest.strip() and has_own:
                comments.append(rest.strip())
            elif rest.strip():
                first += rest
            head: list[str] = []
            first = before + first
        else:
            start, dash = use.key.end, lines.column(use.key.start) + STEP
            column = dash + STEP
            behind = AFTER_KEY.fullmatch(lines.text, start, use.node.start)
            head = [f":{behind[1] if behind else ''}{rest.rstrip()}"]
            first = f"{' ' * dash}- {first}"
        written = [*head, *at_column(dash, comments), first]
        written += shifted(below, column - stretch.column)
        return Splice(start, end, newline.join(written))
