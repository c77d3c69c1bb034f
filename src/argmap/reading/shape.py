"""The shape of a claim file: the keys of each of its parts, and the values that they take.

Files are validated against these classes, and the JSON Schema for editors is made from them: the
docstring of a class is the help that an author sees there.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from argmap.model.claim import Mode
from argmap.model.relation import Force
from argmap.reading import converters

ID_PATTERN = r"[a-z0-9][a-z0-9._-]{0,63}"
# At least one character that can be seen: a text of invisible characters alone counts as empty.
VISIBLE = r"[^\s\u{200b}-\u{200f}\u{2060}\u{feff}]"
Text: TypeAlias = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, pattern=VISIBLE),
]
# The pattern is for editors only. Ids are judged later, in names.py, so that a claim with a bad id
# stays in the tree and the rest of it is checked in the same run.
Id: TypeAlias = Annotated[str, WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$"})]
Unit: TypeAlias = Annotated[
    float, BeforeValidator(converters.number, json_schema_input_type=float), Field(ge=0, le=1)
]
Count: TypeAlias = Annotated[
    int,
    BeforeValidator(converters.whole_number, json_schema_input_type=int),
    Field(ge=1, le=10_000_000),
]
Truth: TypeAlias = Annotated[bool, BeforeValidator(converters.truth, json_schema_input_type=bool)]
# Numbers and dates without quotes are text here; the schema allows numbers, so that an editor does
# not complain of `page: 12`.
Loose: TypeAlias = Annotated[
    Text, BeforeValidator(lambda value: value, json_schema_input_type=str | float)
]
Texts: TypeAlias = Annotated[
    list[Text], BeforeValidator(converters.as_list, json_schema_input_type=str | list[str])
]
Some: TypeAlias = Annotated[
    list[Text],
    BeforeValidator(converters.as_list, json_schema_input_type=str | list[str]),
    Field(min_length=1),
]
# Validated after white space is stripped, as it is used: ` /x` is a path from the root too.
DocumentPath: TypeAlias = Annotated[Text, AfterValidator(converters.document_path)]
DocumentsFolder: TypeAlias = Annotated[Text, AfterValidator(converters.documents_folder)]


class StrictShape(BaseModel):
    """A mapping that refuses unknown keys: a mistyped key must not be lost in silence."""

    model_config = ConfigDict(extra="forbid")


class LocatorShape(StrictShape):
    """A pinpoint in a source, with a quotation of a few verbatim words to check it by."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"minProperties": 1})

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


class Cited(StrictShape):
    """The keys that claims and relations share: their source, the places in it, and their mode."""

    source: Text | None = None
    at: Locators = Field(default_factory=list)
    quote: Text | None = None
    mode: Mode | None = None
    tags: Texts = Field(default_factory=list)
    note: Text | None = None


class EntryShape(Cited):
    """One relation to the claim (or relation) in whose entry it stands."""

    premises: Some
    id: Id | None = None
    scheme: Text | None = None
    weight: Unit | None = None
    rationale: Text | None = None
    force: Force | None = None
    presses: Text | None = None
    undercut_by: Entries = Field(default_factory=list)


Entries: TypeAlias = Annotated[
    list[
        Annotated[
            EntryShape,
            BeforeValidator(converters.as_entry, json_schema_input_type="str | EntryShape"),
        ]
    ],
    BeforeValidator(
        converters.as_list, json_schema_input_type="str | EntryShape | list[str | EntryShape]"
    ),
]


EntryShape.model_rebuild()


class RelationShape(EntryShape):
    """A relation written apart from its target, with exactly one of the three kinds of target."""

    supports: Text | None = None
    attacks: Text | None = None
    undercuts: Text | None = None


class IgnoreShape(StrictShape):
    """The code of a diagnostic that the author has looked at and accepts, with the reason."""

    code: Text
    because: Text


