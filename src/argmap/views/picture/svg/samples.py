"""The signs of a picture, each as a small SVG of its own, for the key beside it."""

from __future__ import annotations

from argmap.model.relation import Kind
from argmap.views.look import theme
from argmap.views.look.signs import DASHES
from argmap.views.picture.svg.pieces import INK, arrow_end, relation_sign, sign, stroke


def line_sample(kind: Kind) -> str:
    """A line of a relation with its sign and its end."""
    ink = INK["support" if kind is Kind.SUPPORTS else "attack"]
    line = f'<path d="M2 11H46" {stroke(ink, theme.LINE["plain"], DASHES[kind])}/>'
    end = arrow_end(kind, (56.0, 11.0), (1.0, 0.0), ink)
    return _picture(58, 22, line + end + relation_sign(kind, (23.0, 11.0), own=False))


def status_sample(word: str) -> str:
    """The sign of a status, as of a claim that is argued for."""
    return _picture(18, 18, sign(word, (9.0, 9.0), hollow=False))


def band_sample(band: int) -> str:
    """The colour of a source."""
    return _picture(11, 19, f'<rect width="11" height="19" fill="{theme.BANDS[band][0]}"/>')


def _picture(width: int, height: int, content: str) -> str:
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{content}</svg>'
