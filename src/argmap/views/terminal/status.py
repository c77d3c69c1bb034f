"""The status of claims as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import in_columns
from argmap.views.words.citations import Citations
from argmap.views.words.counting import count_of, statuses_counted
from argmap.views.words.origin import origin_of
from argmap.views.words.reasons import reason_in_words
from argmap.views.words.sentences import Teller
from argmap.views.words.standpoints import standpoints_in_words
from argmap.views.words.statuses import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap


def status_text(
    argument_map: ArgumentMap, outline: Outline, finding: StatusFinding
) -> Iterator[str]:
    """Every claim in the order of the outline, with its status and the reason."""
    if argument_map.title:
        yield argument_map.title
    if not argument_map.claims:
        yield "This map holds no claim."
        return
    yield f"{count_of(len(argument_map.claims), 'claim')}: {statuses_counted(finding)}."
    if finding.semantics != "grounded":
        yield standpoints_in_words(finding)
    yield ""
    statuses, tell = finding.claims, Teller(argument_map, outline)
    yield from in_columns(
        [
            (
                number,
                statuses[id_].word,
                statuses[id_].reason,
                f"{argument_map.claims[id_].name}  ({id_}{_same(tell, id_, '; ')})",
            )
            for id_, number in outline.numbers.items()
        ]
    )
    yield ""
    if any(status.reason == "disputed" for status in statuses.values()):
        yield f"stands, disputed: {REASONS['disputed']}"
    yield "Each of these words in plain English: argmap explain reasons"


def _same(tell: Teller, id_: str, lead: str) -> str:
    """The remark on a claim that restates another with a lower number; else nothing."""
    first = tell.shown(id_)
    return f"{lead}says the same as {tell.outline.numbers[first]}" if first != id_ else ""


def claim_text(
    argument_map: ArgumentMap, outline: Outline, finding: StatusFinding, id_: str
) -> Iterator[str]:
    """One claim with its status, the reason in a sentence, and its quotation and source."""
    status, claim = finding.claims[id_], argument_map.claims[id_]
    yield f"{outline.numbers[id_]}  {status.word}: {status.reason}  ({id_})"
    yield f"    {claim.text}"
    if same := _same(Teller(argument_map, outline), id_, "It "):
        yield f"    {same}."
    yield f"    {reason_in_words(Teller(argument_map, outline), finding, id_)}"
    if finding.semantics != "grounded":
        yield f"    {standpoints_in_words(finding)}"
    origin = origin_of(Citations(argument_map), claim)
    if origin:
        yield f"    {origin}"
