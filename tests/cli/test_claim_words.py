"""Claims named by words of their label or text, and the main claim where none is named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

BUSES = """\
claims:
  cap:
    text: The city should cap the fares of buses, for they rise each year.
    label: Cap the fares
    supported_by: [fares-rise, buses]
  fares-rise: Fares rise each year.
  buses: Buses are empty.
  cap-2: A cap is a tax.
"""


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("cap", "cap"),
        ("buses", "buses"),
        ("1.1", "fares-rise"),
        ("cap the FARES", "cap"),
        ("fares of buses for", "cap"),
        ("  empty. ", "buses"),
        ("fares rise each year", "fares-rise"),
        ("empt", "buses"),
        ("city shou", "cap"),
    ],
)
def test_a_claim_is_found_by_words_where_no_id_and_no_number_fits(
    argmap: Argmap, words: str, claim: str
) -> None:
    Path("claims/small.yaml").write_text(BUSES, encoding="utf-8")
    outcome = argmap("status", words)
    assert outcome.code == 0
    assert f"({claim})" in outcome.out
    is_exact = words in {"cap", "buses", "1.1"}
    assert ("is taken as" in outcome.err) == (not is_exact)
    if not is_exact:
        assert outcome.err.rstrip().endswith(f"({claim})")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("fares", "fits 2 claims"),
        ("each year", "    fares-rise: Fares rise each year."),
        ("fares of trains", "    cap: The city should cap"),
        ("bus", "there is no claim `bus`"),
        ("capp", "did you mean `cap`?"),
        ("...", "`argmap status` lists all claims"),
        ("nothing of it", "`argmap status` lists all claims"),
    ],
)
def test_words_of_no_claim_or_of_several_are_wrong_use(
    argmap: Argmap, words: str, message: str
) -> None:
    Path("claims/small.yaml").write_text(BUSES, encoding="utf-8")
    outcome = argmap("why", words)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_words_name_claims_to_reject_and_accept_too(argmap: Argmap) -> None:
    by_words = argmap("status", "--reject", "dirty air", "--accept", "shops lose", "--json")
    by_ids = argmap("status", "--reject", "dirty", "--accept", "shops", "--json")
    assert by_words.out == by_ids.out


@pytest.mark.parametrize("command", ["why", "brief"])
def test_without_a_claim_the_first_main_claim_is_taken(argmap: Argmap, command: str) -> None:
    default = argmap(command, "claims")
    assert default.out == argmap(command, "close").out
    assert "no claim is named, so the main one: 1 “The old town should be closed.”" in default.err


def test_a_map_without_a_main_claim_needs_one_named(argmap: Argmap) -> None:
    circle = "claims: {a: {text: A., attacked_by: b}, b: {text: B., attacked_by: a}}\n"
    Path("circle.yaml").write_text(circle, encoding="utf-8")
    outcome = argmap("why", "circle.yaml")
    assert outcome.code == 2
    assert "name a claim" in outcome.err
