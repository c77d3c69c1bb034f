"""The colours and measures that the page shares with the picture, read from its modules."""

from __future__ import annotations

from typing import Any

from argmap.views.look import signs, theme
from argmap.views.picture import tornado
from argmap.views.picture.layout import folding
from argmap.views.picture.lines import grid, routing
from argmap.views.picture.svg import tornado as drawn
from argmap.views.words.strengths import DEGREES, SMALL


def measures() -> dict[str, Any]:
    """All colours, sizes and limits, by the part of the page that asks for them."""
    return {"look": look(), "layout": layout(), "strength": weighing()}


def look() -> dict[str, Any]:
    """The colours, signs and sizes of cards and lines."""
    return {
        "light": dict(theme.LIGHT) | {f"band{n}": pair[0] for n, pair in enumerate(theme.BANDS)},
        "dark": dict(theme.DARK) | {f"band{n}": pair[1] for n, pair in enumerate(theme.BANDS)},
        "font": theme.FONT_STACK,
        "signs": dict(signs.SIGNS),
        "marks": dict(signs.MARKS),
        "dashes": {kind: [float(d) for d in s.split()] for kind, s in signs.DASHES.items()},
        "band": theme.BAND_WIDTH,
        "corner": theme.CORNER,
        "left": theme.TEXT_LEFT,
        "head": theme.HEAD,
        "foot": theme.FOOT,
        "label": [theme.LABEL_SIZE, theme.LABEL_LEADING],
        "big": [theme.BIG_SIZE, theme.BIG_LEADING],
        "small": [theme.SMALL_SIZE, theme.SMALL_LEADING],
        "number": theme.NUMBER_SIZE,
        "status": dict(theme.STATUS),
        "least": dict(theme.LEAST),
        "afar": dict(theme.AFAR),
        "line": dict(theme.LINE),
        "sign": dict(theme.SIGN),
        "badge": dict(theme.BADGE),
        "frame": dict(theme.FRAME),
        "stub": dict(theme.STUB),
        "faded": dict(theme.FADED),
        "chapter": {"size": theme.CHAPTER_SIZE, "corner": theme.CHAPTER_CORNER},
    }


def layout() -> dict[str, Any]:
    """The gaps of the layout, and the costs and limits of the search for lines."""
    return {
        "aspect": folding.ASPECT,
        "rowGap": folding.ROW_GAP,
        "sideGap": folding.SIDE_GAP,
        "stackGap": folding.STACK_GAP,
        "street": 2 * theme.STREET,
        "framePad": theme.BOX_PADDING,
        "frameHead": theme.BOX_HEAD,
        "chapterPad": theme.CHAPTER_PADDING,
        "pill": theme.PILL_SIZE,
        "step": grid.STEP,
        "margin": grid.MARGIN,
        "wall": grid.WALL,
        "turn": grid.TURN,
        "mostCells": grid.MOST_CELLS,
        "mostSearched": routing.MOST_SEARCHED,
    }


def weighing() -> dict[str, Any]:
    """The words for strengths, and the measures of a tornado."""
    return {
        "degrees": DEGREES,
        "tornado": {
            "bars": tornado.BARS,
            "small": SMALL,
            "steps": drawn.STEPS,
            "mostTicks": drawn.MOST_TICKS,
        },
    }
