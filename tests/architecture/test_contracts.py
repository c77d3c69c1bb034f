"""The import contracts of pyproject.toml hold, and each of them would notice a breach."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


@dataclass(frozen=True)
class Breach:
    """A forbidden import, the file of the package that gets it, and how the linter reports it."""

    contract: str
    file: str
    code: str
    report: str


BREACHES = (
    Breach(
        "one-way",
        "diagnostics.py",
        "import argmap.views",
        "argmap.diagnostics -> argmap.views",
    ),
    Breach("one-way", "stray.py", "", "- argmap.stray"),
    Breach(
        "acyclic",
        "views/look/theme.py",
        "import argmap.views.picture.svg.svg",
        "No cycles are allowed in argmap.views",
    ),
    Breach(
        "rooms-of-analysis",
        "analysis/labels/labelling.py",
        "import argmap.analysis.debate.brief",
        "argmap.analysis.labels.labelling -> argmap.analysis.debate.brief",
    ),
    Breach(
        "rooms-of-views",
        "views/words/statuses.py",
        "import argmap.views.terminal.status",
        "argmap.views.words.statuses -> argmap.views.terminal.status",
    ),
    Breach(
        "rooms-of-views",
        "views/answers/sarif.py",
        "import argmap.views.terminal.sources",
        "argmap.views.answers.sarif -> argmap.views.terminal.sources",
    ),
    Breach(
        "rooms-of-sheets",
        "views/sheets/document.py",
        "import argmap.views.sheets.citing",
        "argmap.views.sheets.document -> argmap.views.sheets.citing",
    ),
    Breach(
        "rooms-of-sheets",
        "views/sheets/report/summary.py",
        "import argmap.views.sheets.debate.voices",
        "argmap.views.sheets.report.summary -> argmap.views.sheets.debate.voices",
    ),
    Breach(
        "rooms-of-picture",
        "views/picture/layout/layout.py",
        "import argmap.views.picture.lines.routing",
        "argmap.views.picture.layout.layout -> argmap.views.picture.lines.routing",
    ),
    Breach(
        "one-door-corpus",
        "views/words/statuses.py",
        "import duckdb",
        "argmap.views.words.statuses -> duckdb",
    ),
    Breach(
        "solver-library",
        "reasoning/__init__.py",
        "import argmap.errors",
        "argmap.reasoning -> argmap.errors",
    ),
    Breach("pure-model", "model/__init__.py", "import click", "argmap.model -> click"),
    Breach("one-door-reading", "checks/__init__.py", "import yaml", "argmap.checks -> yaml"),
    Breach("one-door-pyvis", "views/__init__.py", "import jinja2", "argmap.views -> jinja2"),
    Breach(
        "one-door-fonts",
        "views/page/__init__.py",
        "import fontTools",
        "argmap.views.page -> fontTools",
    ),
    Breach(
        "one-door-sat",
        "reasoning/horn.py",
        "import pysat",
        "argmap.reasoning.horn -> pysat",
    ),
    Breach(
        "one-door-asp",
        "analysis/status/why.py",
        "import clingo",
        "argmap.analysis.status.why -> clingo",
    ),
    Breach(
        "one-door-raster",
        "views/picture/svg/svg.py",
        "import typst",
        "argmap.views.picture.svg.svg -> typst",
    ),
    Breach(
        "one-door-editor",
        "rewriting.py",
        "import lsprotocol",
        "argmap.rewriting -> lsprotocol",
    ),
    Breach(
        "one-door-documents",
        "documents/folder.py",
        "import pypdf",
        "argmap.documents.folder -> pypdf",
    ),
    Breach(
        "one-door-documents",
        "documents/paragraphs.py",
        "import markdown_it",
        "argmap.documents.paragraphs -> markdown_it",
    ),
    Breach(
        "one-door-workbooks",
        "formats/tabular/csv_file.py",
        "import openpyxl",
        "argmap.formats.tabular.csv_file -> openpyxl",
    ),
    Breach(
        "one-door-bibtex",
        "reading/citations.py",
        "import bibtexparser",
        "argmap.reading.citations -> bibtexparser",
    ),
    Breach(
        "one-door-bibtex",
        "views/words/citations.py",
        "import pylatexenc",
        "argmap.views.words.citations -> pylatexenc",
    ),
    Breach("one-door-click", "pipeline.py", "import click", "argmap.pipeline -> click"),
    Breach("one-door-server", "rewriting.py", "import starlette", "argmap.rewriting -> starlette"),
    Breach("one-door-server", "pipeline.py", "import segno", "argmap.pipeline -> segno"),
    Breach("one-door-network", "pipeline.py", "import http.client", "argmap.pipeline -> http"),
    Breach("one-door-network", "serving/app.py", "import socket", "argmap.serving.app -> socket"),
    Breach(
        "one-door-numpy", "analysis/finding.py", "import numpy", "argmap.analysis.finding -> numpy"
    ),
    Breach("one-door-networkx", "views/__init__.py", "import networkx", "argmap.views -> networkx"),
)


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the import linter as a developer would."""
    command = [str(LINT_IMPORTS), "--no-logo", "--no-cache", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_every_contract_holds() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_contract_has_a_breach_here() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]}
    assert contracts == {breach.contract for breach in BREACHES}


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: f"{breach.contract}-{breach.file}")
def test_a_breach_is_noticed(breach: Breach, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    package = tmp_path / "argmap"
    shutil.copytree(ROOT / "src/argmap", package, ignore=shutil.ignore_patterns("__pycache__"))
    with (package / breach.file).open("a", encoding="utf-8") as file:
        file.write(f"\n{breach.code}\n")
    done = lint(tmp_path, "--contract", breach.contract)
    assert done.returncode == 1, done.stdout + done.stderr
    assert breach.report in done.stdout
