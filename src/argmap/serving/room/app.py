"""The room over HTTP, for those who take part: a page, the code, their answers, what follows."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from argmap.errors import ArgmapError, UsageError
from argmap.serving.admission import Admission
from argmap.serving.events import News
from argmap.serving.given import Given
from argmap.serving.replies import json_reply, refusal
from argmap.serving.room.door import Guesses, is_code, new_cookie, who_has
from argmap.serving.room.results import following
from argmap.serving.room.room import FullError, wall_of
from argmap.serving.showing import content_of
from argmap.views.page.page import render_page
from argmap.views.page.served import as_text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from argmap.serving.admission import Door
    from argmap.serving.app import PageFrame, Served
    from argmap.serving.map_files import MapState
    from argmap.serving.room.room import Room
    from argmap.serving.room.wall import Wall

MOST_BYTES = 2000
"""The most bytes of what a phone says."""

_STREAMS = 4
"""The most connections on which one participant listens."""

_PAUSE = 0.1
"""The seconds between two pieces of news for the leader while answers come in."""

_DAY = 86_400


class RoomServed:
    """A room as an application for phones, and its news for them and for the leader."""

    def __init__(self, room: Room, served: Served, frame: PageFrame, cookie: str) -> None:
        self.room = room
        self.served = served
        self.frame = frame
        self.cookie = cookie
        self.guesses = Guesses()
        self.news = News(as_text(room.public()))
        self.leading = News(as_text(room.leading()))
        self._streams: Counter[str] = Counter()
        self._is_stirred = asyncio.Event()
        self._page: tuple[str, str] | None = None
        self._rendering = asyncio.Lock()

    async def page(self, _: Request) -> Response:
        """The page for phones, the same for everybody."""
        return HTMLResponse(self.frame.html, headers={"content-security-policy": self.frame.policy})

    async def join(self, request: Request) -> Response:
        """Let in who has the code."""
        who, address = self._who(request), request.client.host if request.client else ""
        try:
            given = Given.of(await request.body()).only("code", "name")
            name = given.maybe("name") or ""
            if who is not None:
                self.room.join(who, name or self.room.own(who)["name"])
                self._stir()
                return json_reply(as_text(self.room.own(who)))
            if not self.guesses.may(address):
                return Response("Too many wrong codes came from here; wait a minute.", 429)
            if not is_code(given.text("code"), self.room.session.answers.code):
                self.guesses.wrong(address)
                return Response("That is not the code on the wall; look again.", 403)
            cookie = new_cookie()
            self.room.join(who_has(cookie), name)
        except FullError:
            return Response("The room is full.", 503)
        except ArgmapError as error:
            return _refused(error)
        self._stir()
        answer = json_reply(as_text(self.room.own(who_has(cookie))))
        answer.set_cookie(self.cookie, cookie, max_age=_DAY, httponly=True, samesite="strict")
        return answer

    async def say(self, request: Request) -> Response:
        """Count an answer."""
        who = self._who(request)
        if who is None:
            return _outside()
        try:
            given = Given.of(await request.body()).only("claim", "words", "says", "name")
            if (name := given.maybe("name")) is not None:
                self.room.join(who, name)
            self.room.say(who, given.text("claim"), given.text("words"), given.text("says"))
        except ArgmapError as error:
            return _refused(error)
        self._stir()
        return json_reply(as_text(self.room.own(who)))

    async def own(self, request: Request) -> Response:
        """The own answers of the one who asks; null for somebody who is not in the room."""
        who = self._who(request)
        return json_reply(as_text(None if who is None else self.room.own(who)))

    async def follows(self, request: Request) -> Response:
        """The status of the main conclusions that follows from them."""
        who = self._who(request)
        if who is None:
            return _outside()
        opinions = dict(self.room.session.answers.participants[who].opinions)
        return json_reply(as_text(await run_in_threadpool(following, self.room.wall, opinions)))

    async def map(self, request: Request) -> Response:
        """The page of the map, to be read."""
        if self._who(request) is None:
            return _outside()
        state = self.room.bench.files.state
        async with self._rendering:
            if self._page is None or self._page[0] != state.id:
                page = await run_in_threadpool(
                    lambda: render_page(content_of(state, answered=True))
                )
                self._page = (state.id, page)
        return HTMLResponse(self._page[1])

    async def events(self, request: Request) -> Response:
        """News of what is asked, as long as the phone listens."""
        who = self._who(request)
        if who is None:
            return _outside()
        if self._streams[who] >= _STREAMS:
            return Response("This phone listens already.", 429)
        return StreamingResponse(self._heard_by(who), media_type="text/event-stream")

    async def _heard_by(self, who: str) -> AsyncIterator[bytes]:
        self._streams[who] += 1
        try:
            async for line in self.news.stream():
                yield line
        finally:
            self._streams[who] -= 1
            if not self._streams[who]:
                del self._streams[who]

    def _who(self, request: Request) -> str | None:
        """The participant who asks; None for somebody who is not in the room."""
        who = who_has(request.cookies.get(self.cookie, ""))
        return who if who in self.room.session.answers.participants else None

    def tell(self) -> None:
        """Tell everybody what is asked now, if that is new, and the leader how things stand."""
        public = as_text(self.room.public())
        if public != self.news.newest:
            self.news.tell(public)
        self._stir()

    def tell_leader(self) -> None:
        """Tell the leader how things stand."""
        self.leading.tell(as_text(self.room.leading()))

    def _stir(self) -> None:
        self._is_stirred.set()

    async def keep_leader_informed(self) -> None:
        """Tell the leader of answers, the many of a moment at once."""
        while True:
            await self._is_stirred.wait()
            self._is_stirred.clear()
            self.tell_leader()
            await asyncio.sleep(_PAUSE)

    async def follow(self) -> None:
        """Speak of the map as it is now, whenever it changes."""
        async for _ in self.served.news.stream():
            state = self.room.bench.files.state
            if state.id != self.room.wall.state:
                wall = await run_in_threadpool(_made_ready, state)
                self.room.wall = wall
                self.tell()


def _made_ready(state: MapState) -> Wall:
    """A wall whose slow parts were worked out already."""
    wall = wall_of(state)
    _ = (wall.premises, wall.claims_with)
    return wall


def room_application(served: RoomServed, door: Door) -> ASGIApp:
    """The room behind its door."""

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        """The life of the application, with what goes on beside the requests."""
        tasks = [
            asyncio.create_task(served.follow()),
            asyncio.create_task(served.keep_leader_informed()),
        ]
        yield
        served.news.end()
        for task in tasks:
            task.cancel()

    post = partial(Route, methods=["POST"])
    routes = [
        Route("/", served.page),
        Route("/own", served.own),
        Route("/events", served.events),
        Route("/follows", served.follows),
        Route("/map", served.map),
        post("/join", served.join),
        post("/say", served.say),
    ]
    return Admission(Starlette(routes=routes, lifespan=living), door)


def _outside() -> Response:
    return Response("Type the code that is on the wall.", 401)


def _refused(error: ArgmapError) -> Response:
    if isinstance(error, UsageError):
        return refusal(str(error))
    return Response("Your answer could not be kept; tell who leads the room.", 507)
