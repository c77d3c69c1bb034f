"""Edits change the entry that they concern, say what is meant, and can be undone."""

from __future__ import annotations

from argmap.editing.applied import applied
from argmap.editing.applying import apply
from tests.editing.random_edits import Case, case_of
from tests.maps import for_all


@for_all(case_of, 400, size=500)
def test_the_new_text_says_what_is_meant(case: Case) -> None:
    edited = apply(case.parsed, case.files, [case.edit])
    meant, now = applied(case.parsed.map, case.edit), edited.parsed.map
    assert now.claims.keys() == meant.claims.keys()
    assert now.relations.keys() == meant.relations.keys()
