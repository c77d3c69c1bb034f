"""The action runs argmap as its inputs say, and no input runs anything else."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.packaging.packages import ROOT, plain_environment

if TYPE_CHECKING:
    from pathlib import Path

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
[_, INSTALL, CHECK] = ACTION["runs"]["steps"]
BASH = shutil.which("bash")
HOSTILE = [
    "$(touch canary)",
    "`touch canary`",
    "; touch canary #",
    "' ; touch canary ; '",
    '" ; touch canary ; "',
    "x\ntouch canary\n",
    "${{ github.token }}",
    "--help",
    "* ?",
]

pytestmark = [
    pytest.mark.skipif(BASH is None, reason="NOT TESTED: there is no bash"),
    pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED: bash may be that of WSL"),
]

RECORDER = """\
import json, pathlib, sys
with open("calls", "a") as calls:
    calls.write(json.dumps(sys.argv[1:]) + "\\n")
if sys.argv[1:3] == ["-m", "venv"]:
    programs = pathlib.Path(sys.argv[3]) / "bin"
    programs.mkdir(parents=True, exist_ok=True)
    for name in ("python", "argmap"):
        (programs / name).write_text(pathlib.Path(sys.argv[0]).read_text())
        (programs / name).chmod(0o755)
"""


@pytest.fixture(name="python")
def _python(tmp_path: Path) -> Path:
    """A Python that notes the words of each call, and makes environments of its kind."""
    path = tmp_path / "python"
    path.write_text(f"#!{sys.executable}\n{RECORDER}")
    path.chmod(0o755)
    return path


def run_step(step: dict[str, Any], folder: Path, **inputs: str) -> tuple[int, list[list[str]]]:
    """Run the script of a step as GitHub does; its exit code, and the calls that were recorded."""
    given = {name: inputs.get(name, "") for name in step["env"]}
    done = subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=plain_environment(
            RUNNER_TEMP=str(folder / "temporary files"), GITHUB_ACTION_PATH="/the action", **given
        ),
        capture_output=True,
        text=True,
        check=False,
    )
    calls = folder / "calls"
    lines = calls.read_text().splitlines() if calls.exists() else []
    calls.unlink(missing_ok=True)
    assert not (folder / "canary").exists(), done.stderr
    return done.returncode, [json.loads(line) for line in lines]


def check(folder: Path, python: Path, **inputs: str) -> tuple[int, list[str]]:
    """Run the step that checks; its exit code, and the words with which it calls argmap."""
    run_step(INSTALL, folder, PYTHON=str(python))
    code, calls = run_step(CHECK, folder, **{"STRICT": "false", **inputs})
    return code, calls[0] if calls else []


def test_inputs_reach_scripts_as_variables_alone() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2
    assert not [script for script in scripts if "${{" in script]
    handed = "".join(
        str({**step.get("env", {}), **step.get("with", {})}) for step in ACTION["runs"]["steps"]
    )
    assert all(f"inputs.{name} " in handed for name in ACTION["inputs"])


@pytest.mark.parametrize(
    ("inputs", "package"),
    [
        ({}, "/the action"),
        ({"EXTRAS": "cite,documents"}, "/the action[cite,documents]"),
        ({"VERSION": "0.2.0"}, "argmap==0.2.0"),
        ({"VERSION": "0.2.0", "EXTRAS": "cite"}, "argmap[cite]==0.2.0"),
    ],
)
def test_the_release_and_the_extras_asked_for_are_installed(
    tmp_path: Path, python: Path, inputs: dict[str, str], package: str
) -> None:
    code, calls = run_step(INSTALL, tmp_path, PYTHON=str(python), **inputs)
    assert code == 0
    assert calls[0][:2] == ["-m", "venv"]
    assert calls[1][-1] == package


@pytest.mark.parametrize("name", ["VERSION", "EXTRAS"])
@pytest.mark.parametrize("value", HOSTILE)
def test_no_other_package_can_be_installed(
    tmp_path: Path, python: Path, name: str, value: str
) -> None:
    assert run_step(INSTALL, tmp_path, PYTHON=str(python), **{name: value}) == (2, [])


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({"MAP": "claims"}, []),
        ({"MAP": "claims", "STRICT": "true"}, ["--strict"]),
        ({"MAP": "claims", "DOCUMENTS": "my texts"}, ["--documents=my texts"]),
        ({"MAP": "claims", "ARGS": " -v  --from argmap\n"}, ["-v", "--from", "argmap"]),
    ],
)
def test_argmap_is_called_as_the_inputs_say(
    tmp_path: Path, python: Path, inputs: dict[str, str], words: list[str]
) -> None:
    usual = ["check", "--map=claims", "--output-format", "github"]
    assert check(tmp_path, python, **inputs) == (0, [*usual, *words])


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_input_is_a_word_and_nothing_more(
    tmp_path: Path, python: Path, value: str
) -> None:
    code, words = check(tmp_path, python, MAP=value, DOCUMENTS=value, ARGS=value)
    assert code == 0
    assert words[1] == f"--map={value}"
    assert words[4] == f"--documents={value}"
    assert words[5:] == value.split()
    assert check(tmp_path, python, MAP="claims", STRICT=value) == (2, [])


def test_the_exit_code_is_that_of_argmap(tmp_path: Path) -> None:
    programs = tmp_path / "temporary files" / "argmap-check" / "bin"
    programs.mkdir(parents=True)
    program = programs / "argmap"
    program.write_text(f"#!{sys.executable}\nfrom argmap.__main__ import main\nmain()\n")
    program.chmod(0o755)
    (tmp_path / "claims.yaml").write_text("claims: {a: {text: A., txet: B.}}\n")
    inputs = {"STRICT": "false", "DOCUMENTS": ""}
    assert run_step(CHECK, tmp_path, MAP="claims.yaml", **inputs)[0] == 1
    assert run_step(CHECK, tmp_path, MAP="none", **inputs)[0] == 2
    (tmp_path / "claims.yaml").write_text("claims: {a: A.}\n")
    assert run_step(CHECK, tmp_path, MAP="claims.yaml", **inputs)[0] == 0
