"""The steps that a claim takes part in, as lists of links in its note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.obsidian.links import link, plain, title_of
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

_DEEPEST = 8
"""The most levels of a list; deeper undercuts stay at this level."""
_FOR = {Kind.SUPPORTS: "For", Kind.ATTACKS: "Against", Kind.UNDERCUTS: "Against the step"}
_SIDES = {
    Kind.SUPPORTS: "Speaks for",
    Kind.ATTACKS: "Speaks against",
    Kind.UNDERCUTS: "Speaks against the step",
}


class StepLists:
    """The lists of the steps of a map; `names` has the note of each claim."""

    def __init__(self, argument_map: ArgumentMap, names: Mapping[str, str]) -> None:
        self._map = argument_map
        self._names = names

    def of(self, claim: str) -> Iterator[str]:
        """The lines of the lists of a claim: what bears on it, and on what it bears."""
        contrary = [each.target for each in self._map.relations_from(claim) if each.contradiction]
        for kind in (Kind.SUPPORTS, Kind.ATTACKS):
            steps = [
                each
                for each in self._map.relations_to(claim)
                if each.kind is kind and not each.contradiction
            ]
            yield from self._section(
                _FOR[kind], [line for each in steps for line in self._in(each)]
            )
        for kind, heading in _SIDES.items():
            steps = [
                each
                for each in self._map.relations_from(claim)
                if each.kind is kind and not each.contradiction
            ]
            yield from self._section(heading, [self._out(each, claim) for each in steps])
        yield from self._section("Contradicts", [f"- {self._link(other)}" for other in contrary])
        same = [other for other in self._map.class_of(claim) if other != claim]
        yield from self._section("Says the same as", [f"- {self._link(other)}" for other in same])

    def _section(self, heading: str, lines: list[str]) -> Iterator[str]:
        if lines:
            yield from ("", f"## {heading}", "", *lines)

    def _link(self, claim: str) -> str:
        return link(self._names[claim], title_of(self._map.claims[claim]))

    def _premises(self, relation: Relation, but: str = "") -> str:
        return " + ".join(self._link(each) for each in relation.premises if each != but)

    def _in(self, relation: Relation) -> Iterator[str]:
        """A step to the claim, with the undercuts of it below; no recursion over their depth."""
        waiting = [(relation, 0)]
        seen = {relation.id}
        while waiting:
            step, level = waiting.pop()
            role = f"{_FOR[step.kind]}: " if level else ""
            yield f"{'    ' * level}- {role}{self._premises(step)}{self._said(step)}"
            inner = [each for each in self._map.relations_to(step.id) if each.id not in seen]
            seen.update(each.id for each in inner)
            waiting += [(each, min(level + 1, _DEEPEST)) for each in reversed(inner)]

    def _out(self, relation: Relation, claim: str) -> str:
        """A step from the claim."""
        others = self._premises(relation, claim)
        with_ = f", with {others}" if others else ""
        return f"- {self._target(relation)}{with_}"

    def _target(self, relation: Relation) -> str:
        """The claim that a step leads to, or the step that it is aimed at."""
        if relation.kind is not Kind.UNDERCUTS:
            return self._link(relation.target)
        step = self._map.relations[relation.target]
        if step.kind is Kind.UNDERCUTS:
            return f"of {self._premises(step)} against a step"
        verb = "to" if step.kind is Kind.SUPPORTS else "against"
        return f"from {self._premises(step)} {verb} {self._link(step.target)}"

    def _said(self, relation: Relation) -> str:
        """The remarks of the author on a step."""
        remarks = [
            "refutes" if relation.force == "defeat" else "",
            f"scheme: {plain(self._scheme(relation.scheme))}" if relation.scheme else "",
            f"weight {relation.weight:g}" if relation.weight is not None else "",
            plain(" ".join((relation.rationale or "").split())),
            plain(" ".join((relation.note or "").split())),
        ]
        line = "; ".join(filter(None, remarks))
        return f" ({line})" if line else ""

    def _scheme(self, id_: str) -> str:
        own = self._map.schemes.get(id_)
        return own.name if own is not None else id_.replace("-", " ")
