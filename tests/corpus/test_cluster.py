"""A corpus built on a Dask cluster is the same, and a worker that is lost costs nothing."""

from __future__ import annotations

import io
import json
import logging
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from distributed import Client

from argmap.corpus import workers as workers_of
from argmap.corpus.building import build_corpus
from argmap.corpus.corpus import Corpus
from argmap.errors import UsageError
from tests.corpus.folders import corpus_of, exported
from tests.corpus.test_truth import some_maps, write_some

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 60


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and then so many workers, each a process of its own; they end with the test."""
    known = folder / "scheduler.json"
    settings = os.environ | {"DASK_DISTRIBUTED__DASHBOARD__LINK": ""}
    dask = [sys.executable, "-m", "dask"]
    begun: list[subprocess.Popen[bytes]] = []

    def begin(*words: str) -> None:
        begun.append(
            subprocess.Popen([*dask, *words], cwd=folder, env=settings, stderr=subprocess.DEVNULL)
        )

    try:
        begin(
            "scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",  # any that is free, as one chosen here may be taken by the time it is ready
            "--scheduler-file",
            str(known),
            "--no-dashboard",
        )
        address = _address_in(known)
        for _ in range(workers):
            begin("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        with workers_of._client(address, Client) as client:  # noqa: SLF001  # with its patience
            client.wait_for_workers(workers, timeout=PATIENCE) if workers else None
        yield address, begun
    finally:
        for process in begun:
            process.kill()
            process.wait()


def _address_in(known: Path) -> str:
    """The address that a scheduler has written into a file, once it is ready."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            return str(json.loads(known.read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError):  # not there, or not whole
            time.sleep(0.1)
    raise TimeoutError("the scheduler is not ready")


def test_a_cluster_makes_the_same_tables_though_a_worker_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_some(tmp_path / "maps", some_maps(0))
    alone = exported(corpus_of(tmp_path / "maps"), tmp_path / "alone")
    monkeypatch.setattr("argmap.corpus.listing.BATCH", 3)
    store = tmp_path / "by-cluster.duckdb"
    killed: list[int] = []
    with cluster(tmp_path) as (address, (_, *workers)):

        def progress(phase: str, count: int, /) -> None:
            if phase == "maps" and count >= 12 and not killed:
                workers[0].send_signal(signal.SIGKILL)
                killed.append(count)

        built = build_corpus(tmp_path / "maps", store, scheduler=address, progress=progress)
        assert killed
        assert built.read == len(some_maps(0))
        assert workers[1].poll() is None
        again = build_corpus(tmp_path / "maps", store, scheduler=address)
        assert (again.read, again.is_same) == (built.unsound, True)
    assert exported(Corpus(store), tmp_path / "by-cluster") == alone


def test_an_address_at_which_nothing_answers_is_told(
    maps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.corpus.workers._PATIENCE", 1)
    for address in ("tcp://127.0.0.1:1", "nonsense"):
        began = time.monotonic()
        with pytest.raises(UsageError, match="no scheduler answers"):
            build_corpus(maps, maps.with_name("maps.duckdb"), scheduler=address)
        assert time.monotonic() - began < PATIENCE


def test_a_scheduler_that_does_not_answer_leaves_no_words_of_python(maps: Path) -> None:
    store = maps.with_name("maps.duckdb")
    words = [sys.executable, "-m", "argmap", "corpus", "build", str(maps), "-o", str(store)]
    done = subprocess.run(
        [*words, "--scheduler", "foo"],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 2
    assert done.stderr == "argmap: no scheduler answers at foo; start one: `dask scheduler`\n"


def test_a_scheduler_without_workers_is_told(maps: Path) -> None:
    with (
        cluster(maps.parent, workers=0) as (address, _),
        pytest.raises(UsageError, match="has no worker; start one"),
    ):
        build_corpus(maps, maps.with_name("maps.duckdb"), scheduler=address)


def test_a_scheduler_that_goes_away_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    write_some(tmp_path / "maps", some_maps(0))
    monkeypatch.setattr("argmap.corpus.listing.BATCH", 3)
    store = tmp_path / "maps.duckdb"
    log = logging.getLogger("distributed")
    to_terminal, own = logging.StreamHandler(sys.stderr), logging.StreamHandler(io.StringIO())
    for handler in (to_terminal, own):  # the first as Dask adds it where no test does
        log.addHandler(handler)
    with cluster(tmp_path) as (address, processes):
        capfd.readouterr()

        def progress(phase: str, count: int, /) -> None:
            if phase == "maps" and count >= 12:
                processes[0].kill()

        with pytest.raises(UsageError, match="has gone; start it and run this again"):
            build_corpus(tmp_path / "maps", store, scheduler=address, progress=progress)
        assert not capfd.readouterr().err  # no lines of Dask beside ours
    for handler in (to_terminal, own):
        log.removeHandler(handler)
    assert own.stream.getvalue()  # where a program wants them they are
    assert build_corpus(tmp_path / "maps", store).kept >= 12
