"""The texts of the common schemes (Walton, Reed, Macagno 2008), from `schemes.toml`.

They are read at their first use, as `argmap check` needs only the ids (`scheme.BUILT_IN`).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.model.scheme import Scheme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation


@cache
def common_schemes() -> Mapping[str, Scheme]:
    """The common schemes by id, sorted.

    >>> list(common_schemes()["division"].questions)
    ['whole', 'carries']
    """
    import tomllib  # noqa: PLC0415  # slow to import, and most commands need no scheme

    text = files("argmap.model").joinpath("schemes.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            id_: Scheme(
                id_,
                table["name"],
                None,
                tuple(role for role, _ in table["premises"]),
                MappingProxyType(table["questions"]),
                MappingProxyType(dict(table["premises"])),
                table["conclusion"],
            )
            for id_, table in sorted(tomllib.loads(text).items())
        }
    )


def scheme_of(argument_map: ArgumentMap, relation: Relation) -> Scheme | None:
    """The scheme that a relation names, or None; the map's own schemes take precedence.

    >>> from dataclasses import replace
    >>> from argmap.model.example import THREE_CLAIMS
    >>> step = replace(THREE_CLAIMS.relations["for"], scheme="sign")
    >>> scheme_of(THREE_CLAIMS, step).name
    'Argument from sign'
    """
    if relation.scheme is None:
        return None
    return argument_map.schemes.get(relation.scheme) or common_schemes().get(relation.scheme)
