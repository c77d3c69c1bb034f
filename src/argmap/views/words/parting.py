"""The claims that decide between readers, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.templates import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.people.readers import Decisive, ReadersFinding
    from argmap.views.words.sentences import Teller


def agreement_in_words(finding: ReadersFinding) -> str:
    """The sentence that readers part on no conclusion, with a reservation if their reasons differ.

    With a single reader there is nothing to compare.
    """
    if len(finding.readers) == 1:
        return say("readers.alone")
    is_same = not any((*finding.reasons, *finding.objections))
    return say("readers.agree", but="" if is_same else ", if not for the same reasons")


def decisive_in_words(tell: Teller, claim: str, decisive: Decisive) -> Iterator[tuple[str, str]]:
    """The sentences about the claims that decide a conclusion, each after its indentation."""
    name = tell.name(tell.shown(claim))
    if not decisive.sets:
        yield "", say("readers.unknown", claim=name)
        return
    first, *others = decisive.sets
    if first == (claim,):
        yield "", say("readers.itself", claim=name)
        return
    yield "", say("readers.depends", claim=name, claims=tell.names(tell.all_shown(first)))
    yield "    ", say("readers.settles")
    for other in others:
        yield "    ", say("readers.other", claims=tell.names(tell.all_shown(other)))
