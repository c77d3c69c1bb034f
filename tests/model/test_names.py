"""Names of people: which spellings are one person, and which only look like an author."""

from __future__ import annotations

import pytest

from argmap.checks.authorship import nearly_authors, one_person_twice
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.source import Source

SOURCE = Source("s", authors=("Prof. Dr. Anke Weber", "Jonas M\u00fcller", "Elif Y\u0131ld\u0131z"))
AUTHORS = {
    # a speaker: the author who is meant without doubt, or with a warning
    "Anke Weber": ("Prof. Dr. Anke Weber", None),
    "WEBER, Dr. Anke": ("Prof. Dr. Anke Weber", None),
    "Frau Elif Yildiz": ("Elif Y\u0131ld\u0131z", None),
    "Jonas Muller": ("Jonas M\u00fcller", None),
    "Dr. Weber": (None, "Prof. Dr. Anke Weber"),
    "Herr M\u00fcller": (None, "Jonas M\u00fcller"),
    "J. M\u00fcller": (None, "Jonas M\u00fcller"),
    "K. M\u00fcller": (None, None),
    "Karla M\u00fcller": (None, None),
    "Drew Weber": (None, None),
    "The tenants": (None, None),
}


@pytest.mark.parametrize(("speaker", "meant"), AUTHORS.items())
def test_an_author_is_known_by_her_name_and_guessed_from_parts_of_it(
    speaker: str, meant: tuple[str | None, str | None]
) -> None:
    claim = Claim("a", "It is so.", source="s", speaker=speaker)
    hints = [problem.hint for problem in nearly_authors(ArgumentMap.of([claim], sources=[SOURCE]))]
    known, guessed = meant
    assert SOURCE.author_called(speaker) == known
    assert hints == ([f"did you mean the author `{guessed}`?"] if guessed else [])


def test_authors_who_differ_in_marks_alone_stay_two() -> None:
    twins = Source("s", authors=("Zoe Martin", "Zo\u00eb Martin"))
    assert [twins.author_called(name) for name in twins.authors] == list(twins.authors)
    assert twins.author_called("Dr. Zo\u00e8 Martin") is None


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("Zo\u00eb Martin", "Dr. Zoe Martin", "Zoe Martin"), 2),
        (("Zoe Martin", "Zoe Martins", "Martin, Zoe"), 0),
        (("Elif Yildiz", "Elif Y\u0131ld\u0131z"), 0),
    ],
)
def test_one_person_under_two_names_is_noted(names: tuple[str, ...], count: int) -> None:
    """An author of the source is known in every spelling, so she is nobody else there."""
    claims = [Claim(f"c{at}", "So.", source="s", speaker=name) for at, name in enumerate(names)]
    noted = list(one_person_twice(ArgumentMap.of(claims, sources=[SOURCE])))
    assert [problem.code for problem in noted] == ["AM514"] * count
