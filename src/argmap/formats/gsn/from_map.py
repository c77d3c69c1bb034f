"""A map as a goal structure: claims as elements, and steps as strategies where they need a name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from argmap.formats.carried import WORDS, example_of, losses_beside
from argmap.formats.gsn.elements import Challenge, Element, Sort
from argmap.formats.gsn.own_fields import CARRIED_OF_CLAIMS, CARRIED_OF_STEPS, given
from argmap.graph.outline import outline
from argmap.model.relation import Kind
from argmap.model.scheme import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.formats.exchange import Losses
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

_NOTE_LINE = re.compile(r"(Context|Justification) ([^:\n]+):(?: (.*))?")
_LONGEST = 100  # characters of the id of a strategy that has no name of its own
_OF_MAP = frozenset({"map.title", "map.question", "map.meta"})


class Structure:
    """The elements of a goal structure that says what a map says, by their ids.

    `also` are parts of a map that this format carries beside those that all do.
    """

    def __init__(
        self, argument_map: ArgumentMap, format_: str, also: frozenset[str] = frozenset()
    ) -> None:
        self.map = argument_map
        self.format = format_
        self.elements: dict[str, Element] = {}
        self.ids = self._ids()
        self.losses = self._losses(also)
        self.step_ids: dict[str, str] = {}
        self.attacks: list[Relation] = []

    def _ids(self) -> dict[str, str]:
        """The id of each part: its old one if it came from this format and is still its alone."""
        parts: list[Claim | Relation] = [*self.map.claims.values(), *self.map.relations.values()]
        old = {
            part.id: part.origin.id
            for part in parts
            if part.origin is not None and part.origin.format == self.format
        }
        counts = Counter([*old.values(), *(part.id for part in parts if part.id not in old)])
        return {
            part.id: old[part.id] if counts[old.get(part.id, "")] == 1 else part.id
            for part in parts
        }

    def _losses(self, also: frozenset[str]) -> Losses:
        """The parts that have no place, of claims and steps; attacks carry less than steps."""
        losses = losses_beside(self.map, CARRIED_OF_CLAIMS | CARRIED_OF_STEPS | _OF_MAP | also)
        for relation in self.map.relations.values():
            if relation.kind is Kind.SUPPORTS:
                if relation.scheme is not None and relation.scheme not in BUILT_IN:
                    losses.add(WORDS["relation.scheme"], f"{relation.id}: {relation.scheme}")
                continue
            for part in sorted(CARRIED_OF_STEPS):
                name = part.partition(".")[2]
                value = getattr(relation, name)
                if value and name != "origin" and not relation.contradiction:
                    losses.add(WORDS[part], example_of(relation.id, value))
        return losses

    def draw(self) -> None:
        """Make all elements: those of claims in reading order, each followed by its strategies."""
        for id_ in outline(self.map).numbers:
            claim = self.map.claims[id_]
            element = Element(Sort.GOAL, self.ids[id_], claim.text, is_pending=claim.pending)
            element.fields = given(claim, of_step=False)
            element.meta = dict(claim.meta)
            self._notes(element)
            self.elements[element.id] = element
            supports = self._supports(id_)
            for relation in supports:
                is_alone = len(supports) == 1 and self._is_plain(relation)
                if is_alone:
                    element.supported_by += [self.ids[premise] for premise in relation.premises]
                    self.step_ids[relation.id] = ""
                else:
                    self._strategy(relation, element, is_apart=len(supports) > 1)

    def _supports(self, id_: str) -> list[Relation]:
        return [each for each in self.map.relations_to(id_) if each.kind is Kind.SUPPORTS]

    def _is_plain(self, relation: Relation) -> bool:
        """Whether a step needs no strategy: nothing is known of it but its premises."""
        is_hit = bool(self.map.relations_to(relation.id))
        fields = given(relation, of_step=True)
        return not (relation.named or relation.rationale or relation.meta or fields or is_hit)

    def _strategy(self, relation: Relation, target: Element, *, is_apart: bool) -> None:
        id_ = self.ids[relation.id]
        if not relation.named and len(id_) > _LONGEST:
            id_ = f"{target.id[:_LONGEST]}~{len(target.supported_by) + 1}"
        shared, of, goal = id_.rpartition(" of ")
        premises = [self.ids[premise] for premise in relation.premises]
        if of and goal == target.id and shared in self.elements:
            known = self.elements[shared]
            if known.supported_by == premises and known.text == (relation.rationale or ""):
                id_ = shared
        meta = dict(relation.meta)
        beside = [each for each in _ids_in(meta.pop("beside", None)) if each in premises]
        if beside and not is_apart and len(beside) < len(premises):
            premises = [each for each in premises if each not in beside]
            target.supported_by += beside
        if id_ not in self.elements:
            strategy = Element(Sort.STRATEGY, id_, relation.rationale or "", is_apart=is_apart)
            strategy.supported_by = premises
            strategy.fields = given(relation, of_step=True)
            strategy.meta = meta
            self._notes(strategy)
            self.elements[id_] = strategy
        self.step_ids[relation.id] = id_
        target.supported_by.append(id_)

    def _notes(self, element: Element) -> None:
        """Make elements of the contexts and justifications that stand in a note."""
        note = element.fields.pop("note", None)
        own = []
        for line in (note or "").split("\n"):
            match = _NOTE_LINE.fullmatch(line)
            if match is None:
                own.append(line)
                continue
            word, id_, text = match[1], match[2], match[3] or ""
            known = self.elements.get(id_)
            if known is not None and known.text != text:
                id_ = f"{id_} of {element.id}"
            element.context_of.append(id_)
            self.elements.setdefault(id_, Element(Sort(word), id_, text))
        rest = "\n".join(own)
        if rest.strip():
            element.fields["note"] = rest

    def place_assumptions(self, is_assumption: Iterable[str]) -> None:
        """Move assumptions from the premises of a step to its contexts, or to those of its goal."""
        assumed = set(is_assumption)
        of_goals = {
            strategy: {*_ids_in(each.meta.get("inContextOf"))}
            for each in self.elements.values()
            for strategy in each.supported_by
            if "inContextOf" in each.meta
        }
        for each in self.elements.values():
            moved = [id_ for id_ in each.supported_by if id_ in assumed]
            if moved and len(moved) < len(each.supported_by):
                each.supported_by = [id_ for id_ in each.supported_by if id_ not in assumed]
                at_the_goal = of_goals.get(each.id, set())
                each.context_of += [id_ for id_ in moved if id_ not in at_the_goal]
        for each in self.elements.values():
            kept = _ids_in(each.meta.pop("inContextOf", None))
            each.context_of += [id_ for id_ in kept if id_ in self.elements]

    def draw_attacks(self, *, of_connections: bool, several: bool) -> None:
        """Add what is challenged.

        `of_connections` says that the format can name the challenge of one element to another as
        a target, `several` that an attack can have several premises.
        """
        dropped = self._dropped(of_connections=of_connections, several=several)
        for relation in self.map.relations.values():
            if relation.kind is Kind.SUPPORTS:
                continue
            if relation.id in dropped:
                self.losses.add(dropped[relation.id], relation.id)
            else:
                attacker = self.elements[self.ids[relation.premises[0]]]
                attacker.challenges.append(self._challenge(relation))

    def _dropped(self, *, of_connections: bool, several: bool) -> dict[str, str]:
        """The attacks that cannot be drawn, and those on them; each with a word for the reason."""
        pairs = self._pairs()
        dropped: dict[str, str] = {}
        for relation in self.map.relations.values():
            if relation.kind is Kind.SUPPORTS:
                continue
            hit = self.map.relations.get(relation.target)
            is_deep = hit is not None and hit.kind is not Kind.SUPPORTS
            if len(relation.premises) > 1 and not several:
                dropped[relation.id] = "attacks that need several premises together"
            elif self.map.claim_bearing(relation.id) is None:
                dropped[relation.id] = "undercuts in a circle"
            elif hit is not None and is_deep:
                pair = (self.ids[hit.premises[0]], self._end(hit))
                if not of_connections or pairs[pair] > 1:
                    dropped[relation.id] = "undercuts of attacks"
        waiting = [*dropped]
        for id_ in waiting:  # grows on the way
            for each in self.map.relations_to(id_):
                if each.id not in dropped:
                    dropped[each.id] = "undercuts of attacks"
                    waiting.append(each.id)
        return dropped

    def _pairs(self) -> Counter[tuple[str, str]]:
        """The number of connections from each element to each other one."""
        pairs: Counter[tuple[str, str]] = Counter()
        for relation in self.map.relations.values():
            if relation.kind is not Kind.SUPPORTS:
                pairs[self.ids[relation.premises[0]], self._end(relation)] += 1
        for each in self.elements.values():
            pairs.update((each.id, child) for child in (*each.supported_by, *each.context_of))
        return pairs

    def _challenge(self, relation: Relation) -> Challenge:
        beside = tuple(self.ids[premise] for premise in relation.premises[1:])
        if relation.kind is not Kind.UNDERCUTS:
            return Challenge(self.ids[relation.target], None, relation.force, beside)
        hit = self.map.relations[relation.target]
        if hit.kind is Kind.SUPPORTS:
            return Challenge(self.step_ids[hit.id], None, None, beside)
        return Challenge(self.ids[hit.premises[0]], self._end(hit), None, beside)

    def _end(self, attack: Relation) -> str:
        """The element that an attack is drawn to; of an attack on an attack, its first premise."""
        if attack.kind is not Kind.UNDERCUTS:
            return self.ids[attack.target]
        hit = self.map.relations[attack.target]
        return self.step_ids.get(hit.id) or self.ids[hit.premises[0]]


def _ids_in(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
