"""Numbers in words: of claims, of problems, of claims by their status."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.views.words.templates import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.diagnostics import Diagnostic
    from argmap.documents.verification import QuotationCount
    from argmap.model.argument_map import ArgumentMap


def count_of(number: int, thing: str) -> str:
    """The number with the noun in the singular or the plural; "no" stands for 0.

    >>> count_of(1, "claim"), count_of(2, "claim"), count_of(0, "error")
    ('1 claim', '2 claims', 'no errors')
    """
    return say("count" if number else "count.none", number=number, thing=thing)


def ways_in_words(way: str, shown: int, total: int | None) -> str:
    """The number of ways to `carry` a claim, or to `withdraw` its grounds; `total` may be unknown.

    >>> ways_in_words("carry", 1, 1), ways_in_words("carry", 2, 1234)
    ('The only way to carry it', 'The 2 smallest of 1,234 ways to carry it')
    """
    count = shown if total is None else total
    if total is None:
        form = "least"
    elif total > shown:
        form = "first"
    else:
        form = "only" if total == 1 else "all"
    ways = say(f"ways.{way}", count=count)
    return say(f"ways.{form}", ways=ways, shown=f"{shown:,}", total=f"{count:,}")


def size_of(argument_map: ArgumentMap) -> str:
    """The numbers of claims, relations and sources in words, and of the drafts beside them."""
    size = ", ".join(
        count_of(len(parts), thing)
        for parts, thing in (
            (argument_map.claims, "claim"),
            (argument_map.relations, "relation"),
            (argument_map.sources, "source"),
        )
    )
    drafts = len(argument_map.drafts)
    waiting = count_of(drafts, "draft") + (" waits" if drafts == 1 else " wait")
    return f"{size} ({waiting} to be accepted)" if drafts else size


def problems_counted(diagnostics: Iterable[Diagnostic]) -> str:
    """The numbers of errors and warnings in words."""
    numbers = Counter(problem.severity.value for problem in diagnostics)
    return f"{count_of(numbers['error'], 'error')}, {count_of(numbers['warning'], 'warning')}"


def quotations_counted(count: QuotationCount, *, in_detail: bool = False) -> str:
    """The numbers of quotations by whether they could be verified, in words.

    In detail, those that are verified are divided by how far they agree with the document.

    >>> from argmap.documents.verification import QuotationCount
    >>> quotations_counted(QuotationCount(verified=26, not_verified=2, without_document=0))
    'quotations: 26 verified, 2 not verified, 0 without a document'
    """
    if not count.verified + count.not_verified + count.without_document:
        return "quotations: none"
    parts = ", ".join(f"{number} {kind}" for kind, number in count.by_agreement.items())
    detail = f" ({parts})" if in_detail and parts else ""
    return (
        f"quotations: {count.verified} verified{detail}, {count.not_verified} not verified, "
        f"{count.without_document} without a document"
    )


def statuses_counted(finding: StatusFinding) -> str:
    """The numbers of claims that stand, are contested, are open, and fall, in words."""
    from argmap.views.words.statuses import VERBS  # noqa: PLC0415  # numbers are told by commands
    # that know nothing of statuses

    counts = Counter(status.word for status in finding.claims.values())
    return ", ".join(
        f"{counts[word]} {forms[counts[word] != 1]}"
        for word, forms in VERBS.items()
        if counts[word]
    )
