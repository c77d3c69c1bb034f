"""Differences between two versions of a map as the rows of one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.versions.differences import Changes


def change_rows(kind: str, things: Mapping[str, Changes]) -> list[dict[str, Any]]:
    """The rows for the changes of claims, relations or entries of a list: one for each field.

    >>> from argmap.analysis.versions.differences import Change
    >>> change_rows("claim", {"a": {"text": Change("A", "B")}})[0]["now"]
    'B'
    """
    return [
        row(kind=kind, id=id_, change=part, before=change.before, now=change.now)
        for id_, changes in things.items()
        for part, change in changes.items()
    ]


def edit_rows(kind: str, edits: Mapping[str, Iterable[str]]) -> list[dict[str, Any]]:
    """The rows for claims, relations or entries of a list that were added or removed.

    >>> edit_rows("claim", {"added": ["a"]})
    [{'kind': 'claim', 'id': 'a', 'change': 'added', 'before': '', 'now': ''}]
    """
    return [
        row(kind=kind, id=id_, change=edit, before="", now="")
        for edit, ids in edits.items()
        for id_ in ids
    ]
