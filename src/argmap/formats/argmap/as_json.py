"""A map as JSON: the tree of a claim file, whole and exact, for programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.editing.yaml_text import NO_SOURCE
from argmap.formats.argmap.tree import tree_of
from argmap.formats.carried import lost_by_our_own
from argmap.formats.exchange import NOT_UNDERSTOOD, Exported, Imported, Losses, nothing
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reach import ISOLATED

if TYPE_CHECKING:
    from argmap.formats.exchange import Loss, Wishes
    from argmap.formats.foreign_file import ForeignFile
    from argmap.model.argument_map import ArgumentMap

SCHEMA = "argmap.map/1"
_OUR_SCHEMA = re.compile(r'"schema"\s*:\s*"argmap\.map/1"')
_LATER = re.compile(r"argmap\.map/(?:[2-9]|[1-9][0-9]{1,3})")
# What YAML does not read as JSON does: pairs of escaped surrogates, tabs between values, `\/`.
_UNLIKE_YAML = re.compile(r"\\u[dD][89a-fA-F]|\t|\\/")


def fits(file: ForeignFile) -> bool:
    """Whether the JSON names our schema, or has claims as a claim file has."""
    tree = file.json
    if not isinstance(tree, dict):
        return False
    return (
        tree.get("schema") == SCHEMA
        or bool(_newer_schema(tree))
        or isinstance(tree.get("claims"), dict)
    )


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in a JSON file, with the diagnostics of claim files.

    Cost: linear.
    """
    del wishes
    # Slow to load, and of no use where a file turns out to be of another format.
    from argmap.reading.reader import read_files  # noqa: PLC0415

    [file] = files
    tree = file.json
    if newer := _newer_schema(tree):
        message = f"this file is of the format `{newer}`, written by a newer argmap"
        return nothing([Diagnostic(file.at(), "AM208", message, "read it with that version")])
    text = _again(tree) if _UNLIKE_YAML.search(file.text) else file.text
    text = _OUR_SCHEMA.sub('"argmap": 1', text, count=1)
    claim_files = ClaimFiles((ClaimFile(file.name, text),), ())
    parsed = read_files(claim_files, file.name, reach=ISOLATED)
    return Imported(parsed.map, _not_followed(tree, file), parsed.diagnostics)


def _not_followed(tree: object, file: ForeignFile) -> tuple[Loss, ...]:
    """The files and folders that the JSON names: it may be a stranger's, and reaches for none."""
    losses = Losses()
    whole = tree if isinstance(tree, dict) else {}
    block = whole.get("map")
    named = [("include", whole.get("include"))]
    named += [(key, block.get(key)) for key in ("uses", "bibliography") if isinstance(block, dict)]
    for key, value in named:
        for path in value if isinstance(value, list) else [value] if value else []:
            losses.add(
                "files and folders named in JSON", f"{key}: {path}", NOT_UNDERSTOOD, file.at()
            )
    return losses.all


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The whole map as JSON, the claims of other maps with it. Cost: linear."""
    del wishes
    tree = tree_of(argument_map)
    tree.pop("argmap")
    text = _again({"schema": SCHEMA, **tree}, allow_nan=False) + "\n"
    return Exported(text, lost_by_our_own(argument_map).all)


def _newer_schema(tree: object) -> str:
    """The schema of a later version of this format; empty if the JSON is of no such."""
    schema = tree.get("schema") if isinstance(tree, dict) else None
    is_later = isinstance(schema, str) and _LATER.fullmatch(schema) is not None
    return str(schema) if is_later else ""


def _again(tree: object, *, allow_nan: bool = True) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=1, default=_nothing, allow_nan=allow_nan)


def _nothing(value: object) -> None:
    if value is not NO_SOURCE:
        raise TypeError(f"{value!r} is no value of a map")
