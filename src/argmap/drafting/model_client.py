"""A language model behind an OpenAI-compatible interface, asked over HTTP; nothing else is."""

from __future__ import annotations

import http.client
import json
import socket
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Timer
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urljoin, urlsplit

from argmap.drafting.model_prompt import SCHEMA
from argmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ANSWER_LIMIT = 4_000_000
"""The most bytes of an answer."""

_PATH = "/chat/completions"
_TRIES = 3
_LONGEST_WAIT = 30.0  # seconds
_SHOWN = 300  # signs of what a server says of an error
_TOO_MANY, _UNAVAILABLE = 429, 503
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class ModelError(UsageError):
    """A language model gave no answer that can be used; the message says what to do."""


@dataclass(frozen=True)
class LanguageModel:
    """A model at an address, with the key that it wants, which is never shown.

    `timeout` are the seconds that one answer may take altogether; `wait` waits some seconds.
    """

    name: str
    endpoint: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 180.0
    wait: Callable[[float], object] = time.sleep

    def answer_to(self, messages: list[dict[str, str]]) -> str:
        """The answer of the model to some messages, which is to have the form of the schema.

        Asked again where too much is asked of the server, after the time that it names, within
        bounds. Another host is never followed to, as the key and the document are not meant for it.

        Raises:
            ModelError: the server cannot be reached, refuses, or gives no answer in time.
        """
        body = json.dumps(
            {
                "model": self.name,
                "messages": messages,
                "temperature": 0,
                "response_format": {
                    "type": "json_schema",
                    "json_schema": {"name": "claims", "strict": True, "schema": SCHEMA},
                },
            }
        ).encode()
        address = self._address
        for number in range(_TRIES):
            reply = self._post(address, body)
            if reply.status not in (_TOO_MANY, _UNAVAILABLE) or number == _TRIES - 1:
                break
            self.wait(reply.pause)
        if reply.status in _REDIRECTS:
            raise ModelError(self._of_redirect(address, reply))
        if reply.status != http.client.OK:
            raise ModelError(
                f"the server answered with status {reply.status}: {self._shown(reply.content)}"
            )
        return _content_of(reply.content)

    @property
    def _address(self) -> SplitResult:
        """The address that is asked.

        Raises:
            ModelError: it is none, or would send a key in the open.
        """
        endpoint = self.endpoint.rstrip("/")
        whole = (
            endpoint if endpoint.endswith("/chat/completions") else f"{endpoint}/chat/completions"
        )
        try:
            address = urlsplit(whole)
            is_known = address.scheme in ("http", "https") and bool(address.hostname)
            address.port  # noqa: B018  # raises where it is no number
        except ValueError:
            is_known = False
        if not is_known or address.username or address.password:
            raise ModelError(
                "--endpoint is an address such as http://localhost:11434/v1, without a password"
            )
        if self.key and address.scheme == "http" and address.hostname not in _LOCAL:
            raise ModelError("the key would travel in the open; name an https:// address")
        return address

    def _post(self, address: SplitResult, body: bytes) -> _Reply:
        """The reply to one request; it has to be there before the time is over."""
        secure = address.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        connection = kind(address.hostname or "", address.port, timeout=self.timeout)
        end = time.monotonic() + self.timeout
        try:
            connection.connect()
            with _until(end, connection):
                path = address.path + (f"?{address.query}" if address.query else "")
                connection.request("POST", path, body, headers)
                with connection.getresponse() as response:
                    headers = dict(response.headers.items())
                    return _Reply(response.status, _read(response), headers)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if isinstance(error, TimeoutError) or time.monotonic() >= end:
                raise ModelError(
                    f"the server gave no whole answer within {self.timeout:g} seconds; try again, "
                    "or try a shorter document"
                ) from error
            why = self._shown(str(error).encode())
            raise ModelError(f"no whole answer came from {address.hostname}: {why}") from error
        finally:
            connection.close()

    def _of_redirect(self, address: SplitResult, reply: _Reply) -> str:
        there = urlsplit(urljoin(address.geturl(), reply.headers.get("Location", "")))
        return (
            f"the server sends the question on to {self._shown((there.hostname or '').encode())}, "
            "and it was not sent there; if you trust that address, name it by --endpoint"
        )

    def _shown(self, content: bytes) -> str:
        """The words of a server as they may be shown: short, in visible signs, without the key."""
        text = content.decode(errors="replace")
        if self.key:
            text = text.replace(self.key, "...")
        visible = "".join(char if char.isprintable() else " " for char in text)
        return " ".join(visible.split())[:_SHOWN] or "(nothing)"


@dataclass(frozen=True, slots=True)
class _Reply:
    """The reply of a server: its status, its content and its headers."""

    status: int
    content: bytes
    headers: dict[str, str]

    @property
    def pause(self) -> float:
        """The seconds to wait before the question is put again."""
        named = self.headers.get("Retry-After", self.headers.get("retry-after", ""))
        seconds = float(named) if named.isdecimal() and named.isascii() else 2.0
        return min(max(seconds, 0.0), _LONGEST_WAIT)


@contextmanager
def _until(end: float, connection: http.client.HTTPConnection) -> Iterator[None]:
    """Cut the connection at a time, however slowly the server goes on to send."""
    socket_ = connection.sock
    timer = Timer(max(end - time.monotonic(), 0.0), _cut, (socket_,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cut(connected: socket.socket) -> None:
    with suppress(OSError):  # it may be closed by now
        connected.shutdown(socket.SHUT_RDWR)


def _read(response: http.client.HTTPResponse) -> bytes:
    """The content of a response, which may not be endless.

    Raises:
        ModelError: it is too large.
        HTTPException: it ends before its end.
    """
    content = response.read(ANSWER_LIMIT + 1)
    if len(content) > ANSWER_LIMIT:
        raise ModelError(
            f"the answer is larger than {ANSWER_LIMIT // 1_000_000} MB, and was cut off there"
        )
    if response.length:
        raise http.client.IncompleteRead(content, response.length)
    return content


def _content_of(reply: bytes) -> str:
    """The text that the model answered with.

    Raises:
        ModelError: the reply is not of this interface, or the answer was cut off.
    """
    try:
        tree: Any = json.loads(reply)
        choice = tree["choices"][0]
        content = choice["message"]["content"]
        is_cut = choice.get("finish_reason") == "length"
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise ModelError(
            "the server's reply is not of an OpenAI-compatible interface; is the endpoint right?"
        ) from error
    if is_cut:
        raise ModelError("the model stopped in the middle of its answer; try a shorter document")
    if not isinstance(content, str):
        raise ModelError("the model gave no answer")
    return content
