"""A path beside the one that is meant: the message names the right one, and typing it works."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

RELATIONS = """\
source: survey
relations:
  - {premises: noise, supports: ban}
  - {premises: shops, undercuts: step}
  - {premises: unknown, supports: ban}
"""
CLAIMS = """\
claims:
  ban: {text: Ban cars., supported_by: [{id: step, premises: {smell: Cars smell badly.}}]}
  noise: Cars are noisy.
"""
SOURCES = "sources: {survey: {title: A survey}}\nclaims: {shops: {text: Shops lose.}}\n"


@pytest.fixture(name="maps")
def _maps(tmp_path: Path) -> Path:
    """A folder of two maps, of which one has three files and a folder of drafts."""
    maps = tmp_path / "my maps"
    (maps / "cars" / "drafts").mkdir(parents=True)
    (maps / "trains").mkdir()
    (maps / "empty").mkdir()
    (maps / "cars" / "relations.yaml").write_text(RELATIONS)
    (maps / "cars" / "claims.yaml").write_text(CLAIMS)
    (maps / "cars" / "sources.yaml").write_text(SOURCES)
    (maps / "cars" / "drafts" / "new.yaml").write_text("claims: {later: Later.}\n")
    (maps / "trains" / "a.yml").write_text("claims: {trains: Trains are late.}\n")
    return maps


@pytest.mark.usefixtures("maps")
def test_one_file_of_a_map_names_the_folder(argmap: Argmap) -> None:
    outcome = argmap("check", "my maps/cars/relations.yaml")
    hints = re.findall(r"`(\w+)` stands in (\S+ \S+), and only", outcome.out)
    assert hints == [
        ("survey", "my maps/cars/sources.yaml"),
        ("noise", "my maps/cars/claims.yaml"),
        ("ban", "my maps/cars/claims.yaml"),
        ("shops", "my maps/cars/sources.yaml"),
        ("step", "my maps/cars/claims.yaml"),
        ("ban", "my maps/cars/claims.yaml"),
    ]
    [advice] = set(re.findall(r"`argmap (check [^`]*)`", outcome.out))
    whole = argmap(*shlex.split(advice))
    assert re.findall(r"error \w+: (.*)", whole.out) == ["there is no claim `unknown`"]


@pytest.mark.usefixtures("maps")
def test_a_folder_of_maps_names_them(argmap: Argmap) -> None:
    outcome = argmap("check", "my maps")
    assert outcome.code == 1
    assert "there are claim files in my maps/cars and my maps/trains;" in outcome.out
    [advice] = re.findall(r"`argmap (check [^`]*)`", outcome.out)
    assert "AM113" not in argmap(*shlex.split(advice)).out


@pytest.mark.usefixtures("maps")
def test_a_note_names_folders_that_are_not_read(argmap: Argmap) -> None:
    outcome = argmap("-v", "check", "my maps/cars")
    assert "note AM156: the claim files in my maps/cars/drafts are not read" in outcome.out
    assert "AM156" not in argmap("check", "my maps/cars").out
    assert "AM156" not in argmap("-v", "check", "my maps/trains").out


def test_readers_take_the_map_as_their_last_word(argmap: Argmap, tmp_path: Path) -> None:
    named = argmap("readers", "keeper", "--map", "claims")
    assert named.code == 0
    assert argmap("readers", "keeper", "claims") == named
    assert argmap("readers", "claims") == named
    (tmp_path / "claims").rename(tmp_path / "town")
    assert argmap("readers", "town") == named
    assert argmap("readers", "town/small.yaml") == named
    (tmp_path / "none.yaml").write_text("claims: {a: A is so.}\n")
    without = argmap("readers", "none.yaml")
    assert (without.code, without.out) == (2, "")
    assert without.err.startswith("argmap: none.yaml holds no stances to compare; write `stances:`")
