"""The ids of a map: the register of all declared ids, in which references are looked up."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.model.scheme import BUILT_IN
from argmap.nearest import MOST_HINTS, did_you_mean
from argmap.reading.citations import how_to_describe, is_reference
from argmap.reading.mistaken_references import cure_of, cure_of_arrow, cure_of_text, step_with_id
from argmap.reading.slugs import ID_PATTERN, FreeIds, slug

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.reading.containers import Loc
    from argmap.reading.places import PlacedFile

_ID = re.compile(ID_PATTERN)
_ID_HINT = "small letters, digits, `.`, `_` and `-`, beginning with a letter or digit, 64 at most"
_UNKNOWN = {"claim": "AM301", "relation": "AM302", "source": "AM303", "scheme": "AM304"}
_SHARED = {"relation": "claim"}
_NOBODY = frozenset({"none", "nobody", "no-one", "noone", "mine", "own", "me", "myself", "n/a"})
_LISTED = "; `argmap explain schemes` lists them all, with their questions"
_LONGEST_SHOWN = 200  # characters of what stands where an id should, in a hint


class Names:
    """The register of the ids declared in a map, by kind (claim, relation, source and so on).

    Claims and relations share one space of ids, because `undercuts` and `attacks` must be told
    apart when an author confuses the two. `lost` holds the ids of parts that are in the file but
    could not be understood: a reference to such an id is not reported as a second problem.
    """

    def __init__(self, lost: frozenset[str]) -> None:
        self.lost = set(lost)
        self.diagnostics: list[Diagnostic] = []
        self._declared: dict[str, dict[str, tuple[str, Location]]] = {}
        self._folded: dict[str, dict[str, tuple[str, Location]]] = {}  # of ids unlike their folds
        self.files: list[PlacedFile] = []
        self._suggested = 0
        self._ill_formed: list[tuple[str, Location]] = []
        self.drafts: dict[str, Location] = {}

    def declare(self, kind: str, name: str, location: Location) -> None:
        """Enter an id, or report it if it is not well formed or was declared before."""
        space = _SHARED.get(kind, kind)
        declared = self._declared.setdefault(space, {})
        folded = self._folded.setdefault(space, {})
        fold = name.lower() if name.isascii() else unicodedata.normalize("NFKC", name).casefold()
        other = folded.get(fold)
        if other is None and fold in declared:
            other = (fold, declared[fold][1])
        is_well_formed = _ID.fullmatch(name) is not None
        if other is None and not (is_well_formed and fold == name):
            folded[fold] = (name, location)
        if not is_well_formed:
            self.lost.add(name)
            self._complain_of_form(name, location, other)
            return
        if name in declared:
            first_kind, first = declared[name]
            self._complain(
                location,
                "AM306",
                f"the id `{name}` is given twice; it is a {first_kind} already at {first}",
                "give one of the two another id",
            )
            return
        if other is not None and other[0] != name:
            self._complain_of_likeness(name, location, other)
        declared[name] = (kind, location)

    def refer(
        self, kind: str, name: str, file: PlacedFile, loc: Loc, *, is_key: bool = False
    ) -> bool:
        """Whether a reference names a declared id of this kind; reports the reference if not.

        A draft can be named by `relate` alone, and is reported here.
        """
        if not self.relate(kind, name, file, loc, is_key=is_key):
            return False
        if kind == "claim" and name in self.drafts:
            self.complain_of_draft(name, file.key(*loc) if is_key else file.at(*loc))
            return False
        return True

    def relate(
        self, kind: str, name: str, file: PlacedFile, loc: Loc, *, is_key: bool = False
    ) -> bool:
        """Whether a relation names a declared id of this kind; reports the reference if not."""
        declared = self._declared.get(_SHARED.get(kind, kind), {})
        declaration = declared.get(name)
        if (declaration is not None and declaration[0] == kind) or (
            kind == "scheme" and name in BUILT_IN
        ):
            return True
        if declaration is None and name in self.lost:
            return False
        hint = self._instead(kind, name, declaration[0] if declaration else None, (file, loc))
        place = file.key(*loc) if is_key else file.at(*loc)
        self._complain(place, _UNKNOWN[kind], f"there is no {kind} `{name}`", hint)
        return False

    def complain_of_draft(self, name: str, place: Location) -> None:
        """Report that a draft is named where a claim of the map belongs."""
        self._complain(
            place,
            "AM315",
            f"`{name}` is a draft, which is no part of the map until it is accepted",
            f"accept it, by deleting `mode: draft` in its entry ({self.drafts[name]}), or take it "
            "out here",
        )

    def _of_no_id(self, kind: str, name: str, at: tuple[PlacedFile, Loc]) -> str:
        """The hint for a reference that is no id: a word for nobody, or one with other signs."""
        if name.casefold() in _NOBODY and at[1][0] == "claims" and at[1][-1] == "source":
            return "write `source: null` if the claim is your own"
        if _ID.fullmatch(name) or len(name) > _LONGEST_SHOWN or kind == "scheme":
            return ""
        if kind == "source":
            return how_to_describe(name, *at)
        if kind == "claim" and name.startswith("source:"):
            return f"name claims here; a command rejects the whole source: `--reject {name}`"
        known = self.known(kind)
        if kind == "relation" and (cure := cure_of_arrow(name, self.files)):
            return cure
        cure = cure_of(name, known, *at)
        return cure or (cure_of_text(name, *at, self.files) if kind == "claim" else "")

    def _instead(
        self, kind: str, name: str, declared_kind: str | None, at: tuple[PlacedFile, Loc]
    ) -> str:
        """The hint for a reference that fails, where the id may belong to another kind."""
        if declared_kind == "relation":
            return f"`{name}` is a relation: an attack on it is written `undercuts: {name}`"
        if declared_kind == "claim":
            return (
                f"`{name}` is a claim, and only the step from a premise to a claim is undercut: to "
                f"deny `{name}` write `attacks: {name}`; for a step that rests on it, give that an "
                f"id, `{step_with_id(name, self.files)}`, and write `undercuts: my-step`"
            )
        if "~" in name:
            return "give the relation an `id` and name that; derived ids are never written in files"
        self._suggested += 1
        if self._suggested > MOST_HINTS:  # a search for the nearest id compares all ids
            return (
                f"write the id of a {kind} of this map (similar ids are looked up for the first "
                f"{MOST_HINTS} unknown ones only)"
            )
        if cure := self._of_no_id(kind, name, at):
            return cure
        declared = self._declared.get(_SHARED.get(kind, kind), {})
        known = self.known(kind) | (BUILT_IN if kind == "scheme" else frozenset())
        hint = did_you_mean(name, known | self.lost)
        if hint and kind in ("claim", "relation", "source"):
            match = hint.split("`")[1]
            hint += f" ({declared[match][1]})" if match in declared else ""
        return hint + _LISTED if kind == "scheme" and hint else hint or _how_to_add(kind, name)

    def _complain_of_form(
        self, name: str, location: Location, other: tuple[str, Location] | None
    ) -> None:
        if other is not None:
            self._complain_of_likeness(name, location, other)
            return
        self._ill_formed.append((name, location))

    def suggest_ids(self) -> None:
        """Report the ids that are not well formed, each with another id that nothing else has."""
        free = FreeIds(name for declared in self._declared.values() for name in declared)
        for name, location in self._ill_formed:
            better = free.like(slug(name))
            hint = f"write `{better}`: {_ID_HINT}" if better else _ID_HINT
            which = _odd_sign(name)
            message = f"the id `{name}` is not well formed{which}"
            self._complain(location, "AM305", message, hint)

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

    def is_claim(self, name: str) -> bool:
        """Whether an id is that of a claim or a draft."""
        declaration = self._declared.get("claim", {}).get(name)
        return declaration is not None and declaration[0] == "claim"

    def is_first(self, kind: str, name: str, location: Location) -> bool:
        """Whether the id was first declared at this place; a second declaration is not mapped."""
        declared = self._declared.get(_SHARED.get(kind, kind), {})
        return declared.get(name) == (kind, location)


def _how_to_add(kind: str, name: str) -> str:
    """The hint for an id that is like no known one."""
    if kind == "scheme":
        return f"write the id of a scheme{_LISTED}"
    how = f": `sources: {{{name}: {{title: ...}}}}`" if kind == "source" else ""
    return f"write the id of a {kind} of this map, or add it{how}"


def declare_all(names: Names, files: list[PlacedFile]) -> None:
    """Enter the ids of all files, with those of undercuts at any depth."""
    names.files = files
    for file in files:
        shape = file.shape
        for kind, declared in (
            ("source", shape.sources),
            ("claim", file.written.claims),
            ("question", shape.questions),
            ("stance", shape.stances),
            ("scheme", shape.schemes),
        ):
            for name in declared:
                is_claim = kind == "claim"
                place = file.written.claims[name].claim.location if is_claim else None
                names.declare(kind, name, place or file.key(f"{kind}s", name))
        if shape.source is not None and not is_reference(file):
            names.declare("source", shape.source.id, file.at("source", "id"))
    names.drafts |= {
        id_: written.claim.location
        for file in files
        for id_, written in file.written.claims.items()
        if written.is_draft and names.is_first("claim", id_, written.claim.location)
    }
    # After all claims: where a relation takes a claim's id, the relation is at fault.
    for file in files:
        for name, place in file.written.ids:
            names.declare("relation", name, place)
    names.suggest_ids()


def _odd_sign(name: str) -> str:
    """The first sign that cannot stand in an id, in words; empty if the fault is another."""
    odd = next((char for char in name if not re.match(r"[a-z0-9._-]", char)), "")
    number = f" (U+{ord(odd):04X})" if odd and not odd.isascii() else ""
    return f": `{odd}`{number} cannot stand in it" if odd else ""
