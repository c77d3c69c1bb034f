"""The validation of a tree against the shapes of a claim file, with problems in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from argmap.diagnostics import Diagnostic, Location
from argmap.nearest import did_you_mean, nearest
from argmap.reading.containers import PlacedMapping, PlacedSequence
from argmap.reading.converters import NUMBER_LIMIT
from argmap.reading.in_place import move_premises
from argmap.reading.known_keys import keys_at
from argmap.reading.places import walk
from argmap.reading.scalars import Plain
from argmap.reading.shape import FileShape
from argmap.reading.slips import slips
from argmap.reading.slugs import slug
from argmap.reading.source_errors import WORDS_OF_SOURCES
from argmap.reading.unknown_keys import hint_for
from argmap.reading.values_in_words import meant_by
from argmap.reading.yaml_words import opening_hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import ErrorDetails

    from argmap.reading.containers import Loc

_ROUNDS = 8
_NO_TEXT = "(no text)"
_TABLES = ("claims", "sources", "questions", "stances", "schemes")

_TYPES = {
    "string_type": ("text", "put one text here; if it holds `: `, put it in quotes or after `>-`"),
    "string_sub_type": ("text", "put one text here"),
    "list_type": ("a list", "write each entry on a line of its own after `- `"),
    "dict_type": ("`key: value` lines", "write them indented below it, each on a line of its own"),
    "model_type": ("`key: value` lines", "write them indented below it, each on a line of its own"),
    "number_type": ("a number", "write it with digits and a point, without quotes, such as 0.8"),
    "integer_type": ("a whole number", "write it with digits, without quotes, such as 7"),
    "grant_type": ("`true`, `false` or `pending`", "write one of these, without quotes"),
}


_FOR_TEXT = frozenset({"string_type", "string_sub_type", "model_type"})
"""Where a text may have been meant: a claim's short form is one too."""


@dataclass(frozen=True, slots=True)
class Validated:
    """The shape of a file (None if nothing fits), its problems, and the ids these may hide."""

    shape: FileShape | None
    diagnostics: tuple[Diagnostic, ...] = ()
    lost: frozenset[str] = frozenset()


class _TreeStep(NamedTuple):
    """A step into the tree: the container, the key or index in it, and the value there."""

    container: Any
    step: Any
    value: Any


def prepare(root: PlacedMapping, path: str) -> tuple[Diagnostic, ...]:
    """Undo slips of form in the tree of a file, and put its claims in one place; the problems."""
    _put_into_a_list(root, "expect", {"claim", "is"})
    return (*slips(root, path), *move_premises(root, path))


def validate_prepared(
    root: PlacedMapping, path: str, slipped: tuple[Diagnostic, ...] = ()
) -> Validated:
    """The shape of a file that is prepared, and every problem of shape in it, after its slips.

    The parts that do not fit are taken out of the tree, each as small as possible, and the rest is
    validated again: one mistake must not hide the claims around it.
    """
    problems: tuple[Diagnostic, ...] | None = None
    lost: frozenset[str] = frozenset()
    for _ in range(_ROUNDS):
        try:
            return Validated(FileShape.model_validate(root), slipped + (problems or ()), lost)
        except ValidationError as invalid:
            errors = invalid.errors(include_url=False)
        if problems is None:  # problems of later rounds are effects of the parts taken out
            problems = tuple(_diagnostics(errors, root, path))
            lost = _words_declared(root)
        # All paths are followed before the first part is taken out, which would shift indices.
        for way, error in reversed([(_way_to(error, root), error) for error in errors]):
            if way and error["type"] == "missing" and error["loc"][-1] == "text":
                way[-1].value["text"] = _NO_TEXT  # its relations are still worth checking
            else:
                _take_out(way, root)
    return Validated(None, slipped + (problems or ()), lost)


