"""The ASPARTIX format (Egly, Gaggl, Woltran 2010): `arg(a).` and `att(a,b).`, in any order."""

from __future__ import annotations

import re

from argmap.formats.frameworks.abstract import Abstract, FormatError
from argmap.reasoning.framework import Framework

_FACT = re.compile(
    r"\s*(?:(?P<comment>%[^\n]*)|arg\(\s*(?P<arg>[^\s(),%]+)\s*\)\s*\."
    r"|att\(\s*(?P<from>[^\s(),%]+)\s*,\s*(?P<to>[^\s(),%]+)\s*\)\s*\.)"
)


def read(text: str) -> Abstract:
    """The framework in a text. Cost: linear.

    Raises:
        FormatError: the text contains anything but facts and comments, or an attack names an
            argument that is not declared.

    >>> read("arg(a). arg(b). att(a,b).").framework.contraries
    ((1, 0),)
    """
    number: dict[str, int] = {}
    attacks: list[tuple[int, str, str]] = []
    place = 0
    end = len(text.rstrip())
    while place < end:
        fact = _FACT.match(text, place)
        if fact is None:
            start = place + len(text[place:]) - len(text[place:].lstrip())
            raise FormatError(_line(text, start), "only `arg(x).` and `att(x,y).` may stand here")
        if fact["arg"]:
            number.setdefault(fact["arg"], len(number))
        elif fact["from"]:
            attacks.append((fact.start("from"), fact["from"], fact["to"]))
        place = fact.end()
    for place, attacker, attacked in attacks:
        for name in (attacker, attacked):
            if name not in number:
                raise FormatError(_line(text, place), f"there is no `arg({name}).`")
    pairs = tuple((number[attacked], number[attacker]) for _, attacker, attacked in attacks)
    size = len(number)
    return Abstract(Framework(size, tuple(range(size)), (), pairs), tuple(number))


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
