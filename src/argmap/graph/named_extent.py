"""The part of a map to show, from the names that a reader gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from argmap.errors import UsageError
from argmap.graph.extent import Extent
from argmap.model.presentation import View
from argmap.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

T = TypeVar("T")
_MOST_NAMED = 8


def extent_named(
    argument_map: ArgumentMap, outline: Outline, named: Extent, view_name: str | None = None
) -> Extent:
    """The part of the map that a view shows, with the fields that are named in place of its own.

    The focus may be named by its number.

    Raises:
        UsageError: there is no such view, claim or source.
    """
    view = View() if view_name is None else _named("view", view_name, argument_map.views)
    focus = view.focus
    if named.focus is not None:
        by_number = outline.claim_of(named.focus)
        focus = by_number if named.focus not in argument_map.claims else named.focus
        if focus is None:
            hint = _of_section(argument_map, named.focus)
            focus = argument_map.claim_named(named.focus, hint).id
    if named.only_source is not None:
        _named("source", named.only_source, argument_map.sources)
    return Extent(
        focus,
        view.depth if named.depth is None else named.depth,
        view.only_source if named.only_source is None else named.only_source,
    )


def _of_section(argument_map: ArgumentMap, name: str) -> str:
    """The hint for the name of a section in place of a claim; empty if no section has the name."""
    members = [claim.id for claim in argument_map.claims.values() if claim.section == name]
    if not members:
        return ""
    return f"`{name}` is a section; name a claim of it, such as `{members[0]}`"


def _named(kind: str, name: str, known: Mapping[str, T]) -> T:
    if name not in known:
        others = ", ".join(f"`{id_}`" for id_ in [*known][:_MOST_NAMED])
        more = f" and {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else ""
        hint = did_you_mean(name, known) or f"the map has {others or 'none'}{more}"
        raise UsageError(f"there is no {kind} `{name}`; {hint}")
    return known[name]
