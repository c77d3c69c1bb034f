"""The premises that matter: those to be asked about when people try to agree on a map."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.analysis.debate.trials import Trial, TrialKind, Trials
from argmap.analysis.rests_on.conclusions import conclusions

if TYPE_CHECKING:
    from argmap.analysis.reading_of_map import Reading


def deciding_premises(reading: Reading) -> tuple[str, ...]:
    """The premises on which a main conclusion hangs or rests, the most critical first.

    A main conclusion hangs on a premise if to reject or to accept that premise alone changes
    whether it stands; so the premises of objections are among them. It rests on the premises that
    lead to it. First come those on which most main conclusions hang, then those without which most
    have no derivation, then those on which most rest; then they go in the order of the outline. Of
    restated claims the one with the lowest number is given.

    Cost: that of `conclusions`; a trial or two for each premise.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> deciding_premises(Reading(THREE_CLAIMS))
    ('shops', 'quieter')
    """
    argument_map, place_of = reading.map, reading.outline.place_of
    main = {argument_map.head_of(id_) for id_ in reading.outline.main}
    premises = [
        head
        for head in dict.fromkeys(argument_map.head_of(id_) for id_ in argument_map.claims)
        if argument_map.is_granted(head) and head not in main
    ]
    hangs = _hanging(reading, premises)
    needs: Counter[str] = Counter()
    rests: Counter[str] = Counter()
    for conclusion in conclusions(reading).conclusions:
        if conclusion.claim in main:
            needs.update(map(argument_map.head_of, conclusion.critical))
            rests.update(map(argument_map.head_of, conclusion.premises))

    def first_of(head: str) -> str:
        return min(argument_map.class_of(head), key=place_of.__getitem__)

    def rank(head: str) -> tuple[int, int, int, int]:
        return (-hangs[head], -needs[head], -rests[head], place_of[first_of(head)])

    bearing = [head for head in premises if hangs[head] or rests[head]]
    return tuple(first_of(head) for head in sorted(bearing, key=rank))


def _hanging(reading: Reading, premises: list[str]) -> Counter[str]:
    """The number of main conclusions that hang on each premise."""
    trials = [Trial(kind, id_) for id_ in premises for kind in (TrialKind.REJECT, TrialKind.ACCEPT)]
    turning = Trials(reading).turning_each(trials, [*reading.outline.main])
    hangs: Counter[str] = Counter()
    for of_main in turning.values():
        hangs.update({trial.id for trial in of_main})
    return hangs
