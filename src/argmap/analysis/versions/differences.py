"""The differences between two maps field by field, for everything that a claim file can hold."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from argmap.analysis.versions.fields import (
    claim_parts,
    expectation_text,
    map_parts,
    question_parts,
    relation_parts,
    scheme_parts,
    source_parts,
    stance_parts,
    step_text,
    view_parts,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from argmap.model.argument_map import ArgumentMap

T = TypeVar("T")


class Change(NamedTuple):
    """The value of a field before and now, as text; empty for a field without a value."""

    before: str
    now: str


Changes: TypeAlias = "Mapping[str, Change]"
"""The fields of one claim, relation or the like that differ, by their names."""


class Listed(NamedTuple):
    """The differences of a list of a map: the entries added, removed and changed, by id or text."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: Mapping[str, Changes]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def claim_changes(old: ArgumentMap, new: ArgumentMap) -> Mapping[str, Changes]:
    """The fields that differ, for every claim that is in both maps.

    >>> from dataclasses import replace
    >>> from argmap.model.example import THREE_CLAIMS
    >>> claims = {**THREE_CLAIMS.claims}
    >>> claims["shops"] = replace(claims["shops"], text="Shops would lose money.")
    >>> claim_changes(THREE_CLAIMS, replace(THREE_CLAIMS, claims=claims))["shops"]["text"].now
    'Shops would lose money.'
    """
    return _changed(
        old.claims,
        new.claims,
        lambda claim: claim_parts(old, claim),
        lambda claim: claim_parts(new, claim),
    )


def relation_changes(old: ArgumentMap, new: ArgumentMap) -> Mapping[str, Changes]:
    """The fields that differ, for every relation that is in both maps.

    >>> from dataclasses import replace
    >>> from argmap.model.example import THREE_CLAIMS
    >>> relations = {**THREE_CLAIMS.relations}
    >>> relations["for"] = replace(relations["for"], note="In doubt.")
    >>> dict(relation_changes(THREE_CLAIMS, replace(THREE_CLAIMS, relations=relations))["for"])
    {'note': Change(before='', now='In doubt.')}
    """
    return _changed(old.relations, new.relations, relation_parts)


def map_changes(old: ArgumentMap, new: ArgumentMap) -> Changes:
    """The fields of the maps themselves that differ: title, question, main claims, objections.

    >>> from dataclasses import replace
    >>> from argmap.model.example import THREE_CLAIMS
    >>> map_changes(THREE_CLAIMS, replace(THREE_CLAIMS, title="Streets"))["title"]
    Change(before='', now='Streets')
    """
    return _between(map_parts(old), map_parts(new))


def listings(old: ArgumentMap, new: ArgumentMap) -> Mapping[str, Listed]:
    """The differences of the lists of a map, by the name of the list.

    >>> from dataclasses import replace
    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.model.stance import Stance
    >>> new = replace(THREE_CLAIMS, stances={"resident": Stance("resident")})
    >>> listings(THREE_CLAIMS, new)["stances"].added
    ('resident',)
    """
    return MappingProxyType(
        {
            "sources": _listed(old.sources, new.sources, source_parts),
            "questions": _listed(old.questions, new.questions, question_parts),
            "schemes": _listed(old.schemes, new.schemes, scheme_parts),
            "stances": _listed(old.stances, new.stances, stance_parts),
            "views": _listed(old.views, new.views, view_parts),
            "steps": _listed_texts(map(step_text, old.steps), map(step_text, new.steps)),
            "expectations": _listed_texts(
                sorted(map(expectation_text, old.expectations)),
                sorted(map(expectation_text, new.expectations)),
            ),
        }
    )


def _changed(
    old: Mapping[str, T],
    new: Mapping[str, T],
    parts: Callable[[T], dict[str, str]],
    parts_now: Callable[[T], dict[str, str]] | None = None,
) -> Mapping[str, Changes]:
    by_id = {
        id_: _between(parts(old[id_]), (parts_now or parts)(value))
        for id_, value in new.items()
        if id_ in old
    }
    return MappingProxyType({id_: changes for id_, changes in by_id.items() if changes})


def _between(before: dict[str, str], now: dict[str, str]) -> Changes:
    return MappingProxyType(
        {name: Change(before[name], now[name]) for name in now if before[name] != now[name]}
    )


def _listed(
    old: Mapping[str, T], new: Mapping[str, T], parts: Callable[[T], dict[str, str]]
) -> Listed:
    return Listed(
        tuple(id_ for id_ in new if id_ not in old),
        tuple(id_ for id_ in old if id_ not in new),
        _changed(old, new, parts),
    )


def _listed_texts(old: Iterable[str], new: Iterable[str]) -> Listed:
    """The differences of a list of texts, in which a text can occur several times.

    A different order of the texts that are in both lists is a change too, under the id `order`.
    """
    before, now = list(old), list(new)
    added = tuple((Counter(now) - Counter(before)).elements())
    removed = tuple((Counter(before) - Counter(now)).elements())
    kept_before = _without(before, removed)
    kept_now = _without(now, added)
    moved: dict[str, Changes] = {}
    if kept_before != kept_now:
        ways = Change(" / ".join(kept_before), " / ".join(kept_now))
        moved["order"] = MappingProxyType({"order": ways})
    return Listed(added, removed, MappingProxyType(moved))


def _without(texts: Iterable[str], gone: Iterable[str]) -> list[str]:
    to_drop = Counter(gone)
    kept = []
    for text in texts:
        if to_drop[text]:
            to_drop[text] -= 1
        else:
            kept.append(text)
    return kept
