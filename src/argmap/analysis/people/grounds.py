"""The sources and the people on whose word the conclusions of a map rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.people.attribution import is_reported, people_of, speakers_of
from argmap.model.author import in_speaking_order
from argmap.reasoning.horn import Horn, derivable_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.reading_of_map import Reading
    from argmap.graph.supports import Supports
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.reasoning.horn import Atom


@dataclass(frozen=True, slots=True)
class Grounds:
    """The sources on which a conclusion rests, objections left aside.

    `sources` are the sources of its premises, `needs` those without whose claims it has no
    derivation; `unsourced` says whether a premise has no source. `reported_only` says that every
    premise is reported, `needs_reports` that the conclusion has no derivation without reported
    premises; `second_hand_only` and `needs_second_hand` say the same of second-hand sources.
    `speakers` are the people who say the premises if one source has all of these and several people
    speak in it; its only author is left out.
    """

    claim: str
    sources: tuple[str, ...]
    needs: tuple[str, ...]
    unsourced: bool
    reported_only: bool
    needs_reports: bool
    second_hand_only: bool
    needs_second_hand: bool
    speakers: tuple[str, ...]

    @property
    def single(self) -> bool:
        """Whether all premises come from one source."""
        return len(self.sources) == 1 and not self.unsourced


def grounds_of(reading: Reading, second_hand: set[str]) -> Iterator[Grounds]:
    """The grounds of every conclusion that has a derivation.

    Several variants of the map, called worlds, are tried in one pass: world n lacks the claims of
    source n; three more lack the reported claims, lack the second-hand claims, and lack nothing.
    Bit n of an integer in `worlds` or `derived_in` says whether an atom is granted, or derivable,
    in world n. If a conclusion is not derivable in a world, it needs the claims missing there.
    """
    argument_map, supports = reading.map, reading.supports
    named = list(argument_map.sources)
    without_reports, without_second_hand, complete = (len(named) + place for place in range(3))
    worlds: dict[int, int] = {}
    for grant in supports.grants:
        members = _members(argument_map, supports.claims[grant])
        own = {member.cited_source for member in members}
        mask = 1 << complete
        mask |= sum(1 << place for place, source in enumerate(named) if own != {source})
        only_reported = all(is_reported(argument_map, member) for member in members)
        mask |= (not only_reported) << without_reports
        mask |= (not own <= second_hand) << without_second_hand
        worlds[grant] = mask
    derived_in = derivable_in(supports.horn, worlds)
    marks = _Marks(argument_map, supports, second_hand)
    for id_ in reading.conclusions:
        goal = supports.atom[id_]
        if not (derived_in[goal] >> complete) & 1:
            continue
        below, fails_in = marks.below(goal), ~derived_in[goal]
        yield Grounds(
            id_,
            tuple(source for source in named if _Mark("source", source) in below),
            tuple(source for place, source in enumerate(named) if (fails_in >> place) & 1),
            unsourced=_UNSOURCED in below,
            reported_only=_IN_OWN_WORDS not in below,
            needs_reports=bool((fails_in >> without_reports) & 1),
            second_hand_only=_AT_FIRST_HAND not in below,
            needs_second_hand=bool((fails_in >> without_second_hand) & 1),
            speakers=marks.speakers(below),
        )


class _Mark(NamedTuple):
    """A property of a premise: of its kind, such as `source`, the one with this name."""

    kind: str
    name: str = ""


_UNSOURCED = _Mark("unsourced")
_IN_OWN_WORDS = _Mark("not reported")
_AT_FIRST_HAND = _Mark("not from a second-hand source")


class _Marks:
    """The properties that some premise of a claim has, found for all claims in one pass."""

    def __init__(
        self, argument_map: ArgumentMap, supports: Supports, second_hand: set[str]
    ) -> None:
        self.map = argument_map
        self.second_hand = second_hand
        of_grant = {grant: self.of(supports.claims[grant]) for grant in supports.grants}
        self.every = sorted({mark for marks in of_grant.values() for mark in marks})
        place = {mark: number for number, mark in enumerate(self.every)}
        bits = {grant: sum(1 << place[mark] for mark in marks) for grant, marks in of_grant.items()}
        # An atom has a mark if one of its premises has it, so each rule with several premises is
        # split into rules with one premise each.
        singly = [(head, (premise,)) for head, body in supports.horn.rules for premise in body]
        self.derived = derivable_in(Horn(supports.horn.atoms, singly), bits)
        self.people: dict[str | None, set[str]] = {}
        for claim in argument_map.claims.values():
            names = people_of(argument_map, claim)
            self.people.setdefault(claim.cited_source, set()).update(names)

    def of(self, claim: str) -> set[_Mark]:
        """The marks of one premise, with its restatements."""
        members = _members(self.map, claim)
        own = {member.cited_source for member in members} - {None}
        marks = {_Mark("source", source) for source in own if source is not None}
        marks |= {_Mark("speaker", name) for name in speakers_of(self.map, [claim])}
        if not own:
            marks.add(_UNSOURCED)
        if not all(is_reported(self.map, member) for member in members):
            marks.add(_IN_OWN_WORDS)
        if not own or not own <= self.second_hand:
            marks.add(_AT_FIRST_HAND)
        return marks

    def below(self, goal: Atom) -> set[_Mark]:
        """The marks of the premises of a claim."""
        return {mark for place, mark in enumerate(self.every) if (self.derived[goal] >> place) & 1}

    def speakers(self, below: set[_Mark]) -> tuple[str, ...]:
        """The people with these marks, if all is of one source in which several speak.

        Its only author is not named again, as the source is cited to that author.
        """
        sources = [mark.name for mark in below if mark.kind == "source"]
        if len(sources) != 1 or len(self.people[sources[0]]) == 1:
            return ()
        speakers = tuple(sorted(mark.name for mark in below if mark.kind == "speaker"))
        authors = self.map.sources[sources[0]].authors
        is_author_alone = len(authors) == 1 and speakers == tuple(map(in_speaking_order, authors))
        return () if is_author_alone else speakers


def _members(argument_map: ArgumentMap, claim: str) -> list[Claim]:
    return [argument_map.claims[member] for member in argument_map.class_of(claim)]
