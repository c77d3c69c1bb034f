"""Diagnostics as SARIF, read by somebody else's model of the format."""

from __future__ import annotations

from sarif_pydantic import Sarif

from argmap.diagnostics import CODES, Diagnostic, Location
from argmap.views.answers.sarif import sarif


def test_sarif_of_every_code_fits_the_format() -> None:
    diagnostics = [
        Diagnostic(Location("a folder/ä,b.yaml", line, 2), code, "what is wrong", "what to type")
        for line, code in enumerate(CODES, start=1)
    ]
    log = Sarif.model_validate(sarif(diagnostics, "0.1.0"))
    [run] = log.runs
    results = run.results or []
    rules = run.tool.driver.rules or []
    assert [result.rule_id for result in results] == list(CODES)
    assert [rules[result.rule_index or 0].id for result in results] == list(CODES)
    [place] = results[0].locations or []
    physical = place.physical_location
    assert physical is not None
    assert physical.artifact_location is not None
    assert physical.artifact_location.uri == "a%20folder/%C3%A4%2Cb.yaml"
