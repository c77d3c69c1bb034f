"""A diff sees every change that a claim file can hold."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest

from argmap.analysis.versions.diff import diff
from argmap.diagnostics import Location
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim, Ignore, Mode
from argmap.model.origin import Origin
from argmap.model.presentation import Step, View
from argmap.model.question import Question
from argmap.model.relation import Force, Kind, Relation
from argmap.model.scheme import Scheme
from argmap.model.source import Locator, Source
from argmap.model.stance import Expectation, Stance
from argmap.views.answers.commands import diff_answer
from argmap.views.terminal.diff import diff_text

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Location("map.yaml", 1, 1)
ELSEWHERE = Location("map.yaml", 9, 9)
NOTHING = "Nothing differs in what the two maps say."

OLD = ArgumentMap(
    {id_: Claim(id_, f"Text of {id_}.", HERE, source="s") for id_ in "abcd"},
    {"r": Relation("r", Kind.SUPPORTS, ("b",), "a", HERE, named=True)},
    {id_: Source(id_, HERE, f"Work {id_}") for id_ in "st"},
    steps=(Step(("a",), "First."), Step(("b",), "Second.")),
    views={"v": View("a", 1)},
    questions={"q": Question("q", "Why?", ("a", "b"), HERE)},
    schemes={"x": Scheme("x", "X", HERE, ("one",), {"q": "Is it so?"})},
    stances={"y": Stance("y", "Y", frozenset("a"), location=HERE)},
    expectations=(Expectation("a", "stands", HERE),),
)

AT = (Locator(HERE, paragraph=2, quote="so it is"),)
CLAIM: dict[str, Any] = {
    "text": "Otherwise.",
    "label": "A label",
    "source": "t",
    "locators": AT,
    "speaker": "Somebody",
    "mode": Mode.CONCEDED,
    "granted": False,
    "pending": True,
    "credence": 0.5,
    "section": "Past",
    "tags": ("background",),
    "note": "A note.",
    "meta": {"coder": ["Ada", {"sure": True}]},
    "origin": Origin("kialo", "1.2"),
    "url": "https://example.org",
    "ignore": (Ignore("AM452", "It is meant.", HERE),),
}
RELATION: dict[str, Any] = {
    "id": "other",
    "kind": Kind.ATTACKS,
    "premises": ("b", "c"),
    "target": "d",
    "force": Force.DEFEAT,
    "scheme": "x",
    "presses": "q",
    "weight": 0.5,
    "rationale": "Because.",
    "source": "t",
    "locators": AT,
    "mode": Mode.IMPLICIT,
    "tags": ("t",),
    "note": "A note.",
    "meta": {"coder": ["Ada", {"sure": True}]},
    "origin": Origin("kialo", "1.2"),
}
LOCATOR: dict[str, Any] = {
    "paragraph": 3,
    "page": "iv",
    "section": "Past",
    "time": "0:30",
    "quote": "so it was",
    "prefix": "and",
    "suffix": "then",
}
SOURCE: dict[str, Any] = {
    "title": "Other",
    "authors": ("A. B.",),
    "date": "2020",
    "kind": "talk",
    "publisher": "P",
    "url": "https://example.org",
    "doi": "10.1000/182",
    "isbn": "978-3-16-148410-0",
    "accessed": "2021",
    "version": "2",
    "retracted": "2022",
    "document": "s.txt",
    "sha256": "0" * 64,
    "begins": "It begins",
    "ends": "It ends",
    "caveats": ("A draft.",),
    "note": "A note.",
    "cite_as": "Other 2020",
    "whole_names": frozenset({"Ann Reed"}),
    "meta": {"shelf": "B 12"},
    "origin": Origin("aif", "4711"),
}
SCHEME: dict[str, Any] = {"name": "Z", "premises": ("two",), "questions": {"q": "Was it so?"}}
QUESTION: dict[str, Any] = {"text": "Where to?", "answers": ("b", "a")}
STANCE: dict[str, Any] = {
    "name": "Z",
    "reject": frozenset("b"),
    "accept": frozenset("c"),
    "credences": {"a": 0.3},
}
VIEW: dict[str, Any] = {"focus": "b", "depth": 2, "only_source": "s"}
STEP: dict[str, Any] = {"show": ("c",), "say": "Third.", "reject": ("c",), "accept": ("d",)}
EXPECTATION: dict[str, Any] = {
    "claim": "b",
    "expected": "falls",
    "semantics": "stable",
    "objections": Force.DEFEAT,
    "reject": frozenset("b"),
    "accept": frozenset("b"),
}
MAP: dict[str, Any] = {
    "classes": {"c": ("c", "d"), "d": ("c", "d")},
    "title": "A title",
    "question": "What for?",
    "main": ("b",),
    "objections": Force.DEFEAT,
    "documents": "texts",
    "meta": {"edition": 2},
    "used": frozenset("b"),
    "steps": OLD.steps[::-1],
}
SEEN_IN_OTHERS = {
    *("claims", "relations", "sources", "views", "questions", "schemes", "stances", "expectations")
}


def edits() -> Iterator[tuple[str, ArgumentMap]]:
    """The old map with one field changed, for every field of every type."""
    for name, value in CLAIM.items():
        yield f"claim {name}", with_one("claims", "b", {name: value})
    for name, value in LOCATOR.items():
        at = (replace(AT[0], **{name: value}),)
        yield f"place {name}", with_one("claims", "b", {"locators": at})
    for name, value in RELATION.items():
        if name == "id":
            named = {"other": replace(OLD.relations["r"], id="other")}
            yield "relation id", replace(OLD, relations=named)
        else:
            yield f"relation {name}", with_one("relations", "r", {name: value})
    for kind, id_, parts in (
        ("sources", "s", SOURCE),
        ("schemes", "x", SCHEME),
        ("questions", "q", QUESTION),
        ("stances", "y", STANCE),
        ("views", "v", VIEW),
    ):
        for name, value in parts.items():
            yield f"{kind} {name}", with_one(kind, id_, {name: value})
    for name, value in STEP.items():
        yield f"step {name}", replace(OLD, steps=(OLD.steps[0], changed(OLD.steps[1], name, value)))
    for name, value in EXPECTATION.items():
        expectation = changed(OLD.expectations[0], name, value)
        yield f"expectation {name}", replace(OLD, expectations=(expectation,))
    for name, value in MAP.items():
        yield f"map {name}", replace(OLD, **{name: value})


def with_one(kind: str, id_: str, parts: dict[str, Any]) -> ArgumentMap:
    every = dict(getattr(OLD, kind))
    every[id_] = replace(every[id_], **parts)
    return replace(OLD, **{kind: every})  # type: ignore[arg-type]


def changed(part: Any, name: str, value: object) -> Any:  # noqa: ANN401  # of several types
    return replace(part, **{name: value})


def test_every_field_of_the_model_is_among_the_edits() -> None:
    place = {"location", "places"}
    for kind, parts, others in (
        (Claim, CLAIM, {"id"}),
        (Relation, RELATION, {"position", "named", "contradiction"}),
        (Locator, LOCATOR, set()),
        (Source, SOURCE, {"id", "folder"}),  # no file says in which library it is
        (Scheme, SCHEME, {"id", "wording", "conclusion"}),  # the last two no file can hold
        (Question, QUESTION, {"id"}),
        (Stance, STANCE, {"id", "doubted"}),
        (View, VIEW, set()),
        (Step, STEP, set()),
        (Expectation, EXPECTATION, set()),
        (ArgumentMap, MAP, {*SEEN_IN_OTHERS, "drafts"}),  # drafts are no part of the map yet
    ):
        known = {field.name for field in fields(kind) if field.init} - place
        assert known == set(parts) | others, kind


@pytest.mark.parametrize(("what", "new"), list(edits()), ids=[what for what, _ in edits()])
def test_an_edit_is_seen_both_ways(what: str, new: ArgumentMap) -> None:
    for before, after in ((OLD, new), (new, OLD)):
        finding = diff(before, after)
        text = "\n".join(diff_text(finding, None))
        assert text != NOTHING, what
        same = diff_answer(diff(before, before))
        assert diff_answer(finding) != same


def test_a_claim_written_in_another_place_is_no_edit() -> None:
    moved = replace(
        OLD,
        claims={id_: replace(claim, location=ELSEWHERE) for id_, claim in OLD.claims.items()},
        sources={id_: replace(source, location=ELSEWHERE) for id_, source in OLD.sources.items()},
        expectations=(replace(OLD.expectations[0], location=ELSEWHERE),),
    )
    assert list(diff_text(diff(OLD, moved), None)) == [NOTHING]


def test_a_renamed_claim_is_renamed_in_stances_steps_and_expectations_too() -> None:
    new = replace(
        OLD,
        claims={
            (claim.id if claim.id != "a" else "z"): replace(claim, id="z")
            if claim.id == "a"
            else claim
            for claim in OLD.claims.values()
        },
        relations={"r": replace(OLD.relations["r"], target="z")},
        steps=(Step(("z",), "First."), OLD.steps[1]),
        views={"v": View("z", 1)},
        questions={"q": Question("q", "Why?", ("z", "b"), HERE)},
        stances={"y": replace(OLD.stances["y"], reject=frozenset("z"))},
        expectations=(replace(OLD.expectations[0], claim="z"),),
    )
    finding = diff(OLD, new)
    assert dict(finding.renamed) == {"a": "z"}
    assert not any(finding.listings.values())
    assert not finding.relations_changed


def test_values_before_and_after_are_shown() -> None:
    new = with_one("claims", "b", {"locators": AT, "source": "t"})
    lines = list(diff_text(diff(OLD, new), None))
    assert "      source: s -> t" in lines
    assert "      place: nothing -> paragraph 2, “so it is”" in lines
