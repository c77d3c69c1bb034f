"""Readers side by side: their table, and stances that are saved and opened again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argmap.analysis.people.readers import readers
from argmap.analysis.reading_of_map import Reading
from argmap.model.stance import Stance
from argmap.views.terminal.readers import readers_text
from tests.browser.conftest import visible
from tests.browser.test_sentences import unquoted
from tests.views.samples import argument_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.model.argument_map import ArgumentMap
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

READERS = (
    Stance("doubter", "One who doubts", reject=frozenset({"low"})),
    Stance("friend", "A friend", accept=frozenset({"low"})),
    Stance("unsure", "One who is unsure", credences={"far": 0.2}),
)


def debated() -> ArgumentMap:
    """Two conclusions, on the first of which three readers part."""
    names = {name: f"Claim {name}" for name in ("top", "low", "far", "other")}
    drawn = argument_map(names, ["low & far + top"], main=("top", "other"))
    return replace(drawn, stances={stance.id: stance for stance in READERS})


def table(here: Opened) -> list[list[str]]:
    rows = here.page.locator("#readers tr")
    return [
        [unquoted(cell) for cell in row.locator("th, td").all_inner_texts()] for row in rows.all()
    ]


def test_the_table_has_the_statuses_and_the_words_of_the_command(open_map: Open) -> None:
    here = open_map(debated)
    here.page.click("#start [data-act=compare]")
    head, *rows = table(here)
    assert head == [
        "Conclusion",
        "As written",
        *(stance.name for stance in READERS),
        "What decides",
    ]
    reading = Reading(debated())
    finding = readers(reading, READERS)
    command = unquoted(" ".join(str(line) for line in lines(reading, READERS)))
    for row, id_ in zip(rows, finding.conclusions, strict=True):
        for cell, its in zip(row[2:5], finding.findings, strict=True):
            assert cell == f"{its.claims[id_].word} {its.claims[id_].reason}"
        assert row[5] in command
        assert bool(row[5]) == (id_ in finding.parted)
    here.page.click("#readers >> text=One who is unsure")
    assert here.page.evaluate("argmap.state().reject") == ["far"], "a doubt is read as a rejection"
    assert here.page.evaluate("document.activeElement.textContent") == "One who is unsure"
    here.page.evaluate("argmap.setStance({reject: ['other']})")
    assert table(here)[0][5] == "You"
    assert table(here)[2][5] == "falls rejected"
    here.assert_quiet()


def lines(reading: Reading, stances: tuple[Stance, ...]) -> list[str]:
    finding = readers(reading, stances)
    return [
        getattr(line, "text", str(line))
        for line in readers_text(reading.map, reading.outline, finding)
    ]


def test_a_stance_that_was_saved_is_opened_again(open_map: Open, tmp_path: Path) -> None:
    here = open_map(debated)
    here.page.evaluate("argmap.setStance({reject: ['other'], accept: ['far']})")
    here.page.fill("#stance-name", "Ann: “yes” # \\ {}")
    with here.page.expect_download() as saving:
        here.page.click("#stance-save")
    saved = tmp_path / "ann.yaml"
    saving.value.save_as(saved)
    json = tmp_path / "bob.json"
    json.write_text('{"argmap": 1, "stances": {"bob": {"reject": ["top"]}}}', encoding="utf-8")
    here.page.evaluate("argmap.setStance({})")
    here.page.set_input_files("#readers-file", [saved, json])
    here.wait_until("document.querySelectorAll('#readers thead th').length === 8")
    assert table(here)[0][5:7] == ["Ann: yes # \\ {}", "bob"], "without quotation marks"
    assert "bob" in visible(here.page, "#start")
    here.page.click("#readers >> text=Ann:")
    assert here.page.evaluate("argmap.state().reject") == ["other"]
    assert here.page.evaluate("argmap.state().accept") == ["far"]
    here.assert_quiet()


NOT_OURS = "not a stance that this page saved"

REFUSED = (
    ("", NOT_OURS),
    ("argmap: 1\nclaims:\n  - text: x\n", NOT_OURS),
    ("argmap: 1\nstances:\n  a:\n    reject: [low]\n", NOT_OURS),
    ("argmap: 1\nstances:\n  a:\n    name: 7\n", NOT_OURS),
    ('{"argmap": 2, "stances": {}}', NOT_OURS),
    ('{"argmap": 1, "stances": {"a": {"rejects": []}}}', NOT_OURS),
    ('argmap: 1\nstances:\n  a:\n    reject: ["gone"]\n', "“gone”, which is not in this map"),
    (
        'argmap: 1\nstances:\n  a:\n    reject: ["low"]\n    accept: ["low"]\n',
        "both rejects and accepts the claim “low”",
    ),
)


def test_a_file_that_is_no_stance_of_this_map_is_refused(open_map: Open, tmp_path: Path) -> None:
    here = open_map(debated)
    for place, (text, words) in enumerate(REFUSED):
        name = f"odd{place}.yaml"
        (tmp_path / name).write_text(text, encoding="utf-8")
        here.page.set_input_files("#readers-file", tmp_path / name)
        here.wait_until(f"document.getElementById('readers-note').textContent.includes('{name}')")
        assert words in visible(here.page, "#readers-note"), text
        assert len(table(here)[0]) == 6, "no reader is added"
    here.assert_quiet()
