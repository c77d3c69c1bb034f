"""The lines of a picture that lead far, of which only stubs are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from argmap.views.look import theme
from argmap.views.picture.scene import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model.relation import Kind
    from argmap.views.picture.scene import Arrow, Card, Container, Rect, Scene, Tie


@dataclass(frozen=True, slots=True)
class Missing:
    """A line that is not drawn: where it starts and ends, and what its two ends are called.

    `kind` is None between statements of the same claim. `above` is how far a tab may stand above
    the start; `end` is None where the line ends on another line.
    """

    kind: Kind | None
    own: bool
    fallen: bool
    start: Rect
    above: float
    end: Rect | None
    origin: str
    aim: str


class FarLines:
    """The lines of a scene that are not drawn, by the rule of the interactive page."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.arrows: Mapping[str, Arrow] = {arrow.relation: arrow for arrow in scene.arrows}
        self.cards: Mapping[str, Card] = {card.claim: card for card in scene.cards}
        self.boxes: Mapping[str, Container] = {each.relation: each for each in scene.containers}
        framed = (each.members for each in scene.containers if each.shape is Shape.BOX)
        self.framed = frozenset(claim for members in framed for claim in members)

    def has_stubs(self, arrow: Arrow) -> bool:
        """Whether a line is long, leads far and settles nothing, or ends on such a line."""
        passed: set[str] = set()
        at: Arrow | None = arrow
        while at is not None and at.relation not in passed:
            if is_far_off(at) and not at.disputed:
                return True
            passed.add(at.relation)
            at = self.arrows.get(at.target)
        return False

    def missing(self) -> Iterator[Missing]:
        """The lines that are not drawn."""
        for arrow in self.scene.arrows:
            if self.has_stubs(arrow):
                yield self._relation(arrow)
        for tie in self.scene.ties:
            if is_far_off(tie):
                yield from self._tie(tie)

    def _relation(self, arrow: Arrow) -> Missing:
        box = self.boxes.get(arrow.relation)
        first = arrow.premises[0]
        start = box.rect if box else self.cards[first].rect
        end = self.cards.get(arrow.target)
        return Missing(
            arrow.kind,
            arrow.mode.is_mappers,
            arrow.label == "out",
            start,
            theme.STUB["tab_on_frame"] if box else self._above(first),
            end.rect if end else None,
            " & ".join(self.cards[claim].number for claim in arrow.premises),
            self._aim(arrow.target),
        )

    def _tie(self, tie: Tie) -> Iterator[Missing]:
        if tie.same_claim:
            for here, there in ((tie.first, tie.second), (tie.second, tie.first)):
                start, above = self.cards[here].rect, self._above(here)
                aim = self.cards[there].number
                yield Missing(None, False, False, start, above, None, "", aim)  # noqa: FBT003  # as named above
            return
        arrow, start = self.arrows.get(tie.second), self.cards[tie.first].rect
        if arrow is not None:
            origin, aim = self.cards[tie.first].number, self._aim(arrow.target)
            end = self.boxes[tie.second].rect
            above = self._above(tie.first)
            yield Missing(arrow.kind, False, False, start, above, end, origin, aim)  # noqa: FBT003  # as named above

    def _above(self, claim: str) -> float:
        return theme.STUB["tab_in_frame" if claim in self.framed else "tab_on_card"]

    def _aim(self, target: str) -> str:
        """The number of the claim to which a line leads in the end."""
        passed: set[str] = set()
        while target in self.arrows and target not in passed:
            passed.add(target)
            target = self.arrows[target].target
        return self.cards[target].number if target in self.cards else ""


def is_far_off(line: Arrow | Tie) -> bool:
    """Whether a line leads far and is long: a short one disturbs nobody, wherever it leads."""
    path = line.path
    length = sum(
        hypot(path[at + 4] - path[at - 2], path[at + 5] - path[at - 1])
        for at in range(2, len(path), 6)
    )
    return line.far and length > theme.STUB["short"]
