"""Zotero: annotations with their items, as its API and Better BibTeX export them in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.draft import Draft
from argmap.formats.exchange import nothing
from argmap.formats.foreign_file import NOT_JSON
from argmap.formats.highlights.highlight import Anchor, Highlight, MarkedWork, add_highlights
from argmap.formats.highlights.shape import wrong_shape
from argmap.formats.highlights.zotero_notes import fits_notes, highlights_in_notes
from argmap.formats.json_values import dicts_in, first_text, text_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.exchange import Imported, Wishes
    from argmap.formats.foreign_file import ForeignFile

NAME = "zotero"
_KEYS = frozenset(
    (
        *("key", "itemKey", "itemID", "parentItem", "itemType", "tags", "dateAdded"),
        *("annotationText", "annotationComment", "annotationPageLabel", "annotationAuthorName"),
        *("annotationColor", "annotationType"),
    )
)
_WORDS = ("annotationText", "annotationComment")


def fits(file: ForeignFile) -> bool:
    """Whether the JSON has annotations of Zotero, or the text is one of its notes in Markdown."""
    if file.shape == "text":
        return fits_notes(file.text)
    return '"annotation' in file.text and any(map(_is_annotation, _entries(file.json)))


def _is_annotation(item: Mapping[str, Any]) -> bool:
    return any(isinstance(item.get(key), str) for key in _WORDS)


def _entries(tree: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # whatever JSON holds
    """All items: of a list or under `items`; what hangs on them, and what `data` wraps.

    What hangs on an item, as Better BibTeX nests it, names it as `parentItem`.
    """
    top = tree.get("items", tree) if isinstance(tree, dict) else tree
    entries: list[dict[str, Any]] = []
    waiting = [(each, "") for each in reversed(dicts_in(top))]
    while waiting:
        item, parent = waiting.pop()
        data = item.get("data")
        item = data if isinstance(data, dict) else item
        key = first_text(item.get("key"), item.get("itemKey"), item.get("itemID"))
        key = key or f"#{len(entries) + 1}"
        entries.append({**item, "key": key, "parentItem": item.get("parentItem") or parent})
        below = [
            each
            for name in ("attachments", "annotations", "children")
            for each in dicts_in(item.get(name))
        ]
        waiting += [(each, key) for each in reversed(below)]
    return entries


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The annotations as draft claims. Cost: linear."""
    del wishes
    [file] = files
    draft = Draft(NAME, file.name)
    if file.shape == "text":
        if not fits_notes(file.text):
            shape = "lines such as `\u201c...\u201d ([Meyer, 2024, p. 3](zotero://select/...))`"
            return nothing([wrong_shape(file, "annotations of Zotero", shape)])
        add_highlights(draft, highlights_in_notes(draft, file.text))
        return draft.imported()
    if file.json is NOT_JSON:
        return nothing([file.broken_json()])
    entries = _entries(file.json)
    if not any(map(_is_annotation, entries)):
        shape = '`[{"annotationText": ..., "annotationComment": ...}]`'
        return nothing([wrong_shape(file, "annotations of Zotero", shape)])
    add_highlights(draft, _highlights(draft, entries))
    return draft.imported()


def _highlights(draft: Draft, entries: list[dict[str, Any]]) -> Iterator[Highlight]:
    items = {entry["key"]: entry for entry in entries if not _is_annotation(entry)}
    used: set[str] = set()
    for entry in entries:
        if not _is_annotation(entry):
            continue
        if not any(text_in(entry.get(key)).strip() for key in _WORDS):
            kind = text_in(entry.get("annotationType")) or "other"
            draft.set_aside(f"annotations of type {kind} without words", entry["key"])
            continue
        for name, value in entry.items():
            if name not in _KEYS and value not in (None, "", [], {}):
                draft.set_aside("further keys of annotations", f"{entry['key']}: {name}")
        work, chain = _work(entry, items)
        used.update(chain)
        anchor = Anchor(
            text_in(entry.get("annotationText")), page=text_in(entry.get("annotationPageLabel"))
        )
        yield Highlight(
            entry["key"],
            text_in(entry.get("annotationComment")),
            () if anchor.is_empty else (anchor,),
            work,
            _tags(entry.get("tags")),
            {
                "by": text_in(entry.get("annotationAuthorName")),
                "created": text_in(entry.get("dateAdded")),
                "color": text_in(entry.get("annotationColor")),
            },
        )
    for key, item in items.items():
        if key not in used:
            draft.set_aside("items without annotations", text_in(item.get("title")) or key)


def _tags(value: Any) -> tuple[str, ...]:  # noqa: ANN401  # whatever JSON holds
    entries = value if isinstance(value, list) else []
    return tuple(text_in(each.get("tag") if isinstance(each, dict) else each) for each in entries)


def _work(
    entry: Mapping[str, Any], items: Mapping[str, Mapping[str, Any]]
) -> tuple[MarkedWork | None, list[str]]:
    """The work that the annotation's file belongs to, and the items on the way to it."""
    chain: list[str] = []
    key = text_in(entry.get("parentItem"))
    while key and key not in chain:
        chain.append(key)
        key = text_in(items.get(key, {}).get("parentItem"))
    known = [items[key] for key in chain if key in items]
    if not known:
        return (MarkedWork(chain[0]) if chain else None), chain
    item = known[-1]
    url = first_text(*(each.get("url") for each in reversed(known)))
    work = MarkedWork(
        item["key"],
        first_text(item.get("title"), item.get("filename")),
        url if url.startswith(("http://", "https://")) else "",
        _authors(item),
        first_text(item.get("date")),
        {
            "kind": text_in(item.get("itemType")),
            "publisher": first_text(item.get("publisher"), item.get("publicationTitle")),
            "doi": text_in(item.get("DOI")),
            "isbn": text_in(item.get("ISBN")),
            "accessed": text_in(item.get("accessDate")).partition("T")[0].partition(" ")[0],
        },
    )
    return work, chain


def _authors(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The authors, family name first as Zotero has it; editors where there are none."""
    creators = dicts_in(item.get("creators"))
    authors = [each for each in creators if each.get("creatorType") == "author"] or creators
    names = (
        text_in(each.get("name"))
        or ", ".join(filter(None, map(text_in, (each.get("lastName"), each.get("firstName")))))
        for each in authors
    )
    return tuple(" ".join(name.split()) for name in names if name.strip())
