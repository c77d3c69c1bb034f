"""The changes from one reading of a map to another, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.status.reasons import turnover
from argmap.model.relation import Kind
from argmap.views.words.counting import count_of

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
