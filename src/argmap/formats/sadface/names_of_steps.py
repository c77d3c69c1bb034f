"""The meaning of the names that people give the steps of a SADFace document."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.formats.arguebuf.scheme_words import word_of
from argmap.formats.nodes.graph import NodeRole
from argmap.formats.nodes.scheme_names import scheme_named
from argmap.formats.stance_words import meaning_of
from argmap.reading.slugs import slug

_OF_TYPES = {"conflict": NodeRole.ATTACK, "inference": NodeRole.SUPPORT}
_EMPTY_WORDS = re.compile(r"^(?:default|scheme)-|-(?:scheme|relation|step|link|node)$")
_PLAIN = {
    "default": NodeRole.SUPPORT,
    "preference": NodeRole.PREFERENCE,
    "pa": NodeRole.PREFERENCE,
}
_BY_MEANING = {
    "supports": NodeRole.SUPPORT,
    "attacks": NodeRole.ATTACK,
    "undercuts": NodeRole.ATTACK,
    "contradicts": NodeRole.ATTACK,
    "restates": NodeRole.RESTATEMENT,
}
_POSITIVE = re.compile(r"^(?:argument|argumentation|scheme)-(?:from|by|to)-")
_OPPOSED = re.compile(
    r"""(?: against | attack(?:s|er|ing)? | con | conflict(?:s|ing)? | contra | contrary
        | contradict(?:s|ion|ory)? | contraposition | counter | counterargument | counterattack
        | counterexample | critici[sz](?:e|m|ing) | critique | defeat(?:s|er|ing)?
        | den(?:y|ies|ial)
        | disagree(?:s|ment)? | disprove[sd]? | dispute[sd]? | negation
        | object(?:s|ion|ions|ing) | oppos(?:e|es|ed|ing|ition) | rebut(?:s|tal|tals|ter|ting)?
        | refut(?:e|es|ation|ing) | reject(?:s|ion|ing)? | undercut(?:s|ter|ting)?
        | undermin(?:e|es|er|ing) )""",
    re.VERBOSE,
)


class NamedStep(NamedTuple):
    """The role of a step; the name of its scheme if that says more; whether the role is sure."""

    role: NodeRole
    scheme: str = ""
    is_sure: bool = True


def step_named(name: str, type_: str) -> NamedStep:
    """The step with a name and a type, which SADFace leaves to its users.

    A type `conflict` or `inference` tells by itself. Else names that say no more than support or
    attack are taken at their word, and schemes that are known are supports. A name that opens or
    ends with a word of opposition is an attack; any other is a support, as most schemes are; these
    two are not sure.

    >>> step_named("rebuttal", "scheme").role, step_named("Expert Opinion", "scheme").is_sure
    (<NodeRole.ATTACK: 'attack'>, True)
    >>> step_named("Modus Ponens", "scheme")
    NamedStep(role=<NodeRole.SUPPORT: 'support'>, scheme='Modus Ponens', is_sure=False)
    """
    word = _EMPTY_WORDS.sub("", slug(name).replace("_", "-"))
    plain = _PLAIN.get(word) or _BY_MEANING.get(meaning_of(name) or meaning_of(word) or "")
    if type_ in _OF_TYPES and plain not in (NodeRole.RESTATEMENT, NodeRole.PREFERENCE):
        role = _OF_TYPES[type_]
        return NamedStep(role, "" if plain is role or role is NodeRole.ATTACK else name)
    if plain is not None:
        return NamedStep(plain)
    if scheme_named(name) or word_of("", name) != "DEFAULT" or _POSITIVE.match(word):
        return NamedStep(NodeRole.SUPPORT, name)
    opposed = [_OPPOSED.fullmatch(each) is not None for each in word.split("-")]
    if all(opposed):
        return NamedStep(NodeRole.ATTACK)
    if opposed[0] or opposed[-1]:
        return NamedStep(NodeRole.ATTACK, name, is_sure=False)
    return NamedStep(NodeRole.SUPPORT, name, is_sure=False)
