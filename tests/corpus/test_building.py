"""A corpus is built of whatever lies in a folder; nothing stops it, and nothing is lost."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.corpus import reading_batches, workers
from argmap.corpus.building import CorpusBuilt, build_corpus
from argmap.corpus.corpus import Corpus
from argmap.corpus.listing import TORN
from argmap.corpus.manifest import NAME
from argmap.corpus.map_rows import MapRow, rows_of
from argmap.corpus.telling import build_text
from argmap.errors import OutputError, UsageError
from tests.corpus.folders import AIF, MAPS, corpus_of, exported, words_in, write_maps

if TYPE_CHECKING:
    from argmap.corpus.candidates import Candidate
    from argmap.corpus.tasks import Batch


def build(maps: Path, **choices: object) -> CorpusBuilt:
    """A build beside the maps."""
    return build_corpus(maps, maps.with_name("maps.duckdb"), **choices)  # type: ignore[arg-type]


# What is a map


def test_a_folder_of_claim_files_is_a_map_and_so_is_each_file_of_another_format(maps: Path) -> None:
    corpus = corpus_of(maps)
    assert corpus.query("select map, format, claims, errors from maps").values == (
        ("debate.argdown", "argdown", 2, 0),
        ("school", "argmap", 3, 0),
        ("town", "argmap", 5, 0),
        ("trams.json", "aif", 2, 0),
    )
    assert words_in(corpus)["town#close"] == "stands"


def test_hidden_files_stores_and_files_of_no_format_are_passed_over(maps: Path) -> None:
    write_maps(maps, {".hidden/a.yaml": "claims: {a: b}", ".b.json": "{}", "x.duckdb": "x"})
    write_maps(maps, {"package.json": '{"name": "x"}'})
    built = build(maps)
    assert (built.maps, built.passed_over) == (4, 2)  # notes.txt, package.json


def test_a_store_within_the_folder_is_no_map(maps: Path) -> None:
    for _ in range(2):
        built = build_corpus(maps, maps / "corpus.duckdb")
        assert (built.maps, built.unsound) == (4, 0)
    assert built.is_same


def test_yaml_of_other_programs_is_a_map_file_by_file_and_modules_are_one(maps: Path) -> None:
    gsn = "G1: {text: The pump is safe., supportedBy: [Sn1]}\nSn1: {text: Test report.}\n"
    write_maps(maps, {"pump/one.gsn.yaml": gsn})
    assert corpus_of(maps).query("select map, format from maps where map like 'pump%'").values == (
        ("pump", "gsn2x"),
    )


def test_the_maps_of_the_folder_itself_are_named_by_a_dot(tmp_path: Path) -> None:
    write_maps(tmp_path / "maps", {"a.yaml": "claims: {a: Buses are slow in the rain.}"})
    corpus = corpus_of(tmp_path / "maps")
    assert words_in(corpus) == {".#a": "stands"}
    assert corpus.status(".#a").alone == "stands"


def test_an_empty_folder_is_an_empty_corpus(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    corpus = corpus_of(tmp_path / "maps")
    assert corpus.stats().maps == corpus.links().same_total == corpus.changed().total == 0
    assert corpus.search("anything").total == 0
    assert len(exported(corpus, tmp_path / "out")) == 9


# What cannot be read


def test_what_cannot_be_read_is_a_row_with_its_errors_and_stops_nothing(maps: Path) -> None:
    write_maps(
        maps,
        {
            "broken.json": '{"nodes": [',
            "binary/a.yaml": "claims:\n  a: \0",
            "circle/a.yaml": "claims:\n  a: {text: It is so., supported_by: [a]}\n",
            "twice/a.yaml": "claims:\n  a: Once.\n  a: Twice.\n",
        },
    )
    corpus = corpus_of(maps)
    rows = corpus.query("select map, is_sound, errors > 0 from maps where not is_sound").values
    assert rows == tuple(
        (name, False, True) for name in ("binary", "broken.json", "circle", "twice")
    )
    [(file, line, code)] = corpus.query(
        "select file, line, code from diagnostics where map = 'broken.json'"
    ).values
    assert (file, line, code) == ("broken.json", 1, "AM702")
    assert words_in(corpus)["circle#a"] is None
    assert corpus.status("circle#a").word is None
    assert corpus.search("it is so").hits[0].word is None


def test_paths_in_messages_are_seen_from_the_corpus_wherever_argmap_runs(
    maps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_maps(maps, {"town/bad.yaml": "claims:\n  x: {text: X., supported_by: [nothing]}\n"})
    here = exported(corpus_of(maps), maps.parent / "here")
    monkeypatch.chdir(maps)
    there = exported(corpus_of(maps), maps.parent / "there")
    monkeypatch.chdir(maps.parent)
    shutil.rmtree(maps.with_name("maps.duckdb.parts"))
    beside = exported(corpus_of(Path("maps")), maps.parent / "beside")
    assert here == there == beside
    assert str(maps).encode() not in here["diagnostics.parquet"]


def test_a_reader_that_fails_costs_one_map(maps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows_of

    def failing(root: Path, candidate: Candidate) -> list[MapRow]:
        if candidate.place == "trams.json":
            raise ZeroDivisionError("of a reader")
        return whole(root, candidate)

    monkeypatch.setattr(reading_batches, "rows_of", failing)
    corpus = corpus_of(maps)
    assert corpus.query("select map, message from diagnostics").values == (
        ("trams.json", "cannot be read: ZeroDivisionError: of a reader"),
    )
    monkeypatch.undo()
    assert build(maps).unsound == 0  # what was not sound is tried again


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux alone")
def test_a_name_that_is_no_text_is_a_row_with_an_error(maps: Path) -> None:
    Path(os.fsdecode(os.fsencode(maps) + b"/caf\xe9.json")).write_text(json.dumps(AIF))
    corpus = corpus_of(maps)
    [row] = corpus.query("select map, message from diagnostics").values
    assert row == (
        "caf\\xe9.json",
        "cannot be read: its name is no text in UTF-8",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux alone")
@pytest.mark.parametrize("name", [b"caf\xe9.yaml", b"town/caf\xe9.yaml", b"caf\xe9/map.yaml"])
def test_a_map_with_a_file_whose_name_is_no_text_stops_no_other(maps: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(maps) + b"/" + name))
    path.parent.mkdir(exist_ok=True)
    path.write_text("claims: {a: One claim.}")
    built = build(maps)
    assert (built.unsound, built.maps >= 4) == (1, True)
    [(message,)] = Corpus(Path(built.store)).query("select message from diagnostics").values
    assert message == "cannot be read: its name is no text in UTF-8"


def test_a_large_map_is_read_like_any_other(tmp_path: Path) -> None:
    text = "It has to be said at some length that this is so. " * 40
    nodes = [{"nodeID": str(n), "text": f"{text}{n}", "type": "I"} for n in range(3_000)]
    tree = {"nodes": nodes, "edges": [], "locutions": []}
    write_maps(tmp_path / "maps", {"large.json": json.dumps(tree)})
    assert corpus_of(tmp_path / "maps").stats().claims == 3_000


# CorpusBuilt again


def test_built_again_only_what_changed_is_read(maps: Path) -> None:
    first = build(maps)
    assert (first.read, first.kept, first.is_same) == (4, 0, False)
    again = build(maps)
    assert (again.read, again.kept, again.is_same) == (0, 4, True)
    write_maps(
        maps, {"town/more.yaml": "claims: {calm: {text: Caf\u00e9s need guests., supports: close}}"}
    )
    changed = build(maps)
    assert (changed.read, changed.kept, changed.is_same) == (1, 3, False)
    corpus = Corpus(maps.with_name("maps.duckdb"))
    assert corpus.search("guests").total == 1
    assert corpus.search("calm").total == 0
    (maps / "trams.json").unlink()
    gone = build(maps)
    assert (gone.gone, gone.maps, gone.is_same) == (1, 3, False)
    assert exported(corpus, maps.parent / "a") == exported(
        Corpus(Path(build_corpus(maps, maps.with_name("anew.duckdb")).store)), maps.parent / "b"
    )


def test_a_file_that_was_touched_and_not_changed_changes_nothing(maps: Path) -> None:
    build(maps)
    os.utime(maps / "trams.json", ns=(1, 1))
    touched = build(maps)
    assert (touched.read, touched.is_same) == (1, True)
    assert build(maps).read == 0


def test_an_edit_that_keeps_size_and_date_is_seen(maps: Path) -> None:
    path = maps / "trams.json"
    build(maps)
    before = path.stat()
    path.write_text(path.read_text().replace("more people", "less people"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert build(maps).read == 1
    assert Corpus(maps.with_name("maps.duckdb")).search("less").total == 1


def test_what_a_map_includes_counts_as_its_own_file(maps: Path) -> None:
    write_maps(maps.parent, {"lib/shared.yaml": "claims: {base: Common ground is needed here.}\n"})
    write_maps(
        maps,
        {"user/a.yaml": "map: {uses: [../../lib]}\nclaims: {a: {text: So., supported_by: base}}\n"},
    )
    build(maps)
    assert build(maps).read == 0
    write_maps(maps.parent, {"lib/shared.yaml": "claims: {base: Other ground is needed here.}\n"})
    assert build(maps).read == 1
    assert Corpus(maps.with_name("maps.duckdb")).search("other ground").total == 1


def test_no_parts_are_left_that_nothing_needs(maps: Path) -> None:
    build(maps)
    folder = maps.with_name("maps.duckdb.parts")
    before = {path.name for path in folder.iterdir()}
    assert len(before) == 4  # manifest, lock, one part and what is in it
    for number in range(3):
        write_maps(maps, {"debate.argdown": f"[Rail]: Rail is cheap, {number} say.\n"})
        build(maps)
    after = {path.name for path in folder.iterdir()}
    assert len(after) == 6
    for path in maps.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    build(maps)
    assert {path.name for path in folder.iterdir()} == {"lock", NAME}


# Ended, and gone on with


def test_a_build_that_was_ended_goes_on_where_it_stopped(
    maps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.corpus.listing.BATCH", 1)
    calls: list[str] = []
    whole = reading_batches.read_batch

    def ended(root: str, folder: str, batch: Batch) -> list[object]:
        calls.append(batch[0].candidate.place)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return [*whole(root, folder, batch)]

    monkeypatch.setattr(reading_batches, "read_batch", ended)
    with pytest.raises(KeyboardInterrupt):
        build(maps)
    assert not maps.with_name("maps.duckdb").exists()
    assert maps.with_name("maps.duckdb.parts").joinpath(TORN).exists()
    monkeypatch.setattr(reading_batches, "read_batch", whole)
    built = build(maps)
    assert (built.read, built.kept, built.maps) == (3, 1, 4)
    assert not maps.with_name("maps.duckdb.parts").joinpath(TORN).exists()
    assert exported(Corpus(maps.with_name("maps.duckdb")), maps.parent / "a") == exported(
        Corpus(Path(build_corpus(maps, maps.with_name("anew.duckdb")).store)), maps.parent / "b"
    )


def test_a_store_that_is_gone_is_made_again_from_the_parts(maps: Path) -> None:
    build(maps)
    maps.with_name("maps.duckdb").unlink()
    built = build(maps)
    assert (built.read, built.kept, built.is_same) == (0, 4, False)
    assert built.claims == 12


def test_a_part_that_is_gone_is_read_again(maps: Path) -> None:
    build(maps)
    for path in maps.with_name("maps.duckdb.parts").glob("*.parquet"):
        path.unlink()
    assert build(maps).read == 4


def _deadly(root: str, folder: str, batch: Batch) -> list[object]:
    """As a worker, but that one map ends the process."""
    if any(task.candidate.place == "trams.json" and not task.is_deadly for task in batch):
        os._exit(9)
    return [*reading_batches.read_batch(root, folder, batch)]


def test_a_map_that_ends_every_process_is_a_row_and_the_others_are_read(
    maps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "read_batch", _deadly)
    monkeypatch.setattr("argmap.corpus.listing._FEW", 0)
    built = build(maps, workers=2)
    assert (built.maps, built.unsound) == (4, 1)
    corpus = Corpus(maps.with_name("maps.duckdb"))
    assert corpus.query("select map, message from diagnostics").values == (
        ("trams.json", "cannot be read: each process that tried was ended"),
    )


def test_ctrl_c_ends_a_build_with_its_code_and_says_how_to_go_on(tmp_path: Path) -> None:
    maps = tmp_path / "maps"
    write_maps(maps, {f"{number:04}.json": json.dumps(AIF) for number in range(1_500)})
    words = [sys.executable, "-m", "argmap", "corpus", "build", "maps", "--workers", "2"]
    with subprocess.Popen(words, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        folder = tmp_path / "corpus.duckdb.parts"
        while process.poll() is None and not [*folder.glob("*.jsonl")]:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, messages = process.communicate(timeout=60)
    assert process.returncode in {0, 130}
    assert messages == ("argmap: ended; run it again to go on\n" if process.returncode else "")
    assert build_corpus(maps, tmp_path / "corpus.duckdb").maps == 1_500


# Other builds, other files, no room


def test_two_builds_at_once_are_refused(maps: Path) -> None:
    hearing: list[str] = []

    def progress(phase: str, _count: int, /) -> None:
        if not hearing:
            hearing.append(phase)
            with pytest.raises(UsageError, match="is being built by another process"):
                build(maps)

    assert build(maps, progress=progress).maps == 4
    assert hearing == ["maps"]


def test_a_file_that_is_no_corpus_is_neither_read_nor_written(maps: Path) -> None:
    store = maps.with_name("maps.duckdb")
    store.write_text("my notes, which I need")
    for act in (lambda: build(maps), lambda: Corpus(store)):
        with pytest.raises(UsageError, match="no corpus"):
            act()
    assert store.read_text() == "my notes, which I need"
    with pytest.raises(UsageError, match="is a folder"):
        build_corpus(maps, maps)
    with pytest.raises(UsageError, match="there is no corpus"):
        Corpus(maps / "none.duckdb")
    with pytest.raises(UsageError, match="there is no folder"):
        build_corpus(maps / "none", store)


def test_a_database_of_something_else_and_a_corpus_of_another_version_are_refused(
    maps: Path,
) -> None:
    import duckdb  # noqa: PLC0415  # the test makes what a corpus is not

    other = maps.with_name("other.duckdb")
    with duckdb.connect(str(other)) as connection:
        connection.execute("create table mine as select 1 as it")
    with pytest.raises(UsageError, match="database of something else"):
        Corpus(other).stats()
    with pytest.raises(UsageError, match="database of something else"):
        build_corpus(maps, other)
    build(maps)
    store = maps.with_name("maps.duckdb")
    with duckdb.connect(str(store)) as connection:
        connection.execute("update about set version = 99")
    with pytest.raises(UsageError, match=r"version 99.*build it again"):
        Corpus(store).stats()
    assert build(maps).maps == 4
    assert Corpus(store).stats().maps == 4


def test_parts_of_another_argmap_are_not_taken_over(maps: Path) -> None:
    build(maps)
    manifest = maps.with_name("maps.duckdb.parts") / NAME
    head, *lines = manifest.read_text().splitlines()
    tree = json.loads(head)
    tree["corpus"]["argmap"] = "0.0.1"
    manifest.write_text("\n".join([json.dumps(tree), *lines]) + "\n")
    assert build(maps).read == 4
    manifest.write_text("no manifest\n")
    assert build(maps).maps == 4


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits on Windows")
@pytest.mark.parametrize("limit", [20_000, 400_000, 1_500_000])
def test_a_disk_that_fills_is_told_and_loses_nothing(tmp_path: Path, limit: int) -> None:
    import resource  # noqa: PLC0415  # not on Windows

    maps = tmp_path / "maps"
    write_maps(maps, MAPS)
    before = exported(corpus_of(maps), tmp_path / "before")
    trees = {f"{number:04}.json": json.dumps(AIF) for number in range(300)}
    write_maps(maps, trees)

    def narrow() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    words = [sys.executable, "-m", "argmap", "corpus", "build", "maps", "-o", "maps.duckdb"]
    done = subprocess.run(
        words,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        preexec_fn=narrow,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 3
    assert "could not be written" in done.stderr or "disk is full" in done.stderr
    assert exported(Corpus(tmp_path / "maps.duckdb"), tmp_path / "after") == before
    assert corpus_of(maps).stats().maps == 304


def test_an_export_that_fails_leaves_what_was_there(maps: Path) -> None:
    corpus = corpus_of(maps)
    out = maps.parent / "out"
    before = exported(corpus, out)
    out.chmod(0o500)
    try:
        if os.access(out, os.W_OK):
            pytest.skip("this user may write anywhere")
        with pytest.raises(OutputError):
            corpus.export(out)
    finally:
        out.chmod(0o700)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED: Windows asks for a right")
def test_a_link_to_a_folder_is_named_and_not_followed(maps: Path) -> None:
    build(maps)
    outside = maps.with_name("outside")
    write_maps(outside, {"m/m.yaml": "claims: {x: It is so.}"})
    (maps / "linked").symlink_to(outside, target_is_directory=True)
    built = build(maps)
    assert (built.linked_folders, built.maps, built.is_same) == (("linked",), 4, True)
    text = " ".join(" ".join(build_text(built, str(maps))).split())
    assert "1 link to a folder not followed: linked." in text

    shutil.rmtree(maps / "school")
    (maps / "school").symlink_to(outside, target_is_directory=True)
    built = build(maps)
    assert (built.linked_folders, built.maps, built.gone) == (("linked", "school"), 3, 1)
    assert build(maps).is_same


def test_a_store_that_was_changed_is_put_together_again_when_that_is_wished(maps: Path) -> None:
    build(maps)
    store = maps.with_name("maps.duckdb")
    whole = exported(Corpus(store), maps.parent / "whole")
    before = store.stat().st_ino
    assert build(maps).is_same
    assert store.stat().st_ino == before
    assert not build(maps, replace=True).is_same
    assert exported(Corpus(store), maps.parent / "again") == whole


def test_an_advice_names_the_corpus_that_it_is_about(tmp_path: Path) -> None:
    write_maps(tmp_path / "maps", {"m/m.yaml": "claims: {x: It is so., x: It is not.}"})
    for name, option in (("corpus", ""), ("my own", " --corpus 'my own.duckdb'")):
        with contextlib.chdir(tmp_path):
            built = build_corpus("maps", f"{name}.duckdb")
        text = " ".join(" ".join(build_text(built, "maps")).split())
        assert f'diagnostics"{option}` lists them.' in text
