"""Small frameworks of the literature with the extensions known for them, by every engine.

Where no source is named, the extensions are plain from the definitions.

Frameworks of Dung are written `a > b`; flat assumption-based ones by their rules and contraries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.reasoning.extension_tasks import (
    ExtensionQuery,
    all_extensions,
    count_extensions,
    some_extension,
)
from argmap.reasoning.framework import Framework
from argmap.reasoning.solvers import asp, sat
from argmap.reasoning.solvers.oracle import Enumerated

if TYPE_CHECKING:
    from argmap.reasoning.solvers.oracle import OracleOf

ENGINES: dict[str, OracleOf] = {
    "none": sat.SatOracle,
    "sat": sat.SatOracle,
    "clingo": asp.ClingoOracle,
}


@pytest.fixture(name="oracle_of", params=ENGINES)
def _oracle_of(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> OracleOf:
    """Each engine in turn, small frameworks included."""
    if request.param != "none":
        monkeypatch.setattr(Enumerated, "MOST", -1)
    return ENGINES[request.param]


def assert_extensions(
    framework: Framework, names: str, oracle_of: OracleOf, wanted: dict[str, str]
) -> None:
    """The framework has exactly these extensions; `-` is the empty one."""
    for semantics, text in wanted.items():
        sets = {frozenset("" if word == "-" else word) for word in text.split()}
        question = ExtensionQuery(framework, semantics, oracle_of)
        answers = [
            frozenset(names[atom] for atom in extension) for extension in all_extensions(question)
        ]
        assert set(answers) == sets, semantics
        assert len(answers) == len(sets) == count_extensions(question)
        extension = some_extension(question)
        assert (
            extension is None
            if not sets
            else frozenset(names[atom] for atom in extension or ()) in sets
        )


def dung(text: str) -> tuple[Framework, str]:
    """`a > b, b > c, d`: attacks, and arguments without any."""
    pieces = [piece.split() for piece in text.split(",")]
    names = "".join(sorted({word for piece in pieces for word in piece if word != ">"}))
    pairs = tuple(
        (names.index(piece[2]), names.index(piece[0])) for piece in pieces if ">" in piece
    )
    return Framework(len(names), tuple(range(len(names))), (), pairs), names


DUNG = {
    "Dung 1995, example 1 (a dispute; the last word wins)": (
        "a > b, b > a, c > b",
        {"GR": "ac", "CO": "ac", "PR": "ac", "ST": "ac", "ID": "ac", "SST": "ac", "STG": "ac"},
    ),
    "Dung 1995, Nixon's diamond": (
        "a > b, b > a",
        {"GR": "-", "CO": "- a b", "PR": "a b", "ST": "a b", "ID": "-", "SST": "a b"},
    ),
    "Dung 1995, an argument against itself: no stable extension": (
        "a > a",
        {"GR": "-", "CO": "-", "PR": "-", "ST": "", "ID": "-", "SST": "-", "STG": "-"},
    ),
    "a circle of three: no stable extension (Pollock 1987; Dung 1995)": (
        "a > b, b > c, c > a",
        {"GR": "-", "CO": "-", "PR": "-", "ST": "", "SST": "-", "STG": "a b c"},
    ),
    "a circle of four": (
        "a > b, b > c, c > d, d > a",
        {"GR": "-", "CO": "- ac bd", "PR": "ac bd", "ST": "ac bd", "ID": "-"},
    ),
    "floating defeat and acceptance (Baroni, Giacomin 2009)": (
        "a > b, b > a, a > c, b > c, c > d",
        {"GR": "-", "CO": "- ad bd", "PR": "ad bd", "ST": "ad bd", "ID": "-", "SST": "ad bd"},
    ),
    "ideal beyond grounded (Dung, Mancarella, Toni 2007)": (
        "a > a, a > b, b > a",
        {"GR": "-", "CO": "- b", "PR": "b", "ST": "b", "ID": "b", "SST": "b", "STG": "b"},
    ),
    "semi-stable is not preferred (Caminada 2006)": (
        "a > b, b > a, b > c, c > d, d > e, e > c",
        {"GR": "-", "CO": "- a bd", "PR": "a bd", "ST": "bd", "SST": "bd", "STG": "bd"},
    ),
    "semi-stable where nothing is stable": (
        "a > b, b > a, b > c, c > c, d > d",
        {"PR": "a b", "ST": "", "SST": "b", "STG": "b", "ID": "-"},
    ),
    "Egly, Gaggl, Woltran 2010, the running example of ASPARTIX": (
        "a > b, c > b, c > d, d > c, d > e, e > e",
        {"GR": "a", "CO": "a ac ad", "PR": "ac ad", "ST": "ad", "ID": "a", "SST": "ad"},
    ),
    "reinstatement in a chain": (
        "a > b, b > c",
        {"GR": "ac", "CO": "ac", "PR": "ac", "ST": "ac", "ID": "ac", "STG": "ac"},
    ),
    "stage differs from semi-stable (Verheij 1996; Caminada, Carnielli, Dunne 2012)": (
        "a > a, a > b",
        {"GR": "-", "PR": "-", "ST": "", "SST": "-", "STG": "b"},
    ),
    "the example of the ICCMA 2023 rules": (
        "a > b, b > d, d > e, e > d, e > e, c",
        {"GR": "ac", "CO": "ac acd", "PR": "acd", "ST": "acd", "ID": "acd", "SST": "acd"},
    ),
}


@pytest.mark.parametrize("source", DUNG)
def test_frameworks_of_dung(source: str, oracle_of: OracleOf) -> None:
    text, wanted = DUNG[source]
    framework, names = dung(text)
    assert_extensions(framework, names, oracle_of, wanted)


def flat(rules: str, contraries: str) -> tuple[Framework, str]:
    """Rules `p<ab q<` (head, body) and contraries `ap bq` (an assumption and what is contrary)."""
    assumptions = "".join(dict.fromkeys(pair[0] for pair in contraries.split()))
    others = {sign for sign in rules + contraries if sign not in assumptions + "< "}
    names = assumptions + "".join(sorted(others))
    number = {name: place for place, name in enumerate(names)}
    parted = [rule.partition("<") for rule in rules.split()]
    return (
        Framework(
            len(names),
            tuple(range(len(assumptions))),
            tuple((number[head], tuple(number[atom] for atom in body)) for head, _, body in parted),
            tuple((number[pair[0]], number[pair[1]]) for pair in contraries.split()),
        ),
        names,
    )


FLAT = {
    "Toni 2014, A tutorial: p from q and a, q, r from b and c": (
        "p<qa q< r<bc",
        "ar bs ct",
        {"GR": "bc", "CO": "bc", "PR": "bc", "ST": "bc", "ID": "bc"},
    ),
    "Bondarenko and others 1997: `p if not q`, `q if not p`": (
        "p<a q<b",
        "aq bp",
        {"GR": "-", "CO": "- a b", "PR": "a b", "ST": "a b", "ID": "-"},
    ),
    "Bondarenko and others 1997: `p if not p` has no stable extension": (
        "p<a",
        "ap",
        {"GR": "-", "CO": "-", "PR": "-", "ST": "", "ID": "-"},
    ),
    "two answers to one question, and an assumption against a fact": (
        "x<b y<a z<",
        "ax by cz",
        {"GR": "-", "CO": "- a b", "PR": "a b", "ST": "a b", "ID": "-"},
    ),
    "rules in a circle derive nothing, as arguments are finite trees (Cyras and others 2017)": (
        "p<q q<p",
        "ap",
        {"GR": "a", "CO": "a", "PR": "a", "ST": "a", "ID": "a"},
    ),
    "an attack by two assumptions together, against which nothing is said": (
        "p<ab",
        "cp ax by",
        {"GR": "ab", "CO": "ab", "PR": "ab", "ST": "ab"},
    ),
    "the example of the ICCMA 2023 rules": (
        "p<qa q< r<bc",
        "ar bs ct",
        {"GR": "bc", "CO": "bc", "PR": "bc", "ST": "bc"},
    ),
}


@pytest.mark.parametrize("source", FLAT)
def test_flat_assumption_based_frameworks(source: str, oracle_of: OracleOf) -> None:
    rules, contraries, wanted = FLAT[source]
    framework, names = flat(rules, contraries)
    assert_extensions(framework, names, oracle_of, wanted)
