"""Words that turn or limit the sense of a sentence, in the languages in which they are known.

Each language has its own table, as a word may deny in one and be harmless in another: English
*falls* are no German condition, and Italian *si* is none at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_READ = 4_000
"""The signs of a text by which its language is told."""


@dataclass(frozen=True)
class Language:  # no slots: the patterns are made when they are needed
    """The words of a language that matter for the sense of a quotation, in lower case.

    `frequent` are words by which it is recognized; `denials` deny what follows, `behind` are
    denials that may stand right behind the verb or noun that they deny; `nobody` are
    subjects that deny what their verb is followed by ("nobody believes that"); `limits` take back
    part of what stands before; `amounts` say how much or how many is meant. Words are patterns.
    """

    frequent: str
    denials: str
    behind: str
    nobody: str
    limits: str
    amounts: str

    @cached_property
    def known_by(self) -> frozenset[str]:
        """The frequent words, for looking them up."""
        return frozenset(self.frequent.split())

    @cached_property
    def ends_in_denial(self) -> re.Pattern[str]:
        """The end of a text that denies what follows it."""
        marks = r"[\s\"'(\[]*"
        that = r"(?:,?\s+(?:that|dass|da\u00df|que|qu|che))?,?"
        return _pattern(
            rf"(?:(?:{_words(self.denials)}|n't\b),?{marks}"
            rf"|{_words(self.nobody)}\s+[^\W\d]+{that}{marks}|\bnon-|\bn')$"
        )

    @cached_property
    def denial(self) -> re.Pattern[str]:
        """A word that denies something."""
        return _pattern(rf"{_words(f'{self.denials} {self.nobody}')}|n't\b|\bn'")

    @cached_property
    def opens_with_denial(self) -> re.Pattern[str]:
        """The beginning of a text that denies what stands right before it."""
        return _pattern(rf"\s*(?:{_words(self.behind)}|\b[a-z]+n't\b|\bn')")

    @cached_property
    def opens_with_limit(self) -> re.Pattern[str]:
        """The beginning of a text that limits what stands before it."""
        return _pattern(rf"[\s,;:\"')\]-]*{_words(self.limits)}")

    @cached_property
    def turning(self) -> re.Pattern[str]:
        """A word without which a text says something else."""
        every = f"{self.denials} {self.nobody} {self.limits} {self.amounts}"
        return _pattern(rf"(?:{_words(every)}|.*n't|n'.*)$")


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _words(patterns: str) -> str:
    """A pattern for any of these words as a whole; an underscore stands for a space."""
    every = "|".join(patterns.split()).replace("_", r"\s+")
    return rf"\b(?:{every})\b"


LANGUAGES = {
    "English": Language(
        frequent="the of and to is are was that it for with as by be have this which at from",
        behind="not never cannot no_longer",
        denials="not no never cannot no_longer neither hardly without",
        nobody="nobody none no_one",
        limits="except unless but if",
        amounts="all barely false few little most nor nothing only rarely scarcely seldom some",
    ),
    "German": Language(
        frequent="der die das und ist sind war ein eine den dem des zu mit auf f\u00fcr im von er "
        "es sich auch dass wie man hat wird",
        behind="nicht nie niemals kaum keineswegs keinesfalls",
        denials="nicht nie niemals kein(?:e[mnrs]?|erlei)? kaum keineswegs keinesfalls weder ohne",
        nobody="niemand(?:e[mn])? keiner",
        limits="au(?:\u00df|ss)er sofern falls aber nur wenn es_sei_denn",
        amounts="nichts noch alle[mnrs]? einige manche selten wenig(?:e[mnrs]?)? meist(?:en)? "
        "blo\u00df lediglich falsch sondern fast",
    ),
    "French": Language(
        frequent="le la les des est sont et une du que qui dans en pour par sur avec ce il elle au",
        behind="ne pas jamais",
        denials="ne pas jamais gu\u00e8re aucune? nulle? ni sans non",
        nobody="personne_ne",
        limits="sauf except\u00e9 si s'ils? mais seulement \u00e0_moins \u00e0_condition",
        amounts="rien personne plus peu tous toutes certaines? quelques rarement faux",
    ),
    "Spanish": Language(
        frequent="el la los las es son y una por con del que en para se lo al como",
        behind="no nunca jam\u00e1s tampoco",
        denials="no nunca jam\u00e1s ning\u00fan ningun[ao]s? ni sin tampoco apenas",
        nobody="nadie ninguno",
        limits="salvo excepto si pero s[o\u00f3]lo solamente a_menos siempre_que",
        amounts="nada poc[ao]s? tod[ao]s algun[ao]s raramente falso",
    ),
    "Italian": Language(
        frequent="il lo la gli le \u00e8 sono e una di del della che per con nel si come",
        behind="non mai",
        denials="non mai nessun[ao]? n\u00e9 senza neppure neanche nemmeno",
        nobody="nessuno",
        limits="tranne eccetto salvo se ma per\u00f2 solo soltanto a_meno purch\u00e9",
        amounts="niente nulla poc[aoh]i? tutt[ei] alcun[ei] raramente falso appena",
    ),
}
"""The languages whose words are known, by their English names."""


def languages_of(text: str) -> list[Language]:
    """The languages in which a text may be written: those whose frequent words it has most of.

    >>> [name for name, each in LANGUAGES.items() if each in languages_of("Das ist die Frage.")]
    ['German']
    """
    words = re.findall(r"[^\W\d_]+", text[:_READ].lower())
    counts = [(sum(map(each.known_by.__contains__, words)), each) for each in LANGUAGES.values()]
    most = max(count for count, _ in counts)
    return [each for count, each in counts if count == most]


def turns_the_sense(word: str, languages: Iterable[Language]) -> bool:
    """Whether a word of one of these languages cannot be left out without changing the sense.

    >>> turns_the_sense("keine", [LANGUAGES["German"]])
    True
    """
    return any(each.turning.match(word) for each in languages)
