"""The values that keys of a claim file take: text, ids, numbers, lists."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from argmap.reading import converters
from argmap.reading.slugs import ID_PATTERN

# At least one character that can be seen: a text of invisible characters alone counts as empty.
VISIBLE = r"[^\s\u{200b}-\u{200f}\u{2060}\u{feff}]"
Text: TypeAlias = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, pattern=VISIBLE),
]
# The pattern is for editors only. Ids are judged later, in declared_ids.py, so that a claim with a
# bad id stays in the tree and the rest of it is checked in the same run.
Id: TypeAlias = Annotated[str, WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN}$"})]
Unit: TypeAlias = Annotated[
    float, BeforeValidator(converters.number, json_schema_input_type=float), Field(ge=0, le=1)
]
Count: TypeAlias = Annotated[
    int,
    BeforeValidator(converters.whole_number, json_schema_input_type=int),
    Field(ge=1, le=10_000_000),
]
Grant: TypeAlias = Annotated[
    bool | Literal["pending"],
    BeforeValidator(converters.grant, json_schema_input_type=bool | Literal["pending"]),
]
# Numbers and dates without quotes are text here; the schema allows numbers, so that an editor does
# not complain of `page: 12`.
Loose: TypeAlias = Annotated[
    Text, BeforeValidator(lambda value: value, json_schema_input_type=str | float)
]
# `retracted: false` would else be read as a day, and the source as withdrawn on it.
Day: TypeAlias = Annotated[Loose, AfterValidator(converters.day)]
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
Folders: TypeAlias = Annotated[
    list[DocumentsFolder],
    BeforeValidator(converters.as_list, json_schema_input_type=str | list[str]),
]
Bibliographies: TypeAlias = Annotated[
    list[DocumentsFolder],
    BeforeValidator(converters.as_list, json_schema_input_type=str | list[str]),
]

OwnData: TypeAlias = Annotated[
    dict[str, Any],
    BeforeValidator(converters.as_data, json_schema_input_type=dict[str, Any]),
]


class StrictShape(BaseModel):
    """A mapping that refuses unknown keys: a mistyped key must not be lost in silence."""

    # pydantic builds a shape at its first use, and the shape of a whole file holds all the others.
    model_config = ConfigDict(extra="forbid", defer_build=True)


class OriginShape(StrictShape):
    """The file format that a part was imported from, and the id that it had there."""

    format: Text
    id: Loose
