"""Sources that a reader rejects: the stance in which all that only they say is rejected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.errors import UsageError
from argmap.graph.carried import cited_only_to
from argmap.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance

_PREFIX = "source:"
_MOST_NAMED = 8


def source_in(argument_map: ArgumentMap, word: str) -> str | None:
    """The id of the source that a word such as `source:times` names; None if it names a claim.

    Raises:
        UsageError: the map has no such source.
    """
    id_ = word.removeprefix(_PREFIX)
    if id_ == word or word in argument_map.claims:
        return None
    if id_ not in argument_map.sources:
        known = [f"`{_PREFIX}{source}`" for source in argument_map.sources]
        more = f" and {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else ""
        every = f"the map has {', '.join(known[:_MOST_NAMED])}{more}" if known else ""
        advice = did_you_mean(id_, argument_map.sources) or every or "the map names none"
        raise UsageError(f"there is no source `{id_}`; {advice}")
    return id_


def retracted_sources(argument_map: ArgumentMap) -> frozenset[str]:
    """The sources that were retracted."""
    sources = argument_map.sources.values()
    return frozenset(source.id for source in sources if source.retracted is not None)


def without_sources(argument_map: ArgumentMap, stance: Stance, sources: Iterable[str]) -> Stance:
    """The stance of a reader who rejects these sources as well: the claims that only they make.

    What the reader accepts is not rejected with its source.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> from argmap.model.claim import Claim
    >>> from argmap.model.source import Source
    >>> from argmap.model.stance import Stance
    >>> claims = [Claim("slow", "Slow.", source="times"), Claim("full", "Full.", source="times")]
    >>> small = ArgumentMap.of(claims, sources=[Source("times")])
    >>> without_sources(small, Stance(accept=frozenset({"full"})), ["times"]).reject
    frozenset({'slow'})
    """
    accepted = {member for id_ in stance.accept for member in argument_map.class_of(id_)}
    withdrawn = cited_only_to(argument_map, frozenset(sources)) - accepted
    return replace(stance, reject=stance.reject | withdrawn)
