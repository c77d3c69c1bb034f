"""A map in a workbook of Excel or LibreOffice (XLSX): the adapter for the extra openpyxl."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.errors import UsageError
from argmap.formats.exchange import Exported, Imported, nothing
from argmap.formats.tabular.cells import CellTable, Row, parts_wished, tables_in
from argmap.formats.tabular.reading import TableReader
from argmap.formats.tabular.refusals import unknown_part, wished_but_missing
from argmap.formats.tabular.writing import MapAsRows, shown_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile
    from argmap.model.argument_map import ArgumentMap

_WORKBOOK = "xl/workbook.xml"
_LARGEST = 600_000_000  # bytes of all parts, unpacked
_LONGEST = 32_767  # characters of a cell
_CELLS = 100  # the most columns that are read
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORMULA = re.compile(r"[=+\-@]")
_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_A_DAY = b"2000-01-01T00:00:00Z"  # the same map, the same bytes: no file says when it was written
_HINT = "save it again as .xlsx, or save each sheet as .csv"


class _UnreadableError(Exception):
    """A workbook cannot be read: why not, and the cure."""


def fits(file: ForeignFile) -> bool:
    """Whether the archive is a workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            return _WORKBOOK in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        return False


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in the sheets of a workbook. Cost: linear."""
    [file] = files
    wished, unknown = parts_wished(wishes.columns)
    if unknown:
        return nothing([unknown_part(file, unknown[0])])
    reader = TableReader("xlsx", file)
    try:
        tables = _tables_read(reader, wished)
    except _UnreadableError as error:
        return nothing([Diagnostic(file.at(), "AM702", *error.args)])
    if problem := wished_but_missing(file, wished, tables):
        return nothing([problem])
    return reader.imported(tables)


def _tables_read(reader: TableReader, wished: dict[str, str]) -> list[CellTable]:
    """The tables of a workbook.

    Raises:
        _UnreadableError: the file is no workbook, or a broken one, or the extra is not installed.
    """
    if not fits(reader.file):
        raise _UnreadableError("the file is no workbook, or only a part of one", _HINT)
    if _unpacked(reader.file.content) > _LARGEST:
        raise _UnreadableError("the workbook is too large when it is unpacked", "divide it")
    try:
        with warnings.catch_warnings():  # of styles and the like, which are no part of a map
            warnings.simplefilter("ignore")
            return [*_tables(reader, wished)]
    except ModuleNotFoundError as error:
        hint = "install it: pip install 'argmap[xlsx]'; or save each sheet as .csv"
        raise _UnreadableError("reading workbooks needs an extra", hint) from error
    except zipfile.BadZipFile as error:
        raise _UnreadableError("the file is no workbook, or only a part of one", _HINT) from error
    except Exception as error:  # openpyxl raises whatever it meets in a broken file
        message = "the workbook is broken: a part of it is missing or is not as it should be"
        raise _UnreadableError(message, _HINT) from error


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as a workbook with a sheet for claims, for relations and for sources. Cost: linear.

    Every cell is text, so that none is taken for a formula.

    Raises:
        UsageError: the extra `xlsx` is not installed.
    """
    del wishes
    try:
        import openpyxl  # noqa: PLC0415  # an extra
    except ModuleNotFoundError as error:
        raise UsageError("XLSX needs an extra: pip install 'argmap[xlsx]'") from error
    sheets = MapAsRows(argument_map, "xlsx")
    book = openpyxl.Workbook(write_only=True)
    for name in ("claims", "relations", "sources"):
        rows = getattr(sheets, name)
        if rows or name == "claims":
            _fill(book.create_sheet(name), rows, sheets)
    packed = io.BytesIO()
    book.save(packed)
    return Exported(_timeless(packed.getvalue()), sheets.losses.all)


