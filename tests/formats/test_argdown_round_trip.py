"""Argdown holds a whole map: what is written is read back as the same map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.formats.argdown import reading, writing
from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.pipeline import check
from tests.formats.same_map import differences
from tests.formats.whole_maps import whole_map
from tests.maps import for_all, read_map

if TYPE_CHECKING:
    from pathlib import Path

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
    assert written(imported.map) == text


def test_only_the_mark_of_claims_from_another_map_is_lost_and_told() -> None:
    own = read_map("b + a")
    claims = dict(own.claims) | {"a": replace(own.claims["a"], note="one\ntwo\n\nthree")}
    own = replace(own, claims=claims)
    argument_map = replace(own, used=frozenset({"b"}))
    exported = writing.write(argument_map, PLAIN)
    [loss] = exported.lost
    assert (loss.what, loss.count) == ("marks of claims as those of another map", 1)
    assert isinstance(exported.content, str)
    again = reading.read((ForeignFile("a.argdown", exported.content.encode()),), PLAIN)
    assert not differences(again.map, own)
    assert again.map.claims["a"].note == "one\ntwo\n\nthree"


FOREIGN = """\
===
title: Laptops
author: Someone
===

# Core

[Ban]: Ban *them*, [says](https://e.org/x) she. #main {colour: red}
  <+ <Recall>
  <- <Access>: Some need software.
    <- An untitled answer.
  >< [Allow]: Allow them.

<Recall>: gist
  <_ <Lab>: Only in the lab. {source: A critique, page: 3}

(1) [Notes]: Notes by hand are remembered better.
(2) [Goal]: That is the goal.
-- Modus ponens {uses: [1, 2]} --
(3) [Ban]

## Others

(1) [Goal]
----
(2) [Value]: Memory has value.
"""


def test_a_document_of_others_comes_back_as_it_was() -> None:
    first = reading.read((ForeignFile("a.argdown", FOREIGN.encode()),), PLAIN)
    assert [loss.what for loss in first.lost] == ["marks of emphasis"]
    text = written(first.map)
    again = reading.read((ForeignFile("b.argdown", text.encode()),), PLAIN)
    assert not again.lost
    assert not differences(again.map, first.map)
    assert written(again.map) == text
    for kept in ("<Access>: Some", "  <+ <Recall>", "author: Someone", "# Core / Others", "#main"):
        assert kept in text


def test_front_matter_with_a_key_of_claim_files_is_still_argdown(tmp_path: Path) -> None:
    path = tmp_path / "x.argdown"
    path.write_text("===\nmap:\n  size: 1\n===\n\n[A]: a\n  + [B]: b\n", encoding="utf-8")
    assert list(check(path).map.relations) == ["b~supports~a"]


def test_wrong_data_in_a_file_of_ours_cost_the_data_of_their_claim_alone() -> None:
    text = (
        "===\nargmap: 1\n===\n\n"
        '[a]: A. {"mode": "wrong"}\n\n'
        '[b]: B. {"credence": 0.5}\n  <+ [a] {"step": {"weight": 0.7}}\n'
    )
    result = reading.read((ForeignFile("a.argdown", text.encode()),), PLAIN)
    assert result.map.claims["b"].credence == 0.5
    assert result.map.relations["a~supports~b"].weight == 0.7
    [loss] = result.lost
    assert (loss.code, loss.location.line) == ("AM705", 5)
    assert "wrong" in loss.example
