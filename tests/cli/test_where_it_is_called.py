"""Files that call argmap from elsewhere: their commands exist and do what the files expect."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

ROOT = Path(__file__).parents[2]
BROKEN = "claims:\n  a: {text: A., txet: B.}\n"


def read_yaml(name: str) -> Any:  # noqa: ANN401  # whatever the file holds
    """The content of a YAML file of the repository."""
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_hook_checks_the_whole_map(argmap: Argmap, tmp_path: Path) -> None:
    [hook] = read_yaml(".pre-commit-hooks.yaml")
    assert hook["id"] == "argmap-check"
    assert (hook["language"], hook["types"], hook["pass_filenames"]) == ("python", ["yaml"], False)
    assert re.search(hook["files"], "claims/small.yaml")
    assert not re.search(hook["files"], "other/claims/small.yaml")
    program, *words = shlex.split(hook["entry"])
    assert program == "argmap"
    assert argmap(*words).code == 0
    assert argmap(*words, "--strict").code == 0
    (tmp_path / "claims" / "small.yaml").write_text(BROKEN)
    assert argmap(*words).code == 1


def test_the_workflow_shows_problems_beside_the_change(argmap: Argmap, tmp_path: Path) -> None:
    workflow = read_yaml("docs/workflow-example.yml")
    # YAML 1.1, which the library reads, takes the key `on` for true.
    assert workflow[True] == {"pull_request": {"paths": ["claims/**"]}}
    assert workflow["permissions"] == {"contents": "read"}
    steps = workflow["jobs"]["check"]["steps"]
    [line] = [step["run"] for step in steps if step.get("run", "").startswith("argmap ")]
    _, *words = shlex.split(line)
    assert argmap(*words).code == 0
    (tmp_path / "claims" / "small.yaml").write_text(BROKEN)
    outcome = argmap(*words)
    assert outcome.code == 1
    assert outcome.out.startswith("::error file=claims/small.yaml,line=2,col=17,title=AM201::")
