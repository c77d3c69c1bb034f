"""The kinds of rows: claims, relations, and what only our own tables have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.stance_words import meaning_of

if TYPE_CHECKING:
    from argmap.formats.stance_words import Meaning
    from argmap.formats.tabular.cells import Table
    from argmap.formats.tabular.fields import Cells

_OWN_ROWS = frozenset({"source", "title", "question", "quote"})


def own_row(table: Table, row: Cells) -> str:
    """The kind of a row that only our own tables have, such as `source`; else empty."""
    if not {"from", "to", "kind"} <= table.columns.keys() and "from" not in table.columns:
        kind = row["kind"].casefold() if {"kind", "text"} <= table.columns.keys() else ""
        return kind if kind in _OWN_ROWS and "parent" not in table.columns else ""
    kind = row["kind"].casefold()
    return kind if kind in _OWN_ROWS else ""


def is_relation_row(table: Table, row: Cells) -> bool:
    """Whether a row is a relation: it has a premise and a target."""
    if not {"from", "to"} <= table.columns.keys() or own_row(table, row):
        return False
    return bool(row["from"] and row["to"])


def meaning(row: Cells) -> tuple[Meaning | None, str]:
    """The relation that a row means, and the word for it."""
    for part in ("stance", "kind"):
        if row[part] and (word := meaning_of(row[part])) is not None:
            return word, row[part]
    return None, row["stance"] or row["kind"]
