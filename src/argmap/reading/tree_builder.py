"""The builder of the tree of a claim file, from the events of libyaml.

libyaml reads the text and reports each scalar, and the start and end of each mapping and list, as
an event. The builder refuses what the strict profile of `yaml_tree` leaves out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import yaml

from argmap.diagnostics import Diagnostic, Location
from argmap.reading.comments import GluedComments
from argmap.reading.containers import PlacedMapping, PlacedSequence
from argmap.reading.owners import is_own_data, owner_of
from argmap.reading.scalars import (
    NULLS,
    doubts_of,
    forbidden_sign,
    invisible_signs,
    is_beyond_doubt,
    resolved,
    sign_at_the_start,
)
from argmap.reading.yaml_words import LINE_BREAK, hint_for_nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.reading.containers import Place

try:
    from yaml._yaml import CParser as EventParser
except ImportError:  # a platform whose wheel lacks libyaml; the same events, slower
    from yaml.loader import SafeLoader as EventParser  # type: ignore[assignment]

DEPTH_LIMIT = 64
_LOOK_AHEAD = 80
_OUTER = 2  # containers around the entries of claims and relations: the file, and the table in it
NODE_LIMIT = 1_000_000
_MISSING: Final = object()
# libyaml breaks lines at these characters, as YAML 1.1 did, and would count lines differently from
# editors. They pass through it disguised as unassigned characters, and are put back afterwards.
_LIBYAML_BREAK = re.compile("[\x85\u2028\u2029]")
_HIDE = {0x85: 0x10FFFB, 0x2028: 0x10FFFC, 0x2029: 0x10FFFD}
_SHOW = {shown: hidden for hidden, shown in _HIDE.items()}
_SHOWN = re.compile("[\U0010fffb-\U0010fffd]")

Event: TypeAlias = Any  # libyaml's events and the pure-Python ones share no useful type


def hides_breaks(text: str) -> bool:
    """Whether a text has signs that libyaml takes for line breaks, and that can be disguised."""
    return _LIBYAML_BREAK.search(text) is not None and not _SHOWN.search(text)


def parser_of(text: str, *, hides: bool) -> EventParser:
    """The parser of the events of a text; where it `hides` breaks, they are in it in disguise."""
    return EventParser(text.translate(_HIDE) if hides else text)


class StopReadingError(Exception):
    """Raised where a limit is passed, so that nothing more of the file is read."""


class TreeBuilder:
    """A builder of the tree from events; a stack keeps the open containers and pending keys."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.has_escapes = "\\" in text
        self.hides = hides_breaks(text)
        self.glued = GluedComments(text)
        self.diagnostics: list[Diagnostic] = []
        self.complete = True
        self.root: object = None
        self.documents = 0
        self.nodes = 0
        self.stack: list[PlacedMapping | PlacedSequence] = []
        self.keys: list[Any] = []
        self.words: dict[str, str] = {}  # each key once, as all claims have the same ones

    def complain(self, place: Place, code: str, message: str, hint: str) -> None:
        """Add a diagnostic at a place (from 0), with the claim that the place belongs to."""
        location = Location(self.path, place[0] + 1, place[1] + 1)
        self.diagnostics.append(Diagnostic(location, code, message, hint, owner_of(self.keys)))

    def read(self, end: int) -> None:
        """Build the tree from all events of the text up to `end`."""
        next_event = parser_of(self.text[:end], hides=self.hides).get_event
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.open_container,
            yaml.SequenceStartEvent: self.open_container,
            yaml.MappingEndEvent: self.close_container,
            yaml.SequenceEndEvent: self.close_container,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }
        while (event := next_event()) is not None:
            if (handler := handlers.get(type(event))) is not None:
                handler(event)

    def document(self, event: Event) -> None:
        """Begin the document of the file; a second one is an error and ends the reading."""
        self.documents += 1
        if self.documents > 1:
            self.complain(
                (event.start_mark.line, event.start_mark.column),
                "AM107",
                "a second document begins here",
                "delete the line `---`, or put what follows into a file of its own",
            )
            raise StopReadingError

    def scalar(self, event: Event) -> None:
        """Add a scalar, its value worked out if it is written without quotes."""
        mark = event.start_mark
        place = (mark.line, mark.column)
        if self.hides:
            event.value = event.value.translate(_SHOW)
        if self.glued.may_be_there:
            self.glued.scalars.append((mark.index, event.end_mark.index))
        value: str | None = event.value
        if event.anchor is not None or event.tag is not None:
            self.refuse_decoration(event, place)
        if not event.style and event.implicit[0]:
            value = self.plain(event, place)
        elif event.style == '"' and self.has_escapes:  # escapes can smuggle forbidden characters in
            if (forbidden := forbidden_sign(event.value)) is not None:
                self.complain(place, *forbidden[1])
            for _, doubt in invisible_signs(event.value):
                self.complain(place, doubt.code, doubt.message, doubt.hint)
        self.add(value, place)

    def plain(self, event: Event, place: Place) -> str | None:
        """The value of a scalar without quotes; doubts about it are reported."""
        value = event.value
        if value and value in NULLS and self.keys[-1] == "source" and len(self.stack) > _OUTER:
            return None  # a claim or a relation says that it comes from no source
        if value in NULLS and is_own_data(self.keys):
            return None
        if value in NULLS:
            after = event.end_mark.index
            rest = LINE_BREAK.split(self.text[after : after + _LOOK_AHEAD])[0]
            self.complain_of_nothing(place, rest)
            return None
        container, key = (self.stack[-1], self.keys[-1]) if self.stack else (None, None)
        if isinstance(container, PlacedMapping) and key is _MISSING:
            if container.is_flow and self.text[event.start_mark.index - 1] == "?":
                self.complain(place, *sign_at_the_start("?"))  # libyaml takes the `?` away
            return resolved(value)
        follows_a_comma = False
        if isinstance(container, PlacedSequence):
            key = self.keys[-2] if len(self.keys) > 1 else None
            follows_a_comma = container.is_flow and len(container) > 0
        after = event.end_mark.index
        end = self.text[after : after + 3]
        if is_beyond_doubt(value, end, key):
            return resolved(value)
        for doubt in doubts_of(value, end, key, follows_a_comma=follows_a_comma):
            self.complain(place, doubt.code, doubt.message, doubt.hint)
        return resolved(value)

    def complain_of_nothing(self, place: Place, rest: str) -> None:
        """Add a diagnostic for a missing value; an empty file is none. `rest` ends the line."""
        if not self.stack:
            return
        key = self.keys[-1]
        name = f"`{key}`" if isinstance(key, str) else "this entry"
        is_claims = len(self.stack) == 1 and key == "claims"
        hint = hint_for_nothing(self.stack[-1], key, rest, is_claims=is_claims)
        self.complain(place, "AM205", f"{name} has no value", hint)

    def refuse_decoration(self, event: Event, place: Place) -> None:
        """Add a diagnostic for the anchor and for the tag of a value; the value itself is kept."""
        if event.anchor is not None:
            self.complain(
                place,
                "AM105",
                f"`&{event.anchor}` is an anchor in YAML; claim files have none",
                "if this is text, put it in quotes; else write the value out",
            )
        if event.tag is not None:
            self.complain(
                place,
                "AM106",
                f"`{event.tag}` is a tag in YAML; claim files have none",
                "if this is text that opens with `!`, put it in quotes; else delete the tag",
            )

    def alias(self, event: Event) -> None:
        """Refuse an alias; its value counts as missing."""
        mark = event.start_mark
        place = (mark.line, mark.column)
        hint = "if this is text that opens with `*`, put it in quotes; else write the value out"
        if not self.text[mark.index - mark.column : mark.index].strip():
            hint = f"if `*` begins an item of a list, write `- {event.anchor}`; {hint}"
        message = f"`*{event.anchor}` is an alias in YAML; claim files have none"
        self.complain(place, "AM105", message, hint)
        self.add(None, place)

    def open_container(self, event: Event) -> None:
        """Open a mapping or list, to which the values up to its end belong."""
        place = (event.start_mark.line, event.start_mark.column)
        if event.anchor is not None or event.tag is not None:
            self.refuse_decoration(event, place)
        if len(self.stack) >= DEPTH_LIMIT:
            self.complain(
                place,
                "AM108",
                f"nested more than {DEPTH_LIMIT} levels deep",
                "delete surplus brackets; of a long exchange write the claims under `claims:`, and "
                "undercuts under `relations:`",
            )
            raise StopReadingError
        container = PlacedMapping if isinstance(event, yaml.MappingStartEvent) else PlacedSequence
        self.stack.append(container(place, is_flow=bool(event.flow_style)))
        self.keys.append(_MISSING)
        self.count()

    def close_container(self, _event: object) -> None:
        """Close the innermost mapping or list, and add it to the one around it."""
        container = self.stack.pop()
        self.keys.pop()
        self.add(container, container.place)

    def count(self) -> None:
        """Count a value; too many of them in one file are an error and end the reading."""
        self.nodes += 1
        if self.nodes > NODE_LIMIT:
            self.complain(
                (0, 0),
                "AM109",
                f"more than {NODE_LIMIT} values in one file",
                "split it into several files",
            )
            raise StopReadingError

    def add(self, value: object, place: Place) -> None:
        """Add a value to the innermost open container, as its next key, value or item."""
        self.nodes += 1
        if self.nodes > NODE_LIMIT:
            self.count()
        if not self.stack:
            self.root = value
            return
        container = self.stack[-1]
        if isinstance(container, PlacedSequence):
            container.append(value)
            container.items_at.append(place)
            return
        if (key := self.keys[-1]) is _MISSING:
            self.keys[-1] = self.key(value, place, container)
            return
        self.keys[-1] = _MISSING
        if key is not None:
            container[key] = value
            container.values_at[key] = place

    def key(self, value: object, place: Place, container: PlacedMapping) -> str | None:
        """The key for the next value; None if that value is to be dropped."""
        if not isinstance(value, str):
            self.complain(
                place, "AM111", "a key must be a word", "write `key: value`, without brackets"
            )
            return None
        if value == "<<":
            self.complain(
                place,
                "AM105",
                "`<<` is a merge key in YAML; claim files have none",
                "write the keys out",
            )
            return None
        if value in container.keys_at:
            first = container.keys_at[value][0] + 1
            self.complain(
                place,
                "AM104",
                f"the key `{value}` is written twice; the first is in line {first}",
                "rename one of the two, or join them",
            )
            return None
        key = self.words.setdefault(value, str(value))
        container.keys_at[key] = place
        return key
