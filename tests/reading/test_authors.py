"""Authors, `cite_as`, and claims that come from no source, as files write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.model.claim import Mode
from argmap.reading.reader import read
from argmap.views.words.citations import citations_of

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.reading.parsed_map import ParsedMap


def parsed(tmp_path: Path, text: str) -> ParsedMap:
    file = tmp_path / "m.yaml"
    file.write_text(text, encoding="utf-8")
    return read(file)


@pytest.mark.parametrize(
    ("authors", "citation"),
    [
        ("Ann Reed", "Reed 2018"),
        ("[Ann Reed, {family: van der Berg, given: Jan}]", "Reed and van der Berg 2018"),
        ("{literal: Green Harbour}", "Green Harbour 2018"),
        ("{family: Plato}", "Plato 2018"),
        ("[Ann Reed], cite_as: The Reed report", "The Reed report"),
        ("[], cite_as: 2018", "2018"),
    ],
)
def test_an_author_is_a_text_or_its_parts(tmp_path: Path, authors: str, citation: str) -> None:
    text = f"source: {{id: s, date: 2018, authors: {authors}}}\nclaims: {{a: It is so.}}\n"
    files = parsed(tmp_path, text)
    assert not files.diagnostics
    assert citations_of(files.map.sources) == {"s": citation}


@pytest.mark.parametrize(
    ("author", "code"),
    [
        ("{given: Ann}", "AM209"),
        ("{literal: The Union, family: Reed}", "AM209"),
        ("{literal: The Union, given: Ann}", "AM209"),
        ("{}", "AM209"),
        ("{famly: Reed}", "AM201"),
        ("{family: ''}", "AM205"),
        ("[[Ann]]", "AM202"),
    ],
)
def test_an_author_without_one_name_is_an_error_at_its_place(
    tmp_path: Path, author: str, code: str
) -> None:
    text = f"source:\n  id: s\n  authors: {author}\nclaims: {{a: It is so.}}\n"
    [problem] = parsed(tmp_path, text).diagnostics
    assert (problem.code, problem.location.line) == (code, 3)


OWN = """\
source: {id: s, authors: Ann Reed}
sources: {t: {title: T}}
claims:
  a:
    text: It is so.
    supported_by: [b, {premises: c, source: null}]
    attacked_by: [{premises: d}]
  b: {text: It may be so., source: null}
  c: {text: It was so., mode: editorial}
  d: {text: It is not so., source: ~, speaker: Tom}
  e: {text: It could be so., mode: editorial, source: t}
  f: {text: It should be so., mode: editorial, quote: should be so}
"""


def test_a_claim_can_be_the_mappers_own_in_a_file_with_a_source(tmp_path: Path) -> None:
    files = parsed(tmp_path, OWN)
    claims = files.map.claims
    assert not files.diagnostics
    assert {id_: claim.cited_source for id_, claim in claims.items()} == {
        "a": "s",
        "b": None,
        "c": None,
        "d": None,
        "e": None,
        "f": None,
    }
    editorial = {id_ for id_, claim in claims.items() if claim.mode is Mode.EDITORIAL}
    assert editorial == {"b", "c", "e", "f"}, "with a speaker it is the speaker's"
    assert claims["f"].source == "s", "its quotation is still looked up"
    steps = files.map.relations
    assert {step.mode for step in steps.values()} == {Mode.EDITORIAL}
    assert steps["c~supports~a"].source is None


@pytest.mark.parametrize(
    "text",
    [
        "source: null\nclaims: {a: It is so.}\n",
        "claims: {source: null}\n",
        "claims: {a: {text: It is so., source: }}\n",
        "claims: {a: {text: It is so., speaker: null}}\n",
        "sources: {source: null}\nclaims: {a: It is so.}\n",
    ],
)
def test_null_is_a_value_for_the_source_of_a_claim_alone(tmp_path: Path, text: str) -> None:
    assert [problem.code for problem in parsed(tmp_path, text).diagnostics] == ["AM205"]
