"""The argument for a claim in standard form for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import hanging
from argmap.views.words.citations import Citations
from argmap.views.words.standard_form import standard_form_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.status.standard_form import StandardForm
    from argmap.views.words.standard_form import WrittenLine


def standard_text(reading: Reading, form: StandardForm) -> Iterator[str]:
    """The argument with its numbers in a column, and below it the objections."""
    written = standard_form_in_words(Citations(reading.map), reading, form)
    lines = (*written.argument, *written.objections)
    width = max(len(line.number) for line in lines) + 2
    yield from _block(written.argument, width)
    if written.objections:
        yield from ("", "Objections")
        yield from _block(written.objections, width)


def _block(lines: Iterable[WrittenLine], width: int) -> Iterator[str]:
    margin = " " * width
    for line in lines:
        yield hanging(line.text, line.number.ljust(width), margin)
        for below in line.below:
            yield hanging(below, margin, margin)
