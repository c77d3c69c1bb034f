"""Texts broken into lines for a terminal."""

from __future__ import annotations

import textwrap

WIDTH = 96


def wrapped(text: str, first: str = "", rest: str | None = None, width: int = WIDTH) -> list[str]:
    """The text in lines of this width; the first starts with `first`, all others with `rest`.

    Without `rest` every line starts with `first`.

    >>> wrapped("a claim of many words", "- ", "  ", width=14)
    ['- a claim of', '  many words']
    """
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
    )


def hanging(text: str, margin: str) -> list[str]:
    """The text in lines with a hanging indent: all lines after the first have four more spaces.

    >>> hanging("a claim", "  ")
    ['  a claim']
    """
    return wrapped(text, margin, f"{margin}    ")
