"""The counters by which the grounded extension is found."""

from __future__ import annotations

from argmap.reasoning.columns import times_of

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.reasoning.framework import Framework

TRUE, DEAD = 1, 2  # the states of a decided atom; 0 is an open one
NEVER = -1  # the count of missing premises of a rule that cannot fire any more


class Counters:
    """The states of atoms, and how much of what would decide them is missing or remains.

    `state` is the state of each atom: open, true or dead. `missing` counts for each rule the
    premises that are not true yet, and is negative where a premise is dead. `carriers` counts for
    each atom the rules that can still derive it, `threats` for each assumption the contraries that
    are not dead yet.
    """

    __slots__ = ("carriers", "missing", "state", "threats")

    def __init__(self, framework: Framework) -> None:
        self.state = bytearray(framework.atoms)
        self.missing = framework.horn.lengths[:]
        self.carriers = times_of(framework.atoms, framework.horn.heads)
        self.threats = times_of(framework.atoms, framework.victims.items)
