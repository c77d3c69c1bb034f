"""The layout in Python and the one in the page's scripts keep the same promises on the same maps.

Python lays out the whole map; the page draws that, and lays out by itself what is left of the map
when parts of it are folded.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import shake_128
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argmap.model.relation import Kind
from argmap.pipeline import check
from argmap.views.look import theme
from argmap.views.page import measures
from argmap.views.picture.layout.blocks import forest_of, is_leaf
from argmap.views.picture.lines.curves import samples
from argmap.views.picture.scene import Rect
from tests.browser.conftest import answer_of_scripts
from tests.browser.pictures import Picture, behind, parted, read, unparted, within
from tests.maps import Choices, map_of, read_map
from tests.views.samples import content_of, hostile, voting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from playwright.sync_api import Browser

    from argmap.model.argument_map import ArgumentMap
    from argmap.views.page.payload import Content
    from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
GAPS = measures.layout()
DEPTHS = (0, 1, 2, 3, None)

# Lays out what is left at each depth, as `showView` does, all claims at the last.
ENTRY = """import { arrange, placesFor } from './layout/arrange.js';
import { childrenOf, DATA } from './state/data.js';
import { foldBelow } from './state/shown.js';

function shownAt(depth) {
  if (depth === null) return new Set(DATA.claims.map(({ id }) => id));
  const levels = new Map(DATA.roots.map((id) => [id, 0]));
  for (const [id, level] of levels)
    for (const child of level < depth ? childrenOf(id) : [])
      if (!levels.has(child)) levels.set(child, level + 1);
  return new Set(levels.keys());
}

