"""Another id in a map as a value: every mention of it, and the derived ids that follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.errors import UsageError
from argmap.model.relation import contradiction_id, derived_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.editing.edits import Rename
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.presentation import Step, View
    from argmap.model.relation import Relation
    from argmap.model.source import Source
    from argmap.model.stance import Expectation, Stance


def renamed(argument_map: ArgumentMap, edit: Rename) -> ArgumentMap:
    """The map in which a thing has another id.

    A source without a title, and a stance without a name, go by their id, and so by the new one.

    Raises:
        UsageError: there is no such thing.
    """
    kinds = {
        "claim": argument_map.claims,
        "relation": argument_map.relations,
        "source": argument_map.sources,
        "stance": argument_map.stances,
        "scheme": argument_map.schemes,
        "question": argument_map.questions,
    }
    if edit.old not in kinds[edit.kind]:
        raise UsageError(f"there is no {edit.kind} `{edit.old}`")
    new = _New(argument_map, edit)
    relations = {id_: new.relation(each) for id_, each in argument_map.relations.items()}
    return replace(
        argument_map,
        claims={new.claim(id_): new.of_claim(each) for id_, each in argument_map.claims.items()},
        relations={each.id: each for each in relations.values()},
        sources={
            new.source(id_): new.of_source(each) for id_, each in argument_map.sources.items()
        },
        classes={
            new.claim(id_): tuple(sorted(new.claims(members)))
            for id_, members in argument_map.classes.items()
        },
        main=new.claims(argument_map.main),
        used=frozenset(new.claims(argument_map.used)),
        steps=tuple(map(new.of_step, argument_map.steps)),
        views={name: new.of_view(view) for name, view in argument_map.views.items()},
        schemes={
            new.scheme(id_): replace(each, id=new.scheme(id_))
            for id_, each in argument_map.schemes.items()
        },
        stances={
            new.stance(id_): new.of_stance(each) for id_, each in argument_map.stances.items()
        },
        questions={
            new.question(id_): replace(each, id=new.question(id_), answers=new.claims(each.answers))
            for id_, each in argument_map.questions.items()
        },
        expectations=tuple(map(new.of_expectation, argument_map.expectations)),
    )


@dataclass(frozen=True)
class _New:
    """The ids after the renaming, and the parts of the map with them."""

    map: ArgumentMap
    edit: Rename

    def _id(self, kind: str, id_: str) -> str:
        return self.edit.new if (kind, id_) == (self.edit.kind, self.edit.old) else id_

    def claim(self, id_: str) -> str:
        return self._id("claim", id_)

    def claims(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(self.claim, ids))

    def source(self, id_: str) -> str:
        return self._id("source", id_)

    def scheme(self, id_: str) -> str:
        return self._id("scheme", id_)

    def stance(self, id_: str) -> str:
        return self._id("stance", id_)

    def question(self, id_: str) -> str:
        return self._id("question", id_)

    def relation_id(self, id_: str) -> str:
        """The id of a relation; a derived one follows from its premises and its target."""
        chain = [self.map.relations[id_]]  # a derived id holds that of the step it undercuts
        while not chain[-1].named and (below := self.map.relations.get(chain[-1].target)):
            chain.append(below)
        new = ""
        for relation in reversed(chain):
            new = self._relation_id(relation, new or self.claim(relation.target))
        return new

    def _relation_id(self, relation: Relation, target: str) -> str:
        if relation.named:
            return self._id("relation", relation.id)
        premises = self.claims(relation.premises)
        if relation.contradiction:
            return contradiction_id(premises[0], target)
        return derived_id(premises, relation.kind, target)

    def relation(self, relation: Relation) -> Relation:
        """The relation with the new ids in it, its own among them."""
        target = relation.target
        source, scheme = relation.source, relation.scheme
        is_step = target in self.map.relations
        return replace(
            relation,
            id=self.relation_id(relation.id),
            premises=tuple(sorted(self.claims(relation.premises))),
            target=self.relation_id(target) if is_step else self.claim(target),
            source=None if source is None else self.source(source),
            scheme=None if scheme is None else self.scheme(scheme),
        )

    def of_claim(self, claim: Claim) -> Claim:
        """The claim with the new ids in it."""
        source = None if claim.source is None else self.source(claim.source)
        return replace(claim, id=self.claim(claim.id), source=source)

    def of_source(self, source: Source) -> Source:
        """The source under its new id, which is its title if it has no other."""
        id_ = self.source(source.id)
        return replace(source, id=id_, title=id_ if source.title == source.id else source.title)

    def of_step(self, step: Step) -> Step:
        """The slide with the new ids in it."""
        show, reject, accept = map(self.claims, (step.show, step.reject, step.accept))
        return replace(step, show=show, reject=reject, accept=accept)

    def of_view(self, view: View) -> View:
        """The view with the new ids in it."""
        return replace(
            view,
            focus=None if view.focus is None else self.claim(view.focus),
            only_source=None if view.only_source is None else self.source(view.only_source),
        )

    def of_stance(self, stance: Stance) -> Stance:
        """The stance under its new id, which is its name if it has no other."""
        id_ = self.stance(stance.id)
        return replace(
            stance,
            id=id_,
            name=id_ if stance.name == stance.id else stance.name,
            reject=frozenset(self.claims(stance.reject)),
            accept=frozenset(self.claims(stance.accept)),
            credences={self.claim(each): value for each, value in stance.credences.items()},
        )

    def of_expectation(self, expectation: Expectation) -> Expectation:
        """The expectation with the new ids in it."""
        return replace(
            expectation,
            claim=self.claim(expectation.claim),
            reject=frozenset(self.claims(expectation.reject)),
            accept=frozenset(self.claims(expectation.accept)),
        )
