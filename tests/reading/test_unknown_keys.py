"""Hints for unknown keys: no hint turns an arrow round."""

from __future__ import annotations

import string

import pytest

from argmap.reading import yaml_lines
from argmap.reading.claim_shape import (
    ClaimShape,
    EntryShape,
    RelationKeys,
    RelationShape,
    TargetShape,
)
from argmap.reading.unknown_keys import hint_for

FORWARD = {"supports": "supported_by", "attacks": "attacked_by"}
OPPOSITE = FORWARD | {behind: ahead for ahead, behind in FORWARD.items()}
CLAIM = [*ClaimShape.model_fields]


def slips_of(word: str) -> set[str]:
    """The words that one slip of the finger makes of a word."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    left_out = {start + end[1:] for start, end in cuts if end}
    swapped = {start + end[1] + end[0] + end[2:] for start, end in cuts if len(end) > 1}
    letters = string.ascii_lowercase + "_-"
    others = {start + letter + end[1:] for start, end in cuts if end for letter in letters}
    more = {start + letter + end for start, end in cuts for letter in letters}
    return (left_out | swapped | others | more) - {word, word.replace("_", "-"), *OPPOSITE}


@pytest.mark.parametrize("key", OPPOSITE)
def test_a_slip_of_the_finger_never_turns_an_arrow_round(key: str) -> None:
    for slip in sorted(slips_of(key)):
        hint = hint_for(slip, "x", CLAIM)
        assert f"`{key}" in hint, slip
        assert f"`{OPPOSITE[key]}" not in hint or "if the other" in hint, slip


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("because reasons premises pro objections-answered", "supported_by"),
        ("objections con counterarguments", "attacked_by"),
        ("proves backs therefore for reason_for", "supports"),
        ("support supporter supporting attack attacker", ""),
        ("challenges opposes rebuts against objection_to answers", "attacks"),
        ("page author strength quotation statement title comment", ""),
    ],
)
def test_words_of_everyday_speech_keep_their_direction(words: str, meant: str) -> None:
    for word in words.split():
        hint = hint_for(word, "x", CLAIM)
        arrows = {arrow for arrow in OPPOSITE if f"`{arrow}: x`" in hint}
        assert arrows <= {meant}, word
        assert not hint.startswith("did you mean") or "-" in word, word


@pytest.mark.parametrize(
    ("shape", "key", "hint"),
    [
        (RelationShape, "to", "write `supports: x`"),
        (RelationShape, "because", "write `premises: x`"),
        (
            RelationShape,
            "supported_by",
            "a relation has premises and a target: write `premises: x, supports: CLAIM`",
        ),
        (EntryShape, "supports", "the target is the entry in which this stands: delete `supports`"),
        (EntryShape, "objections", "write `undercut_by: x`"),
        (TargetShape, "to", "write `target: x`"),
        (TargetShape, "premises", "write `with: x`"),
    ],
)
def test_a_word_means_what_it_means_in_its_place(
    shape: type[RelationKeys], key: str, hint: str
) -> None:
    known = [field.alias or name for name, field in shape.model_fields.items()]
    assert hint_for(key, "x", known) == hint


@pytest.mark.parametrize("shape", [EntryShape, RelationShape])
@pytest.mark.parametrize("key", ["supported_by", "attacked_by", "because", "from", "strength"])
def test_a_hint_names_only_keys_that_are_known_there(shape: type[EntryShape], key: str) -> None:
    known = [*shape.model_fields]
    hint = hint_for(key, "x", known)
    named = [word for word in {*CLAIM, *RelationShape.model_fields} - {key} if f"`{word}: " in hint]
    assert set(named) <= set(known), hint
    assert hint


def test_the_keys_that_are_looked_for_in_lines_are_those_of_claims() -> None:
    listed = yaml_lines._KEYS_OF_CLAIMS.pattern.split("|")  # noqa: SLF001  # a list kept twice
    assert set(listed) == {*CLAIM} - {"text"}
