"""The elements of a goal structure, as gsn2x files and LTAC outlines have them in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.diagnostics import NOWHERE, Location

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from argmap.model.relation import Force


class Sort(Enum):
    """The sort of an element, by its name in gsn2x."""

    GOAL = "Goal"
    STRATEGY = "Strategy"
    SOLUTION = "Solution"
    JUSTIFICATION = "Justification"
    CONTEXT = "Context"
    ASSUMPTION = "Assumption"
    COUNTER_GOAL = "CounterGoal"
    COUNTER_SOLUTION = "CounterSolution"

    @property
    def is_note(self) -> bool:
        """Whether it explains other elements, and is no premise of them."""
        return self in (Sort.JUSTIFICATION, Sort.CONTEXT)


class Challenge(NamedTuple):
    """An attack by an element: on another one, or on the connection of two others.

    `beside` are further elements that it needs, if there are any.
    """

    target: str
    other: str | None = None
    force: Force | None = None
    beside: tuple[str, ...] = ()


@dataclass(slots=True)
class Element:
    """An element of a goal structure. `fields` are those of the claim or relation it becomes.

    `is_apart` says of a strategy that it is a reason by itself; without it, all that supports an
    element does so together.
    """

    sort: Sort
    id: str
    text: str = ""
    place: Location = NOWHERE
    supported_by: list[str] = field(default_factory=list)
    context_of: list[str] = field(default_factory=list)
    challenges: list[Challenge] = field(default_factory=list)
    is_pending: bool = False
    is_apart: bool = False
    fields: dict[str, Any] = field(default_factory=dict)
    meta: dict[str, Any] = field(default_factory=dict)


def usual_sorts(elements: Mapping[str, Element]) -> dict[str, Sort]:
    """The sorts that elements have by their part in the argument, where nothing else tells them.

    What challenges, and what supports that, is a counter goal; a premise that nothing supports is a
    solution; strategies and notes stay what they are.
    """
    counters = [each.id for each in elements.values() if each.challenges]
    against = set(counters)
    for id_ in counters:  # grows on the way
        for child in elements[id_].supported_by if id_ in elements else ():
            if child not in against:
                against.add(child)
                counters.append(child)
    premises = {child for each in elements.values() for child in each.supported_by}
    sorts: dict[str, Sort] = {}
    for id_, each in elements.items():
        is_leaf = not each.supported_by and not each.is_pending and id_ in premises
        if each.sort is Sort.STRATEGY or each.sort.is_note:
            sorts[id_] = each.sort
        elif id_ in against:
            sorts[id_] = Sort.COUNTER_GOAL
        else:
            sorts[id_] = Sort.SOLUTION if is_leaf else Sort.GOAL
    return sorts


def steps_among(elements: Mapping[str, Element]) -> set[str]:
    """The strategies that are steps: each leads alone from something to a claim.

    Where several strategies lead to an element together, each is a claim of its own: that this part
    of the argument holds.
    """
    above: dict[str, list[Element]] = {}
    rivals: set[str] = set()
    for each in elements.values():
        strategies = [
            child
            for child in dict.fromkeys(each.supported_by)
            if child in elements and _could_be_step(elements[child])
        ]
        for child in strategies:
            above.setdefault(child, []).append(each)
        together = [child for child in strategies if not elements[child].is_apart]
        if len(together) > 1:
            rivals.update(together)
    return {
        child
        for child, parents in above.items()
        if child not in rivals and all(each.sort is not Sort.STRATEGY for each in parents)
    }


def without_false_steps(elements: Mapping[str, Element], steps: Collection[str]) -> None:
    """Make goals of claims that were strategies, where they would now be read as something else.

    One that leads alone to a claim would be a step, and one with nothing below it pending.
    """
    wrong = steps_among(elements) - set(steps)
    for id_, each in elements.items():
        is_empty = each.sort is Sort.STRATEGY and not (each.supported_by or each.is_pending)
        if id_ in wrong or (is_empty and id_ not in steps):
            each.sort = Sort.GOAL


def _could_be_step(each: Element) -> bool:
    return each.sort is Sort.STRATEGY and bool(each.supported_by)


def argued(elements: Mapping[str, Element]) -> set[str]:
    """The elements that something argues from or against: notes among them are read as claims."""
    hit = {challenge.target for each in elements.values() for challenge in each.challenges}
    return hit | {each.id for each in elements.values() if each.challenges or each.supported_by}
