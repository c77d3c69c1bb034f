"""The keys of an argument of Carneades: its premises, what hits it, and what is said of it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_AROUND_SIGNS = re.compile(r"\s*([(),])\s*")
_READ = frozenset(
    {"conclusion", "exceptions", "meta", "note", "premises", "undercutter", "weight", "weigth"}
)
NOT_READ = ("assumptions", "conclusions")
"""Keys that schemes have, and that would change the meaning of an argument."""


class Argument(NamedTuple):
    """An argument; its exceptions undercut it as its undercutter does."""

    id: str
    scheme: str
    premises: list[str]
    conclusion: str
    undercutters: list[str]
    fields: dict[str, Any]


def argument_of(id_: str, data: dict[Any, Any]) -> Argument:
    """The argument in a mapping; keys that are not known are kept as data of its own."""
    roles = data["premises"] if isinstance(data.get("premises"), dict) else {}
    meta = {key: each for key, each in data.items() if key not in {*_READ, *NOT_READ}}
    if roles:
        meta["roles"] = {str(role): str(each) for role, each in roles.items()}
    own = data.get("meta")
    meta |= own if isinstance(own, dict) else {"meta": own} if own else {}
    note = data.get("note")
    undercutters = [*list_of(data.get("undercutter")), *list_of(data.get("exceptions"))]
    return Argument(
        id_,
        str(data.get("scheme") or ""),
        [statement_id(each) for each in list_of(data.get("premises"))],
        statement_id(data.get("conclusion", "")),
        list(dict.fromkeys(statement_id(each) for each in undercutters)),
        {"meta": meta, **({"note": str(note)} if note else {})},
    )


def statement_id(value: object) -> str:
    """An id as Carneades compares it: without white space around the signs of a term.

    >>> statement_id("father(sally, joe)")
    'father(sally,joe)'
    """
    return _AROUND_SIGNS.sub(r"\1", str(value).strip())


def list_of(value: object) -> list[Any]:
    """A list, the values of a mapping, or a value by itself as a list; an empty one for none."""
    if value is None or value == "":
        return []
    if isinstance(value, dict):
        return [*value.values()]
    return list(value) if isinstance(value, list) else [value]
