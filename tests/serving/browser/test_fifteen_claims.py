"""From an op-ed to a map of fifteen claims, with the mouse alone and with the keys alone."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typst

from tests.proc.processes import argmap
from tests.serving.browser.hands import Hand, Keys, Mouse
from tests.serving.servers import ended, start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.serving.browser.conftest import Bench
    from tests.serving.servers import Running

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
GOLDEN = HERE / "open-on-sundays.yaml"
"""The file as a person would have written it; ARGMAP_UPDATE=1 writes it anew, to be read."""


@dataclass(frozen=True)
class Passage:
    """A claim: words of the document, what it says, and what it does to which other."""

    quote: str
    text: str
    role: str = ""
    target: str = ""
    label: str = ""
    speaker: str = ""
    beside: str = ""


SUNDAYS = "Our town should open its library on Sundays"
CLAIMS = (
    Passage(SUNDAYS, "Our town should open its library on Sundays.", label="Open on Sundays"),
    Passage(
        "a library that closes on Sunday is a library that is closed",
        "For working families a library that is shut on Sunday is shut altogether.",
        "Reason",
        SUNDAYS,
        label="Shut for families",
    ),
    Passage(
        "Two thirds of the families in this town have both parents in paid work from Monday to "
        "Friday",
        "In two thirds of the families both parents work from Monday to Friday.",
        "Reason",
        "a library that closes on Sunday is a library that is closed",
    ),
    Passage(
        "visits by families doubled within a year",
        "In Aldern visits by families doubled when the library opened on Sundays.",
        "Reason",
        "a library that closes on Sunday is a library that is closed",
    ),
    Passage(
        "The library is the only heated room in town that asks nobody for money",
        "The library is the only heated room in town that costs nothing.",
    ),
    Passage(
        "A pupil who shares a bedroom with two brothers has no desk at home",
        "Some pupils have no quiet place to work at home.",
        "Reason",
        SUNDAYS,
        label="No desk at home",
        beside="only heated room",
    ),
    Passage(
        "To leave an open, heated house empty for a whole day is a waste",
        "To leave a heated house empty for a whole day is a waste.",
        "Reason",
        SUNDAYS,
    ),
    Passage(
        "It is heated through the weekend anyway",
        "The building is heated through the weekend anyway.",
        "Reason",
        "To leave an open, heated house empty for a whole day is a waste",
    ),
    Passage(
        "the town cannot afford another day",
        "The town cannot afford another day.",
        "Objection",
        SUNDAYS,
        label="Too dear",
        speaker="The treasurer",
    ),
    Passage(
        "A Sunday costs about 40,000 a year in wages",
        "A Sunday costs less than the flowers for the roundabouts.",
        "Objection",
        "the town cannot afford another day",
    ),
    Passage(
        "The state pays half of it in the first three years",
        "The state pays half of the costs in the first three years.",
        "Reason",
        "A Sunday costs about 40,000 a year in wages",
    ),
    Passage(
        "librarians will lose their only free day with their families",
        "Librarians will lose their only free day with their families.",
        "Objection",
        SUNDAYS,
        speaker="The staff council",
    ),
    Passage(
        "in Aldern the Sunday shifts are voluntary",
        "In Aldern the Sunday shifts are voluntary, and there is a waiting list for them.",
        "Block",
        "librarians will lose their only free day with their families",
    ),
    Passage(
        "a house full of paper will soon have no readers",
        "A house full of paper will soon have no readers.",
        "Objection",
        SUNDAYS,
        label="Nobody reads paper",
    ),
    Passage(
        "the loans of our library have risen in each of the last five years",
        "The loans of our library have risen in each of the last five years.",
        "Objection",
        "a house full of paper will soon have no readers",
    ),
)
STATUS = {CLAIMS[0].text: "stands", "The town cannot afford another day.": "contested"}
ROLES = {"Reason": "It is a reason for", "Objection": "It is an objection to"}
HANDS: dict[str, Callable[[Bench], Hand]] = {"mouse": Mouse, "keys": Keys}


@pytest.fixture(scope="module")
def op_ed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The op-ed as PDF."""
    made = tmp_path_factory.mktemp("documents") / "op-ed.pdf"
    made.write_bytes(typst.compile(HERE / "op-ed.typ"))
    return made


