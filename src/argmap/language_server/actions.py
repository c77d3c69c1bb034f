"""The actions that an editor offers at a place: cures of problems, and other forms of a claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol.types import CodeAction, CodeActionKind

from argmap.editing.edits import DefineBelow, DefineInPlace
from argmap.editing.fixing import fixed
from argmap.errors import ArgmapError
from argmap.language_server.mentions import named_at
from argmap.language_server.positions import index_at, index_of_place, lines_of
from argmap.language_server.published import range_at
from argmap.language_server.text_edits import workspace_edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol.types import CodeActionParams, WorkspaceEdit

    from argmap.diagnostics import Diagnostic
    from argmap.editing.edits import MapEdit
    from argmap.language_server.maps import OpenMap, OpenMaps
    from argmap.language_server.text_edits import Change

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.argmap"
"""The kind of the action that does what `argmap check --fix` does, as on saving."""
KINDS = (CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL)
_SIMILAR = re.compile(r"did you mean `([^`]+)`\?")
_MISTAKEN = re.compile(r"`([^`]+)`")


class Actions:
    """The actions on the maps of an editor."""

    def __init__(self, maps: OpenMaps, *, with_versions: bool) -> None:
        self.maps = maps
        self.with_versions = with_versions

    def at(self, map_: OpenMap, name: str, asked_for: CodeActionParams) -> list[CodeAction]:
        """The actions in a range of a file; if kinds are given, of these alone."""
        only = asked_for.context.only
        wanted = [str(getattr(kind, "value", kind)) for kind in only] if only else [""]
        actions: list[CodeAction] = []
        for kind, make in (
            (CodeActionKind.QuickFix.value, self._cures),
            (CodeActionKind.RefactorRewrite.value, self._forms),
            (FIX_ALL, self._fills),
        ):
            if any(kind == word or kind.startswith(f"{word}." * bool(word)) for word in wanted):
                actions += make(map_, name, asked_for)
        return actions

    def _edit(self, changes: list[Change]) -> WorkspaceEdit:
        return workspace_edit(changes, self.maps.buffers, with_versions=self.with_versions)

    def _cures(self, map_: OpenMap, name: str, asked_for: CodeActionParams) -> Iterator[CodeAction]:
        """For each problem in the range that names a similar word: that word in its place."""
        text = map_.text_of(name) or ""
        for problem in map_.problems:
            similar = _SIMILAR.search(problem.hint)
            if problem.location.path != name or similar is None:
                continue
            there = range_at(text, problem.location)
            if there.end < asked_for.range.start or asked_for.range.end < there.start:
                continue
            after = _with_word(text, problem, similar[1])
            if after is not None and self._is_cured(map_, name, after, problem):
                shown = [
                    each
                    for each in asked_for.context.diagnostics
                    if each.code == problem.code and each.range.start == there.start
                ]
                yield CodeAction(
                    f"Write `{similar[1]}`",
                    kind=CodeActionKind.QuickFix,
                    diagnostics=shown or None,
                    is_preferred=True,
                    edit=self._edit([(name, text, after)]),
                )

    def _is_cured(self, map_: OpenMap, name: str, after: str, problem: Diagnostic) -> bool:
        """Whether a problem is gone, and no error more is there, when a file has another text."""
        old, new = (
            [each for each in parsed.diagnostics if each.is_error]
            for parsed in (self.maps.read_with(map_), self.maps.read_with(map_, name, after))
        )
        is_gone = all(
            (each.location, each.code) != (problem.location, problem.code) for each in new
        )
        return is_gone and len(new) <= len(old)

    def _forms(self, map_: OpenMap, name: str, asked_for: CodeActionParams) -> Iterator[CodeAction]:
        """For the claim at the cursor: defined where it is used, or below `claims:`."""
        index = index_at(lines_of(map_.text_of(name) or ""), asked_for.range.start)
        named = named_at(map_, name, index)
        if named is None or named.kind != "claim":
            return
        edits: tuple[tuple[str, MapEdit], ...] = (
            (f"Define `{named.id}` where it is used", DefineInPlace(named.id)),
            (f"Define `{named.id}` below `claims:`", DefineBelow(named.id)),
        )
        for title, edit in edits:
            try:
                files = self.maps.opened(map_).edited([edit]).files
            except ArgmapError:  # it cannot be written so, and nothing is offered
                continue
            if files:
                changes = [(each.name, each.before, each.after) for each in files]
                kind = CodeActionKind.RefactorRewrite
                yield CodeAction(title, kind=kind, edit=self._edit(changes))

    def _fills(self, map_: OpenMap, name: str, asked_for: CodeActionParams) -> Iterator[CodeAction]:
        """The action that writes what `argmap check --fix` does, in all files of the map."""
        del name, asked_for
        if map_.checked.evidence is None:
            return
        try:
            opened = self.maps.opened(map_)
        except ArgmapError:  # as `argmap check --fix`, which writes nothing into a map with errors
            return
        filled = fixed(opened.parsed.map, opened.files, map_.checked.evidence.documents)
        before = {file.name: file.text for file in opened.files}
        changes = [(each.name, before[each.name], each.text) for each in filled]
        if changes:
            yield CodeAction(
                "Fill in what the documents tell (argmap check --fix)",
                kind=FIX_ALL,
                edit=self._edit(changes),
            )


def _with_word(text: str, problem: Diagnostic, word: str) -> str | None:
    """The text with a word in the place of the mistaken one; None if that is not where it seems."""
    start = index_of_place(lines_of(text), problem.location.line, problem.location.column)
    for mistaken in _MISTAKEN.findall(problem.message):
        for before in (mistaken, f'"{mistaken}"', f"'{mistaken}'"):
            end = start + len(before)
            if text.startswith(before, start) and not re.match(r"[\w.-]", text[end : end + 1]):
                return f"{text[:start]}{word}{text[end:]}"
    return None
