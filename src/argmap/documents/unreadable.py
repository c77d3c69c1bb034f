"""Documents that cannot be read: why, and what their reader can do."""

from __future__ import annotations

from dataclasses import dataclass

AS_TEXT = "save it as plain text in UTF-8"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The reason why a document cannot be read, and the cure."""

    reason: str
    cure: str = AS_TEXT


class UnreadableError(Exception):
    """A document cannot be read; raised and caught among the documents alone."""

    def __init__(self, reason: str, cure: str = AS_TEXT) -> None:
        super().__init__(reason)
        self.unreadable = Unreadable(reason, cure)


def needs_extra(format_: str) -> UnreadableError:
    """The failure to read a format whose library is not installed."""
    return UnreadableError(
        f"{format_} needs an extra", "install it: pip install 'argmap[documents]'"
    )
