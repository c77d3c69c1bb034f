"""Draw the pictures of the documentation anew: `make pictures`.

Small maps that a page shows as files become SVG, pages in the browser PNG. Both are committed: the
README and the pages on GitHub show them, and the site is built without a browser.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import ViewportSize, sync_playwright

from argmap.errors import UsageError
from argmap.pipeline import Wanted, build
from tests.docs.pages import DOCS, ROOT, blocks_of, commands_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

PICTURES = DOCS / "pictures"
SIZE = ViewportSize(width=1280, height=800)
WIDE = ViewportSize(width=1440, height=860)
WIDEST = ViewportSize(width=1640, height=860)
SHEET = ViewportSize(width=794, height=900)
PHONE = ViewportSize(width=390, height=700)
_WHOLE = """
[...document.querySelectorAll('button')].find((each) => each.textContent === 'Whole map').click();
document.querySelector('[data-depth="null"]').click();
"""
SHOTS = {
    "page": (ROOT / "claims", ""),
    "what-if": (
        ROOT / "claims",
        "argmap.setStance({reject: ['us-inconsistent']}); argmap.select('must-act-independently')",
    ),
    "traffic": (DOCS / "gallery" / "traffic", ""),
    "free-will": (DOCS / "gallery" / "free-will", _WHOLE),
    "pump": (DOCS / "gallery" / "pump", _WHOLE),
}
"""The pages in the browser: a map, and what is done on its page before the picture is taken."""


def small_maps() -> Iterator[tuple[str, str]]:
    """The maps that pages show as files and as pictures: the name of the picture, and the text."""
    for path in sorted(DOCS.rglob("*.md")):
        page = path.read_text(encoding="utf-8")
        files = {block.file: block.text for block in blocks_of(page) if block.file is not None}
        for name in re.findall(r"\]\((?:\.\./)*pictures/([\w-]+)\.svg\)", page):
            if f"{name}.yaml" not in files:
                raise UsageError(f"{path.name} shows {name}.svg, and has no file {name}.yaml")
            yield name, files[f"{name}.yaml"]


def drawn(text: str) -> bytes:
    """The picture of a map that is one file."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary, "map.yaml")
        place.write_text(text, encoding="utf-8")
        built = build(place, Path(temporary, "out"), wanted=Wanted(("svg",)))
        return built.paths[0].read_bytes()


def wait_for_map(page: Page) -> None:
    """Wait until the map is drawn; Playwright's own way needs what the page's policy forbids."""
    while not page.evaluate("window.argmap?.ready"):
        page.wait_for_timeout(50)


def take(page: Page, name: str, place: Path, done: str) -> None:
    """Take the picture of a map's page, once something is done on it."""
    with tempfile.TemporaryDirectory() as temporary:
        built = build(place, Path(temporary), wanted=Wanted(("html",)))
        page.set_viewport_size(WIDEST if done == _WHOLE else SIZE)
        page.goto(built.paths[0].as_uri())
        wait_for_map(page)
        if done:
            page.evaluate(done)
        page.wait_for_timeout(2000)  # what moves has come to rest
        page.screenshot(path=PICTURES / f"{name}.png")


@contextmanager
def school() -> Iterator[Path]:
    """The map of the tutorial, made by following it."""
    with tempfile.TemporaryDirectory() as temporary:
        for block in blocks_of((DOCS / "tutorial.md").read_text(encoding="utf-8")):
            if block.file is not None:
                place = Path(temporary, block.file)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(block.text, encoding="utf-8")
            for command in commands_of(block) if block.kind == "sh" else ():
                if command.words[0] == "add":
                    argmap(temporary, *command.words)
        yield Path(temporary, "school")


def argmap(folder: str, *words: str) -> None:
    """Run a command in a folder."""
    words = (sys.executable, "-m", "argmap", *words)
    subprocess.run(words, cwd=folder, check=True, capture_output=True)


@contextmanager
def served(place: Path, *more: str) -> Iterator[list[str]]:
    """The addresses of a workbench: that of the browser, and what is printed of a room."""
    words = [sys.executable, "-m", "argmap", "serve", str(place), "--no-open", *more]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield [process.stdout.readline().strip() for _ in range(1 + bool(more))]
        finally:
            process.terminate()


def take_brief(page: Page, place: Path) -> None:
    """Take the picture of the sheet for one side, as it is printed."""
    words = (sys.executable, "-m", "argmap", "brief", str(place), "--side", "for")
    done = subprocess.run((*words, "--format", "html"), check=True, capture_output=True)
    sheet = place.parent / "brief.html"
    sheet.write_bytes(done.stdout)
    page.set_viewport_size(SHEET)
    page.goto(sheet.as_uri())
    page.wait_for_timeout(300)
    page.screenshot(path=PICTURES / "brief.png")


def take_workbench(page: Page, place: Path) -> None:
    """Take the picture of the workbench with the map of the tutorial."""
    with served(place) as [address]:
        page.set_viewport_size(WIDE)
        page.goto(address)
        wait_for_map(page)
        page.evaluate("argmap.select('too-little-sleep')")
        page.wait_for_timeout(2500)
        page.screenshot(path=PICTURES / "workbench.png")


def take_room(page: Page, phone: Page, place: Path) -> None:
    """Take the pictures of the wall and of a phone while a question is put to the room."""
    with served(place, "--room") as [address, room]:
        page.set_viewport_size(SIZE)
        page.goto(address)
        wait_for_map(page)
        page.evaluate("argmap.select('buses-elsewhere')")
        phone.goto(room.split()[1])
        phone.fill("input >> nth=0", room.split()[-1])
        phone.click("button >> text=Come in")
        page.click("text=Ask this")
        phone.wait_for_timeout(2000)
        page.screenshot(path=PICTURES / "wall.png")
        phone.screenshot(path=PICTURES / "phone.png")


def main() -> None:
    """Draw them all."""
    PICTURES.mkdir(exist_ok=True)
    os.environ.pop("ARGMAP_DOCUMENTS", None)  # each map has documents of its own, or none
    for name, text in small_maps():
        (PICTURES / f"{name}.svg").write_bytes(drawn(text))
    named = shutil.which("chromium") or shutil.which("google-chrome")
    arguments = ["--no-sandbox"]  # where it runs as root, as in a container
    with sync_playwright() as playwright, school() as place:
        browser = playwright.chromium.launch(executable_path=named, args=arguments)
        page = browser.new_page(viewport=SIZE)
        for name, (of, done) in (SHOTS | {"school": (place, _WHOLE)}).items():
            take(page, name, of, done)
        take_brief(page, place)
        take_workbench(page, place)
        take_room(page, browser.new_page(viewport=PHONE), place)
        browser.close()


if __name__ == "__main__":
    main()
