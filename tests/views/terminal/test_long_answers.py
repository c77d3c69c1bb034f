"""Answers for people are of a length that can be read, and count what they leave out."""

from __future__ import annotations

from argmap.analysis.people.positions import positions
from argmap.analysis.people.readers import readers
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.status.whatif import whatif
from argmap.analysis.status.why import why
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Kind
from argmap.model.stance import Stance
from argmap.views.terminal.positions import positions_text
from argmap.views.terminal.readers import readers_text
from argmap.views.terminal.whatif import whatif_text
from argmap.views.terminal.why import why_text
from tests.maps import relation


def attacked_by_all(size: int, goals: int) -> ArgumentMap:
    """Goals that are attacked by the same claims, each of which has one reply to it."""
    attackers = [f"a{number}" for number in range(size)]
    steps = [
        relation([attacker], Kind.ATTACKS, f"g{goal}")
        for goal in range(goals)
        for attacker in attackers
    ]
    steps += [relation(["reply"], Kind.ATTACKS, attacker) for attacker in attackers]
    ids = [*attackers, *(f"g{goal}" for goal in range(goals)), "reply"]
    return ArgumentMap.of([Claim(id_, id_) for id_ in ids], steps)


def test_whatif_names_some_objections_and_counts_the_others() -> None:
    reading = Reading(attacked_by_all(15, 1), Stance(reject=frozenset({"reply"})))
    finding = whatif(reading)
    assert len(finding.objections["g0"].gained) == 15
    text = "\n".join(whatif_text(reading.map, reading.outline, finding))
    assert "a0" in text
    assert "3 more with --json" in text


def test_whatif_shows_some_claims_and_counts_the_others() -> None:
    reading = Reading(attacked_by_all(1, 230), Stance(reject=frozenset({"reply"})))
    finding = whatif(reading)
    text = [*whatif_text(reading.map, reading.outline, finding)]
    assert text[-1] == f"… {len(finding.affected) - 200} more claims with --json"


def test_why_shows_the_beginning_of_a_long_tree() -> None:
    reading = Reading(attacked_by_all(900, 1))
    reasons = why(reading, "g0")
    *shown, last = why_text(reading, reasons)
    assert last == f"… {len(reasons.reasons) - 2000:,} more lines of the tree with --json"
    assert len(shown) == 2000


def test_positions_name_some_claims_and_count_the_others() -> None:
    pairs = [(f"p{number}", f"q{number}") for number in range(30)]
    steps = [
        relation([first], Kind.ATTACKS, second)
        for pair in pairs
        for first, second in (pair, pair[::-1])
    ]
    ids = [id_ for pair in pairs for id_ in pair]
    reading = Reading(ArgumentMap.of([Claim(id_, id_) for id_ in ids], steps))
    finding = positions(reading.with_semantics("preferred"), 3)
    text = "\n".join(positions_text(reading, finding))
    assert len(finding.keys) == 30
    assert "… 18 more with --json" in text
    assert text.count(" and 6 more with --json") == 6  # held and not held, of three positions
    assert len(text) < 8000


def test_readers_name_some_opinions_relations_and_conclusions_and_count_the_others() -> None:
    map_ = attacked_by_all(15, 210)
    last = {f"g{number}" for number in range(180, 210)}
    reading, judge = Reading(map_), Stance("one", reject=frozenset({"reply"} | last))
    text = "\n".join(readers_text(map_, reading.outline, readers(reading, [judge])))
    assert "; 7 more with --json" in text  # of 31 opinions
    assert text.count("3 more with --json") == 200  # of 15 objections to each conclusion
    assert "… 10 more conclusions with --json" in text
