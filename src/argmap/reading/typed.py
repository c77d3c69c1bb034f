"""Values of a claim file as an author may type them again, in the line that a hint shows."""

from __future__ import annotations

import re
from typing import Any

_PLAIN = re.compile(r"\w(?:(?!: | #)[^\[\]{},\n\"])*(?<!:)")
_LONGEST = 60
_ELIDED = "..."


def typed(value: Any) -> str:  # noqa: ANN401  # a value of a tree
    """A text or list of texts as it is typed, or `...` where it is long or has parts of its own.

    What YAML would read otherwise, also between braces, stands in quotation marks.

    >>> typed("noise"), typed(["a", "b"]), typed("Cars: noisy, loud."), typed({"text": "A."})
    ('noise', '[a, b]', '"Cars: noisy, loud."', '...')
    """
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        shown = f"[{', '.join(map(typed, value))}]"
    else:
        shown = _text(value) if isinstance(value, str) else _ELIDED
    return shown if len(shown) <= _LONGEST else _ELIDED


def _text(text: str) -> str:
    if "\n" in text:
        return _ELIDED
    return text if _PLAIN.fullmatch(text) else quoted(text)


def quoted(text: str) -> str:
    """A text in quotation marks that it does not hold itself, as YAML reads it.

    >>> print(quoted("No."), quoted('We should "ban" cars.'))
    "No." 'We should "ban" cars.'
    """
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
