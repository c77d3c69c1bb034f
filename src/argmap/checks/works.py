"""Checks of works as such: their dates and numbers, and whether they were withdrawn."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from argmap.analysis.rests_on.sources_below import sources_below
from argmap.diagnostics import Diagnostic
from argmap.graph.carried import carried_only_by
from argmap.model.work_numbers import doi_in, is_isbn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap

_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")


def impossible_dates(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Sources with a date in digits, such as 2024-02-30, that no calendar has."""
    for source in argument_map.sources.values():
        for place, words, written in (
            (source.location, "the date", source.date),
            (source.at("accessed"), "the day `accessed`", source.accessed),
            (source.at("retracted"), "the day `retracted`", source.retracted),
        ):
            if written is not None and not _may_be_a_day(written):
                yield Diagnostic(
                    place,
                    "AM515",
                    f"`{source.id}` has {words} {written}, which is in no calendar",
                    "write year, month and day in this order, such as 2024-05-17, or the year "
                    "alone",
                )


def _may_be_a_day(written: str) -> bool:
    """Whether a date is in words, or there is such a day in the calendar."""
    digits = _DAY.fullmatch(written)
    if digits is None:
        return True
    try:
        date(int(digits[1]), int(digits[2]), int(digits[3] or 1))
    except ValueError:
        return False
    return True


def numbers_of_no_work(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Sources with a DOI of another form, or with an ISBN of which a digit is wrong."""
    for source in argument_map.sources.values():
        if source.doi is not None and doi_in(source.doi) is None:
            yield Diagnostic(
                source.at("doi"),
                "AM517",
                f"`{source.doi}` is no DOI, so nothing can be linked",
                "write it as the publisher prints it: it begins with `10.`, such as 10.1000/182",
            )
        if source.isbn is not None and not is_isbn(source.isbn):
            yield Diagnostic(
                source.at("isbn"),
                "AM517",
                f"`{source.isbn}` is no ISBN: it has 10 or 13 digits, and the last one checks the "
                "others",
                "compare it with the book, digit by digit",
            )


def claims_of_retracted_sources(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Claims that only sources carry which were withdrawn: without them nothing is left of these.

    What somebody else says too, or gives a reason for, is left out.
    """
    retracted = {
        id_: source.retracted
        for id_, source in argument_map.sources.items()
        if source.retracted is not None
    }
    if not retracted:
        return
    below = sources_below(argument_map)
    for id_ in carried_only_by(argument_map, retracted.keys()):
        sources = sorted(below[id_] & retracted.keys())
        named = " and ".join(f"`{source}` (retracted {retracted[source]})" for source in sources)
        yield Diagnostic(
            argument_map.claims[id_].location,
            "AM516",
            f"nothing carries `{id_}` without {named}",
            "look for another source; `argmap whatif --retracted` shows what changes without this "
            "one, and `ignore: [{code: AM516, because: ...}]` in the claim says why it stays",
            id_,
        )
