"""Premises that are defined where they are used, moved to the claims of their file.

An author may write `supported_by: [{noise: Cars are noisy.}]`: the entry is a claim with its id. It
becomes the id alone, and the claim one of those below `claims:`, which keeps the place where it was
written. Whatever reads the tree afterwards meets one form only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic, Location
from argmap.reading.claim_shape import WORDS
from argmap.reading.containers import PlacedMapping, PlacedSequence, put
from argmap.reading.slips_in_place import may_define, slip_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.reading.containers import Place

IN_CLAIMS = ("supported_by", "attacked_by")
IN_RELATIONS = ("premises", "undercut_by")
"""The keys of claims and of relations below which a premise may be defined."""


def is_id(before: str, key: str) -> bool:
    """Whether a key below another is the id of a claim: below `claims`, or where it is used.

    >>> is_id("claims", "noise"), is_id("supported_by", "noise"), is_id("supported_by", "weight")
    (True, True, False)
    """
    return before == "claims" or (before in (*IN_CLAIMS, *IN_RELATIONS) and key not in WORDS)


def _defines(entry: PlacedMapping) -> bool:
    """Whether an entry of a relation defines its premise: a mapping from one id to a claim."""
    return len(entry) == 1 and all(may_define(id_, claim) for id_, claim in entry.items())


@dataclass(slots=True)
class _Move:
    """The walk over a file that moves its premises to the claims."""

    path: str
    claims: PlacedMapping
    moved: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)
    waiting: list[tuple[PlacedMapping, tuple[str, ...]]] = field(default_factory=list)

    def walk(self) -> None:
        """Follow every relation, and the claims that are found on the way."""
        for mapping, keys in self.waiting:  # grows on the way: no recursion
            for key in keys:
                self._below(mapping, key)

    def _below(self, mapping: PlacedMapping, key: str) -> None:
        written = mapping.get(key)
        if isinstance(written, PlacedMapping):
            meant = [self._settled(part) for part in self._mended(written, key)]
            mapping[key] = meant[0] if len(meant) == 1 else _listed(meant, written)
        elif isinstance(written, PlacedSequence):
            entries = zip([*written], [*written.items_at], strict=True)
            written.clear()
            written.items_at.clear()
            for entry, place in entries:
                for part in self._mended(entry, key):
                    written.append(self._settled(part))
                    written.items_at.append(place)

    def _mended(self, entry: object, key: str) -> tuple[object, ...]:
        """The entries that are meant by one: itself, but for a slip, which is told."""
        if not isinstance(entry, PlacedMapping) or _defines(entry) or not entry:
            return (entry,)
        slip = slip_in(entry, key)
        if slip is None:
            return (entry,)
        self._complain(slip.place, slip.code, slip.message, slip.hint)
        return slip.meant

    def _settled(self, entry: object) -> object:
        """The entry as the shapes know it: an id in place of the claim that it defines."""
        if not isinstance(entry, PlacedMapping):
            return entry
        if _defines(entry):
            return self._define(entry, *next(iter(entry.items())))
        self.waiting.append((entry, IN_RELATIONS))
        return entry

    def _define(self, entry: PlacedMapping, id_: str, claim: Any) -> str:  # noqa: ANN401  # a tree
        place = entry.keys_at[id_]
        if isinstance(claim, PlacedMapping):
            self.waiting.append((claim, IN_CLAIMS))
        if id_ in self.claims:
            self._complain_of_second(id_, place)
        else:
            put(self.claims, id_, claim, place, entry.values_at[id_])
            self.moved = True
        return id_

    def _complain_of_second(self, id_: str, place: Place) -> None:
        line, column = self.claims.keys_at[id_]
        first = Location(self.path, line + 1, column + 1)
        self._complain(
            place,
            "AM306",
            f"the id `{id_}` is given twice; it is a claim already at {first}",
            f"write `{id_}` alone here if the same claim is meant; else give it another id",
        )

    def _complain(self, place: Place, code: str, message: str, hint: str) -> None:
        location = Location(self.path, place[0] + 1, place[1] + 1)
        self.diagnostics.append(Diagnostic(location, code, message, hint))


def _listed(entries: list[object], written: PlacedMapping) -> PlacedSequence:
    """The entries in a list, where the author wrote them as one mapping."""
    listed = PlacedSequence(written.place, is_flow=written.is_flow)
    listed += entries
    listed.items_at += [written.place] * len(entries)
    return listed


def move_premises(root: PlacedMapping, path: str) -> list[Diagnostic]:
    """Move every premise defined where it is used to the claims of the file; return the problems.

    Cost: linear.
    """
    claims = root.get("claims", PlacedMapping(root.place, is_flow=False))
    if not isinstance(claims, PlacedMapping):
        return []
    move = _Move(path, claims)
    move.waiting += ((claim, IN_CLAIMS) for claim in claims.values() if _is_mapping(claim))
    move.waiting += ((relation, IN_RELATIONS) for relation in _relations(root))
    move.walk()
    if move.moved:
        root["claims"] = claims
        root.keys_at.setdefault("claims", root.place)
        root.values_at.setdefault("claims", root.place)
    return move.diagnostics


def _is_mapping(value: object) -> bool:
    return isinstance(value, PlacedMapping)


def _relations(root: PlacedMapping) -> Iterator[PlacedMapping]:
    relations = root.get("relations")
    if isinstance(relations, PlacedSequence):
        yield from filter(_is_mapping, relations)
