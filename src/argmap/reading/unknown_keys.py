"""Hints for unknown keys, made of what other tools and everyday speech call the keys of argmap.

Similarity of letters alone would mislead: `objections` is near to no key that means the same, and a
hint must never turn an arrow round.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from argmap.model.claim import Mode
from argmap.model.drafts import DRAFT
from argmap.nearest import did_you_mean
from argmap.reading.typed import typed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


def _all(words: str, meant: str) -> Iterable[tuple[str, str]]:
    return ((word, meant) for word in words.split())


_UNDERCUT = (
    "an undercut stands at the step that it blocks: "
    "`supported_by: [{{premises: ..., undercut_by: {}}}]`"
)
_ANSWER = (
    "write `attacks: {0}` if it says that `{0}` is not so, or `undercuts: STEP` if it says that "
    "`{0}` does not tell against its target: give that objection an `id` and name it for STEP"
)
_STRENGTH = (
    "write `credence: 0.9` for how far the claim is believed, from 0 to 1; how strong a reason is "
    "stands on the relation: `supported_by: [{{premises: ..., weight: 0.8}}]`"
)
# The braces take in the value that the author wrote.
_IN_CLAIMS = dict(
    [
        *_all(
            "because reasons reason grounds ground premises premise evidence pro pros backing data "
            "backed_by supported support_by supportedby arguments_for since supporters "
            "gestützt_von unterstützt_von "
            "begründung gründe weil soutenu_par apoyado_por porque",
            "supported_by: {}",
        ),
        *_all(
            "objections objection con cons contra counterarguments counter rebuttals "
            "opposed_by challenged_by refuted_by attacked attack_by attackedby arguments_against "
            "challengers attackers opponents angegriffen_von attaqué_par atacado_por "
            "gegenargumente contre objections_contre",
            "attacked_by: {}",
        ),
        *_all(
            "proves backs favours favors argues_for therefore supporting_of for reason_for "
            "argument_for evidence_for pour para für spricht_für",
            "supports: {}",
        ),
        *_all(
            "against opposes challenges rebuts refutes counters argues_against objects_to "
            "objection_to argument_against reason_against gegen spricht_gegen",
            "attacks: {}",
        ),
        *_all("undercut undermines", "undercuts: {}"),
        *_all("same_as equals restated", "restates: {}"),
        *_all("page pages p", "at: {{page: {}}}"),
        *_all("paragraph para", "at: {{paragraph: {}}}"),
        *_all("time timestamp", "at: {{time: {}}}"),
        *_all("author authors by who said_by person", "speaker: {}"),
        *_all("citation cite reference ref", "source: {}"),
        *_all("quotation cited_text verbatim", "quote: {}"),
        *_all("statement claim content sentence description proposition", "text: {}"),
        *_all("title name heading short", "label: {}"),
        *_all("comment remark comments", "note: {}"),
        *_all("tag keywords", "tags: {}"),
        *((mode, f"mode: {mode}") for mode in (*map(str, Mode), DRAFT)),
    ]
)
_IN_RELATIONS = dict(
    [
        *_all(
            "because reasons reason grounds premise from source_claim supporters attackers",
            "premises: {}",
        ),
        *_all("support target conclusion to", "supports: {}"),
        *_all("attack opposes challenges rebuts refutes", "attacks: {}"),
        *_all("undercut", "undercuts: {}"),
        *_all("objections objection attacked_by against undercuts_by rebuttal", "undercut_by: {}"),
        *_all("strength confidence probability", "weight: 0.8"),
        *_all("warrant explanation why inference", "rationale: {}"),
        *_all("question critical_question", "presses: {}"),
        *_all("page pages p", "at: {{page: {}}}"),
        *_all("name", "id: {}"),
    ]
)
_AT_PREMISES = dict(
    [
        *_all("to claim conclusion supports attacks undercuts relation step", "target: {}"),
        *_all("premises premise and together_with also", "with: {}"),
    ]
)
_IN_CONTRADICTIONS = dict(
    [
        *_all("to claim claims contradicts with other premises premise and", "target: {}"),
        *_all("page pages p", "at: {{page: {}}}"),
        *_all("comment remark rationale", "note: {}"),
    ]
)
_OF_FILES = dict(
    [
        *_all("title", "map: {{title: {}}}"),
        *_all("question issue topic", "map: {{question: {}}}"),
        *_all("main conclusion thesis", "map: {{main: {}}}"),
        *_all("statements arguments nodes propositions behauptungen thesen aussagen", "claims:"),
        *_all("affirmations afirmaciones thèses tesis", "claims:"),
        *_all("quelle fuente", "source: {}"),
        *_all("edges links connections", "relations:"),
        *_all("issues fragen preguntas", "questions:"),
        *_all("readers audiences", "stances:"),
        *_all("expectations tests", "expect:"),
        *_all("author authors", "source: {{id: my-source, authors: [{}]}}"),
    ]
)
_IN_SOURCES = dict(
    [
        *_all("year published jahr année año datum fecha", "date: {}"),
        *_all("file path datei fichier archivo pdf filename", "document: {}"),
        *_all("author by writer writers autor autoren auteur auteurs", "authors: {}"),
        *_all("link website web href", "url: {}"),
        *_all("name titel titre título", "title: {}"),
        *_all("type", "kind: {}"),
        *_all("journal verlag", "publisher: {}"),
        *_all("citekey bibkey key citation bibtex", "cite: {}"),
        *_all("urldate accessed_on access_date retrieved", "accessed: {}"),
        *_all("edition", "version: {}"),
        *_all("retraction retracted_on withdrawn", "retracted: {}"),
    ]
)
# Keys of a claim whose meaning belongs to a relation.
_ELSEWHERE = dict(
    [
        *_all("undercut_by undercutby undercutted_by", _UNDERCUT),
        *_all("answers replies_to answer_to reply_to responds_to", _ANSWER),
        *_all("strength confidence probability certainty belief weight", _STRENGTH),
    ]
)

_NOT_OF_CONTRADICTIONS = frozenset({"force", "weight", "undercut_by", "id", "scheme", "presses"})
_OF_ATTACKS_ALONE = (
    "a contradiction has no `{0}`, as it goes both ways and cannot be undercut: delete `{0}`; an "
    "objection that may have one is written `attacks:`"
)

_ARROWS = ("supports", "supported_by", "attacks", "attacked_by")
_NOUNS = ("support", "attack")  # of either direction
_CERTAIN = 0.88  # similarity that only a slip of the finger has


def hint_for(key: str, value: object, known: Collection[str]) -> str:
    """The hint for an unknown key beside these known ones: what is meant by it, or is near to it.

    >>> hint_for("because", "noise", ["text", "supported_by", "attacked_by"])
    'write `supported_by: noise`'
    """
    word = key.casefold().replace("-", "_").replace(" ", "_")
    if word in known:
        return f"keys are written in small letters: `{word}`"
    table = _table(known)
    if word in table and (word not in _ARROWS or "supports" not in known):
        return f"write `{table[word].format(typed(value))}`"
    if _is_contradiction(known) and word in _NOT_OF_CONTRADICTIONS:
        return _OF_ATTACKS_ALONE.format(word)
    if "supported_by" in known and word in _ELSEWHERE:
        return _ELSEWHERE[word].format(typed(value))
    if "undercut_by" in known and word in _ARROWS:
        return _arrow_in_a_relation(key, word, value, known)
    return _near(key, word, known) or f"known here: {', '.join(known)}"


def _near(key: str, word: str, known: Collection[str]) -> str:
    """The hint that names the most similar known key, or both directions of an arrow."""
    near = did_you_mean(key, known)
    is_arrow = "supported_by" in known and any(f"`{arrow}`" in near for arrow in _ARROWS)
    is_slip = word not in _NOUNS and get_close_matches(word, _ARROWS, 1, _CERTAIN)
    if is_arrow and not is_slip:
        return _both_ways(near)
    return near


def _arrow_in_a_relation(key: str, word: str, value: object, known: Collection[str]) -> str:
    """The hint for an arrow of claims among the keys of a relation, where arrows differ."""
    if "supports" not in known:
        return f"the target is the entry in which this stands: delete `{key}`"
    kind = "supports" if word == "supported_by" else "attacks"
    return f"a relation has premises and a target: write `premises: {typed(value)}, {kind}: CLAIM`"


def _both_ways(near: str) -> str:
    """The two keys between which an author must choose, where a key is near to one of them."""
    to, by = _ARROWS[:2] if "support" in near else _ARROWS[2:]
    verb = "speaks for" if "support" in near else "speaks against"
    return (
        f"write `{to}: CLAIM` if this claim {verb} the other, `{by}: CLAIM` if the other {verb} "
        "this one"
    )


def _table(known: Collection[str]) -> Mapping[str, str]:
    """The words for the keys of a claim, of a relation or of a file, by what is known there."""
    if "supported_by" in known:
        return _IN_CLAIMS
    if "undercut_by" in known:
        meanings = _IN_RELATIONS | (_AT_PREMISES if "target" in known else {})
        return {word: meant for word, meant in meanings.items() if meant.split(":")[0] in known}
    if _is_contradiction(known):
        return _IN_CONTRADICTIONS
    if "begins" in known:
        return _IN_SOURCES
    return _OF_FILES if "claims" in known else {}


def _is_contradiction(known: Collection[str]) -> bool:
    """Whether these are the keys of an entry of `contradicts`: a target, and nothing undercuts."""
    return "target" in known and "undercut_by" not in known
