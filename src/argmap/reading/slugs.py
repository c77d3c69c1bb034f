"""Ids made of words, which may be in Latin, Greek or Cyrillic letters."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ID_PATTERN = r"[a-z0-9][a-z0-9._-]{0,63}"
"""What an id looks like."""
_LONGEST = 64
_START = 200  # characters of a sentence from which its id is made
# Letters that are more than a letter of ASCII and an accent, each with what is written for it.
_WRITTEN = """
ä ae ö oe ü ue å aa æ ae œ oe ø oe ß ss þ th ð d đ d ł l ħ h ı i
α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s τ t υ y φ f χ ch ψ ps ω o
а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh
щ shch ы y э e ю yu я ya є ye і i ґ g
"""  # noqa: RUF001  # letters that look like Latin ones are what the table is for
_PAIRS = _WRITTEN.split()
_LETTERS = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))
_SILENT = dict.fromkeys(map(ord, "\u044a\u044c'\u2018\u2019"))  # two Cyrillic signs, apostrophes


def slug(words: str) -> str:
    """An id that reads like these words; empty if no letter of them is known.

    >>> slug("Lärm"), slug("größe"), slug("Café à Paris!"), slug("шум")
    ('laerm', 'groesse', 'cafe-a-paris', 'shum')
    """
    composed = unicodedata.normalize("NFKC", words).casefold()
    whole = composed.translate(_LETTERS).translate(_SILENT)
    written = unicodedata.normalize("NFKD", whole).translate(_LETTERS)
    bare = "".join(char for char in written if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9._]+", "-", bare).strip("-._")[:_LONGEST].strip("-._")


def slug_of_sentence(sentence: str) -> str:
    """An id from the first words of a sentence, to be shown as an example.

    >>> slug_of_sentence("We should ban cars from the old town.")
    'we-should-ban-cars'
    """
    return slug(" ".join(sentence[:_START].split()[:4])) or "my-claim"


class FreeIds:
    """Ids that nothing has yet: what is given out once is not given out again.

    >>> free = FreeIds({"laerm"})
    >>> free.like("laerm"), free.like("laerm"), free.like("")
    ('laerm-2', 'laerm-3', '')
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def like(self, id_: str) -> str:
        """This id, with a number if it is taken; empty if it is."""
        free = id_
        while free and free in self._taken:
            number = self._numbers[id_] = self._numbers.get(id_, 1) + 1
            ending = f"-{number}"
            free = id_[: _LONGEST - len(ending)] + ending
        self._taken.add(free)
        return free
