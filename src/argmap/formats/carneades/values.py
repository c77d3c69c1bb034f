"""Ids and lists in argument graphs, as Carneades takes them."""

from __future__ import annotations

import re
from typing import Any

from argmap.formats.exchange import in_words

_AROUND_SIGNS = re.compile(r"\s*([(),])\s*")


def id_of(value: object) -> str:
    """An id as Carneades compares it: without white space around the signs of a term.

    >>> id_of("father(sally, joe)")
    'father(sally,joe)'
    """
    return _AROUND_SIGNS.sub(r"\1", in_words(value).strip())


def list_of(value: object) -> list[Any]:
    """A list; a single value is a list of one, and nothing an empty one."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
