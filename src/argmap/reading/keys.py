"""The keys of a claim file, each with its purpose, its values and an example: one table of all."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OWNERS: Mapping[str, str] = MappingProxyType(
    {
        "file": "A claim file",
        "map": "The map as a whole, below `map`",
        "step": "A step of the presentation, in `map.steps`",
        "view": "A view: a part of the map under a name, in `map.views`",
        "source": "A source, in `source` and `sources`",
        "author": "An author, in `authors` of a source",
        "origin": "The origin of an imported part, in `origin`",
        "claim": "A claim, in `claims`",
        "at": "A place in a source, in `at`",
        "relation": "A relation: a reason or an objection, in `supported_by` and the like",
        "ignore": "An ignored warning, in `ignore`",
        "question": "A question with its answers, in `questions`",
        "stance": "A stance: the view of a reader, in `stances`",
        "expectation": "An expectation: a test of the map, in `expect`",
        "scheme": "A scheme: a pattern of argument, in `schemes`",
    }
)
"""The parts of a claim file that have keys, in the order in which they are best read."""
_WRITTEN_BELOW = {
    "steps": "step",
    "views": "view",
    "sources": "source",
    "authors": "author",
    "claims": "claim",
    "supported_by": "relation",
    "attacked_by": "relation",
    "undercut_by": "relation",
    "relations": "relation",
    "questions": "question",
    "stances": "stance",
    "expect": "expectation",
    "schemes": "scheme",
    **{owner: owner for owner in OWNERS},
}
"""The owner of the keys that are written below a key; an owner also stands for itself."""

_PLACE_IN_LIST = re.compile(r"\[[0-9]+\]")


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a part of a claim file; `default` is empty where the key must be written."""

    owner: str
    name: str
    purpose: str
    values: str
    default: str
    example: str

    @property
    def path(self) -> str:
        """The key with its owner, such as `claim.text`; a key of the file itself stands alone."""
        return self.name if self.owner == "file" else f"{self.owner}.{self.name}"

    @property
    def presence(self) -> str:
        """The consequence of leaving the key out, or the statement that it must be written."""
        return f"If left out: {self.default}." if self.default else "It must be written."


@cache
def keys() -> tuple[Key, ...]:
    """Every key, by owner and in the order of the table."""
    text = files("argmap.reading").joinpath("keys.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return tuple(
        Key(
            owner,
            name,
            row["purpose"],
            row["values"],
            row.get("default", ""),
            row["example"].strip("\n"),
        )
        for owner in OWNERS
        for name, row in table[owner].items()
    )


def keys_called(path: str) -> list[Key]:
    """The keys of a name; of a path, such as a message has, the one of the part that it leads to.

    >>> [key.path for key in keys_called("quote")]
    ['claim.quote', 'at.quote', 'relation.quote']
    >>> [key.path for key in keys_called("claims.close.supported_by[2].weight")]
    ['relation.weight']
    """
    *before, name = _PLACE_IN_LIST.sub("", path).split(".")
    owners = [_WRITTEN_BELOW[part] for part in before if part in _WRITTEN_BELOW]
    named = [key for key in keys() if key.name == name]
    return [key for key in named if key.owner == (owners or [""])[-1]] if before else named


def description_of(key: Key) -> str:
    """The purpose, the values and the default of a key, as an editor shows them."""
    return f"{key.purpose} Values: {key.values}. {key.presence}"
