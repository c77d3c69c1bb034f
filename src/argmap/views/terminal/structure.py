"""The structure of a map by graph theory, told figure by figure, as text for a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.views.terminal.lines import hanging
from argmap.views.words.citations import citations_of
from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.analysis.reading_of_map import Reading
    from argmap.graph.structure import StructureFinding

_SHOWN = 8
_LINKED = (
    "Where a step needs several claims together, a chain goes through one of them: "
    "`argmap premises` lists all that are critical."
)
_TOO_LARGE = "Not worked out: the map is too large, or its claims are joined too densely."
_SMALLEST_GROUP = 3
"""The fewest claims of a group or chapter about which something is said."""


def structure_text(reading: Reading, finding: StructureFinding) -> Iterator[str]:
    """The claims that carry, join and divide the map; each figure with its meaning and its name."""
    tell = Teller(reading.map, reading.outline)
    parts = [part for part in finding.components if len(part) > 1]
    alone = len(finding.components) - len(parts)
    where = [f"in {count_of(len(parts), 'part')}"] if parts else []
    lonely = [f"{alone:,} in no relation"] if alone else []
    yield f"{count_of(len(reading.map.claims), 'claim')}, {listed([*where, *lonely])}."
    yield from _carrying(tell, finding.dominators)
    yield from _joining(tell, finding.articulation_claims)
    yield from _between(tell, finding.betweenness)
    yield from _extent(tell, finding)
    yield from _sources(tell, finding.source_bridges)
    yield from _groups(tell, finding.communities)
    yield from _circles(tell, finding.circles)


def _part(title: str, meaning: str, figure: str = "") -> Iterator[str]:
    yield ""
    yield f"{title}  (networkx: {figure})" if figure else title
    yield hanging(meaning, "  ", "  ")


def _list(entries: Iterable[str], total: int) -> Iterator[str]:
    shown = [*entries][:_SHOWN]
    for entry in shown:
        yield hanging(entry, "    ", "      ")
    if total > len(shown):
        yield f"    and {total - len(shown):,} more"


def _carrying(tell: Teller, dominators: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The claims through which every chain of reasons for a conclusion goes."""
    carried: dict[str, list[str]] = {}
    for conclusion, below in dominators.items():
        for claim in below:
            carried.setdefault(claim, []).append(conclusion)
    meaning = (
        "Every chain of reasons for the conclusion goes through them."
        if carried
        else "No chain of reasons has to go through any one claim."
    )
    figure = "immediate_dominators"
    yield from _part("Claims that bear the load", f"{meaning} {_LINKED}", figure)
    order = sorted(carried, key=lambda id_: (-len(carried[id_]), tell.outline.place_of[id_]))
    entries = (f"{tell.name(tell.shown(id_))} for {tell.names(carried[id_])}" for id_ in order)
    yield from _list(entries, len(carried))


def _joining(tell: Teller, claims: tuple[str, ...]) -> Iterator[str]:
    yield from _part(
        "Claims that hold the map together",
        "Without one of them, some claims have nothing to do with the rest."
        if claims
        else "None: no single claim holds two parts of the map together.",
        "articulation_points",
    )
    order = sorted(tell.all_shown(claims), key=tell.outline.place_of.__getitem__)
    yield from _list(map(tell.name, order), len(claims))


def _between(tell: Teller, shares: Mapping[str, float] | None) -> Iterator[str]:
    figure = "betweenness_centrality"
    if shares is None:
        yield from _part("Where lines meet", _TOO_LARGE, figure)
        return
    meeting = [id_ for id_, share in shares.items() if share > 0]
    yield from _part(
        "Claims where lines of argument meet",
        "The shortest ways from one claim to another go through them, in this share of all pairs."
        if meeting
        else "None: no way from one claim to another goes through a third.",
        figure,
    )
    meeting.sort(key=lambda id_: (-shares[id_], tell.outline.place_of[id_]))
    entries = (f"{shares[id_]:.1%}  {tell.name(tell.shown(id_))}" for id_ in meeting[:_SHOWN])
    yield from _list(entries, min(len(meeting), _SHOWN))


def _extent(tell: Teller, finding: StructureFinding) -> Iterator[str]:
    """The depth of the map, and its breadth."""
    path, widest = finding.longest_chain, tell.all_shown(finding.widest)
    steps = count_of(max(0, len(path) - 1), "step")
    meaning = f"The longest chain of reasons has {steps}." if path else "No claim supports another."
    yield from _part("Depth", meaning, "dag_longest_path")
    if path:
        first, *_, last = tell.all_shown(path)
        yield from _list([f"from {tell.name(first)} up to {tell.name(last)}"], 1)
    meaning = "The most claims bear directly on these." if widest else "No claim bears on another."
    yield from _part("Breadth", meaning, "in_degree")
    yield from _list(map(tell.name, widest), len(widest))


def _sources(tell: Teller, bridges: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The steps at which the texts meet, counted by the sources that they join."""
    if len(tell.map.sources) < 2:  # noqa: PLR2004  # of one source nothing is joined
        return
    cited = citations_of(tell.map.sources)
    met = Counter(listed([cited[source] for source in sources]) for sources in bridges.values())
    verb = "is" if len(bridges) == 1 else "are"
    meaning = f"There {verb} {count_of(len(bridges), 'step')} between claims of different sources."
    yield from _part("Where the sources meet", meaning)
    entries = (f"{pair}: {count_of(count, 'step')}" for pair, count in met.most_common())
    yield from _list(entries, len(met))


def _groups(tell: Teller, groups: tuple[tuple[str, ...], ...] | None) -> Iterator[str]:
    """The groups that hang together, beside the author's chapters."""
    figure = "greedy_modularity_communities"
    if groups is None:
        yield from _part("Groups", _TOO_LARGE, figure)
        return
    large = [group for group in groups if len(group) >= _SMALLEST_GROUP]
    count = count_of(len(large), "group")
    meaning = (
        f"The map has {count} of three claims or more that bear on each other more than on the "
        "rest."
    )
    yield from _part("Groups that hang together", meaning, figure)
    place_of = tell.outline.place_of
    tops = (min(tell.all_shown(group), key=place_of.__getitem__) for group in large)
    entries = [
        f"{len(group)} claims around {tell.name(top)}"
        for group, top in zip(large, tops, strict=True)
    ]
    yield from _list(entries, len(entries))
    yield from _chapters(tell, groups)


def _chapters(tell: Teller, groups: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """The chapters of the author, and how far each of them is one of these groups."""
    group_of = {id_: number for number, group in enumerate(groups) for id_ in group}
    chapters: dict[str, list[str]] = {}
    for id_ in tell.outline.numbers:
        section = tell.map.claims[id_].section
        if section is not None:
            chapters.setdefault(section, []).append(tell.map.head_of(id_))
    rows = []
    for section, members in chapters.items():
        if len(members) >= _SMALLEST_GROUP:
            most = Counter(group_of[id_] for id_ in members).most_common(1)[0][1]
            rows.append(
                f"“{section}”: at most {most} of its {len(members)} claims are in one group"
            )
    if rows:
        yield hanging("The chapters of the author beside them:", "  ", "  ")
        yield from _list(rows, len(rows))


def _circles(tell: Teller, circles: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    yield from _part(
        "Circles of support",
        "These claims support each other in a circle, which by itself supports nothing."
        if circles
        else "None: no claim supports itself by way of others.",
        "strongly_connected_components",
    )
    yield from _list((tell.names(circle) for circle in circles), len(circles))
