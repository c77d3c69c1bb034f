"""The blocks of a picture, each with the blocks that hang below it."""

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
    """A part of the picture that is placed as a whole; `units` are the groups of blocks below it.

    A unit has the block of one relation, and beside it the blocks of its undercuts, so that an
    undercut always stands next to the step that it attacks.
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
    """In a chapter, the number of its first units that have main claims, and so stay on top."""

    @property
    def members(self) -> tuple[str, ...]:
        """The claims whose cards are in this block."""
        return tuple(claim for column in self.columns for claim in column)

    def children(self) -> list[list[Block]]:
        """The units below: by the card that they hang from, leaves first, then in map order."""
        below = [(place, unit) for place, unit in self.units if unit]
        below.sort(key=lambda pair: (pair[0][0], not is_leaf(pair[1]), pair[0][1]))
        return [unit for _, unit in below]


def is_leaf(unit: list[Block]) -> bool:
    """Whether a unit is a single block with no block below it."""
    return len(unit) == 1 and not any(below for _, below in unit[0].units)


@dataclass(eq=False, slots=True)
class Forest:
    """All blocks, parents before their children; `roots` are the units at the top.

    `carrier` gives for a relation that the layout follows the block of its premises. A relation
    without a carrier is drawn across the picture; so is a relation in `apart`, whose premises have
    a block of their own in another chapter than its target.
    """

    roots: list[list[Block]]
    blocks: list[Block]
    block_of: dict[str, Block]
    carrier: dict[str, Block]
    apart: frozenset[str] = frozenset()


def forest_of(argument_map: ArgumentMap, outline: Outline, heights: Mapping[str, float]) -> Forest:
    """The blocks of a map, with every claim in exactly one of them.

    A claim hangs below the claim that it supports, or else below the claim that it attacks. Each
    chapter of the map is a block, with its claims below it.
    """
    grower = _Grower(argument_map, heights, frozenset((*outline.main, *outline.peers)))
    grower.grow(outline.roots)
    remaining = [claim for claim in outline.numbers if claim not in grower.block_of]
    for claim in sorted(remaining, key=grower.leads_on):
        if claim not in grower.block_of:
            grower.grow([claim], last=True)
    apart = frozenset(grower.apart)
    return Forest(grower.roots, grower.blocks, grower.block_of, grower.carrier, apart)


def _short_title(section: str) -> str:
    """As many whole words as a title may have; of a first word that is longer, its beginning."""
    title = shorten(section, _LONGEST_TITLE, placeholder=" …")
    return f"{section.strip()[: _LONGEST_TITLE - 1]}…" if title == "…" else title


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
        """Add these claims at the top, and all claims that lead there, supports before attacks."""
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
        """Whether a claim is a premise of a step to another claim of its chapter."""
        return any(self._is_at_home(claim, relation) for relation in self.map.relations_from(claim))

    def _is_at_home(self, claim: str, relation: Relation) -> bool:
        """Whether a premise may hang where its step leads: both are in the same chapter."""
        chapter = self.chapter_of.get(claim)
        end = self.map.claim_bearing(relation.id)
        return chapter is None or end is None or chapter == self._chapter_of_unit(relation)

    def _chapter_of_unit(self, relation: Relation) -> str | None:
        """The chapter in which the premises of a step would hang.

        It is that of the claim to which the step leads, unless it is an undercut, or an undercut of
        an undercut, of a step whose premises have a block of their own in another chapter.
        """
        while relation.kind is Kind.UNDERCUTS:
            relation = self.map.relations[relation.target]
            if relation.id in self.apart:
                return self.chapter_of.get(relation.premises[0])
        return self.chapter_of.get(relation.target)

    def _waits(self, claim: str) -> bool:
        """Whether a claim without relations waits until another claim of its class is placed."""
        if self.map.relations_to(claim) or self.map.relations_from(claim):
            return False
        others = [other for other in self.map.class_of(claim) if other != claim]
        return bool(others) and not any(other in self.block_of for other in others)

    def _beside_its_class(self, claim: str) -> list[Block]:
        for other in self.map.class_of(claim):
            same_chapter = self.chapter_of.get(other) == self.chapter_of.get(claim)
            if same_chapter and other in self.block_of and not self.map.relations_to(claim):
                return self.block_of[other].home
        return self._top(self.chapter_of.get(claim, ""), head=claim in self.main)

    def _top(self, section: str, *, head: bool = False) -> list[Block]:
        """A new unit at the top of a chapter, or at the top of a picture without chapters."""
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
        attacks: list[Relation] = []
        stack: list[Relation] = []
        for claim in block.members:
            of_claim = self.map.relations_to(claim)
            attacks.extend(relation for relation in of_claim if relation.kind is Kind.ATTACKS)
            stack.extend(of_claim[::-1])
        while stack:  # undercuts, and the undercuts of these
            undercuts = self.map.relations_to(stack.pop().id)
            attacks.extend(undercuts)
            stack.extend(undercuts[::-1])
        return attacks

    def _hang(self, relation: Relation) -> list[Block]:
        """The new blocks for the premises of a relation; none if all premises are placed."""
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
        """The chapter in which linked premises get a block of their own, away from their target."""
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
        across, bottom = float(theme.BOX_PADDING), 0.0
        for column in columns:
            top = float(theme.BOX_HEAD)
            for claim in column:
                inner[claim] = (across, top)
                top += self.heights[claim] + theme.BOX_PADDING
            across += theme.CARD_WIDTH + theme.BOX_PADDING
            bottom = max(bottom, top)
        return self._add(Block(relation.id, Shape.BOX, columns, across, bottom, inner), unit)

    def _columns(self, premises: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """The cards of a box in columns: leaves in stacks, other cards in columns of their own."""
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
        title = _short_title(section)
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
