"""Claims and relations as their own entries tell of them, apart from the rest of the map.

They are values of the model already, so that the tree of a file, and the shapes that it was
validated against, need not last until all files are read. What depends on other entries is open:
whether references lead somewhere, and which source and mode follow from those of others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.model.relation import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Diagnostic, Location
    from argmap.model.claim import Claim, Mode
    from argmap.reading.containers import Loc


class WrittenRelation(NamedTuple):
    """A relation as written: with its source if it names one, and with the force that is given.

    `loc` is its path in the tree, `mode` the mode that it states; `premises` are in the author's
    order, `undercuts` stand in its entry. `id_at` is the place of its id if it has one of its own.
    `is_at_premise` says that it stands in the entry of its first premise.
    """

    relation: Relation
    loc: Loc
    mode: Mode | None
    has_no_source: bool
    premises: tuple[str, ...]
    id_at: Location | None = None
    undercuts: tuple[WrittenRelation, ...] = ()
    is_at_premise: bool = False

    @property
    def is_placed(self) -> bool:
        """Whether it has a quotation or a place in a source."""
        return bool(self.relation.locators)

    @property
    def inside(self) -> str | None:
        """The claim in whose entry the relation stands, if it stands in one."""
        return str(self.loc[1]) if self.loc[0] == "claims" else None

    def premise_loc(self, index: int) -> Loc:
        """The path of a premise in the tree."""
        if not self.is_at_premise:
            return (*self.loc, "premises", index)
        return (*self.loc, "with", index - 1) if index else self.loc[:2]


def written_of(part: WrittenRelation | Relation) -> WrittenRelation:
    """A relation as written; one that is there alone stands in the entry of its target, a claim."""
    if isinstance(part, WrittenRelation):
        return part
    key = "supported_by" if part.kind is Kind.SUPPORTS else "attacked_by"
    loc: Loc = ("claims", part.target, key, part.position or 0)
    return WrittenRelation(part, loc, None, has_no_source=False, premises=part.premises)


class WrittenClaim(NamedTuple):
    """A claim as written: with its source if it names one; `mode` is the one that it states.

    `is_own` says that it does not come from the source of its file. Of `contradicts` each is one of
    two directions.
    """

    claim: Claim
    mode: Mode | None
    is_draft: bool
    is_own: bool
    has_no_source: bool
    restates: tuple[str, ...]
    contradicts: tuple[WrittenRelation, ...]


class WrittenParts(NamedTuple):
    """The claims and relations that are written in a file, by the place where they stand.

    Most relations stand at their targets and say no more than `written_of` knows: of these there
    is the relation alone, as they are most of what is read of a large map.
    `ids` are those that authors gave to relations, the outermost relations first; `diagnostics` are
    of relations that say nothing.
    """

    claims: Mapping[str, WrittenClaim]
    at_targets: tuple[WrittenRelation | Relation, ...]
    at_premises: tuple[WrittenRelation, ...]
    apart: tuple[WrittenRelation, ...]
    ids: tuple[tuple[str, Location], ...]
    diagnostics: tuple[Diagnostic, ...]
