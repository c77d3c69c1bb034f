"""Maps that are built in Python, without files and so without places."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import argmap
from argmap.diagnostics import NOWHERE, Location
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim, Ignore
from argmap.model.relation import Force, Kind, Relation
from argmap.model.scheme import Scheme
from argmap.model.source import Locator, Source
from argmap.model.stance import Expectation, Stance
from argmap.views.answers.commands import check_answer
from argmap.views.answers.encoder import dumps
from argmap.views.answers.github import workflow_commands
from argmap.views.answers.sarif import sarif
from argmap.views.terminal.diagnostics import diagnostics_text
from tests.maps import HERE, for_all, map_of

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic


PAGE = Path(__file__).parents[2] / "docs" / "reference" / "python.md"
PROGRAM, QUESTIONS = (
    part
    for block in re.findall(
        r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    if "ArgumentMap.of" in block
    for part in block.split("\n\n", 2)[1:]
)


def buses() -> ArgumentMap:
    """The map that the page on Python builds."""
    names: dict[str, Any] = {"ArgumentMap": ArgumentMap, "Claim": Claim, "Relation": Relation}
    exec(compile(PROGRAM, "python.md", "exec"), names)  # noqa: S102  # our own page
    built: ArgumentMap = names["argument_map"]
    return built


def test_the_page_builds_a_map_in_five_lines_and_asks_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(PROGRAM.splitlines()) == 5
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"argmap": argmap, "argument_map": buses()}
    exec(compile(QUESTIONS, "python.md", "exec"), names)  # noqa: S102  # our own page
    assert (tmp_path / "outputs/buses/argument-map.html").is_file()


def test_every_question_can_be_asked_of_a_map_without_places(tmp_path: Path) -> None:
    argument_map = buses()
    assert argmap.status(argument_map).claims["bus"].word == "stands"
    assert argmap.why(argument_map, "bus").reasons[0].claim == "bus"
    change = argmap.whatif(argument_map, Stance(reject=frozenset({"lanes"})))
    assert "bus" in change.changed
    assert argmap.premises(argument_map, "bus").premises == ("bus",)
    assert argmap.brief(argument_map, "bus").claim == "bus"
    assert argument_map.to_networkx().nodes["bus"]["text"] == "Take the bus."
    built = argmap.build(argument_map, tmp_path)
    page = (tmp_path / "argument-map.html").read_text(encoding="utf-8")
    assert built.checked.map is argument_map
    assert "Bus lanes let them pass the queue." in page


@for_all(map_of, 150)
def test_places_change_no_finding(argument_map: ArgumentMap) -> None:
    """The checks find the same in a map with places and in the same map without them."""
    bare = without_places(argument_map)
    placed, unplaced = (argmap.check(made).diagnostics for made in (argument_map, bare))
    kinds = [
        sorted((problem.code, problem.claim or "") for problem in part)
        for part in (placed, unplaced)
    ]
    assert kinds[0] == kinds[1]
    assert all(problem.location == NOWHERE for problem in unplaced)
    assert argmap.status(bare) == argmap.status(argument_map)


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """The codes with the claims that they are about, in an order that no place changes."""
    return sorted((problem.code, problem.claim or "") for problem in diagnostics)


def without_places(argument_map: ArgumentMap) -> ArgumentMap:
    """The same claims and relations, made anew without a place."""
    return ArgumentMap.of(
        [
            Claim(claim.id, claim.text, granted=claim.granted, pending=claim.pending)
            for claim in argument_map.claims.values()
        ],
        [
            Relation(
                step.id,
                step.kind,
                step.premises,
                step.target,
                force=step.force,
                contradiction=step.contradiction,
            )
            for step in argument_map.relations.values()
        ],
        restated=argument_map.classes.values(),
        objections=argument_map.objections,
    )


def faulty() -> tuple[Diagnostic, ...]:
    """The diagnostics of a map with faults in a claim, a source and a stance."""
    return argmap.check(
        ArgumentMap.of(
            [Claim("a", "A.", ignore=(Ignore("AM999", "It is nothing."),)), Claim("b", "B.")],
            [Relation.of("b", kind, "a") for kind in ("supports", "attacks")],
            [Source("s", title="A work", document="s.txt", sha256="0")],
            stances={"both": Stance(reject=frozenset("a"), accept=frozenset("a"))},
            expectations=(Expectation("b", "falls"),),
        )
    ).diagnostics


def test_a_diagnostic_without_a_place_names_the_claim() -> None:
    by_code = {problem.code: problem for problem in faulty()}
    assert {"AM314", "AM404", "AM408", "AM503"} <= by_code.keys()
    assert by_code["AM404"].place == "claim a"
    assert by_code["AM404"].message.endswith("supports it by `b~supports~a`")
    assert by_code["AM503"].place == "map"
    shown = list(diagnostics_text(faulty(), {}))
    assert "claim a: warning AM408: `AM999` is ignored here, but there is no such code" in shown
    assert not [line for line in shown if "0:0" in line]


def test_a_diagnostic_without_a_place_gives_none_in_any_format() -> None:
    answer = check_answer(buses(), faulty())
    places = [
        [problem[key] for key in ("path", "line", "column")] for problem in answer["diagnostics"]
    ]
    assert places == [[None, None, None]] * len(faulty())
    for result in sarif(faulty(), "0")["runs"][0]["results"]:
        [place] = result["locations"]
        assert place.keys() == {"logicalLocations"}
    assert not [line for line in workflow_commands(faulty()) if "file=" in line or "line=" in line]
    assert dumps(answer)


def test_what_is_made_by_position_is_made_as_before() -> None:
    assert Claim("a", "A.", HERE, "label").label == "label"
    assert Relation("r", Kind.ATTACKS, ("a",), "b", HERE, 2).position == 2
    assert Source("s", HERE, "A title").title == "A title"
    assert Locator(HERE, 4).paragraph == 4
    assert Scheme("x", "X", None).location is None
    assert Scheme("x", "X").location == NOWHERE, "a map's own scheme, not a common one"


def test_words_become_kinds_and_forces() -> None:
    attack = Relation.of(["b", "a", "b"], "attacks", "c", force="defeat", rationale="So it is.")
    assert attack.kind is Kind.ATTACKS
    assert attack.force is Force.DEFEAT
    assert attack.premises == ("a", "b")
    assert attack == Relation(
        "a+b~attacks~c", Kind.ATTACKS, ("a", "b"), "c", force=Force.DEFEAT, rationale="So it is."
    )
    assert Relation.of("a", "supports", "c", "r").named
    assert Relation("r", "undercuts", ("a",), "s").kind is Kind.UNDERCUTS  # type: ignore[arg-type]
    read_strictly = ArgumentMap.of([Claim("a", "A.")], objections="defeat")
    assert read_strictly.objections is Force.DEFEAT


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: Relation.of("a", "helps", "b"), "'helps' is not a valid Kind"),
        (lambda: Relation.of("a", "attacks", "b", force="hard"), "'hard' is not a valid Force"),
        (lambda: ArgumentMap.of([Claim("a", "A."), Claim("a", "B.")]), "'a' is given twice"),
        (lambda: ArgumentMap.of([], [Relation.of("a", "attacks", "b")]), "no target or no premise"),
        (lambda: ArgumentMap.of([Claim("a", "A.")], restated=[("a", "z")]), "no 'z'"),
    ],
)
def test_a_map_that_cannot_be_is_refused(wrong: object, message: str) -> None:
    assert callable(wrong)
    with pytest.raises(ValueError, match=message):
        wrong()


def test_a_title_in_the_place_of_a_place_is_refused() -> None:
    with pytest.raises(TypeError, match="give its title as `title=`"):
        Source("s", "A title")  # type: ignore[arg-type]


def test_values_show_themselves_in_a_line() -> None:
    shown = [
        repr(ArgumentMap({})),
        repr(buses()),
        repr(buses().claims["bus"]),
        repr(Relation.of(["b", "a"], "supports", "c", "r")),
        repr(Source("s", Location("a.yaml", 1, 1), "A title")),
    ]
    assert shown == [
        "<ArgumentMap: 0 claims, 0 relations, 0 sources>",
        "<ArgumentMap 'Buses': 3 claims, 2 relations, 0 sources>",
        "<Claim bus: Take the bus.>",
        "<Relation r: a & b supports c>",
        "<Source s: A title>",
    ]
