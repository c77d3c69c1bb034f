"""The edits of a session are undone and done again exactly, or not at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.editing.formatting import Rewritten
from argmap.serving.history import PastEdit

TEXTS = st.text("ab\n", max_size=12)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3), TEXTS)
def test_an_edit_is_undone_and_done_again(pairs: list[tuple[str, str]], other: str) -> None:
    files = [Rewritten(f"{at}.yaml", before, after) for at, (before, after) in enumerate(pairs)]
    past = PastEdit.of("An edit.", files)
    before = {file.name: file.before for file in files}
    after = {file.name: file.after for file in files}
    assert past.back(after) == tuple(file.undone for file in files)
    assert past.again(before) == tuple(files)
    changed = {**after, files[0].name: other}
    if other != files[0].after:
        assert past.back(changed) is None
    assert past.back({}) is None


@given(TEXTS)
def test_a_new_file_is_taken_away_and_put_back(text: str) -> None:
    new = Rewritten("new.yaml", "", text, was_there=False)
    past = PastEdit.of("A file.", [new])
    [gone] = past.back({"new.yaml": text}) or ()
    assert not gone.is_there
    assert past.again({}) == (new,)
    assert past.again({"new.yaml": text}) is None


def test_an_edit_is_undone_where_all_around_it_stayed() -> None:
    around = "".join(f"line {number} of the file\n" for number in range(20))
    before, after = around, around.replace("line 9 ", "line nine ")
    past = PastEdit.of("An edit.", [Rewritten("a.yaml", before, after)])
    elsewhere = "# a word at the top\n" + after.replace("line 19 ", "line 20 ")
    [back] = past.back({"a.yaml": elsewhere}) or ()
    assert back.after == elsewhere.replace("line nine ", "line 9 ")
    assert past.back({"a.yaml": elsewhere.replace("line nine", "line IX")}) is None
    assert past.back({"a.yaml": after + after}) is None