class ClaimShape(Cited):
    """A statement that can be held or denied, in one full sentence."""

    text: Text
    label: Text | None = None
    speaker: Text | None = None
    granted: Truth | None = None
    credence: Unit | None = None
    section: Loose | None = None
    url: Text | None = None
    restates: Texts = Field(default_factory=list)
    contradicts: Texts = Field(default_factory=list)
    supported_by: Entries = Field(default_factory=list)
    attacked_by: Entries = Field(default_factory=list)
    ignore: Annotated[
        list[IgnoreShape],
        BeforeValidator(
            converters.as_list, json_schema_input_type="IgnoreShape | list[IgnoreShape]"
        ),
    ] = Field(default_factory=list)


class WorkShape(StrictShape):
    """The work that claims were taken from."""

    title: Loose | None = None
    authors: Texts = Field(default_factory=list)
    date: Loose | None = None
    kind: Text | None = None
    publisher: Text | None = None
    url: Text | None = None
    document: DocumentPath | None = None
    sha256: Loose | None = None
    begins: Text | None = None
    ends: Text | None = None
    caveats: Texts = Field(default_factory=list)
    note: Text | None = None


class SourceShape(WorkShape):
    """The work that this file's claims come from, or only its id if another file describes it."""

    id: Id


class StepShape(StrictShape):
    """One step of the presentation."""

    show: Some
    say: Text | None = None
    reject: Texts = Field(default_factory=list)
    accept: Texts = Field(default_factory=list)


class ViewShape(StrictShape):
    """A named part of the map, for a handout."""

    focus: Text | None = None
    depth: Count | None = None
    only_source: Text | None = None


class MapShape(StrictShape):
    """The map as a whole; at most once, in any file."""

    title: Loose | None = None
    question: Loose | None = None
    main: Texts = Field(default_factory=list)
    objections: Force | None = None
    steps: list[StepShape] = Field(default_factory=list)
    views: dict[Id, ViewShape] = Field(default_factory=dict)
    documents: DocumentsFolder | None = None


class StanceShape(StrictShape):
    """A reader's view: claims rejected and accepted, and credences; used only on request."""

    name: Loose | None = None
    reject: Texts = Field(default_factory=list)
    accept: Texts = Field(default_factory=list)
    credences: dict[str, Unit] = Field(default_factory=dict)


class SchemeShape(StrictShape):
    """A pattern of inference that the author defines, beside the built-in ones."""

    name: Loose
    premises: Texts = Field(default_factory=list)
    questions: dict[str, Text] = Field(default_factory=dict)


Expected: TypeAlias = Literal[
    "in",
    "out",
    "undec",
    "stands",
    "contested",
    "open",
    "falls",
    "credulous",
    "skeptical",
    "not-credulous",
]


class ExpectationShape(StrictShape):
    """The status that a claim must have; `argmap check` fails where it has another."""

    claim: Text
    is_: Expected = Field(alias="is")
    semantics: Literal["grounded", "complete", "preferred", "stable", "ideal"] | None = None
    objections: Force | None = None
    reject: Texts = Field(default_factory=list)
    accept: Texts = Field(default_factory=list)


class FileShape(StrictShape):
    """A claim file of argmap; all files of a folder together are one map."""

    argmap: Annotated[
        int,
        BeforeValidator(converters.whole_number, json_schema_input_type=Literal[1]),
        Field(ge=1, le=1),
    ] = 1
    map: MapShape | None = None
    source: (
        Annotated[
            SourceShape,
            BeforeValidator(converters.as_source, json_schema_input_type="str | SourceShape"),
        ]
        | None
    ) = None
    sources: dict[Id, WorkShape] = Field(default_factory=dict)
    claims: dict[
        Id,
        Annotated[
            ClaimShape,
            BeforeValidator(converters.as_claim, json_schema_input_type="str | ClaimShape"),
        ],
    ] = Field(default_factory=dict)
    relations: list[RelationShape] = Field(default_factory=list)
    stances: dict[Id, StanceShape] = Field(default_factory=dict)
    expect: Annotated[
        list[ExpectationShape],
        BeforeValidator(
            converters.as_expectations,
            json_schema_input_type=(
                "dict[str, Expected] | ExpectationShape | list[ExpectationShape]"
            ),
        ),
    ] = Field(default_factory=list)
    schemes: dict[Id, SchemeShape] = Field(default_factory=dict)
