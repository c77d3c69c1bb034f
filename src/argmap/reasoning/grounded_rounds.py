"""The grounded extension of large frameworks: wide agendas in rounds, with numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from argmap.reasoning.arrays import array_of, view, view_of_marks
from argmap.reasoning.counters import DEAD, NEVER, TRUE
from argmap.reasoning.rounds import Lists, Marking, Once, lowered

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from argmap.reasoning.counters import Counters
    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom


class GroundedRounds:
    """The steps of the propagation in `argmap.reasoning.grounded`, many at once.

    They change the counters of that propagation. While the rounds exist, these cannot grow.

    >>> from argmap.reasoning.counters import Counters
    >>> from argmap.reasoning.framework import Framework
    >>> framework = Framework(3, (0, 1, 2), (), ((1, 0), (2, 1)))  # 0 attacks 1, 1 attacks 2
    >>> counters = Counters(framework)
    >>> rounds = GroundedRounds(framework, counters)
    >>> rounds.propagate(rounds.begin(), 0)
    ([], [])
    >>> list(counters.state)
    [1, 2, 1]
    """

    def __init__(self, framework: Framework, counters: Counters) -> None:
        self.users, self.victims = Lists(framework.horn.rules_using), Lists(framework.victims)
        self.heads = view(framework.horn.heads)
        self.is_assumed = view_of_marks(framework.is_assumed)
        self.states = Marking(counters.state)
        self.missing, self.carriers = view(counters.missing), view(counters.carriers)
        self.threats = view(counters.threats)
        self.rules_once = Once(len(self.heads))

    def begin(self) -> array[int]:
        """Decide the atoms for which nothing has to be decided before; these."""
        state = self.states.marks
        state[(self.threats == 0) & (self.is_assumed == 1)] = TRUE
        state[(self.carriers == 0) & (self.is_assumed == 0)] = DEAD
        state[self.heads[self.missing == 0]] = TRUE
        return array_of(np.flatnonzero(state))

    def propagate(self, agenda: Sequence[Atom], wide: int) -> tuple[list[Atom], list[Atom]]:
        """Decide what follows from an agenda while more than so many atoms are on it.

        Beside the atoms that remain, those that lost a rule and are open nevertheless.
        """
        atoms, losers = view(agenda), [view(())]
        while len(atoms) > wide:
            is_true = self.states.marks[atoms] == TRUE
            true, dead = atoms[is_true], atoms[~is_true]
            filled = lowered(self.missing, self.users.of(true))
            heads = self.heads[self.broken(self.users.of(dead))]
            bare = lowered(self.carriers, heads)
            freed = lowered(self.threats, self.victims.of(dead))
            decided = (
                self.states.put(TRUE, self.heads[filled]),
                self.states.put(DEAD, self.victims.of(true)),
                self.states.put(DEAD, bare),
                self.states.put(TRUE, freed),
            )
            atoms = np.concatenate(decided)
            losers.append(heads)
        lost = np.concatenate(losers)
        return atoms.tolist(), lost[self.states.marks[lost] == 0].tolist()

    def broken(self, rules: NDArray[np.int32]) -> NDArray[np.int32]:
        """The rules of these that could fire until now, each once; none of them can any more."""
        alive = self.rules_once.each(rules[self.missing[rules] >= 0])
        self.missing[alive] = NEVER
        return alive
