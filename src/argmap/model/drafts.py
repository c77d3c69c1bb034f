"""Drafts: claims that nobody has accepted yet, and the relations that rest on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model.claim import Claim
    from argmap.model.relation import Relation


DRAFT = "draft"
"""The word that stands in a file in place of the mode of a claim that nobody has accepted yet."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts beside a map: the claims as they will be once accepted, and their relations.

    They are no part of the map, so that no question about it and no picture of it knows them. A
    relation is a draft if a claim that it joins is one, or the relation that it undercuts.
    """

    claims: Mapping[str, Claim] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("claims", "relations"):
            in_order = dict(sorted(getattr(self, name).items()))
            object.__setattr__(self, name, MappingProxyType(in_order))

    def __len__(self) -> int:
        return len(self.claims)

    def __iter__(self) -> Iterator[str]:
        return iter(self.claims)


NO_DRAFTS = Drafts()
