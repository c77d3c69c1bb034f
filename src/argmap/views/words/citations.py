"""Citations: the one form in which a claim or a source is cited, wherever it is shown."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from argmap.analysis.people.attribution import is_reported
from argmap.model.author import family_name
from argmap.model.claim import Mode, shortened
from argmap.views.look import theme
from argmap.views.look.tags import SourceTag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.source import Source

MAPPERS_OWN = "the mapper's own"
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_MOST_NAMED = 2

_BY = {
    Mode.REPORTED: "attributed to",
    Mode.CONCEDED: "conceded by",
    Mode.RAISED: "raised, in order to answer it, by",
}
_HELD_BY = {
    Mode.CONCEDED: "held by {}, conceded in {}",
    Mode.RAISED: "held by {}, raised in {} in order to answer it",
}
_IN = {
    Mode.REPORTED: "reported in",
    Mode.CONCEDED: "conceded in",
    Mode.RAISED: "raised, in order to answer it, in",
}
_ALONE = {
    Mode.REPORTED: "reported",
    Mode.CONCEDED: "conceded",
    Mode.RAISED: "raised in order to answer it",
}


class Citations:
    """The citations of a map's sources and claims; no two sources have the same."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.sources = citations_of(argument_map.sources)

    def of(self, claim: Claim) -> str:
        """The speaker with the source, such as "Bock, in Amsel and Bock 2020", as far as given.

        A claim without a speaker, or with the only author of its source as speaker, is cited to the
        source alone. An editorial claim is cited to nobody: the citation is empty.
        """
        speaker = self.speaker(claim)
        if claim.cited_source is None:
            return speaker
        source = self.sources[claim.cited_source]
        return f"{speaker}, in {source}" if speaker else source

    def speaker(self, claim: Claim) -> str:
        """The speaker of a claim as a citation names him; empty if the source says it all.

        An author of the source is named as the citation of the source names him; the name of any
        other speaker, who may be a group, is given as the map has it.
        """
        if claim.speaker is None or claim.mode is Mode.EDITORIAL:
            return ""
        source = self.map.sources.get(claim.source or "")
        author = source.author_called(claim.speaker) if source is not None else None
        if source is None or author is None:
            return claim.speaker
        if len(source.authors) == 1:
            return ""
        name = _name(source, author)
        namesakes = [other for other in source.authors if _name(source, other) == name]
        return name if len(namesakes) == 1 else claim.speaker

    def is_taken_up(self, claim: Claim) -> bool:
        """Whether the source concedes or raises what a speaker holds who is none of its authors."""
        return claim.mode in _HELD_BY and is_reported(self.map, claim)

    def attribution(self, claim: Claim) -> str:
        """The citation with the words for the way in which the source has the claim.

        It is such as "attributed to Tokyo, in Reed 2018" or "conceded in Reed 2018". An editorial
        claim is the mapper's own. What somebody else holds is conceded or raised by the source.
        """
        if claim.mode is Mode.EDITORIAL:
            return MAPPERS_OWN
        if claim.cited_source is not None and self.is_taken_up(claim):
            return _HELD_BY[claim.mode].format(claim.speaker, self.sources[claim.cited_source])
        citation = self.of(claim)
        if not citation:
            return _ALONE.get(claim.mode, "")
        lead = (_BY if self.speaker(claim) else _IN).get(claim.mode, "")
        return f"{lead} {citation}".lstrip()


def citations_of(sources: Mapping[str, Source]) -> dict[str, str]:
    """The citation of every source: its `cite_as`, or its authors with the year."""
    return _distinct({id_: _citation(source) for id_, source in sources.items()})


def _citation(source: Source) -> str:
    if source.cite_as is not None:
        return source.cite_as
    year = _YEAR.search(source.date or "")
    return f"{names_of(source)} {year[0]}" if year else names_of(source)


def tags_of(sources: Mapping[str, Source]) -> dict[str, SourceTag]:
    """The tag of every source, with its citation and a colour; colours repeat if there are many."""
    citations = citations_of(sources)
    return {
        id_: SourceTag(
            id_, citations[id_], source.cite_as or names_of(source), place % len(theme.BANDS)
        )
        for place, (id_, source) in enumerate(sources.items())
    }


def names_several(source: Source) -> bool:
    """Whether the citation of a source names several authors, so that its verb is in the plural.

    >>> from argmap.model.source import Source
    >>> names_several(Source("tea", title="Tea", authors=("Okakura, Kakuzo", "Murray, Ann")))
    True
    """
    return len(source.authors) > 1 and source.cite_as is None


def names_of(source: Source) -> str:
    """The family names of the authors; of three or more the first. Without authors: the title."""
    names = [_name(source, author) for author in source.authors]
    if not names:
        return shortened(source.title)
    return " and ".join(names) if len(names) <= _MOST_NAMED else f"{names[0]} et al."


def _name(source: Source, author: str) -> str:
    return author if author in source.whole_names else family_name(author)


def _distinct(names: Mapping[str, str]) -> dict[str, str]:
    """The names, those that occur several times with a number in brackets."""
    often = Counter(names.values())
    used: Counter[str] = Counter()
    taken = {name for name in names.values() if often[name] == 1}
    distinct = {}
    for key, name in names.items():
        numbered = name
        while often[name] > 1 and (numbered == name or numbered in taken):
            used[name] += 1
            numbered = f"{name} ({used[name]})"
        taken.add(numbered)
        distinct[key] = numbered
    return distinct
