"""The loss report of a debate file, which holds claims, cites and evidence, and few relations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.formats.carried import losses_beside
from argmap.formats.verbatim.answers import Answer, answers_in
from argmap.formats.verbatim.cites import cite_of
from argmap.formats.verbatim.passages import quotations_in
from argmap.formats.verbatim.reading import CARD, DRAFT, NAME, proposal, section_of
from argmap.model.claim import Mode
from argmap.model.relation import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.exchange import Losses
    from argmap.formats.verbatim.cards import DebateCard
    from argmap.model.argument_map import ArgumentMap

CARRIED = frozenset(
    {
        "claim.source",
        "claim.locators",
        "claim.section",
        "claim.meta",
        "claim.origin",
        "map.sources",
        "map.title",
        "source.authors",
        "source.date",
        "source.url",
        "source.accessed",
        "source.document",
    }
)
"""The parts that a debate file has a place for, wholly or as far as the losses below say."""
_WORDS = {
    Kind.SUPPORTS: "supports",
    Kind.ATTACKS: "attacks that no heading proposes",
    Kind.UNDERCUTS: "undercuts",
}


def losses_of(argument_map: ArgumentMap, cards: Mapping[str, DebateCard]) -> Losses:
    """The parts of the map that a file of these cards does not hold."""
    proposed = set(_proposed(cards))
    drafts = {id_ for id_, each in argument_map.relations.items() if _is_draft(each, proposed)}
    losses = losses_beside(_without(argument_map, drafts), CARRIED)
    for relation in argument_map.relations.values():
        if relation.id not in drafts:
            losses.add(_WORDS[relation.kind], relation.id)
    _add_losses_of_sources(losses, argument_map, cards)
    for claim in argument_map.claims.values():
        card = cards[claim.id]
        others = [key for key in claim.meta if key != CARD]
        if others:
            losses.add("own keys of claims", f"{claim.id}: {', '.join(others)}")
        if section_of(card.chapters) != claim.section:
            losses.add("sections of claims", f"{claim.id}: {claim.section}")
        if claim.origin is not None and claim.origin.format != NAME:
            losses.add("ids that claims had elsewhere", f"{claim.id}: {claim.origin.id}")
        read = quotations_in(card.evidence)
        for locator in claim.locators:
            if locator.quote is not None and locator.quote not in read:
                losses.add("quotations that are not the words read out", locator.quote)
            if locator.place or locator.prefix or locator.suffix:
                losses.add("pages and places of quotations", f"{claim.id}: {locator.place}")
    return losses


def _add_losses_of_sources(
    losses: Losses, argument_map: ArgumentMap, cards: Mapping[str, DebateCard]
) -> None:
    """Add what the cites of the cards do not tell of their sources."""
    first: dict[str, str] = {}
    for claim in argument_map.claims.values():
        if claim.source is not None:
            first.setdefault(claim.source, claim.id)
    for id_, source in argument_map.sources.items():
        if id_ not in first:
            losses.add("sources that no claim is taken from", id_)
            continue
        cite = cite_of(cards[first[id_]].cite)
        differing = [
            name
            for name, words in (
                ("title", cite.title or cite.short),
                ("authors", cite.authors),
                ("date", cite.date),
                ("url", cite.url),
                ("accessed", cite.accessed),
            )
            if words != (getattr(source, name) or "") and (words or getattr(source, name))
        ]
        if differing:
            what = "sources of which a cite tells other authors, title, dates or address"
            losses.add(what, f"{id_}: {', '.join(differing)}")
        if source.document and CARD not in argument_map.claims[first[id_]].meta:
            losses.add("documents of sources", f"{id_}: {source.document}")


def _without(argument_map: ArgumentMap, relations: set[str]) -> ArgumentMap:
    """The map without the details of these relations, of which nothing is lost."""
    kept = {
        id_: Relation(id_, each.kind, each.premises, each.target) if id_ in relations else each
        for id_, each in argument_map.relations.items()
    }
    return replace(argument_map, relations=kept)


def _proposed(cards: Mapping[str, DebateCard]) -> Iterator[tuple[str, str, str]]:
    ids = list(cards)
    for answer in answers_in(list(cards.values())):
        if isinstance(answer, Answer):
            yield ids[answer.card], ids[answer.answered], proposal(answer.heading)


def _is_draft(relation: Relation, proposed: set[tuple[str, str, str]]) -> bool:
    """Whether the relation is what a heading proposes, and nothing was added to it."""
    plain = Relation(
        relation.id,
        Kind.ATTACKS,
        relation.premises,
        relation.target,
        relation.location,
        position=relation.position,
        named=relation.named,
        mode=Mode.EDITORIAL,
        tags=(DRAFT,),
        note=relation.note,
        origin=relation.origin,
    )
    known = (relation.premises[0], relation.target, relation.note or "") in proposed
    return known and relation == plain and not relation.is_linked
