"""The JSON Schema of a claim file, for editors: completion, help and errors while typing."""

from __future__ import annotations

from typing import Any

from argmap.reading.keys import description_of, keys
from argmap.reading.shape import FileShape
from argmap.reading.values import VISIBLE

_NAMES = {"ge": "minimum", "le": "maximum"}
OWNERS = {
    "FileShape": "file",
    "MapShape": "map",
    "StepShape": "step",
    "ViewShape": "view",
    "SourceShape": "source",
    "WorkShape": "source",
    "AuthorShape": "author",
    "OriginShape": "origin",
    "ClaimShape": "claim",
    "LocatorShape": "at",
    "EntryShape": "relation",
    "RelationShape": "relation",
    "TargetShape": "relation",
    "OppositeShape": "relation",
    "IgnoreShape": "ignore",
    "QuestionShape": "question",
    "StanceShape": "stance",
    "ExpectationShape": "expectation",
    "SchemeShape": "scheme",
}
"""The owner in the table of keys of each shape that has keys."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a claim file.

    >>> json_schema()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    schema = _plain(FileShape.model_json_schema(by_alias=True))
    for shape, part in (("FileShape", schema), *schema["$defs"].items()):
        _describe(shape, part)
    schema.pop("title")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argmap claim file",
        **schema,
    }


def _describe(shape: str, part: dict[str, Any]) -> None:
    """Give each key of a shape its description."""
    known = {(key.owner, key.name): key for key in keys()}
    for name, value in part.get("properties", {}).items():
        value["description"] = description_of(known[OWNERS[shape], name])


def _plain(part: Any) -> Any:  # noqa: ANN401  # JSON of any kind
    """A part of pydantic's schema as an author meets it.

    Left out: null as a value (no key may be left empty), defaults that mean "not given", and the
    pattern for visible text, which is written in a dialect that editors do not read.
    """
    if isinstance(part, list):
        return [_plain(item) for item in part if item != {"type": "null"}]
    if not isinstance(part, dict):
        return part
    plain = {_NAMES.get(key, key): _plain(value) for key, value in part.items()}
    if plain.get("default", ...) in (None, [], {}):
        del plain["default"]
    if plain.get("pattern") == VISIBLE:
        del plain["pattern"]
    if "patternProperties" in plain:
        plain["additionalProperties"] = False
    choices = plain.get("anyOf")
    if isinstance(choices, list) and len(choices) == 1:
        del plain["anyOf"]
        plain |= choices[0]
    return plain
