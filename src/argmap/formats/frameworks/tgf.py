"""The trivial graph format: lines of names, a line with `#`, lines of attacker and attacked."""

from __future__ import annotations

from argmap.formats.frameworks.abstract import Abstract, FormatError
from argmap.reasoning.framework import Framework

_LEAST = 2  # words of an attack; further words are a label


def read(text: str) -> Abstract:
    r"""The framework in a text; further words after a name or a pair are a label and ignored.

    Cost: linear.

    Raises:
        FormatError: an argument is named twice or not at all, or the line with `#` is missing.

    >>> read("a\nb\n#\na b\n").framework.contraries
    ((1, 0),)
    """
    number: dict[str, int] = {}
    attacks: list[tuple[int, int]] = []
    are_names = True
    for line, words in enumerate(map(str.split, text.splitlines()), start=1):
        if not words:
            continue
        if words == ["#"] and are_names:
            are_names = False
        elif are_names:
            if words[0] in number:
                raise FormatError(line, f"the argument `{words[0]}` is named twice")
            number[words[0]] = len(number)
        elif len(words) < _LEAST or any(word not in number for word in words[:_LEAST]):
            raise FormatError(line, "an attack is two arguments named above `#`")
        else:
            attacks.append((number[words[1]], number[words[0]]))
    if are_names and number:
        raise FormatError(line, "there is no line with `#` between arguments and attacks")
    return Abstract(
        Framework(len(number), tuple(range(len(number))), (), tuple(attacks)), tuple(number)
    )
