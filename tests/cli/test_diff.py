"""Two versions of a map on the command line, above all as git has them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeAlias

    from tests.cli.conftest import Outcome

    Argmap: TypeAlias = Callable[..., Outcome]

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None, reason="NOT TESTED: there is no git")

OLD = "claims:\n  a: {text: A is so., supported_by: b}\n  b: B is so.\n"
NEW = OLD.replace("b: B is so.", "b: {text: B is so., attacked_by: c}") + "  c: C is so.\n"


def git(folder: Path, *words: str) -> None:
    named = {"GIT_AUTHOR_NAME": "N", "GIT_AUTHOR_EMAIL": "n@example.org"}
    named |= {"GIT_COMMITTER_NAME": "N", "GIT_COMMITTER_EMAIL": "n@example.org"}
    subprocess.run(
        [GIT or "", "-C", str(folder), *words],
        check=True,
        capture_output=True,
        env=os.environ | named,
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A fresh clone of a repository with two versions of a map."""
    first = tmp_path / "first"
    (first / "claims").mkdir(parents=True)
    git(first, "init", "-q", "-b", "main")
    for text in (OLD, NEW):
        (first / "claims" / "a.yaml").write_text(text, encoding="utf-8")
        git(first, "add", "-A")
        git(first, "commit", "-q", "-m", "Say more")
    git(tmp_path, "clone", "-q", str(first), "second")
    return tmp_path / "second"


@pytest.mark.parametrize(
    "words",
    [
        ". HEAD~1:claims claims",
        ". HEAD~1:claims HEAD:claims",
        ". HEAD~1:claims/a.yaml HEAD:claims/a.yaml",
        "claims HEAD~1:claims .",
        "claims HEAD~1:. a.yaml",
        ". origin/main~1:claims origin/main:claims",
    ],
)
def test_versions_that_git_has_are_compared_in_a_fresh_clone(
    argmap: Argmap, clone: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    below, old, new = words.split()
    monkeypatch.chdir(clone / below)
    answer = json.loads(argmap("diff", old, new, "--json").out)
    assert answer["added"] == ["c"]
    assert {id_: (change["from"], change["to"]) for id_, change in answer["status"].items()} == {
        "a": ("stands", "open"),
        "b": ("stands", "contested"),
    }
    [cause] = answer["status"]["b"]["enough"]
    assert cause == {"id": "c~attacks~b", "kind": "relation"}


def test_a_clone_that_has_no_past_says_so(
    argmap: Argmap, clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", clone.as_uri(), "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    ended = argmap("diff", "HEAD~1:claims", "claims")
    assert (ended.code, ended.out) == (2, "")
    assert "there is no revision `HEAD~1`" in ended.err
    assert not argmap("diff", "HEAD:claims", "claims").code


def test_a_revision_without_a_path_is_told_with_one(
    argmap: Argmap, clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clone)
    ended = argmap("diff", "HEAD", "claims")
    assert (ended.code, ended.out) == (2, "")
    assert "`HEAD:claims`" in ended.err
    assert "there is no file or folder HAED" in argmap("diff", "HAED", "claims").err


def test_a_revision_is_checked_as_a_folder_is(
    argmap: Argmap, clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clone)
    claims = clone / "claims" / "a.yaml"
    claims.write_text(f"{NEW}expect: {{a: stands}}\n", encoding="utf-8")
    git(clone, "add", "-A")
    git(clone, "commit", "-q", "-m", "Expect more")
    on_disk, in_git = argmap("diff", "claims", "claims"), argmap("diff", "HEAD:claims", "claims")
    assert "AM601" in on_disk.err
    assert in_git.err == on_disk.err.replace("claims/a.yaml", "HEAD:claims/a.yaml", 1)
