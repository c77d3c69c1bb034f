"""arggraph XML: edges on edges, added premises and joint segments keep their meaning."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from argmap.formats import arggraph
from argmap.formats.counting import counts_of
from argmap.formats.exchange import PLAIN, Imported
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.recognition import recognised
from argmap.model.claim import Mode
from tests.maps import Choices, for_all

TEXT = """<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="cars" topic_id="old_town" stance="pro">
  <edu id="e1"><![CDATA[Die Altstadt soll autofrei werden,]]></edu>
  <edu id="e2">denn L\u00e4rm &amp; Dreck</edu>
  <edu id="e3">machen krank.</edu>
  <edu id="e4">Aber die L\u00e4den verlieren Kunden.</edu>
  <edu id="e5">Das war anderswo nicht so,</edu>
  <edu id="e6">und die Stadt hilft ihnen.</edu>
  <edu id="e7" implicit="true">Kunden kommen zu Fu\u00df.</edu>
  <edu id="e8">In Gent, zum Beispiel.</edu>
  <edu id="e9">Soweit.</edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/><adu id="a2" type="pro"/><adu id="a4" type="opp"/>
  <adu id="a5" type="pro"/><adu id="a6" type="pro"/><adu id="a7" type="pro"/>
  <adu id="a8" type="pro"/>
  <edge id="s1" src="e1" trg="a1" type="seg"/>
  <edge id="s2" src="j1" trg="a2" type="seg"/>
  <edge id="s3" src="e3" trg="j1" type="seg"/>
  <edge id="s0" src="e2" trg="j1" type="seg"/>
  <edge id="s4" src="e4" trg="a4" type="seg"/>
  <edge id="s5" src="e5" trg="a5" type="seg"/>
  <edge id="s6" src="e6" trg="a6" type="seg"/>
  <edge id="s7" src="e7" trg="a7" type="seg"/>
  <edge id="s8" src="e8" trg="a8" type="seg"/>
  <edge id="c7" src="a7" trg="c6" type="add"/>
  <edge id="c1" src="a2" trg="a1" type="sup"/>
  <edge id="c2" src="a4" trg="a1" type="reb"/>
  <edge id="c3" src="a5" trg="c2" type="und"/>
  <edge id="c6" src="a6" trg="c3" type="add"/>
  <edge id="c8" src="a8" trg="a5" type="exa"/>
</arggraph>
"""


def read(*texts: str) -> Imported:
    files = tuple(ForeignFile(f"{n}.xml", text.encode()) for n, text in enumerate(texts))
    return arggraph.read(files, PLAIN)


def test_a_text_is_read_by_its_meaning() -> None:
    imported = read(TEXT)
    argument_map = imported.map
    assert [(loss.what, loss.example) for loss in imported.lost] == [
        ("segments outside of the argument", "Soweit.")
    ]
    by_old = {
        claim.origin.id if claim.origin else claim.id: claim
        for claim in argument_map.claims.values()
    }
    assert by_old["a2"].text == "denn L\u00e4rm & Dreck machen krank."
    assert by_old["a7"].mode is Mode.IMPLICIT
    assert by_old["a4"].meta == {"type": "opp"}
    assert (argument_map.title, argument_map.meta["stance"]) == ("cars", "pro")
    [undercut] = [each for each in argument_map.relations.values() if each.kind == "undercuts"]
    assert undercut.premises == ("a5", "a6", "a7")
    assert argument_map.relations[undercut.target].premises == ("a4",)
    [example] = [each for each in argument_map.relations.values() if each.scheme]
    assert (example.scheme, example.target) == ("example", "a5")


def test_a_folder_of_texts_is_one_map_of_sections() -> None:
    imported = read(TEXT, TEXT.replace('id="cars"', 'id="again"'))
    once = counts_of(read(TEXT).map)
    assert counts_of(imported.map) == tuple(2 * count for count in once)
    assert {claim.section for claim in imported.map.claims.values()} == {"cars", "again"}


def random_text(choices: Choices) -> str:
    units = 1 + choices.below(6)
    lines = [f'<edu id="e{n}">Text {n}</edu><adu id="a{n}" type="pro"/>' for n in range(units)]
    lines += [f'<edge id="s{n}" src="e{n}" trg="a{n}" type="seg"/>' for n in range(units)]
    for number in range(choices.below(8)):
        kind = choices.one_of(("sup", "exa", "reb", "und", "add"))
        source = choices.below(units)
        ends = [f"a{n}" for n in range(units)] if kind in ("sup", "exa", "reb") else []
        ends = ends or [f"c{n}" for n in range(8)]
        target = choices.one_of(ends)
        lines.append(f'<edge id="c{number}" src="a{source}" trg="{target}" type="{kind}"/>')
    return f'<arggraph id="x">{"".join(lines)}</arggraph>'


@for_all(random_text, 300)
def test_everything_is_in_the_map_or_reported(text: str) -> None:
    imported = read(text)
    root = ET.fromstring(text)  # noqa: S314  # a text of this test
    edges = {edge.attrib["id"]: edge.attrib["type"] for edge in root.iter("edge")}
    drawn = sum(kind not in ("seg", "add") for kind in edges.values())
    added = sum(kind == "add" for kind in edges.values())
    counts = counts_of(imported.map)
    lost = sum(loss.count for loss in imported.lost)
    assert counts.claims == len(list(root.iter("adu")))
    assert counts.supports + counts.attacks <= drawn
    assert drawn <= counts.supports + counts.attacks + lost
    linked = sum(len(each.premises) - 1 for each in imported.map.relations.values())
    assert linked <= added
    if not lost:
        assert counts.supports == sum(kind in ("sup", "exa") for kind in edges.values())
        assert counts.undercuts == sum(kind == "und" for kind in edges.values())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("<arggraph><edu id='a'>", "stops to be XML"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><arggraph>&b;</arggraph>", "document type"),
        ("<arggraph>&b;</arggraph>", "stops to be XML"),
        ("<other/>", "no arggraph"),
        ("<a>" * 100_000, "stops to be XML"),
        ("", "stops to be XML"),
    ],
)
def test_what_is_no_arggraph_is_refused_at_a_place(text: str, word: str) -> None:
    [problem] = read(text).diagnostics
    assert problem.code == "AM702"
    assert word in problem.message


def test_a_long_chain_of_additions_is_read_in_linear_time() -> None:
    count = 20_000
    lines = [f'<adu id="a{n}" type="pro"/>' for n in range(count)]
    lines += [
        f'<edge id="c{n}" src="a{n}" trg="{f"c{n + 1}" if n < count - 2 else f"a{n + 1}"}" '
        f'type="{"add" if n < count - 2 else "sup"}"/>'
        for n in range(count - 1)
    ]
    imported = read(f"<arggraph>{''.join(lines)}</arggraph>")
    [step] = imported.map.relations.values()
    assert len(step.premises) == count - 1


def test_a_file_is_told_by_its_root() -> None:
    for name in ("a.xml", "-"):
        only = recognised(ForeignFile(name, TEXT.encode())).only
        assert only is not None
        assert only.name == "arggraph"
    assert re.search("arggraph", TEXT)
