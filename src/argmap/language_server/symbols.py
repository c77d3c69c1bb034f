"""The outline of a claim file, and the search for claims in all maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import DocumentSymbol, Location, SymbolKind, WorkspaceSymbol

from argmap.editing.new_ids import KINDS, parts_of
from argmap.language_server.mentions import mentions_in
from argmap.language_server.positions import lines_of, range_between
from argmap.language_server.published import range_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.editing.file_tree import Mention
    from argmap.language_server.buffers import Buffers
    from argmap.language_server.maps import OpenMap

_KINDS = {
    "claim": SymbolKind.String,
    "relation": SymbolKind.Operator,
    "source": SymbolKind.File,
    "stance": SymbolKind.Interface,
    "scheme": SymbolKind.Class,
    "question": SymbolKind.Event,
}
_MOST = 200
"""The most claims that a search shows."""


def outline_of(map_: OpenMap, name: str) -> list[DocumentSymbol]:
    """Everything that a file declares, what is defined within something below that.

    A file that cannot be read at the moment has the outline that it had, as far as its lines go.
    """
    now = map_.text_of(name) or ""
    text = now if mentions_in(now) else map_.checked.texts.get(name, now)
    top: list[DocumentSymbol] = []
    open_ones: list[tuple[int, DocumentSymbol]] = []
    declared = (each for each in mentions_in(text) if each.is_declared and each.node.value)
    for mention in sorted(declared, key=lambda each: each.node.start):
        symbol, end = _symbol(map_, text, mention)
        while open_ones and open_ones[-1][0] < end:
            open_ones.pop()
        around = open_ones[-1][1] if open_ones else None
        if around is None:
            top.append(symbol)
        else:
            around.children = [*(around.children or ()), symbol]
        open_ones.append((end, symbol))
    return top


def _symbol(map_: OpenMap, text: str, mention: Mention) -> tuple[DocumentSymbol, int]:
    """A declaration as a symbol, and the index behind all that is said of it."""
    node, id_ = mention.node, mention.node.value or ""
    lines = lines_of(text)
    end = max(node.end, mention.unit.end, _end_below(text, mention))
    part = parts_of(map_.checked.map, mention.kind).get(id_)
    words = getattr(part, "label", None) or getattr(part, "text", "") or getattr(part, "title", "")
    number = ""
    if mention.kind == "claim":
        number = map_.checked.reading.outline.numbers.get(id_, "")
    symbol = DocumentSymbol(
        id_,
        _KINDS[mention.kind],
        range_between(lines, node.start, end),
        range_between(lines, node.start, node.end),
        detail=f"{number} {words}".strip() or None,
        children=[],
    )
    return symbol, end


def _end_below(text: str, mention: Mention) -> int:
    """The end of the lines below a key that are further in than the key."""
    lines, node = lines_of(text), mention.node
    first = lines.of(node.start)
    column = node.start - lines.starts[first]
    last = first
    for line in range(first + 1, len(lines)):
        written = lines[line]
        if written.strip() and len(written) - len(written.lstrip(" ")) <= column:
            break
        if written.strip():
            last = line
    return lines.ends[last] if last > first else node.end


def claims_with(maps: list[OpenMap], query: str, buffers: Buffers) -> list[WorkspaceSymbol]:
    """The claims and other things whose id, number or words fit a search, the best first."""
    ranked = sorted(
        (
            (rank, place, symbol)
            for place, (rank, symbol) in enumerate(
                pair for map_ in maps for pair in _fitting(map_, query.casefold(), buffers)
            )
        ),
        key=lambda each: each[:2],
    )
    return [symbol for _, _, symbol in ranked[:_MOST]]


def _fitting(map_: OpenMap, query: str, buffers: Buffers) -> Iterator[tuple[int, WorkspaceSymbol]]:
    argument_map, numbers = map_.checked.map, map_.checked.reading.outline.numbers
    for kind in KINDS:
        for id_, part in parts_of(argument_map, kind).items():
            place, number = part.location, numbers.get(id_, "") if kind == "claim" else ""
            text = map_.text_of(place.path) if place is not None else None
            names = [getattr(part, key, None) for key in ("label", "text", "title", "name")]
            words = " ".join(str(name) for name in names if name)
            rank = _rank(query, id_, number, words.casefold())
            if text is None or rank is None or not getattr(part, "named", True):
                continue
            there = Location(buffers.uri_of(place.path), range_at(text, place))
            shown = f"{number} {words or id_}".strip()
            yield rank, WorkspaceSymbol(there, shown, _KINDS[kind], container_name=id_)


def _rank(query: str, id_: str, number: str, words: str) -> int | None:
    """The place of a thing in the answer to a search; None if it does not fit."""
    if query in (id_, number):
        return 0
    if not query or id_.startswith(query) or number.startswith(f"{query}."):
        return 1
    return 2 if all(word in f"{words} {id_}" for word in query.split()) else None
