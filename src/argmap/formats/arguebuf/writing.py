"""Arguebuf, written: what its messages have no place for is in the user data of the graph."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.formats.arguebuf.reading import FORMAT
from argmap.formats.arguebuf.scheme_words import word_of
from argmap.formats.carried import lost_beside_nodes
from argmap.formats.exchange import Exported
from argmap.formats.nodes.aside import KEY, aside_of
from argmap.formats.nodes.drawing import DrawnStep, drawing_of
from argmap.formats.nodes.graph import NodeRole
from argmap.model.relation import Kind
from argmap.reading.slugs import FreeIds, slug

if TYPE_CHECKING:
    from argmap.editing.tree_values import Tree
    from argmap.formats.exchange import Wishes
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Source

_SCHEMES = {
    NodeRole.ATTACK: {"attack": "ATTACK_DEFAULT"},
    NodeRole.RESTATEMENT: {"rephrase": "REPHRASE_DEFAULT"},
}


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as an arguebuf graph. Cost: linear."""
    del wishes
    drawing = drawing_of(argument_map, FORMAT)
    free = FreeIds()
    speakers = dict.fromkeys(claim.speaker for _, claim in drawing.claims if claim.speaker)
    people = {name: free.like(slug(name) or "speaker") for name in speakers}
    sources = {id_: _old_id(each) for id_, each in argument_map.sources.items()}
    nodes = {node: _atom(claim, people, sources) for node, claim in drawing.claims}
    nodes |= {step.node: _scheme(step, argument_map) for step in drawing.steps}
    aside = aside_of(drawing, lambda relation: _said(argument_map, relation))
    main = argument_map.main[:1]
    graph = {
        "schemaVersion": 1,
        "libraryVersion": "argmap",
        **({"majorClaim": drawing.node_of[main[0]]} if main else {}),
        "nodes": nodes,
        "edges": {
            f"e{number}": {"source": source, "target": target}
            for number, (source, target) in enumerate(drawing.edges, 1)
        },
        "resources": {sources[id_]: _resource(each) for id_, each in argument_map.sources.items()},
        "participants": {id_: {"name": name} for name, id_ in people.items()},
        "userdata": {**argument_map.meta, **({KEY: aside} if aside else {})},
    }
    return Exported(
        json.dumps(graph, ensure_ascii=False, indent=1, default=dict) + "\n",
        lost_beside_nodes(argument_map).all,
    )


def _old_id(source: Source) -> str:
    origin = source.origin
    return origin.id if origin is not None and origin.format == FORMAT else source.id


def _atom(claim: Claim, people: dict[str, str], sources: dict[str, str]) -> Tree:
    quote = " ... ".join(locator.quote for locator in claim.locators if locator.quote)
    reference = {
        **({"resource": sources[claim.source]} if claim.source else {}),
        **({"text": quote} if quote else {}),
    }
    atom: dict[str, Any] = {"text": claim.text}
    if reference:
        atom["reference"] = reference
    if claim.speaker:
        atom["participant"] = people[claim.speaker]
    return {"atom": atom} | ({"userdata": claim.meta} if claim.meta else {})


def _scheme(step: DrawnStep, argument_map: ArgumentMap) -> Tree:
    relation = step.relation
    scheme: dict[str, Any] = _SCHEMES.get(step.role, {})
    if step.role is NodeRole.SUPPORT:
        named = (relation.scheme if relation is not None else None) or ""
        own = argument_map.schemes.get(named)
        scheme = {"support": f"SUPPORT_{word_of(named, own.name if own is not None else '')}"}
    has_meta = relation is not None and relation.meta
    return {"scheme": scheme} | ({"userdata": relation.meta} if relation and has_meta else {})


def _said(argument_map: ArgumentMap, relation: Relation) -> tuple[str, ...]:
    """The keys of a relation that its node says: a common scheme of a support."""
    scheme = relation.scheme if relation.kind is Kind.SUPPORTS else None
    is_common = scheme is not None and scheme not in argument_map.schemes
    return ("scheme",) if is_common and word_of(scheme or "") != "DEFAULT" else ()


def _resource(source: Source) -> Tree:
    url = {"source": source.url} if source.url else {}
    meta = {"userdata": source.meta} if source.meta else {}
    return {"title": source.title, **url, **meta}
