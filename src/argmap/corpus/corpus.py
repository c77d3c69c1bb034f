"""A corpus that was built, as Python sees it: its questions are methods."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.corpus.exporting import FORMATS, export, refuse_folder_of_maps
from argmap.corpus.names import DEFAULT, refuse_no_text
from argmap.corpus.searching import SearchFinding, search
from argmap.corpus.store import opened, refuse_no_store
from argmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from argmap.corpus.asking import QueryFinding
    from argmap.corpus.linking import LinksFinding
    from argmap.corpus.statistics import StatsFinding
    from argmap.corpus.together import AllTogetherFinding, TogetherFinding


class Corpus:
    """Many maps in one store, made by `build_corpus`.

    Each question opens the store, reads it, and closes it again, so that it can be built anew
    meanwhile. What a question needs is loaded when it is asked, as a search must not wait for it.

    Raises:
        UsageError: there is no such file, or it is no corpus; when asked: it is of another version.
    """

    def __init__(self, store: str | Path = DEFAULT) -> None:
        self.store = Path(store)
        refuse_no_store(self.store)

    def __repr__(self) -> str:
        return f"<Corpus {self.store}>"

    @contextmanager
    def _opened(self, limit: int | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
        if limit is not None and limit < 1:
            raise UsageError(f"a limit of {limit} shows nothing; name 1 or more, or None for all")
        with opened(self.store) as connection:
            yield connection

    def search(self, words: str, limit: int | None = 20) -> SearchFinding:
        """The claims with these words, as `searching.search` has it."""
        with self._opened(limit) as connection:
            return search(connection, words, limit)

    def stats(self, limit: int | None = 20) -> StatsFinding:
        """The numbers of the corpus, as `statistics.stats` has them."""
        from argmap.corpus.statistics import stats  # noqa: PLC0415

        with self._opened(limit) as connection:
            return stats(connection, limit)

    def query(
        self, sql: str, limit: int | None = 1000, seconds: float | None = None
    ) -> QueryFinding:
        """The answer to a question in SQL, as `asking.query` has it."""
        from argmap.corpus.asking import query  # noqa: PLC0415

        refuse_no_text(sql)
        with self._opened(limit) as connection:
            return query(connection, sql, limit, seconds)

    def links(self, limit: int | None = 20, *, near: bool = True) -> LinksFinding:
        """The claims that are in several maps, as `linking.links` has them."""
        from argmap.corpus.linking import links  # noqa: PLC0415

        with self._opened(limit) as connection:
            return links(connection, limit, near=near)

    def status(self, claim: str, semantics: str = "grounded") -> TogetherFinding:
        """The status of a claim over all maps, as `together.together` has it."""
        from argmap.corpus.together import together  # noqa: PLC0415

        refuse_no_text(claim)
        with self._opened() as connection:
            return together(connection, claim, semantics)

    def changed(self, limit: int | None = 20, semantics: str = "grounded") -> AllTogetherFinding:
        """The claims that other maps change, as `together.all_together` has it."""
        from argmap.corpus.together import all_together  # noqa: PLC0415

        with self._opened(limit) as connection:
            return all_together(connection, semantics, limit)

    def export(self, folder: str | Path, to: str = "parquet") -> tuple[Path, ...]:
        """The files with the tables, written as `exporting.export` has it; `to` is their format."""
        if to not in FORMATS:
            raise UsageError(f"there is no format `{to}`; there are {', '.join(FORMATS)}")
        if not str(folder):
            raise UsageError("an empty word names no folder; name the folder for the tables")
        refuse_no_text(str(Path(folder).absolute()))
        refuse_folder_of_maps(Path(folder), self.store, to)
        with opened(self.store, threads=1) as connection:
            return export(connection, Path(folder), to)
