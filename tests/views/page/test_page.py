"""The text of the page: its policy, its bytes, and its data, which stay data."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.api import status
from argmap.views.page.bundle import bundle
from argmap.views.page.page import ENTRY, STYLES, render_page, script_text
from argmap.views.page.payload import safe_url
from argmap.views.page.room_page import ENTRY as ROOM
from argmap.views.page.served import LEADER, LEADER_STYLES, WORKBENCH, WORKBENCH_STYLES
from tests.views.samples import content_of, hostile, voting

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap


def page(map_: ArgumentMap) -> str:
    return render_page(content_of(map_))


class Elements(HTMLParser):
    """The scripts, styles, attributes and policy of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.inside: tuple[str, str] | None = None
        self.elements: list[tuple[str, str, str]] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.policy = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep attributes, and begin a script or style."""
        self.attributes += [(tag, name, value) for name, value in attrs]
        if dict(attrs).get("http-equiv") == "Content-Security-Policy":
            self.policy = dict(attrs).get("content") or ""
        if tag in {"script", "style"}:
            self.inside = (tag, dict(attrs).get("type") or "")
            self.elements.append((*self.inside, ""))

    def handle_endtag(self, tag: str) -> None:
        """End a script or style."""
        if self.inside and tag == self.inside[0]:
            self.inside = None

    def handle_data(self, data: str) -> None:
        """Keep what a script or style holds."""
        if self.inside:
            tag, kind, text = self.elements[-1]
            self.elements[-1] = (tag, kind, text + data)


@pytest.fixture(scope="module", params=[voting, hostile])
def elements(request: pytest.FixtureRequest) -> Elements:
    return Elements(page(request.param()))


def test_the_policy_is_exactly_what_was_promised(elements: Elements) -> None:
    digest = r"'sha256-[A-Za-z0-9+/=]{44}'"
    assert re.fullmatch(
        rf"default-src 'none'; script-src {digest} {digest}; style-src {digest}; font-src data:;"
        r" img-src data: blob:; base-uri 'none'; form-action 'none'",
        elements.policy,
    )


def test_its_hashes_are_those_of_the_bytes_in_the_page(elements: Elements) -> None:
    run = [text for _, kind, text in elements.elements if kind != "application/json"]
    assert len(run) == 3
    for text in run:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in elements.policy
        assert "\r" not in text


def test_no_element_styles_itself_or_runs_anything(elements: Elements) -> None:
    names = {name for _, name, _ in elements.attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}
    for tag, name, value in elements.attributes:
        if name in {"src", "href"} and value is not None:
            assert (tag, value.split(":")[0]) in {("a", "https"), ("link", "data")}
        if tag == "a" and name == "rel":
            assert value == "noopener noreferrer"


def test_data_is_in_blocks_that_no_text_can_leave(elements: Elements) -> None:
    blocks = [text for _, kind, text in elements.elements if kind == "application/json"]
    assert len(blocks) == 2
    assert not set("<>&\u2028\u2029") & set("".join(blocks))
    data = json.loads(blocks[0])
    assert {"title", "claims", "relations", "nodes", "edges"} <= data.keys()
    assert {"rests", "steps", "briefs"} <= json.loads(blocks[1]).keys()


def test_its_labels_are_the_findings() -> None:
    map_ = voting()
    data = json.loads(Elements(page(map_)).elements[-4][2])
    expected = {name: str(finding.label) for name, finding in status(map_).claims.items()}
    assert {claim["id"]: claim["label"] for claim in data["claims"]} == expected


def test_the_same_map_gives_the_same_bytes() -> None:
    assert page(voting()) == page(voting())


def test_every_part_is_a_short_file_that_is_used() -> None:
    folder = Path(str(files("argmap.views.page").joinpath("web")))
    used: set[str] = set()

    def read(path: str) -> str:
        used.add(path)
        return script_text(path)

    for entry in (ENTRY, WORKBENCH, LEADER, ROOM):
        bundle(entry, read)
    assert sorted(used) == sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*.js")
    )
    assert all(script_text(path).count("\n") < 300 for path in used)
    assert {path.name for path in folder.rglob("*.css")} == {
        *(*STYLES, *WORKBENCH_STYLES, *LEADER_STYLES, "room.css")
    }


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c", True),
        (" http://example.org", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("file:///etc/passwd", False),
        ("http://[", False),
        (None, False),
    ],
)
def test_only_web_and_mail_addresses_become_links(url: str | None, *, kept: bool) -> None:
    assert (safe_url(url) is not None) is kept
