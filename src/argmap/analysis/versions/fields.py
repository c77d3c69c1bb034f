"""The fields of the parts of a map as texts by their names, in which two maps are compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.origin import Origin
    from argmap.model.presentation import Step, View
    from argmap.model.question import Question
    from argmap.model.relation import Relation
    from argmap.model.scheme import Scheme
    from argmap.model.source import Locator, Source
    from argmap.model.stance import Expectation, Stance


def claim_parts(argument_map: ArgumentMap, claim: Claim) -> dict[str, str]:
    """The fields of a claim and its class."""
    others = (id_ for id_ in argument_map.class_of(claim.id) if id_ != claim.id)
    return {
        "text": _plain(claim.text),
        "label": _written(claim.label),
        "source": _written(claim.source),
        "place": _places(claim.locators),
        "speaker": _written(claim.speaker),
        "mode": claim.mode,
        "restates": ", ".join(others),
        "from another map": _written(claim.id in argument_map.used or None),
        "granted": _written(claim.grant),
        "credence": _written(claim.credence),
        "section": _written(claim.section),
        "tags": ", ".join(claim.tags),
        "note": _written(claim.note),
        "meta": _data(claim.meta),
        "origin": _origin(claim.origin),
        "url": _written(claim.url),
        "ignore": "; ".join(
            sorted(f"{ignored.code}: {ignored.because}" for ignored in claim.ignore)
        ),
    }


def relation_parts(relation: Relation) -> dict[str, str]:
    """The fields of a relation."""
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
        "meta": _data(relation.meta),
        "origin": _origin(relation.origin),
    }


def map_parts(argument_map: ArgumentMap) -> dict[str, str]:
    """The fields of a map itself, apart from its lists."""
    return {
        "title": _plain(argument_map.title),
        "question": _written(argument_map.question),
        "main": ", ".join(argument_map.main),
        "objections": argument_map.objections,
        "documents": _written(argument_map.documents),
        "meta": _data(argument_map.meta),
    }


def source_parts(source: Source) -> dict[str, str]:
    """The fields of a source."""
    return {
        "title": _plain(source.title),
        "authors": "; ".join(source.authors),
        "names cited in full": "; ".join(sorted(source.whole_names)),
        "cited as": _written(source.cite_as),
        "date": _written(source.date),
        "kind": _written(source.kind),
        "publisher": _written(source.publisher),
        "url": _written(source.url),
        "doi": _written(source.doi),
        "isbn": _written(source.isbn),
        "accessed": _written(source.accessed),
        "version": _written(source.version),
        "retracted": _written(source.retracted),
        "document": _written(source.document),
        "sha256": _written(source.sha256),
        "begins": _written(source.begins),
        "ends": _written(source.ends),
        "caveats": " / ".join(map(_plain, source.caveats)),
        "note": _written(source.note),
        "meta": _data(source.meta),
        "origin": _origin(source.origin),
    }


def question_parts(question: Question) -> dict[str, str]:
    """The fields of a question."""
    return {"text": _plain(question.text), "answers": ", ".join(question.answers)}


def scheme_parts(scheme: Scheme) -> dict[str, str]:
    """The fields of a scheme."""
    return {
        "name": scheme.name,
        "premises": ", ".join(scheme.premises),
        "questions": " / ".join(f"{id_}: {_plain(text)}" for id_, text in scheme.questions.items()),
    }


def stance_parts(stance: Stance) -> dict[str, str]:
    """The fields of a stance."""
    return {
        "name": stance.name,
        "reject": ", ".join(sorted(stance.reject)),
        "accept": ", ".join(sorted(stance.accept)),
        "credences": ", ".join(
            f"{id_}: {value}" for id_, value in sorted(stance.credences.items())
        ),
    }


def view_parts(view: View) -> dict[str, str]:
    """The fields of a view."""
    return {
        "focus": _written(view.focus),
        "depth": _written(view.depth),
        "only_source": _written(view.only_source),
    }


def step_text(step: Step) -> str:
    """A step of the presentation in one line."""
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


def expectation_text(expectation: Expectation) -> str:
    """An expectation in one line."""
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


def _data(meta: Mapping[str, Any]) -> str:
    """A mapping of the author's own on one line; empty for one without keys."""
    return json.dumps(meta, ensure_ascii=False, sort_keys=True) if meta else ""


def _origin(origin: Origin | None) -> str:
    return f"{origin.format}: {origin.id}" if origin is not None else ""


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
