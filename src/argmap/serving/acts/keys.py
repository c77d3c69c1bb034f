"""Acts on the keys of claims, steps, sources and the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.edits import RemoveField, SetField, SetMapField
from argmap.errors import UsageError
from argmap.serving.acts.plan import Plan, known, name_of, value_of
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from argmap.editing.edits import MapEdit, Value
    from argmap.serving.given import Given
    from argmap.serving.map_files import MapState


def set_values(state: MapState, given: Given) -> Plan:
    """Values of keys, or their loss; refused where one is not what the reader saw any more."""
    kind, id_ = given.text("kind"), given.maybe("id") or ""
    part = state.parsed.map if kind == "map" else known(state, kind, id_)
    edits: list[MapEdit] = []
    for each in given.objects("values"):
        key, value = each.text("key"), each.value("value")
        now = value_of(part, key)
        if now != each.value("was"):
            shown = "nothing" if now is None else f"“{now}”"
            raise UsageError(f"`{key}` of {id_ or 'the map'} is {shown} by now; look at it again")
        edits.append(_to(kind, id_, key, value))
    if not edits:
        raise UsageError("nothing is to be changed")
    keys = listed([each.text("key") for each in given.objects("values")])
    return Plan(tuple(edits), f"Changed {keys} of {_whole(state, kind, id_)}.")


def _whole(state: MapState, kind: str, id_: str) -> str:
    """The owner of the keys, in a sentence."""
    if kind == "map":
        return "the map"
    if kind == "source":
        return f"the source {state.parsed.map.sources[id_].title}"
    return name_of(state, id_)


def _to(kind: str, id_: str, key: str, value: Value | None) -> MapEdit:
    """The edit that gives a key a value, or takes it away."""
    is_gone = value is None or value in ("", ())
    if kind == "map":
        if key not in ("title", "question"):
            raise UsageError(f"`{key}` of the map cannot be changed here")
        return SetMapField(key, None if is_gone else str(value))
    if value is None or is_gone:
        return RemoveField(kind, id_, key)
    return SetField(kind, id_, key, value)
