"""A place among the tokens of a block, which goes on as they are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.argdown.blocks import ArgdownElement, SyntaxFault
from argmap.formats.argdown.faults import OUT_OF_PLACE
from argmap.formats.argdown.tokens import CONTENT, LINE_STARTS, TokenSign

if TYPE_CHECKING:
    from argmap.formats.argdown.blocks import ArgdownDocument
    from argmap.formats.argdown.tokens import ArgdownToken


class TokenCursor:
    """A place among tokens; what is wrong there is told to the document."""

    def __init__(self, tokens: list[ArgdownToken], document: ArgdownDocument) -> None:
        self._tokens = tokens
        self._document = document
        self._at = 0

    @property
    def _next(self) -> ArgdownToken | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, *signs: TokenSign) -> ArgdownToken | None:
        """The next token, if it is of one of these kinds."""
        token = self._next
        if token is None or token.sign not in signs:
            return None
        self._at += 1
        return token

    def _complain(self, start: int, message: str, hint: str) -> None:
        self._document.faults.append(SyntaxFault(start, message, hint))

    def _skip_line(self) -> None:
        """Go on to the next token that stands at the beginning of a line."""
        while (token := self._next) is not None and token.sign not in LINE_STARTS:
            self._at += 1

    def _to_line_start(self, after: ArgdownElement | None = None) -> None:
        token = self._next
        if token is None or token.sign in LINE_STARTS:
            return
        if after is not None:
            place = TokenSign.TEXT if token.sign in CONTENT else token.sign
            self._complain(token.start, *OUT_OF_PLACE.get(place, OUT_OF_PLACE[TokenSign.TEXT]))
        self._skip_line()

    def _finish(self) -> None:
        """Complain of whatever is left of the block, once for each line."""
        while (token := self._next) is not None:
            if token.sign is not TokenSign.NEWLINE:
                self._complain(
                    token.start, *OUT_OF_PLACE.get(token.sign, OUT_OF_PLACE[TokenSign.TEXT])
                )
            self._at += 1
            self._skip_line()
