"""Proposals as a claim file: every claim in it is a draft, which waits to be accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.editing.new_ids import taken_ids
from argmap.editing.yaml_text import yaml_text
from argmap.errors import UsageError
from argmap.formats.ids import id_of_words
from argmap.model.drafts import DRAFT
from argmap.reading.discovery import SIZE_LIMIT
from argmap.reading.slugs import FreeIds, slug

if TYPE_CHECKING:
    from argmap.documents.document import Document
    from argmap.drafting.neighbourhood import Neighbourhood
    from argmap.drafting.proposal import Proposal, Proposals

_HEAD = """\
# Claims proposed from {name}. One with `mode: draft` is no part of the map until you accept it:
# to accept it, delete that line; to drop it, delete its entry.
"""


def claim_file_of(proposals: Proposals, document: Document, around: Neighbourhood) -> str:
    """The text of a claim file with the proposals of a document as drafts of one source.

    No id in it is one of the map around. Cost: linear.

    Raises:
        UsageError: nothing is proposed, or the file would be larger than a claim file may be.
    """
    if not proposals.claims:
        raise UsageError(
            f"no sentence of {around.document} claims anything; is it the text that you mean?"
        )
    tree: dict[str, Any] = {"argmap": 1}
    if around.folder is not None:
        tree["map"] = {"documents": around.folder}
    if around.source is not None:
        tree["source"] = around.source.id
    else:
        free = FreeIds(taken_ids(around.map, "source"))
        id_ = free.like(slug(around.name)) or free.like("document")
        tree["source"] = {"id": id_, "document": around.document, "sha256": document.sha256}
    ids = ids_of(proposals, around)
    tree["claims"] = {
        id_: _entry(each, number, proposals, ids)
        for number, (id_, each) in enumerate(zip(ids, proposals.claims, strict=True))
    }
    text = _HEAD.format(name=slug(around.name) or "the document") + yaml_text(tree)
    if len(text.encode()) > SIZE_LIMIT:
        raise UsageError(
            f"the drafts of {around.document} would be larger than a claim file may be "
            f"({SIZE_LIMIT // 1_000_000} MB); divide the document, and draft its parts"
        )
    return text


def ids_of(proposals: Proposals, around: Neighbourhood) -> list[str]:
    """The ids of the proposals in their order: of their first words, and none of the map's."""
    free = FreeIds(taken_ids(around.map, "claim"))
    return [free.like(id_of_words(each.text)) or free.like("claim") for each in proposals.claims]


def _entry(claim: Proposal, number: int, proposals: Proposals, ids: list[str]) -> dict[str, Any]:
    place: dict[str, Any] = {"paragraph": claim.paragraph, "page": claim.page}
    place = {key: value for key, value in place.items() if value is not None}
    entry: dict[str, Any] = {"text": claim.text, "mode": DRAFT}
    if place:
        entry["at"] = place
    entry["quote"] = claim.quote
    if claim.speaker is not None:
        entry["speaker"] = claim.speaker
    for step in proposals.steps_from(number):
        entry.setdefault(str(step.kind), []).append(ids[step.target])
    return entry
