"""Answers about a corpus as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.terminal.lines import hanging
from argmap.views.words.counting import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.corpus.building import Built
    from argmap.corpus.searching import Hit, SearchFinding


def build_text(built: Built) -> Iterator[str]:
    """The size of a corpus that was built, what was read for it, and what is wrong in it."""
    size = ", ".join(
        (count_of(built.maps, "map"), count_of(built.claims, "claim"), count_of(built.relations, "relation"))
    )
    yield hanging(f"{built.store}: {size}.")
    what = "nothing had changed" if built.is_same else f"{count_of(built.read, 'place')} read"
    kept = f", {built.kept:,} as before" if built.kept else ""
    gone = f", {built.gone:,} gone" if built.gone else ""
    yield hanging(f"{what[0].upper()}{what[1:]}{kept}{gone}.")
    if built.unsound:
        verb = "has" if built.unsound == 1 else "have"
        yield hanging(
            f"{count_of(built.unsound, 'map')} {verb} errors and no labels; `argmap corpus query "
            "\"select * from diagnostics\"` lists them."
        )
    if built.passed_over:
        yield hanging(f"{count_of(built.passed_over, 'file')} passed over, as no format fits.")


def search_text(finding: SearchFinding) -> Iterator[str]:
    """The claims found, each with its map, status and source; then how many more there are."""
    if not finding.total:
        yield hanging(f"No claim has {_listed(finding.words)}.")
    elif not finding.complete_words:
        yield hanging(f"No claim has all these words; those with most of them ({finding.total:,}):")
    else:
        yield f"{count_of(finding.total, 'claim')}:"
    for hit in finding.hits:
        yield ""
        yield from _hit(hit)
    more = finding.total - len(finding.hits)
    if more:
        yield ""
        yield hanging(f"{more:,} more; `--limit all` lists every one.")
    for word, similar in finding.unknown.items():
        hint = f"; did you mean `{similar}`?" if similar else ""
        yield hanging(f"No claim has the word `{word}`{hint}")
    if finding.left_out:
        yield hanging(f"Left out, as there are too many words: {_listed(finding.left_out)}.")


def _hit(hit: Hit) -> Iterator[str]:
    yield hanging(hit.text, "", "")
    status = f"{hit.word}: {hit.reason}" if hit.word else "not labelled, as its map has errors"
    yield hanging(f"{hit.map}#{hit.claim}  {status}", "  ", "      ")
    speaker = f"{hit.speaker}, in " if hit.speaker and hit.source else hit.speaker or ""
    if hit.source:
        yield hanging(f"{speaker}{hit.title or hit.source}", "  ", "      ")
    elif speaker:
        yield hanging(speaker, "  ", "      ")


def _listed(words: tuple[str, ...]) -> str:
    return " ".join(words)
