"""Words that claims of several maps share: what makes two texts say one thing, in SQL."""

from __future__ import annotations

_JOINERS = r"[''\x{2019}\x{02bc}\x{00ad}\x{200b}-\x{200d}\x{2060}\x{fe0e}\x{fe0f}\x{feff}]"
_BETWEEN = (
    r"[^\p{L}\p{M}\p{N}\p{Sm}\p{Sc}\p{So}%#&@/?\x{ff1f}\x{061f}\x{2030}\x{2032}\x{2033}\x{00a7}]+"
)
_MINUS = (r"(^|[^\p{L}\p{N}])[-\x{2212}](\p{N})", r"\1 minus \2")
_OF_NUMBERS = (
    _MINUS,
    (r"(\p{N}) ?[-\x{2010}-\x{2015}\x{2212}] ?(\p{N})", "\\1\u223c\\2"),
    (r"(\p{N})\.(\p{N})", "\\1\u2219\\2"),
    (r"(\p{N});(\p{N})", "\\1\u2223\\2"),
    (r"(\p{N})_(\p{N})", "\\1\u2215\\2"),
    (r"(\p{N}),(\p{N})", "\\1\u2218\\2"),
    (r"(\p{N}):(\p{N})", "\\1\u2236\\2"),
    (r"(\p{N})\^(\p{N})", "\\1\u2227\\2"),
    (r"(\p{N})\*(\p{N})", "\\1\u2217\\2"),
    (r"(\p{N}) +([%\p{Sc}])", r"\1\2"),
    (r"([\p{Sc}\p{Sm}]) +(\p{N})", r"\1\2"),
)
"""What is between two digits counts, as a sign of mathematics in its place; spaces do not."""
_PLAIN = r"[a-zA-Z '',.:;!\x22()*\[-`{}-]*"
"""A text of words and marks that say nothing by themselves."""


def said(text: str, words: str) -> str:
    """The SQL of what a text says, case and punctuation aside.

    Marks on letters count, and signs such as `%`, those within a number, and a question mark.
    Whoever searches leaves them out, and finds `schön` by `schon`; but these two say different
    things. `text` is the SQL of the text, `words` that of its words as `folding` has them: where it
    is plain English, as most texts are, these are what it says.
    """
    plain = _replaced(f"lower(nfc_normalize({text}))", _JOINERS, "")
    numbers = plain
    for pattern, by in (*_OF_NUMBERS, *_OF_NUMBERS):  # a digit may stand between two signs
        numbers = _replaced(numbers, pattern, by)
    signed = rf"case when regexp_matches({text}, '\p{{N}}') then {numbers} else {plain} end"
    marked = f"trim({_replaced(signed, _BETWEEN, ' ')})"
    return f"case when regexp_full_match({text}, '{_PLAIN}') then {words} else {marked} end"


def _replaced(text: str, pattern: str, by: str) -> str:
    return f"regexp_replace({text}, '{pattern}', '{by}', 'g')"
