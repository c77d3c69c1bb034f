"""Discourse graphs: what is written is read back as the same map, whatever stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.discourse import json_ld, json_ld_writing, vault, vault_writing
from argmap.formats.exchange import PLAIN, Imported
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.recognition import recognised
from argmap.formats.table import FORMATS
from tests.formats.same_map import differences
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap

COUNT, BYTES = 120, 400


def read(files: Mapping[str, str | bytes]) -> Imported:
    """The map in the files of a vault."""
    return vault.read(
        tuple(
            ForeignFile(name, content if isinstance(content, bytes) else content.encode())
            for name, content in sorted(files.items())
        ),
        PLAIN,
    )


@for_all(whole_map, COUNT, BYTES)
def test_a_vault_reads_back_as_the_same_map(argument_map: ArgumentMap) -> None:
    exported = vault_writing.write(argument_map, PLAIN)
    assert isinstance(exported.content, dict)
    imported = read(exported.content)
    assert not imported.diagnostics
    assert not imported.lost
    assert not differences(imported.map, argument_map)


@for_all(whole_map, COUNT, BYTES)
def test_linked_data_reads_back_as_the_same_map(argument_map: ArgumentMap) -> None:
    exported = json_ld_writing.write(argument_map, PLAIN)
    assert isinstance(exported.content, str)
    file = ForeignFile("map.jsonld", exported.content.encode())
    assert recognised(file).only is FORMATS["discourse-json"]
    imported = json_ld.read((file,), PLAIN)
    assert not imported.diagnostics
    assert not imported.lost
    assert not differences(imported.map, argument_map)
