"""The words on cards: labels, as much of a text as fits, and whole sentences on demand."""

from __future__ import annotations

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.views.picture.scene_of_map import scene_of
from argmap.views.picture.svg.svg import render_svg

SHORT = "The old town should be closed to private cars, from the first of May and for good."
LONG = f"{SHORT} " * 5


def words_of(claim: Claim, *, sentences: bool) -> str:
    reading = Reading(ArgumentMap.of([claim]))
    scene = scene_of(reading.map, reading.outline, reading.status, sentences=sentences)
    [card] = scene.cards
    assert all(line in render_svg(scene) for line in card.face.lines)
    return " ".join(card.face.lines)


@pytest.mark.parametrize(
    ("text", "label", "shown"),
    [(SHORT, None, SHORT), (SHORT, "Close it", "Close it"), (LONG.strip(), "Close it", "Close it")],
)
def test_a_card_has_the_label_or_the_text_that_fits(
    text: str, label: str | None, shown: str
) -> None:
    claim = Claim("zz-top", text, label=label)
    assert words_of(claim, sentences=False) == shown
    assert words_of(claim, sentences=True) == text


def test_a_text_too_long_for_a_card_ends_in_an_ellipsis_unless_sentences_are_wanted() -> None:
    claim = Claim("zz-top", LONG.strip())
    shown = words_of(claim, sentences=False)
    assert shown.endswith(" …")
    assert LONG.startswith(shown.removesuffix(" …"))
    assert words_of(claim, sentences=True) == LONG.strip()
