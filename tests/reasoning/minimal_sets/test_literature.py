"""Published examples: environments, conflicts and diagnoses, minimal cut sets.

A fault tree's minimal cut sets are its top event's premise sets, and its minimal path sets the
rejection sets; so are minimal conflicts and diagnoses, if the conclusion is that something is
wrong. Trees are written as maps: what is not drawn from anything is granted.
"""

from __future__ import annotations

from itertools import combinations, product
from math import comb
from typing import TYPE_CHECKING

import pytest

from argmap.analysis.reading_of_map import Reading
from argmap.analysis.rests_on.premises import premises
from argmap.graph.supports import supports_of
from argmap.model.stance import NO_STANCE
from argmap.reasoning.minimal_sets.families import Limits
from argmap.reasoning.solvers.engines import ENGINES, engine
from tests.maps import read_map
from tests.support_basis import hitting_sets

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.model.argument_map import ArgumentMap

ALL = Limits(sets=None)


def premises_of(argument_map: ArgumentMap, claim: str) -> PremisesFinding:
    reading = Reading(argument_map, NO_STANCE, argument_map.objections)
    return premises(reading, claim, ALL)


def sets(text: str) -> set[frozenset[str]]:
    """Sets from a line: members joined by `.`, sets by a space."""
    return {frozenset(word.split(".")) for word in text.split()}


def of(members: Iterable[Collection[str]]) -> set[frozenset[str]]:
    return {frozenset(group) for group in members}


def assert_families(text: str, claim: str, wanted: str, rejected: str | None = None) -> None:
    """The premise sets of a claim are these; the rejection sets too, or else what hits them all.

    Diagrams and both solvers say so.
    """
    argument_map = read_map(text)
    finding = premises_of(argument_map, claim)
    assert of(premise_set.claims for premise_set in finding.premise_sets) == sets(wanted)
    held_down = set(hitting_sets(sets(wanted))) if rejected is None else sets(rejected)
    assert of(finding.rejection_sets) == held_down
    assert {frozenset([claim]) for claim in finding.critical} == {
        members for members in held_down if len(members) == 1
    }
    assert finding.complete
    supports = supports_of(argument_map)
    for door in map(engine, ENGINES):
        question = supports.horn, supports.grants, supports.atom[claim]
        assert of(map(supports.ids, door.premise_sets(*question))) == sets(wanted)
        assert of(map(supports.ids, door.rejection_sets(*question))) == held_down


# Environments


def test_de_kleer_1986_the_label_of_a_conclusion_from_two_labels() -> None:
    """An assumption-based TMS, Artificial Intelligence 28: `x+y=1` and `x=1` give `y=0`.

    {A, B, C, D} is left out as it holds {A, B, C}; that {A, B, E} is no good leaves the rest.
    """
    text = "A & B + sum; B & C & D + sum; A & C + one; D & E + one; sum & one + zero"
    assert_families(text, "zero", "A.B.C A.B.D.E B.C.D.E")
    finding = premises_of(read_map(text), "zero")
    good = [
        premise_set.claims
        for premise_set in finding.premise_sets
        if not {*"ABE"} <= set(premise_set.claims)
    ]
    assert of(good) == sets("A.B.C B.C.D.E")


def test_de_kleer_1986_a_second_reason_adds_an_environment() -> None:
    """An assumption-based TMS: A is `x=1`, B is `y=x`, C is `x=z`; then `x=z` gives `x=1` too."""
    first = "A + x1; B + yx; C + xz; x1 & yx + y1"
    assert_families(first, "y1", "A.B")
    assert_families(f"{first}; xz + x1", "x1", "A C")
    assert_families(f"{first}; xz + x1", "y1", "A.B B.C")


def test_forbus_de_kleer_1993_shared_reasons() -> None:
    """Building Problem Solvers, chapter 7: f of a, b; e of b, c; g of a, e or d, e."""
    text = "a & b + f; b & c + e; a & e + g; d & e + g"
    assert_families(text, "g", "a.b.c b.c.d", "b c a.d")


# Conflicts and diagnoses


def test_de_kleer_williams_1987_three_multipliers_and_two_adders() -> None:
    """Diagnosing multiple faults, Artificial Intelligence 32: F is 10 and should be 12.

    Predicted values are drawn from components that work, forwards and backwards, so they go
    round: X = AC, Y = BD, Z = CE, F = X + Y, G = Y + Z; G is observed as 12.
    """
    text = """
        M1 + x6; M2 + y6; M3 + z6
        x6 & y6 & A1 + f12; f12 + wrong
        x6 & A1 + y4; y6 & A1 + x4; z6 & A2 + y6; y6 & A2 + z6; y4 & A2 + z8
        x4 & x6 + wrong; y4 & y6 + wrong; z6 & z8 + wrong
    """
    assert_families(text, "wrong", "A1.M1.M2 A1.A2.M1.M3", "A1 M1 A2.M2 M2.M3")


def test_reiter_1987_a_full_adder() -> None:
    """A theory of diagnosis from first principles, Artificial Intelligence 32, the full adder."""
    text = "X1 & X2 + wrong; X1 & A2 & O1 + wrong"
    assert_families(text, "wrong", "X1.X2 A2.O1.X1", "X1 X2.A2 X2.O1")


