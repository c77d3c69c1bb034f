"""The argument map: all claims, relations and sources, with what belongs to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from argmap.errors import UsageError
from argmap.model.classes import classes_of
from argmap.model.drafts import NO_DRAFTS, Drafts
from argmap.model.grants import Grants, grants_of
from argmap.model.numbering import Numbering, numbering
from argmap.model.question import asked_in_order
from argmap.model.relation import Force, Kind, Relation
from argmap.model.relation_index import RelationIndex
from argmap.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from argmap.model.claim import Claim
    from argmap.model.presentation import Step, View
    from argmap.model.question import Question
    from argmap.model.scheme import Scheme
    from argmap.model.source import Source
    from argmap.model.stance import Expectation, Stance

    Part = TypeVar("Part", Claim, Relation, Source)

T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class ArgumentMap:
    """All claims, relations and sources of a map; every reference is to something in the map.

    Claims and relations are kept in the order of their ids, so that the order of files and entries
    makes no difference. `classes` maps every restated claim to its class: the ids of all claims
    that say the same, sorted. `documents` is the folder of documents, seen from the claim files,
    and `meta` data of the author's own. The first of the `questions` is the one in the words of
    `question`, the others keep their order in the claim files; if no `question` is given, the first
    is the question of the map. `used` are the claims of other maps that this one uses, `drafts` the
    claims beside it that nobody has accepted yet. `numbering` has what relations refer to, in
    numbers.

    Raises:
        ValueError: a relation, class, step, view or stance names something that is not in the map.

    >>> from argmap.model.claim import Claim
    >>> ArgumentMap.of([Claim("slow", "Buses are slow.")], title="Buses")
    <ArgumentMap 'Buses': 1 claim, 0 relations, 0 sources>
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
    documents: str | None = None
    used: frozenset[str] = frozenset()
    drafts: Drafts = NO_DRAFTS
    questions: Mapping[str, Question] = field(default_factory=dict)
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False)
    numbering: Numbering = field(init=False, repr=False, compare=False)
    _index: RelationIndex = field(init=False, repr=False, compare=False)
    _grants: Grants = field(init=False, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        claims: Iterable[Claim],
        relations: Iterable[Relation] = (),
        sources: Iterable[Source] = (),
        restated: Iterable[Iterable[str]] = (),
        **fields: Any,  # noqa: ANN401  # the other fields, each of its own type
    ) -> ArgumentMap:
        """The map of these claims, relations and sources, indexed by their ids.

        `restated` has groups of claims that say the same; `fields` are further fields of a map.

        Raises:
            ValueError: two values have the same id, or a reference is to nothing in the map.

        >>> from argmap.model.claim import Claim
        >>> bus, slow = Claim("bus", "Take the bus."), Claim("slow", "Buses are slow.")
        >>> argument_map = ArgumentMap.of([bus, slow], [Relation.of("slow", "attacks", "bus")])
        >>> argument_map.relations_to("bus")
        (<Relation slow~attacks~bus: slow attacks bus>,)
        """
        return cls(
            _by_id(claims), _by_id(relations), _by_id(sources), classes_of(restated), **fields
        )

    def __repr__(self) -> str:
        title = f" {self.title!r}" if self.title else ""
        parts = {"claim": self.claims, "relation": self.relations, "source": self.sources}
        counts = (f"{len(part)} {name}{'s' * (len(part) != 1)}" for name, part in parts.items())
        return f"<ArgumentMap{title}: {', '.join(counts)}>"

    def __post_init__(self) -> None:
        object.__setattr__(self, "objections", Force(self.objections))
        for name in ("claims", "relations", "sources", "classes", "views", "schemes", "stances"):
            object.__setattr__(self, name, _sorted(getattr(self, name)))
        object.__setattr__(self, "questions", asked_in_order(self.questions, self.question))
        if self.question is None and self.questions:
            object.__setattr__(self, "question", next(iter(self.questions.values())).text)
        object.__setattr__(self, "numbering", numbering(self.claims, self.relations))
        self._refuse_dangling_references()
        object.__setattr__(self, "_index", RelationIndex(self.relations))
        grants = grants_of(self.claims, self.relations.values(), self.classes)
        object.__setattr__(self, "_grants", grants)

    def _refuse_dangling_references(self) -> None:
        _refuse_unknown(self.claims, self.main)
        for question in self.questions.values():
            _refuse_unknown(self.claims, question.answers)
        for view in self.views.values():
            _refuse_unknown(self.claims, [view.focus] if view.focus is not None else [])
            _refuse_unknown(self.sources, [view.only_source] if view.only_source else [])
        for reader in self.stances.values():
            _refuse_unknown(self.claims, reader.credences)
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
        _refuse_unknown(
            self.sources, (citing.source for citing in cited if citing.source is not None)
        )

    def relations_to(self, target: str) -> tuple[Relation, ...]:
        """The relations whose target is exactly this claim or relation, not another of its class.

        Supports come first, then attacks, each in the author's order, or else by id.
        """
        return self._index.to.get(target, ())

    def relations_from(self, claim: str) -> tuple[Relation, ...]:
        """The relations that have exactly this claim among their premises, by id."""
        return self._index.using.get(claim, ())

    def class_of(self, claim: str) -> tuple[str, ...]:
        """The claims that say the same as this claim, itself included, in the order of their ids.

        The first member represents the class in reasoning and in results.
        """
        return self.classes.get(claim, (claim,))

    def head_of(self, claim: str) -> str:
        """The smallest id of the claims that say the same as this claim; it stands for them all."""
        members = self.classes.get(claim)
        return claim if members is None else members[0]

    @property
    def heads(self) -> tuple[str, ...]:
        """The smallest id of every class, sorted: each statement once, however often restated."""
        return tuple(id_ for id_ in self.claims if self.head_of(id_) == id_)

    @property
    def number_of_relation(self) -> Mapping[str, int]:
        """The place of each relation in the order of the map, from 0."""
        return self._index.number

    def relations_to_class(self, claim: str, kind: Kind | None = None) -> tuple[Relation, ...]:
        """The relations to this claim and its restatements, of one kind if a kind is named.

        They come by the member of the class, and for each member in the order of `relations_to`.
        """
        members = self.classes.get(claim)
        if members is None and kind is None:
            return self._index.to.get(claim, ())
        return tuple(
            relation
            for member in members or (claim,)
            for relation in self._index.to.get(member, ())
            if kind is None or relation.kind is kind
        )

    def force_of(self, attack: Relation, objections: Force | None = None) -> Force:
        """The force of an attack: its own, else that of this reading, else that of the map."""
        return attack.force or objections or self.objections

    def claim_named(self, id_: str, hint: str = "") -> Claim:
        """The claim with this id.

        Raises:
            UsageError: there is no such claim; a similar id is suggested, else the `hint` is added.
        """
        if id_ not in self.claims:
            advice = did_you_mean(id_, self.claims) or hint
            raise UsageError(f"there is no claim `{id_}`" + (f"; {advice}" if advice else ""))
        return self.claims[id_]

    def stance_named(self, id_: str) -> Stance:
        """The stance of the map with this id.

        Raises:
            UsageError: there is no such stance; a similar id is suggested, else all ids are listed.
        """
        if id_ not in self.stances:
            known = ", ".join(f"`{stance}`" for stance in self.stances) or "none"
            advice = did_you_mean(id_, self.stances) or f"the map has {known}"
            raise UsageError(f"there is no stance `{id_}`; {advice}")
        return self.stances[id_]

    def is_granted(self, claim: str) -> bool:
        """Whether the claim's class is put forward without needing support.

        It is granted if a member is marked `granted: true`. Otherwise it is not granted if a member
        is marked `granted: pending` or `false`, or is supported; without mark and support it is.
        """
        return claim in self._grants.granted

    @property
    def granted(self) -> frozenset[str]:
        """The claims of which `is_granted` is true."""
        return self._grants.granted

    def is_pending(self, claim: str) -> bool:
        """Whether the claim's class is marked as still to be supported, by any of its members."""
        return claim in self._grants.pending

    @property
    def has_pending(self) -> bool:
        """Whether some claim is still to be supported."""
        return bool(self._grants.pending)

    @property
    def pending(self) -> frozenset[str]:
        """The claims of which `is_pending` is true."""
        return self._grants.pending

    def claim_bearing(self, id_: str) -> str | None:
        """The claim with this id, or the claim at which the chain of targets of a relation ends.

        None if the chain never ends, as for undercuts that undercut each other.
        """
        passed = set()
        while id_ in self.relations and id_ not in passed:
            passed.add(id_)
            id_ = self.relations[id_].target
        return id_ if id_ in self.claims else None

    @overload
    def to_networkx(self, *, relations: Literal[True] = True) -> nx.DiGraph[str]: ...

    @overload
    def to_networkx(self, *, relations: Literal[False]) -> nx.MultiDiGraph[str]: ...

    def to_networkx(self, *, relations: bool = True) -> nx.DiGraph[str] | nx.MultiDiGraph[str]:
        """The graph of claims and relations, or with `relations=False` of claims alone.

        Both have the statuses of claims as attributes and can be written as GraphML and GEXF; see
        `argmap.graph.claim_graph` and `argmap.analysis.graph_with_statuses`.
        """
        from argmap.analysis.graph_with_statuses import graph_with_statuses  # noqa: PLC0415

        return graph_with_statuses(self, relations=relations)

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        """The representations that a notebook can show.

        Never raises, as a notebook would show the traceback in place of the map.
        """
        try:
            from argmap.views.notebook import mimebundle  # noqa: PLC0415

            return mimebundle(self)
        except Exception:  # noqa: BLE001  # a map without its picture is better than a traceback
            return {"text/plain": repr(self)}

    def _repr_svg_(self) -> str | None:
        """The picture as SVG, for notebooks and tools that know only this method; never raises."""
        return self._repr_mimebundle_().get("image/svg+xml")


def _by_id(parts: Iterable[Part]) -> dict[str, Part]:
    by_id: dict[str, Part] = {}
    for part in parts:
        if by_id.setdefault(part.id, part) is not part:
            raise ValueError(f"the id {part.id!r} is given twice")
    return by_id


def _sorted(mapping: Mapping[str, T]) -> Mapping[str, T]:
    return MappingProxyType(dict(sorted(mapping.items())))


def _refuse_unknown(known: Mapping[str, object], names: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            raise ValueError(f"the map holds no {name!r}")
