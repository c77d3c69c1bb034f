"""Differences between libyaml and YAML 1.2 lose nothing in silence.

The cases are those of the YAML test suite that came out otherwise, made small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from yaml.loader import SafeLoader

from argmap.reading import tree_builder
from argmap.reading.yaml_tree import Tree, parse
from tests.reading.test_bad_files import BAD
from tests.reading.test_unquoted_texts import FORMS, PASTED

if TYPE_CHECKING:
    from collections.abc import Iterator

DOUBTED = {
    "a comment behind a comma": ("a: [b,#c\n]", "AM152", 1, 7),
    "a comment behind a bracket": ("a: [b]#c\n", "AM152", 1, 7),
    "a comment behind a brace": ("a: {b: c}#d\n", "AM152", 1, 10),
    "a comment behind a closing quotation mark": ("a: b\nc: 'd'#e\n", "AM152", 2, 7),
    "a question mark that libyaml drops": ("{?a: b}\n", "AM154", 1, 3),
    "one in a list": ("[a, ?b]\n", "AM154", 1, 6),
}
SOUND = {
    "a comment behind a blank": "a: [b, #c\n]  #d\n",
    "a comment with a comment in it": "# see 'b'#c and [d]#e\na: 'b'\n",
    "signs in quotes": "a: 'b]#c,#d'\ne: \"f]#g\"\n",
    "signs in text": "a: b,#c\nd: e]#f\n",
    "signs in a block": "a: |\n  b]#c\n  'd'#e\n# f\ng: '#h'\n",
    "a complex key": "{? a : b, c: d}\n",
}
REFUSED = {
    "text that opens with a colon": ("a: [:b]\n", 1, 5, "opens with a sign", "in quotes"),
    "a colon on the next line": ("{a\n: b}\n", 2, 1, "no key before it", "on one line"),
    "a colon at the end of a text": ("{a: b:}\n", 1, 6, "belongs to no key", "in quotes"),
    "a colon without a key": (": a\n", 1, 1, "no key before it", "on one line"),
    "a directive": ("%FOO bar\n---\na: b\n", 1, 5, "opens with `%`", "delete the line"),
    "a later YAML": ("%YAML 1.3\n---\na: b\n", 1, 1, "version of YAML", "delete this line"),
    "a tab behind a dash": ("a:\n  -\tb: c\n", 2, 4, "a tab stands", "spaces in its place"),
    "a tab on an empty line": ("a: b\n\t\nc: d\n", 2, 1, "a tab stands", "if the line is empty"),
    "text behind a bracket": ("a: [sic] b\n", 1, 10, "after a `]`", "if it is text"),
    "text behind a brace": ("a: {b: c} d\n", 1, 11, "after a `}`", "if it is text"),
    "the same in braces": ("{a: [sic] b}\n", 1, 11, "after a `]`", "if it is text"),
}


@pytest.mark.parametrize("name", DOUBTED)
def test_texts_that_libyaml_would_lose_are_reported(name: str) -> None:
    text, code, line, column = DOUBTED[name]
    places = [
        (diagnostic.code, diagnostic.location.line, diagnostic.location.column)
        for diagnostic in parse(text, "a").diagnostics
    ]
    assert (code, line, column) in places


@pytest.mark.parametrize("name", SOUND)
def test_correct_texts_are_not_reported(name: str) -> None:
    assert parse(SOUND[name], "a").diagnostics == ()


@pytest.mark.parametrize("name", REFUSED)
def test_texts_that_libyaml_refuses_are_reported_in_words_that_help(name: str) -> None:
    text, line, column, message, hint = REFUSED[name]
    diagnostic = parse(text, "a").diagnostics[-1]
    assert diagnostic.code in ("AM102", "AM103")
    assert (diagnostic.location.line, diagnostic.location.column) == (line, column)
    assert message in diagnostic.message
    assert hint in diagnostic.hint


def _texts() -> Iterator[str]:
    yield from (form.format(text) for form in FORMS.values() for text in PASTED)
    for content, *_ in BAD.values():
        if isinstance(content, str) and len(content) < 100_000:
            yield content


def test_without_libyaml_a_file_is_read_the_same_or_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [*_texts(), *(text for text, *_ in DOUBTED.values()), *SOUND.values()]
    usual = [parse(text, "a") for text in texts]
    monkeypatch.setattr(tree_builder, "EventParser", SafeLoader)
    refused = 0
    for text, fast in zip(texts, usual, strict=True):
        slow: Tree = parse(text, "a")
        refused += fast.complete and not slow.complete
        assert not (slow.complete and fast.complete) or slow.root == fast.root, text
        assert fast.complete or not slow.complete, text
    assert refused < 10, "a question mark in braces is all that it cannot read"
