"""The limit of time, memory and steps: who sees it, who is told, and what is exempt."""

from __future__ import annotations

from itertools import combinations

import pytest

from argmap.reasoning import time_limit
from argmap.reasoning.horn import Horn
from argmap.reasoning.minimal_sets import families as module
from argmap.reasoning.minimal_sets.families import Limits, families, subproblem_of
from argmap.reasoning.solvers.engines import ENGINES, engine
from argmap.reasoning.time_limit import (
    NoTimeLimit,
    TimeLimit,
    TimeUpError,
    check_time_limit,
    cut_short,
    share_of_time,
)


def test_steps_are_counted_in_every_limit_around() -> None:
    with TimeLimit(None, steps=3) as outer, TimeLimit(None, steps=10):
        check_time_limit(3)
        with pytest.raises(TimeUpError) as stopped:
            check_time_limit()
        assert cut_short(stopped.value) == "limit"
    assert outer.reached == "limit"


def test_who_asks_for_time_gets_as_many_steps_as_fit_it() -> None:
    with TimeLimit(60, patient=True), TimeLimit(None, steps=1):
        check_time_limit(1000)


def test_a_share_ends_before_the_whole_and_the_whole_goes_on() -> None:
    with TimeLimit(60) as whole:
        with share_of_time(0), pytest.raises(TimeUpError):
            check_time_limit()
        check_time_limit()
    assert whole.reached is None


def test_what_finishes_an_answer_is_exempt() -> None:
    with TimeLimit(0):
        with NoTimeLimit():
            check_time_limit()
        with pytest.raises(TimeUpError):
            check_time_limit()


def test_memory_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = iter([100.0, 100.0, 100.0 + time_limit.MEGABYTES + 1])
    monkeypatch.setattr(time_limit, "_megabytes", lambda: next(taken))
    monkeypatch.setattr(time_limit, "_SECONDS_BETWEEN", 0.0)
    with TimeLimit(60):
        check_time_limit()
        with pytest.raises(TimeUpError, match="memory"):
            check_time_limit()


@pytest.mark.parametrize("name", ENGINES)
def test_a_solver_that_is_at_work_sees_the_limit(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The smallest sets that hit all triples of 60 grants cost a solver far more than a moment."""
    monkeypatch.setattr(module, "STEPS", 0)
    rules = tuple((60, triple) for triple in combinations(range(60), 3) if sum(triple) % 7 == 0)
    part = subproblem_of(Horn(61, rules), range(60), 60)
    with TimeLimit(0.3) as limit:
        both = families(part, engine(name), Limits())
    assert both.rejection_sets.stopped == "time"
    assert both.rejection_sets.total is None
    assert limit.reached == "time"
