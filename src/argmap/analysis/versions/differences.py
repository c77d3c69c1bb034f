"""What of two maps' parts differs, told part by part: all that a claim file can hold."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from argmap.model.argument_map import ArgumentMap, Step, View
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.scheme import Scheme
    from argmap.model.source import Locator, Source
    from argmap.model.stance import Expectation, Stance

T = TypeVar("T")


class Change(NamedTuple):
    """What something was and what it is, as text; empty where it had or has nothing."""

    before: str
    now: str


Changes: TypeAlias = "Mapping[str, Change]"
"""What differs of one thing, by the word for it."""


class Listed(NamedTuple):
    """Of things that a map lists by id or by their text: those added, removed and changed."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: Mapping[str, Changes]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def claim_changes(old: ArgumentMap, new: ArgumentMap) -> Mapping[str, Changes]:
    """What differs of every claim of both maps.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> dict(claim_changes(ArgumentMap({}), ArgumentMap({})))
    {}
    """
    return _changed(
        old.claims,
        new.claims,
        lambda one: _claim_parts(old, one),
        lambda one: _claim_parts(new, one),
    )


def relation_changes(old: ArgumentMap, new: ArgumentMap) -> Mapping[str, Changes]:
    """What differs of every relation of both maps.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> dict(relation_changes(ArgumentMap({}), ArgumentMap({})))
    {}
    """
    return _changed(old.relations, new.relations, _relation_parts)


def map_changes(old: ArgumentMap, new: ArgumentMap) -> Changes:
    """What differs of what is said of the map as a whole.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> map_changes(ArgumentMap({}), ArgumentMap({}, title="Rents"))["title"]
    Change(before='', now='Rents')
    """
    return _between(_map_parts(old), _map_parts(new))


def listings(old: ArgumentMap, new: ArgumentMap) -> Mapping[str, Listed]:
    """What differs of the lists of a map: sources, schemes, stances, views, steps, expectations.

    >>> from argmap.model.argument_map import ArgumentMap
    >>> any(listings(ArgumentMap({}), ArgumentMap({})).values())
    False
    """
    return MappingProxyType(
        {
            "sources": _listed(old.sources, new.sources, _source_parts),
            "schemes": _listed(old.schemes, new.schemes, _scheme_parts),
            "stances": _listed(old.stances, new.stances, _stance_parts),
            "views": _listed(old.views, new.views, _view_parts),
            "steps": _told(map(_step, old.steps), map(_step, new.steps)),
            "expectations": _told(
                sorted(map(_expectation, old.expectations)),
                sorted(map(_expectation, new.expectations)),
            ),
        }
    )


def _changed(
    old: Mapping[str, T],
    new: Mapping[str, T],
    parts: Callable[[T], dict[str, str]],
    parts_now: Callable[[T], dict[str, str]] | None = None,
) -> Mapping[str, Changes]:
    found = {
        id_: _between(parts(old[id_]), (parts_now or parts)(one))
        for id_, one in new.items()
        if id_ in old
    }
    return MappingProxyType({id_: changes for id_, changes in found.items() if changes})


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


def _told(old: Iterable[str], new: Iterable[str]) -> Listed:
    """Of texts, of which each can be there several times; another order is a change of its own."""
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
    left = Counter(gone)
    kept = []
    for one in texts:
        if left[one]:
            left[one] -= 1
        else:
            kept.append(one)
    return kept


def _claim_parts(argument_map: ArgumentMap, one: Claim) -> dict[str, str]:
    others = (id_ for id_ in argument_map.class_of(one.id) if id_ != one.id)
    return {
        "text": _plain(one.text),
        "label": _said(one.label),
        "source": _said(one.source),
        "place": _places(one.locators),
        "speaker": _said(one.speaker),
        "mode": one.mode,
        "restates": ", ".join(others),
        "granted": _said(one.granted),
        "credence": _said(one.credence),
        "section": _said(one.section),
        "tags": ", ".join(one.tags),
        "note": _said(one.note),
        "url": _said(one.url),
        "ignore": "; ".join(sorted(f"{found.code}: {found.because}" for found in one.ignore)),
    }


def _relation_parts(one: Relation) -> dict[str, str]:
    return {
        "kind": one.kind,
        "premises": ", ".join(one.premises),
        "target": one.target,
        "force": _said(one.force),
        "weight": _said(one.weight),
        "scheme": _said(one.scheme),
        "presses": _said(one.presses),
        "rationale": _said(one.rationale),
        "source": _said(one.source),
        "place": _places(one.locators),
        "mode": one.mode,
        "tags": ", ".join(one.tags),
        "note": _said(one.note),
    }


def _map_parts(one: ArgumentMap) -> dict[str, str]:
    return {
        "title": _plain(one.title),
        "question": _said(one.question),
        "main": ", ".join(one.main),
        "objections": one.objections,
    }


def _source_parts(one: Source) -> dict[str, str]:
    return {
        "title": _plain(one.title),
        "authors": "; ".join(one.authors),
        "date": _said(one.date),
        "kind": _said(one.kind),
        "publisher": _said(one.publisher),
        "url": _said(one.url),
        "document": _said(one.document),
        "sha256": _said(one.sha256),
        "begins": _said(one.begins),
        "ends": _said(one.ends),
        "caveats": " / ".join(map(_plain, one.caveats)),
        "note": _said(one.note),
    }


def _scheme_parts(one: Scheme) -> dict[str, str]:
    return {
        "name": one.name,
        "premises": ", ".join(one.premises),
        "questions": " / ".join(f"{id_}: {_plain(text)}" for id_, text in one.questions.items()),
    }


def _stance_parts(one: Stance) -> dict[str, str]:
    return {
        "name": one.name,
        "reject": ", ".join(sorted(one.reject)),
        "accept": ", ".join(sorted(one.accept)),
        "credences": ", ".join(f"{id_}: {value}" for id_, value in sorted(one.credences.items())),
    }


def _view_parts(one: View) -> dict[str, str]:
    return {
        "focus": _said(one.focus),
        "depth": _said(one.depth),
        "only_source": _said(one.only_source),
    }


def _step(one: Step) -> str:
    return "; ".join(
        f"{word} {said}"
        for word, said in (
            ("show", ", ".join(one.show)),
            ("say", _plain(one.say)),
            ("reject", ", ".join(one.reject)),
            ("accept", ", ".join(one.accept)),
        )
        if said
    )


def _expectation(one: Expectation) -> str:
    read = "; ".join(
        f"{word} {said}"
        for word, said in (
            ("semantics", _said(one.semantics)),
            ("objections", _said(one.objections)),
            ("reject", ", ".join(sorted(one.reject))),
            ("accept", ", ".join(sorted(one.accept))),
        )
        if said
    )
    return f"{one.claim}: {one.expected}" + (f" ({read})" if read else "")


def _places(locators: Iterable[Locator]) -> str:
    told = []
    for one in locators:
        quote = f"“{_plain(one.quote)}”" if one.quote is not None else ""
        around = [
            f"{word} “{_plain(text)}”"
            for word, text in (("after", one.prefix), ("before", one.suffix))
            if text is not None
        ]
        told.append(", ".join(part for part in (one.place, quote, *around) if part))
    return "; ".join(told)


def _said(value: object) -> str:
    """What an author wrote, or nothing."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else _plain(str(value))


def _plain(text: str) -> str:
    return " ".join(text.split())
