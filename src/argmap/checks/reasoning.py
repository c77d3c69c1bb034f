"""Checks of reasoning: relations that make sense, but probably not the sense intended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.answers import answered_claims
from argmap.analysis.labels.labelling import Label
from argmap.diagnostics import NOWHERE, Diagnostic
from argmap.graph.circles import one_circle
from argmap.graph.roles import Role
from argmap.model.claim import Mode
from argmap.model.relation import Kind, contradiction_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.graph.groundwork import Groundwork
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

_STATED_OUTRIGHT = frozenset({Mode.ASSERTED, Mode.REPORTED, Mode.CONCEDED})


def self_attack(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Claims among the premises of an attack on themselves."""
    for relation in argument_map.relations.values():
        attacks_itself = relation.kind is Kind.ATTACKS and relation.target in relation.premises
        if attacks_itself and not relation.contradiction:
            yield Diagnostic(
                relation.location,
                "AM402",
                f"`{relation.target}` is a premise of an attack on itself",
                "name another claim, unless the claim is meant to refute itself",
                relation.target,
            )


def circular_support(groundwork: Groundwork) -> Iterator[Diagnostic]:
    """Claims that support each other in a circle; a short circle through them is printed."""
    argument_map = groundwork.map
    for circle in groundwork.circles:
        if len(circle) == 1:  # a claim that supports itself is an error already
            continue
        path = one_circle(argument_map, circle)
        shown = " -> ".join(f"`{id_}`" for id_ in (*path, path[0]))
        yield Diagnostic(
            argument_map.claims[path[0]].location,
            "AM403",
            f"these claims support each other in a circle, and a circle supports nothing: {shown}",
            "delete one of these supports, or let a claim of the circle rest on something outside",
            path[0],
            tuple(sorted(member for claim in circle for member in argument_map.class_of(claim))),
        )


