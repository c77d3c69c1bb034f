"""The kinds of rows: claims, relations, and what only our own tables have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.stance_words import meaning_of

if TYPE_CHECKING:
    from argmap.formats.stance_words import Meaning
    from argmap.formats.tabular.cells import CellTable
    from argmap.formats.tabular.fields import Cells

_OWN_ROWS = frozenset({"source", "title", "question", "quote"})


def own_row(table: CellTable, row: Cells) -> str:
    """The kind of a row that only our own tables have, such as `source`; else empty."""
    kind = row["kind"]
    if kind not in _OWN_ROWS or "parent" in table.columns or "text" not in table.columns:
        return ""
    return kind


def is_relation_row(table: CellTable, row: Cells) -> bool:
    """Whether a row is a relation: it has a premise and a target."""
    return bool(row["from"] and row["to"]) and not own_row(table, row)


def meaning(row: Cells) -> tuple[Meaning | None, str]:
    """The relation that a row means, and the word for it."""
    for part in ("stance", "kind"):
        if row[part] and (word := meaning_of(row[part])) is not None:
            return word, row[part]
    return None, row["stance"] or row["kind"]


def parent_of(table: CellTable, row: Cells) -> str:
    """The cell that names what the claim of a row is for or against, with its lines."""
    if "parent" in table.columns:
        return row.lines("parent")
    return row.lines("to") if "from" not in table.columns else ""


def is_for_topic(table: CellTable, row: Cells) -> bool:
    """Whether the claim of a row is for or against its topic, as it names no other claim.

    Where rows can name another claim, one that does not is for or against its topic only if it
    says which.
    """
    if not row["topic"] or parent_of(table, row):
        return False
    has_parents = "parent" in table.columns or "to" in table.columns
    kind, _ = meaning(row)
    return ("stance" in table.columns and not has_parents) or kind not in (None, "none")
