"""The known word nearest to a mistyped one."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher, get_close_matches
from heapq import nsmallest
from itertools import accumulate
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
    folded = {one.casefold(): one for one in words}
    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or nothing.

    >>> did_you_mean("txet", ["text", "label"])
    'did you mean `text`?'
    """
    match = nearest(word, known)
    return f"did you mean `{match}`?" if match else ""


_STARTS = 20
_LONGEST, _MOST_LETTERS = 100, 1_000


def closest_words(
    quote: str, paragraphs: Iterable[tuple[int | None, str]]
) -> tuple[int | None, str]:
    """The run of words most like a quotation, with its paragraph; empty if nothing is near.

    Only the places that share most of the quotation's rarer words are compared, and a quotation
    of over 100 words or 1,000 letters with none. Cost: linear in the text.

    >>> closest_words("a very delicate balance", [(1, "Nothing."), (4, "keeps a delicate balance")])
    (4, 'a delicate balance')
    """
    wanted = [_bare(word) for word in quote.split()]
    if len(wanted) > _LONGEST or len(quote) > _MOST_LETTERS:
        return None, ""
    best: tuple[float, int | None, str] = (0.6, None, "")
    for number, words in _likely(wanted, paragraphs):
        for length in range(max(1, len(wanted) - 2), len(wanted) + 3):
            run = words[:length]
            if len(run) < length:
                break
            bare = [_bare(word) for word in run]
            if sum(map(len, bare)) > 2 * len(quote):  # words without end, to be compared by letters
                break
            by_words = SequenceMatcher(None, wanted, bare, autojunk=False).ratio()
            if (by_words + 1) / 2 <= best[0]:
                continue
            by_letters = SequenceMatcher(None, " ".join(wanted), " ".join(bare), autojunk=False)
            ratio = (by_words + by_letters.ratio()) / 2
            if ratio > best[0]:
                best = (ratio, number, " ".join(run))
    found = best[2]
    if quote[-1:].isalnum():
        found = found.rstrip(".,;:!?\"')")
    return best[1], found


def _likely(
    wanted: list[str], paragraphs: Iterable[tuple[int | None, str]]
) -> list[tuple[int | None, list[str]]]:
    """The runs that begin with a wanted word and hold most of them, rare words first."""
    texts = [(number, text.split()) for number, text in paragraphs]
    often = Counter(_bare(word) for _, words in texts for word in words)
    worth = {word: 1 / often[word] for word in wanted if word in often}
    starts: list[tuple[float, int, int]] = []
    for place, (_, words) in enumerate(texts):
        shared = [worth.get(_bare(word), 0) for word in words]
        sums = [0, *accumulate(shared)]
        starts += (
            (sums[start] - sums[min(start + len(wanted), len(words))], place, start)
            for start, one in enumerate(shared)
            if one
        )
    most = len(wanted) + 2
    return [
        (texts[place][0], texts[place][1][start : start + most])
        for _, place, start in nsmallest(_STARTS, starts)
    ]


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'()").casefold()
