"""Several readers side by side as text for a terminal."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from argmap.views.terminal.lines import hanging
from argmap.views.words.parting import agreement_in_words, decisive_in_words
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import say
from argmap.views.words.turnovers import turnovers_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.people.readers import ReadersFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

_VERDICTS = {"reject": "rejects", "accept": "accepts", "none": "leaves as it is"}
_SHOWN, _NAMED, _LISTED = 200, 12, 24


def readers_text(
    argument_map: ArgumentMap, outline: Outline, finding: ReadersFinding
) -> Iterator[str]:
    """The opinions of each reader, the status of each conclusion for each, and the deciding claims.

    A deciding claim is a disagreement behind a conclusion: once the readers agree on it, they
    agree on the conclusion.
    """
    judged = {id_ for reader in finding.readers for id_ in reader.reject | reader.accept}
    tell = Teller(argument_map, outline).naming(judged)
    for place, reader in enumerate(finding.readers):
        opinions = [
            f"{_VERDICTS[verdicts[place]]} {tell.name(tell.shown(id_))}"
            for id_, verdicts in finding.verdicts.items()
            if verdicts[place] != "none"
        ]
        if len(opinions) > _LISTED:
            opinions[_LISTED:] = [f"{len(opinions) - _LISTED:,} more with --json"]
        yield hanging(f"{reader.name}: {'; '.join(opinions) or 'reads the map as it is'}")
    if any(reader.credences for reader in finding.readers):
        yield "(A credence below one half is read as rejecting; one half or more changes nothing.)"
    yield ""
    yield "Conclusions:"
    yield from _conclusions(tell, finding)
    yield ""
    if not finding.parted:
        yield agreement_in_words(finding)
    elif same := [id_ for id_ in finding.conclusions if _agree_otherwise(finding, id_)]:
        claims = tell.names(tell.all_shown(same), _LISTED)
        yield hanging(say("readers.same", claims=claims), "", "    ")
    for id_, decisive in islice(finding.parted.items(), _SHOWN):
        for indent, sentence in decisive_in_words(tell, id_, decisive):
            yield f"{indent}{sentence}"
    if len(finding.parted) > _SHOWN:
        yield f"… {len(finding.parted) - _SHOWN:,} more conclusions with --json"


def _conclusions(tell: Teller, finding: ReadersFinding) -> Iterator[str]:
    """The status of each conclusion for each reader; of many conclusions the first."""
    for id_ in finding.conclusions[:_SHOWN]:
        shown = tell.shown(id_)
        yield hanging(f"{tell.name(shown)}  ({shown})", "  ")
        yield from _statuses(tell, finding, id_)
    if len(finding.conclusions) > _SHOWN:
        yield f"… {len(finding.conclusions) - _SHOWN:,} more conclusions with --json"


def _agree_otherwise(finding: ReadersFinding, claim: str) -> bool:
    """Whether the readers agree on a conclusion, and not on the reasons or objections to it."""
    return claim not in finding.parted and any(
        len({turned.get(claim) for turned in by_reader}) > 1
        for by_reader in (finding.reasons, finding.objections)
    )


def _statuses(tell: Teller, finding: ReadersFinding, claim: str) -> Iterator[str]:
    """The status of a conclusion for each reader, with the reasons that differ from the map's."""
    words = [statuses.claims[claim].word for statuses in finding.findings]
    if len(set(words)) == 1:
        yield f"    {words[0]} for all"
    for reader, statuses, reasons, objections in zip(
        finding.readers, finding.findings, finding.reasons, finding.objections, strict=True
    ):
        status = statuses.claims[claim]
        if len(set(words)) > 1:
            yield f"    {status.word} for “{reader.name}”"
        differences = list(
            turnovers_in_words(
                tell,
                reasons.get(claim),
                objections.get(claim),
                granted=status.granted,
                most=_NAMED,
            )
        )
        if differences and len(set(words)) == 1:
            yield f"    for “{reader.name}”:"
        yield from (hanging(line, " " * 6, " " * 8) for line in differences)
