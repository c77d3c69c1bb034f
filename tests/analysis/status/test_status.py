"""The status of claims, on maps small enough to see the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.api import status
from argmap.errors import UsageError
from argmap.model.relation import Force
from argmap.model.stance import Stance
from tests.maps import read_map

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap


def told(argument_map: ArgumentMap, claim: str = "c", stance: Stance | None = None) -> str:
    """The label, word and reason of a claim, and `!` if an objection bears on it."""
    of_claim = status(argument_map, stance=stance or Stance()).claims[claim]
    return (
        f"{of_claim.label} {of_claim.word}: {of_claim.reason}{' !' if of_claim.contested else ''}"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # stands
        ("c", "in stands: granted"),
        ("a + c", "in stands: supported"),
        ("a + c; granted c", "in stands: granted"),
        ("x - c; y -! x", "in stands: answered"),
        ("a + c; x - c; y -! x; granted c", "in stands: answered"),
        ("x - c; y - x", "in stands: disputed !"),
        ("x - c; r: z - c; y - x; w / r", "in stands: disputed !"),
        ("r: x - c; y / r", "in stands: answered"),
        ("granted p; p + c; r: x - c; u: y / r; v: z / u; w: q / v", "in stands: answered"),
        # contested: whatever else may be said, an objection that stands is named
        ("x - c", "undec contested: unanswered objection !"),
        ("a + c; x - c", "undec contested: unanswered objection !"),
        ("a + c; x - c; y - c; z - y", "undec contested: unanswered objection !"),
        ("a >< b; a + c; x - c", "undec contested: unanswered objection !"),
        ("x & y - c", "undec contested: unanswered objection !"),
        ("x - c; x - c2; c = c2", "undec contested: unanswered objection !"),
        # open
        ("c >< d", "undec open: conflict !"),
        ("c - c", "undec open: conflict !"),
        ("a + c; x - c; x >< y", "undec open: conflict !"),
        ("s: a + c; u: x / s; v: y / u; w: y / v; x >< y", "undec open: conflict"),
        ("x >< y; x + c", "undec open: premise unsettled"),
        ("x - y; y + c", "undec open: premise unsettled"),
        ("x >< y; a & x + c", "undec open: premise unsettled"),
        ("x >< y; x + c; granted c; z - c; z >< w", "undec open: conflict !"),
        # falls
        ("x -! c", "out falls: refuted !"),
        ("a + c; x -! c", "out falls: refuted !"),
        ("ungranted c; x -! c", "out falls: refuted !"),
        ("s: a + c; x / s; y -! c", "out falls: refuted !"),
        ("ungranted c", "out falls: not carried"),
        ("a + c; c + a", "out falls: not carried"),
        ("s: a + c; c + a; x / s", "out falls: not carried"),
        ("s: a + c; x / s", "out falls: step blocked"),
        ("s: a + c; x / s; x -! b; b + c", "out falls: step blocked"),
        ("x -! a; a + c", "out falls: premise gone"),
        ("x -! a; a & b + c", "out falls: premise gone"),
        ("x -! a; a + c; y - c", "out falls: premise gone !"),
        ("x -! a; a + c; y -? c", "out falls: premise gone !"),
    ],
)
def test_every_reason_of_a_status_is_given(text: str, expected: str) -> None:
    assert told(read_map(text)) == expected


def test_an_undercut_bears_only_while_it_is_not_undercut_itself() -> None:
    steps = ["s: a + c", "u: x / s", "v: y / u", "w: z / v"]
    labels = ["in", "out", "in", "out"]
    for length, label in enumerate(labels, start=1):
        finding = status(read_map("\n".join(steps[:length])))
        assert finding.claims["c"].label == label
        assert finding.relations["s"] == label


def test_undercuts_in_a_circle_leave_each_other_open() -> None:
    pair = status(read_map("u: x / v; v: y / u"))
    assert set(pair.relations.values()) == {"undec"}
    three = status(read_map("u: x / v; v: y / w; w: z / u"))
    assert set(three.relations.values()) == {"undec"}
    broken = status(read_map("u: x / v; v: y / u; w: z / v"))
    assert {id_: str(label) for id_, label in broken.relations.items()} == {
        "u": "in",
        "v": "out",
        "w": "in",
    }


@pytest.mark.parametrize(
    ("stance", "expected"),
    [
        (Stance(reject=frozenset("c")), "out falls: rejected !"),
        (Stance(accept=frozenset("c")), "in stands: accepted !"),
        (Stance(reject=frozenset("x")), "in stands: answered"),
        (Stance(reject=frozenset("d")), "out falls: rejected !"),
        (
            Stance(reject=frozenset("a"), accept=frozenset("x")),
            "undec contested: unanswered objection !",
        ),
    ],
)
def test_a_reader_rejects_and_accepts_whole_classes(stance: Stance, expected: str) -> None:
    argument_map = read_map("granted c; a + c; x - c; c = d")
    assert told(argument_map, "c", stance) == expected
    assert told(argument_map, "d", stance) == expected


def test_a_claim_falls_by_the_first_of_several_reasons() -> None:
    everything = "s: a + c; x / s; y -! c; p -! b; b + c"
    rejected = Stance(reject=frozenset("c"))
    assert told(read_map(everything), "c", rejected) == "out falls: rejected !"
    assert told(read_map(everything)) == "out falls: refuted !"
    assert told(read_map(everything.replace("y -! c;", ""))) == "out falls: step blocked"
    assert told(read_map(everything.replace("s: a + c; x / s; y -! c;", ""))) == (
        "out falls: premise gone"
    )


def test_a_claim_that_loses_its_premise_to_a_reader_is_still_carried_in_the_map() -> None:
    stance = Stance(reject=frozenset("a"))
    assert told(read_map("a + c"), "c", stance) == "out falls: premise gone"


def test_a_reader_can_let_a_circle_stand() -> None:
    stance = Stance(accept=frozenset("a"))
    assert told(read_map("a + c; c + a"), "c", stance) == "in stands: supported"


def test_a_stance_that_cannot_be_taken_is_refused() -> None:
    argument_map = read_map("c = d")
    with pytest.raises(UsageError, match="there is no claim `e`"):
        status(argument_map, stance=Stance(accept=frozenset("e")))
    with pytest.raises(UsageError, match="`d` cannot be both rejected and accepted"):
        status(argument_map, stance=Stance(reject=frozenset("c"), accept=frozenset("d")))


@pytest.mark.parametrize("of_map", Force)
@pytest.mark.parametrize(("objections", "weak"), [(Force.CONTEST, "undec"), (Force.DEFEAT, "out")])
def test_a_readers_force_replaces_the_maps_but_not_that_of_a_single_attack(
    of_map: Force, objections: Force, weak: str
) -> None:
    finding = status(
        read_map("x - a; x -! b; x -? c; x - d; d >< e", of_map), objections=objections
    )
    assert {id_: str(claim.label) for id_, claim in finding.claims.items()} == {
        "x": "in",
        "a": weak,
        "b": "out",
        "c": "undec",
        "d": "out",
        "e": "in",
    }
    assert finding.claims["d"].reason == "refuted", "by the other side, now that it is free"
    assert finding.objections is objections
    unasked = status(read_map("x - a", objections))
    assert unasked.claims["a"].label == weak


def test_linked_premises_are_needed_together() -> None:
    finding = status(read_map("a & b + c; x -! b; a & y - d; z -! y", Force.CONTEST))
    assert finding.claims["c"].reason == "premise gone"
    assert finding.claims["d"].reason == "answered"
    assert finding.relations["a+b~supports~c"] == "out"
    assert finding.relations["a+y~attacks~d"] == "out"


def test_restated_claims_share_reasons_and_objections() -> None:
    finding = status(read_map("a + c; c = d; d = e; e + f; x - d"))
    assert {finding.claims[id_].word for id_ in "cde"} == {"contested"}
    assert {finding.claims[id_].granted for id_ in "cde"} == {False}
    assert finding.claims["f"].reason == "premise unsettled"


def test_one_member_puts_the_class_forward() -> None:
    finding = status(read_map("a + c; x / s; s: b + c; granted d; c = d"))
    assert finding.claims["c"].reason == "granted"


def test_a_supported_side_of_a_contradiction_does_not_win_by_its_support() -> None:
    text = "a >< b; p + a"
    assert told(read_map(text), "a") == "undec open: conflict !"
    assert told(read_map(text), "b") == "undec open: conflict !"


def test_a_side_of_a_contradiction_falls_with_its_support_and_frees_the_other() -> None:
    text = "a >< b; p + a; x -! p"
    assert told(read_map(text), "a") == "out falls: refuted !"
    assert told(read_map(text), "b") == "in stands: answered"


def test_a_contradiction_refutes_whatever_the_objections_are() -> None:
    finding = status(
        read_map("a >< b; x - a; y - x", Force.CONTEST), stance=Stance(accept=frozenset("a"))
    )
    assert (finding.claims["b"].reason, finding.relations["a~contradicts~b"]) == ("refuted", "in")
    assert finding.relations["b~contradicts~a"] == "out"


def test_relations_have_labels_of_their_own() -> None:
    finding = status(
        read_map("s: a + c; x -! c; t: c + d; y - e; k: e + f; q: p + g; n - g; u: w / z; z: h + i")
    )
    assert finding.relations["s"] == "out", "its target is refuted"
    assert finding.relations["t"] == "out", "its premise is out"
    assert finding.relations["k"] == "undec", "its premise is contested"
    assert finding.relations["q"] == "undec", "its target is contested"
    assert (finding.relations["u"], finding.relations["z"]) == ("in", "out")


def test_a_claim_that_is_accepted_against_its_objection_still_carries() -> None:
    finding = status(read_map("x -! c; c + d"), stance=Stance(accept=frozenset("c")))
    assert finding.claims["d"].reason == "supported"
    assert finding.claims["c"].contested
