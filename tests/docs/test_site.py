"""The documentation as a site: it builds without a warning, holds together, and works offline."""

from __future__ import annotations

import importlib
import subprocess
import sys
from html.parser import HTMLParser
from itertools import product
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urlsplit

import pytest

from tests.docs.pages import DOCS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser

    Scheme = Literal["light", "dark"]

LOOKED_AT = (
    "index",
    "install",
    "tutorial",
    "gallery/README",
    "gallery/traffic",
    "preparing",
    "how-to/notebook",
    "explanation/what-stands",
    "commands",
    "format",
    "reference/python",
    "diagnostics/AM403",
    "search",
)
"""The pages that are opened: one of each kind."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` builds it."""
    place = tmp_path_factory.mktemp("site")
    options = ("--fail-on-warning", "--keep-going", "-q", "-b", "html")
    words = (sys.executable, "-m", "sphinx", *options, "-d", place / "read", DOCS, place / "html")
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return place / "html"


class Parts(HTMLParser):
    """The marks of a page that can be linked to, and the addresses that it names."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.marks: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take up what an element names."""
        names = dict(attrs)
        self.marks |= {names[key] or "" for key in ("id", "name") if key in names}
        if tag in {"a", "img", "script", "link"}:
            self.addresses += [names[key] or "" for key in ("href", "src") if key in names]


def test_every_address_within_the_site_leads_somewhere(site: Path) -> None:
    maps = {*site.glob("gallery/*/argument-map.html")}
    pages = {page: Parts(page) for page in sorted({*site.rglob("*.html")} - maps)}
    lost = [
        f"{page.relative_to(site)}: {address}"
        for page, parts in pages.items()
        for address in parts.addresses
        if not leads_somewhere(address, page, pages)
    ]
    assert len(pages) > 100
    assert not lost, "\n".join(lost)


def leads_somewhere(address: str, page: Path, pages: Mapping[Path, Parts]) -> bool:
    """Whether an address is that of another site, or of a file and a mark that is there."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return True
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    mark = unquote(parts.fragment)
    return target.is_file() and (not mark or target not in pages or mark in pages[target].marks)


def test_each_map_of_the_gallery_is_there_to_be_used(site: Path) -> None:
    maps = sorted(folder.name for folder in (DOCS / "gallery").iterdir() if folder.is_dir())
    assert len(maps) == 3
    for name in maps:
        assert (site / "gallery" / name / "argument-map.html").is_file()
        assert f'href="{name}/argument-map.html"' in (site / "gallery" / f"{name}.html").read_text(
            encoding="utf-8"
        )


@pytest.mark.browser
def test_its_pages_ask_nobody_and_can_be_used_by_all(site: Path, browser: Browser) -> None:
    assert_usable(site, browser, LOOKED_AT[::4], ("light", "dark"))


@pytest.mark.browser
@pytest.mark.long
def test_so_can_pages_of_every_kind(site: Path, browser: Browser) -> None:
    assert_usable(site, browser, LOOKED_AT, ("light", "dark"))


def assert_usable(
    site: Path, browser: Browser, names: Iterable[str], schemes: Iterable[Scheme]
) -> None:
    """These pages ask nobody for anything, and axe finds nothing in them."""
    axe = importlib.import_module("axe_playwright_python.sync_playwright").Axe()
    requests: list[str] = []
    violations = {}
    for name, scheme in product(names, schemes):
        page = browser.new_page(color_scheme=scheme)
        page.on("request", lambda request: requests.append(request.url))
        page.goto((site / f"{name}.html").as_uri())
        report = axe.run(page)
        if report.violations_count:
            violations[name, scheme] = report.generate_report()
        page.close()
    assert not violations, violations
    assert not [address for address in requests if not address.startswith(("file:", "data:"))]
