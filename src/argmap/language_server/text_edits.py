"""Changed texts of files as the edits of an editor, as small as lines allow."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from lsprotocol.types import (
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from argmap.language_server.positions import lines_of, range_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.editing.lines import TextLines
    from argmap.language_server.buffers import Buffers

    Change = tuple[str, str, str]


def workspace_edit(
    changes: Iterable[Change], buffers: Buffers, *, with_versions: bool
) -> WorkspaceEdit:
    """The edit that gives files new texts: for each its name, its text before, and after.

    With versions an editor refuses an edit of a text that was changed meanwhile; not all know them.
    """
    edits = [(name, [*edits_between(before, after)]) for name, before, after in changes]
    if not with_versions:
        return WorkspaceEdit(changes={buffers.uri_of(name): each for name, each in edits})
    documents = []
    for name, each in edits:
        buffer = buffers.of(name)
        version = buffer.version if buffer is not None else None
        identifier = OptionalVersionedTextDocumentIdentifier(buffers.uri_of(name), version)
        documents.append(TextDocumentEdit(identifier, each))
    return WorkspaceEdit(document_changes=documents)


def edits_between(before: str, after: str) -> Iterator[TextEdit]:
    """The edits of a text that make another of it: one for each line where only words differ."""
    old, new = lines_of(before), lines_of(after)
    if _breaks(old) == _breaks(new):
        for line, (start, end) in enumerate(zip(old.starts, old.ends, strict=True)):
            if old[line] != new[line]:
                yield _between(before, start, before[start:end], new[line])
    elif before != after:
        yield _between(before, 0, before, after)


def _breaks(lines: TextLines) -> list[str]:
    """The line breaks of a text."""
    pairs = zip(lines.ends, lines.starts[1:], strict=False)
    return [lines.text[end:start] for end, start in pairs]


def _between(text: str, start: int, old: str, new: str) -> TextEdit:
    """The edit of one stretch of a text, without what both have in common at the ends."""
    head = _in_common(old, new)
    most = min(len(old), len(new)) - head
    tail = _in_common(old[len(old) - most :][::-1], new[len(new) - most :][::-1])
    if old[:head].endswith("\r"):  # no editor can edit between the two signs of a line break
        head -= 1
    tail -= old[len(old) - tail :].startswith("\n") and tail > 0
    there = range_between(lines_of(text), start + head, start + len(old) - tail)
    return TextEdit(there, new[head : len(new) - tail])


def _in_common(first: str, second: str) -> int:
    """The number of characters with which both texts begin."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    return sum(1 for _ in same)
