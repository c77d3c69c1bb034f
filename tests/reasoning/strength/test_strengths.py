"""Strengths are those of the papers; circles settle, or say that they do not."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.reasoning.strength.answers import Strengths, around
from argmap.reasoning.strength.circles import Status
from argmap.reasoning.strength.gradual import GRADUAL
from argmap.reasoning.strength.network import Network
from tests.reasoning.strength.networks import SCORES, Written, written

ALL = sorted(GRADUAL)
CLOSE = 1e-9


def strengths_of(network: Network, semantics: str) -> Strengths:
    return Strengths(network, GRADUAL[semantics])


@pytest.mark.parametrize("semantics", ALL)
@given(network=written())
def test_strengths_are_those_of_the_formulas_worked_out_node_by_node(
    semantics: str, network: Written
) -> None:
    strengths = strengths_of(network.network, semantics)
    assert strengths.of_nodes == pytest.approx(network.strengths(semantics), abs=1e-12)
    assert strengths.status is Status.EXACT


@pytest.mark.parametrize("semantics", ALL)
@settings(max_examples=30)
@given(network=written(circles=True))
def test_strengths_lie_between_0_and_1_and_are_solutions(semantics: str, network: Written) -> None:
    strengths = strengths_of(network.network, semantics)
    assert all(0 <= strength <= 1 for strength in strengths.of_nodes)
    if strengths.status is not Status.NOT_CONVERGED:
        # Worked out once more from themselves, they are the same: links from a second copy.
        size = len(network.base)
        doubled = Written(
            (*strengths.of_nodes, *network.base),
            *(
                tuple((source, size + target) for source, target in links)
                for links in (network.supports, network.attacks, network.premises)
            ),
        )
        again = doubled.strengths(semantics)[size:]
        assert again == pytest.approx(strengths.of_nodes, abs=1e-6)


@pytest.mark.parametrize("semantics", ALL)
@settings(max_examples=30)
@given(network=written(circles=True), data=st.data())
def test_a_unique_solution_does_not_depend_on_the_order_of_nodes(
    semantics: str, network: Written, data: st.DataObject
) -> None:
    strengths = strengths_of(network.network, semantics)
    assume(all(circle.is_unique for circle in strengths.circles))
    names = data.draw(st.permutations(range(len(network.base))))
    renamed = Written(
        tuple(network.base[names.index(node)] for node in range(len(names))),
        *(
            tuple((names[source], names[target]) for source, target in links)
            for links in (network.supports, network.attacks, network.premises)
        ),
    )
    other = strengths_of(renamed.network, semantics).of_nodes
    assert [other[name] for name in names] == pytest.approx(strengths.of_nodes, abs=CLOSE)


@pytest.mark.parametrize("semantics", ["df-quad", "quadratic-energy"])
@given(network=written(), score=SCORES, data=st.data())
def test_attack_and_support_are_each_others_mirror(
    semantics: str, network: Written, score: float, data: st.DataObject
) -> None:
    size = len(network.base)
    nodes = st.lists(st.integers(0, size - 1))
    for_it, against = (
        tuple((source, size) for source in data.draw(nodes)) for _ in ("for", "against")
    )
    ends = [
        strengths_of(
            Network.of(
                [*network.base, own],
                [*network.supports, *helping],
                [*network.attacks, *hurting],
                network.premises,
            ),
            semantics,
        ).of_nodes[size]
        for own, helping, hurting in ((score, for_it, against), (1 - score, against, for_it))
    ]
    assert ends[0] == pytest.approx(1 - ends[1], abs=CLOSE)


@pytest.mark.parametrize("semantics", ALL)
@given(network=written(), data=st.data())
def test_a_node_of_strength_0_changes_nothing(
    semantics: str, network: Written, data: st.DataObject
) -> None:
    size = len(network.base)
    target = data.draw(st.integers(0, size - 1))
    kind = data.draw(st.sampled_from(["supports", "attacks"]))
    links = {"supports": network.supports, "attacks": network.attacks}
    links[kind] = (*links[kind], (size, target))
    wider = Network.of([*network.base, 0.0], **links, premises=network.premises)
    assert strengths_of(wider, semantics).of_nodes[:size] == pytest.approx(
        strengths_of(network.network, semantics).of_nodes, abs=CLOSE
    )


@pytest.mark.parametrize("semantics", ALL)
@given(network=written(), data=st.data())
def test_equal_support_and_attack_leave_the_base_score(
    semantics: str, network: Written, data: st.DataObject
) -> None:
    size = len(network.base)
    sources = data.draw(st.lists(st.integers(0, size - 1), unique=True))
    pairs = tuple((source, size) for source in sources)
    wider = Network.of(
        [*network.base, 0.3],
        [*network.supports, *pairs],
        [*network.attacks, *pairs],
        network.premises,
    )
    assert strengths_of(wider, semantics).of_nodes[size] == pytest.approx(0.3)


@given(network=written(linked=True), data=st.data())
def test_with_certain_premises_strength_is_derivability(
    network: Written, data: st.DataObject
) -> None:
    """With base scores of 0 and 1, steps of weight 1 and no attacks, DF-QuAD is plain logic."""
    base = [float(data.draw(st.booleans())) for _ in network.base]
    strengths = strengths_of(Network.of(base, network.supports, (), network.premises), "df-quad")
    derived: list[bool] = []
    for node, score in enumerate(base):
        needed = all(derived[source] for source, target in network.premises if target == node)
        carried = any(derived[source] for source, target in network.supports if target == node)
        derived.append((score == 1 and needed) or carried)
    assert strengths.of_nodes == [float(holds) for holds in derived]


def settled(network: Network, semantics: str) -> tuple[list[float], Status, bool]:
    strengths = strengths_of(network, semantics)
    [circle] = strengths.circles
    return strengths.of_nodes, circle.status, circle.is_unique


def every_other(size: int, members: int) -> list[tuple[int, int]]:
    """Attacks between all nodes of different groups of `members` nodes."""
    return [
        (node, other)
        for node in range(size)
        for other in range(size)
        if node // members != other // members
    ]


def test_two_certain_claims_that_attack_each_other_have_no_one_strength() -> None:
    strengths, status, is_unique = settled(Network.of([1, 1], attacks=[(0, 1), (1, 0)]), "df-quad")
    assert (strengths, status, is_unique) == ([0.5, 0.5], Status.BISTABLE, False)


def test_of_two_claims_that_attack_each_other_the_certain_one_wins() -> None:
    strengths, status, is_unique = settled(
        Network.of([1, 0.5], attacks=[(0, 1), (1, 0)]), "df-quad"
    )
    assert strengths == pytest.approx([1, 0], abs=CLOSE)
    assert (status, is_unique) == (Status.CONVERGED, True)


def test_a_claim_that_attacks_itself_ends_half_way() -> None:
    strengths, status, _ = settled(Network.of([1], attacks=[(0, 0)]), "df-quad")
    assert strengths == pytest.approx([0.5])
    assert status is Status.CONVERGED


@pytest.mark.parametrize(
    ("semantics", "size", "strength"),
    [("df-quad", 4, 0.3038), ("quadratic-energy", 4, 0.3853), ("euler", 20, 0.81)],
)
def test_claims_that_all_attack_each_other_weaken_each_other_alike(
    semantics: str, size: int, strength: float
) -> None:
    network = Network.of([0.9] * size, attacks=every_other(size, 1))
    strengths, status, _ = settled(network, semantics)
    assert strengths == pytest.approx([strength] * size, abs=1e-4)
    assert status is Status.CONVERGED


def test_a_circle_over_which_plain_repetition_leaps_to_and_fro_comes_to_rest() -> None:
    """One claim supports ten, each of which supports another ten, which attack the first."""
    first, second = range(1, 11), range(11, 21)
    supports = [(0, node) for node in first] + [(a, b) for a in first for b in second]
    network = Network.of([0.5] * 21, supports=supports, attacks=[(node, 0) for node in second])
    strengths, status, is_unique = settled(network, "quadratic-energy")
    assert (status, is_unique) == (Status.CONVERGED, True)
    assert 0 < strengths[0] < 0.01


def test_of_two_equal_camps_it_is_said_that_either_may_win() -> None:
    supports = [
        (node, other)
        for node in range(12)
        for other in range(12)
        if node != other and node // 6 == other // 6
    ]
    network = Network.of([0.5] * 12, supports=supports, attacks=every_other(12, 6))
    strengths = strengths_of(network, "quadratic-energy")
    [circle] = strengths.circles
    assert strengths.status is Status.BISTABLE
    assert circle.low[0] < 0.1
    assert circle.high[0] > 0.9


def test_a_long_chain_is_worked_out() -> None:
    size = 20_000
    network = Network.of([0.5] * size, supports=[(node, node + 1) for node in range(size - 1)])
    assert strengths_of(network, "df-quad").of_nodes[-1] == pytest.approx(1)


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_base_score_outside_0_to_1_is_refused(score: float) -> None:
    with pytest.raises(ValueError, match="base score of node 1"):
        Network.of([0.5, score])


def test_a_link_to_no_node_is_refused() -> None:
    with pytest.raises(ValueError, match="not there"):
        Network.of([0.5], supports=[(0, 1)])


@settings(max_examples=30)
@given(network=written(circles=True), data=st.data())
def test_what_does_not_bear_on_a_node_makes_no_difference_to_it(
    network: Written, data: st.DataObject
) -> None:
    whole = strengths_of(network.network, "df-quad")
    assume(all(circle.is_unique for circle in whole.circles))
    goal = data.draw(st.integers(0, len(network.base) - 1))
    part, nodes = around(network.network, goal)
    inner = strengths_of(part, "df-quad").of_nodes
    assert inner == pytest.approx([whole.of_nodes[node] for node in nodes], abs=CLOSE)
