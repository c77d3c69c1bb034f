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
from argmap.reading.garbage import paused_garbage_collection

if TYPE_CHECKING:
    from collections.abc import Callable

    from lsprotocol.types import Diagnostic

_PAUSE = 0.003
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
        if place is not None:
            self._soon(place, self._check)

    def check_all_soon(self) -> None:
        """Check every map whose files are open, when files on disk may have changed."""
        self.maps.read_again()
        for place in self.maps.places():
            self._soon(place, self._check)

    def _soon(self, place: Path, do: Callable[[Path], None]) -> None:
        """Do something with a map after a pause; nothing else that waits for this is done."""
        if place in self._waiting:
            self._waiting[place].cancel()
        self._waiting[place] = asyncio.get_running_loop().call_later(_PAUSE, do, place)

    def _check(self, place: Path) -> None:
        """Show the errors and warnings of a map; its notes follow when no change came meanwhile."""
        self._waiting.pop(place, None)
        self._show(place, notes=False)
        self._soon(place, self._note)

    def _note(self, place: Path) -> None:
        self._waiting.pop(place, None)
        self._show(place, notes=True)

    def _show(self, place: Path, *, notes: bool) -> None:
        # The collector would walk over the map again and again while it is made, and free nothing.
        try:
            with paused_garbage_collection():
                map_ = self.maps.at(place, notes=notes)
                fresh = published(map_, self.maps.buffers)
                self._publish(place, fresh if notes else self._with_notes_of_before(place, fresh))
        except Exception as error:  # noqa: BLE001  # a map that cannot be read must not end the server
            self.say(f"argmap: {place} could not be checked: {error}")

    def _with_notes_of_before(
        self, place: Path, fresh: dict[str, list[Diagnostic]]
    ) -> dict[str, list[Diagnostic]]:
        """Errors and warnings beside the notes that are shown, which would else go and come again.

        Where errors and warnings are the same, all is left as it is until the notes are there.
        """
        before = self._shown.get(place, {})
        for uri, problems in fresh.items():
            shown = before.get(uri, [])
            if [each for each in shown if not _is_note(each)] == problems:
                fresh[uri] = shown
            else:
                fresh[uri] = problems + [each for each in shown if _is_note(each)]
        return fresh

    def forget(self, place: Path) -> None:
        """Take the diagnostics of a map away, as none of its files is open any more."""
        if place in self._waiting:
            self._waiting.pop(place).cancel()
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


def _is_note(problem: Diagnostic) -> bool:
    return problem.severity is types.DiagnosticSeverity.Information
