"""`argmap fmt`: claim files written in another form, from texts to texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Location
from argmap.editing.flattening import flat
from argmap.editing.nesting import nested, uses
from argmap.editing.tidying import tidy
from argmap.errors import OutputError
from argmap.model.setting_apart import with_drafts
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.nodes import node_of
from argmap.reading.reach import NEAR, Reach
from argmap.reading.reader import read_files

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.reading.parsed_map import ParsedMap


class Form(StrEnum):
    """A form in which claim files can be written."""

    TIDY = "tidy"
    """As they are, without blanks and blank lines that mean nothing."""
    FLAT = "flat"
    """With every claim below `claims:`."""
    NESTED = "nested"
    """With every claim that is used once defined where it is used."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A claim file whose text changes: its name, and its text before and after.

    A file that was not there is new; one that is there no longer was removed. Its text is empty.
    """

    name: str
    before: str
    after: str
    was_there: bool = True
    is_there: bool = True

    @property
    def undone(self) -> Rewritten:
        """The same change on the way back."""
        return Rewritten(self.name, self.after, self.before, self.is_there, self.was_there)


def rewritten(
    parsed: ParsedMap, files: tuple[ClaimFile, ...], form: Form, reach: Reach = NEAR
) -> tuple[Rewritten, ...]:
    """The files of a map that change when they are written in a form.

    The map must have been read from these files without errors. What is written is read again, and
    must be the same map: claims with their order, relations with theirs, sources, quotations and
    everything else. In nested form a claim stands where it is used, and this is its place in the
    order.

    Raises:
        OutputError: a file in the new form would not be the same map.
    """
    texts = _texts(parsed.map, files, form)
    changed = tuple(
        Rewritten(file.name, file.text, text)
        for file, text in zip(files, texts, strict=True)
        if file.text != text
    )
    if changed and not _is_same(parsed, files, changed, form, reach):
        strange = [each for each in changed if not _is_same(parsed, files, (each,), form, reach)]
        name = (strange or changed)[0].name
        raise OutputError(
            f"{name} could not be written in this form without changing what it says, so that "
            "nothing was written; write its claims on lines of their own, without brackets"
        )
    return changed


def _texts(argument_map: ArgumentMap, files: tuple[ClaimFile, ...], form: Form) -> list[str]:
    if form is Form.FLAT:
        return [flat(file.text) for file in files]
    if form is Form.TIDY:
        return [tidy(file.text) for file in files]
    whole = with_drafts(argument_map)
    often = sum((uses(node_of(file.text)) for file in files), Counter[str]())
    movable = {
        id_
        for id_, count in often.items()
        if count == 1 and id_ not in argument_map.main and _is_premise_once(whole, id_)
    }
    return [nested(file.text, movable) for file in files]


def _is_premise_once(argument_map: ArgumentMap, claim: str) -> bool:
    """Whether a claim is a premise of one relation alone, contradictions left aside."""
    using = argument_map.relations_from(claim)
    return sum(not relation.contradiction for relation in using) == 1


def _is_same(
    parsed: ParsedMap,
    files: tuple[ClaimFile, ...],
    changed: tuple[Rewritten, ...],
    form: Form,
    reach: Reach,
) -> bool:
    """Whether the files with these changes are the same map, with the same problems."""
    after = {each.name: each.after for each in changed}
    new = tuple(replace(file, text=after.get(file.name, file.text)) for file in files)
    again = read_files(ClaimFiles(new, ()), "", reach=reach)
    codes = [{problem.code for problem in reading.diagnostics} for reading in (parsed, again)]
    is_ordered = form is Form.NESTED or _in_order(parsed.map) == _in_order(again.map)
    return (
        codes[0] == codes[1]
        and is_ordered
        and without_places(parsed.map) == without_places(again.map)
    )


def _in_order(argument_map: ArgumentMap) -> list[str]:
    """The claims in the order in which they are written."""
    claims = with_drafts(argument_map).claims
    return sorted(claims, key=lambda id_: claims[id_].location)


def without_places(value: object) -> Any:  # noqa: ANN401  # a value of the model
    """A value of the model as plain values that can be compared: all of it but its places.

    It recurses over the kinds of values, such as the locators of a claim: never over the map.
    """
    if value is None or isinstance(value, str | int | float):  # most values, so these come first
        return value
    if isinstance(value, Location):
        return None
    if is_dataclass(value):
        named = ((each.name, getattr(value, each.name)) for each in fields(value) if each.compare)
        return type(value), {name: without_places(part) for name, part in named}
    if isinstance(value, Mapping):
        return {key: without_places(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(map(without_places, value))
    return value
