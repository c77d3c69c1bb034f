"""The tokens of Argdown."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class TokenSign(Enum):
    """The kind of a token."""

    EMPTY_LINE = auto()
    NEWLINE = auto()
    FRONT_MATTER = auto()
    DATA = auto()
    HEADING = auto()
    NUMBER = auto()
    ORDERED_ITEM = auto()
    UNORDERED_ITEM = auto()
    INFERENCE_START = auto()
    INFERENCE_END = auto()
    COMMA = auto()
    RELATION = auto()
    STATEMENT_DEFINITION = auto()
    STATEMENT_REFERENCE = auto()
    STATEMENT_MENTION = auto()
    ARGUMENT_DEFINITION = auto()
    ARGUMENT_REFERENCE = auto()
    ARGUMENT_MENTION = auto()
    LINK = auto()
    TAG = auto()
    EMPHASIS_START = auto()
    EMPHASIS_END = auto()
    TEXT = auto()


class ArgdownToken(NamedTuple):
    """A token: its kind, where it begins and ends in the text, and what it says.

    `value` is the title of a definition, reference or mention, the words of a tag, the signs of a
    relation, the text that a piece of text stands for, and the text itself elsewhere. `indent` is
    the number of blanks and tabs before a relation or an item of a list.
    """

    sign: TokenSign
    start: int
    end: int
    value: str
    indent: int = 0


ITEMS = frozenset({TokenSign.ORDERED_ITEM, TokenSign.UNORDERED_ITEM})
"""The marks of items of lists."""

LINE_STARTS = ITEMS | {
    TokenSign.RELATION,
    TokenSign.NUMBER,
    TokenSign.HEADING,
    TokenSign.INFERENCE_START,
}
"""The tokens that stand at the beginning of a line only."""

CONTENT = frozenset(
    {
        TokenSign.TEXT,
        TokenSign.LINK,
        TokenSign.TAG,
        TokenSign.STATEMENT_MENTION,
        TokenSign.ARGUMENT_MENTION,
        TokenSign.EMPHASIS_START,
        TokenSign.EMPHASIS_END,
        TokenSign.NEWLINE,
    }
)
"""The tokens of which texts are made."""
