"""The smallest SVG parts of a picture: lines of text, signs, ends of arrows, numbers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.look import theme
from argmap.views.look.signs import MARKS, SIGNS

if TYPE_CHECKING:
    from argmap.views.picture.scene import Point

INK, LINE, SIGN = theme.LIGHT, theme.LINE, theme.SIGN
FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


def sign(word: str, at: Point, *, hollow: bool, scale: float = 1) -> str:
    """The sign of a status in its disc, hollow for a granted claim, full for one argued for."""
    ink, paper = INK[word], INK["card"]
    fill, line = (paper, ink) if hollow else (ink, paper)
    larger = f" scale({scale})" if scale != 1 else ""
    return (
        f'<g transform="translate({short(at[0])} {short(at[1])}){larger}">'
        f'<circle r="{short(SIGN["radius"])}" fill="{fill}"'
        f' {stroke(ink, SIGN["border"])}/><path d="{SIGNS[word]}" fill="none"'
        f' {stroke(line, SIGN["mark"])} stroke-linecap="round" stroke-linejoin="round"/></g>'
    )


def relation_sign(kind: Kind, at: Point, *, own: bool, scale: float = 1) -> str:
    """The sign of a relation: a diamond if the step is the mapper's own, else a disc."""
    ink = INK["support" if kind is Kind.SUPPORTS else "attack"]
    fill, line = (INK["card"], ink) if own else (ink, INK["card"])
    r = short(LINE["diamond"])
    body = f'<path d="M0-{r} {r} 0 0 {r}-{r} 0z"' if own else f'<circle r="{LINE["disc"]}"'
    sized = f" scale({part(scale)})" if scale != 1 else ""
    return (
        f'<g transform="translate({short(at[0])} {short(at[1])}){sized}">{body} fill="{fill}"'
        f" {stroke(ink, LINE['border'])}/>"
        f'<path d="{MARKS[kind]}" {stroke(line, LINE["mark"])} stroke-linecap="round"/></g>'
    )


def part(value: float) -> str:
    """A number as text, without the 0 before the point."""
    return f"{value:g}".removeprefix("0")


def arrow_end(kind: Kind, at: tuple[float, ...], heading: Point, ink: str) -> str:
    """The end of a line: a triangle for a support, a bar for an attack."""
    x, y = at[:2]
    right, down = heading
    if kind is Kind.SUPPORTS:
        base = (x - right * LINE["head"], y - down * LINE["head"])
        wing = (-down * LINE["wing"], right * LINE["wing"])
        sides = ((base[0] + way * wing[0], base[1] + way * wing[1]) for way in (1, -1))
        corners = ((x, y), *sides)
        return (
            f'<path d="M{"L".join(f"{short(a)} {short(b)}" for a, b in corners)}z" fill="{ink}"/>'
        )
    x, y = x - right * LINE["back"], y - down * LINE["back"]
    wing = (-down * LINE["bar"], right * LINE["bar"])
    first, last = (x + wing[0], y + wing[1]), (x - wing[0], y - wing[1])
    line = f"M{short(first[0])} {short(first[1])}L{short(last[0])} {short(last[1])}"
    return f'<path d="{line}" {stroke(ink, LINE["thick"])}/>'


def text_line(at: Point, text: str, ink: str, size: float, more: str = "") -> str:
    """A line of text, bold except for small muted print."""
    is_bold = (ink != "mute" or size > theme.SMALL_SIZE) and "font-weight" not in more
    bold = f' font-weight="{theme.BOLD}"' if is_bold else ""
    large = f' font-size="{short(size)}px"' if size != theme.SMALL_SIZE else ""
    place = f'x="{short(at[0])}" y="{short(at[1])}" fill="{INK[ink]}"'
    return f"<text {place}{bold}{large}{more}>{escape(clean(text), quote=False)}</text>"


def stroke(ink: str, width: float, dash: str = "") -> str:
    """The SVG attributes of a line."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{ink}" stroke-width="{short(width)}"{dashes}'


def path_data(path: tuple[float, ...]) -> str:
    """The SVG path data of a start and cubic curves."""
    return f"M{short(path[0])} {short(path[1])}C" + " ".join(short(value) for value in path[2:])


def short(value: float) -> str:
    """The number with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def clean(text: str) -> str:
    """The text without the control characters that XML forbids."""
    return text.translate(FORBIDDEN)
