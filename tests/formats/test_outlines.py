"""Outlines for Word and arguments in standard form: every claim is told, by its number."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import docx

from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.outlines import docx as word
from argmap.formats.outlines import standard
from argmap.formats.verbatim import reading
from argmap.graph.outline import outline
from tests.formats.whole_maps import whole_map
from tests.maps import for_all, read_map

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap


def word_file(argument_map: ArgumentMap) -> bytes:
    content = word.write(argument_map, PLAIN).content
    assert isinstance(content, bytes)
    return content


@for_all(whole_map, 20, 400)
def test_python_docx_reads_every_claim_once_in_full(argument_map: ArgumentMap) -> None:
    document = docx.Document(BytesIO(word_file(argument_map)))
    lines = [
        paragraph.text
        for paragraph in document.paragraphs
        if paragraph.style is not None and paragraph.style.name.startswith("argmap ")
    ]
    full = [line for line in lines if not re.search(r" see (above|below): |\u2002see ", line)]
    numbers = outline(argument_map).numbers
    assert [line.partition("\u2002")[0] for line in full] == [*numbers.values()]
    for id_, line in zip(numbers, full, strict=True):
        assert argument_map.claims[id_].text in line


@for_all(whole_map, 12, 400)
def test_the_same_map_makes_the_same_bytes(argument_map: ArgumentMap) -> None:
    assert word_file(argument_map) == word_file(argument_map)


def test_an_outline_is_not_taken_for_a_debate_file() -> None:
    content = word_file(read_map("a + b; b + c; c + d; d + e; e + f"))
    imported = reading.read((ForeignFile("a.docx", content),), PLAIN)
    assert [problem.code for problem in imported.diagnostics] == ["AM702"]


@for_all(whole_map, 60, 400)
def test_standard_form_tells_every_claim_or_reports_it(argument_map: ArgumentMap) -> None:
    exported = standard.write(argument_map, PLAIN)
    assert isinstance(exported.content, str)
    lost = sum(
        loss.count for loss in exported.lost if loss.what == "claims that bear on no main claim"
    )
    present = [claim for claim in argument_map.claims.values() if claim.text in exported.content]
    assert len(present) >= len(argument_map.claims) - lost
    if not lost:
        texts = {claim.text for claim in argument_map.claims.values()}
        assert all(text in exported.content for text in texts)


def test_the_arguments_of_all_main_claims_follow_one_another() -> None:
    content = standard.write(read_map("p + a; q - a; p + b; x", main="b a"), PLAIN).content
    assert isinstance(content, str)
    assert re.findall(r"^(\d+ \w+)\n-+$", content, re.MULTILINE) == ["1 b", "2 a"]
    assert "C1.  a  [contested]\n     from P1 (holds by itself)" in content
    assert "O1.  against C1: from P2 (unanswered)" in content
