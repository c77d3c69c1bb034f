"""Denials right behind a quotation: told where it stops before them, and kept in a hint."""

from __future__ import annotations

import pytest

from argmap.documents.cuts import cuts
from argmap.documents.document import document_with_pages
from argmap.documents.formats.table import pages_in
from argmap.documents.quotation import seek
from argmap.model.source import Locator, Source
from tests.documents.test_document import HERE


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [
        ("It follows that the young people cannot vote.", True),
        ("It follows that the young people won\u2019t vote.", True),
        ("It follows that the young people aren't asked.", True),
        ("It follows that the young people no longer vote.", True),
        ("It follows that the young people do vote, not always.", False),
        ("It follows that the young people notice it.", False),
        ("It follows that the young people. Cannot they vote?", False),
    ],
)
def test_a_denial_behind_a_quotation_is_told(text: str, is_cut: bool) -> None:  # noqa: FBT001  # a row
    source = Source("s", document="s.txt")
    document = document_with_pages(text.encode(), pages_in(text.encode(), "s.txt"), source)
    present = seek(document, Locator(HERE, quote="that the young people"))
    assert present.is_found
    assert bool([*cuts(document, present.place)]) == is_cut
    missing = seek(document, Locator(HERE, quote="follows that the young poeple"))
    assert not missing.is_found
    rest = text.partition("people")[2].strip().replace("\u2019", "'")
    assert missing.nearest.endswith(rest) == is_cut
