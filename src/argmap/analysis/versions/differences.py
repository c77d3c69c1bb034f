"""The differences between two maps field by field, for everything that a claim file can hold."""

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
        lambda claim: _claim_parts(old, claim),
        lambda claim: _claim_parts(new, claim),
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
    return _changed(old.relations, new.relations, _relation_parts)


def map_changes(old: ArgumentMap, new: ArgumentMap) -> Changes:
    """The fields of the maps themselves that differ: title, question, main claims, objections.

    >>> from dataclasses import replace
    >>> from argmap.model.example import THREE_CLAIMS
    >>> map_changes(THREE_CLAIMS, replace(THREE_CLAIMS, title="Streets"))["title"]
    Change(before='', now='Streets')
    """
    return _between(_map_parts(old), _map_parts(new))


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
            "sources": _listed(old.sources, new.sources, _source_parts),
            "schemes": _listed(old.schemes, new.schemes, _scheme_parts),
            "stances": _listed(old.stances, new.stances, _stance_parts),
            "views": _listed(old.views, new.views, _view_parts),
            "steps": _listed_texts(map(_step, old.steps), map(_step, new.steps)),
            "expectations": _listed_texts(
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


def _claim_parts(argument_map: ArgumentMap, claim: Claim) -> dict[str, str]:
    others = (id_ for id_ in argument_map.class_of(claim.id) if id_ != claim.id)
    return {
        "text": _plain(claim.text),
        "label": _written(claim.label),
        "source": _written(claim.source),
        "place": _places(claim.locators),
        "speaker": _written(claim.speaker),
        "mode": claim.mode,
        "restates": ", ".join(others),
        "granted": _written(claim.grant),
        "credence": _written(claim.credence),
        "section": _written(claim.section),
        "tags": ", ".join(claim.tags),
        "note": _written(claim.note),
        "url": _written(claim.url),
        "ignore": "; ".join(
            sorted(f"{ignored.code}: {ignored.because}" for ignored in claim.ignore)
        ),
    }


def _relation_parts(relation: Relation) -> dict[str, str]:
    return {
        "kind": relation.kind,
        "premises": ", ".join(relation.premises),
        "target": relation.target,
        "force": _written(relation.force),
        "weight": _written(relation.weight),
        "scheme": _written(relation.scheme),
        "presses": _written(relation.presses),
        "rationale": _written(relation.rationale),
        "source": _written(relation.source),
        "place": _places(relation.locators),
        "mode": relation.mode,
        "tags": ", ".join(relation.tags),
        "note": _written(relation.note),
    }


def _map_parts(argument_map: ArgumentMap) -> dict[str, str]:
    return {
        "title": _plain(argument_map.title),
        "question": _written(argument_map.question),
        "main": ", ".join(argument_map.main),
        "objections": argument_map.objections,
        "documents": _written(argument_map.documents),
    }


def _source_parts(source: Source) -> dict[str, str]:
    return {
        "title": _plain(source.title),
        "authors": "; ".join(source.authors),
        "names cited in full": "; ".join(sorted(source.whole_names)),
        "cited as": _written(source.cite_as),
        "date": _written(source.date),
        "kind": _written(source.kind),
        "publisher": _written(source.publisher),
        "url": _written(source.url),
        "document": _written(source.document),
        "sha256": _written(source.sha256),
        "begins": _written(source.begins),
        "ends": _written(source.ends),
        "caveats": " / ".join(map(_plain, source.caveats)),
        "note": _written(source.note),
    }


def _scheme_parts(scheme: Scheme) -> dict[str, str]:
    return {
        "name": scheme.name,
        "premises": ", ".join(scheme.premises),
        "questions": " / ".join(f"{id_}: {_plain(text)}" for id_, text in scheme.questions.items()),
    }


def _stance_parts(stance: Stance) -> dict[str, str]:
    return {
        "name": stance.name,
        "reject": ", ".join(sorted(stance.reject)),
        "accept": ", ".join(sorted(stance.accept)),
        "credences": ", ".join(
            f"{id_}: {value}" for id_, value in sorted(stance.credences.items())
        ),
    }


def _view_parts(view: View) -> dict[str, str]:
    return {
        "focus": _written(view.focus),
        "depth": _written(view.depth),
        "only_source": _written(view.only_source),
    }


def _step(step: Step) -> str:
    return "; ".join(
        f"{word} {text}"
        for word, text in (
            ("show", ", ".join(step.show)),
            ("say", _plain(step.say)),
            ("reject", ", ".join(step.reject)),
            ("accept", ", ".join(step.accept)),
        )
        if text
    )


def _expectation(expectation: Expectation) -> str:
    read = "; ".join(
        f"{word} {text}"
        for word, text in (
            ("semantics", _written(expectation.semantics)),
            ("objections", _written(expectation.objections)),
            ("reject", ", ".join(sorted(expectation.reject))),
            ("accept", ", ".join(sorted(expectation.accept))),
        )
        if text
    )
    return f"{expectation.claim}: {expectation.expected}" + (f" ({read})" if read else "")


def _places(locators: Iterable[Locator]) -> str:
    places = []
    for locator in locators:
        quote = f"“{_plain(locator.quote)}”" if locator.quote is not None else ""
        around = [
            f"{word} “{_plain(text)}”"
            for word, text in (("after", locator.prefix), ("before", locator.suffix))
            if text is not None
        ]
        places.append(", ".join(part for part in (locator.place, quote, *around) if part))
    return "; ".join(places)


def _written(value: object) -> str:
    """A value as an author writes it in a claim file; empty for None."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else _plain(str(value))


def _plain(text: str) -> str:
    return " ".join(text.split())
