"""A workbench as a process of its own, and a client that says exactly what it is told to say."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

HOST = "127.0.0.1"


@dataclass
class Answer:
    """The answer to a request."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    @property
    def json(self) -> Any:  # noqa: ANN401  # whatever the server sends
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Running:
    """A workbench that runs, with its address."""

    process: subprocess.Popen[str]
    address: str

    @property
    def port(self) -> int:
        """Its port."""
        port = urlsplit(self.address).port
        assert port is not None
        return port

    @property
    def word(self) -> str:
        """The word that opens it."""
        return parse_qs(urlsplit(self.address).query)["word"][0]

    @property
    def own(self) -> dict[str, str]:
        """The headers with which its own page asks."""
        origin = f"http://{HOST}:{self.port}"
        return {"Cookie": f"argmap-{self.port}={self.word}", "Origin": origin}

    def ask(
        self,
        path: str,
        wish: object = None,
        headers: Mapping[str, str] | None = None,
        method: str | None = None,
    ) -> Answer:
        """Ask for a path; with a wish it is posted as JSON. Without `headers` as its page does."""
        given = dict(self.own if headers is None else headers)
        body = None
        if wish is not None:
            body = wish if isinstance(wish, bytes) else json.dumps(wish).encode()
            given.setdefault("Content-Type", "application/json")
        connection = HTTPConnection(HOST, self.port, timeout=20)
        try:
            verb = method or ("POST" if wish is not None else "GET")
            connection.request(verb, path, body, given)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def edit(self, **wish: object) -> Answer:
        """Ask for an edit of the map as it is now."""
        return self.ask("/edit", {"state": self.state, **wish})

    @property
    def state(self) -> str:
        """The name of the state that is shown."""
        name: str = self.shown["state"]
        return name

    @property
    def shown(self) -> Any:  # noqa: ANN401  # whatever the server sends
        """The state that it shows now."""
        answer = self.ask("/map")
        assert answer.status == 200, answer.text
        return answer.json

    def raw(self, content: bytes, seconds: float = 5) -> bytes:
        """The bytes that come back for these."""
        with socket.create_connection((HOST, self.port), timeout=seconds) as connected:
            connected.sendall(content)
            pieces = []
            try:
                while piece := connected.recv(65536):
                    pieces.append(piece)
            except (TimeoutError, ConnectionResetError):
                pass
            return b"".join(pieces)

    def end(self) -> int:
        """End it as Ctrl-C does, and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=15)


def start(place: Path, *options: str, **environment: str) -> Running:
    """Start a workbench for a map."""
    words = [sys.executable, "-m", "argmap", "serve", str(place), "--no-open", *options]
    plain = {name: value for name, value in os.environ.items() if name != "ARGMAP_DOCUMENTS"}
    surroundings = {**plain, **environment}
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    if not address:
        _, complaint = process.communicate()
        raise AssertionError(complaint)
    running = Running(process, address)
    wait_until(lambda: _answers(running))
    return running


def _answers(running: Running) -> bool:
    try:
        return running.ask("/map").status == 200
    except OSError:
        return False


def wait_until(is_true: Any, seconds: float = 10) -> None:  # noqa: ANN401  # a function
    """Wait until something is true."""
    end = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < end, "it never became true"
        time.sleep(0.02)


def ended(running: Running) -> Iterator[Running]:
    """Lend a workbench, and end it."""
    try:
        yield running
    finally:
        code = running.process.poll()
        running.process.kill()
        _, errors = running.process.communicate()
        if code is not None:  # shown beside the failure that follows from it
            print(f"the workbench ended before the test, with {code}: {errors}")  # noqa: T201
