"""Texts as the page keeps them: each block once, claims as links, whatever an author wrote."""

from __future__ import annotations

import pytest

from argmap.graph.outline import outline
from argmap.views.page.sheets import Sheets
from argmap.views.sheets.document import NewSheet, code, head, item, para, strong
from argmap.views.words.sentences import Teller
from tests.views.samples import argument_map


def sheets() -> tuple[Sheets, Teller]:
    example = argument_map({"top": "The “top” claim.", "low": "1 “Low”"}, ["low + top"])
    tell = Teller(example, outline(example))
    return Sheets(tell, {"top": 0, "low": 1}), tell


def test_what_two_texts_say_is_kept_once() -> None:
    store, _ = sheets()
    assert store.written([head(1, "Title"), para("Words")]) == [0, 1]
    assert store.written([para("Words"), item(0, "Words")]) == [1, 2]
    assert store.store == [["h2", "Title"], ["p", "Words"], [0, "Words"]]


def test_claims_are_named_by_their_places() -> None:
    store, tell = sheets()
    top, low = tell.name("top"), tell.name("low")
    store.written(
        [
            para(f"If {top} and {low} ({low}), not 7 “seven”", strong("1.1"), strong(f"{top}")),
            para(strong("1.12"), " 1.1 “Lo", code("argmap brief 1.1")),
        ]
    )
    assert store.store == [
        ["p", "If ", 0, " and ", 1, " (", 1, "), not 7 “seven”", ["number", 1], ["strong", 0]],
        ["p", ["strong", "1.12"], " 1.1 “Lo", ["code", "argmap brief 1.1"]],
    ]


def test_a_table_is_refused() -> None:
    store, _ = sheets()
    with pytest.raises(TypeError, match="the page has no NewSheet"):
        store.written([NewSheet()])
