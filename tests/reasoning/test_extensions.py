"""Every semantics and every task, by every oracle, against the definitions read literally."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.reasoning.counting import count
from argmap.reasoning.extension_tasks import (
    KNOWN,
    ExtensionQuery,
    all_extensions,
    count_extensions,
    extension_where,
    some_extension,
)
from argmap.reasoning.extensions import SEMANTICS
from argmap.reasoning.framework import Framework
from argmap.reasoning.solvers import asp, sat
from argmap.reasoning.solvers.oracle import Enumerated
from tests.brute import Aba, attacked_by, closure, defended_by, subsets
from tests.maps import Choices, for_all
from tests.reasoning.test_frameworks import framework_of, naive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.reasoning.solvers.oracle import OracleOf
    from tests.brute import Atoms

WITHOUT_A_SOLVER = 10
ENGINES: dict[str, OracleOf] = {
    "none": sat.SatOracle,
    "sat": sat.SatOracle,
    "clingo": asp.ClingoOracle,
}


def small(choices: Choices) -> Framework:
    return framework_of(choices, 5, 4)


def definitions(aba: Aba) -> dict[str, set[Atoms]]:
    """The extensions of each semantics, by looking at every set of assumptions."""
    hit = {chosen: attacked_by(aba, chosen) for chosen in subsets(aba.assumptions)}
    free = [chosen for chosen, struck in hit.items() if not chosen & struck]
    admissible = [chosen for chosen in free if chosen <= defended_by(aba, chosen)]
    complete = [chosen for chosen in admissible if chosen == defended_by(aba, chosen)]
    preferred = largest(complete)
    shared = frozenset.intersection(*preferred)
    return {
        "CO": set(complete),
        "GR": {min(complete, key=len)},
        "PR": preferred,
        "ID": largest([chosen for chosen in admissible if chosen <= shared]),
        "ST": {chosen for chosen in free if chosen | hit[chosen] == aba.assumptions},
        "SST": of_largest_range(complete, hit),
        "STG": of_largest_range(free, hit),
    }


def largest(sets: list[Atoms]) -> set[Atoms]:
    return {chosen for chosen in sets if not any(chosen < other for other in sets)}


def of_largest_range(sets: list[Atoms], hit: dict[Atoms, Atoms]) -> set[Atoms]:
    return {
        chosen
        for chosen in sets
        if not any(chosen | hit[chosen] < other | hit[other] for other in sets)
    }


def questions(framework: Framework, oracle_of: OracleOf) -> Iterator[ExtensionQuery]:
    return (ExtensionQuery(framework, semantics, oracle_of) for semantics in KNOWN)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_task_is_answered_as_defined(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Enumerated, "MOST", WITHOUT_A_SOLVER if engine == "none" else -1)

    @for_all(small, 600 if engine == "none" else 120)
    def answers(framework: Framework) -> None:
        aba = naive(framework)
        wanted = definitions(aba)
        for question in questions(framework, ENGINES[engine]):
            want = wanted[question.semantics]
            answers = list(all_extensions(question))
            assert len(answers) == len(set(answers)) == count_extensions(question)
            assert set(answers) == want
            assert (some_extension(question) or frozenset()) in want or not want
            for atom in range(framework.atoms):
                for is_derived in (True, False):
                    witness = extension_where(question, atom, is_derived=is_derived)
                    fits = {
                        extension
                        for extension in want
                        if (atom in closure(aba, extension)) is is_derived
                    }
                    assert witness in fits if fits else witness is None

    answers()


def layered(drawn: Choices) -> Framework:
    """Groups of two assumptions and an atom; each rests on itself and on those before it."""
    rules, contraries = list[tuple[int, tuple[int, ...]]](), list[tuple[int, int]]()
    for first in range(0, 9, 3):
        known, own = range(first + 3), range(first, first + 3)
        rules += [
            (first + 2, tuple(drawn.one_of(known) for _ in range(1 + drawn.below(2))))
            for _ in range(1 + drawn.below(2))
        ]
        for assumption in own[:2]:
            contraries.append((assumption, drawn.one_of(own)))
            contraries += [(assumption, drawn.one_of(known))] * drawn.below(2)
    return Framework(9, (0, 1, 3, 4, 6, 7), tuple(rules), tuple(contraries))


@for_all(layered, 400)
def test_extensions_of_layered_groups_are_counted_as_defined(framework: Framework) -> None:
    wanted = definitions(naive(framework))
    for semantics in ("CO", "PR", "ST"):
        assert count(framework, SEMANTICS[semantics], sat.SatOracle) == len(wanted[semantics])


@pytest.mark.parametrize("semantics", ["PR", "ST"])
def test_extensions_of_loosely_joined_parts_are_counted_without_being_listed(
    semantics: str,
) -> None:
    # Of each two that attack each other the first also attacks the first of the next two: the
    # extensions are sequences without two firsts in a row, which Fibonacci counted.
    size = 120
    pairs = [(atom ^ 1, atom) for atom in range(size)]
    pairs += [(atom + 2, atom) for atom in range(0, size - 2, 2)]
    chain = Framework(size, tuple(range(size)), (), tuple(pairs))
    wanted = [1, 2]
    while len(wanted) <= size // 2:
        wanted.append(wanted[-1] + wanted[-2])
    assert count_extensions(ExtensionQuery(chain, semantics, sat.SatOracle)) == wanted[-1]
