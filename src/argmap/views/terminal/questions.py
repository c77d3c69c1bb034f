"""Critical questions as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.questions import State
from argmap.views.terminal.lines import wrapped
from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller
from argmap.views.words.stakes import stakes_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.debate.questions import QuestionedStep, QuestionsFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap


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
    yield from wrapped(named, rest="  ")
    yield from wrapped(stakes_in_words(tell, step.stakes, step.label), "    ")
    for one in step.questions:
        yield f"  {one.state:<10}  {one.text}  ({one.id})"
        for id_ in one.put_by:
            yield from wrapped(f"put by {tell.step(tell.map.relations[id_])}", " " * 14)
    for id_ in step.other_attacks:
        attack = tell.map.relations[id_]
        does = ("attack", "do", "they put") if attack.is_linked else ("attacks", "does", "it puts")
        said = f"{does[0]} it and {does[1]} not say which question {does[2]}"
        yield from wrapped(f"{tell.names(attack.premises)} {said}", "    ")
