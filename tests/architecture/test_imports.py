"""Each module imports alone; the quick commands import no heavy library."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.corpus.building import build_corpus

SOURCE = Path(__file__).parents[2] / "src"

# What only long computations, the page or a notebook need.
HEAVY = {"numpy", "scipy", "clingo", "networkx", "pysat", "pyvis", "jinja2", "IPython"}

# Part of the model: no library at all.
PLAIN = ("argmap.model", "argmap.diagnostics", "argmap.errors")

# The rooms that import most others.
OUTER = ("argmap.cli", "argmap.api", "argmap.serving", "argmap.language_server", "argmap.corpus")

# Imports each module in a process that knows the libraries (they are slow) and nothing of ours, but
# for those that another one has imported: a contract forbids circles, so that these import alone.
# What it compiles is kept in a folder for the processes that follow.
EACH = """\
import os, sys
import click, networkx, pydantic, yaml, lsprotocol.types
import clingo, fontTools.ttLib, jinja2, pygls.lsp.server, pysat.solvers, pyvis.network
import starlette.applications, uvicorn, watchfiles
sys.dont_write_bytecode, sys.pycache_prefix = False, sys.argv[1]
imported = set()
for name in sys.argv[2:]:
    if name in imported:
        continue
    reading, writing = os.pipe()
    if os.fork() == 0:
        try:
            __import__(name)
        except BaseException as problem:
            print(f"{name}: {problem!r}", flush=True)
            os._exit(1)
        with open(writing, "w") as file:
            print(*(each for each in sys.modules if each.startswith("argmap")), file=file)
        os._exit(0)
    os.close(writing)
    with open(reading) as file:
        imported.update(file.read().split())
    if os.wait()[1] or name not in imported:
        print(f"{name} does not import alone", flush=True)
"""

SMALL_MAP = """\
argmap: 1
source: {id: report, title: A report}
claims:
  close: {text: The centre should be closed to cars., supported_by: [quieter], attacked_by: [shops]}
  quieter: Streets without cars are quieter.
  shops: Shops would lose customers.
"""


def modules() -> list[str]:
    """The name of every module and package of argmap."""
    paths = (path.relative_to(SOURCE) for path in sorted(SOURCE.rglob("*.py")))
    return [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths]


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a fresh interpreter."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def imported_by(*arguments: str) -> tuple[set[str], subprocess.CompletedProcess[str]]:
    """The top-level modules that `python -m argmap ARGUMENTS` imports, and how it ended."""
    done = python("-X", "importtime", "-m", "argmap", *arguments)
    names = re.findall(r"^import time: +\d+ \| +\d+ \| +(\w+)", done.stderr, re.MULTILINE)
    return set(names), done


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED: Windows has no fork")
def test_each_module_imports_alone(tmp_path: Path) -> None:
    names = sorted(modules(), key=lambda name: (not name.startswith(OUTER), -name.count(".")))
    done = python("-c", EACH, str(tmp_path), *names)
    assert done.returncode == 0, done.stderr
    assert not done.stdout


def test_the_model_needs_the_standard_library_alone() -> None:
    names = [name for name in modules() if name.startswith(PLAIN)]
    assert len(names) > len(PLAIN)
    imports = "\n".join(f"import {name}" for name in names)
    done = python("-I", "-S", "-c", f"import sys; sys.path.append({str(SOURCE)!r})\n{imports}")
    assert done.returncode == 0, done.stderr


def test_version_is_answered_before_any_library_is_imported() -> None:
    names, done = imported_by("--version")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("argmap ")
    assert "argmap" in names
    assert not sorted(names & (HEAVY | {"click", "pydantic"}))


def test_a_framework_is_solved_without_the_libraries_of_maps(tmp_path: Path) -> None:
    framework = tmp_path / "small.af"
    framework.write_text("p af 2\n1 2\n", encoding="utf-8")
    names, done = imported_by("solve", "-p", "SE-GR", "-f", str(framework))
    assert done.stdout == "w 1\n", done.stderr
    assert not sorted(names & (HEAVY | {"click", "pydantic", "yaml"}))


@pytest.mark.parametrize("command", ["check", "status"])
def test_quick_commands_import_nothing_heavy(command: str, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(SMALL_MAP, encoding="utf-8")
    names, done = imported_by(command, str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert {"argmap", "click", "yaml"} <= names
    assert not sorted(names & HEAVY)


def test_a_search_of_a_corpus_waits_for_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(SMALL_MAP, encoding="utf-8")
    store = tmp_path / "corpus.duckdb"
    build_corpus(tmp_path, store, workers=1)
    names, done = imported_by("corpus", "search", "shops", "--corpus", str(store))
    assert "1 claim" in done.stdout, done.stderr
    assert not sorted(names & (HEAVY | {"duckdb", "pydantic", "yaml"}))
    ours = set(re.findall(r"\| +(argmap\.[\w.]+)$", done.stderr, re.MULTILINE))
    assert "argmap.corpus.searching" in ours
    needless = ("argmap.diagnostics", "argmap.formats", "argmap.graph", "argmap.model")
    assert not [name for name in sorted(ours) if name.startswith(needless)]


def test_a_build_leaves_notebooks_alone_and_a_notebook_can_come_later(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(SMALL_MAP, encoding="utf-8")
    later = """\
import sys
from pathlib import Path
import argmap
argument_map, _ = argmap.load(sys.argv[1])
argmap.build(argument_map, Path(sys.argv[1]) / "out")
assert "pyvis" in sys.modules and "IPython" not in sys.modules
from IPython.display import IFrame
assert IFrame is not None
"""
    done = python("-c", later, str(tmp_path))
    assert done.returncode == 0, done.stderr
