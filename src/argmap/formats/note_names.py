"""Names of notes that every system can store, made of titles: clean, short, and each once."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(
    r"[\\/:*?\"<>|#^\[\]%`{}\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]+"
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\..*)?", re.IGNORECASE)
LONGEST = 80
"""The most characters of a name."""
_BYTES = 200  # file systems store at most 255, and a number may follow


class NoteNames:
    """The names of the notes of a vault: no two are alike, whatever their case.

    >>> names = NoteNames()
    >>> names.like("../a/b"), names.like("A B"), names.like("a b"), names.like("NUL")
    ('a b', 'A B 2', 'a b 3', 'NUL note')
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def like(self, title: str, begin: str = "") -> str:
        """A name like this title, which nothing has yet; it opens with `begin`."""
        name = begin + cleaned(title, LONGEST - len(begin))
        key = _folded(name)
        free = name
        while _folded(free) in self._taken:
            self._numbers[key] = self._numbers.get(key, 1) + 1
            free = f"{name} {self._numbers[key]}"
        self._taken.add(_folded(free))
        return free


def cleaned(title: str, longest: int = LONGEST) -> str:
    """A title without the signs that names of files or links cannot have, cut at a word."""
    words = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title)).split())
    name = words.strip(" .~-") or "note"
    if len(name) > longest or len(name.encode()) > _BYTES:
        name = name[:longest].encode()[:_BYTES].decode(errors="ignore")
        start, _, _ = name.rpartition(" ")
        name = (start if len(start) > longest // 2 else name).strip(" .,;:-")
    return f"{name} note" if _RESERVED.fullmatch(name) else name or "note"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
