"""Decision diagrams: all minimal sets of a monotone condition, counted without listing them.

Binary decision diagrams (Bryant 1986) say of which sets of grants a goal is derivable; the minimal
ones among these sets are a zero-suppressed diagram (Minato 1993) by the recursion of Rauzy (1993).
Nodes are numbers; 0 and 1 are the two ends. Nothing here recurses: a diagram may be as deep as
there are grants.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from argmap.reasoning.horn import Atom, Horn

Node: TypeAlias = int
Triple: TypeAlias = tuple[int, Node, Node]  # variable, the part with it, the part without

NONE, ALL = 0, 1  # in a family: no set at all, and the empty set alone
_END = 1 << 60  # after every variable


class TooLargeError(Exception):
    """A diagram took more steps than it was given; nothing is known of what it would have said."""


class Diagrams:
    """Nodes shared by all diagrams over variables 0, 1, 2 ..., and what is done with them.

    Every step of work is counted; past `steps` it stops, so that an answer never depends on how
    fast the machine is.

    Raises:
        TooLargeError: on any operation past the limit.
    """

    def __init__(self, steps: int) -> None:
        self.steps_left = steps
        self.nodes: list[Triple] = [(_END, NONE, NONE), (_END, ALL, ALL)]
        self._known: dict[Triple, Node] = {}
        self._done: dict[tuple[str, Node, Node], Node] = {}

    def variable(self, number: int) -> Node:
        """The condition that the variable is in the set."""
        return self._node(number, ALL, NONE)

    def either(self, one: Node, other: Node) -> Node:
        """The condition that one of two conditions holds."""
        return self._run("either", one, other)

    def both(self, one: Node, other: Node) -> Node:
        """The condition that two conditions hold."""
        return self._run("both", one, other)

    def minimal(self, condition: Node) -> Node:
        """The family of the smallest sets for which a monotone condition holds (Rauzy 1993)."""
        found: dict[Node, Node] = {NONE: NONE, ALL: ALL}
        for node in self._reachable(condition):  # parts come before what is made of them
            variable, with_it, without = self.nodes[node]
            rest = found[without]
            found[node] = self._family(variable, self._run("beyond", found[with_it], rest), rest)
        return found[condition]

    def dual(self, condition: Node) -> Node:
        """The condition that what is left out makes the given one fail."""
        found: dict[Node, Node] = {NONE: ALL, ALL: NONE}
        for node in self._reachable(condition):
            variable, with_it, without = self.nodes[node]
            found[node] = self._node(variable, found[without], found[with_it])
        return found[condition]

    def count(self, family: Node) -> int:
        """How many sets a family has."""
        number = {NONE: 0, ALL: 1}
        for node in self._reachable(family):
            _, with_it, without = self.nodes[node]
            number[node] = number[with_it] + number[without]
        return number[family]

    def members(self, family: Node) -> set[int]:
        """The variables that are in some set of a family."""
        return {self.nodes[node][0] for node in self._reachable(family)}

    def smallest_first(self, family: Node) -> Iterator[tuple[int, ...]]:
        """The sets of a family by size, then by their variables in ascending order."""
        least: dict[Node, float] = {NONE: float("inf"), ALL: 0}
        for node in self._reachable(family):
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
        """A condition: a node that does not decide anything is left out."""
        return with_it if with_it == without else self._made((variable, with_it, without))

    def _family(self, variable: int, with_it: Node, without: Node) -> Node:
        """A family: a variable that is in no set is left out."""
        return without if with_it == NONE else self._made((variable, with_it, without))

    def _made(self, triple: Triple) -> Node:
        node = self._known.get(triple)
        if node is None:
            node = self._known[triple] = len(self.nodes)
            self.nodes.append(triple)
        return node

    def _reachable(self, root: Node) -> list[Node]:
        """The inner nodes below a root, itself included, parts first: by number."""
        seen, waiting = {NONE, ALL}, [root]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += self.nodes[node][1:]
        return sorted(seen - {NONE, ALL})

    def _run(self, operation: str, one: Node, other: Node) -> Node:
        """The operation on two nodes; what it needs of smaller ones is done first, on a stack."""
        table = {"either": self._either, "both": self._both, "beyond": self._beyond}
        step, done = table[operation], self._done
        stack = [((operation, one, other), step(one, other))]
        answer: Node | None = None
        while stack:
            key, work = stack[-1]
            try:
                needed = work.send(answer)  # type: ignore[arg-type]  # None starts it
            except StopIteration as end:
                answer = done[key] = end.value
                stack.pop()
                continue
            answer = done.get((operation, *needed))
            if answer is None:
                self.steps_left -= 1
                if self.steps_left < 0:
                    raise TooLargeError
                stack.append(((operation, *needed), step(*needed)))
        if answer is None:
            raise AssertionError("an operation ended without an answer")
        return answer

    def _either(self, one: Node, other: Node) -> Generator[tuple[Node, Node], Node, Node]:
        if ALL in (one, other):
            return ALL
        if other in (one, NONE):
            return one
        if one == NONE:
            return other
        variable, first, second = self._split(one, other)
        with_it = yield first
        without = yield second
        return self._node(variable, with_it, without)

    def _both(self, one: Node, other: Node) -> Generator[tuple[Node, Node], Node, Node]:
        if NONE in (one, other):
            return NONE
        if other in (one, ALL):
            return one
        if one == ALL:
            return other
        variable, first, second = self._split(one, other)
        with_it = yield first
        without = yield second
        return self._node(variable, with_it, without)

    def _beyond(self, family: Node, smaller: Node) -> Generator[tuple[Node, Node], Node, Node]:
        """The sets of a family that hold no set of another one."""
        if NONE in (family, smaller):
            return family
        if smaller in (ALL, family):
            return NONE
        if family == ALL:
            return NONE if self._holds_empty(smaller) else ALL
        variable, with_it, without = self.nodes[family]
        other, other_with, other_without = self.nodes[smaller]
        if other < variable:
            return (yield family, other_without)
        if variable < other:
            kept_with = yield with_it, smaller
            kept_without = yield without, smaller
            return self._family(variable, kept_with, kept_without)
        kept = yield with_it, other_with
        kept_with = yield kept, other_without
        kept_without = yield without, other_without
        return self._family(variable, kept_with, kept_without)

    def _holds_empty(self, family: Node) -> bool:
        while family not in (NONE, ALL):
            family = self.nodes[family][2]
        return family == ALL

    def _split(self, one: Node, other: Node) -> tuple[int, tuple[Node, Node], tuple[Node, Node]]:
        """The first variable of two conditions, and both of them with it and without."""
        first, second = self.nodes[one], self.nodes[other]
        variable = min(first[0], second[0])
        with_one, without_one = first[1:] if first[0] == variable else (one, one)
        with_other, without_other = second[1:] if second[0] == variable else (other, other)
        return variable, _sorted(with_one, with_other), _sorted(without_one, without_other)


def _sorted(one: Node, other: Node) -> tuple[Node, Node]:
    return (one, other) if one <= other else (other, one)


def condition_of(diagrams: Diagrams, horn: Horn, variables: dict[Atom, int], goal: Atom) -> Node:
    """The diagram of the sets of grants from which a goal is derivable.

    `variables` numbers the grants. Circles are passed over until nothing changes. Cost: may be
    exponential in the grants; the diagrams' own limit ends it.

    >>> from argmap.reasoning.horn import Horn
    >>> diagrams = Diagrams(1000)
    >>> horn = Horn(3, ((2, (0, 1)), (2, (0,))))
    >>> diagrams.count(diagrams.minimal(condition_of(diagrams, horn, {0: 0, 1: 1}, 2)))
    1
    """
    found = [NONE] * horn.atoms
    for atom, number in variables.items():
        found[atom] = diagrams.variable(number)
    for group in horn.components:
        changed = True
        while changed:
            changed = False
            for atom in group:
                node = found[atom]
                for rule in horn.rules_for.of(atom):
                    body = [found[one] for one in horn.rules[rule][1]]
                    node = diagrams.either(node, _all_of(diagrams, body))
                if node != found[atom]:
                    found[atom] = node
                    changed = len(group) > 1
    return found[goal]


def _all_of(diagrams: Diagrams, conditions: Sequence[Node]) -> Node:
    node = ALL
    for one in conditions:
        node = diagrams.both(node, one)
    return node
