"""The ids in the files of a map: where each is declared and named, and the one at the cursor."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol.types import Location

from argmap.editing.file_tree import FileTree, Mention, ids_at
from argmap.editing.new_ids import KINDS, parts_of
from argmap.language_server.half_written import cursor_at
from argmap.language_server.positions import index_of_place, lines_of, range_between
from argmap.reading.yaml_tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.language_server.buffers import Buffers
    from argmap.language_server.maps import OpenMap

_WORD = re.compile(r"[a-z0-9][a-z0-9._-]*")
_QUOTED = ("'", '"')
_TREES_KEPT = 64


class Named(NamedTuple):
    """A thing that is named in a text: its kind and id, and the indices between which it stands."""

    kind: str
    id: str
    start: int
    end: int


class InFile(NamedTuple):
    """A mention of a thing in a file of the map."""

    name: str
    text: str
    named: Named
    is_declared: bool


@lru_cache(maxsize=_TREES_KEPT)
def mentions_in(text: str) -> tuple[Mention, ...]:
    """The mentions of ids in a text; none in one that is no YAML at the moment."""
    if not parse(text, "").complete:
        return ()
    return tuple(FileTree(text).mentions())


def named_at(map_: OpenMap, name: str, index: int) -> Named | None:
    """The thing that is named at an index of a file, also where the file is half written."""
    text = map_.text_of(name) or ""
    for mention in mentions_in(text):
        start, end = _inside(text, mention)
        if start <= index <= end and mention.node.value is not None:
            return Named(mention.kind, mention.node.value, start, end)
    if mentions_in(text):
        return None
    return _word_at(map_, text, index)


def _word_at(map_: OpenMap, text: str, index: int) -> Named | None:
    """The id that a word of a half-written text is, by the keys around it or by itself."""
    lines = lines_of(text)
    line = lines.of(index)
    for word in _WORD.finditer(text, lines.starts[line], lines.ends[line]):
        if word.start() <= index <= word.end():
            cursor = cursor_at(text, word.start())
            wanted = ids_at(cursor.keys) if cursor is not None else ("", "")
            kinds = [kind for kind in wanted if kind] or (KINDS if cursor is not None else ())
            for kind in kinds:
                if word[0] in parts_of(map_.checked.map, kind):
                    return Named(kind, word[0], word.start(), word.end())
    return None


def everywhere(map_: OpenMap, kind: str, id_: str) -> Iterator[InFile]:
    """Every mention of a thing in the files of a map, as they are written at this moment.

    In a file that is half written, what was there when it could last be read is passed over
    unless it still stands in the same place.
    """
    now = {file.name: file.text for file in map_.files}
    for name, text in {**map_.checked.texts, **now}.items():
        last = map_.checked.texts.get(name, text)
        for mention in mentions_in(text) or mentions_in(last):
            if (mention.kind, mention.node.value) == (kind, id_):
                start, end = _inside(last if not mentions_in(text) else text, mention)
                if text[start:end] == id_:
                    yield InFile(name, text, Named(kind, id_, start, end), mention.is_declared)


def declarations(map_: OpenMap, kind: str, id_: str) -> list[InFile]:
    """The places where a thing is declared; where a half-written file has moved, the nearest."""
    declared = [each for each in everywhere(map_, kind, id_) if each.is_declared]
    if declared:
        return declared
    part = parts_of(map_.checked.map, kind).get(id_)
    place = getattr(part, "location", None)
    text = map_.text_of(place.path) if place is not None and place.is_known else None
    if text is None or place is None:
        return []
    start = index_of_place(lines_of(text), place.line, place.column)
    key = re.compile(rf"^[ 	{{-]*({re.escape(id_)})[ 	]*:", re.MULTILINE)
    words = [word.start(1) for word in key.finditer(text)]
    start = min(words, key=lambda at: abs(at - start), default=start)
    end = start + len(id_) if text.startswith(id_, start) else start
    return [InFile(place.path, text, Named(kind, id_, start, end), is_declared=True)]


def location_of(mention: InFile, buffers: Buffers) -> Location:
    """The place of a mention as the editor counts it."""
    there = range_between(lines_of(mention.text), mention.named.start, mention.named.end)
    return Location(buffers.uri_of(mention.name), there)


def _inside(text: str, mention: Mention) -> tuple[int, int]:
    """The indices of an id, without the quotation marks that it may stand in."""
    node = mention.node
    marks = text[node.start : node.start + 1] in _QUOTED and node.end - node.start > 1
    return node.start + marks, node.end - marks
