"""The texts of claim files after an edit, as a person would have written them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.editing import edits
from argmap.editing.flattening import flat
from argmap.editing.moving import with_claim_moved
from argmap.editing.nesting import nested
from argmap.editing.redirecting import with_redirected, with_split
from argmap.editing.renaming import with_new_id
from argmap.editing.restating import without_restatements
from argmap.editing.taking_out import without_claim, without_relation
from argmap.editing.texts import refuse_errors, text_at, text_of
from argmap.editing.writing_parts import (
    with_claim,
    with_field,
    with_other,
    with_premise,
    with_relation,
)
from argmap.editing.writing_places import with_locators
from argmap.editing.writing_sources import (
    text_of_new,
    with_map_field,
    with_source,
    without_source,
)
from argmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from argmap.editing.texts import Texts
    from argmap.model.argument_map import ArgumentMap
    from argmap.reading.parsed_map import ParsedMap

    Read = Callable[[Texts], ParsedMap]


def written(texts: Texts, argument_map: ArgumentMap, edit: edits.MapEdit, read: Read) -> Texts:
    """The new texts of the files that an edit changes.

    `argument_map` is what the texts say before it; `read` reads what they say on the way.

    Raises:
        UsageError: the edit concerns a file that is none of these.
        OutputError: it cannot be written.
    """
    if isinstance(edit, edits.RemoveRelation):
        return _without_relation(texts, argument_map, edit, read)
    if isinstance(edit, edits.SplitPremise):
        return with_split(texts, argument_map, edit, lambda now: read(now).map)
    if isinstance(edit, edits.Redirect):
        return with_redirected(texts, argument_map, edit, lambda now: read(now).map)
    return _WRITERS[type(edit)](texts, argument_map, edit)


def _without_relation(
    texts: Texts, argument_map: ArgumentMap, edit: edits.RemoveRelation, read: Read
) -> Texts:
    """The texts without a relation, as often as it is written."""
    after, here = dict(texts), argument_map
    while edit.id in here.relations:
        after, is_out = without_relation(after, here.relations[edit.id].location)
        now = read(after)
        if is_out:
            refuse_errors(now, here)
        here = now.map
    return after


# In all files


def _renamed(texts: Texts, _map: ArgumentMap, edit: edits.Rename) -> Texts:
    return {name: with_new_id(text, edit) for name, text in _naming(texts, edit.old)}


def _naming(texts: Texts, id_: str) -> Iterator[tuple[str, str]]:
    """The files in which an id may stand: where its letters are, or signs in place of letters.

    A file that cites a bibliography names sources by keys of which their ids are made.
    """
    for name, text in texts.items():
        if id_ in text or "\\" in text or "cite:" in text:
            yield name, text


def _without_claim(texts: Texts, argument_map: ArgumentMap, edit: edits.RemoveClaim) -> Texts:
    others = len(argument_map.class_of(edit.id)) - 1
    apart = without_restatements(texts, argument_map, edit.id) if others > 1 else texts
    return without_claim(apart, edit.id)


def _without_restatement(
    texts: Texts, argument_map: ArgumentMap, edit: edits.RemoveRestatement
) -> Texts:
    return without_restatements(texts, argument_map, edit.claim)


def _defined_in_place(texts: Texts, _map: ArgumentMap, edit: edits.DefineInPlace) -> Texts:
    return {name: nested(text, {edit.claim}) for name, text in _naming(texts, edit.claim)}


def _defined_below(texts: Texts, _map: ArgumentMap, edit: edits.DefineBelow) -> Texts:
    return {name: flat(text, {edit.claim}) for name, text in _naming(texts, edit.claim)}


def _without_source(texts: Texts, _map: ArgumentMap, edit: edits.RemoveSource) -> Texts:
    return without_source(texts, edit.id)


def _accepted(texts: Texts, argument_map: ArgumentMap, edit: edits.AcceptDraft) -> Texts:
    return _with_field(texts, argument_map, edits.RemoveField("claim", edit.claim, "mode"))


def _with_map_field(texts: Texts, _map: ArgumentMap, edit: edits.SetMapField) -> Texts:
    return with_map_field(texts, edit)


# In one file


def _new_file(texts: Texts, _map: ArgumentMap, edit: edits.NewFile) -> Texts:
    if edit.name in texts:
        raise UsageError(f"there is a claim file {edit.name} already")
    return {edit.name: text_of_new(edit.source)}


def _with_source(texts: Texts, _map: ArgumentMap, edit: edits.AddSource) -> Texts:
    return {edit.file: with_source(text_of(texts, edit.file), edit)}


def _with_claim(texts: Texts, argument_map: ArgumentMap, edit: edits.AddClaim) -> Texts:
    text = with_claim(text_of(texts, edit.file), argument_map, edit.claim, edit.after)
    return {edit.file: text}


def _with_claim_moved(texts: Texts, argument_map: ArgumentMap, edit: edits.MoveClaim) -> Texts:
    text_of(texts, edit.file)
    claim = argument_map.claims[edit.claim]
    text_at(texts, claim.location)
    return with_claim_moved(texts, argument_map, edit)


def _with_relation(texts: Texts, argument_map: ArgumentMap, edit: edits.AddRelation) -> Texts:
    step = argument_map.relations.get(edit.relation.target)
    place = step.location if step is not None else None
    home = place or argument_map.claims[edit.relation.target].location
    return {home.path: with_relation(text_at(texts, home), edit.relation, place)}


def _with_premise(texts: Texts, argument_map: ArgumentMap, edit: edits.JoinPremise) -> Texts:
    home = argument_map.relations[edit.relation].location
    return {home.path: with_premise(text_at(texts, home), edit.premise, home, edit.relation)}


def _with_other(
    texts: Texts,
    argument_map: ArgumentMap,
    edit: edits.AddContradiction | edits.AddRestatement,
) -> Texts:
    key = "contradicts" if isinstance(edit, edits.AddContradiction) else "restates"
    home = argument_map.claims[edit.claim].location
    return {home.path: with_other(text_at(texts, home), edit.claim, key, edit.other)}


def _with_field(
    texts: Texts,
    argument_map: ArgumentMap,
    edit: edits.SetField | edits.RemoveField | edits.SetLocators,
) -> Texts:
    parts: dict[str, Any] = {
        "claim": argument_map.claims,
        "relation": argument_map.relations,
        "source": argument_map.sources,
    }
    home = parts[edit.kind][edit.id].location
    place = home if edit.kind == "relation" else None
    text = text_at(texts, home)
    if isinstance(edit, edits.SetLocators):
        return {home.path: with_locators(text, edit.id, place, edit.locators)}
    value = edit.value if isinstance(edit, edits.SetField) else None
    return {home.path: with_field(text, edit.kind, edit.id, (edit.key, value), place)}


_WRITERS: Mapping[type, Callable[[Texts, ArgumentMap, Any], Texts]] = MappingProxyType(
    {
        edits.Rename: _renamed,
        edits.NewFile: _new_file,
        edits.AddSource: _with_source,
        edits.RemoveSource: _without_source,
        edits.SetMapField: _with_map_field,
        edits.AddClaim: _with_claim,
        edits.MoveClaim: _with_claim_moved,
        edits.AddRelation: _with_relation,
        edits.JoinPremise: _with_premise,
        edits.AddContradiction: _with_other,
        edits.AddRestatement: _with_other,
        edits.RemoveRestatement: _without_restatement,
        edits.SetField: _with_field,
        edits.RemoveField: _with_field,
        edits.SetLocators: _with_field,
        edits.RemoveClaim: _without_claim,
        edits.AcceptDraft: _accepted,
        edits.DefineInPlace: _defined_in_place,
        edits.DefineBelow: _defined_below,
    }
)
"""The way in which each kind of edit is written, but for those that read on the way."""
