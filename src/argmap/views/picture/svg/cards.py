"""The card of a claim as SVG: with all its words, or for a distant view with its name alone."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from argmap.model.claim import Mode
from argmap.views.look import fonts, theme
from argmap.views.picture.svg.pieces import INK, clean, short, sign, stroke, text_line

# Words that join the names of a citation, with none of which a cut one may end.
_JOINTS = re.compile(
    r"( (and|et|und|al\.|of|for|the|de|da|di|du|la|van|von|zu|der|den|dem))+$", re.IGNORECASE
)

if TYPE_CHECKING:
    from argmap.views.picture.scene import Card


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
        f"<g><title>{escape(clean(f'{card.number} {card.face.name}'), quote=False)}</title>",
        f'<rect {outline} fill="{INK["falls-bg" if falls else "card"]}"/>',
        _band(card),
        f'<rect {outline} fill="none" {look}/>',
    ]
    parts += _name_from_afar(card) if far else _all_words(card)
    return "".join(parts) + "</g>"


def _all_words(card: Card) -> list[str]:
    rect, x = card.rect, card.rect.x + theme.TEXT_LEFT
    ink, strike = _letters(card)
    at = (x, rect.y + theme.STATUS["number"])
    parts = [text_line(at, card.number, "ink", theme.NUMBER_SIZE), _status(card)]
    top = rect.y + theme.HEAD + theme.LABEL_SIZE
    start, direction = _start(card, x)
    for place, line in enumerate(card.face.lines):
        y = top + place * theme.LABEL_LEADING
        parts.append(text_line((start, y), line, ink, theme.LABEL_SIZE, strike + direction))
    foot = rect.bottom - theme.FOOT - theme.SMALL_LEADING * (len(card.face.foot) - 1)
    for place, line in enumerate(card.face.foot):
        y = foot + place * theme.SMALL_LEADING
        parts.append(text_line((start, y), line, "mute", theme.SMALL_SIZE, direction))
    return parts


def _start(card: Card, usual: float) -> tuple[float, str]:
    """The side at which the lines of a card start, and how they say that it is the right one."""
    if not fonts.is_right_to_left(card.face.name):
        return usual, ""
    return card.rect.right - theme.TEXT_LEFT + theme.BAND_WIDTH, ' direction="rtl"'


def _name_from_afar(card: Card) -> list[str]:
    """The number and name in large letters, with source and status below."""
    rect, word, afar = card.rect, str(card.status.word), theme.AFAR
    x, size = rect.x + theme.TEXT_LEFT - afar["outdent"], afar["size"]
    ink, strike = _letters(card)
    top = rect.y + afar["top"] + theme.BIG_SIZE * afar["rise"]
    start, direction = _start(card, x)
    parts = [
        text_line(
            (start, top + place * theme.BIG_LEADING), line, ink, theme.BIG_SIZE, strike + direction
        )
        for place, line in enumerate(card.face.big)
    ]
    base = rect.bottom - afar["foot"]
    right = rect.right - afar["foot"] - fonts.text_width(word, size, theme.BOLD)
    at = (right - afar["beside"], base - afar["lift"])
    parts.append(sign(word, at, hollow=card.status.granted, scale=afar["sign"]))
    parts.append(text_line((right, base), word, word, size))
    room = right - 2 * afar["beside"] - x
    if card.tag and (words := _fitting(card.tag.short, size, room)):
        parts.append(text_line((x, base), words, "mute", size, ' font-weight="400"'))
    return parts


def _fitting(text: str, size: float, room: float) -> str:
    """As many whole words as fit; a cut is marked, and nothing ends in the middle of a name."""
    if fonts.text_width(text, size, theme.REGULAR) <= room:
        return text
    kept = text
    while " " in kept:
        kept = _JOINTS.sub("", " " + kept.rpartition(" ")[0]).strip()
        if kept and fonts.text_width(f"{kept} …", size, theme.REGULAR) <= room:
            return f"{kept} …"
    return ""


def _letters(card: Card) -> tuple[str, str]:
    """The ink of a name, and what strikes it through: the name of a claim that falls, no word.

    A claim of another map is written in quieter ink.
    """
    falls = card.status.word == "falls"
    if falls:
        return "mute", ' text-decoration="line-through"'
    return ("mute" if card.quiet else "ink"), ""


def _border(card: Card) -> str:
    colour, width, dash = {
        "contested": ("contested", 3.0, ""),
        "open": ("open", 2.0, ""),
        "falls": ("falls", 1.4, "6 4"),
    }.get(card.status.word, ("edge", 1.4, ""))
    if card.quiet:
        width = 1.0
    elif card.main and card.status.word == "stands":
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
    pill = theme.STATUS
    width = fonts.text_width(words, theme.SMALL_SIZE, theme.BOLD) + pill["around"]
    x, y = card.rect.right - pill["right"] - width, card.rect.y + pill["middle"]
    half = pill["height"] / 2
    place = f'x="{short(x)}" y="{short(y - half)}" width="{short(width)}"'
    return (
        f'<rect {place} height="{short(pill["height"])}" rx="{short(half)}"'
        f' fill="{INK[word + "-bg"]}"/>'
        + sign(word, (x + pill["sign"], y), hollow=card.status.granted)
        + text_line((x + pill["text"], y + pill["base"]), words, word, theme.SMALL_SIZE)
    )
