"""The page's own layout of a part of a map: nothing overlaps, nothing runs behind a card."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from argmap.views.picture.lines.curves import samples
from argmap.views.picture.scene import Rect
from tests.views.samples import argument_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
PARTS = ("Costs", "Gains", "Law", "Trust")


def parted() -> ArgumentMap:
    """Sixty claims in four sections, most steps inside them, some linked, some leading across."""
    random = Random(8)  # noqa: S311  # a map, not a secret
    names = [f"c{place}" for place in range(60)]
    part = {name: PARTS[place % 4] for place, name in enumerate(names)}
    steps = [f"{names[at]} {'+-'[at % 5 == 0]} {names[(at - 4) // 3 // 4 * 4 + at % 4]}"
             for at in range(4, 60)]  # fmt: skip
    steps += [f"{' & '.join(random.sample(names[8:], 2))} + {names[at]}" for at in range(6)]
    steps += [f"{low} + {high}" for high, low in zip(names[:8], names[50:58], strict=True)]
    texts = {name: f"{part[name]}: {name} is said here" for name in names}
    parted_map = argument_map(dict(texts), list(dict.fromkeys(steps)))
    sections = {id_: replace(claim, section=part[id_]) for id_, claim in parted_map.claims.items()}
    return replace(parted_map, claims=sections)


def unparted() -> ArgumentMap:
    parted_map = parted()
    return replace(
        parted_map, claims={id_: replace(c, section=None) for id_, c in parted_map.claims.items()}
    )


@dataclass
class Picture:
    """The shapes in the picture of a view, with their places."""

    cards: dict[str, Rect]
    chapters: dict[str, Rect]
    pills: list[Rect]
    lines: list[list[tuple[float, float]]]


def read(svg: str) -> Picture:
    picture = Picture({}, {}, [], [])
    for group in ET.fromstring(svg).iter(f"{SVG}g"):  # noqa: S314  # our own
        title, rect = group.find(f"{SVG}title"), group.find(f"{SVG}rect")
        path, words = group.find(f"{SVG}path"), group.find(f"{SVG}text")
        if title is not None and rect is not None:
            picture.cards[str(title.text)] = area(rect)
        elif rect is not None and words is not None:
            if words.text in PARTS:
                picture.chapters[words.text] = area(rect)
            elif words.text == "only together" and area(rect).height < 30:
                picture.pills.append(area(rect))
        elif path is not None and "C" in str(path.get("d")):
            numbers = [float(value) for value in re.findall(r"-?\d+\.?\d*", str(path.get("d")))]
            picture.lines.append(samples(tuple(numbers)))
    return picture


def area(rect: ET.Element) -> Rect:
    x, y, width, height = (float(rect.get(key, "0")) for key in ("x", "y", "width", "height"))
    return Rect(x, y, width, height)


def within(rect: Rect, point: tuple[float, float], more: float) -> bool:
    x, y = point
    across = rect.x - more <= x <= rect.right + more
    return across and rect.y - more <= y <= rect.bottom + more


def behind(picture: Picture) -> list[str]:
    """The cards behind which a line runs that neither starts nor ends there."""
    return [
        name
        for line in picture.lines
        for name, card in picture.cards.items()
        if not any(within(card, end, 2) for end in (line[0], line[-1]))
        and any(within(card, point, -3) for point in line)
    ]


@pytest.mark.parametrize("make", [parted, unparted])
def test_in_no_view_a_line_runs_behind_a_card_and_nothing_overlaps(
    open_map: Open, make: Callable[[], ArgumentMap]
) -> None:
    here = open_map(make)
    for depth in ("1", "2", "3"):
        here.page.click(f'[data-depth="{depth}"]')
        picture = read(here.page.evaluate("argmap.toSVG()"))
        assert len(picture.cards) > 4
        assert behind(picture) == []
        solid = [*picture.cards.values(), *picture.pills]
        assert [pair for pair in combinations(solid, 2) if pair[0].meets(pair[1])] == []
    here.assert_quiet()


def test_every_card_stands_in_the_frame_of_its_chapter(open_map: Open) -> None:
    here = open_map(parted)
    for depth in ("1", "2", "null"):
        here.page.click(f'[data-depth="{depth}"]')
        picture = read(here.page.evaluate("argmap.toSVG()"))
        assert set(picture.chapters) == set(PARTS)
        for chapter, another in combinations(picture.chapters.values(), 2):
            assert not chapter.meets(another)
        for name, card in picture.cards.items():
            around = [part for part, rect in picture.chapters.items() if rect.holds(card)]
            assert len(around) == 1
            assert around[0] in name


def test_what_stands_around_a_claim_is_shown_without_chapters(open_map: Open) -> None:
    here = open_map(parted)
    here.page.evaluate("argmap.focus('c1', 2)")
    picture = read(here.page.evaluate("argmap.toSVG()"))
    assert picture.chapters == {}
    assert len(picture.cards) > 3


def test_a_map_with_much_in_view_is_drawn_anew_when_something_changes(open_map: Open) -> None:
    names = [f"c{place}" for place in range(400)]
    steps = [f"c{place} + c{(place - 1) // 3}" for place in range(1, 400)]
    here = open_map(
        lambda: argument_map(dict.fromkeys(names, "A claim of a few words"), list(steps))
    )
    here.page.click('[data-depth="null"]')
    here.page.click("#fit")
    light, dark = (0, 102, 79), (127, 221, 191)  # of what stands
    wait_for(here, light)
    here.page.wait_for_timeout(1500)  # until the view has come to rest
    here.page.evaluate("document.getElementById('theme').click()")
    wait_for(here, dark)
    assert not shows(here, light)


def wait_for(here: Opened, colour: tuple[int, int, int]) -> None:
    for _ in range(50):
        if shows(here, colour):
            return
        here.page.wait_for_timeout(100)
    pytest.fail(f"nothing of the colour {colour} came")


def shows(here: Opened, colour: tuple[int, int, int]) -> bool:
    """Whether a point of the map is of this colour, or hardly another."""
    return bool(
        here.page.evaluate(
            """([r, g, b]) => {
              const map = document.querySelector('#map canvas');
              const { data } = map.getContext('2d').getImageData(0, 0, map.width, map.height);
              for (let at = 0; at < data.length; at += 4) {
                const off = [r, g, b].map((value, place) => Math.abs(data[at + place] - value));
                if (data[at + 3] > 200 && Math.max(...off) < 10) return true;
              }
              return false;
            }""",
            colour,
        )
    )
