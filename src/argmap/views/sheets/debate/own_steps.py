"""The steps of a debate brief that no source draws, named in short at the foot of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.views.sheets.document import para
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model.relation import Relation
    from argmap.views.sheets.debate.moves import Moves
    from argmap.views.sheets.document import Paragraph


_STEP, _OBJECTION, _ANSWER, _CONTRADICTION = _NOUNS = (
    "the step{} ",
    "the objection{} ",
    "the answer{} ",
    "",
)
"""The nouns for relations, in the order of a sentence."""


def drawn_by_the_mapper(moves: Moves, shown: Mapping[str, Relation]) -> Iterator[Paragraph]:
    """A remark on the relations shown on a sheet that the mapper drew, if there are any.

    Relations of a sort are named together, as a sheet has little room; the two directions of a
    contradiction are named once.
    """
    own = [relation for relation in shown.values() if relation.mode is Mode.EDITORIAL]
    named: dict[str, dict[str, None]] = {noun: {} for noun in _NOUNS}
    for relation in own:
        noun, ends = _in_short(moves, relation)
        named[noun][ends] = None
    count = sum(map(len, named.values()))
    groups = [
        f"{noun.format('s' if len(ends) > 1 else '')}{listed([*ends])}"
        for noun, ends in named.items()
        if ends
    ]
    if count == 1:
        yield para(f"{groups[0][0].upper()}{groups[0][1:]} is the map's own: no source draws it.")
    elif count and len(own) == len(shown):
        every = "All steps, objections and answers on this sheet"
        yield para(f"{every} are the map's own: no source draws them.")
    elif count:
        yield para(f"The map's own: {'; '.join(groups)}. No source draws them.")


def _in_short(moves: Moves, relation: Relation) -> tuple[str, str]:
    """The noun for a relation, and its two ends in numbers."""
    premises, outline = moves.numbers(relation), moves.cite.outline
    if relation.kind is Kind.UNDERCUTS:
        step = moves.map.relations[relation.target]
        if step.kind is Kind.SUPPORTS:
            return _OBJECTION, f"{premises} to the step {_in_short(moves, step)[1]}"
        return _ANSWER, f"{premises} to {moves.numbers(step)}"
    if relation.contradiction:
        ends = (*relation.premises, relation.target)
        first, second = sorted(ends, key=outline.place_of.__getitem__)
        lower, upper = outline.numbers[second], outline.numbers[first]
        return _CONTRADICTION, f"that {lower} contradicts {upper}"
    target = outline.numbers[relation.target]
    if relation.kind is Kind.SUPPORTS:
        return _STEP, f"from {premises} to {target}"
    return _OBJECTION, f"{premises} to {target}"
