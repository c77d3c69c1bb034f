"""Checks of wording: claims that say nearly the same, and claims that name a belief as such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.documents.denials import languages_of, turns_the_sense
from argmap.model.claim import Mode
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model.argument_map import ArgumentMap

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_LIGHT = frozenset({"a", "an", "the", "that", "very", "really", "also", "so", "just", "quite"})
_SHORTEST, _LONGEST = 4, 400
_MOST_NAMED = 5
_MARKS = "\"'\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb\u2039\u203a\u300c\u300d"
_ASKING = ("?", "\uff1f", "\u061f", "\u037e", "?!")
_BELIEF = re.compile(
    r"\b(?:believes|thinks|(?:is|are|was|were) convinced|(?:believe|believed|think|thought"
    r"|(?<!\bthe )(?<!\bno )(?<!\bany )(?:claims?|argues?|says?|said|holds?|maintains?|insists?"
    r"|asserts?|fears?|hopes?)) that)\b",
    re.IGNORECASE,
)


def near_duplicates(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Groups of claims whose texts differ only in light words, or in one word more.

    Texts that differ in a number, a name or a denial are taken as different, and so are claims of
    which one attacks the other. Each group gives one diagnostic, at its last claim. Cost: linear in
    the claims, quadratic in the words of one text.
    """
    opposed = _opposed(argument_map)
    texts = {id_: _words(claim.text) for id_, claim in argument_map.claims.items()}
    first: dict[tuple[str, ...], str] = {}
    halves: set[_Half] = set()
    groups: dict[str, list[str]] = {}
    for id_, words in sorted(texts.items(), key=lambda item: (len(item[1]), item[0])):
        if not words or len(words) > _LONGEST:
            continue
        near = first.get(words)
        if near is None and not halves.isdisjoint(_halves(words, len(words) - 1)):
            variants = _nearly(words, argument_map.claims[id_].text)
            near = next((first[variant] for variant in variants if variant in first), None)
        if near is None:
            first[words] = id_
            halves.update(_halves(words, len(words)))
            continue
        pair = frozenset((argument_map.head_of(near), argument_map.head_of(id_)))
        if len(pair) > 1 and pair not in opposed:
            groups.setdefault(near, [near]).append(id_)
    for members in groups.values():
        claim = max(
            (argument_map.claims[member] for member in members), key=lambda claim: claim.location
        )
        others = _named([member for member in members if member != claim.id])
        yield Diagnostic(
            claim.location,
            "AM406",
            f"`{claim.id}` says nearly the same as {others}",
            f"keep one of them, or write `restates: {members[members[0] == claim.id]}`",
            claim.id,
            tuple(members),
        )


_Half = tuple[int, bool, tuple[str, ...]]
"""The number of words of a text, and the first or the last half of them."""


def _halves(words: tuple[str, ...], size: int) -> tuple[_Half, _Half]:
    """The halves of a text, or those that one of them keeps when it loses a word.

    Whichever word is left out of a text, the half without it stays: a text that has no half in
    common with another is not tried word by word.
    """
    half = (size + 1) // 2
    return (size, True, words[:half]), (size, False, words[half + len(words) - size :])


def _opposed(argument_map: ArgumentMap) -> set[frozenset[str]]:
    """The pairs of claims, by their smallest restatements, of which one attacks the other."""
    return {
        frozenset((argument_map.head_of(premise), argument_map.head_of(relation.target)))
        for relation in argument_map.relations.values()
        if relation.kind is Kind.ATTACKS
        for premise in relation.premises
    }


def _named(ids: list[str]) -> str:
    """The ids of claims; of many the first few, and the number of the others."""
    named = ", ".join(f"`{id_}`" for id_ in ids[:_MOST_NAMED])
    unnamed = len(ids) - _MOST_NAMED
    return f"{named} and {unnamed:,} more" if unnamed > 0 else named


def _words(text: str) -> tuple[str, ...]:
    words = " ".join(_WORD.findall(text)).casefold().replace("\u2019", "'").split(" ")
    return tuple(word for word in words if word and word not in _LIGHT)


def _names(text: str) -> frozenset[str]:
    """The names in a text: words with a capital that do not open a sentence.

    Two texts that differ in a name are about different things.
    """
    inside = re.findall(r"(?<![.!?:] )(?<!^)\b[^\W\d_][^\W_]*", text)
    return frozenset(word.casefold() for word in inside if word[0].isupper())


def _nearly(words: tuple[str, ...], text: str) -> Iterator[tuple[str, ...]]:
    """The words of a text without each one that could be left out of the meaning.

    Denials, names and numbers are never left out: without them a text says something else.
    """
    if len(words) <= _SHORTEST:
        return
    names, languages = _names(text), languages_of(text)
    for place, word in enumerate(words):
        has_sense = word in names or any(char.isdigit() for char in word)
        if not has_sense and not turns_the_sense(word, languages):
            yield words[:place] + words[place + 1 :]


def beliefs(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Reported claims whose text says that somebody holds a belief, instead of the belief."""
    for claim in argument_map.claims.values():
        match = _BELIEF.search(claim.text) if claim.mode is Mode.REPORTED else None
        if match is not None:
            yield Diagnostic(
                claim.location,
                "AM407",
                f"the text of `{claim.id}` says that somebody holds a belief (`{match[0]}`), "
                "but should state the belief itself",
                "write only what is believed, and who believes it as `speaker`; if the point is "
                "that it is believed, write `mode: asserted`",
                claim.id,
            )


def questions_as_claims(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """Claims whose text is a question, which can be neither held nor denied."""
    for claim in argument_map.claims.values():
        is_quoted = claim.text.startswith(tuple(_MARKS))
        if (claim.text.strip(_MARKS) if is_quoted else claim.text).endswith(_ASKING):
            yield Diagnostic(
                claim.location,
                "AM410",
                f"the text of `{claim.id}` is a question; a claim is what can be held or denied",
                "write as claims what is answered to it, and the question below `questions:`: "
                f"`{claim.id}: {{text: ..., answers: [{_answers(argument_map, claim.id)}]}}`",
                claim.id,
            )


def _answers(argument_map: ArgumentMap, id_: str) -> str:
    """The claims that are drawn to a question, which may be meant as answers to it."""
    drawn = (premise for step in argument_map.relations_to(id_) for premise in step.premises)
    return ", ".join(list(dict.fromkeys(drawn))[:_MOST_NAMED]) or "..."


def unlabelled(argument_map: ArgumentMap) -> Iterator[Diagnostic]:
    """One note on all claims that have no label and a text too long to serve as their name."""
    claims = [
        claim
        for claim in argument_map.claims.values()
        if claim.label is None and claim.name != claim.text
    ]
    if not claims:
        return
    one_or_many = ("1 claim", "is", "its"), (f"{len(claims)} claims", "are", "their")
    number, are, owner = one_or_many[len(claims) > 1]
    yield Diagnostic(
        min(claim.location for claim in claims),
        "AM457",
        f"{number} without a label {are} too long to be shown whole everywhere: where space is "
        f"short, {owner} first words are shown",
        "add `label: a few words` where the first words do not say what the claim is",
    )
