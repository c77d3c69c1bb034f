"""The words by which a text shows how its sentences hang together, from `cues.toml`."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = ("en", "de")
"""The languages for which cues are known."""

_SAMPLE = 200_000  # signs of a text by which its language is told
_SHARE = 0.08  # of its words that are function words of a language, at least
_EARLY = 4  # words before a cue inside a sentence, at most
_WORD = re.compile(r"[^\W\d_]+")


class Cue(NamedTuple):
    """The cue of a sentence: its words, where they end, and what they make of the sentence.

    `kind` is the kind of the relation to the sentence before, and `is_reason` says whether it leads
    from this sentence to that; without a kind the cue joins nothing. A cue with an `end` opens the
    sentence and is no part of what is claimed.
    """

    words: str
    end: int = 0
    kind: Kind | None = None
    is_reason: bool = False


@dataclass(frozen=True)
class Words:
    """The words of one language that matter for drafts."""

    language: str
    function_words: frozenset[str]
    not_before: frozenset[str]
    abbreviations: frozenset[str]
    after_ordinals: frozenset[str]
    openings: frozenset[str]
    pronouns: frozenset[str]
    conjunctions: frozenset[str]
    adverbs: frozenset[str]
    verbs_of_saying: frozenset[str]
    that: str
    by_the_word_of: tuple[str, ...]
    opening: re.Pattern[str]
    inside: re.Pattern[str]
    joining: re.Pattern[str]
    leading: re.Pattern[str]
    roles: dict[str, str]
    inside_roles: dict[str, str]


@cache
def words_of(language: str) -> Words:
    """The words of a language, by its two letters.

    >>> "therefore" in words_of("en").roles, words_of("de").roles["jedoch"]
    (True, 'objection')
    """
    text = files("argmap.drafting").joinpath("cues.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)[language]
    roles = {each: role for role in ("other", *_ROLES) for each in table[role]}
    inside = {
        each: role
        for role in ("other", "objection", "conclusion")
        for each in table[f"inside_{role}"]
    }
    return Words(
        language,
        **{name: frozenset(table[name].split()) for name in _SETS},
        that=table["that"],
        by_the_word_of=tuple(table["by_the_word_of"]),
        opening=re.compile(rf"({_any(roles)})\b[,:]?\s+", re.IGNORECASE),
        inside=re.compile(rf"(?<!\w)({_any(inside)})(?!\w)", re.IGNORECASE),
        joining=re.compile(
            rf"(?:(?<=\w)\s+|(?=,))({_any(table['joining'])})\s+(?!of\b)", re.IGNORECASE
        ),
        leading=re.compile(rf"({_any(table['leading'])})\s+(?!of\b)", re.IGNORECASE),
        roles=roles,
        inside_roles=inside,
    )


_SETS = (
    "function_words",
    "not_before",
    "abbreviations",
    "after_ordinals",
    "openings",
    "pronouns",
    "conjunctions",
    "adverbs",
    "verbs_of_saying",
)
_ROLES = ("objection", "conclusion", "reason")


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda each: (-len(each), each))
    return "|".join(re.escape(each).replace(r"\ ", r"\s") for each in longest_first)


def language_of(text: str) -> str | None:
    """The language of a text: the one whose function words it has, None where it has few of any.

    >>> language_of("The town is loud, and it is not for cars."), language_of("Ville bruyante")
    ('en', None)
    """
    counts = Counter(match[0].lower() for match in _WORD.finditer(text[:_SAMPLE]))
    total = counts.total()
    shares = {
        language: sum(counts[word] for word in words_of(language).function_words)
        for language in LANGUAGES
    }
    best = max(shares, key=lambda language: shares[language])
    return best if total and shares[best] >= _SHARE * total else None


def cue_of(sentence: str, words: Words) -> Cue | None:
    """The cue of a sentence: the one that opens it, else the first one inside that joins it.

    >>> cue_of("However, it is loud.", words_of("en"))
    Cue(words='however', end=9, kind=<Kind.ATTACKS: 'attacks'>, is_reason=True)
    """
    opening = words.opening.match(sentence)
    if opening is not None:
        known = _known(opening[1])
        role = words.roles[known]
        is_apart = role != "other" and _can_go(sentence, opening, words)
        return _cue(known, role, opening.end() if is_apart else 0)
    inside = [(_known(match[1]), match) for match in words.inside.finditer(sentence)]
    joined = [
        _cue(known, words.inside_roles[known])
        for known, match in inside
        if words.inside_roles[known] != "other" and _is_of_the_whole(sentence, match, words)
    ]
    others = [_cue(known, "other") for known, _ in inside]
    return next(iter([*joined, *others]), None)


def _can_go(sentence: str, opening: re.Match[str], words: Words) -> bool:
    """Whether the rest of a sentence can be read without the cue that opens it.

    A German adverb that opens a sentence is followed by its verb: "Deshalb muss es sein."
    """
    if words.language != "de" or _known(opening[1]) in words.conjunctions:
        return True
    following = sentence[opening.end() :]
    first = following.split(maxsplit=1)[0].lower() if following else ""
    is_set_off = opening[0].rstrip().endswith((",", ":"))
    return is_set_off or following[:1].isupper() or first in words.openings


def _known(words: str) -> str:
    return " ".join(words.lower().split())


def _is_of_the_whole(sentence: str, match: re.Match[str], words: Words) -> bool:
    """Whether a cue inside a sentence joins the whole of it: it comes early, in its first clause.

    In English it stands between commas there. Later it would join two clauses of the sentence.
    """
    before = sentence[: match.start()]
    is_apart = before.endswith(", ") and sentence.startswith(",", match.end())
    is_first = before.count(",") == (words.language == "en")
    return is_first and len(before.split()) <= _EARLY and (is_apart or words.language == "de")


def _cue(words: str, role: str, end: int = 0) -> Cue:
    if role == "objection":
        return Cue(words, end, Kind.ATTACKS, is_reason=True)
    if role in ("reason", "conclusion"):
        return Cue(words, end, Kind.SUPPORTS, is_reason=role == "reason")
    return Cue(words)
