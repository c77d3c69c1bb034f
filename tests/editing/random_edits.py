"""Random edits of random claim files, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.editing.edits import (
    AcceptDraft,
    AddClaim,
    AddContradiction,
    AddRelation,
    AddRestatement,
    AddSource,
    DefineBelow,
    DefineInPlace,
    JoinPremise,
    MoveClaim,
    Redirect,
    RemoveClaim,
    RemoveField,
    RemoveRelation,
    RemoveRestatement,
    RemoveSource,
    Rename,
    SetField,
    SetLocators,
    SetMapField,
    SplitPremise,
)
from argmap.editing.writing_parts import with_field
from argmap.model.claim import Claim
from argmap.model.presentation import Step
from argmap.model.relation import Force, Kind, Relation
from argmap.model.setting_apart import with_drafts
from argmap.model.source import Locator, Source
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files
from tests.editing.mixed import mixed
from tests.fuzz.claim_files import BYTES_OF_A_FILE, Draws, sound
from tests.maps import Choices

if TYPE_CHECKING:
    from argmap.editing.edits import MapEdit, Value
    from argmap.model.argument_map import ArgumentMap
    from argmap.reading.parsed_map import ParsedMap

NEW = "quite-new"
"""An id that no random map has, nor any text in it."""
FILE = "0.yaml"
_TEXTS = (
    "It is new.",
    "No: it is new",
    "New, all of it, [and] {more}",
    "# new",
    "12",
    "A 'new' \"one\"",
)
_DRAFT = ("mode", "draft")
_LONG = (
    "A new sentence that is so long that nobody would like to read it on a single line of a file."
)


class Case(NamedTuple):
    """A claim file, the map in it, and an edit of it."""

    text: str
    edit: MapEdit

    @property
    def files(self) -> tuple[ClaimFile, ...]:
        """The file as the only one of its map."""
        return (ClaimFile(FILE, self.text),)

    @property
    def parsed(self) -> ParsedMap:
        """The map in the file."""
        return read_files(ClaimFiles(self.files, ()), "")


def case_of(choices: Choices) -> Case:
    """A claim file in mixed forms, and an edit that fits it."""
    number = choices.below(len(_MAKERS))
    return _case(mixed(choices), number, choices)


def case_of_any_style(choices: Choices) -> Case:
    """A claim file with whatever a file may hold, and an edit that fits it."""
    number = choices.below(len(_MAKERS))
    further = Choices(bytes(choices.below(256) for _ in range(60)))
    draws = Draws(bytes(choices.below(256) for _ in range(BYTES_OF_A_FILE)))
    return _case(sound(draws).removeprefix("\ufeff"), number, further)


def _case(text: str, number: int, choices: Choices) -> Case:
    text = _with_drafts(text, choices) if len(text) % 3 == 1 else text
    argument_map = _map_in(text)
    if argument_map.drafts and choices.below(4) == 1:
        return Case(text, AcceptDraft(choices.one_of([*argument_map.drafts])))
    edit = _MAKERS[number](choices, with_drafts(argument_map))
    if argument_map.drafts and isinstance(edit, AddRestatement | SetMapField):
        edit = _MAKERS[number](choices, argument_map)  # a draft is named in relations alone
    return Case(text, edit)


def _map_in(text: str) -> ArgumentMap:
    return read_files(ClaimFiles((ClaimFile(FILE, text),), ()), "").map


def _with_drafts(text: str, choices: Choices) -> str:
    """The text in which some claims are drafts that are named by relations alone."""
    for _ in range(1 + choices.below(3)):
        drafted = with_field(text, "claim", _claim_of(choices, _map_in(text)), _DRAFT, None)
        read = read_files(ClaimFiles((ClaimFile(FILE, drafted),), ()), "")
        if read.map.claims and not any(problem.is_error for problem in read.diagnostics):
            text = drafted
    return text


def _claim_of(choices: Choices, argument_map: ArgumentMap) -> str:
    return choices.one_of([*argument_map.claims])


def _step_of(choices: Choices, argument_map: ArgumentMap) -> Relation | None:
    steps = [each for each in argument_map.relations.values() if not each.contradiction]
    return choices.one_of(steps) if steps else None


def _rename(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    named = [("relation", each.id) for each in argument_map.relations.values() if each.named]
    claims = [("claim", each) for each in argument_map.claims]
    kinds = ("source", "stance", "scheme", "question")
    others = [(kind, id_) for kind in kinds for id_ in getattr(argument_map, f"{kind}s")]
    kind, old = choices.one_of([*claims, *claims, *named, *others])
    return Rename(kind, old, NEW)


def _add_claim(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    text = choices.one_of((*_TEXTS, _LONG))
    claim = Claim(
        NEW,
        text,
        label=choices.one_of((None, "New: really")),
        granted=choices.one_of((None, True, False)),
        credence=choices.one_of((None, 0.5)),
        tags=choices.one_of(((), ("new",), ("a, b", "c"))),
    )
    return AddClaim(claim, FILE, choices.one_of((None, _claim_of(choices, argument_map))))


def _add_relation(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    kind = choices.one_of(tuple(Kind))
    step = _step_of(choices, argument_map)
    target = _claim_of(choices, argument_map)
    if kind is Kind.UNDERCUTS:
        if step is None:
            return _rename(choices, argument_map)
        target = step.id
    forbidden = {target, *argument_map.class_of(target)} if kind is not Kind.UNDERCUTS else set()
    free = [id_ for id_ in argument_map.claims if id_ not in forbidden]
    if not free:
        return _rename(choices, argument_map)
    premises = {choices.one_of(free) for _ in range(1 + choices.below(2))}
    force = choices.one_of((None, Force.DEFEAT)) if kind is Kind.ATTACKS else None
    name = choices.one_of(("", NEW))
    relation = Relation.of(premises, kind, target, name, force=force)
    return (
        _rename(choices, argument_map)
        if relation.id in argument_map.relations
        else AddRelation(relation)
    )


def _join(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    step = _step_of(choices, argument_map)
    if step is None:
        return _rename(choices, argument_map)
    forbidden = {*step.premises}
    if step.target in argument_map.claims:
        forbidden |= {step.target, *argument_map.class_of(step.target)}
    free = [id_ for id_ in argument_map.claims if id_ not in forbidden]
    if not free:
        return _rename(choices, argument_map)
    edit = JoinPremise(step.id, choices.one_of(free))
    premises = {*step.premises, edit.premise}
    made = Relation.of(premises, step.kind, step.target).id
    return _rename(choices, argument_map) if made in argument_map.relations else edit


def _split(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    linked = [each for each in argument_map.relations.values() if each.is_linked]
    if not linked:
        return _join(choices, argument_map)
    step = choices.one_of(linked)
    edit = SplitPremise(step.id, choices.one_of(step.premises))
    premises = {*step.premises} - {edit.premise}
    made = Relation.of(premises, step.kind, step.target).id
    return _rename(choices, argument_map) if made in argument_map.relations else edit


def _redirect(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    """Another target of a relation, which neither hangs on it nor is a premise of it."""
    step = _step_of(choices, argument_map)
    if step is None:
        return _rename(choices, argument_map)
    kind = choices.one_of(tuple(Kind))
    alike = {each for premise in step.premises for each in argument_map.class_of(premise)}
    targets = [id_ for id_ in argument_map.claims if id_ not in alike]
    if kind is Kind.UNDERCUTS:
        steps = [each for each in argument_map.relations.values() if not each.contradiction]
        targets = [each.id for each in steps if step.id not in _below(argument_map, each.id)]
    if not targets:
        return _rename(choices, argument_map)
    target = choices.one_of(targets)
    made = Relation.of(step.premises, kind, target).id
    is_taken = made in argument_map.relations and made != step.id
    return _rename(choices, argument_map) if is_taken else Redirect(step.id, kind, target)


def _below(argument_map: ArgumentMap, id_: str) -> list[str]:
    """A relation with all on which it hangs."""
    chain = [id_]
    while (target := argument_map.relations[chain[-1]].target) in argument_map.relations:
        if target in chain:
            break
        chain.append(target)
    return chain


def _contradict(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    pair = _pair_of(choices, argument_map)
    if pair is None or f"{pair[0]}~contradicts~{pair[1]}" in argument_map.relations:
        return _rename(choices, argument_map)
    return AddContradiction(*pair)


def _restate(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    pair = _pair_of(choices, argument_map)
    members = {each for id_ in pair or () for each in argument_map.class_of(id_)}
    grants = {argument_map.claims[each].grant for each in members} - {None}
    touched = [
        each
        for each in with_drafts(argument_map).relations.values()
        if members & {*each.premises} and each.target in members
    ]
    if pair is None or touched or len(grants) > 1:
        return _rename(choices, argument_map)
    return AddRestatement(*pair)


def _pair_of(choices: Choices, argument_map: ArgumentMap) -> tuple[str, str] | None:
    """Two claims that do not say the same."""
    claim = _claim_of(choices, argument_map)
    others = [id_ for id_ in argument_map.claims if id_ not in argument_map.class_of(claim)]
    return (claim, choices.one_of(others)) if others else None


def _no_restatement(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    if not argument_map.classes:
        return _restate(choices, argument_map)
    return RemoveRestatement(choices.one_of([*argument_map.classes]))


def _add_source(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    text = choices.one_of((*_TEXTS, _LONG))
    made = Source(
        NEW,
        title=text,
        authors=choices.one_of(((), ("Smith, John",), ("A. One", "World Health Organization"))),
        date=choices.one_of((None, "2026-03-04")),
        document=choices.one_of((None, "a report.txt")),
        caveats=choices.one_of(((), (text,))),
    )
    is_bare = not argument_map.sources and all(
        each.source is None for each in argument_map.claims.values()
    )
    return AddSource(made, FILE, own=is_bare and bool(choices.below(2)))


def _remove_source(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    cited = {each.source for each in argument_map.claims.values()}
    cited |= {each.source for each in argument_map.relations.values()}
    cited |= {each.only_source for each in argument_map.views.values()}
    free = [id_ for id_ in argument_map.sources if id_ not in cited]
    return RemoveSource(choices.one_of(free)) if free else _add_source(choices, argument_map)


def _set_map(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    text = choices.one_of((*_TEXTS, _LONG))
    claims = tuple(choices.shuffled(argument_map.claims)[: choices.below(3)])
    steps = tuple(Step((id_,), choices.one_of(("", text))) for id_ in claims)
    fields: tuple[SetMapField, ...] = (
        SetMapField("title", text),
        SetMapField("title", None),
        SetMapField("question", text),
        SetMapField("question", None),
        SetMapField("main", claims),
        SetMapField("objections", choices.one_of(("defeat", None))),
        SetMapField("steps", steps),
    )
    return choices.one_of(fields)


def _set(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    text = choices.one_of((*_TEXTS, _LONG))
    step = _step_of(choices, argument_map)
    of_claims: tuple[tuple[str, Value], ...] = (
        ("text", text),
        ("label", text),
        ("note", text),
        ("section", text),
        ("credence", 0.25),
        ("tags", ("a", "b, c")),
        ("tags", ("new",)),
    )
    of_steps: tuple[tuple[str, Value], ...] = (
        ("weight", 0.5),
        ("rationale", text),
        ("note", text),
        ("tags", ("new",)),
    )
    if step is not None and choices.below(3) == 1:
        return SetField("relation", step.id, *choices.one_of(of_steps))
    return SetField("claim", _claim_of(choices, argument_map), *choices.one_of(of_claims))


def _remove_field(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    fields = [
        ("claim", each.id, key)
        for each in argument_map.claims.values()
        for key, value in (("note", each.note), ("granted", each.grant))
        if value is not None
    ]
    fields += [
        ("relation", each.id, "force")
        for each in argument_map.relations.values()
        if each.force is not None and not each.contradiction
    ]
    return RemoveField(*choices.one_of(fields)) if fields else _rename(choices, argument_map)


def _set_locators(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    """Further quotations, fewer, others in their places, or none."""
    step = _step_of(choices, argument_map)
    sourced = [each for each in argument_map.claims.values() if each.source is not None]
    if step is not None and (not sourced or choices.below(2)):
        return _locators_of("relation", step, choices)
    if not sourced:
        return _rename(choices, argument_map)
    return _locators_of("claim", choices.one_of(sourced), choices)


def _locators_of(kind: str, part: Claim | Relation, choices: Choices) -> SetLocators:
    kept = tuple(each for each in part.locators if choices.below(3))
    new = tuple(_locator(choices) for _ in range(choices.below(3)))
    both = (*kept, *new) if choices.below(4) else (*new, *kept)
    return SetLocators(kind, part.id, both)


def _locator(choices: Choices) -> Locator:
    made = Locator(
        paragraph=choices.one_of((None, 7)),
        page=choices.one_of((None, "12")),
        quote=choices.one_of((None, "and therefore: it is", _LONG, "12")),
    )
    return made if made.place or made.quote else Locator(time="0:12")


def _remove_relation(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    relations = [*argument_map.relations]
    return (
        RemoveRelation(choices.one_of(relations)) if relations else _rename(choices, argument_map)
    )


def _remove_claim(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    if len(argument_map.claims) == 1:
        return _rename(choices, argument_map)
    return RemoveClaim(_claim_of(choices, argument_map))


def _move(choices: Choices, argument_map: ArgumentMap) -> MapEdit:
    claim = _claim_of(choices, argument_map)
    if choices.below(2):
        others = [id_ for id_ in argument_map.claims if id_ != claim]
        return MoveClaim(claim, FILE, choices.one_of((None, *others)))
    return DefineInPlace(claim) if choices.below(2) else DefineBelow(claim)


_MAKERS = (
    _rename,
    _add_claim,
    _add_relation,
    _join,
    _set,
    _remove_field,
    _remove_relation,
    _remove_claim,
    _move,
    _set_locators,
    _split,
    _redirect,
    _contradict,
    _restate,
    _no_restatement,
    _add_source,
    _remove_source,
    _set_map,
)
