"""The changes that a stance makes to a map, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller
from argmap.views.words.statuses import VERBS
from argmap.views.words.templates import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.status.whatif import WhatIfFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance


def whatif_text(
    argument_map: ArgumentMap, outline: Outline, finding: WhatIfFinding
) -> Iterator[str]:
    """The claims whose status changes with a stance, each with the chain of steps to it.

    Claims that keep their status but lose reasons come last.
    """
    tell = Teller(argument_map, outline)
    stance = _stance(tell, finding.stance)
    if not finding.before.extensions and finding.before.extensions is not None:
        yield f"{stance}:"
        yield ""
        yield "No standpoint settles every claim of the map as it is, so there is nothing to"
        yield "compare with; `argmap status` with the same options shows what stands then."
        return
    own = {
        member
        for id_ in finding.stance.reject | finding.stance.accept
        for member in argument_map.class_of(id_)
    }
    others = [id_ for id_ in outline.numbers if id_ in finding.changed and id_ not in own]
    if others:
        yield f"{stance}:"
        yield ""
        for id_ in others:
            yield from _changed(tell, finding, id_)
    else:
        yield say("stance.unchanged", stance=stance)
        yield from _why_unchanged(tell, finding)
    weakened = [id_ for id_ in outline.numbers if id_ in finding.weakened and id_ not in own]
    if weakened:
        yield "These keep their status and lose reasons:" if others else ""
        for id_ in weakened:
            loss, word = finding.weakened[id_], VERBS[finding.after.claims[id_].word][0]
            reasons = count_of(loss.lost + loss.left, "reason")
            lost = say("loss", lost=loss.lost, reasons=reasons, left=loss.left)
            yield f"  {tell.name(id_)} {say('status.still', status=word, loss=lost)}"


def _stance(tell: Teller, stance: Stance) -> str:
    """The stance as a condition."""
    opinions = [
        say(verb, claims=tell.names(ids))
        for verb, ids in (("rejects", stance.reject), ("accepts", stance.accept))
        if ids
    ]
    return say("stance", opinions=listed(opinions))


def _changed(tell: Teller, finding: WhatIfFinding, id_: str) -> Iterator[str]:
    old, new = finding.before.claims[id_], finding.after.claims[id_]
    before, after = VERBS[old.word][0], VERBS[new.word][0]
    kind = "status.same" if before == after else "status.changed"
    yield f"  {tell.name(id_)} {say(kind, before=before, after=after, reason=new.reason)}"
    for place, step in enumerate(finding.changed[id_]):
        before, after = finding.before.relations[step], finding.after.relations[step]
        lead = "chain.next" if place else "chain.first"
        yield f"      {say(lead, change=tell.change(step, before, after))}"
    yield ""


def _why_unchanged(tell: Teller, finding: WhatIfFinding) -> Iterator[str]:
    """The reason why no other claim changes its status, for each claim of the stance."""
    argument_map = tell.map
    stance = finding.stance
    for id_ in sorted(stance.reject):
        if finding.before.claims[id_].label == "out":
            why = "falls"
        elif not any(argument_map.relations_from(member) for member in argument_map.class_of(id_)):
            why = "unused"
        else:
            why = "other" if finding.weakened else "untouched"
        yield f"  {say(f'nothing.{why}', claim=tell.name(id_))}"
    for id_ in sorted(stance.accept):
        why = "stands" if finding.before.claims[id_].label == "in" else "untouched"
        yield f"  {say(f'nothing.{why}', claim=tell.name(id_))}"
