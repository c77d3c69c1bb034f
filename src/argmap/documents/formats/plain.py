"""Text in UTF-8, alone or below a format of its own."""

from __future__ import annotations

from argmap.documents.unreadable import UnreadableError


def text_from(content: bytes) -> str:
    """The content as text.

    Raises:
        UnreadableError: the content is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError("it is not UTF-8 text") from error
