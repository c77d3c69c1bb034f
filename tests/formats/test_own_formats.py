"""Our own formats hold a whole map: what is written is read back as the same map."""

from __future__ import annotations

from dataclasses import replace

from argmap.formats.argmap import as_json, claim_files
from argmap.formats.counting import counts_of
from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Relation
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files
from tests.formats.same_map import differences
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

COUNT, BYTES = 120, 400


def read_back(texts: dict[str, str | bytes] | str) -> ArgumentMap:
    """The map in these claim files, read without an error."""
    named = {"map.yaml": texts} if isinstance(texts, str) else texts
    files = tuple(ClaimFile(name, str(text)) for name, text in sorted(named.items()))
    parsed = read_files(ClaimFiles(files, ()), "test")
    errors = [problem for problem in parsed.diagnostics if problem.is_error]
    assert not errors, (errors, named)
    return parsed.map


@for_all(whole_map, COUNT, BYTES)
def test_a_claim_file_reads_back_as_the_same_map(argument_map: ArgumentMap) -> None:
    exported = claim_files.write(argument_map, PLAIN)
    assert not exported.lost
    assert isinstance(exported.content, str)
    assert not differences(read_back(exported.content), argument_map)


@for_all(whole_map, COUNT, BYTES)
def test_a_folder_of_claim_files_reads_back_as_the_same_map(argument_map: ArgumentMap) -> None:
    exported = claim_files.write_folder(argument_map)
    assert isinstance(exported.content, dict)
    assert not differences(read_back(exported.content), argument_map)


@for_all(whole_map, COUNT, BYTES)
def test_json_reads_back_as_the_same_map(argument_map: ArgumentMap) -> None:
    exported = as_json.write(argument_map, PLAIN)
    assert isinstance(exported.content, str)
    file = ForeignFile("map.json", exported.content.encode())
    assert as_json.fits(file)
    imported = as_json.read((file,), PLAIN)
    assert not [problem for problem in imported.diagnostics if problem.is_error]
    assert not differences(imported.map, argument_map)


def test_a_long_chain_of_undercuts_is_cut_into_pieces_that_a_file_can_hold() -> None:
    relations = [Relation.of("a", "supports", "b", position=0)]
    for _ in range(200):
        relations.append(Relation.of("a", "undercuts", relations[-1].id, position=0))
    long = ArgumentMap.of([Claim("a", "A."), Claim("b", "B.")], relations)
    exported = claim_files.write(long, PLAIN)
    assert isinstance(exported.content, str)
    again = read_back(exported.content)
    assert counts_of(again) == counts_of(long)
    by_target = {relation.target: relation.id for relation in again.relations.values()}
    length, step = 0, "b"
    while step in by_target:
        length, step = length + 1, by_target[step]
    assert length == len(relations)


def test_a_long_key_of_ones_own_stays_on_its_line() -> None:
    meta = {"a long key " * 20: 1, "k" * 200: {"x: y" * 40: [True]}}
    only = ArgumentMap.of([Claim("a", "A.", meta=meta)])
    exported = claim_files.write(only, PLAIN)
    assert isinstance(exported.content, str)
    assert read_back(exported.content).claims["a"].meta == meta


def test_claims_of_another_map_are_written_too_and_it_is_said_that_they_are_no_longer_marked() -> (
    None
):
    drawn = replace(
        ArgumentMap.of([Claim("a", "A."), Claim("b", "B.")]), used=frozenset({"b"}), title="T"
    )
    for write in (claim_files.write, as_json.write):
        exported = write(drawn, PLAIN)
        assert [(loss.what, loss.count) for loss in exported.lost] == [
            ("marks of claims as those of another map", 1)
        ]
        assert "B." in str(exported.content)
