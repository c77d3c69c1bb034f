"""Workers that read batches of maps: several processes of this machine, or a Dask cluster."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from argmap.corpus.reading_batches import read_batch
from argmap.corpus.tasks import Batch, Task
from argmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from distributed import Client

    from argmap.corpus.manifest import PlaceEntry

P = ParamSpec("P")
T = TypeVar("T")

_AHEAD = 2  # batches that wait for each worker
_PATIENCE = 10  # seconds that a scheduler may take to answer


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of the corpus, and that of its parts, as workers find them."""

    root: str
    parts: str


@dataclass(frozen=True, slots=True)
class Crew:
    """Workers: how many, how to call them together, and the errors that say that one was lost."""

    size: int
    opened: Callable[[], AbstractContextManager[Executor]]
    lost: tuple[type[Exception], ...]


def read_by(crew: Crew, batches: Iterable[Batch], places: Places) -> Iterator[list[PlaceEntry]]:
    """The entries of each batch, read by several workers, in the order in which they are ready.

    A batch whose worker is lost is read again by another, and if it is lost again, in halves, so
    that a map that ends every process is known, and is all that is not read.

    Raises:
        OutputError: a part could not be written.
        UsageError: the workers do not see the folders.
    """
    left_over: list[Batch] = []
    agenda = iter(batches)
    more = True
    while more:
        more = False
        with crew.opened() as executor:
            running: dict[Future[list[PlaceEntry]], Batch] = {}
            try:
                yield from _finished(crew, executor, agenda, running, places)
            except crew.lost:
                left_over += running.values()
                more = True
    yield from _with_care(crew, left_over, places)


def _finished(
    crew: Crew,
    executor: Executor,
    agenda: Iterator[Batch],
    running: dict[Future[list[PlaceEntry]], Batch],
    places: Places,
) -> Iterator[list[PlaceEntry]]:
    """The entries that are ready; `running` has the batches that are not.

    Raises the error that says that a worker was lost.
    """
    while True:
        while len(running) < crew.size * _AHEAD and (batch := next(agenda, None)) is not None:
            running[executor.submit(read_batch, places.root, places.parts, batch)] = batch
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            entries = future.result()
            del running[future]
            yield entries


def _with_care(crew: Crew, suspects: list[Batch], places: Places) -> Iterator[list[PlaceEntry]]:
    """The entries of batches whose worker was lost, one after the other."""
    agenda = deque(suspects)
    while agenda:
        batch = agenda.popleft()
        try:
            with crew.opened() as executor:
                yield executor.submit(read_batch, places.root, places.parts, batch).result()
        except crew.lost:
            if len(batch) > 1:
                middle = len(batch) // 2
                agenda.extendleft((batch[middle:], batch[:middle]))
            else:
                [task] = batch
                deadly = (Task(task.candidate, task.known, is_deadly=True),)
                yield read_batch(places.root, places.parts, deadly)


# Processes of this machine


def processes(size: int) -> Crew:
    """So many processes of this machine, which end when this one does."""

    @contextmanager
    def opened() -> Iterator[Executor]:
        """The processes, which are ended afterwards."""
        # A fork is ready at once, but only safe where no other thread runs.
        can_fork = sys.platform == "linux" and threading.active_count() == 1
        context = multiprocessing.get_context("fork" if can_fork else "spawn")
        executor = ProcessPoolExecutor(size, context, _begin, (os.getpid(),))
        try:
            yield executor
        finally:
            executor.shutdown(wait=True, cancel_futures=True)

    return Crew(size, opened, (BrokenProcessPool,))


def _begin(parent: int) -> None:
    """Leave Ctrl-C to the process that began this one, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


# A cluster of Dask


def cluster(address: str) -> Crew:
    """The workers of the Dask cluster whose scheduler has this address.

    Raises:
        UsageError: Dask is not installed, nothing answers there, or no worker is there.
    """
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415  # slow to import
        from distributed.client import FutureCancelledError  # noqa: PLC0415
        from distributed.comm.core import CommClosedError  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise UsageError("a cluster needs an extra: pip install 'argmap[corpus]'") from error

    @contextmanager
    def opened() -> Iterator[Executor]:
        """The workers of the cluster, which stay when the client is closed."""
        try:
            with _without_log(), _client(address, Client) as client:
                yield _ClusterExecutor(client)
        except (FutureCancelledError, CommClosedError) as error:  # as it happens, one or the other
            raise UsageError(
                f"the scheduler {address} has gone; start it and run this again: what was read is "
                "kept"
            ) from error

    with _without_log(), _client(address, Client) as client:
        threads = sum(client.nthreads().values())
    if not threads:
        raise UsageError(
            f"the scheduler {address} has no worker; start one: `dask worker {address}`"
        )
    return Crew(threads, opened, (KilledWorker,))


@contextmanager
def _without_log() -> Iterator[None]:
    """Keep Dask from writing to the terminal what it does about a worker that is lost.

    What is to be told of it is told by the answer. Logs of a program's own go on.
    """
    of_dask = [logging.getLogger(name) for name in ("distributed", "distributed.client", "tornado")]
    handlers = {handler for logger in of_dask for handler in logger.handlers}
    shown = [each for each in handlers if getattr(each, "stream", None) is sys.stderr]

    def nothing(_record: logging.LogRecord) -> bool:
        return False

    for handler in shown:
        handler.addFilter(nothing)
    try:
        yield
    finally:
        for handler in shown:
            handler.removeFilter(nothing)


class _ClusterExecutor(Executor):
    """The workers of a cluster as an executor.

    That of Dask reads the state of a task after its result has come. If the worker that had the
    result is lost in between, the state is another, and the result is taken for an exception.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def submit(self, do: Callable[P, T], /, *args: P.args, **named: P.kwargs) -> Future[T]:
        own: Future[T] = Future()
        own.set_running_or_notify_cancel()
        there: Any = self._client.submit(do, *args, pure=False, **named)
        there.add_done_callback(lambda done: _pass_on(done, own))
        return own


def _pass_on(done: Any, own: Future[T]) -> None:  # noqa: ANN401  # a future of Dask
    """The result of a task there, or its failure, passed on; what is lost is worked out anew."""
    try:
        own.set_result(done.result())
    except BaseException as error:  # noqa: BLE001  # whoever waits is told
        own.set_exception(error)


def _client(address: str, kind: type[Client]) -> Client:
    """A client of the scheduler at an address.

    Raises:
        UsageError: nothing answers there.
    """
    for pause in (0.1, 0.5, 2.0):
        client = kind.__new__(kind)
        try:
            kind.__init__(client, address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            client.status = "closed"  # else it waits for its end when it is thrown away
            message = f"no scheduler answers at {address}; start one: `dask scheduler`"
            raise UsageError(message) from error
        except AssertionError:  # the loop that a client before it ran in is just being closed
            time.sleep(pause)
        else:
            return client
    return kind(address, timeout=_PATIENCE, set_as_default=False)
