"""The text shown beside a word under the pointer: a claim with its status, a key, a problem."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.editing.new_ids import parts_of
from argmap.errors import ArgmapError
from argmap.language_server.half_written import cursor_at, shape_of
from argmap.language_server.mentions import named_at
from argmap.language_server.positions import lines_of, range_between
from argmap.language_server.published import explanation_of, range_at
from argmap.model.schemes import common_schemes
from argmap.reading.keys import description_of, keys_called
from argmap.views.sheets.document import escaped
from argmap.views.terminal.explain import scheme_text
from argmap.views.terminal.status import claim_text
from argmap.views.words.origin import caveats_of, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol.types import Position, Range

    from argmap.language_server.maps import OpenMap
    from argmap.model.argument_map import ArgumentMap

_KEY = re.compile(r"(?<![a-z_0-9])[a-z_0-9]++(?=[ \t]*:(?:\s|$))")


def hover(
    map_: OpenMap, name: str, index: int, position: Position
) -> tuple[str, Range | None] | None:
    """The Markdown for what stands at an index of a file, and the range that it is about."""
    text = map_.text_of(name) or ""
    named = named_at(map_, name, index)
    parts: list[str] = []
    there = None
    if named is not None:
        parts.append(_shown(map_, named.kind, named.id))
        there = range_between(lines_of(text), named.start, named.end)
    else:
        key = _key_at(text, index)
        if key is not None:
            parts.append(key[0])
            there = key[1]
    parts += _problems(map_, name, text, position)
    shown = "\n\n".join(part for part in parts if part)
    return (shown, there) if shown else None


def _problems(map_: OpenMap, name: str, text: str, position: Position) -> Iterator[str]:
    """Why the problems that are shown at a position are told."""
    for problem in map_.problems:
        if problem.location.path == name and problem.location.line == position.line + 1:
            there = range_at(text, problem.location)
            if there.start <= position <= there.end:
                yield escaped(explanation_of(problem.code))


def _key_at(text: str, index: int) -> tuple[str, Range] | None:
    """The meaning of the key at an index, by the part in which it is written."""
    lines = lines_of(text)
    line = lines.of(index)
    for match in _KEY.finditer(text, lines.starts[line], lines.ends[line]):
        if match.start() <= index <= match.end():
            cursor = cursor_at(text, match.start())
            if cursor is None or not cursor.takes_key:
                return None
            around = [step for step in shape_of(cursor.path) if isinstance(step, str)]
            keys = keys_called(".".join([*around, match[0]]))
            if keys:
                shown = f"**{match[0]}**\n\n{escaped(description_of(keys[0]))}"
                return shown, range_between(lines, match.start(), match.end())
    return None


def _shown(map_: OpenMap, kind: str, id_: str) -> str:
    """A thing in Markdown; empty if the map has none of this id."""
    argument_map = map_.checked.map
    if kind == "scheme":
        scheme = argument_map.schemes.get(id_) or common_schemes().get(id_)
        return "" if scheme is None else "  \n".join(map(escaped, scheme_text(scheme)))
    if id_ not in parts_of(argument_map, kind):
        return ""
    return _claim(map_, id_) if kind == "claim" else _paragraphs(*_words(argument_map, kind, id_))


def _words(argument_map: ArgumentMap, kind: str, id_: str) -> tuple[str, ...]:
    """The name of a relation, source, question or stance, and what there is to say of it."""
    if kind == "relation":
        step = argument_map.relations[id_]
        premises = ", ".join(argument_map.claims[each].name for each in step.premises)
        target = argument_map.claims.get(step.target)
        words = f"{premises} {step.kind.value} {target.name if target else step.target}"
        return id_, words, step.rationale or ""
    if kind == "source":
        source = argument_map.sources[id_]
        return source.title, facts_of(source), *caveats_of(source)
    if kind == "question":
        question = argument_map.questions[id_]
        answers = (argument_map.claims[each].name for each in question.answers)
        return question.text, "; ".join(answers)
    stance = argument_map.stances[id_]
    opinions = (("rejects", stance.reject), ("accepts", stance.accept))
    return stance.name, *(f"{verb} {', '.join(sorted(ids))}" for verb, ids in opinions if ids)


def _claim(map_: OpenMap, id_: str) -> str:
    """A claim as `argmap status` shows it; without its status while the map has errors."""
    checked = map_.checked
    claim, reading = checked.map.claims[id_], checked.reading
    if checked.is_sound:
        try:
            lines = claim_text(checked.map, reading.outline, reading.status, id_)
            first, *rest = (line.strip() for line in lines)
            return _paragraphs(first, *rest)
        except ArgmapError:  # no status under this semantics, or not in time
            pass
    number = reading.outline.numbers.get(id_, "")
    return _paragraphs(
        f"{number} {claim.name} ({id_})",
        claim.text,
        "Whether it stands is shown when the errors of the map are mended.",
    )


def _paragraphs(first: str, *others: str) -> str:
    return "\n\n".join([f"**{escaped(first)}**", *(escaped(each) for each in others if each)])
