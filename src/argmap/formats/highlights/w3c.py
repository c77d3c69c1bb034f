"""W3C Web Annotations (JSON-LD): bodies are the text and tags of a claim, targets its anchors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.draft import Draft
from argmap.formats.exchange import nothing
from argmap.formats.highlights.highlight import Anchor, Highlight, MarkedWork, add_highlights
from argmap.formats.highlights.shape import wrong_shape
from argmap.formats.highlights.w3c_writing import ADDRESS, CLAIM, NO_SOURCE, SOURCE, write
from argmap.formats.ids import is_valid
from argmap.formats.json_values import dicts_in, first_text, text_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.exchange import Imported, Wishes
    from argmap.formats.foreign_file import ForeignFile

__all__ = ["fits", "read", "write"]

NAME = "annotations"
_CONTAINERS = ("items", "first", "@graph", "member")
_MOST_REFINED = 10  # selectors that refine each other


def fits(file: ForeignFile) -> bool:
    """Whether the JSON is an annotation, or holds some."""
    return "Annotation" in file.text and next(_annotations(file.json), None) is not None


def _type_of(tree: dict[str, Any]) -> set[str]:
    type_ = tree.get("type", tree.get("@type"))
    names = type_ if isinstance(type_, list) else [type_]
    return {text_in(name).rpartition(":")[2].rpartition("#")[2] for name in names}


def _annotations(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # whatever JSON holds
    """The annotations of a file: the only one, those of a list, or those of a collection."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += reversed(part)
        elif isinstance(part, dict) and "Annotation" in _type_of(part):
            yield part
        elif isinstance(part, dict):
            waiting += [part[name] for name in reversed(_CONTAINERS) if name in part]


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The annotations as draft claims; those that argmap wrote are no drafts. Cost: linear."""
    del wishes
    [file] = files
    annotations = [*_annotations(file.json)]
    is_empty = isinstance(file.json, dict) and "AnnotationCollection" in _type_of(file.json)
    if not annotations and not is_empty:
        shape = '`{"type": "Annotation", "body": ..., "target": ...}`'
        return nothing([wrong_shape(file, "annotations", shape)])
    draft = Draft(NAME, file.name)
    add_highlights(draft, _highlights(draft, annotations))
    if is_empty and isinstance(elsewhere := file.json.get("first"), str):
        draft.set_aside("pages of annotations that lie elsewhere", elsewhere)
    title = first_text(file.json.get("label")) if isinstance(file.json, dict) else ""
    return draft.imported(title=" ".join(title.split()))


def _highlights(draft: Draft, annotations: list[dict[str, Any]]) -> Iterator[Highlight]:
    for number, annotation in enumerate(annotations, 1):
        iri = first_text(annotation.get("id"), annotation.get("@id"))
        own = iri.removeprefix(CLAIM) if iri.startswith(CLAIM) else ""
        is_own = is_valid(own)
        id_ = own if is_own else iri or f"#{number}"
        comment, tags = _bodies(draft, annotation, id_)
        work, anchors = _targets(draft, annotation, id_)
        creator = annotation.get("creator")
        name = creator.get("name", creator.get("id")) if isinstance(creator, dict) else creator
        yield Highlight(
            id_,
            comment,
            anchors,
            work,
            tags,
            {"by": first_text(name), "created": text_in(annotation.get("created"))},
            is_draft=not is_own,
        )


def _bodies(draft: Draft, annotation: dict[str, Any], id_: str) -> tuple[str, tuple[str, ...]]:
    """The comment of an annotation, and its tags; other bodies are counted."""
    comments = [text_in(annotation.get("bodyValue"))]
    tags = []
    bodies = annotation.get("body")
    for body in bodies if isinstance(bodies, list) else [bodies]:
        if isinstance(body, str):
            draft.set_aside("bodies that lie elsewhere", f"{id_}: {body}")
            continue
        if not isinstance(body, dict):
            continue
        purpose = first_text(body.get("purpose"), annotation.get("motivation"))
        value = first_text(body.get("value"), body.get("chars"))
        if not value:
            draft.set_aside("bodies that are no text", id_)
        elif purpose.rpartition(":")[2] == "tagging":
            tags.append(value)
        else:
            comments.append(value)
    return "\n\n".join(filter(None, comments)), tuple(tags)


def _targets(
    draft: Draft, annotation: dict[str, Any], id_: str
) -> tuple[MarkedWork | None, tuple[Anchor, ...]]:
    """The work that an annotation is on, and the anchors in it."""
    work: MarkedWork | None = None
    anchors = []
    targets = annotation.get("target")
    for target in targets if isinstance(targets, list) else [targets]:
        here = _work(target)
        if work is not None and here is not None and here.id != work.id:
            draft.set_aside("further sources of an annotation", f"{id_}: {here.id}")
            continue
        work = work or here
        if isinstance(target, dict):
            anchors.append(_anchor(draft, target, id_))
    return work, tuple(anchor for anchor in anchors if not anchor.is_empty)


def _work(target: Any) -> MarkedWork | None:  # noqa: ANN401  # whatever JSON holds
    if isinstance(target, str):
        source: Any = target.partition("#")[0]
    elif isinstance(target, dict):
        source = target.get("source", target.get("id", target.get("@id")))
    else:
        return None
    facts = source if isinstance(source, dict) else {"id": source}
    iri = first_text(facts.get("id"), facts.get("@id"))
    if not iri or iri.startswith(NO_SOURCE):
        return None
    own = text_in(facts.get(SOURCE))
    names = (text_in(each.get("name")) for each in dicts_in(facts.get("creator")))
    return MarkedWork(
        own if is_valid(own) else iri,
        first_text(facts.get("label"), facts.get("title")),
        text_in(facts.get(ADDRESS)) or (iri if iri.startswith(("http://", "https://")) else ""),
        tuple(filter(None, names)),
        text_in(facts.get("created")),
    )


def _anchor(draft: Draft, target: dict[str, Any], id_: str) -> Anchor:
    quote = prefix = suffix = page = ""
    waiting = dicts_in(target.get("selector"))
    for selector in waiting:  # grows where a selector is refined by another
        kind = _type_of(selector)
        if "TextQuoteSelector" in kind:
            quote, prefix, suffix = (
                text_in(selector.get(key)) for key in ("exact", "prefix", "suffix")
            )
        elif "FragmentSelector" in kind and text_in(selector.get("value")).startswith("page="):
            page = text_in(selector["value"]).removeprefix("page=").partition("&")[0]
        else:
            draft.set_aside("other selectors of marked words", f"{id_}: {', '.join(sorted(kind))}")
        if len(waiting) < _MOST_REFINED:
            waiting += dicts_in(selector.get("refinedBy"))
    return Anchor(quote, prefix, suffix, page)
