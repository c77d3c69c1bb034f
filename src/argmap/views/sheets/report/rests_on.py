"""The part of a report on the grounds of the conclusions: premises, sets, hinges, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.sheets.document import em, head, item, para, strong
from argmap.views.words.counting import count_of
from argmap.views.words.grounds import grounds_in_words
from argmap.views.words.restated import rest_shown
from argmap.views.words.templates import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.overview import OverviewFinding, Rest
    from argmap.analysis.rests_on.premise_sets import PremiseSet
    from argmap.analysis.rests_on.premises import PremisesFinding
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block, Span

_MOST_NAMED = 6


def rests(cite: Citer, overview: OverviewFinding) -> Iterator[Block]:
    """The critical premises, smallest premise sets, hinges and sources of every conclusion."""
    yield head(2, "What the conclusions rest on")
    if not overview.rests:
        yield para(
            "No claim of this map is a conclusion: none is supported, and each that is attacked is "
            "itself an objection to another."
            if cite.map.relations
            else "No claim of this map is a conclusion: nothing supports or attacks another."
        )
        return
    yield para(
        "Premises, critical ones and ways to carry a conclusion are given with the objections left "
        "aside. The words in brackets, and what no longer stands, take the objections in."
    )
    for rest in (rest_shown(cite.tell, each) for each in overview.rests):
        status = cite.finding.claims[rest.claim]
        name = cite.map.claims[rest.claim].name.rstrip(".")
        yield head(3, f"{cite.outline.numbers[rest.claim]} {name}")
        yield para(strong(status.word.capitalize()), f" ({status.reason}).")
        yield from _grounds(cite, rest)
    unshown = overview.conclusions - len(overview.rests)
    if unshown:
        yield para(f"{count_of(unshown, 'further conclusion')}: `argmap premises` lists all.")


def _grounds(cite: Citer, rest: Rest) -> Iterator[Block]:
    if rest.grounds is None:
        gaps = rest.sets.to_be_supported if rest.sets is not None else ()
        if gaps:
            named = cite.tell.some_names(gaps)
            yield item(0, say("rests.gaps", claims=named, count=len(gaps)))
        else:
            yield item(0, "It rests on nothing: no granted claim leads to it.")
        return
    names = cite.tell.names
    if rest.premises == 1 and rest.critical == (rest.claim,):
        yield item(0, "It is put forward by itself; the map gives no reason for it.")
    else:
        yield from _premises(cite, rest)
    if rest.hinges and set(rest.hinges) != set(rest.critical):
        yield item(
            0,
            "It no longer stands if ",
            f"{names(rest.hinges)} is rejected."
            if len(rest.hinges) == 1
            else f"any one of these is rejected: {names(rest.hinges)}.",
        )
    for line in grounds_in_words(rest.grounds, cite.tags):
        yield item(0, f"It rests {line}." if line.startswith("on ") else f"{_upper(line)}.")


def _premises(cite: Citer, rest: Rest) -> Iterator[Block]:
    names = cite.tell.names
    itself = ""
    if rest.sets is not None and rest.claim in rest.sets.premises:
        itself = "; one of them is the claim itself, which is also put forward without a reason"
    yield item(0, f"It rests on {count_of(rest.premises, 'premise')}{itself}.")
    if rest.critical:
        yield item(
            0,
            strong("Critical: "),
            say("critical.some", claims=names(rest.critical), count=len(rest.critical)),
        )
    if rest.sets is None:
        yield item(0, "The sets of premises on which it rests are too large to be told here.")
    else:
        yield from _sets(cite, rest, rest.sets)


def _sets(cite: Citer, rest: Rest, sets: PremisesFinding) -> Iterator[Block]:
    names = cite.tell.names
    total = sets.premise_sets_total
    shown = [
        premise_set for premise_set in sets.premise_sets if len(premise_set.claims) <= _MOST_NAMED
    ]
    if shown and total != 1:
        number = f"{total:,} ways" if total is not None else "many ways"
        many = f"There are {number} to carry it; the shortest:"
        yield item(
            0, f"{total:,} {say('ways.carry', count=total)}:" if total == len(shown) else many
        )
        for premise_set in shown:
            yield item(1, f"{names(premise_set.claims)} ", _outcome(premise_set))
    elif shown:
        yield item(0, f"One way carries it: {names(shown[0].claims)} ", _outcome(shown[0]))
    if rest.critical:
        return
    smallest = sets.rejection_sets[0] if sets.rejection_sets else ()
    named = f": {names(smallest)}" if len(smallest) <= _MOST_NAMED else ""
    others = _alternatives(sets.rejection_sets, sets.rejection_sets_total)
    if smallest:
        yield item(
            0,
            strong("No single premise is critical: "),
            f"to leave it without a reason, {len(smallest)} must be given up together{named}"
            f"{others}.",
        )
    elif sets.rejection_sets_total is None:
        yield item(
            0,
            strong("No single premise is critical. "),
            "How few must be given up together was not worked out: the search took too long.",
        )


def _outcome(premise_set: PremiseSet) -> Span:
    """The word for a premise set with the objections taken in, in brackets."""
    return em(f"({say(f'set.word.{premise_set.status}')})")


def _alternatives(sets: Sequence[Sequence[str]], total: int | None) -> str:
    """The number of smallest rejection sets, in brackets; empty if there is a single set."""
    if total == 1 or (total is None and len(sets) == 1):
        return ""
    return f" (one of {total:,} sets)" if total is not None else " (one of many sets)"


def _upper(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
