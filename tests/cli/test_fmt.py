"""`argmap fmt` writes claim files in another form, shows what it would write, or checks them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from argmap.editing.formatting import Form
from argmap.errors import OutputError
from argmap.rewriting import reformatted, write_again
from tests.cli.conftest import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Argmap = Callable[..., Outcome]

FILE = "claims/small.yaml"


@pytest.fixture(name="file")
def _file(tmp_path: Path, argmap: Argmap) -> Path:
    """The claim file of the working folder."""
    assert argmap("check").code == 0
    return tmp_path / FILE


def test_forms_there_and_back(argmap: Argmap, file: Path) -> None:
    before, status = file.read_text(), argmap("status").out
    assert argmap("fmt", "--nested") == Outcome(0, f"{FILE} changed\n", "")
    assert "- quieter: {text: It is quieter., quote: It is quieter}\n" in file.read_text()
    assert argmap("status").out == status
    assert argmap("fmt", "--nested") == Outcome(0, "", "argmap: nothing to change\n")
    assert argmap("fmt", "--flat").code == 0
    assert argmap("status").out == status
    assert file.read_text() != before  # lists stay written out
    assert argmap("fmt", "--flat", "--check").code == 0


def test_check_names_the_files_and_writes_nothing(argmap: Argmap, file: Path) -> None:
    before = file.read_bytes()
    assert argmap("fmt", "--nested", "--check") == Outcome(1, f"{FILE} would change\n", "")
    assert file.read_bytes() == before


def test_a_diff_is_one_that_git_applies(argmap: Argmap, file: Path, tmp_path: Path) -> None:
    before = file.read_text()
    outcome = argmap("fmt", "--nested", "--diff")
    assert (outcome.code, file.read_text()) == (0, before)
    assert argmap("fmt", "--nested", "--diff", "--check").code == 1
    subprocess.run(  # our own diff
        ["git", "apply", "-p0", "-"],  # noqa: S607  # whichever git there is
        input=outcome.out.encode(),
        cwd=tmp_path,
        check=True,
    )
    after = file.read_text()
    file.write_text(before)
    argmap("fmt", "--nested")
    assert file.read_text() == after != before


def test_without_a_form_only_blanks_go(argmap: Argmap, file: Path) -> None:
    before = file.read_text()
    assert argmap("fmt").err == "argmap: nothing to change\n"
    file.write_text(before.replace("kills.\n", "kills.   \n\n\n\n"))
    assert argmap("fmt").out == f"{FILE} changed\n"
    assert file.read_text() == before.replace("kills.\n", "kills.\n\n")


def test_a_map_with_errors_is_left_alone(argmap: Argmap, file: Path) -> None:
    file.write_text(broken := file.read_text().replace("premises: shops", "premises: shop"))
    outcome = argmap("fmt", "--nested")
    assert (outcome.code, outcome.out) == (1, "")
    assert "there is no claim `shop`" in outcome.err
    assert file.read_text() == broken


def test_a_file_changed_meanwhile_is_not_overwritten(file: Path) -> None:
    result = reformatted("claims", Form.NESTED)
    file.write_text(changed := file.read_text() + "# Mine.\n")
    with pytest.raises(OutputError, match="changed meanwhile; run `argmap fmt --nested` again"):
        write_again(result.files, "argmap fmt --nested")
    assert file.read_text() == changed


@pytest.mark.skipif(
    sys.platform == "win32", reason="NOT TESTED: Windows lets only some users make links"
)
def test_a_byte_order_mark_and_a_link_stay(argmap: Argmap, file: Path, tmp_path: Path) -> None:
    file.write_text("\ufeff" + file.read_text(), encoding="utf-8")
    home = file.rename(tmp_path / "home.yaml")
    file.symlink_to(home)
    assert argmap("fmt", "--nested").code == 0
    assert file.is_symlink()
    assert home.read_bytes().startswith(b"\xef\xbb\xbfsource")
    assert "- quieter: {" in home.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--flat", "--nested"), "--flat and --nested are two forms; name one"),
        (("-",), "standard input cannot be written in another form; name the file"),
        (("frame.apx",), "frame.apx holds no claim files, and only these have forms"),
    ],
)
def test_what_cannot_be_written_is_refused(
    argmap: Argmap, tmp_path: Path, words: tuple[str, ...], message: str
) -> None:
    (tmp_path / "frame.apx").write_text("arg(a).\n")
    outcome = argmap("fmt", *words)
    assert outcome.code == 2
    assert message in outcome.err
