"""Admission to the server: for requests to this machine, from its own page, with its word.

A server on 127.0.0.1 can be reached by every page that is open in the browser: by a post from
another site, or under a name that was made to lead here (DNS rebinding). So each request must name
this host, come from no other site, and bring a word that only the person at the terminal was told.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SIZE_LIMIT = 1_000_000
"""The most bytes of a request: far more than a claim takes."""

_PATIENCE = 10.0
"""The seconds in which a request has to be there whole."""

_OTHER_ADDRESS = "This address is none of the server's; open the one that it printed."
_OTHER_SITE = "Another site asked for this; the server answers its own page alone."
_NO_JSON = "The server takes JSON from its own page, and nothing else."
_NO_WORD = "Open the whole address that the server printed, with the word at its end."

_HEADERS = (
    (b"cache-control", b"no-store"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)


def new_word() -> str:
    """A word that nobody guesses."""
    return secrets.token_urlsafe(24)


@dataclass(frozen=True, slots=True)
class Door:
    """The names under which a server may be called, the word that opens it, and its cookie.

    Without a `word` whoever can reach the server may come in. `most` is the most bytes of a
    request.
    """

    hosts: frozenset[str]
    word: str | None
    cookie: str
    most: int = SIZE_LIMIT


class Admission:
    """Lets requests through to an application, or refuses them in a sentence."""

    def __init__(self, application: ASGIApp, door: Door) -> None:
        self._application = application
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._application(scope, receive, send)
            return
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _refuse(send, *refusal)
            return
        sending = self._with_headers(scope, headers, send)
        if scope["method"] != "POST":
            await self._application(scope, receive, sending)
            return
        try:
            body = await _whole(receive, self._door.most)
        except _TooMuchError as error:
            await _refuse(send, error.status, str(error))
        else:
            await self._application(scope, _once(body, receive), sending)

    def _refusal(self, scope: Scope, headers: Mapping[str, str]) -> tuple[int, str] | None:
        """The status and the sentence with which a request is refused; None lets it in."""
        word, most = self._door.word, self._door.most
        refusals = (
            (headers.get("host", "").lower() not in self._door.hosts, 421, _OTHER_ADDRESS),
            (self._comes_from_elsewhere(scope, headers), 403, _OTHER_SITE),
            (not _is_read_or_plain_post(scope, headers), 403, _NO_JSON),
            (int_or(headers.get("content-length"), 0) > most, 413, _too_large(most)),
            (word is not None and not self._knows_word(scope, headers, word), 403, _NO_WORD),
        )
        return next(((status, why) for is_so, status, why in refusals if is_so), None)

    def _comes_from_elsewhere(self, scope: Scope, headers: Mapping[str, str]) -> bool:
        """Whether the page of another site asks; a link to the page itself may be followed."""
        origin = headers.get("origin")
        ours = {f"http://{host}" for host in self._door.hosts}
        is_visit = scope["path"] == "/" and headers.get("sec-fetch-mode") == "navigate"
        is_foreign = headers.get("sec-fetch-site") in {"cross-site", "same-site"}
        return (origin is not None and origin.lower() not in ours) or (is_foreign and not is_visit)

    def _knows_word(self, scope: Scope, headers: Mapping[str, str], word: str) -> bool:
        given = [cookie_in(headers, self._door.cookie)]
        if scope["path"] == "/" and scope["method"] == "GET":
            given += parse_qs(scope["query_string"].decode("latin-1")).get("word", [])
        return any(hmac.compare_digest(each.encode(), word.encode()) for each in given)

    def _with_headers(self, scope: Scope, headers: Mapping[str, str], send: Send) -> Send:
        """Sending that adds what keeps a page apart, and the cookie at the first visit."""
        door = self._door
        more = list(_HEADERS)
        if scope["path"] == "/" and door.word and cookie_in(headers, door.cookie) != door.word:
            value = f"{door.cookie}={door.word}; Path=/; HttpOnly; SameSite=Strict"
            more.append((b"set-cookie", value.encode("latin-1")))

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *more]}
            await send(message)

        return sending


def int_or(text: str | None, otherwise: int) -> int:
    """The number that a text is, or another one."""
    return int(text) if text is not None and text.isdecimal() else otherwise


def _too_large(most: int) -> str:
    return f"A request may hold {most // 1000} kB; this one is larger."


def _is_read_or_plain_post(scope: Scope, headers: Mapping[str, str]) -> bool:
    """Whether this only reads, or posts JSON from a page; a form on another site cannot do that."""
    if scope["method"] in {"GET", "HEAD"}:
        return True
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return scope["method"] == "POST" and kind == "application/json" and "origin" in headers


def cookie_in(headers: Mapping[str, str], name: str) -> str:
    """The value of a cookie; empty if a request brings none."""
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel is not None else ""


class _TooMuchError(Exception):
    """A request that is too large, or does not come to its end."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


async def _whole(receive: Receive, most: int) -> bytes:
    """The body of a request, which must be neither too large nor too slow."""
    body, is_whole = b"", False
    try:
        async with asyncio.timeout(_PATIENCE):
            while not is_whole:
                message = await receive()
                body += message.get("body", b"")
                is_whole = not message.get("more_body", False)
                if len(body) > most:
                    raise _TooMuchError(413, _too_large(most))
    except TimeoutError as error:
        raise _TooMuchError(408, "The request did not come to its end.") from error
    return body


def _once(body: bytes, receive: Receive) -> Receive:
    """A body that was received already, and then whatever comes."""
    waiting = [body]

    async def receiving() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return receiving


async def _refuse(send: Send, status: int, sentence: str) -> None:
    body = sentence.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
        *_HEADERS,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
