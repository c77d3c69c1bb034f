"""Hostile words in a map and its document are shown as words; nothing of them is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from argmap.views.page.page import render_page
from tests.serving.servers import ended, start
from tests.views.samples import content_of, voting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.serving.browser.conftest import Bench
    from tests.serving.servers import Running

pytestmark = pytest.mark.browser

TEXTS = {
    "markup": "<img src=x onerror=alert(1)><b>Bold</b> &amp; <script>alert(2)</script>",
    "end-of-script": "</script></textarea></template><script>alert(3)</script>",
    "right-to-left": "\u0627\u0644\u0645 \u202eabc\u202c \u05e2\u05d9\u05e8",
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f3f4 zalgo Z\u0351\u036b\u0343",
    "long": "word " * 1999 + "end.",
    "unbroken": "W" * 3000,
    "__proto__": "The prototype of all objects.",
    "constructor": "The constructor of all objects.",
    "templates": "{{ 7 * 7 }} ${alert(4)} %s `x` \\u0022",
}
DOCUMENT = """<!doctype html><html><head><title>t</title><script>window.hacked = 1</script>
<meta http-equiv="refresh" content="0;url=http://example.invalid/">
<link rel=stylesheet href="http://example.invalid/x.css"></head><body onload="window.hacked = 2">
<p>The first paragraph <img src="http://example.invalid/x.png" onerror="window.hacked = 3"> says
so.</p><p>&lt;script&gt;window.hacked = 4&lt;/script&gt; is shown as words.</p>
<iframe src="http://example.invalid/"></iframe><form action="http://example.invalid/"></form>
</body></html>
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Running]:
    """The workbench of a map full of hostile words."""
    folder = tmp_path / "hostile"
    (folder / "texts").mkdir(parents=True)
    claims = {id_: {"text": text, "supported_by": []} for id_, text in TEXTS.items()
              if not id_.startswith("__")}  # fmt: skip
    claims["markup"]["supported_by"] = [id_ for id_ in claims if id_ != "markup"]
    claims["markup"]["label"] = "<i>label</i>"
    claims["emoji"] |= {"quote": "The first paragraph", "section": "<u>part</u>", "tags": ["<s>"]}
    whole = {
        "map": {
            "title": "<script>alert(5)</script>",
            "question": "</title>?",
            "documents": "texts",
        },
        "source": {"id": "page", "title": "<b>Page</b>", "document": "page.html"},
        "claims": claims,
    }
    (folder / "map.yaml").write_text(yaml.safe_dump(whole), encoding="utf-8")
    (folder / "texts" / "page.html").write_text(DOCUMENT, encoding="utf-8")
    yield from ended(start(folder))


def test_hostile_words_are_words(hostile: Running, open_bench: Callable[..., Bench]) -> None:
    bench = open_bench(hostile, reduced_motion="reduce")
    page = bench.page
    page.evaluate("void (window.alert = () => { window.hacked = 5; })")
    assert page.title() == "<script>alert(5)</script>"
    for id_, text in TEXTS.items():
        if id_.startswith("__"):
            continue
        page.evaluate("id => argmap.select(id)", id_)
        bench.wait_until("document.querySelector('#panel .edits')")
        legible = text.strip().replace("\u202e", "\ufffd").replace("\u202c", "\ufffd")
        assert page.locator("#panel .text").first.text_content() == legible
        page.click("[data-act=change]")
        assert page.input_value("#form textarea >> nth=0") == text.strip()
        page.keyboard.press("Escape")
    assert "<script>window.hacked = 4</script> is shown" in page.inner_text("#doc-text")
    for switch in ("problems-switch", "keys-switch"):
        page.click(f"#{switch}")
    inside = "script:not(.page-data), iframe, img, form:not(.form-rows), link, base"
    known = "document.body.querySelectorAll('script').length"
    assert (
        page.locator(f"#doc :is({inside}), #panel :is({inside}), #form :is({inside})").count() == 0
    )
    assert page.evaluate(known) <= 5
    assert page.evaluate("window.hacked") is None


def test_hostile_words_are_written_and_shown_as_typed(
    served: Running, open_bench: Callable[..., Bench]
) -> None:
    bench = open_bench(served)
    page = bench.page
    for text in TEXTS.values():
        page.click("#add-claim")
        page.fill("#form textarea", text)
        page.click("#form button[type=submit]")
        bench.wait_until("!document.getElementById('form').open", 30)
    bench.wait_for_state()
    shown = {claim["text"] for claim in served.shown["map"]["edit"]["claims"].values()}
    assert {" ".join(text.split()) for text in TEXTS.values()} <= shown


def test_an_id_that_every_object_has_is_no_claim(served: Running) -> None:
    for id_ in ("__proto__", "constructor", "toString"):
        assert served.edit(do="remove", kind="claim", id=id_).status == 422
        assert served.edit(do="rename", kind="claim", id="quiet", new=id_).status in {200, 422}
        served.ask("/undo", {})
        assert served.ask(f"/document/{id_}").status == 404


def policy_of(text: str) -> dict[str, set[str]]:
    """The directives of a policy."""
    parts = [each.split() for each in text.split(";") if each.strip()]
    return {name: set(values) for name, *values in parts}


def test_the_policy_allows_its_own_server_and_nothing_else_more(served: Running) -> None:
    headers = {name.lower(): value for name, value in served.ask("/").headers.items()}
    ours = policy_of(headers["content-security-policy"])
    page = render_page(content_of(voting()))
    built = policy_of(page.partition('http-equiv="Content-Security-Policy" content="')[2]
                      .partition('"')[0].replace("&#39;", "'"))  # fmt: skip
    assert built, "the built page has a policy"
    assert ours.pop("connect-src") == {"'self'"}
    assert ours.pop("frame-ancestors") == {"'none'"}
    assert ours.keys() == built.keys()
    for name, values in ours.items():
        hashes = {value for value in values if value.startswith("'sha256-")}
        built_hashes = {value for value in built[name] if value.startswith("'sha256-")}
        assert values - hashes == built[name] - built_hashes
