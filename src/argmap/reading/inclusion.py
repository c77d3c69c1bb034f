"""The maps in files of other formats that claim files name under `include`."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.model.setting_apart import with_drafts
from argmap.nearest import did_you_mean
from argmap.reading.discovery import identity
from argmap.reading.map_names import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.scheme import Scheme
    from argmap.model.source import Source
    from argmap.reading.containers import Loc
    from argmap.reading.declared_ids import Names
    from argmap.reading.places import PlacedFile
    from argmap.reading.reach import Included, Includer


class Inclusions:
    """The maps that claim files include, each once, with all problems of them.

    Of such a map claims, relations, restatements, sources and schemes are taken; what concerns it
    as a map of its own (title, main claims, slides, stances, expectations) is left aside.
    """

    def __init__(self, files: Iterable[PlacedFile], include: Includer | None) -> None:
        self.maps: list[ArgumentMap] = []
        self._drafts: set[str] = set()
        self.diagnostics: list[Diagnostic] = []
        self.texts: dict[str, str] = {}
        seen: set[str] = set()
        if include is None:
            return
        for file in files:
            for index, path in enumerate(file.shape.include):
                place = identity(Path(file.path).parent / path)
                if place not in seen:
                    seen.add(place)
                    self._add(include(file.path, path), path, file, ("include", index))

    def _add(self, included: Included | None, path: str, file: PlacedFile, loc: Loc) -> None:
        if included is None:
            self.diagnostics.append(_no_file(path, file, loc))
            return
        self.maps.append(with_drafts(included.map))
        self._drafts.update(included.map.drafts)
        self.diagnostics += included.diagnostics
        self.texts |= included.texts

    def declare(self, names: Names) -> None:
        """Enter the ids of all included parts; those that are given twice are reported."""
        for each in self.maps:
            for kind, parts in (
                ("source", each.sources),
                ("claim", each.claims),
                ("scheme", each.schemes),
            ):
                for id_, part in parts.items():
                    if part.location is None:
                        continue
                    names.declare(kind, id_, part.location)
                    if kind == "claim" and id_ in self._drafts:
                        names.drafts.setdefault(id_, part.location)
            for relation in each.relations.values():
                if relation.named:
                    names.declare("relation", relation.id, relation.location)

    def claims(self, names: Names) -> Iterator[Claim]:
        """The included claims."""
        for each in self.maps:
            for claim in each.claims.values():
                if names.is_first("claim", claim.id, claim.location):
                    yield claim

    def sources(self, names: Names) -> Iterator[Source]:
        """The included sources."""
        for each in self.maps:
            for source in each.sources.values():
                if names.is_first("source", source.id, source.location):
                    yield source

    def schemes(self, names: Names) -> Iterator[Scheme]:
        """The included schemes."""
        for each in self.maps:
            for scheme in each.schemes.values():
                place = scheme.location
                if place is not None and names.is_first("scheme", scheme.id, place):
                    yield scheme

    def relations(self, names: Names) -> Iterator[Relation]:
        """The included relations."""
        for each in self.maps:
            for relation in each.relations.values():
                if not relation.named or names.is_first("relation", relation.id, relation.location):
                    yield relation

    def restated(self) -> Iterator[tuple[str, ...]]:
        """The included classes of claims that say the same."""
        for each in self.maps:
            yield from sorted(set(each.classes.values()))


def _no_file(path: str, file: PlacedFile, loc: Loc) -> Diagnostic:
    place = Path(file.path).parent / path
    message = f"there is no file `{path}` seen from this file"
    hint = "write its path as it is seen from the folder of this file, such as `old-map.argdown`"
    with suppress(OSError, ValueError):
        if place.is_dir():
            message = f"`{path}` is a folder; `include` reads files of other formats"
            hint = f"write `map: {{uses: {path}}}` to use the claims of a folder of claim files"
            return Diagnostic(file.at(*loc), "AM119", message, hint)
        if place.is_file() and place.suffix.lower() in SUFFIXES:
            message = f"`{path}` is a claim file; `include` reads files of other formats"
            hint = "put it into the folder of the map, or name its folder under `map: {uses: ...}`"
            return Diagnostic(file.at(*loc), "AM119", message, hint)
        near = did_you_mean(place.name, [each.name for each in place.parent.iterdir()])
        if near:
            name = near.split("`")[1]
            hint = f"did you mean `{(Path(path).parent / name).as_posix()}`?"
    return Diagnostic(file.at(*loc), "AM119", message, hint)
