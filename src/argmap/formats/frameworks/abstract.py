"""The content of a file in an abstract format: a framework, and the names of its atoms."""

from __future__ import annotations

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom


class Abstract:
    """A framework read from a file; `names` are the names of its atoms, in the file's order.

    `is_flat_aba` is true for assumption-based frameworks, false for those of Dung (1995), where
    every atom is an argument.
    """

    __slots__ = ("framework", "is_flat_aba", "names")

    def __init__(
        self, framework: Framework, names: tuple[str, ...], *, is_flat_aba: bool = False
    ) -> None:
        self.framework = framework
        self.names = names
        self.is_flat_aba = is_flat_aba

    def atom_of(self, name: str) -> Atom | None:
        """The atom with this name, or None."""
        try:
            return self.names.index(name)
        except ValueError:
            return None


class FormatError(Exception):
    """A text that violates its format; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message
