"""Packages of argmap: built from a clean copy, and installed where nothing else is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SECONDS = 120


def project() -> dict[str, Any]:
    """The table `project` of pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)["project"]
    return table


EXTRAS = tuple(sorted(project()["optional-dependencies"]))


def tool(name: str) -> str:
    """The path of a program that is installed beside this Python."""
    path = shutil.which(name, path=str(Path(sys.executable).parent))
    assert path is not None, f"{name} is not installed; it is in the group `packages`"
    return path


def plain_environment(**changes: str) -> dict[str, str]:
    """The environment without what would steer argmap, Python or a build."""
    steering = ("ARGMAP_", "PYTHON", "VIRTUAL_ENV", "SOURCE_DATE_EPOCH")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(steering)}
    return kept | changes


def run(*words: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, without anything on its standard input."""
    return subprocess.run(
        [*map(str, words)],
        cwd=cwd,
        env=plain_environment(**environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


def files_of_repository() -> list[str]:
    """The paths of all files that git knows or would add; a skip where this is no clone."""
    if not ((ROOT / ".git").exists() and shutil.which("git")):
        pytest.skip("NOT TESTED: this is no clone of the repository")
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    assert listed.returncode == 0, listed.stderr
    names = dict.fromkeys(listed.stdout.split("\0"))
    return sorted(name for name in names if name and (ROOT / name).is_file())


def clean_copy(folder: Path) -> Path:
    """The folder, into which the files of the repository were copied."""
    for name in files_of_repository():
        copy = folder / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy)
    return folder


@dataclass(frozen=True, slots=True)
class Built:
    """The two files of a package."""

    source: Path
    wheel: Path


def build(tree: Path, out: Path, *only: str, **environment: str) -> Built:
    """Build the package of a tree into a folder; `only` can be `--wheel`."""
    words = (sys.executable, "-m", "build", "--no-isolation", "--outdir", out, *only, tree)
    done = run(*words, cwd=out, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    [wheel] = out.glob("*.whl")
    return Built(next(out.glob("*.tar.gz"), out), wheel)


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment in which argmap is installed."""

    folder: Path

    @property
    def scripts(self) -> Path:
        """The folder of its programs."""
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    def argmap(self, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run its argmap."""
        return run(self.scripts / "argmap", *words, cwd=cwd)


def installed(wheel: Path, folder: Path, python: str, extra: str = "") -> Environment:
    """A fresh environment of this Python with the wheel and one of its extras, or none."""
    environment = Environment(folder)
    uv = tool("uv")
    made = run(uv, "venv", "--python", python, "--no-python-downloads", folder, cwd=folder.parent)
    assert made.returncode == 0, made.stderr
    wanted = f"{wheel}[{extra}]" if extra else str(wheel)
    words = ("pip", "install", "--python", folder, "-c", ROOT / "constraints.txt", wanted)
    done = run(uv, *words, cwd=folder.parent)
    skip_without_index(done)
    assert done.returncode == 0, done.stderr
    return environment


def skip_without_index(done: subprocess.CompletedProcess[str]) -> None:
    """Skip, except under CI=true, if uv could not ask for packages."""
    unheard = re.search(r"dns error|Failed to fetch|client error \(Connect\)", done.stderr)
    if done.returncode and unheard and os.environ.get("CI", "").lower() != "true":
        pytest.skip("NOT TESTED: no index of packages can be asked from here")


@cache
def interpreters() -> dict[tuple[int, int], str]:
    """The Pythons of this machine that argmap supports, by version, each with its path."""
    paths: dict[tuple[int, int], str] = {}
    for path in (sys.executable, *_candidates()):
        try:
            done = run(path, "-c", "import sys; print(*sys.version_info[:2])", cwd=ROOT)
        except OSError:
            continue
        if done.returncode == 0:
            major, minor = map(int, done.stdout.split())
            if (major, minor) >= (3, 11):
                paths.setdefault((major, minor), path)
    return paths


def _candidates() -> Iterator[str]:
    """Paths that may lead to a Python: on the PATH, and where pyenv keeps them."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for minor in range(19, 10, -1):
        if on_path := shutil.which(f"python3.{minor}"):
            yield on_path
        yield from map(str, sorted(kept.glob(f"3.{minor}.*/bin/python3.{minor}")))