function laidOut(depth) {
  const shown = shownAt(depth);
  foldBelow(shown);
  const tops = DATA.roots.filter((id) => shown.has(id));
  const { branches } = placesFor(shown, tops, undefined, true);
  const { arrows, ties, containers } = arrange(shown, tops, undefined, true);
  const cards = DATA.claims.filter(({ id }) => shown.has(id));
  const below = branches.flatMap(({ ids, below }) =>
    below.map((at) => [ids, at.ids, !at.below.length]));
  return {
    cards: cards.map(({ id, x, y, w, h }) => [id, x, y, w, h]),
    frames: containers
      .filter(({ pill }) => !pill)
      .map(({ members, x, y, w, h }) => [members, x, y, w, h]),
    pills: containers.filter(({ pill }) => pill).map(({ x, y, w, h }) => [x, y, w, h]),
    lines: arrows.map(({ relation, path }) => [relation, path]),
    ties: ties.map(({ path }) => path),
    below,
  };
}
globalThis.answer = (depths) => depths.map(laidOut);
"""


@dataclass
class Laid:
    """A layout; `lines` are by relation, and `below` has the claims below each and their kind.

    In `below` a claim is a leaf (true) if nothing hangs below its card or its frame.
    """

    cards: dict[str, Rect]
    frames: dict[str, Rect]
    pills: list[Rect]
    lines: dict[str, list[tuple[float, float]]]
    ties: list[list[tuple[float, float]]]
    below: dict[str, dict[str, bool]]

    def block(self, claim: str) -> Rect:
        """The frame in which a claim stands, or else its card."""
        return self.frames.get(claim, self.cards[claim])


def laid_by_python(argument_map: ArgumentMap, content: Content) -> Laid:
    scene = content.scene
    cards = {card.claim: card.rect for card in scene.cards}
    heights = {claim: rect.height for claim, rect in cards.items()}
    forest = forest_of(argument_map, content.outline, heights)
    below: dict[str, dict[str, bool]] = {claim: {} for claim in cards}
    for relation in argument_map.relations.values():
        block = forest.carrier.get(relation.id)
        if block and relation.id not in forest.apart and relation.target in cards:
            below[relation.target] |= dict.fromkeys(block.members, is_leaf(block.home))
    return Laid(
        cards,
        {
            claim: box.rect
            for box in scene.containers
            for claim in box.members
            if box.shape == "box"
        },
        [box.rect for box in scene.containers if box.shape == "pill"],
        {arrow.relation: samples(arrow.path) for arrow in scene.arrows},
        [samples(tie.path) for tie in scene.ties],
        below,
    )


def laid_by_scripts(answer: Mapping[str, Any]) -> Laid:
    below: dict[str, dict[str, bool]] = {id_: {} for id_, *_ in answer["cards"]}
    for parents, members, leaf in answer["below"]:
        for parent in parents:
            below[parent] |= dict.fromkeys(members, leaf)
    return Laid(
        {id_: Rect(*rect) for id_, *rect in answer["cards"]},
        {id_: Rect(*rect) for members, *rect in answer["frames"] for id_ in members},
        [Rect(*rect) for rect in answer["pills"]],
        {relation: samples(tuple(path)) for relation, path in answer["lines"]},
        [samples(tuple(path)) for path in answer["ties"]],
        below,
    )


def drawn_by_chance(number: int) -> ArgumentMap:
    """A map that nobody wrote to be drawn: circles, self-attacks, undercuts of undercuts."""
    return map_of(Choices(shake_128(f"layout {number}".encode()).digest(200)), 14, 18)


MAPS: dict[str, Callable[[], ArgumentMap]] = {
    "voting": voting,
    "hostile": hostile,
    "in chapters": parted,
    "without chapters": unparted,
    "shipped": lambda: check(ROOT / "claims").map,
    "old town": lambda: check(ROOT / "tests/cases/old-town/claims").map,
    "against itself": lambda: read_map("c & d + a; c - c; d - d"),
} | {f"by chance {number}": lambda number=number: drawn_by_chance(number) for number in range(12)}


@dataclass
class Example:
    """A map with its layout by Python, and those by the scripts at each depth."""

    map: ArgumentMap
    python: Laid
    scripts: list[Laid]


@pytest.fixture(scope="module", params=MAPS)
def example(request: pytest.FixtureRequest, browser: Browser) -> Example:
    argument_map = MAPS[request.param]()
    content = content_of(argument_map)
    answers = answer_of_scripts(browser, ENTRY, DEPTHS, content)
    scripts = [laid_by_scripts(answer) for answer in answers]
    return Example(argument_map, laid_by_python(argument_map, content), scripts)


def too_near(laid: Laid) -> list[tuple[str, str]]:
    """The pairs of claims whose cards are nearer than the gaps of both layouts allow."""
    pairs = []
    for claim, other in combinations(laid.cards, 2):
        first, second = laid.cards[claim], laid.cards[other]
        across = max(first.x - second.right, second.x - first.right)
        down = max(first.y - second.bottom, second.y - first.bottom)
        together = laid.block(claim) == laid.block(other)
        side, stack = (GAPS["framePad"],) * 2 if together else (GAPS["sideGap"], GAPS["stackGap"])
        if across < side and down < stack:
            pairs.append((claim, other))
    return pairs


def test_cards_keep_the_gaps_that_both_layouts_share(example: Example) -> None:
    for laid in (example.python, *example.scripts):
        assert too_near(laid) == []
        assert all(laid.block(claim).holds(card) for claim, card in laid.cards.items())
        blocks = {laid.block(claim) for claim in laid.cards}
        assert [
            pair for pair in combinations((*blocks, *laid.pills), 2) if pair[0].meets(pair[1])
        ] == []
    assert len(example.scripts[-1].cards) == len(example.map.claims)


def test_claims_stand_below_what_they_speak_to(example: Example) -> None:
    for laid in (example.python, *example.scripts):
        for claim, below in laid.below.items():
            for other in below:
                room = laid.block(other).y - laid.cards[claim].bottom
                assert room >= GAPS["rowGap"] - GAPS["framePad"] - 1e-6


def before(laid: Laid, claim: str, other: str) -> bool:
    """Whether a claim comes first: in a column further left, or higher up in the same one."""
    first, second = laid.block(claim), laid.block(other)
    if first.right <= second.x or second.right <= first.x:
        return first.x < second.x
    return first.y < second.y


def test_siblings_have_one_order(example: Example) -> None:
    """Leaves come first in Python, so only leaves, and only others, are compared."""
    python = example.python
    for scripts in example.scripts:
        for claim, below in scripts.below.items():
            mine = python.below[claim]
            for sibling, other in combinations([id_ for id_ in below if id_ in mine], 2):
                kinds = below[sibling] == below[other], mine[sibling] == mine[other]
                if kinds == (True, True) and python.block(sibling) != python.block(other):
                    order = before(python, sibling, other)
                    assert before(scripts, sibling, other) == order


def test_no_line_runs_behind_a_card(example: Example) -> None:
    """But for the loop of a claim that attacks itself, which stands beside its card in any case."""
    relations = example.map.relations
    for laid in (example.python, *example.scripts):
        lines = [
            line
            for id_, line in laid.lines.items()
            if relations[id_].premises != (relations[id_].target,)
        ]
        assert behind(Picture(laid.cards, {}, [], [*lines, *laid.ties])) == []


def test_every_relation_to_a_claim_has_a_line_that_can_be_seen(example: Example) -> None:
    relations = example.map.relations
    for laid in (example.python, *example.scripts):
        for id_, line in laid.lines.items():
            is_seen = any(
                not any(within(card, point, 1) for card in laid.cards.values()) for point in line
            )
            assert is_seen or relations[id_].kind is Kind.UNDERCUTS
            if relations[id_].premises == (relations[id_].target,):
                side = laid.cards[relations[id_].target].right
                assert {round(line[0][0] - side), round(line[-1][0] - side)} == {0}
    to_claims = {id_ for id_, each in relations.items() if each.kind is not Kind.UNDERCUTS}
    assert to_claims & set(example.python.lines) == to_claims & set(example.scripts[-1].lines)


def test_a_line_to_a_claim_ends_on_its_card_and_not_on_the_frame_around_it(
    example: Example,
) -> None:
    relations = example.map.relations
    for laid in (example.python, *example.scripts):
        for id_, line in laid.lines.items():
            if relations[id_].kind is not Kind.UNDERCUTS:
                card = laid.cards[relations[id_].target]
                assert within(card, line[-1], 1)
                assert not within(card, line[-1], -1)


def test_no_line_of_another_claim_runs_over_the_words_of_a_frame(example: Example) -> None:
    width, height = theme.FRAME["words"], theme.FRAME["high"]
    for laid in (example.python, *example.scripts):
        for frame in set(laid.frames.values()):
            start = frame.right - theme.FRAME["corner"] - width
            words = Rect(start, frame.y + 4, width, height)
            others = [line for line in laid.lines.values() if not within(frame, line[0], 1)]
            assert not any(within(words, point, -2) for line in others for point in line)


@pytest.mark.parametrize("name", ["voting", "hostile", "in chapters", "shipped", "by chance 5"])
def test_unfolded_the_map_is_drawn_as_python_laid_it_out(
    open_map: Callable[..., Opened], name: str
) -> None:
    here = open_map(MAPS[name])
    here.page.click('[data-depth="null"]')
    picture = read(here.page.evaluate("argmap.toSVG()"))
    scene = content_of(MAPS[name]()).scene
    assert rounded(picture.cards.values()) == rounded(card.rect for card in scene.cards)
    here.assert_quiet()


def rounded(rects: Iterable[Rect]) -> Counter[tuple[int, ...]]:
    return Counter(
        tuple(round(side) for side in (rect.x, rect.y, rect.width, rect.height)) for rect in rects
    )
