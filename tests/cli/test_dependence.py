"""The commands about dependence: the keys and words of their answers, and the use they refuse."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"

CIRCLE = "claims:\n  egg: {text: Egg., supported_by: hen}\n  hen: {text: Hen., supported_by: egg}\n"
SAME = "claims: {filthy: {text: Filthy air kills., restates: dirty}}\n"
WITHOUT_STABLE = "claims: {a: {text: A., attacked_by: a}, b: B.}\n"
# A ring of 12 attacks: more than is judged without a solver.
RING = "claims:\n" + "".join(
    f"  c{n:02}: {{text: C., attacked_by: c{(n + 1) % 12:02}}}\n" for n in range(12)
)
ASKING = ("premises", "dependents", "whatif", "overturn", "positions", "status")


@pytest.fixture(name="argmap")
def _on_a_wide_terminal(argmap: Argmap, monkeypatch: pytest.MonkeyPatch) -> Argmap:
    """Let each sentence stand in one line, where it can be compared as a whole."""
    monkeypatch.setenv("COLUMNS", "1000")
    return argmap


def answer_of(argmap: Argmap, *words: Any) -> Any:  # noqa: ANN401  # JSON
    outcome = argmap(*words, "--json")
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def twos(count: int) -> str:
    """A map of so many pairs of contradictory claims: each pair doubles the positions."""
    lines = [
        f"  a{n:02}: {{text: A., contradicts: b{n:02}}}\n  b{n:02}: B.\n" for n in range(count)
    ]
    return "claims:\n" + "".join(lines)


# JSON


def test_premises_answers_with_the_keys_agreed(argmap: Argmap) -> None:
    assert answer_of(argmap, "premises", "close") == {
        "schema": "argmap.premises/1",
        "claim": "close",
        "derivable": True,
        "premises": ["cars", "dirty", "quieter"],
        "idle": [],
        "critical": [],
        "premise_sets": [
            {
                "claims": claims,
                "status": "undefeated",
                "by": ["short~undercuts~shops~attacks~close"],
            }
            for claims in (["quieter"], ["cars", "dirty"])
        ],
        "premise_sets_total": 2,
        "standing_premise_sets": [["quieter"], ["cars", "dirty"]],
        "rejection_sets": [["cars", "quieter"], ["dirty", "quieter"]],
        "rejection_sets_total": 2,
        "complete": True,
        "stopped": None,
    }


def test_premises_of_all_conclusions_is_a_table(argmap: Argmap) -> None:
    answer = answer_of(argmap, "premises")
    [row] = answer["conclusions"]
    assert (row["claim"], row["critical"], row["sources"]) == ("close", [], ["report"])
    assert len(row["smallest_rejection_set"]) == 2


def test_dependents_answers_with_the_keys_agreed(argmap: Argmap) -> None:
    answer = answer_of(argmap, "dependents", "dirty")
    assert (answer.pop("schema"), answer.pop("claim")) == ("argmap.dependents/1", "dirty")
    assert answer == {"falls": [], "weakened": ["close"], "untouched": []}


STOPPED = """\
claims:
  taxi: {text: Take a taxi., supported_by: {premises: fast, undercut_by: {premises: dear}}}
  fast: It is fast.
  dear: {text: It is dear., attacked_by: {premises: free, force: FORCE}}
  free: It is free for us.
