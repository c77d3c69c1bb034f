"""The known word nearest to a mistyped one."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMPARED = 2_000


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, or None if none is.

    Among very many words only those that share a beginning or an end are compared, and of these
    the first 2,000 in order.

    >>> nearest("air-kils", ["air-kills", "shops-lose"])
    'air-kills'
    """
    words = sorted(set(known))
    if len(words) > _COMPARED:
        alike = (one for one in words if one[:2] == word[:2] or one[-3:] == word[-3:])
        words = [one for _, one in zip(range(_COMPARED), alike, strict=False)]
    matches = get_close_matches(word, words, n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or nothing.

    >>> did_you_mean("txet", ["text", "label"])
    'did you mean `text`?'
    """
    match = nearest(word, known)
    return f"did you mean `{match}`?" if match else ""
