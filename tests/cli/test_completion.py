"""Shells complete the words of argmap."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

BASH = shutil.which("bash")
PROGRAM = Path(sys.executable).with_name("argmap")


def completions(argmap: Argmap, monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    """The completions that bash is offered after these words, the last of them unfinished."""
    with monkeypatch.context() as patch:
        patch.setenv("_ARGMAP_COMPLETE", "bash_complete")
        patch.setenv("COMP_WORDS", " ".join(("argmap", *words)))
        patch.setenv("COMP_CWORD", str(len(words)))
        outcome = argmap()
    assert (outcome.code, outcome.err) == (0, "")
    return [line.partition(",")[2] for line in outcome.out.split()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(argmap: Argmap, shell: str) -> None:
    outcome = argmap("completion", shell)
    assert (outcome.code, outcome.err) == (0, "")
    assert f"_ARGMAP_COMPLETE={shell}_complete" in outcome.out
    assert f"argmap completion {shell}" in argmap("completion", "-h").out


def test_another_shell_is_wrong_use(argmap: Argmap) -> None:
    outcome = argmap("completion", "csh")
    assert (outcome.code, outcome.out) == (2, "")
    assert argmap("completion").code == 2


def test_commands_options_and_codes_are_completed(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert completions(argmap, monkeypatch, "st") == ["status", "strength", "structure"]
    assert completions(argmap, monkeypatch, "check", "--str") == ["--strict"]
    assert completions(argmap, monkeypatch, "completion", "z") == ["zsh"]
    assert completions(argmap, monkeypatch, "corpus", "st") == ["stats", "status"]
    assert completions(argmap, monkeypatch, "corpus", "build", "--w") == ["--workers"]
    assert completions(argmap, monkeypatch, "explain", "am20") == [
        f"AM{number}" for number in range(201, 210)
    ]


def test_senseless_words_complete_to_nothing_in_silence(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert completions(argmap, monkeypatch, "nonsense", "--x") == []
    monkeypatch.setenv("_ARGMAP_COMPLETE", "nonsense")
    outcome = argmap("status")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")


@pytest.mark.skipif(BASH is None or not PROGRAM.exists(), reason="there is no bash or no argmap")
def test_bash_reads_the_script_and_completes_with_it(argmap: Argmap) -> None:
    script = argmap("completion", "bash").out
    asks = "COMP_WORDS=(argmap expl); COMP_CWORD=1; _argmap_completion argmap; echo ${COMPREPLY[@]}"
    done = subprocess.run(
        [str(BASH), "--norc", "-c", f"{script}\n{asks}"],
        env={**os.environ, "PATH": f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("explain\n", "")
