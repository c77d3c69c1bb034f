"""The common schemes under the names that other programs give them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from argmap.model.scheme import Scheme
from argmap.reading.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Location

_LONGEST_NAME = 60  # characters of a name of a scheme; more is a sentence
_SAY_NOTHING = frozenset({"inference", "conflict", "rephrase", "support", "attack", "n/a", "none"})

# Our id, the number in AIFdb (0: none), the name there where our id does not spell it.
_TABLE = """
ad-hominem 172 Ad Hominem
alternatives 0
analogy 1
appeal-to-fear 17 Fear Appeal
bias 2
cause-to-effect 4
circumstantial-ad-hominem 5
commitment 6
composition 0
consequences 0
correlation-to-cause 7
danger-appeal 0
definition-to-classification 0 Definition To Verbal Classification
division 0
established-rule 61
ethos 12 Ethotic
evidence-to-hypothesis 13
example 14
exceptional-case 62
expert-opinion 15
gradualism 0
ignorance 19
inconsistent-commitment 20
need-for-help 0
negative-consequences 22
negative-example 0
popular-opinion 23
popular-practice 25
position-to-know 26
positive-consequences 27
practical-reasoning 28
precedent 0
rule 0 Rules
sacrifice 0
sign 30
slippery-slope 0
sunk-costs 0
threat 0
values 0
verbal-classification 31
waste 33
witness-testimony 0
"""
_ROWS = [line.split(maxsplit=2) for line in _TABLE.split("\n") if line]
_NAMES = {row[0]: row[2] if len(row) > 2 else row[0].replace("-", " ").title() for row in _ROWS}  # noqa: PLR2004  # the name
_NUMBERS = {row[0]: row[1] for row in _ROWS if row[1] != "0"}
_BY_NUMBER = {number: id_ for id_, number in _NUMBERS.items()}
_OPENINGS = re.compile(r"^(?:walton)?(?:argument|argumentation|scheme)?(?:from|by)?")


def name_of(scheme: str) -> str:
    """The name of a common scheme in AIFdb, such as "Expert Opinion"; empty for any other.

    >>> name_of("expert-opinion"), name_of("my-own")
    ('Expert Opinion', '')
    """
    return _NAMES.get(scheme, "")


def number_of(scheme: str) -> str:
    """The number of a common scheme in AIFdb; empty if it has none."""
    return _NUMBERS.get(scheme, "")


def numbered(number: str) -> str:
    """The common scheme with this number in AIFdb; empty if there is none."""
    return _BY_NUMBER.get(number, "")


def scheme_named(name: str) -> str:
    """The common scheme of this name, however it is spelled; empty if there is none.

    >>> scheme_named("ExpertOpinion"), scheme_named("Argument From Expert Opinion")
    ('expert-opinion', 'expert-opinion')
    >>> scheme_named("Modus Ponens")
    ''
    """
    letters = _letters(name)
    return _spellings().get(letters) or _spellings().get(_OPENINGS.sub("", letters), "")


def own_scheme(name: str) -> str:
    """The id under which a map defines a scheme that is none of the common ones."""
    id_ = slug(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)) or "scheme"
    return f"{id_[:60]}-own" if id_ in _NAMES else id_


def _letters(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalpha())


@cache
def _spellings() -> Mapping[str, str]:
    return {_letters(word): id_ for id_, name in _NAMES.items() for word in (id_, name)}


class Schemes:
    """The schemes that the steps of a file name; those that we have not become the map's own."""

    def __init__(self) -> None:
        self.own: dict[str, Scheme] = {}
        self._known: dict[tuple[tuple[str, ...], str, str], dict[str, str]] = {}

    def fields(
        self, names: tuple[str, ...], number: str, kind: str, at: Location
    ) -> dict[str, str]:
        """The field of a relation for the first name that says anything: a scheme, or a sentence.

        The type of the node and names such as "Default Inference" say nothing; then the number
        tells. A name too long for one is kept as the rationale of the step.
        """
        key = (names, number, kind)
        fields = self._known.get(key)
        if fields is None:
            fields = self._known[key] = self._fields(names, number, kind, at)
        return dict(fields)

    def _fields(
        self, names: tuple[str, ...], number: str, kind: str, at: Location
    ) -> dict[str, str]:
        telling = [" ".join(name.split()) for name in names if not _is_default(name, kind)]
        known = [id_ for id_ in map(scheme_named, telling) if id_]
        if known or (not telling and numbered(number)):
            return {"scheme": known[0] if known else numbered(number)}
        if not telling:
            return {}
        name = telling[0]
        if len(name) > _LONGEST_NAME:
            return {"rationale": name}
        id_ = own_scheme(name)
        self.own.setdefault(id_, Scheme(id_, name, at))
        return {"scheme": id_}


def _is_default(name: str, kind: str) -> bool:
    words = name.strip().casefold()
    is_type = words in _SAY_NOTHING or words == kind.casefold()
    return not words or is_type or words.startswith("default")
