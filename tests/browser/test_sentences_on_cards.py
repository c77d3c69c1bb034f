"""Whole sentences on the cards, at the press of a button and by the address."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from argmap.model.claim import Claim
from tests.views.samples import argument_map, voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
LONG = (
    "People who vote for the first time while they still live with their parents go on voting for"
    " the rest of their lives, and they take an interest in the affairs of their town, of their"
    " country and of the world, as three studies in four countries found."
)


def labelled() -> ArgumentMap:
    """A claim with a label and a long text, and one whose card has its whole text anyway."""
    return argument_map(
        {"habit": Claim("habit", LONG, label="Voting is a habit"), "early": "Voting begins early."},
        ["early + habit"],
    )


def drawn(here: Opened) -> ET.Element:
    """The picture of the page as it is now."""
    return ET.fromstring(here.page.evaluate("argmap.toSVG()"))  # noqa: S314  # our own


def words_of_cards(here: Opened) -> str:
    texts = ("".join(text.itertext()) for text in drawn(here).iter(f"{SVG}text"))
    return " ".join(" ".join(texts).split())


def opened_at(here: Opened, state: str) -> None:
    """Load the page anew with this state in its address."""
    here.page.goto(f"{here.address}#view=whole&{state}")
    here.page.reload()
    here.wait_until("Boolean(window.argmap && window.argmap.ready)")


def test_a_button_puts_the_whole_sentences_on_the_cards(open_map: Open) -> None:
    here = open_map(labelled)
    button = here.page.locator("#view-sentences")
    assert "Voting is a habit" in words_of_cards(here)
    assert LONG not in words_of_cards(here)
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert LONG in words_of_cards(here)
    assert here.page.evaluate("argmap.state().sentences")
    assert "sentences" in here.url
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert LONG not in words_of_cards(here)
    assert "sentences" not in here.url
    assert not here.messages


def test_the_address_keeps_the_sentences(open_map: Open) -> None:
    here = open_map(labelled)
    opened_at(here, "sentences")
    assert LONG in words_of_cards(here)
    here.page.click("#view-sentences")
    here.page.go_back()
    here.wait_until("argmap.state().sentences")
    assert LONG in words_of_cards(here)


def test_cards_with_sentences_keep_apart(open_map: Open) -> None:
    here = open_map(voting)
    opened_at(here, "sentences&depth=all")
    cards = [
        [float(box.attrib[key]) for key in ("x", "y", "width", "height")]
        for card in drawn(here).iter(f"{SVG}g")
        if card.find(f"{SVG}title") is not None and (box := card.find(f".//{SVG}rect")) is not None
    ]
    assert len(cards) == len(voting().claims)
    for (x, y, w, h), (other_x, other_y, other_w, other_h) in combinations(cards, 2):
        assert (
            x + w <= other_x or other_x + other_w <= x or y + h <= other_y or other_y + other_h <= y
        )


def test_there_is_no_button_where_every_card_has_its_sentence(open_map: Open) -> None:
    here = open_map(lambda: argument_map({"a": "It is so.", "b": "It is because."}, ["b + a"]))
    assert here.page.locator("#view-sentences").is_hidden()


def deep() -> ArgumentMap:
    """A map of three levels, of which the bar counts those that are shown."""
    claims = {id_: Claim(id_, LONG, label=f"Claim {id_}") for id_ in "abc"}
    return argument_map(claims, ["b + a", "c + b"])


def test_the_bar_with_the_button_fits_on_a_phone(open_map: Open) -> None:
    here = open_map(deep, viewport={"width": 390, "height": 800})
    here.page.click("#map-switch")
    here.page.click("#view [data-depth='1']")
    assert here.page.evaluate("document.documentElement.scrollWidth") == 390
    here.page.click("#view-sentences")
    assert here.page.evaluate("argmap.state().sentences")
