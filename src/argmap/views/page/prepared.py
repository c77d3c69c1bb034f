"""Answers that the page holds ready for a chosen claim: premise sets, questions and brief."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.analysis.rests_on.premises import with_effect
from argmap.analysis.strength.live import live_chances
from argmap.views.page.sheets import Sheets
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.brief import brief_page
from argmap.views.sheets.debate.step_questions import step_questions
from argmap.views.words.bearing_most import MEANINGS, MOST_NAMED

if TYPE_CHECKING:
    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.analysis.strength.live import LiveChances
    from argmap.graph.bearing_most import BearingMost
    from argmap.views.page.payload import Content

MOST = 8
"""The most entries in a part of a brief on the page; `argmap brief` lists all of them."""


def prepared_of(content: Content) -> dict[str, Any]:
    """The answers for all claims, ready for JSON; the page reads them when a claim is chosen."""
    reading, details = content.reading, content.details
    cite = Citer(reading.map, reading.outline, reading.status)
    places = {card.claim: place for place, card in enumerate(content.scene.cards)}
    sheets = Sheets(cite.tell, places)
    steps = [
        {
            "relation": step.relation,
            "common": step.scheme.location is None,
            "sheet": sheets.written(step_questions(cite, step)),
        }
        for step in details.steps
    ]
    briefs = {
        id_: sheets.written(
            brief_page(reading, cite, replace(brief, claim=cite.tell.shown(id_)), "both", MOST)
        )
        for id_, brief in details.briefs.items()
    }
    return {
        "rests": {
            id_: _sets(with_effect(reading, premises)) for id_, premises in details.rests.items()
        },
        "steps": steps,
        "briefs": briefs,
        "blocks": sheets.store,
        "bearing": _bearing(cite, reading.groundwork.bearing_most),
        "chances": _chances(live_chances(reading)),
        "isWhole": details.is_whole,
        "isPrepared": details.is_prepared,
    }


def _sets(premises: PremisesFinding) -> dict[str, Any]:
    return {
        "sets": [{"claims": entry.claims, "by": entry.by} for entry in premises.premise_sets],
        "total": premises.premise_sets_total,
        "rejections": premises.rejection_sets,
        "rejectionsTotal": premises.rejection_sets_total,
        "idle": premises.idle,
    }


def _bearing(cite: Citer, finding: BearingMost) -> dict[str, Any] | None:
    """The claims that bear most, a few of each kind; None if the map is too large."""
    if finding.carrying is None or finding.joining is None:
        return None
    shown, all_shown = cite.tell.shown, cite.tell.all_shown
    joining = sorted(all_shown(finding.joining), key=cite.outline.place_of.__getitem__)
    rows: dict[str, list[Any]] = {
        "carrying": [[shown(id_), all_shown(of)] for id_, of in finding.carrying.items()],
        "joining": [[id_, None] for id_ in joining],
        "meeting": [[shown(id_), share] for id_, share in (finding.meeting or {}).items()],
    }
    return {
        kind: {"meaning": MEANINGS[kind], "claims": claims[:MOST_NAMED], "total": len(claims)}
        for kind, claims in rows.items()
        if claims
    }


def _chances(live: LiveChances) -> dict[str, Any]:
    return {
        "of": {
            id_: {
                "premises": chance.premises,
                "nodes": chance.nodes,
                "derivable": chance.derivable,
                "stands": chance.stands,
            }
            for id_, chance in live.of.items()
        },
        "tangled": live.tangled,
    }
