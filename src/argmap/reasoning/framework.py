"""Flat assumption-based argumentation frameworks over integers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Atom: TypeAlias = int
Rule: TypeAlias = tuple[Atom, tuple[Atom, ...]]

_TWO = 2


@dataclass(frozen=True, slots=True)
class Framework:
    """A flat assumption-based framework (Bondarenko, Dung, Kowalski, Toni 1997).

    Atoms are 0 to `atoms` - 1. A rule is its head and its body; no head is an assumption, and a
    body may be empty. `contraries` are pairs of an assumption and an atom contrary to it; an
    assumption may have several, and is attacked by whatever derives one of them.

    Raises:
        ValueError: an atom is out of range, or a rule's head is an assumption.
    """

    atoms: int
    assumptions: tuple[Atom, ...]
    rules: tuple[Rule, ...]
    contraries: tuple[tuple[Atom, Atom], ...]

    def __post_init__(self) -> None:
        known, assumed = range(self.atoms), set(self.assumptions)
        for head, body in self.rules:
            if head in assumed:
                raise ValueError(f"assumption {head} is the head of a rule: not flat")
            if head not in known or (body and not 0 <= min(body) <= max(body) < self.atoms):
                raise ValueError(f"the rule for {head} names an atom out of range")
        for assumption, contrary in self.contraries:
            if assumption not in assumed or contrary not in known:
                raise ValueError(f"{contrary} cannot be contrary to {assumption}")


def derivable(framework: Framework, assumptions: frozenset[Atom]) -> frozenset[Atom]:
    """The atoms derivable from a set of assumptions, these included; derivations are finite.

    Forward chaining with a counter of missing premises for every rule (Dowling, Gallier 1984).
    Cost: linear in the rules.

    >>> chain = Framework(3, (0,), ((1, (0,)), (2, (1,))), ())
    >>> sorted(derivable(chain, frozenset({0})))
    [0, 1, 2]
    """
    waiting_for: dict[Atom, list[int]] = {}
    missing: list[int] = []
    is_found = bytearray(framework.atoms)
    agenda = list(assumptions)
    for atom in agenda:
        is_found[atom] = True
    for index, (head, body) in enumerate(framework.rules):
        needed = body if len(body) < _TWO else set(body)
        missing.append(len(needed))
        for atom in needed:
            waiting_for.setdefault(atom, []).append(index)
        if not needed and not is_found[head]:
            is_found[head] = True
            agenda.append(head)
    for atom in agenda:  # grows while it is read
        for index in waiting_for.get(atom, ()):
            missing[index] -= 1
            head = framework.rules[index][0]
            if not missing[index] and not is_found[head]:
                is_found[head] = True
                agenda.append(head)
    return frozenset(agenda)
