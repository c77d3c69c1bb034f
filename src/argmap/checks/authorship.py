"""Checks of who says what: names of speakers and authors, and steps that nobody is said to draw."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.model.author import family_name, in_speaking_order, spelled_plainly
from argmap.model.claim import Mode
from argmap.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model.argument_map import ArgumentMap

_AND = re.compile(r"\s+(?:and|und|&|et|y|og|och|en|e)\s+|\s*;\s*")
_ALIKE = 0.85  # a slip of a letter or two, and not another first name
_COMPARED = 100  # authors of one source at most, so that a check of many speakers takes no time


def nearly_authors(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Speakers who are no author of their source, but bear the name of one, or nearly.

    What they say counts as attributed to somebody else.
    """
    authors_of: dict[str, _Authors] = {}
    for claim in argument_map.claims.values():
        if claim.speaker is None or claim.cited_source is None:
            continue
        source = argument_map.sources[claim.cited_source]
        if source.is_by(claim.speaker):
            continue
        if source.id not in authors_of:
            authors_of[source.id] = _Authors(source.authors)
        author = authors_of[source.id].meant_by(claim.speaker)
        if author is not None:
            yield Diagnostic(
                claim.location,
                "AM512",
                f"the speaker `{claim.speaker}` of `{claim.id}` is no author of `{source.id}`, so "
                "the claim counts as one that the source attributes to somebody else",
                f"did you mean the author `{author}`?",
                claim.id,
            )


def steps_between_sources(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """One note on all steps from a claim of one source to a claim of another that name no source.

    They count as the mapper's own. A source that objects to another often draws its steps itself,
    and an author who does not know the rule would see them told as drawn by nobody.
    """
    places = []
    for relation in argument_map.relations.values():
        if relation.mode is not Mode.EDITORIAL or relation.source is not None:
            continue
        ends = (*relation.premises, argument_map.claim_bearing(relation.id) or "")
        joined = [argument_map.claims[end].cited_source for end in ends if end]
        if None not in joined and len(set(joined)) > 1:
            places.append(relation.location)
    if not places:
        return
    count = len(set(places))  # the two attacks of a contradiction are written in one place
    number = "1 step" if count == 1 else f"{count} steps"
    verb, they = ("counts", "it names") if count == 1 else ("count", "they name")
    yield Diagnostic(
        min(places),
        "AM458",
        f"{number} between claims of different sources {verb} as the map's own, as {they} no "
        "source",
        "where a source draws the step itself, say so in it: `source: ID`, or its words as `quote`",
    )


class _Authors:
    """The authors of a source by their names, worked out once for all its speakers."""

    def __init__(self, authors: Sequence[str]) -> None:
        self.names = [in_speaking_order(author) for author in authors]
        self.of_family: dict[str, list[str]] = {}
        for name, author in zip(self.names, authors, strict=True):
            self.of_family.setdefault(spelled_plainly(family_name(author)), []).append(name)

    def meant_by(self, speaker: str) -> str | None:
        """The only author of this family name, or the one whose whole name is nearly this.

        Initials of the given names may stand beside the family name. Whole names are compared with
        the first 100 authors only.
        """
        family = spelled_plainly(family_name(speaker))
        relatives = [
            name for name in self.of_family.get(family, []) if _may_be_short_for(speaker, name)
        ]
        if len(relatives) == 1:
            return relatives[0]
        return nearest(speaker, self.names[:_COMPARED], _ALIKE)


def _may_be_short_for(short: str, name: str) -> bool:
    """Whether a name of the same family says no more than the other, or initials of it."""
    given = spelled_plainly(short).replace(".", " ").split()[:-1]
    whole = spelled_plainly(name).replace(".", " ").split()
    pairs = zip(given, whole, strict=False)
    return all(len(first) == 1 and other.startswith(first) for first, other in pairs)


def one_person_twice(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Speakers whose names differ in a title or the marks of letters alone, and so count as two."""
    first: dict[str, str] = {}
    reported: set[str] = set()
    for claim in argument_map.claims.values():
        name = claim.speaker
        if name is None or name in reported:
            continue
        source = argument_map.sources.get(claim.cited_source or "")
        if source is not None and source.is_by(name):
            name = source.author_called(name) or name
        other = first.setdefault(spelled_plainly(name), name)
        if in_speaking_order(other).casefold() != in_speaking_order(name).casefold():
            reported.add(name)
            yield Diagnostic(
                claim.location,
                "AM514",
                f"`{name}` and `{other}` count as two speakers, and look like one person",
                f"if they are one, write the same name everywhere, such as `speaker: {other}`",
                claim.id,
            )


def authors_in_one(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Authors whose name reads as the names of several people."""
    for source in argument_map.sources.values():
        for author in source.authors:
            people = _AND.split(author)
            if author in source.whole_names or len(people) == 1:
                continue
            if all(" " in name and family_name(name) != name for name in people):
                number = "two" if len(people) == 2 else "several"  # noqa: PLR2004  # two
                typed = ", ".join(f'"{name}"' if "," in name else name for name in people)
                yield Diagnostic(
                    source.location,
                    "AM513",
                    f"`{author}` is cited as one author of `{source.id}`",
                    f"{number} people? `authors: [{typed}]`",
                )
