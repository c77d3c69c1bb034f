"""The known word most similar to a mistyped one, and the passage most similar to a quotation.

Similarity is that of `difflib` (Ratcliff, Obershelp 1988).
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher, get_close_matches
from heapq import nsmallest
from itertools import accumulate, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMPARED = 2_000  # words at most, so that a hint comes at once


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most similar to this one, or None if no word is similar.

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
    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the most similar known word; empty if there is none.

    >>> did_you_mean("txet", ["text", "label"])
    'did you mean `text`?'
    """
    match = nearest(word, known)
    return f"did you mean `{match}`?" if match else ""


_STARTS = 20  # places of a text that are compared in full
_LONGEST, _MOST_LETTERS = 100, 1_000  # of a quotation, as comparing takes quadratic time


def closest_words(
    quote: str, paragraphs: Iterable[tuple[int | None, str]]
) -> tuple[int | None, str]:
    """The run of words most similar to a quotation, with the number of its paragraph.

    The run is empty if no passage is similar. Only the 20 places that share most of the quotation's
    rare words are compared; a quotation of more than 100 words or 1,000 letters is not compared at
    all. Cost: linear in the text.

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
            if sum(map(len, bare)) > 2 * len(quote):  # very long words would take too much time
                break
            by_words = SequenceMatcher(None, wanted, bare, autojunk=False).ratio()
            if (by_words + 1) / 2 <= best[0]:  # not better even if all letters were the same
                continue
            by_letters = SequenceMatcher(None, " ".join(wanted), " ".join(bare), autojunk=False)
            ratio = (by_words + by_letters.ratio()) / 2
            if ratio > best[0]:
                best = (ratio, number, " ".join(run))
    _, paragraph, passage = best
    if quote[-1:].isalnum():  # the quotation stops before the punctuation
        passage = passage.rstrip(".,;:!?\"')")
    return paragraph, passage


def _likely(
    wanted: list[str], paragraphs: Iterable[tuple[int | None, str]]
) -> list[tuple[int | None, list[str]]]:
    """The runs that begin with a wanted word and contain most of the wanted words.

    A word counts the more the rarer it is in the text. The sums of these weights over all runs come
    from running totals, so that the pass is linear.
    """
    texts = [(number, text.split()) for number, text in paragraphs]
    often = Counter(_bare(word) for _, words in texts for word in words)
    worth = {word: 1 / often[word] for word in wanted if word in often}
    starts: list[tuple[float, int, int]] = []
    for place, (_, words) in enumerate(texts):
        shared = [worth.get(_bare(word), 0) for word in words]
        sums = [0, *accumulate(shared)]
        starts += (
            (sums[start] - sums[min(start + len(wanted), len(words))], place, start)
            for start, weight in enumerate(shared)
            if weight
        )
    most = len(wanted) + 2
    return [
        (texts[place][0], texts[place][1][start : start + most])
        for _, place, start in nsmallest(_STARTS, starts)
    ]


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'()").casefold()
