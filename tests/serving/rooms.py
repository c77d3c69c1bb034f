"""A room as a process of its own, with its leader and with phones that say what they are told."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

from tests.serving.servers import HOST, Answer, start, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.serving.servers import Running


@dataclass
class Phone:
    """A phone: the port of a room, and the cookie that it was given there."""

    port: int
    cookie: str = ""

    def ask(
        self, path: str, wish: object = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask for a path as the page of the room does; with a wish it is posted as JSON."""
        origin = f"http://{HOST}:{self.port}"
        given = {"Cookie": self.cookie, "Origin": origin} if headers is None else dict(headers)
        body = None
        if wish is not None:
            body = wish if isinstance(wish, bytes) else json.dumps(wish).encode()
            given.setdefault("Content-Type", "application/json")
        connection = HTTPConnection(HOST, self.port, timeout=20)
        try:
            connection.request("POST" if wish is not None else "GET", path, body, given)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def join(self, code: str, **more: str) -> Answer:
        """Come in, and keep the cookie."""
        answer = self.ask("/join", {"code": code, **more})
        cookie = {name.lower(): value for name, value in answer.headers.items()}.get("set-cookie")
        self.cookie = cookie.split(";")[0] if cookie else self.cookie
        return answer

    @property
    def news(self) -> Any:  # noqa: ANN401  # whatever the server sends
        """The news of what is asked now."""
        return first_event(self.port, "/events", {"Cookie": self.cookie})

    @property
    def opinions(self) -> dict[str, str]:
        """The answers of this phone, by the texts of the claims that are asked about."""
        own = self.ask("/own").json["opinions"]
        return {
            claim["text"]: own[claim["mark"]]
            for claim in self.news["claims"]
            if claim["mark"] in own
        }

    def say(self, claim: str, says: str) -> Answer:
        """Answer about a claim with the words that it has now."""
        [mark] = [each["mark"] for each in self.news["claims"] if each["id"] == claim]
        return self.ask("/say", {"claim": claim, "words": mark, "says": says})


@dataclass
class RunningRoom:
    """A workbench with a room."""

    bench: Running
    port: int
    code: str
    sign: str

    def phone(self, **more: str) -> Phone:
        """A phone that came in."""
        phone = Phone(self.port)
        answer = phone.join(self.code, **more)
        assert answer.status == 200, answer.text
        return phone

    def lead(self, act: str, **wish: object) -> Answer:
        """Do what a leader does."""
        return self.bench.ask(f"/room/{act}", wish)

    @property
    def led(self) -> Any:  # noqa: ANN401  # whatever the server sends
        """The state of the room on the leader's screen."""
        return first_event(self.bench.port, "/room/events", self.bench.own)

    @property
    def results(self) -> Any:  # noqa: ANN401  # whatever the server sends
        """The results on the wall."""
        answer = self.bench.ask("/room/results")
        assert answer.status == 200, answer.text
        return answer.json


def first_event(port: int, path: str, headers: Mapping[str, str]) -> Any:  # noqa: ANN401  # whatever the server sends
    """The first of the news at a path."""
    connection = HTTPConnection(HOST, port, timeout=20)
    try:
        connection.request("GET", path, None, dict(headers))
        answer = connection.getresponse()
        assert answer.status == 200, answer.read()
        return json.loads(answer.readline().removeprefix(b"data: "))
    finally:
        connection.close()


def start_room(place: Path, *options: str) -> RunningRoom:
    """Start a workbench with a room."""
    bench = start(place, "--room", *options)
    assert bench.process.stdout is not None
    sign = bench.process.stdout.readline().strip()
    port, code = int(sign.split("/")[2].split(":")[-1]), sign.split()[-1]
    wait_until(lambda: _answers(port))
    return RunningRoom(bench, port, code, sign)


def _answers(port: int) -> bool:
    try:
        return Phone(port).ask("/own", headers={}).status == 200
    except OSError:
        return False


def ended_room(room: RunningRoom) -> Iterator[RunningRoom]:
    """Lend a room, and end it."""
    try:
        yield room
    finally:
        room.bench.process.kill()
        room.bench.process.communicate()
