"""Maps in CSV tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.formats.carried import WORDS, without
from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.tabular import csv_file
from argmap.formats.tabular.writing import CARRIED
from argmap.model.relation import Relation
from tests.formats.same_map import differences
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim

COUNT, BYTES = 200, 400


def left_of(argument_map: ArgumentMap) -> ArgumentMap:
    """The part of a map that a table holds."""
    lost = (set(WORDS) - CARRIED) | {
        "claim.origin",
        "relation.origin",
        "source.origin",
        "source.meta",
    }
    kept = without(argument_map, lost)

    def texts(part: Claim | Relation) -> dict[str, str]:
        return {key: value for key, value in part.meta.items() if isinstance(value, str)}

    order = {
        relation.id: index
        for target in (*kept.claims, *kept.relations)
        for index, relation in enumerate(kept.relations_to(target))
    }
    relations = {
        id_: Relation(
            relation.id,
            relation.kind,
            relation.premises,
            relation.target,
            force=relation.force,
            contradiction=True,
        )
        if relation.contradiction
        else replace(relation, meta=texts(relation), position=order[id_])
        for id_, relation in kept.relations.items()
        if argument_map.claim_bearing(id_) is not None
    }
    claims = {id_: replace(claim, meta=texts(claim)) for id_, claim in kept.claims.items()}
    return replace(kept, claims=claims, relations=relations)


@for_all(whole_map, COUNT, BYTES)
def test_a_table_reads_back_as_the_same_map(argument_map: ArgumentMap) -> None:
    exported = csv_file.write(argument_map, PLAIN)
    assert isinstance(exported.content, str)
    file = ForeignFile("map.csv", exported.content.encode())
    assert csv_file.fits(file)
    imported = csv_file.read((file,), PLAIN)
    assert not imported.diagnostics
    circular = [id_ for id_ in argument_map.relations if argument_map.claim_bearing(id_) is None]
    assert sum(loss.count for loss in imported.lost) == len(circular), imported.lost
    assert not differences(imported.map, left_of(argument_map))
