"""The parts of an Argdown document as its parser finds them, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.formats.argdown.tokens import ArgdownToken


@dataclass(slots=True)
class ArgdownElement:
    """A statement or an argument where it stands: defined, or only named.

    `title` is empty if it has none. `related` are the relations written below it.
    """

    start: int
    is_argument: bool
    title: str = ""
    is_reference: bool = False
    content: list[ArgdownToken] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    data: ArgdownToken | None = None
    related: list[DrawnBelow] = field(default_factory=list)


@dataclass(slots=True)
class DrawnBelow:
    """A relation of an element to the one above it: its signs as written, such as `<+`."""

    signs: str
    start: int
    element: ArgdownElement


@dataclass(slots=True)
class Inference:
    """The line between premises and conclusion: rules, data, and what undercuts the step."""

    start: int
    rules: list[str] = field(default_factory=list)
    data: ArgdownToken | None = None
    related: list[DrawnBelow] = field(default_factory=list)
    is_closed: bool = True


@dataclass(slots=True)
class PremiseStructure:
    """A premise-conclusion structure: statements, each with the inference before it, if any."""

    start: int
    lines: list[tuple[Inference | None, ArgdownElement]] = field(default_factory=list)


@dataclass(slots=True)
class HeadingBlock:
    """A heading; its level is the number of its signs."""

    start: int
    level: int
    content: list[ArgdownToken] = field(default_factory=list)
    data: ArgdownToken | None = None


Block = ArgdownElement | PremiseStructure | HeadingBlock


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """An error of syntax: the place in the text, the message, and the cure."""

    start: int
    message: str
    hint: str


@dataclass(slots=True)
class ArgdownDocument:
    """A document as parsed: its front matter, its blocks, and all errors of syntax."""

    front_matter: ArgdownToken | None = None
    blocks: list[Block] = field(default_factory=list)
    faults: list[SyntaxFault] = field(default_factory=list)
