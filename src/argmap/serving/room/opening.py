"""The opening of a room: its session, its socket, its sign, and the applications that serve it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from argmap.errors import UsageError
from argmap.serving.admission import Door
from argmap.serving.app import PageFrame
from argmap.serving.listening import Serving, listening_at
from argmap.serving.room.app import MOST_BYTES, RoomServed, room_application
from argmap.serving.room.codes import qr_code
from argmap.serving.room.leader import LeaderServed
from argmap.serving.room.room import MOST_PARTICIPANTS, Room
from argmap.serving.room.sessions import Session, new_code
from argmap.views.page.room_page import page_of_room
from argmap.views.page.served import RoomSign

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from socket import socket

    from starlette.routing import BaseRoute

    from argmap.serving.app import Served
    from argmap.serving.workbench import Workbench

_MOST_AT_ONCE = MOST_PARTICIPANTS + 500
"""The most connections at a time: every phone listens on one, and says things on others."""

_EVERY = frozenset({"0.0.0.0", "::", ""})  # noqa: S104  # to be refused
"""The addresses that stand for all of a machine, and that no phone can open."""


class OpenRoom:
    """A room that is open: phones can reach it at its address, and nothing but it.

    After a restart it has the address and the code that it had, and all answers.

    Raises:
        UsageError: the address cannot be used, or another room keeps its answers there.
        OutputError: the answers cannot be kept.
    """

    def __init__(self, bench: Workbench, host: str, port: int, answers: Path | None) -> None:
        if host in _EVERY:
            raise UsageError(
                "`--host` takes the address under which phones find this machine, such as"
                " 192.168.1.20; its network settings show it"
            )
        place = bench.files.place.resolve()
        folder = answers if answers is not None else place.parent / "answers"
        if folder.resolve() == place:
            raise UsageError("the answers need a folder of their own; name one with `--answers`")
        session = Session.newest(folder, place.stem if place.is_file() else place.name)
        try:
            self._listening = _listening(host, port, session.answers.port)
        except BaseException:
            session.journal.close()
            raise
        port = self._listening.getsockname()[1]
        code = session.answers.code or new_code()
        if (code, port) != (session.answers.code, session.answers.port):
            session.record({"is": "room", "code": code, "port": port})
        name = f"[{host}]" if ":" in host else host
        self._hosts = frozenset({f"{name}:{port}".lower()})
        self.room = Room(bench, session)
        address = f"http://{name}:{port}/"
        self.sign = RoomSign(f"{name}:{port}", code, qr_code(f"{address}?code={code}"))
        self._cookie = f"room-{port}"
        self.serving: Serving | None = None

    def serve_with(self, served: Served) -> Sequence[BaseRoute]:
        """Serve the room beside a workbench; the paths that its leader has there."""
        frame = PageFrame(*page_of_room(self.room.wall.reading.map.title))
        room_served = RoomServed(self.room, served, frame, self._cookie)
        door = Door(self._hosts, None, self._cookie, MOST_BYTES)
        application = room_application(room_served, door)
        self.serving = Serving(application, self._listening, _MOST_AT_ONCE)
        return LeaderServed(room_served).routes()

    def close(self) -> None:
        """Close the socket and the journal."""
        self._listening.close()
        self.room.session.journal.close()


def _listening(host: str, port: int, before: int) -> socket:
    """A socket on the port that is named, else on that of before if it is free, else on any."""
    if not port and before:
        with contextlib.suppress(UsageError):
            return listening_at(host, before)
    return listening_at(host, port)
