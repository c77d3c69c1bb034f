"""How long a solver may think."""

from __future__ import annotations

from contextvars import ContextVar
from time import monotonic

TYPE_CHECKING = False  # as checkers know it: `solve` does not wait for typing
if TYPE_CHECKING:
    from contextvars import Token

_until: ContextVar[float | None] = ContextVar("until", default=None)


class TimeUpError(Exception):
    """The time is up, and a question has no answer yet."""


class Within:
    """Within this context solvers think for so many seconds together; None is without limit.

    >>> with Within(0):
    ...     refuse_late()
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


def refuse_late() -> None:
    """Go on, unless the time is up.

    Raises:
        TimeUpError: it is.
    """
    until = _until.get()
    if until is not None and monotonic() >= until:
        raise TimeUpError
