"""Names of what a corpus consists of, and the refusal of those that are no text."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from argmap.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT = "corpus.duckdb"
"""The name of a store where none is given."""
HERE = "."
"""The path of a map whose claim files lie in the folder of the corpus itself."""
PARTS = ".parts"
"""The end of the name of the folder with the parts of a store."""
STORES = (".duckdb", f".duckdb{PARTS}")
"""The ends of the names of what a build makes, and does not read."""


def refuse_no_text(words: str) -> None:
    """Refuse words or a path that are bytes and no text, as the engine knows text alone.

    Raises:
        UsageError: they are no text in UTF-8.
    """
    try:
        words.encode()
    except UnicodeEncodeError as error:
        shown = words.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        raise UsageError(f"`{shown}` is no text in UTF-8; write or rename it so") from error


def how_to_build(store: str | Path) -> str:
    """The command that makes a store, to be typed as it stands but for the folder.

    >>> how_to_build("my maps.duckdb")
    "`argmap corpus build DIR -o 'my maps.duckdb'`"
    """
    return f"`argmap corpus build DIR -o {shlex.quote(str(store))}`"
