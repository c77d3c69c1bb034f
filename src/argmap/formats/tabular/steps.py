"""The relations in the rows of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.stance_words import meaning_of
from argmap.formats.tabular.fields import BESIDE_SOURCE, LOCATOR
from argmap.formats.tabular.kinds_of_rows import (
    is_for_topic,
    is_relation_row,
    meaning,
    parent_of,
)
from argmap.formats.tabular.modes import default_mode
from argmap.formats.tabular.names import without_bullets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from argmap.formats.draft import Draft
    from argmap.formats.tabular.cells import CellTable
    from argmap.formats.tabular.fields import Cells
    from argmap.formats.tabular.names import NamesOfClaims
    from argmap.model.source import Locator

_FORWARD = ("supports", "attacks", "undercuts", "contradicts", "restates")
_BACKWARD = {"supported_by": "supports", "attacked_by": "attacks"}
_REASONS = {"pro": "supports", "con": "attacks"}
_DETAILS = frozenset({"force", "weight", "scheme", "rationale", "presses"})
_ENDS = frozenset({"from", "to", "parent", "topic", "stance", "kind"})
OF_STEPS = _ENDS | _DETAILS | {*_FORWARD, *_BACKWARD, *_REASONS}
"""The parts in the row of a claim that make its relations."""
_OF_RELATIONS = (
    {"from", "to", "id", "source", "author", "tags", "note", "mode"}
    | _DETAILS
    | {*LOCATOR}
    | {*BESIDE_SOURCE}
)


class Steps:
    """The relations of a map in the making, taken row by row when all claims are there.

    `quotes` are further quotations of relations by their ids, `citation` makes the source of a row.
    """

    def __init__(
        self,
        draft: Draft,
        names: NamesOfClaims,
        quotes: Mapping[str, list[Locator]],
        citation: Callable[[Cells], dict[str, Any]],
    ) -> None:
        self._draft = draft
        self._names = names
        self._quotes = quotes
        self._citation = citation
        self._used: set[str] = set()

    def take(self, table: CellTable, row: Cells, line: int, key: str | None) -> None:
        """Add the relations of a row; `key` is the claim in it."""
        if is_relation_row(table, row):
            self._between(row, line)
        elif key is not None:
            self._used = set()
            self._to_parent(table, row, line, key)
            self._to_listed(table, row, line, key)
            self._from_reasons(table, row, line, key)
            self._keep_unused(row, key)

    def _keep_unused(self, row: Cells, key: str) -> None:
        """Keep the cells that could have made a relation, and made none, as data of the claim."""
        claim = self._draft.claims[key]
        if claim.section == row["topic"]:
            self._used.add("topic")
        unused = row.under_headings((_ENDS | _DETAILS) - self._used)
        if not unused:
            return
        new = {name: cell for name, cell in unused.items() if claim.meta.get(name) != cell}
        clashing = {name: new.pop(name) for name in claim.meta if name in new}
        row.set_aside("cells of a claim that has another row before", clashing)
        self._draft.change(key, meta={**claim.meta, **new})

    def _between(self, row: Cells, line: int) -> None:
        """Add the relation of a row that names both its ends."""
        kind, word = meaning(row)
        premises = self._names.premises(row["from"], line)
        targets = self._names.targets(row["to"], line)
        if kind in ("supports", "attacks", "undercuts"):
            fields = self._fields(row) | {"old": row["id"]}
            for target in targets:
                self._relate(kind, premises, target, row, fields)
        elif kind in ("contradicts", "restates"):
            others = row.filled_parts() - {"from", "to"} - _words_for(kind, row)
            row.set_aside("cells beside contradictions and restatements", row.beside(others))
            for premise in premises:
                for target in targets:
                    self._equate(kind, premise, target, row)
        elif kind == "none":
            shown = f"{row['from']} {word} {row['to']}"
            self._draft.set_aside("pairs that no relation joins", shown, row.place)
        else:
            what = "relations of an unknown kind" if word else "relations without a kind"
            shown = f"{row['from']} {word or '?'} {row['to']}"
            self._draft.skip(what, shown, row.place)

    def _fields(self, row: Cells) -> dict[str, Any]:
        citation = self._citation(row)
        source = self._draft.sources.get(citation.get("source", ""))
        kind, _ = meaning(row)
        unused = row.filled_parts() - _OF_RELATIONS - _words_for(kind, row)
        unused |= row.not_of(source) - ({"author"} if "speaker" in citation else set())
        fields = row.of_step() | row.common() | {"meta": row.beside(unused)}
        if "source" in citation:
            fields["source"] = citation["source"]
        elif "speaker" in citation:
            self._draft.set_aside("authors of relations", citation["speaker"], row.place)
        if quotes := self._quotes.get(row["id"]):
            fields["locators"] = (*fields.get("locators", ()), *quotes)
        return fields

    def _to_parent(self, table: CellTable, row: Cells, line: int, key: str) -> None:
        """Add the relation of a claim to the one that its row names as its parent."""
        kind, word = meaning(row)
        creates = is_for_topic(table, row)
        cell = row["topic"] if creates else parent_of(table, row)
        self._used |= {"topic"} if creates else {"parent"}
        if not creates and "parent" not in table.columns and "from" not in table.columns:
            self._used.add("to")
        self._used |= _words_for("none", row)
        if not cell or self._names.is_nothing(" ".join(cell.split())):
            if kind not in (None, "none") and "from" not in table.columns:
                shown = f"{key}: {word}"
                self._draft.skip("stances that name no claim", shown, row.place)
                self._used |= _words_for(kind, row)
            return
        if kind is None:
            what = "stances that are not known" if word else "claims without a stance"
            shown = f"{key} to {' '.join(cell.split())}"
            self._draft.skip(what if word else f"links of {what}", word or shown, row.place)
            self._used.add("stance" if row["stance"] else "kind")
            return
        self._used |= _words_for(kind, row)
        if kind == "none":
            shown = f"{key}: {word}"
            self._draft.set_aside("links that are neither for nor against", shown, row.place)
        for target in self._names.targets(cell, line, creates=creates):
            if target != key:
                self._join(kind, key, target, row)

    def _to_listed(self, table: CellTable, row: Cells, line: int, key: str) -> None:
        """Add the relations of a claim to those that are listed beside it."""
        for part in _FORWARD:
            if part in table.columns and row[part]:
                for target in self._listed(row, part, line, between="\n;"):
                    self._join(part, key, target, row)
        for part, kind in _BACKWARD.items():
            if part in table.columns and row[part]:
                for premise in self._listed(row, part, line, between="\n;"):
                    self._join(kind, premise, key, row)

    def _from_reasons(self, table: CellTable, row: Cells, line: int, key: str) -> None:
        """Add the reasons for and against a claim that stand in columns of their own."""
        for part, kind in _REASONS.items():
            if part in table.columns and row[part]:
                for reason in self._listed(row, part, line, between="\n", creates=True):
                    self._join(kind, reason, key, row)

    def _listed(
        self, row: Cells, part: str, line: int, *, between: str, creates: bool = False
    ) -> list[str]:
        """The claims that a cell lists, each perhaps with a bullet before it."""
        cell = without_bullets(row.lines(part))
        return self._names.targets(cell, line, creates=creates, between=between)

    def _join(self, kind: str, premise: str, target: str, row: Cells) -> None:
        if kind in ("contradicts", "restates"):
            self._equate(kind, premise, target, row)
        elif kind != "none":
            self._relate(kind, [premise], target, row, row.of_step())

    def _equate(self, kind: str, first: str, second: str, row: Cells) -> None:
        add = self._draft.contradiction if kind == "contradicts" else self._draft.restate
        add(first, second, row.place)

    def _relate(
        self, kind: str, premises: list[str], target: str, row: Cells, fields: dict[str, Any]
    ) -> None:
        """Add a support, an attack or an undercut; a relation with an id keeps it as its name."""
        self._used |= _DETAILS
        if kind == "undercuts" and target in self._draft.claims:
            what = "undercuts of a claim in place of a relation"
            self._draft.skip(what, f"{' & '.join(premises)} undercuts {target}", row.place)
            return
        if "mode" not in fields:
            ends: Iterable[str] = (*premises, target)
            claims = [self._draft.claims[end] for end in ends if end in self._draft.claims]
            fields = fields | {"mode": default_mode(claims, fields.get("source"))}
        old = fields.get("old")
        if old and "~" not in old:
            fields = fields | {"like": old}
        self._draft.relation(kind, premises, target, row.place, **fields)


def _words_for(kind: str | None, row: Cells) -> set[str]:
    """The parts of a row that say that a relation is of this kind."""
    return {part for part in ("stance", "kind") if row[part] and meaning_of(row[part]) == kind}
