"""The requests of an editor about a place in a file, or about a whole file or map."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argmap.editing.formatting import Form, rewritten
from argmap.errors import ArgmapError
from argmap.formats.including import ANYWHERE
from argmap.language_server import actions, completion, hover, symbols
from argmap.language_server.mentions import declarations, everywhere, location_of, named_at
from argmap.language_server.positions import index_at, lines_of, range_between
from argmap.language_server.text_edits import edits_between, workspace_edit
from argmap.rewriting import renamed

if TYPE_CHECKING:
    from argmap.language_server.maps import OpenMap
    from argmap.language_server.mentions import Named
    from argmap.language_server.server import MapServer

_REQUEST_FAILED = -32803
_TRIGGERS = (" ", "[", ",", "{", "-")


class _Here(NamedTuple):
    """The cursor: a map, the name of a file in it, its text, and an index of that."""

    map: OpenMap
    name: str
    text: str
    place: int

    @property
    def named(self) -> Named | None:
        """The thing that is named at the cursor."""
        return named_at(self.map, self.name, self.place)


def _here(server: MapServer, uri: str, position: types.Position) -> _Here | None:
    file = server.maps.file_of(uri)
    if file is None:
        return None
    map_, name = file
    text = map_.text_of(name) or ""
    return _Here(map_, name, text, index_at(lines_of(text), position))


def answer_requests(server: MapServer) -> None:
    """Have the server answer the requests of an editor."""
    _answer_about_words(server)
    _answer_about_ids(server)
    _answer_renaming(server)
    _answer_about_files(server)


def _answer_about_words(server: MapServer) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[*_TRIGGERS])
    )
    def _complete(asked_for: types.CompletionParams) -> types.CompletionList | None:
        here = _here(server, asked_for.text_document.uri, asked_for.position)
        if here is None:
            return None
        reading = here.map.checked.reading
        return completion.completions(here.text, asked_for.position, reading)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def _hover(asked_for: types.HoverParams) -> types.Hover | None:
        here = _here(server, asked_for.text_document.uri, asked_for.position)
        shown = here and hover.hover(here.map, here.name, here.place, asked_for.position)
        if not shown:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, shown[0]), shown[1])


def _answer_about_ids(server: MapServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def _define(asked_for: types.DefinitionParams) -> list[types.Location]:
        here = _here(server, asked_for.text_document.uri, asked_for.position)
        named = here.named if here is not None else None
        if here is None or named is None:
            return []
        buffers = server.maps.buffers
        return [location_of(each, buffers) for each in declarations(here.map, named.kind, named.id)]

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def _refer(asked_for: types.ReferenceParams) -> list[types.Location]:
        here = _here(server, asked_for.text_document.uri, asked_for.position)
        named = here.named if here is not None else None
        if here is None or named is None:
            return []
        with_declaration = asked_for.context.include_declaration
        return [
            location_of(each, server.maps.buffers)
            for each in everywhere(here.map, named.kind, named.id)
            if with_declaration or not each.is_declared
        ]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def _highlight(asked_for: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
        here = _here(server, asked_for.text_document.uri, asked_for.position)
        named = here.named if here is not None else None
        if here is None or named is None:
            return []
        kinds = (types.DocumentHighlightKind.Read, types.DocumentHighlightKind.Write)
        return [
            types.DocumentHighlight(
                location_of(each, server.maps.buffers).range, kinds[each.is_declared]
            )
            for each in everywhere(here.map, named.kind, named.id)
            if each.name == here.name
        ]


def _answer_renaming(server: MapServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def _prepare(
        asked_for: types.PrepareRenameParams,
    ) -> types.PrepareRenamePlaceholder | None:
        here = _here(server, asked_for.text_document.uri, asked_for.position)
        named = here.named if here is not None else None
        if here is None or named is None:
            return None
        there = range_between(lines_of(here.text), named.start, named.end)
        return types.PrepareRenamePlaceholder(there, named.id)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def _rename(asked_for: types.RenameParams) -> types.WorkspaceEdit | None:
        here = _here(server, asked_for.text_document.uri, asked_for.position)
        named = here.named if here is not None else None
        if here is None or named is None:
            return None
        try:
            opened = server.maps.opened(here.map)
            _, files = renamed(opened, named.id, asked_for.new_name, named.kind)
        except ArgmapError as error:
            raise JsonRpcException(str(error), _REQUEST_FAILED) from error
        changes = [(each.name, each.before, each.after) for each in files]
        buffers = server.maps.buffers
        return workspace_edit(changes, buffers, with_versions=server.knows_versions)


def _answer_about_files(server: MapServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def _format(asked_for: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        file = server.maps.file_of(asked_for.text_document.uri)
        if file is None:
            return None
        map_, name = file
        try:
            opened = server.maps.opened(map_)
            files = rewritten(opened.parsed, opened.files, Form.TIDY, ANYWHERE)
        except ArgmapError as error:
            server.say(f"argmap: {name} was not formatted: {error}", types.MessageType.Warning)
            return None
        return [
            edit
            for each in files
            if each.name == name
            for edit in edits_between(each.before, each.after)
        ]

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[*actions.KINDS])
    )
    def _act(asked_for: types.CodeActionParams) -> list[types.CodeAction]:
        file = server.maps.file_of(asked_for.text_document.uri)
        if file is None:
            return []
        known = actions.Actions(server.maps, with_versions=server.knows_versions)
        return known.at(*file, asked_for)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def _outline(asked_for: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        file = server.maps.file_of(asked_for.text_document.uri)
        return symbols.outline_of(*file) if file is not None else []

    @server.feature(types.WORKSPACE_SYMBOL)
    def _search(asked_for: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        maps = [server.maps.at(place) for place in server.maps.places()]
        return symbols.claims_with(maps, asked_for.query, server.maps.buffers)
