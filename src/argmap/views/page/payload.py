"""The data of the page as plain values: texts, positions and statuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from argmap.analysis.labels.credences import with_doubts
from argmap.graph.extent import WHOLE, shown
from argmap.views.page.measures import measures
from argmap.views.page.undrawn import children_of, undrawn_in
from argmap.views.words.citations import Citations
from argmap.views.words.kept import imported, rows_of
from argmap.views.words.origin import caveats_of, facts_of, voice_of
from argmap.views.words.statuses import REASONS, VERBS, WOULD, meanings
from argmap.views.words.templates import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.details import DetailsFinding
    from argmap.analysis.labels.labelling import Label
    from argmap.analysis.reading_of_map import Reading
    from argmap.graph.extent import Extent
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.presentation import Step
    from argmap.model.relation import Relation
    from argmap.model.source import Locator, Source
    from argmap.model.stance import Stance
    from argmap.views.look.tags import SourceTag
    from argmap.views.picture.scene import Arrow, Card, Container, Face, Rect, Scene, Tie

_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a page: a reading of a map, its details, and the scene that draws it.

    The page opens with the claims of the extent; a button shows the rest of the map.
    """

    reading: Reading
    scene: Scene
    details: DetailsFinding
    extent: Extent = WHOLE

    @property
    def map(self) -> ArgumentMap:
        """The map of the reading."""
        return self.reading.map

    @property
    def outline(self) -> Outline:
        """The claims in reading order, with their numbers."""
        return self.reading.outline


def payload_of(content: Content) -> dict[str, Any]:
    """The data that the page needs from the start, ready for JSON."""
    scene, argument_map, outline = content.scene, content.map, content.outline
    finding, cite = content.reading.status, Citations(content.map)
    relations = _in_reading_order(argument_map, outline)
    return {
        "title": scene.title,
        "question": scene.question,
        "unmet": list(scene.unmet),
        "objections": finding.objections,
        "width": scene.width,
        "height": scene.height,
        "claims": [_claim(card, argument_map, cite) for card in scene.cards],
        "relations": [
            _relation(relation, finding.relations[relation.id]) for relation in relations
        ],
        "sources": [source_of(tag, argument_map.sources[tag.source]) for tag in scene.sources],
        "containers": [_container(container) for container in scene.containers],
        "arrows": [_arrow(arrow) for arrow in scene.arrows],
        "ties": [_tie(tie) for tie in scene.ties],
        "chapters": [
            {"section": chapter.section, "title": chapter.title, **_rect(chapter.rect)}
            for chapter in scene.chapters
        ],
        "roots": list(outline.roots),
        "main": list(outline.main),
        "children": children_of(outline, is_crowded=bool(scene.undrawn)),
        "steps": [_slide(step) for step in argument_map.steps],
        "stances": [
            _reader(with_doubts(argument_map, stance)) for stance in argument_map.stances.values()
        ],
        "words": dict(meanings(has_pending=argument_map.has_pending)),
        "verbs": dict(VERBS),
        "would": dict(WOULD),
        "sentences": dict(TEMPLATES),
        "reasons": dict(REASONS),
        **measures(),
        "part": _part(content),
        **undrawn_in(scene),
        **_kept_with_map(argument_map),
        **_questions(argument_map),
    }


def _part(content: Content) -> dict[str, Any] | None:
    """The claims with which the page opens, and a description of them; None for the whole map."""
    extent = content.extent
    if extent == WHOLE:
        return None
    claims = shown(content.map, content.outline, extent)
    words = []
    if extent.focus is not None:
        words.append(f"{content.outline.numbers[extent.focus]} and what is below it")
    if extent.depth is not None:
        words.append("1 step down" if extent.depth == 1 else f"{extent.depth} steps down")
    if extent.only_source is not None:
        tags = {tag.source: tag.tag for tag in content.scene.sources}
        words.append(f"only {tags.get(extent.only_source, extent.only_source)}")
    return {
        "focus": extent.focus if extent.focus in claims else None,
        "claims": [id_ for id_ in content.outline.numbers if id_ in claims],
        "words": words,
    }


def standing_of(argument_map: ArgumentMap, id_: str) -> dict[str, Any]:
    """The data of a claim that the page's engine needs to label the map anew."""
    first = argument_map.head_of(id_)
    data: dict[str, Any] = {"id": id_, "first": first, "granted": argument_map.is_granted(id_)}
    if argument_map.is_pending(id_):
        data["pending"] = True
    credence = argument_map.claims[id_].credence
    return data if credence is None else data | {"credence": credence}


def step_of(relation: Relation) -> dict[str, Any]:
    """The data of a relation that the page's engine needs to label the map anew."""
    data: dict[str, Any] = {
        "id": relation.id,
        "kind": relation.kind,
        "premises": relation.premises,
        "target": relation.target,
        "force": relation.force,
    }
    return data if relation.weight is None else data | {"weight": relation.weight}


