"""Handouts of the shipped map and of small maps: golden texts that people have read.

`ARGMAP_UPDATE=1 pytest tests/test_prepared.py` writes them anew: read them before they are kept.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from argmap.cli.program import run

ROOT = Path(__file__).parents[1]
EXPECTED = Path(__file__).parent / "prepared"
FONT = re.compile(r"font/woff2;base64,[^)]+|sha256-[^']+")
"""What depends on the version of the library that cuts the font."""
SMALL = "tests/prepared/rent.yaml"
BARE = "tests/prepared/bare.yaml"
TANGLE = "tests/prepared/tangle.yaml"
RESTATED = "tests/prepared/restated.yaml"
DUEL = "tests/prepared/duel.yaml"
REFUTED = "tests/prepared/refuted.yaml"
LETTER = "tests/prepared/letter.yaml"
FLOW = ("brief", "cap-rents", SMALL, "--layout", "flow")
HANDOUTS = {
    "shipped-for.md": ("brief", "must-act-independently", "claims", "--side", "for"),
    "shipped-against.md": ("brief", "must-act-independently", "claims", "--side", "against"),
    "shipped-both.md": ("brief", "must-act-independently", "claims"),
    "shipped-flow.md": ("brief", "must-act-independently", "claims", "--layout", "flow"),
    "balance-against.md": ("brief", "balance-needed", "claims", "--side", "against"),
    "fallen-both.md": ("brief", "missed-opportunities", "claims", "--reject", "us-inconsistent"),
    "open-for.md": ("brief", "missed-opportunities", "claims", "--side", "for"),
    "shipped-agenda.md": ("agenda", "claims"),
    "shipped-sources.txt": ("sources", "claims"),
    "rent-both.md": ("brief", "cap-rents", SMALL),
    "rent-flow.md": FLOW,
    "rent-flow.html": (*FLOW, "--format", "html"),
    "rent-questions.txt": ("questions", SMALL),
    "rent-questions.json": ("questions", "cap-rents", SMALL, "--json"),
    "rent-brief.json": ("brief", "cap-rents", SMALL, "--json"),
    "rent-agenda.md": ("agenda", SMALL),
    "rent-agenda.json": ("agenda", SMALL, "--json"),
    "rent-sources.txt": ("sources", SMALL),
    "rent-sources.json": ("sources", SMALL, "--json"),
    "lone-both.md": ("brief", "a", "tests/prepared/lone.yaml"),
    "lone-questions.txt": ("questions", "a", "tests/prepared/lone.yaml"),
    "circle-both.md": ("brief", "a", "tests/prepared/circle.yaml"),
    "circle-agenda.md": ("agenda", "tests/prepared/circle.yaml"),
    "twoway-flow.md": ("brief", "a", "tests/prepared/twoway.yaml", "--layout", "flow"),
    "tangle-both.md": ("brief", "close", TANGLE),
    "tangle-flow.md": ("brief", "close", TANGLE, "--layout", "flow"),
    "tangle-agenda.md": ("agenda", TANGLE),
    "tangle-questions.txt": ("questions", TANGLE),
    "restated-against.md": ("brief", "e", RESTATED, "--side", "against"),
    "restated-agenda.md": ("agenda", RESTATED),
    "restated-sources.txt": ("sources", RESTATED, "--limit", "1"),
    "duel-why.txt": ("why", "tax", DUEL),
    "duel-standard.txt": ("why", "tax", DUEL, "--layout", "standard"),
    "duel-for.md": ("brief", "tax", DUEL, "--side", "for"),
    "duel-flow.md": ("brief", "tax", DUEL, "--layout", "flow", "--side", "for"),
    "duel-agenda.md": ("agenda", DUEL),
    "duel-sources.txt": ("sources", DUEL),
    "duel-premises.txt": ("premises", "tax", DUEL),
    "met-agenda.md": ("agenda", "tests/prepared/met.yaml"),
    "one-questions.txt": ("questions", SMALL, "--limit", "1"),
    "one-flow.md": (*FLOW, "--side", "for", "--lines", "1"),
    "failing-for.md": ("brief", "a", "tests/prepared/failing.yaml", "--side", "for"),
    "bare-both.md": ("brief", "a", BARE),
    "bare-agenda.md": ("agenda", BARE),
    "refuted-agenda.md": ("agenda", REFUTED, "--minutes", "10"),
    "refuted-for.md": ("brief", "pool", REFUTED, "--side", "for", "--reject", "swim"),
    "letter-both.md": ("brief", "run-bus", LETTER),
    "letter-agenda.md": ("agenda", LETTER),
    "letter-questions.txt": ("questions", LETTER),
    "letter-sources.txt": ("sources", LETTER),
    "letter-readers.txt": ("readers", "driver", "rider", "--map", LETTER),
    "letter-why.txt": ("why", "run-bus", LETTER),
    "letter-standard.txt": ("why", "run-bus", LETTER, "--layout", "standard"),
    "letter-premises.txt": ("premises", "keep-taxis", LETTER),
    "letter-status.txt": ("status", LETTER),
    "diff.txt": ("diff", "tests/prepared/rent-before.yaml", SMALL),
    "diff.json": ("diff", "tests/prepared/rent-before.yaml", SMALL, "--json"),
}


@pytest.mark.parametrize("name", HANDOUTS)
def test_a_handout_is_as_it_was_read(
    name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)
    assert run(HANDOUTS[name]) == 0
    output = FONT.sub("font/woff2", capfd.readouterr().out)
    path = EXPECTED / name
    if os.environ.get("ARGMAP_UPDATE"):
        path.write_text(output, encoding="utf-8")
    assert output == path.read_text(encoding="utf-8")


def test_there_is_no_handout_that_nothing_makes() -> None:
    names = {path.name for path in EXPECTED.iterdir() if path.suffix != ".yaml"}
    assert names == set(HANDOUTS)
