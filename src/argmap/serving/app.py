"""The workbench over HTTP: a frame, the map in it, news of changes, and edits."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from argmap.errors import ArgmapError
from argmap.serving.admission import Admission
from argmap.serving.events import News
from argmap.serving.given import Given
from argmap.serving.replies import REFUSED, json_reply, refusal
from argmap.serving.watching import changes_in
from argmap.serving.workbench import RefusedError
from argmap.views.page.served import as_text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from starlette.requests import Request
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp

    from argmap.serving.admission import Door
    from argmap.serving.showing import Showing
    from argmap.serving.workbench import Done, Workbench

_LATE = 409
"""The status of an edit that no longer fits."""

SAVED = frozenset({"html", "pdf", "report", "svg"})
"""The formats of outputs that can be saved from the browser."""


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The page in which maps are shown, and its content security policy."""

    html: str
    policy: str


class Served:
    """A workbench as an application: each request is one method."""

    def __init__(self, showing: Showing, frame: PageFrame) -> None:
        self.showing = showing
        self.frame = frame
        self.news = News(showing.news())

    @property
    def bench(self) -> Workbench:
        """The workbench that is served."""
        return self.showing.workbench

    async def page(self, _: Request) -> Response:
        """The frame."""
        return HTMLResponse(self.frame.html, headers={"content-security-policy": self.frame.policy})

    async def map(self, _: Request) -> Response:
        """The newest state."""
        shown = await run_in_threadpool(self.showing.map)
        return json_reply(shown, then=BackgroundTask(self.bench.make_ready))

    async def answers(self, _: Request) -> Response:
        """The answers for single claims of the newest state."""
        return json_reply(await run_in_threadpool(self.showing.answers))

    async def document(self, request: Request) -> Response:
        """The document of a source."""
        source = request.path_params["source"]
        if source not in self.bench.files.state.parsed.map.sources:
            return Response("There is no such source.", 404)
        return json_reply(await run_in_threadpool(self.showing.document, source))

    async def output(self, request: Request) -> Response:
        """A page, handout or report of the newest state, to be kept."""
        if request.path_params["format"] not in SAVED:
            return Response("There is no such output.", 404)
        try:
            name, content = await run_in_threadpool(
                self.showing.output, request.path_params["format"]
            )
        except ArgmapError as error:
            return refusal(str(error))
        kept = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(content, headers=kept, media_type="application/octet-stream")

    async def events(self, _: Request) -> Response:
        """News of every change, as long as the browser listens."""
        return StreamingResponse(self.news.stream(), media_type="text/event-stream")

    async def act(self, request: Request) -> Response:
        """Do what the browser asks for."""
        content = await request.body()
        return await self._answered(lambda: self.bench.act(Given.of(content)))

    async def propose(self, request: Request) -> Response:
        """Propose claims from a document, as drafts."""
        content = await request.body()
        return await self._answered(lambda: self.bench.propose(Given.of(content)))

    async def undo(self, _: Request) -> Response:
        """Undo the last edit."""
        return await self._answered(self.bench.undo)

    async def redo(self, _: Request) -> Response:
        """Do it again."""
        return await self._answered(self.bench.redo)

    async def _answered(self, do: Callable[[], Done]) -> Response:
        try:
            done = await run_in_threadpool(do)
        except RefusedError as error:
            self.tell()
            return refusal(str(error), _LATE if error.is_late else REFUSED)
        except ArgmapError as error:
            return refusal(str(error))
        self.tell()
        return json_reply(as_text({"words": done.words, "chosen": done.chosen}))

    def tell(self) -> None:
        """Tell all browsers what is to be shown now."""
        self.news.tell(self.showing.news())

    async def follow(self) -> None:
        """Read the files whenever an editor changes them."""
        async for _ in changes_in(self.bench.files):
            if await run_in_threadpool(self.bench.follow):
                self.tell()


def application(served: Served, door: Door, more: Sequence[BaseRoute] = ()) -> ASGIApp:
    """The workbench behind its door, with more paths beside its own."""

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        """The life of the application, with what goes on beside the requests."""
        following = asyncio.create_task(served.follow())
        yield
        served.news.end()
        following.cancel()

    post = partial(Route, methods=["POST"])
    routes = [
        Route("/", served.page),
        Route("/map", served.map),
        Route("/answers", served.answers),
        Route("/document/{source}", served.document),
        Route("/save/{format}", served.output),
        Route("/events", served.events),
        post("/edit", served.act),
        post("/propose", served.propose),
        post("/undo", served.undo),
        post("/redo", served.redo),
        *more,
    ]
    return Admission(Starlette(routes=routes, lifespan=living), door)
