"""Converters of values as authors write them to values as the shapes need them.

Numbers come as text, because YAML's own rules would make `no` false and `1_0` ten; short forms,
such as a claim that is only its text, are written out.
"""

from __future__ import annotations

import re
from math import isfinite
from pathlib import PurePosixPath, PureWindowsPath

from pydantic_core import PydanticCustomError

from argmap.model.claim import Mode
from argmap.model.drafts import DRAFT
from argmap.reading.scalars import Plain
from argmap.reading.slugs import slug

NUMBER_LIMIT = 32
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{1,2}){0,2}")
_PADDED = re.compile(r"[-+]?0[0-9]|\+")
_NOT_FINITE = frozenset({".inf", "-.inf", "+.inf", ".nan"})


def _refuse_length(value: str) -> None:
    if len(value) > NUMBER_LIMIT:
        raise PydanticCustomError("number_too_long", "a number of too many characters")


def number(value: object) -> float:
    """A finite number written without quotes."""
    if type(value) is Plain:
        _refuse_length(value)
        if _FLOAT.fullmatch(value):
            return float(value) + 0.0  # the sum makes -0.0 an ordinary zero
        if value.lower() in _NOT_FINITE:
            raise PydanticCustomError("not_finite", "not a finite number")
    raise PydanticCustomError("number_type", "not a number")


def whole_number(value: object) -> int:
    """A whole number written without quotes."""
    if type(value) is Plain and _INTEGER.fullmatch(value):
        _refuse_length(value)
        return int(value)
    raise PydanticCustomError("integer_type", "not a whole number")


def grant(value: object) -> bool | str:
    """`true` or `false`, written without quotes, or the word `pending`."""
    if type(value) is Plain and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if value == "pending":
        return "pending"
    raise PydanticCustomError("grant_type", "neither true nor false nor pending")


def as_list(value: object) -> object:
    """A list as it is; any other value as a list of itself."""
    return value if isinstance(value, list) else [value]


def as_claim(value: object) -> object:
    """The short form of a claim, its text alone, as a mapping."""
    return {"text": value} if isinstance(value, str) else value


def as_entry(value: object) -> object:
    """The short form of a relation, one premise, as a mapping."""
    if isinstance(value, str):
        return {"premises": [value]}
    if isinstance(value, list):
        raise PydanticCustomError("bare_list", "a list inside a list")
    return value


def mode_or_draft(value: object) -> object:
    """The mode of a claim, or the word that marks a draft."""
    if isinstance(value, str) and value == DRAFT:
        return DRAFT
    words = [mode.value for mode in Mode]
    if value not in words:
        expected = ", ".join((*words, DRAFT))
        raise PydanticCustomError("enum", "no mode", {"expected": expected})
    return Mode(str(value))


def as_author(value: object) -> object:
    """The short form of an author, a name alone, as a mapping."""
    return {"name": value} if isinstance(value, str) else value


def as_target(value: object) -> object:
    """The short form of a relation at its premise, the target alone, as a mapping."""
    return {"target": value} if isinstance(value, str) else value


def as_source(value: object) -> object:
    """A source's id alone as a mapping; without one, an id is made of the key that it cites."""
    if isinstance(value, dict) and "id" not in value and isinstance(value.get("cite"), str):
        made_id = slug(value["cite"])
        return {**value, "id": made_id} if made_id else value
    return {"id": value} if isinstance(value, str) else value


def as_expectations(value: object) -> object:
    """The short form of expectations, a mapping from claim to status, as a list."""
    if isinstance(value, dict):
        return [{"claim": claim, "is": expected} for claim, expected in value.items()]
    return value


def day(value: str) -> str:
    """A day, a month or a year in digits, the year first."""
    if _DAY.fullmatch(value) is None:
        raise PydanticCustomError("not_a_day", "no day")
    return value


def as_data(value: object) -> object:
    """A mapping of the author's own as JSON has it; any other value as it is.

    Recursion is safe here, as the depth of a file is limited.
    """
    return _as_json(value) if isinstance(value, dict) else value


def _as_json(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_json(inner) for inner in value]
    return _scalar(value) if type(value) is Plain else value


def _scalar(value: Plain) -> str | float | bool:
    """The number or truth that a scalar without quotes names, else its text.

    A number that JSON cannot have, such as `0x1F`, or that would lose its zeros, stays text.
    """
    if value.lower() in ("true", "false"):
        return value.lower() == "true"
    if len(value) <= NUMBER_LIMIT and not _PADDED.match(value):
        if _INTEGER.fullmatch(value):
            return int(value)
        if _FLOAT.fullmatch(value) and isfinite(float(value)):
            return float(value)
    return str(value)


def document_path(value: str) -> str:
    """A path that stays inside the folder of documents on every operating system."""
    windows, posix = PureWindowsPath(value), PurePosixPath(value)
    if windows.anchor or windows.drive or posix.is_absolute() or ".." in windows.parts:
        raise PydanticCustomError("path_leaves", "a path that leaves the folder")
    return value


def documents_folder(value: str) -> str:
    """A folder given relative to the claim files, so that the map can move with its documents."""
    windows = PureWindowsPath(value)
    if windows.anchor or windows.drive or PurePosixPath(value).is_absolute():
        raise PydanticCustomError("path_absolute", "a path from the root")
    return value
