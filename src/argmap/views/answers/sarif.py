"""Diagnostics as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from argmap.diagnostics import CODES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.diagnostics import Diagnostic


def sarif(diagnostics: Iterable[Diagnostic], version: str) -> dict[str, Any]:
    """A SARIF 2.1.0 log with one run; columns count code points, as argmap's do.

    >>> sarif([], "0.1.0")["version"]
    '2.1.0'
    """
    listed = list(diagnostics)
    codes = sorted({problem.code for problem in listed})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": CODES[code].title},
            "defaultConfiguration": {"level": CODES[code].severity.value},
        }
        for code in codes
    ]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "argmap", "version": version, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, codes.index(problem.code)) for problem in listed],
            }
        ],
    }


def _result(problem: Diagnostic, rule: int) -> dict[str, Any]:
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {
            "text": f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
        },
        "locations": [_location(problem)],
    }


def _location(problem: Diagnostic) -> dict[str, Any]:
    """The place in a file; a value from outside any file has its name as a logical location."""
    if not problem.location.is_known:
        return {"logicalLocations": [{"name": problem.place}]}
    region = {"startLine": problem.location.line, "startColumn": problem.location.column}
    artifact = {"uri": quote(problem.location.path)}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
