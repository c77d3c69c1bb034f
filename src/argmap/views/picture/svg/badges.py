"""The badges of cards: how many of the claims below a card are not drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.look import fonts, theme
from argmap.views.picture.scene import Rect
from argmap.views.picture.svg.pieces import INK, short, stroke, text_line

if TYPE_CHECKING:
    from argmap.views.picture.scene import Card


def badge_area(card: Card, *, far: bool) -> Rect:
    """The place of a badge: it hangs over the lower right corner of its card."""
    badge, size = theme.BADGE, _size(far=far)
    width = fonts.text_width(_words(card), size, theme.BOLD) + size * 1.1
    x, y = card.rect.right + badge["beyond"] - width, card.rect.bottom - badge["above"]
    return Rect(x, y, width, size * 1.5)


def badge_of(card: Card, *, far: bool) -> str:
    """The badge as SVG; it looks like a contested claim where one is among those left out."""
    area, size = badge_area(card, far=far), _size(far=far)
    x, y = area.middle
    ink, fill, border = ("contested", "contested-bg", 2.6) if card.hides else ("ink", "card", 1.5)
    edge = INK["contested" if card.hides else "mute"]
    middle = ' text-anchor="middle"'
    return (
        f'<rect x="{short(area.x)}" y="{short(area.y)}" width="{short(area.width)}"'
        f' height="{short(area.height)}" rx="{short(area.height / 2)}" fill="{INK[fill]}"'
        f" {stroke(edge, border)}/>"
        + text_line((x, y + size * 0.34), _words(card), ink, size, middle)
    )


def _size(*, far: bool) -> float:
    return theme.BADGE["far" if far else "near"]


def _words(card: Card) -> str:
    return f"+{card.left_out}"
