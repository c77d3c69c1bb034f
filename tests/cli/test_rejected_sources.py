"""Sources that a reader rejects on the command line, one by one or all that were retracted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

MAP = """\
sources: {lancet: {retracted: 2010-02-02}, times: {title: The Times}, bmj: {}}
claims:
  harm: {text: It harms., source: lancet, supports: stop}
  stop: {text: Stop it., source: times}
  kills: {text: Measles kill., source: lancet, restates: deadly}
  deadly: {text: Measles are deadly., source: bmj, attacks: stop}
stances: {doctor: {accept: [harm]}}
"""
COMMANDS = (
    ("status",),
    ("why", "stop"),
    ("premises", "stop"),
    ("whatif",),
    ("overturn", "stop"),
    ("positions",),
    ("brief", "stop"),
    ("agenda",),
    ("sources",),
    ("questions",),
)


@pytest.fixture(name="argmap")
def _with_a_retracted_source(argmap: Argmap, monkeypatch: pytest.MonkeyPatch) -> Argmap:
    monkeypatch.setenv("COLUMNS", "1000")
    Path("claims/small.yaml").write_text(MAP)
    return argmap


def answer_of(argmap: Argmap, *words: str) -> Any:  # noqa: ANN401  # JSON
    outcome = argmap(*words, "--json")
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_to_reject_a_source_is_to_reject_its_claims_in_every_command(
    command: tuple[str, ...], argmap: Argmap
) -> None:
    by_claim = argmap(*command, "--reject", "harm")
    assert by_claim.code == 0
    assert argmap(*command, "--reject", "source:lancet") == by_claim
    assert argmap(*command, "--retracted") == by_claim
    assert argmap(*command, "--retracted", "--reject", "harm") == by_claim


def test_the_answer_of_whatif_names_the_claims(argmap: Argmap) -> None:
    stance = answer_of(argmap, "whatif", "--reject", "source:lancet")["stance"]
    assert stance == {"reject": ["harm"], "accept": []}


def test_sources_rejected_together_lose_what_they_say_together(argmap: Argmap) -> None:
    answer = answer_of(argmap, "whatif", "--reject", "source:lancet", "--reject", "source:bmj")
    assert answer["stance"]["reject"] == ["deadly", "harm", "kills"]


def test_what_the_reader_accepts_is_not_rejected_with_its_source(argmap: Argmap) -> None:
    answer = answer_of(argmap, "whatif", "--retracted", "--stance", "doctor")
    assert answer["stance"] == {"reject": [], "accept": ["harm"]}


def test_a_source_that_says_nothing_alone_changes_nothing(argmap: Argmap) -> None:
    outcome = argmap("whatif", "--reject", "source:bmj")
    assert outcome.code == 0
    assert outcome.out == "No claim is cited to bmj alone, so nothing changes without it.\n"
    assert answer_of(argmap, "whatif", "--reject", "source:bmj")["changed"] == {}


def test_a_source_stands_for_its_claims_where_these_are_many(argmap: Argmap) -> None:
    more = "".join(f"  more-{at}: {{text: It harms {at}., source: lancet}}\n" for at in range(12))
    Path("claims/more.yaml").write_text(f"claims:\n{more}")
    head = argmap("whatif", "--retracted", "--reject", "deadly").out.splitlines()[0]
    assert head == "If you reject what only lancet says (13 claims) and 1.2 “Measles are deadly”:"
    head = argmap("whatif", "--retracted", "--stance", "doctor").out.splitlines()[0]
    assert head == (
        "For the reader “doctor”, who rejects what only lancet says (12 claims) and accepts 1.1 "
        "“It harms”:"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--reject", "source:lanct"), "there is no source `lanct`; did you mean `lancet`?"),
        (("--reject", "source:x"), "`source:bmj`, `source:lancet`, `source:times`"),
        (("--reject", "source:"), "there is no source ``"),
        (("--reject", "lancet"), "`--reject source:lancet` rejects all claims that only it makes"),
        (("--accept", "source:lancet"), "accept claims of `lancet` by their ids"),
    ],
)
def test_a_wrong_source_is_told_the_right_word(
    words: tuple[str, ...], message: str, argmap: Argmap
) -> None:
    outcome = argmap("whatif", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_a_map_without_a_retracted_source_says_so(argmap: Argmap) -> None:
    Path("claims/small.yaml").write_text(MAP.replace("{retracted: 2010-02-02}", "{}"))
    outcome = argmap("status", "--retracted")
    assert outcome.out == argmap("status").out
    assert "no source of this map has `retracted: DATE`" in outcome.err
    assert argmap("whatif", "--retracted").code == 2
