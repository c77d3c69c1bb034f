"""The maps and files that pages speak of: those of this repository, or around the first map."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from argmap.cli.program import run
from tests.docs.pages import DOCS, ROOT, blocks_of

if TYPE_CHECKING:
    from pathlib import Path

_STANCES = """\
stances:
  shopkeeper: {accept: shops-lose, reject: only-short-term}
  resident: {accept: quieter}
"""
_TEXTS = {
    "claims/stances.yaml": _STANCES,
    "my-map/stances.yaml": _STANCES,
    "stances/readers.yaml": "stances:\n  planner: {reject: shops-lose}\n",
    "votes.csv": "name,claim,credence\nAda,quieter,0.9\nBen,quieter,0.2\n",
    "framework.af": "p af 2\n1 2\n",
    "framework.apx": "arg(a1).\narg(a2).\natt(a1,a2).\n",
}


def lay_out(folder: Path) -> None:
    """Put what pages speak of into a folder: the shipped map in a repository, and the gallery."""
    shutil.copytree(ROOT / "claims", folder / "claims")
    for each in (DOCS / "gallery").iterdir():
        if each.is_dir():
            shutil.copytree(each, folder / each.name)
    _keep_versions(folder)


def lay_out_examples(folder: Path) -> None:
    """Put what the commands' help speaks of into a folder, which is the working directory."""
    assert run(["new", "claims", "-q"]) == run(["new", "my-map", "-q"]) == 0
    for name in ("old-map", "new-map"):
        shutil.copytree(folder / "my-map", folder / name)
    for name, text in _TEXTS.items():
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8")
    shutil.copytree(folder / "claims" / "texts", folder / "texts")
    for name in ("report.txt", "texts/report.txt"):
        shutil.copy(folder / "texts" / "town-report.txt", folder / name)
    assert run(["convert", "old-map", "debate.argdown", "-q"]) == 0
    assert run(["build", "old-map", "-o", "printed", "--format", "pdf", "-q"]) == 0
    [printed] = (folder / "printed").iterdir()
    printed.rename(folder / "report.pdf")
    kialo = (DOCS / "formats" / "kialo.md").read_text(encoding="utf-8")
    [export] = [block.text for block in blocks_of(kialo) if block.file == "laptops.txt"]
    (folder / "kialo.txt").write_text(export, encoding="utf-8")
    shutil.copytree(folder / "my-map", folder / "debates" / "town")
    shutil.copy(folder / "kialo.txt", folder / "debates" / "laptops.txt")
    _keep_versions(folder)


def _keep_versions(folder: Path) -> None:
    """Make the folder a git repository with four versions, two of which have tags."""
    who = ("-c", "user.name=Anna", "-c", "user.email=anna@example.org")
    _git(folder, "init", "-q")
    _git(folder, "add", "claims")
    for number in range(4):
        _git(folder, *who, "commit", "-q", "--allow-empty", "-m", f"Version {number}")
        _git(folder, "tag", f"v1.{number}")


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)  # noqa: S607
