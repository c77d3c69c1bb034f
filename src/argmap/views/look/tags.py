"""Short names of sources: a tag for cards, a shorter tag for small scales, and a colour."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.views.look import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.source import Source

_LONGEST = 24
_LONGEST_NAME = 14
_WORDS_OF_A_PERSON = 4
_SMALL_WORDS = frozenset({"of", "for", "and", "the", "in", "&"})


@dataclass(frozen=True, slots=True)
class SourceTag:
    """The short names of a source in pictures; `band` is the index of its `theme.BANDS` colour."""

    source: str
    tag: str
    short: str
    band: int


def tags_of(sources: Mapping[str, Source]) -> dict[str, SourceTag]:
    """A tag for every source; no two are the same."""
    shorts = _distinct({name: _short(source) for name, source in sources.items()})
    tags = _distinct({name: _tag(source) for name, source in sources.items()})
    return {
        name: SourceTag(name, tags[name], shorts[name], place % len(theme.BANDS))
        for place, name in enumerate(sources)
    }


def _tag(source: Source) -> str:
    year = re.match(r"\d{4}", source.date or "")
    return f"{_short(source)} {year[0]}" if year else _short(source)


def _short(source: Source) -> str:
    if not source.authors:
        return _first_words(source.title)
    words = source.authors[0].split()
    if len(words) > _WORDS_OF_A_PERSON or _SMALL_WORDS & set(words):  # an institution
        initials = "".join(word[0] for word in words if word[0].isupper())
        return initials or _first_words(source.authors[0])
    last = words[-1] if words else source.id
    return last if len(last) <= _LONGEST_NAME else source.id[:_LONGEST_NAME]


def _first_words(text: str) -> str:
    kept = ""
    for word in text.split():
        if kept and len(kept) + 1 + len(word) > _LONGEST:
            break
        kept = f"{kept} {word}".strip()
    return kept[:_LONGEST]


def _distinct(names: dict[str, str]) -> dict[str, str]:
    often = Counter(names.values())
    used: Counter[str] = Counter()
    taken = {name for name in names.values() if often[name] == 1}
    distinct = {}
    for key, name in names.items():
        tag = name
        while often[name] > 1 and (tag == name or tag in taken):
            used[name] += 1
            tag = f"{name} ({used[name]})"
        taken.add(tag)
        distinct[key] = tag
    return distinct
