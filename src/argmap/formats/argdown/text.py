r"""Texts and data as Argdown writes them: every sign that would mean something is escaped.

>>> escaped("See [a] at https://e.org/x, .A. and #1")
'See \\[a\\] at [https://e.org/x](https://e.org/x), \\.A. and \\#1'
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from argmap.formats.argdown.shortcodes import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NEXT = re.compile(
    r"(?P<url>https?://[^\s()\[\]<>{}\\\"]*[^\s()\[\]<>{}\\\".,;:!?'*_])"
    r"|(?P<sign>[\\\[\]<>{}#*_@]|/(?=[/*])|=(?===))"
    r"|(?P<code>\.(?=(\S+?)\.)|:(?=(\S+?):))"
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_TAG = re.compile(r"[a-zA-Z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+")
_TAG_OF_WORDS = re.compile(r"[^)@]+")
_TITLE = re.compile(r"(?!-)[^\[\]<>@]+")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_IN_BRACES = (
    ("}", "\\u007d"),
    ("]:", "\\u005d:"),
    (">:", "\\u003e:"),
    ("@include(", "\\u0040include("),
)
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def escaped(text: str) -> str:
    """A text of one line, so that Argdown reads it as it is; addresses become links."""
    pieces: list[str] = []
    at = 0
    while (match := _NEXT.search(text, at)) is not None:
        pieces.append(text[at : match.start()])
        at = match.end()
        if match["url"]:
            pieces.append(f"[{match[0]}]({match[0]})")
        elif match["sign"]:
            pieces.append(f"\\{match[0]}")
        else:
            inner = match[4] or match[5]
            is_plain = _WORD.fullmatch(inner) is not None and inner not in SIGNS
            end = at + len(inner) + 1
            pieces.append(text[match.start() : end] if is_plain else f"\\{match[0]}")
            at = end if is_plain else at
    pieces.append(text[at:])
    return "".join(pieces).replace("@include(", "@\\include(")


def is_one_line(text: str) -> bool:
    """Whether a text comes back as it is: no white space but single blanks between words."""
    return " ".join(text.split()) == text


def tagged(tags: Iterable[str]) -> str | None:
    """The tags as written after a text; None if one of them cannot be."""
    written = []
    for tag in tags:
        if _TAG.fullmatch(tag) and is_one_line(tag):
            written.append(f" #{tag}")
        elif _TAG_OF_WORDS.fullmatch(tag) and is_one_line(tag):
            written.append(f" #({tag})")
        else:
            return None
    return "".join(written)


def is_title(title: str) -> bool:
    """Whether a title can stand in brackets."""
    return _TITLE.fullmatch(title) is not None and is_one_line(title)


def is_argument_title(title: str) -> bool:
    """Whether a title can stand in angle brackets, where some signs would mean a relation."""
    return is_title(title) and title[0] not in "+_!/"


def braces(data: Mapping[str, object]) -> str:
    """Data in braces, after a blank; nothing if there are none.

    They are JSON, which YAML is too. A closing brace inside a text would end the data there, and a
    bracket before a colon the title of what stands before them.
    """
    if not data:
        return ""
    written = json.dumps(data, ensure_ascii=False, default=lambda _: None)
    written = _STRING.sub(lambda match: _harmless(match[0]), written)
    return " " + _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def _harmless(text: str) -> str:
    for sign, escape in _IN_BRACES:
        text = text.replace(sign, escape)
    return text
