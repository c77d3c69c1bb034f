"""The claims that rest on a claim, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.terminal.lines import Line, hanging
from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.rests_on.dependents import DependentsFinding
    from argmap.model.relation import Relation


def dependents_text(reading: Reading, finding: DependentsFinding, place: str = "") -> Iterator[str]:
    """The claims that rest on a claim, grouped by their status without it.

    `place` is the map as a further command names it, with a blank before.
    """
    outline = reading.outline
    tell = Teller(reading.map, outline)
    yield f"{tell.name(finding.claim)}  ({finding.claim})"
    yield ""
    if not (finding.falls or finding.weakened or finding.untouched):
        yield "Nothing rests on it: it is a reason for no other claim."
        yield from _against(reading, tell, finding.claim, place)
        return
    yield say("struck")
    for word, ids, meaning in (
        ("falls", finding.falls, say("struck.falls", claims=count_of(len(finding.falls), "claim"))),
        ("weakened", finding.weakened, "each loses a reason and keeps another"),
        (
            "untouched",
            finding.untouched,
            say("struck.untouched", claims=count_of(len(finding.untouched), "claim")),
        ),
    ):
        if ids:
            yield f"  {word} ({meaning}):"
            for id_ in sorted(ids, key=outline.place_of.__getitem__):
                yield hanging(f"{tell.name(id_)}  ({id_})", "    ")
    yield from _against(reading, tell, finding.claim, place)
    objecting = [id_ for id_ in (*finding.falls, *finding.weakened) if _attacks_of(tell, id_)]
    if objecting and not _attacks_of(tell, finding.claim):
        names = tell.names(tell.all_shown(objecting))
        does = "is an objection" if len(objecting) == 1 else "are objections"
        yield ""
        yield hanging(f"{names} {does}, so others may gain by its loss:")
        yield Line(f"argmap whatif --reject {finding.claim}{place}")


def _attacks_of(tell: Teller, claim: str) -> list[Relation]:
    """The attacks and undercuts of which a claim, or a restatement of it, is a premise."""
    return [
        relation
        for member in tell.map.class_of(claim)
        for relation in tell.map.relations_from(member)
        if relation.kind is not Kind.SUPPORTS
    ]


def _against(reading: Reading, tell: Teller, claim: str, place: str) -> Iterator[str]:
    """The attacks of which a claim is a premise: they go with it, though nothing rests on them."""
    attacks = _attacks_of(tell, claim)
    if not attacks:
        return
    yield ""
    yield f"It is also used against others ({count_of(len(attacks), 'time')}):"
    for attack in attacks:
        yield hanging(tell.attack(attack, reading.grounded.relations[attack.id]), "    ")
    yield f"What changes without it: argmap whatif --reject {claim}{place}"
