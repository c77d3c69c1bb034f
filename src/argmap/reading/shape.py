"""The shape of a claim file: the keys of each of its parts, and the values that they take.

Files are validated against these classes, and the JSON Schema for editors is made from them: the
docstring of a class is the help that an author sees there.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field

from argmap.model.relation import Force
from argmap.reading import converters
from argmap.reading.author_shape import Authors
from argmap.reading.claim_shape import ClaimEntry, RelationShape
from argmap.reading.values import (
    Bibliographies,
    Count,
    Day,
    DocumentPath,
    DocumentsFolder,
    Folders,
    Id,
    Loose,
    OriginShape,
    OwnData,
    Some,
    StrictShape,
    Text,
    Texts,
    Unit,
)


class WorkShape(StrictShape):
    """The work that claims were taken from."""

    cite: Loose | None = None
    title: Loose | None = None
    authors: Authors = Field(default_factory=list)
    cite_as: Loose | None = None
    date: Loose | None = None
    kind: Text | None = None
    publisher: Text | None = None
    url: Text | None = None
    doi: Loose | None = None
    isbn: Loose | None = None
    accessed: Loose | None = None
    version: Loose | None = None
    retracted: Day | None = None
    document: DocumentPath | None = None
    sha256: Loose | None = None
    begins: Text | None = None
    ends: Text | None = None
    caveats: Texts = Field(default_factory=list)
    note: Text | None = None
    meta: OwnData = Field(default_factory=dict)
    origin: OriginShape | None = None


def _by_id_or_key(schema: dict[str, Any]) -> None:
    """Let editors accept a source without an id that cites an entry of a bibliography."""
    del schema["required"]
    schema["anyOf"] = [{"required": ["id"]}, {"required": ["cite"]}]


class SourceShape(WorkShape):
    """The work that this file's claims come from, or only its id if another file describes it."""

    model_config = ConfigDict(json_schema_extra=_by_id_or_key)

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
    uses: Folders = Field(default_factory=list)
    bibliography: Bibliographies = Field(default_factory=list)
    meta: OwnData = Field(default_factory=dict)


class QuestionShape(StrictShape):
    """A question that the map is about, with the claims that answer it."""

    text: Text
    answers: Texts = Field(default_factory=list)


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
    include: Folders = Field(default_factory=list)
    map: MapShape | None = None
    source: (
        Annotated[
            SourceShape,
            BeforeValidator(converters.as_source, json_schema_input_type="str | SourceShape"),
        ]
        | None
    ) = None
    sources: dict[Id, WorkShape] = Field(default_factory=dict)
    claims: dict[Id, ClaimEntry] = Field(default_factory=dict)
    questions: dict[Id, QuestionShape] = Field(default_factory=dict)
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
