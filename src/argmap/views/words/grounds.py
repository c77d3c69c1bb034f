"""The words for the sources on which a conclusion rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.templates import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.analysis.people.grounds import Grounds


def grounds_in_words(grounds: Grounds, names: Mapping[str, str]) -> Iterator[str]:
    """The sources on which a conclusion rests, as phrases; `names` has a name for each source."""
    called = [names[id_] for id_ in grounds.sources]
    if grounds.single:
        yield say("grounds.single", source=called[0])
        if grounds.speakers:
            yield f"on the word of {listed(grounds.speakers)} there"
    elif called:
        others = [say("grounds.unsourced")] if grounds.unsourced else []
        yield say("grounds.several", sources=listed([*called, *others]))
        if grounds.needs:
            yield f"nothing carries it without {listed([names[id_] for id_ in grounds.needs])}"
    else:
        yield "on no source"
    if grounds.second_hand_only:
        yield "on second-hand sources only"
    elif grounds.reported_only:
        yield "on reported beliefs only"
    elif grounds.needs_reports:
        yield "nothing carries it without what is only reported"
