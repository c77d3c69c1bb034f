# ruff: noqa: INP001  # Sphinx reads it by its place
"""The documentation site: the Markdown pages of this folder, and the Python API from docstrings.

`make docs` builds it into build/site, with each map of the gallery as a page to be used there.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import argmap
from argmap.pipeline import Wanted

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent
GALLERY = HERE / "gallery"
LISTS = {"diagnostics/README", "formats/README", "gallery/README"}
"""The pages that list all others of their folder; on GitHub a table or a list does it."""

FROM_THE_TOP = {
    "changelog": "CHANGELOG.md",
    "contributing": "CONTRIBUTING.md",
    "security": "SECURITY.md",
}
"""The pages that are files at the top of the repository."""

project = "argmap"
author = "The argmap authors"
copyright = f"2026, {author}"  # noqa: A001  # the name that Sphinx reads
version = release = argmap.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["gallery/*/*"]  # the texts of the maps
myst_heading_anchors = 4

default_role = "code"  # in docstrings a name stands between single backticks
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_format = "short"

suppress_warnings = ["misc.highlighting_failure"]  # Argdown and others are shown without colours

html_theme = "furo"
html_title = "argmap"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = html_show_sourcelink = False
html_show_search_summary = False  # a page that is opened from the disk may not fetch the others
pygments_style, pygments_dark_style = "a11y-high-contrast-light", "a11y-high-contrast-dark"


def draw_maps(app: Sphinx, fault: Exception | None) -> None:
    """Make the page of each map of the gallery, where its own page links to it."""
    if fault is None and app.builder.name == "html":
        for folder in sorted(each for each in GALLERY.iterdir() if each.is_dir()):
            argmap.build(folder, Path(app.outdir, "gallery", folder.name), wanted=Wanted(("html",)))


def take_up(_: Sphinx, name: str, source: list[str]) -> None:
    """Make of a page for GitHub one of the site.

    One that lists the others of its folder leads to them in the site's own list too; what lies at
    the top of the repository is taken from there; a page of the gallery leads to its map, which is
    drawn here only; marks in HTML become marks that links find.
    """
    if name in FROM_THE_TOP:
        source[0] = (HERE.parent / FROM_THE_TOP[name]).read_text(encoding="utf-8")
        for page, file in FROM_THE_TOP.items():
            source[0] = source[0].replace(f"]({file})", f"]({page}.md)")
        source[0] = source[0].replace("](docs/", "](")
    if name in LISTS:
        source[0] += "\n```{toctree}\n:hidden:\n:glob:\n\n[!R]*\n```\n"
    if (GALLERY / Path(name).name).is_dir() and name.startswith("gallery/"):
        page = f"{Path(name).name}/argument-map.html"
        link = f'<p><a href="{page}">Open this map</a>, and try out what you reject.</p>'
        source[0] = re.sub(
            r"^(!\[.*\)\n)", rf"\1\n{link}\n", source[0], count=1, flags=re.MULTILINE
        )
    source[0] = re.sub(r'<a id="([\w-]+)"></a>\n', r"(\1)=\n", source[0])


AMENDED = {
    'role="heading"': 'role="heading" aria-level="2"',
    '<aside class="sidebar-drawer"': '<aside aria-label="All pages" class="sidebar-drawer"',
    '<aside class="toc-drawer': '<aside aria-label="This page" class="toc-drawer',
    "<pre>": '<pre tabindex="0">',  # keys can scroll it
    '<div id="search-results">': '<h1>Search</h1>\n<div id="search-results">',
}
"""What the theme leaves out, and readers of screens and users of keys need."""


def amend(app: Sphinx, fault: Exception | None) -> None:
    """Put in what the theme leaves out."""
    if fault is None and app.builder.name == "html":
        for page in Path(app.outdir).rglob("*.html"):
            text = page.read_text(encoding="utf-8")
            for old, new in AMENDED.items():
                text = text if new in text else text.replace(old, new)
            page.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Lead to every page, and finish them and the maps when all else is made."""
    app.connect("source-read", take_up)
    app.connect("build-finished", amend, priority=400)  # before the maps, which need nothing
    app.connect("build-finished", draw_maps)
