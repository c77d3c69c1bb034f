"""The text font: widths of texts, and subsets to embed. Only this module uses fontTools."""

from __future__ import annotations

import base64
import io
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

_FILES = {400: "SourceSansPro-Regular.ttf", 600: "SourceSansPro-Semibold.ttf"}
LATIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) | frozenset(
    "\u2013\u2014\u2026\u2018\u2019\u201c\u201d\u203a\u2192\u2265\u2264\u2212"
)
"""Latin letters are always kept, so that page and picture mostly share one subset.

This subset is stored beside this file, since making it anew took a fifth of a whole build. Its
licence (SIL OFL 1.1) is in its name table.
"""

RIGHT_TO_LEFT = frozenset({"R", "AL"})
STRONG = RIGHT_TO_LEFT | {"L"}

_KEPT_NAMES = (
    0,
    13,
    14,
)  # copyright and licence stay in the subset, the reserved font name does not


@lru_cache(maxsize=1 << 14)
def text_width(text: str, size: float, weight: int) -> float:
    """The width of a line in pixels, as the sum of the advances of its characters.

    Kerning is ignored: it nearly always makes a line narrower, so a line that fits here fits.
    """
    advances, default = _advances(weight)
    return sum(advances.get(char) or _unknown(char, default) for char in text) * size


@lru_cache(maxsize=1 << 16)
def wrap(text: str, size: float, weight: int, width: float) -> tuple[str, ...]:
    """The text in lines within a width; words stay whole.

    Only a word that is wider than a whole line is broken. Lines are kept for the next time: most
    texts of a map that is being edited are the same again.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, weight) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, size, weight, width)
        lines.extend(whole)
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, size: float, weight: int, width: float) -> list[str]:
    pieces = [""]
    used = 0.0
    for char in word:
        step = text_width(char, size, weight)
        if pieces[-1] and used + step > width and not unicodedata.combining(char):
            pieces.append("")
            used = 0.0
        pieces[-1] += char
        used += step
    return pieces


def covers(text: str) -> bool:
    """Whether the font has a sign for every character of a text, line breaks aside.

    >>> covers("Déjà vu"), covers("\u0646\u0639\u0645")
    (True, False)
    """
    advances, _ = _advances(600)
    return all(char in advances for char in set(text) - {"\n"})


def subset_url(texts: Iterable[str], weight: int) -> str:
    """The font, reduced to the characters of the texts, as a `data:` URL of a WOFF2 file."""
    return _subset_url("".join(sorted(LATIN.union(*map(set, texts)))), weight)


@lru_cache(maxsize=8)
def _subset_url(chars: str, weight: int) -> str:
    is_stored = LATIN.issuperset(chars)
    font = stored_subset(weight).read_bytes() if is_stored else subset(chars, weight)
    return "data:font/woff2;base64," + base64.b64encode(font).decode("ascii")


def stored_subset(weight: int) -> Traversable:
    """The file with the subset of Latin letters: the bytes of `subset(LATIN, weight)`."""
    return files("argmap.views.look").joinpath(f"latin-{weight}.woff2")


def subset(chars: Iterable[str], weight: int) -> bytes:
    """The font, reduced to these characters, as a WOFF2 file.

    Cost: a quarter of a second, nearly all of it fontTools.
    """
    from fontTools import subset as fonttools_subset  # noqa: PLC0415  # slow to import, and seldom needed

    options = fonttools_subset.Options(
        flavor="woff2",
        layout_features=["kern", "mark", "ccmp"],
        name_IDs=list(_KEPT_NAMES),
        hinting=False,
        notdef_outline=True,
        drop_tables=[*fonttools_subset.Options().drop_tables, "DSIG"],
    )
    font = _open(weight)
    cutter = fonttools_subset.Subsetter(options)
    cutter.populate(text="".join(chars))
    cutter.subset(font)
    file = io.BytesIO()
    fonttools_subset.save_font(font, file, options)
    return file.getvalue()


@cache
def _advances(weight: int) -> tuple[dict[str, float], float]:
    font = _open(weight)
    unit = font["head"].unitsPerEm
    advance = font["hmtx"].metrics
    widths = {chr(code): advance[name][0] / unit for code, name in font.getBestCmap().items()}
    return widths, advance[".notdef"][0] / unit


def is_right_to_left(text: str) -> bool:
    """Whether a text is written from right to left: its first letter with a direction is.

    >>> is_right_to_left("1 \u0646\u0639\u0645"), is_right_to_left("yes")
    (True, False)
    """
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((way for way in strong if way in STRONG), "L") in RIGHT_TO_LEFT


def _unknown(char: str, default: float) -> float:
    # The reader's system draws it in another font, where East Asian signs and emoji are 1 em wide.
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF:  # noqa: PLR2004
        return 1.25
    if unicodedata.bidirectional(char) in RIGHT_TO_LEFT:
        return 0.52  # joined letters and letters without capitals are narrow
    return max(default, 0.68)


def _open(weight: int) -> Any:  # noqa: ANN401  # fontTools ships no types
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    return TTFont(
        io.BytesIO(files("font_source_sans_pro").joinpath("files", _FILES[weight]).read_bytes()),
        lazy=True,
        recalcTimestamp=False,
    )
