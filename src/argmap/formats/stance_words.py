"""The words by which people say, in several languages, that a claim speaks for or against one."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from argmap.reading.slugs import slug

Meaning = Literal["supports", "attacks", "undercuts", "contradicts", "restates", "none"]

_SIGNS: dict[str, Meaning] = {
    "+": "supports",
    "++": "supports",
    "+1": "supports",
    "-": "attacks",
    "--": "attacks",
    "\u2013": "attacks",
    "\u2212": "attacks",
    "-1": "attacks",
    "\u22121": "attacks",
    "><": "contradicts",
    "=": "restates",
}
# English, German, French, Spanish and Portuguese, as `slug` writes them.
_WORDS: dict[Meaning, str] = {
    "supports": """
        support supports supported supporting supportive pro pros for favor favour in-favor
        in-favour favors favours agree agrees agreement because reason reasons evidence
        argument-for inference ra 1 so therefore hence thus since implies entails proves stuetzt
        stuetzung unterstuetzt unterstuetzung dafuer fuer begruendet begruendung grund
        spricht-dafuer soutien soutient appuie pour en-faveur raison apoya apoyo a-favor
        favorable razon apoia apoio suporta suporte favoravel razao""",
    "attacks": """
        attack attacks attacked attacking con cons contra against oppose opposes opposed
        opposing objection objections objects objects-to rebuts rebuttal refutes refutation
        counter counterargument counter-argument disagree disagrees disagreement conflict
        challenges argument-against ca but however although despite greift-an angriff dagegen
        gegen kontra gegenargument einwand widerlegt spricht-dagegen attaque contre objecte
        refute ataca ataque en-contra contraargumento objecion refuta objecao contra-argumento""",
    "undercuts": """
        undercut undercuts undercutter undercutting undermines-step untergraebt unterlaeuft sape
        socava mina solapa""",
    "contradicts": """
        contradicts contradiction contradictory contrary widerspricht widerspruch contredit
        contradice contradiccion contradiz contradicao""",
    "restates": """
        restates restatement restated same same-as equivalent equals rephrase rephrases ma
        gleich gleichbedeutend identisch wiederholt identique equivaut reformule igual equivale
        reformula mesmo""",
    "none": """
        no-relation unrelated neutral
        claim thesis theses root main main-claim major-claim statement topic motion these
        hauptthese behauptung aussage hauptbehauptung affirmation tesis afirmacion tese
        afirmacao""",
}
MEANINGS = MappingProxyType({word: name for name, all_ in _WORDS.items() for word in all_.split()})
"""The meaning of each word, in the form that `slug` gives it."""


@lru_cache(maxsize=1000)
def meaning_of(word: str) -> Meaning | None:
    """The meaning of a word for a relation: `none` for a claim that leads nowhere; None if unknown.

    >>> [meaning_of(word) for word in ("Con", "Dafür", "-1", "These", "x")]
    ['attacks', 'supports', 'attacks', 'none', None]
    """
    bare = word.strip()
    return _SIGNS.get(bare) or MEANINGS.get(slug(bare).replace("_", "-"))
