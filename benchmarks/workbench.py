# ruff: noqa: INP001  # beside run.py, which calls it
"""The cost of an edit in the workbench, from the press of a button to the map that is shown.

The browser is Chromium without a graphics card, driven by Playwright (the `test` extra). Beside it
stands what one does without a workbench: the same edit in the file, `argmap build`, and the page
loaded anew.
"""

from __future__ import annotations

import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = {300: 0.3, 3_000: 1.0}
"""The limits of the design for the seconds from an edit to the page shown, by number of claims."""

_EDIT = """
async (wish) => {
  const begun = performance.now();
  const before = document.body.dataset.state;
  const answer = await fetch('/edit', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wish),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const written = performance.now();
  const map = performance.getEntriesByType('resource').length;
  while (document.body.dataset.state === before) await new Promise((go) => setTimeout(go, 2));
  const shown = performance.now();
  const fetched = performance.getEntriesByType('resource').slice(map)
    .filter(({ name }) => name.endsWith('/map'));
  const received = fetched.length ? fetched.at(-1).responseEnd : written;
  return [written - begun, received - begun, shown - begun].map((each) => each / 1000);
}
"""
_LOADED = """
async () => {
  while (!window.argmap?.ready) await new Promise((go) => setTimeout(go, 2));
  return performance.now() / 1000;
}
"""


