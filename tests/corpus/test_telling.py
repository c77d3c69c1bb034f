"""A corpus tells what it did: the paths of files, what was passed over, where tables may go."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.errors import UsageError
from tests.corpus.folders import corpus_of, exported, write_maps


def test_only_the_start_of_a_path_is_left_out_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    texts = {
        "extra/data/map.yaml": "claims:\n  x: X.\n",
        "extra/data/twice.yaml": "claims:\n  x: X.\n",
    }
    write_maps(Path("a"), texts)
    rows = corpus_of(Path("a")).query("select file, message, hint from diagnostics").values
    assert rows
    assert {file for file, _, _ in rows} <= {*texts}
    assert "extra/data/map.yaml" in rows[0][1]


@pytest.mark.parametrize("below", ["", "town", "new/tables"])
@pytest.mark.parametrize("form", ["csv", "json"])
def test_no_table_is_written_where_the_next_build_would_take_it_for_a_map(
    maps: Path, below: str, form: str
) -> None:
    corpus = corpus_of(maps)
    with pytest.raises(UsageError, match="would take the tables for maps; name a folder outside"):
        corpus.export(maps / below, form)
    assert not (maps / "new").exists()
    assert corpus_of(maps).stats().maps == 4


def test_tables_may_go_where_no_build_reads_them(maps: Path) -> None:
    corpus = corpus_of(maps)
    assert exported(corpus, maps / ".tables", "csv")
    assert exported(corpus, maps / "tables")  # Parquet is no format of maps
    assert exported(corpus, maps.parent / "tables", "csv")
    assert corpus_of(maps).stats().maps == 4


@pytest.mark.parametrize("name", ["maps.duckdb.parts", "maps.duckdb.parts/x", "new.duckdb.parts"])
def test_no_table_is_written_among_parts(maps: Path, name: str) -> None:
    corpus = corpus_of(maps)
    with pytest.raises(UsageError, match="keeps what was read for a corpus; name another folder"):
        corpus.export(maps.parent / name)


def test_a_file_is_no_folder_for_tables(maps: Path) -> None:
    corpus = corpus_of(maps)
    with pytest.raises(UsageError, match=r"notes\.txt is a file; name a folder for the tables"):
        corpus.export(maps / "notes.txt")
