"""Stances as a command line names them: one of the map's, or a file of stances beside it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli import options
from argmap.errors import UsageError
from argmap.model.stance import NO_STANCE
from argmap.nearest import did_you_mean
from argmap.reading.ballots import SUFFIX, read_ballots
from argmap.reading.discovery import shown

if TYPE_CHECKING:
    import click

    from argmap.diagnostics import Location
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance
    from argmap.pipeline import Checked


def map_and_stance(ctx: click.Context, place: str, word: str | None) -> tuple[Checked, Stance]:
    """The map, and the one stance that a word names; without a word none at all.

    Raises:
        UsageError: nothing has that name, or the file holds several stances.
    """
    if word is None:
        return options.sound_map(ctx, place), NO_STANCE
    checked, found = map_and_stances(ctx, place, (word,))
    if len(found) != 1:
        names = ", ".join(f"`{one.id}`" for one in found)
        raise UsageError(f"{word} holds {len(found)} stances ({names}); name a file with one")
    return checked, found[0]


def map_and_stances(
    ctx: click.Context, place: str, words: tuple[str, ...]
) -> tuple[Checked, list[Stance]]:
    """The map together with the stances that these words name, in their order.

    A word is the id of a stance of the map, a file of stances or a folder of such files, or a
    table of what readers say.

    Raises:
        UsageError: nothing has that name.
    """
    if "" in words:
        raise UsageError("an empty word names no stance")
    paths = {word: Path(word) for word in words if options.is_path(word)}
    beside = tuple(
        path
        for path in paths.values()
        if path.suffix.lower() != SUFFIX or os.path.isdir(path)  # noqa: PTH112  # no name is too long for it
    )
    checked = options.sound_map(ctx, place, beside)
    found: list[Stance] = []
    for word in words:
        path = paths.get(word)
        if path is None:
            found.append(_of_map(checked.map, word))
        elif path in beside:
            found += _of_files(checked.map, shown(path))
        else:
            find_claim = partial(known_claim, checked.map, checked.reading.outline)
            found += read_ballots(path, checked.map.claims, find_claim)
    return checked, found


def known_claim(argument_map: ArgumentMap, outline: Outline, word: str) -> str | None:
    """The claim with this id or number, if there is one."""
    return word if word in argument_map.claims else outline.claim_of(word)


def _of_map(argument_map: ArgumentMap, word: str) -> Stance:
    if word not in argument_map.stances:
        known = ", ".join(f"`{one}`" for one in argument_map.stances) or "none"
        hint = did_you_mean(word, argument_map.stances) or f"the map has {known}"
        raise UsageError(f"there is no stance `{word}`, and no such file; {hint}")
    return argument_map.stances[word]


def _of_files(argument_map: ArgumentMap, name: str) -> list[Stance]:
    """The stances of the map that stand in this file, or in the files of this folder."""
    found = [
        one
        for one in argument_map.stances.values()
        if one.location is not None and name in (one.location.path, _folder_of(one.location))
    ]
    if not found:
        raise UsageError(f"{name} holds no stance; write `stances:` and below it, indented, an id")
    return found


def _folder_of(location: Location) -> str:
    return location.path.rpartition("/")[0]
