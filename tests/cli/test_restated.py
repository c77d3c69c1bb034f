"""Of restated claims an answer gives the one at hand, or the first in the map, not the smallest id.

In this map `a` and `z` say the same: `z` supports the main claim and has the lower number, `a` has
the smaller id, by which findings name the two, and supports another claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

MAP = """
map: {main: [top]}
claims:
  top: {text: The bridge should be closed., supported_by: z}
  z: {text: The bridge is old., restates: a}
  side: {text: The bridge is famous., supported_by: {premises: [a, painted]}}
  a: {text: The bridge has stood for long.}
  painted: It was painted often.
stances:
  first: {name: Ann, reject: [a]}
  second: {name: Ben}
"""
NEAR, FAR = "bridge is old", "has stood for long"


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    """The folder of the map."""
    (tmp_path / "map.yaml").write_text(MAP)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "shown", "hidden"),
    [
        (("premises", "top"), NEAR, FAR),
        (("premises", "z"), NEAR, FAR),
        (("premises", "a"), FAR, NEAR),
        (("premises",), NEAR, FAR),
        (("overturn", "top"), NEAR, FAR),
        (("overturn", "side"), NEAR, FAR),
        (("agenda",), NEAR, FAR),
        (("brief", "top"), NEAR, FAR),
        (("brief", "side"), FAR, NEAR),
    ],
)
def test_one_of_restated_claims_is_given(
    argmap: Argmap, claims: Path, words: tuple[str, ...], shown: str, hidden: str
) -> None:
    outcome = argmap(*words, "--map", claims)
    assert shown in outcome.out
    assert hidden not in outcome.out


def test_a_report_names_what_a_conclusion_rests_on_as_the_map_has_it_first(
    argmap: Argmap, claims: Path, tmp_path: Path
) -> None:
    argmap("build", claims, "--format", "report", "-o", tmp_path / "outputs")
    text = (tmp_path / "outputs" / "report.md").read_text()
    part = text.split("## What the conclusions rest on")[1].split("\n## ")[0]
    assert NEAR in part
    assert FAR not in part
    assert "no longer stands if 1.1 “The bridge is old” is rejected" in text.split("\n## ")[0]


def test_a_reader_rejects_the_claim_that_the_stance_names(argmap: Argmap, claims: Path) -> None:
    outcome = argmap("readers", "first", "second", "--map", claims)
    assert "Ann: rejects 2.1 “The bridge has stood for long”" in outcome.out
    assert "Whether 1 “The bridge should be closed” stands depends on 2.1 " in outcome.out
