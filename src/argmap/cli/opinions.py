"""Opinions on a command line: the claims and sources that its reader rejects and accepts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.analysis.labels.rejected_sources import (
    retracted_sources,
    source_in,
    without_sources,
)
from argmap.cli import options
from argmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance


@dataclass(frozen=True, slots=True)
class Opinions:
    """The words of the options `--stance`, `--reject`, `--accept` and `--retracted`."""

    stance: str | None = None
    reject: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    retracted: bool = False

    def reader(
        self, argument_map: ArgumentMap, base: Stance, find: Callable[[str], str]
    ) -> tuple[Stance, frozenset[str]]:
        """The stance `base` with these opinions, and the sources rejected; `find` finds claims.

        Raises:
            UsageError: there is no such claim or source, or a source is to be accepted.
        """
        sources = retracted_sources(argument_map) if self.retracted else frozenset()
        if self.retracted and not sources:
            options.remark("no source of this map has `retracted: DATE`")
        rejected = set()
        for word in self.reject:
            source = source_in(argument_map, word)
            if source is not None:
                sources |= {source}
            else:
                rejected.add(_claim(argument_map, word, find))
        accepted = {self._accepted(argument_map, word, find) for word in self.accept}
        reader = replace(base, reject=base.reject | rejected, accept=base.accept | accepted)
        return (without_sources(argument_map, reader, sources) if sources else reader), sources

    @staticmethod
    def _accepted(argument_map: ArgumentMap, word: str, find: Callable[[str], str]) -> str:
        source = source_in(argument_map, word)
        if source is not None:
            raise UsageError(
                f"a source cannot be accepted as a whole: accept claims of `{source}` by their ids"
            )
        return find(word)


def _claim(argument_map: ArgumentMap, word: str, find: Callable[[str], str]) -> str:
    """The claim that a word names, or a hint where it names a source instead."""
    try:
        return find(word)
    except UsageError as error:
        if word not in argument_map.sources:
            raise
        raise UsageError(
            f"`{word}` is a source and no claim; `--reject source:{word}` rejects all claims that "
            "only it makes"
        ) from error
