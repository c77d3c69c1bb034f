"""The card of a claim as SVG: with all its words, or for a distant view with its name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from argmap.model.claim import Mode
from argmap.views.look import fonts, theme
from argmap.views.picture.svg.pieces import INK, clean, short, sign, stroke, text_line

if TYPE_CHECKING:
    from argmap.views.picture.scene import Card

_FAR_SMALL = 19.0
_FAR_SIGN = 1.35


def card_of(card: Card, *, far: bool) -> str:
    """The card as an SVG group with a title for screen readers."""
    rect, word = card.rect, str(card.status.word)
    falls = word == "falls"
    look = _border(card)
    outline = (
        f'x="{short(rect.x)}" y="{short(rect.y)}" width="{short(rect.width)}"'
        f' height="{short(rect.height)}" rx="{theme.CORNER}"'
    )
    parts = [
        f"<g><title>{escape(clean(f'{card.number} {card.face.name}'))}</title>",
        f'<rect {outline} fill="{INK["falls-bg" if falls else "card"]}"/>',
        _band(card),
        f'<rect {outline} fill="none" {look}/>',
    ]
    parts += _name_from_afar(card) if far else _all_words(card)
    return "".join(parts) + "</g>"


def _all_words(card: Card) -> list[str]:
    rect, x = card.rect, card.rect.x + theme.TEXT_LEFT
    ink = "mute" if card.status.word == "falls" else "ink"
    parts = [text_line((x, rect.y + 22), card.number, "ink", theme.NUMBER_SIZE), _status(card)]
    top = rect.y + theme.HEAD + theme.LABEL_SIZE
    for place, line in enumerate(card.face.lines):
        y = top + place * theme.LABEL_LEADING
        parts.append(text_line((x, y), line, ink, theme.LABEL_SIZE))
    foot = rect.bottom - theme.FOOT - theme.SMALL_LEADING * (len(card.face.foot) - 1)
    for place, line in enumerate(card.face.foot):
        y = foot + place * theme.SMALL_LEADING
        parts.append(text_line((x, y), line, "mute", theme.SMALL_SIZE))
    return parts


def _name_from_afar(card: Card) -> list[str]:
    """The number and name in large letters, with source and status below."""
    rect, x, word = card.rect, card.rect.x + theme.TEXT_LEFT - 4, str(card.status.word)
    ink = "mute" if word == "falls" else "ink"
    top = rect.y + 10 + theme.BIG_SIZE * 0.86
    parts = [
        text_line((x, top + place * theme.BIG_LEADING), line, ink, theme.BIG_SIZE)
        for place, line in enumerate(card.face.big)
    ]
    base = rect.bottom - 12
    right = rect.right - 12 - fonts.text_width(word, _FAR_SMALL, theme.BOLD)
    strike = ' text-decoration="line-through"' if word == "falls" else ""
    at = (right - 15, base - 6)
    parts.append(sign(word, at, hollow=card.status.granted, scale=_FAR_SIGN))
    parts.append(text_line((right, base), word, word, _FAR_SMALL, strike))
    room = right - 30 - x
    if card.tag and (lines := fonts.wrap(card.tag.short, _FAR_SMALL, theme.REGULAR, room)):
        parts.append(text_line((x, base), lines[0], "mute", _FAR_SMALL, ' font-weight="400"'))
    return parts


def _border(card: Card) -> str:
    colour, width, dash = {
        "contested": ("contested", 3.0, ""),
        "open": ("open", 2.0, ""),
        "falls": ("falls", 1.4, "6 4"),
    }.get(card.status.word, ("edge", 1.4, ""))
    if card.main and card.status.word == "stands":
        colour, width = "ink", 2.6
    return stroke(INK[colour], width, dash)


def _band(card: Card) -> str:
    rect, width = card.rect, theme.BAND_WIDTH
    corner = theme.CORNER
    shape = (
        f"M{short(rect.x + corner)} {short(rect.y)}a{corner} {corner} 0 0 0-{corner} {corner}"
        f"v{short(rect.height - 2 * corner)}a{corner} {corner} 0 0 0 {corner} {corner}"
        f"H{short(rect.x + width)}V{short(rect.y)}z"
    )
    colour = theme.BANDS[card.tag.band][0] if card.tag else INK["mute"]
    if card.mode is Mode.EDITORIAL:
        return f'<path d="{shape}" fill="url(#own)"/>'
    if card.mode is Mode.IMPLICIT:
        return f'<path d="{shape}" fill="none" stroke="{colour}" stroke-dasharray="3 3"/>'
    return f'<path d="{shape}" fill="{colour}"/>'


def _status(card: Card) -> str:
    """The sign and the word at the upper right; a hollow sign means granted, a full one argued."""
    word = str(card.status.word)
    words = card.face.status
    width = fonts.text_width(words, theme.SMALL_SIZE, theme.BOLD) + 31
    right, y = card.rect.right - 9, card.rect.y + 17.5
    strike = ' text-decoration="line-through"' if word == "falls" else ""
    place = f'x="{short(right - width)}" y="{short(y - 10)}" width="{short(width)}"'
    return (
        f'<rect {place} height="20" rx="10"'
        f' fill="{INK[word + "-bg"]}"/>'
        + sign(word, (right - width + 11, y), hollow=card.status.granted)
        + text_line((right - width + 23, y + 4.3), words, word, theme.SMALL_SIZE, strike)
    )
