"""The server itself: the maps of an editor, and their diagnostics."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from argmap.language_server.buffers import path_of
from argmap.language_server.maps import Choices, OpenMaps
from argmap.language_server.published import published

if TYPE_CHECKING:
    from lsprotocol.types import Diagnostic

_PAUSE = 0.01
"""The seconds that are waited for a further change: long enough to read those that are on the way,
so that a check that is slower than the typing is not done for every letter."""


class MapServer(LanguageServer):
    """A language server, and the maps of the files that are open in the editor."""

    def __init__(self, documents: Path | None, version: str) -> None:
        super().__init__("argmap", version, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.maps = OpenMaps(Choices(documents=documents))
        self._shown: dict[Path, dict[str, list[Diagnostic]]] = {}
        self._waiting: dict[Path, asyncio.TimerHandle] = {}

    def choose(self, parameters: types.InitializeParams) -> None:
        """Take over what the user chose: the places of maps and the folder of documents."""
        given = parameters.initialization_options
        options: dict[str, Any] = given if isinstance(given, dict) else {}
        home = (path_of(self.workspace.root_uri or "") or Path()).absolute()
        named = options.get("map") or []
        places = [named] if isinstance(named, str) else named if isinstance(named, list) else []
        documents = self.maps.choices.documents
        if isinstance(options.get("documents"), str):
            documents = home / options["documents"]
        self.maps.choices = Choices(
            tuple(home / each for each in places if isinstance(each, str)), documents, home
        )

    def say(self, words: str, kind: types.MessageType = types.MessageType.Error) -> None:
        """Write a message where the editor collects those of its servers."""
        self.window_log_message(types.LogMessageParams(kind, words))

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401  # pygls
        """Say in a message what went wrong; the server goes on."""
        del source
        self.say(f"argmap: {error}")

    @property
    def knows_versions(self) -> bool:
        """Whether the editor takes edits that say which version of a text they are for."""
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace is not None else None
        return bool(edit is not None and edit.document_changes)

    # Diagnostics

    def check_soon(self, path: Path | None) -> None:
        """Check the map of a file when no further change follows at once."""
        place = self.maps.place_of(path) if path is not None else None
        if place is None:
            return
        if place in self._waiting:
            self._waiting[place].cancel()
        loop = asyncio.get_running_loop()
        self._waiting[place] = loop.call_later(_PAUSE, self._check, place)

    def check_all(self) -> None:
        """Check every map whose files are open."""
        for place in self.maps.places():
            self._check(place)

    def _check(self, place: Path) -> None:
        self._waiting.pop(place, None)
        try:
            self._publish(place, published(self.maps.at(place), self.maps.buffers))
        except Exception as error:  # noqa: BLE001  # a map that cannot be read must not end the server
            self.say(f"argmap: {place} could not be checked: {error}")

    def forget(self, place: Path) -> None:
        """Take the diagnostics of a map away, as none of its files is open any more."""
        self._publish(place, {})
        self._shown.pop(place, None)

    def _publish(self, place: Path, fresh: dict[str, list[Diagnostic]]) -> None:
        """Show the diagnostics that have changed; a file of two maps has those of both."""
        before = self._shown.get(place, {})
        self._shown[place] = fresh
        for uri in {**before, **fresh}:
            if before.get(uri, []) == fresh.get(uri, []) and (uri in before or not fresh.get(uri)):
                continue
            shown = [each for maps in self._shown.values() for each in maps.get(uri, [])]
            buffer = next((each for each in self.maps.buffers if each.uri == uri), None)
            version = buffer.version if buffer is not None else None
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, shown, version)
            )
