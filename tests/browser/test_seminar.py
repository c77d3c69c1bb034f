"""A seminar in real browsers: people answer on phones, and the wall names what divides them."""

from __future__ import annotations

import importlib
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Literal

import pytest
from playwright.sync_api import expect

from tests.serving.conftest import REPORT, TOWN
from tests.serving.rooms import RunningRoom, ended_room, start_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.long]

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 600}
DIVIDES = (
    "Whether 1 “The town should be closed to cars” stands depends on"
    " 1.2 “Shops would lose customers”."
)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[RunningRoom]:
    """The room of a small map."""
    folder = tmp_path / "town"
    (folder / "texts").mkdir(parents=True)
    (folder / "town.yaml").write_text(TOWN, encoding="utf-8", newline="\n")
    (folder / "texts" / "report.txt").write_text(REPORT, encoding="utf-8", newline="\n")
    yield from ended_room(start_room(folder))


class Seminar:
    """The browsers of a seminar, each with its own cookies; what goes wrong in one is noted."""

    def __init__(self, browser: Browser, room: RunningRoom) -> None:
        self.browser = browser
        self.room = room
        self.wrong: list[str] = []
        self.elsewhere: list[str] = []

    def page(self, **options: Any) -> Page:  # noqa: ANN401  # whatever the browser takes
        """A page in a browser of its own."""
        page = self.browser.new_context(**options).new_page()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda line: self._hear(line.type, line.text))
        page.on("request", lambda request: self._note(request.url))
        return page

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self.wrong.append(text)

    def _note(self, address: str) -> None:
        ours = ("http://127.0.0.1:", "file:", "data:", "blob:")
        if not address.startswith(ours):
            self.elsewhere.append(address)

    def leader(self) -> Page:
        """The leader's screen."""
        page = self.page(viewport={"width": 1440, "height": 900})
        page.goto(self.room.bench.address)
        expect(page.locator("#room")).to_be_visible()
        return page

    def phone(self, name: str = "", **options: Any) -> Page:  # noqa: ANN401  # as above
        """A phone that read the picture on the wall."""
        page = self.page(**{"viewport": PHONE, **options})
        page.goto(f"http://127.0.0.1:{self.room.port}/?code={self.room.code}")
        page.get_by_label("Your name").fill(name)
        page.get_by_role("button", name="Come in").click()
        expect(page.get_by_role("button", name="What follows")).to_be_visible()
        return page


@pytest.fixture
def seminar(browser: Browser, room: RunningRoom) -> Iterator[Seminar]:
    """A seminar that must end without an error, and without a request that leaves the machine."""
    seminar = Seminar(browser, room)
    try:
        yield seminar
        assert not seminar.wrong
        assert not seminar.elsewhere
    finally:
        for context in browser.contexts:
            context.close()


def test_a_seminar_ends_with_the_question_that_divides_it(seminar: Seminar, tmp_path: Path) -> None:
    leader = seminar.leader()
    phones = [seminar.phone("Ada <b>"), seminar.phone(), seminar.phone()]
    expect(leader.get_by_text("3 people are in the room.")).to_be_visible()
    for claim, says in (
        ("Shops would lose customers.", ("I agree", "I do not", "I agree")),
        ("Streets without cars are quieter.", ("I agree", "I agree", "I cannot say")),
    ):
        leader.locator("#room-next").click()
        for phone, words in zip(phones, says, strict=True):
            expect(phone.locator(".claim.large")).to_have_text(claim)
            phone.get_by_role("button", name=words).first.click()
            expect(phone.get_by_text("Kept. You can change your mind.").first).to_be_visible()
        expect(leader.get_by_text("3 of 3 answered.")).to_be_visible()
        expect(leader.locator("#room-results")).to_be_hidden()
    leader.get_by_role("button", name="Show", exact=True).click()
    divides = leader.locator(".divides")
    expect(divides).to_have_count(1)
    expect(divides.locator("p").first).to_have_text(DIVIDES)
    expect(leader.get_by_text("2 agree, 0 cannot say, 1 does not agree")).to_be_visible()
    expect(phones[0].get_by_text("The answers are on the wall.")).to_be_visible()

    # A change of mind settles it.
    phones[1].get_by_text("Earlier questions").click()
    phones[1].locator(".earlier").get_by_role("button", name="I agree").click()
    expect(leader.get_by_text("They agree on every conclusion")).to_be_visible()
    phones[1].get_by_role("button", name="What follows").click()
    expect(phones[1].locator(".conclusion .word")).to_have_text("It is contested")

    leader.get_by_role("button", name="Save answers").click()
    expect(leader.get_by_text("Saved:")).to_be_visible()
    leader.locator("#room-show").click()
    expect(leader.locator("#room-results")).to_be_hidden()
    _is_played_back(seminar, tmp_path)


