"""Answers about a corpus as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.corpus.tables import TABLES
from argmap.views.terminal.lines import hanging, in_columns
from argmap.views.words.counting import count_of as counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from argmap.corpus.asking import QueryFinding
    from argmap.corpus.building import CorpusBuilt
    from argmap.corpus.linking import LinksFinding, Place
    from argmap.corpus.searching import Hit, SearchFinding
    from argmap.corpus.statistics import StatsFinding
    from argmap.corpus.together import AllTogetherFinding, Component, TogetherFinding


def build_text(built: CorpusBuilt) -> Iterator[str]:
    """The size of a corpus that was built, what was read for it, and what is wrong in it."""
    size = ", ".join(
        (
            _count(built.maps, "map"),
            _count(built.claims, "claim"),
            _count(built.relations, "relation"),
        )
    )
    yield hanging(f"{built.store}: {size}.")
    what = "nothing had changed" if built.is_same else f"{_count(built.read, 'place')} read"
    kept = f", {built.kept:,} as before" if built.kept else ""
    gone = f", {built.gone:,} gone" if built.gone else ""
    yield hanging(f"{_sentence(what)}{kept}{gone}.")
    if built.damaged:
        verb, whose = ("was", "its") if built.damaged == 1 else ("were", "their")
        yield hanging(
            f"{_count(built.damaged, 'part')} {verb} damaged; {whose} maps were read again."
        )
    if built.unsound:
        verb = "has" if built.unsound == 1 else "have"
        yield hanging(
            f"{_count(built.unsound, 'map')} {verb} errors and no labels; `argmap corpus query "
            '"select * from diagnostics"` lists them.'
        )
    if built.passed_over:
        yield hanging(f"{_count(built.passed_over, 'file')} passed over, as no format fits.")


def search_text(finding: SearchFinding) -> Iterator[str]:
    """The claims found, each with its map, status and source; then how many more there are."""
    if not finding.total:
        yield hanging(f"No claim has {_listed(finding.words)}.")
    elif not finding.complete_words:
        yield hanging(f"No claim has all these words; those with most of them ({finding.total:,}):")
    else:
        yield f"{_count(finding.total, 'claim')}:"
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


def _count(number: int, thing: str) -> str:
    """The number with its noun; a long one is divided by commas.

    >>> _count(1234, "claim"), _count(1, "claim"), _count(0, "claim")
    ('1,234 claims', '1 claim', 'no claims')
    """
    return counted(number, thing).replace(str(number), f"{number:,}", 1)


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


# The numbers of a corpus


def stats_text(finding: StatsFinding) -> Iterator[str]:
    """The numbers of a corpus: sizes, statuses, and what occurs most."""
    sizes = finding.sizes
    yield hanging(
        f"{_count(finding.maps, 'map')}, {_count(finding.claims, 'claim')}, "
        f"{_count(sum(finding.relations.values()), 'relation')}; "
        f"{_count(finding.errors, 'error')}, {_count(finding.warnings, 'warning')}."
    )
    if not finding.claims:
        return
    largest = f", and {sizes.largest:,} in the largest, {sizes.largest_map}"
    yield hanging(
        f"A map has {sizes.smallest:,} claims or more, {sizes.median:g} as a rule{largest}."
    )
    if finding.unsound:
        yield hanging(f"{_count(finding.unsound, 'map')} with errors and without labels.")
    yield ""
    yield "Each claim in its own map:"
    yield from in_columns(
        [
            ("  ", f"{count:,}", word, _share(count, finding.claims))
            for word, count in finding.words.items()
        ]
    )
    yield hanging(
        f"{finding.disputed:,} of them have an objection that does not fail; "
        f"{_count(finding.unanswered, 'objection')} unanswered."
    )
    yield ""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in finding.relations.items())
    yield hanging(f"Relations: {kinds}; {finding.linked:,} with several premises.")
    yield hanging(
        f"{_count(finding.components, 'component')}, {finding.joining:,} across several maps."
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
            yield hanging(f"{_count(total, name)}: {names}{more}.")


def _share(count: int, total: int) -> str:
    return f"{count / total:.0%}"


def _component(component: Component) -> str:
    what = f"{_count(component.claims, 'claim')} of {_count(component.maps, 'map')}"
    return f"has {what}; it begins with {component.map}#{component.claim}"


# Links


def links_text(finding: LinksFinding) -> Iterator[str]:
    """The claims that are in several maps, and the proposals."""
    yield _sentence(f"{_count(finding.same_total, 'claim')} in several maps.")
    for each in finding.same:
        yield ""
        why = "" if each.why == ("words",) else f"  ({', '.join(map(_WHY.__getitem__, each.why))})"
        yield hanging(f"{each.text}{why}", "", "")
        for place in each.places:
            yield hanging(_place(place), "  ", "      ")
    yield from _more(finding.same_total - len(finding.same))
    if finding.near_total is None:
        return
    yield ""
    verb = "count as one" if finding.merges else "nearly the same, and not taken as one"
    yield _sentence(f"{_count(finding.near_total, 'pair')} of claims {verb}.")
    for pair in finding.near:
        yield ""
        yield hanging(f"{pair.first_text}", f"{pair.likeness:.2f}  ", "      ")
        yield hanging(_place(pair.first), "        ", "            ")
        yield hanging(f"{pair.second_text}", "      ", "      ")
        yield hanging(_place(pair.second), "        ", "            ")
    yield from _more(finding.near_total - len(finding.near))
    if finding.near_total and not finding.merges:
        yield ""
        yield hanging("`argmap corpus links --merge` takes all these pairs as one claim each.")


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
    yield hanging(finding.text, "", "")
    if finding.word is None:
        yield hanging("Its map has errors, so that it has no status; `argmap check` lists them.")
        return
    yield hanging(f"In all maps together: {finding.word}: {finding.reason}", "  ")
    yield hanging(f"In {finding.map} alone: {finding.alone}: {finding.alone_reason}", "  ")
    for place in finding.same:
        yield hanging(f"The same claim: {_place(place)}", "  ")
    yield hanging(f"Its component {_component(finding.component)}.", "  ")
    for first, second in finding.left_apart:
        yield hanging(f"Left apart, as a relation joins them: {first} and {second}", "  ")


def changed_text(finding: AllTogetherFinding) -> Iterator[str]:
    """The claims whose word changes where all maps are read together."""
    yield hanging(
        f"{_count(finding.components, 'component')} of {_count(finding.claims, 'claim')}, "
        f"{finding.joining:,} across several maps."
    )
    if finding.largest is not None:
        yield hanging(f"The largest {_component(finding.largest)}.")
    count = _count(finding.total, "claim")
    yield hanging(_sentence(f"{count} with another status where all maps are read together."))
    for each in finding.changed:
        yield ""
        yield hanging(each.text, "", "")
        yield hanging(
            f"{each.map}#{each.claim}  alone {each.alone}, together {each.together}: {each.reason}",
            "  ",
            "      ",
        )
    yield from _more(finding.total - len(finding.changed))


# Tables


def query_text(finding: QueryFinding) -> Iterator[str]:
    """The rows of an answer in columns; what is long is not cut."""
    head = [finding.columns] if finding.columns else []
    yield from in_columns([*head, *([_cell(each) for each in row] for row in finding.values)])
    if not finding.complete:
        yield hanging(f"Cut after {len(finding.values):,} rows; `--limit all` fetches every row.")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    return " ".join(str(value).split())


def tables_text() -> Iterator[str]:
    """The tables, and what their columns say."""
    for name, columns in TABLES.items():
        yield name
        yield from in_columns([("  ", each.name, each.type, each.meaning) for each in columns])
        yield ""


def export_text(paths: tuple[Path, ...]) -> Iterator[str]:
    """The files that were written."""
    yield from (path.as_posix() for path in paths)