@pytest.fixture
def begun(tmp_path: Path, op_ed: Path) -> Iterator[Running]:
    """The workbench of a map that begins with the op-ed."""
    yield from ended(start(tmp_path / "sundays", "--document", str(op_ed)))


def name_the_text(hand: Hand) -> None:
    """Give the map and its source their names."""
    hand.press(hand.button("Title and question"))
    hand.write("Title", "The library on Sundays")
    hand.write("The question that the map is about", "Should the library open on Sundays?")
    hand.send("Save")
    hand.press(hand.button("Source"))
    hand.write("Title", "Open the library on Sundays")
    hand.write("Authors, with ; between", "Nora Feld")
    hand.send("Save")


def add(hand: Hand, passage: Passage) -> None:
    """Add a claim from its words in the document."""
    if passage.role in ROLES:
        hand.open_claim(passage.target)
    hand.mark(passage.quote)
    if passage.role in ROLES:
        bar = hand.page.locator("#passage")
        hand.press(bar.get_by_role("button", name=f"{passage.role} for" if passage.role == "Reason"
                                   else f"{passage.role} to"))  # fmt: skip
    else:
        hand.press(hand.page.locator("#passage").get_by_role("button", name="New claim"))
    hand.write("What it says, in a full sentence", passage.text)
    if passage.label:
        hand.write("Short name for pictures (optional)", passage.label)
    if passage.role == "Block":
        hand.choose_in("What it does", "It blocks the step")
        hand.pick("Step or objection", passage.target.split()[0])
    if passage.beside:
        hand.pick("Only together with (optional)", passage.beside)
    if passage.speaker:
        hand.unfold("Who says so")
        hand.write("Who holds it, if not the source itself", passage.speaker)
    hand.send("Add")


@pytest.mark.parametrize("name", HANDS)
def test_a_map_of_fifteen_claims_is_made_from_an_op_ed(
    begun: Running, open_bench: Callable[..., Bench], tmp_path: Path, name: str
) -> None:
    hand = HANDS[name](open_bench(begun))
    name_the_text(hand)
    for passage in CLAIMS:
        add(hand, passage)
    hand.undo()
    hand.redo()
    text = (tmp_path / "sundays" / "op-ed.yaml").read_text(encoding="utf-8")
    if os.environ.get("ARGMAP_UPDATE"):
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == GOLDEN.read_text(encoding="utf-8")
    words = {each["text"]: each["word"] for each in begun.shown["map"]["data"]["claims"]}
    assert len(words) == len(CLAIMS)
    assert {text: words[text] for text in STATUS} == STATUS
    checked = argmap("check", "--strict", "--json", "sundays", cwd=tmp_path)
    assert checked.code == 0, checked.out
    problems = json.loads(checked.out)["diagnostics"]
    assert [each for each in problems if each["severity"] in ("error", "warning")] == []


def test_the_map_becomes_a_brief_and_a_handout(tmp_path: Path, op_ed: Path) -> None:
    folder = tmp_path / "sundays"
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "op-ed.pdf").write_bytes(op_ed.read_bytes())
    (folder / "op-ed.yaml").write_bytes(GOLDEN.read_bytes())
    brief = argmap("brief", "open-on-sundays", "sundays", cwd=tmp_path)
    assert brief.code == 0, brief.err
    assert "Our town should open its library on Sundays." in brief.out
    built = argmap("build", "sundays", "--format", "pdf", "-o", "out", cwd=tmp_path, megabytes=4000)
    assert built.code == 0, built.err
    [handout] = (tmp_path / "out").glob("*.pdf")
    assert handout.read_bytes().startswith(b"%PDF-")
