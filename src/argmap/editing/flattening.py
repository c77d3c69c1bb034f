"""Premises that are defined where they are used, moved below `claims:`, each as a line of its own.

A claim goes right below the entry in which it was defined, so that the author's order stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.editing.entries import defines, has_gaps, premises_in, stretch_of
from argmap.editing.lines import (
    REST,
    Splice,
    TextLines,
    at_column,
    hanging_at,
    shifted,
    spliced,
)
from argmap.editing.opening import STEP, opened
from argmap.reading.nodes import node_of
from argmap.reading.yaml_words import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Container

    from argmap.editing.entries import Premise
    from argmap.reading.nodes import Node

_DASH = re.compile(r" *- +")
_BEHIND_KEY = re.compile(r":((?:[ \t]+#.*)?)[ \t]*")
_AROUND = {
    "below": ("\n", ""),
    "above": ("", "\n"),
    "new": ("", "\n"),
    "behind": (", ", ""),
    "in front": ("", ", "),
}
"""The forms in which a claim is added to the others, with what stands before and after it."""


def flat(text: str, only: Container[str] | None = None) -> str:
    """The text in which every claim stands below `claims:`, as far as it can be moved there.

    Where `only` is given, these claims are moved and no others.
    """
    while (root := node_of(text)) is not None:
        definitions = [premise for premise in premises_in(root) if _is_moved(premise, only)]
        if not definitions:
            return text
        claims, relations = root.get("claims"), root.get("relations")
        in_block = any(premise.flow is None for premise in definitions)
        to_open = claims if claims is not None and claims.is_flow and in_block else None
        if root.is_flow and claims is None and relations is not None:
            to_open = root
        after = text if to_open is None else opened(text, [to_open])
        if after == text:
            return _Flattening(text, root, definitions).text_after()
        text = after
    return text


def _is_moved(premise: Premise, only: Container[str] | None) -> bool:
    return defines(premise.node) and (only is None or premise.id in only)


@dataclass(slots=True)
class _Moved:
    """A definition that is moved: what stays in its place, and the text of the claim."""

    in_place: Splice
    start: int
    end: int
    comments: list[str]
    column: int | None
    rest: str = ""
    inside: list[Splice] = field(default_factory=list)


class _Flattening:
    """One file, and the definitions in it."""

    def __init__(self, text: str, root: Node, definitions: list[Premise]) -> None:
        self.lines = TextLines(text)
        self.root = root
        self.definitions = definitions
        claims = root.get("claims")
        self.claims = claims if claims is not None and claims.keys else None
        self.entry = {name: (name, value) for name, value in claims.pairs()} if claims else {}
        self.column = STEP if self.claims is None else self.lines.column(self.claims.keys[0].start)
        self.has_gaps = self._has_gaps()
        self.moved: dict[Premise, _Moved] = {}
        self.splices: list[Splice] = []
        for premise in definitions:  # what is around comes first
            moved = self._moved(premise)
            if moved is None:
                continue
            self.moved[premise] = moved
            around = premise.outer
            while around is not None and around not in self.moved:
                around = around.outer
            (self.moved[around].inside if around else self.splices).append(moved.in_place)

    def text_after(self) -> str:
        """The text with all claims in their new places."""
        text = self.lines.text
        at_place: dict[tuple[int, str], list[str]] = {}
        for premise, moved in self.moved.items():
            place = self._place(premise)
            at_place.setdefault(place, []).append(self._written(premise, moved))
        newline = self.lines.newline
        gap = newline * (2 if self.has_gaps else 1)
        for (index, form), claims in at_place.items():
            before, after = _AROUND[form]
            before, after = before.replace("\n", gap), after.replace("\n", gap)
            added = "".join(f"{before}{claim}{after}" for claim in claims)
            if form == "new":
                added = f"claims:{newline}{added}{newline}"
            self.splices.append(Splice(index, index, added))
        return spliced(text, 0, len(text), self.splices)

    def _moved(self, premise: Premise) -> _Moved | None:
        """A definition taken out of its place; None if its place is too unusual."""
        if premise.flow is not None:
            return self._from_braces(premise)
        if self.claims is not None and self.claims.is_flow:
            return None  # with comments in it, or it would be open by now
        lines, node, [value] = self.lines, premise.node, premise.node.items
        before, id_ = lines.before(node.start), self._written_id(premise)
        is_item = premise.in_list and _DASH.fullmatch(before) is not None
        if node.is_flow:
            rest = lines.rest(node.end)
            if not (is_item and REST.fullmatch(rest)):
                return self._from_braces(premise)
            above = lines.comments_above(lines.of(node.start), before.index("-"))
            comments = [lines[line] for line in range(above, lines.of(node.start))]
            in_place = Splice(lines.starts[above], lines.end_of(node.end), before + id_)
            return _Moved(in_place, value.start, value.end, comments, None, rest.rstrip())
        if is_item:
            stretch = stretch_of(lines, premise.name, value, before.index("-"))
            start, id_in_place = lines.starts[stretch.first], before + id_
        else:
            stretch = stretch_of(lines, premise.name, value, lines.column(premise.key.start))
            start, first = premise.key.end, lines.of(premise.key.end) + 1
            behind = _BEHIND_KEY.fullmatch(lines.rest(start))
            if behind is None or premise.in_list or first > stretch.named:
                return None
            stretch = stretch._replace(first=first)
            id_in_place = f": {id_}{behind[1]}"
        comments = [lines[line] for line in range(stretch.first, stretch.named)]
        end = lines.ends[stretch.last]
        in_place = Splice(start, end, id_in_place)
        comments = [comment for comment in comments if comment.strip()]
        return _Moved(in_place, premise.name.start, end, comments, stretch.column)

    def _from_braces(self, premise: Premise) -> _Moved:
        """A definition in braces whose line has more than it."""
        node, [value] = premise.node, premise.node.items
        in_place = Splice(node.start, node.end, self._written_id(premise))
        return _Moved(in_place, value.start, value.end, [], None)

    def _written_id(self, premise: Premise) -> str:
        return self.lines.text[premise.name.start : premise.name.end]

    def _place(self, premise: Premise) -> tuple[int, str]:
        """The index at which a claim is added, and the form of adding it."""
        lines, claims = self.lines, self.claims
        if claims is None:
            relations = self.root.get("relations")
            key = premise.home if relations is None or relations.key is None else relations.key
            return lines.starts[lines.comments_above(lines.of(key.start), 0)], "new"
        first = claims.keys[0]
        if premise.home.start < first.start:
            above = lines.comments_above(lines.of(first.start), lines.column(first.start))
            return (first.start, "in front") if claims.is_flow else (lines.starts[above], "above")
        name, value = self.entry.get(premise.home, (claims.keys[-1], claims.items[-1]))
        if claims.is_flow:
            return value.end, "behind"
        return lines.ends[stretch_of(lines, name, value, lines.column(name.start)).last], "below"

    def _written(self, premise: Premise, moved: _Moved) -> str:
        """The claim as it is written below `claims:`."""
        newline = self.lines.newline
        body = spliced(self.lines.text, moved.start, moved.end, moved.inside)
        id_ = self._written_id(premise)
        if self.claims is not None and self.claims.is_flow:
            return f"{id_}: {body}"
        column = self.column
        if moved.column is None:
            first, *below = hanging_at(column + 2 * STEP, f"{id_}: {body}{moved.rest}")
        else:
            first, *below = LINE_BREAK.split(body)
            below = shifted(below, column - moved.column)
        comments = at_column(column, moved.comments)
        return newline.join([*comments, " " * column + first, *below])

    def _has_gaps(self) -> bool:
        """Whether claims of the file stand apart.

        Where that cannot be seen, as there is one claim at most, claims of several lines do.
        """
        names = self.claims.keys if self.claims is not None else []
        if len(names) > 1:
            return has_gaps(self.lines, names, self.column)
        return any(premise.node.items[0].is_mapping for premise in self.definitions)
