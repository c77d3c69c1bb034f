"""Letters: measured as they are, cut down to what is used."""

from __future__ import annotations

import base64
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.views.look import theme
from argmap.views.look.fonts import LATIN, stored_subset, subset, subset_url, text_width, wrap


@given(st.text(max_size=120), st.integers(40, 300))
def test_lines_fit_and_lose_nothing_but_space(text: str, width: int) -> None:
    lines = wrap(text, 16, theme.BOLD, width)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    for line in lines:
        assert text_width(line, 16, theme.BOLD) <= width or len(line) <= 2


def test_words_that_fit_stay_whole() -> None:
    text = "No word of this is ever broken in its middle"
    assert " ".join(wrap(text, 20, theme.REGULAR, 90)).split() == text.split()


def test_a_subset_has_the_letters_used_and_not_the_name_of_its_maker() -> None:
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    url = subset_url(["\u011bl\u00e1k \u0416"], theme.BOLD)
    font = TTFont(io.BytesIO(base64.b64decode(url.removeprefix("data:font/woff2;base64,"))))
    assert ord("\u011b") in font.getBestCmap()
    assert ord("\u03a9") not in font.getBestCmap()
    assert font["name"].getDebugName(1) is None
    assert "SIL" in (font["name"].getDebugName(13) or "")


@pytest.mark.parametrize("weight", [theme.REGULAR, theme.BOLD])
def test_a_subset_does_not_depend_on_order(weight: int) -> None:
    assert subset_url(["abc", "x"], weight) == subset_url(["x", "cba"], weight)
    assert len(subset_url(["abc"], weight)) < 20_000


@pytest.mark.parametrize("weight", [theme.REGULAR, theme.BOLD])
def test_the_stored_subset_has_the_letters_of_a_fresh_one(weight: int) -> None:
    """Run with ARGMAP_UPDATE=1 after a change of the font, its options or the kept letters."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    fresh_bytes = subset(sorted(LATIN), weight)
    if os.environ.get("ARGMAP_UPDATE"):
        Path(str(stored_subset(weight))).write_bytes(fresh_bytes)
    stored, fresh = (
        TTFont(io.BytesIO(font)) for font in (stored_subset(weight).read_bytes(), fresh_bytes)
    )
    assert stored.keys() == fresh.keys()
    assert stored.getBestCmap() == fresh.getBestCmap()
    assert stored["hmtx"].metrics == fresh["hmtx"].metrics
    assert all(stored["glyf"][name] == fresh["glyf"][name] for name in fresh.getGlyphOrder())


def test_letters_beyond_the_stored_subset_are_brought_along() -> None:
    assert subset_url(["abc"], theme.BOLD) == subset_url([], theme.BOLD)
    assert subset_url(["\u011bl\u00e1k \u03a9"], theme.BOLD) != subset_url([], theme.BOLD)
