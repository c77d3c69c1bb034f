"""The panel of things to read first: conclusions, open ends, and the views of other readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.source import Source
from argmap.model.stance import Stance
from tests.browser.conftest import visible
from tests.maps import HERE, read_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser


def unsettled() -> ArgumentMap:
    """A blocked step, a conflict, an objection of another source, and a reader."""
    drawn = read_map("r: low + top; block / r; one >< other; far - top; reply / far~attacks~top")
    sources = {name: Source(name, HERE, name.title()) for name in ("here", "there")}
    claims = {
        id_: Claim(id_, f"Claim {id_}.", HERE, source="there" if id_ == "far" else "here")
        for id_ in drawn.claims
    }
    reader = Stance("doubter", "One who doubts", reject=frozenset({"block"}))
    return ArgumentMap(claims, drawn.relations, sources, main=("top",), stances={"doubter": reader})


def test_what_is_unsettled_is_listed_before_anything_is_chosen(open_map: Open) -> None:
    text = " ".join(visible(open_map(unsettled).page, "#start").split())
    assert "Steps blocked, with no answer that holds:" in text
    assert "Claim block. blocks the step from" in text
    assert "Drawn both ways and undecided:" in text
    assert text.count("speak against each other") == 1, (
        "a contradiction is one conflict, not two halves"
    )
    assert "Objections between the sources:" in text
    assert "Claim top. (answered)" in text


def waiting() -> ArgumentMap:
    """A conclusion that waits for the support of one of its premises."""
    return read_map("a & b + top; pending b", main="top")


def test_what_is_still_to_be_supported_is_named_until_it_is_accepted(open_map: Open) -> None:
    here = open_map(waiting)
    start = visible(here.page, "#start")
    assert "Still to be supported:" in start
    assert "object" not in start
    entry = here.page.locator("#start button.claim", has_text="1.2").first
    assert " ".join(entry.inner_text().split()) == "1.2 b open"
    here.choose("top")
    panel = " ".join(visible(here.page, "#panel").split())
    assert "It rests on nothing yet: 1.2 b is still to be supported." in panel
    here.choose("b")
    panel = visible(here.page, "#panel")
    assert "It still has to be argued" in panel
    assert "The claim is" not in panel
    here.page.click("#panel >> text=Accept")
    assert "Still to be supported" not in visible(here.page, "#start")
    assert here.page.evaluate("argmap.labels()") == dict.fromkeys(("a", "b", "top"), "in")
    here.assert_quiet()


def joint() -> ArgumentMap:
    """An objection of two linked premises to a claim without a source."""
    drawn = read_map("one & two - top; three - top; no / three~attacks~top")
    claims = {
        id_: Claim(id_, f"Claim {id_}.", HERE, source=None if id_ == "top" else "here")
        for id_ in drawn.claims
    }
    return ArgumentMap(claims, drawn.relations, {"here": Source("here", HERE)}, main=("top",))


def test_a_joint_objection_is_one_and_no_dispute_of_sources_without_a_source(
    open_map: Open,
) -> None:
    here = open_map(joint)
    rows = here.page.locator("#start .clash").all_inner_texts()
    assert len(rows) == 1
    assert "Claim one. with" in " ".join(rows[0].split())
    assert "Claim two." in rows[0]
    assert "Objections between the sources" not in visible(here.page, "#start")


def rows_of(page: Page) -> list[str]:
    """The objections and conflicts listed, in words without signs and numbers."""
    rows = page.locator("#start .clash").all_inner_texts()
    return [" ".join(re.findall(r"[a-z]+", row)) for row in rows]


def test_an_objection_that_refutes_has_no_answer_either(open_map: Open) -> None:
    drawn = "strong -! low; weak - low; cut / r; r: base + gone; far - gone; won >< lost; x -! lost"
    here = open_map(lambda: read_map(drawn))
    plain = {*rows_of(here.page)}
    assert {"strong knocks out low", "weak against low", "x knocks out lost"} <= plain
    assert "far against gone" not in plain, "what a blocked step brought down needs no objection"
    assert "lost knocks out won" not in plain, "the claim that lost is no objection that counts"


@pytest.mark.parametrize(
    ("force", "row"), [("contest", "far against top"), ("defeat", "far knocks out top")]
)
def test_the_objections_listed_follow_the_force_of_objections(
    open_map: Open, force: str, row: str
) -> None:
    here = open_map(lambda: read_map("low + top; far - top"))
    here.page.evaluate(f"location.hash = 'objections={force}'")
    here.page.wait_for_function(f"argmap.state().objections === '{force}'")
    assert rows_of(here.page) == [row]


def test_a_readers_view_is_taken_with_one_press(open_map: Open) -> None:
    here = open_map(unsettled)
    assert here.page.evaluate("argmap.labels().top") == "out"
    here.page.click("#start >> text=One who doubts")
    assert here.page.evaluate("argmap.state().reject") == ["block"]
    assert here.page.evaluate("argmap.labels().top") == "in"
    assert not here.messages
