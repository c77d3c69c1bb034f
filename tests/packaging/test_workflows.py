"""Workflows and the action are valid, have no known hole, and use what is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.packaging.packages import EXTRAS, ROOT, project, run, tool

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
EXAMPLE = ROOT / "docs" / "workflow-example.yml"


def content(path: Path) -> Any:  # noqa: ANN401  # whatever the file holds
    """The content of a YAML file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("github-workflows", [*WORKFLOWS, EXAMPLE]),
        ("github-actions", [ROOT / "action.yml"]),
        ("dependabot", [ROOT / ".github" / "dependabot.yml"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_fits_its_schema(schema: str, paths: list[Path], tmp_path: Path) -> None:
    assert paths
    words = ("--builtin-schema", f"vendor.{schema}", *paths)
    done = run(tool("check-jsonschema"), *words, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_known_hole_is_in_them(tmp_path: Path) -> None:
    settings = ROOT / ".github" / "zizmor.yml"
    others = (ROOT / "action.yml", ROOT / ".github" / "dependabot.yml", EXAMPLE)
    words = ("--offline", "--no-progress", "--config", settings, *WORKFLOWS, *others)
    done = run(tool("zizmor"), *words, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_may_read_alone_and_ends(path: Path) -> None:
    workflow = content(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"]["group"]
    for job in workflow["jobs"].values():
        assert "uses" in job or job["timeout-minutes"] <= 120
        for step in job.get("steps", []):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_every_python_that_is_named_is_tested_on_every_system() -> None:
    named = re.findall(r"Python :: (3\.\d+)$", "\n".join(project()["classifiers"]), re.MULTILINE)
    for job in content(ROOT / ".github/workflows/tests.yml")["jobs"].values():
        assert job["strategy"]["matrix"]["python"] == named


def test_the_audit_installs_every_extra() -> None:
    text = (ROOT / ".github/workflows/audit.yml").read_text(encoding="utf-8")
    assert f"'.[{','.join(EXTRAS)}]'" in text
