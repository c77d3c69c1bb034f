"""The `map:` block: title, question, what to read first, the presentation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.model.argument_map import Step, View
from argmap.model.relation import Force

if TYPE_CHECKING:
    from argmap.reading.names import Names
    from argmap.reading.places import Loc, PlacedFile
    from argmap.reading.shape import MapShape


class MapBlock:
    """Joins the `map:` blocks of a map's files; they must not disagree."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.diagnostics: list[Diagnostic] = []
        self._said: dict[str, Any] = {}
        self._files: dict[str, PlacedFile] = {}

    def read(self, file: PlacedFile) -> None:
        """Take in what one file says of the map."""
        block = file.shape.map
        if block is None:
            return
        for key in sorted(block.model_fields_set):
            value = getattr(block, key)
            if key in self._said and self._said[key] != value:
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
            self._said.setdefault(key, value)
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
        """What was said, as fields of the map, without what is unknown."""
        said = self._said
        claims, sources = self.names.known("claim"), self.names.known("source")
        return {
            "title": " ".join((said.get("title") or "").split()),
            "question": " ".join((said.get("question") or "").split()) or None,
            "main": tuple(dict.fromkeys(one for one in said.get("main", ()) if one in claims)),
            "objections": said.get("objections", Force.CONTEST),
            "steps": tuple(
                Step(
                    show=tuple(one for one in step.show if one in claims),
                    say=step.say or "",
                    reject=tuple(one for one in step.reject if one in claims),
                    accept=tuple(one for one in step.accept if one in claims),
                )
                for step in said.get("steps", ())
            ),
            "views": {
                name: View(
                    focus=view.focus if view.focus in claims else None,
                    depth=view.depth,
                    only_source=view.only_source if view.only_source in sources else None,
                )
                for name, view in said.get("views", {}).items()
            },
        }


def _mentions(block: MapShape) -> list[tuple[Loc, list[str]]]:
    mentions: list[tuple[Loc, list[str]]] = [(("map", "main"), block.main)]
    for index, step in enumerate(block.steps):
        loc: Loc = ("map", "steps", index)
        mentions += [
            ((*loc, "show"), step.show),
            ((*loc, "reject"), step.reject),
            ((*loc, "accept"), step.accept),
        ]
    return mentions
