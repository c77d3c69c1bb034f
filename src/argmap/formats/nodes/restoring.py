"""A map read from nodes, with what was kept aside of it: put together and read as a claim file."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from argmap.formats.argmap.tree import alone, relation_tree
from argmap.formats.argmap.tree_beside import rest_tree
from argmap.formats.nodes.entry_lines import entry_lines
from argmap.model.relation import contradiction_id
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reach import ISOLATED
from argmap.reading.slugs import FreeIds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeVar

    from argmap.diagnostics import Location
    from argmap.editing.tree_values import Tree
    from argmap.formats.nodes.entry_lines import Owner
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Locator

    Item = TypeVar("Item")

_IN_A_FILE = 2_000  # claims or relations: a claim file has at most ten million bytes
_TRIVIAL = frozenset({"id", "origin", "position", "contradiction"})
_WITHOUT_CLAIMS = frozenset({"title", "question", "objections", "documents", "meta"})
_OURS = ("id", "origin", "position", "contradiction", "contradicts")
"""Keys of entries that are no keys of a claim or relation in a claim file, or are put elsewhere."""


class Restoring:
    """A map as it was read from nodes, and the entries that were kept aside, by id of the map."""

    def __init__(
        self,
        plain: ArgumentMap,
        claims: Mapping[str, Tree],
        relations: Mapping[str, Tree],
        beside: Tree,
    ) -> None:
        self._plain = plain
        self._claims = claims
        self._relations = relations
        self._beside = beside
        free = FreeIds((*plain.claims, *plain.relations))
        self._name = {
            id_: id_ if relation.named else free.like("step")
            for id_, relation in plain.relations.items()
            if not relation.contradiction
        }
        self._relation_named = {name: id_ for id_, name in self._name.items()}

    @property
    def _may_cite(self) -> bool:
        return bool(self._plain.sources or self._beside.get("sources"))

    def result(self, at: Location) -> tuple[ArgumentMap | None, dict[Owner | None, str]]:
        """The map; none, with the problems by entry, where some are not as argmap writes them."""
        sheets = {f"{at.path} {number}": entry_lines(t) for number, t in enumerate(self._trees())}
        files = tuple(ClaimFile(name, sheet.text) for name, sheet in sheets.items())
        from argmap.reading.reader import read_files  # noqa: PLC0415  # slow to load

        parsed = read_files(ClaimFiles(files, ()), at.path, reach=ISOLATED)
        problems: dict[Owner | None, str] = {}
        for problem in parsed.diagnostics:
            if problem.is_fatal:
                sheet = sheets.get(problem.location.path)
                owner = sheet.owner(problem.location.line) if sheet is not None else None
                problems.setdefault(self._entry_of(owner), problem.message)
        return (None if problems else self._placed(parsed.map, at)), problems

    def _entry_of(self, owner: Owner | None) -> Owner | None:
        """The entry kept aside to which a line belongs; a relation was named for the reading."""
        if owner is not None and owner[0] == "relations":
            return owner[0], self._relation_named.get(owner[1], "")
        return owner

    def _trees(self) -> Iterator[Tree]:
        """The map as claim files, of which none is too large to be read."""
        rest = rest_tree(self._plain)
        for key, value in self._beside.items():
            own = rest.get(key)
            both = isinstance(own, dict) and isinstance(value, dict)
            rest[key] = own | value if both and own is not None else value
        contradictions = self._contradictions()
        needed = self._needed_relations()
        yield {"argmap": 1, **rest}
        for claims in _parts(self._needed_claims(needed, contradictions)):
            yield {
                "claims": {
                    claim.id: self._claim(claim, contradictions.get(claim.id, []))
                    for claim in claims
                }
            }
        for relations in _parts(needed):
            yield {"relations": [self._relation(relation) for relation in relations]}

    def _needed_relations(self) -> list[Relation]:
        """The relations of which something is kept aside, and those that their undercuts hit.

        Where there are sources, a step may take one from its claims, as it does in a claim file.
        """
        has_names = not self._beside.keys() <= {"sources", "schemes"}
        needed = {
            relation.id: relation
            for relation in self._plain.relations.values()
            if not relation.contradiction
            and (
                (has_names and relation.named)
                or (relation.id in self._relations and self._may_cite)
                or not _is_trivial(self._relations.get(relation.id, {}))
            )
        }
        agenda = [*needed.values()]
        for relation in agenda:  # grows on the way
            target = self._plain.relations.get(relation.target)
            if target is not None and target.id not in needed:
                needed[target.id] = target
                agenda.append(target)
        return agenda

    def _needed_claims(
        self, relations: list[Relation], contradictions: dict[str, list[Tree]]
    ) -> Iterator[Claim]:
        """The claims of which something is kept aside, and those that what is read names."""
        claims = self._plain.claims
        block = self._beside.get("map")
        is_plain_block = not isinstance(block, dict) or block.keys() <= _WITHOUT_CLAIMS
        if not is_plain_block or not self._beside.keys() <= {"map", "sources", "schemes"}:
            yield from claims.values()
            return
        needed = {*self._claims, *contradictions}
        needed.update(each["target"] for listed in contradictions.values() for each in listed)
        for relation in relations:
            needed.update(relation.premises)
            needed.add(relation.target)
        needed.update([*claims][:1])  # a map without a claim is a mistake in a claim file
        yield from (claims[id_] for id_ in sorted(needed) if id_ in claims)

    def _claim(self, claim: Claim, contradictions: list[Tree]) -> Tree:
        entry = self._claims.get(claim.id)
        tree = alone(self._plain, claim) if entry is None else _without(entry, _OURS)
        tree["text"] = claim.text
        tree |= _with_origin(claim, entry)
        if contradictions:
            tree["contradicts"] = contradictions
        return tree

    def _contradictions(self) -> dict[str, list[Tree]]:
        """The contradictions of which something is kept, by the claim in whose entry they stand.

        Where there are sources, any may take one from its claims, as it does in a claim file.
        """
        by_claim: dict[str, list[Tree]] = {}
        for id_, entry in self._claims.items():
            written = entry.get("contradicts")
            for each in written if isinstance(written, list) else ():
                other = each.get("target") if isinstance(each, dict) else None
                if isinstance(other, str) and contradiction_id(id_, other) in self._plain.relations:
                    by_claim.setdefault(id_, []).append(each)
        written_already = {(id_, each["target"]) for id_, all_ in by_claim.items() for each in all_}
        for relation in self._plain.relations.values() if self._may_cite else ():
            pair = (relation.premises[0], relation.target)
            is_first = relation.contradiction and pair[0] < pair[1]
            if is_first and not written_already & {pair, pair[::-1]}:
                by_claim.setdefault(pair[0], []).append({"target": pair[1]})
        return by_claim

    def _relation(self, relation: Relation) -> Tree:
        entry = self._relations.get(relation.id)
        if entry is None:
            tree = relation_tree(self._plain, relation, None)
        else:
            tree = _without(entry, _OURS)
            if relation.scheme is not None:
                tree.setdefault("scheme", relation.scheme)
        target = self._name.get(relation.target, relation.target)
        tree |= {"premises": [*relation.premises], str(relation.kind): target}
        tree["id"] = self._name[relation.id]  # an id made of premises and target names no step
        return tree | _with_origin(relation, entry)

    def _placed(self, argument_map: ArgumentMap, at: Location) -> ArgumentMap:
        """The map with the places and the order of the file that it was read from."""
        plain = self._plain
        return replace(
            argument_map,
            classes=plain.classes,
            claims=dict(plain.claims)
            | {
                id_: replace(
                    claim,
                    location=plain.claims[id_].location,
                    locators=_placed(claim.locators, plain.claims[id_].location),
                    ignore=tuple(
                        replace(each, location=plain.claims[id_].location) for each in claim.ignore
                    ),
                )
                for id_, claim in argument_map.claims.items()
            },
            relations={
                id_: self._relation_at(id_, argument_map.relations.get(self._name.get(id_, id_)))
                for id_ in plain.relations
            },
            sources={
                id_: replace(source, location=at, places={})
                for id_, source in argument_map.sources.items()
            },
            questions={
                id_: replace(question, location=replace(at, column=number))
                for number, (id_, question) in enumerate(argument_map.questions.items(), 1)
            },
            stances={
                id_: replace(stance, location=at) for id_, stance in argument_map.stances.items()
            },
            schemes={
                id_: replace(scheme, location=at) for id_, scheme in argument_map.schemes.items()
            },
            expectations=tuple(replace(each, location=at) for each in argument_map.expectations),
        )

    def _relation_at(self, id_: str, relation: Relation | None) -> Relation:
        """A relation as it was read again, or else as its node says, perhaps without an origin."""
        plain = self._plain.relations[id_]
        if relation is None:
            origin = None if "origin" in self._relations.get(id_, {}) else plain.origin
            return replace(plain, origin=origin, position=self._position(id_))
        return replace(
            relation,
            id=id_,
            target=plain.target,
            named=plain.named,
            location=plain.location,
            locators=_placed(relation.locators, plain.location),
            position=self._position(id_),
        )

    def _position(self, id_: str) -> int | None:
        entry = self._relations.get(id_, {})
        position = entry.get("position", self._plain.relations[id_].position)
        return position if isinstance(position, int) and not isinstance(position, bool) else None


def _is_trivial(entry: Tree) -> bool:
    """Whether an entry says nothing of a relation but its place, or that it had no origin."""
    return entry.keys() <= _TRIVIAL and entry.get("origin") is None


def _parts(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    """The items in groups that fit into a claim file."""
    remaining = iter(items)
    while group := tuple(islice(remaining, _IN_A_FILE)):
        yield group


def _placed(locators: tuple[Locator, ...], at: Location) -> tuple[Locator, ...]:
    return tuple(replace(locator, location=at) for locator in locators)


def _without(entry: Tree, keys: tuple[str, ...]) -> Tree:
    return {key: value for key, value in entry.items() if key not in keys}


def _with_origin(part: Claim | Relation, entry: Tree | None) -> Tree:
    """The key `origin`: as the entry says, else as it was read."""
    if entry is not None and "origin" in entry:
        return {"origin": entry["origin"]} if entry["origin"] is not None else {}
    origin = part.origin
    return {"origin": {"format": origin.format, "id": origin.id}} if origin is not None else {}
