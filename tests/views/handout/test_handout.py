"""The handout and the slide: what they draw can be read, and they count what they leave out."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from argmap.analysis.reading_of_map import Reading
from argmap.pipeline import check
from argmap.views.handout.fitting import Shown
from argmap.views.handout.handout import handout_of
from argmap.views.handout.slide import slide_of
from argmap.views.look import theme
from argmap.views.raster import render_pdf
from tests.browser.pictures import grown
from tests.maps import for_all, map_of
from tests.views.samples import voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from argmap.views.picture.scene import Scene

ROOM = (1650.0, 900.0)


def shown_of(argument_map: ArgumentMap, *, sentences: bool = False) -> Shown:
    reading = Reading(argument_map)
    return Shown(reading.map, reading.outline, reading.status, reading.own_labels, sentences)


def shipped() -> ArgumentMap:
    return check(Path(__file__).parents[3] / "claims").map


def large() -> ArgumentMap:
    return grown(300)


MAPS = [shipped, voting, large]


@cache
def printed(make: Callable[[], ArgumentMap], sentences: bool) -> PdfReader:  # noqa: FBT001  # a key of the cache
    shown = shown_of(make(), sentences=sentences)
    return PdfReader(io.BytesIO(render_pdf(handout_of(shown))))


def sizes_of(reader: PdfReader) -> dict[str, float]:
    """The smallest size in points of every text in the file."""
    sizes: dict[str, float] = {}

    def note(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        if text.strip():
            scale = max(abs(cm[1]), abs(cm[3])) * max(abs(tm[1]), abs(tm[3]))
            sizes[text] = min(size * scale, sizes.get(text, 99))

    for page in reader.pages:
        page.extract_text(visitor_text=note)
    return sizes


@pytest.mark.parametrize("sentences", [False, True])
@pytest.mark.parametrize("make", MAPS)
def test_everything_in_a_handout_can_be_read_on_paper(
    make: Callable[[], ArgumentMap],
    sentences: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    sizes = sizes_of(printed(make, sentences))
    assert len(sizes) > 20, "the sizes of its texts are known"
    assert min(sizes.values()) >= 8
    shown = shown_of(make(), sentences=sentences)  # names are written letter by letter
    assert min(sizes.values()) * shown.name_size / shown.caption_size >= 9


@pytest.mark.parametrize("make", MAPS)
def test_pages_have_numbers_and_the_list_has_all_claims_with_what_bears_on_them(
    make: Callable[[], ArgumentMap],
) -> None:
    pages = [page.extract_text() for page in printed(make, False).pages]  # noqa: FBT003  # a key
    count = len(pages)
    assert all(f"{place} / {count}" in text for place, text in enumerate(pages, 1))
    whole = re.sub(r"\s+", " ", " ".join(pages))
    for claim in handout_of(shown_of(make()))["claims"]:
        assert f"{claim['number']} {claim['text']}"[:40] in whole
        assert claim["bearing"][:25] in whole


def test_the_list_cites_sources_by_their_names_and_never_by_their_ids() -> None:
    argument_map = shipped()
    data = handout_of(shown_of(argument_map))
    texts = [source["citation"] for source in data["sources"]]
    texts += [claim["origin"] for claim in data["claims"]]
    assert not [id_ for id_ in argument_map.sources for text in texts if id_ in text]
    assert all(claim["origin"] for claim in data["claims"])


def drawn_and_left_out(scene: Scene) -> int:
    return len(scene.cards) + sum(card.left_out for card in scene.cards)


@for_all(map_of, 150)
def test_what_is_drawn_and_what_is_left_out_make_the_whole(argument_map: ArgumentMap) -> None:
    shown = shown_of(argument_map)
    for room in ((700.0, 500.0), ROOM):
        scene = shown.overview(room)
        assert len({card.claim for card in scene.cards}) == len(scene.cards)
        unreached = len(argument_map.claims) - drawn_and_left_out(scene)
        assert unreached >= 0
        if all(root in {card.claim for card in scene.cards} for root in shown.outline.roots):
            assert unreached == 0
        if len(scene.cards) > 1:
            assert scene.width <= room[0]
            assert scene.height <= room[1]


@pytest.mark.parametrize("make", MAPS)
def test_an_overview_has_the_conclusions_in_order_and_what_is_disputed(
    make: Callable[[], ArgumentMap],
) -> None:
    shown = shown_of(make())
    scene = shown.overview(ROOM)
    places = {card.claim: card.rect for card in scene.cards}
    assert set(places) >= set(shown.outline.main)
    assert drawn_and_left_out(scene) == len(shown.map.claims)
    for arrow in scene.arrows:
        assert set(arrow.premises) <= set(places), "no line out of nowhere"


def test_a_sheet_of_a_claim_has_it_alone_at_the_top() -> None:
    shown = shown_of(shipped())
    for main in shown.outline.main:
        scene = shown.below(main, ROOM)
        tops = {card.claim: card.rect.y for card in scene.cards}
        assert min(tops, key=tops.__getitem__) == main
        assert set(tops) <= set(shown.claims_below(main))
        assert drawn_and_left_out(scene) == len(shown.claims_below(main))


@pytest.mark.parametrize("sentences", [False, True])
@pytest.mark.parametrize("make", MAPS)
def test_names_on_a_slide_have_24_pixels_on_a_projector(
    make: Callable[[], ArgumentMap],
    sentences: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    shown = shown_of(make(), sentences=sentences)
    picture = slide_of(shown, ())
    width, height = map(int, re.findall(r'<svg [^>]*width="(\d+)" height="(\d+)"', picture)[0])
    assert 9 * width == 16 * height
    assert shown.name_size * 1920 / width >= 24
    drawn = picture.count("<g><title>")
    is_part = drawn < len(shown.map.claims)
    assert (f"{drawn} of {len(shown.map.claims)} claims" in picture) == is_part
    assert theme.FONT in picture
