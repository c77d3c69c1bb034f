"""Completion, hover, definition, references, renaming and the rest, by a real client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from argmap.cli.program import run
from tests.language_server.editor import at_mark, marked

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from tests.language_server.editor import Editor

    Start = Callable[..., Awaitable[Editor]]

pytestmark = pytest.mark.asyncio

CLOSE = """\
# Who says 😀 this?
map: {title: A town, main: [close], objections: contest}
source: {id: report, title: A report}
claims:
  close:
    text: "The 😀 town should be closed; e\u0301."
    label: Close the town
    supported_by: [{premises: [quieter, cars], id: step, scheme: practical-reasoning}]
    attacked_by:
      - shops
  cars: {text: "😀e\u0301 cars are loud.", restates: loud}
stances: {me: {reject: [shops], credences: {quieter: 0.5}}}
questions: {what: {text: What to do?, answers: [close]}}
"""
BELOW = """\
claims:
  quieter: {text: It is quieter., source: report, granted: true}
  shops: {text: Shops lose., undercuts: step}
  loud: Cars make a noise.
"""
NAMES = ("town/a.yaml", "town/b.yaml")


@pytest.fixture(name="texts", params=["\n", "\r\n"], ids=["lf", "crlf"])
def _texts(request: pytest.FixtureRequest) -> dict[str, str]:
    """The files of a map, with the line breaks of Unix or of Windows."""
    texts = (text.replace("\n", request.param) for text in (CLOSE, BELOW))
    return dict(zip(NAMES, texts, strict=True))


async def opened(start: Start, texts: dict[str, str], **options: Any) -> Editor:  # noqa: ANN401
    editor = await start(**options)
    for name, text in texts.items():
        editor.write(name, text)
    for name in texts:
        editor.open(name)
    return editor


async def proposals(editor: Editor, name: str, text: str) -> dict[str, types.CompletionItem]:
    """The proposals at the mark `|` of a text that is typed into a file."""
    text, position = marked(text)
    editor.change(name, text)
    document = types.TextDocumentIdentifier(editor.uri(name))
    parameters = types.CompletionParams(document, position)
    answer = await editor.client.text_document_completion_async(parameters)
    assert isinstance(answer, types.CompletionList)
    return {item.label: item for item in answer.items}


class Typed(NamedTuple):
    """A text typed at `|` in the place of a piece of the first file, and what is proposed then."""

    before: str
    after: str
    wanted: str
    unwanted: str


LABEL = "    label: Close the town"
TYPED = (
    Typed("[{premises: [quieter", "[{premises: [|quieter", "shops", "step report text"),
    Typed("      - shops", "      - sho|", "shops", "quieter"),
    Typed("      - shops", "      - |", "premises scheme shops", "label title"),
    Typed("      - shops", "      - {wei|", "weight", "shops"),
    Typed("scheme: practical-reasoning", "scheme: |", "analogy", "shops"),
    Typed("main: [close]", "main: [|", "close loud", "report"),
    Typed(LABEL, "    |", "label granted", "title"),
    Typed(LABEL, "    mode: |", "reported conceded", "shops"),
    Typed(LABEL, "    source: |", "report", "shops"),
    Typed(LABEL, "    granted: |", "true false pending", "shops"),
    Typed(LABEL, "    supported_by:\n      - premises: [|", "shops", "report"),
    Typed(LABEL, "    supported_by:\n    - id: a\n      undercut_by: |", "shops", "report"),
    Typed(LABEL, "    ignore: {code: AM40|", "AM401", "AM301 shops"),
    Typed("restates: loud", "restates: |", "loud", "report"),
    Typed("objections: contest", "objections: |", "defeat contest", "close"),
    Typed("questions: {what", "|\nquestions: {what", "expect schemes", "label"),
    Typed("credences: {quieter: 0.5}", "credences: {|", "shops quieter", "step"),
    Typed("answers: [close]", "answers: [|", "close", "report"),
    Typed("questions: {what", "expect: {close: |}\nquestions: {what", "falls stands", "close"),
    Typed("questions: {what", "expect: {|}\nquestions: {what", "close shops", "report"),
)


async def test_what_fits_is_proposed_in_half_written_text(
    start: Start, texts: dict[str, str]
) -> None:
    editor = await opened(start, texts)
    for each in TYPED:
        assert texts[NAMES[0]].count(each.before) == 1, each
        half = texts[NAMES[0]].replace(each.before, each.after)
        proposed = (await proposals(editor, NAMES[0], half)).keys()
        assert {*each.wanted.split()} <= proposed, each
        assert not {*each.unwanted.split()} & proposed, each


async def test_nothing_is_proposed_in_comments_and_sentences(
    start: Start, texts: dict[str, str]
) -> None:
    editor = await opened(start, texts)
    for before, after in (("# Who says", "# Wh|o says"), ("town should", "to|wn should")):
        text = texts[NAMES[0]].replace(before, after)
        assert await proposals(editor, NAMES[0], text) == {}


async def test_a_proposal_says_what_it_means_and_replaces_what_was_typed(
    start: Start, texts: dict[str, str]
) -> None:
    editor = await opened(start, texts)
    text = texts[NAMES[0]].replace(
        '"😀e\u0301 cars are loud.", restates: loud', "text: 😀, restates: lou|"
    )
    item = (await proposals(editor, NAMES[0], text))["loud"]
    assert item.documentation == "Cars make a noise."
    assert isinstance(item.text_edit, types.TextEdit)
    edit = item.text_edit
    assert edit.new_text == "loud"
    assert edit.range.end.character - edit.range.start.character == len("lou")
    text = texts[NAMES[0]].replace("    label: Close the town", "    gra|")
    item = (await proposals(editor, NAMES[0], text))["granted"]
    assert isinstance(item.documentation, types.MarkupContent)
    assert "without needing a reason" in item.documentation.value


async def shown_at(editor: Editor, name: str, text: str, mark: str) -> str:
    position = at_mark(text, mark)
    document = types.TextDocumentIdentifier(editor.uri(name))
    answer = await editor.client.text_document_hover_async(types.HoverParams(document, position))
    if answer is None:
        return ""
    assert isinstance(answer.contents, types.MarkupContent)
    return answer.contents.value


async def test_a_claim_is_shown_with_its_status_and_its_reason(
    start: Start, texts: dict[str, str]
) -> None:
    editor = await opened(start, texts)
    shown = await shown_at(editor, NAMES[0], texts[NAMES[0]], "qu|ieter, cars")
    assert "It is quieter" in shown
    assert "stands: granted" in shown
    assert "A report" in shown
    assert "nobody objects" in shown


SHOWN = {
    "pract|ical-reasoning": "Critical questions",
    "id: st|ep": "supports",
    "id: rep|ort": "A report",
    "{m|e: {reject": "rejects shops",
    "{wh|at: {text": "What to do",
    "att|acked_by:": "Values",
    "lab|el:": "Values",
}


async def test_other_words_are_shown_with_their_meaning(
    start: Start, texts: dict[str, str]
) -> None:
    editor = await opened(start, texts)
    for mark, words in SHOWN.items():
        assert words in await shown_at(editor, NAMES[0], texts[NAMES[0]], mark), mark


async def test_a_problem_is_explained_under_the_pointer(start: Start) -> None:
    text = "claims:\n  a: {text: It is so., supported_by: quiet}\n"
    editor = await opened(start, {"town/a.yaml": text})
    assert "AM301" in await shown_at(editor, "town/a.yaml", text, "supported_by: qu|iet")


async def test_an_id_leads_to_its_declaration_in_another_file(
    start: Start, texts: dict[str, str]
) -> None:
    editor = await opened(start, texts)
    document = types.TextDocumentIdentifier(editor.uri(NAMES[0]))
    position = at_mark(texts[NAMES[0]], "restates: lo|ud")
    answer = await editor.client.text_document_definition_async(
        types.DefinitionParams(document, position)
    )
    assert answer == [types.Location(editor.uri(NAMES[1]), range_of(3, 2, 6))]


async def test_every_mention_is_found_and_those_of_the_file_are_marked(
    start: Start, texts: dict[str, str]
) -> None:
    editor = await opened(start, texts)
    document = types.TextDocumentIdentifier(editor.uri(NAMES[1]))
    position = at_mark(texts[NAMES[1]], "sho|ps: {text")
    context = types.ReferenceContext(include_declaration=True)
    answer = await editor.client.text_document_references_async(
        types.ReferenceParams(context, document, position)
    )
    assert answer is not None
    places = {(each.uri, each.range.start.line) for each in answer}
    assert places == {
        (editor.uri(NAMES[0]), 9),
        (editor.uri(NAMES[0]), 11),
        (editor.uri(NAMES[1]), 2),
    }
    highlights = await editor.client.text_document_document_highlight_async(
        types.DocumentHighlightParams(document, position)
    )
    assert highlights is not None
    assert [each.range for each in highlights] == [range_of(2, 2, 7)]


def range_of(line: int, start: int, end: int) -> types.Range:
    return types.Range(types.Position(line, start), types.Position(line, end))


RENAMED = {
    "claim": ("restates: lo|ud", "loud", "noise"),
    "relation": ("id: st|ep", "step", "first-step"),
    "source": ("{id: re|port", "report", "the-report"),
    "stance": ("{m|e: {reject", "me", "my-view"),
    "question": ("{wh|at: {text", "what", "which"),
}


@pytest.mark.parametrize("kind", RENAMED)
async def test_renaming_writes_what_the_command_writes(
    start: Start, texts: dict[str, str], tmp_path: Path, kind: str
) -> None:
    mark, old, new = RENAMED[kind]
    editor = await opened(start, texts)
    document = types.TextDocumentIdentifier(editor.uri(NAMES[0]))
    position = at_mark(texts[NAMES[0]], mark)
    prepared = await editor.client.text_document_prepare_rename_async(
        types.PrepareRenameParams(document, position)
    )
    assert isinstance(prepared, types.PrepareRenamePlaceholder)
    assert prepared.placeholder == old
    edit = await editor.client.text_document_rename_async(
        types.RenameParams(document, position, new)
    )
    assert edit is not None
    after = editor.texts_after(edit)
    assert [(tmp_path / name).read_bytes().decode() for name in NAMES] == [*texts.values()]
    assert run(["rename", old, new, str(tmp_path / "town"), "--kind", kind]) == 0
    for name in NAMES:
        assert after[name] == (tmp_path / name).read_bytes().decode()


REFUSED = {"Not good": "well formed", "shops": "taken", "": "well formed"}


async def test_a_bad_name_is_refused_in_the_words_of_the_command(start: Start) -> None:
    texts = dict(zip(NAMES, (CLOSE, BELOW), strict=True))
    editor = await opened(start, texts)
    document = types.TextDocumentIdentifier(editor.uri(NAMES[0]))
    position = at_mark(CLOSE, "restates: lo|ud")
    for new, why in REFUSED.items():
        with pytest.raises(JsonRpcException, match=why):
            await editor.client.text_document_rename_async(
                types.RenameParams(document, position, new)
            )


async def test_formatting_is_that_of_fmt(
    start: Start, texts: dict[str, str], tmp_path: Path
) -> None:
    name = NAMES[0]
    untidy = (
        texts[name].replace("main: [close]", "main: [close] ", 1).replace("claims:", "claims:   ")
    )
    editor = await opened(start, {**texts, name: untidy})
    document = types.TextDocumentIdentifier(editor.uri(name))
    options = types.FormattingOptions(2, insert_spaces=True)
    edits = await editor.client.text_document_formatting_async(
        types.DocumentFormattingParams(document, options)
    )
    assert edits
    after = editor.texts_after(types.WorkspaceEdit(changes={editor.uri(name): edits}))
    assert run(["fmt", str(tmp_path / "town")]) == 0
    assert after[name] == (tmp_path / name).read_bytes().decode()


async def actions(
    editor: Editor, name: str, text: str, mark: str, only: str | None = None
) -> dict[str, types.CodeAction]:
    position = at_mark(text, mark)
    kinds = (
        [types.CodeActionKind(only)]
        if only in {*types.CodeActionKind}
        else [only]
        if only
        else None
    )
    answer = await editor.client.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(editor.uri(name)),
            types.Range(position, position),
            types.CodeActionContext([*editor.diagnostics(name)], kinds),
        )
    )
    return {each.title: each for each in answer or () if isinstance(each, types.CodeAction)}


async def test_a_mistyped_id_has_a_cure(start: Start, texts: dict[str, str]) -> None:
    editor = await opened(start, texts)
    mistyped = texts[NAMES[0]].replace("[quieter, cars]", "[quiter, cars]")
    editor.change(NAMES[0], mistyped)
    await editor.until(NAMES[0], "AM301")
    cure = (await actions(editor, NAMES[0], mistyped, "[qu|iter, cars]", "quickfix"))[
        "Write `quieter`"
    ]
    assert cure.diagnostics
    assert cure.edit is not None
    assert editor.texts_after(cure.edit)[NAMES[0]] == texts[NAMES[0]]


async def test_a_mistyped_key_has_a_cure(start: Start) -> None:
    good = "claims:\n  a:\n    text: It is so.\n    label: So\n"
    bad = good.replace("label", "lable")
    editor = await opened(start, {"town/a.yaml": bad})
    await editor.until("town/a.yaml", "AM201")
    cure = (await actions(editor, "town/a.yaml", bad, "    la|ble"))["Write `label`"]
    assert cure.edit is not None
    assert editor.texts_after(cure.edit)["town/a.yaml"] == good


async def test_a_claim_can_be_defined_where_it_is_used_and_back(start: Start) -> None:
    editor = await opened(
        start, {"town/a.yaml": "claims:\n  a: {text: It is so., supported_by: [b]}\n  b: It is.\n"}
    )
    text = editor.text("town/a.yaml")
    move = (await actions(editor, "town/a.yaml", text, "  b|: It is"))[
        "Define `b` where it is used"
    ]
    assert move.edit is not None
    nested = editor.texts_after(move.edit)["town/a.yaml"]
    assert "\n  b:" not in nested
    editor.change("town/a.yaml", nested)
    back = (await actions(editor, "town/a.yaml", nested, "- b|: "))["Define `b` below `claims:`"]
    assert back.edit is not None
    assert "\n  b: It is.\n" in editor.texts_after(back.edit)["town/a.yaml"]


async def test_what_documents_tell_is_filled_in_as_by_check_fix(
    start: Start, tmp_path: Path
) -> None:
    text = (
        "source: {id: r, title: R, document: r.txt}\n"
        "claims:\n  a: {text: It is so., quote: the town is quieter now}\n"
    )
    editor = await opened(start, {"town/a.yaml": text}, documents="texts")
    editor.write("texts/r.txt", "Nobody knew.\n\nSome say the town is quieter now than before.\n")
    fix = await actions(editor, "town/a.yaml", text, "claims|:", "source.fixAll")
    [action] = fix.values()
    assert action.edit is not None
    after = editor.texts_after(action.edit)["town/a.yaml"]
    run(["check", "--fix", str(tmp_path / "town"), "--documents", str(tmp_path / "texts")])
    assert after == (tmp_path / "town/a.yaml").read_text()
    assert after != text


async def test_the_outline_has_what_the_file_declares(start: Start, texts: dict[str, str]) -> None:
    editor = await opened(start, texts)
    document = types.TextDocumentIdentifier(editor.uri(NAMES[0]))
    outline = await editor.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(document)
    )
    symbols = [each for each in outline or () if isinstance(each, types.DocumentSymbol)]
    assert [each.name for each in symbols] == ["report", "close", "cars", "me", "what"]
    [below] = symbols[1].children or ()
    assert below.name == "step"
    assert symbols[1].detail == "1 Close the town"
    assert symbols[1].range.end.line == 9


SOUGHT = {"noise": "loud", "1": "close", "shops": "shops", "TOWN close": "close"}


async def test_claims_are_searched_by_words_and_numbers(
    start: Start, texts: dict[str, str]
) -> None:
    editor = await opened(start, texts)
    for query, first in SOUGHT.items():
        answer = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams(query))
        assert answer, query
        assert answer[0].container_name == first, query


async def test_no_request_about_another_file_is_answered(
    start: Start, texts: dict[str, str]
) -> None:
    editor = await opened(start, texts)
    editor.write("other/compose.yml", "services: {web: {image: nginx}}\n")
    editor.open("other/compose.yml")
    assert await proposals(editor, NAMES[0], "claims:\n  a: |") is not None
    assert await shown_at(editor, "other/compose.yml", "services: {web", "ser|vices") == ""
    assert editor.diagnostics("other/compose.yml") == []
