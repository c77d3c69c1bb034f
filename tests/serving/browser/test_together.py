"""Two browsers and an editor at one map: all see the same, and nothing is lost."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.serving.conftest import TOWN
from tests.serving.servers import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.serving.browser.conftest import Bench
    from tests.serving.servers import Running

pytestmark = pytest.mark.browser

LISTED = "[...document.querySelectorAll('#outline [data-claim]')].map(each => each.dataset.claim)"


def text_of(town: Path) -> str:
    """The text of the map."""
    return (town / "town.yaml").read_text(encoding="utf-8")


def write(town: Path, text: str) -> None:
    """Write the text of the map, as an editor does."""
    (town / "town.yaml").write_text(text, encoding="utf-8", newline="\n")


def add(bench: Bench, words: str) -> None:
    """Add a claim."""
    bench.page.click("#add-claim")
    bench.page.fill("#form textarea", words)
    bench.page.click("#form button[type=submit]")
    bench.wait_until("!document.getElementById('form').open")


def test_two_browsers_and_an_editor_end_with_the_same_map(
    served: Running, town: Path, open_bench: Callable[..., Bench]
) -> None:
    first, second = open_bench(served), open_bench(served)
    for turn in range(4):
        add(first, f"The first reader thinks of matter {turn}.")
        text = text_of(town).rstrip("\n")
        write(town, f"{text}\n\n  by-hand-{turn}: An editor wrote line {turn}.\n")
        add(second, f"The second reader thinks of matter {turn}.")
    for bench in (first, second):
        bench.wait_for_state()
        # A file that is being written is empty for a moment, and then its source has no document.
        bench.messages[:] = [message for message in bench.messages if "404" not in message]
    shown = [bench.value(LISTED) for bench in (first, second)]
    assert shown[0] == shown[1]
    for turn in range(4):
        assert f"by-hand-{turn}: An editor wrote line {turn}." in text_of(town)
        for reader in ("first", "second"):
            assert f"The {reader} reader thinks of matter {turn}." in text_of(town)
    assert "# as everybody hears" in text_of(town)


def test_a_change_of_the_same_words_is_refused_with_what_they_are_now(
    served: Running, town: Path, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(served)
    bench.page.evaluate("argmap.select('quiet')")
    bench.page.click("[data-act=change]")
    bench.page.fill("#form textarea >> nth=0", "Half of a better sentence")
    write(town, TOWN.replace("Streets without cars are quieter.", "It is calmer without cars."))
    bench.wait_for_state()
    assert bench.page.input_value("#form textarea >> nth=0") == "Half of a better sentence"
    bench.page.click("#form button[type=submit]")
    bench.wait_until("document.querySelector('#form .wrong').textContent")
    assert "It is calmer without cars." in bench.page.inner_text("#form .wrong")
    assert bench.page.input_value("#form textarea >> nth=0") == "Half of a better sentence"
    assert "Half of" not in text_of(town)
    bench.messages.clear()  # that the answer was 409 is said on the console by Chromium itself


def test_words_that_are_being_chosen_stay_chosen_when_another_edits(
    served: Running, town: Path, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(served)
    bench.page.keyboard.press("d")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight"):
        bench.page.keyboard.press(key)
    chosen = bench.value("getSelection().toString()")
    assert chosen
    write(
        town,
        TOWN.replace(
            "  quiet: Streets", "  quiet:\n    quote: Streets without cars\n    text: Streets"
        ),
    )
    bench.wait_for_state()
    bench.wait_until("document.querySelectorAll('#doc-text mark').length === 2")
    assert bench.value("getSelection().toString()") == chosen
    bench.page.keyboard.press("Enter")
    bench.page.keyboard.press("Enter")
    assert chosen in bench.page.inner_text("#form blockquote")


def test_a_file_broken_by_hand_leaves_the_last_good_map_and_says_where(
    served: Running, town: Path, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(served)
    listed = bench.value(LISTED)
    write(town, TOWN + "  broken: [\n")
    bench.wait_until("!document.getElementById('broken').hidden")
    banner = bench.page.inner_text("#broken")
    assert "town.yaml:" in banner
    assert "shown as it was before" in banner
    assert bench.value(LISTED) == listed
    add_refused(bench, "has to be mended first")
    write(town, TOWN)
    bench.wait_until("document.getElementById('broken').hidden")
    bench.page.click("#form button[type=submit]")
    bench.wait_until("!document.getElementById('form').open")
    assert "Nobody loses these words." in text_of(town)
    bench.messages.clear()  # that an answer was 422 is said on the console by Chromium itself


def add_refused(bench: Bench, reason: str) -> None:
    """Try to add a claim; the words stay in the form, with the reason."""
    bench.page.click("#add-claim")
    bench.page.fill("#form textarea", "Nobody loses these words.")
    bench.page.click("#form button[type=submit]")
    bench.wait_until("document.querySelector('#form .wrong').textContent")
    assert reason in bench.page.inner_text("#form .wrong")
    assert bench.page.input_value("#form textarea") == "Nobody loses these words."


@pytest.mark.parametrize("what", ["file deleted", "file renamed", "folder renamed"])
def test_what_was_taken_away_is_told_and_comes_back(
    served: Running, town: Path, open_bench: Callable[..., Bench], what: str
) -> None:
    bench = open_bench(served)
    file, away = town / "town.yaml", town.with_name("away")
    if what == "file deleted":
        file.unlink()
    elif what == "file renamed":
        file.rename(town / "town.txt")
    else:
        shutil.move(town, away)
    bench.wait_until("!document.getElementById('broken').hidden")
    assert "close" in bench.value(LISTED), "the last good map stays"
    bench.page.click("#add-claim")
    bench.page.fill("#form textarea", "Nobody loses these words.")
    bench.page.click("#form button[type=submit]")
    bench.wait_until("document.querySelector('#form .wrong').textContent")
    if away.exists():
        shutil.move(away, town)
    write(town, TOWN)
    wait_until(lambda: not served.shown["broken"])
    bench.wait_until("document.getElementById('broken').hidden")
    bench.page.click("#form button[type=submit]")
    bench.wait_until("!document.getElementById('form').open")
    assert "Nobody loses these words." in text_of(town)
    bench.messages.clear()  # that an answer was 422 is said on the console by Chromium itself
