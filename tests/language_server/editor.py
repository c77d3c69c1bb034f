"""An editor as tests need it: files opened and changed, and what the server says of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytest_lsp import LanguageClient

_PATIENCE = 60


class Editor:
    """A client with a folder, whose files it opens and changes."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self._versions: dict[str, int] = {}

    def uri(self, name: str) -> str:
        """The URI of a file in the folder."""
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
        self._versions[name] = 1
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))

    def change(self, name: str, text: str) -> None:
        """Type: the file has another text, which is not saved."""
        self._versions[name] = version = self._versions[name] + 1
        document = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    def close(self, name: str) -> None:
        """Close a file."""
        document = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

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
        async with asyncio.timeout(_PATIENCE):
            while self.uri(name) not in self.client.diagnostics or self.codes(name) != [*codes]:
                await asyncio.sleep(0.01)
        return self.diagnostics(name)
