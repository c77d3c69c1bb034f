"""Restatements without conflict: what is kept can stand in one map, and what is refused cannot."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.restatements import without_conflict
from argmap.model.relation import Relation

NAMES = st.sampled_from("abcdefgh")
PAIRS = st.lists(st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] != pair[1]), max_size=12)


def classes_of(pairs: list[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The class of each claim, found by joining until nothing changes."""
    classes = {name: frozenset(name) for name in "abcdefgh"}
    for first, second in pairs * len(pairs):
        both = classes[first] | classes[second]
        classes |= dict.fromkeys(both, both)
    return classes


def has_conflict(
    pairs: list[tuple[str, str]], ends: list[tuple[str, str]], marks: dict[str, str]
) -> bool:
    """Whether a class has both ends of a relation in it, or claims with two marks."""
    classes = classes_of(pairs)
    return any(first in classes[second] for first, second in ends) or any(
        len({marks[name] for name in names if name in marks}) > 1 for names in classes.values()
    )


@given(PAIRS, PAIRS, st.dictionaries(NAMES, st.sampled_from(["true", "false", "pending"])))
def test_each_pair_is_kept_unless_it_brings_a_conflict_into_those_before_it(
    pairs: list[tuple[str, str]], ends: list[tuple[str, str]], marks: dict[str, str]
) -> None:
    relations = [Relation.of(first, "supports", second) for first, second in ends]
    kept, refused = without_conflict(pairs, relations, marks)
    expected: list[tuple[str, str]] = []
    for index, pair in enumerate(pairs):
        is_refused = has_conflict([*expected, pair], ends, marks)
        assert is_refused is (index in refused)
        if not is_refused:
            expected.append(pair)
    assert kept == expected
