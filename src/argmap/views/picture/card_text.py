"""The words on a card: a claim, its source and its speaker, broken into lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.claim import Mode
from argmap.views.look import theme
from argmap.views.look.fonts import text_width, wrap
from argmap.views.picture.scene import Face

if TYPE_CHECKING:
    from argmap.analysis.labels.in_words import ClaimStatus
    from argmap.model.claim import Claim
    from argmap.views.words.citations import Citations

_LINES_LIMIT = 6
_MOST_LINES = 40  # of a whole sentence; only an essay in place of a claim is longer
_FOOT_LIMIT = 3
_BIG_PAD = 12
_BIG_FOOT = 38
_SIGN_WIDTH = 36


def face_of(
    claim: Claim, number: str, cite: Citations, status: ClaimStatus, *, sentences: bool = False
) -> Face:
    """The words of a card, small and large; its height has room for either.

    A card shows the label, or without one as much of the text as fits. `sentences` shows the text
    of every claim whole.
    """
    label = claim.label if claim.label is not None else claim.text
    whole = _whole_words(claim.text, theme.LABEL_SIZE, theme.TEXT_WIDTH, _MOST_LINES)
    lines = whole if sentences else _whole_words(label, theme.LABEL_SIZE, theme.TEXT_WIDTH)
    foot = wrap(_foot(claim, cite), theme.SMALL_SIZE, theme.REGULAR, theme.TEXT_WIDTH)[:_FOOT_LIMIT]
    big = _whole_words(f"{number} {claim.name}", theme.BIG_SIZE, theme.TEXT_WIDTH + 4)
    words = _status(status, number)
    height, whole_height = (_height(shown, foot, big) for shown in (lines, whole))
    return Face(claim.name, words, lines, foot, big, height, whole, whole_height)


def _height(lines: tuple[str, ...], foot: tuple[str, ...], big: tuple[str, ...]) -> float:
    near = theme.HEAD + theme.LABEL_LEADING * len(lines) + theme.SMALL_LEADING * len(foot)
    far = _BIG_PAD + theme.BIG_LEADING * len(big) + _BIG_FOOT
    return float(max(near + theme.FOOT, far))


def _whole_words(text: str, size: float, width: float, most: int = _LINES_LIMIT) -> tuple[str, ...]:
    lines = wrap(text, size, theme.BOLD, width)
    if len(lines) <= most:
        return lines or ("",)
    *kept, last = lines[:most]
    while " " in last and text_width(last + " …", size, theme.BOLD) > width:
        last = last.rpartition(" ")[0]
    return (*kept, last + " …")


def _status(status: ClaimStatus, number: str) -> str:
    words = f"{status.word} · {status.reason}" if status.reason else str(status.word)
    taken = text_width(number, theme.NUMBER_SIZE, theme.BOLD) + _SIGN_WIDTH
    room = theme.TEXT_WIDTH - taken
    return words if text_width(words, theme.SMALL_SIZE, theme.BOLD) <= room else str(status.word)


def _foot(claim: Claim, cite: Citations) -> str:
    """The citation of the claim; a claim that is cited to nobody says so."""
    parts = [cite.attribution(claim), "implicit" if claim.mode is Mode.IMPLICIT else ""]
    return " · ".join(part for part in parts if part) or "no source"
