"""The place of the cursor in a claim file that may be half written: the keys around it.

A file is hardly ever readable while one types, and then no parser says what stands where. Lines,
their indentation and open brackets before the cursor tell enough to know what may be written there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from argmap.reading.claim_shape import WORDS
from argmap.reading.known_keys import keys_at
from argmap.reading.yaml_words import LINE_BREAK

_KEY = re.compile(
    r"(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'#\[\]{},][^:#\[\]{},]{0,200}?))[ \t]*:(?=[ \t]|$)"
)
_FLOW = re.compile(
    r"\"(?:[^\"\\]|\\.)*\"?|'(?:[^']|'')*'?|[\[\]{},]|:(?=[\s\[\]{},]|$)|(?:^|(?<=\s))#.*"
    r"|(?:[^\s\[\]{},:#\"']|:(?=\S)|(?<=\S)[#\"'])+"
)
_TYPED_BACKWARDS = re.compile(r"[^\s\[\]{},:\"']*")
_LONGEST = 20_000
"""The longest line that is looked into, in characters."""
_RELATIONS = ("supported_by", "attacked_by")


@dataclass(frozen=True, slots=True)
class Cursor:
    """The keys around the cursor, with places in lists, and the word that is begun there.

    A key may be written here if `takes_key`, a value if `takes_value`.
    """

    path: tuple[str | int, ...]
    typed: str
    takes_key: bool
    takes_value: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys around the cursor, without places in lists."""
        return tuple(step for step in self.path if isinstance(step, str))


@dataclass(slots=True)
class _Bracket:
    """An open bracket; `key` is the key of a mapping behind which a value is due."""

    sign: str
    key: str | None = None
    last: str | None = None

    def take(self, piece: str) -> None:
        if piece == ",":
            self.key = self.last = None
        elif piece == ":":
            self.key = (self.last or "").strip("\"'")
        else:
            self.last = piece if self.last is None else f"{self.last} {piece}"


@dataclass(slots=True)
class _Scan:
    """The keys above a line, with their columns, and the brackets that are open."""

    above: list[tuple[int, str | int]] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    opened_at: int = 0
    text_below: int | None = None

    def line(self, line: str) -> None:
        """Take in a whole line."""
        bare = line.lstrip(" ")
        column = len(line) - len(bare)
        if self.text_below is not None and (not bare or column > self.text_below):
            return
        self.text_below = None
        if not bare or bare.startswith("#"):
            return
        if self.brackets and column <= self.opened_at and _KEY.match(bare):
            self.brackets = []  # a bracket was left open above
        if self.brackets:
            self.flow(line)
            return
        self.opened_at = column
        rest = self._key(*self._markers(bare, column))
        if rest.startswith(("[", "{")):
            self.flow(rest)
        elif rest.startswith(("|", ">")):
            self.text_below = column

    def _markers(self, bare: str, column: int) -> tuple[str, int]:
        """Take in the signs of list items that open a line; the rest of it, and its column."""
        while bare.startswith("- ") or bare == "-":
            while self.above and (self.above[-1][0], isinstance(self.above[-1][1], int)) >= (
                column,
                True,
            ):
                self.above.pop()
            self.above.append((column, 0))
            rest = bare[1:].lstrip(" ")
            column, bare = column + len(bare) - len(rest), rest
        return bare, column

    def _key(self, bare: str, column: int) -> str:
        """Take in the key that opens a line, if one does; the text behind it."""
        match = _KEY.match(bare)
        if match is None:
            return bare
        self.leave(column)
        self.above.append((column, match[1] or match[2] or match[3] or ""))
        return bare[match.end() :].strip(" \t")

    def leave(self, column: int) -> None:
        """Leave the keys that are not above this column."""
        while self.above and self.above[-1][0] >= column:
            self.above.pop()

    def flow(self, text: str) -> None:
        """Take in text in brackets."""
        for token in _FLOW.findall(text):
            if token in ("[", "{"):
                self.brackets.append(_Bracket(token))
            elif token in ("]", "}"):
                self.brackets = self.brackets[:-1]
            elif self.brackets and not token.startswith("#"):
                self.brackets[-1].take(token)

    @property
    def path(self) -> tuple[str | int, ...]:
        """The keys around, with places in lists."""
        inner = (0 if each.sign == "[" else each.key for each in self.brackets)
        return (*(step for _, step in self.above), *(step for step in inner if step is not None))


def cursor_at(text: str, index: int) -> Cursor | None:
    """The cursor at an index of a text; None within a comment, or in a text of many lines."""
    *before, last = LINE_BREAK.split(text[:index])
    scan = _Scan()
    for line in before:
        scan.line(line[:_LONGEST])
    if len(last) > _LONGEST:
        return None
    bare = last.lstrip(" ")
    column = len(last) - len(bare)
    is_text = scan.text_below is not None and (column > scan.text_below or not bare)
    if bare.startswith("#") or " #" in last or (is_text and bare):
        return None
    typed = _TYPED_BACKWARDS.match(last[::-1])
    word = typed[0][::-1] if typed else ""
    if not scan.brackets:
        rest, column = scan._markers(bare, column)  # noqa: SLF001  # the scan is of this module
        match = _KEY.match(rest)
        if match is None and not rest.startswith(("[", "{")):
            scan.leave(column)
            return Cursor(scan.path, word, takes_key=" " not in rest, takes_value=" " not in rest)
        value = scan._key(rest, column)  # noqa: SLF001
        if not value.startswith(("[", "{")):
            return Cursor(scan.path, word, takes_key=False, takes_value=value == word)
        last = value
    scan.flow(last[: len(last) - len(word)])
    if not scan.brackets:
        return None
    inner = scan.brackets[-1]
    is_key = inner.sign == "{" and inner.key is None
    return Cursor(scan.path, word, is_key or inner.sign == "[", not is_key)


def shape_of(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """A path in the words of the shapes, where relations and premises are written as in a claim.

    >>> shape_of(("claims", "close", "supported_by", "undercut_by", 0, "premises"))
    ('claims', '_', 'supported_by', 0, 'premises')
    """
    shape: tuple[str | int, ...] = ()
    for step in path:
        in_entry = len(shape) > 3 and shape[2] in _RELATIONS  # noqa: PLR2004  # claims, id, key, place
        if isinstance(step, int):
            shape = shape if shape and isinstance(shape[-1], int) else (*shape, step)
        elif step == "undercut_by":
            shape = ("claims", "_", "supported_by")
        elif in_entry and (shape[-1] == "premises" or shape[4:] == ()) and step not in WORDS:
            shape = ("claims", step)
        else:
            is_list = not keys_at(shape) and keys_at((*shape, 0))
            shape = (*shape, 0, step) if is_list else (*shape, step)
    return shape
