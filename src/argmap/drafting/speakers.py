"""Reported speech: who says what a sentence says, and what that is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from argmap.drafting.cues import words_of

if TYPE_CHECKING:
    from argmap.drafting.cues import Words

_NAME = r"(?P<speaker>[^\W\d_][^,;:!?\"()]{1,79}?)"
_CAPITALS = (
    r"(?P<speaker>(?:(?:dem|der|den|einem|einer)\s)?[A-ZÄÖÜ][\w.-]*(?:\s[A-ZÄÖÜ][\w.-]*){0,5})"
)
_ARTICLE = re.compile(r"(?:the|a|an|der|die|das|dem|den|ein|eine|einer|einem)\s", re.IGNORECASE)
_MOST_WORDS = 8


class Speech(NamedTuple):
    """The speaker of a sentence, and where what they say begins in it."""

    speaker: str
    start: int


def speech_in(sentence: str, words: Words) -> Speech | None:
    """The speaker of a sentence and the place of what they say; None if nobody is named.

    Someone who is a pronoun is not named.

    >>> from argmap.drafting.cues import words_of
    >>> speech_in("The mayor also warned that shops would close.", words_of("en"))
    Speech(speaker='The mayor', start=27)
    >>> speech_in("According to Ada Bock, it is loud.", words_of("en"))
    Speech(speaker='Ada Bock', start=23)
    """
    for pattern in _patterns(words.language):
        match = pattern.match(sentence)
        if match is not None and (speaker := _speaker(match["speaker"], words)) is not None:
            return Speech(speaker, match.end("before") if "before" in match.groupdict() else 0)
    return None


def _speaker(name: str, words: Words) -> str | None:
    kept = name.split()
    while kept and kept[-1].lower() in words.adverbs:
        kept.pop()
    bare = " ".join(kept)
    if not kept or len(kept) > _MOST_WORDS or kept[0].lower() in words.pronouns:
        return None
    if any(map(str.isdigit, bare)):  # two lines that run into each other, and no name
        return None
    is_named = bare[0].isupper() or _ARTICLE.match(bare) is not None
    return bare if is_named else None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    words = words_of(language)
    verbs = "|".join(sorted(words.verbs_of_saying))
    sources = "|".join(re.escape(each) for each in words.by_the_word_of)
    if language == "de":
        return (
            re.compile(
                rf"(?P<before>{_NAME}\s(?:{verbs})(?:\s[a-zäöü]+){{0,2}},\s(?:dass|daß)\s)."
            ),
            re.compile(rf"(?i:{sources})\s{_CAPITALS}(?!\w)"),
        )
    return (
        re.compile(rf"(?P<before>{_NAME}\s(?:{verbs})\sthat\s).", re.IGNORECASE),
        re.compile(rf"(?P<before>(?:{sources})\s{_NAME},\s).", re.IGNORECASE),
    )
