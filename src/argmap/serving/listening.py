"""Servers on sockets: one for the workbench, and one more for a room, until the first ends."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import uvicorn

from argmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp

if sys.platform != "win32":
    import resource

HOME = "127.0.0.1"
"""The only address under which the workbench can be reached: this machine itself."""


@dataclass(frozen=True, slots=True)
class Serving:
    """An application, the socket on which it answers, and the most connections at a time."""

    application: ASGIApp
    listening: socket.socket
    most: int


def listening_at(host: str, port: int) -> socket.socket:
    """A socket that listens at an address; port 0 takes any that is free.

    Raises:
        UsageError: it is no address of this machine, or the port is taken.
    """
    try:
        [(family, _, _, _, address), *_] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise UsageError(f"{host} is no address; name one of this machine") from error
    listening = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would share the port with any other program
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen()  # whoever comes before the server is ready waits
    except OSError as error:
        listening.close()
        if host != HOME:
            raise UsageError(
                f"{host}, port {port}, cannot be used ({error.strerror}); `--host` takes an address"
                " of this machine, as its network settings show it"
            ) from error
        raise UsageError(
            f"port {port} cannot be used ({error.strerror}); name another with `--port`, or none"
        ) from error
    return listening


def run(main: Serving, beside: Serving | None = None) -> None:
    """Serve until interrupted, which is passed on; a second application ends with the first."""
    if beside is not None:
        _allow_connections(main.most + beside.most)
    gc.enable()  # a command runs without, but every connection leaves circles behind
    gc.freeze()
    asyncio.run(_serve(main, beside))


async def _serve(main: Serving, beside: Serving | None) -> None:
    server = uvicorn.Server(_config(main))
    if beside is None:
        await server.serve([main.listening])
        return
    other = _Beside(_config(beside))
    others = asyncio.create_task(other.serve([beside.listening]))
    try:
        await server.serve([main.listening])
    finally:
        other.should_exit = True
        await others


class _Beside(uvicorn.Server):
    """A server that leaves the signals of the process to another one."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def _config(serving: Serving) -> uvicorn.Config:
    return uvicorn.Config(
        serving.application,
        log_level="error",
        access_log=False,
        limit_concurrency=serving.most,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=1,
        server_header=False,
        ws="none",
        backlog=2048,
    )


def _allow_connections(wanted: int) -> None:
    """Let this process hold as many connections open as it may, up to those it wants."""
    if sys.platform == "win32":
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted + 200 if hard == resource.RLIM_INFINITY else min(wanted + 200, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        with contextlib.suppress(OSError, ValueError):  # then fewer phones can listen
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
