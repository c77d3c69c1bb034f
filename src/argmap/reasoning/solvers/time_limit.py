"""The time limit of the solvers, valid for everything that runs inside a `with` block."""

from __future__ import annotations

from contextvars import ContextVar
from time import monotonic

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from contextvars import Token

_until: ContextVar[float | None] = ContextVar("until", default=None)


class TimeUpError(Exception):
    """The time limit was reached before a solver had an answer."""


class TimeLimit:
    """A context in which all solvers together may use so many seconds; None is no limit.

    >>> with TimeLimit(0):
    ...     check_time_limit()
    Traceback (most recent call last):
    argmap.reasoning.solvers.time_limit.TimeUpError
    """

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        self.token: Token[float | None]

    def __enter__(self) -> None:
        until = None if self.seconds is None else monotonic() + self.seconds
        self.token = _until.set(until)

    def __exit__(self, *_: object) -> None:
        _until.reset(self.token)


def check_time_limit() -> None:
    """Return if there is time left, or no limit; long searches call this between their steps.

    Raises:
        TimeUpError: the time limit is reached.

    >>> check_time_limit()  # no limit is set
    """
    until = _until.get()
    if until is not None and monotonic() >= until:
        raise TimeUpError
