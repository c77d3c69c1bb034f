"""The pictures that the page draws, as values; and a map in chapters."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from argmap.views.picture.lines.curves import samples
from argmap.views.picture.scene import Rect
from tests.views.samples import argument_map

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

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


def grown(count: int) -> ArgumentMap:
    """A map without labels and sections: a tree, with a tenth of the claims tied across it."""
    random = Random(5)  # noqa: S311  # a map, not a secret
    names = [f"c{place}" for place in range(count)]
    steps = [f"{names[at]} {'+-'[at % 4 == 0]} {names[(at - 1) // 3]}" for at in range(1, count)]
    steps += [" + ".join(random.sample(names, 2)) for _ in range(count // 10)]
    texts = {name: f"The claim {name} is a sentence of more than a few words" for name in names}
    return argument_map(dict(texts), list(dict.fromkeys(steps)))


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
