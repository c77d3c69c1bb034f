"""The ids of a map: every one that is declared, and whether a reference names one of them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.model.scheme import BUILT_IN
from argmap.nearest import did_you_mean
from argmap.reading.citations import is_reference
from argmap.reading.shape import ID_PATTERN

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.reading.places import Loc, PlacedFile
    from argmap.reading.shape import EntryShape

_ID = re.compile(ID_PATTERN)
_ID_HINT = "small letters, digits, `.`, `_` and `-`, beginning with a letter or digit, 64 at most"
_UNKNOWN = {"claim": "AM301", "relation": "AM302", "source": "AM303", "scheme": "AM304"}
_SHARED = {"relation": "claim"}
_SUGGESTIONS = 50


class Names:
    """The ids declared in a map, by kind; claims and relations share one space of ids.

    `lost` holds ids of what is there but could not be understood: a reference to one is no
    problem of its own.
    """

    def __init__(self, lost: frozenset[str]) -> None:
        self.lost = set(lost)
        self.diagnostics: list[Diagnostic] = []
        self._declared: dict[str, dict[str, tuple[str, Location]]] = {}
        self._folded: dict[str, dict[str, tuple[str, Location]]] = {}
        self._suggested = 0

    def declare(self, kind: str, name: str, location: Location) -> bool:
        """Take an id in; false, with a diagnostic, if it is not well formed or not the first."""
        space = _SHARED.get(kind, kind)
        declared = self._declared.setdefault(space, {})
        folded = self._folded.setdefault(space, {})
        fold = unicodedata.normalize("NFKC", name).casefold()
        other = folded.get(fold)
        folded.setdefault(fold, (name, location))
        if _ID.fullmatch(name) is None:
            self.lost.add(name)
            self._complain_of_form(name, location, other)
            return False
        if name in declared:
            first_kind, first = declared[name]
            self._complain(
                location,
                "AM306",
                f"the id `{name}` is given twice; it is a {first_kind} already at {first}",
                "give one of the two another id",
            )
            return False
        if other is not None and other[0] != name:
            self._complain_of_likeness(name, location, other)
        declared[name] = (kind, location)
        return True

    def refer(
        self, kind: str, name: str, file: PlacedFile, loc: Loc, *, is_key: bool = False
    ) -> bool:
        """Whether a reference names something of this kind; if not, with a diagnostic."""
        declared = self._declared.get(_SHARED.get(kind, kind), {})
        found = declared.get(name)
        if (found is not None and found[0] == kind) or (kind == "scheme" and name in BUILT_IN):
            return True
        if found is None and name in self.lost:
            return False
        hint = self._instead(kind, name, found[0] if found else None)
        place = file.key(*loc) if is_key else file.at(*loc)
        self._complain(place, _UNKNOWN[kind], f"there is no {kind} `{name}`", hint)
        return False

    def _instead(self, kind: str, name: str, found: str | None) -> str:
        if found == "relation":
            return f"`{name}` is a relation: an attack on it is written `undercuts: {name}`"
        if found == "claim":
            return f"`{name}` is a claim: an attack on it is written `attacks: {name}`"
        if "~" in name:
            return "give the relation an `id` and name that; derived ids are never written in files"
        self._suggested += 1
        if self._suggested > _SUGGESTIONS:  # each look through all ids costs time
            return f"write the id of a {kind} of this map"
        declared = self._declared.get(_SHARED.get(kind, kind), {})
        known = self.known(kind) | (BUILT_IN if kind == "scheme" else frozenset())
        hint = did_you_mean(name, known | self.lost)
        if hint and kind in ("claim", "relation", "source"):
            match = hint.split("`")[1]
            hint += f" ({declared[match][1]})" if match in declared else ""
        return hint or f"write the id of a {kind} of this map, or add it"

    def _complain_of_form(
        self, name: str, location: Location, other: tuple[str, Location] | None
    ) -> None:
        if other is not None:
            self._complain_of_likeness(name, location, other)
            return
        odd = next((char for char in name if not re.match(r"[a-z0-9._-]", char)), "")
        which = f": `{odd}` cannot stand in it" if odd else ""
        if odd and not odd.isascii():
            which = f": `{odd}` (U+{ord(odd):04X}) cannot stand in it"
        better = re.sub(r"[^a-z0-9._]+", "-", name.casefold()).strip("-._")[:64]
        hint = f"write `{better}`: {_ID_HINT}" if better else _ID_HINT
        self._complain(location, "AM305", f"the id `{name}` is not well formed{which}", hint)

    def _complain_of_likeness(
        self, name: str, location: Location, other: tuple[str, Location]
    ) -> None:
        self._complain(
            location,
            "AM307",
            f"the id `{name}` looks like `{other[0]}` at {other[1]}",
            "give one of the two another id; ids are written in small letters",
        )

    def _complain(self, location: Location, code: str, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic(location, code, message, hint))

    def known(self, kind: str) -> frozenset[str]:
        """The ids of this kind."""
        declared = self._declared.get(_SHARED.get(kind, kind), {})
        return frozenset(name for name, (of_kind, _) in declared.items() if of_kind == kind)

    def is_first(self, kind: str, name: str, location: Location) -> bool:
        """Whether it was this place that declared the id; a later one is left out of the map."""
        declared = self._declared.get(_SHARED.get(kind, kind), {})
        return declared.get(name) == (kind, location)


def declare_all(names: Names, files: list[PlacedFile]) -> None:
    """Take in the ids of all files, without recursion into undercuts of undercuts."""
    for file in files:
        shape = file.shape
        for kind, declared in (
            ("source", shape.sources),
            ("claim", shape.claims),
            ("stance", shape.stances),
            ("scheme", shape.schemes),
        ):
            for name in declared:
                names.declare(kind, name, file.key(f"{kind}s", name))
        if shape.source is not None and not is_reference(file):
            names.declare("source", shape.source.id, file.at("source", "id"))
    for file in files:  # claims first: a relation that takes a claim's id is the one at fault
        for loc, entry in _entries(file):
            if entry.id is not None:
                names.declare("relation", entry.id, file.at(*loc, "id"))


def _entries(file: PlacedFile) -> list[tuple[Loc, EntryShape]]:
    found: list[tuple[Loc, EntryShape]] = []
    for claim, shape in file.shape.claims.items():
        for key in ("supported_by", "attacked_by"):
            found += [
                (("claims", claim, key, index), entry)
                for index, entry in enumerate(getattr(shape, key))
            ]
    found += [(("relations", index), entry) for index, entry in enumerate(file.shape.relations)]
    for loc, entry in found:  # grows while it is read
        found += [
            ((*loc, "undercut_by", index), one) for index, one in enumerate(entry.undercut_by)
        ]
    return found
