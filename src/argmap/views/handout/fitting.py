"""As much of a map as can be read in the room of a sheet or a slide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.analysis.labels.in_words import Word
from argmap.graph.extent import part_with
from argmap.views.handout.groups import MOST, Queue
from argmap.views.look import theme
from argmap.views.picture.card_text import face_of
from argmap.views.picture.scene_of_map import scene_of, size_of
from argmap.views.words.citations import Citations

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.labels.labelling import Label
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
    own_labels: Mapping[str, Label]
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
            size = size_of(self.map, self.outline, _heights(self, groups), room)
            if _is_within(size, room):
                scene = scene_of(
                    self.map, self.outline, self.finding, sentences=self.sentences, room=room
                )
                if _is_within((scene.width, scene.height), room):
                    return scene
        tops = frozenset((*self.outline.main, *self.outline.roots))
        return _Choice(self, groups, tops, room).scene()

    def below(self, claim: str, room: Room) -> Scene:
        """A claim with as much as there is room for of what bears on it, and of what is below."""
        groups = Queue(self.map, self.outline, self.finding).of_claim(claim)
        alone = replace(self, map=replace(self.map, main=(claim,)))
        return _Choice(alone, groups, frozenset({claim}), room).scene()

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


class _Choice:
    """The groups that are tried for a room, and the claims that may stand at the top."""

    def __init__(self, shown: Shown, groups: list[Group], tops: frozenset[str], room: Room) -> None:
        self.shown = shown
        self.groups = groups[:MOST]
        self.tops = tops
        self.room = room
        self.heights = _heights(shown, groups)

    def scene(self) -> Scene:
        """The scene of as many groups as fit; one that does not makes way for smaller ones."""
        taken = self._first()
        kept, refused = _claims_of(taken), 0
        for group in self.groups:
            more = kept.union(group)
            if more == kept or not all(self._is_tied(id_, more) for id_ in group):
                continue
            if self._fits(more):
                kept, refused = more, 0
                taken.append(group)
            else:
                refused += 1
            if refused == _MOST_REFUSED:
                break
        scene = self._scene(kept)
        while len(taken) > 1 and not _is_within((scene.width, scene.height), self.room):
            taken.pop()  # lines may need more room than cards
            scene = self._scene(_claims_of(taken))
        return scene

    def _first(self) -> list[Group]:
        """All that stands at the top if it fits, as none is to be refused for another; or one."""
        tops = [group for group in self.groups if self.tops.issuperset(group)]
        return tops if self._fits(_claims_of(tops)) else self.groups[:1]

    def _is_tied(self, id_: str, kept: frozenset[str]) -> bool:
        """Whether a claim is at the top, or a line leads from it to something else that is kept."""
        return id_ in self.tops or any(
            self._is_drawn(relation, kept) for relation in self.shown.map.relations_from(id_)
        )

    def _is_drawn(self, relation: Relation, kept: frozenset[str]) -> bool:
        """Whether all is kept between which a line runs."""
        passed: set[str] = set()
        while kept.issuperset(relation.premises) and relation.id not in passed:
            passed.add(relation.id)
            hit = self.shown.map.relations.get(relation.target)
            if hit is None:
                return relation.target in kept
            relation = hit
        return False

    def _part(self, kept: frozenset[str]) -> tuple[ArgumentMap, Outline]:
        """The part with these claims, its tops in the order of the whole map, without chapters."""
        whole = self.shown.outline
        part, outline = part_with(self.shown.map, whole, kept)
        plain = {id_: replace(claim, section=None) for id_, claim in part.claims.items()}
        roots = tuple(sorted(outline.roots, key=whole.place_of.__getitem__))
        return replace(part, claims=plain), replace(outline, roots=roots)

    def _fits(self, kept: frozenset[str]) -> bool:
        part, outline = self._part(kept)
        return _is_within(size_of(part, outline, self.heights, self.room), self.room)

    def _scene(self, kept: frozenset[str]) -> Scene:
        shown = self.shown
        part, outline = self._part(kept)
        scene = scene_of(part, outline, shown.finding, sentences=shown.sentences, room=self.room)
        left_out = self._left_out(card.claim for card in scene.cards)
        statuses = shown.finding.claims
        contested = {id_ for id_ in shown.map.claims if statuses[id_].word == Word.CONTESTED}
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
            for child in self.shown.outline.children.get(at, ()):
                if child.claim not in above:
                    above[child.claim] = above[at]
                    hidden.setdefault(above[at], []).append(child.claim)
                    waiting.append(child.claim)
        return hidden


def _heights(shown: Shown, groups: list[Group]) -> dict[str, float]:
    """The heights of the cards of all claims that are tried."""
    cite = Citations(shown.map)
    return {
        id_: face_of(
            shown.map.claims[id_],
            shown.outline.numbers[id_],
            cite,
            shown.finding.claims[id_],
            sentences=shown.sentences,
        ).height
        for group in groups[:MOST]
        for id_ in group
    }


def _claims_of(groups: Iterable[Group]) -> frozenset[str]:
    return frozenset(id_ for group in groups for id_ in group)


def _is_within(size: Room, room: Room) -> bool:
    return size[0] <= room[0] and size[1] <= room[1]
