"""The door of a room: who has the code comes in, and is known again by a cookie."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
import unicodedata
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_NAME = 60

_GUESSES, _SPAN = 30, 60.0
"""The wrong codes that an address may try, and the seconds in which it may."""

_MOST_ADDRESSES = 10_000


def new_cookie() -> str:
    """A cookie that nobody guesses."""
    return secrets.token_urlsafe(24)


def who_has(cookie: str) -> str:
    """The id of the participant with a cookie; the cookie cannot be told from it."""
    return hashlib.sha256(cookie.encode()).hexdigest()[:20]


def is_code(given: str, code: str) -> bool:
    """Whether somebody has typed the code, in whatever case and with whatever gaps."""
    typed = "".join(given.split()).replace("-", "").upper()
    return hmac.compare_digest(typed.encode("utf-8", "replace"), code.encode())


def clean_name(name: str) -> str:
    r"""A name as it is kept: on a line, without signs that cannot be seen or that begin a formula.

    Raises:
        UsageError: it is too long.

    >>> clean_name("  Ada\u202e\tLovelace "), clean_name("=1+1")
    ('Ada Lovelace', '1+1')
    """
    seen = "".join(
        sign
        for sign in name
        if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    plain = " ".join(seen.split()).lstrip("=+-@ ")
    if len(plain) > LONGEST_NAME:
        raise UsageError(f"a name has at most {LONGEST_NAME} signs")
    return plain


@dataclass
class Guesses:
    """The wrong codes of the last minute, by the address from which they came."""

    clock: Callable[[], float] = time.monotonic
    _wrong: dict[str, deque[float]] = field(default_factory=dict)

    def may(self, address: str) -> bool:
        """Whether an address may try a code now."""
        if len(self._wrong) >= _MOST_ADDRESSES:
            for each in [*self._wrong]:
                self._forget(each)
        self._forget(address)
        tried = self._wrong.get(address)
        if tried is None:
            return len(self._wrong) < _MOST_ADDRESSES
        return len(tried) < _GUESSES

    def wrong(self, address: str) -> None:
        """Note a wrong code."""
        self._wrong.setdefault(address, deque(maxlen=_GUESSES)).append(self.clock())

    def _forget(self, address: str) -> None:
        """Forget the codes that an address tried long ago."""
        tried = self._wrong.get(address, deque())
        while tried and self.clock() - tried[0] > _SPAN:
            tried.popleft()
        if not tried:
            self._wrong.pop(address, None)
