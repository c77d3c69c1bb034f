"""Claims with their evidence, steps as sentences, and the list of the sources cited."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from argmap.views.sheets.document import Item, Span, code, em, item, para, strong
from argmap.views.words.citations import Citations
from argmap.views.words.origin import caveats_of, origin_of, whereabouts
from argmap.views.words.sentences import Teller, opinions_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Source
    from argmap.views.sheets.document import Paragraph


_LONGEST = 100  # characters of a claim that can still be read out as part of a question


class Citer:
    """The words for claims and steps with their evidence, and a record of the sources cited.

    A document writes all its claims through one citer, so that its list of sources at the end has
    exactly the sources that it cites. `place` is the map as a command names it, with a blank
    before; it is empty for the default map.
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        outline: Outline,
        finding: StatusFinding,
        place: str = "",
    ) -> None:
        self.map = argument_map
        self.outline = outline
        self.finding = finding
        self.tell = Teller(argument_map, outline)
        self.place = place
        self.cited: set[str] = set()

    def afresh(self) -> Citer:
        """A citer for the same map that has cited no source yet."""
        return Citer(self.map, self.outline, self.finding, self.place)

    def command(self, name: str, claim: str) -> Span:
        """A command on a claim of this map, as it is typed."""
        return code(f"argmap {name} {claim}{self.place}")

    @cached_property
    def citations(self) -> Citations:
        """The citations of the map's claims and sources."""
        return Citations(self.map)

    @property
    def tags(self) -> dict[str, str]:
        """The citation of every source, such as author and year."""
        return self.citations.sources

    def evidence(self, claim: Claim) -> str:
        """The quotation, source, place and speaker of a claim, as far as given.

        A claim without any of these is marked as unsourced, unless the map names no source at all.
        """
        self.record(claim)
        return origin_of(self.citations, claim) or (
            "no source is given" if self.map.sources else ""
        )

    def places(self, relation: Relation) -> str:
        """The source, place and speaker of each premise, as far as given, in brackets."""
        places = [", ".join(self.where(self.map.claims[premise])) for premise in relation.premises]
        distinct = "; ".join(place for place in dict.fromkeys(places) if place)
        return f" ({distinct})" if distinct else ""

    def where(self, claim: Claim) -> list[str]:
        """The citation and places of a claim; its source is noted as cited."""
        self.record(claim)
        return whereabouts(self.citations, claim)

    def record(self, claim: Claim) -> None:
        """Note the source of a claim as cited, if the claim is cited to it."""
        if claim.cited_source is not None:
            self.cited.add(claim.cited_source)

    def claim_item(self, id_: str, depth: int, fate: str = "") -> Item:
        """A claim in full with its evidence, as an item of a list."""
        claim = self.map.claims[id_]
        number = self.outline.numbers[id_]
        statement = f" {claim.text} {fate}" if fate else f" {claim.text}"
        evidence = self.evidence(claim)
        spans = (Span(" "), em(evidence)) if evidence else ()
        return item(depth, strong(number), statement, *spans)

    def is_shortened(self, id_: str) -> bool:
        """Whether a question gives a claim by its label, as its text is too long to be read out."""
        claim = self.map.claims[id_]
        return claim.label is not None and len(claim.text) > _LONGEST

    def quoted(self, id_: str) -> str:
        """A claim in quotation marks, as a part of a question: its text, or its label if long."""
        claim = self.map.claims[id_]
        return f"“{(claim.name if self.is_shortened(id_) else claim.text).rstrip('.')}”"

    def premises(self, relation: Relation) -> str:
        """The premises of a relation by number and name."""
        return self.tell.names(relation.premises)

    def rationale(self, relation: Relation, depth: int) -> Iterator[Item]:
        """The rationale of a step as an item of a list, if the map gives one."""
        if relation.rationale is not None:
            yield item(depth, em(relation.rationale))

    def sentence(self, relation: Relation) -> tuple[Span, ...]:
        """A relation as a sentence without its full stop: premises, verb, target."""
        many = relation.is_linked
        if relation.kind is Kind.SUPPORTS:
            verb, target = "support" if many else "supports", self.tell.name(relation.target)
        elif relation.kind is Kind.ATTACKS:
            verb = "speak against" if many else "speaks against"
            target = self.tell.name(relation.target)
        else:
            verb, target = "tell against" if many else "tells against", self.step(relation.target)
        return (strong(self.premises(relation)), Span(f" {verb} {target}"))

    def step(self, id_: str) -> str:
        """A relation as a noun phrase; an undercut is named without the step that it attacks."""
        return self.tell.step_at(id_)

    def reader(self) -> Iterator[Paragraph]:
        """The stance and the force of objections, each if it differs from the map's own."""
        stance, force = self.finding.stance, self.finding.objections
        if stance.reject or stance.accept:
            reader = f"the reader “{stance.name}”, who" if stance.name else "one who"
            yield para(f"The map is read by {reader} {opinions_in_words(self.tell, stance)}.")
        if force is not self.map.objections:
            yield para("The map is read with ", code(f"--objections {force}"), ".")

    def sources(self) -> Iterator[Item]:
        """The sources cited so far, each with its caveats."""
        for id_ in sorted(self.cited):
            source = self.map.sources[id_]
            caveats = [em(f" Caveat: {caveat.rstrip('.')}.") for caveat in caveats_of(source)]
            yield item(0, strong(self.tags[id_]), f": {_closed(cited(source))}", *caveats)


def _closed(sentence: str) -> str:
    """The sentence with a full stop at its end, unless it ends with another stop already."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def cited(source: Source) -> str:
    """A source as an entry of a bibliography: authors, title, publisher, date, and its DOI.

    >>> from argmap.model.source import Source
    >>> cited(Source("tea", title="Why tea?", authors=("Kakuzo Okakura",), date="1906"))
    'Kakuzo Okakura. Why tea? 1906'
    """
    version = source.version and f"Version {source.version}"
    parts = [", ".join(source.authors), source.title, version, source.publisher, source.date]
    if source.publisher in source.authors:
        parts.remove(source.publisher)
    parts.append(source.doi_address)
    given = [part for part in parts if part]
    return " ".join([*map(_closed, given[:-1]), *given[-1:]])
