"""The known word most similar to a mistyped one.

Similarity is that of `difflib` (Ratcliff, Obershelp 1988).
"""

from __future__ import annotations

from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMPARED = 2_000  # words at most, so that a hint comes at once

MOST_HINTS = 50
"""The most mistyped words of one input for which a similar one is looked up, as each takes time."""


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The known word most similar to this one, or None if no word is similar.

    `likeness` is the least similarity, from 0 to 1.

    Among more than 2,000 words only those that share the first two or the last three letters are
    compared, and of these the first 2,000 in alphabetical order.

    >>> nearest("air-kils", ["air-kills", "shops-lose"])
    'air-kills'
    """
    words = sorted(set(known))
    if len(words) > _COMPARED:
        alike = (known for known in words if known[:2] == word[:2] or known[-3:] == word[-3:])
        words = list(islice(alike, _COMPARED))
    folded = {known.casefold(): known for known in words}
    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=likeness)
    return folded[matches[0]] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the most similar known word; empty if there is none.

    >>> did_you_mean("txet", ["text", "label"])
    'did you mean `text`?'
    """
    match = nearest(word, known)
    return f"did you mean `{match}`?" if match else ""
