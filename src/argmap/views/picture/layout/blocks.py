"""The blocks a picture is made of, and which block hangs below which."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import shorten
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.look import theme
from argmap.views.look.fonts import text_width
from argmap.views.picture.layout.chapters import chapters_of
from argmap.views.picture.scene import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

_STACK = 3
_LONGEST_TITLE = 60


@dataclass(eq=False, slots=True)
class Block:
    """Something that is placed as a whole; `units` are the groups of blocks that hang below it.

    A unit holds the block of one relation and beside it those of its undercuts, so that an
    undercut always stands next to the step it blocks.
    """

    key: str
    shape: Shape
    columns: tuple[tuple[str, ...], ...]
    width: float
    height: float
    inner: dict[str, tuple[float, float]]
    units: list[tuple[tuple[int, int], list[Block]]] = field(default_factory=list)
    home: list[Block] = field(default_factory=list)
    section: str = ""
    title: str = ""
    heads: int = 0
    """Of a chapter: how many of its first units are to be read first, and stay on top."""

    @property
    def members(self) -> tuple[str, ...]:
        """The claims whose cards are in this block."""
        return tuple(claim for column in self.columns for claim in column)

    def children(self) -> list[list[Block]]:
        """The units below: by the card they hang from, leaves together, then as the map has it."""
        below = [(place, unit) for place, unit in self.units if unit]
        below.sort(key=lambda pair: (pair[0][0], not is_leaf(pair[1]), pair[0][1]))
        return [unit for _, unit in below]


def is_leaf(unit: list[Block]) -> bool:
    """Whether a unit is one block with nothing below it."""
    return len(unit) == 1 and not any(below for _, below in unit[0].units)


@dataclass(eq=False, slots=True)
class Forest:
    """All blocks, parents before their children; `roots` are the units at the top.

    `carrier` has the block that stands for a relation's premises where the layout follows that
    relation; a relation that is missing there is drawn across the picture, and so is one that is
    `apart`: its premises have a block of their own, in another chapter than its target.
    """

    roots: list[list[Block]]
    blocks: list[Block]
    block_of: dict[str, Block]
    carrier: dict[str, Block]
    apart: frozenset[str] = frozenset()


def forest_of(argument_map: ArgumentMap, outline: Outline, heights: Mapping[str, float]) -> Forest:
    """Every claim in exactly one block; supports decide the place of a claim before attacks do.

    Where the map has chapters each is a block of its own, with its claims below it.
    """
    grower = _Grower(argument_map, heights, frozenset(outline.main))
    grower.grow(outline.roots)
    left = [claim for claim in outline.numbers if claim not in grower.block_of]
    for claim in sorted(left, key=grower.leads_on):
        if claim not in grower.block_of:
            grower.grow([claim], last=True)
    apart = frozenset(grower.apart)
    return Forest(grower.roots, grower.blocks, grower.block_of, grower.carrier, apart)


class _Grower:
    def __init__(
        self, argument_map: ArgumentMap, heights: Mapping[str, float], main: frozenset[str]
    ) -> None:
        self.map = argument_map
        self.heights = heights
        self.main = main
        self.chapter_of = dict(chapters_of(argument_map))
        self.chapters: dict[str, Block] = {}
        self.apart: set[str] = set()
        self.roots: list[list[Block]] = []
        self.blocks: list[Block] = []
        self.block_of: dict[str, Block] = {}
        self.carrier: dict[str, Block] = {}
        self.unit_of: dict[str, list[Block]] = {}

    def grow(self, roots: Iterable[str], *, last: bool = False) -> None:
        """Add these claims at the top and all that leads to them, supports before attacks."""
        fresh = []
        for claim in roots:
            if claim not in self.block_of and (last or not self._waits(claim)):
                unit = self._beside_its_class(claim)
                fresh.append(self._card(claim, unit))
        while fresh:
            reached = self._with_supports(fresh)
            fresh = []
            for block in reached:
                for relation in self._attacks_on(block):
                    fresh.extend(self._hang(relation))

    def leads_on(self, claim: str) -> bool:
        """Whether a claim has a part in a step to another one of its chapter."""
        return any(self._is_at_home(claim, relation) for relation in self.map.relations_from(claim))

    def _is_at_home(self, claim: str, relation: Relation) -> bool:
        """Whether a premise may stand below the claim that its step leads to."""
        chapter = self.chapter_of.get(claim)
        end = self.map.claim_bearing(relation.id)
        return chapter is None or end is None or self.chapter_of.get(end) == chapter

    def _waits(self, claim: str) -> bool:
        """Whether a claim that only says again what another one says has no place yet beside it."""
        if self.map.relations_to(claim) or self.map.relations_from(claim):
            return False
        others = [one for one in self.map.class_of(claim) if one != claim]
        return bool(others) and not any(one in self.block_of for one in others)

    def _beside_its_class(self, claim: str) -> list[Block]:
        for other in self.map.class_of(claim):
            alike = self.chapter_of.get(other) == self.chapter_of.get(claim)
            if alike and other in self.block_of and not self.map.relations_to(claim):
                return self.block_of[other].home
        return self._top(self.chapter_of.get(claim, ""), head=claim in self.main)

    def _top(self, section: str, *, head: bool = False) -> list[Block]:
        """A new unit at the top of a chapter, or of a picture without chapters."""
        unit: list[Block] = []
        if not self.chapter_of:
            self.roots.append(unit)
            return unit
        if section not in self.chapters:
            self.roots.append([])
            self.chapters[section] = self._chapter(section, self.roots[-1])
        chapter = self.chapters[section]
        chapter.units.append(((0 if head else 1, len(chapter.units)), unit))
        chapter.heads += head
        return unit

    def _with_supports(self, blocks: list[Block]) -> list[Block]:
        reached = []
        stack = blocks[::-1]
        while stack:
            block = stack.pop()
            reached.append(block)
            new = []
            for claim in block.members:
                for relation in self.map.relations_to(claim):
                    if relation.kind is Kind.SUPPORTS:
                        new.extend(self._hang(relation))
            stack.extend(reversed(new))
        return reached

    def _attacks_on(self, block: Block) -> list[Relation]:
        found: list[Relation] = []
        stack: list[Relation] = []
        for claim in block.members:
            of_claim = self.map.relations_to(claim)
            found.extend(relation for relation in of_claim if relation.kind is Kind.ATTACKS)
            stack.extend(of_claim[::-1])
        while stack:  # undercuts, and what undercuts them
            undercuts = self.map.relations_to(stack.pop().id)
            found.extend(undercuts)
            stack.extend(undercuts[::-1])
        return found

    def _hang(self, relation: Relation) -> list[Block]:
        """The new blocks that come with a relation; none if its premises have their place."""
        if relation.id in self.unit_of:
            return []
        unit = self.unit_of[relation.id] = self._unit_for(relation)
        new = [claim for claim in dict.fromkeys(relation.premises) if claim not in self.block_of]
        elsewhere = self._other_chapter(relation, new)
        if elsewhere:
            self.apart.add(relation.id)
            unit = self.unit_of[relation.id] = self._top(elsewhere)
        else:
            new = [claim for claim in new if self._is_at_home(claim, relation)]
        if relation.is_linked and len(new) == len(set(relation.premises)):
            block = self._box(relation, unit)
        elif relation.is_linked:
            return self._pill(relation, unit, new)
        elif new:
            block = self._card(new[0], unit)
        else:
            return []
        self.carrier[relation.id] = block
        return [block]

    def _other_chapter(self, relation: Relation, new: list[str]) -> str | None:
        """The chapter in which all linked premises stand together, away from their target."""
        titles = {self.chapter_of.get(claim) for claim in relation.premises}
        whole = relation.is_linked and len(new) == len(set(relation.premises))
        if not whole or len(titles) > 1 or any(map(self.leads_on, new)):
            return None
        return titles.pop()

    def _unit_for(self, relation: Relation) -> list[Block]:
        if relation.kind is Kind.UNDERCUTS:
            return self.unit_of[relation.target]
        below = self.block_of[relation.target]
        column = next(
            place for place, column in enumerate(below.columns) if relation.target in column
        )
        unit: list[Block] = []
        below.units.append(((column, len(below.units)), unit))
        return unit

    def _card(self, claim: str, unit: list[Block]) -> Block:
        height = self.heights[claim]
        inner = {claim: (0.0, 0.0)}
        return self._add(
            Block(claim, Shape.CARD, ((claim,),), theme.CARD_WIDTH, height, inner), unit
        )

    def _box(self, relation: Relation, unit: list[Block]) -> Block:
        columns = self._columns(tuple(dict.fromkeys(relation.premises)))
        inner: dict[str, tuple[float, float]] = {}
        left, bottom = float(theme.BOX_PADDING), 0.0
        for column in columns:
            top = float(theme.BOX_HEAD)
            for claim in column:
                inner[claim] = (left, top)
                top += self.heights[claim] + theme.BOX_PADDING
            left += theme.CARD_WIDTH + theme.BOX_PADDING
            bottom = max(bottom, top)
        return self._add(Block(relation.id, Shape.BOX, columns, left, bottom, inner), unit)

    def _columns(self, premises: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """Leaves on top of each other; what has something below it gets a column of its own."""
        columns: list[list[str]] = []
        leaves: list[str] | None = None
        for claim in premises:
            if self.map.relations_to(claim):
                columns.append([claim])
            elif leaves is None or len(leaves) == _STACK:
                leaves = [claim]
                columns.append(leaves)
            else:
                leaves.append(claim)
        return tuple(map(tuple, columns))

    def _pill(self, relation: Relation, unit: list[Block], new: list[str]) -> list[Block]:
        width, height = theme.PILL_SIZE
        pill = self._add(Block(relation.id, Shape.PILL, (), width, height, {}), unit)
        self.carrier[relation.id] = pill
        fresh = []
        for place, claim in enumerate(new):
            below: list[Block] = []
            pill.units.append(((0, place), below))
            fresh.append(self._card(claim, below))
        return fresh

    def _chapter(self, section: str, unit: list[Block]) -> Block:
        title = shorten(section, _LONGEST_TITLE, placeholder=" …")
        width = text_width(title, theme.CHAPTER_SIZE, theme.BOLD)
        key = f"chapter {len(self.chapters) + 1}"
        height = float(theme.CHAPTER_HEAD if title else 0)
        block = Block(key, Shape.CHAPTER, (), width, height, {}, section=section, title=title)
        return self._add(block, unit)

    def _add(self, block: Block, unit: list[Block]) -> Block:
        unit.append(block)
        block.home = unit
        self.blocks.append(block)
        self.block_of.update(dict.fromkeys(block.members, block))
        return block
