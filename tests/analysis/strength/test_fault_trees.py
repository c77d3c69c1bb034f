"""Published probabilities and importance measures of fault trees, drawn as maps.

A fault tree's top event is a claim, its basic events are premises; *or* is several supports, *and*
is linked premises, *not* is an undercut. Values from the tests of SCRAM (rakhimov/scram), which
names Birnbaum's measure MIF and criticality CIF.
"""

from __future__ import annotations

from dataclasses import replace
from math import isclose

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.analysis.strength.probability import ProbabilityFinding, probability
from tests.maps import read_map


def top_event(text: str, chances: dict[str, float], top: str = "top") -> ProbabilityFinding:
    """The probability of the top event."""
    tree = read_map(text)
    claims = {id_: replace(claim, credence=chances.get(id_)) for id_, claim in tree.claims.items()}
    finding = probability(Reading(replace(tree, claims=claims)), top)
    assert finding.exact
    assert not finding.assumed
    return finding


def any_of(gate: str, events: str) -> str:
    """An *or* gate."""
    return ";".join(f"{event} + {gate}" for event in events.split())


_CHINESE = ";".join((
    "g1 & g2 + top", any_of("g1", "e1 e2 e3 g3"), "g4 & g5 + g2", "g6 & g7 + g3",
    any_of("g4", "e4 e5 e6 e7 g8"), any_of("g5", "e8 g9"), any_of("g6", "e9 e10 e11 g10"),
    any_of("g7", "e12 e13"), "g11 & g12 + g8", "g13 & g14 + g9", "g15 & g16 + g10",
    any_of("g11", "e14 e15 e16 g17"), "g18 & g19 + g12", any_of("g13", "e1 e2 e3 g20"),
    any_of("g14", "e4 e5 e6 e7 g21"), any_of("g15", "e17 e18"), any_of("g16", "e19 e20 e21"),
    "g22 & g23 + g17", any_of("g18", "e22 e23"), any_of("g19", "e24 e25"), "g24 & g25 + g20",
    "g26 & g27 + g21", any_of("g22", "e17 e18 e21"), any_of("g23", "e19 e20"),
    any_of("g24", "e14 e15 e16 g28"), "g29 & g30 + g25", any_of("g26", "e9 e10 e11 g31"),
    any_of("g27", "e12 e13"), "g32 & g33 + g28", any_of("g29", "e22 e23"),
    any_of("g30", "e24 e25"), "g34 & g35 + g31", any_of("g32", "e17 e18 e21"),
    any_of("g33", "e19 e20"), any_of("g34", "e19 e20 e21"), any_of("g35", "e17 e18"),
))  # fmt: skip

# Events, MIF, CIF, RAW (if conceded, in parts of the whole) and RRW (the whole, in parts of if
# refuted).
_MEASURES = (
    ("e1 e2 e3", 0.0745557, 0.326332, 16.9902, 1.48441),
    ("e4 e5 e6 e7", 0.0553923, 0.242453, 12.8802, 1.32005),
    ("e8", 0.000181647, 0.000795073, 1.03896, 1.0008),
    ("e9 e10 e11", 5.89643e-05, 0.000258088, 1.01265, 1.00026),
    ("e12 e13", 9.51481e-05, 0.000416465, 1.02041, 1.00042),
    ("e14 e15 e16", 5.1467e-06, 2.25272e-05, 1.0011, 1.00002),
    ("e17 e18", 5.64596e-06, 2.47125e-05, 1.00121, 1.00002),
    ("e19 e20", 4.60982e-06, 2.01773e-05, 1.00099, 1.00002),
    ("e21", 2.3919e-06, 1.04694e-05, 1.00051, 1.00001),
    ("e22 e23 e24 e25", 1.03582e-05, 4.5338e-05, 1.00222, 1.00005),
)


def test_the_chinese_tree() -> None:
    """Twenty-five basic events, each with probability 0.02, many of them shared."""
    finding = top_event(_CHINESE, {f"e{number}": 0.02 for number in range(1, 26)})
    overall = finding.p_stands
    assert isclose(overall, 0.0045691, abs_tol=1e-6)
    assert overall == finding.p_derivable
    swing = {premise.premise: premise.stands for premise in finding.premises}
    assert len(swing) == 25
    for events, mif, cif, raw, rrw in _MEASURES:
        for event in events.split():
            measured = swing[event]
            assert isclose(measured.birnbaum or 0, mif, rel_tol=2e-3)
            assert isclose(measured.criticality or 0, cif, rel_tol=2e-3)
            assert isclose((measured.if_conceded or 0) / overall, raw, rel_tol=1e-4)
            assert isclose(overall / (measured.if_refuted or 1), rrw, rel_tol=1e-4)


def test_two_trains_of_a_pump_and_a_valve() -> None:
    text = f"one & two + top; {any_of('one', 'pump1 valve1')}; {any_of('two', 'pump2 valve2')}"
    chances = {"pump1": 0.6, "pump2": 0.7, "valve1": 0.4, "valve2": 0.5}
    finding = top_event(text, chances)
    assert isclose(finding.p_stands, 0.646)
    wanted = {
        "pump1": (0.51, 0.4737),
        "pump2": (0.38, 0.4118),
        "valve1": (0.34, 0.2105),
        "valve2": (0.228, 0.1765),
    }
    for premise in finding.premises:
        mif, cif = wanted[premise.premise]
        assert isclose(premise.stands.birnbaum or 0, mif, abs_tol=5e-4)
        assert isclose(premise.stands.criticality or 0, cif, abs_tol=5e-4)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (any_of("top", "a b c"), 0.496),
        ("a & b + top; b & c + top", 0.074),
        ("a & b + top; b & c + top; a & c + top", 0.098),
        ("s: a + top; b / s", 0.08),  # a, and not b
        ("a + top; s: sure + top; b / s", 0.82),  # a, or not b
        ("a + top; s: b + top; a / s", 0.28),  # a, or b and not a
        (
            "s: a + x; b / s; t: b + x; a / t; u: x + top; c / u; v: c + top; x / v",
            0.404,
        ),  # exclusive or, twice
    ],
)
def test_the_small_trees_with_negation(text: str, wanted: float) -> None:
    chances = {"a": 0.1, "b": 0.2, "c": 0.3, "sure": 1.0}
    assert isclose(top_event(text, chances).p_stands, wanted)
