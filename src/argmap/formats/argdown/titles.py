"""The titles of statements and arguments in a document that is written: each unique and stable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.text import is_title
from argmap.reading.slugs import slug

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.origin import Origin


class Titles:
    """The titles of a map's claims by id, and titles for its steps.

    A claim has the title that it had in Argdown, or its label, or its id.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._taken = set(argument_map.claims)
        self.of_claim = {id_: self._title(id_) for id_ in argument_map.claims}
        self._slugs: dict[str, int] = {}
        for title in self.of_claim.values():
            self._slugs[slug(title)] = self._slugs.get(slug(title), 0) + 1
        self._steps: set[str] = set()
        self._number = 0

    def _title(self, id_: str) -> str:
        claim = self._map.claims[id_]
        if claim.label is None:
            return id_
        for title in (_old(claim.origin, "[", "]"), claim.label):
            if title and is_title(title) and title not in self._taken:
                self._taken.add(title)
                return title
        return id_

    def tells_id(self, id_: str) -> bool:
        """Whether a claim has the id that a reader makes of its title, and no origin but that."""
        title = self.of_claim[id_]
        is_old = _old(self._map.claims[id_].origin, "[", "]") == title
        return is_old and slug(title) == id_ and self._slugs[id_] == 1

    def of_step(self, tree: dict[str, Any]) -> str:
        """A title for a step; that which it had in Argdown, if it had one.

        The origin is taken out of the tree where the title says as much.
        """
        origin = tree.get("origin") or {}
        old = str(origin.get("id", ""))
        if origin.get("format") == "argdown" and old[:1] == "<" and old[-1:] == ">":
            title = old[1:-1]
            if is_title(title) and title not in self._steps and not title.startswith("Step "):
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


def _old(origin: Origin | None, opening: str, closing: str) -> str:
    """The title that a part had in Argdown; empty if it had none."""
    if origin is None or origin.format != "argdown":
        return ""
    is_so = origin.id.startswith(opening) and origin.id.endswith(closing)
    return origin.id[1:-1] if is_so else ""
