# ruff: noqa: INP001, PLR2004  # beside run.py, which imports it; chances are what they are
"""Frameworks generated with fixed seeds, after the generators of the ICCMA competitions.

Erdos-Renyi, Barabasi-Albert, Watts-Strogatz, strongly connected components, frameworks with a large
grounded part, with stable extensions, and flat assumption-based ones with and without circles.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Pairs = set[tuple[int, int]]


def erdos_renyi(drawn: random.Random, size: int, density: float) -> Pairs:
    """Attacks drawn at random, each pair with the same chance."""
    count = round(density * size * size)
    return {(drawn.randrange(size), drawn.randrange(size)) for _ in range(count)}


def barabasi_albert(drawn: random.Random, size: int) -> Pairs:
    """Preferential attachment: arguments with many attacks are likely to get more."""
    # Every argument is listed once for each of its attacks, so that a draw prefers frequent ones.
    ends, attacks = [0], set[tuple[int, int]]()
    for new in range(1, size):
        for old in {drawn.choice(ends), drawn.choice(ends)}:
            attacks.add((new, old) if drawn.random() < 0.6 else (old, new))
            ends += [new, old]
    return attacks


def watts_strogatz(drawn: random.Random, size: int, near: int, share: float) -> Pairs:
    """A ring of neighbours, in which a share of the attacks leads to a random argument instead."""
    attacks = set()
    for first in range(size):
        for step in range(1, near + 1):
            second = drawn.randrange(size) if drawn.random() < share else (first + step) % size
            attacks.add((first, second) if drawn.random() < 0.5 else (second, first))
    return attacks


def components(drawn: random.Random, size: int, parts: int) -> Pairs:
    """A row of dense parts with few attacks from each part on the next."""
    width, attacks = size // parts, set[tuple[int, int]]()
    for part in range(parts):
        first = part * width
        for attacker in range(first, first + width):
            for _ in range(3):
                attacks.add((attacker, first + drawn.randrange(width)))
            if part and drawn.random() < 0.2:
                attacks.add((attacker - width, attacker))
    return attacks


def with_stable(drawn: random.Random, size: int) -> Pairs:
    """A framework of which a third is a stable extension: it attacks all other arguments."""
    inside = size // 3
    attacks = {(drawn.randrange(inside), outsider) for outsider in range(inside, size)}
    while len(attacks) < 6 * size:
        attacker, attacked = drawn.randrange(inside, size), drawn.randrange(size)
        attacks.add((attacker, attacked))
    return attacks


def mostly_grounded(drawn: random.Random, size: int) -> Pairs:
    """An almost acyclic framework: 99 attacks in 100 lead from a smaller to a larger number."""
    attacks = set()
    while len(attacks) < 2 * size:
        pair = drawn.randrange(size), drawn.randrange(size)
        attacks.add((min(pair), max(pair)) if drawn.random() < 0.99 else pair)
    return attacks


def flat(drawn: random.Random, atoms: int, *, has_circles: bool) -> str:
    """The text of a flat framework: 3 assumptions in 10 atoms, 1 to 3 rules for each other atom."""
    assumed = atoms * 3 // 10
    lines = [f"p aba {atoms}", *(f"a {atom}" for atom in range(1, assumed + 1))]
    lines += [f"c {atom} {drawn.randrange(1, atoms + 1)}" for atom in range(1, assumed + 1)]
    for head in range(assumed + 1, atoms + 1):
        for _ in range(drawn.randrange(1, 4)):
            most = atoms if has_circles else head - 1
            body = {drawn.randrange(1, most + 1) for _ in range(drawn.randrange(1, 4))} - {head}
            lines.append(" ".join(map(str, ("r", head, *sorted(body)))))
    return "\n".join(lines) + "\n"


def frameworks() -> Iterator[tuple[str, str]]:
    """The names and texts of all frameworks; the suffix of a name is the format."""
    drawn = random.Random(7)  # noqa: S311  # the same every time, and no secret
    made: dict[str, tuple[int, Callable[[], Pairs]]] = {
        "er-60-sparse": (60, lambda: erdos_renyi(drawn, 60, 0.03)),
        "er-200": (200, lambda: erdos_renyi(drawn, 200, 0.04)),
        "ba-5000": (5000, lambda: barabasi_albert(drawn, 5000)),
        "ws-300": (300, lambda: watts_strogatz(drawn, 300, 6, 0.3)),
        "scc-400": (400, lambda: components(drawn, 400, 20)),
        "stable-300": (300, lambda: with_stable(drawn, 300)),
        "er-250": (250, lambda: erdos_renyi(drawn, 250, 0.04)),
        "stable-400": (400, lambda: with_stable(drawn, 400)),
        "scc-20000": (20_000, lambda: components(drawn, 20_000, 1_000)),
        "grounded-50000": (50_000, lambda: mostly_grounded(drawn, 50_000)),
    }
    for name, (size, pairs) in made.items():
        lines = [f"{attacker + 1} {attacked + 1}" for attacker, attacked in sorted(pairs())]
        yield f"{name}.af", "\n".join([f"p af {size}", *lines]) + "\n"
    for name, has_circles in (("flat-300", False), ("circles-300", True)):
        yield f"{name}.aba", flat(drawn, 300, has_circles=has_circles)
