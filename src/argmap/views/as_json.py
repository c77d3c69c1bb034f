"""Answers as JSON: one object each, keys sorted, the same bytes for the same input."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.analysis.status import StatusFinding
    from argmap.analysis.why import Reason, Why
    from argmap.diagnostics import Diagnostic
    from argmap.graph.outline import Outline
    from argmap.graph.roles import Role
    from argmap.model.argument_map import ArgumentMap


def check_answer(argument_map: ArgumentMap, diagnostics: Iterable[Diagnostic]) -> dict[str, Any]:
    """The answer of `argmap check`."""
    return {
        "schema": "argmap.check/1",
        "map": {
            "claims": len(argument_map.claims),
            "relations": len(argument_map.relations),
            "sources": len(argument_map.sources),
        },
        "diagnostics": [
            {
                "code": one.code,
                "severity": one.severity,
                "path": one.location.path,
                "line": one.location.line,
                "column": one.location.column,
                "message": one.message,
                "hint": one.hint,
            }
            for one in diagnostics
        ],
    }


def status_answer(
    finding: StatusFinding,
    outline: Outline,
    roles: Mapping[str, tuple[Role, ...]],
    claims: Iterable[str],
    relations: Iterable[str],
) -> dict[str, Any]:
    """The answer of `argmap status` for these claims and relations."""
    return {
        "schema": "argmap.status/1",
        "semantics": finding.semantics,
        "objections": finding.objections,
        "extensions": 1,
        "complete": True,
        "claims": {id_: _claim(id_, finding, outline, roles) for id_ in claims},
        "relations": {id_: finding.relations[id_] for id_ in relations},
    }


def _claim(
    id_: str, finding: StatusFinding, outline: Outline, roles: Mapping[str, tuple[Role, ...]]
) -> dict[str, Any]:
    found = finding.claims[id_]
    stands = found.label == "in"
    return {
        "label": found.label,
        "word": found.word,
        "reason": found.reason,
        "contested": found.contested,
        "credulous": stands,
        "skeptical": stands,
        "granted": found.granted,
        "number": outline.numbers[id_],
        "roles": list(roles[id_]),
    }


def why_answer(why: Why, finding: StatusFinding) -> dict[str, Any]:
    """The answer of `argmap why`: nested as deep as the reasons go, built without recursion."""
    path: list[dict[str, Any]] = []
    for reason in why.reasons:
        del path[reason.depth :]
        entry = _reason(reason, finding)
        if path:
            _place_for(entry, path[-1]).append(entry)
        path.append(entry)
    return {"schema": "argmap.why/1", **path[0]}


def _reason(reason: Reason, finding: StatusFinding) -> dict[str, Any]:
    if reason.relation is not None:
        return {
            "relation": reason.relation.id,
            "polarity": reason.relation.kind.polarity,
            "label": finding.relations[reason.relation.id],
            "premises": [],
            "undercut_by": [],
        }
    found = finding.claims[reason.claim or ""]
    entry: dict[str, Any] = {
        "claim": reason.claim,
        "label": found.label,
        "word": found.word,
        "reason": found.reason,
        "because": [],
    }
    return entry | {"repeated": reason.repeated}


def _place_for(entry: dict[str, Any], parent: dict[str, Any]) -> list[Any]:
    key = "because" if "claim" in parent else "premises" if "claim" in entry else "undercut_by"
    place: list[Any] = parent[key]
    return place


def dumps(answer: dict[str, Any]) -> str:
    """The answer as one line of JSON; without recursion, so that no depth is too deep.

    >>> dumps({"b": [1, None], "a": "x"})
    '{"a": "x", "b": [1, null]}'
    """
    return "".join(_pieces(answer))


def _pieces(value: object) -> Iterator[str]:
    waiting: list[object] = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, _Literal):
            yield one
        elif isinstance(one, dict):
            waiting.append(_Literal("}"))
            for place, (key, inner) in enumerate(sorted(one.items(), reverse=True), start=1):
                separator = "" if place == len(one) else ", "
                waiting += [inner, _Literal(f"{separator}{json.dumps(key, ensure_ascii=False)}: ")]
            waiting.append(_Literal("{"))
        elif isinstance(one, list | tuple):
            waiting.append(_Literal("]"))
            for place, inner in enumerate(reversed(one), start=1):
                waiting += [inner, _Literal("" if place == len(one) else ", ")]
            waiting.append(_Literal("["))
        else:
            yield json.dumps(one, ensure_ascii=False, allow_nan=False)


class _Literal(str):
    """A piece of JSON that is done."""

    __slots__ = ()
