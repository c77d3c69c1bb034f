"""The server of the workbench, from its address to its end."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.serving.admission import Door, new_word
from argmap.serving.app import PageFrame, Served, application
from argmap.serving.beginning import make_folder, take_up
from argmap.serving.listening import HOME, Serving, listening_at, run
from argmap.serving.map_files import MapFiles
from argmap.serving.showing import Showing, content_of
from argmap.serving.workbench import Workbench
from argmap.views.page.page import texts_of
from argmap.views.page.served import RoomSign, frame_of_workbench

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.serving.room.opening import OpenRoom

_MOST_AT_ONCE = 100
"""The most connections at a time; a browser opens six."""


@dataclass(frozen=True, slots=True)
class ToRoom:
    """The room that is to be opened: the address under which phones reach it, and its answers."""

    host: str = HOME
    answers: Path | None = None


@dataclass(frozen=True, slots=True)
class ToServe:
    """A map to be served: its place, its documents, and the port, 0 for any that is free.

    `begin_with` are documents that become sources of the map, which may begin with them. `room` is
    the room that is opened beside it, if any.
    """

    place: Path
    documents: Path | None = None
    port: int = 0
    begin_with: tuple[Path, ...] = ()
    room: ToRoom | None = None


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses that are open: the workbench with its word, the room with its code."""

    address: str
    room: RoomSign | None = None


def serve(wanted: ToServe, opened: Callable[[Addresses], None]) -> None:
    """Serve the workbench of a map until it is interrupted; `opened` is called with its addresses.

    Raises:
        UsageError: there is no such map, or a port or an address cannot be used.
        OutputError: the answers of a room cannot be kept.
    """
    if wanted.begin_with:
        make_folder(wanted.place)
    bench = Workbench(MapFiles(wanted.place, wanted.documents))
    take_up(bench.files, wanted.begin_with)
    with ExitStack() as stack:
        listening = stack.enter_context(closing(listening_at(HOME, wanted.port)))
        port, word = listening.getsockname()[1], new_word()
        room = _room(wanted, bench, stack)
        served = Served(Showing(bench), _frame(bench, room.sign if room is not None else None))
        hosts = frozenset({f"{HOME}:{port}", f"localhost:{port}"})
        door = Door(hosts, word, f"argmap-{port}")
        more = room.serve_with(served) if room is not None else ()
        main = Serving(application(served, door, more), listening, _MOST_AT_ONCE)
        address = f"http://{HOME}:{port}/?word={word}"
        opened(Addresses(address, room.sign if room is not None else None))
        run(main, room.serving if room is not None else None)


def _room(wanted: ToServe, bench: Workbench, stack: ExitStack) -> OpenRoom | None:
    """The room that is wanted, on a socket of its own."""
    if wanted.room is None:
        return None
    from argmap.serving.room.opening import OpenRoom  # noqa: PLC0415  # few open a room

    port = wanted.port + 1 if wanted.port else 0
    return stack.enter_context(
        closing(OpenRoom(bench, wanted.room.host, port, wanted.room.answers))
    )


def _frame(bench: Workbench, sign: RoomSign | None) -> PageFrame:
    state = bench.files.state
    texts = texts_of(content_of(state))
    return PageFrame(*frame_of_workbench(texts, state.parsed.map.title, sign))
