"""An editor as tests need it: files opened and changed, and what the server says of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytest_lsp import LanguageClient

PATIENCE = 10


class Editor:
    """A client with a folder, whose files it opens and changes."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.registrations: list[types.Registration] = []
        self._versions: dict[str, int] = {}
        self._texts: dict[str, str] = {}

    def uri(self, name: str) -> str:
        """The URI of a file in the folder, or of a text that is no file yet."""
        if name.startswith("untitled:"):
            return name
        return (self.folder / name).as_uri()

    def write(self, name: str, text: str) -> None:
        """Put a file into the folder, byte for byte."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def open(self, name: str, text: str | None = None) -> None:
        """Open a file; its text is that on disk unless it is given."""
        if text is None:
            text = (self.folder / name).read_bytes().decode()
        document = types.TextDocumentItem(self.uri(name), "yaml", 1, text)
        self._versions[name], self._texts[name] = 1, text
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))

    def change(self, name: str, text: str) -> None:
        """Type: the file has another text, which is not saved."""
        self._versions[name] = version = self._versions[name] + 1
        self._texts[name] = text
        document = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    def close(self, name: str) -> None:
        """Close a file."""
        document = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def is_told_of(self, *names: str) -> bool:
        """Whether the server has asked to be told when these files change on disk."""
        patterns = [
            watcher["globPattern"]
            for each in self.registrations
            if each.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            for watcher in each.register_options["watchers"]  # type: ignore[index]  # as JSON
        ]
        ends = {
            end
            for pattern in patterns
            if isinstance(pattern, str) and pattern.startswith("**/*.{")
            for end in pattern.removeprefix("**/*.{").removesuffix("}").split(",")
        }
        return all(name.rpartition(".")[2] in ends for name in names)

    def tell_of_change(self, name: str) -> None:
        """Tell the server that a file has changed on disk."""
        event = types.FileEvent(self.uri(name), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    def diagnostics(self, name: str) -> Sequence[types.Diagnostic]:
        """The diagnostics of a file that are shown at present."""
        return self.client.diagnostics.get(self.uri(name), [])

    def codes(self, name: str) -> list[str]:
        """The codes of the errors and warnings of a file that are shown at present."""
        return [
            str(each.code)
            for each in self.diagnostics(name)
            if each.severity != types.DiagnosticSeverity.Information
        ]

    async def until(self, name: str, *codes: str) -> Sequence[types.Diagnostic]:
        """Wait until a file has been told these errors and warnings, and no others."""
        async with asyncio.timeout(PATIENCE):
            while self.uri(name) not in self.client.diagnostics or self.codes(name) != [*codes]:
                await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return self.diagnostics(name)

    async def until_noted(self, name: str) -> Sequence[types.Diagnostic]:
        """Wait until a file has been told diagnostics of any kind."""
        async with asyncio.timeout(PATIENCE):
            while not self.diagnostics(name):
                await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return self.diagnostics(name)

    def on_disk(self) -> dict[str, bytes]:
        """The files of the folder."""
        return {str(path): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def text(self, name: str) -> str:
        """The text of a file as the editor has it."""
        return self._texts[name]

    def texts_after(self, edit: types.WorkspaceEdit) -> dict[str, str]:
        """The texts of the open files after an edit, as an editor would make it."""
        edits = dict(edit.changes or {})
        for change in edit.document_changes or ():
            assert isinstance(change, types.TextDocumentEdit)
            edits[change.text_document.uri] = change.edits  # type: ignore[assignment]
        after = {}
        for name, text in self._texts.items():
            units = text.encode("utf-16-le")
            starts = [0, *(2 * (end // 2) for end in _ends_of_lines(units))]
            for each in sorted(
                edits.get(self.uri(name), ()),
                key=lambda each: (each.range.start.line, each.range.start.character),
                reverse=True,
            ):
                start, end = (
                    starts[there.line] + 2 * there.character
                    for there in (each.range.start, each.range.end)
                )
                units = units[:start] + each.new_text.encode("utf-16-le") + units[end:]
            after[name] = units.decode("utf-16-le")
        return after


def _ends_of_lines(units: bytes) -> list[int]:
    """The indices behind the line breaks of a text in UTF-16: both kinds end with a line feed."""
    return [at + 2 for at in range(0, len(units), 2) if units[at : at + 2] == b"\n\0"]


def marked(text: str) -> tuple[str, types.Position]:
    """A text without its mark `|`, and the position of the mark."""
    before, after = text.split("|", 1)
    return before + after, position_behind(before)


def at_mark(text: str, mark: str) -> types.Position:
    """The position of `|` in a piece of a text, which the text has once."""
    before, after = mark.split("|")
    assert text.count(before + after) == 1
    return position_behind(text[: text.index(before + after)] + before)


def position_behind(text: str) -> types.Position:
    """The position behind a text, in units of UTF-16."""
    last = text.rpartition("\n")[2]
    return types.Position(text.count("\n"), len(last.encode("utf-16-le")) // 2)
