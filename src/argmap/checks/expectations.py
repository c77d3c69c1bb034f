"""The check of the author's expectations against the statuses that the analysis gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.labels.in_words import FATES
from argmap.analysis.labels.labelling import Label
from argmap.diagnostics import Diagnostic, Unmet
from argmap.model.stance import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.labels.in_words import ClaimStatus
    from argmap.analysis.reading_of_map import Reading
    from argmap.model.relation import Relation
    from argmap.model.stance import Expectation

_LABELS = frozenset(Label)
_ACCEPTANCES = frozenset({"credulous", "skeptical", "not-credulous"})


def expectations(reading: Reading) -> Iterator[Diagnostic]:
    """Every expectation that the map does not meet, with the actual status and its reason.

    Expectations with the same stance, force and semantics share one analysis, the costly part.
    """
    readings: dict[object, Reading] = {}
    for expectation in reading.map.expectations:
        semantics = expectation.semantics or _usual_semantics(expectation)
        key = (expectation.reject, expectation.accept, expectation.objections, semantics)
        if key not in readings:
            stance = Stance(reject=expectation.reject, accept=expectation.accept)
            chosen = reading.with_stance(stance).with_objections(expectation.objections)
            readings[key] = chosen.with_semantics(semantics)
        yield from _judged(expectation, readings[key])


def _usual_semantics(expectation: Expectation) -> str:
    return "preferred" if expectation.expected in _ACCEPTANCES else "grounded"


def _judged(expectation: Expectation, reading: Reading) -> Iterator[Diagnostic]:
    finding = reading.status
    if not finding.claims:
        unmet = Unmet(
            expectation.claim,
            expectation.expected,
            reading.semantics,
            instead="the map has no solution at all",
        )
        hint = "expect it under another semantics: `semantics: preferred`"
        yield _complaint(expectation, unmet, hint)
        return
    actual = finding.claims[expectation.claim]
    labels = reading.labels
    known = None if expectation.claim in labels.unsearched else actual
    is_met = _is_met(expectation.expected, known, is_complete=labels.complete)
    if is_met is None:
        yield Diagnostic(
            expectation.location,
            "AM602",
            f"the expectation of `{expectation.claim}` could not be judged: under "
            f"`{reading.semantics}` there are too many ways of solving the map, or none was found "
            "in time",
            "expect it under `semantics: grounded`, which has one solution only",
        )
    elif not is_met:
        yield _unmet(reading, expectation, actual)


def _is_met(expected: str, actual: ClaimStatus | None, *, is_complete: bool) -> bool | None:
    """Whether the actual status is the expected one; None stands for a status that is not known.

    None if that is open, because there are too many extensions to look at all of them: what holds
    in one of those that were looked at is settled, what holds in all of these is not.
    """
    if actual is None:
        return None
    if expected == "skeptical":
        is_met, is_settled = actual.label is Label.IN, actual.label is not Label.IN
    elif expected in _ACCEPTANCES:
        is_met = actual.credulous == (expected == "credulous")
        is_settled = actual.credulous
    else:
        is_met = expected == (actual.label if expected in _LABELS else actual.word)
        is_settled = False
    return is_met if is_complete or is_settled else None


_INSTEAD = {
    "credulous": "no solution of the map accepts it",
    "skeptical": "a solution of the map does not accept it",
    "not-credulous": "a solution of the map accepts it",
}


def _unmet(reading: Reading, expectation: Expectation, actual: ClaimStatus) -> Diagnostic:
    word = actual.label if expectation.expected in _LABELS else actual.word
    bearing = [
        f"`{'` and `'.join(relation.premises)}` {_verb(relation)} it"
        f" ({FATES[reading.status.relations[relation.id]]})"
        for relation in reading.map.relations_to_class(expectation.claim)
    ]
    because = f"because {'; '.join(bearing)}" if bearing else "because nothing bears on it"
    about = expectation.claim, expectation.expected, reading.semantics
    if expectation.expected in _ACCEPTANCES:
        unmet = Unmet(*about, instead=_INSTEAD[expectation.expected])
    else:
        unmet = Unmet(*about, status=word, reason=actual.reason)
    return _complaint(expectation, unmet, f"{because}; see `argmap why {expectation.claim}`")


def _verb(relation: Relation) -> str:
    """The verb of a relation, as it agrees with its premises."""
    return relation.kind.removesuffix("s") if relation.is_linked else relation.kind.value


def _complaint(expectation: Expectation, unmet: Unmet, hint: str) -> Diagnostic:
    """The diagnostic of an unmet expectation, with its parts."""
    instead = (
        f"under `{unmet.semantics}` {unmet.instead}"
        if unmet.instead
        else f"is `{unmet.status}` ({unmet.reason})"
    )
    message = f"`{unmet.claim}` is expected to be `{unmet.expected}`, but {instead}"
    return Diagnostic(expectation.location, "AM601", message, hint, unmet=unmet)
