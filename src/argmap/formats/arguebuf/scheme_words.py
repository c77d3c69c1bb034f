"""The schemes of arguebuf by their words in its files, such as `SUPPORT_EXPERT_OPINION`."""

from __future__ import annotations

from argmap.formats.nodes.scheme_names import name_of, scheme_named

# The values of its enumeration `Support`; its reader refuses a file with any other.
_LIST = """
ABDUCTIVE ALTERNATIVES ANALOGY BIAS BIAS_AD_HOMINEM CAUSE_TO_EFFECT CIRCUMSTANTIAL_AD_HOMINEM
COMMITMENT COMPOSITION CONSEQUENCES CONSTITUTIVE_RULE_CLAIMS CORRELATION_TO_CAUSE DANGER_APPEAL
DISTRESS DIVISION EPISTEMIC_IGNORANCE ETHOTIC EVIDENCE_TO_HYPOTHESIS EXAMPLE EXCEPTIONAL_CASE
EXPERT_OPINION FEAR_APPEAL FULL_SLIPPERY_SLOPE GENERIC_AD_HOMINEM GRADUALISM IGNORANCE
INCONSISTENT_COMMITMENT INTERACTION_OF_ACT_AND_PERSON MEMORY NEED_FOR_HELP NEGATIVE_CONSEQUENCES
NEGATIVE_VALUES OPPOSITIONS PERCEPTION PLEA_FOR_EXCUSE POPULAR_OPINION POPULAR_PRACTICE
POSITION_TO_KNOW POSITIVE_CONSEQUENCES POSITIVE_VALUES PRACTICAL_REASONING
PRACTICAL_REASONING_FROM_ANALOGY PRAGMATIC_ALTERNATIVES PRAGMATIC_INCONSISTENCY PRECEDENT
PRECEDENT_SLIPPERY_SLOPE RHETORICAL_OPPOSITIONS RULES SACRIFICE SIGN SLIPPERY_SLOPE
SORITES_SLIPPERY_SLOPE SUNK_COSTS THE_GROUP_AND_ITS_MEMBERS THREAT TWO_PERSON_PRACTICAL_REASONING
VALUES VERBAL_CLASSIFICATION VERBAL_CLASSIFICATION_ARBITRARINESS VERBAL_CLASSIFICATION_DEFINITION
VERBAL_CLASSIFICATION_VAGUENESS VERBAL_SLIPPERY_SLOPE WASTE WITNESS_TESTIMONY
"""
_WORDS = frozenset(_LIST.split())
_OURS = {
    "ad-hominem": "GENERIC_AD_HOMINEM",
    "definition-to-classification": "VERBAL_CLASSIFICATION_DEFINITION",
}
_THEIRS = {word: id_ for id_, word in _OURS.items()}


def word_of(scheme: str, name: str = "") -> str:
    """The word for a scheme; `DEFAULT` if there is none.

    `name` is the name under which the map defines a scheme of its own.

    >>> word_of("expert-opinion"), word_of("established-rule"), word_of("x", "Positive Values")
    ('EXPERT_OPINION', 'DEFAULT', 'POSITIVE_VALUES')
    """
    word = "_".join((name or name_of(scheme)).upper().replace("-", " ").split())
    word = word if name else _OURS.get(scheme, word)
    return word if word in _WORDS else "DEFAULT"


def scheme_in(word: str) -> tuple[str, str]:
    """The common scheme for a word, or else the name of another one; both empty for the default.

    >>> scheme_in("SUPPORT_FEAR_APPEAL"), scheme_in("SUPPORT_MEMORY"), scheme_in("SUPPORT_DEFAULT")
    (('appeal-to-fear', ''), ('', 'Memory'), ('', ''))
    """
    bare = word.removeprefix("SUPPORT_")
    if bare in ("DEFAULT", ""):
        return "", ""
    name = bare.replace("_", " ").title()
    known = _THEIRS.get(bare) or scheme_named(name)
    return (known, "") if known else ("", name)
