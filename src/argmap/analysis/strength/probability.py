"""The probability that a claim stands, and what each of its premises does to it."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, counted, row
from argmap.analysis.strength.premises_in_doubt import in_doubt
from argmap.reasoning.diagrams import TooLargeError
from argmap.reasoning.probability.exact import STEPS, by_diagrams
from argmap.reasoning.probability.sampling import SAMPLES, by_samples_in_time

if TYPE_CHECKING:
    from argmap.analysis.reading_of_map import Reading
    from argmap.reasoning.horn import Atom
    from argmap.reasoning.probability.question import Chance, Chances


@dataclass(frozen=True, slots=True)
class Swing:
    """A probability if a premise is conceded, and if it is refuted.

    `birnbaum` is the difference: how much hangs on settling the premise, whatever its credence
    (Birnbaum 1969). `criticality` is that times the credence, in parts of the probability: the
    share of it that flows through the premise; None where the probability is 0. Each is below 0
    where the premise tells against the claim. `stderr` is the standard error of `birnbaum`, None
    if it is exact. Where no sample could tell, all that depends on it is None.
    """

    if_conceded: float | None
    if_refuted: float | None
    birnbaum: float | None
    criticality: float | None
    stderr: float | None = None


@dataclass(frozen=True, slots=True)
class PremiseInDoubt:
    """A premise by the smallest id of its class, its credence, and what depends on it.

    `is_assumed` tells that nobody gave the credence. `derivable` is None where no path of supports
    leads from the premise to the claim.
    """

    premise: str
    credence: float
    is_assumed: bool
    stands: Swing
    derivable: Swing | None


@dataclass(frozen=True, slots=True, repr=False)
class ProbabilityFinding(Finding):
    """The probability that a claim stands, its premises true independently, each by its credence.

    A premise is a granted claim from which a path of supports, attacks and undercuts leads to the
    claim, the claim itself included; one that is not true has its grant withdrawn and keeps its
    supports. `p_derivable` leaves attacks out. `p_stands` and `p_falls` are those of the labels
    `in` and `out` under the grounded extension, `p_open` that of neither. The premises come as in a
    tornado: the largest effect on standing first, in either direction.

    `exact` says whether the numbers are exact; else they are estimates from `samples` worlds drawn
    at random, and `stderr` is the largest standard error of the four. `assumed` are the premises
    for which a credence was assumed. Numbers of the map that bear on the claim and play no part
    are named: `ignored_credences` are claims that are no premises, or restate one that has a
    credence; `ignored_weights` are relations.
    """

    claim: str
    p_derivable: float
    p_stands: float
    p_falls: float
    p_open: float
    exact: bool
    samples: int | None
    stderr: float | None
    premises: tuple[PremiseInDoubt, ...]
    assumed: tuple[str, ...]
    ignored_credences: tuple[str, ...]
    ignored_weights: tuple[str, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One row for each premise, with what it does to standing and to being derivable."""
        return [
            row(
                premise=each.premise,
                credence=each.credence,
                is_assumed=each.is_assumed,
                **_cells("stands", each.stands),
                **_cells("derivable", each.derivable),
            )
            for each in self.premises
        ]

    def _summary(self) -> str:
        about = "" if self.exact else "about "
        premises = counted(len(self.premises), "premise")
        return f"{self.claim} stands with probability {about}{self.p_stands:.2f}, {premises}"


def probability(
    reading: Reading, claim: str, *, steps: int = STEPS, samples: int = SAMPLES
) -> ProbabilityFinding:
    """The probability that a claim is derivable, and that it stands, and its premises as a tornado.

    The premises are taken to be independent of each other. Credences are those of the reading's
    stance, else those of the map, else 0.8; of a class of restated claims that of its smallest id
    that has one. A claim that the stance rejects has neither grant nor supports, one that it
    accepts is a fact, whatever their credences; a credence below one half is no rejection here.
    The semantics is always the grounded one, under the reading's force of objections.

    Exact by decision diagrams while these need no more than `steps` steps, and otherwise estimated
    from `samples` worlds, fewer where the limit of time is reached; up to that the same on every
    machine. Cost: a second for each of two orders of the premises at most, and then a pass over the
    part of the map that bears on the claim for each 8,192 samples.

    Raises:
        UsageError: there is no such claim.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> finding = probability(Reading(THREE_CLAIMS), "close")
    >>> round(finding.p_derivable, 2), round(finding.p_stands, 2), round(finding.p_open, 2)
    (0.8, 0.16, 0.64)
    >>> [(each.premise, round(each.stands.birnbaum, 2)) for each in finding.premises]
    [('shops', -0.8), ('quieter', 0.2)]
    """
    doubt = in_doubt(reading, claim)
    try:
        answer, exact = by_diagrams(doubt.question, steps), True
    except TooLargeError:
        (answer, samples), exact = by_samples_in_time(doubt.question, samples), False
    overall = answer.derivable.overall, answer.stands.overall, answer.falls.overall
    p_open = _open(overall[1].value, overall[2].value)
    premises = [
        PremiseInDoubt(
            premise.id,
            premise.credence,
            premise.is_assumed,
            _swing(answer.stands, atom, premise.credence),
            _swing(answer.derivable, atom, premise.credence)
            if atom in answer.derivable.given
            else None,
        )
        for atom, premise in doubt.premises.items()
    ]
    return ProbabilityFinding(
        claim,
        p_derivable=overall[0].value,
        p_stands=overall[1].value,
        p_falls=overall[2].value,
        p_open=p_open,
        exact=exact,
        samples=None if exact else samples,
        stderr=None if exact else _largest(overall, p_open, samples),
        premises=tuple(sorted(premises, key=_largest_first)),
        assumed=tuple(each.premise for each in premises if each.is_assumed),
        ignored_credences=doubt.idle_credences,
        ignored_weights=doubt.idle_weights,
    )


def _swing(chances: Chances, atom: Atom, credence: float) -> Swing:
    conceded, refuted = chances.given[atom]
    if conceded is None or refuted is None:
        return Swing(_value(conceded), _value(refuted), None, None)
    by, overall = conceded.value - refuted.value, chances.overall.value
    share = credence * by / overall if overall else None
    errors = conceded.error, refuted.error
    stderr = None if None in errors else sqrt(sum(error**2 for error in errors if error))
    return Swing(conceded.value, refuted.value, by, share, stderr)


def _value(chance: Chance | None) -> float | None:
    return None if chance is None else chance.value


def _open(stands: float, falls: float) -> float:
    """The rest of 1, with what is only rounding taken away."""
    rest = 1 - stands - falls
    return rest if rest > 1e-12 else 0.0  # noqa: PLR2004  # the last digits of a sum near 1


def _largest(overall: tuple[Chance, ...], p_open: float, samples: int) -> float:
    """The largest standard error of the four probabilities."""
    share = (p_open * samples + 2) / (samples + 4)
    errors = [chance.error for chance in overall if chance.error is not None]
    return max(*errors, sqrt(share * (1 - share) / (samples + 4)))


def _largest_first(premise: PremiseInDoubt) -> tuple[float, str]:
    """The order of a tornado, equal effects (but for rounding) by id."""
    return -round(abs(premise.stands.birnbaum or 0.0), 9), premise.premise


def _cells(question: str, swing: Swing | None) -> dict[str, float | None]:
    """The cells of a swing in a row."""
    names = ("if_conceded", "if_refuted", "birnbaum", "criticality", "stderr")
    return {f"{question}_{name}": None if swing is None else getattr(swing, name) for name in names}
