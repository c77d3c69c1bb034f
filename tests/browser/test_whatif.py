"""Trying a stance in the page: statuses follow it, and words say what changed and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.api import status
from argmap.model.relation import Force
from argmap.model.stance import Stance
from argmap.pipeline import check
from tests.browser.conftest import visible
from tests.maps import read_map
from tests.views.samples import argument_map, voting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser


def rests() -> ArgumentMap:
    """A conclusion with two reasons, one of which has a reason of its own."""
    return argument_map(
        {
            "top": "The top",
            "one": "Reason one",
            "two": "Reason two",
            "low": "Low",
            "odd": "Odd one",
        },
        ["one + top", "two + top", "low + one", "odd - odd"],
    )


def labels(
    argument_map: ArgumentMap, force: Force | None = None, reject: tuple[str, ...] = ()
) -> dict[str, str]:
    opinions = Stance(reject=frozenset(reject))
    finding = status(argument_map, stance=opinions, objections=force)
    return {id_: str(claim.label) for id_, claim in finding.claims.items()}


def test_rejecting_in_the_panel_changes_everything_at_once(open_map: Open) -> None:
    here = open_map(rests)
    here.choose("low")
    here.page.click("#panel >> text=Reject")
    assert here.page.evaluate("argmap.labels()") == labels(rests(), reject=("low",))
    text = visible(here.page, "#stance-told")
    assert "If you reject" in text
    assert "Reason one falls" in text
    assert "keeps its status; its reasons or objections change" in text
    assert "rejected by you" in visible(here.page, "#panel .pill").lower()
    assert visible(here.page, "#panel").lower().count("reject") == 1, "it is said once"
    entry = here.page.locator('#outline [data-claim="one"]').first
    assert "falls" in (entry.text_content() or "")
    here.page.click("#stance-switch")
    assert "no longer carries" in visible(here.page, "#stance-more")
    assert "because" in visible(here.page, "#stance-more")
    assert "It loses 1 reason: 1.1 Reason one. 1 is left." in visible(here.page, "#stance-more")
    assert here.page.evaluate("document.activeElement.textContent") == "Hide the reasons"
    here.page.click("#panel >> text=Undo")
    assert here.page.is_hidden("#stance")
    assert here.page.evaluate("argmap.labels()") == labels(rests())
    here.assert_quiet()


def test_the_keyboard_rejects_accepts_and_takes_back(open_map: Open) -> None:
    here = open_map(rests)
    here.choose("top")
    here.page.focus("#map")
    for key, state in (("r", (["top"], [])), ("a", ([], ["top"])), ("a", ([], []))):
        here.page.keyboard.press(key)
        state_of_page = here.page.evaluate("argmap.state()")
        assert (state_of_page["reject"], state_of_page["accept"]) == state
    here.choose("low")
    here.page.focus("#panel [data-opinion=reject]")
    here.page.keyboard.press("Enter")
    assert here.page.evaluate("document.activeElement.textContent") == "Undo"
    here.page.keyboard.press("Enter")
    assert here.page.evaluate("argmap.state().reject") == []
    here.assert_quiet()


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        ({"reject": ["top"]}, "is no reason for or against anything in this map"),
        ({"accept": ["two"]}, "stands already"),
        ({"reject": ["odd"]}, "odd"),
    ],
)
def test_nothing_changes_is_said_with_its_reason(
    open_map: Open, stance: dict[str, list[str]], words: str
) -> None:
    here = open_map(rests)
    here.page.evaluate("stance => argmap.setStance(stance)", stance)
    text = visible(here.page, "#stance-told")
    assert "nothing else changes" in text
    assert words.lower() in text.lower()


def test_the_address_holds_the_state_and_back_goes_back(open_map: Open) -> None:
    here = open_map(voting)
    before = here.page.evaluate("argmap.labels()")
    here.page.evaluate("argmap.setStance({reject: ['equal']})")
    rejected = here.page.evaluate("argmap.labels()")
    assert rejected == labels(voting(), reject=("equal",))
    here.choose("equal")
    state = here.page.evaluate("argmap.state()")
    address = here.url
    here.page.go_back()
    here.wait_until("argmap.state().chosen === null")
    here.page.go_back()
    here.wait_until("argmap.state().reject.length === 0")
    assert here.page.evaluate("argmap.labels()") == before
    here.page.go_forward()
    here.wait_until("argmap.state().reject.length === 1")
    assert here.page.evaluate("argmap.labels()") == rejected
    other = here.page.context.new_page()
    other.goto(address)
    for _ in range(200):
        if other.evaluate("Boolean(window.argmap && window.argmap.ready)"):
            break
        other.wait_for_timeout(20)
    assert other.evaluate("argmap.state()") == state


def test_an_address_with_nonsense_opens_the_map_as_it_is(open_map: Open) -> None:
    here = open_map(rests)
    here.page.evaluate("location.hash = 'c=nobody&reject=%E0%A4%A&accept=low,nobody&objections=x'")
    here.wait_until("argmap.state().accept.length === 1")
    assert here.page.evaluate("argmap.state().chosen") is None
    here.assert_quiet()


def test_what_cannot_be_is_refused(open_map: Open) -> None:
    here = open_map(rests)
    for stance in ("{reject: ['nobody']}", "{reject: ['low'], accept: ['low']}"):
        tried = f"try {{ argmap.setStance({stance}); }} catch (e) {{ return e.message; }}"
        message = here.page.evaluate(f"(() => {{ {tried} }})()")
        assert "there is no claim" in message or "both rejected and accepted" in message
    assert here.page.is_hidden("#stance")


def test_the_menu_switches_what_an_unanswered_objection_does(open_map: Open) -> None:
    here = open_map(voting)
    here.page.click("#menu-switch")
    here.page.check("#menu input[value=defeat]")
    assert here.page.evaluate("argmap.labels()") == labels(voting(), Force.DEFEAT)
    here.page.keyboard.press("Escape")
    assert here.page.is_hidden("#menu")
    assert here.page.evaluate("document.activeElement.id") == "menu-switch"
    assert "objections=defeat" in here.url
    here.assert_quiet()


def test_a_saved_stance_is_read_by_the_program(open_map: Open, tmp_path: Path) -> None:
    here = open_map(rests)
    here.page.evaluate("argmap.setStance({reject: ['low'], accept: ['two']})")
    here.page.fill("#stance-name", 'A. "Reader": №1 \\ {x}')
    with here.page.expect_download() as waiting:
        here.page.click("#stance-save")
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    claims = tmp_path / "claims.yaml"
    ids = "".join(f"  {id_}: {id_}\n" for id_ in rests().claims)
    claims.write_text(f"argmap: 1\nclaims:\n{ids}", encoding="utf-8")
    [stance] = check(claims, beside=(file,)).map.stances.values()
    assert stance.name == 'A. "Reader": №1 \\ {x}'
    assert (stance.reject, stance.accept) == (frozenset({"low"}), frozenset({"two"}))
    here.assert_quiet()


def test_another_reading_is_told_beside_the_map_and_on_slides(open_map: Open) -> None:
    here = open_map(voting)
    assert here.page.is_hidden("#view-objections")
    here.page.click("#menu-switch")
    here.page.click("#menu input[value=defeat]")
    here.page.keyboard.press("Escape")
    here.page.evaluate("argmap.setStance({reject: ['equal']})")
    assert "An unanswered objection makes its claim fall" in visible(here.page, "#view-objections")
    here.page.click("#present")
    line = visible(here.page, "#slide-otherwise")
    assert "Read as if you reject" in line
    assert "An unanswered objection makes its claim fall." in line
    here.page.keyboard.press("Escape")
    here.page.click("#view-objections")
    assert here.page.is_hidden("#view-objections")
    assert here.page.evaluate("argmap.labels()") == labels(voting(), reject=("equal",))
    here.assert_quiet()


def restated() -> ArgumentMap:
    """The claims `a` and `z` say the same; `z`, a reason for the main one, has the lower number."""
    return read_map("z + top; a + side; a = z", main="top")


def test_of_restated_claims_the_panel_names_the_one_with_the_lower_number(open_map: Open) -> None:
    here = open_map(restated)
    here.choose("top")
    assert here.page.locator("#panel [data-claim=z]").count() > 0
    assert here.page.locator("#panel [data-claim=a]").count() == 0