"""


@pytest.mark.parametrize("force", ["defeat", "contest"])
def test_what_is_stopped_is_aimed_at_a_step_and_does_not_block_it(
    argmap: Argmap, force: str
) -> None:
    Path("stopped.yaml").write_text(STOPPED.replace("FORCE", force), encoding="utf-8")
    of_dear = argmap("dependents", "dear", "stopped.yaml").out
    assert "“It is dear” is aimed at the step from 1.1 “It is fast”" in of_dear
    assert of_dear.endswith("argmap whatif --reject dear stopped.yaml\n")
    Path("blocked.yaml").write_text(
        STOPPED.replace(", attacked_by: {premises: free, force: FORCE}", ""), encoding="utf-8"
    )
    assert "“It is dear” blocks the step" in argmap("dependents", "dear", "blocked.yaml").out


def test_a_reason_is_judged_apart_from_an_objection_to_its_conclusion(argmap: Argmap) -> None:
    Path("refuted.yaml").write_text(
        "claims:\n"
        "  taxi: {text: Take a taxi., supported_by: [fast, near],"
        " attacked_by: {premises: full, force: defeat}}\n"
        "  fast: {text: It is fast., attacked_by: slow}\n"
        "  near: It is near.\n"
        "  slow: It is slow.\n"
        "  full: All are taken.\n",
        encoding="utf-8",
    )
    text = argmap("why", "taxi", "refuted.yaml").out
    assert "+ supported by (undecided):\n    1.1 It is fast." in text
    assert "+ supported by (holds by itself):\n    1.2 It is near." in text
    assert "fails" not in text


def test_whoever_restates_a_premise_gives_no_reason(argmap: Argmap) -> None:
    text = (
        "sources: {alm: {title: Alm}, berg: {title: Berg}}\n"
        "claims:\n"
        "  taxi: {text: Take a taxi., source: alm, supported_by: fast}\n"
        "  fast: {text: It is fast., source: alm}\n"
        "  quick: {text: It is quick., restates: fast, mode: conceded, source: berg}\n"
    )
    Path("restated.yaml").write_text(text, encoding="utf-8")
    assert "gives a reason" not in argmap("sources", "restated.yaml").out
    Path("backed.yaml").write_text(text.replace("by: fast", "by: quick"), encoding="utf-8")
    assert "another source gives a reason for 1" in argmap("sources", "backed.yaml").out


def test_the_claim_comes_before_the_map(argmap: Argmap) -> None:
    outcome = argmap("why", "claims", "close")
    assert outcome.code == 2
    assert "the claim comes first, then the map: `argmap why close claims`" in outcome.err


def test_a_map_that_is_not_there_can_be_named_or_begun(argmap: Argmap) -> None:
    Path("claims").rename("mine")
    for command in (("check",), ("why",), ("why", "close")):
        assert "argmap new" in argmap(*command).err


def test_whatif_answers_with_the_keys_agreed(argmap: Argmap) -> None:
    assert answer_of(argmap, "whatif", "--reject", "short") == {
        "schema": "argmap.whatif/1",
        "stance": {"reject": ["short"], "accept": []},
        "changed": {
            "short": {"from": "in", "to": "out", "because": ["short"], "chain": []},
            "close": {
                "from": "in",
                "to": "undec",
                "because": ["short"],
                "chain": ["short~undercuts~shops~attacks~close", "shops~attacks~close"],
            },
        },
        "weakened": {},
        "reasons": {},
        "objections": {"close": {"lost": [], "gained": ["shops~attacks~close"], "left": 1}},
        "complete": True,
    }
    only_weaker = answer_of(argmap, "whatif", "--reject", "quieter")
    assert only_weaker["weakened"] == {"close": {"lost": 1, "left": 1}}
    assert only_weaker["reasons"] == {
        "close": {"lost": ["quieter~supports~close"], "gained": [], "left": 1}
    }


def test_overturn_answers_with_the_keys_agreed(argmap: Argmap) -> None:
    answer = answer_of(argmap, "overturn", "close")
    assert answer["schema"] == "argmap.overturn/1"
    assert (answer["claim"], answer["label"], answer["complete"]) == ("close", "in", True)
    assert answer["stances"] == [{"reject": ["short"], "accept": []}]


def test_positions_answers_with_the_keys_agreed(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "two.yaml").write_text(twos(1))
    answer = answer_of(argmap, "positions", "two.yaml")
    assert answer["schema"] == "argmap.positions/1"
    assert (answer["semantics"], answer["total"], answer["complete"]) == ("preferred", 2, True)
    assert answer["positions"] == [["a00"], ["b00"]]
    assert answer["decisive"] == ["a00", "b00"]


# Answers in words


def test_a_claim_that_rests_on_nothing_is_reported_in_words(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "circle.yaml").write_text(CIRCLE)
    outcome = argmap("premises", "egg", "circle.yaml")
    assert (outcome.code, "It rests on nothing" in outcome.out) == (0, True)
    answer = answer_of(argmap, "premises", "egg", "circle.yaml")
    assert (answer["derivable"], answer["premise_sets"], answer["critical"]) == (False, [], [])


def test_a_whatif_tells_the_chain_in_sentences(argmap: Argmap) -> None:
    lines = argmap("whatif", "--reject", "short").out.splitlines()
    close = "1 “The old town should be closed”"
    assert f"  {close} stands now; it would be contested: unanswered objection" in lines
    assert lines[3].startswith("      because 1.5 “Only at first” no longer blocks the objection")
    assert lines[4].startswith("      so 1.4 “Shops lose” now speaks against")


def test_a_whatif_that_changes_nothing_says_why(argmap: Argmap) -> None:
    outcome = argmap("whatif", "--reject", "close").out
    assert re.match("If you reject 1 .*:\n\nNothing else changes[.]\n", outcome)
    assert "is no reason for or against anything in this map" in outcome


def test_a_whatif_tells_the_reasons_that_are_lost(argmap: Argmap) -> None:
    outcome = argmap("whatif", "--reject", "quieter").out
    assert "Nothing" not in outcome
    assert "“The old town should be closed” stands as before.\n" in outcome
    assert "      It loses 1 reason: 1.1 “" in outcome
    assert "1 is left.\n" in outcome


def test_a_million_positions_are_counted_and_not_listed(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "many.yaml").write_text(twos(20))
    answer = answer_of(argmap, "positions", "many.yaml", "--limit", "3")
    assert (answer["total"], len(answer["positions"]), answer["complete"]) == (2**20, 3, False)
    text = argmap("positions", "many.yaml").out
    assert text.startswith("1,048,576 standpoints on this map can be held without contradicting")
    assert "To choose among them takes 20 decisions" in text
    words = ("status", "a00", "many.yaml", "--semantics", "preferred")
    assert answer_of(argmap, *words)["extensions"] == 2**20


def test_a_premise_set_is_judged_under_every_position(argmap: Argmap, tmp_path: Path) -> None:
    # Not only under those thousands that come first, all of which may hold it.
    (tmp_path / "many.yaml").write_text(twos(20))
    for claim in ("a00", "b00", "a19"):
        words = ("premises", claim, "many.yaml", "--semantics", "preferred")
        answer = answer_of(argmap, *words)
        assert [premise_set["status"] for premise_set in answer["premise_sets"]] == ["undecided"]
        assert (answer["standing_premise_sets"], answer["complete"]) == ([], True)


def test_a_single_position_is_shown_with_its_claims(argmap: Argmap) -> None:
    assert argmap("positions").out.splitlines() == [
        (
            "This map leaves no choice: it can be read in one way only, and then all its claims"
            " stand."
        ),
        "Its main claim in that reading:",
        "  1 “The old town should be closed” stands: answered",
        "Whoever doubts a premise reads the map in another way:",
        "  argmap whatif --reject CLAIM",
        "  argmap readers READER READER",
    ]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("attacked_by: [a]", "No other single change does it, apart from rejecting or accepting"),
        ("attacked_by: [a, b]", "No smaller change does it, apart from rejecting or accepting"),
    ],
)
def test_the_changes_that_were_tried_are_told(
    argmap: Argmap, tmp_path: Path, text: str, end: str
) -> None:
    claims = f"claims: {{c: {{text: C is so., {text}}}, a: A is so., b: B is so.}}"
    (tmp_path / "small.yaml").write_text(claims)
    assert end in " ".join(argmap("overturn", "c", "small.yaml").out.split())


def test_two_positions_are_shown_as_a_paragraph(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "two.yaml").write_text(twos(1))
    paragraph, _, *each = argmap("positions", "two.yaml").out.splitlines()
    assert paragraph == (
        "2 standpoints on this map can be held without contradicting oneself. No claim is held in "
        "all of them. They differ on 1 “A” and 1.1 “B”. To choose between them, decide whether to "
        "hold 1 “A”."
    )
    assert [line.split()[1] for line in each if line[:1].isdigit()] == ["holds", "holds"]


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("why", "a"),
        ("premises",),
        ("premises", "a"),
        ("whatif", "--reject", "b"),
        ("positions",),
    ],
)
def test_a_missing_stable_extension_is_an_answer_and_no_failure(
    argmap: Argmap, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "odd.yaml").write_text(WITHOUT_STABLE)
    outcome = argmap(*words, "-m", "odd.yaml", "--semantics", "stable")
    assert (outcome.code, outcome.out.startswith("No stable extension")) == (0, True)
    assert answer_of(argmap, *words, "-m", "odd.yaml", "--semantics", "stable")["schema"]


def test_a_whatif_from_no_extension_to_one_compares_nothing(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text(WITHOUT_STABLE)
    outcome = argmap("whatif", "odd.yaml", "--reject", "a", "--semantics", "stable")
    assert (outcome.code, "there is nothing to compare with" in outcome.out) == (0, True)


def test_the_premise_sets_are_listed_where_no_extension_judges_them(
    argmap: Argmap, tmp_path: Path
) -> None:
    (tmp_path / "odd.yaml").write_text(WITHOUT_STABLE)
    answer = answer_of(argmap, "premises", "b", "odd.yaml", "--semantics", "stable")
    assert answer["premise_sets"] == [{"claims": ["b"], "status": "undecided", "by": []}]


# Limits and engines


@pytest.mark.parametrize("limit", ["0", "-1", "abc", "1e3", "", "\N{ARABIC-INDIC DIGIT THREE}"])
def test_a_senseless_limit_is_wrong_use(argmap: Argmap, limit: str) -> None:
    for command in (("premises", "close"), ("overturn", "close"), ("positions",)):
        outcome = argmap(*command, "--limit", limit)
        assert (outcome.code, outcome.out) == (2, "")
        assert "write a whole number above 0, or `all`" in outcome.err


@pytest.mark.parametrize("seconds", ["0", "-1", "abc", "nan", "inf", ""])
def test_a_senseless_time_limit_is_wrong_use(argmap: Argmap, seconds: str) -> None:
    for command in (("premises", "close"), ("overturn", "close"), ("positions",)):
        outcome = argmap(*command, "--time-limit", seconds)
        assert (outcome.code, outcome.out) == (2, "")
        assert f"`{seconds}` is no time limit; write a number of seconds" in outcome.err


def test_sets_beyond_a_limit_are_counted(argmap: Argmap) -> None:
    answer = answer_of(argmap, "premises", "close", "--limit", "1")
    assert (len(answer["premise_sets"]), answer["premise_sets_total"]) == (1, 2)
    assert (answer["complete"], answer["stopped"]) == (False, "limit")
    assert "1 beyond the limit (--limit)" in argmap("premises", "close", "--limit", "1").out
    assert answer_of(argmap, "premises", "close", "--limit", "all")["complete"]


@pytest.mark.parametrize(
    "words",
    [
        ("premises", "close", "--semantics", "preferred"),
        ("status", "--semantics", "preferred"),
        ("whatif", "--reject", "short", "--semantics", "complete"),
        ("positions", "ring.yaml"),
    ],
)
def test_every_engine_says_the_same_and_one_is_enough(
    argmap: Argmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    (tmp_path / "ring.yaml").write_text(RING)
    answers = [answer_of(argmap, *words, "--engine", name) for name in ("sat", "clingo")]
    assert answers[0] == answers[1]
    assert argmap(*words, "--engine", "other").code == 2
    doors = ("sat", "maxsat", "asp")
    for missing in (doors[:2], doors[2:]):
        with monkeypatch.context() as broken:
            for door in missing:
                broken.setitem(sys.modules, f"argmap.reasoning.solvers.{door}", None)
            assert answer_of(argmap, *words) == answers[0]
    for door in doors:
        monkeypatch.setitem(sys.modules, f"argmap.reasoning.solvers.{door}", None)
    outcome = argmap(*words)
    if "ring.yaml" in words:
        assert (outcome.code, outcome.out) == (2, "")
        assert "needs the package python-sat or clingo" in outcome.err
    else:
        assert outcome.code == 0  # what is small needs no solver


def test_positions_stop_when_the_time_is_up(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "ring.yaml").write_text(RING)
    answer = answer_of(argmap, "positions", "ring.yaml", "--time-limit", "1e-9")
    assert (answer["positions"], answer["total"], answer["complete"]) == ([], None, False)
    outcome = argmap("positions", "ring.yaml", "--time-limit", "1e-9")
    assert "The time was up before a standpoint was found" in outcome.out


def test_no_answer_in_time_has_an_exit_code_and_says_how_to_get_one(
    argmap: Argmap, tmp_path: Path
) -> None:
    (tmp_path / "ring.yaml").write_text(RING)
    words = ("status", "--semantics", "stage", "-m", "ring.yaml")
    outcome = argmap(*words, "--time-limit", "1e-9")
    assert (outcome.code, outcome.out) == (4, "")
    assert "a search was stopped before there was an answer, as the 1e-09 s" in outcome.err
    assert "`--time-limit none`" in outcome.err
    for limit in ("none", "60"):
        outcome = argmap("--time-limit", limit, *words)
        assert outcome.code == 0
        assert "stopped" not in outcome.err


def test_what_is_settled_without_a_search_is_told_if_there_is_no_time_for_one(
    argmap: Argmap, tmp_path: Path
) -> None:
    (tmp_path / "ring.yaml").write_text(RING)
    words = ("status", "--semantics", "preferred", "-m", "ring.yaml", "--time-limit", "1e-9")
    outcome = argmap(*words)
    assert outcome.code == 0
    assert "no preferred standpoint was found in time (--time-limit)" in " ".join(
        outcome.out.split()
    )
    assert "a search was stopped in the middle" in outcome.err
    answer = json.loads(argmap(*words, "--json").out)
    assert not answer["complete"]
    assert answer["extensions"] is None


def test_an_answer_that_was_cut_says_so_on_stderr(argmap: Argmap) -> None:
    outcome = argmap("overturn", "1", str(GALLERY / "traffic"), "--time-limit", "1e-9")
    assert outcome.code == 0
    assert "argmap: a search was stopped in the middle" in outcome.err
    assert "a search was stopped" not in argmap("overturn", "close", "-q").err


def test_a_build_is_written_though_its_panel_takes_too_long(argmap: Argmap, tmp_path: Path) -> None:
    outcome = argmap("build", "-o", "out", "--time-limit", "1e-9")
    assert outcome.code == 0
    assert "a search was stopped in the middle" in outcome.err
    page = (tmp_path / "out" / "argument-map.html").read_text(encoding="utf-8")
    assert '"isWhole":false' in page


# Wrong use


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("premises", "clsoe"), "there is no claim `clsoe`; did you mean `close`?"),
        (("premises", "9.9"), "there is no claim `9.9`"),
        (("premises", "close", "no/map"), "there is no file or folder no/map"),
        (("dependents",), "name a claim"),
        (("overturn",), "name a claim"),
        (("positions", "close"), "positions are those of a whole map"),
        (("whatif",), "say what to reject or accept"),
        (("whatif", "close"), "argmap whatif --reject close"),
        (("whatif", "--reject", "nobody"), "there is no claim `nobody`"),
        (("whatif", "--stance", "keepr"), "did you mean `keeper`?"),
        (("whatif", "--stance", "no.yaml"), "there is no file or folder no.yaml"),
        (("whatif", "--stance", ""), "an empty word names no stance"),
        (("status", "--semantics", "prefered"), "'preferred'"),
        (("positions", "--semantics", "stage"), "are for abstract frameworks"),
        (("overturn", "close", "--semantics", "stable"), "No such option"),
        (("dependents", "close", "--reject", "cars"), "No such option"),
    ],
)
def test_wrong_use_is_reported_in_one_line(
    argmap: Argmap, words: tuple[str, ...], message: str
) -> None:
    outcome = argmap(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err.splitlines()[0]


def test_the_same_claim_is_not_rejected_and_accepted(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "claims" / "same.yaml").write_text(SAME)
    for stance in (
        ("--reject", "dirty", "--accept", "dirty"),
        ("--reject", "dirty", "--accept", "filthy"),
        ("--stance", "keeper", "--accept", "short"),
        ("--stance", "keeper", "--accept", "1.5"),
    ):
        outcome = argmap("whatif", *stance)
        assert (outcome.code, outcome.out) == (2, "")
        assert "cannot be both rejected and accepted" in outcome.err


def test_help_of_every_asking_command_has_examples(argmap: Argmap) -> None:
    for command in (*ASKING, "readers", "solve"):
        outcome = argmap(command, "--help")
        assert (outcome.code, f"argmap {command}" in outcome.out) == (0, True)


def test_an_objection_that_has_no_effect_is_not_named_as_what_keeps_a_claim_open(
    argmap: Argmap, tmp_path: Path
) -> None:
    park = """\
claims:
  park: {text: The park should be built., supported_by: place, attacked_by: [repairs, loud]}
  place: Children need a place.
  repairs: Nobody pays for repairs.
  loud: {text: It would be loud., attacked_by: far}
  far: It lies far from any house.
"""
    (tmp_path / "park.yaml").write_text(park, encoding="utf-8")
    printed = argmap("premises", "park", "park.yaml").out
    assert "because of the objection 1.2 “Nobody pays for repairs”" in printed
    assert "It would be loud" not in printed
