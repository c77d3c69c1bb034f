"""A map as shapes with positions: the values from which both picture and page are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.analysis.labels.in_words import ClaimStatus
    from argmap.analysis.labels.labelling import Label
    from argmap.model.claim import Mode
    from argmap.model.relation import Kind, Relation
    from argmap.views.look.tags import SourceTag

Point = tuple[float, float]


class Shape(StrEnum):
    """The appearance of a block in the picture."""

    CARD = "card"
    BOX = "box"
    """A frame around the cards of linked premises."""
    PILL = "pill"
    """A small sign at which linked premises meet whose cards are not in one frame."""
    CHAPTER = "chapter"
    """The heading of a chapter, whose claims hang below it in a faint frame."""


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
    """The words on a card, in lines: small (`lines`, `foot`), and large for a distant view (`big`).

    `status` is the word of the claim's status, with its reason if there is room for it. `whole` and
    `whole_height` are the lines and the height if the card shows the claim's whole sentence.
    """

    name: str
    status: str
    lines: tuple[str, ...]
    foot: tuple[str, ...]
    big: tuple[str, ...]
    height: float
    whole: tuple[str, ...]
    whole_height: float


@dataclass(frozen=True, slots=True)
class Card:
    """One claim in the picture.

    `left_out` is the number of claims below it that are not drawn; `hides` says that a contested
    one is among them. `quiet` is the card of a claim that another map has.
    """

    claim: str
    number: str
    rect: Rect
    face: Face
    tag: SourceTag | None
    mode: Mode
    status: ClaimStatus
    main: bool
    left_out: int = 0
    hides: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A faint frame around the claims of one section, with its title in the upper left corner.

    `title` is the section's name, shortened if it is long; `section` is empty for the claims
    without a section.
    """

    section: str
    title: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Container:
    """The sign of linked premises: a box around their cards, or a pill where their lines meet."""

    relation: str
    shape: Shape
    rect: Rect
    members: tuple[str, ...]
    label: Label


@dataclass(frozen=True, slots=True)
class Arrow:
    """One relation as a line; `path` is a start and cubic curves of six numbers each.

    `target` is a claim, or for an undercut a relation. `disc` is the place of the sign on the line,
    at which undercuts of this relation end; `heading` is the direction at the line's end. `both`
    marks a contradiction: one line for two attacks. `disputed` marks an attack that keeps its
    target contested, `far` a line to another chapter, or by the mapper to another source.
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
        """Whether the line is drawn faintly: it leads far and keeps no claim contested."""
        return self.far and not self.disputed


@dataclass(frozen=True, slots=True)
class Tie:
    """A thin line between two statements of the same claim, or from a premise to its pill.

    `place` is a point with room for words on the line, or None; `far` is as for an arrow.
    """

    first: str
    second: str
    path: tuple[float, ...]
    same_claim: bool
    place: Point | None
    far: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """All shapes of a picture, in drawing order; no coordinate is below zero.

    `unmet` are messages about expectations of the author that the map does not meet. `sentences`
    says that cards show whole sentences, also where the whole map is large. `remark` says what the
    picture leaves out, `undrawn` are the relations that have no line as there are too many.
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
    sentences: bool = False
    remark: str = ""
    undrawn: tuple[Relation, ...] = ()
