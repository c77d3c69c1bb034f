"""A part of a map, for a handout: the claims below a claim, or the claims of one source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.graph.outline import outline as outline_of
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.question import Question


@dataclass(frozen=True, slots=True)
class Extent:
    """The part of a map to show: claims at most `depth` steps below `focus`, of `only_source`.

    A field that is None leaves nothing out.
    """

    focus: str | None = None
    depth: int | None = None
    only_source: str | None = None


WHOLE = Extent()


def shown(argument_map: ArgumentMap, outline: Outline, extent: Extent) -> frozenset[str]:
    """The claims of an extent; the depth of a claim is that of the shortest path to it.

    >>> from argmap.graph.outline import outline
    >>> from argmap.model.example import THREE_CLAIMS
    >>> sorted(shown(THREE_CLAIMS, outline(THREE_CLAIMS), Extent(depth=0)))
    ['close']
    """
    claims = frozenset(argument_map.claims)
    if extent.focus is not None or extent.depth is not None:
        tops = [extent.focus] if extent.focus is not None else list(outline.main or outline.roots)
        claims = _below(outline, tops, extent.depth)
    if extent.only_source is not None:
        of_source = (
            id_ for id_ in claims if argument_map.claims[id_].cited_source == extent.only_source
        )
        claims = frozenset(of_source)
    return claims


def _below(outline: Outline, tops: list[str], depth: int | None) -> frozenset[str]:
    reached = set(tops)
    edge = tops
    steps = 0
    while edge and (depth is None or steps < depth):
        steps += 1
        following = [child.claim for claim in edge for child in outline.children.get(claim, ())]
        edge = [claim for claim in dict.fromkeys(following) if claim not in reached]
        reached.update(edge)
    return frozenset(reached)


def part_of_map(
    argument_map: ArgumentMap, outline: Outline, extent: Extent
) -> tuple[ArgumentMap, Outline]:
    """The claims of an extent with the relations among them, under the numbers of the whole map.

    The part is meant for drawing; statuses must be taken from the whole map. Cost: linear.

    >>> from argmap.graph.outline import outline
    >>> from argmap.model.example import THREE_CLAIMS
    >>> part, numbers = part_of_map(THREE_CLAIMS, outline(THREE_CLAIMS), Extent("shops"))
    >>> list(part.claims), dict(numbers.numbers)
    (['shops'], {'shops': '1.2'})
    """
    if extent == WHOLE:
        return argument_map, outline
    return part_with(argument_map, outline, shown(argument_map, outline, extent), extent.focus)


def part_with(
    argument_map: ArgumentMap, outline: Outline, kept: frozenset[str], focus: str | None = None
) -> tuple[ArgumentMap, Outline]:
    """These claims with the relations among them, as `part_of_map` has them; the focus on top.

    >>> from argmap.graph.outline import outline
    >>> from argmap.model.example import THREE_CLAIMS
    >>> part, _ = part_with(THREE_CLAIMS, outline(THREE_CLAIMS), frozenset({"close", "shops"}))
    >>> list(part.claims), len(part.relations)
    (['close', 'shops'], 1)
    """
    relations = {
        id_: relation
        for id_, relation in argument_map.relations.items()
        if kept.issuperset(relation.premises)
        and (relation.kind is Kind.UNDERCUTS or relation.target in kept)
    }
    while lost := [
        id_
        for id_, relation in relations.items()
        if relation.kind is Kind.UNDERCUTS and relation.target not in relations
    ]:
        for id_ in lost:
            del relations[id_]
    classes = {
        id_: tuple(member for member in members if member in kept)
        for id_, members in argument_map.classes.items()
        if id_ in kept
    }
    part = replace(
        argument_map,
        claims={id_: claim for id_, claim in argument_map.claims.items() if id_ in kept},
        relations=relations,
        classes={id_: members for id_, members in classes.items() if len(members) > 1},
        main=tuple(dict.fromkeys(id_ for id_ in (focus, *argument_map.main) if id_ in kept)),
        questions=_questions_on(argument_map, kept),
        steps=(),
        views={},
        stances={},
        expectations=(),
    )
    own = outline_of(part)  # in the order of the part itself: the claim in focus comes first
    return part, replace(own, numbers={id_: outline.numbers[id_] for id_ in own.numbers})


def _questions_on(argument_map: ArgumentMap, kept: frozenset[str]) -> dict[str, Question]:
    """The questions with the answers that are among these claims; without such, it is left out."""
    cut = {
        id_: replace(question, answers=tuple(filter(kept.__contains__, question.answers)))
        for id_, question in argument_map.questions.items()
    }
    return {id_: question for id_, question in cut.items() if question.answers}
