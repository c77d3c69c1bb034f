"""Scalars without quotes: their meaning, and signs that the author meant another."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from argmap.reading.yaml_words import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_NUMBER = re.compile(
    r"[-+]?(?:0x[0-9a-fA-F]+|0o[0-7]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9]+(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF|nan|NaN|NAN))"
)
_NUMBER_STARTS = frozenset("0123456789+-.")
_WORDS = frozenset({"true", "True", "TRUE", "false", "False", "FALSE"})
_SIGNS = frozenset("-?:%@`")
_PROSE = frozenset({"caveats", "authors"})
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Controls of writing direction; then characters without width (except for the two that join letters
# and emoji, which honest text needs) and tag characters, in which a whole text can be hidden.
_INVISIBLE = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\u200b\u2060-\u2064\ufeff\U000e0001\U000e0020-\U000e007f]"
)
_CURE = "put the whole text in quotes, or on the next line after `>-`"


class Plain(str):
    """A scalar written without quotes that may be meant as a number, true or false.

    It stays the text as typed wherever text is expected; only a key that wants a number reads it
    as one, and a quoted "0.5" is no number.
    """

    __slots__ = ()


class Doubt(NamedTuple):
    """A warning that a text can be read but was probably meant otherwise."""

    code: str
    message: str
    hint: str


def resolved(value: str) -> str:
    """The value, marked as `Plain` if a key that wants a number or truth may read it as one."""
    if value in _WORDS or (value[0] in _NUMBER_STARTS and _NUMBER.fullmatch(value)):
        return Plain(value)
    return value


def is_beyond_doubt(value: str, end: str, key: object) -> bool:
    """Whether `doubts_of` has nothing to say: as with most words, and told faster.

    >>> is_beyond_doubt("issue", "]", "premises"), is_beyond_doubt("issue", " #5", "text")
    (True, False)
    """
    return value[0].isalpha() and end[1:2] != "#" and key not in _PROSE


def doubts_of(value: str, end: str, key: object, *, follows_a_comma: bool) -> Iterator[Doubt]:
    """The doubts about a scalar without quotes; `end` is the text right after it.

    >>> [doubt.code for doubt in doubts_of("issue", " #5", "text", follows_a_comma=False)]
    ['AM152']
    """
    if end.startswith((" #", "\t#")) and end[2:].strip() and not isinstance(resolved(value), Plain):
        yield Doubt("AM152", "the text ends here: what follows ` #` is a comment", _CURE)
    if follows_a_comma and key in _PROSE and value[0].islower():
        yield Doubt(
            "AM153",
            f"`{value}` is read as an entry of its own, because a comma in brackets ends an entry",
            "put the whole text in quotes, or each entry on a line of its own after `- `",
        )
    is_number = value[0] in _NUMBER_STARTS and _NUMBER.fullmatch(value) is not None
    if value[0] in _SIGNS and not is_number:
        yield sign_at_the_start(value[0])


def sign_at_the_start(sign: str) -> Doubt:
    """The doubt about a text that opens with a sign which YAML uses for something else."""
    return Doubt(
        "AM154", f"the text opens with `{sign}`, which YAML may take for something else", _CURE
    )


def forbidden_sign(text: str) -> tuple[tuple[int, int], Doubt] | None:
    """The first character that no claim file may hold, and its place."""
    character = _FORBIDDEN.search(text)
    if character is None:
        return None
    before = LINE_BREAK.split(text[: character.start()])
    message = f"the character U+{ord(character[0]):04X} cannot stand in a claim file"
    doubt = Doubt("AM115", message, "delete it; it is invisible in most editors")
    return (len(before) - 1, len(before[-1])), doubt


def invisible_signs(text: str) -> Iterator[tuple[tuple[int, int], Doubt]]:
    """The first invisible character of every line that turns the writing or hides in the text.

    Such characters can make a claim look like another than it is.
    """
    if _INVISIBLE.search(text) is None:
        return
    for number, line in enumerate(LINE_BREAK.split(text)):
        match = _INVISIBLE.search(line)
        if match is not None:
            yield (number, match.start()), _doubt_of_invisible(match[0])


def _doubt_of_invisible(char: str) -> Doubt:
    named = f"an invisible U+{ord(char):04X} ({unicodedata.name(char).lower()})"
    if unicodedata.bidirectional(char) == "BN":  # hides, but leaves the direction of writing alone
        return Doubt(
            "AM155",
            f"{named} stands here",
            "delete it; if you do not see it, type the whole word anew",
        )
    return Doubt(
        "AM155",
        f"{named} can make the text read otherwise",
        "delete it, unless the text mixes directions of writing",
    )
