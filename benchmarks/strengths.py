# ruff: noqa: INP001  # beside run.py, which calls it
"""The cost of strengths on one random graph, beside peers: evaluation alone, the graph being made.

The peers, QBAF-Py and Uncertainpy, run in the Python that has them (`--strengths PYTHON`). A bare
sum over the same links as one product of a sparse matrix (scipy) shows what memory alone costs.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import time
from typing import TYPE_CHECKING

import numpy as np

from argmap.reasoning.strength.forward import evaluated
from argmap.reasoning.strength.gradients import gradients
from argmap.reasoning.strength.gradual import GRADUAL
from argmap.reasoning.strength.network import Network, Scores
from argmap.reasoning.strength.order import planned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEMANTICS, LINKS_A_NODE, CLOSE = "quadratic-energy", 4, 1e-6
_GRAPH = f"""
import random
def graph(links, circles):
    draw, nodes = random.Random(7), links // {LINKS_A_NODE}
    base = [draw.random() for _ in range(nodes)]
    kinds = [], []
    seen = set()
    while len(seen) < links:
        pair = draw.randrange(nodes), draw.randrange(nodes)
        if not circles:
            pair = min(pair), max(pair)
        if pair[0] == pair[1] or pair in seen or pair[::-1] in seen:
            continue
        seen.add(pair)
        kinds[draw.random() < 0.5].append(pair)
    return base, kinds
"""
_QBAF_PY = (
    _GRAPH
    + """
import sys, time
from qbaf import QBAFramework
base, (attacks, supports) = graph(int(sys.argv[1]), sys.argv[2] == "circles")
names = [str(number) for number in range(len(base))]
pairs = [[(names[a], names[b]) for a, b in kind] for kind in (attacks, supports)]
framework = QBAFramework(names, base, *pairs, semantics="QuadraticEnergy_model",
    allow_cycles=sys.argv[2] == "circles", convergence_threshold=1e-6)
start = time.process_time()
framework.final_strengths
print(time.process_time() - start)
"""
)
_UNCERTAINPY = (
    _GRAPH
    + """
import sys, time
from uncertainpy.gradual.BAG import BAG
from uncertainpy.gradual.Argument import Argument
from uncertainpy.gradual.algorithms.Acyclic import computeStrengthValues
from uncertainpy.gradual.semantics.modular.SumAggregation import SumAggregation
from uncertainpy.gradual.semantics.modular.QuadraticMaximumInfluence import (
    QuadraticMaximumInfluence)
base, (attacks, supports) = graph(int(sys.argv[1]), False)
bag, nodes = BAG(), [Argument(str(number), score) for number, score in enumerate(base)]
for a, b in attacks:
    bag.add_attack(nodes[a], nodes[b])
for a, b in supports:
    bag.add_support(nodes[a], nodes[b])
start = time.process_time()
computeStrengthValues(bag, SumAggregation(), QuadraticMaximumInfluence(1))
print(time.process_time() - start)
"""
)


def _graph(links: int, *, circles: bool) -> Network:
    """The graph that the peers make, too."""
    made: dict[str, Callable[[int, bool], tuple[list[float], tuple[list[tuple[int, int]], ...]]]]
    made = {}
    exec(_GRAPH, {"random": random}, made)  # noqa: S102  # the same text for us and for the peers
    base, (attacks, supports) = made["graph"](links, circles)
    return Network.of(base, supports, attacks)


def _timed(work: Callable[[], object], rounds: int) -> float:
    """The median processor time in seconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def _peer(python: str, script: str, links: int, kind: str) -> float | None:
    """The seconds that a peer says it took; None if it is not there, fails, or takes too long."""
    command = [python, "-c", script, str(links), kind]
    try:
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, check=True, timeout=300
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return float(done.stdout)


def _bare_sum(network: Network, rounds: int) -> float | None:
    """The seconds of one product of the links as a sparse matrix with all strengths."""
    try:
        from scipy import sparse  # noqa: PLC0415  # comes with the extra `corpus`
    except ImportError:
        return None
    links = [network.supports, network.attacks]
    signs = np.concatenate([np.full(len(links[0]), 1.0), np.full(len(links[1]), -1.0)])
    ends = [
        np.concatenate([getattr(each, end) for each in links]) for end in ("targets", "sources")
    ]
    matrix = sparse.csr_matrix((signs, tuple(ends)), shape=(len(network), len(network)))
    return _timed(lambda: matrix @ network.base, rounds)


def _rows(python: str | None, rounds: int) -> Iterator[tuple[str, float | None]]:
    """The rows of the table, with seconds; None where something was skipped."""
    for links in (1_000, 100_000, 1_000_000):
        network = _graph(links, circles=False)
        plan, gradual = planned(network), GRADUAL[SEMANTICS]
        scores = Scores(network.base[plan.node])
        strengths = evaluated(plan, gradual, scores).strengths
        goal = int(plan.place[len(network) - 1])
        what = f"{links:,} links, acyclic"
        yield f"strengths, {what}", _timed(lambda: evaluated(plan, gradual, scores), rounds)  # noqa: B023  # called at once
        yield (
            f"all slopes of one claim, {what}",
            _timed(lambda: gradients(plan, gradual, scores, strengths, goal), rounds),  # noqa: B023
        )
        yield f"one product of a sparse matrix, {what}", _bare_sum(network, rounds)
        if python is not None and links < 1_000_000:  # noqa: PLR2004  # their graph alone takes long
            yield f"QBAF-Py, {what}", _peer(python, _QBAF_PY, links, "acyclic")
            yield f"Uncertainpy, {what}", _peer(python, _UNCERTAINPY, links, "acyclic")
    for links in (1_000, 100_000):
        network = _graph(links, circles=True)
        plan, gradual = planned(network), GRADUAL[SEMANTICS]
        scores = Scores(network.base[plan.node])
        what = f"{links:,} links, in circles, to {CLOSE:g}"
        yield (
            f"strengths, {what}",
            _timed(
                lambda: evaluated(plan, gradual, scores, CLOSE),  # noqa: B023  # called at once
                rounds,
            ),
        )
        if python is not None:
            yield f"QBAF-Py, {what}", _peer(python, _QBAF_PY, links, "circles")


def table(rounds: int, python: str | None) -> Iterator[str]:
    """The section of RESULTS.md."""
    yield "## Strengths"
    yield ""
    yield (
        f"Made by `--strengths PYTHON`, {rounds} rounds, medians of processor time; {SEMANTICS}, "
        f"{LINKS_A_NODE} links a node. Evaluation alone: the graph is there. On circles argmap "
        "also proves that no other strengths fit. Peers once each."
    )
    yield ""
    yield "| what | milliseconds |"
    yield "|---|---:|"
    skipped = []
    for what, seconds in _rows(python, rounds):
        if seconds is None:
            skipped.append(what)
        else:
            yield f"| `{what}` | {seconds * 1000:,.2f} |"
    if python is None:
        skipped.append("QBAF-Py and Uncertainpy")
    if skipped:
        yield ""
        yield f"Skipped, for they were not there or took over five minutes: {'; '.join(skipped)}."
