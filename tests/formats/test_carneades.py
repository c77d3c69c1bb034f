"""Carneades 4: graphs are read by their meaning; tests that are kept hold in the map as well."""

from __future__ import annotations

import pytest

from argmap.api import status
from argmap.formats import carneades
from argmap.formats.exchange import PLAIN, Imported
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.recognition import recognised
from tests.maps import Choices, for_all

GRAPH = """
meta:
  title: The old town
  source: A report
references:
  R1: {title: Traffic, creator: Planner}
language:
  loud/1: "%s is loud."
statements:
  close: The old town should be closed.
  open: {text: It should stay open., meta: {side: con}}
  quiet: Streets get quiet.
  rule: {text: Noise harms., assumed: true}
  lose: Shops lose.
  only: {text: Only at first.}
  alone: Nobody says so.
issues:
  i1: {positions: [close, open], standard: BRD}
arguments:
  a1: {conclusion: close, premises: {major: rule, minor: quiet}, undercutter: only}
  a2: {conclusion: open, premises: [lose, alone], scheme: convergent}
  a3: {conclusion: quiet, premises: ["loud( cars )"], scheme: cumulative, weight: 0.5}
  a4: {conclusion: only, premises: [lose]}
assumptions: [lose, "loud(cars)"]
argument_schemes: []
tests:
  in: [lose, only, rule, close]
  out: [alone, nobody]
"""


def read(text: str) -> Imported:
    return carneades.read((ForeignFile("a.yml", text.encode()),), PLAIN)


def test_a_graph_is_read_by_its_meaning() -> None:
    imported = read(GRAPH)
    argument_map = imported.map
    claims, relations = argument_map.claims, argument_map.relations
    assert (argument_map.title, argument_map.meta) == ("The old town", {"source": "A report"})
    assert claims["cars-is-loud"].text == "cars is loud."
    assert claims["open"].meta == {"side": "con"}
    granted = {id_: claim.granted for id_, claim in claims.items() if claim.granted is not None}
    assert granted == {"rule": True, "lose": True, "cars-is-loud": True, "alone": False}
    assert relations["a1"].premises == ("quiet", "rule")
    assert relations["only~undercuts~a1"].target == "a1"
    assert relations["a2"].premises == ("lose",)
    assert relations["alone~supports~open"].meta["scheme"] == "convergent"
    assert relations["close~contradicts~open"].contradiction
    assert argument_map.questions["i1"].answers == ("close", "open")
    assert {(each.claim, each.expected) for each in argument_map.expectations} == {
        ("lose", "in"),
        ("only", "in"),
        ("rule", "in"),
        ("alone", "out"),
    }
    assert {loss.what: loss.count for loss in imported.lost} == {
        "weights by schemes": 1,
        "weights that were worked out": 1,
        "proof standards of issues": 1,
        "tests of what weights, issues or circles decide in Carneades": 1,
        "tests of nothing": 1,
    }
    assert list(argument_map.sources) == ["traffic"]


def labels_in_carneades(
    arguments: list[tuple[list[str], str, str]], assumed: set[str]
) -> dict[str, str]:
    """The grounded labelling of Carneades without issues and weights, by its definition."""
    names = {
        name for premises, conclusion, under in arguments for name in (*premises, conclusion, under)
    }
    label = dict.fromkeys(assumed, "in")
    is_changed = True
    while is_changed:
        is_changed = False
        for name in sorted(names - label.keys()):
            ends = [_worth(each, label) for each in arguments if each[1] == name]
            if all(worth == 0 for worth in ends):
                label[name], is_changed = "out", True
            elif 1 in ends:
                label[name], is_changed = "in", True
    return {name: label.get(name, "undec") for name in names if name}


def _worth(argument: tuple[list[str], str, str], label: dict[str, str]) -> int | None:
    premises, _, under = argument
    cut = label.get(under) if under else "out"
    if cut == "in":
        return 0
    if cut is None or any(premise not in label for premise in premises):
        return None
    return int(all(label[premise] == "in" for premise in premises))


