"""The check of `presses`: the critical question that an attack says it puts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.model.relation import Kind
from argmap.model.schemes import scheme_of
from argmap.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.model.scheme import Scheme

_NAMED = 20  # critical questions in a hint


def questions_of_no_step(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Attacks whose `presses` is no critical question of a step that they bear on."""
    for attack in argument_map.relations.values():
        if attack.presses is None:
            continue
        steps = _steps_pressed(argument_map, attack)
        schemes = {
            scheme.id: scheme
            for scheme in (scheme_of(argument_map, step) for step in steps)
            if scheme
        }
        if not any(attack.presses in scheme.questions for scheme in schemes.values()):
            yield Diagnostic(
                attack.location,
                "AM409",
                f"`{attack.presses}` {_why(attack, schemes)}",
                _cure(attack, attack.presses, schemes),
                argument_map.claim_bearing(attack.id),
            )


def _steps_pressed(argument_map: ArgumentMap, attack: Relation) -> list[Relation]:
    """The steps whose critical questions an attack can put; a support can put none.

    They are the attacked step, or else all steps to and from the attacked claim.
    """
    if attack.kind is Kind.SUPPORTS:
        return []
    if attack.target in argument_map.relations:
        return [argument_map.relations[attack.target]]
    steps = [*argument_map.relations_to_class(attack.target)]
    for member in argument_map.class_of(attack.target):
        steps += argument_map.relations_from(member)
    return [step for step in steps if step.id != attack.id]


def _why(attack: Relation, schemes: dict[str, Scheme]) -> str:
    if schemes:
        named = " or ".join(f"`{id_}`" for id_ in sorted(schemes))
        return f"is no critical question of the scheme {named}"
    if attack.kind is Kind.SUPPORTS:
        return "puts no critical question: only an attack does"
    if attack.scheme is not None:
        return "puts no critical question: this attack names a scheme, what it attacks names none"
    if attack.kind is Kind.UNDERCUTS:
        return "puts no critical question: the step that is attacked names no scheme"
    return f"puts no critical question: no step to or from `{attack.target}` names a scheme"


def _cure(attack: Relation, pressed: str, schemes: dict[str, Scheme]) -> str:
    if attack.kind is Kind.SUPPORTS:
        return "delete `presses`, or write it on the attack that puts the question"
    if not schemes:
        return "delete `presses`, or write `scheme:` on the step whose question it is"
    known = sorted({question for scheme in schemes.values() for question in scheme.questions})
    if not known:
        return "delete `presses`: the scheme has no critical question"
    if hint := did_you_mean(pressed, known):
        return hint
    named = ", ".join(f"`{question}`" for question in known[:_NAMED])
    unnamed = len(known) - _NAMED
    return f"there are {named}" + (f" and {unnamed:,} more" if unnamed > 0 else "")
