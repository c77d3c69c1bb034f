"""The check of the author's expectations against the statuses that the analysis gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labels.in_words import FATES
from argmap.analysis.labels.labelling import Label
from argmap.diagnostics import Diagnostic
from argmap.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.labels.in_words import ClaimStatus, StatusFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Expectation

_LABELS = frozenset(Label)
_ACCEPTANCES = frozenset({"credulous", "skeptical", "not-credulous"})


def expectations(reading: Reading) -> Iterator[Diagnostic]:
    """Every expectation that the map does not meet, with the actual status and its reason.

    Expectations with the same stance and force share one analysis, the costly part.
    """
    findings: dict[object, StatusFinding] = {}
    for expectation in reading.map.expectations:
        if (expectation.semantics or _usual_semantics(expectation)) != "grounded":
            yield Diagnostic(
                expectation.location,
                "AM602",
                f"the expectation of `{expectation.claim}` is not looked at: "
                "`argmap check` judges expectations under `grounded` alone",
                "expect `stands`, `contested`, `open` or `falls`",
            )
            continue
        key = (expectation.reject, expectation.accept, expectation.objections)
        if key not in findings:
            stance = Stance(reject=expectation.reject, accept=expectation.accept)
            findings[key] = (
                reading.with_stance(stance).with_objections(expectation.objections).status
            )
        actual = findings[key].claims[expectation.claim]
        if not _is_met(expectation, actual):
            yield _unmet(reading.map, expectation, actual, findings[key])


def _usual_semantics(expectation: Expectation) -> str:
    return "preferred" if expectation.expected in _ACCEPTANCES else "grounded"


def _is_met(expectation: Expectation, actual: ClaimStatus) -> bool:
    """Whether the actual status is the expected one.

    Under grounded there is one extension, so `credulous` and `skeptical` both mean to be in it.
    """
    if expectation.expected in _ACCEPTANCES:
        return (actual.label is Label.IN) == (expectation.expected != "not-credulous")
    return expectation.expected == (
        actual.label if expectation.expected in _LABELS else actual.word
    )


def _unmet(
    argument_map: ArgumentMap, expectation: Expectation, actual: ClaimStatus, finding: StatusFinding
) -> Diagnostic:
    word = actual.label if expectation.expected in _LABELS else actual.word
    bearing = [
        f"`{'` and `'.join(relation.premises)}` {relation.kind} it"
        f" ({FATES[finding.relations[relation.id]]})"
        for relation in argument_map.relations_to_class(expectation.claim)
    ]
    because = f"because {'; '.join(bearing)}" if bearing else "because nothing bears on it"
    return Diagnostic(
        expectation.location,
        "AM601",
        f"`{expectation.claim}` is expected to be `{expectation.expected}`, "
        f"but is `{word}` ({actual.reason})",
        f"{because}; see `argmap why {expectation.claim}`",
    )
