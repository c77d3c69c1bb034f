"""The known word nearest to a mistyped one."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
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
    matches = get_close_matches(word.casefold(), words, n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or nothing.

    >>> did_you_mean("txet", ["text", "label"])
    'did you mean `text`?'
    """
    match = nearest(word, known)
    return f"did you mean `{match}`?" if match else ""


_WINDOWS = 20_000


def closest_words(
    quote: str, paragraphs: Iterable[tuple[int | None, str]]
) -> tuple[int | None, str]:
    """The run of words most like a quotation, with its paragraph; empty if nothing is near.

    >>> closest_words("a very delicate balance", [(1, "Nothing."), (4, "keeps a delicate balance")])
    (4, 'a delicate balance')
    """
    wanted = [_bare(word) for word in quote.split()]
    known = set(wanted)
    best: tuple[float, int | None, str] = (0.6, None, "")
    looked_at = 0
    for number, text in paragraphs:
        words = text.split()
        hits = [index for index, word in enumerate(words) if _bare(word) in known]
        for start in hits:
            for length in range(max(1, len(wanted) - 2), len(wanted) + 3):
                looked_at += 1
                run = words[start : start + length]
                if looked_at > _WINDOWS or len(run) < length:
                    break
                bare = [_bare(word) for word in run]
                by_words = SequenceMatcher(None, wanted, bare, autojunk=False).ratio()
                by_letters = SequenceMatcher(None, " ".join(wanted), " ".join(bare), autojunk=False)
                ratio = (by_words + by_letters.ratio()) / 2
                if ratio > best[0]:
                    best = (ratio, number, " ".join(run))
    found = best[2]
    if quote[-1:].isalnum():
        found = found.rstrip(".,;:!?\"')")
    return best[1], found


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'()").casefold()
