"""Files that were kept from an earlier reading, and what is read with them."""

from __future__ import annotations

from argmap.editing.applying import apply
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.kept import Kept
from argmap.reading.reader import read_files
from tests.editing.random_edits import FILE, Case, case_of
from tests.maps import for_all

OTHER = ClaimFile("1.yaml", "claims:\n  one-more: {text: Another claim., restates: nowhere}\n")


@for_all(case_of, 60, size=500)
def test_what_is_kept_changes_nothing(case: Case) -> None:
    kept = Kept()
    result = apply(case.parsed, case.files, [case.edit], kept=kept)
    after = {file.name: file.after for file in result.files}.get(FILE, case.text)
    for text in (case.text, after, after, "claims: [\n", case.text):
        files = ClaimFiles((ClaimFile(FILE, text), OTHER), ())
        assert read_files(files, "", kept=kept) == read_files(files, "")
