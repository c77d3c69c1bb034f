"""Stances that a command line names: by their ids in the map, or by files beside it."""

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
from argmap.reading.map_names import STDIN, exists
from argmap.reading.reader import read

if TYPE_CHECKING:
    import click

    from argmap.diagnostics import Location
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance
    from argmap.pipeline import Checked


def map_and_stance(ctx: click.Context, place: str, word: str | None) -> tuple[Checked, Stance]:
    """The map, and the stance that a word names; NO_STANCE without a word.

    Raises:
        UsageError: no stance and no file has that name, or the file has several stances.
    """
    if word is None:
        return options.sound_map(ctx, place), NO_STANCE
    checked, stances = map_and_stances(ctx, place, (word,))
    if len(stances) != 1:
        names = ", ".join(f"`{stance.id}`" for stance in stances)
        raise UsageError(f"{word} holds {len(stances)} stances ({names}); name a file with one")
    return checked, stances[0]


def map_and_stances(
    ctx: click.Context, place: str, words: tuple[str, ...]
) -> tuple[Checked, list[Stance]]:
    """The map together with the stances that these words name, in their order.

    A word is the id of a stance in the map, a file of stances, a folder of such files, or a CSV
    table with the verdicts of readers.

    Raises:
        UsageError: no stance and no file has that name.
    """
    if "" in words:
        raise UsageError("an empty word names no stance")
    paths = {word: Path(word) for word in words if options.is_path(word)}
    beside = tuple(
        path
        for path in paths.values()
        if path.suffix.lower() != SUFFIX or os.path.isdir(path)  # noqa: PTH112  # Path.is_dir fails on very long names
    )
    checked = options.sound_map(ctx, place, beside)
    stances: list[Stance] = []
    for word in words:
        path = paths.get(word)
        if path is None:
            stances.append(_of_map(checked.map, word))
        elif path in beside:
            stances += _of_files(checked.map, shown(path))
        else:
            find_claim = partial(known_claim, checked.map, checked.reading.outline)
            stances += read_ballots(path, checked.map.claims, find_claim)
    return checked, stances


def map_last(words: tuple[str, ...], named_map: str | None) -> tuple[str, tuple[str, ...]]:
    """The path of the map, and the words for stances: a last word that names a map is the map.

    Else a first word that names one is. Without another word all stances of that map are meant.

    Raises:
        UsageError: the map has no stances.
    """
    if named_map is None and options.is_path(words[-1]) and _holds_claims(words[-1]):
        place, stances = words[-1], words[:-1] or tuple(read(words[-1]).map.stances)
        if not stances:
            raise UsageError(
                f"{place} holds no stances to compare; write `stances:` and below it, indented, an "
                "id, or name a file of stances"
            )
        return place, stances
    first, *others = words
    if named_map is None and others and options.is_path(first) and _holds_claims(first):
        return first, tuple(others)
    return options.map_place(None, named_map), words


def _holds_claims(word: str) -> bool:
    """Whether a folder with claims is at a path, or a file of claims that can be the map.

    Where there is another map, a file with claims and stances is one of stances, with claims too
    many.
    """
    path = Path(word)
    if not word or word == STDIN or path.suffix.lower() == SUFFIX or not exists(path):
        return False
    here = read(word).map
    is_named = path.is_dir() or not here.stances or not exists(Path(options.DEFAULT_MAP))
    return is_named and bool(here.claims)


def known_claim(argument_map: ArgumentMap, outline: Outline, word: str) -> str | None:
    """The id of the claim with this id or number, or None."""
    return word if word in argument_map.claims else outline.claim_of(word)


def _of_map(argument_map: ArgumentMap, word: str) -> Stance:
    if word not in argument_map.stances:
        known = ", ".join(f"`{id_}`" for id_ in argument_map.stances) or "none"
        hint = did_you_mean(word, argument_map.stances) or f"the map has {known}"
        raise UsageError(f"there is no stance `{word}`, and no such file; {hint}")
    return argument_map.stances[word]


def _of_files(argument_map: ArgumentMap, name: str) -> list[Stance]:
    """The stances that were read from this file, or from the files of this folder."""
    stances = [
        stance
        for stance in argument_map.stances.values()
        if (location := stance.location) is not None
        and name in (location.path, _folder_of(location))
    ]
    if not stances:
        raise UsageError(f"{name} holds no stance; write `stances:` and below it, indented, an id")
    return stances


def _folder_of(location: Location) -> str:
    return location.path.rpartition("/")[0]
