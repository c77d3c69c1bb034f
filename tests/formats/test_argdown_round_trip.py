"""Argdown holds a whole map: what is written is read back as the same map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.argdown import reading, writing
from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from tests.formats.same_map import differences
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

COUNT, BYTES = 200, 400


def written(argument_map: ArgumentMap) -> str:
    exported = writing.write(argument_map, PLAIN)
    assert not exported.lost
    assert isinstance(exported.content, str)
    return exported.content


@for_all(whole_map, COUNT, BYTES)
def test_what_is_written_reads_back_as_the_same_map(argument_map: ArgumentMap) -> None:
    text = written(argument_map)
    file = ForeignFile("map.argdown", text.encode())
    assert reading.fits(file)
    imported = reading.read((file,), PLAIN)
    assert not imported.diagnostics, text
    assert not imported.lost, text
    assert not differences(imported.map, argument_map), text