def write_map(folder: Path, count: int, size: int = 300) -> None:
    """Write a map of so many claims, a tree with a tenth tied across, in files of this size."""
    folder.mkdir()
    chosen = random.Random(5)  # noqa: S311  # a map, not a secret
    below: dict[int, dict[str, list[str]]] = {}
    for number in range(1, count):
        key = "attacked_by" if number % 4 == 0 else "supported_by"
        below.setdefault((number - 1) // 3, {}).setdefault(key, []).append(f"c{number}")
    for _ in range(count // 10):
        low, high = sorted(chosen.sample(range(count), 2))
        names = below.setdefault(low, {}).setdefault("supported_by", [])
        if f"c{high}" not in [name for each in below[low].values() for name in each]:
            names.append(f"c{high}")
    head = "map:\n  title: Measured\n\n"
    for start in range(0, count, size):
        lines = ["claims:"]
        for number in range(start, min(start + size, count)):
            lines += _entry(number, below.get(number, {}))
        text = head * (start == 0) + "\n".join(lines)
        (folder / f"map{start:05}.yaml").write_text(text, encoding="utf-8")


def _entry(number: int, related: dict[str, list[str]]) -> list[str]:
    lines = [f"  c{number}:", f"    text: The claim {number} says something of the old town."]
    lines += [f"    {key}: [{', '.join(names)}]" for key, names in related.items()]
    return [*lines, ""]


@dataclass
class Served:
    """A workbench that runs as a process."""

    process: subprocess.Popen[str]
    address: str

    @property
    def megabytes(self) -> float:
        """The memory that it holds now."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def post(self, connection: HTTPConnection, wish: dict[str, Any]) -> None:
        """Have an edit made, without a browser."""
        parts = urlsplit(self.address)
        cookie = f"argmap-{parts.port}={parse_qs(parts.query)['word'][0]}"
        origin = f"http://{parts.hostname}:{parts.port}"
        head = {"Cookie": cookie, "Origin": origin, "Content-Type": "application/json"}
        connection.request("POST", "/edit", json.dumps(wish), head)
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != 200:  # noqa: PLR2004  # HTTP
            sys.exit(content.decode())


def _start(place: Path) -> Served:
    words = [sys.executable, "-m", "argmap", "serve", str(place), "--no-open"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)  # noqa: S603  # our own
    return Served(process, (process.stdout.readline() if process.stdout else "").strip())


def _label(number: int, before: str | None) -> dict[str, Any]:
    value = {"key": "label", "was": before, "value": f"Name {number}"}
    return {"do": "set", "kind": "claim", "id": "c1", "values": [value]}


def edits(browser: Any, folder: Path, count: int, rounds: int) -> list[float]:  # noqa: ANN401
    """The medians, in seconds: until an edit is written, received, and shown."""
    served = _start(folder)
    try:
        page = browser.new_page(viewport={"width": 1600, "height": 950})
        page.goto(served.address)
        page.evaluate(_LOADED)
        times = []
        for number in range(rounds + 2):  # the first two warm up
            wish = {"do": "add", "text": f"Another thought, {number}.", "kind": "supports"}
            page.wait_for_timeout(max(400, count / 2))  # the answers for single claims are there
            times.append(page.evaluate(_EDIT, wish | {"target": f"c{number}"}))
        page.close()
        return [statistics.median(each) for each in zip(*times[2:], strict=True)]
    finally:
        served.process.kill()


def by_hand(browser: Any, folder: Path, rounds: int) -> float:  # noqa: ANN401
    """The median seconds of the peer: the file edited, `argmap build`, the page loaded anew."""
    first = folder / "map00000.yaml"
    times = []
    page = browser.new_page(viewport={"width": 1600, "height": 950})
    for number in range(rounds):
        more = f"  more-{number}:\n    text: Another thought.\n    supports: [c{number}]\n"
        begun = time.perf_counter()
        first.write_text(first.read_text(encoding="utf-8") + more, encoding="utf-8")
        words = [sys.executable, "-m", "argmap", "build", str(folder), "-o", f"{folder}-out"]
        subprocess.run(words, check=True, capture_output=True)  # noqa: S603  # our own
        page.goto(Path(f"{folder}-out", "argument-map.html").as_uri())
        page.evaluate(_LOADED)
        times.append(time.perf_counter() - begun)
    page.close()
    return statistics.median(times)


def memory(folder: Path, count: int, edits_made: int) -> tuple[float, float]:
    """The megabytes of the server after a tenth of so many edits, and after all of them."""
    write_map(folder, count)
    served = _start(folder)
    try:
        parts = urlsplit(served.address)
        connection = HTTPConnection(parts.hostname or "", parts.port or 0, timeout=60)
        before, early = None, 0.0
        for number in range(edits_made):
            served.post(connection, _label(number, before))
            before = f"Name {number}"
            if number == edits_made // 10:
                early = served.megabytes
        return early, served.megabytes
    finally:
        served.process.kill()


def table(rounds: int, edits_made: int) -> Iterator[str]:
    """The section on the workbench."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # the test extra

    yield "## The workbench: from an edit to the map shown"
    yield ""
    yield (
        f"By the clock, medians of {rounds} edits on a shared machine, in Chromium without a "
        "graphics card; files of 300 claims each, the last row one file. Beside it the same edit "
        "made in the file, `argmap build`, and the page loaded anew."
    )
    yield ""
    yield "| claims | written, s | received, s | shown, s | mark | by hand, s |"
    yield "|---:|---:|---:|---:|---:|---:|"
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        named = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(
            executable_path=named, args=["--no-sandbox", "--disable-gpu"]
        )
        for count, size in ((30, 300), (300, 300), (3_000, 300), (3_000, 3_000)):
            folder = Path(temporary) / f"{count}-{size}"
            write_map(folder, count, size)
            written, received, shown = edits(browser, folder, count, rounds)
            peer = by_hand(browser, folder, max(3, rounds // 2))
            yield (
                f"| {count:,} | {written:.2f} | {received:.2f} | {shown:.2f} "
                f"| {MARKS.get(count, '')} | {peer:.2f} |"
            )
        browser.close()
    with tempfile.TemporaryDirectory() as temporary:
        early, late = memory(Path(temporary) / "map", 300, edits_made)
    yield ""
    yield (
        f"Memory of the server of 300 claims: {early:.0f} MB after {edits_made // 10:,} edits, "
        f"{late:.0f} MB after {edits_made:,}."
    )


if __name__ == "__main__":
    for row in table(int((sys.argv[1:] or ["7"])[0]), int((sys.argv[2:] or ["1000"])[0])):
        print(row, flush=True)  # noqa: T201  # what a script is for
