"""Everything that is drawable of a map, with its place: the one source of picture and page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.analysis.labels.in_words import ClaimStatus
    from argmap.analysis.labels.labelling import Label
    from argmap.model.claim import Mode
    from argmap.model.relation import Kind
    from argmap.views.look.tags import SourceTag

Point = tuple[float, float]


class Shape(StrEnum):
    """The appearance of a block in the picture."""

    CARD = "card"
    BOX = "box"
    """A frame around the cards of linked premises."""
    PILL = "pill"
    """A small sign in which linked premises meet that could not be put into one frame."""
    CHAPTER = "chapter"
    """The heading of a chapter; its claims hang below, and a quiet frame is around them all."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A box by its upper left corner and size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, other: Rect) -> bool:
        """Whether the other lies wholly inside."""
        across = self.x <= other.x and other.right <= self.right
        return across and self.y <= other.y and other.bottom <= self.bottom

    def meets(self, other: Rect) -> bool:
        """Whether the two share any area."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Face:
    """The words on a card, in lines, for reading near (`lines`, `foot`) and from afar (`big`).

    `status` is the word of the claim's status, with its reason where that fits.
    """

    name: str
    status: str
    lines: tuple[str, ...]
    foot: tuple[str, ...]
    big: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Card:
    """One claim in the picture."""

    claim: str
    number: str
    rect: Rect
    face: Face
    tag: SourceTag | None
    mode: Mode
    status: ClaimStatus
    main: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """A quiet frame around the claims of one section, with its title in the upper left corner.

    `title` is the section's name, as far as it suits a title; `section` is empty for the claims
    that name none.
    """

    section: str
    title: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Container:
    """What holds linked premises together: a box around their cards, or a pill where they meet."""

    relation: str
    shape: Shape
    rect: Rect
    members: tuple[str, ...]
    label: Label


@dataclass(frozen=True, slots=True)
class Arrow:
    """One relation as a line; `path` is a start and cubic curves of six numbers each.

    `target` is a claim, or for an undercut a relation; `disc` is the place of the sign on the
    line, which undercuts of this relation aim at; `heading` is the way in which the line ends.
    `both` marks a contradiction: one line for two attacks. `disputed` marks what keeps a claim
    contested, `far` what leads to another chapter, or was drawn by the mapper to another source.
    """

    relation: str
    kind: Kind
    premises: tuple[str, ...]
    target: str
    path: tuple[float, ...]
    disc: Point
    heading: Point
    mode: Mode
    label: Label
    both: bool
    disputed: bool
    far: bool

    @property
    def quiet(self) -> bool:
        """Whether it stays in the background: it leads far off and settles nothing."""
        return self.far and not self.disputed


@dataclass(frozen=True, slots=True)
class Tie:
    """A quiet line that joins two claims that say the same, or a premise and its pill.

    `place` is where there is room to write on the line what it means; `far` as for an arrow.
    """

    first: str
    second: str
    path: tuple[float, ...]
    same_claim: bool
    place: Point | None
    far: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is drawn, in the order in which it is drawn; nothing has coordinates below zero.

    `unmet` says in words which expectations of the author the map does not meet.
    """

    title: str
    question: str | None
    width: float
    height: float
    cards: tuple[Card, ...]
    containers: tuple[Container, ...]
    arrows: tuple[Arrow, ...]
    ties: tuple[Tie, ...]
    chapters: tuple[Chapter, ...]
    sources: tuple[SourceTag, ...]
    unmet: tuple[str, ...] = ()
