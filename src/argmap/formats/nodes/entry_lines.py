"""A claim file as JSON with each entry on a line of its own: the line of a problem tells it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.editing.tree_values import Tree

Owner = tuple[str, str]
"""The section of an entry and its name there, in a list its id or number; no name: the section."""


@dataclass(frozen=True, slots=True)
class EntryLines:
    """The text of a claim file, and the entry that stands on each line of it."""

    text: str
    owners: tuple[Owner | None, ...]

    def owner(self, line: int) -> Owner | None:
        """The entry on a line, counted from 1; None outside all entries."""
        return self.owners[line - 1] if 0 < line <= len(self.owners) else None


def entry_lines(tree: Tree) -> EntryLines:
    """The tree, an entry a line."""
    lines: list[str] = []
    owners: list[Owner | None] = []
    comma = "{"
    for section, value in tree.items():
        is_list = isinstance(value, list)
        if not value or not isinstance(value, list | dict):
            lines.append(f"{comma}{_json(section)}: {_json(value)}")
            owners.append((section, ""))
            comma = ","
            continue
        lines.append(f"{comma}{_json(section)}: {'[' if is_list else '{'}")
        owners.append((section, ""))
        comma = " "
        for name, entry in value.items() if isinstance(value, dict) else enumerate(value):
            lines.append(f"{comma}{_json(entry) if is_list else f'{_json(name)}: {_json(entry)}'}")
            has_id = is_list and isinstance(entry, dict) and "id" in entry
            owners.append((section, str(entry["id"] if has_id else name)))
            comma = ","
        comma = "]," if is_list else "},"
    lines.append(f"{comma.removesuffix(',')}}}" if lines else "{}")
    owners.append(None)
    return EntryLines("\n".join(lines), tuple(owners))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=lambda _: None)
