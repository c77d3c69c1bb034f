"""The wishes of a browser, read key by key; a value of another kind than it must be is refused."""

from __future__ import annotations

import json
from typing import Any

from argmap.errors import UsageError

_LONGEST = 20_000
"""The most signs of a text: more than any claim has, less than a document."""


class Given:
    """The keys of a JSON object from a browser.

    Each method raises a UsageError if the value is of another kind than it says.
    """

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    @classmethod
    def of(cls, content: bytes) -> Given:
        """The object in a JSON text.

        Raises:
            UsageError: it is none.
        """
        try:
            values = json.loads(content)
            json.dumps(values, ensure_ascii=False).encode()  # half a sign cannot be written
        except (ValueError, RecursionError) as error:
            raise UsageError("this is no JSON") from error
        if not isinstance(values, dict):
            raise UsageError("this is no JSON object")
        return cls(values)

    def only(self, *keys: str) -> Given:
        """The same, with no key but these."""
        for key in self._values:
            if key not in keys:
                raise UsageError(f"`{key[:40]}` is not asked for here")
        return self

    def text(self, key: str) -> str:
        """A text that has to be there."""
        value = self.maybe(key)
        if value is None:
            raise UsageError(f"`{key}` is missing")
        return value

    def maybe(self, key: str) -> str | None:
        """A text, or None."""
        value = self._values.get(key)
        if value is not None and not isinstance(value, str):
            raise UsageError(f"`{key}` has to be a text")
        if value is not None and len(value) > _LONGEST:
            raise UsageError(f"`{key}` is longer than {_LONGEST:,} signs")
        return value

    def number(self, key: str) -> int | None:
        """A whole number, or None."""
        value = self._values.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise UsageError(f"`{key}` has to be a whole number")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Texts; none if the key is not there."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise UsageError(f"`{key}` has to be a list of texts")
        return tuple(value)

    def objects(self, key: str) -> tuple[Given, ...]:
        """Objects; none if the key is not there."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise UsageError(f"`{key}` has to be a list of objects")
        return tuple(Given(each) for each in value)

    def value(self, key: str) -> str | float | bool | tuple[str, ...] | None:
        """A text, a number, a truth or texts; None if there is none."""
        value = self._values.get(key)
        if isinstance(value, list):
            return self.texts(key)
        if isinstance(value, str):
            return self.text(key)
        if value is None or isinstance(value, bool | int | float):
            return value
        raise UsageError(f"`{key}` is of no kind that a key can have")