def _reader(stance: Stance) -> dict[str, Any]:
    return {
        "name": stance.name or stance.id,
        "reject": sorted(stance.reject),
        "accept": sorted(stance.accept),
    }


def _slide(step: Step) -> dict[str, Any]:
    return {"show": step.show, "say": step.say, "reject": step.reject, "accept": step.accept}


def _in_reading_order(argument_map: ArgumentMap, outline: Outline) -> list[Relation]:
    """All relations in the order of outline and report: by target, then as the map has them."""
    relations = [
        relation for claim in outline.numbers for relation in argument_map.relations_to(claim)
    ]
    for relation in relations:  # the list grows during the loop
        relations += argument_map.relations_to(relation.id)
    ordered = {relation.id: relation for relation in relations}
    return list((ordered | dict(argument_map.relations)).values())  # circles of undercuts last


def source_of(tag: SourceTag, source: Source) -> dict[str, Any]:
    """A source as the page shows it."""
    return {
        "id": source.id,
        "tag": tag.tag,
        "short": tag.short,
        "band": tag.band,
        "title": source.title,
        "facts": facts_of(source),
        "url": safe_url(source.url) or source.doi_address,
        "doi": source.doi_address,
        "caveats": caveats_of(source),
        "note": source.note,
        **_kept(source),
    }


def safe_url(url: str | None) -> str | None:
    """The address if its scheme is safe for a link, else None."""
    try:
        safe = url is not None and urlsplit(url.strip()).scheme.lower() in _SAFE_SCHEMES
    except ValueError:
        return None
    return url.strip() if url is not None and safe else None


def _claim(card: Card, argument_map: ArgumentMap, cite: Citations) -> dict[str, Any]:
    claim = argument_map.claims[card.claim]
    return {
        **standing_of(argument_map, claim.id),
        "number": card.number,
        "name": card.face.name,
        "text": claim.text,
        **_rect(card.rect),
        "lines": card.face.lines,
        "foot": card.face.foot,
        "big": card.face.big,
        "whole": _whole(card.face),
        "word": card.status.word,
        "reason": card.status.reason,
        "label": card.status.label,
        "main": card.main,
        "mode": claim.mode,
        "source": claim.cited_source,
        "speaker": claim.speaker,
        "who": voice_of(cite, claim),
        "cited": cite.attribution(claim),
        "quotes": _quotes(claim.locators),
        "section": claim.section,
        "tags": claim.tags,
        "note": claim.note,
        "url": safe_url(claim.url),
        "same": [other for other in argument_map.class_of(claim.id) if other != claim.id],
        **({"used": True} if claim.id in argument_map.used else {}),
        **_kept(claim),
    }


def _questions(argument_map: ArgumentMap) -> dict[str, Any]:
    questions = [
        {"text": question.text, "answers": question.answers}
        for question in argument_map.questions.values()
    ]
    return {"questions": questions} if questions else {}


def _kept_with_map(argument_map: ArgumentMap) -> dict[str, Any]:
    return {"meta": rows_of(argument_map.meta)} if argument_map.meta else {}


def _kept(part: Claim | Relation | Source) -> dict[str, Any]:
    """The data kept with a part, if any: the author's own in rows, and its origin."""
    kept: dict[str, Any] = {}
    if part.meta:
        kept["meta"] = rows_of(part.meta)
    if part.origin is not None:
        kept["origin"] = imported(part.origin)
    return kept


def _whole(face: Face) -> dict[str, Any] | None:
    """The lines and the height of a card with the whole sentence; None if it has that already."""
    if face.whole == face.lines:
        return None
    return {"lines": face.whole, "h": face.whole_height}


def _quotes(locators: Iterable[Locator]) -> list[dict[str, Any]]:
    return [{"quote": locator.quote, "place": locator.place} for locator in locators]


def _relation(relation: Relation, label: Label) -> dict[str, Any]:
    return {
        **step_of(relation),
        "mode": relation.mode,
        "label": label,
        "rationale": relation.rationale,
        "quote": " … ".join(
            locator.quote for locator in relation.locators if locator.quote is not None
        ),
        **_kept(relation),
    }


def _rect(rect: Rect) -> dict[str, float]:
    return {"x": rect.x, "y": rect.y, "w": rect.width, "h": rect.height}


def _container(container: Container) -> dict[str, Any]:
    return {
        "relation": container.relation,
        "pill": container.shape == "pill",
        **_rect(container.rect),
        "members": container.members,
    }


def _arrow(arrow: Arrow) -> dict[str, Any]:
    return {
        "relation": arrow.relation,
        "kind": arrow.kind,
        "premises": arrow.premises,
        "target": arrow.target,
        "path": arrow.path,
        "disc": arrow.disc,
        "heading": arrow.heading,
        "own": arrow.mode.is_mappers,
        "both": arrow.both,
        "far": arrow.far,
    }


def _tie(tie: Tie) -> dict[str, Any]:
    return {
        "first": tie.first,
        "second": tie.second,
        "path": tie.path,
        "same": tie.same_claim,
        "place": tie.place,
        "far": tie.far,
    }
