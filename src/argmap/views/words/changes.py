"""The changes from one reading of a map to another, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labels.in_words import Word
from argmap.analysis.status.reasons import turnover
from argmap.model.relation import Kind
from argmap.views.words.counting import count_of
from argmap.views.words.statuses import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.views.words.sentences import Teller


def changes_between(before: Reading, after: Reading, tell: Teller) -> Iterator[str]:
    """Every claim with another status, or more or fewer reasons or objections, by number.

    Only claims that both readings have are compared; `tell` names those of the second.
    """
    reasons = turnover(before, after, Kind.SUPPORTS)
    objections = turnover(before, after, Kind.ATTACKS)
    for id_ in after.outline.numbers:
        was, now = before.status.claims.get(id_), after.status.claims[id_]
        if was is None:
            continue
        parts = []
        if was.word is not now.word:
            parts.append(f"{was.word} ({was.reason}) before, {now.word} ({now.reason}) now")
        elif was.reason != now.reason:
            parts.append(f"{was.reason} before, {now.reason} now")
        for noun, turned in (("reason", reasons), ("unanswered objection", objections)):
            each = turned.get(id_)
            if each is not None and each.earlier != each.left:  # else it has but another premise
                parts.append(f"{count_of(each.earlier, noun)} before, {each.left:,} now")
        if parts:
            yield f"{tell.name(id_)}: {'; '.join(parts)}"


def news_between(before: Reading, after: Reading, tell: Teller) -> Iterator[str]:
    """The same for somebody who watches: a sentence for each claim, the changed ones first.

    A claim that is contested now comes with the objections that nothing answers.
    """
    reasons = turnover(before, after, Kind.SUPPORTS)
    known = [id_ for id_ in after.outline.numbers if id_ in before.status.claims]
    changed = [
        id_ for id_ in known if before.status.claims[id_].word is not after.status.claims[id_].word
    ]
    for id_ in changed:
        yield f"{tell.name(id_)} {_word_now(after, tell, id_)}."
    for id_ in known:
        each = reasons.get(id_)
        if id_ not in changed and each is not None and each.earlier != each.left:
            count = count_of(each.left, "reason")
            yield f"{tell.name(id_)} has {count} now, {each.earlier:,} before."


def _word_now(reading: Reading, tell: Teller, id_: str) -> str:
    """The status of a claim now, and why."""
    status = reading.status.claims[id_]
    verb = f"{VERBS[status.word][0]} now"
    if status.word is not Word.CONTESTED:
        return f"{verb} ({status.reason})"
    against = [
        premise
        for relation in reading.map.relations_to_class(id_, Kind.ATTACKS)
        if reading.status.relations[relation.id] == "in"
        for premise in relation.premises
    ]
    if not against:
        return f"{verb} ({status.reason})"
    has = "has" if len(set(against)) == 1 else "have"
    return f"{verb}: {tell.names(list(dict.fromkeys(against)))} {has} no answer"
