"""Ids that are given anew: what they may be, and the part of a map that an old one names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.errors import UsageError
from argmap.model.scheme import BUILT_IN
from argmap.model.setting_apart import with_drafts
from argmap.nearest import did_you_mean
from argmap.reading.claim_shape import WORDS
from argmap.reading.slugs import ID_PATTERN, FreeIds, slug

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from argmap.model.argument_map import ArgumentMap

_ID = re.compile(ID_PATTERN)
KINDS = ("claim", "relation", "source", "stance", "scheme", "question")
"""The kinds of things with an id that can be renamed."""
_SHARED = ("claim", "relation")
"""The kinds that share their ids: of the two only one may have an id."""


_FEW, _ENOUGH = 6, 4
_LITTLE = (
    "a an the this that these those and or of in on at to for from with by as if when than there "
    "is are was were be been being has have had will would shall should can could may might must "
    "do does did it its he his she her they their we our us you your i my which who "
    "der die das des dem den ein eine einer eines einem einen dieser diese dieses und oder von vom "
    "im am zu zum zur f\u00fcr aus mit bei als wenn dass es er sie ihr ihre wir unser unsere ich "
    "mein meine ist sind war waren wird werden wurde wurden hat haben hatte hatten sein kann "
    "k\u00f6nnen k\u00f6nnte soll sollen sollte muss m\u00fcssen darf sich"
)
_LIGHT = frozenset(_LITTLE.split())
"""Words that tell little of what a sentence says, in English and German; *not* and *no* do."""


def id_like(text: str, label: str | None = None) -> str:
    """An id that tells what a new claim says: its short name, or a few words of its text.

    Empty if no letter of them is known.

    >>> id_like("For working families a library that is shut is of no use."), id_like("Cars go.")
    ('working-families-library-shut', 'cars-go')
    """
    words = (label or text)[:400].split()
    telling = [word for word in words if word.strip(".,;:!?()").casefold() not in _LIGHT]
    is_short = len(words) <= _FEW or len(telling) < _ENOUGH - 1
    return slug(" ".join(words[:_FEW] if is_short else telling[:_ENOUGH]))


def parts_of(argument_map: ArgumentMap, kind: str) -> Mapping[str, Any]:
    """The things of a kind in a map, by their ids, drafts among them."""
    parts: Mapping[str, Any] = getattr(with_drafts(argument_map), f"{kind}s")
    return parts


def kind_of(argument_map: ArgumentMap, id_: str, wanted: str | None) -> str:
    """The kind of the thing that has an id of its own: the wanted one, or the only one.

    Raises:
        UsageError: nothing has this id, or things of several kinds do, or it cannot have another.
    """
    kinds = (wanted,) if wanted is not None else KINDS
    having = [kind for kind in kinds if id_ in parts_of(argument_map, kind)]
    if not having:
        raise UsageError(_of_nothing(argument_map, id_, wanted))
    if len(having) > 1:
        named = " and a ".join(having)
        raise UsageError(f"`{id_}` is a {named}; say which with `--kind {having[0]}`")
    [kind] = having
    if kind == "relation" and not parts_of(argument_map, kind)[id_].named:
        raise UsageError(
            f"the id `{id_}` follows from the claims of the step, and changes with theirs; to name "
            "the step itself, write `id: my-step` in its entry"
        )
    return kind


def _of_nothing(argument_map: ArgumentMap, id_: str, wanted: str | None) -> str:
    if wanted in (None, "scheme") and id_ in BUILT_IN:
        return f"`{id_}` is a common scheme, which has the same id in every map"
    kinds = (wanted,) if wanted is not None else KINDS
    known = {name for kind in kinds for name in parts_of(argument_map, kind)}
    hint = did_you_mean(id_, known)
    what = f"no {wanted} `{id_}`" if wanted is not None else f"nothing called `{id_}` in this map"
    return f"there is {what}" + (f"; {hint}" if hint else "")


def taken_ids(argument_map: ArgumentMap, kind: str) -> frozenset[str]:
    """The ids that a new thing of a kind cannot have."""
    kinds = _SHARED if kind in _SHARED else (kind,)
    ids = {id_ for each in kinds for id_ in parts_of(argument_map, each)}
    words = WORDS if kind == "claim" else BUILT_IN if kind == "scheme" else frozenset()
    return frozenset(ids | words)


def refuse_bad_id(argument_map: ArgumentMap, id_: str, kind: str) -> None:
    """Refuse an id that is not well formed, or that a thing of the kind cannot have any more.

    Raises:
        UsageError: it is such an id; the message names the nearest good one.
    """
    taken = taken_ids(argument_map, kind)
    if _ID.fullmatch(id_) is None:
        better = FreeIds(taken).like(slug(id_))
        hint = f"write `{better}`" if better else "write small letters, digits, `.`, `_` and `-`"
        raise UsageError(f"the id `{id_}` is not well formed; {hint}")
    if id_ in taken:
        raise UsageError(f"{_owner(argument_map, id_, kind)}; `{FreeIds(taken).like(id_)}` is free")


def _owner(argument_map: ArgumentMap, id_: str, kind: str) -> str:
    for each in _SHARED if kind in _SHARED else (kind,):
        part = parts_of(argument_map, each).get(id_)
        if part is not None:
            where = f" ({part.location})" if part.location is not None else ""
            return f"the id `{id_}` is taken already, by a {each}{where}"
    if kind == "scheme":
        return f"`{id_}` is a common scheme already"
    return f"`{id_}` is a key of claim files, and as the id of a claim would be read as that key"


def refuse_others(path: str, files: Container[str], id_: str, how: str) -> None:
    """Refuse to edit what stands in a file that belongs to another map.

    Raises:
        UsageError: it does; `how` says what to do instead.
    """
    if path not in files:
        raise UsageError(
            f"`{id_}` stands in {path}, which this map only uses and which stays as it is; {how}"
        )
