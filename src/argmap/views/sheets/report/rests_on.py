"""The part of a report that says what the conclusions rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.sheets.document import em, head, item, para, strong
from argmap.views.words.counting import count_of
from argmap.views.words.grounds import grounds_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.overview import OverviewFinding, Rest
    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block

_MOST_NAMED = 6


def rests(cite: Citer, found: OverviewFinding) -> Iterator[Block]:
    """For every conclusion its critical premises, smallest sets, hinges and sources."""
    yield head(2, "What the conclusions rest on")
    if not found.rests:
        yield para("No claim of this map is a conclusion: nothing supports or attacks another.")
        return
    yield para(
        "Premises, critical ones and ways to carry a conclusion are told of the reasons alone; "
        "whether a way is defeated, and what no longer stands, weighs the objections too."
    )
    for one in found.rests:
        status = cite.finding.claims[one.claim]
        name = cite.map.claims[one.claim].name.rstrip(".")
        yield head(3, f"{cite.outline.numbers[one.claim]} {name}")
        yield para(strong(status.word.capitalize()), f" ({status.reason}).")
        yield from _told(cite, one)
    left = found.conclusions - len(found.rests)
    if left:
        yield para(f"{count_of(left, 'further conclusion')}: `argmap premises` lists all.")


def _told(cite: Citer, one: Rest) -> Iterator[Block]:
    if one.grounds is None:
        yield item(0, "It rests on nothing: no granted claim leads to it.")
        return
    names = cite.tell.names
    if one.premises == 1 and one.critical == (one.claim,):
        yield item(0, "It is put forward by itself; the map gives no reason for it.")
    else:
        yield from _premises(cite, one)
    if one.hinges and set(one.hinges) != set(one.critical):
        yield item(
            0,
            "It no longer stands if ",
            f"{names(one.hinges)} is rejected."
            if len(one.hinges) == 1
            else f"any one of these is rejected: {names(one.hinges)}.",
        )
    for line in grounds_in_words(one.grounds, cite.tags):
        yield item(0, f"It rests {line}." if line.startswith("on ") else f"{_upper(line)}.")


def _premises(cite: Citer, one: Rest) -> Iterator[Block]:
    names = cite.tell.names
    yield item(0, f"It rests on {count_of(one.premises, 'premise')}.")
    if one.critical:
        yield item(
            0,
            strong("Critical: "),
            f"{names(one.critical)}. Without any one of these no reason is left."
            if len(one.critical) > 1
            else f"{names(one.critical)}. Without it no reason is left.",
        )
    if one.sets is None:
        yield item(0, "The sets of premises on which it rests are too large to be told here.")
    else:
        yield from _sets(cite, one, one.sets)


def _sets(cite: Citer, one: Rest, sets: PremisesFinding) -> Iterator[Block]:
    names = cite.tell.names
    total = sets.premise_sets_total
    shown = [found for found in sets.premise_sets if len(found.claims) <= _MOST_NAMED]
    if shown and total != 1:
        number = f"{total:,} ways" if total is not None else "many ways"
        yield item(0, f"There are {number} to carry it; the shortest:")
        for found in shown:
            yield item(1, f"{names(found.claims)} ", em(f"({found.status})"))
    elif shown:
        yield item(0, f"One way carries it: {names(shown[0].claims)} ", em(f"({shown[0].status})"))
    if one.critical:
        return
    smallest = sets.rejection_sets[0] if sets.rejection_sets else ()
    named = f": {names(smallest)}" if len(smallest) <= _MOST_NAMED else ""
    others = _alternatives(sets.rejection_sets, sets.rejection_sets_total)
    if smallest:
        yield item(
            0,
            strong("No single premise is critical: "),
            f"{len(smallest)} must go together before no reason is left{named}{others}.",
        )


def _alternatives(sets: Sequence[Sequence[str]], total: int | None) -> str:
    """That there are other sets to go, where there are."""
    if total == 1 or (total is None and len(sets) == 1):
        return ""
    return f" (one of {total:,} sets)" if total is not None else " (one of many sets)"


def _upper(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
