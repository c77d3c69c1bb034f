"""The common base of all findings: as a dictionary, as rows of a table, as one line of text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, TypeAlias

_LONGEST = 99
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})

Parts: TypeAlias = Callable[[object], Mapping[str, Any] | None]
"""A function that gives the fields of a record by name, or None for any other value."""


class Finding(ABC):
    """An answer about a map: a frozen dataclass, whose fields its own docstring describes."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The fields by name, as dictionaries, lists, texts and numbers that JSON can hold.

        Maps and places in files are left out; a relation or scheme appears by its id. The option
        `--json` of the command line gives the same facts under the keys that the manual promises.
        """
        named: dict[str, Any] = plain(self)
        return named

    @abstractmethod
    def rows(self) -> list[dict[str, Any]]:
        """The finding as a table, for `pandas.DataFrame(finding.rows())` and the like.

        Every row has the same keys; a cell holds a text, a number, a truth value, a tuple of ids,
        or None.
        """

    @abstractmethod
    def _summary(self) -> str:
        """The finding in a few words, without its name."""

    def __repr__(self) -> str:
        text = f"<{type(self).__name__}: {self._summary()}>"
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2]}…>"


def row(record: object = None, /, **cells: object) -> dict[str, Any]:
    """A row of a table: these cells, then the fields of the record; enum members become texts.

    >>> from argmap.model.relation import Kind
    >>> from argmap.model.stance import Stance
    >>> row(relation="r", kind=Kind.SUPPORTS)
    {'relation': 'r', 'kind': 'supports'}
    >>> list(row(Stance("me"), reader=1))
    ['reader', 'id', 'name', 'reject', 'accept', 'credences', 'doubted']
    """
    named = {**cells, **(parts_of(record) or {})}
    return {key: cell.value if isinstance(cell, Enum) else cell for key, cell in named.items()}


def counted(number: int, thing: str) -> str:
    """A number with a noun, in the plural if the number is not 1.

    >>> counted(1, "claim"), counted(0, "claim")
    ('1 claim', '0 claims')
    """
    return f"{number} {thing}{'' if number == 1 else 's'}"


def parts_of(value: object) -> Mapping[str, Any] | None:
    """The fields of a dataclass or named tuple, without maps and places in files.

    >>> from argmap.model.stance import Stance
    >>> list(parts_of(Stance("me")) or ())
    ['id', 'name', 'reject', 'accept', 'credences', 'doubted']
    """
    if is_dataclass(value):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
    elif isinstance(value, tuple) and hasattr(value, "_asdict"):
        parts = value._asdict()
    else:
        return None
    from argmap.model.argument_map import ArgumentMap  # noqa: PLC0415  # a corpus does without

    return {
        name: part
        for name, part in parts.items()
        if name != "location" and not isinstance(part, ArgumentMap)
    }


def plain(value: object, parts: Parts = parts_of) -> Any:  # noqa: ANN401  # as JSON has it
    """A value as dictionaries, lists, texts and numbers; `parts` gives the fields of a record.

    Sets become sorted lists. The function calls itself no deeper than the types of findings are
    nested, however large the map is.

    >>> plain((frozenset({"b", "a"}), 1))
    [['a', 'b'], 1]
    """
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, Enum):
        return value.value
    from argmap.model.relation import Relation  # noqa: PLC0415  # a corpus does without
    from argmap.model.scheme import Scheme  # noqa: PLC0415

    if isinstance(value, Relation | Scheme):
        return value.id
    named = parts(value)
    if named is None and isinstance(value, Mapping):
        named = value
    if named is not None:
        return {str(plain(key)): plain(part, parts) for key, part in named.items()}
    if isinstance(value, AbstractSet):
        value = sorted(value)
    if isinstance(value, tuple | list):
        return [plain(part, parts) for part in value]
    return value
