"""W3C Web Annotations, written: a collection with an annotation for each claim."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from argmap.formats.carried import losses_beside
from argmap.formats.exchange import Exported
from argmap.formats.highlights.highlight import BY
from argmap.graph.outline import outline

if TYPE_CHECKING:
    from argmap.formats.exchange import Losses, Wishes
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.source import Locator, Source

CLAIM = "urn:argmap:claim:"
"""The beginning of the IRI of a claim that argmap wrote."""
NO_SOURCE = "urn:argmap:none"
"""The source of a claim that is taken from none; an annotation needs a target."""
SOURCE, ADDRESS = "argmap:source", "argmap:url"
"""The keys with the id of a source, and with its address where that is not its IRI."""
_OF_SOURCE = "urn:argmap:source:"
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"argmap": "urn:argmap:"}]
_CARRIED = frozenset(
    {
        "claim.source",
        "claim.locators",
        "claim.tags",
        "claim.meta",
        "claim.origin",
        "map.sources",
        "map.title",
        "source.authors",
        "source.date",
        "source.url",
    }
)


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The claims as annotations, in reading order. Cost: linear."""
    del wishes
    addresses = Counter(source.url for source in argument_map.sources.values() if source.url)
    resources = {
        id_: _resource(source, is_unique=addresses[source.url or ""] == 1)
        for id_, source in argument_map.sources.items()
    }
    claims = [argument_map.claims[id_] for id_ in outline(argument_map).numbers]
    items = [_annotation(claim, resources.get(claim.source or "")) for claim in claims]
    collection = {
        "@context": _CONTEXT,
        "id": "urn:argmap:map",
        "type": "AnnotationCollection",
        **({"label": argument_map.title} if argument_map.title else {}),
        "total": len(items),
        "first": {"id": "urn:argmap:map:1", "type": "AnnotationPage", "items": items},
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1) + "\n"
    return Exported(text, _losses(argument_map).all)


def _resource(source: Source, *, is_unique: bool) -> dict[str, Any]:
    """The page or paper; its address is its IRI, if it has one of its own."""
    web = ("http://", "https://")
    iri = source.url if source.url and source.url.startswith(web) and is_unique else None
    return {
        "id": iri or f"{_OF_SOURCE}{source.id}",
        SOURCE: source.id,
        "label": source.title,
        **({ADDRESS: source.url} if source.url and source.url != iri else {}),
        **({"creator": [{"name": name} for name in source.authors]} if source.authors else {}),
        **({"created": source.date} if source.date else {}),
    }


def _annotation(claim: Claim, resource: dict[str, Any] | None) -> dict[str, Any]:
    source: Any = resource or NO_SOURCE
    bodies = [{"type": "TextualBody", "value": claim.text, "purpose": "commenting"}]
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in claim.tags]
    targets = [_target(locator, source) for locator in claim.locators if _is_held(locator)]
    by = claim.meta.get(BY)
    by = by if isinstance(by, dict) else {}
    made = {key: value for key, value in by.items() if isinstance(value, str)}
    return {
        "id": f"{CLAIM}{claim.id}",
        "type": "Annotation",
        "motivation": "commenting",
        **({"creator": {"name": made["by"]}} if "by" in made else {}),
        **({"created": made["created"]} if "created" in made else {}),
        "body": bodies,
        "target": targets or [{"source": source}],
    }


def _is_held(locator: Locator) -> bool:
    return locator.quote is not None or locator.page is not None


def _target(locator: Locator, source: Any) -> dict[str, Any]:  # noqa: ANN401  # an IRI or facts
    selectors: list[dict[str, str]] = []
    if locator.quote is not None:
        around = {"prefix": locator.prefix, "suffix": locator.suffix}
        selectors.append(
            {
                "type": "TextQuoteSelector",
                "exact": locator.quote,
                **{key: words for key, words in around.items() if words is not None},
            }
        )
    if locator.page is not None:
        selectors.append({"type": "FragmentSelector", "value": f"page={locator.page}"})
    return {"source": source, "selector": selectors}


def _losses(argument_map: ArgumentMap) -> Losses:
    losses = losses_beside(argument_map, _CARRIED)
    cited = {claim.source for claim in argument_map.claims.values()}
    for relation in argument_map.relations.values():
        losses.add("supports and attacks", relation.id)
    for id_ in argument_map.sources:
        if id_ not in cited:
            losses.add("sources that no claim is taken from", id_)
    for claim in argument_map.claims.values():
        _add_losses_of_claim(losses, claim)
    return losses


def _add_losses_of_claim(losses: Losses, claim: Claim) -> None:
    if claim.meta and (set(claim.meta) != {BY} or set(claim.meta[BY]) - {"by", "created"}):
        losses.add("own keys of claims", claim.id)
    if claim.origin is not None:
        losses.add("ids that claims had elsewhere", f"{claim.id}: {claim.origin.id}")
    for locator in claim.locators:
        if locator.paragraph or locator.section or locator.time or not _is_held(locator):
            place = f"{claim.id}: {locator.place}"
            losses.add("paragraphs, sections and times of quotations", place)
