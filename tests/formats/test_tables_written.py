"""Maps written as CSV tables and as workbooks, and read back."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from dataclasses import replace

import pytest

from argmap.errors import UsageError
from argmap.formats.carried import WORDS, without
from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.tabular import csv_file, xlsx_file
from argmap.formats.tabular.writing import CARRIED
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Relation
from tests.formats.same_map import differences
from tests.formats.whole_maps import whole_map
from tests.maps import for_all

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
    assert not imported.lost
    assert not differences(imported.map, left_of(argument_map))


@for_all(whole_map, COUNT // 8, BYTES)
def test_a_workbook_reads_back_as_the_same_map(argument_map: ArgumentMap) -> None:
    exported = xlsx_file.write(argument_map, PLAIN)
    assert exported == xlsx_file.write(argument_map, PLAIN)
    assert isinstance(exported.content, bytes)
    file = ForeignFile("map.xlsx", exported.content)
    assert xlsx_file.fits(file)
    imported = xlsx_file.read((file,), PLAIN)
    assert not imported.diagnostics
    assert not differences(imported.map, left_of(argument_map))


@for_all(whole_map, COUNT // 4, BYTES)
def test_a_table_read_and_written_again_is_the_same_table(argument_map: ArgumentMap) -> None:
    first = csv_file.write(left_of(argument_map), PLAIN)
    assert isinstance(first.content, str)
    again = csv_file.read((ForeignFile("map.csv", first.content.encode()),), PLAIN)
    assert csv_file.write(again.map, PLAIN).content == first.content


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@sum", "'=1", "''-2", "\uff1d1"])
def test_no_cell_opens_as_a_formula_does(text: str) -> None:
    single = ArgumentMap.of([Claim("a", text, note=text, label=text)])
    content = csv_file.write(single, PLAIN).content
    assert isinstance(content, str)
    cells = [cell for row in csv.reader(content.splitlines()) for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\uff1d")]
    for module, written in ((csv_file, content.encode()), (xlsx_file, _bytes_of(single))):
        back = module.read((ForeignFile("map.csv", written),), PLAIN).map.claims["a"]
        assert (back.text, back.note, back.label) == (text, text, text)


def test_a_workbook_has_texts_and_no_formulas() -> None:
    single = ArgumentMap.of([Claim("a", "=1+1")])
    with zipfile.ZipFile(io.BytesIO(_bytes_of(single))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets" in name]
    assert not any(b"<f>" in sheet for sheet in sheets)
    assert b'quotePrefix="1"' in _styles(_bytes_of(single))


def test_ids_of_a_table_come_back() -> None:
    text = "kind,id,text,from,to\nclaim,../x,Root,,\nclaim,A 1,Sub,,\nsupports,,,A 1,../x\n"
    read = csv_file.read((ForeignFile("map.csv", text.encode()),), PLAIN)
    assert [*read.map.claims] == ["root", "sub"]
    assert csv_file.write(read.map, PLAIN).content == text


def test_a_text_too_long_for_a_cell_is_cut_and_told() -> None:
    exported = xlsx_file.write(ArgumentMap.of([Claim("a", "x" * 40_000)]), PLAIN)
    assert [loss.what for loss in exported.lost] == ["ends of texts that are longer than a cell"]


def test_formulas_without_a_value_and_foreign_sheets_are_told() -> None:
    import openpyxl  # noqa: PLC0415  # an extra

    book = openpyxl.Workbook()
    book.worksheets[0].append(["id", "text", "parent", "stance"])
    book.worksheets[0].append(["a", "A", None, None])
    book.worksheets[0].append(["b", '="B"&"x"', "a", "pro"])
    book.create_sheet("Prices").append(["apples", "pears"])
    saved = io.BytesIO()
    book.save(saved)
    result = xlsx_file.read((ForeignFile("map.xlsx", saved.getvalue()),), PLAIN)
    assert {loss.what: loss.example for loss in result.lost} == {
        "formulas whose value the workbook does not have": '="B"&"x"',
        "tables that are no map": "Prices: apples, pears",
        "claims without a text": "b (its name stands for it)",
    }


def test_hidden_sheets_and_rows_are_left_out_and_told() -> None:
    import openpyxl  # noqa: PLC0415  # an extra

    book = openpyxl.Workbook()
    [sheet] = book.worksheets
    for row in (["id", "text", "parent", "stance"], ["a", "A"], ["b", "B", "a", "pro"], ["c", "C"]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[9].hidden = True
    for state in ("hidden", "veryHidden"):
        other = book.create_sheet(state)
        other.sheet_state = state
        other.append(["id", "text", "parent", "stance"])
        other.append(["d", "D", "a", "con"])
    saved = io.BytesIO()
    book.save(saved)
    result = xlsx_file.read((ForeignFile("map.xlsx", saved.getvalue()),), PLAIN)
    assert [*result.map.claims] == ["a", "c"]
    assert {loss.what: (loss.count, loss.example) for loss in result.lost} == {
        "hidden rows": (1, "Sheet: b B a pro"),
        "hidden sheets": (2, "hidden"),
    }


def test_a_workbook_whose_map_is_hidden_is_an_error_that_says_so() -> None:
    import openpyxl  # noqa: PLC0415  # an extra

    book = openpyxl.Workbook()
    other = book.create_sheet("old")
    other.sheet_state = "hidden"
    other.append(["id", "text", "parent", "stance"])
    saved = io.BytesIO()
    book.save(saved)
    result = xlsx_file.read((ForeignFile("map.xlsx", saved.getvalue()),), PLAIN)
    assert [problem.code for problem in result.diagnostics] == ["AM702"]
    assert [loss.what for loss in result.lost] == ["hidden sheets"]


def test_an_archive_that_is_no_workbook_is_refused_in_plain_words() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    for content, words in ((packed, "is no workbook"), (broken, "a part of it is missing")):
        result = xlsx_file.read((ForeignFile("map.xlsx", content.getvalue()),), PLAIN)
        [problem] = result.diagnostics
        assert words in problem.message
        assert "Error" not in problem.message


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"a,b\n", b"PK\x03\x04" + b"\xff" * 500])
def test_what_is_no_workbook_is_an_error(content: bytes) -> None:
    file = ForeignFile("map.xlsx", content)
    assert not xlsx_file.fits(file)
    [problem] = xlsx_file.read((file,), PLAIN).diagnostics
    assert (problem.code, problem.is_error) == ("AM702", True)


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xlsx_file, "_LARGEST", 100)
    content = _bytes_of(ArgumentMap.of([Claim("a", "A")]))
    [problem] = xlsx_file.read((ForeignFile("map.xlsx", content),), PLAIN).diagnostics
    assert "too large" in problem.message


def test_without_the_extra_workbooks_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    single = ArgumentMap.of([Claim("a", "A")])
    content = _bytes_of(single)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    [problem] = xlsx_file.read((ForeignFile("map.xlsx", content),), PLAIN).diagnostics
    assert "argmap[xlsx]" in (problem.hint or "")
    with pytest.raises(UsageError, match="argmap\\[xlsx\\]"):
        xlsx_file.write(single, PLAIN)


def _bytes_of(argument_map: ArgumentMap) -> bytes:
    content = xlsx_file.write(argument_map, PLAIN).content
    assert isinstance(content, bytes)
    return content


def _styles(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/styles.xml")
