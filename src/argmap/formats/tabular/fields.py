"""The cells of a row as fields of claims, relations and sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.model.claim import Mode
from argmap.model.relation import Force
from argmap.model.scheme import BUILT_IN
from argmap.model.source import Locator, Source
from argmap.reading.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from argmap.diagnostics import Location
    from argmap.formats.draft import Draft
    from argmap.formats.tabular.cells import CellTable, Row

YES = frozenset(
    {
        "yes",
        "true",
        "1",
        "x",
        "ja",
        "oui",
        "si",
        "sim",
        "wahr",
        "vrai",
        "verdadero",
        "verdadeiro",
        "granted",
    }
)
NO = frozenset({"no", "false", "0", "nein", "non", "nao", "falsch", "faux", "falso"})
PENDING = "pending"
LOCATOR = {
    "quote": "quote",
    "prefix": "prefix",
    "suffix": "suffix",
    "paragraph": "paragraph",
    "page": "page",
    "place": "section",
    "time": "time",
}
"""The parts of a table that make a locator, and its fields."""
SOURCE = {
    "date": "date",
    "publisher": "publisher",
    "source_kind": "kind",
    "url": "url",
    "note": "note",
    "cite_as": "cite_as",
    "doi": "doi",
    "accessed": "accessed",
    "version": "version",
    "retracted": "retracted",
    "isbn": "isbn",
}
"""The parts of a table that are fields of a source, in rows of sources."""
BESIDE_SOURCE = {part: name for part, name in SOURCE.items() if part not in ("url", "note")} | {
    "caveats": "caveats"
}
"""The parts that are fields of a source in rows of claims and relations that cite it, too."""
_NUMBERS = re.compile(r"[-+]?[0-9]{1,30}(?:[.,][0-9]{1,30})?")
_NUMBER = re.compile(r"[0-9]{0,3}[.,]?[0-9]{1,30}%?")


class Cells:
    """A row with its cells by part, and what they mean; what cannot be understood is reported."""

    __slots__ = ("_draft", "_lines", "_on_one_line", "_row", "_table")

    def __init__(self, draft: Draft, table: CellTable, row: Row) -> None:
        self._draft = draft
        self._table = table
        self._row = row
        cells = row.cells
        count = len(cells)
        self._lines = {
            part: cell
            for part, column in table.columns.items()
            if column < count and (cell := cells[column])
        }
        self._on_one_line = {part: " ".join(cell.split()) for part, cell in self._lines.items()}
        if "stance" in table.columns and _NUMBERS.fullmatch(self._on_one_line.get("label", "")):
            del self._on_one_line["label"]  # a mark of whoever coded the text, and no name

    @property
    def place(self) -> Location:
        """The place of the row."""
        return self._draft.at(self._row.line)

    def __getitem__(self, part: str) -> str:
        """The cell of a part on one line; empty if there is none."""
        return self._on_one_line.get(part, "")

    def lines(self, part: str) -> str:
        """The cell of a part with its lines as they are."""
        return self._lines.get(part, "")

    def filled_parts(self) -> set[str]:
        """The parts whose cells are filled."""
        return {*self._lines}

    def beside(self, unused: Container[str]) -> dict[str, str]:
        """The cells that are no part of a map, by their headings, and those of unused parts.

        A label that is a number is no part, either. A cell without a heading is reported.
        """
        data: dict[str, str] = {}
        part_of = {column: part for part, column in self._table.columns.items()}
        for column, cell in enumerate(self._row.cells):
            part = part_of.get(column)
            is_label = part == "label" and not self["label"]
            if not cell or not (part is None or part in unused or is_label):
                continue
            heading = self._heading(column)
            if heading and heading not in data:
                data[heading] = cell
            else:
                self._draft.set_aside("cells without a heading of their own", cell, self.place)
        return data

    def under_headings(self, parts: Iterable[str]) -> dict[str, str]:
        """The cells of these parts by their headings."""
        columns = self._table.columns
        return {
            self._heading(columns[part]): cell
            for part in sorted(parts, key=lambda part: columns.get(part, 0))
            if (cell := self.lines(part))
        }

    def _heading(self, column: int) -> str:
        headings = self._table.headings
        return headings[column] if column < len(headings) else ""

    def set_aside(self, what: str, cells: Mapping[str, str]) -> None:
        """Report cells, by their headings, that a map has no place for."""
        for heading, cell in cells.items():
            self._draft.set_aside(what, f"{heading}: {cell}", self.place)

    def not_of(self, source: Source | None) -> set[str]:
        """The parts that describe a source, and that this source does not have from the row."""
        stated = self.of_source()
        return {
            part
            for part, name in {**BESIDE_SOURCE, "author": "authors"}.items()
            if name in stated and (source is None or getattr(source, name) != stated[name])
        }

    def filled(self, parts: dict[str, str]) -> dict[str, str]:
        """The cells of these parts that are filled, under the names of the fields."""
        return {field: cell for part, field in parts.items() if (cell := self.lines(part))}

    def of_source(self) -> dict[str, Any]:
        """The fields of a source in a row of sources."""
        fields: dict[str, Any] = self.filled(SOURCE)
        if caveats := [line for line in self.lines("caveats").split("\n") if line.strip()]:
            fields["caveats"] = tuple(" ".join(line.split()) for line in caveats)
        return fields | self.authors()

    def authors(self) -> dict[str, Any]:
        """The authors of a source; a name in braces is cited whole."""
        names = listed(self["author"])
        whole = [name[1:-1] for name in names if _is_whole(name)]
        names = [name[1:-1] if _is_whole(name) else name for name in names]
        fields: dict[str, Any] = {"authors": tuple(names)} if names else {}
        return fields | ({"whole_names": frozenset(whole)} if whole else {})

    def common(self) -> dict[str, Any]:
        """The fields that claims and relations have in common."""
        fields: dict[str, Any] = {}
        if tags := listed(self["tags"]):
            fields["tags"] = tuple(tags)
        if note := self.lines("note"):
            fields["note"] = note
        if self["mode"]:
            mode = slug(self["mode"])
            if mode in {*Mode}:
                fields["mode"] = Mode(mode)
            else:
                self.unclear("mode")
        if locator := self.locator():
            fields["locators"] = (locator,)
        return fields

    def of_claim(self) -> dict[str, Any]:
        """The fields of a claim, but for its text, its source and its data."""
        fields = self.filled({"speaker": "speaker", "section": "section", "url": "url"})
        fields = {name: " ".join(cell.split()) for name, cell in fields.items()}
        more: dict[str, Any] = {"label": self["label"] or None}
        granted = slug(self["granted"]) if self["granted"] else ""
        if granted in YES or granted in NO:
            more["granted"] = granted in YES
        elif granted == PENDING:
            more["pending"] = True
        elif granted:
            self.unclear("granted")
        if (credence := self.number("credence")) is not None:
            more["credence"] = credence
        return {**fields, **more, **self.common()}

    def of_step(self) -> dict[str, Any]:
        """The fields that only relations have."""
        fields: dict[str, Any] = {}
        if self["force"]:
            force = slug(self["force"])
            if force in {*Force}:
                fields["force"] = Force(force)
            else:
                self.unclear("force")
        if (weight := self.number("weight")) is not None:
            fields["weight"] = weight
        if scheme := self["scheme"]:
            id_ = scheme if scheme in BUILT_IN else slug(scheme)
            if id_ in BUILT_IN:
                fields["scheme"] = id_
            else:
                self.unclear("scheme")
        fields |= self.filled({"rationale": "rationale", "presses": "presses"})
        return fields

    def number(self, part: str) -> float | None:
        """The number from 0 to 1 in a cell; None if there is none."""
        cell = self[part]
        if not cell:
            return None
        if _NUMBER.fullmatch(cell):
            value = float(cell.rstrip("%").replace(",", ".")) / (100 if cell.endswith("%") else 1)
            if 0 <= value <= 1:
                return value
        self.unclear(part)
        return None

    def locator(self) -> Locator | None:
        """The place in a source, and what is quoted there."""
        fields: dict[str, Any] = {
            field: " ".join(cell.split()) for field, cell in self.filled(LOCATOR).items()
        }
        if "paragraph" in fields:
            if fields["paragraph"].isascii() and re.fullmatch(
                "[1-9][0-9]{0,8}", fields["paragraph"]
            ):
                fields["paragraph"] = int(fields["paragraph"])
            else:
                self.unclear("paragraph")
                del fields["paragraph"]
        return Locator(self.place, **fields) if fields else None

    def unclear(self, part: str) -> None:
        """Report a cell that has no value of its part."""
        self._draft.skip("cells that are not understood", f"{part}: {self[part]}", self.place)


def listed(cell: str) -> list[str]:
    """The entries of a cell: between semicolons, or between commas if it has none.

    >>> listed("a, b"), listed("Amsel, A.; Bock, B."), listed("Amsel, A.;")
    (['a', 'b'], ['Amsel, A.', 'Bock, B.'], ['Amsel, A.'])
    """
    entries = cell.split(";" if ";" in cell else ",")
    return list(dict.fromkeys(entry.strip() for entry in entries if entry.strip()))


def joined(entries: tuple[str, ...]) -> str:
    """The entries as a cell that `listed` takes apart again.

    >>> joined(("a", "b")), joined(("Amsel, A.",))
    ('a; b', 'Amsel, A.;')
    """
    cell = "; ".join(entry.replace(";", ",") for entry in entries)
    return f"{cell};" if "," in cell and ";" not in cell else cell


def _is_whole(name: str) -> bool:
    return len(name) > 2 and name.startswith("{") and name.endswith("}")  # noqa: PLR2004  # two braces
