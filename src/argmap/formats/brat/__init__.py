"""brat standoff: annotations of a text in a file of their own beside it.

Files end in `.ann`, the texts beside them in `.txt`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.formats.exchange import Imported, Wishes
    from argmap.formats.foreign_file import ForeignFile

_LINE = re.compile(
    r"\s*(?:T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*\t|R\d+\t\S+ \S+:\S+ \S+:\S+|A\d+\t\S+ [TR]\d+|"
    r"#\d+\t\S+ \S+\t|E\d+\t\S+:T\d+|\*\t\S+ T\d+)"
)


def fits(file: ForeignFile) -> bool:
    """Whether the first line is an annotation."""
    return _LINE.match(file.text) is not None


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in annotations, and in those of a whole folder: a source for each text.

    Cost: linear, but for the search of each quotation in its text.
    """
    from argmap.formats.brat.reading import read_annotations  # noqa: PLC0415  # heavy to import

    return read_annotations(files, wishes.labels)
