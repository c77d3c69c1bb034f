"""The summary of a report: a paragraph whose every sentence is a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.points import Topic
from argmap.analysis.labels.in_words import Word
from argmap.views.sheets.document import para
from argmap.views.words.counting import count_of, statuses_counted
from argmap.views.words.restated import rest_shown
from argmap.views.words.statuses import VERBS
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.overview import OverviewFinding
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block

_FEW_SOURCES = 5


def summary(cite: Citer, overview: OverviewFinding) -> Iterator[Block]:
    """The size of the map, the status of its conclusions, their hinges, and unsettled points."""
    sentences = (
        *_size(cite),
        *_conclusions(cite),
        *_hangs(cite, overview),
        *_unsettled(cite, overview),
    )
    yield para(" ".join(sentences))


def _size(cite: Citer) -> Iterator[str]:
    claims, relations = len(cite.map.claims), len(cite.map.relations)
    names = list(cite.tags.values())
    origin = ""
    if 0 < len(names) <= _FEW_SOURCES:
        origin = f", taken from {listed(names)}"
    elif names:
        origin = f", taken from {len(names)} sources"
    yield f"This map has {count_of(claims, 'claim')} and {count_of(relations, 'relation')}{origin}."
    if claims:
        yield f"Of the claims, {statuses_counted(cite.finding)}."


def _conclusions(cite: Citer) -> Iterator[str]:
    main = list(cite.outline.main)
    if not main:
        return
    by_word: dict[Word, list[str]] = {}
    for id_ in main:
        by_word.setdefault(cite.finding.claims[id_].word, []).append(id_)
    many = len(main) > 1
    if len(by_word) == 1:
        [(word, ids)] = by_word.items()
        sentence = (
            f"all {len(ids)} main conclusions {VERBS[word][1]}"
            if many
            else (f"the main conclusion {VERBS[word][0]}")
        )
        yield f"{sentence[0].upper()}{sentence[1:]}: {cite.tell.names(ids)}."
        return
    parts = [
        f"{cite.tell.names(by_word[word])} {VERBS[word][len(by_word[word]) > 1]}"
        for word in Word
        if word in by_word
    ]
    yield f"Of the main conclusions {listed(parts)}."


def _hangs(cite: Citer, overview: OverviewFinding) -> Iterator[str]:
    """The single premises whose rejection overturns a main conclusion."""
    rests = [rest_shown(cite.tell, rest) for rest in overview.rests]
    main = cite.tell.all_shown(cite.outline.main)
    hanging: dict[str, Sequence[str]] = {
        rest.claim: rest.hinges for rest in rests if rest.hinges and rest.claim in main
    }
    for claim, hinges in hanging.items():
        named = cite.tell.some_names(hinges)
        rejected = (
            f"{named} is rejected" if len(hinges) == 1 else f"any one of these is rejected: {named}"
        )
        yield f"{cite.tell.name(claim)} no longer stands if {rejected}."
    standing = [id_ for id_ in dict.fromkeys(main) if cite.finding.claims[id_].label == "in"]
    examined = {rest.claim for rest in rests}
    free = [id_ for id_ in standing if id_ not in hanging and id_ in examined]
    if free:
        stand = "stands" if len(free) == 1 else "stand"
        yield f"{cite.tell.names(free)} {stand} whichever single other premise is rejected."


def _unsettled(cite: Citer, overview: OverviewFinding) -> Iterator[str]:
    words = {
        word: [id_ for id_ in cite.outline.numbers if cite.finding.claims[id_].word is word]
        for word in (Word.CONTESTED, Word.OPEN, Word.FALLS)
    }
    if words[Word.CONTESTED]:
        yield f"Contested: {cite.tell.some_names(words[Word.CONTESTED])}."
    if words[Word.OPEN]:
        yield f"Open: {cite.tell.some_names(words[Word.OPEN])}."
    if words[Word.FALLS]:
        yield f"Fallen: {cite.tell.some_names(words[Word.FALLS])}."
    if overview.points_total == len(overview.points):
        steps = overview.points_of(Topic.UNANSWERED, Topic.LOOSE)
        if steps:
            reasons, have = ("a reason", "has") if len(steps) == 1 else ("reasons", "have")
            number = count_of(len(steps), "objection")
            yield f"{number} to {reasons} {have} no answer that holds."
    single = [grounds.claim for grounds in overview.sources.conclusions if grounds.single]
    if single and len(cite.map.sources) > 1:
        total = len(overview.sources.conclusions)
        rest = "rests" if len(single) == 1 else "rest"
        yield f"{len(single)} of {count_of(total, 'conclusion')} {rest} on one source alone."
