"""What the author expects of the analysis, held against what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.status.labelling import Label
from argmap.analysis.status.status import FATES, status
from argmap.diagnostics import Diagnostic
from argmap.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.status.status import ClaimStatus, StatusFinding
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Expectation

_LABELS = frozenset(Label)
_ACCEPTANCES = frozenset({"credulous", "skeptical", "not-credulous"})


def expectations(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Every expectation that the map does not meet, with what was found and why.

    Expectations with the same stance and force share one analysis.
    """
    findings: dict[object, StatusFinding] = {}
    for one in argument_map.expectations:
        if (one.semantics or _usual_semantics(one)) != "grounded":
            yield Diagnostic(
                one.location,
                "AM602",
                f"the expectation of `{one.claim}` is not looked at: "
                "this version reads maps under `grounded` alone",
                "expect `stands`, `contested`, `open` or `falls`",
            )
            continue
        key = (one.reject, one.accept, one.objections)
        if key not in findings:
            stance = Stance(reject=one.reject, accept=one.accept)
            findings[key] = status(argument_map, stance=stance, objections=one.objections)
        found = findings[key].claims[one.claim]
        if not _is_met(one, found):
            yield _unmet(argument_map, one, found, findings[key])


def _usual_semantics(one: Expectation) -> str:
    return "preferred" if one.expected in _ACCEPTANCES else "grounded"


def _is_met(one: Expectation, found: ClaimStatus) -> bool:
    """Under grounded there is one extension: credulous and skeptical both mean to be in it."""
    if one.expected in _ACCEPTANCES:
        return (found.label is Label.IN) == (one.expected != "not-credulous")
    return one.expected == (found.label if one.expected in _LABELS else found.word)


def _unmet(
    argument_map: ArgumentMap, one: Expectation, found: ClaimStatus, finding: StatusFinding
) -> Diagnostic:
    word = found.label if one.expected in _LABELS else found.word
    bearing = [
        f"`{'` and `'.join(relation.premises)}` {relation.kind} it"
        f" ({FATES[finding.relations[relation.id]]})"
        for member in argument_map.class_of(one.claim)
        for relation in argument_map.relations_to(member)
    ]
    because = f"because {'; '.join(bearing)}" if bearing else "because nothing bears on it"
    return Diagnostic(
        one.location,
        "AM601",
        f"`{one.claim}` is expected to be `{one.expected}`, but is `{word}` ({found.reason})",
        f"{because}; see `argmap why {one.claim}`",
    )
