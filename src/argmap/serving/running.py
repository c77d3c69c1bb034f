"""The server of the workbench, from its address to its end."""

from __future__ import annotations

import socket
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import uvicorn

from argmap.errors import UsageError
from argmap.serving.admission import Door, new_word
from argmap.serving.app import PageFrame, Served, application
from argmap.serving.beginning import make_folder, take_up
from argmap.serving.map_files import MapFiles
from argmap.serving.showing import Showing, content_of
from argmap.serving.workbench import Workbench
from argmap.views.page.page import texts_of
from argmap.views.page.served import frame_of_workbench

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOME = "127.0.0.1"
"""The only address under which the workbench can be reached: this machine itself."""

_MOST_AT_ONCE = 100
"""The most connections at a time; a browser opens six."""


@dataclass(frozen=True, slots=True)
class ToServe:
    """A map to be served: its place, its documents, and the port, 0 for any that is free.

    `begin_with` are documents that become sources of the map, which may begin with them.
    """

    place: Path
    documents: Path | None = None
    port: int = 0
    begin_with: tuple[Path, ...] = ()


def serve(wanted: ToServe, opened: Callable[[str], None]) -> None:
    """Serve the workbench of a map until it is interrupted; `opened` is called with its address.

    Raises:
        UsageError: there is no such map, or the port is taken.
    """
    if wanted.begin_with:
        make_folder(wanted.place)
    bench = Workbench(MapFiles(wanted.place, wanted.documents))
    take_up(bench.files, wanted.begin_with)
    state = bench.files.state
    html, policy = frame_of_workbench(texts_of(content_of(state)), state.parsed.map.title)
    served = Served(Showing(bench), PageFrame(html, policy))
    with closing(_listening(wanted.port)) as listening:
        port, word = listening.getsockname()[1], new_word()
        hosts = frozenset({f"{HOME}:{port}", f"localhost:{port}"})
        door = Door(hosts, word, f"argmap-{port}")
        config = uvicorn.Config(
            application(served, door),
            log_level="error",
            access_log=False,
            limit_concurrency=_MOST_AT_ONCE,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=1,
            server_header=False,
            ws="none",
        )
        opened(f"http://{HOME}:{port}/?word={word}")
        uvicorn.Server(config).run([listening])


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOME, port))
        listening.listen()  # whoever comes before the server is ready waits
    except OSError as error:
        listening.close()
        raise UsageError(
            f"port {port} cannot be used ({error.strerror}); name another with `--port`, or none"
        ) from error
    return listening
