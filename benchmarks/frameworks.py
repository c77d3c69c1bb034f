# ruff: noqa: INP001, PLR2004  # beside run.py, which imports it; chances are what they are
"""Frameworks made by fixed seeds, after the generators of the ICCMA competitions.

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
    """Every attack with the same chance."""
    count = round(density * size * size)
    return {(drawn.randrange(size), drawn.randrange(size)) for _ in range(count)}


def barabasi_albert(drawn: random.Random, size: int) -> Pairs:
    """Who has many attacks gets more."""
    ends, found = [0], set[tuple[int, int]]()
    for one in range(1, size):
        for other in {drawn.choice(ends), drawn.choice(ends)}:
            found.add((one, other) if drawn.random() < 0.6 else (other, one))
            ends += [one, other]
    return found


def watts_strogatz(drawn: random.Random, size: int, near: int, share: float) -> Pairs:
    """A ring in which some attacks go elsewhere."""
    found = set()
    for one in range(size):
        for step in range(1, near + 1):
            other = drawn.randrange(size) if drawn.random() < share else (one + step) % size
            found.add((one, other) if drawn.random() < 0.5 else (other, one))
    return found


def components(drawn: random.Random, size: int, parts: int) -> Pairs:
    """Dense parts one after another, thinly joined."""
    width, found = size // parts, set[tuple[int, int]]()
    for part in range(parts):
        first = part * width
        for one in range(first, first + width):
            for _ in range(3):
                found.add((one, first + drawn.randrange(width)))
            if part and drawn.random() < 0.2:
                found.add((one - width, one))
    return found


def with_stable(drawn: random.Random, size: int) -> Pairs:
    """A third are a stable extension, which attacks all the rest."""
    inside = size // 3
    found = {(drawn.randrange(inside), one) for one in range(inside, size)}
    while len(found) < 6 * size:
        attacker, attacked = drawn.randrange(inside, size), drawn.randrange(size)
        found.add((attacker, attacked))
    return found


def mostly_grounded(drawn: random.Random, size: int) -> Pairs:
    """Attacks run down an order, but for a few."""
    found = set()
    while len(found) < 2 * size:
        one, other = drawn.randrange(size), drawn.randrange(size)
        found.add((min(one, other), max(one, other)) if drawn.random() < 0.99 else (one, other))
    return found


def flat(drawn: random.Random, atoms: int, *, has_circles: bool) -> str:
    """A flat assumption-based framework: three assumptions in ten, two rules for other atoms."""
    assumed = atoms * 3 // 10
    lines = [f"p aba {atoms}", *(f"a {one}" for one in range(1, assumed + 1))]
    lines += [f"c {one} {drawn.randrange(1, atoms + 1)}" for one in range(1, assumed + 1)]
    for head in range(assumed + 1, atoms + 1):
        for _ in range(drawn.randrange(1, 4)):
            most = atoms if has_circles else head - 1
            body = {drawn.randrange(1, most + 1) for _ in range(drawn.randrange(1, 4))} - {head}
            lines.append(" ".join(map(str, ("r", head, *sorted(body)))))
    return "\n".join(lines) + "\n"


def frameworks() -> Iterator[tuple[str, str]]:
    """Names and texts; the names' endings are the formats."""
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
        lines = [f"{one + 1} {other + 1}" for one, other in sorted(pairs())]
        yield f"{name}.af", "\n".join([f"p af {size}", *lines]) + "\n"
    for name, has_circles in (("flat-300", False), ("circles-300", True)):
        yield f"{name}.aba", flat(drawn, 300, has_circles=has_circles)
