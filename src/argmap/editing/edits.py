"""Edits of a map as values: what a person does to it, apart from where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.claim import Claim
    from argmap.model.presentation import Step
    from argmap.model.relation import Kind, Relation
    from argmap.model.source import Locator, Source

Value: TypeAlias = "str | float | bool | tuple[str, ...]"
"""A value of a key: a text, a number, a truth, or texts."""


FIELDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "claim": frozenset(
            (
                *("text", "label", "source", "speaker", "mode", "granted", "credence", "section"),
                *("tags", "note", "url"),
            )
        ),
        "relation": frozenset(
            ("scheme", "presses", "weight", "rationale", "force", "source", "mode", "tags", "note")
        ),
        "source": frozenset(
            (
                *(
                    "title",
                    "authors",
                    "date",
                    "kind",
                    "publisher",
                    "url",
                    "doi",
                    "isbn",
                    "accessed",
                ),
                *("version", "retracted", "document", "begins", "ends", "cite_as", "note"),
            )
        ),
        "map": frozenset(("title", "question", "main", "objections", "documents", "steps")),
    }
)
"""The keys that can be set and removed, of each kind of thing that has some."""


@dataclass(frozen=True, slots=True)
class Rename:
    """Another id for a claim, relation, source, stance, scheme or question, wherever it stands."""

    kind: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class AddClaim:
    """A new claim below `claims:` of a file: right after another claim there, or at the end.

    Its source and its mode are written only where the file would not give it the same.
    """

    claim: Claim
    file: str
    after: str | None = None


@dataclass(frozen=True, slots=True)
class AddRelation:
    """A new relation, written in the entry of its target."""

    relation: Relation


@dataclass(frozen=True, slots=True)
class JoinPremise:
    """A further premise of a relation, which then needs it together with the others."""

    relation: str
    premise: str


@dataclass(frozen=True, slots=True)
class SplitPremise:
    """The loss of one of several premises of a relation, which then does without it."""

    relation: str
    premise: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """Another target of a relation, and perhaps another kind: a reason becomes an objection.

    Its keys and what undercuts it stay, but for a force, which only an attack on a claim has.
    """

    relation: str
    kind: Kind
    target: str


@dataclass(frozen=True, slots=True)
class AddContradiction:
    """Two claims that cannot hold together, said in the entry of the first."""

    claim: str
    other: str


@dataclass(frozen=True, slots=True)
class AddRestatement:
    """A claim that says the same as another, said in its own entry."""

    claim: str
    other: str


@dataclass(frozen=True, slots=True)
class RemoveRestatement:
    """A claim that says the same as others no longer; those go on saying the same."""

    claim: str


@dataclass(frozen=True, slots=True)
class SetField:
    """The value of a key of a claim, relation or source, in the place of another or anew."""

    kind: str
    id: str
    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class RemoveField:
    """The loss of a key of a claim, relation or source."""

    kind: str
    id: str
    key: str


@dataclass(frozen=True, slots=True)
class SetLocators:
    """The places of a claim or relation in its source, with their quotations: these and no others.

    To add a quotation, name those that are there as well; without any, all are taken away.
    """

    kind: str
    id: str
    locators: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class RemoveRelation:
    """The loss of a relation and of all that undercuts it; claims defined in it stay."""

    id: str


@dataclass(frozen=True, slots=True)
class RemoveClaim:
    """The loss of a claim, of the relations from and to it, and of every mention of it."""

    id: str


@dataclass(frozen=True, slots=True)
class AcceptDraft:
    """A draft that becomes a claim of the map, with the relations whose ends are then all in it."""

    claim: str


@dataclass(frozen=True, slots=True)
class NewFile:
    """A new claim file, perhaps with the source from which its claims will come."""

    name: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class AddSource:
    """A new source, below `sources:` of a file, or as its `own`, from which its claims come."""

    source: Source
    file: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class RemoveSource:
    """The loss of a source that nothing cites."""

    id: str


@dataclass(frozen=True, slots=True)
class SetMapField:
    """The value of a key of the `map:` block, None to take it away.

    The key is `title`, `question`, `main` (ids of claims), `objections`, `documents` (their folder)
    or `steps` (slides).
    """

    key: str
    value: str | tuple[str, ...] | tuple[Step, ...] | None


@dataclass(frozen=True, slots=True)
class MoveClaim:
    """Another place of a claim below `claims:` of a file: right after another, or the first.

    What is defined in its entry goes with it, and so do its comments.
    """

    claim: str
    file: str
    after: str | None = None


@dataclass(frozen=True, slots=True)
class DefineInPlace:
    """A claim below `claims:` moved to the one place where it is a premise."""

    claim: str


@dataclass(frozen=True, slots=True)
class DefineBelow:
    """A claim that is defined where it is used, moved below `claims:`."""

    claim: str


MapEdit: TypeAlias = (
    Rename
    | AddClaim
    | AddRelation
    | JoinPremise
    | SplitPremise
    | Redirect
    | AddContradiction
    | AddRestatement
    | RemoveRestatement
    | SetField
    | RemoveField
    | SetLocators
    | RemoveRelation
    | RemoveClaim
    | AcceptDraft
    | NewFile
    | AddSource
    | RemoveSource
    | SetMapField
    | MoveClaim
    | DefineInPlace
    | DefineBelow
)
"""An edit of a map, whatever it does."""