def _put_into_a_list(root: PlacedMapping, key: str, telling: set[str]) -> None:
    """Wrap a single mapping with these keys in a list, where the shape wants a list of such."""
    entry = root.get(key)
    if isinstance(entry, PlacedMapping) and telling <= entry.keys():
        root[key] = listed = PlacedSequence(entry.place, is_flow=entry.is_flow)
        listed.append(entry)
        listed.items_at.append(entry.place)


def _words_declared(root: PlacedMapping) -> frozenset[str]:
    """Every word that may be an id: the keys of claims, sources and the like, and `id`s."""
    kinds = (root.get(key) for key in _TABLES)
    words = [name for kind in kinds if isinstance(kind, PlacedMapping) for name in kind]
    waiting: list[object] = [root]
    for container in waiting:  # grows on the way
        if isinstance(container, PlacedMapping):
            if isinstance(container.get("id"), str):
                words.append(container["id"])
            if isinstance(container.get("cite"), str):
                words.append(slug(container["cite"]))
            waiting += [
                value
                for value in container.values()
                if isinstance(value, PlacedMapping | PlacedSequence)
            ]
        elif isinstance(container, PlacedSequence):
            waiting += [
                item for item in container if isinstance(item, PlacedMapping | PlacedSequence)
            ]
    return frozenset(words)


def _diagnostics(errors: list[ErrorDetails], root: PlacedMapping, path: str) -> list[Diagnostic]:
    unknown: dict[Loc, list[ErrorDetails]] = {}
    for error in errors:
        if error["type"] == "extra_forbidden":
            unknown.setdefault(error["loc"][:-1], []).append(error)
    return [
        _diagnostic(error, root, path)
        for error in errors
        if error["type"] != "missing"
        or not any(_is_meant(error, other) for other in unknown.get(error["loc"][:-1], ()))
    ]


def _is_meant(missing: ErrorDetails, unknown: ErrorDetails) -> bool:
    """Whether the missing key stands there under another name, which is reported already."""
    wanted, (*place, written) = str(missing["loc"][-1]), unknown["loc"]
    hint = hint_for(str(written), unknown["input"], keys_at(tuple(place)))
    return nearest(str(written), [wanted]) is not None or f"`{wanted}:" in hint


def _diagnostic(error: ErrorDetails, root: PlacedMapping, path: str) -> Diagnostic:
    steps, value_at, key_at = walk(root, error["loc"])
    kind = error["type"]
    at_key = kind in ("extra_forbidden", "missing")
    line, column = key_at if at_key else value_at
    code, message, hint = _words(error, _shown(steps))
    return Diagnostic(Location(path, line + 1, column + 1), code, message, hint)


def _words(error: ErrorDetails, name: str) -> tuple[str, str, str]:
    """The code, message and hint for an error of pydantic."""
    kind = error["type"]
    if kind in _WORDS:
        return _WORDS[kind](error, name)
    if error["loc"][-2:-1] == ("at",) and isinstance(error["input"], str):
        message = f"`{name}` does not say whether this is a page, a paragraph, a section or a time"
        return "AM202", message, "write `at: {page: 12}` or the like"
    wanted, hint = _TYPES.get(kind, ("of another form", "compare it with `argmap new`'s example"))
    written = error["input"]
    if (
        kind in _FOR_TEXT
        and isinstance(written, PlacedMapping | PlacedSequence)
        and written.is_flow
    ):
        hint = f"{opening_hint(written)}; else {hint}"
    hint = meant_by(kind, error["loc"], written) or hint
    if error["loc"][-1] == "quote" and isinstance(written, PlacedSequence):
        hint = f"several quotations are written `at: [{{quote: ...}}, {{quote: ...}}]`; {hint}"
    return "AM202", f"`{name}` must be {wanted}, not {_kind_of(error['input'])}", hint


def _unknown_key(error: ErrorDetails, _name: str) -> tuple[str, str, str]:
    key, known = str(error["loc"][-1]), keys_at(error["loc"][:-1])
    hint = hint_for(key, error["input"], known)
    if error["input"] is None and " " in key:
        hint = "in braces a comma ends a text: put the whole text in quotes"
    elif error["loc"] == (key,) and hint.startswith("known here"):
        hint = f"if `{key}` is a claim, indent it below `claims:`; {hint}"
    return "AM201", f"unknown key `{key}`", hint


