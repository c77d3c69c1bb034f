"""Ctrl-C while the SAT solver is at work: Python alone hears it."""

from __future__ import annotations

import signal
from random import Random
from typing import TYPE_CHECKING

import pytest

from argmap.reasoning.horn import Horn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

maxsat = pytest.importorskip(
    "argmap.reasoning.solvers.maxsat", reason="NOT TESTED: python-sat has no wheel here"
)


def covers(size: int, edges: int) -> tuple[Horn, range, int]:
    """Rules whose rejection sets are the vertex covers of a random graph."""
    drawn = Random(1)  # noqa: S311  # the same graph each time is what is wanted
    pairs = [tuple(drawn.sample(range(size), 2)) for _ in range(edges)]
    return Horn(size + 1, tuple((size, pair) for pair in pairs)), range(size), size


def test_the_solver_is_told_to_set_no_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    import pycard  # type: ignore[import-not-found]  # noqa: PLC0415  # part of python-sat
    import pysolvers  # noqa: PLC0415

    flags: dict[str, list[int]] = {}

    def spied(module: Any, name: str, place: int) -> None:  # noqa: ANN401  # a module in C
        original = getattr(module, name)

        def spy(*arguments: Any) -> Any:  # noqa: ANN401
            flags.setdefault(name, []).append(arguments[place])
            return original(*arguments)

        monkeypatch.setattr(module, name, spy)

    spied(pysolvers, "glucose3_solve_lim", 2)
    spied(pycard, "itot_new", 3)
    horn, grants, goal = covers(20, 40)
    sets = maxsat.rejection_sets(horn, grants, goal)
    assert next(sets)
    sets.close()
    assert {name: set(values) for name, values in flags.items()} == {
        "glucose3_solve_lim": {0},
        "itot_new": {0},
    }
    assert maxsat.MainThread.check(), "other users of python-sat keep the handler"


def test_an_interrupt_between_two_steps_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(maxsat, "check_time_limit", interrupted)
    sets: Iterator[Sequence[int]] = maxsat.rejection_sets(*covers(20, 40))
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            next(sets)
    finally:
        signal.signal(signal.SIGINT, before)
    assert maxsat.MainThread.check()
