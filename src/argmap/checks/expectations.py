"""What the author expects of the analysis, held against what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labels.labelling import Label
from argmap.diagnostics import Diagnostic
from argmap.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.labels.in_words import ClaimStatus, StatusFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.stance import Expectation

_FATES = {Label.IN: "goes through", Label.UNDEC: "undecided", Label.OUT: "does not go through"}
_LABELS = frozenset(Label)
_ACCEPTANCES = frozenset({"credulous", "skeptical", "not-credulous"})


def expectations(reading: Reading) -> Iterator[Diagnostic]:
    """Every expectation that the map does not meet, with what was found and why.

    Expectations with the same stance and force share one analysis.
    """
    findings: dict[object, StatusFinding] = {}
    for one in reading.map.expectations:
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
            findings[key] = reading.with_stance(stance).with_objections(one.objections).status
        found = findings[key].claims[one.claim]
        if not _is_met(one, found):
            yield _unmet(reading.map, one, found, findings[key])


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
        f" ({_FATES[finding.relations[relation.id]]})"
        for relation in argument_map.relations_to_class(one.claim)
    ]
    because = f"because {'; '.join(bearing)}" if bearing else "because nothing bears on it"
    return Diagnostic(
        one.location,
        "AM601",
        f"`{one.claim}` is expected to be `{one.expected}`, but is `{word}` ({found.reason})",
        f"{because}; see `argmap why {one.claim}`",
    )
