"""The meaning of a word of argmap, and lists of words, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import hanging
from argmap.views.words.glossary import GROUPS, OF_STATUSES, glossary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.views.words.glossary import Term


def word_text(term: Term) -> Iterator[str]:
    """A word, its meaning, and an example of two lines."""
    forms = f"  (also: {', '.join(term.also)})" if term.also else ""
    yield hanging(f"{term.word}{forms}")
    yield ""
    yield term.meaning
    yield ""
    yield from (hanging(line, "    ", " " * 6) for line in term.example)


def words_text(groups: Iterable[str] = GROUPS) -> Iterator[str]:
    """The words of these groups, each with its meaning."""
    for place, group in enumerate(groups):
        if place:
            yield ""
        yield f"{GROUPS[group]}:"
        for term in glossary():
            if term.group == group:
                yield hanging(f"{term.word}: {term.meaning}", "  ")


def reasons_text() -> Iterator[str]:
    """The words for the status of a claim, and the reasons for each status."""
    yield from words_text(OF_STATUSES)
    yield ""
    yield "With an example: argmap explain disputed"
