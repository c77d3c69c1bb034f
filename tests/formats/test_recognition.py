"""A file that we write in a format is told by its content as that format, and as no other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.recognition import is_claim_file, recognised
from argmap.formats.table import FORMATS
from argmap.pipeline import load
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

CLAIMS = Path(__file__).parents[2] / "claims"
BOTH_WAYS = [each for each in FORMATS.values() if each.reader and each.writer]


def formats_fitted(argument_map: ArgumentMap, suffix: str = "") -> dict[str, list[str]]:
    """By format, the formats that the file fits which is written in it."""
    fitting = {}
    for each in BOTH_WAYS:
        content = each.writes().write(argument_map, PLAIN).content
        if isinstance(content, str | bytes):
            raw = content.encode() if isinstance(content, str) else content
            file = ForeignFile(f"x{suffix or each.suffixes[0]}", raw)
            assert not is_claim_file(file), each.name
            fitting[each.name] = [other.name for other in recognised(file).fitting]
    return fitting


@pytest.mark.parametrize("suffix", ["", ".data", ".txt"])
def test_the_shipped_map_is_told_in_every_format(suffix: str) -> None:
    argument_map, _ = load(CLAIMS)
    fitting = formats_fitted(argument_map, suffix)
    assert fitting == {name: [name] for name in fitting}


@for_all(whole_map, 40, 400)
def test_any_map_is_told_in_every_format(argument_map: ArgumentMap) -> None:
    fitting = formats_fitted(argument_map)
    assert {name: names for name, names in fitting.items() if names != [name]} == {}
