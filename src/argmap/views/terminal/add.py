"""A claim that was added, and what it changed, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.terminal.lines import hanging
from argmap.views.words.changes import changes_between
from argmap.views.words.citations import citations_of
from argmap.views.words.sentences import Teller
from argmap.views.words.statuses import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.model.relation import Relation

_ROLES = {
    Kind.SUPPORTS: "a reason for",
    Kind.ATTACKS: "an objection to",
    Kind.UNDERCUTS: "an objection to the step",
}


def add_text(before: Reading, after: Reading, id_: str) -> Iterator[str]:
    """The id of the new claim, where it stands, what it does, and what changes by it."""
    claim = after.map.claims[id_]
    tell = Teller(after.map, after.outline)
    yield id_
    yield hanging(f"in {claim.location.path}{_cited(after, id_)}", "  ")
    for relation in after.map.relations_from(id_):
        yield hanging(_role(tell, relation, id_), "  ")
    now = after.status.claims[id_]
    if now.word is not None:
        yield hanging(f"it {VERBS[now.word][0]} ({now.reason})", "  ")
    changes = [*changes_between(before, after, tell)]
    yield from map(hanging, changes or ["Nothing else changes."])


def _cited(reading: Reading, id_: str) -> str:
    source = reading.map.claims[id_].cited_source
    if source is None:
        return ""
    return f", cited to {citations_of(reading.map.sources)[source]}"


def _role(tell: Teller, relation: Relation, id_: str) -> str:
    """The relation of the new claim in words, with the claims that it needs beside it."""
    others = [premise for premise in relation.premises if premise != id_]
    with_ = f", together with {tell.names(others)}" if others else ""
    if relation.kind is Kind.UNDERCUTS:
        return f"an objection to {tell.step_at(relation.target)}{with_}"
    return f"{_ROLES[relation.kind]} {tell.name(relation.target)}{with_}"
