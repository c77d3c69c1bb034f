"""What a file of an abstract format says: a framework, and the names of its atoms."""

from __future__ import annotations

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.reasoning.framework import Framework
    from argmap.reasoning.horn import Atom


class Abstract:
    """A framework as a file has it; `names` are the atoms' own, in the order of the file.

    `is_flat_aba` tells assumption-based frameworks from those of Dung, where every atom is an
    argument.
    """

    __slots__ = ("framework", "is_flat_aba", "names")

    def __init__(
        self, framework: Framework, names: tuple[str, ...], *, is_flat_aba: bool = False
    ) -> None:
        self.framework = framework
        self.names = names
        self.is_flat_aba = is_flat_aba

    def atom_of(self, name: str) -> Atom | None:
        """The atom with this name, if there is one."""
        try:
            return self.names.index(name)
        except ValueError:
            return None


class FormatError(Exception):
    """The text is not what its format says; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message
