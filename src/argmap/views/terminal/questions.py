"""Critical questions, and schemes, as text for a terminal and as JSON."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from argmap.analysis.debate.questions import State
from argmap.views.terminal.status import count_of
from argmap.views.words.sentences import Teller

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.analysis.debate.questions import CriticalQuestion, QuestionedStep, QuestionsFinding
    from argmap.analysis.debate.trials import Stakes
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.scheme import Scheme

_FEW = 4
_WIDTH = 96


def questions_text(
    argument_map: ArgumentMap, outline: Outline, found: QuestionsFinding
) -> Iterator[str]:
    """The steps that name a scheme, what is at stake, and their questions."""
    tell = Teller(argument_map, outline)
    one = found.total == 1
    verb = "bears" if one else "bear"
    about = f" that {verb} on {tell.name(found.claim)}" if found.claim is not None else ""
    if not found.total and not found.without_scheme:
        none = "The map has no relations"
        if found.claim is not None:
            none = f"No relation bears on {tell.name(found.claim)}"
        yield f"{none}, so there is no step to ask a question of."
        return
    if not found.total:
        yield f"None of the relations{about} names a scheme, so no critical question is known."
        yield "Write `scheme:` on a relation; `argmap explain schemes` lists the common ones."
        return
    asked = [one for step in found.steps for one in step.questions]
    answered = sum(one.state is State.ANSWERED for one in asked)
    named = "names" if one else "name"
    yield f"{count_of(found.total, 'relation')}{about} {named} a scheme, weightiest first."
    if found.without_scheme:
        others = f"{found.without_scheme:,} other" if found.without_scheme > 1 else "One other"
        yield f"{others}{'s name' if found.without_scheme > 1 else ' names'} none."
    if found.total > len(found.steps):
        first = f"first {len(found.steps)} are" if len(found.steps) > 1 else "first is"
        yield f"The {first} shown (--limit all shows the others)."
    answers = f"{answered} of them" if answered else "none"
    has = "It has" if len(found.steps) == 1 else "These have"
    yield f"{has} {count_of(len(asked), 'critical question')}; the map answers {answers}."
    for step in found.steps:
        yield ""
        yield from _step(tell, step)


def _step(tell: Teller, step: QuestionedStep) -> Iterator[str]:
    relation = tell.map.relations[step.relation]
    told = tell.step(relation)
    named = f"{told[0].upper()}{told[1:]}  ({step.scheme.id})"
    yield from textwrap.wrap(named, _WIDTH, subsequent_indent="  ", break_on_hyphens=False)
    yield from _wrapped(f"{at_stake(tell, step.stakes, step.label)}", "    ")
    for one in step.questions:
        yield f"  {one.state:<10}  {one.text}  ({one.id})"
        for id_ in one.put_by:
            yield from _wrapped(f"put by {tell.step(tell.map.relations[id_])}", " " * 14)
    for id_ in step.other_attacks:
        attack = tell.map.relations[id_]
        does = ("attack", "do", "they put") if attack.is_linked else ("attacks", "does", "it puts")
        said = f"{does[0]} it and {does[1]} not say which question {does[2]}"
        yield from _wrapped(f"{tell.names(attack.premises)} {said}", "    ")


def at_stake(tell: Teller, stakes: Stakes, label: str) -> str:
    """What changes if a step fails, in a sentence."""
    if label == "out":
        return "It does not go through as it is."
    if stakes.turned:
        return f"If it fails, {outcome(tell, stakes)}."
    if stakes.weakened:
        keeps = "keeps" if len(stakes.weakened) == 1 else "keep"
        return f"If it fails, {few(tell, stakes.weakened)} {keeps} standing for other reasons."
    return "If it fails, nothing else in the map changes."


def outcome(tell: Teller, stakes: Stakes) -> str:
    """What no longer stands, and what stands then; conclusions are named as such."""
    parts = []
    for ids, verbs in (
        (stakes.lost, ("no longer stands", "no longer stand")),
        (stakes.gained, ("stands then", "stand then")),
    ):
        main = [one for one in ids if one in stakes.main]
        others = [one for one in ids if one not in stakes.main]
        named = []
        if main:
            named.append(f"the conclusion{'s' if len(main) > 1 else ''} {few(tell, main)}")
        if others:
            named.append(few(tell, others))
        if named:
            joint = " and " if len(ids) == len(named) else " as well as "  # names have an "and" too
            parts.append(f"{joint.join(named)} {verbs[len(ids) > 1]}")
    return ", and ".join(parts)


def few(tell: Teller, ids: Iterable[str]) -> str:
    """Some claims by name, and how many more there are."""
    every = list(ids)
    if len(every) <= _FEW:
        return tell.names(every)
    places = {id_: place for place, id_ in enumerate(tell.outline.numbers)}
    every.sort(key=places.__getitem__)
    named = ", ".join(tell.name(one) for one in every[: _FEW - 1])
    return f"{named} and {len(every) - _FEW + 1} more"


def _wrapped(text: str, margin: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False
    )


def questions_answer(found: QuestionsFinding) -> dict[str, Any]:
    """The answer of `argmap questions`."""
    return {
        "schema": "argmap.questions/1",
        "claim": found.claim,
        "total": found.total,
        "without_scheme": found.without_scheme,
        "complete": found.total == len(found.steps),
        "steps": [questions_of_step(one) for one in found.steps],
    }


def questions_of_step(one: QuestionedStep) -> dict[str, Any]:
    """One step with its questions."""
    return {
        "relation": one.relation,
        "scheme": one.scheme.id,
        "label": one.label,
        "if_struck": stakes_answer(one.stakes),
        "questions": [_question(question) for question in one.questions],
        "other_attacks": one.other_attacks,
    }


def _question(one: CriticalQuestion) -> dict[str, Any]:
    return {"id": one.id, "question": one.text, "state": one.state, "put_by": one.put_by}


def stakes_answer(stakes: Stakes) -> dict[str, Any]:
    """What a change turns and weakens."""
    return {
        "lost": stakes.lost,
        "gained": stakes.gained,
        "weakened": stakes.weakened,
        "conclusions": stakes.main,
    }


def scheme_text(scheme: Scheme) -> Iterator[str]:
    """What a scheme is: its premises by role, what it draws, its critical questions."""
    yield f"{scheme.id}: {scheme.name}"
    if scheme.premises:
        yield ""
        yield "Premises:"
        for role in scheme.premises:
            said = scheme.wording.get(role)
            yield from _wrapped(f"{role}: {said}" if said else role, "  ")
    if scheme.conclusion:
        yield ""
        yield f"Hence: {scheme.conclusion}"
    yield ""
    if not scheme.questions:
        yield "It has no critical questions."
        return
    yield "Critical questions:"
    for id_, question in scheme.questions.items():
        yield from _wrapped(f"{id_}: {question}", "  ")
    yield ""
    if scheme.location is None:
        yield "Each is put so that `no` tells against the step. An attack that puts one says so:"
    else:
        yield "An attack that puts one of them says so:"
    yield f"`presses: {next(iter(scheme.questions))}`."


def schemes_text(schemes: Iterable[Scheme]) -> Iterator[str]:
    """All schemes by id and name."""
    every = list(schemes)
    width = max((len(one.id) for one in every), default=0)
    for one in every:
        yield f"{one.id:<{width}}  {one.name}"
