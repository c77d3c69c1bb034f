"""Several readers side by side as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.sentences import Teller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.people.readers import Decisive, ReadersFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap

_VERDICTS = {"reject": "rejects", "accept": "accepts", "none": "leaves as it is"}


def readers_text(
    argument_map: ArgumentMap, outline: Outline, found: ReadersFinding
) -> Iterator[str]:
    """What each reader says, where their conclusions part, and on what that turns."""
    tell = Teller(argument_map, outline)
    for place, reader in enumerate(found.readers):
        said = [
            f"{_VERDICTS[held[place]]} {tell.name(id_)}"
            for id_, held in found.verdicts.items()
            if held[place] != "none"
        ]
        yield f"{reader.name}: {'; '.join(said) or 'reads the map as it is'}"
    if any(reader.credences for reader in found.readers):
        yield "(A credence below one half is read as rejecting.)"
    yield ""
    yield "Conclusions:"
    for id_ in found.conclusions:
        yield f"  {tell.name(id_)}  ({id_})"
        words = [finding.claims[id_].word for finding in found.findings]
        if len(set(words)) == 1:
            yield f"    {words[0]} for all"
            continue
        for reader, word in zip(found.readers, words, strict=True):
            yield f"    {word} for {reader.name}"
    yield ""
    if not found.parted:
        alone = len(found.readers) == 1
        yield (
            "With one reader there is nothing to compare; name another."
            if alone
            else "They part on no conclusion: what stands for one stands for all."
        )
    for id_, decisive in found.parted.items():
        yield from _decisive(tell, id_, decisive)


def _decisive(tell: Teller, claim: str, decisive: Decisive) -> Iterator[str]:
    if not decisive.sets:
        yield f"On what {tell.name(claim)} turns was not found: too many differences to try."
        return
    first, *others = decisive.sets
    yield f"Whether {tell.name(claim)} stands turns on {tell.names(first)}."
    yield "    Once they agree on that, whichever way, they agree on the conclusion."
    for other in others:
        yield f"    Agreeing on {tell.names(other)} would settle it as well."
