"""The limit of time and memory of long searches, valid for all that runs inside a `with` block.

There is one such limit, and every search that can take long looks at it between its steps. A search
that can be bounded by counting its steps is bounded so first, as the count is the same everywhere;
seconds are the last resort.
"""

from __future__ import annotations

import os
from contextvars import ContextVar
from time import process_time

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from contextvars import Token

SECONDS = 20.0
"""The seconds that the searches of one command take together, unless others are named."""

MEGABYTES = 500
"""The memory that a search under a limit of time may take beyond what there was at its start."""

_SECONDS_BETWEEN = 0.05  # looks at the memory, which cost more than one at the clock
_current: ContextVar[TimeLimit | None] = ContextVar("current", default=None)


class TimeUpError(Exception):
    """A search was stopped before it had an answer: by `limit` (of steps), `time` or `memory`."""

    def __init__(self, reason: str = "time") -> None:
        super().__init__(reason)
        self.reason = reason


class TimeLimit:
    """A context in which all searches together may use so many seconds of work; None is no limit.

    The clock starts with the first search, so that reading a large map takes nothing away from it,
    and counts the time of the processor, so that other work of the machine does not either.
    A limit within another one ends with that at the latest. `steps` limits the steps that searches
    count, each about a millisecond of work, but the same ones on every machine; within a limit
    that is `patient`, because somebody asked for these seconds, steps are not limited. `reached` is
    the reason for which some answer was cut short, or None.

    >>> with TimeLimit(0):
    ...     check_time_limit()
    Traceback (most recent call last):
    argmap.reasoning.time_limit.TimeUpError: time
    """

    def __init__(
        self, seconds: float | None, steps: int | None = None, *, patient: bool = False
    ) -> None:
        self.seconds = seconds
        self.patient = patient
        self.steps_left = steps
        self.reached: str | None = None
        self.outer: TimeLimit | None = None
        self._until: float | None = None
        self._memory = 0.0
        self._next_look = 0.0
        self._token: Token[TimeLimit | None]

    def __enter__(self) -> TimeLimit:  # noqa: PYI034  # `Self` would import typing
        self.outer = _current.get()
        self.patient = self.patient or (self.outer is not None and self.outer.patient)
        self._token = _current.set(self)
        return self

    def __exit__(self, *_: object) -> None:
        _current.reset(self._token)

    def check(self, now: float, steps: int) -> None:
        """Return if this limit leaves steps, time and memory after these steps.

        Raises:
            TimeUpError: one of them is reached.
        """
        if self.steps_left is not None and not (self.outer is not None and self.outer.patient):
            self.steps_left -= steps
            if self.steps_left < 0:
                raise TimeUpError("limit")
        if self.seconds is None:
            return
        if self._until is None:
            self._until, self._memory = now + self.seconds, _megabytes()
        if now >= self._until:
            raise TimeUpError
        if now >= self._next_look:
            self._next_look = now + _SECONDS_BETWEEN
            if _megabytes() - self._memory > MEGABYTES:
                raise TimeUpError("memory")

    @property
    def seconds_left(self) -> float | None:
        """The seconds that are left of this limit and those around it; None is no limit.

        >>> with TimeLimit(60), TimeLimit(None) as inner:
        ...     inner.seconds_left
        60
        """
        own = self.seconds
        if own is not None and self._until is not None:
            own = max(self._until - process_time(), 0.0)
        around = self.outer.seconds_left if self.outer is not None else None
        return own if around is None else around if own is None else min(own, around)


def share_of_time(part: float) -> TimeLimit:
    """A limit of this part of the time that is left, for one of several searches.

    >>> with TimeLimit(60), share_of_time(0.5) as half:
    ...     half.seconds
    30.0
    """
    around = _current.get()
    rest = None if around is None else around.seconds_left
    return TimeLimit(None if rest is None else rest * part)


class NoTimeLimit(TimeLimit):
    """A context to which the limits around it do not apply: for what takes linear time.

    An answer that was cut short is finished in it. Limits within it apply, and the limits around it
    are still told by `cut_short`.

    >>> with TimeLimit(0), NoTimeLimit():
    ...     check_time_limit()
    """

    def __init__(self) -> None:
        super().__init__(None)

    @property
    def seconds_left(self) -> float | None:
        """None: there is no limit."""
        return None


def is_patient() -> bool:
    """Whether somebody asked for the seconds of the limit, and so for more than the usual steps.

    >>> with TimeLimit(60, patient=True):
    ...     is_patient()
    True
    """
    limit = _current.get()
    return limit is not None and limit.patient


def check_time_limit(steps: int = 1) -> None:
    """Return if there is time and memory left after so many steps, or no limit.

    Long searches call this as they go.

    Raises:
        TimeUpError: a limit is reached.

    >>> check_time_limit()  # no limit is set
    """
    limit = _current.get()
    now = process_time() if limit is not None else 0.0
    while limit is not None and not isinstance(limit, NoTimeLimit):
        limit.check(now, steps)
        limit = limit.outer


def cut_short(error: TimeUpError) -> str:
    """The reason for which a search was stopped, noted in all limits around.

    Called by whoever goes on with an answer that is incomplete: those who set the limits can then
    say so.

    >>> with TimeLimit(60) as limit:
    ...     reason = cut_short(TimeUpError("memory"))
    >>> limit.reached
    'memory'
    """
    limit = _current.get()
    while limit is not None:
        limit.reached = error.reason
        limit = limit.outer
    return error.reason


def _megabytes() -> float:
    """The memory of this process; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  # pathlib would slow `solve`
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except (OSError, ValueError, IndexError):
        return 0.0
