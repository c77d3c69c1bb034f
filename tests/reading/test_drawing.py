"""The source of a relation: the one that it names or quotes, or a common one; else the map's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.model.claim import Mode
from argmap.pipeline import check
from argmap.reading.drawing import Drawn

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = "sources: {x: {title: X}, y: {title: Y}}\nsource: {id: z, title: Z}\n"
MAP = """claims:
  a: {{text: This is so., source: x}}
  b: {{text: That is so., source: {other}, {written}}}
"""


@pytest.mark.parametrize("kind", ["supports", "attacks", "contradicts"])
@pytest.mark.parametrize(
    ("other", "keys", "drawn"),
    [
        ("x", "", Drawn("x", Mode.ASSERTED)),
        ("y", "", Drawn(None, Mode.EDITORIAL)),
        ("y", "source: y", Drawn("y", Mode.ASSERTED)),
        ("y", "source: x", Drawn("x", Mode.ASSERTED)),
        ("y", "source: z", Drawn("z", Mode.ASSERTED)),
        ("y", "quote: it follows that", Drawn("y", Mode.ASSERTED)),
        ("y", "at: {page: 3}", Drawn("y", Mode.ASSERTED)),
        ("y", "source: null, quote: it follows that", Drawn(None, Mode.EDITORIAL)),
        ("y", "source: y, mode: editorial", Drawn("y", Mode.EDITORIAL)),
        ("y", "quote: it follows that, mode: implicit", Drawn("y", Mode.IMPLICIT)),
        ("x", "source: null", Drawn(None, Mode.EDITORIAL)),
    ],
)
def test_a_step_is_that_of_its_source_or_quotation(
    kind: str, other: str, keys: str, drawn: Drawn, tmp_path: Path
) -> None:
    text = MAP.format(other=other, written=f"{kind}: {{target: a, {keys}}}")
    (tmp_path / "m.yaml").write_text(SOURCES + text.replace(", }", "}"))
    checked = check(str(tmp_path), notes=True)
    assert not [each for each in checked.diagnostics if each.is_error]
    steps = [*checked.map.relations.values()]
    assert {Drawn(step.source, step.mode) for step in steps} == {drawn}
    assert sum(len(step.locators) for step in steps) == ("quote" in keys or "at" in keys)
    noted = any(problem.code == "AM458" for problem in checked.diagnostics)
    assert noted == (drawn.source is None and other == "y")
