"""Answers as JSON: one object each, keys sorted, the same bytes for the same input."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.analysis.status.status import StatusFinding
    from argmap.analysis.status.why import Reason, Why
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
                "path": one.location.path or None,
                "line": one.location.line or None,
                "column": one.location.column or None,
                "message": one.message,
                "hint": one.hint,
            }
            for one in diagnostics
        ],
    }


def status_answer(
    argument_map: ArgumentMap,
    finding: StatusFinding,
    outline: Outline,
    roles: Mapping[str, tuple[Role, ...]],
    relations: Iterable[str],
) -> dict[str, Any]:
    """The answer of `argmap status` for the claims that have roles here, and these relations."""
    return {
        "schema": "argmap.status/1",
        "semantics": finding.semantics,
        "objections": finding.objections,
        "extensions": finding.extensions,
        "complete": finding.extensions is not None,
        "claims": {id_: _claim(argument_map, id_, finding, outline, roles) for id_ in roles},
        "relations": {id_: finding.relations.get(id_) for id_ in relations},
    }


def _claim(
    argument_map: ArgumentMap,
    id_: str,
    finding: StatusFinding,
    outline: Outline,
    roles: Mapping[str, tuple[Role, ...]],
) -> dict[str, Any]:
    found = finding.claims.get(id_)  # without any extension nothing has a label
    return {
        "label": found and found.label,
        "word": found and found.word,
        "reason": found and found.reason,
        "contested": found is not None and found.contested,
        "credulous": found and found.credulous,
        "skeptical": found and found.label == "in",
        "granted": argument_map.is_granted(id_),
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
            "label": finding.relations.get(reason.relation.id),
            "premises": [],
            "undercut_by": [],
        }
    found = finding.claims.get(reason.claim or "")
    entry: dict[str, Any] = {
        "claim": reason.claim,
        "label": found and found.label,
        "word": found and found.word,
        "reason": found and found.reason,
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
