"""Workbenches for the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.serving.servers import Running, ended, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOWN = """\
map:
  title: Cars
  question: Should the town be closed to cars?
  documents: texts
source:
  id: report
  title: Traffic in the town
  document: report.txt
claims:
  close:
    text: The town should be closed to cars.
    supported_by:
      - quiet   # as everybody hears
    attacked_by: [shops]

  quiet: Streets without cars are quieter.

  shops:
    text: Shops would lose customers.
    quote: shops would lose customers
"""
REPORT = """\
The office has counted cars for a year.

Many fear that shops would lose customers. In other towns they did not: people on foot buy more.

Streets without cars are quieter, and the air is better.
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A small map with its document."""
    folder = tmp_path / "town"
    (folder / "texts").mkdir(parents=True)
    (folder / "town.yaml").write_text(TOWN, encoding="utf-8", newline="\n")
    (folder / "texts" / "report.txt").write_text(REPORT, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture
def served(town: Path) -> Iterator[Running]:
    """The workbench of that map."""
    yield from ended(start(town))
