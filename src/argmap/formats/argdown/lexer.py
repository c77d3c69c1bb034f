"""The lexer: the text of an Argdown document as tokens.

The tokens are those of the format's own tools: what a sign means depends on the token before it, on
whether a line has just begun, and on the emphasis that is open. Cost: linear, whatever the text
holds; every search ahead for a closing sign is remembered.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from argmap.formats.argdown.ahead import Ahead
from argmap.formats.argdown.shortcodes import shown
from argmap.formats.argdown.tokens import ITEMS, ArgdownToken, TokenSign

if TYPE_CHECKING:
    from collections.abc import Callable

_SEARCHED = ("\n", "*/", "-->", "===", "]:", "]", ">:", ">", ")")
_EMPTY_LINE = re.compile(r"(?:[ \t]*\n){2,}")
_NEWLINE = re.compile(r"[ \t]*\n")
_SPACES = re.compile(r"[ \t]+")
_INFERENCE = re.compile(r"[ \t]*--")
_INFERENCE_END = re.compile(r"-{2,}")
_RELATION = re.compile(r"([ \t]*)(\+>|->|<\+|\+|<-|-|><|_>|<_|_(?=\s))")
_NUMBER = re.compile(r"[ \t]*\(\d+\)")
_AT_LINE_START = (
    (TokenSign.HEADING, re.compile(r"#+ ")),
    (TokenSign.NUMBER, _NUMBER),
    (TokenSign.ORDERED_ITEM, re.compile(r"([ \t]*)\d+\.(?=\s)")),
    (TokenSign.UNORDERED_ITEM, re.compile(r"([ \t]*)\*(?=\s)")),
)
_EQUALS = re.compile(r"=+")
_ESCAPED = re.compile(r"\\([^\n] *)")
_SHORTCODE = re.compile(r"(?:\.\S+?\.|:\S+?:)(?=([ \t]?))")
_TAG = re.compile(r"#([a-zA-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+)[ \t]?")
_EMPHASIS = re.compile(r"\*\*|__|\*|_")
_TEXT = re.compile(r"[^\\@#*_\[\],.:;</>\-\n(){}]+")
_OTHER = re.compile(r"[@#*_\[\],.:;</>\-(){}\\][ \t]?")
_DATA_STOPS = re.compile(r"\}(?=\s[^,}])")
_DATA_ENDS = re.compile(r"\}(?!\s*[,}])")
_AFTER_EMPHASIS = " \t\n)}_.,!?;:-*"
_HOLDS_LINE_BREAKS = re.compile(r"[ \t]*\n")


class ArgdownLexer:
    """A lexer of one text, whose lines end in a line feed.

    `comments` are the places of comments; `urls` those of addresses that a comment cuts off.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[ArgdownToken] = []
        self.comments: list[tuple[int, int]] = []
        self.urls: set[tuple[int, int]] = set()
        self._at = 0
        self._emphasis: list[str] = []
        self._is_inference = False
        self._has_skipped = False
        self._ahead = {sign: Ahead(text, sign) for sign in _SEARCHED}
        self._stops = [match.start() for match in _DATA_STOPS.finditer(text)]
        self._ends = [match.start() for match in _DATA_ENDS.finditer(text)]
        self._takers: dict[str, Callable[[], bool]] = {
            "\\": self._escaped,
            ".": self._shortcode,
            ":": self._shortcode,
            "*": self._emphasised,
            "_": self._emphasised,
            "#": self._tag,
            "[": self._bracket,
            "<": self._angle,
            "@": self._mention,
        }

    def all(self) -> list[ArgdownToken]:
        """All tokens of the text."""
        size = len(self.text)
        while self._at < size:
            if self._comment():
                continue
            if self._is_inference:
                self._in_inference()
            elif not (self._whole() or self._line_start()):
                taker = self._takers.get(self.text[self._at])
                if taker is None or not taker():
                    self._plain()
        return self.tokens

    def _add(self, sign: TokenSign, end: int, value: str, indent: int = 0) -> bool:
        self.tokens.append(ArgdownToken(sign, self._at, end, value, indent))
        self._at = end
        self._has_skipped = False
        return True

    def _last(self) -> TokenSign:
        """The kind of the last token; an empty line at the beginning of the text."""
        return self.tokens[-1].sign if self.tokens else TokenSign.EMPTY_LINE

    def _comment(self) -> bool:
        text, start = self.text, self._at
        if text.startswith("//", start):
            end = self._ahead["\n"].find(start)
            if text[max(0, start - 6) : start].endswith(("http:", "https:")):
                self.urls.add((start, end))
        elif text.startswith("/*", start):
            end = self._ahead["*/"].find(start + 2) + 2
        elif text.startswith("<!--", start):
            end = self._ahead["-->"].find(start + 4) + 3
        else:
            return False
        if end > len(text):
            return False
        self.comments.append((start, end))
        self._at = self._after_comment(end)
        self._has_skipped = True
        return True

    def _after_comment(self, end: int) -> int:
        """The place where text goes on: a comment on lines of its own takes its line break."""
        if not self.tokens or self._last() not in (TokenSign.EMPTY_LINE, TokenSign.NEWLINE):
            return end
        match = _HOLDS_LINE_BREAKS.match(self.text, end)
        if self._last() is TokenSign.NEWLINE:
            return end if match is None or _EMPTY_LINE.match(self.text, end) else match.end()
        while match is not None:
            end = match.end()
            match = _HOLDS_LINE_BREAKS.match(self.text, end)
        return end

    def _whole(self) -> bool:
        """Front matter, data and line breaks, whatever stands before them."""
        char = self.text[self._at]
        if char == "{":
            return self._data()
        if char == "=" and self.text.startswith("===", self._at):
            return self._front_matter()
        if char not in " \t\n":
            return False
        if self._last() is not TokenSign.EMPTY_LINE or not self.tokens:
            match = _EMPTY_LINE.match(self.text, self._at)
            if match is not None:
                self._emphasis.clear()
                return self._add(TokenSign.EMPTY_LINE, match.end(), "")
        match = _NEWLINE.match(self.text, self._at)
        return match is not None and self._add(TokenSign.NEWLINE, match.end(), "")

    def _data(self) -> bool:
        """Braces, which close at the last one before words that follow a closing brace."""
        after = self._at + 1
        index = bisect_left(self._stops, after)
        stop = self._stops[index] if index < len(self._stops) else len(self.text)
        place = bisect_left(self._ends, stop + 1) - 1
        if place < 0 or self._ends[place] < after:
            return False
        end = self._ends[place] + 1
        return self._add(TokenSign.DATA, end, self.text[self._at : end])

    def _front_matter(self) -> bool:
        opening = _EQUALS.match(self.text, self._at)
        if opening is None:
            return False
        close = self._ahead["==="].find(opening.end())
        if close == len(self.text):
            return False
        closing = _EQUALS.match(self.text, close)
        end = closing.end() if closing is not None else close
        return self._add(TokenSign.FRONT_MATTER, end, self.text[opening.end() : close])

    def _line_start(self) -> bool:
        """The tokens at the beginning of a line."""
        last = self._last()
        if last not in (TokenSign.NEWLINE, TokenSign.EMPTY_LINE):
            return False
        text, at = self.text, self._at
        if last is TokenSign.NEWLINE and (match := _INFERENCE.match(text, at)):
            self._is_inference = True
            return self._add(TokenSign.INFERENCE_START, match.end(), "--")
        if match := _RELATION.match(text, at):
            return self._add(TokenSign.RELATION, match.end(), match[2], len(match[1]))
        for sign, pattern in _AT_LINE_START:
            if match := pattern.match(text, at):
                indent = len(match[1]) + 1 if sign in ITEMS else 0
                return self._add(sign, match.end(), match[0].strip(" \t()"), indent)
        return False

    def _in_inference(self) -> None:
        """One token between the marks of an inference; one that is not closed ends at a number."""
        text, at = self.text, self._at
        char = text[at]
        if match := _INFERENCE_END.match(text, at):
            self._is_inference = False
            self._add(TokenSign.INFERENCE_END, match.end(), match[0])
        elif _EMPTY_LINE.match(text, at):
            self._is_inference = False
        elif match := _NEWLINE.match(text, at):
            self._add(TokenSign.NEWLINE, match.end(), "")
            self._is_inference = _NUMBER.match(text, self._at) is None
        elif char == ",":
            self._add(TokenSign.COMMA, at + 1, ",")
        elif not (
            (char == "{" and self._data())
            or (char == "\\" and self._escaped())
            or (char in ".:" and self._shortcode())
        ):
            self._plain()

    def _escaped(self) -> bool:
        match = _ESCAPED.match(self.text, self._at)
        return match is not None and self._add(TokenSign.TEXT, match.end(), match[1])

    def _shortcode(self) -> bool:
        match = _SHORTCODE.match(self.text, self._at)
        if match is None:
            return False
        return self._add(TokenSign.TEXT, match.end(1), shown(match[0]) + match[1])

    def _emphasised(self) -> bool:
        """Emphasis that closes what is open, or else opens."""
        match = _EMPHASIS.match(self.text, self._at)
        if match is None:
            return False
        text, at = self.text, self._at
        open_mark = self._emphasis[-1] if self._emphasis else ""
        if open_mark and text.startswith(open_mark, at) and not self._has_skipped and self.tokens:
            after = text[at + len(open_mark) : at + len(open_mark) + 1]
            if after == "" or after in _AFTER_EMPHASIS:
                self._emphasis.pop()
                end = at + len(open_mark) + (after in (" ", "\t"))
                return self._add(TokenSign.EMPHASIS_END, end, text[at + len(open_mark) : end])
        for mark in (match[0], match[0][:1]):
            after = text[at + len(mark) : at + len(mark) + 1]
            if not after.isspace():
                self._emphasis.append(mark)
                return self._add(TokenSign.EMPHASIS_START, at + len(mark), mark)
        return False

    def _tag(self) -> bool:
        if self.text.startswith("#(", self._at):
            begin = self._at + 2
            close = self._ahead[")"].find(begin)
            if close in (begin, len(self.text)):
                return False
            end = close + 1 + (self.text[close + 1 : close + 2] in (" ", "\t"))
            return self._add(TokenSign.TAG, end, self.text[begin:close])
        match = _TAG.match(self.text, self._at)
        return match is not None and self._add(TokenSign.TAG, match.end(), match[1])

    def _bracket(self) -> bool:
        return (
            self._link()
            or self._titled("]:", TokenSign.STATEMENT_DEFINITION)
            or self._referring("]", TokenSign.STATEMENT_REFERENCE)
        )

    def _angle(self) -> bool:
        return self._titled(">:", TokenSign.ARGUMENT_DEFINITION) or self._referring(
            ">", TokenSign.ARGUMENT_REFERENCE
        )

    def _mention(self) -> bool:
        opening = self.text[self._at + 1 : self._at + 2]
        if opening not in ("[", "<"):
            return False
        sign = TokenSign.STATEMENT_MENTION if opening == "[" else TokenSign.ARGUMENT_MENTION
        return self._titled("]" if opening == "[" else ">", sign, before=2)

    def _link(self) -> bool:
        """A link, whose value is its text and its address with a line break between."""
        text = self.text
        middle = self._ahead["]"].find(self._at + 1)
        if middle == self._at + 1 or not text.startswith("](", middle):
            return False
        close = self._ahead[")"].find(middle + 2)
        if close in (middle + 2, len(text)):
            return False
        words = " ".join(text[self._at + 1 : middle].split())
        address = "".join(text[middle + 2 : close].split())
        end = close + 1 + (text[close + 1 : close + 2] in (" ", "\t"))
        space = text[close + 1 : end]
        return self._add(TokenSign.LINK, end, f"{words}\n{address}\n{space}")

    def _titled(self, closing: str, sign: TokenSign, before: int = 1) -> bool:
        """A title up to a closing sign on the same line, at least one character long."""
        begin = self._at + before
        close = self._ahead[closing].find(begin + 1)
        if close >= self._ahead["\n"].find(begin):
            return False
        end = close + len(closing)
        if before > 1 and self.text[end : end + 1] in (" ", "\t"):
            end += 1
        return self._add(sign, end, self.text[begin:close])

    def _referring(self, closing: str, sign: TokenSign) -> bool:
        begin = self._at + 1
        if self.text[begin : begin + 1] in ("-", "", "\n"):
            return False
        return self._titled(closing, sign)

    def _plain(self) -> None:
        match = _SPACES.match(self.text, self._at)
        if match is not None:
            self._at = match.end()
            self._has_skipped = True
            if (
                self.tokens and self.tokens[-1].sign is TokenSign.TEXT
            ):  # the blank after a sign counts
                last = self.tokens[-1]
                self.tokens[-1] = last._replace(value=last.value + " ")
            return
        match = _TEXT.match(self.text, self._at) or _OTHER.match(self.text, self._at)
        end = match.end() if match is not None else self._at + 1
        self._add(TokenSign.TEXT, end, self.text[self._at : end])
