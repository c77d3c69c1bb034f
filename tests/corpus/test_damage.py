"""A corpus is built whatever lies among the maps, and whatever of it was damaged before."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from argmap.corpus.building import CorpusBuilt, build_corpus, merge_near
from argmap.corpus.corpus import Corpus
from argmap.corpus.manifest import NAME
from argmap.corpus.telling import build_text
from argmap.errors import UsageError
from tests.corpus.folders import exported, write_maps

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def argmap(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """The program run with these words; a build that waits for ever is ended."""
    command = [sys.executable, "-m", "argmap", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes on Windows")
def test_what_is_no_ordinary_file_is_told_and_not_opened(maps: Path) -> None:
    write_maps(maps, {"pipes/b.yaml": "claims: {b: Pipes are round.}"})
    for name in ("pipes/a.yaml", "pipe.json"):
        os.mkfifo(maps / name)
    (maps / "endless.json").symlink_to("/dev/zero")
    argmap("corpus", "build", maps, "-o", maps.with_name("maps.duckdb"))
    corpus = Corpus(maps.with_name("maps.duckdb"))
    problems = corpus.query("select map, file, code, message from diagnostics").values
    message = "cannot be read: is not an ordinary file"
    assert problems == (
        ("endless.json", "endless.json", "AM112", message),
        ("pipe.json", "pipe.json", "AM112", message),
        ("pipes", "pipes/a.yaml", "AM112", message),
    )


def cut(path: Path, share: float) -> None:
    """Let a file lose its end."""
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])


def build(maps: Path, *, replace: bool = False) -> CorpusBuilt:
    """A build beside the maps."""
    return build_corpus(maps, maps.with_name("maps.duckdb"), replace=replace)


def same_as_anew(maps: Path) -> bool:
    """Whether the corpus has the tables of one that is built of the same maps anew."""
    anew = Corpus(build_corpus(maps, maps.with_name("anew.duckdb")).store)
    before = exported(Corpus(maps.with_name("maps.duckdb")), maps.parent / "before")
    return before == exported(anew, maps.parent / "after")


@pytest.mark.parametrize(
    ("name", "share", "replace"),
    [
        ("*.parquet", 0.0, True),
        ("*.parquet", 0.9, False),
        ("manifest.jsonl", 0.0, False),
        ("manifest.jsonl", 0.9, True),
    ],
)
def test_the_maps_of_a_damaged_part_are_read_again_and_that_is_told(
    maps: Path, name: str, share: float, *, replace: bool
) -> None:
    build(maps)
    [path] = maps.with_name("maps.duckdb.parts").glob(name)
    cut(path, share)
    (maps / "trams.json").unlink()
    built = build(maps, replace=replace)
    assert (built.maps, built.damaged) == (3, 1)
    assert "1 part was damaged; nothing is lost." in [*build_text(built, "maps")]
    assert same_as_anew(maps)
    again = build(maps)
    assert (again.read, again.damaged, again.is_same) == (0, 0, True)


def test_a_part_that_is_damaged_in_its_middle_is_read_again(maps: Path) -> None:
    build(maps)
    [path] = maps.with_name("maps.duckdb.parts").glob("*.parquet")
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(len(content) - 200) + content[-100:])
    maps.with_name("maps.duckdb").unlink()
    built = build(maps)
    assert (built.maps, built.damaged) == (4, 1)
    assert same_as_anew(maps)


def test_what_a_damaged_file_of_an_ended_build_lacks_is_read_again(maps: Path) -> None:
    build(maps)
    parts = maps.with_name("maps.duckdb.parts")
    (parts / NAME).unlink()
    [path] = parts.glob("*.jsonl")
    cut(path, 0.6)
    built = build(maps)
    assert (built.maps, built.damaged) == (4, 1)
    assert built.kept
    assert same_as_anew(maps)


def test_claims_are_not_joined_anew_of_damaged_parts(maps: Path) -> None:
    build(maps)
    store = maps.with_name("maps.duckdb")
    for name in ("*.parquet", NAME):
        [path] = maps.with_name("maps.duckdb.parts").glob(name)
        cut(path, 0.99)
        with pytest.raises(UsageError, match=r"is damaged.*build it again"):
            merge_near(store, merges=True)
        assert build(maps).damaged == 1


@pytest.mark.parametrize("share", [0.01, 0.5, 0.999])
def test_a_corpus_that_was_cut_is_told_and_made_again_from_its_parts(
    maps: Path, share: float
) -> None:
    build(maps)
    store = maps.with_name("maps.duckdb")
    cut(store, share)
    if share < 0.9:  # the very end may be of no use to a question
        with pytest.raises(
            UsageError,
            match=r"is damaged; remove this file and build it again: .*keeps what was read",
        ):
            Corpus(store).stats()
    built = build(maps)
    assert (built.read, built.kept, built.is_same) == (0, 4, False)
    assert same_as_anew(maps)


def test_a_corpus_that_was_changed_in_its_middle_is_told_whatever_is_asked(maps: Path) -> None:
    build(maps)
    store = maps.with_name("maps.duckdb")
    whole, refusals = store.read_bytes(), 0
    for place in range(12_288, len(whole), 200_000):
        store.write_bytes(whole[:place] + b"damaged!" * 500 + whole[place + 4000 :])
        corpus = Corpus(store)
        for question in (
            lambda: exported(corpus, maps.parent / "out"),  # noqa: B023  # asked at once
            lambda: corpus.query("select * from claims", None),  # noqa: B023
            lambda: corpus.search("streets"),  # noqa: B023
            lambda: corpus.stats(),  # noqa: B023, PLW0108
            lambda: corpus.links(),  # noqa: B023, PLW0108
            lambda: corpus.changed(),  # noqa: B023, PLW0108
        ):
            try:
                question()
            except UsageError as error:
                assert "is damaged; remove this file and build" in str(error)  # noqa: PT017
                refusals += 1
    assert refusals > 1
    store.unlink()
    assert build(maps).kept == 4
    assert same_as_anew(maps)


def test_a_corpus_that_was_changed_in_its_middle_ends_no_build_and_is_made_again_if_wished(
    maps: Path,
) -> None:
    build(maps)
    store = maps.with_name("maps.duckdb")
    whole = store.read_bytes()
    begin, end = len(whole) * 3 // 10, len(whole) * 7 // 10
    store.write_bytes(whole[:begin] + b"damaged!" * ((end - begin) // 8) + whole[end:])
    built = build(maps, replace=True)
    assert (built.maps, built.is_same) == (4, False)
    assert same_as_anew(maps)
    for place in range(12_288, len(whole), 200_000):
        store.write_bytes(whole[:place] + b"damaged!" * 500 + whole[place + 4000 :])
        assert build(maps).maps == 4


def test_words_of_the_engine_in_a_text_are_no_damage(maps: Path) -> None:
    write_maps(maps, {"x/x.yaml": "claims: {x: Corrupt database file is what it says.}"})
    build(maps)
    for question in (
        "select error('Corrupt database file')",
        "select cast(text as integer) from claims where text like 'Corrupt%'",
    ):
        with pytest.raises(UsageError) as failure:
            Corpus(maps.with_name("maps.duckdb")).query(question)
        assert "is damaged" not in str(failure.value)


def test_a_corpus_whose_head_is_damaged_is_made_again_from_its_parts(maps: Path) -> None:
    build(maps)
    store = maps.with_name("maps.duckdb")
    content = bytearray(store.read_bytes())
    for place in range(24_576, len(content), 997):
        content[place] ^= 255
    store.write_bytes(content)
    assert build(maps).kept == 4
    assert same_as_anew(maps)


def test_a_folder_that_cannot_be_opened_and_a_link_to_itself_are_told_and_stop_nothing(
    maps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (maps / "locked").mkdir()
    for name in ("loop", "loop.yaml", "loop.json"):
        (maps / name).symlink_to(name)

    def opened(folder: Path) -> Iterator[os.DirEntry[str]]:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    scandir = os.scandir
    monkeypatch.setattr("argmap.corpus.candidates.os.scandir", opened)
    built = build(maps)
    assert (built.maps - built.unsound, built.unsound) == (4, 3)
    rows = Corpus(built.store).query("select map from maps where not is_sound").values
    assert rows == ((".",), ("locked",), ("loop.json",))


def test_a_damaged_database_that_may_be_of_something_else_is_not_written_over(maps: Path) -> None:
    build(maps)
    other = maps.with_name("other.duckdb")
    other.write_bytes(maps.with_name("maps.duckdb").read_bytes()[:3000])
    with pytest.raises(UsageError, match="is damaged; name another file"):
        build_corpus(maps, other)
    assert len(other.read_bytes()) == 3000


def test_a_folder_that_is_removed_during_a_build_is_gone_and_stops_nothing(
    maps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.corpus.listing.BATCH", 1)

    def progress(_phase: str, count: int, /) -> None:
        if count == 1:  # the folder of all maps is listed, and this one not yet opened
            shutil.rmtree(maps / "town", ignore_errors=True)

    store = maps.with_name("maps.duckdb")
    built = build_corpus(maps, store, progress=progress)
    assert (built.maps, built.unsound, built.read) == (3, 0, 3)
    assert same_as_anew(maps)
