"""Files made to do harm, each given to argmap as a process with little memory and time."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.proc.processes import argmap

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform == "win32",
    reason="NOT TESTED: limits are set to a process with `resource`, which Windows lacks",
)

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 12)
)


def checked(folder: Path, text: str) -> list[str]:
    """The codes that `argmap check` finds in a file with this text."""
    file = folder / "claims.yaml"
    file.write_text(text)
    ended = argmap("check", file, cwd=folder)
    assert ended.code == 1
    return [line.split()[2].rstrip(":") for line in ended.out.splitlines() if ": error AM" in line]


def test_a_bomb_of_aliases_is_refused_unexploded(tmp_path: Path) -> None:
    assert set(checked(tmp_path, BOMB)) >= {"AM105"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_is_refused(tmp_path: Path, opening: str) -> None:
    assert checked(tmp_path, "claims: \n  " + opening * 100_000) == ["AM108"]


def test_a_tag_runs_nothing(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    lines = (
        f"a: !!python/object/apply:os.system ['touch {canary}']",
        f"b: !!python/object/new:subprocess.Popen [['touch', '{canary}']]",
        f"c: !!python/name:os.system ['touch {canary}']",
    )
    assert checked(tmp_path, "claims:\n" + "".join(f"  {line}\n" for line in lines))[0] == "AM106"
    assert not canary.exists()


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    claims = tmp_path / "claims"
    claims.mkdir()
    os.mkfifo(claims / "fifo.yaml")
    (claims / "folder.yaml").mkdir()
    (claims / "loop.yaml").symlink_to("loop.yaml")
    (claims / "nowhere.yaml").symlink_to(tmp_path / "nowhere")
    (claims / "zero.yaml").symlink_to("/dev/zero")
    ended = argmap("check", cwd=tmp_path)
    lines = [line for line in ended.out.splitlines() if "AM112" in line]
    assert (ended.code, len(lines)) == (1, 5), ended.out


@pytest.mark.parametrize("name", ["/dev/zero", "fifo"])
def test_nor_is_it_read_when_it_is_named(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "fifo")
    ended = argmap("check", "-m", name, cwd=tmp_path)
    assert (ended.code, "AM112" in ended.out) == (1, True)


def test_a_file_of_a_gigabyte_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as opened:
        opened.truncate(1 << 30)  # sparse: it takes no room
    ended = argmap("check", file, cwd=tmp_path)
    assert (ended.code, "AM109" in ended.out) == (1, True)


@pytest.mark.parametrize(
    "text",
    ["claims:\n  a: x\x1b]0;title\x07\n", 'claims:\n  a: {text: A., mode: "\\e[2J"}\n'],
    ids=["in the line shown", "in the message"],
)
def test_no_file_can_command_the_terminal(tmp_path: Path, text: str) -> None:
    (tmp_path / "claims.yaml").write_text(text)
    ended = argmap("check", "claims.yaml", cwd=tmp_path)
    assert "AM115" in ended.out
    assert not [sign for sign in ended.out if sign != "\n" and not sign.isprintable()]


def test_no_name_of_a_file_can_command_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b]0;title\x07.yaml").write_text("claims:\n  a: {txet: A.}\n")
    ended = argmap("check", ".", cwd=tmp_path)
    assert "AM201" in ended.out
    assert not [sign for sign in ended.out if sign != "\n" and not sign.isprintable()]


def test_links_in_a_circle_are_no_map(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    ended = argmap("check", "-m", "loop", cwd=tmp_path)
    assert (ended.code, "internal error" in ended.err) == (2, False), ended.err


@pytest.mark.parametrize("name", ["fifo", "zero", "loop", "nowhere", "folder", "large"])
def test_a_document_that_is_no_ordinary_file_is_not_read(tmp_path: Path, name: str) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    os.mkfifo(texts / "fifo")
    (texts / "zero").symlink_to("/dev/zero")
    (texts / "loop").symlink_to("loop")
    (texts / "folder").mkdir()
    with (texts / "large").open("wb") as opened:
        opened.truncate(1 << 30)
    (tmp_path / "a.yaml").write_text(f"source: {{id: s, document: {name}}}\nclaims: {{a: A.}}\n")
    ended = argmap("-v", "check", "a.yaml", "--documents", "texts", cwd=tmp_path)
    assert ended.code == 0
    assert ("AM507" if name == "large" else "AM511") in ended.out


def test_standard_input_without_end_is_refused(tmp_path: Path) -> None:
    with open("/dev/zero", "rb") as endless:  # noqa: PTH123  # as the process takes it
        ended = argmap("check", "-", cwd=tmp_path, stdin=endless)
    assert (ended.code, "AM109" in ended.out) == (1, True), ended.err
