"""Several readers side by side: the keys, the words, and stances from files, folders and tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

VOTES = "name,claim,credence\nann,short,0.2\nbob,short,0.9\n"


def test_readers_answer_with_the_keys_agreed(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_text(VOTES)
    assert json.loads(argmap("readers", "votes.csv", "--json").out) == {
        "schema": "argmap.readers/1",
        "readers": [
            {"name": "ann", "reject": ["short"], "accept": []},
            {"name": "bob", "reject": [], "accept": []},
        ],
        "verdicts": {"short": {"ann": "reject", "bob": "none"}},
        "conclusions": {"close": {"ann": "undec", "bob": "in"}},
        "parted": {"close": {"decisive": [["short"]], "complete": True}},
        "reasons": {},
        "objections": {
            "close": {"ann": {"lost": [], "gained": ["shops~attacks~close"], "left": 1}}
        },
    }


def test_readers_see_where_they_part_and_on_which_claims(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_text(VOTES)
    text = argmap("readers", "votes.csv").out
    assert text.splitlines()[:2] == [
        "ann: rejects 1.5 “Only at first”",
        "bob: reads the map as it is",
    ]
    assert "    contested for “ann”\n      It now faces 1 unanswered objection: 1.4" in text
    assert "    stands for “bob”\n" in text
    assert "stands depends on 1.5 “Only at first”." in text
    assert "With one reader there is nothing to compare" in argmap("readers", "keeper").out


def test_a_cell_may_be_as_long_as_a_text(argmap: Argmap, tmp_path: Path) -> None:
    long = "x" * 200_000
    (tmp_path / "long.csv").write_text(f"name,claim,verdict\n{long},short,reject\nbob,{long},\n")
    outcome = argmap("readers", "long.csv")
    assert (outcome.code, "Traceback" in outcome.err) == (2, False)
    assert "long.csv:3: there is no claim" in outcome.err


@pytest.mark.parametrize("place", ["stances", "stances/", "stances/ann.yaml", "ann.csv", "keeper"])
def test_stances_come_from_files_folders_tables_and_the_map(
    argmap: Argmap, tmp_path: Path, place: str
) -> None:
    (tmp_path / "stances").mkdir()
    (tmp_path / "stances" / "ann.yaml").write_text("stances: {ann: {reject: [short]}}\n")
    (tmp_path / "ann.csv").write_text("ann,short,reject\n")
    outcome = argmap("readers", place, "--json")
    assert json.loads(outcome.out)["readers"][0]["reject"] == ["short"]
    answer_of_status = json.loads(argmap("status", "--stance", place, "--json").out)
    assert answer_of_status["claims"]["close"]["word"] == "contested"


def test_a_file_of_stances_may_lie_in_the_map_folder(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "claims" / "ann.yaml").write_text("stances: {ann: {accept: [shops]}}\n")
    answer = json.loads(argmap("readers", "claims/ann.yaml", "keeper", "--json").out)
    assert [reader["name"] for reader in answer["readers"]] == ["ann", "keeper"]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("stances: [\n", "AM102", "mine.yaml:2:1"),
        ("stances: {keeper: {accept: [short]}}\n", "AM306", "the id `keeper` is given twice"),
        ("stances: {ann: {reject: [shrot]}}\n", "AM301", "did you mean `short`"),
        ("stances: {ann: {rejects: [short]}}\n", "AM201", "did you mean `reject`"),
        ("stances: {ann: {reject: [cars], accept: [cars]}}\n", "AM314", "both rejected and"),
        (
            "claims: {new: New.}\nstances: {ann: {reject: [short]}}\n",
            "AM201",
            "mine.yaml:1:1: error AM201: `claims` has no place in a file of stances",
        ),
        (
            "stances: {ann: {reject: [short]}}\nmap: {objections: defeat}\n",
            "AM201",
            "mine.yaml:2:1: error AM201: `map` has no place in a file of stances",
        ),
    ],
)
def test_a_fault_in_a_file_of_stances_is_reported_with_its_place(
    argmap: Argmap, tmp_path: Path, text: str, code: str, message: str
) -> None:
    (tmp_path / "mine.yaml").write_text(text)
    for command in (("readers", "mine.yaml"), ("status", "--stance", "mine.yaml")):
        outcome = argmap(*command)
        assert (outcome.code, outcome.out) == (1, "")
        assert code in outcome.err
        assert message in outcome.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "Missing argument"),
        (("",), "an empty word names no stance"),
        (("nobody",), "there is no stance `nobody`, and no such file; the map has `keeper`"),
        (("no/stances",), "there is no file or folder no/stances"),
        (("keeper", "keeper"), "there are two readers called keeper"),
        (("keeper", "keeper.csv"), "there are two readers called keeper"),
        (("same.yaml",), "there are two readers called Ann"),
        (("none.yaml",), "none.yaml holds no stance"),
        (("keeper", "-m", "two.af"), "there is no stance `keeper`"),
        (("one.yaml", "-m", "two.af"), "give stances on it in a table"),
        (("class.csv",), "ann: the claim `filthy` cannot be both rejected and accepted"),
    ],
)
def test_wrong_use_is_reported_in_one_line(
    argmap: Argmap, tmp_path: Path, words: tuple[str, ...], message: str
) -> None:
    (tmp_path / "claims" / "class.yaml").write_text("claims: {filthy: {text: F., restates: dirty}}")
    (tmp_path / "keeper.csv").write_text("keeper,short,reject\n")
    (tmp_path / "class.csv").write_text("ann,dirty,reject\nann,filthy,accept\n")
    (tmp_path / "one.yaml").write_text("stances: {ann: {reject: ['1']}}\n")
    (tmp_path / "none.yaml").write_text("stances: {}\n")
    (tmp_path / "two.af").write_text("p af 2\n1 2\n")
    (tmp_path / "same.yaml").write_text(
        "stances: {a: {name: Ann, reject: [cars]}, b: {name: Ann, accept: [cars]}}\n"
    )
    outcome = argmap("-q", "readers", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err.splitlines()[0]


def test_a_command_for_one_reader_refuses_several_stances(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_text(VOTES)
    outcome = argmap("status", "--stance", "votes.csv")
    assert (outcome.code, outcome.out) == (2, "")
    assert "votes.csv holds 2 stances (`ann`, `bob`)" in outcome.err


def test_a_table_is_a_stance_on_an_abstract_framework(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "two.af").write_text("p af 2\n1 2\n2 1\n")
    (tmp_path / "ann.csv").write_text("ann,1,reject\n")
    answer = json.loads(argmap("whatif", "two.af", "--stance", "ann.csv", "--json").out)
    assert {id_: change["to"] for id_, change in answer["changed"].items()} == {
        "1": "out",
        "2": "in",
    }


@pytest.mark.parametrize("credence", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("accept", [(), ("--accept", "short")])
def test_a_stance_means_the_same_alone_and_among_readers(
    argmap: Argmap, tmp_path: Path, credence: float, accept: tuple[str, ...]
) -> None:
    """A credence below one half rejects, unless the claim is accepted."""
    (tmp_path / "ann.yaml").write_text(f"stances: {{ann: {{credences: {{short: {credence}}}}}}}\n")
    among = json.loads(argmap("readers", "ann.yaml", "--json").out)["conclusions"]["close"]["ann"]
    alone = json.loads(argmap("status", "--stance", "ann.yaml", *accept, "--json").out)["claims"]
    assert alone["close"]["label"] == ("in" if accept else among)
    doubted = argmap("agenda", "--stance", "ann.yaml", *accept).out
    assert ("rejects 1.5 “Only at first”" in doubted) == (credence == 0.2 and not accept)


def test_the_map_may_be_the_first_word_or_the_last(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    stances = "stances: {r: {reject: [b]}, s: {accept: [b]}}"
    text = f"claims:\n  a: {{text: A is so., supported_by: b}}\n  b: B is so.\n{stances}\n"
    (tmp_path / "mine" / "m.yaml").write_text(text)
    last = argmap("readers", "r", "s", "mine")
    assert not last.code
    assert argmap("readers", "mine", "r", "s").out == last.out


def test_a_file_with_claims_and_no_stances_is_the_map_where_there_is_another(
    argmap: Argmap, tmp_path: Path
) -> None:
    (tmp_path / "buses.yaml").write_text("claims: {late: Buses are late.}\n", encoding="utf-8")
    votes = "name,claim,credence\nAnn,late,0.9\nBen,late,0.1\n"
    (tmp_path / "votes.csv").write_text(votes, encoding="utf-8")
    assert (tmp_path / "claims").is_dir()
    outcome = argmap("readers", "votes.csv", "buses.yaml")
    assert outcome.code == 0, outcome.err
    assert "Buses are late" in outcome.out
