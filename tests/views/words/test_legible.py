"""No text can turn the direction of the text beside it."""

from __future__ import annotations

from dataclasses import replace

from argmap.diagnostics import Location
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.source import Locator
from argmap.views.words.legible import legible

HERE = Location("map.yaml", 1, 1)


def test_turning_characters_become_visible_in_every_text() -> None:
    odd = "a\u202eb\u2066c"
    claim = Claim("x", odd, HERE, speaker=odd, locators=(Locator(HERE, quote=odd),), tags=(odd,))
    shown = legible(ArgumentMap({"x": claim}, title=odd, question=odd))
    legible_claim = shown.claims["x"]
    texts = (
        legible_claim.text,
        legible_claim.speaker,
        legible_claim.locators[0].quote,
        legible_claim.tags[0],
        shown.title,
    )
    assert {*texts, shown.question} == {"a\ufffdb\ufffdc"}


def test_other_maps_are_left_as_they_are() -> None:
    mixed = Claim("x", "\u05d0\u200f and b", HERE)
    plain = ArgumentMap({"x": mixed}, title="T")
    assert legible(plain) is plain
    assert legible(replace(plain, title="\u202e")).claims["x"] is mixed
