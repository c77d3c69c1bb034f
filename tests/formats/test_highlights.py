"""Highlights: what readers marked becomes drafts of claims, and claims annotations."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.highlights import hypothesis, w3c, zotero
from argmap.formats.recognition import recognised
from tests.formats.whole_maps import whole_map
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from types import ModuleType

    from argmap.formats.exchange import Imported
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim

QUOTE = {
    "type": "TextQuoteSelector",
    "exact": "Noise  harms\nsleep",
    "prefix": "that",
    "suffix": ";",
}
ROW = {
    "id": "Row_1",
    "uri": "https://e.org/a",
    "text": "Noise is bad.",
    "tags": ["health"],
    "document": {"title": ["A report"]},
    "target": [
        {"source": "https://e.org/a", "selector": [QUOTE, {"type": "PageSelector", "label": "4"}]}
    ],
}
ANNOTATION = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "http://e.org/anno1",
    "type": "Annotation",
    "body": [
        {"type": "TextualBody", "value": "Noise is bad."},
        {"type": "TextualBody", "value": "health", "purpose": "tagging"},
    ],
    "target": {
        "source": {"id": "https://e.org/a", "label": "A report"},
        "selector": {"type": "FragmentSelector", "value": "page=4", "refinedBy": QUOTE},
    },
}
MARK = {
    "itemType": "annotation",
    "annotationText": "Noise harms sleep",
    "annotationComment": "Noise is bad.",
    "annotationPageLabel": "4",
    "tags": [{"tag": "health"}],
}
WORK = {"key": "W", "title": "A report", "url": "https://e.org/a", "creators": []}
FILES: dict[str, tuple[ModuleType, Any]] = {
    "rows": (hypothesis, {"total": 1, "rows": [ROW]}),
    "list": (hypothesis, [ROW]),
    "row": (hypothesis, ROW),
    "annotation": (w3c, ANNOTATION),
    "annotations": (w3c, [ANNOTATION]),
    "graph": (w3c, {"@graph": [{**ANNOTATION, "@type": "oa:Annotation"}]}),
    "page": (w3c, {"type": "AnnotationPage", "items": [ANNOTATION]}),
    "collection": (
        w3c,
        {
            "type": ["AnnotationCollection"],
            "first": {"type": "AnnotationPage", "items": [ANNOTATION]},
        },
    ),
    "items": (zotero, [WORK, {**MARK, "key": "M", "parentItem": "W"}]),
    "data": (
        zotero,
        [
            {"key": "W", "data": WORK},
            {"key": "P", "data": {"key": "P", "parentItem": "W"}},
            {"key": "M", "data": {**MARK, "key": "M", "parentItem": "P"}},
        ],
    ),
    "better": (
        zotero,
        {"items": [{**WORK, "attachments": [{"title": "PDF", "annotations": [MARK]}]}]},
    ),
}
NOTE = (
    "\u201cNoise harms sleep\u201d ([Meyer, 2024, p. 4](zotero://select/library/items/W))"
    " ([pdf](zotero://open-pdf/library/items/P?page=2&annotation=M)) Noise is bad.\r\n"
)


def file_of(tree: Any) -> ForeignFile:  # noqa: ANN401  # whatever JSON holds
    return ForeignFile("marks.json", json.dumps(tree).encode())


def read(module: ModuleType, file: ForeignFile) -> Imported:
    imported: Imported = module.read((file,), PLAIN)
    return imported


def only_claim(imported: Imported) -> Claim:
    [claim] = imported.map.claims.values()
    return claim


@pytest.mark.parametrize("name", FILES)
def test_a_highlight_is_the_draft_of_a_claim_with_its_quotation(name: str) -> None:
    module, tree = FILES[name]
    assert [each.reader for each in recognised(file_of(tree)).fitting] == [
        f"highlights.{module.__name__.rpartition('.')[2]}"
    ]
    imported = read(module, file_of(tree))
    claim = only_claim(imported)
    assert (claim.id, claim.text) == ("noise-is-bad", "Noise is bad.")
    assert claim.tags == ("health", "draft")
    [locator] = claim.locators
    assert (locator.quote, locator.page) == ("Noise harms sleep", "4")
    if module is not zotero:
        assert (locator.prefix, locator.suffix) == ("that", ";")
    [source] = imported.map.sources.values()
    assert (source.id, source.title, source.url) == ("a-report", "A report", "https://e.org/a")
    assert not imported.diagnostics


def test_a_note_of_zotero_is_read_line_by_line() -> None:
    file = ForeignFile("note.md", NOTE.encode())
    assert recognised(file).only is not None
    imported = read(zotero, file)
    claim = only_claim(imported)
    assert (claim.text, claim.tags) == ("Noise is bad.", ("draft",))
    assert [(each.quote, each.page) for each in claim.locators] == [("Noise harms sleep", "4")]
    [source] = imported.map.sources.values()
    assert (source.authors, source.date) == (("Meyer",), "2024")


@pytest.mark.parametrize("name", ["rows", "annotation", "items"])
def test_without_a_comment_the_marked_words_are_the_text(name: str) -> None:
    module, tree = FILES[name]
    bare = json.loads(json.dumps(tree).replace("Noise is bad.", ""))
    assert only_claim(read(module, file_of(bare))).text == "Noise harms sleep"


def test_a_reply_is_told() -> None:
    reply = {**ROW, "id": "Row_2", "references": ["Row_1"], "text": "No."}
    imported = read(hypothesis, file_of([ROW, reply]))
    assert len(imported.map.claims) == 1
    assert [(loss.what, loss.example) for loss in imported.lost] == [
        ("replies to annotations", "Row_2: No.")
    ]


@for_all(whole_map, 60, 400)
def test_a_map_comes_back_from_annotations_but_for_what_is_reported(
    argument_map: ArgumentMap,
) -> None:
    exported = w3c.write(argument_map, PLAIN)
    assert isinstance(exported.content, str)
    file = ForeignFile("map.jsonld", exported.content.encode())
    assert [each.name for each in recognised(file).fitting] == ["annotations"]
    imported = read(w3c, file)
    assert not imported.lost
    again = imported.map
    lost = {loss.what for loss in exported.lost}
    assert again.title == argument_map.title
    assert [*again.claims] == [*argument_map.claims]
    for id_, claim in argument_map.claims.items():
        twin = again.claims[id_]
        assert (twin.text, twin.tags, twin.source) == (claim.text, claim.tags, claim.source)
        if "paragraphs, sections and times of quotations" not in lost:
            assert places(twin) == places(claim)
    if "sources that no claim is taken from" not in lost:
        assert facts(again) == facts(argument_map)
    if argument_map.relations:
        [count] = [loss.count for loss in exported.lost if loss.what == "supports and attacks"]
        assert count == len(argument_map.relations)


def places(claim: Claim) -> list[tuple[str | None, ...]]:
    return [(each.quote, each.prefix, each.suffix, each.page) for each in claim.locators]


def facts(argument_map: ArgumentMap) -> list[tuple[object, ...]]:
    return [
        (each.id, each.title, each.authors, each.date, each.url)
        for each in argument_map.sources.values()
    ]


# Files that are damaged

ODD: tuple[Any, ...] = (None, 7, True, "", "x", [], {}, [None], [[]], {"a": {}}, [{"type": 7}])


def damaged(choices: Choices) -> tuple[ModuleType, ForeignFile]:
    """A file with odd values at some places."""
    module, tree = FILES[choices.one_of(tuple(FILES))]
    whole = json.loads(json.dumps(tree))
    for _ in range(1 + choices.below(3)):
        part = whole
        while True:
            keys = [*part] if isinstance(part, dict) else [*range(len(part))]
            if not keys:
                break
            key = choices.one_of(tuple(keys))
            if choices.below(3) == 0 or not isinstance(part[key], dict | list):
                part[key] = deepcopy(choices.one_of(ODD))
                break
            part = part[key]
    return module, file_of(whole)


@for_all(damaged, 400, 40)
def test_no_damage_makes_it_raise(broken: tuple[ModuleType, ForeignFile]) -> None:
    module, file = broken
    for each in (hypothesis, w3c, zotero):
        each.fits(file)
    imported = read(module, file)
    assert imported.map.claims or imported.lost or imported.diagnostics or not module.fits(file)


@pytest.mark.parametrize("module", [hypothesis, w3c, zotero])
@pytest.mark.parametrize(
    "content", [b"", b"{", b"[" * 1_000_000, b"[]", b"7", b"null", b'{"a": 1}', b"\xff\xfe\x00"]
)
def test_what_holds_no_highlights_is_told_or_empty(module: ModuleType, content: bytes) -> None:
    file = ForeignFile("marks.json", content)
    assert not module.fits(file)
    imported = read(module, file)
    assert not imported.map.claims
    assert imported.diagnostics or content == b"[]"
