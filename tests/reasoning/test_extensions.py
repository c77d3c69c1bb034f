"""Every semantics and every task, by every oracle, against the definitions read literally."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.reasoning import asp, sat
from argmap.reasoning.oracle import Enumerated
from argmap.reasoning.tasks import (
    KNOWN,
    Question,
    all_extensions,
    count_extensions,
    extension_where,
    some_extension,
)
from tests.brute import Aba, attacked_by, closure, defended_by, subsets
from tests.maps import Choices, for_all
from tests.reasoning.test_frameworks import framework_of, naive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.reasoning.extensions import OracleOf
    from argmap.reasoning.framework import Framework
    from tests.brute import Atoms

WITHOUT_A_SOLVER = 10
ENGINES: dict[str, OracleOf] = {"none": sat.Oracle, "sat": sat.Oracle, "clingo": asp.Oracle}


def small(choices: Choices) -> Framework:
    return framework_of(choices, 5, 4)


def definitions(aba: Aba) -> dict[str, set[Atoms]]:
    """The extensions of each semantics, by looking at every set of assumptions."""
    hit = {one: attacked_by(aba, one) for one in subsets(aba.assumptions)}
    free = [one for one, struck in hit.items() if not one & struck]
    admissible = [one for one in free if one <= defended_by(aba, one)]
    complete = [one for one in admissible if one == defended_by(aba, one)]
    preferred = largest(complete)
    shared = frozenset.intersection(*preferred)
    return {
        "CO": set(complete),
        "GR": {min(complete, key=len)},
        "PR": preferred,
        "ID": largest([one for one in admissible if one <= shared]),
        "ST": {one for one in free if one | hit[one] == aba.assumptions},
        "SST": of_largest_range(complete, hit),
        "STG": of_largest_range(free, hit),
    }


def largest(sets: list[Atoms]) -> set[Atoms]:
    return {one for one in sets if not any(one < other for other in sets)}


def of_largest_range(sets: list[Atoms], hit: dict[Atoms, Atoms]) -> set[Atoms]:
    return {one for one in sets if not any(one | hit[one] < other | hit[other] for other in sets)}


def questions(framework: Framework, oracle_of: OracleOf) -> Iterator[Question]:
    return (Question(framework, semantics, oracle_of) for semantics in KNOWN)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_task_is_answered_as_defined(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Enumerated, "MOST", WITHOUT_A_SOLVER if engine == "none" else -1)

    @for_all(small, 600 if engine == "none" else 120)
    def answers(framework: Framework) -> None:
        aba = naive(framework)
        wanted = definitions(aba)
        for question in questions(framework, ENGINES[engine]):
            want = wanted[question.semantics]
            found = list(all_extensions(question))
            assert len(found) == len(set(found)) == count_extensions(question)
            assert set(found) == want
            assert (some_extension(question) or frozenset()) in want or not want
            for atom in range(framework.atoms):
                for is_held in (True, False):
                    witness = extension_where(question, atom, is_held=is_held)
                    fits = {one for one in want if (atom in closure(aba, one)) is is_held}
                    assert witness in fits if fits else witness is None

    answers()
