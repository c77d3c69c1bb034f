"""The room over HTTP, for its leader, as a part of the workbench."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from argmap.errors import ArgmapError
from argmap.reading.discovery import shown
from argmap.serving.given import Given
from argmap.serving.replies import json_reply, refusal
from argmap.serving.room.results import results
from argmap.serving.room.saving import as_table, save
from argmap.views.page.served import as_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from argmap.serving.room.app import RoomServed
    from argmap.serving.room.room import Room


class LeaderServed:
    """The requests of the leader of a room."""

    def __init__(self, room_served: RoomServed) -> None:
        self.served = room_served
        self._newest: tuple[object, str] | None = None

    @property
    def room(self) -> Room:
        """The room that is led."""
        return self.served.room

    def routes(self) -> list[Route]:
        """The paths of the leader, to be put among those of the workbench."""
        post = partial(Route, methods=["POST"])
        return [
            Route("/room/events", self.events),
            Route("/room/results", self.results),
            Route("/room/answers.csv", self.table),
            post("/room/ask", self.ask),
            post("/room/stop", self.stop),
            post("/room/show", self.show),
            post("/room/hide", self.hide),
            post("/room/anew", self.anew),
            post("/room/save", self.save),
        ]

    async def events(self, _: Request) -> Response:
        """News of how things stand, as long as the leader listens."""
        self.served.tell_leader()
        return StreamingResponse(self.served.leading.stream(), media_type="text/event-stream")

    async def results(self, _: Request) -> Response:
        """The results, once they are shown."""
        try:
            answers = self.room.open_answers()
        except ArgmapError as error:
            return refusal(str(error))
        wall = self.room.wall
        key = (wall.state, self.room.session.number, answers.entries)
        if self._newest is None or self._newest[0] != key:
            self._newest = (key, as_text(await run_in_threadpool(results, wall, answers)))
        return json_reply(self._newest[1])

    async def table(self, _: Request) -> Response:
        """The answers as a file, once they are shown."""
        session = self.room.session
        name = f"{session.name}-{session.number}.csv"
        safe = "".join(sign if sign.isascii() and sign.isprintable() else "_" for sign in name)
        safe = safe.replace('"', "_").replace("\\", "_")
        try:
            text = as_table(self.room.wall, self.room.open_answers())
        except ArgmapError as error:
            return refusal(str(error))
        headers = {"content-disposition": f'attachment; filename="{safe}"'}
        return Response(text, media_type="text/csv; charset=utf-8", headers=headers)

    async def ask(self, request: Request) -> Response:
        """Ask about claims: those that are named, or the premises that matter."""
        content = await request.body()

        def asking() -> None:
            given = Given.of(content).only("claims", "state")
            self.room.ask(given.texts("claims") or self.room.wall.premises)

        return self._done(asking)

    async def stop(self, _: Request) -> Response:
        """Ask about nothing for now."""
        return self._done(lambda: self.room.ask(()))

    async def show(self, _: Request) -> Response:
        """Show the answers."""
        return self._done(lambda: self.room.show(is_shown=True))

    async def hide(self, _: Request) -> Response:
        """Hide them again."""
        return self._done(lambda: self.room.show(is_shown=False))

    async def anew(self, _: Request) -> Response:
        """Begin anew."""
        return self._done(self.room.anew)

    async def save(self, _: Request) -> Response:
        """Write the answers to files."""
        try:
            answers = self.room.open_answers()
            paths = await run_in_threadpool(save, self.room.session, self.room.wall, answers)
        except ArgmapError as error:
            return refusal(str(error))
        return json_reply(as_text({"paths": [shown(path) for path in paths]}))

    def _done(self, act: Callable[[], None]) -> Response:
        try:
            act()
        except ArgmapError as error:
            return refusal(str(error))
        self.served.tell()
        return json_reply("{}")
