"""The titles of statements and arguments in a document that is written: each unique and stable."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.text import is_argument_title, is_title
from argmap.model.origin import Origin
from argmap.model.relation import Kind
from argmap.reading.slugs import slug

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

_STEP = re.compile(r"Step \d+")


class Titles:
    """The titles of a map's claims by id, and titles for its steps.

    A claim has the title that it had in Argdown, or its label, or its id. `of_claim` has them in
    the brackets of statements and arguments.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._taken = set(argument_map.claims)
        self._steps: set[str] = set()
        self._number = 0
        self._statements = _statements(argument_map)
        self.titles = {id_: self._title(id_) for id_ in argument_map.claims}
        self.of_claim = {id_: self._named(id_, title) for id_, title in self.titles.items()}
        self._slugs = Counter(slug(title) for title in self.titles.values())

    def _title(self, id_: str) -> str:
        claim = self._map.claims[id_]
        if claim.label is None:
            return id_
        old = _old(claim.origin, "[", "]") or _old(claim.origin, "<", ">")
        for title in (old, claim.label):
            if title and is_title(title) and title not in self._taken:
                self._taken.add(title)
                return title
        return id_

    def _named(self, id_: str, title: str) -> str:
        """A title in its brackets: an argument is one again where nothing wants a statement."""
        was_argument = _old(self._map.claims[id_].origin, "<", ">") == title
        can_be = is_argument_title(title) and not _STEP.fullmatch(title)
        if was_argument and can_be and id_ not in self._statements:
            self._steps.add(title)
            return f"<{title}>"
        return f"[{title}]"

    def says_id(self, id_: str) -> bool:
        """Whether the title says the id of a claim: it is the id, or a reader makes that of it."""
        return self.titles[id_] == id_ or self.says_origin(id_)

    def says_origin(self, id_: str) -> bool:
        """Whether the title says the origin of a claim, and no other title comes to the same id."""
        title = self.titles[id_]
        origin = self._map.claims[id_].origin
        is_old = origin is not None and origin == Origin("argdown", self.of_claim[id_])
        return is_old and title != id_ and slug(title) == id_ and self._slugs[id_] == 1

    def of_step(self, tree: dict[str, Any]) -> str:
        """A title for a step; that which it had in Argdown, if it had one.

        The origin is taken out of the tree where the title says as much.
        """
        origin = tree.get("origin") or {}
        old = str(origin.get("id", ""))
        if origin.get("format") == "argdown" and old[:1] == "<" and old[-1:] == ">":
            title = old[1:-1]
            if is_argument_title(title) and title not in self._steps and not _STEP.fullmatch(title):
                self._steps.add(title)
                del tree["origin"]
                return title
        self._number += 1
        return f"Step {self._number}"

    def against(self, step: str) -> str:
        """A title for the conclusion of a step that attacks."""
        title = f"{step}, against"
        while title in self._taken:
            title += " it"
        self._taken.add(title)
        return title


def _statements(argument_map: ArgumentMap) -> set[str]:
    """The claims that cannot be arguments: they contradict, or are part of an argument's steps."""
    relations = argument_map.relations.values()
    hit = {relation.target for relation in relations}
    same = Counter(ends_of(relation) for relation in relations)
    members: set[str] = set()
    for relation in relations:
        is_plain = not (relation.is_linked or relation.contradiction or relation.id in hit)
        if not is_plain or same[ends_of(relation)] > 1 or relation.kind is Kind.UNDERCUTS:
            members.update(relation.premises, (relation.target,))
    return members


def ends_of(relation: Relation) -> tuple[str, tuple[str, ...], str]:
    """The ends of a relation and its kind: the same for relations that are written alike."""
    return str(relation.kind), relation.premises, relation.target


def _old(origin: Origin | None, opening: str, closing: str) -> str:
    """The title that a part had in Argdown; empty if it had none."""
    if origin is None or origin.format != "argdown":
        return ""
    is_so = origin.id.startswith(opening) and origin.id.endswith(closing)
    return origin.id[1:-1] if is_so else ""
