"""Claim files that an edit makes or takes away, on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.errors import OutputError
from argmap.writer import Replacement, replace_texts, write_outputs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def test_a_new_file_is_written_and_taken_away_again(tmp_path: Path) -> None:
    new = tmp_path / "claims" / "new.yaml"
    replace_texts([Replacement(str(new), "", "claims: {}\n", was_there=False)], "argmap serve")
    assert new.read_text() == "claims: {}\n"
    replace_texts([Replacement(str(new), "claims: {}\n", "", is_there=False)], "argmap serve")
    assert [*new.parent.iterdir()] == []


def test_a_new_file_does_not_overwrite_another(tmp_path: Path) -> None:
    there = tmp_path / "there.yaml"
    there.write_text("claims: {a: A.}\n")
    with pytest.raises(OutputError, match="is there already; run `argmap serve` again"):
        replace_texts(
            [Replacement(str(there), "", "claims: {}\n", was_there=False)], "argmap serve"
        )
    assert there.read_text() == "claims: {a: A.}\n"


def test_a_new_file_goes_again_if_another_cannot_be_written(tmp_path: Path) -> None:
    new, other = tmp_path / "a" / "new.yaml", tmp_path / "b" / "other.yaml"
    other.parent.mkdir()
    other.write_text("claims: {a: A.}\n")
    changes = [
        Replacement(str(new), "", "claims: {}\n", was_there=False),
        Replacement(str(other), "claims: {a: A.}\n", "claims: {a: B.}\n"),
    ]

    def full(folder: Path, outputs: Mapping[str, str | bytes]) -> tuple[Path, ...]:
        if folder == other.parent:
            raise OutputError("the disk is full")
        return write_outputs(folder, outputs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.writer.write_outputs", full)
        with pytest.raises(OutputError, match="the disk is full"):
            replace_texts(changes, "argmap serve")
    assert not new.exists()
    assert other.read_text() == "claims: {a: A.}\n"
