"""The `map:` block: title, question, main claims, presentation and named views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.model.presentation import Step, View
from argmap.model.relation import Force

if TYPE_CHECKING:
    from argmap.reading.containers import Loc
    from argmap.reading.declared_ids import Names
    from argmap.reading.places import PlacedFile
    from argmap.reading.shape import MapShape


class MapBlock:
    """The `map:` blocks of all files joined as one; two files may not contradict each other."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.diagnostics: list[Diagnostic] = []
        self._values: dict[str, Any] = {}
        self._files: dict[str, PlacedFile] = {}

    def read(self, file: PlacedFile) -> None:
        """Add the block of one file, if it has one."""
        block = file.shape.map
        if block is None:
            return
        for key in sorted(block.model_fields_set):
            value = getattr(block, key)
            if key in self._values and self._values[key] != value:
                first = self._files[key].key("map", key)
                self.diagnostics.append(
                    Diagnostic(
                        file.key("map", key),
                        "AM312",
                        f"the map's `{key}` is given at {first} already, and differs",
                        "keep one `map:` block for all files of the map",
                    )
                )
                continue
            self._values.setdefault(key, value)
            self._files.setdefault(key, file)
        self._refer(file, block)

    def _refer(self, file: PlacedFile, block: MapShape) -> None:
        for mention, claims in _mentions(block):
            for index, claim in enumerate(claims):
                self.names.refer("claim", claim, file, (*mention, index))
        for name, view in block.views.items():
            if view.focus is not None:
                self.names.refer("claim", view.focus, file, ("map", "views", name, "focus"))
            if view.only_source is not None:
                loc: Loc = ("map", "views", name, "only_source")
                self.names.refer("source", view.only_source, file, loc)

    def result(self) -> dict[str, Any]:
        """The fields of the map, by name, without references that lead nowhere."""
        values = self._values
        claims = self.names.known("claim") - self.names.drafts.keys()
        sources = self.names.known("source")
        return {
            "title": " ".join((values.get("title") or "").split()),
            "question": " ".join((values.get("question") or "").split()) or None,
            "main": tuple(
                dict.fromkeys(claim for claim in values.get("main", ()) if claim in claims)
            ),
            "objections": values.get("objections") or Force.CONTEST,
            "documents": values.get("documents"),
            "meta": values.get("meta", {}),
            "steps": tuple(
                Step(
                    show=tuple(claim for claim in step.show if claim in claims),
                    say=step.say or "",
                    reject=tuple(claim for claim in step.reject if claim in claims),
                    accept=tuple(claim for claim in step.accept if claim in claims),
                )
                for step in values.get("steps", ())
            ),
            "views": {
                name: View(
                    focus=view.focus if view.focus in claims else None,
                    depth=view.depth,
                    only_source=view.only_source if view.only_source in sources else None,
                )
                for name, view in values.get("views", {}).items()
            },
        }


def _mentions(block: MapShape) -> list[tuple[Loc, list[str]]]:
    """The lists of claims in a block, each with its path in the tree."""
    mentions: list[tuple[Loc, list[str]]] = [(("map", "main"), block.main)]
    for index, step in enumerate(block.steps):
        loc: Loc = ("map", "steps", index)
        mentions += [
            ((*loc, "show"), step.show),
            ((*loc, "reject"), step.reject),
            ((*loc, "accept"), step.accept),
        ]
    return mentions
