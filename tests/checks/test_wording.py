"""Claims that say nearly the same, and claims that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.checks.wording import near_duplicates, questions_as_claims
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Relation

PLAIN = "The new streets of the old town are quiet."
PAIRS = [
    # a claim, another one, whether they say nearly the same
    (PLAIN, "The new streets of the old town are really quiet.", True),
    (PLAIN, "The new streets of the old town are not quiet.", False),
    ("Die neue Steuer hilft der Stadt sehr.", "Die neue Steuer hilft der Stadt sehr bald.", True),
    (
        "Der Plan w\u00e4chst schneller als er.",
        "Der Plan w\u00e4chst nicht schneller als er.",
        False,
    ),
    (
        "Eine Reform ist hier gut f\u00fcr uns.",
        "Kaum eine Reform ist hier gut f\u00fcr uns.",
        False,
    ),
    ("Die Reform ist hier gut f\u00fcr uns.", "Nur die Reform ist hier gut f\u00fcr uns.", False),
    ("Dort ist das Wasser tief und kalt.", "Dort ist das \u00d6l Wasser tief und kalt.", False),
    ("La ville veut payer les trains.", "La ville veut jamais payer les trains.", False),
    ("La ciudad va a pagar el tren.", "La ciudad no va a pagar el tren.", False),
    ("La casa deve pagare il treno.", "La casa non deve pagare il treno.", False),
]


@pytest.mark.parametrize(("first", "second", "alike"), PAIRS)
def test_a_denial_in_each_known_language_makes_a_difference(
    first: str, second: str, *, alike: bool
) -> None:
    drawn = ArgumentMap.of([Claim("a", first), Claim("b", second)])
    assert [problem.code for problem in near_duplicates(drawn)] == ["AM406"] * alike


@pytest.mark.parametrize(
    "relations",
    [
        [Relation.of("b", "attacks", "a")],
        [Relation.of("a", "attacks", "b")],
        [Relation.of(["b", "c"], "attacks", "a")],
    ],
)
def test_a_claim_and_the_one_it_attacks_are_not_the_same(relations: list[Relation]) -> None:
    """To merge them would make a claim that attacks itself."""
    odd = "The new streets of the old town are loud quiet."
    claims = [Claim("a", PLAIN), Claim("b", odd), Claim("c", "C.")]
    assert [problem.code for problem in near_duplicates(ArgumentMap.of(claims))] == ["AM406"]
    assert not list(near_duplicates(ArgumentMap.of(claims, relations)))


WORDS = st.lists(
    st.sampled_from(("streets", "town", "cars", "loud", "quiet", "shops", "buses", "trees")),
    min_size=6,
    max_size=9,
)


@given(WORDS, st.integers(0, 8), st.integers(0, 7))
def test_one_word_more_makes_no_difference_wherever_it_stands_and_two_do(
    words: list[str], first: int, second: int
) -> None:
    shorter = words[: first % len(words)] + words[first % len(words) + 1 :]
    shortest = shorter[: second % len(shorter)] + shorter[second % len(shorter) + 1 :]
    for text, alike in ((shorter, True), (shortest, False)):
        claims = [Claim("a", " ".join(words)), Claim("b", " ".join(text))]
        codes = [problem.code for problem in near_duplicates(ArgumentMap.of(claims))]
        assert codes == ["AM406"] * alike


ASKING = {
    "Should the old town be closed?": True,
    "\u201eSoll die Altstadt gesperrt werden?\u201c": True,
    "\u00bfDeben cerrar el centro?": True,
    "\u5e94\u8be5\u5efa\u5417\uff1f": True,
    "Really?!": True,
    "The old town should be closed.": False,
    'The council asks: "Should it be closed?"': False,
    "It was closed (or was it?)": False,
    "Why it was closed is unknown.": False,
}


@pytest.mark.parametrize(("text", "asks"), ASKING.items())
def test_a_question_is_no_claim(text: str, *, asks: bool) -> None:
    drawn = ArgumentMap.of(
        [Claim("a", text), Claim("b", "So it is.")], [Relation.of("b", "supports", "a")]
    )
    problems = list(questions_as_claims(drawn))
    assert [problem.code for problem in problems] == ["AM410"] * asks
    assert all("answers: [b]" in problem.hint for problem in problems)
