"""The handout: an overview, a sheet for each main conclusion, and all claims and sources as lists.

These are the sheets that the interactive page prints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model.relation import Kind
from argmap.views.look import fonts, theme
from argmap.views.picture.svg import samples
from argmap.views.picture.svg.svg import render_shapes
from argmap.views.words.bearing import bearing_in_words
from argmap.views.words.citations import Citations, tags_of
from argmap.views.words.origin import caveats_of, cited_with_quotations, facts_of
from argmap.views.words.statuses import meanings

if TYPE_CHECKING:
    from argmap.views.handout.fitting import Room, Shown
    from argmap.views.picture.scene import Scene

_NAMES, _SENTENCES = 9 / theme.AFAR["size"], 8 / theme.SMALL_SIZE
_LARGEST = 1.45
_SHEET = (785.0, 530.0)  # an A4 sheet across, within its margins, in points
_HEAD, _TEXT, _SMALL = 17.0, 11.0, 9.0
_LEADING = 1.25
_GAP = 3.0
_SLOT = 14.0
_MOST_PAGES = 3

LINES = {Kind.SUPPORTS: "supports", Kind.ATTACKS: "attacks", Kind.UNDERCUTS: "blocks a step"}
UNSOURCED = "no source is given"
REMARKS = (
    "Hollow sign: granted; full: argued for.",
    "Diamond: the mapper\u2019s own step.",
    "Faded: does not count.",
)


def handout_of(shown: Shown) -> dict[str, Any]:
    """The data of the handout's template: sheets with pictures, claims, and sources."""
    title, question = shown.map.title or "Argument map", shown.map.question or ""
    room = _room(shown, (title, question), key_rows=4)
    cover = shown.overview(room)
    sheets = [_sheet(shown, (title, question), cover, "All of them are listed at the end.")]
    if len(cover.cards) < len(shown.map.claims):
        sheets += (_conclusion(shown, id_) for id_ in _argued(shown))
    return {
        "title": title,
        "sheets": sheets,
        "key": _key(shown),
        "claims": _claims(shown),
        "sources": [
            {
                "citation": tag.tag,
                "title": shown.map.sources[id_].title,
                "facts": facts_of(shown.map.sources[id_]),
                "caveats": caveats_of(shown.map.sources[id_]),
            }
            for id_, tag in tags_of(shown.map.sources).items()
        ],
    }


def remark_on(drawn: int, every: int, where: str) -> str:
    """The number of claims that a picture shows, in words; empty if it shows all."""
    if drawn >= every:
        return ""
    claims = "claim" if every == 1 else "claims"
    return f"{drawn} of {every} {claims} are drawn; +n says how many more hang below. {where}"


def _argued(shown: Shown) -> list[str]:
    """The main conclusions for which there is a reason, or against which there is one.

    A single one that is all there is at the top has the overview as its sheet.
    """
    outline = shown.outline
    main = outline.main or outline.roots[:_MOST_PAGES]
    argued = [id_ for id_ in main if outline.children.get(id_)]
    return [] if len(argued) == 1 == len(outline.roots) else argued


def _conclusion(shown: Shown, id_: str) -> dict[str, Any]:
    claim = shown.map.claims[id_]
    head = f"{shown.outline.numbers[id_]} {claim.name}"
    texts = (head, claim.text if claim.text != claim.name else "")
    scene = shown.below(id_, _room(shown, texts, key_rows=0))
    every = len(shown.claims_below(id_))
    return _sheet(shown, texts, scene, "The others are in the list at the end.", every)


def _scale(shown: Shown) -> float:
    """The scale at which the smallest letters of a picture can just be read on paper."""
    return _SENTENCES if shown.sentences else _NAMES


def _room(shown: Shown, texts: tuple[str, str], key_rows: int) -> Room:
    """The room for a picture below its title and text, in the picture's units."""
    width, height = _SHEET
    for text, size, weight in zip(texts, (_HEAD, _TEXT), (theme.BOLD, theme.REGULAR), strict=True):
        height -= len(fonts.wrap(text, size, weight, width)) * size * _LEADING + _GAP
    height -= _SMALL * _LEADING * (1 + key_rows) + _SLOT
    return width / _scale(shown), max(height, width / 4) / _scale(shown)


def _sheet(
    shown: Shown, texts: tuple[str, str], scene: Scene, where: str, every: int | None = None
) -> dict[str, Any]:
    most = _scale(shown) * _LARGEST
    remark = remark_on(len(scene.cards), every or len(shown.map.claims), where)
    return {
        "head": texts[0],
        "text": texts[1],
        "remark": " ".join(filter(None, (remark, scene.remark))),
        "svg": render_shapes(scene, far=not shown.sentences),
        "width": scene.width * most,
        "height": scene.height * most,
    }


def _key(shown: Shown) -> dict[str, Any]:
    tags = tags_of(shown.map.sources).values()
    return {
        "signs": [
            *({"svg": samples.line_sample(kind), "words": words} for kind, words in LINES.items()),
            *({"svg": "", "words": words} for words in REMARKS),
            *({"svg": samples.band_sample(tag.band), "words": tag.tag} for tag in tags),
        ],
        "words": [
            {"svg": samples.status_sample(word), "word": word, "meaning": meaning}
            for word, meaning in meanings(has_pending=shown.map.has_pending).items()
        ],
    }


def _claims(shown: Shown) -> list[dict[str, str]]:
    cite, numbers, finding = Citations(shown.map), shown.outline.numbers, shown.finding
    unsourced = UNSOURCED if shown.map.sources else ""
    return [
        {
            "number": number,
            "text": shown.map.claims[id_].text,
            "status": " · ".join(
                word for word in (finding.claims[id_].word, finding.claims[id_].reason) if word
            ),
            "bearing": " ".join(bearing_in_words(shown.map, numbers, shown.own_labels, id_)),
            "origin": cited_with_quotations(cite, shown.map.claims[id_]) or unsourced,
        }
        for id_, number in numbers.items()
    ]
