"""Sources of a map, and the map as a whole, as values: added, removed, changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.editing.applied_relations import part_of
from argmap.editing.edits import FIELDS
from argmap.errors import UsageError
from argmap.model.relation import Force

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.editing.edits import AddSource, NewFile, RemoveSource, SetMapField
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.source import Source

_MOST_NAMED = 4


def with_file(argument_map: ArgumentMap, edit: NewFile) -> ArgumentMap:
    """The map with the source of a new file, if it has one."""
    return argument_map if edit.source is None else _with(argument_map, edit.source)


def with_source(argument_map: ArgumentMap, edit: AddSource) -> ArgumentMap:
    """The map with a further source; as the own one of a file it is that of the claims there."""
    after = _with(argument_map, edit.source)
    if not edit.own:
        return after
    claims = {
        id_: replace(each, source=edit.source.id)
        if each.location.path == edit.file and each.source is None
        else each
        for id_, each in after.claims.items()
    }
    return replace(after, claims=claims)


def _with(argument_map: ArgumentMap, source: Source) -> ArgumentMap:
    if source.id in argument_map.sources:
        raise UsageError(f"there is a source `{source.id}` already")
    return replace(argument_map, sources={**argument_map.sources, source.id: source})


def without_source(argument_map: ArgumentMap, edit: RemoveSource) -> ArgumentMap:
    """The map without a source that nothing cites.

    Raises:
        UsageError: something cites it; the message names what.
    """
    part_of(argument_map.sources, edit.id, "source")
    citing = [*_citing(argument_map, edit.id)]
    if citing:
        names = ", ".join(f"`{each}`" for each in citing[:_MOST_NAMED])
        more = f" and {len(citing) - _MOST_NAMED} more" if len(citing) > _MOST_NAMED else ""
        verb = "comes" if len(citing) == 1 else "come"
        raise UsageError(
            f"{names}{more} {verb} from `{edit.id}`; name another source there, or remove them"
        )
    sources = {id_: each for id_, each in argument_map.sources.items() if id_ != edit.id}
    return replace(argument_map, sources=sources)


def _citing(argument_map: ArgumentMap, source: str) -> Iterable[str]:
    """The claims, relations and views that name a source."""
    yield from (id_ for id_, each in argument_map.claims.items() if each.source == source)
    yield from (id_ for id_, each in argument_map.relations.items() if each.source == source)
    yield from (id_ for id_, each in argument_map.views.items() if each.only_source == source)


def with_map_field(argument_map: ArgumentMap, edit: SetMapField) -> ArgumentMap:
    """The map with another title, question, main claims, force of objections, folder or slides."""
    if edit.key not in FIELDS["map"]:
        raise UsageError(f"`{edit.key}` of the map cannot be set by itself")
    value: Any = edit.value
    if edit.key in ("main", "steps"):
        value = tuple(value or ())
    if edit.key == "main":
        for claim in value:
            part_of(argument_map.claims, claim, "claim")
    elif edit.key == "steps":
        for claim in (each for step in value for each in (*step.show, *step.reject, *step.accept)):
            part_of(argument_map.claims, claim, "claim")
    elif edit.key == "objections":
        if value not in (None, *Force):
            raise UsageError(f"`objections` is one of {', '.join(Force)}, and not `{value}`")
        value = Force(value or Force.CONTEST)
    else:
        value = " ".join((value or "").split())
        value = value if edit.key == "title" else value or None
    return replace(argument_map, **{edit.key: value})
