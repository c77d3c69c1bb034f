"""Decision diagrams: conditions on sets, and their minimal sets, counted without listing them.

A binary decision diagram (Bryant 1986) represents a condition, such as that a goal is derivable
from a set of grants. The minimal sets for which it holds are a zero-suppressed diagram (Minato
1993), computed by the recursion of Rauzy (1993). Nodes are numbers; 0 and 1 are the two leaves. No
function recurses, as a diagram may be as deep as there are variables.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, TypeAlias

from argmap.reasoning.time_limit import check_time_limit

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

Node: TypeAlias = int
Triple: TypeAlias = tuple[int, Node, Node]  # variable, child with it, child without it
# An operation in progress: it yields pairs of nodes and is sent the result for each (see `_run`).
Call: TypeAlias = "Generator[tuple[Node, Node], Node, Node]"

# The leaves. Of conditions: false and true; of families: no set, and the empty set alone.
NONE, ALL = 0, 1
_STEPS_A_LOOK = 1000  # steps between two looks at the clock
_END = 1 << 60  # the variable of the leaves: larger than every other, so leaves come last


class TooLargeError(Exception):
    """A diagram took more steps than allowed; there is no partial result."""


class Diagrams:
    """The nodes of diagrams over variables 0, 1, 2 ..., shared by all, and the operations on them.

    Every step of work is counted, and past `steps` there is no answer: a limit in seconds would
    give different answers on different machines.

    Raises:
        TooLargeError: on any operation past the limit.
        TimeUpError: on any operation past the limit of time or memory around it.

    The minimal sets of "0 and 1, or 2":

    >>> diagrams = Diagrams(1000)
    >>> both = diagrams.both(diagrams.variable(0), diagrams.variable(1))
    >>> family = diagrams.minimal(diagrams.either(both, diagrams.variable(2)))
    >>> list(diagrams.smallest_first(family))
    [(2,), (0, 1)]
    """

    never = NONE
    always = ALL

    def __init__(self, steps: int) -> None:
        self.steps_left = steps
        self.nodes: list[Triple] = [(_END, NONE, NONE), (_END, ALL, ALL)]
        self._known: dict[Triple, Node] = {}
        self._done: dict[tuple[str, Node, Node], Node] = {}
        self._opposite: dict[Node, Node] = {NONE: ALL, ALL: NONE}

    def variable(self, number: int) -> Node:
        """The condition that the variable is in the set."""
        return self._node(number, ALL, NONE)

    def either(self, first: Node, second: Node) -> Node:
        """The condition that at least one of two conditions holds."""
        return self._run("either", first, second)

    def both(self, first: Node, second: Node) -> Node:
        """The condition that two conditions hold."""
        return self._run("both", first, second)

    def opposite(self, condition: Node) -> Node:
        """The condition that another one does not hold: the same diagram, its leaves swapped."""
        known = self._opposite
        waiting = [condition]
        while waiting:
            node = waiting[-1]
            if node in known:
                waiting.pop()
                continue
            variable, with_it, without = self.nodes[node]
            coming = [child for child in (with_it, without) if child not in known]
            if coming:
                waiting += coming
                continue
            self._take_step()
            other = self._node(variable, known[with_it], known[without])
            known[node], known[other] = other, node
        return known[condition]

    def minimal(self, condition: Node) -> Node:
        """The family of the minimal sets for which a monotone condition holds (Rauzy 1993).

        A minimal set that needs the node's variable must contain no minimal set that does without.
        """
        family_of: dict[Node, Node] = {NONE: NONE, ALL: ALL}
        for node in self.reachable(condition):  # children come before their parents
            variable, with_it, without = self.nodes[node]
            rest = family_of[without]
            needed = self._run("beyond", family_of[with_it], rest)
            family_of[node] = self._family(variable, needed, rest)
        return family_of[condition]

    def dual(self, condition: Node) -> Node:
        """The condition that the complement of a set makes the given condition fail.

        It swaps "and" with "or": the children of every node, and the two leaves.
        """
        dual_of: dict[Node, Node] = {NONE: ALL, ALL: NONE}
        for node in self.reachable(condition):
            variable, with_it, without = self.nodes[node]
            dual_of[node] = self._node(variable, dual_of[without], dual_of[with_it])
        return dual_of[condition]

    def count(self, family: Node) -> int:
        """The number of sets of a family."""
        number = {NONE: 0, ALL: 1}
        for node in self.reachable(family):
            _, with_it, without = self.nodes[node]
            number[node] = number[with_it] + number[without]
        return number[family]

    def members(self, family: Node) -> set[int]:
        """The variables that occur in some set of a family."""
        return {self.nodes[node][0] for node in self.reachable(family)}

    def smallest_first(self, family: Node) -> Iterator[tuple[int, ...]]:
        """The sets of a family by size, then by their variables in ascending order.

        A best-first search: the priority of a path is the size of the smallest set that it leads
        to, so that sets come out in order and only as many as are asked for are built.
        """
        least: dict[Node, float] = {NONE: float("inf"), ALL: 0}
        for node in self.reachable(family):
            _, with_it, without = self.nodes[node]
            least[node] = min(1 + least[with_it], least[without])
        waiting: list[tuple[float, tuple[int, ...], Node]] = []
        if family != NONE:
            heappush(waiting, (least[family], (), family))
        while waiting:
            _size, chosen, node = heappop(waiting)
            if node == ALL:
                yield chosen
                continue
            variable, with_it, without = self.nodes[node]
            if with_it != NONE:
                cost = len(chosen) + 1 + least[with_it]
                heappush(waiting, (cost, (*chosen, variable), with_it))
            if without != NONE:
                heappush(waiting, (len(chosen) + least[without], chosen, without))

    def _node(self, variable: int, with_it: Node, without: Node) -> Node:
        """The node of a condition; none is needed where the variable makes no difference."""
        return with_it if with_it == without else self._made((variable, with_it, without))

    def _family(self, variable: int, with_it: Node, without: Node) -> Node:
        """The node of a family; none is needed where the variable is in no set."""
        return without if with_it == NONE else self._made((variable, with_it, without))

    def _made(self, triple: Triple) -> Node:
        """The node with this content, which exists once: equal diagrams have equal numbers."""
        node = self._known.get(triple)
        if node is None:
            node = self._known[triple] = len(self.nodes)
            self.nodes.append(triple)
        return node

    def reachable(self, root: Node) -> list[Node]:
        """The inner nodes below a root, itself included, children first.

        Sorting by number does that, as a node is made after its children.
        """
        seen, waiting = {NONE, ALL}, [root]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += self.nodes[node][1:]
        return sorted(seen - {NONE, ALL})

    def _take_step(self) -> None:
        self.steps_left -= 1
        if self.steps_left < 0:
            raise TooLargeError
        if not self.steps_left % _STEPS_A_LOOK:
            check_time_limit(_STEPS_A_LOOK // 250)

    def _run(self, operation: str, first: Node, second: Node) -> Node:
        """The result of an operation on two nodes, recursion replaced by a stack (a trampoline).

        Each operation is a generator. Where a recursive function would call itself on two smaller
        nodes, it yields the pair and is sent the result. Results are remembered in `_done`, so
        that each pair is computed once.
        """
        table = {"either": self._either, "both": self._both, "beyond": self._beyond}
        step, done = table[operation], self._done
        stack = [((operation, first, second), step(first, second))]
        answer: Node | None = None
        while stack:
            key, call = stack[-1]
            try:
                needed = call.send(answer)  # type: ignore[arg-type]  # None starts it
            except StopIteration as end:  # the value of its `return`
                answer = done[key] = end.value
                stack.pop()
                continue
            answer = done.get((operation, *needed))
            if answer is None:  # a new call, started by sending it None
                self._take_step()
                stack.append(((operation, *needed), step(*needed)))
        if answer is None:
            raise AssertionError("an operation ended without an answer")
        return answer

    def _either(self, first: Node, second: Node) -> Call:
        if ALL in (first, second):
            return ALL
        if second in (first, NONE):
            return first
        if first == NONE:
            return second
        variable, pair_with, pair_without = self._split(first, second)
        with_it = yield pair_with
        without = yield pair_without
        return self._node(variable, with_it, without)

    def _both(self, first: Node, second: Node) -> Call:
        if NONE in (first, second):
            return NONE
        if second in (first, ALL):
            return first
        if first == ALL:
            return second
        variable, pair_with, pair_without = self._split(first, second)
        with_it = yield pair_with
        without = yield pair_without
        return self._node(variable, with_it, without)

    def _beyond(self, family: Node, smaller: Node) -> Call:
        """The sets of a family that contain no set of the other family."""
        if NONE in (family, smaller):
            return family
        if smaller in (ALL, family):
            return NONE
        if family == ALL:
            return NONE if self._holds_empty(smaller) else ALL
        variable, with_it, without = self.nodes[family]
        other, other_with, other_without = self.nodes[smaller]
        if other < variable:  # no set of the family has that variable
            return (yield family, other_without)
        if variable < other:
            kept_with = yield with_it, smaller
            kept_without = yield without, smaller
            return self._family(variable, kept_with, kept_without)
        # A set with the variable may contain sets with and without it, the others only the latter.
        kept = yield with_it, other_with
        kept_with = yield kept, other_without
        kept_without = yield without, other_without
        return self._family(variable, kept_with, kept_without)

    def _holds_empty(self, family: Node) -> bool:
        """Whether the empty set is in a family: the path on which no variable is taken."""
        while family not in (NONE, ALL):
            family = self.nodes[family][2]
        return family == ALL

    def _split(self, first: Node, second: Node) -> tuple[int, tuple[Node, Node], tuple[Node, Node]]:
        """The first variable of two conditions, both conditions with it, and both without it.

        A condition that does not mention the variable is the same in both cases.
        """
        first_variable, first_with, first_without = self.nodes[first]
        second_variable, second_with, second_without = self.nodes[second]
        variable = min(first_variable, second_variable)
        if first_variable != variable:
            first_with = first_without = first
        if second_variable != variable:
            second_with = second_without = second
        return variable, _sorted(first_with, second_with), _sorted(first_without, second_without)


def _sorted(first: Node, second: Node) -> tuple[Node, Node]:
    """A pair in ascending order: "and" and "or" commute, so each pair is remembered once."""
    return (first, second) if first <= second else (second, first)
