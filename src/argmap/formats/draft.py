"""A map in the making: parts that name each other by the ids of their file, put together last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Location
from argmap.formats.circles import in_each_circle
from argmap.formats.draft_step import VERBS, DraftStep, half_of_contradiction
from argmap.formats.exchange import NOT_UNDERSTOOD, SET_ASIDE, Imported, Losses
from argmap.formats.ids import RelationIds, id_of_words, is_valid
from argmap.formats.legible import Legible
from argmap.formats.restatements import without_conflict
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.origin import Origin
from argmap.model.relation import Kind, Relation, contradiction_id, derived_id
from argmap.model.source import Source
from argmap.reading.slugs import FreeIds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.diagnostics import Diagnostic


class Draft:
    """A map in the making, from the parts of files in another format.

    Claims, relations and sources are added in the order of the file, under the ids that they have
    there; references may point forward. `imported` puts the map together: every id is made valid
    and unique, the old one kept as `origin`; what leads nowhere, or has no meaning in a map, is
    left out and counted. Nothing here raises on bad content.

    Without `keeps_ids` the ids of claims are made of words although the old ones are valid: for
    formats whose ids are numbers that would be mistaken for the numbers of our outline.

    >>> draft = Draft("demo", "x.json")
    >>> draft.relation("attacks", ["Q1"], "Q2", old="R")
    >>> draft.relation("attacks", ["Q2"], "R")
    >>> draft.claim("Q1", "Shops lose."), draft.claim("Q2", "Close the centre.")
    ('shops-lose', 'close-the-centre')
    >>> list(draft.imported().map.relations)
    ['close-the-centre~undercuts~shops-lose~attacks~close-the-centre', \
'shops-lose~attacks~close-the-centre']
    """

    def __init__(self, format_: str, path: str, *, keeps_ids: bool = True) -> None:
        self.format = format_
        self.path = path
        self.keeps_ids = keeps_ids
        self.losses = Losses()
        self.diagnostics: list[Diagnostic] = []
        self.claims: dict[str, Claim] = {}
        self.sources: dict[str, Source] = {}
        self._steps: list[DraftStep] = []
        self._pairs: list[tuple[str, str, Location]] = []
        self._contradictions: list[tuple[str, str, Location]] = []
        self._ids = FreeIds()
        self._source_ids = FreeIds()
        losses = self.losses  # not `self.skip`: a draft that refers to itself stays in memory
        self._legible = Legible(
            lambda what, example, place: losses.add(what, example, NOT_UNDERSTOOD, place)
        )

    def at(self, line: int, column: int = 1) -> Location:
        """A place in the file; lines and columns count from 1."""
        return Location(self.path, line, column)

    def claim(
        self,
        old: str,
        text: str,
        at: Location | None = None,
        *,
        like: str = "",
        given: str = "",
        **fields: Any,  # noqa: ANN401  # fields of Claim, each of its own type
    ) -> str:
        """Add a claim, and return its id in the map; a second one under the same old id is none.

        The id is `given`, which a map had given it before, or the old one if that is valid; else it
        is made of `like`, the label or the text. `fields` are further fields of a claim; `source`
        is the old id of a source. A claim without text has its label, or its old id, as text.
        """
        place = at or self.at(1)
        words = self.clean(text, place)
        if old in self.claims:
            if words and words != self.claims[old].text:
                self.skip("claims with the id of another one", f"{old}: {words}", place)
            return self.claims[old].id
        label = self.clean(fields.pop("label", None) or "", place) or None
        if not words:
            words = label or self.clean(old, place) or "(no text)"
            self.skip("claims without a text", f"{old or words} (its name stands for it)", place)
        id_ = self._id_for(given or old, like or label or words)
        source = self.sources.get(fields.pop("source", None) or "")
        fields = self._legible.fields(fields, place) if fields else {}
        self.claims[old] = Claim(
            id_,
            words,
            place,
            label=label,
            source=source.id if source is not None else None,
            origin=self._origin(old, id_, place),
            **fields,
        )
        return id_

    def change(self, old: str, **fields: Any) -> None:  # noqa: ANN401  # fields of Claim
        """Change fields of a claim that was added under this id of its file."""
        claim = self.claims[old]
        self.claims[old] = replace(claim, **self._legible.fields(fields, claim.location))

    def source(self, old: str, title: str, at: Location | None = None, **fields: Any) -> str:  # noqa: ANN401  # fields of Source
        """Add a source, and return its id, `given` if there is one; the same `old` is the same."""
        if old not in self.sources:
            place = at or self.at(1)
            name = self.clean(title, place)
            valid = fields.pop("given", "") or (old if is_valid(old) else "")
            id_ = self._source_ids.like(valid or id_of_words(name) or id_of_words(old) or "source")
            given = {"origin": self._origin(old, id_, place), **self._legible.fields(fields, place)}
            self.sources[old] = Source(id_, place, name, **given)
        return self.sources[old].id

    def relation(
        self,
        kind: Kind | str,
        premises: Iterable[str],
        target: str,
        at: Location | None = None,
        *,
        old: str = "",
        **fields: Any,  # noqa: ANN401  # fields of Relation, each of its own type
    ) -> None:
        """Add a support or an attack; an attack whose target is a relation is an undercut.

        Premises and target are ids of the file; `source` is the old id of a source. A relation has
        a derived id, unless `like` is among the fields: its name in the file, of which its own id
        is made. Its `origin` is the old id, unless another is given. `words` among the fields tell
        it in a list of losses, instead of its ids.
        """
        verb = VERBS[kind]
        linked = tuple(dict.fromkeys(premises))
        words = fields.pop("words", "")
        self._steps.append(DraftStep(old, verb, linked, target, at or self.at(1), fields, words))

    def contradiction(self, first: str, second: str, at: Location | None = None) -> None:
        """Add a contradiction: two attacks of force `defeat`, one each way."""
        self._contradictions.append((first, second, at or self.at(1)))

    def restate(self, first: str, second: str, at: Location | None = None) -> None:
        """Add that two claims say the same."""
        self._pairs.append((first, second, at or self.at(1)))

    def set_aside(self, what: str, example: str = "", at: Location | None = None) -> None:
        """Count a part that a map has no place for; `what` is a plural noun."""
        self.losses.add(what, example, SET_ASIDE, at or self.at(1))

    def skip(self, what: str, example: str = "", at: Location | None = None) -> None:
        """Count a part that is incomplete or not understood; `what` is a plural noun."""
        self.losses.add(what, example, NOT_UNDERSTOOD, at or self.at(1))

    def new_id(self, old: str) -> str | None:
        """The id in the map of the claim with this id of the file; None if there is none."""
        return self.claims[old].id if old in self.claims else None

    def imported(self, **fields: Any) -> Imported:  # noqa: ANN401  # fields of ArgumentMap
        """The map of all parts, with what was lost; `fields` are further fields of a map.

        Cost: linear.
        """
        relations = {relation.id: relation for relation in self._relations()}
        relations |= {each.id: each for each in self._both_ways(relations)}
        pairs = [pair for pair in self._pairs if self._are_known(pair)]
        kept, conflicting = without_conflict(
            [(self.claims[a].id, self.claims[b].id) for a, b, _ in pairs], relations.values()
        )
        for index in conflicting:
            first, second, place = pairs[index]
            what = "restatements between claims that support or attack each other"
            self.losses.add(what, f"{first} and {second}", SET_ASIDE, place)
        fields = self._legible.fields(fields, self.at(1))
        argument_map = ArgumentMap.of(
            self.claims.values(), relations.values(), self.sources.values(), kept, **fields
        )
        return Imported(argument_map, self.losses.all, tuple(self.diagnostics))

    def _are_known(self, pair: tuple[str, str, Location]) -> bool:
        first, second, place = pair
        known = first in self.claims and second in self.claims
        if not known or first == second:
            self.skip("restatements of nothing", f"{first} and {second}", place)
        return known and first != second

    def _both_ways(self, relations: dict[str, Relation]) -> Iterator[Relation]:
        for first, second, place in self._contradictions:
            if first not in self.claims or second not in self.claims or first == second:
                self.skip("contradictions of nothing", f"{first} and {second}", place)
                continue
            ids = (self.claims[first].id, self.claims[second].id)
            if contradiction_id(*ids) in relations:
                self.losses.add("contradictions written twice", f"{first} and {second}", at=place)
                continue
            yield from (
                half_of_contradiction(attacker, target, place)
                for attacker, target in (ids, ids[::-1])
            )

    def _relations(self) -> Iterator[Relation]:
        """The relations whose ends are there, with ids; undercuts after their targets."""
        ids = RelationIds(self._ids)
        ready, waiting = self._sorted_by_target()
        placed = self._placed_on_circles(ids, waiting)
        ready += [step for old in placed for step in waiting.pop(old)]
        for step in ready:  # grows on the way: no recursion, so no chain is too long
            is_undercut = step.target not in self.claims
            if is_undercut and step.kind is Kind.SUPPORTS:
                self.losses.add("supports of a step", step.shown, SET_ASIDE, step.location)
                continue
            target = placed[step.target] if is_undercut else self.claims[step.target].id
            relation = self._relation(step, target, ids, is_undercut=is_undercut)
            yield relation
            if step.old and placed.setdefault(step.old, relation.id) == relation.id:
                ready += waiting.pop(step.old, [])
        for steps in waiting.values():
            for step in steps:
                self.skip("undercuts of a step that is not there", step.shown, step.location)

    def _placed_on_circles(
        self, ids: RelationIds, waiting: dict[str, list[DraftStep]]
    ) -> dict[str, str]:
        """The id of a step on each circle of undercuts, by its old id: it is named before the rest.

        Undercuts that hit each other in a circle cannot have ids made of each other's.
        """
        attacks = {
            step.old: step
            for steps in waiting.values()
            for step in reversed(steps)
            if step.old and step.kind is not Kind.SUPPORTS
        }
        members = in_each_circle({old: step.target for old, step in attacks.items()})
        return {
            old: ids.reserve(old, attacks[old].kind, attacks[old].fields.get("like", ""))
            for old in members
        }

    def _sorted_by_target(self) -> tuple[list[DraftStep], dict[str, list[DraftStep]]]:
        """The steps to claims, and those to steps by the old id of their target."""
        of_steps = {step.old for step in self._steps if step.old}
        to_claims: list[DraftStep] = []
        to_steps: dict[str, list[DraftStep]] = {}
        for step in self._steps:
            if not self._has_premises(step):
                continue
            if step.target in self.claims:
                if step.kind is Kind.SUPPORTS and step.target in step.premises:
                    self.skip("claims that support themselves", step.shown, step.location)
                else:
                    to_claims.append(step)
            elif step.target in of_steps:
                to_steps.setdefault(step.target, []).append(step)
            else:
                self.skip("relations without a target", step.shown, step.location)
        return to_claims, to_steps

    def _has_premises(self, step: DraftStep) -> bool:
        unknown = not self.claims.keys() >= {*step.premises}
        if step.premises and not unknown:
            return True
        what = "premises that are not there" if unknown else "relations without a premise"
        self.skip(what, step.shown, step.location)
        return False

    def _relation(
        self, step: DraftStep, target: str, ids: RelationIds, *, is_undercut: bool
    ) -> Relation:
        kind = Kind.UNDERCUTS if is_undercut else step.kind
        premises = tuple(sorted({self.claims[premise].id for premise in step.premises}))
        fields = self._legible.fields(step.fields, step.location) if step.fields else {}
        like = fields.pop("like", "")
        source = self.sources.get(fields.pop("source", None) or "")
        if is_undercut:
            fields.pop("force", None)
        derived = derived_id(premises, kind, target)
        id_, is_named = ids.take(step.old, derived, step.kind, like)
        origin = self._origin(step.old, id_, step.location)
        return Relation(
            id_,
            kind,
            premises,
            target,
            step.location,
            position=ids.position(target, kind),
            named=is_named,
            source=source.id if source is not None else None,
            **{"origin": origin, **fields},
        )

    def legible(self, text: str, place: Location) -> str:
        """The text, with a sign in place of each character that no text file holds.

        All fields of a draft are made so in any case; a reader can do it for a whole file at once.
        """
        return self._legible.text(text, place)

    def clean(self, text: str, place: Location) -> str:
        """The text on one line, without the characters that no text file holds."""
        return " ".join(self._legible.text(text, place).split()) if text else ""

    def _origin(self, old: str, id_: str, place: Location) -> Origin | None:
        """The old id of a part, where the map has another one."""
        return Origin(self.format, self.legible(old, place)) if old and old != id_ else None

    def _id_for(self, old: str, words: str) -> str:
        is_kept = self.keeps_ids and is_valid(old)
        return self._ids.like(old if is_kept else id_of_words(words) or "claim")
