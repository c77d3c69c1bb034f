"""The map: all claims, relations and sources together."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from argmap.errors import UsageError
from argmap.model.relation import Force, Kind
from argmap.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.scheme import Scheme
    from argmap.model.source import Source
    from argmap.model.stance import Expectation, Stance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a presentation: the claims to show, what to say, and a stance for a moment."""

    show: tuple[str, ...]
    say: str = ""
    reject: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A named part of the map, for a handout."""

    focus: str | None = None
    depth: int | None = None
    only_source: str | None = None


@dataclass(frozen=True, slots=True)
class ArgumentMap:
    """All claims, relations and sources together; it cannot hold a dangling reference.

    Claims and relations are kept by id in sorted order, so that the order of files and entries
    never shows. `classes` has every restated claim's class: all ids that say the same, sorted.

    Raises:
        ValueError: a relation, class, step or stance names what is not in the map.
    """

    claims: Mapping[str, Claim]
    relations: Mapping[str, Relation] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    title: str = ""
    question: str | None = None
    main: tuple[str, ...] = ()
    objections: Force = Force.CONTEST
    steps: tuple[Step, ...] = ()
    views: Mapping[str, View] = field(default_factory=dict)
    schemes: Mapping[str, Scheme] = field(default_factory=dict)
    stances: Mapping[str, Stance] = field(default_factory=dict)
    expectations: tuple[Expectation, ...] = ()
    _targeting: Mapping[str, tuple[Relation, ...]] = field(init=False, repr=False, compare=False)
    _using: Mapping[str, tuple[Relation, ...]] = field(init=False, repr=False, compare=False)
    _granted: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("claims", "relations", "sources", "classes", "views", "schemes", "stances"):
            object.__setattr__(self, name, _sorted(getattr(self, name)))
        self._refuse_dangling_references()
        targeting: dict[str, list[Relation]] = {}
        using: dict[str, list[Relation]] = {}
        for relation in self.relations.values():
            targeting.setdefault(relation.target, []).append(relation)
            for premise in relation.premises:
                using.setdefault(premise, []).append(relation)
        in_order = {target: tuple(sorted(all_, key=_entry)) for target, all_ in targeting.items()}
        object.__setattr__(self, "_targeting", MappingProxyType(in_order))
        object.__setattr__(
            self, "_using", MappingProxyType({claim: tuple(all_) for claim, all_ in using.items()})
        )

        object.__setattr__(self, "_granted", frozenset(self._work_out_granted()))

    def _work_out_granted(self) -> Iterator[str]:
        supported = {
            relation.target
            for relation in self.relations.values()
            if relation.kind is Kind.SUPPORTS
        }
        for id_, claim in self.claims.items():
            members = self.classes.get(id_)
            if members is None:
                if claim.granted or (claim.granted is None and id_ not in supported):
                    yield id_
                continue
            if members[0] != id_:
                continue
            said = {self.claims[member].granted for member in members}
            if True in said or not (False in said or supported.intersection(members)):
                yield from members

    def _refuse_dangling_references(self) -> None:
        for relation in self.relations.values():
            targets = self.relations if relation.kind is Kind.UNDERCUTS else self.claims
            if relation.target not in targets or not relation.premises:
                raise ValueError(f"relation {relation.id!r} has no target or no premise")
            _refuse_unknown(self.claims, relation.premises)
        _refuse_unknown(self.claims, self.main)
        for view in self.views.values():
            _refuse_unknown(self.claims, [view.focus] if view.focus is not None else [])
            _refuse_unknown(self.sources, [view.only_source] if view.only_source else [])
        for one in self.stances.values():
            _refuse_unknown(self.claims, one.credences)
        for members in self.classes.values():
            _refuse_unknown(self.claims, members)
        stances: tuple[Stance | Step | Expectation, ...] = (
            *self.stances.values(),
            *self.steps,
            *self.expectations,
        )
        for stance in stances:
            _refuse_unknown(self.claims, (*stance.reject, *stance.accept))
        _refuse_unknown(self.claims, (expectation.claim for expectation in self.expectations))
        _refuse_unknown(self.claims, (claim for step in self.steps for claim in step.show))
        cited: tuple[Claim | Relation, ...] = (*self.claims.values(), *self.relations.values())
        _refuse_unknown(self.sources, (one.source for one in cited if one.source is not None))

    def relations_to(self, target: str) -> tuple[Relation, ...]:
        """The relations whose target is exactly this claim or relation.

        Supports first, then attacks, in the author's order, else by id.
        """
        return self._targeting.get(target, ())

    def relations_from(self, claim: str) -> tuple[Relation, ...]:
        """The relations that have exactly this claim among their premises, by id."""
        return self._using.get(claim, ())

    def class_of(self, claim: str) -> tuple[str, ...]:
        """The claims that say the same as this one, itself included, sorted.

        The first one stands for the class.
        """
        return self.classes.get(claim, (claim,))

    def head_of(self, claim: str) -> str:
        """The smallest id of the claims that say the same as this one: it stands for them all."""
        members = self.classes.get(claim)
        return claim if members is None else members[0]

    @property
    def heads(self) -> tuple[str, ...]:
        """The claims that stand for their class, sorted: each statement once."""
        return tuple(id_ for id_ in self.claims if self.head_of(id_) == id_)

    def relations_to_class(self, claim: str, kind: Kind | None = None) -> tuple[Relation, ...]:
        """The relations whose target says the same as this claim, of one kind if a kind is named.

        Member by member of the class, each in the order of `relations_to`.
        """
        return tuple(
            relation
            for member in self.class_of(claim)
            for relation in self._targeting.get(member, ())
            if kind is None or relation.kind is kind
        )

    def force_of(self, attack: Relation, objections: Force | None = None) -> Force:
        """The force of an attack: its own, else that of this reading, else that of the map."""
        return attack.force or objections or self.objections

    def claim_named(self, id_: str, hint: str = "") -> Claim:
        """The claim with this id.

        Raises:
            UsageError: there is none; a claim of a similar id is suggested, else the `hint` given.
        """
        if id_ not in self.claims:
            advice = did_you_mean(id_, self.claims) or hint
            raise UsageError(f"there is no claim `{id_}`" + (f"; {advice}" if advice else ""))
        return self.claims[id_]

    def stance_named(self, id_: str) -> Stance:
        """The stance of the map with this id.

        Raises:
            UsageError: there is none; a stance of a similar id is suggested, else all are named.
        """
        if id_ not in self.stances:
            known = ", ".join(f"`{one}`" for one in self.stances) or "none"
            advice = did_you_mean(id_, self.stances) or f"the map has {known}"
            raise UsageError(f"there is no stance `{id_}`; {advice}")
        return self.stances[id_]

    def is_granted(self, claim: str) -> bool:
        """Whether the claim's class is put forward without needing support.

        A member that says so decides; else a member that is supported or says no; else granted.
        """
        return claim in self._granted

    def claim_bearing(self, id_: str) -> str | None:
        """The claim itself, or the one that a relation leads to in the end.

        None where undercuts only undercut each other.
        """
        passed = set()
        while id_ in self.relations and id_ not in passed:
            passed.add(id_)
            id_ = self.relations[id_].target
        return id_ if id_ in self.claims else None

    def to_networkx(self) -> nx.DiGraph[str]:
        """The graph of claims and relations, as `argmap.graph.claim_graph` describes it."""
        from argmap.graph.claim_graph import claim_graph  # noqa: PLC0415

        return claim_graph(self)

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        """The map as a notebook shows it; never raises, for a notebook cannot say where it was."""
        try:
            from argmap.views.notebook import mimebundle  # noqa: PLC0415

            return mimebundle(self)
        except Exception:  # noqa: BLE001  # as said
            return {"text/plain": f"Argument map of {len(self.claims)} claims"}


def _sorted(mapping: Mapping[str, T]) -> Mapping[str, T]:
    return MappingProxyType(dict(sorted(mapping.items())))


_ORDER = {Kind.SUPPORTS: 0, Kind.ATTACKS: 1, Kind.UNDERCUTS: 2}


def _entry(relation: Relation) -> tuple[int, bool, int, str]:
    unplaced = relation.position is None
    return _ORDER[relation.kind], unplaced, relation.position or 0, relation.id


def _refuse_unknown(known: Mapping[str, object], names: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            raise ValueError(f"the map holds no {name!r}")
