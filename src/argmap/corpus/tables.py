"""The tables of a corpus: their columns, with type, meaning and unit."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST_WORDS = 4
"""The fewest words by which claims of several maps are one; `It is wrong.` says too little."""
VERSION = 5
"""The version of the tables; a store of another version is built anew."""


class Column(NamedTuple):
    """A column of a table: its name, its type in SQL, and what a value of it says."""

    name: str
    type: str
    meaning: str


def _columns(*rows: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_MAP = ("map", "varchar", "the map, by its path seen from the folder of the corpus")

OF_MAPS = _columns(
    ("format", "varchar", "the format of its files, as `argmap explain formats` names it"),
    ("title", "varchar", "its title, or null"),
    ("question", "varchar", "the question that it is about, or null"),
    ("objections", "varchar", "what an unanswered objection does: `contest` or `defeat`"),
    ("is_sound", "boolean", "whether it could be read and labelled; if not, its labels are null"),
    ("size", "bigint", "the size of its files, in bytes"),
)
"""The columns of a map that are read; those that follow from its other rows are `COUNTED`."""

COUNTED = _columns(
    ("claims", "bigint", "the number of its claims"),
    ("relations", "bigint", "the number of its relations"),
    ("stands", "bigint", "the number of its claims that stand"),
    ("contested", "bigint", "the number that are contested"),
    ("open", "bigint", "the number that are open"),
    ("falls", "bigint", "the number that fall"),
    ("errors", "bigint", "the number of its errors"),
    ("warnings", "bigint", "the number of its warnings"),
)

NESTED: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        "claims": _columns(
            ("claim", "varchar", "its id; key together with the map"),
            ("text", "varchar", "what it says"),
            ("plain", "varchar", "its words in small letters without marks, by which it is found"),
            ("source", "varchar", "the source it is cited to, or null"),
            ("speaker", "varchar", "who holds it, where the map says so"),
            ("mode", "varchar", "how the source has it: `asserted`, `reported` and so on"),
            ("marked", "varchar", "the author's mark: `true`, `false`, `pending`, or null"),
            ("granted", "boolean", "whether it is put forward without needing support"),
            ("label", "varchar", "`in`, `out`, `undec` in its own map; null if that is not sound"),
            ("word", "varchar", "`stands`, `contested`, `open`, `falls` in its own map"),
            ("reason", "varchar", "the reason in a few words"),
            ("disputed", "boolean", "whether an objection bears on it"),
            ("roles", "varchar[]", "its roles: `premise`, `conclusion` and so on"),
            ("origin", "varchar", "its id in the program it comes from, if that is another"),
        ),
        "relations": _columns(
            ("relation", "varchar", "its id; key together with the map"),
            ("kind", "varchar", "`supports`, `attacks`, `undercuts`"),
            ("target", "varchar", "the claim it is about; of an undercut, the relation"),
            ("force", "varchar", "of an attack: `contest` or `defeat`, as it is read in its map"),
            ("contradiction", "boolean", "whether it is half of a contradiction"),
            ("scheme", "varchar", "the argument scheme, or null"),
            ("source", "varchar", "the source that draws it, or null"),
            ("label", "varchar", "`in`, `out`, `undec` in its own map"),
        ),
        "premises": _columns(
            ("relation", "varchar", "the relation"),
            ("claim", "varchar", "a claim among its premises; key: map, relation, claim"),
        ),
        "restated": _columns(
            ("claim", "varchar", "a claim that says the same as others of its map"),
            ("first", "varchar", "the first of them by id"),
        ),
        "sources": _columns(
            ("source", "varchar", "its id; key together with the map"),
            ("title", "varchar", "its title"),
            ("authors", "varchar[]", "the names of its authors"),
            ("date", "varchar", "its date as the map has it"),
            ("kind", "varchar", "its kind, such as `article`"),
            ("url", "varchar", "its address"),
            ("doi", "varchar", "its DOI"),
            ("isbn", "varchar", "its ISBN"),
            ("retracted", "varchar", "the day on which it was withdrawn"),
        ),
        "diagnostics": _columns(
            ("file", "varchar", "the file, seen from the folder of the corpus"),
            ("line", "bigint", "the line, from 1"),
            ("col", "bigint", "the column, from 1"),
            ("code", "varchar", "the code, which `argmap explain` explains"),
            ("severity", "varchar", "`error` or `warning`"),
            ("message", "varchar", "what is wrong"),
            ("hint", "varchar", "what to do"),
        ),
    }
)
"""The tables whose rows belong to a map; each has the column `map` as well."""

PART = Column("part", "bigint", "the first claim of its component in its map, counted from 0")
WITHIN = Column("within", "varchar", "words of it that an apostrophe draws together with others")
BESIDE = (PART, WITHIN)
"""What a part has of a claim, and the table of claims has not."""

JOINED = Column(
    "component", "bigint", "the number of the component, from 1: what relations join over all maps"
)

TABLES: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        "maps": (Column(*_MAP), *OF_MAPS, *COUNTED),
        **{
            name: (Column(*_MAP), *columns, *((JOINED,) if name == "claims" else ()))
            for name, columns in NESTED.items()
        },
        "links": _columns(
            ("map", "varchar", "the map of a claim that is the same as one of another map"),
            ("claim", "varchar", "its id"),
            ("first_map", "varchar", "the map of the first claim that says the same"),
            (
                "first_claim",
                "varchar",
                "the id of that; key: map, claim, first_map, first_claim, why",
            ),
            ("why", "varchar", "why it is the same: `words`, `origin`, or `near`"),
            ("likeness", "double", "the share of words in both of all their words, 0 to 1"),
        ),
        "components": _columns(
            ("component", "bigint", "the number of the component, from 1; key"),
            ("claims", "bigint", "the number of its claims"),
            ("maps", "bigint", "the number of maps that it joins"),
            ("map", "varchar", "the map of its first claim"),
            ("claim", "varchar", "its first claim"),
        ),
    }
)
"""The tables that are exported and can be asked by SQL."""
