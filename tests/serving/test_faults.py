"""An edit that is killed, or meets a disk that fails, at any of its steps; and places of others."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from argmap.reading.reader import read
from argmap.serving.given import Given
from argmap.serving.map_files import MapFiles
from argmap.serving.workbench import RefusedError, Workbench
from tests.proc.processes import environment
from tests.proc.test_faults import with_fault
from tests.proc.test_surroundings import NOBODY
from tests.serving.conftest import TOWN

SECOND = "claims:\n  calm:\n    text: Calm streets are good.\n    supported_by: [quiet]\n"

# A claim that two files name gets another name, as the workbench does it.
EDIT = """
import sys
from pathlib import Path
from argmap.serving.given import Given
from argmap.serving.map_files import MapFiles
from argmap.serving.workbench import RefusedError, Workbench
bench = Workbench(MapFiles(Path(sys.argv[1])))
wish = {"do": "rename", "kind": "claim", "id": "quiet", "new": "calmer"}
try:
    bench.act(Given({"state": bench.files.state.id, **wish}))
except RefusedError as error:
    print(error)
    sys.exit(3)
"""


def texts(folder: Path) -> dict[str, str]:
    """The claim files of a folder."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")}


def begin(town: Path) -> dict[str, str]:
    """Give the map its two files."""
    (town / "town.yaml").write_text(TOWN, encoding="utf-8", newline="\n")
    (town / "more.yaml").write_text(SECOND, encoding="utf-8", newline="\n")
    return texts(town)


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED: Windows has no SIGKILL")
@pytest.mark.parametrize("fault", ["KILL", "ENOSPC"])
@pytest.mark.long
def test_a_fault_at_any_step_of_an_edit_leaves_each_file_old_or_new(town: Path, fault: str) -> None:
    before = begin(town)
    fault_made = town.parent / "told"
    code, output = with_fault(["-c", EDIT, str(town)], town, fault, 0)
    assert code == 0, output
    after = texts(town)
    assert all(before[name] != after[name] for name in before), "both files change"
    at, was_made = 0, True
    while was_made:
        at += 1
        assert at < 90, "no end of calls"
        begin(town)
        fault_made.unlink(missing_ok=True)
        code, output = with_fault(["-c", EDIT, str(town)], town, fault, at)
        was_made = fault_made.exists()
        now = texts(town)
        for name in before:
            assert now[name] in (before[name], after[name])
        if fault == "KILL":
            assert code == (-9 if was_made else 0), output
            bench = Workbench(MapFiles(town))  # it opens, whatever it finds
            assert bench.files.state.files or bench.files.broken
        else:
            assert code in (0, 3), output
            assert code == 0 or now == before, "an edit that failed has changed nothing"
            assert code == 0 or "No space left" in output
            assert {*town.iterdir()} == {town / "texts", *(town / name for name in before)}
    assert at > 12, "two files were opened, written and put in place"


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED: Windows has no SIGKILL")
def test_what_a_killed_edit_left_goes_with_the_next(town: Path) -> None:
    begin(town)
    code, _ = with_fault(["-c", EDIT, str(town)], town, "KILL", 6)
    assert code == -9
    begin(town)
    bench = Workbench(MapFiles(town))
    wish = {"do": "rename", "kind": "claim", "id": "quiet", "new": "calmer"}
    bench.act(Given({"state": bench.files.state.id, **wish}))
    assert "calmer" in read(str(town)).map.claims
    assert [path.name for path in town.iterdir() if path.name.startswith(".")] == []


READ_ONLY = """
import sys
from pathlib import Path
from argmap.serving.given import Given
from argmap.serving.map_files import MapFiles
from argmap.serving.workbench import RefusedError, Workbench
bench = Workbench(MapFiles(Path(sys.argv[1])))
try:
    bench.act(Given({"state": bench.files.state.id, "do": "add", "text": "The air is better."}))
except RefusedError as error:
    print(error)
"""


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="no setpriv")
def test_a_folder_in_which_one_may_not_write_is_told() -> None:
    as_nobody = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    probe = subprocess.run(
        [*as_nobody, sys.executable, "-c", "import argmap"],
        env=environment(),
        capture_output=True,
        check=False,
    )
    if probe.returncode:
        pytest.skip("NOT TESTED: other users may not enter where argmap is installed")
    with tempfile.TemporaryDirectory() as temporary:  # outside of what only its owner may enter
        town = Path(temporary)
        town.chmod(0o755)
        before = begin(town)
        done = subprocess.run(
            [*as_nobody, sys.executable, "-c", READ_ONLY, str(town)],
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert "is read-only" in done.stdout, done.stderr
        assert texts(town) == before


def test_a_full_disk_is_told_and_the_edit_can_be_made_again(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(town)
    bench = Workbench(MapFiles(town))
    wish = {"state": bench.files.state.id, "do": "add", "text": "The air is better."}

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device", str(town / "town.yaml"))

    with monkeypatch.context() as patched:
        patched.setattr("argmap.writer._stage", full)
        with pytest.raises(RefusedError, match="No space left on device") as refused:
            bench.act(Given(wish))
    assert not refused.value.is_late
    assert bench.to_undo is None
    bench.act(Given(wish))
    assert any("The air is better." in text for text in texts(town).values())
