"""The files of which an editor tells the server when they change on disk, beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from argmap.reading.map_names import SUFFIXES

if TYPE_CHECKING:
    from pathlib import Path

_BESIDE = (
    "txt",
    "md",
    "markdown",
    "html",
    "htm",
    "pdf",
    "docx",
    "docm",
    "bib",
    "json",
    "csv",
    "ttl",
)
"""The ends of the names of documents, bibliographies and maps that claim files lead to."""
_ENDS = ",".join([*(suffix.removeprefix(".") for suffix in SUFFIXES), *_BESIDE])


def watchers(
    capabilities: types.ClientCapabilities, documents: Path | None
) -> types.RegistrationParams | None:
    """The request to tell of changes; None if the editor cannot be asked for that.

    A folder of `documents` may lie outside of what is open in the editor, and its files may have
    any name.
    """
    workspace = capabilities.workspace
    able = workspace.did_change_watched_files if workspace is not None else None
    if able is None or not able.dynamic_registration:
        return None
    watched = [types.FileSystemWatcher(f"**/*.{{{_ENDS}}}")]
    if documents is not None and able.relative_pattern_support:
        within = types.RelativePattern(documents.absolute().as_uri(), "**/*")
        watched.append(types.FileSystemWatcher(within))
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    options = types.DidChangeWatchedFilesRegistrationOptions(watched)
    return types.RegistrationParams([types.Registration("files-of-maps", method, options)])
