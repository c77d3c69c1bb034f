"""Random maps, and maps written in a few characters, for tests."""

from __future__ import annotations

from dataclasses import replace
from hashlib import shake_128
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from argmap.diagnostics import Location
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Force, Kind, Relation, contradiction_id, derived_id
from argmap.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

T = TypeVar("T")

HERE = Location("claims/test.yaml", 1, 1)

SIGNS: Mapping[str, tuple[Kind, Force | None]] = {
    "+": (Kind.SUPPORTS, None),
    "-": (Kind.ATTACKS, None),
    "-!": (Kind.ATTACKS, Force.DEFEAT),
    "-?": (Kind.ATTACKS, Force.CONTEST),
    "/": (Kind.UNDERCUTS, None),
}

MARKS: Mapping[str, bool | str] = {"granted": True, "ungranted": False, "pending": "pending"}
"""What an author says of being granted: the value of the key in a claim file."""


# Maps written by hand


def read_map(text: str, objections: Force = Force.CONTEST, main: str = "") -> ArgumentMap:
    """A map from a few lines; a claim is there as soon as it is named.

    ``a & b + c`` supports (linked), ``a - b`` attacks, ``a -! b`` and ``a -? b`` attack with force
    `defeat` and `contest`, ``a / r`` undercuts, ``r: a + b`` names the relation, a final ``@2`` is
    its place in the target's entry, ``a >< b`` contradicts, ``a = b`` restates, ``granted a``,
    ``ungranted a`` and ``pending a`` is what the author says; any other words are claims.

    >>> small = read_map("r: a & b + c; d / r; c = e; granted c")
    >>> list(small.claims), list(small.relations), small.class_of("e"), small.is_granted("e")
    (['a', 'b', 'c', 'd', 'e'], ['d~undercuts~r', 'r'], ('c', 'e'), True)
    """
    draft = _Draft()
    for line in text.replace(";", "\n").splitlines():
        words = line.split()
        if words:
            draft.take(words)
    return draft.finished(objections, main)


class _Draft:
    def __init__(self) -> None:
        self.names: list[str] = []
        self.marks: dict[str, bool | str] = {}
        self.relations: dict[str, Relation] = {}
        self.same: list[set[str]] = []

    def take(self, words: list[str]) -> None:
        if words[0] in MARKS:
            self.marks |= dict.fromkeys(words[1:], MARKS[words[0]])
            self.names += words[1:]
        elif "><" in words:
            first, _, other = words
            self.names += [first, other]
            for attack in contradiction(first, other):
                self.relations[attack.id] = attack
        elif "=" in words:
            members = [word for word in words if word != "="]
            self.names += members
            self.same.append(set(members))
        elif SIGNS.keys() & words:
            self.relate(words)
        else:
            self.names += words

    def relate(self, words: list[str]) -> None:
        name = words.pop(0)[:-1] if words[0].endswith(":") else ""
        position = int(words.pop()[1:]) if words[-1].startswith("@") else None
        *premises, sign, target = [word for word in words if word != "&"]
        kind, force = SIGNS[sign]
        self.names += premises if kind is Kind.UNDERCUTS else [*premises, target]
        made = relation(premises, kind, target, force, name)
        self.relations[made.id] = replace(made, position=position)

    def finished(self, objections: Force, main: str) -> ArgumentMap:
        return ArgumentMap(
            {name: marked(name, self.marks.get(name)) for name in self.names},
            self.relations,
            classes=classes_of(self.same),
            objections=objections,
            main=tuple(main.split()),
        )


def marked(id_: str, mark: bool | str | None) -> Claim:  # noqa: FBT001  # a value of a file
    """A claim of which the author says that it is granted, not granted, pending, or nothing."""
    if isinstance(mark, str):
        return Claim(id_, id_, HERE, pending=True)
    return Claim(id_, id_, HERE, granted=mark)


def relation(
    premises: Iterable[str], kind: Kind, target: str, force: Force | None = None, name: str = ""
) -> Relation:
    """A relation as the reader would build it; without a name it has its derived id."""
    kept = tuple(sorted(set(premises)))
    id_ = name or derived_id(kept, kind, target)
    return Relation(id_, kind, kept, target, HERE, force=force, named=bool(name))


def contradiction(first: str, other: str) -> tuple[Relation, Relation]:
    """The two attacks of a contradiction."""
    there, back = (
        Relation(
            contradiction_id(attacker, target),
            Kind.ATTACKS,
            (attacker,),
            target,
            HERE,
            force=Force.DEFEAT,
            contradiction=True,
        )
        for attacker, target in ((first, other), (other, first))
    )
    return there, back


