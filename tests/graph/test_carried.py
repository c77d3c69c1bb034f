"""The claims that only some sources say or carry, held against definitions written out naively."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap import status, whatif
from argmap.analysis.labels.rejected_sources import retracted_sources
from argmap.checks.works import claims_of_retracted_sources
from argmap.graph.carried import carried_only_by, cited_only_to
from argmap.model.claim import Mode
from argmap.model.source import Source
from tests.maps import for_all, map_of
from tests.support_basis import SupportBasis, derived

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from tests.maps import Choices

SOURCES = ("s", "t", "u")
_MODES = (*3 * (Mode.ASSERTED,), Mode.REPORTED, Mode.EDITORIAL)


def sourced_map_of(choices: Choices) -> tuple[ArgumentMap, frozenset[str]]:
    """A map whose claims come from up to three sources, of which some are retracted."""
    argument_map = map_of(choices)
    sources = {id_: Source(id_, retracted=choices.one_of((None, "2020-01-01"))) for id_ in SOURCES}
    claims = {
        id_: replace(claim, source=choices.one_of((None, *SOURCES)), mode=choices.one_of(_MODES))
        for id_, claim in argument_map.claims.items()
    }
    argument_map = replace(argument_map, claims=claims, sources=sources)
    return argument_map, retracted_sources(argument_map)


def cited(argument_map: ArgumentMap, id_: str) -> str | None:
    claim = argument_map.claims[id_]
    return None if claim.mode is Mode.EDITORIAL else claim.source


@for_all(sourced_map_of, 400)
def test_what_only_some_sources_say(example: tuple[ArgumentMap, frozenset[str]]) -> None:
    argument_map, retracted = example
    assert cited_only_to(argument_map, retracted) == {
        id_
        for id_ in argument_map.claims
        if cited(argument_map, id_) in retracted
        and all(
            cited(argument_map, member) in {*retracted, None}
            for member in argument_map.class_of(id_)
        )
    }


@for_all(sourced_map_of, 400)
def test_a_claim_is_warned_of_if_it_has_no_derivation_without_what_retracted_sources_say(
    example: tuple[ArgumentMap, frozenset[str]],
) -> None:
    argument_map, retracted = example
    basis = SupportBasis(argument_map)
    withdrawn = cited_only_to(argument_map, retracted)
    grants = [class_ for class_ in basis.grants if not withdrawn.intersection(class_)]
    remaining = derived(basis.rules(basis.supports), grants)
    expected = {member for class_ in basis.derivable - remaining for member in class_}
    assert set(carried_only_by(argument_map, retracted)) == expected
    problems = [*claims_of_retracted_sources(argument_map)]
    assert {problem.claim for problem in problems} == expected
    for problem in problems:
        assert any(f"`{source}` (retracted" in problem.message for source in retracted)


@for_all(sourced_map_of, 200)
def test_to_reject_a_source_is_to_reject_the_claims_that_only_it_makes(
    example: tuple[ArgumentMap, frozenset[str]],
) -> None:
    argument_map, _ = example
    for source in SOURCES:
        claims = cited_only_to(argument_map, {source})
        finding = whatif(argument_map, reject=[f"source:{source}"])
        assert finding.stance.reject == claims
        assert finding.after.claims == status(argument_map, reject=claims).claims
        assert all(finding.after.claims[id_].label == "out" for id_ in claims)
