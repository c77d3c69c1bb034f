"""Numbers, truth values and verdicts as people write them, in hints that show how to type them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.reading.typed import typed

if TYPE_CHECKING:
    from argmap.reading.containers import Loc

_PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,6}))?\s*%")
_COMMA = re.compile(r"([0-9]{0,9}),([0-9]{1,9})")
_YES = frozenset({"yes", "y", "on", "ja", "oui", "si", "s\u00ed", "wahr", "vrai", "verdadero"})
_NO = frozenset({"no", "n", "off", "nein", "non", "falsch", "faux", "falso"})
_PENDING = frozenset({"pending", "to come", "undeveloped", "needs support", "needssupport", "todo"})
_GRANTS = {
    **dict.fromkeys(_YES, "true"),
    **dict.fromkeys(_NO, "false"),
    **dict.fromkeys(_PENDING, "pending"),
}


def meant_by(kind: str, loc: Loc, written: object) -> str:
    """The hint for a value that is written as people do; empty if it is no such value.

    `kind` is the name that pydantic, or the converter of the value, has for the error at `loc`.

    >>> meant_by("number_type", ("claims", "a", "credence"), "90%")
    'write `0.9`'
    >>> meant_by("grant_type", ("claims", "a", "granted"), "ja")
    'write `true`'
    >>> meant_by("model_type", ("stances", "anna"), ["noise"])
    'write `anna: {reject: [noise]}`, or `accept` in its place'
    >>> meant_by("string_type", ("claims", "a", "speaker"), ["Ann", "Bert"])
    'several people who say it together are one text: `speaker: Ann and Bert`'
    """
    if loc[:1] == ("stances",) and kind == "model_type" and isinstance(written, list):
        return f"write `{loc[-1]}: {{reject: {typed(written)}}}`, or `accept` in its place"
    if loc[-1:] == ("speaker",) and isinstance(written, list) and written:
        together = " and ".join(str(name) for name in written)
        return f"several people who say it together are one text: `speaker: {typed(together)}`"
    word = written.strip().casefold() if isinstance(written, str) else ""
    if kind == "number_type" and (percent := _PERCENT.fullmatch(word)):
        return f"write `{float(f'{percent[1]}.{percent[2] or 0}') / 100:.6g}`"
    if kind == "number_type" and (comma := _COMMA.fullmatch(word)):
        return f"write `{comma[1] or 0}.{comma[2]}`, with a point"
    if kind == "grant_type" and word in _GRANTS:
        return f"write `{_GRANTS[word]}`"
    return ""
