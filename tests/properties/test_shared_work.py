"""Work shared between claims gives what working claim by claim gives, and keeps its pace."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from argmap.analysis.debate.brief import brief
from argmap.analysis.labels.labelling import Label
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.status.reasons import turnover
from argmap.model.relation import Kind
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.brief import brief_page
from tests.maps import Choices, for_all, map_of, read_map, reading_of, stance_of

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Stance


def plain_doubts(reading: Reading, claim: str) -> tuple[list[str], list[str]]:
    """The attacks and rejections in the order of a breadth-first search that shares nothing."""
    argument_map, labels = reading.map, reading.grounded
    rejects = {argument_map.head_of(id_) for id_ in reading.stance.reject}
    attacks: list[str] = []
    rejected: list[str] = []
    queue, seen = deque([argument_map.head_of(claim)]), {argument_map.head_of(claim)}
    while queue:
        head = queue.popleft()
        if labels.claims[head] is Label.IN:
            continue
        if head in rejects:
            rejected.append(head)
            continue
        to_it = argument_map.relations_to_class(head)
        steps = [step for step in to_it if step.kind is Kind.SUPPORTS]
        hits = [hit for hit in to_it if hit.kind is not Kind.SUPPORTS]
        hits += [hit for step in steps for hit in argument_map.relations_to(step.id)]
        falls = labels.claims[head] is Label.OUT  # then only what is `in` or `out` brought it down
        for hit in hits:
            refutes = hit.kind is Kind.UNDERCUTS or labels.defeats(hit)
            label = labels.relations[hit.id]
            if (refutes and label is Label.IN) if falls else label is not Label.OUT:
                attacks.append(hit.id)
        for premise in (premise for step in steps for premise in step.premises):
            if falls and labels.claims[premise] is not Label.OUT:
                continue
            if (below := argument_map.head_of(premise)) not in seen:
                seen.add(below)
                queue.append(below)
    return list(dict.fromkeys(attacks)), rejected


@for_all(reading_of, 300)
def test_doubts_are_those_of_a_plain_search(example: tuple[ArgumentMap, Stance]) -> None:
    reading = Reading(*example)
    for order in (list(reading.map.claims), list(reading.map.claims)[::-1]):
        afresh = Reading(*example)
        for id_ in order:
            attacks, rejected = afresh.doubts.of(id_)
            assert (list(attacks), list(rejected)) == plain_doubts(reading, id_)


def two_versions_of(choices: Choices) -> tuple[Reading, Reading]:
    older, newer = map_of(choices), map_of(choices)
    return Reading(older), Reading(newer, stance_of(choices, newer))


@for_all(two_versions_of, 300)
def test_turnover_is_that_of_each_claim_by_itself(versions: tuple[Reading, Reading]) -> None:
    for kind in (Kind.SUPPORTS, Kind.ATTACKS):
        turned = turnover(*versions, kind)
        for id_ in versions[0].map.claims.keys() & versions[1].map.claims.keys():
            was, now = (
                {
                    step.id
                    for member in reading.map.class_of(id_)
                    for step in reading.map.relations_to(member)
                    if step.kind is kind and reading.own_labels[step.id] is Label.IN
                }
                for reading in versions
            )
            assert (id_ in turned) == (was != now)
            if was != now:
                assert set(turned[id_].lost) == was - now
                assert set(turned[id_].gained) == now - was
                assert turned[id_].left == len(now)


def test_a_brief_of_many_objections_over_one_long_chain_ends() -> None:
    size = 1000
    attacks = [f"a{number} - top; c0 + a{number}" for number in range(size)]
    chain = [f"c{number + 1} + c{number}" for number in range(size)]
    argument_map = read_map("; ".join([*attacks, *chain, f"bad - c{size}"]))
    reading = Reading(argument_map)
    cite = Citer(argument_map, reading.outline, reading.status)
    begun = time.process_time()
    assert brief_page(reading, cite, brief(reading, "top"), "for")
    assert time.process_time() - begun < 8
