"""Cures for references that are no id: several ids, a bullet, quotation marks, a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.reading.containers import PlacedMapping, PlacedSequence
from argmap.reading.slugs import slug_of_sentence
from argmap.reading.typed import typed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argmap.reading.containers import Loc
    from argmap.reading.places import PlacedFile

_BULLET = re.compile(r"(?:^|(?<=\s))[\u2022\u25e6\u25aa\u2023\u00b7*\u2013\u2014\u2212-]\s*")
_CURLY = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u00b4`"
_SENTENCE = 3  # words at least


def cure_of(name: str, known: Collection[str], file: PlacedFile, loc: Loc) -> str:
    """The hint for a reference that is no id but holds one or more; empty where it may be mistyped.

    It shows what to type, made of the words that are there.
    """
    if _BULLET.match(name):
        items = items_of(name)
        lines = ", ".join(f"`- {item}`" for item in items)
        each = ", each on a line of its own" if len(items) > 1 else ""
        return f"a list item begins with `- ` (hyphen and blank): write {lines}{each}"
    bare = name.strip(_CURLY + "\"'")
    if bare != name and bare in known:
        return f"write `{bare}`, without the quotation marks"
    parts = [part for part in re.split(r"[\s,;&+]+(?:(?:and|und|et|y|e)\s+)?", name) if part]
    are_known = [part in known for part in parts]
    if len(parts) > 1 and (all(are_known) or (any(are_known) and "," in name)):
        return _several(name, parts, file, loc)
    return ""


def cure_of_arrow(name: str, files: Iterable[PlacedFile]) -> str:
    """The hint for a step that is named by its two ends; empty where it is not.

    >>> cure_of_arrow("noise -> ban", ())
    'give the step from `noise` an id, `{id: my-step, premises: noise}`, and write `my-step` here'
    """
    start, *ends = re.split(r"\s*(?:=>|->|\u2192)\s*", name)
    if len(ends) != 1 or not start:
        return ""
    step = step_with_id(start, files)
    return f"give the step from `{start}` an id, `{step}`, and write `my-step` here"


def step_with_id(premise: str, files: Iterable[PlacedFile]) -> str:
    """The step from a claim with an id, in the form in which the author wrote the step.

    It stands in the entry of the claim itself, or else in that of its target.
    """
    for file in files:
        steps = [
            written.relation
            for written in file.written.at_premises
            if written.inside == premise and written.relation.kind is not Kind.UNDERCUTS
        ]
        for step in sorted(steps, key=lambda step: step.kind is Kind.ATTACKS):
            return f"{step.kind}: {{target: {step.target}, id: my-step}}"
    return f"{{id: my-step, premises: {typed(premise)}}}"


def items_of(text: str) -> list[str]:
    """The items of a pasted list, which YAML reads as one text with bullets in it.

    >>> items_of("- noise -smell")
    ['noise', 'smell']
    """
    return [item.strip() for item in _BULLET.split(text) if item.strip()]


def _several(name: str, ids: list[str], file: PlacedFile, loc: Loc) -> str:
    listed = f"`[{', '.join(ids)}]`"
    around = _around(file, loc)
    if isinstance(around, PlacedSequence) and around.is_flow:
        return f"a comma is missing between the ids: {listed}"
    if isinstance(around, PlacedSequence):
        return "write each id on a line of its own: " + ", ".join(f"`- {id_}`" for id_ in ids)
    brackets = "two ids need brackets" if len(ids) == 2 else "several ids need brackets"  # noqa: PLR2004  # two
    comma = "" if "," in name else " and commas"
    return f"{brackets}{comma}: {listed}"


def cure_of_text(text: str, file: PlacedFile, loc: Loc, files: Iterable[PlacedFile]) -> str:
    """The hint where the text of a claim stands in place of its id; empty where it may be none."""
    if len(text.split()) < _SENTENCE or "~" in text:
        return ""
    if (known := _claim_that_says(text, files)) is not None:
        return f"here stands the id of a claim: the one that says this is `{known}`"
    id_ = slug_of_sentence(text)
    claim = f"{id_}: {typed(text)}"
    if not any(key in loc for key in ("supported_by", "attacked_by", "undercut_by", "premises")):
        return f"give this claim an id below `claims:`, `{claim}`, and write `{id_}` here"
    around = _around(file, loc)
    in_lines = isinstance(around, PlacedSequence) and not around.is_flow
    shown = f"`{claim}`" if in_lines else f"`{{{claim}}}`"
    return f"here stands the id of a claim, or a claim with its id: {shown}"


def _claim_that_says(text: str, files: Iterable[PlacedFile]) -> str | None:
    """The first claim with this text, but for its full stop and the size of its letters."""
    wanted = _plain(text)
    return next(
        (
            id_
            for file in files
            for id_, written in file.written.claims.items()
            if _plain(written.claim.text) == wanted
        ),
        None,
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


def _around(file: PlacedFile, loc: Loc) -> object:
    """The mapping or list in which the last existing step of a path lies."""
    around: object = file.tree_around(loc).root
    current = around
    for step in loc:
        if isinstance(current, PlacedMapping) and step in current:
            around, current = current, current[str(step)]
        elif isinstance(current, PlacedSequence) and isinstance(step, int) and step < len(current):
            around, current = current, current[step]
    return around
