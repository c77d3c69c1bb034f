"""Draw the pictures of the documentation anew: `make pictures`.

Small maps that a page shows as files become SVG, pages in the browser PNG. Both are committed: the
README and the pages on GitHub show them, and the site is built without a browser.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from argmap.errors import UsageError
from argmap.pipeline import Wanted, build
from tests.docs.pages import DOCS, ROOT, blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

PICTURES = DOCS / "pictures"
SIZE = {"width": 1280, "height": 800}
SHOTS = {
    "page": (ROOT / "claims", ""),
    "what-if": (
        ROOT / "claims",
        "argmap.setStance({reject: ['us-inconsistent']}); argmap.select('must-act-independently')",
    ),
    "whole-map": (ROOT / "claims", "document.getElementById('map-switch')?.click()"),
    "traffic": (DOCS / "gallery" / "traffic", ""),
    "free-will": (DOCS / "gallery" / "free-will", ""),
    "pump": (DOCS / "gallery" / "pump", ""),
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


def take(page: Page, name: str) -> None:
    """Take the picture of a map's page."""
    place, done = SHOTS[name]
    with tempfile.TemporaryDirectory() as temporary:
        built = build(place, Path(temporary), wanted=Wanted(("html",)))
        page.goto(built.paths[0].as_uri())
        page.wait_for_function("window.argmap?.ready")
        if done:
            page.evaluate(done)
        page.wait_for_timeout(1500)  # what moves has come to rest
        page.screenshot(path=PICTURES / f"{name}.png")


def main() -> None:
    """Draw them all."""
    PICTURES.mkdir(exist_ok=True)
    for name, text in small_maps():
        (PICTURES / f"{name}.svg").write_bytes(drawn(text))
    with sync_playwright() as playwright:
        named = shutil.which("chromium") or shutil.which("google-chrome")
        with closing(playwright.chromium.launch(executable_path=named)) as browser:
            page = browser.new_page(viewport=SIZE)
            for name in SHOTS:
                take(page, name)


if __name__ == "__main__":
    main()
