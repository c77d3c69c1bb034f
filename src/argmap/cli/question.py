"""A question to a map, as most commands put it: a map, a claim, and a reading of the map."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from functools import partial, wraps
from typing import TYPE_CHECKING, Any

import click

from argmap.analysis.labels.credences import with_doubts
from argmap.analysis.labels.extensions_of_map import CODES
from argmap.cli import options, stances, terminal
from argmap.cli.claim_words import claim_by_words
from argmap.cli.opinions import Opinions
from argmap.errors import UsageError
from argmap.model.relation import Force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.pipeline import Checked

_WORDS_LIMIT = 2
NO_EXTENSION = {
    "stable": "No stable extension: no set of claims that can be held together settles every claim "
    "of this map, so under stable semantics nothing stands and nothing falls."
}

_PLACE = (click.argument("words", metavar="[CLAIM] [MAP]", nargs=-1), options.map_option)
_READING = (
    options.time_limit,
    options.objections,
    click.option(
        "--stance",
        metavar="ID|FILE",
        help="Read the map with this stance, of the map or of a file.",
    ),
    click.option(
        "--reject",
        multiple=True,
        metavar="CLAIM",
        help="Read the map as if you rejected CLAIM, or with `source:ID` all that only this source "
        "says; can be repeated.",
    ),
    click.option(
        "--accept",
        multiple=True,
        metavar="CLAIM",
        help="Read the map as if you accepted CLAIM; can be repeated.",
    ),
    click.option(
        "--retracted",
        is_flag=True,
        help="Read the map as if you rejected the sources that were retracted.",
    ),
)
_SEMANTICS = (
    click.option(
        "--semantics",
        type=click.Choice(list(CODES)),
        help="For specialists: choose the rule by which claims stand (default: grounded; positions:"
        " preferred).",
    ),
)
_NAMES = frozenset({"words", "named_map", "semantics", "objections", "as_json"})
_OPINIONS = frozenset({"stance", "reject", "accept", "retracted"})


@dataclass(frozen=True)
class MapQuestion:
    """A question to a map: the map, the reading that the options choose, and a claim or None.

    `rejected_sources` are the sources that the options reject; the claims that are rejected with
    them are in the stance of the reading.
    """

    checked: Checked
    reading: Reading
    claim: str | None
    named_semantics: str | None
    as_json: bool
    place: str
    rejected_sources: frozenset[str] = frozenset()

    @property
    def semantics(self) -> str:
        """The semantics that the command line names, or grounded."""
        return self.named_semantics or "grounded"

    @property
    def outline(self) -> Outline:
        """The claims in reading order, with their numbers."""
        return self.reading.outline

    @property
    def finding(self) -> StatusFinding:
        """The status of every claim under the reading."""
        return self.reading.status

    @property
    def place_to_type(self) -> str:
        """The map as a further command names it, with a blank before; empty for the default map."""
        return "" if self.place == options.DEFAULT_MAP else f" {shlex.quote(self.place)}"

    def named_claim(self, command: str) -> str:
        """The claim of the question.

        Raises:
            UsageError: the command line names no claim.
        """
        if self.claim is None:
            example = f"argmap {command} CLAIM [MAP]"
            raise click.UsageError(f"name a claim, by its id, its number or words of it: {example}")
        return self.claim

    def claim_or_main(self, command: str) -> str:
        """The claim of the question, or else the first main claim of the map, with a remark.

        Raises:
            UsageError: the command line names no claim, and the map has no main claim.
        """
        if self.claim is None and self.outline.main:
            claim = self.map.claims[self.outline.main[0]]
            number = self.outline.numbers[claim.id]
            options.remark(
                f"no claim is named, so the main one: {number} “{claim.name}” ({claim.id})"
            )
            return claim.id
        return self.named_claim(command)

    def reply(self, answer: Callable[[], dict[str, Any]], lines: Iterable[str]) -> int:
        """Write the answer as JSON or as lines of text, and return the exit code."""
        if self.as_json:
            options.write_answer(answer())
        elif self.finding.extensions == 0:
            terminal.write([NO_EXTENSION[self.semantics]])
        else:
            terminal.write(lines)
        return options.exit_code(self.checked)

    @property
    def map(self) -> ArgumentMap:
        """The map of the question."""
        return self.checked.map


def asks(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of a question, and pass it a `MapQuestion`.

    The command gets its own options after the question, by name.
    """
    return _asking(command, (*_PLACE, *_SEMANTICS, *_READING, options.as_json))


def asks_grounded(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of a question that exists under grounded semantics alone."""
    return _asking(command, (*_PLACE, *_READING, options.as_json))


def asks_supports(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of a question about supports, for which no reading matters."""
    return _asking(command, (*_PLACE, options.as_json))


def _asking(
    command: Callable[..., int], options_of_question: Iterable[Callable[[Any], Any]]
) -> Callable[..., int]:
    @click.pass_context
    @wraps(command)
    def with_question(ctx: click.Context, /, **parameters: Any) -> int:  # noqa: ANN401  # click's
        own = {name: parameters[name] for name in parameters.keys() - _NAMES - _OPINIONS}
        shared = {name: parameters[name] for name in parameters.keys() & _NAMES}
        opinions = Opinions(**{name: parameters[name] for name in parameters.keys() & _OPINIONS})
        return command(_question(ctx, opinions, **shared), **own)

    for parameter in reversed([*options_of_question]):
        with_question = parameter(with_question)
    return with_question


def _question(
    ctx: click.Context,
    opinions: Opinions,
    *,
    words: tuple[str, ...],
    named_map: str | None,
    semantics: str | None = None,
    objections: str | None = None,
    as_json: bool,
) -> MapQuestion:
    if len(words) > _WORDS_LIMIT:
        raise click.UsageError("name one claim and one map at most", ctx)
    claim, place = options.claim_and_map(words, named_map)
    checked, base = stances.map_and_stance(ctx, place, opinions.stance)
    outline = checked.reading.outline
    find = partial(known, checked.map, outline)
    reader, sources = opinions.reader(checked.map, base, find)
    reading = checked.reading.with_stance(with_doubts(checked.map, reader)).with_semantics(
        semantics or "grounded"
    )
    if objections is not None:
        reading = reading.with_objections(Force(objections))
    id_ = find(claim) if claim is not None else None
    return MapQuestion(checked, reading, id_, semantics, as_json, place, sources)


def known(argument_map: ArgumentMap, outline: Outline, word: str) -> str:
    """The id of the claim that a word names by its id or its number, or that has these words.

    Raises:
        UsageError: there is no such claim, it is a draft, or the words are in several.
    """
    by_number = outline.claim_of(word)
    claim = stances.known_claim(argument_map, outline, word)
    if claim is None:
        refuse_draft(argument_map, word)
    if by_number not in (None, claim):
        options.remark(f"`{word}` is taken as an id, though it is also the number of `{by_number}`")
    return claim or claim_by_words(argument_map, outline, word)


def refuse_draft(argument_map: ArgumentMap, id_: str) -> None:
    """Refuse a claim or a step that is there, and waits to be accepted.

    Raises:
        UsageError: the id is that of a draft.
    """
    drafts = argument_map.drafts
    draft = drafts.claims.get(id_) or drafts.relations.get(id_)
    if draft is None:
        return
    place = draft.location
    where = f" ({place})" if place is not None and place.is_known else ""
    what = "draft" if id_ in drafts.claims else "step between drafts"
    raise UsageError(
        f"`{id_}` is a {what}, which is no part of the map until it is accepted: delete the line "
        f"`mode: draft` in the entry of the claim{where}"
    )
