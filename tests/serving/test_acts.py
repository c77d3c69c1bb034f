"""Whatever a browser asks for is done or refused in words: it never ends in an exception."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from argmap.errors import UsageError
from argmap.serving.acts.table import ACTS
from argmap.serving.given import Given
from argmap.serving.map_files import MapFiles
from argmap.serving.workbench import RefusedError, Workbench
from tests.serving.conftest import TOWN

if TYPE_CHECKING:
    from pathlib import Path

DRAFTS = """\
  air:
    text: The air is better.
    mode: draft
    supports: [close]

  health:
    text: People are healthier.
    mode: draft
    supports: [air]
"""
ENDS = ("close", "shops", "air", "health", "report", "gone", "", "air~supports~close")
KINDS = ("claim", "relation", "source", "map", "supports", "attacks", "undercuts")


@pytest.fixture
def bench(town: Path) -> Workbench:
    """The workbench of a map with drafts in it."""
    (town / "town.yaml").write_text(TOWN + DRAFTS, encoding="utf-8", newline="\n")
    return Workbench(MapFiles(town))


def outcome(bench: Workbench, wish: dict[str, Any]) -> str:
    """The words that answer a wish, which is undone where it was done."""
    try:
        words = bench.act(Given.of(json.dumps(wish).encode())).words
    except (RefusedError, UsageError) as error:
        words = str(error)
    else:
        bench.undo()
    return words


@pytest.mark.parametrize("act", sorted(ACTS))
def test_every_act_on_every_kind_of_part_has_an_answer_that_can_be_sent(
    bench: Workbench, town: Path, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda _: None)
    for kind in KINDS:
        for end in ENDS:
            for other in ("close", "health", "gone"):
                ends = {"id": end, "target": end, "relation": end, "source": None}
                others = {"other": other, "premise": other, "premises": [other], "new": other}
                words = outcome(bench, {"do": act, "kind": kind, "text": "New.", **ends, **others})
                assert words.encode().strip()
    assert (town / "town.yaml").read_text(encoding="utf-8") == TOWN + DRAFTS


VALUES: tuple[Any, ...] = (
    None,
    "",
    "x",
    5,
    1.5,
    float("nan"),
    10**400,
    True,
    ["a"],
    [],
    "\x00",
    "- x: [",
    "../a",
)


@pytest.mark.parametrize("key", ["authors", "document", "granted", "tags", "credence", "location"])
def test_a_value_of_any_kind_has_an_answer(bench: Workbench, key: str) -> None:
    for kind, id_ in (
        ("claim", "shops"),
        ("source", "report"),
        ("relation", "shops~attacks~close"),
    ):
        for value in VALUES:
            values = [{"key": key, "was": None, "value": value}]
            assert outcome(bench, {"do": "set", "kind": kind, "id": id_, "values": values})


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (
            {"do": "relate", "kind": "supports", "premises": ["health", "shops"], "target": "air"},
            (
                "Made 1.2 “Shops would lose customers” and the draft “People are healthier” "
                "a reason for the draft “The air is better”."
            ),
        ),
        (
            {"do": "add", "text": "Trees grow.", "kind": "supports", "target": "air"},
            "Added “Trees grow” as a reason for the draft “The air is better”.",
        ),
        ({"do": "remove", "kind": "claim", "id": "air"}, "Deleted the draft “The air is better”."),
        (
            {"do": "split", "relation": "shops~attacks~close", "premise": "gone"},
            "There is no claim `gone` any more.",
        ),
        (
            {"do": "remove", "kind": "source", "id": "report"},
            "A source cannot be deleted here; take it out of its file by hand.",
        ),
    ],
    ids=str,
)
def test_drafts_are_named_by_their_words(
    bench: Workbench, wish: dict[str, Any], words: str
) -> None:
    assert outcome(bench, wish) == words


@pytest.mark.parametrize("wish", [{"do": "\ud800"}, {"\ud800": 1}, {"do": "add", "text": "\udfff"}])
def test_half_a_sign_is_refused(wish: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="this is no JSON"):
        Given.of(json.dumps(wish).encode())
