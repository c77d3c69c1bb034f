"""News for browsers: each that listens hears the newest of what it has not heard yet."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_BEAT = 15.0
"""The seconds after which a sign of life is sent, so that a connection that broke is noticed."""


class News:
    """A line of news that takes the place of what was news before.

    A listener who is slow misses what lies between, and never holds up the others.
    """

    def __init__(self, first: str) -> None:
        self._newest = first
        self._listening: set[asyncio.Event] = set()
        self._is_over = False

    @property
    def newest(self) -> str:
        """The newest of it."""
        return self._newest

    def tell(self, newest: str) -> None:
        """Say something new to all who listen; called on the thread of the event loop."""
        self._newest = newest
        self._wake()

    def end(self) -> None:
        """Let all listeners go."""
        self._is_over = True
        self._wake()

    def _wake(self) -> None:
        for each in self._listening:
            each.set()

    async def stream(self) -> AsyncIterator[bytes]:
        """The news as server-sent events, beginning with the newest there is."""
        heard = asyncio.Event()
        self._listening.add(heard)
        try:
            heard.set()
            while not self._is_over:
                try:
                    async with asyncio.timeout(_BEAT):
                        await heard.wait()
                except TimeoutError:
                    yield b": still here\n\n"
                    continue
                heard.clear()
                if not self._is_over:
                    yield f"data: {self._newest}\n\n".encode()
        finally:
            self._listening.discard(heard)