def _fill(sheet: Any, rows: list[dict[str, str]], sheets: MapAsRows) -> None:  # noqa: ANN401  # openpyxl
    """Write rows below their headings."""
    columns = sheets.columns_of(rows)
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, shown_heading(column)) for column in columns])
    for cells in rows:
        row = []
        for column in columns:
            text = _UNWRITABLE.sub("\ufffd", cells.get(column, ""))
            if len(text) > _LONGEST:
                sheets.losses.add("ends of texts that are longer than a cell", text)
                text = text[:_LONGEST]
            row.append(_cell(sheet, text) if text else None)
        sheet.append(row)


def _cell(sheet: Any, text: str) -> Any:  # noqa: ANN401  # openpyxl
    """A cell with text; one that opens as a formula does is marked as text, as Excel does it."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # an extra

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    if _FORMULA.match(text):
        cell.quotePrefix = True
    return cell


def _timeless(packed: bytes) -> bytes:
    """The archive without the time of its writing."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _SAVED.sub(rb"\g<1>" + _A_DAY, content)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return result.getvalue()


def _unpacked(content: bytes) -> int:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        return 0


def _tables(reader: TableReader, wished: dict[str, str]) -> Iterator[CellTable]:
    """The tables in the sheets that are shown; what is hidden is left out and reported."""
    import openpyxl  # noqa: PLC0415  # an extra

    content = reader.file.content
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    formulas, hidden = _formulas(content), _hidden_rows(content)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                reader.draft.skip("hidden sheets", sheet.title)
                continue
            sheet.reset_dimensions()
            unknown, left_out = formulas.get(sheet.title, {}), hidden.get(sheet.title, set())
            rows = _shown_rows(reader, sheet, unknown, left_out)
            yield from tables_in(rows, sheet.title, wished)
    finally:
        book.close()


def _shown_rows(
    reader: TableReader,
    sheet: Any,  # noqa: ANN401  # openpyxl
    formulas: dict[tuple[int, int], str],
    hidden: set[int],
) -> Iterator[Row]:
    """The rows of a sheet; of those that are hidden only the empty ones."""
    for number, values in enumerate(sheet.iter_rows(values_only=True, max_col=_CELLS), 1):
        cells = [_text(value) for value in values] if number in hidden else []
        if any(cells):
            example = f"{sheet.title}: {' '.join(filter(None, cells))}"
            reader.draft.skip("hidden rows", example, reader.draft.at(number))
        else:
            yield _row(reader, number, values, formulas)


def _hidden_rows(content: bytes) -> dict[str, set[int]]:
    """The numbers of the hidden rows by sheet; nothing is loaded if there is none."""
    import openpyxl  # noqa: PLC0415  # an extra

    if not _is_in_a_sheet(content, rb"<row [^>]*\bhidden=[\"'](?:1|true)[\"']"):
        return {}
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        sheet.title: {row for row, kept in sheet.row_dimensions.items() if kept.hidden}
        for sheet in book.worksheets
    }


def _is_in_a_sheet(content: bytes, pattern: bytes) -> bool:
    """Whether the pattern is found in the code of a sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(re.search(pattern, archive.read(name)) for name in names)


def _row(
    reader: TableReader, number: int, values: tuple[Any, ...], formulas: dict[tuple[int, int], str]
) -> Row:
    cells = [_text(value) for value in values]
    for column, cell in enumerate(cells):
        if not cell and (formula := formulas.get((number, column))):
            what = "formulas whose value the workbook does not have"
            reader.draft.skip(what, formula, reader.draft.at(number))
    return Row(number, cells)


def _formulas(content: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """The formulas of a workbook by sheet, row and column; nothing is loaded if there is none."""
    import openpyxl  # noqa: PLC0415  # an extra

    if not _is_in_a_sheet(content, rb"<f[ >]"):
        return {}
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    formulas: dict[str, dict[tuple[int, int], str]] = {}
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        here = formulas.setdefault(sheet.title, {})
        for number, row in enumerate(sheet.iter_rows(max_col=_CELLS), 1):
            for column, cell in enumerate(row):
                if cell.data_type == "f":
                    here[number, column] = str(cell.value)
    book.close()
    return formulas


def _text(value: object) -> str:
    """A value as the sheet shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    return text.removesuffix(" 00:00:00") if not isinstance(value, str) else text
