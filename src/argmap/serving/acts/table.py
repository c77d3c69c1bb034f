"""The acts that can be asked for in the browser, each with the edits that do it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.errors import UsageError
from argmap.serving.acts import claims, drafts, keys, quotations, steps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.serving.acts.plan import Plan
    from argmap.serving.given import Given
    from argmap.serving.map_files import MapState


ACTS: Mapping[str, Callable[[MapState, Given], Plan]] = MappingProxyType(
    {
        "add": claims.add,
        "relate": claims.relate,
        "join": steps.join,
        "set": keys.set_values,
        "remove": claims.remove,
        "rename": claims.rename,
        "quote": quotations.quote,
        "unquote": quotations.unquote,
        "accept": drafts.accept,
        "drop": drafts.drop,
        "main": claims.make_main,
        "contradict": claims.contradict,
        "restate": claims.restate,
        "unrestate": claims.unrestate,
        "turn": steps.turn,
        "split": steps.split,
    }
)


def plan(state: MapState, given: Given) -> Plan:
    """The plan for what is asked for, on the map as it is now.

    Raises:
        UsageError: it does not fit the map.
    """
    name = given.text("do")
    if name not in ACTS:
        raise UsageError(f"there is no act `{name}`")
    return ACTS[name](state, given)
