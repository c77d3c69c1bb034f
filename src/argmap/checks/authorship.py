"""Checks of names: speakers who are nearly an author, and authors who are two people in one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.model.author import family_name, in_speaking_order
from argmap.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model.argument_map import ArgumentMap

_AND = re.compile(r"\s+(?:and|und|&|et|y|og|och|en|e)\s+|\s*;\s*")
_ALIKE = 0.85  # a slip of a letter or two, and not another first name


def nearly_authors(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Speakers who are no author of their source, but bear the name of one, or nearly.

    What they say counts as attributed to somebody else.
    """
    for claim in argument_map.claims.values():
        if claim.speaker is None or claim.cited_source is None:
            continue
        source = argument_map.sources[claim.cited_source]
        author = None if source.is_by(claim.speaker) else _meant(claim.speaker, source.authors)
        if author is not None:
            yield Diagnostic(
                claim.location,
                "AM512",
                f"the speaker `{claim.speaker}` of `{claim.id}` is no author of `{source.id}`, so "
                "the claim counts as one that the source attributes to somebody else",
                f"did you mean the author `{author}`?",
                claim.id,
            )


def _meant(speaker: str, authors: Sequence[str]) -> str | None:
    """The only author of this family name, or the one with a whole name that is nearly this."""
    names = [in_speaking_order(author) for author in authors]
    wanted = speaker.casefold()
    of_family = [
        name
        for name, author in zip(names, authors, strict=True)
        if family_name(author).casefold() == wanted
    ]
    return of_family[0] if len(of_family) == 1 else nearest(speaker, names, _ALIKE)


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
