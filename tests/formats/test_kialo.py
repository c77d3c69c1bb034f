"""Kialo's text exports."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from argmap.model.claim import Mode
from tests.formats.reading import drawn, formats_of, imported, lost
from tests.maps import Choices, for_all

EXPORT = r"""Discussion Title: Should the seminar ban laptops?

1. The seminar should ban laptops.
1.1. Pro: Handwriting improves recall. See [a study](https://example.org/x_\(1\)) and [this](https://www.e2.org/y).
It has two lines,
2. and a second point.
1.1.1. Con: That study measured immediate recall \(not exams\).
source: my own notes
1.2. Con: Some students need software.
1.2.1. Pro: -> See 1.1.1.
1.3. Con: -> See 2.1.
1.4. No stance here.
2. The seminar should allow laptops.
2.1. Pro: Adults decide for themselves.
3. The seminar should ask the students."""

LONGER = """Discussion Name:
Should governments pay everyone?

1. Question:
Which system is best?

  1.1. Thesis:
  Pay everyone.

    1.1.1. Con:
    Growth slows [1].

      1.1.1.1. Pro:
      -> See 1.2.1.

    1.1.2. Pro:
    It is simple [2][3], and [9] too.

  1.2. Thesis:
  Pay those in need.

    1.2.1. Con:
    Tests are dear.

Sources:
[1] https://www.example.org/growth
"Growth has
slowed.

In two countries."
[2] https://example.org/simple
[3] https://example.org/cheap
"It is cheap."
Participants
"""


def test_a_discussion_is_a_map_of_its_claims() -> None:
    result = imported("kialo", EXPORT)
    assert drawn(result.map) == [
        "adults-decide-for-themselves + the-seminar-should-allow-laptops",
        "adults-decide-for-themselves - the-seminar-should-ban-laptops",
        "handwriting-improves-recall + the-seminar-should-ban-laptops",
        "some-students-need-software - the-seminar-should-ban-laptops",
        "that-study-measured-immediate-recall-not + some-students-need-software",
        "that-study-measured-immediate-recall-not - handwriting-improves-recall",
    ]
    assert result.map.title == "Should the seminar ban laptops?"
    assert result.map.main == (
        "the-seminar-should-ban-laptops",
        "the-seminar-should-allow-laptops",
        "the-seminar-should-ask-the-students",
    )
    assert lost(result) == {"links of claims that are neither pro nor con": 1}
    assert result.lost[0].location.line == 12


def test_words_of_links_stay_and_their_pages_are_sources() -> None:
    result = imported("kialo", EXPORT)
    claim = result.map.claims["handwriting-improves-recall"]
    assert claim.text == (
        "Handwriting improves recall. See a study and this. It has two lines, "
        "2. and a second point."
    )
    assert claim.source == "a-study"
    assert result.map.sources["a-study"].url == "https://example.org/x_(1)"
    assert result.map.sources["e2.org"].title == "e2.org"
    assert claim.note == "Also cited: this (https://www.e2.org/y)"
    assert claim.origin is not None
    assert (claim.origin.format, claim.origin.id) == ("kialo", "1.1")
    plain = result.map.claims["that-study-measured-immediate-recall-not"]
    assert plain.text == "That study measured immediate recall (not exams). source: my own notes"
    step = result.map.relations_to("handwriting-improves-recall")[0]
    assert step.mode is Mode.EDITORIAL


def test_the_longer_layout_has_a_question_and_numbered_sources_with_quotations() -> None:
    result = imported("kialo", LONGER)
    assert drawn(result.map) == [
        "growth-slows - pay-everyone",
        "it-is-simple-and-9-too + pay-everyone",
        "tests-are-dear + growth-slows",
        "tests-are-dear - pay-those-in-need",
    ]
    assert result.map.question == "Which system is best?"
    assert result.map.title == "Should governments pay everyone?"
    assert result.map.main == ("pay-everyone", "pay-those-in-need")
    claim = result.map.claims["growth-slows"]
    assert claim.source == "example.org"
    assert claim.locators[0].quote == "Growth has slowed. In two countries."
    simple = result.map.claims["it-is-simple-and-9-too"]
    assert simple.text == "It is simple, and [9] too."
    assert simple.note == 'Also cited: https://example.org/cheap: "It is cheap."'
    assert lost(result) == {"lines after the sources": 1}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("text", [EXPORT, LONGER])
def test_line_ends_and_marks_of_encodings_make_no_difference(text: str, end: str) -> None:
    plain = imported("kialo", text)
    for content in (text.replace("\n", end).encode(), f"\ufeff{text}\n\n".encode()):
        other = imported("kialo", content)
        assert drawn(other.map) == drawn(plain.map)
        texts = ([claim.text for claim in each.map.claims.values()] for each in (other, plain))
        assert next(texts) == next(texts)


def test_a_cross_reference_may_lead_to_another_one_or_to_nothing() -> None:
    result = imported(
        "kialo",
        "1. T.\n1.1. Pro: -> See 1.2.\n1.1.1. Con: C.\n1.2. Con: -> See 1.3.\n1.3. Pro: A.\n"
        "1.4. Con: -> See 1.5.\n1.5. Pro: -> See 1.4.\n1.6. Con: -> See 9.9.\n1.7. Pro: -> See 1.",
    )
    assert drawn(result.map) == ["a + t", "a + t", "a - t", "c - a"]
    assert lost(result) == {
        "cross references to a claim that is not there": 3,
        "claims that support themselves": 1,
    }


def test_a_numbered_list_in_a_text_is_no_thesis() -> None:
    lists = imported("kialo", "1. T.\n1.1. Pro: Because:\n1. one\n2. two\n1.2. Con: No.\n2. U.")
    assert [claim.text for claim in lists.map.claims.values()] == [
        "Because: 1. one 2. two",
        "No.",
        "T.",
        "U.",
    ]
    later = imported("kialo", "1. T.\n1.1. Pro: a\n2. no\n1.2. Con: b\n2. U.\n2.1. Pro: c")
    assert drawn(later.map) == ["a-2 + t", "b - t", "c + u"]


def test_a_child_whose_parent_is_not_there_is_reported() -> None:
    result = imported("kialo", "1. T.\n1.2.1. Pro: Alone.")
    assert lost(result) == {"relations without a target": 1}
    assert len(result.map.claims) == 2


def test_a_repeated_number_is_a_claim_of_its_own_and_told() -> None:
    result = imported(
        "kialo",
        "Discussion Title: R\n\n1. T.\n1.2. Con: B.\nmore\n1.2. Con: Second.\n"
        "1.2. Pro: -> See 1.2.\n1.2.1. Pro: C.\n1. Thesis: U.\n1. Pro\n",
    )
    assert drawn(result.map) == ["b + t", "b - t", "c + b", "second - t"]
    assert [claim.text for claim in result.map.claims.values()] == [
        "B. more",
        "C.",
        "Second.",
        "T.",
        "U. 1. Pro",
    ]
    assert result.map.main == ("t", "u")
    assert result.map.claims["second"].origin is None
    assert lost(result) == {"numbers that another claim has, too": 3}
    assert result.lost[0].location.line == 6


def test_an_export_is_told_by_content() -> None:
    assert formats_of("x.txt", EXPORT) == ["kialo"]
    assert formats_of("x", LONGER) == ["kialo"]
    assert formats_of("x.txt", "Discussion Title: Only a title\n\n") == ["kialo"]
    assert formats_of("x.txt", "Discussion Name:\n") == ["kialo"]
    assert formats_of("x.txt", "Discussion Title: My notes\n\nJust prose.\n") == []
    assert formats_of("x.txt", "1. One.\n1.1. Pro: Yes.\n") == ["kialo"]
    assert formats_of("x.txt", "Just prose.\nsource: me\n\n1. one\n2. two\n") == []
    assert formats_of("x.txt", "claims:\n  1.1. Pro\n") == []


def test_a_file_without_a_claim_is_an_error_with_a_cure() -> None:
    [problem] = imported("kialo", "Discussion Title: Nothing\n").diagnostics
    assert (problem.code, problem.is_error) == ("AM702", True)


def written(choices: Choices) -> str:
    """A random discussion in the short layout, with references in both directions."""
    numbers = ["1"]
    children: dict[str, int] = {}
    for _ in range(choices.below(30)):
        parent = choices.one_of(numbers)
        children[parent] = children.get(parent, 0) + 1
        numbers.append(f"{parent}.{children[parent]}")
    in_order = sorted(numbers, key=lambda each: [int(part) for part in each.split(".")])
    lines = ["Discussion Title: T", "", "1. Claim 1."]
    for number in in_order[1:]:
        stance = choices.one_of(("Pro", "Con"))
        is_reference = choices.below(4) == 1 and number not in children
        target = choices.one_of(numbers)
        item = "4." if number == in_order[-1] else "2."  # a last `2.` would be a thesis
        text = f"-> See {target}." if is_reference else f"Claim {number}.\n{item} more"
        lines.append(f"{number}. {stance}: {text}")
    return "\n".join(lines)


def counted(text: str) -> tuple[int, int, int]:
    """Claims, supports and attacks, counted line by line without the reader."""
    rows = re.findall(r"^([\d.]+)\. (?:(Pro|Con): )?(?:-> See ([\d.]+)\.$)?", text, re.MULTILINE)
    rows = [row for row in rows if row[0] not in ("2", "4")]
    refers = {number: target for number, _, target in rows if target}

    def claim(number: str) -> str | None:
        seen: set[str] = set()
        while number in refers and number not in seen:
            seen.add(number)
            number = refers[number]
        return None if number in refers else number

    ends = [
        (stance, claim(number), claim(number.rpartition(".")[0])) for number, stance, _ in rows[1:]
    ]
    whole = [(stance, a, b) for stance, a, b in ends if a and b]
    supports = sum(stance == "Pro" and a != b for stance, a, b in whole)
    return len(rows) - len(refers), supports, sum(stance == "Con" for stance, _, _ in whole)


@for_all(written, 300, 120)
def test_counts_are_those_of_an_independent_count(text: str) -> None:
    result = imported("kialo", text)
    kinds = [str(relation.kind) for relation in result.map.relations.values()]
    counts = (len(result.map.claims), kinds.count("supports"), kinds.count("attacks"))
    assert counts == counted(text), text


def test_depth_and_length_cost_no_recursion() -> None:
    deep = ["1", *(f"1{'.1' * depth}" for depth in range(1, 1500))]
    text = "\n".join(f"{number}. {'Pro: ' if '.' in number else ''}C." for number in deep)
    assert len(imported("kialo", text).map.relations) == len(deep) - 1
    chain = "\n".join(f"1.{a}. Pro: -> See 1.{b}." for a, b in pairwise(range(1, 20_000)))
    assert lost(imported("kialo", f"1. T.\n{chain}"))
