"""Diagnostics while typing: those of `argmap check`, at the columns of editors."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types

from argmap.language_server.maps import Choices, OpenMaps
from argmap.pipeline import check
from tests.language_server.editor import PATIENCE, position_behind

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.language_server.editor import Editor

    Start = Callable[..., Awaitable[Editor]]

A, B = "town/a.yaml", "town/b.yaml"
GOOD = "claims:\n  close: {text: It should be closed., supported_by: [quieter]}\n"
BELOW = "claims:\n  quieter: It is quieter.\n"
BROKEN = "claims:\n  close: {text: It should be clo"
OTHER = "claims:\n  shops: {text: Shops lose., supported_by: [nothing]}\n"
FOLDERS = sorted(
    path
    for room in ("cases", "mistakes")
    for path in (Path(__file__).parents[1] / room).iterdir()
    if path.is_dir()
)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_an_open_map_has_the_problems_that_check_tells(folder: Path) -> None:
    place = next((each for each in (folder / "claims", folder / "wrong") if each.is_dir()), folder)
    if not [*place.glob("*.yaml")]:
        pytest.skip("no claim files of its own")
    maps = OpenMaps(Choices())
    for path in place.glob("*.yaml"):
        try:
            maps.buffers.keep(path.as_uri(), path.read_bytes().decode(), 1)
        except UnicodeDecodeError:
            continue  # no editor shows such a file
    assert maps.at(place, notes=False).problems == check(place, notes=False).diagnostics
    assert maps.at(place).problems == check(place).diagnostics


@pytest.mark.asyncio
async def test_notes_stay_while_a_warning_is_told_before_them(start: Start) -> None:
    editor = await with_files(start, a=GOOD, b=BELOW)
    editor.open(A)
    notes = [each.code for each in await editor.until_noted(A)]
    editor.change(A, GOOD.replace("closed.", "closed?"))
    assert [each.code for each in await editor.until(A, "AM410")] == ["AM410", *notes]


@pytest.mark.asyncio
async def test_what_changes_on_disk_is_shown_when_the_editor_tells_of_it(start: Start) -> None:
    editor = await start(documents="texts")
    editor.write("texts/r.txt", "Some say the town is quieter now.\n")
    source = "source: {id: r, title: R, document: r.txt}\n"
    editor.write(A, source + GOOD)
    quoting = "claims:\n  quieter: {text: It is quieter., quote: the town is quieter, source: r}\n"
    editor.write(B, quoting)
    editor.open(A)
    await editor.until(A)
    assert editor.is_told_of(A, B, "texts/r.txt", "works.bib")
    assert not editor.is_told_of("town/a.py")
    editor.write("texts/r.txt", "Some say the town was louder.\n")
    editor.tell_of_change("texts/r.txt")
    await editor.until(B, "AM501")
    editor.write(B, BELOW.replace("quieter:", "other:"))
    editor.tell_of_change(B)
    await editor.until(A, "AM301")


@pytest.mark.asyncio
async def test_a_text_that_was_never_saved_is_a_map_of_its_own(start: Start) -> None:
    editor = await with_files(start, a=GOOD, b=BELOW)
    new = "untitled:Untitled-1"
    editor.open(new, "services: {web: {}}\n")
    editor.change(new, GOOD)
    await editor.until(new, "AM301")
    await ask_everything(editor, types.Position(1, 3), new)
    editor.change(new, GOOD + BELOW.removeprefix("claims:\n"))
    await editor.until(new)
    for column in (3, 20, 52):
        await ask_everything(editor, types.Position(1, column), new)
    editor.close(new)
    assert not editor.diagnostics(B)
    named = f"untitled:{(editor.folder / 'town' / 'c.yaml').as_posix()}"
    editor.open(named, "claims:\n  shops: {text: Shops lose., supports: [quiter]}\n")
    await editor.until(named, "AM301")
    editor.change(named, "claims:\n  shops: {text: Shops lose., supports: [quieter]}\n")
    await editor.until(named)


async def with_files(start: Start, **texts: str) -> Editor:
    editor = await start()
    for name, text in texts.items():
        editor.write(f"town/{name}.yaml", text)
    return editor


@pytest.mark.asyncio
async def test_a_problem_is_shown_while_typing_and_goes_when_it_is_cured(start: Start) -> None:
    editor = await with_files(start, a=GOOD, b=BELOW)
    editor.open(A)
    await editor.until(A)
    editor.change(A, GOOD.replace("quieter", "quiter"))
    [problem, *_] = await editor.until(A, "AM301")
    assert problem.message.startswith("there is no claim `quiter`")
    assert problem.source == "argmap"
    assert problem.severity is types.DiagnosticSeverity.Error
    assert problem.data["explanation"].startswith("AM301: unknown claim.")  # type: ignore[index]
    editor.change(A, GOOD)
    await editor.until(A)


@pytest.mark.asyncio
async def test_columns_are_those_of_utf_16(start: Start) -> None:
    before = 'claims:\n  close: {text: "😀 e\u0301 It is so.", supported_by: ["'
    editor = await with_files(start, a=before + 'quiter"]}\n')
    editor.open(A)
    problem = (await editor.until(A, "AM301"))[0]
    assert problem.range.start == position_behind(before.removesuffix('"'))
    assert problem.range.end == position_behind(before + 'quiter"')


@pytest.mark.asyncio
async def test_a_broken_file_takes_nothing_from_the_others(start: Start) -> None:
    editor = await with_files(start, a=GOOD, b=BELOW, c=OTHER)
    editor.open(A)
    await editor.until("town/c.yaml", "AM301")
    before = [*editor.diagnostics("town/c.yaml")], [*editor.diagnostics(B)]
    editor.change(A, BROKEN)
    await editor.until(A, "AM102")
    assert ([*editor.diagnostics("town/c.yaml")], [*editor.diagnostics(B)]) == before
    editor.change(A, GOOD)
    await editor.until(A)


@pytest.mark.asyncio
async def test_a_problem_names_the_other_places_that_it_is_about(start: Start) -> None:
    editor = await with_files(start, a=GOOD, b=BELOW + GOOD.removeprefix("claims:\n"))
    editor.open(A)
    problem = (await editor.until(B, "AM306", "AM401"))[0]
    [related] = problem.related_information or ()
    assert related.location.uri == editor.uri(A)
    assert related.location.range.start == types.Position(1, 2)


@pytest.mark.asyncio
async def test_a_file_that_is_not_saved_yet_is_part_of_the_map(start: Start) -> None:
    editor = await with_files(start, a=GOOD)
    editor.open(A)
    await editor.until(A, "AM301")
    editor.open(B, BELOW)
    await editor.until(A)
    editor.close(B)
    await editor.until(A, "AM301")


@pytest.mark.asyncio
async def test_what_is_shown_goes_with_the_last_file_that_is_open(start: Start) -> None:
    editor = await with_files(start, a=GOOD)
    editor.open(A)
    await editor.until(A, "AM301")
    editor.close(A)
    await editor.until(A)
    assert not editor.diagnostics(A)


@pytest.mark.asyncio
async def test_nothing_is_shown_of_a_file_that_was_closed_before_it_was_checked(
    start: Start,
) -> None:
    editor = await with_files(start, a=GOOD, b=BELOW)
    for _ in range(5):
        editor.open(A)
        editor.close(A)
    editor.write("other/a.yaml", GOOD)
    editor.open("other/a.yaml")
    await editor.until("other/a.yaml", "AM301")
    await asyncio.sleep(0.1)
    assert not editor.diagnostics(A)
    assert not editor.diagnostics(B)


@pytest.mark.asyncio
async def test_maps_of_a_workspace_are_apart_and_the_chosen_ones_alone_are_read(
    start: Start,
) -> None:
    for options, codes in (({}, ["AM301"]), ({"map": "town"}, []), ({"map": ["other"]}, ["AM301"])):
        editor = await start(**options)
        editor.write(A, GOOD)
        editor.write(B, BELOW)
        editor.write("other/a.yaml", GOOD)
        editor.open("other/a.yaml")
        editor.open(A)
        if options != {"map": ["other"]}:
            await editor.until(A)
        if codes:
            await editor.until("other/a.yaml", *codes)
        assert editor.codes("other/a.yaml") == codes


@pytest.mark.asyncio
async def test_quotations_are_verified_while_typing(start: Start) -> None:
    editor = await start(documents="texts")
    editor.write("texts/r.txt", "Some say the town is quieter now.\n")
    text = (
        "source: {id: r, title: R, document: r.txt}\n"
        "claims:\n  a: {text: It is so., quote: the town is quieter}\n"
    )
    editor.write(A, text)
    editor.open(A)
    await editor.until(A)
    editor.change(A, text.replace("is quieter", "was louder"))
    await editor.until(A, "AM501")
    editor.write("texts/r.txt", "Some say the town was louder then.\n")
    saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(editor.uri(A)))
    editor.client.text_document_did_save(saved)
    await editor.until(A)


ODD: dict[str, Any] = {
    "one line of a megabyte": "claims: {a: " + "x" * 1_000_000 + "}",
    "deep brackets": "claims: " + "[" * 5_000,
    "control characters": "claims:\n  a: \x00\x07\n",
    "half a character": "claims:\n  a: \ud83d so it is.\n",
    "other line breaks": "claims:\n  a: It\u2028is\x85so.\n",
    "nothing": "",
    "a list": "- claims:\n",
    "an alias": "claims: &a {b: *a}\n",
    "only carriage returns": "claims:\r  a: It is so.\r  b: {text: So., supported_by: c}\r",
}


@pytest.mark.asyncio
async def test_nothing_that_is_typed_or_asked_ends_the_server(start: Start) -> None:
    editor = await with_files(start, a=GOOD, b=BELOW)
    editor.open(A)
    await editor.until(A)
    before = editor.on_disk()
    for name, text in ODD.items():
        editor.change(A, text)
        for position in (types.Position(0, 3), types.Position(1, 2), types.Position(10**6, 10**6)):
            await ask_everything(editor, position)
        editor.change(A, GOOD)
        assert await editor.until(A) is not None, name
    assert editor.on_disk() == before


async def ask_everything(editor: Editor, position: types.Position, name: str = A) -> None:
    """Put every request about a position, and about the file; none may fail, or go unanswered."""
    async with asyncio.timeout(PATIENCE):
        await _ask_everything(editor, position, name)


async def _ask_everything(editor: Editor, position: types.Position, name: str) -> None:
    document, client = types.TextDocumentIdentifier(editor.uri(name)), editor.client
    await client.text_document_completion_async(types.CompletionParams(document, position))
    await client.text_document_hover_async(types.HoverParams(document, position))
    await client.text_document_definition_async(types.DefinitionParams(document, position))
    context = types.ReferenceContext(include_declaration=True)
    await client.text_document_references_async(types.ReferenceParams(context, document, position))
    await client.text_document_document_highlight_async(
        types.DocumentHighlightParams(document, position)
    )
    await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, position))
    await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    await client.workspace_symbol_async(types.WorkspaceSymbolParams("a"))
    there = types.Range(position, position)
    await client.text_document_code_action_async(
        types.CodeActionParams(document, there, types.CodeActionContext([]))
    )
    options = types.FormattingOptions(2, insert_spaces=True)
    await client.text_document_formatting_async(types.DocumentFormattingParams(document, options))


@pytest.mark.asyncio
async def test_files_that_go_away_are_no_reason_to_stop(start: Start, tmp_path: Path) -> None:
    editor = await with_files(start, a=GOOD, b=BELOW)
    editor.open(A)
    await editor.until(A)
    (tmp_path / B).unlink()
    editor.change(A, GOOD + "\n")
    await editor.until(A, "AM301")
    (tmp_path / A).unlink()
    (tmp_path / "town").rmdir()
    editor.change(A, GOOD.replace(", supported_by: [quieter]", ""))
    await editor.until(A)
    document = types.TextDocumentItem("untitled:Untitled-1", "yaml", 1, GOOD)
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
    await ask_everything(editor, types.Position(1, 3))
