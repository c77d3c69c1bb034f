"""Acts on drafts: proposed from a document, accepted, and dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.drafting.claim_file import claim_file_of
from argmap.drafting.neighbourhood import Neighbourhood
from argmap.drafting.offline import drafts_of
from argmap.editing.edits import AcceptDraft, AddRelation, RemoveClaim
from argmap.errors import UsageError
from argmap.model.relation import Relation
from argmap.model.setting_apart import with_drafts
from argmap.reading.slugs import FreeIds, slug
from argmap.serving.acts.plan import ROLES, Plan, kind_in, known_target, name_of, short

if TYPE_CHECKING:
    from argmap.editing.edits import MapEdit
    from argmap.serving.given import Given
    from argmap.serving.map_files import MapState


def accept(state: MapState, given: Given) -> Plan:
    """A draft made a claim of the map, alone or with what it does."""
    id_, kind, target = given.text("id"), kind_in(given), given.maybe("target") or ""
    draft = state.parsed.map.drafts.claims.get(id_)
    if draft is None:
        raise UsageError("this draft is not there any more")
    edits: list[MapEdit] = [AcceptDraft(id_)]
    words = f"Accepted “{short(draft.text)}”"
    if kind is not None:
        known_target(state, kind, target)
        relation = Relation.of({id_}, kind, target)
        known = with_drafts(state.parsed.map).relations
        edits += [] if relation.id in known else [AddRelation(relation)]
        words += f" as {ROLES[kind]} {name_of(state, target)}"
    return Plan(tuple(edits), f"{words}.", id_)


def drop(state: MapState, given: Given) -> Plan:
    """Drafts taken out: one, or all `ids` at once."""
    ids = tuple(dict.fromkeys(given.texts("ids") or (given.text("id"),)))
    drafts = state.parsed.map.drafts.claims
    if not drafts.keys() >= {*ids}:
        these = "this draft is" if len(ids) == 1 else "some of these drafts are"
        raise UsageError(f"{these} not there any more")
    words = f"the draft “{short(drafts[ids[0]].text)}”" if len(ids) == 1 else f"{len(ids)} drafts"
    return Plan(tuple(map(RemoveClaim, ids)), f"Dropped {words}.")


def propose(state: MapState, source: str) -> tuple[str, str, int]:
    """The name and the text of a new claim file with drafts from the document of a source.

    The third value is the number of drafts.

    Raises:
        UsageError: the document was not read, or claims nothing.
    """
    argument_map = state.parsed.map
    document = state.evidence.documents.by_source.get(source)
    if document is None:
        raise UsageError("the document of this source is not there, so nothing can be proposed")
    proposals = drafts_of(document)
    around = Neighbourhood(
        with_drafts(argument_map),
        Path(document.name),
        document.name,
        None,
        argument_map.sources[source],
    )
    taken = {Path(file.name).stem for file in state.files}
    stem = FreeIds(taken).like(slug(f"{source}-claims")) or "drafts"
    return f"{stem}.yaml", claim_file_of(proposals, document, around), len(proposals.claims)
