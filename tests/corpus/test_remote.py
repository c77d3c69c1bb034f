"""A folder behind an address is read as one of this machine is."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from argmap.corpus.building import CorpusBuilt, build_corpus
from argmap.corpus.corpus import Corpus
from argmap.errors import UsageError
from tests.corpus.folders import MAPS, corpus_of, exported

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESS = "memory://debates"


@pytest.fixture(name="memory")
def _memory() -> Iterator[MemoryFileSystem]:
    """The files of this process's memory, with the `MAPS` in a folder there."""
    files = fsspec.filesystem("memory")
    for name, text in MAPS.items():
        files.pipe(f"/debates/{name}", text.encode())
    yield files
    files.rm("/debates", recursive=True)


def build(tmp_path: Path, address: str = ADDRESS) -> CorpusBuilt:
    """A build of what lies at the address."""
    return build_corpus(address, tmp_path / "far.duckdb")


def zipped(maps: Path, target: Path) -> None:
    """An archive of a folder."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(maps.rglob("*")):
            archive.write(path, path.relative_to(maps.parent))


def test_the_tables_are_those_of_a_folder_of_this_machine(
    maps: Path, tmp_path: Path, memory: MemoryFileSystem
) -> None:
    zipped(maps, tmp_path / "all.zip")
    near = exported(corpus_of(maps), tmp_path / "near")
    memory.pipe("/debates/.hidden/a.json", b"{}")
    memory.pipe("/debates/x.duckdb.parts/a.json", b"{}")
    for number, address in enumerate(
        (ADDRESS, f"zip://maps::{tmp_path}/all.zip", f"file://{maps.as_posix()}")
    ):
        store = tmp_path / f"{number}.duckdb"
        assert build_corpus(address, store).maps == 4
        assert exported(Corpus(store), tmp_path / str(number)) == near


def test_built_again_only_what_changed_is_fetched(
    tmp_path: Path, memory: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path)
    assert build(tmp_path).is_same
    fetched: list[str] = []
    cat = MemoryFileSystem.cat_file

    def noted(self: MemoryFileSystem, path: str, *rest: object) -> object:
        fetched.append(path)
        return cat(self, path, *rest)

    monkeypatch.setattr(MemoryFileSystem, "cat_file", noted)
    memory.pipe("/debates/town/more.yaml", b"claims: {calm: Calm streets are good for sleep.}")
    memory.rm("/debates/debate.argdown")
    again = build(tmp_path)
    assert (again.read, again.gone, again.maps) == (1, 1, 3)
    assert sorted(fetched) == ["/debates/town/claims.yaml", "/debates/town/more.yaml"]
    assert Corpus(tmp_path / "far.duckdb").search("sleep").total == 1


def test_a_store_that_tells_no_time_is_read_again_and_labelled_only_if_it_changed(
    tmp_path: Path, memory: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    del memory
    monkeypatch.setattr("argmap.corpus.remote._MARKS", ())
    build(tmp_path)
    again = build(tmp_path)
    assert (again.kept, again.is_same) == (0, True)


def test_a_file_that_cannot_be_fetched_is_a_row_with_an_error(
    tmp_path: Path, memory: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    del memory
    cat = MemoryFileSystem.cat_file

    def failing(self: MemoryFileSystem, path: str, *rest: object, **named: object) -> object:
        if path.endswith("trams.json"):
            raise PermissionError(path)
        return cat(self, path, *rest, **named)

    monkeypatch.setattr(MemoryFileSystem, "cat_file", failing)
    built = build(tmp_path)
    assert (built.maps, built.unsound) == (4, 1)
    answer = Corpus(tmp_path / "far.duckdb").query("select file, code from diagnostics")
    assert answer.values == (("trams.json", "AM112"),)


def test_what_a_map_includes_from_elsewhere_is_not_fetched_and_that_is_told(
    tmp_path: Path, memory: MemoryFileSystem
) -> None:
    memory.pipe("/debates/more/a.yaml", b"include: [../town/claims.yaml]\nclaims: {a: A is so.}\n")
    assert build(tmp_path).unsound == 1
    answer = Corpus(tmp_path / "far.duckdb").query("select map, code from diagnostics")
    assert answer.values == (("more", "AM119"),)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("s3://bucket/debates", "s3://bucket/debates needs a library .* s3fs"),
        ("nonsense://x", "nonsense://x cannot be read: Protocol not known"),
        ("memory://nowhere", "there is no folder memory://nowhere"),
        ("memory://debates/trams.json", "there is no folder memory://debates/trams.json"),
        ("zip://::none.zip", "zip://::none.zip cannot be read"),
    ],
)
def test_what_cannot_be_reached_is_told(
    tmp_path: Path, memory: MemoryFileSystem, address: str, message: str
) -> None:
    del memory
    with pytest.raises(UsageError, match=message):
        build(tmp_path, address)


def test_a_right_that_is_missing_is_told_without_the_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError("403")

    monkeypatch.setattr(MemoryFileSystem, "find", refused)
    with pytest.raises(UsageError, match=r"^memory://debates cannot be read: no right"):
        build(tmp_path, "memory://ada:secret@debates")


def test_a_corpus_of_another_folder_is_only_replaced_if_that_is_wished(
    maps: Path, tmp_path: Path
) -> None:
    corpus = corpus_of(maps)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/a.yaml").write_text("claims: {a: Buses are slow.}", encoding="utf-8")
    with pytest.raises(UsageError, match=r"is a corpus of .*maps; name another file .*--replace"):
        build_corpus(tmp_path / "other", corpus.store)
    assert corpus.search("nuclear").total == 1
    assert build_corpus(maps, corpus.store).is_same
    built = build_corpus(tmp_path / "other", corpus.store, replace=True)
    assert (built.maps, built.read, built.gone) == (1, 1, 0)
    assert corpus.search("nuclear").total == 0
