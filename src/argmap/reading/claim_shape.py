"""The shape of claims and of the relations between them, in all forms in which they are written."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field, PlainValidator, RootModel, WithJsonSchema

from argmap.model.claim import Mode
from argmap.model.drafts import DRAFT
from argmap.model.relation import Force
from argmap.reading import converters
from argmap.reading.values import (
    Count,
    Grant,
    Id,
    Loose,
    OriginShape,
    OwnData,
    StrictShape,
    Text,
    Texts,
    Unit,
)


class LocatorShape(StrictShape):
    """A pinpoint in a source, with a quotation of a few verbatim words to check it by."""

    model_config = ConfigDict(
        extra="forbid", defer_build=True, json_schema_extra={"minProperties": 1}
    )

    paragraph: Count | None = None
    page: Loose | None = None
    section: Loose | None = None
    time: Loose | None = None
    quote: Text | None = None
    prefix: Text | None = None
    suffix: Text | None = None


Locators: TypeAlias = Annotated[
    list[LocatorShape],
    BeforeValidator(converters.as_list, json_schema_input_type="LocatorShape | list[LocatorShape]"),
]


SourceOrNone: TypeAlias = Annotated[
    Text | None, WithJsonSchema({"type": ["string", "null"], "minLength": 1})
]


class Cited(StrictShape):
    """The keys that claims and relations share: their source, the places in it, and their mode."""

    source: SourceOrNone = None
    at: Locators = Field(default_factory=list)
    quote: Text | None = None
    mode: Mode | None = None
    tags: Texts = Field(default_factory=list)
    note: Text | None = None
    meta: OwnData = Field(default_factory=dict)
    origin: OriginShape | None = None

    @property
    def has_no_source(self) -> bool:
        """Whether `source: null` says that this comes from no source, not even the file's own."""
        return self.source is None and "source" in self.model_fields_set


class RelationKeys(Cited):
    """The keys that a relation has wherever it is written."""

    id: Id | None = None
    scheme: Text | None = None
    weight: Unit | None = None
    rationale: Text | None = None
    force: Force | None = None
    presses: Text | None = None
    undercut_by: Entries = Field(default_factory=list)


class EntryShape(RelationKeys):
    """One relation to the claim (or relation) in whose entry it stands."""

    premises: Annotated[
        list[Text],
        BeforeValidator(
            converters.as_list,
            json_schema_input_type="str | InPlaceShape | list[str | InPlaceShape]",
        ),
        Field(min_length=1),
    ]


Entries: TypeAlias = Annotated[
    list[
        Annotated[
            EntryShape,
            BeforeValidator(
                converters.as_entry, json_schema_input_type="str | EntryShape | InPlaceShape"
            ),
        ]
    ],
    BeforeValidator(
        converters.as_list,
        json_schema_input_type=(
            "str | EntryShape | InPlaceShape | list[str | EntryShape | InPlaceShape]"
        ),
    ),
]


class RelationShape(EntryShape):
    """A relation written apart from its target, with exactly one of the three kinds of target."""

    supports: Text | None = None
    attacks: Text | None = None
    undercuts: Text | None = None


class TargetShape(RelationKeys):
    """A relation written at its premise, with its target and the premises that it needs beside."""

    target: Text
    with_: Texts = Field(default_factory=list, alias="with")


Targets: TypeAlias = Annotated[
    list[
        Annotated[
            TargetShape,
            BeforeValidator(converters.as_target, json_schema_input_type="str | TargetShape"),
        ]
    ],
    BeforeValidator(
        converters.as_list, json_schema_input_type="str | TargetShape | list[str | TargetShape]"
    ),
]


class OppositeShape(Cited):
    """A claim that cannot hold together with the one in whose entry it stands."""

    target: Text


ModeOrDraft: TypeAlias = Annotated[
    Mode | Literal["draft"],
    PlainValidator(converters.mode_or_draft, json_schema_input_type=Mode | Literal["draft"]),
]


Opposites: TypeAlias = Annotated[
    list[
        Annotated[
            OppositeShape,
            BeforeValidator(converters.as_target, json_schema_input_type="str | OppositeShape"),
        ]
    ],
    BeforeValidator(
        converters.as_list,
        json_schema_input_type="str | OppositeShape | list[str | OppositeShape]",
    ),
]


class IgnoreShape(StrictShape):
    """The code of a diagnostic that the author has looked at and accepts, with the reason."""

    code: Text
    because: Text


class ClaimShape(Cited):
    """A statement that can be held or denied, in one full sentence."""

    text: Text
    label: Text | None = None
    mode: ModeOrDraft | None = None  # type: ignore[assignment]  # claims alone can be drafts
    speaker: Text | None = None
    granted: Grant | None = None
    credence: Unit | None = None
    section: Loose | None = None
    url: Text | None = None
    restates: Texts = Field(default_factory=list)
    contradicts: Opposites = Field(default_factory=list)
    supported_by: Entries = Field(default_factory=list)
    attacked_by: Entries = Field(default_factory=list)
    supports: Targets = Field(default_factory=list)
    attacks: Targets = Field(default_factory=list)
    undercuts: Targets = Field(default_factory=list)
    ignore: Annotated[
        list[IgnoreShape],
        BeforeValidator(
            converters.as_list, json_schema_input_type="IgnoreShape | list[IgnoreShape]"
        ),
    ] = Field(default_factory=list)

    @property
    def is_draft(self) -> bool:
        """Whether nobody has accepted the claim yet."""
        return self.mode == DRAFT


ClaimEntry: TypeAlias = Annotated[
    ClaimShape,
    BeforeValidator(converters.as_claim, json_schema_input_type=str | ClaimShape),
]
WORDS = frozenset({*RelationShape.model_fields, *ClaimShape.model_fields, "with", "target"})
"""The keys of relations and of claims, which are no ids where a premise is defined in its place."""


class InPlaceShape(RootModel[dict[Id, ClaimEntry]]):
    """A claim that is defined where it is used as a premise: its id, and what it says."""

    model_config = ConfigDict(
        json_schema_extra={
            "minProperties": 1,
            "maxProperties": 1,
            "propertyNames": {"not": {"enum": [*sorted(WORDS)]}},
        }
    )
