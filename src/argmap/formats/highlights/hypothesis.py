"""Hypothesis: the rows of its API, as `{"total": 2, "rows": [...]}`, a list, or a single row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.draft import Draft
from argmap.formats.exchange import in_words, nothing
from argmap.formats.highlights.highlight import Anchor, Highlight, MarkedWork, add_highlights
from argmap.formats.highlights.shape import wrong_shape
from argmap.formats.json_values import dicts_in, first_text, text_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.exchange import Imported, Wishes
    from argmap.formats.foreign_file import ForeignFile

NAME = "hypothesis"
_KEYS = frozenset(
    ("id", "uri", "text", "tags", "target", "document", "user", "user_info", "created")
)
_OF_SERVER = ("permissions", "group", "links", "updated")
_LOOKED_AT = 20  # rows by which the format is told


def fits(file: ForeignFile) -> bool:
    """Whether the JSON has rows with an address and a target, as Hypothesis has them."""
    rows = _rows(file.json)
    is_empty = isinstance(file.json, dict) and file.json == {"total": 0, "rows": []}
    return is_empty or (rows is not None and any(map(_is_row, rows[:_LOOKED_AT])))


def _is_row(row: Any) -> bool:  # noqa: ANN401  # whatever JSON holds
    return (
        isinstance(row, dict)
        and isinstance(row.get("uri"), str)
        and "@context" not in row
        and any(key in row for key in ("target", "tags", "text"))
    )


def _rows(tree: Any) -> list[Any] | None:  # noqa: ANN401  # likewise
    if isinstance(tree, dict):
        rows = tree.get("rows", [tree] if "uri" in tree else None)
        return rows if isinstance(rows, list) else None
    return tree if isinstance(tree, list) else None


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The annotations as draft claims. Cost: linear."""
    del wishes
    [file] = files
    rows = _rows(file.json)
    if rows is None:
        return nothing([wrong_shape(file, "rows of Hypothesis", '`{"rows": [...]}`')])
    draft = Draft(NAME, file.name)
    add_highlights(draft, _highlights(draft, rows))
    return draft.imported()


def _highlights(draft: Draft, rows: list[Any]) -> Iterator[Highlight]:
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            draft.skip("rows that are no annotation", in_words(row))
            continue
        id_ = text_in(row.get("id")) or f"#{number}"
        if row.get("references"):
            draft.set_aside("replies to annotations", f"{id_}: {text_in(row.get('text'))}")
            continue
        if any(key in row for key in _OF_SERVER):
            draft.set_aside("groups, permissions and links of annotations", id_)
        targets = dicts_in(row.get("target"))
        anchors = tuple(_anchor(target) for target in targets)
        _report_rest(draft, id_, row, targets)
        tags = row.get("tags")
        yield Highlight(
            id_,
            text_in(row.get("text")),
            tuple(anchor for anchor in anchors if not anchor.is_empty),
            _work(row, targets),
            tuple(map(text_in, tags)) if isinstance(tags, list) else (),
            {"by": _name(row), "created": text_in(row.get("created"))},
        )


def _report_rest(
    draft: Draft, id_: str, row: dict[str, Any], targets: list[dict[str, Any]]
) -> None:
    """Report the keys and the selectors that say nothing to a map."""
    for key, value in row.items():
        if key not in _KEYS and key not in _OF_SERVER and value not in (None, [], "", False):
            draft.set_aside("further keys of annotations", f"{id_}: {key}")
    for target in targets:
        for selector in dicts_in(target.get("selector")):
            kind = text_in(selector.get("type"))
            if kind not in ("TextQuoteSelector", "PageSelector"):
                draft.set_aside("places by other selectors", f"{id_}: {kind}")


def _anchor(target: dict[str, Any]) -> Anchor:
    quote = prefix = suffix = page = ""
    for selector in dicts_in(target.get("selector")):
        if selector.get("type") == "TextQuoteSelector":
            quote, prefix, suffix = (
                text_in(selector.get(key)) for key in ("exact", "prefix", "suffix")
            )
        elif selector.get("type") == "PageSelector":
            page = text_in(selector.get("label"))
    return Anchor(quote, prefix, suffix, page)


def _work(row: dict[str, Any], targets: list[dict[str, Any]]) -> MarkedWork:
    uri = first_text(row.get("uri"), *(target.get("source") for target in targets))
    document = row.get("document")
    title = first_text(document.get("title")) if isinstance(document, dict) else ""
    return MarkedWork(uri, title, uri if uri.startswith(("http://", "https://")) else "")


def _name(row: dict[str, Any]) -> str:
    """The name that the annotator shows, else that of the account, without its server."""
    info = row.get("user_info")
    shown = text_in(info.get("display_name")) if isinstance(info, dict) else ""
    return shown or text_in(row.get("user")).removeprefix("acct:").partition("@")[0]