def classes_of(same: Iterable[Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Every restated claim's class, from groups that may overlap."""
    classes: dict[str, tuple[str, ...]] = {}
    for group in same:
        members = {member for name in group for member in classes.get(name, (name,))}
        classes |= dict.fromkeys(members, tuple(sorted(members)))
    return {name: members for name, members in classes.items() if len(members) > 1}


def chain(length: int) -> ArgumentMap:
    """Claims of which each supports the one before it."""
    names = [f"c{place:06}" for place in range(length)]
    relations = [relation([lower], Kind.SUPPORTS, upper) for upper, lower in pairwise(names)]
    return ArgumentMap(
        {name: Claim(name, name, HERE) for name in names},
        {relation.id: relation for relation in relations},
    )


# Maps changed


def without_relation(argument_map: ArgumentMap, gone: str) -> ArgumentMap:
    """The map without a relation, and so without its undercuts and theirs."""
    leaving = [gone]
    for id_ in leaving:  # grows while it is read
        leaving += (other.id for other in argument_map.relations_to(id_) if other.id not in leaving)
    kept = {id_: relation for id_, relation in argument_map.relations.items() if id_ not in leaving}
    return replace(argument_map, relations=kept)


def with_relation(argument_map: ArgumentMap, more: Relation) -> ArgumentMap:
    """The map with one more relation."""
    return replace(argument_map, relations={**argument_map.relations, more.id: more})


def with_claim(argument_map: ArgumentMap, id_: str, *, granted: bool | None = None) -> ArgumentMap:
    """The map with one more claim, or another answer to whether this one is granted."""
    claim = Claim(id_, id_, HERE, granted=granted)
    return replace(argument_map, claims={**argument_map.claims, id_: claim})


def renamed(
    argument_map: ArgumentMap, new: Mapping[str, str], new_relations: Mapping[str, str]
) -> ArgumentMap:
    """The same map under other names of claims and relations, all given in reversed order."""
    targets = {**new, **new_relations}
    claims = {new[id_]: replace(claim, id=new[id_]) for id_, claim in argument_map.claims.items()}
    relations = {
        new_relations[id_]: replace(
            relation,
            id=new_relations[id_],
            premises=tuple(new[premise] for premise in reversed(relation.premises)),
            target=targets[relation.target],
        )
        for id_, relation in argument_map.relations.items()
    }
    return replace(
        argument_map,
        claims=dict(reversed(claims.items())),
        relations=dict(reversed(relations.items())),
        classes=classes_of(
            [new[member] for member in group] for group in argument_map.classes.values()
        ),
        main=tuple(new[id_] for id_ in argument_map.main),
    )


def renamed_stance(stance: Stance, new: Mapping[str, str]) -> Stance:
    """The same stance on the renamed map."""
    return Stance(
        reject=frozenset(new[id_] for id_ in stance.reject),
        accept=frozenset(new[id_] for id_ in stance.accept),
    )


# Random maps


class Choices:
    """A row of choices read from bytes; when these are used up, the first option always.

    One draw of bytes makes a whole map: fast to draw, and what fails shrinks towards zeros, that
    is towards few claims and relations and the first of all options.
    """

    def __init__(self, data: bytes) -> None:
        self._rest = iter(data)

    def below(self, limit: int) -> int:
        """A number from 0 to `limit` - 1."""
        return next(self._rest, 0) % limit

    def one_of(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.below(len(options))]

    def shuffled(self, items: Iterable[T]) -> list[T]:
        """The items in some order."""
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in range(len(rest))]


_SAID = (None, None, None, None, True, False, "pending")
_SIZES = (1, 1, 1, 2, 2, 3)
_KINDS = (*4 * (Kind.SUPPORTS,), *3 * (Kind.ATTACKS,), *3 * (Kind.UNDERCUTS,), None)
_FORCES = (None, None, None, Force.CONTEST, Force.DEFEAT)
_SIDES = (None, None, None, None, "reject", "accept")


def map_of(choices: Choices, claims: int = 7, relations: int = 13) -> ArgumentMap:
    """A map without errors, though with whatever only earns a warning: self-attacks, circles."""
    names = [chr(ord("a") + place) for place in range(1 + choices.below(claims))]
    classes = classes_of(
        (choices.one_of(names), choices.one_of(names)) for _ in range(choices.below(3))
    )
    marks = {name: choices.one_of(_SAID) for name in names}
    for name in names:  # no marks at odds within a class
        if len({marks[member] for member in classes.get(name, (name,))} - {None}) > 1:
            marks[name] = None
    return ArgumentMap(
        {name: marked(name, marks[name]) for name in names},
        _relations_of(choices, names, classes, choices.below(relations + 1)),
        classes=classes,
        objections=choices.one_of(tuple(Force)),
    )


def _relations_of(
    choices: Choices, names: list[str], classes: Mapping[str, tuple[str, ...]], count: int
) -> dict[str, Relation]:
    relations: dict[str, Relation] = {}
    undercuts: dict[str, set[str]] = {}
    for id_ in (f"r{number}" for number in range(count)):
        kind = choices.one_of(_KINDS)
        premises = {choices.one_of(names) for _ in range(choices.one_of(_SIZES))}
        if kind is Kind.UNDERCUTS:
            undercuts[id_] = premises
            continue
        target = choices.one_of(names)
        members = {target, *classes.get(target, ())}
        if kind is not Kind.ATTACKS or members & premises != {target} or choices.below(4):
            premises -= members  # but for a self-attack now and then
        if premises and kind is None:
            relations |= {premise.id: premise for premise in contradiction(min(premises), target)}
        elif premises:
            force = choices.one_of(_FORCES) if kind is Kind.ATTACKS else None
            relations[id_] = relation(premises, kind or Kind.ATTACKS, target, force, id_)
    targets = [
        *(id_ for id_, relation in relations.items() if not relation.contradiction),
        *undercuts,
    ]
    for id_, premises in undercuts.items():  # of each other too: circles of undercuts
        target = choices.one_of(targets)
        if target != id_:
            relations[id_] = relation(premises, Kind.UNDERCUTS, target, None, id_)
    for id_ in undercuts:
        if id_ in relations and relations[id_].target not in relations:
            _drop(relations, id_)
    return relations


def _drop(relations: dict[str, Relation], gone: str) -> None:
    """Drop a relation that lost its target, and what undercuts it."""
    del relations[gone]
    for id_ in [id_ for id_, relation in relations.items() if relation.target == gone]:
        if id_ in relations:
            _drop(relations, id_)


def stance_of(choices: Choices, argument_map: ArgumentMap) -> Stance:
    """A stance that rejects some classes and accepts others, by any of their members."""
    sides: dict[str, list[str]] = {"reject": [], "accept": []}
    for id_ in argument_map.claims:
        members = argument_map.class_of(id_)
        side = choices.one_of(_SIDES) if members[0] == id_ else None
        if side is not None:
            sides[side].append(choices.one_of(members))
    return Stance(reject=frozenset(sides["reject"]), accept=frozenset(sides["accept"]))


def dung_map_of(choices: Choices) -> ArgumentMap:
    """Granted claims and plain attacks of one premise, read with `defeat`: Dung's frameworks.

    A claim still to be supported is an argument that attacks itself.
    """
    names = [chr(ord("a") + place) for place in range(1 + choices.below(8))]
    attacks = [
        relation([choices.one_of(names)], Kind.ATTACKS, choices.one_of(names))
        for _ in range(choices.below(14))
    ]
    marks = (*6 * (None,), "pending")
    return ArgumentMap(
        {name: marked(name, choices.one_of(marks)) for name in names},
        {attack.id: attack for attack in attacks},
        objections=Force.DEFEAT,
    )


def reading_of(choices: Choices) -> tuple[ArgumentMap, Stance]:
    """A map, and in two cases of three a reader's stance."""
    has_stance = choices.below(3)
    argument_map = map_of(choices)
    return argument_map, stance_of(choices, argument_map) if has_stance else Stance()


# Tests over many examples


def for_all(
    build: Callable[[Choices], T], count: int, size: int = 90
) -> Callable[[Callable[[T], None]], Callable[[], None]]:
    """Run a test on `count` examples, the same ones in every run; what fails is made small first.

    In place of `hypothesis.given`, which spends more time on drawing a map than its test on it.
    """

    def decorate(test: Callable[[T], None]) -> Callable[[], None]:
        def fails(data: bytes) -> bool:
            try:
                test(build(Choices(data)))
            except Exception:  # noqa: BLE001 - whatever it is, the smallest example raises it again
                return True
            return False

        def over_all() -> None:
            for number in range(count):
                data = shake_128(str(number).encode()).digest(size)
                if fails(data):
                    fail(number, build(Choices(smallest(data, fails))))

        def fail(number: int, example: T) -> None:
            try:
                test(example)
            except Exception as error:
                error.add_note(f"Example {number} of {count}, made small:\n{shown(example)}")
                raise
            raise AssertionError(f"example {number} fails, but only now and then")

        over_all.__name__, over_all.__doc__ = test.__name__, test.__doc__
        over_all.__module__ = test.__module__
        return over_all

    return decorate


def smallest(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """The bytes with as many zeros at the end, and as small numbers, as still fail."""
    before = None
    while before != data:
        before = data
        for place in range(len(data)):
            for less in range(min(data[place], 12)):
                tried = data[:place] + bytes([less]) + data[place + 1 :]
                if fails(tried):
                    data = tried
                    break
    return data


def shown(example: object) -> str:
    """An example to read; maps in the words of `read_map`."""
    if isinstance(example, ArgumentMap):
        return "\n".join(_lines(example))
    if isinstance(example, tuple):
        return "\n".join(map(shown, example))
    return repr(example)


def _lines(argument_map: ArgumentMap) -> Iterator[str]:
    yield f"# objections: {argument_map.objections}"
    yield " ".join(argument_map.claims)
    for word, mark in MARKS.items():
        value = str(mark).lower()
        names = [id_ for id_, claim in argument_map.claims.items() if claim.grant == value]
        if names:
            yield " ".join((word, *names))
    yield from sorted({" = ".join(members) for members in argument_map.classes.values()})
    signs = {meant: sign for sign, meant in SIGNS.items()}
    for id_, relation in argument_map.relations.items():
        if not relation.contradiction:
            sign = signs[relation.kind, relation.force]
            yield f"{id_}: {' & '.join(relation.premises)} {sign} {relation.target}"
        elif relation.premises[0] < relation.target:
            yield f"{relation.premises[0]} >< {relation.target}"
