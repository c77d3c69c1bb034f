"""A corpus that was built, as Python sees it: its questions are methods."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.corpus.searching import SearchFinding, search
from argmap.corpus.store import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb


class Corpus:
    """Many maps in one store, made by `build_corpus`.

    Each question opens the store, reads it, and closes it again, so that it can be built anew
    meanwhile.

    Raises:
        UsageError: there is no such file, it is no corpus, or one of another version.
    """

    def __init__(self, store: str | Path = "corpus.duckdb") -> None:
        self.store = Path(store)
        with self._opened():
            pass

    def __repr__(self) -> str:
        return f"<Corpus {self.store}>"

    @contextmanager
    def _opened(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with opened(self.store) as connection:
            yield connection

    def search(self, words: str, limit: int | None = 20) -> SearchFinding:
        """The claims with these words, as `searching.search` has it."""
        with self._opened() as connection:
            return search(connection, words, limit)
