"""The server at work: the messages of an editor, each with its answer."""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import TYPE_CHECKING

from lsprotocol import types

from argmap.language_server.buffers import path_of
from argmap.language_server.requests import answer_requests
from argmap.language_server.server import MapServer
from argmap.language_server.watchers import watchers

if TYPE_CHECKING:
    from pathlib import Path


def made(documents: Path | None, version: str) -> MapServer:
    """A server that has not begun yet; `documents` is the folder in which quotations are sought."""
    server = MapServer(documents, version)

    @server.feature(types.INITIALIZE)
    def _initialize(parameters: types.InitializeParams) -> None:
        server.choose(parameters)

    @server.feature(types.INITIALIZED)
    def _initialized(parameters: types.InitializedParams) -> None:
        del parameters
        wish = watchers(server.client_capabilities, server.maps.choices.documents)
        if wish is not None:
            server.client_register_capability(wish)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _opened(parameters: types.DidOpenTextDocumentParams) -> None:
        document = parameters.text_document
        server.maps.buffers.keep(document.uri, document.text, document.version)
        server.check_soon(path_of(document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(parameters: types.DidChangeTextDocumentParams) -> None:
        uri = parameters.text_document.uri
        text = server.workspace.get_text_document(uri).source
        server.maps.buffers.keep(uri, text, parameters.text_document.version)
        server.check_soon(path_of(uri))

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def _saved(parameters: types.DidSaveTextDocumentParams) -> None:
        del parameters
        server.check_all_soon()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _changed_on_disk(parameters: types.DidChangeWatchedFilesParams) -> None:
        del parameters
        server.check_all_soon()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(parameters: types.DidCloseTextDocumentParams) -> None:
        _close(server, parameters.text_document.uri)

    answer_requests(server)
    return server


def _close(server: MapServer, uri: str) -> None:
    """Forget the text of a file; the map is read from disk then, or not shown any more."""
    path = path_of(uri)
    place = server.maps.place_of(path) if path is not None else None
    server.maps.buffers.drop(uri)
    if path is None or place is None:
        return
    server.maps.forget(path)
    if place in server.maps.places():
        server.check_soon(path)
    else:
        server.forget(place)


def serve(documents: Path | None, version: str) -> None:
    """Answer an editor on standard input and output until it says that it is done.

    Nothing else may write to standard output, where it would break the messages.
    """
    gc.enable()  # a command runs without, but this one runs for days
    gc.freeze()
    logging.basicConfig(level=logging.CRITICAL)
    output = sys.stdout
    with (
        open(os.dup(sys.stdin.fileno()), "rb") as questions,  # noqa: PTH123  # no path
        open(os.dup(output.fileno()), "wb") as answers,  # noqa: PTH123
    ):
        sys.stdout = sys.stderr
        try:
            made(documents, version).start_io(questions, answers)
        finally:
            sys.stdout = output
