"""Answers about a corpus as text for a terminal."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from argmap.corpus.names import DEFAULT
from argmap.views.terminal.lines import hanging, in_columns
from argmap.views.words.counting import count_of as counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.corpus.building import CorpusBuilt
    from argmap.corpus.linking import LinksFinding, Place, SameClaim
    from argmap.corpus.searching import Hit, SearchFinding
    from argmap.corpus.statistics import StatsFinding
    from argmap.corpus.together import AllTogetherFinding, Component, TogetherFinding

_NAMED = 5  # files that are passed over and named
_LONGEST = 300  # characters of a claim that are shown; longer ones are documents more than claims


def build_text(built: CorpusBuilt, folder: str) -> Iterator[str]:
    """The size of a corpus that was built, what was read for it, and what is wrong in it."""
    size = ", ".join(
        (
            counted(built.maps, "map"),
            counted(built.claims, "claim"),
            counted(built.relations, "relation"),
        )
    )
    yield hanging(f"{built.store}: {size}.")
    if built.maps or built.gone:
        yield hanging(f"{_sentence(_progress(built))}.")
    if not built.maps:
        yield hanging(f"No maps found in {folder}; `argmap explain formats` says what is a map.")
    if built.damaged:
        verb = "was" if built.damaged == 1 else "were"
        yield hanging(f"{counted(built.damaged, 'part')} {verb} damaged; nothing is lost.")
    if built.unsound:
        verb = "has" if built.unsound == 1 else "have"
        yield hanging(
            f"{counted(built.unsound, 'map')} {verb} errors and no labels; `argmap corpus query "
            f'"select * from diagnostics"{_named(built.store)}` lists them.'
        )
    if built.passed_over:
        what = f"{counted(built.passed_over, 'file')} passed over, as no format fits"
        yield hanging(f"{what}: {_first_of(built.passed_over_files)}")
    if built.linked_folders:
        what = f"{counted(len(built.linked_folders), 'link')} to a folder not followed"
        yield hanging(f"{what}: {_first_of(built.linked_folders)}")


def _named(store: str) -> str:
    """The option by which a command finds this corpus; empty if it does without."""
    return "" if store == DEFAULT else f" --corpus {shlex.quote(store)}"


def _progress(built: CorpusBuilt) -> str:
    """The number of maps that were read, of those that were not, and of those that are gone."""
    if not built.is_same:
        kept = f", {built.kept:,} as before" if built.kept else ""
        gone = f", {built.gone:,} gone" if built.gone else ""
        return f"{counted(built.read, 'map')} read{kept}{gone}"
    kept = f", {counted(built.kept, 'map')} as before" if built.kept else ""
    if built.read:
        return f"{counted(built.read, 'map')} read again with the same result{kept}"
    return f"{'the answers are the same' if built.damaged else 'nothing had changed'}{kept}"


def _first_of(names: tuple[str, ...]) -> str:
    """The names: all of them if they are few, else the first."""
    if len(names) <= _NAMED:
        return f"{', '.join(names)}."
    first = ", ".join(names[:_NAMED])
    return f"{first} and {len(names) - _NAMED:,} more; `--json` names every one."


def search_text(finding: SearchFinding) -> Iterator[str]:
    """The claims found, each with its map, status and source; then how many more there are."""
    if not finding.total:
        if len(finding.unknown) < len(finding.words):  # else each word is told below
            yield hanging(f"No claim has {_listed(finding.words)}.")
    elif not finding.complete_words:
        yield hanging(f"No claim has all these words; those with most of them ({finding.total:,}):")
    else:
        yield f"{counted(finding.total, 'claim')}:"
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
    yield hanging(_shortened(hit.text), "", "")
    status = f"{hit.word}: {hit.reason}" if hit.word else "not labelled, as its map has errors"
    yield hanging(f"{hit.map}#{hit.claim}  {status}", "  ", "      ")
    speaker = f"{hit.speaker}, in " if hit.speaker and hit.source else hit.speaker or ""
    if hit.source:
        yield hanging(_shortened(f"{speaker}{hit.title or hit.source}"), "  ", "      ")
    elif speaker:
        yield hanging(_shortened(speaker), "  ", "      ")


def _shortened(text: str) -> str:
    """The text, or as much of it as is shown, in one paragraph, with an ellipsis.

    >>> len(_shortened("word " * 100_000)), _shortened("word " * 100_000)[-6:]
    (301, 'word …')
    """
    if len(text) <= _LONGEST:
        return text
    start = " ".join(text[: 2 * _LONGEST].split())[:_LONGEST]
    words = start.rpartition(" ")[0] or start
    return f"{words} …"


def _listed(words: tuple[str, ...]) -> str:
    return " ".join(words)


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


# The numbers of a corpus


def stats_text(finding: StatsFinding) -> Iterator[str]:
    """The numbers of a corpus: sizes, statuses, and what occurs most."""
    sizes = finding.sizes
    yield hanging(
        f"{counted(finding.maps, 'map')}, {counted(finding.claims, 'claim')}, "
        f"{counted(sum(finding.relations.values()), 'relation')}; "
        f"{counted(finding.errors, 'error')}, {counted(finding.warnings, 'warning')}."
    )
    if not finding.claims:
        return
    largest = f", and {sizes.largest:,} in the largest, {sizes.largest_map}"
    yield hanging(
        f"A map has {counted(sizes.smallest, 'claim')} or more, {sizes.median:g} as a rule"
        f"{largest}."
    )
    if finding.unsound:
        yield hanging(f"{counted(finding.unsound, 'map')} with errors and without labels.")
    yield ""
    yield "Each claim in its own map:"
    unlabelled = finding.claims - sum(finding.words.values())
    words = finding.words | ({"without a label": unlabelled} if unlabelled else {})
    yield from in_columns(
        [("  ", f"{count:,}", word, _share(count, finding.claims)) for word, count in words.items()]
    )
    yield hanging(
        f"{finding.disputed:,} of them have an objection that does not fail; "
        f"{counted(finding.unanswered, 'objection')} unanswered."
    )
    yield ""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in finding.relations.items())
    yield hanging(f"Relations: {kinds}; {finding.linked:,} with several premises.")
    yield hanging(
        f"{counted(finding.components, 'component')}, {finding.joining:,} across several maps."
    )
    if finding.largest is not None:
        yield hanging(f"The largest component {_component(finding.largest)}.")
    for name, total, most in (
        ("scheme", finding.schemes, finding.most_schemes),
        ("speaker", finding.speakers, finding.most_speakers),
        ("source", finding.sources, finding.most_sources),
    ):
        if total:
            names = ", ".join(f"{each.name} ({each.count:,})" for each in most)
            more = f" and {total - len(most):,} more" if total > len(most) else ""
            yield hanging(f"{counted(total, name)}: {names}{more}.")


def _share(count: int, total: int) -> str:
    return f"{count / total:.0%}"


def _component(component: Component) -> str:
    what = f"{counted(component.claims, 'claim')} of {counted(component.maps, 'map')}"
    return f"has {what}; it begins with {component.map}#{component.claim}"


# Links


def links_text(finding: LinksFinding, store: str) -> Iterator[str]:
    """The claims that are in several maps, and the proposals."""
    yield _sentence(f"{counted(finding.same_total, 'claim')} in several maps.")
    yield from _groups(finding.same, finding.same_total)
    if finding.apart_total:
        yield ""
        what = counted(finding.apart_total, "text")
        yield hanging(f"{what} in several maps whose claims cannot be one claim.")
        yield from _groups(finding.apart, finding.apart_total)
    if finding.near_total is None:
        return
    yield ""
    if not finding.near_total:
        yield "No claims are nearly the same."
        return
    how = "taken as one claim where that can be" if finding.merges else "not taken as one claim"
    yield hanging(f"{_sentence(counted(finding.near_total, 'pair'))} nearly the same, {how}.")
    for pair in finding.near:
        yield ""
        yield hanging(_shortened(pair.first_text), f"{pair.likeness:.2f}  ", "      ")
        yield hanging(_place(pair.first), "        ", "            ")
        yield hanging(_shortened(pair.second_text), "      ", "      ")
        yield hanging(_place(pair.second), "        ", "            ")
    yield from _more(finding.near_total - len(finding.near))
    if finding.near_total and not finding.merges:
        yield ""
        yield hanging(
            f"`argmap corpus links --merge{_named(store)}` takes these pairs as one claim each, "
            "but for those that would bring two together that are not nearly the same. Read them "
            "before."
        )


def _groups(groups: tuple[SameClaim, ...], total: int) -> Iterator[str]:
    """Claims that say the same, each with its places."""
    for each in groups:
        yield ""
        why = "" if each.why == ("words",) else f"  ({', '.join(map(_WHY.__getitem__, each.why))})"
        yield hanging(f"{_shortened(each.text)}{why}", "", "")
        for place in each.places:
            yield hanging(_place(place), "  ", "      ")
        yield from _left_apart(each.left_apart)
    yield from _more(total - len(groups))


_WHY = {
    "words": "the same words",
    "origin": "the same id where it comes from",
    "near": "nearly the same words",
}


def _place(place: Place) -> str:
    status = f"{place.word}: {place.reason}" if place.word else "not labelled"
    return f"{place.map}#{place.claim}  {status}"


def _more(count: int) -> Iterator[str]:
    if count:
        yield ""
        yield hanging(f"{count:,} more; `--limit all` lists every one.")


# Statuses over all maps


def together_text(finding: TogetherFinding) -> Iterator[str]:
    """The status of a claim where all maps are read together, and in its own map."""
    yield hanging(_shortened(finding.text), "", "")
    if finding.word is None:
        yield hanging("Its map has errors, so that it has no status; `argmap check` lists them.")
        return
    yield hanging(f"In all maps together: {finding.word}: {finding.reason}", "  ")
    yield hanging(f"In {finding.map} alone: {finding.alone}: {finding.alone_reason}", "  ")
    for place in finding.same:
        yield hanging(f"The same claim: {_place(place)}", "  ")
    yield hanging(f"Its component {_component(finding.component)}.", "  ")
    yield from _left_apart(finding.left_apart)


def _left_apart(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The pairs of claims that cannot be one."""
    for first, second in pairs:
        why = "as a relation joins them, or their maps mark them in different ways"
        yield hanging(f"Left apart, {why}: {first} and {second}", "  ", "      ")


def changed_text(finding: AllTogetherFinding) -> Iterator[str]:
    """The claims whose word changes where all maps are read together."""
    if not finding.claims:
        yield "No claims."
        return
    yield hanging(
        f"{counted(finding.components, 'component')} of {counted(finding.claims, 'claim')}, "
        f"{finding.joining:,} across several maps."
    )
    if finding.largest is not None:
        yield hanging(f"The largest {_component(finding.largest)}.")
    count = counted(finding.total, "claim")
    yield hanging(_sentence(f"{count} with another status where all maps are read together."))
    for each in finding.changed:
        yield ""
        yield hanging(_shortened(each.text), "", "")
        yield hanging(
            f"{each.map}#{each.claim}  alone {each.alone}, together {each.together}: {each.reason}",
            "  ",
            "      ",
        )
    yield from _more(finding.total - len(finding.changed))