def test_reiter_1987_hitting_sets() -> None:
    """A theory of diagnosis from first principles: the sets over which the HS-tree is drawn."""
    drawn = "2.4.5 1.2.3 1.3.5 2.4.6 2.4 2.3.5 1.6"
    text = "; ".join(f"{members.replace('.', ' & ')} + wrong" for members in drawn.split())
    assert_families(text, "wrong", "2.4 1.2.3 1.3.5 2.3.5 1.6", "1.2 2.3.6 2.5.6 1.3.4 1.4.5 3.4.6")


# Fault trees


def test_vesely_1981_the_pressure_tank() -> None:
    """Fault Tree Handbook, NUREG-0492, chapter VIII: the pressure tank ruptures.

    The tank T fails, or else the relay K2 does not open while the pressure switch S stays closed
    and the switch S1, relay K1 or timer R feeds it.
    """
    text = "T + E1; E2 + E1; K2 + E2; E3 + E2; S & E4 + E3; S1 + E4; E5 + E4; K1 + E5; R + E5"
    assert_families(text, "E1", "K2 T S.S1 K1.S R.S", "K2.T.S K1.K2.R.S1.T")


def test_vesely_1981_substitution() -> None:
    """Fault Tree Handbook, NUREG-0492, chapter VII: T = C + A B."""
    text = "E1 & E2 + T; A + E1; E3 + E1; B + E3; C + E3; C + E2; E4 + E2; A & B + E4"
    assert_families(text, "T", "C A.B", "A.C B.C")


def test_openfta_three_motors() -> None:
    """The three-motor system of the Fault Tree Handbook, as OpenFTA draws it (motor 2).

    That the timers are reset (E10, house events) is granted and told apart. Twelve minimal cut
    sets: K5 alone, T2 with each of three, and T2 with every choice of one from three pairs.
    """
    text = """
        E2 & E3 + E1; K5 + E2; E4 + E2; t1 & E6 + E4; T2 + E6; K5 + E6; K2 + E3; E5 + E3
        T1 + E5; E8 + E5; K1 + E8; E9 + E8; E10 + E9; E11 + E9; S1 + E11; T3 + E11
        K1 + t1; t2 + t1; t3 + t2; t4 + t2; S1 + t4; T1x + t4
        t5 & t6 & t7 + t3; KT1x + t5; T2x + t5; KT2x + t6; T3x + t6; KT3x + t7; T4x + t7
    """
    pairs = product(("KT1x", "T2x"), ("KT2x", "T3x"), ("KT3x", "T4x"))
    wanted = sets("K5 S1.T2 K1.T2 T1x.T2") | {frozenset(("T2", *pair)) for pair in pairs}
    assert len(wanted) == 12
    finding = premises_of(read_map(f"{text}; granted E10"), "E1")
    beside = {frozenset(premise_set.claims) - {"E10"} for premise_set in finding.premise_sets}
    assert {members for members in beside if not any(other < members for other in beside)} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("main & gen + theatre; gen-fails + gen; relay + gen", "gen-fails.main main.relay"),
        (
            "one & two + theatre; valve1 + one; pump1 + one; valve2 + two; pump2 + two",
            "valve1.valve2 valve1.pump2 pump1.valve2 pump1.pump2",
        ),
    ],
)
def test_small_trees_of_the_scram_and_openfta_collections(text: str, wanted: str) -> None:
    """The operating theatre's power supply, and two trains of a valve and a pump."""
    assert_families(text, "theatre", wanted)


# Systems


def test_the_bridge_network() -> None:
    """Barlow and Proschan (1975): two terminals, five links, the third either way round.

    It works by four minimal path sets and fails by four minimal cut sets.
    """
    text = """
        l1 + upper; l2 + lower; upper & l3 + lower; lower & l3 + upper
        upper & l4 + works; lower & l5 + works
    """
    assert_families(text, "works", "l1.l4 l2.l5 l1.l3.l5 l2.l3.l4", "l1.l2 l4.l5 l1.l3.l5 l2.l3.l4")


@pytest.mark.parametrize(("needed", "parts"), [(2, 3), (3, 5), (2, 6), (6, 6), (1, 6), (6, 12)])
def test_k_out_of_n(needed: int, parts: int) -> None:
    """Any `needed` of the parts carry; any that leave fewer than these take it away."""
    names = [f"v{place:02}" for place in range(parts)]
    text = "; ".join(f"{' & '.join(voters)} + vote" for voters in combinations(names, needed))
    finding = premises_of(read_map(text), "vote")
    assert finding.premise_sets_total == comb(parts, needed)
    assert finding.rejection_sets_total == comb(parts, parts - needed + 1)
    assert of(premise_set.claims for premise_set in finding.premise_sets) == of(
        combinations(names, needed)
    )
    assert of(finding.rejection_sets) == of(combinations(names, parts - needed + 1))


@pytest.mark.parametrize("width", [2, 3, 40])
def test_counts_where_no_list_could_be_made(width: int) -> None:
    """`width` steps, each with two reasons of its own: 2 ** width premise sets, counted."""
    steps = [f"a{place} + s{place}; b{place} + s{place}" for place in range(width)]
    needed = " & ".join(f"s{place}" for place in range(width))
    argument_map = read_map("; ".join([*steps, f"{needed} + c"]))
    reading = Reading(argument_map, NO_STANCE, argument_map.objections)
    finding = premises(reading, "c", Limits(sets=10))
    assert finding.premise_sets_total == 2**width
    assert finding.rejection_sets_total == width
    assert of(finding.rejection_sets) <= sets(
        " ".join(f"a{number}.b{number}" for number in range(width))
    )
    assert finding.stopped == ("limit" if width > 3 else None)
