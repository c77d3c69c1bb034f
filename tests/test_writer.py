"""Outputs are written whole or not at all, and left untouched if nothing changed."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from argmap.errors import OutputError
from argmap.writer import Replacement, replace_texts, write_outputs

NEW = {"a.html": "new a\n", "b.svg": "new b\n"}


def test_writes_all_with_unix_newlines_and_usual_permissions(tmp_path: Path) -> None:
    paths = write_outputs(tmp_path / "out", NEW)
    assert [path.name for path in paths] == ["a.html", "b.svg"]
    assert (tmp_path / "out" / "a.html").read_bytes() == b"new a\n"
    mask = os.umask(0)
    os.umask(mask)
    assert paths[0].stat().st_mode & 0o777 == 0o666 & ~mask


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    [first, _] = write_outputs(tmp_path, NEW)
    os.utime(first, (1, 1))
    write_outputs(tmp_path, NEW)
    assert first.stat().st_mtime == 1
    write_outputs(tmp_path, NEW | {"a.html": "newer\n"})
    assert first.read_text() == "newer\n"


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.skipif(
    sys.platform == "win32",
    reason="NOT TESTED: on Windows no folder is synced, so there are fewer steps",
)
def test_a_failure_at_any_step_leaves_each_file_old_or_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    old = {name: f"old {name}" for name in NEW}
    real = getattr(os, step)
    for failing in range(1, 4):
        write_outputs(tmp_path, old)
        calls = 0

        def fail(*arguments: object, at: int = failing) -> object:
            nonlocal calls
            calls += 1
            if calls == at:
                raise OSError(28, "No space left on device")
            return real(*arguments)

        monkeypatch.setattr(os, step, fail)
        if step == "replace" and failing == 3:
            write_outputs(tmp_path, NEW)
        else:
            with pytest.raises(OutputError, match="No space left"):
                write_outputs(tmp_path, NEW)
        monkeypatch.undo()
        for name, new in NEW.items():
            assert (tmp_path / name).read_text() in (old[name], new)
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NEW)


@pytest.mark.skipif(
    sys.platform == "win32", reason="NOT TESTED: Windows lets only some users make links"
)
def test_a_link_is_replaced_and_its_target_kept(tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    outside.write_text("precious")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.html").symlink_to(outside)
    write_outputs(folder, NEW)
    assert outside.read_text() == "precious"
    assert not (folder / "a.html").is_symlink()
    same = tmp_path / "same"
    same.write_text(NEW["a.html"])
    (folder / "a.html").unlink()
    (folder / "a.html").symlink_to(same)
    write_outputs(folder, NEW)
    assert not (folder / "a.html").is_symlink()


def test_a_folder_or_file_in_the_way_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    with pytest.raises(OutputError, match=r"a\.html could not be written: a folder"):
        write_outputs(tmp_path, NEW)
    assert not (tmp_path / "b.svg").exists()
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="could not be written"):
        write_outputs(tmp_path / "file", NEW)


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="NOT TESTED: only root can become somebody else"
)
def test_a_user_who_may_not_write_gets_an_output_error() -> None:
    """Permissions do not bind root, so a child of this process becomes nobody."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "a.html").write_text("old")
        child = os.fork()
        if child == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            try:
                write_outputs(folder, NEW)
            except OutputError as error:
                os._exit(0 if "a.html could not be written: Permission denied" in str(error) else 1)
            os._exit(2)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        assert [path.name for path in folder.iterdir()] == ["a.html"]
        assert (folder / "a.html").read_text() == "old"


def test_a_claim_file_that_is_read_only_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("old\n", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)  # as for anybody but root
    with pytest.raises(OutputError, match="read-only"):
        replace_texts([Replacement(str(file), "old\n", "new\n")], "argmap fmt")
    assert file.read_text(encoding="utf-8") == "old\n"
