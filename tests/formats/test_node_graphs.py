"""AIF, xAIF, SADFace and arguebuf hold a whole map: what is written is read back as the same map."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from argmap.formats.counting import counts_of
from argmap.formats.exchange import PLAIN, Imported, Wishes
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.table import FORMATS
from tests.formats.same_map import differences
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

COUNT, BYTES = 120, 400
NAMES = ("aif", "xaif", "sadface", "arguebuf")


def written(name: str, argument_map: ArgumentMap) -> str:
    """The map in a format, with nothing lost."""
    exported = FORMATS[name].writes().write(argument_map, PLAIN)
    assert not exported.lost
    assert isinstance(exported.content, str)
    return exported.content


def read(name: str, text: str, wishes: Wishes = PLAIN) -> Imported:
    """The map in a text of a format, which that format alone claims."""
    file = ForeignFile("map.json", text.encode())
    fitting = [
        each.name for each in FORMATS.values() if "json" in each.shapes and each.reads().fits(file)
    ]
    assert fitting == [name]
    return FORMATS[name].reads().read((file,), wishes)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_is_read_back_as_the_same_map(name: str) -> None:
    @for_all(whole_map, COUNT, BYTES)
    def check(argument_map: ArgumentMap) -> None:
        imported = read(name, written(name, argument_map))
        assert not imported.diagnostics
        assert not differences(imported.map, argument_map)
        lost = [loss for loss in imported.lost if loss.what != "directions of restatements"]
        assert not lost

    check()