def both_sides(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Premises that, without a further premise, are a reason both for and against one claim."""
    supporting: dict[tuple[frozenset[str], str], Relation] = {}
    attacking: list[tuple[tuple[frozenset[str], str], Relation]] = []
    for relation in argument_map.relations.values():
        if relation.kind is Kind.UNDERCUTS:
            continue
        key = (
            frozenset(argument_map.head_of(premise) for premise in relation.premises),
            argument_map.head_of(relation.target),
        )
        if relation.kind is Kind.SUPPORTS:
            supporting[key] = relation
        else:
            attacking.append((key, relation))
    for key, relation in attacking:
        if key in supporting:
            verbs = ("attack", "support") if relation.is_linked else ("attacks", "supports")
            support = supporting[key]
            known = support.location.is_known
            where = f"at {support.location}" if known else f"by `{support.id}`"
            yield Diagnostic(
                relation.location,
                "AM404",
                f"{_listed(relation)} {verbs[0]} `{relation.target}`, and {verbs[1]} it {where}",
                "delete one of the two, or name the further premise that makes the difference",
                relation.target,
            )


def contradictions_written_as_attacks(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Attacks of one claim on another that it contradicts: one objection, which is told twice."""
    for relation in argument_map.relations.values():
        if relation.kind is not Kind.ATTACKS or relation.contradiction or relation.is_linked:
            continue
        [premise] = relation.premises
        same = argument_map.relations.get(contradiction_id(premise, relation.target))
        if same is not None:
            known = same.location.is_known
            where = f" at {same.location}" if known else ""
            yield Diagnostic(
                relation.location,
                "AM401",
                f"`{premise}` attacks `{relation.target}`, and the two contradict each other"
                f"{where}: one objection is told twice",
                "delete the attack, as a contradiction goes both ways and refutes; or keep it "
                "alone if it only speaks against the other",
                premise,
                (relation.target,),
            )


def not_granted_without_support(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Claims with `granted: false` that have no support either, and so can never stand."""
    for claim in argument_map.claims.values():
        if claim.granted is not False:
            continue
        if not argument_map.relations_to_class(claim.id, Kind.SUPPORTS):
            yield Diagnostic(
                claim.location,
                "AM405",
                f"`{claim.id}` is not granted, and nothing supports it: it falls from the start",
                "add a support; or delete `granted: false`; or write `granted: pending` if it is "
                "still to be supported",
                claim.id,
            )


def unanswered_attacks(reading: Reading) -> Iterator[Diagnostic]:
    """Attacks that nothing undercuts, and of which nothing attacks a premise or what it needs.

    An attack that falls by itself, for lack of support, needs no answer.
    """
    argument_map = reading.map
    claims = answered_claims(argument_map)
    for relation in argument_map.relations.values():
        answered = any(argument_map.head_of(premise) in claims for premise in relation.premises)
        if relation.kind is Kind.SUPPORTS or answered or argument_map.relations_to(relation.id):
            continue
        if reading.grounded.relations[relation.id] is Label.OUT:
            continue
        yield Diagnostic(
            relation.location,
            "AM451",
            f"nobody answers {_in_words(argument_map, relation)}",
            "if you know a reply, let it attack a premise of this attack, or undercut the attack",
            argument_map.claim_bearing(relation.id),
        )


def _in_words(argument_map: ArgumentMap, attack: Relation) -> str:
    """An attack in words; an undercut names both ends of the step that it attacks."""
    premises = _listed(attack)
    if attack.kind is Kind.ATTACKS:
        return f"the attack of {premises} on `{attack.target}`"
    step = argument_map.relations[attack.target]
    if step.kind is not Kind.UNDERCUTS:
        return f"the attack of {premises} on {_step(step)}"
    hit = argument_map.relations[step.target]
    further = f"the objection of {_listed(hit)}" if hit.kind is Kind.UNDERCUTS else _step(hit)
    return f"the attack of {premises} on the objection of {_listed(step)} to {further}"


def _step(relation: Relation) -> str:
    return f"the step from {_listed(relation)} to `{relation.target}`"


def _listed(relation: Relation) -> str:
    return " and ".join(f"`{premise}`" for premise in relation.premises)


def unrelated_claims(groundwork: Groundwork) -> Iterator[Diagnostic]:
    """Claims of the map itself that are in no relation, answer no question and are no background.

    A class of restated claims gives one note.
    """
    argument_map = groundwork.map
    elsewhere = set(argument_map.used)
    for question in argument_map.questions.values():
        elsewhere.update(question.answers)
    for id_, claim_roles in groundwork.roles.items():
        members = [argument_map.claims[member] for member in argument_map.class_of(id_)]
        first, *others = sorted(members, key=lambda claim: claim.location)
        is_related = any("background" in each.tags or each.id in elsewhere for each in members)
        if Role.ISOLATED not in claim_roles or is_related or first.id != id_:
            continue
        same = (
            f" (the same as {' and '.join(f'`{claim.id}`' for claim in others)})" if others else ""
        )
        yield Diagnostic(
            first.location,
            "AM452",
            f"`{id_}`{same} is in no relation",
            "say what it is for or against, or give it `tags: [background]`",
            id_,
            tuple(claim.id for claim in others),
        )


def single_reasons(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Claims that their source states outright, with one reason, and no word on being granted."""
    for claim in argument_map.claims.values():
        members = [argument_map.claims[member] for member in argument_map.class_of(claim.id)]
        if claim.mode not in _STATED_OUTRIGHT or any(
            member.grant is not None for member in members
        ):
            continue
        if len(argument_map.relations_to_class(claim.id, Kind.SUPPORTS)) == 1:
            yield Diagnostic(
                claim.location,
                "AM453",
                f"`{claim.id}` has a single reason; would it also stand without that reason?",
                "write `granted: true` if it would, `granted: false` if it would not",
                claim.id,
            )


def credences_not_used(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Credences of restated claims, of which only that of the smallest id counts."""
    for members in dict.fromkeys(argument_map.classes.values()):
        rated = [id_ for id_ in members if argument_map.claims[id_].credence is not None]
        for id_ in rated[1:]:
            yield Diagnostic(
                argument_map.claims[id_].location,
                "AM456",
                f"the `credence` of `{id_}` is not used: `{rated[0]}` says the same, and its "
                "credence counts for all",
                "keep the one that you mean, and delete the other",
                id_,
            )


def credences_of_judged_claims(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Credences that a stance gives to claims that it rejects or accepts."""
    for stance in argument_map.stances.values():
        for judged, verb in ((stance.reject, "rejects"), (stance.accept, "accepts")):
            same = {member for id_ in judged for member in argument_map.class_of(id_)}
            for id_ in sorted(same & stance.credences.keys()):
                yield Diagnostic(
                    stance.location or NOWHERE,
                    "AM411",
                    f"the stance `{stance.id}` {verb} `{id_}` and gives it a credence, which is "
                    "not used then",
                    f"delete `{id_}` from `credences`, or from `{verb.removesuffix('s')}`",
                    id_,
                )
