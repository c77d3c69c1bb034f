"""The map as browsers are given it, made once for each of its states."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.analysis.details import NO_DETAILS, details
from argmap.analysis.people.coverage import coverage
from argmap.analysis.reading_of_map import Reading
from argmap.pipeline import Wanted, drawn
from argmap.reading.garbage import paused_garbage_collection
from argmap.views.page.document_data import document_in_page
from argmap.views.page.payload import Content
from argmap.views.page.served import answers_in_page, as_text, map_in_page
from argmap.views.page.workbench_data import workbench_data
from argmap.views.picture.scene_of_map import scene_of
from argmap.views.words.legible import legible

if TYPE_CHECKING:
    from argmap.serving.map_files import MapState
    from argmap.serving.workbench import Workbench

_MAY_TURN = re.compile(r"[\u202a-\u202e\u2066-\u2069\\]")
"""The signs that turn the direction of a text, and the one with which a file may write them."""


@dataclass
class Showing:
    """The newest state of a workbench as texts for browsers; what was made is kept.

    `workbench` is read under its lock, so that a text never mixes two states.
    """

    workbench: Workbench
    _kept: dict[str, tuple[str, str]] = field(default_factory=dict)

    def news(self) -> str:
        """A line that is another one whenever there is something to be shown anew."""
        files = self.workbench.files
        broken = [problem.message for problem in files.broken]
        return as_text({"state": files.state.id, "broken": broken})

    def map(self) -> str:
        """The map, what can be edited, what the last edit did, and what is wrong, as JSON."""
        with self.workbench.lock:
            state = self.workbench.files.state
            with paused_garbage_collection():
                shown = self._once("map", state.id, lambda: _map_text(state))
            rest = as_text(self._around(state))
        return f'{{"map":{shown},{rest[1:]}'

    def answers(self) -> str:
        """The answers for single claims, as JSON; they take longer than the map itself."""
        with self.workbench.lock:
            state = self.workbench.files.state
        return self._once("answers", state.id, lambda: _answers_text(state))

    def output(self, format_: str) -> tuple[str, bytes]:
        """The name and the bytes of an output as `argmap build` would write it now.

        Raises:
            UsageError: an extra is missing.
        """
        with self.workbench.lock:
            checked = self.workbench.files.state.checked
        made = drawn(checked, None, Wanted((format_,)))
        name, content = next(iter(made.items()))
        return name, content.encode() if isinstance(content, str) else content

    def document(self, source: str) -> str:
        """The document of a source, as JSON."""
        with self.workbench.lock:
            state = self.workbench.files.state
            shown = document_in_page(state.reading, state.evidence, source)
        return as_text(shown | {"state": state.id})

    def _once(self, name: str, state: str, make: Any) -> str:  # noqa: ANN401  # a function
        kept = self._kept.get(name)
        if kept is None or kept[0] != state:
            kept = self._kept[name] = (state, make())
        return kept[1]

    def _around(self, state: MapState) -> dict[str, Any]:
        """The data around the map: the last edit, what can be undone, a broken file."""
        bench, last = self.workbench, self.workbench.last
        return {
            "state": state.id,
            "undo": bench.to_undo,
            "redo": bench.to_redo,
            "broken": [
                {"message": each.message, "place": each.place, "hint": each.hint}
                for each in bench.files.broken
            ],
            "last": last and {"words": last.words, "changes": last.changes, "chosen": last.chosen},
        }


def content_of(state: MapState, *, answered: bool = False) -> Content:
    """The content of a page with a state of the map; lines are left to the page itself."""
    may_turn = any(_MAY_TURN.search(text) for text in state.parsed.texts.values())
    argument_map = legible(state.checked.map) if may_turn else state.checked.map
    is_same = argument_map is state.checked.map
    reading = state.reading if is_same else Reading(argument_map)
    scene = scene_of(argument_map, reading.outline, reading.status, routed=False)
    return Content(reading, scene, details(reading) if answered else NO_DETAILS)


def _map_text(state: MapState) -> str:
    covered = coverage(state.reading, state.evidence)
    edited = workbench_data(state.reading, state.checked.diagnostics, covered)
    return as_text(map_in_page(content_of(state)) | {"edit": edited})


def _answers_text(state: MapState) -> str:
    return answers_in_page(content_of(state, answered=True))
