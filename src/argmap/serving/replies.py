"""Replies to browsers: JSON, or a refusal in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.background import BackgroundTask

REFUSED = 422
"""The status of a request that is understood and not done."""


def json_reply(text: str, then: BackgroundTask | None = None) -> Response:
    """A JSON text as a reply, and what is done after it was sent."""
    return Response(text, media_type="application/json", background=then)


def refusal(reason: str, status: int = REFUSED) -> Response:
    """The reason why something is not done, as a sentence."""
    return Response(as_sentence(reason), status)


def as_sentence(text: str) -> str:
    """A message with a capital letter and a sign at its end, as it stands by itself.

    >>> as_sentence("there is no claim `x`")
    'There is no claim `x`.'
    """
    ended = text.endswith((".", "?", "!"))
    return f"{text[:1].upper()}{text[1:]}{'' if ended else '.'}"
