"""The words for values of sources and their files that do not fit: names, paths and days."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import ErrorDetails

_NO = frozenset({"false", "no", "none", "never", "nein", "non"})


def _author_name(_error: ErrorDetails, name: str) -> tuple[str, str, str]:
    hint = (
        "write `{family: Reed, given: Ada}`, or for an institution `{literal: Harbour Institute}`"
    )
    return "AM209", f"`{name}` must be one name", hint


def _path_leaves(_error: ErrorDetails, name: str) -> tuple[str, str, str]:
    return (
        "AM210",
        f"`{name}` leads out of the folder of documents",
        "write the file's name, relative to the folder given by --documents",
    )


def _path_absolute(_error: ErrorDetails, name: str) -> tuple[str, str, str]:
    example = "`refs.bib` or `../refs.bib`" if "bibliography" in name else "`texts` or `../texts`"
    return (
        "AM210",
        f"`{name}` is a path from the root of the disk",
        f"write it as it is seen from the claim files, such as {example}",
    )


def _not_a_day(error: ErrorDetails, name: str) -> tuple[str, str, str]:
    hint = "write the year, or year, month and day, such as 2010-02-02"
    if str(error["input"]).casefold() in _NO:
        hint = "delete the line: a source counts as retracted from the day that is written here"
    return "AM202", f"`{name}` must be a day in digits, not `{error['input']}`", hint


WORDS_OF_SOURCES: dict[str, Callable[[ErrorDetails, str], tuple[str, str, str]]] = {
    "author_name": _author_name,
    "path_leaves": _path_leaves,
    "path_absolute": _path_absolute,
    "not_a_day": _not_a_day,
}
"""The code, message and hint for an error of validation, by its type, from it and the key."""
