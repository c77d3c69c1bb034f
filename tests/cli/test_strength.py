"""`argmap strength`: words before numbers, and what was assumed never left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import argmap as api
from argmap.reasoning.time_limit import TimeUpError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

BRIDGE = """\
map: {title: A bridge, main: build}
claims:
  build:
    text: The town should build a bridge.
    supported_by: [jams, {premises: jobs, weight: 0.5}]
    attacked_by: no-money
  jams: {text: The old one is jammed., credence: 0.9}
  jobs: Building gives work.
  no-money: {text: There is no money., attacked_by: loan}
  loan: {text: A bank lends it., credence: 0.5}
stances:
  ada: {name: Ada, credences: {no-money: 0.1}}
"""


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.yaml"
    path.write_text(BRIDGE, encoding="utf-8")
    return path


@pytest.mark.usefixtures("bridge")
def test_conclusions_have_a_word_a_number_and_what_was_assumed(argmap: Argmap) -> None:
    printed = argmap("strength", "bridge.yaml").out
    # 1 - 0.1 * (1 - 0.5 * 0.8), less half of 0.8 - 0.8 * 0.25
    assert "1  fair  0.64  stands  The town should build a bridge  (build)" in printed
    assert "2 premises have no credence and count as 0.8" in printed
    assert "2 objections have no weight and count half" in printed
    assert "“Ada”\n    1 “The town should build a bridge”: strong (0.90)" in printed
    assert "A strength is no status, and no probability" in printed


@pytest.mark.usefixtures("bridge")
def test_a_claim_has_its_sources_its_tipping_points_and_its_probability(argmap: Argmap) -> None:
    printed = argmap("strength", "1", "bridge.yaml").out
    assert printed.startswith("1 “The town should build a bridge”  (build)\n    fair (0.64)")
    assert "  +0.66  1.1 “The old one is jammed”; without it nearly none (0.10)" in printed
    assert "without it strong (0.94)" in printed
    assert "the credence of 1.1 “The old one is jammed” falls below" in printed
    assert "  strong  0.90  Ada" in printed
    assert "  0.98  that its reasons carry it, objections left aside" in printed
    assert "independently of the others" in printed


@pytest.mark.usefixtures("bridge")
def test_the_answer_as_json_has_the_keys_that_are_promised(argmap: Argmap) -> None:
    answer = json.loads(argmap("strength", "build", "bridge.yaml", "--json").out)
    assert (answer["schema"], answer["semantics"], answer["status"], answer["claim"]) == (
        "argmap.strength/1",
        "df-quad",
        "exact",
        "build",
    )
    assert answer["claims"]["build"] == pytest.approx(0.64)
    assert {"gradient", "removal", "shapley", "stderr"} <= answer["attribution"]["jams"].keys()
    total = sum(share["shapley"] for share in answer["attribution"].values())
    assert total == pytest.approx(answer["claims"]["build"])
    assert answer["probability"]["p_derivable"] == pytest.approx(1 - 0.1 * 0.2)
    assert answer["probability"]["exact"]
    assert answer["readers"]["ada"]["build"] == pytest.approx(0.90, abs=0.01)
    assert answer["assumed"] == ["jobs", "no-money"]
    whole = json.loads(argmap("strength", "bridge.yaml", "--json").out)
    assert whole["claims"] == answer["claims"]
    assert (whole["claim"], whole["attribution"], whole["probability"]) == (None, {}, None)


def test_python_gives_the_same_answers(argmap: Argmap, bridge: Path) -> None:
    answer = json.loads(argmap("strength", "build", str(bridge), "--json").out)
    argument_map, _ = api.load(bridge)
    assert dict(api.strength(argument_map).claims) == answer["claims"]
    shares = api.attribution(argument_map, "build").shares
    assert {share.claim: share.removal for share in shares} == {
        id_: share["removal"] for id_, share in answer["attribution"].items()
    }
    assert api.probability(argument_map, "build").p_stands == answer["probability"]["p_stands"]


@pytest.mark.usefixtures("bridge")
@pytest.mark.parametrize("semantics", ["quadratic-energy", "euler"])
def test_another_semantics_gives_other_numbers_and_says_which(
    argmap: Argmap, semantics: str
) -> None:
    answer = json.loads(argmap("strength", "bridge.yaml", "--semantics", semantics, "--json").out)
    assert answer["semantics"] == semantics
    assert answer["claims"]["build"] != pytest.approx(0.64)
    if semantics == "euler":
        assert answer["unmoved"] == ["build"]
        printed = argmap("strength", "bridge.yaml", "--semantics", "euler").out
        assert "1 “The town should build a bridge” stays there" in printed.replace("\n", " ")


@pytest.mark.usefixtures("bridge")
def test_a_stance_and_a_force_are_taken(argmap: Argmap) -> None:
    def strength(*options: str) -> float:
        answer = json.loads(argmap("strength", "bridge.yaml", "--json", *options).out)
        number: float = answer["claims"]["build"]
        return number

    assert strength("--reject", "no-money") == pytest.approx(0.94)
    assert strength("--stance", "ada") == pytest.approx(0.90, abs=0.01)
    assert strength("--objections", "defeat") < strength()


def test_a_picture_is_written_whole_and_needs_a_claim(argmap: Argmap, bridge: Path) -> None:
    picture = bridge.with_name("chances.svg")
    assert argmap("strength", "1", str(bridge), "--tornado", str(picture)).code == 0
    drawn = picture.read_text(encoding="utf-8")
    assert drawn.startswith("<svg")
    assert "There is no money" in drawn
    argument_map, _ = api.load(bridge)
    assert api.tornado(argument_map, "build").svg == drawn
    refused = argmap("strength", str(bridge), "--tornado", str(picture))
    assert refused.code == 2
    assert "name the claim of the picture" in refused.err


@pytest.mark.usefixtures("bridge")
def test_the_strength_is_told_even_if_the_time_is_up_before_the_probability(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def slow(*_: object) -> None:
        raise TimeUpError

    monkeypatch.setattr("argmap.analysis.strength.probability.by_diagrams", slow)
    printed = argmap("strength", "1", "bridge.yaml")
    assert printed.out.startswith("1 “The town should build a bridge”  (build)\n    fair (0.64)")
    assert "How probable it is was not worked out" in printed.out
    assert "a search was stopped" in printed.err
    assert json.loads(argmap("strength", "1", "bridge.yaml", "--json").out)["probability"] is None
    assert argmap("strength", "1", "bridge.yaml", "--tornado", "chances.svg").code == 4
    assert not (tmp_path / "chances.svg").exists()


def test_two_sides_without_one_answer_are_told_as_such(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "sides.yaml").write_text(
        "map: {objections: defeat}\n"
        "claims:\n"
        "  war: {text: War is coming., credence: 1, contradicts: peace}\n"
        "  peace: {text: Peace is coming., credence: 1}\n"
        "  arm: {text: We should arm., supported_by: war}\n"
    )
    printed = argmap("strength", "arm", "sides.yaml").out
    assert "cannot be said, as it has no one value" in printed
    assert "The strengths there have no one answer" in printed
    answer = json.loads(argmap("strength", "arm", "sides.yaml", "--json").out)
    assert (answer["status"], answer["attribution"]) == ("bistable", {})


def test_a_map_without_conclusions_says_so(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "bare.yaml").write_text("claims: {a: It is so.}\n", encoding="utf-8")
    assert "How strong all claims are" in argmap("strength", "bare.yaml").out
    printed = argmap("strength", "a", "bare.yaml").out
    assert "strong (0.80)" in printed
    assert "No premise that has a strength of its own bears on it." in printed


def test_restated_conclusions_and_readers_come_together(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "said.yaml").write_text(
        "claims:\n"
        "  zz: {text: Zed is so., supported_by: [p]}\n"
        "  aa: {text: Ay is so., restates: zz}\n"
        "  p: {text: P is so.}\n"
        "stances: {eve: {name: Eve, credences: {p: 0.1}}}\n"
    )
    assert "nearly none (0.10)" in argmap("strength", "said.yaml").out


def test_the_credence_of_the_claim_itself_can_tip_it(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "claims: {a: {text: A is so., attacked_by: b}, b: B is so.}\n"
    )
    printed = argmap("strength", "a", "own.yaml", "--accept", "b").out
    assert "It rises above one half if" not in printed or "its own credence rises" in printed
    nearly = tmp_path / "nearly.yaml"
    nearly.write_text(
        "claims:\n"
        "  a: {text: A is so., credence: 0.9, supported_by: b, granted: true}\n"
        "  b: {text: B is so., credence: 0.1}\n"
    )
    assert "its own credence falls below 0.44" in argmap("strength", "a", str(nearly)).out


def test_slow_circles_give_no_number_above_1(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "slow.yaml").write_text(
        "map: {main: c}\n"
        "claims:\n"
        "  a: {text: A is so., credence: 1}\n"
        "  b: {text: B is so., credence: 0.99, contradicts: a}\n"
        "  c: {text: C is so., supported_by: a}\n"
    )
    answer = json.loads(argmap("strength", "c", "slow.yaml", "--json").out)
    assert all(0 <= strength <= 1 for strength in answer["claims"].values())
    for share in answer["attribution"].values():
        assert 0 <= share["if_refuted"] <= 1
        assert 0 <= answer["claims"]["c"] - share["removal"] <= 1
