# ruff: noqa: INP001  # beside run.py, which calls it
"""The cost of a page: making it, opening it, moving the map; by the page's own clock and frames.

The browser is Chromium without a graphics card, driven by Playwright (the `test` extra).
"""

from __future__ import annotations

import random
import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap

SIZES = (50, 200, 2_000, 10_000)
MARKS = {200: 0.5, 2_000: 1.5, 10_000: 5.0}
"""The limits of the design for the seconds until the first full picture, by number of claims."""

_READY = """
window.readyAt = 0;
const waiting = setInterval(() => {
  if (!window.argmap || !window.argmap.ready) return;
  window.readyAt = performance.now();
  clearInterval(waiting);
}, 4);
"""
_FRAMES = """
new Promise((done) => {
  const map = document.querySelector('#map canvas');
  const { left, top } = map.getBoundingClientRect();
  const at = (x, buttons) => ({
    bubbles: true, cancelable: true, pointerId: 1, isPrimary: true, pointerType: 'mouse',
    button: 0, buttons, clientX: left + 300 + x, clientY: top + 250 + x / 2,
  });
  map.dispatchEvent(new PointerEvent('pointerdown', at(0, 1)));
  const begun = performance.now();
  let frames = 0;
  const step = () => {
    frames += 1;
    const x = 120 * Math.sin(frames / 10);
    map.dispatchEvent(new PointerEvent('pointermove', at(x, 1)));
    if (performance.now() - begun < 2000) requestAnimationFrame(step);
    else {
      map.dispatchEvent(new PointerEvent('pointerup', at(x, 0)));
      done(frames * 1000 / (performance.now() - begun));
    }
  };
  requestAnimationFrame(step);
})
"""
_SLIDER = """
async () => {
  const slider = document.querySelector('#panel [type=range]');
  const times = [];
  for (let step = 0; step < 21; step += 1) {
    slider.value = String(step / 20);
    const begun = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - begun);
  }
  return times.sort((one, other) => one - other)[10];
}
"""
"""The median milliseconds until all has followed a slider, the next frame included."""


def make(claims: int, file: str) -> list[float]:
    """Write the page of a map of so many claims; seconds of work, megabytes of the process."""
    from argmap.analysis.details import details  # noqa: PLC0415  # measured in its own process
    from argmap.analysis.reading_of_map import Reading  # noqa: PLC0415
    from argmap.views.page.page import render_page  # noqa: PLC0415
    from argmap.views.page.payload import Content  # noqa: PLC0415
    from argmap.views.picture.scene_of_map import scene_of  # noqa: PLC0415

    made = map_of(claims)
    begun = time.process_time()
    reading = Reading(made)
    outline, finding = reading.outline, reading.status
    scene = scene_of(made, outline, finding)
    page = render_page(Content(reading, scene, details(reading)))
    spent = time.process_time() - begun
    Path(file).write_text(page, encoding="utf-8", newline="\n")
    return [spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]


def map_of(claims: int) -> ArgumentMap:
    """A tree of reasons and objections, in which a tenth of the claims are used a second time."""
    from argmap.diagnostics import Location  # noqa: PLC0415
    from argmap.model.argument_map import ArgumentMap  # noqa: PLC0415
    from argmap.model.claim import Claim  # noqa: PLC0415
    from argmap.model.relation import Kind, Relation  # noqa: PLC0415

    draw = random.Random(3)  # noqa: S311  # a map, not a secret
    here = Location("generated.yaml", 1, 1)
    steps = {}
    for place in range(1, claims):
        first = place // 4
        target = draw.randrange(first, min(place, first + 3))
        steps[place, target] = Kind.ATTACKS if draw.random() < 0.28 else Kind.SUPPORTS  # noqa: PLR2004
    for _ in range(claims // 10):
        low, high = sorted(draw.sample(range(claims), 2), reverse=True)
        steps.setdefault((low, high), Kind.SUPPORTS)
    relations = {
        f"r{low}-{high}": Relation(f"r{low}-{high}", kind, (f"c{low}",), f"c{high}", here)
        for (low, high), kind in steps.items()
    }
    text = "A claim of a few words that goes on for a line"
    return ArgumentMap({f"c{n}": Claim(f"c{n}", text, here) for n in range(claims)}, relations)


def opened(browser: Any, file: Path) -> tuple[float, float]:  # noqa: ANN401  # Playwright's
    """Seconds until the first full picture, and frames per second while the whole map is moved."""
    page = browser.new_page(viewport={"width": 1600, "height": 950})
    page.add_init_script(_READY)
    page.goto(file.as_uri())
    while not page.evaluate("window.readyAt"):
        page.wait_for_timeout(50)
    ready = page.evaluate("window.readyAt") / 1000
    page.click("#way-whole")
    page.click('[data-depth="null"]')
    page.click("#fit")
    page.wait_for_timeout(1200)
    frames = page.evaluate(_FRAMES)
    page.close()
    return ready, frames


def slid(browser: Any, file: Path) -> float:  # noqa: ANN401  # Playwright's
    """Milliseconds from a step of a credence's slider to the frame that shows what follows."""
    page = browser.new_page(viewport={"width": 1600, "height": 950})
    page.add_init_script(_READY)
    page.goto(f"{file.as_uri()}#view=whole&strengths&c=c0")
    while not page.evaluate("window.readyAt"):
        page.wait_for_timeout(50)
    page.wait_for_timeout(1000)
    step: float = page.evaluate(_SLIDER)
    page.close()
    return step


def table(folder: Path, rounds: int) -> Iterator[str]:
    """The rows of the table, by size of the map.

    Opening and moving are the best of the rounds, as other processes share the machine.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415
    from run import in_process  # noqa: PLC0415

    yield (
        "| claims | made, s | peak MB | page MB | ready, s | mark | frames a second, all seen"
        " | a slider step, ms |"
    )
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|"
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
        for claims in SIZES:
            file = folder / f"{claims}.html"
            seconds, megabytes = in_process("page", claims, str(file))
            seen = [opened(browser, file) for _ in range(rounds)]
            ready, frames = min(ready for ready, _ in seen), max(frames for _, frames in seen)
            step = min(slid(browser, file) for _ in range(rounds))
            size = file.stat().st_size / 1e6
            yield (
                f"| {claims:,} | {seconds:.2f} | {megabytes:.0f} | {size:.1f} | {ready:.2f}"
                f" | {MARKS.get(claims, '')} | {frames:.0f} | {step:.0f} |"
            )
        browser.close()


def chromium() -> str | None:
    """The Chromium on the PATH, or None for the one that Playwright has installed."""
    import os  # noqa: PLC0415
    import shutil  # noqa: PLC0415

    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("ARGMAP_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
