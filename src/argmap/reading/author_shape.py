"""The shape of an author: a name as it is usual, or its parts where a citation cannot tell them."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from argmap.reading import converters
from argmap.reading.values import StrictShape, Text


class AuthorShape(StrictShape):
    """An author: a name as it is usual, or its family name, or a name to be cited in full."""

    name: Text | None = None
    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def has_one_name(self) -> AuthorShape:
        """Refuse an author with no name or with two."""
        if sum(name is not None for name in (self.name, self.family, self.literal)) != 1 or (
            self.given is not None and self.family is None
        ):
            raise PydanticCustomError("author_name", "not one name")
        return self

    @property
    def text(self) -> str:
        """The name as one text, the family name before a comma if it is marked as such."""
        if self.family is not None and self.given is not None:
            return f"{self.family}, {self.given}"
        return self.name or self.family or self.literal or ""

    @property
    def is_whole(self) -> bool:
        """Whether the text is cited as it is."""
        return self.name is None and self.given is None


Authors: TypeAlias = Annotated[
    list[
        Annotated[
            AuthorShape,
            BeforeValidator(converters.as_author, json_schema_input_type=str | AuthorShape),
        ]
    ],
    BeforeValidator(
        converters.as_list, json_schema_input_type=str | AuthorShape | list[str | AuthorShape]
    ),
]