def _missing(error: ErrorDetails, name: str) -> tuple[str, str, str]:
    key, written = error["loc"][-1], error["input"]
    hint = f"add `{key}: ...`" if key != "text" else "add `text: what it says.`"
    if key == "premises" and isinstance(written, dict) and len(written) == 1:
        [word] = written
        hint += (
            f"; if `{word}` is to be the id of a claim, choose another: it is a key of relations"
        )
    return "AM203", f"`{name}` lacks the key `{key}`", hint


def _empty(_error: ErrorDetails, name: str) -> tuple[str, str, str]:
    return "AM205", f"`{name}` is empty", "write something, or delete the key"


def _out_of_range(error: ErrorDetails, name: str) -> tuple[str, str, str]:
    if name == "argmap":
        return "AM208", "this version of the format is not known", "write `argmap: 1`"
    context = error.get("ctx", {})
    bound, limit = ("least", context["ge"]) if "ge" in context else ("most", context["le"])
    return (
        "AM204",
        f"`{name}` must be at {bound} {limit}",
        "write a number within the range, without quotes",
    )


def _not_finite(_error: ErrorDetails, name: str) -> tuple[str, str, str]:
    return "AM204", f"`{name}` is not a finite number", "write a number from 0 to 1, such as 0.9"


def _number_too_long(_error: ErrorDetails, name: str) -> tuple[str, str, str]:
    return "AM109", f"`{name}` is a number of over {NUMBER_LIMIT} characters", "shorten it"


def _unknown_word(error: ErrorDetails, name: str) -> tuple[str, str, str]:
    expected = error.get("ctx", {})["expected"].replace(" or ", ",").split(",")
    choices = [word.strip(" '") for word in expected]
    hint = did_you_mean(str(error["input"]), choices) or f"write one of: {', '.join(choices)}"
    return "AM206", f"`{name}` cannot be `{error['input']}`", hint


def _bare_list(_error: ErrorDetails, name: str) -> tuple[str, str, str]:
    return (
        "AM207",
        f"a list inside the list `{name}`",
        "linked premises are written `premises: [a, b]`; separate reasons are separate entries",
    )


_WORDS: dict[str, Callable[[ErrorDetails, str], tuple[str, str, str]]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "string_too_short": _empty,
    "string_pattern_mismatch": _empty,
    "too_short": _empty,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "not_finite": _not_finite,
    "number_too_long": _number_too_long,
    "literal_error": _unknown_word,
    "enum": _unknown_word,
    "bare_list": _bare_list,
    **WORDS_OF_SOURCES,
}


def _kind_of(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    return f"`{value}`" if isinstance(value, Plain) else f"the text `{value}`"


def _shown(steps: list[int | str]) -> str:
    """The path of a key in a message, such as `claims.close.supported_by[2].weight`."""
    shown = ""
    for step in steps:
        shown += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if shown else ''}{step}"
    return shown or "the file"


def _way_to(error: ErrorDetails, root: PlacedMapping) -> list[_TreeStep]:
    """The steps of the tree that lead to an error, the outermost first."""
    way: list[_TreeStep] = []
    container: Any = root
    for step in walk(root, error["loc"])[0]:
        way.append(_TreeStep(container, step, container[step]))
        container = container[step]
    return way


def _take_out(way: list[_TreeStep], root: PlacedMapping) -> None:
    """Remove the innermost part that can go without leaving a list empty, if still there."""
    for container, step, value in reversed(way):
        if isinstance(container, PlacedMapping):
            if container.get(str(step)) is value:
                del container[str(step)], container.keys_at[str(step)]
            return
        if step >= len(container) or container[step] is not value:
            return
        if len(container) > 1:
            del container[step], container.items_at[step]
            return
    root.clear()
    root.keys_at.clear()
