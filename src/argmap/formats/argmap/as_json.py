"""A map as JSON: the tree of a claim file, whole and exact, for programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from argmap.formats.argmap.tree import tree_of
from argmap.formats.carried import lost_by_our_own
from argmap.formats.citing import NO_SOURCE
from argmap.formats.exchange import Exported, Imported, nothing
from argmap.formats.foreign_file import NOT_JSON
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files

if TYPE_CHECKING:
    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile
    from argmap.model.argument_map import ArgumentMap

SCHEMA = "argmap.map/1"
_OUR_SCHEMA = re.compile(r'"schema"\s*:\s*"argmap\.map/1"')
# What YAML does not read as JSON does: pairs of escaped surrogates, tabs between values, `\/`.
_UNLIKE_YAML = re.compile(r"\\u[dD][89a-fA-F]|\t|\\/")


def fits(file: ForeignFile) -> bool:
    """Whether the JSON names our schema, or has claims as a claim file has."""
    tree = file.json
    if not isinstance(tree, dict):
        return False
    return tree.get("schema") == SCHEMA or isinstance(tree.get("claims"), dict)


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in a JSON file, with the diagnostics of claim files.

    Cost: linear.
    """
    del wishes
    [file] = files
    tree = file.json
    if tree is NOT_JSON:
        return nothing([file.broken_json()])
    text = _again(tree) if _UNLIKE_YAML.search(file.text) else file.text
    text = _OUR_SCHEMA.sub('"argmap": 1', text, count=1)
    parsed = read_files(ClaimFiles((ClaimFile(file.name, text),), ()), file.name)
    return Imported(parsed.map, (), parsed.diagnostics)


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The whole map as JSON, the claims of other maps with it. Cost: linear."""
    del wishes
    tree = tree_of(argument_map)
    tree.pop("argmap")
    text = _again({"schema": SCHEMA, **tree}) + "\n"
    return Exported(text, lost_by_our_own(argument_map).all)


def _again(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=1, default=_nothing)


def _nothing(value: object) -> None:
    if value is not NO_SOURCE:
        raise TypeError(f"{value!r} is no value of a map")
