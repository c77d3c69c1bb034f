"""The questions about a map that every analysis asks: classes, relations to one, force, names."""

from __future__ import annotations

import pytest

from argmap.errors import UsageError
from argmap.model.relation import Force, Kind
from tests.maps import read_map


def test_the_smallest_id_stands_for_a_class() -> None:
    small = read_map("c = b; d = e; a")
    assert [small.head_of(id_) for id_ in "abcde"] == ["a", "b", "b", "d", "d"]
    assert small.heads == ("a", "b", "d")


def test_relations_to_a_class_are_those_to_each_member_in_turn() -> None:
    small = read_map("r: x + b; s: y - b; t: z + a; a = b; u: w / t")
    assert [relation.id for relation in small.relations_to_class("b")] == ["t", "r", "s"]
    assert [relation.id for relation in small.relations_to_class("a", Kind.SUPPORTS)] == ["t", "r"]
    assert [relation.id for relation in small.relations_to_class("b", Kind.ATTACKS)] == ["s"]
    assert small.relations_to_class("x") == ()


def test_an_attack_has_its_own_force_before_the_readings_and_the_maps() -> None:
    small = read_map("own: a -? c; plain: b - c", objections=Force.DEFEAT)
    own, plain = small.relations["own"], small.relations["plain"]
    assert small.force_of(own, Force.DEFEAT) is Force.CONTEST
    assert small.force_of(plain, Force.CONTEST) is Force.CONTEST
    assert small.force_of(plain) is Force.DEFEAT


def test_a_claim_that_is_not_there_is_refused_with_the_nearest_id() -> None:
    small = read_map("close; shops-lose")
    assert small.claim_named("close") is small.claims["close"]
    with pytest.raises(UsageError, match=r"^there is no claim `clsoe`; did you mean `close`\?$"):
        small.claim_named("clsoe", "look it up")
    with pytest.raises(UsageError, match=r"^there is no claim `9`; look it up$"):
        small.claim_named("9", "look it up")
    with pytest.raises(UsageError, match=r"^there is no claim `9`$"):
        small.claim_named("9")