def graph(choices: Choices) -> tuple[list[tuple[list[str], str, str]], set[str]]:
    names = [chr(ord("p") + number) for number in range(2 + choices.below(5))]
    arguments = []
    for _ in range(choices.below(8)):
        premises = sorted({choices.one_of(names) for _ in range(choices.below(3))})
        conclusion = choices.one_of(names)
        premises = [each for each in premises if each != conclusion]
        arguments.append((premises, conclusion, choices.one_of(("", "", *names))))
    return arguments, {name for name in names if choices.below(3) == 0}


@for_all(graph, 400)
def test_expected_labels_are_those_of_carneades(
    drawn: tuple[list[tuple[list[str], str, str]], set[str]],
) -> None:
    arguments, assumed = drawn
    labels = labels_in_carneades(arguments, assumed)
    lines = ["statements:", *(f"  {name}: Text {name}" for name in sorted({*labels, *assumed}))]
    lines += ["assumptions: [" + ", ".join(sorted(assumed)) + "]", "arguments:"]
    for number, (premises, conclusion, under) in enumerate(arguments):
        lines.append(f"  x{number}: {{conclusion: {conclusion}, premises: [{', '.join(premises)}]")
        lines[-1] += f", undercutter: {under}}}" if under else "}"
    lines.append("tests:")
    for word, label in (("in", "in"), ("out", "out"), ("undecided", "undec")):
        names = sorted(name for name in labels if labels[name] == label)
        lines.append(f"  {word}: [{', '.join(names)}]")
    imported = read("\n".join(lines) + "\n")
    statuses = status(imported.map).claims
    for each in imported.map.expectations:
        assert statuses[each.claim].label == each.expected, each
        assert each.expected != "undec"


@pytest.mark.parametrize(
    "text",
    [
        "statements: 7\narguments: [a]\n",
        "statements: {a: [b], c: {text: [d], meta: e}}\narguments: {x: y, z: {premises: 4}}\n",
        "statements: {a: b}\nissues: {i: 3, j: {positions: {a: b}}}\ntests: [in]\n",
        "statements: {a: b}\nlabels: {in: a, up: a}\n",
        "arguments: {x: {conclusion: x, premises: [x], undercutter: x}}\nassumptions: x\n",
        "statements: " + "[" * 100_000,
        "statements: {a: &b c, d: *b}\n",
        "meta: 3\nstatements: {a: null}\nreferences: {R: 4}\n",
    ],
)
def test_no_content_makes_the_reader_fail(text: str) -> None:
    imported = read(text)
    assert imported.lost or imported.diagnostics or imported.map.claims


def test_a_key_that_is_no_part_of_a_graph_is_reported_at_its_place() -> None:
    [loss] = read("statements: {a: A}\ncomment: lecture 3\narguments: {}\n").lost
    assert loss.what == "keys that are no part of an argument graph"
    assert (loss.example, loss.location.line) == ("comment", 2)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (GRAPH, "carneades"),
        ("comment: lecture 3\n" + GRAPH, "carneades"),
        ("my-notes: [x]\nstatements: {a: A}\narguments: {}\n", "carneades"),
        ("statements:\n  a: {text: b, supported_by: c}\n", None),
        ("claims:\n  a: b\nstatements:\n  c: d\n", None),
        ("meta: {title: x}\n", None),
        ("arguments:\n  a: b\nclaimed: c\n", None),
    ],
)
def test_files_are_told_by_content(text: str, name: str | None) -> None:
    only = recognised(ForeignFile("a.yml", text.encode())).only
    assert (only.name if only else None) == name


def test_every_key_of_an_argument_is_read_or_told() -> None:
    imported = read(
        """
statements: {a: Ban cars., y: Quiet., u: Night only., v: Not yet.}
language: {loud/1: [x]}
arguments:
  a1:
    {conclusion: a, premises: [y], undercutter: v, exceptions: [u], note: hm, page: 3,
     assumptions: [v], meta: plain}
assumptions: [y, u]
tests: {out: [a]}
"""
    )
    relations = imported.map.relations
    assert {*relations} == {"a1", "v~undercuts~a1", "u~undercuts~a1"}
    assert (relations["a1"].note, relations["a1"].meta) == ("hm", {"page": 3, "meta": "plain"})
    assert {loss.what for loss in imported.lost} == {
        "keys `assumptions` of arguments",
        "values of `language` that are no texts",
    }
    assert [(each.claim, each.expected) for each in imported.map.expectations] == [("a", "out")]
    assert status(imported.map).claims["a"].label == "out"
