# ruff: noqa: INP001  # beside run.py, which calls it
"""The time from a change of a claim file to its diagnostics, in a server as an editor starts it.

The peer loads the same text with the plain loader of libyaml alone: no map, no checks, no messages.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIMS = 1_000
_WORDS = 900
"""Words of the vocabulary: claims of a real map differ in their words."""


def files_of(claims: int, files: int) -> dict[str, str]:
    """A map of so many claims in so many files, each claim for or against one before it."""
    draw = random.Random(7)  # noqa: S311  # no secret
    below: dict[int, tuple[list[int], list[int]]] = {}
    for number in range(1, claims):
        target = below.setdefault(draw.randrange(max(0, number - 100), number), ([], []))
        target[draw.random() < 1 / 3].append(number)
    texts = {}
    for file in range(files):
        lines = ["claims:"]
        for number in range(file * claims // files, (file + 1) * claims // files):
            words = " ".join(f"word{draw.randrange(_WORDS)}" for _ in range(14))
            lines += [f"  c{number}:", f"    text: So {words}.", f"    label: Label {number}"]
            for key, ids in zip(
                ("supported_by", "attacked_by"), below.get(number, ()), strict=False
            ):
                lines += [f"    {key}: [{', '.join(f'c{each}' for each in ids)}]"] * bool(ids)
        texts[f"{file:02}.yaml"] = "\n".join(lines) + "\n"
    return texts


class Server:
    """A server, and what it is told and tells."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._in: IO[bytes] = process.stdin  # type: ignore[assignment]  # a pipe
        self._out: IO[bytes] = process.stdout  # type: ignore[assignment]  # a pipe

    def tell(self, method: str, parameters: object, number: int | None = None) -> None:
        """Send a message; one with a number is a request."""
        message = {"jsonrpc": "2.0", "method": method, "params": parameters}
        content = json.dumps(message | ({} if number is None else {"id": number})).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._in.flush()

    def next(self) -> dict[str, Any]:
        """The next message of the server."""
        size = int(self._out.readline().partition(b":")[2])
        while self._out.readline().strip():
            pass
        message: dict[str, Any] = json.loads(self._out.read(size))
        return message

    def until_told(self, uri: str, number: int) -> float:
        """Wait for the diagnostics of a file so many times, and tell when they were there."""
        for _ in range(number):
            while self.next().get("params", {}).get("uri") != uri:
                pass
        return time.perf_counter()


def seconds_to_diagnostics(files: int, rounds: int) -> tuple[float, float, float]:
    """The median times from a change to its warnings, to its notes, and of loading that text alone.

    Every change brings a warning or takes it away, and moves all notes by a line.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder, texts = Path(temporary), files_of(CLAIMS, files)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "argmap", "lsp"]
        with subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            server = Server(process)
            server.tell("initialize", {"rootUri": folder.as_uri(), "capabilities": {}}, 1)
            server.tell("initialized", {})
            name, text = next(iter(texts.items()))
            uri = (folder / name).as_uri()
            opened = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
            server.tell("textDocument/didOpen", {"textDocument": opened})
            server.until_told(uri, 1)
            times = []
            for version in range(2, rounds + 2):
                typed = text
                if version % 2 == 0:
                    typed = f"# {version}\n" + text.replace(".\n", "?\n", 1)
                change = {
                    "textDocument": {"uri": uri, "version": version},
                    "contentChanges": [{"text": typed}],
                }
                begun = time.perf_counter()
                server.tell("textDocument/didChange", change)
                warned, noted = server.until_told(uri, 1), server.until_told(uri, 1)
                loading = time.perf_counter()
                yaml.load(typed, yaml.CSafeLoader)  # the safe one
                times.append((warned - begun, noted - begun, time.perf_counter() - loading))
            process.kill()
    warnings, notes, bare = zip(*times, strict=True)
    return statistics.median(warnings), statistics.median(notes), statistics.median(bare)


def table(rounds: int) -> Iterator[str]:
    """The lines of the section."""
    yield "## In an editor"
    yield ""
    load = os.getloadavg()[0]
    yield (
        f"From a change of one file to its diagnostics in a map of {CLAIMS:,} claims, to errors "
        "and warnings, and to the notes that follow them: clock time, median, the pauses before "
        f"the checks included, at a load of the machine of {load:.1f}."
    )
    yield ""
    yield "| map | errors and warnings, s | notes, s | CSafeLoader on the changed file alone, s |"
    yield "|---|---|---|---|"
    for files in (1, 10):
        what = f"{CLAIMS:,} claims in {files} file{'s' * (files > 1)}"
        times = " | ".join(f"{each:.3f}" for each in seconds_to_diagnostics(files, rounds))
        yield f"| {what} | {times} |"


if __name__ == "__main__":
    sys.stdout.write("\n".join(table(21)) + "\n")
