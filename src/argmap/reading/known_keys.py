"""The keys that a claim file may have at a place, read off the shapes; hints are made of them."""

from __future__ import annotations

from enum import StrEnum
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from argmap.reading.shape import FileShape

if TYPE_CHECKING:
    from argmap.reading.containers import Loc


def keys_at(loc: Loc) -> list[str]:
    """The keys that the shape at this place knows, as authors write them.

    >>> keys_at(("map", "steps", 0))
    ['show', 'say', 'reject', 'accept']
    """
    models = [
        model
        for model in _unwrapped(_shape_at(loc))
        if isinstance(model, type) and issubclass(model, BaseModel)
    ]
    return [field.alias or name for model in models for name, field in model.model_fields.items()]


def values_at(loc: Loc) -> list[str]:
    """The fixed words that the shape at this place knows, as authors write them; else none.

    >>> values_at(("claims", "close", "granted")), values_at(("map", "objections"))
    (['true', 'false', 'pending'], ['contest', 'defeat'])
    """
    words: list[str] = []
    for part in _unwrapped(_shape_at(loc)):
        if part is bool:
            words += ("true", "false")
        elif get_origin(part) is Literal:
            words += map(str, get_args(part))
        elif isinstance(part, type) and issubclass(part, StrEnum):
            words += (word.value for word in part)
    return words


def _shape_at(loc: Loc) -> Any:  # noqa: ANN401  # annotations have no type
    shape: Any = FileShape
    for step in loc:
        shape = _inside(shape, step)
    return shape


def _inside(shape: Any, step: int | str) -> Any:  # noqa: ANN401  # annotations have no type
    """The annotation one step further in; unchanged if the step exists only for pydantic."""
    for part in _unwrapped(shape):
        if get_origin(part) is dict and isinstance(step, str):
            return get_args(part)[1]
        if get_origin(part) is list and isinstance(step, int):
            return get_args(part)[0]
        if isinstance(part, type) and issubclass(part, BaseModel):
            named = {each.alias or name: each for name, each in part.model_fields.items()}
            if step in named:
                return named[str(step)].annotation
    return shape


def _unwrapped(shape: Any) -> list[Any]:  # noqa: ANN401
    """The alternatives of an annotation without `Annotated`, unions and None."""
    if get_origin(shape) is Annotated:
        return _unwrapped(get_args(shape)[0])
    if get_origin(shape) in (Union, UnionType):
        return [alternative for part in get_args(shape) for alternative in _unwrapped(part)]
    return [shape]
