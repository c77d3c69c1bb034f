"""A real client of `argmap lsp`, which talks to it over its standard input and output."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import pytest_asyncio
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.language_server.editor import Editor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

_QUIET = {name: value for name, value in os.environ.items() if name != "ARGMAP_DOCUMENTS"}


@pytest_asyncio.fixture(name="start")
async def _start(tmp_path: Path) -> AsyncIterator[Callable[..., Awaitable[Editor]]]:
    """Start the server for the folder of the test, with the options of a user."""
    clients: list[LanguageClient] = []

    async def start(**options: Any) -> Editor:  # noqa: ANN401  # whatever an editor may send
        command = [sys.executable, "-m", "argmap", "lsp"]
        client = await ClientServerConfig(command, server_env=_QUIET).start()
        assert isinstance(client, LanguageClient)
        clients.append(client)
        editor = Editor(client, tmp_path)

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]  # pygls
        def _register(parameters: types.RegistrationParams) -> None:
            editor.registrations.extend(parameters.registrations)

        await client.initialize_session(
            types.InitializeParams(
                capabilities=client_capabilities("visual-studio-code"),
                root_uri=tmp_path.as_uri(),
                initialization_options=options or None,
            )
        )
        return editor

    yield start
    for client in clients:
        await client.shutdown_session()
        await client.stop()  # type: ignore[no-untyped-call]
