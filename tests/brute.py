"""The grounded reading as `model.md` words it, written naively, as an oracle for tests.

Nothing here is taken from the program: only the map's own values are used. Every definition is
written down as it reads, at whatever cost, for maps of a handful of claims.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from argmap.model.relation import Force, Kind
from argmap.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

Atom: TypeAlias = Hashable
Atoms: TypeAlias = frozenset[Atom]


# Assumption-based frameworks


@dataclass(frozen=True)
class Aba:
    """A flat framework: rules are heads and bodies, contraries pairs of assumption and contrary."""

    assumptions: Atoms
    rules: tuple[tuple[Atom, Atoms], ...]
    contraries: frozenset[tuple[Atom, Atom]]


def closure(aba: Aba, given: Atoms) -> Atoms:
    """The atoms derivable from the given assumptions: rules applied until nothing new comes."""
    known = set(given)
    while True:
        new = {head for head, body in aba.rules if body <= known} - known
        if not new:
            return frozenset(known)
        known |= new


def attacked_by(aba: Aba, given: Atoms) -> Atoms:
    """The assumptions to which the given ones derive a contrary."""
    derived = closure(aba, given)
    return frozenset(assumption for assumption, contrary in aba.contraries if contrary in derived)


def defended_by(aba: Aba, given: Atoms) -> Atoms:
    """The assumptions such that every set that attacks them is attacked by the given ones.

    A set that the given ones do not attack lies within all those that they do not attack.
    """
    opposed = aba.assumptions - attacked_by(aba, given)
    return aba.assumptions - attacked_by(aba, opposed)


def subsets(atoms: Atoms) -> Iterator[Atoms]:
    """All subsets, the smallest first."""
    for size in range(len(atoms) + 1):
        yield from map(frozenset, combinations(atoms, size))


def grounded(aba: Aba) -> Atoms:
    """The least fixpoint of defence."""
    now: Atoms = frozenset()
    while (then := defended_by(aba, now)) != now:
        now = then
    return now


def complete_extensions(aba: Aba) -> list[Atoms]:
    """All sets that do not attack themselves and hold exactly what they defend; smallest first.

    Defence is asked of every set of assumptions here, which is for a handful of them only.
    """
    strikes = {chosen: attacked_by(aba, chosen) for chosen in subsets(aba.assumptions)}

    def defends(struck: Atoms) -> Atoms:
        unanswered = (hit for attackers, hit in strikes.items() if not attackers & struck)
        return aba.assumptions - frozenset[Atom]().union(*unanswered)

    return [
        chosen
        for chosen, struck in strikes.items()
        if not struck & chosen and defends(struck) == chosen
    ]


# Maps


@dataclass(frozen=True)
class Status:
    """The status of one claim: label, word, reason, and whether it is contested and granted."""

    label: str
    word: str
    reason: str
    contested: bool
    granted: bool


class Brute:
    """A map read by someone, with everything that `model.md` says of it."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        stance: Stance | None = None,
        force: Force | None = None,
        *,
        with_pending: bool = True,
    ) -> None:
        self.map = argument_map
        self.with_pending = with_pending
        self.objections = force or argument_map.objections
        stance = stance or Stance()
        self.rejected = {self.class_(claim) for claim in stance.reject}
        self.accepted = {self.class_(claim) for claim in stance.accept}
        self.aba = self.framework()
        self.extension = grounded(self.aba)
        self.derived = closure(self.aba, self.extension)

    # What the map says

    def class_(self, claim: str) -> tuple[str, ...]:
        """The class of a claim, which reasoning takes as one claim."""
        return tuple(sorted(self.map.classes.get(claim, (claim,))))

    def relations(self, kind: Kind) -> list[Relation]:
        """The relations of a kind."""
        return [relation for relation in self.map.relations.values() if relation.kind is kind]

    def on(self, class_: tuple[str, ...], kind: Kind) -> list[Relation]:
        """The supports of a class, or the attacks on it."""
        return [relation for relation in self.relations(kind) if relation.target in class_]

    def undercuts(self, relation: Relation) -> list[Relation]:
        """The undercuts of a relation."""
        return [
            undercut
            for undercut in self.relations(Kind.UNDERCUTS)
            if undercut.target == relation.id
        ]

    def granted(self, class_: tuple[str, ...]) -> bool:
        """Granted as written, before any stance."""
        grants = {self.map.claims[claim].granted for claim in class_}
        if True in grants:
            return True
        if any(self.map.claims[claim].pending for claim in class_):
            return False
        return False not in grants and not self.on(class_, Kind.SUPPORTS)

    def pending(self, class_: tuple[str, ...]) -> bool:
        """Still to be supported, as written; a mark that it is granted goes before."""
        claims = [self.map.claims[claim] for claim in class_]
        return any(claim.pending for claim in claims) and not any(claim.granted for claim in claims)

    def defeats(self, attack: Relation) -> bool:
        """Whether an attack on a claim is meant to refute."""
        if attack.contradiction:
            return True
        return (attack.force or self.objections) is Force.DEFEAT

    def framework(self, *, stances: bool = True, rejections: bool = True) -> Aba:
        """The map compiled, one `hit` for every attack."""
        classes = {self.class_(claim) for claim in self.map.claims}
        rejected = self.rejected if stances and rejections else set()
        accepted = self.accepted if stances else set()
        assumptions: set[Atom] = {("through", relation) for relation in self.map.relations}
        rules: list[tuple[Atom, Atoms]] = []
        contraries: set[tuple[Atom, Atom]] = set()
        for class_ in classes:
            if class_ in accepted:
                rules.append((("claim", class_), frozenset()))
            if self.granted(class_) and class_ not in rejected:
                assumptions.add(("granted", class_))
                rules.append((("claim", class_), frozenset([("granted", class_)])))
            if self.with_pending and self.pending(class_) and class_ not in rejected:
                assumptions.add(("to come", class_))
                rules.append((("claim", class_), frozenset([("to come", class_)])))
                contraries.add((("to come", class_), ("to come", class_)))
        for relation in self.map.relations.values():
            body: Atoms = frozenset(
                ("claim", self.class_(premise)) for premise in relation.premises
            )
            body |= {("through", relation.id)}
            if relation.kind is not Kind.SUPPORTS:
                rules.append((("hit", relation.id), body))
            elif self.class_(relation.target) not in rejected:
                rules.append((("claim", self.class_(relation.target)), body))
            contraries |= {(target, ("hit", relation.id)) for target in self.exposed(relation)}
        known = frozenset(pair for pair in contraries if pair[0] in assumptions)
        return Aba(frozenset(assumptions), tuple(rules), known)

    def exposed(self, relation: Relation) -> list[Atom]:
        """The assumptions to which the hit of an attack is contrary."""
        if relation.kind is Kind.SUPPORTS:
            return []
        if relation.kind is Kind.UNDERCUTS:
            return [("through", relation.target)]
        class_ = self.class_(relation.target)
        return [
            ("granted", class_),
            ("to come", class_),
            *(("through", support.id) for support in self.on(class_, Kind.SUPPORTS)),
        ]

    # Labels

    def hits(self, attack: Relation) -> bool:
        """Whether an attack is derived from the extension."""
        return ("hit", attack.id) in self.derived

    def struck(self) -> Atoms:
        """The assumptions that an undercut or an attack of force `defeat`, derived, hits."""
        return frozenset(
            target
            for attack in self.map.relations.values()
            if attack.kind is Kind.UNDERCUTS
            or (attack.kind is Kind.ATTACKS and self.defeats(attack))
            if self.hits(attack)
            for target in self.exposed(attack)
        )

    def not_struck(self) -> Atoms:
        """The assumptions that are not struck."""
        return self.aba.assumptions - self.struck()

    def label(self, class_: tuple[str, ...]) -> str:
        """The label of a claim."""
        if ("claim", class_) in self.derived:
            return "in"
        return "undec" if ("claim", class_) in closure(self.aba, self.not_struck()) else "out"

    def relation_label(self, relation: Relation) -> str:
        """The label of a relation, to the letter.

        So a support of a rejected claim can be `in`: it goes through, though it carries nothing.
        """
        is_support = relation.kind is Kind.SUPPORTS
        target = self.class_(relation.target) if relation.kind is not Kind.UNDERCUTS else ()
        premises = {self.label(self.class_(premise)) for premise in relation.premises}
        if premises == {"in"} and ("through", relation.id) in self.extension:
            return "in"
        if "out" in premises or any(self.hits(undercut) for undercut in self.undercuts(relation)):
            return "out"
        if is_support and any(
            self.hits(attack) and self.defeats(attack) for attack in self.on(target, Kind.ATTACKS)
        ):
            return "out"
        return "undec"

    def relation_labels(self) -> dict[str, str]:
        """The labels of all relations."""
        return {id_: self.relation_label(relation) for id_, relation in self.map.relations.items()}

    # Words

    def statuses(self) -> dict[str, Status]:
        """The status of every claim."""
        return {claim: self.status_of(self.class_(claim)) for claim in self.map.claims}

    def status_of(self, class_: tuple[str, ...]) -> Status:
        """The status of a class."""
        label = self.label(class_)
        objections = {self.relation_label(attack) for attack in self.on(class_, Kind.ATTACKS)}
        if label == "in":
            word, reasons = "stands", self.reasons_to_stand(class_, objections)
        elif label == "out":
            word, reasons = "falls", self.reasons_to_fall(class_)
        elif "in" in objections:
            word, reasons = "contested", ["unanswered objection"]
        else:
            word, reasons = "open", self.reasons_to_be_open(class_)
        return Status(label, word, reasons[0], bool(objections - {"out"}), self.granted(class_))

    def reasons_to_stand(self, class_: tuple[str, ...], objections: set[str]) -> list[str]:
        """All reasons that fit, in the order of precedence."""
        fits = {
            "accepted": class_ in self.accepted,
            "disputed": bool(objections - {"out"}),
            "answered": bool(objections),
            "granted": self.granted(class_),
            "supported": True,
        }
        return [reason for reason, fit in fits.items() if fit]

    def reasons_to_be_open(self, class_: tuple[str, ...]) -> list[str]:
        """All reasons that fit, in the order of precedence.

        A claim "rests on a contested or open claim" if all that could carry it does; one that has
        a grant, or a support with settled premises, is undecided for what is drawn against it.
        """
        settled = any(
            self.relation_label(support) == "undec"
            and {self.label(self.class_(premise)) for premise in support.premises} == {"in"}
            for support in self.on(class_, Kind.SUPPORTS)
        )
        fits = {
            "conflict": settled or self.granted(class_),
            "to be supported": self.pending(class_),
            "premise unsettled": True,
        }
        return [reason for reason, fit in fits.items() if fit]

    def reasons_to_fall(self, class_: tuple[str, ...]) -> list[str]:
        """All reasons that fit, in the order of precedence.

        No derivation "even with attacks left out" is said of the map as written: stances do not
        alter what rests on what.
        """
        as_written = self.framework(stances=False)
        supports = self.on(class_, Kind.SUPPORTS)
        fits = {
            "rejected": class_ in self.rejected,
            "refuted": any(
                self.defeats(attack) and self.hits(attack)
                for attack in self.on(class_, Kind.ATTACKS)
            ),
            "not carried": ("claim", class_) not in closure(as_written, as_written.assumptions),
            "step blocked": any(
                self.hits(other) for support in supports for other in self.undercuts(support)
            ),
            "premise gone": any(
                self.label(self.class_(premise)) == "out"
                for support in supports
                for premise in support.premises
            ),
        }
        return [reason for reason, fit in fits.items() if fit]
