"""Tables read as a map: rows of claims, rows of relations, and rows that are both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.formats.draft import Draft
from argmap.formats.exchange import Imported, nothing
from argmap.formats.tabular.fields import BESIDE_SOURCE, NO, YES, Cells, listed
from argmap.formats.tabular.kinds_of_rows import is_for_topic, is_relation_row, own_row
from argmap.formats.tabular.names import NamesOfClaims
from argmap.formats.tabular.refusals import unfit, without_kinds
from argmap.formats.tabular.steps import OF_STEPS, Steps
from argmap.model.claim import Mode
from argmap.reading.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.formats.foreign_file import ForeignFile
    from argmap.formats.tabular.cells import CellTable
    from argmap.model.source import Locator


class TableReader:
    """A map in the making from the tables of a file."""

    def __init__(self, format_: str, file: ForeignFile) -> None:
        self.file = file
        self.draft = Draft(format_, file.name)
        self.names = NamesOfClaims(self.draft)
        self.fields: dict[str, str] = {}
        self.main: list[str] = []
        self.quotes: dict[str, list[Locator]] = {}
        self._sources: dict[str, tuple[str, ...]] = {}
        self._first_rows: dict[str, Cells] = {}

    def imported(self, tables: Sequence[CellTable]) -> Imported:
        """The map of these tables; an error if none of them is one. Cost: linear."""
        fitting = [table for table in tables if table.fits]
        if not fitting:
            refused = nothing([unfit(self.file, tables)])
            return replace(refused, lost=self.draft.losses.all)
        for table in tables:
            for above in table.above:
                words = " ".join(filter(None, above.cells))
                self.draft.set_aside("rows above the headings", words, self.draft.at(above.line))
            if table.fits:
                problem = without_kinds(self.file, table)
                if problem is not None:
                    return nothing([problem])
            else:
                columns = ", ".join(filter(None, table.headings))
                example = f"{table.name}: {columns}" if table.name else columns
                self.draft.skip("tables that are no map", example, self.draft.at(table.line))
        rows = [
            (table, Cells(self.draft, table, row), row.line)
            for table in fitting
            for row in table.rows
        ]
        if not rows:
            columns = ", ".join(filter(None, fitting[0].headings))
            self.draft.skip("tables without a row", columns, self.draft.at(fitting[0].line))
        keys = self._claims(rows)
        steps = Steps(self.draft, self.names, self.quotes, self.citation)
        for (table, row, line), key in zip(rows, keys, strict=True):
            steps.take(table, row, line, key)
        self._add_quotes()
        main = tuple(id_ for key in self.main if (id_ := self.draft.new_id(key)))
        return self.draft.imported(main=main, **self.fields)

    def _claims(self, rows: Sequence[tuple[CellTable, Cells, int]]) -> list[str | None]:
        """Add all sources, then all claims; the key of the claim in each row."""
        for table, row, _ in rows:
            if is_relation_row(table, row):
                self.names.ends.update(filter(None, (row["from"], row["to"])))
                if row["id"]:
                    self.names.steps.add(row["id"])
            elif own_row(table, row) == "source" and row["id"]:
                self.draft.source(row["id"], row["text"], row.place, **row.of_source())
        keys: list[str | None] = []
        above: str | None = None
        for table, row, line in rows:
            key = None
            if is_relation_row(table, row) or own_row(table, row):
                self._take_own(table, row)
            elif row["text"] or row["id"] or row["label"]:
                key = self._claim(row, line, table)
            elif row["pro"] or row["con"]:
                key = self.names.create(row["topic"], line) if row["topic"] else above
                others = row.filled_parts() - {"pro", "con", "topic"}
                row.set_aside("cells of rows without a claim", row.beside(others))
            else:
                self._incomplete(row)
            above = key or above
            keys.append(key)
        return keys

    def _incomplete(self, row: Cells) -> None:
        if row["from"] or row["to"]:
            example = row["from"] or row["to"]
            self.draft.skip("relations without a premise or a target", example, row.place)
        else:
            self.draft.skip("rows without a claim", "", row.place)

    def _take_own(self, table: CellTable, row: Cells) -> None:
        """Take a title, a question or a further quotation."""
        kind = own_row(table, row)
        if kind in ("title", "question"):
            if kind in self.fields:
                self.draft.set_aside(f"further rows of the kind {kind}", row["text"], row.place)
            self.fields.setdefault(kind, row["text"])
        elif kind == "quote" and (locator := row.locator()) is not None:
            self.quotes.setdefault(row["to"], []).append(locator)
        elif kind == "source" and not row["id"]:
            self.draft.skip("sources without an id", row["text"], row.place)

    def _claim(self, row: Cells, line: int, table: CellTable) -> str:
        """Add the claim of a row; the key under which it is known."""
        id_, text = row["id"], row["text"] or row["label"]
        if id_:
            self.names.has_ids = True
        key = id_ or self.names.of_text(text) or f"row {line}"
        if key in self.draft.claims:
            self._compare(key, row)
            if not id_ or not text:
                return key
        is_new = key not in self.draft.claims
        fields = row.of_claim()
        if "section" not in fields and row["topic"] and not is_for_topic(table, row):
            fields["section"] = row["topic"]
        fields |= self.citation(row)
        if "mode" not in fields and _is_reported(self.draft, fields):
            fields["mode"] = Mode.REPORTED
        unused = row.not_of(self.draft.sources.get(fields.get("source", "")))
        if "speaker" in fields and not row["speaker"]:
            unused.discard("author")
        self.draft.claim(key, text, row.place, meta=row.beside(unused) if is_new else {}, **fields)
        if is_new:
            self._first_rows[key] = row
            if not id_:
                self.draft.change(key, origin=None)
            self.names.learn(key, text, row["label"])
            self._note_main(key, row)
        return key

    def _note_main(self, key: str, row: Cells) -> None:
        word = slug(row["main"]) if row["main"] else "no"
        if word in YES:
            self.main.append(key)
        elif word not in NO:
            row.unclear("main")

    def _compare(self, key: str, row: Cells) -> None:
        """Report the cells of a row that say something new of a claim that has a row already."""
        parts = row.filled_parts() - OF_STEPS - {"id", "text"}
        known = self._first_rows[key].beside(parts) if key in self._first_rows else {}
        new = {name: cell for name, cell in row.beside(parts).items() if known.get(name) != cell}
        row.set_aside("cells of a claim that has another row before", new)

    def citation(self, row: Cells) -> dict[str, Any]:
        """The source of a row, which is made if it has no row of its own; else its speaker.

        An author without a source is who said it.
        """
        name, authors = row["source"], listed(row["author"])
        if not name:
            return {"speaker": ", ".join(authors)} if authors and not row["speaker"] else {}
        if name in self.draft.sources and name not in self._sources:
            return {"source": name}  # it has a row of its own
        key = name
        if self._sources.setdefault(name, tuple(authors)) != tuple(authors) and authors:
            key = f"{name} ({', '.join(authors)})"
        is_address = name.startswith(("http://", "https://"))
        fields: dict[str, Any] = {"url": name} if is_address else {}
        stated = row.of_source()
        fields |= {each: stated[each] for each in BESIDE_SOURCE.values() if each in stated}
        self.draft.source(key, name, row.place, **fields, **row.authors())
        self._sources.setdefault(key, tuple(authors))
        return {"source": key}

    def _add_quotes(self) -> None:
        """Give claims the further quotations that have rows of their own."""
        for key, locators in self.quotes.items():
            if key in self.draft.claims:
                claim = self.draft.claims[key]
                self.draft.change(key, locators=(*claim.locators, *locators))
            elif key not in self.names.steps:
                what = "quotations of a claim that is not there"
                self.draft.skip(what, f"{key}: {locators[0].quote}", locators[0].location)


def _is_reported(draft: Draft, fields: Mapping[str, Any]) -> bool:
    source = draft.sources.get(fields.get("source", ""))
    speaker = fields.get("speaker")
    return speaker is not None and source is not None and not source.is_by(speaker)
