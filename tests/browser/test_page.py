"""The page in a real browser: what a reader sees, and that nothing in it runs or calls home."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argmap.api import status
from argmap.graph.outline import outline
from argmap.model.claim import Claim
from argmap.model.origin import Origin
from argmap.model.question import Question
from argmap.model.source import Source
from argmap.views.look import theme
from tests.browser.conftest import visible
from tests.views.samples import HERE, NASTY, argument_map, chain, hostile, voting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

COLOURS = """() => {
  const canvas = document.querySelector('#map canvas');
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const seen = new Set();
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3] > 250) seen.add(`${pixels[at]},${pixels[at + 1]},${pixels[at + 2]}`);
  }
  return [...seen];
}"""


def rgb(colour: str) -> str:
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))


def test_it_opens_offline_and_quietly_with_the_findings_labels(open_map: Open) -> None:
    map_ = voting()
    here = open_map(voting)
    expected = {name: str(finding.label) for name, finding in status(map_).claims.items()}
    assert here.page.evaluate("argmap.labels()") == expected
    assert here.page.title() == "Should voting be compulsory?"
    here.assert_quiet()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_is_drawn_in_the_colours_of_the_scheme(open_map: Open, scheme: str) -> None:
    here = open_map(voting, color_scheme=scheme)
    colours = theme.LIGHT if scheme == "light" else theme.DARK
    seen = here.page.evaluate(COLOURS)
    for name in ("card", "support", "attack", "tint", "stands", "contested"):
        assert rgb(colours[name]) in seen, name
    here.page.click("#theme")
    other = theme.DARK if scheme == "light" else theme.LIGHT
    here.wait_until(f"({COLOURS})().includes('{rgb(other['card'])}')")


def test_choosing_a_claim_shows_all_that_is_known_of_it(open_map: Open) -> None:
    here = open_map(voting)
    here.choose("equal")
    panel = visible(here.page, "#panel")
    for text in (
        "More equal turnout gives policies that better reflect everyone's interests.",
        "unequal participation spells unequal influence",
        "Lijphart 1997, paragraph 4",
        "A presidential address, not a study of its own.",
        "Politicians heed those who vote",
        "The uninformed lower the quality",
        "Voting should be compulsory",
        "open, conflict",
    ):
        assert text.lower() in panel.lower()
    link = here.page.locator("#panel a[target]")
    assert link.get_attribute("rel") == "noopener noreferrer"
    here.page.click("#panel section .claim >> nth=0")
    assert (
        visible(here.page, "#panel .text") == "Politicians respond chiefly to the groups that vote."
    )
    here.page.keyboard.press("Escape")
    assert here.page.is_hidden("#panel")
    here.assert_quiet()


def test_what_is_kept_with_the_parts_of_a_map_is_shown(open_map: Open) -> None:
    argument_map = replace(
        voting(),
        meta={"edition": "the second"},
        claims={
            id_: replace(claim, meta={"coder": "Ada Reed"}, origin=Origin("aif", "node-4711"))
            for id_, claim in voting().claims.items()
        },
        relations={
            id_: replace(relation, meta={"agreement": 0.25})
            for id_, relation in voting().relations.items()
        },
        sources={
            id_: replace(source, meta={"shelf": ["B", 12]})
            for id_, source in voting().sources.items()
        },
    )
    here = open_map(lambda: argument_map)
    assert "edition: the second" in visible(here.page, "#side")
    here.choose("equal")
    panel = visible(here.page, "#panel")
    for text in ("coder: Ada Reed", "agreement: 0.25", "shelf: B, 12", "aif", "node-4711"):
        assert text in panel
    here.assert_quiet()


def test_the_panel_names_the_question_the_rivals_and_a_claim_of_another_map(
    open_map: Open,
) -> None:
    question = Question("q", "What makes policies fair?", ("equal", "burden"))
    about = replace(voting(), questions={"q": question}, used=frozenset({"burden"}))
    here = open_map(lambda: about)
    here.choose("equal")
    panel = visible(here.page, "#panel")
    assert question.text in panel
    assert voting().claims["burden"].name in panel
    assert "belongs to another map" not in panel
    here.choose("burden")
    assert "belongs to another map" in visible(here.page, "#panel")
    here.assert_quiet()


def test_a_click_on_a_card_chooses_it(open_map: Open) -> None:
    here = open_map(lambda: argument_map({"a": "The only claim there is"}, []))
    box = here.page.locator("#map").bounding_box()
    assert box is not None
    # Near its upper left corner; the card is in the middle of what the zoom buttons leave free.
    here.page.mouse.click(box["x"] + box["width"] / 2 - 121, box["y"] + box["height"] / 2 - 30)
    here.page.wait_for_selector("#panel .text")
    assert visible(here.page, "#panel .text") == "The only claim there is"


def test_search_finds_by_any_field_whatever_the_capitals(open_map: Open) -> None:
    here = open_map(voting)
    for query, count in (
        ("JURY DUTY", 2),
        ("unequal influence", 1),
        ("first discussant", 1),
        ("zzz", 0),
        ("", None),
    ):
        here.page.fill("#search", query)
        assert visible(here.page, "#hits") == ("" if count is None else f"{count} found")
    here.page.fill("#search", "weekend")
    here.page.press("#search", "Enter")
    assert "Automatic registration" in visible(here.page, "#panel .text")
    here.assert_quiet()


def test_whole_words_are_found_before_parts_of_words(open_map: Open) -> None:
    texts = {"a": "They react to it", "b": "The actor left", "c": "An act of will", "d": "Nothing"}
    source = Source("s", HERE, "A balancing act")
    claims: dict[str, Claim | str] = {
        id_: Claim(id_, text, HERE, source="s") for id_, text in texts.items()
    }
    here = open_map(lambda: argument_map(claims, [], sources={"s": source}))
    here.page.fill("#search", "act")
    assert [
        item.get_attribute("data-claim") for item in here.page.locator("#found .claim").all()
    ] == ["c", "b", "a"], "the source's title counts where no claim has the word"
    here.page.fill("#search", "balancing")
    assert here.page.locator("#found .claim").count() == 4


def test_what_only_one_source_says_is_a_press_away(open_map: Open) -> None:
    sources = {name: Source(name, HERE, name.title()) for name in ("one", "two")}
    claims: dict[str, Claim | str] = {
        id_: Claim(id_, f"Claim {id_}", HERE, source=of)
        for id_, of in {"a": "one", "b": "one", "c": "two", "d": "two"}.items()
    }
    here = open_map(lambda: argument_map(claims, ["c + a", "b + d"], sources=sources))
    here.page.click("text=No other source says or backs: 1 >> nth=0")
    assert [
        item.get_attribute("data-claim") for item in here.page.locator("#found .claim").all()
    ] == ["b"]
    here.choose("a")
    assert "It rests on one source, Two." in visible(here.page, "#panel")
    here.assert_quiet()


def test_the_outline_holds_the_whole_map_as_text(open_map: Open) -> None:
    map_ = voting()
    here = open_map(voting)
    shown = here.page.text_content("#outline") or ""
    numbers = outline(map_).numbers
    findings = status(map_).claims
    for name, claim in map_.claims.items():
        entry = here.page.locator(f'#outline [data-claim="{name}"]').first.text_content() or ""
        assert numbers[name] in entry
        assert claim.name in entry
        assert findings[name].word in entry
    for words in ("supported by", "attacked by", "only together"):
        assert words in shown
    assert re.search(r"the step from \S+( and \S+)* is attacked by", shown)


def test_a_large_map_opens_its_outline_step_by_step(open_map: Open) -> None:
    here = open_map(lambda: chain(500))
    assert here.page.locator("#outline .claim").count() == 1
    here.page.click("#outline .more")
    assert here.page.locator("#outline .claim").count() == 2
    here.assert_quiet()


def test_hostile_text_is_shown_and_runs_nothing(open_map: Open) -> None:
    here = open_map(hostile)
    dialogs: list[str] = []
    here.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    for place, text in enumerate(NASTY):
        here.choose(f"n{place}")
        here.page.wait_for_timeout(30)
        panel = here.page.text_content("#panel") or ""
        assert f"{text} in full" in panel
        assert panel.count(text) >= 5
        here.page.fill("#search", text)
    assert here.page.evaluate("window.pwned") is None
    assert here.page.locator("a[href^='javascript']").count() == 0
    assert here.page.locator("#panel img, #outline img, #side script").count() == 0
    assert here.page.text_content("h1") == NASTY[0]
    assert dialogs == []
    here.assert_quiet()


def test_a_phone_shows_the_outline_first(open_map: Open) -> None:
    here = open_map(voting, viewport={"width": 412, "height": 915})
    assert here.page.is_visible("#outline")
    assert here.page.is_hidden("#map")
    across = here.page.evaluate("document.documentElement.scrollWidth")
    assert across <= 412
    here.page.click("#map-switch")
    here.page.wait_for_timeout(150)
    assert here.page.is_visible("#map")
    here.wait_until(f"({COLOURS})().includes('{rgb(theme.LIGHT['card'])}')")
    here.messages.clear()  # Chromium remarks on the reading of pixels just done
    here.page.click("#map-switch")
    here.page.click("#outline .claim >> nth=1")
    assert here.page.is_visible("#panel .text")
    here.page.click("#panel .close")
    here.assert_quiet()


def test_the_keyboard_leads_everywhere(open_map: Open) -> None:
    here = open_map(voting)
    here.page.keyboard.press("/")
    assert here.page.evaluate("document.activeElement.id") == "search"
    here.page.keyboard.press("Escape")
    assert here.page.evaluate("document.activeElement.id") == "map"
    here.page.keyboard.press("ArrowDown")
    assert visible(here.page, "#panel .number >> nth=0") == "1"
    here.page.keyboard.press("ArrowDown")
    assert visible(here.page, "#panel .number >> nth=0") != "1"
    here.page.keyboard.press("Enter")
    assert here.page.evaluate("document.activeElement.id") == "panel-head"
    here.page.keyboard.press("Escape")
    assert here.page.is_hidden("#panel")
    here.page.keyboard.press("f")
    here.assert_quiet()


def test_the_legend_explains_every_sign(open_map: Open) -> None:
    here = open_map(voting)
    here.page.click("#legend-switch")
    shown = visible(here.page, "#legend")
    for text in (
        "in this map nothing that stands speaks against it. It does not mean true.",
        "contested",
        "open",
        "falls",
        "Undercut",
        "Only together",
        "Hollow: granted",
        "Same claim",
        "Implicit",
        "Editorial",
        "Lijphart 1997",
    ):
        assert text in shown
    here.assert_quiet()


def test_names_are_readable_when_the_whole_map_is_in_view(open_map: Open) -> None:
    here = open_map(voting)
    scale = here.page.evaluate(
        """() => {
          const data = JSON.parse(document.getElementById('data').textContent);
          const map = document.getElementById('map');
          return Math.min(map.clientWidth / data.width, map.clientHeight / data.height);
        }"""
    )
    assert theme.BIG_SIZE * scale >= 11


def test_two_thousand_claims_open_readably(open_map: Open) -> None:
    names = [f"c{place}" for place in range(2000)]
    steps = [f"c{place} {'+-'[place % 2]} c{place // 3}" for place in range(1, 2000)]
    here = open_map(
        lambda: argument_map(dict.fromkeys(names, "A claim of a few words"), list(steps))
    )
    assert len(here.page.evaluate("argmap.labels()")) == 2000
    here.assert_quiet()
