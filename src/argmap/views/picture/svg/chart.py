"""A picture that a notebook shows, and that can be written to a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Chart:
    """A picture as SVG. In a notebook it shows itself.

    >>> Chart("<svg/>")
    <Chart: 6 characters of SVG>
    """

    svg: str

    def __repr__(self) -> str:
        return f"<Chart: {len(self.svg):,} characters of SVG>"

    def _repr_svg_(self) -> str:
        """The picture, as notebooks ask for it."""
        return self.svg
