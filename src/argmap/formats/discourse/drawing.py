"""A map drawn as a discourse graph: the nodes and links of which files are written."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import NOWHERE
from argmap.editing.trees import source_tree
from argmap.formats.discourse.cited_works import READ
from argmap.formats.discourse.gathering import CITING, OURS, TYPE
from argmap.formats.discourse.graph import Graph, Link, Note
from argmap.formats.discourse.steps import TENTATIVE
from argmap.formats.discourse.words import NotePart, part_of
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.discourse.naming import Naming
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Source

LABELS = {Kind.SUPPORTS: "supports", Kind.ATTACKS: "opposes", Kind.UNDERCUTS: "undercuts"}
COMPLEMENTS = {
    "supports": "is supported by",
    "opposes": "is opposed by",
    "undercuts": "is undercut by",
    "addresses": "is addressed by",
    "contradicts": "contradicts",
    "restates": "restates",
}
"""The labels of all links that are written, each with that of the way back."""
_OF_LINK = ("id", "type", "source", "destination", "step", "name", "tentative")
_OF_SOURCE = ("authors", "date", "kind", "publisher", "url")


def graph_of_map(argument_map: ArgumentMap, naming: Naming) -> Graph:
    """The nodes and links of a map. Cost: linear."""
    graph = Graph()
    for source in argument_map.sources.values():
        node = _of_source(source, naming)
        graph.nodes[node.id] = node
    for question in argument_map.questions.values():
        id_ = naming.new("question", question.id)
        properties = {"id": question.id}
        graph.nodes[id_] = Note(id_, "Question", question.text, NOWHERE, properties=properties)
        graph.links += [
            Link(naming.new(id_, answer), "addresses", naming.of[answer], id_, NOWHERE)
            for answer in question.answers
        ]
    for claim in argument_map.claims.values():
        graph.nodes[naming.of[claim.id]] = _of_claim(argument_map, claim, naming)
    for target in (*argument_map.claims, *argument_map.relations):
        for relation in argument_map.relations_to(target):
            graph.links += _of_relation(relation, naming)
    for id_, members in argument_map.classes.items():
        if id_ == members[0]:
            same = [naming.of[member] for member in members]
            graph.links += [
                Link(naming.new(first, second), "restates", first, second, NOWHERE)
                for first, second in pairwise(same)
            ]
    return graph


def _of_claim(argument_map: ArgumentMap, claim: Claim, naming: Naming) -> Note:
    meta = dict(claim.meta)
    type_ = str(meta.pop(TYPE, "Claim"))
    if part_of(type_) in (NotePart.QUESTION, NotePart.SOURCE):
        type_ = "Claim"
    source = argument_map.sources.get(claim.source or "")
    properties: dict[str, Any] = {"id": claim.id}
    if claim.pending:
        properties["tentative"] = True
    if claim.tags:
        properties["tags"] = [*claim.tags]
    if source is not None:
        properties["source"] = f"[[@{key_of(source)}]]"
    own = meta.pop("aliases", None)
    if isinstance(own, list) and all(isinstance(each, str) for each in own):
        properties["aliases"] = own
    taken = {*properties, *OURS, *CITING}
    properties |= {key: each for key, each in meta.items() if key not in taken}
    return Note(
        naming.of[claim.id], type_, claim.text, NOWHERE, (), properties, _body(claim, source)
    )


def _body(claim: Claim, source: Source | None) -> str:
    """The note on a claim, and the quotations that are read back as they are."""
    quotations = []
    for locator in claim.locators:
        if not locator.quote:
            continue
        place = f"p. {locator.page}" if locator.page else ""
        work = f"[[@{key_of(source)}]]" if source is not None else ""
        cited = ", ".join(filter(None, (work, place)))
        quotations.append(f'> "{locator.quote}"' + (f" ({cited})" if cited else ""))
    return "\n\n".join(filter(None, (claim.note, *quotations)))


def key_of(source: Source) -> str:
    """The key of a source, by which notes cite it."""
    origin = source.origin
    is_key = origin is not None and origin.format.startswith("discourse") and origin.id[:1] == "@"
    return origin.id[1:] if origin is not None and is_key else source.id


def _of_source(source: Source, naming: Naming) -> Note:
    tree = source_tree(source)
    key = key_of(source)
    properties: dict[str, Any] = {"id": source.id, "citekey": key, "title": source.title}
    properties |= {name: tree[name] for name in _OF_SOURCE if name in tree}
    properties["authors"] = [*source.authors]
    taken = {*properties, *READ}
    properties |= {name: each for name, each in source.meta.items() if name not in taken}
    filled = {name: each for name, each in properties.items() if each != []}
    return Note(
        naming.new("source", source.id), "Source", f"@{key}", NOWHERE, (), filled, source.note or ""
    )


def _of_relation(relation: Relation, naming: Naming) -> Iterator[Link]:
    """The links of a relation, one for each premise; of a contradiction one for both attacks."""
    id_, target = naming.of[relation.id], naming.of[relation.target]
    properties = {key: each for key, each in relation.meta.items() if key not in _OF_LINK}
    if relation.contradiction:
        if relation.premises[0] < relation.target:
            yield Link(id_, "contradicts", naming.of[relation.premises[0]], target, NOWHERE)
        return
    if relation.named:
        properties["name"] = relation.id
    if TENTATIVE in relation.tags:
        properties["tentative"] = True
    for number, premise in enumerate(relation.premises):
        source = naming.of[premise]
        own = naming.new(id_, source) if number else id_
        step = id_ if relation.is_linked or relation.named else ""
        yield Link(own, LABELS[relation.kind], source, target, NOWHERE, step, properties)
