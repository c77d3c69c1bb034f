"""As much of a map as can be read in the room of a sheet or a slide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.graph.extent import part_with
from argmap.views.handout.groups import MOST, Queue
from argmap.views.look import theme
from argmap.views.picture.card_text import face_of
from argmap.views.picture.scene_of_map import scene_of, size_of
from argmap.views.words.citations import Citations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation
    from argmap.views.handout.groups import Group
    from argmap.views.picture.scene import Scene

Room = tuple[float, float]
"""A width and a height in the units of a picture."""

_MOST_REFUSED = 25  # groups that do not fit, one after the other, until no more are tried


@dataclass(frozen=True, slots=True)
class Shown:
    """A map, or a part of it, read for sheets: what of it is drawn depends on the room there."""

    map: ArgumentMap
    outline: Outline
    finding: StatusFinding
    sentences: bool = False

    @property
    def name_size(self) -> float:
        """The size of the letters of names on its cards."""
        return theme.LABEL_SIZE if self.sentences else theme.BIG_SIZE

    @property
    def caption_size(self) -> float:
        """The size of the letters of sources and statuses on its cards."""
        return theme.SMALL_SIZE if self.sentences else theme.AFAR["size"]

    def overview(self, room: Room) -> Scene:
        """All of it with its chapters if there is room, else the conclusions and the disputes."""
        groups = Queue(self.map, self.outline, self.finding).of_map()
        if len(groups) < MOST:
            heights = self._heights(groups)
            if _is_within(size_of(self.map, self.outline, heights, room), room):
                scene = scene_of(
                    self.map, self.outline, self.finding, sentences=self.sentences, room=room
                )
                if _is_within((scene.width, scene.height), room):
                    return scene
        return self._as_many(groups, room)

    def below(self, claim: str, room: Room) -> Scene:
        """A claim with as much as there is room for of what bears on it, and of what is below."""
        queue = Queue(self.map, self.outline, self.finding)
        return self._as_many(queue.of_claim(claim), room)

    def claims_below(self, claim: str) -> dict[str, None]:
        """A claim and all that is below it, in any order."""
        every = {claim: None}
        waiting = [claim]
        for at in waiting:  # grows while it is read
            fresh = [
                child.claim
                for child in self.outline.children.get(at, ())
                if child.claim not in every
            ]
            every |= dict.fromkeys(fresh)
            waiting += fresh
        return every

    def _as_many(self, groups: list[Group], room: Room) -> Scene:
        """The scene of as many groups as fit; one that does not makes way for smaller ones."""
        heights = self._heights(groups)
        first, *rest = groups[:MOST]
        kept, taken, refused = frozenset(first), [first], 0
        for group in rest:
            more = kept.union(group)
            if not all(self._is_tied(id_, more) for id_ in group):
                continue
            if self._fits(more, heights, room):
                kept, refused = more, 0
                taken.append(group)
            else:
                refused += 1
            if refused == _MOST_REFUSED:
                break
        scene = self._scene(kept, room)
        while len(taken) > 1 and not _is_within((scene.width, scene.height), room):
            taken.pop()  # lines may need more room than cards
            scene = self._scene(frozenset().union(*taken), room)
        return scene

    def _heights(self, groups: list[Group]) -> dict[str, float]:
        cite = Citations(self.map)
        return {
            id_: face_of(
                self.map.claims[id_],
                self.outline.numbers[id_],
                cite,
                self.finding.claims[id_],
                sentences=self.sentences,
            ).height
            for group in groups[:MOST]
            for id_ in group
        }

    def _is_tied(self, id_: str, kept: frozenset[str]) -> bool:
        """Whether a claim is at the top, or a line leads from it to something else that is kept."""
        is_top = id_ in self.outline.roots or id_ in self.outline.main
        return is_top or any(
            self._is_drawn(relation, kept) for relation in self.map.relations_from(id_)
        )

    def _is_drawn(self, relation: Relation, kept: frozenset[str]) -> bool:
        """Whether all is kept between which a line runs."""
        passed: set[str] = set()
        while kept.issuperset(relation.premises) and relation.id not in passed:
            passed.add(relation.id)
            hit = self.map.relations.get(relation.target)
            if hit is None:
                return relation.target in kept
            relation = hit
        return False

    def _part(self, kept: frozenset[str]) -> tuple[ArgumentMap, Outline]:
        """The part with these claims, its tops in the order of the whole map, without chapters."""
        part, outline = part_with(self.map, self.outline, kept)
        plain = {id_: replace(claim, section=None) for id_, claim in part.claims.items()}
        roots = tuple(sorted(outline.roots, key=self.outline.place_of.__getitem__))
        main = tuple(id_ for id_ in self.outline.main if id_ in kept)
        return replace(part, claims=plain), replace(outline, roots=roots, main=main)

    def _fits(self, kept: frozenset[str], heights: dict[str, float], room: Room) -> bool:
        part, outline = self._part(kept)
        return _is_within(size_of(part, outline, heights, room), room)

    def _scene(self, kept: frozenset[str], room: Room) -> Scene:
        part, outline = self._part(kept)
        scene = scene_of(part, outline, self.finding, sentences=self.sentences, room=room)
        left_out = self._left_out(card.claim for card in scene.cards)
        contested = {id_ for id_ in self.map.claims if self.finding.claims[id_].word == "contested"}
        cards = (
            replace(card, left_out=len(hidden), hides=not contested.isdisjoint(hidden))
            for card in scene.cards
            for hidden in [left_out.get(card.claim, ())]
        )
        return replace(scene, cards=tuple(cards))

    def _left_out(self, drawn: Iterable[str]) -> dict[str, list[str]]:
        """The claims not drawn, each below the nearest claim that is: no one is counted twice."""
        above = {id_: id_ for id_ in drawn}
        hidden: dict[str, list[str]] = {}
        waiting = list(above)
        for at in waiting:  # grows while it is read
            for child in self.outline.children.get(at, ()):
                if child.claim not in above:
                    above[child.claim] = above[at]
                    hidden.setdefault(above[at], []).append(child.claim)
                    waiting.append(child.claim)
        return hidden


def _is_within(size: Room, room: Room) -> bool:
    return size[0] <= room[0] and size[1] <= room[1]