def _is_played_back(seminar: Seminar, folder: Path) -> None:
    """The saved stances open in the page of the map, where no server is."""
    build = [
        sys.executable,
        "-m",
        "argmap",
        "build",
        str(folder / "town"),
        "-o",
        str(folder / "out"),
    ]
    subprocess.run(build, check=True, capture_output=True)
    page = seminar.page(viewport={"width": 1280, "height": 800})
    page.goto((folder / "out" / "argument-map.html").as_uri())
    page.locator("#readers-file").wait_for(state="attached")
    page.set_input_files("#readers-file", folder / "answers" / "town-1.yaml")
    for name in ("Ada <b>", "Participant 2", "Participant 3"):
        expect(page.locator("#readers th", has_text=name)).to_be_visible()


def test_a_claim_of_the_map_is_asked_about(seminar: Seminar) -> None:
    leader, phone = seminar.leader(), seminar.phone()
    leader.get_by_role("button", name="Back to the map").click()
    leader.locator("body[data-state]").wait_for()
    leader.evaluate("window.argmap.select('close')")
    leader.get_by_role("button", name="Ask this").click()
    expect(phone.locator(".claim.large")).to_have_text("The town should be closed to cars.")


def test_a_phone_opens_the_whole_map_with_its_answers(seminar: Seminar) -> None:
    leader, phone = seminar.leader(), seminar.phone()
    leader.get_by_role("button", name="Ask all at once").click()
    phone.locator(".question").first.get_by_role("button", name="I do not").click()
    expect(phone.get_by_text("1 of 2 answered")).to_be_visible()
    phone.get_by_role("button", name="What follows").click()
    expect(phone.locator(".conclusion .word")).to_have_text("It stands")
    with phone.context.expect_page() as opened:
        phone.get_by_role("link", name="Open the whole map").click()
    expect(opened.value.get_by_text("If you reject").first).to_be_visible()
    assert opened.value.url.endswith("/map#reject=shops")


def test_a_room_that_comes_back_is_found_again(seminar: Seminar, tmp_path: Path) -> None:
    leader, phone = seminar.leader(), seminar.phone()
    leader.locator("#room-next").click()
    phone.get_by_role("button", name="I agree").click()
    expect(phone.get_by_text("Kept.").first).to_be_visible()
    seminar.room.bench.process.kill()
    seminar.room.bench.process.communicate()
    expect(phone.get_by_text("The room cannot be reached.")).to_be_visible()
    again = start_room(tmp_path / "town")
    try:
        expect(phone.locator("#lost")).to_be_hidden(timeout=15_000)
        expect(phone.get_by_role("button", name="I agree")).to_have_attribute(
            "aria-pressed", "true"
        )
        phone.get_by_role("button", name="I do not").click()
        expect(phone.get_by_role("button", name="I do not")).to_have_attribute(
            "aria-pressed", "true"
        )
    finally:
        again.bench.process.kill()
        again.bench.process.communicate()
    seminar.wrong.clear()  # that the server was gone is what this is about


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_can_be_read_by_all(seminar: Seminar, scheme: Literal["light", "dark"]) -> None:
    leader = seminar.leader()
    leader.emulate_media(color_scheme=scheme)
    fresh = seminar.page(viewport=NARROW, color_scheme=scheme)
    fresh.goto(f"http://127.0.0.1:{seminar.room.port}/")
    fresh.get_by_label("Code on the wall").wait_for()
    _is_sound(fresh)
    phone = seminar.phone(viewport=NARROW, color_scheme=scheme)
    _is_sound(phone)
    leader.locator("#room-next").click()
    phone.get_by_role("button", name="I do not").click()
    expect(phone.get_by_text("Kept.").first).to_be_visible()
    _is_sound(phone)
    leader.get_by_role("button", name="Ask all at once").click()
    expect(phone.locator(".question")).to_have_count(2)
    _is_sound(phone)
    phone.get_by_role("button", name="What follows").click()
    phone.locator(".conclusion").wait_for()
    _is_sound(phone)
    seminar.phone()
    leader.get_by_role("button", name="Show", exact=True).click()
    leader.locator("#room-results section").first.wait_for()
    _is_sound(leader, "#room")


def test_a_phone_is_used_by_keyboard_alone(seminar: Seminar) -> None:
    leader = seminar.leader()
    phone = seminar.page(viewport=PHONE)
    phone.goto(f"http://127.0.0.1:{seminar.room.port}/")
    phone.get_by_label("Code on the wall").wait_for()
    phone.keyboard.type(seminar.room.code)
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("You are in.")).to_be_visible()
    leader.locator("#room-next").click()
    phone.locator(".question").wait_for()
    phone.keyboard.press("Tab")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.locator("[aria-pressed=true]")).to_have_text("I do not")
    expect(phone.locator(":focus")).to_have_text("I do not")
    expect(phone.locator("#live")).to_have_text("Kept: you do not agree.")


def _is_sound(page: Page, part: str | None = None) -> None:
    """Nothing is wider than the screen, and axe finds nothing."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
    axe = importlib.import_module("axe_playwright_python.sync_playwright").Axe()
    report = axe.run(page, context=part)
    assert not report.response["violations"], report.generate_report()
