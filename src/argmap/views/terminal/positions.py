"""The positions of a map, that is the standpoints free of contradiction, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import Line, hanging
from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller
from argmap.views.words.statuses import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.people.positions import PositionsFinding
    from argmap.analysis.reading_of_map import Reading

_SHOWN = 12
_NAMED = 4
_LISTED = 24  # claims of a list; the others are counted
_TWO = 2


def positions_text(reading: Reading, finding: PositionsFinding, place: str = "") -> Iterator[str]:
    """A paragraph on the claims that all positions share and on the others; then each position.

    A map with a single position is told by its main claims. `place` is the map as a further command
    names it, with a blank before.
    """
    tell = Teller(reading.map, reading.outline)
    total = finding.total
    if total is None and not finding.positions:
        yield "The time was up before a standpoint was found (--time-limit)."
        return
    if total == 1:
        yield from _single(tell, finding, reading.status, place)
        return
    yield " ".join(_paragraph(tell, finding))
    if len(finding.keys) > 1:
        for key in finding.keys[:_SHOWN]:
            yield hanging(f"- {tell.names(tell.all_shown(key), _LISTED)}", "  ")
        if len(finding.keys) > _SHOWN:
            yield f"… {len(finding.keys) - _SHOWN:,} more with --json"
    decisive = set(finding.decisive)
    for number, claims in enumerate(finding.positions[:_SHOWN], start=1):
        own = decisive.intersection(claims)
        yield ""
        yield hanging(
            f"{number}. holds {tell.names(own, _LISTED) or 'none of these'}", rest=" " * 7
        )
        if decisive - own:
            yield hanging(f"but not {tell.names(decisive - own, _LISTED)}", "   ")
    if len(finding.positions) > _SHOWN:
        yield f"\n… {len(finding.positions) - _SHOWN:,} more with --json"
    unshown = 0 if total is None else total - len(finding.positions)
    if unshown:
        yield f"\n… and {unshown:,} beyond the limit (--limit)"


def _single(
    tell: Teller, finding: PositionsFinding, status: StatusFinding, place: str
) -> Iterator[str]:
    """The only way to read a map: its main claims, and the means to read it otherwise."""
    standing, every = len(finding.shared), len(tell.map.claims)
    stand = "all its claims" if standing == every else f"{standing} of its {every} claims"
    yield f"This map leaves no choice: it can be read in one way only, and then {stand} stand."
    main = tell.outline.main
    if main:
        yield f"Its main claim{'s' if len(main) > 1 else ''} in that reading:"
    for id_ in main:
        claim = status.claims[id_]
        yield hanging(f"{tell.name(id_)} {VERBS[claim.word][0]}: {claim.reason}", "  ")
    yield "Whoever doubts a premise reads the map in another way:"
    for command in ("whatif --reject CLAIM", "readers READER READER"):
        yield Line(f"  argmap {command}{place}")


def _paragraph(tell: Teller, finding: PositionsFinding) -> Iterator[str]:
    """Sentences on the number of positions, the claims they share, and the claims that decide."""
    if finding.total is None:
        yield "There are more standpoints than were looked at; of those that were:"
    else:
        yield (
            f"{finding.total:,} standpoints on this map can be held without contradicting oneself."
        )
    in_all = "both" if finding.total == _TWO else "all of them"
    verb = "is" if len(finding.shared) == 1 else "are"
    shared = f"{_few(tell, finding.shared)} {verb} held in {in_all}."
    yield shared if finding.shared else "No claim is held in all of them."
    if finding.decisive:  # empty if only one position was examined
        yield f"They differ on {_few(tell, finding.decisive)}."
    yield from _held_in_none(tell, finding)
    decisions = len(finding.keys)
    if decisions > 1:
        yield f"To choose among them takes {decisions} decisions, none of which settles another:"
    elif decisions:
        key = finding.keys[0]
        each = "each of " if len(key) > 1 else ""
        named = tell.names(tell.all_shown(key), _LISTED)
        yield f"To choose between them, decide whether to hold {each}{named}."


def _held_in_none(tell: Teller, finding: PositionsFinding) -> Iterator[str]:
    """The main claims that no position holds: the lists of claims would not show that."""
    held_somewhere = {*finding.shared, *finding.decisive}
    others = [id_ for id_ in tell.outline.main if id_ not in held_somewhere]
    if others and finding.total is not None:
        verb = "is" if len(others) == 1 else "are"
        none = "neither" if finding.total == _TWO else "none of them"
        yield f"{tell.names(others, _LISTED)} {verb} held in {none}."


def _few(tell: Teller, claims: Sequence[str]) -> str:
    """The names of the claims, or just their number if there are too many to name."""
    return tell.names(claims) if 0 < len(claims) <= _NAMED else count_of(len(claims), "claim")
