"""The statements of an argument graph that have the same label in a map as in Carneades."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Meaning:
    """Arguments and issues, and the statements whose label they give Carneades and a map alike.

    Carneades weighs arguments, lets no position of a tied issue stand, and leaves statements
    undecided that support only each other. A map does otherwise; what depends on such a statement
    is not expected of it. `is_whole` says that all arguments are given, and none is derived.

    >>> meaning = Meaning(is_whole=True)
    >>> meaning.argument(["p"], "q", ["u"], is_plain=True)
    >>> meaning.rivals(["q", "r"])
    >>> meaning.carries_over("p"), meaning.carries_over("q"), meaning.carries_over("u")
    (True, False, True)
    """

    def __init__(self, *, is_whole: bool) -> None:
        self.is_whole = is_whole
        self._above: dict[str, list[str]] = {}
        self._supports: dict[str, list[str]] = {}
        self._premises: dict[str, int] = {}
        self._doubtful: list[str] = []

    def argument(
        self,
        premises: Iterable[str],
        conclusion: str,
        undercutters: Iterable[str],
        *,
        is_plain: bool,
    ) -> None:
        """Add an argument; one that is not plain has a weight."""
        for premise in premises:
            self._above.setdefault(premise, []).append(conclusion)
            self._supports.setdefault(premise, []).append(conclusion)
            self._premises[conclusion] = self._premises.get(conclusion, 0) + 1
        for undercutter in undercutters:
            self._above.setdefault(undercutter, []).append(conclusion)
        if not is_plain:
            self._doubtful.append(conclusion)

    def rivals(self, positions: Iterable[str]) -> None:
        """Add an issue."""
        self._doubtful += positions

    def carries_over(self, statement: str) -> bool:
        """Whether the label of a statement is the same in both."""
        return self.is_whole and statement not in self._changed

    @cached_property
    def _changed(self) -> set[str]:
        waiting = [*self._doubtful, *self._in_circles()]
        changed = set(waiting)
        for statement in waiting:  # grows on the way
            for above in self._above.get(statement, ()):
                if above not in changed:
                    changed.add(above)
                    waiting.append(above)
        return changed

    def _in_circles(self) -> list[str]:
        """The statements in circles of support, or above one."""
        missing = dict(self._premises)
        ready = [each for each in self._supports if not missing.get(each)]
        for statement in ready:  # grows on the way
            for above in self._supports.get(statement, ()):
                missing[above] -= 1
                if not missing[above]:
                    ready.append(above)
        return [statement for statement, count in missing.items() if count]
