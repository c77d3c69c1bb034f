"""Claims with their evidence, steps as sentences, and the sources that were cited."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.analysis.people.sources import is_reported
from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.views.look.tags import tags_of
from argmap.views.sheets.document import Item, Span, code, em, item, para, strong
from argmap.views.words.fates import fate_in_debate, fate_of
from argmap.views.words.sentences import Teller, opinions_in_words
from argmap.views.words.statuses import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Source
    from argmap.views.sheets.document import Paragraph


_LONGEST = 100  # more letters than one would say in one breath


class Citer:
    """Tells claims and steps with their evidence, and remembers which sources it has cited."""

    def __init__(self, argument_map: ArgumentMap, outline: Outline, finding: StatusFinding) -> None:
        self.map = argument_map
        self.outline = outline
        self.finding = finding
        self.tell = Teller(argument_map, outline)
        self.cited: set[str] = set()

    def afresh(self) -> Citer:
        """The same, with nothing cited yet."""
        return Citer(self.map, self.outline, self.finding)

    @cached_property
    def tags(self) -> dict[str, str]:
        """A short name for every source, such as author and year."""
        return {id_: one.tag for id_, one in tags_of(self.map.sources).items()}

    def evidence(self, claim: Claim) -> str:
        """Quotation, source, place and who holds it, as far as given; else that nothing is."""
        quotes = [f"“{one.quote}”" for one in claim.locators if one.quote is not None]
        where = self._where(claim)
        told = " … ".join(quotes)
        if where:
            return f"{told} ({', '.join(where)})".strip()
        return told or ("no source is given" if self.map.sources else "")

    def places(self, relation: Relation) -> str:
        """Source, place and holder of each premise, as far as given, in brackets."""
        told = [", ".join(self._where(self.map.claims[one])) for one in relation.premises]
        places = "; ".join(one for one in dict.fromkeys(told) if one)
        return f" ({places})" if places else ""

    def _where(self, claim: Claim) -> list[str]:
        where: list[str] = []
        if claim.source is not None:
            self.cited.add(claim.source)
            where.append(self.tags[claim.source])
        where += dict.fromkeys(one.place for one in claim.locators if one.place)
        if claim.mode is Mode.REPORTED and claim.speaker:
            where.append(f"held by {claim.speaker}")
        elif claim.mode is Mode.ASSERTED:
            if is_reported(self.map, claim):
                where.append(f"said by {claim.speaker}")
        elif claim.speaker and claim.source:
            where.append(f"{claim.mode}, {claim.speaker}")
        else:
            where.append(_MODES[claim.mode])
        return where

    def claim_item(self, id_: str, depth: int, fate: str = "") -> Item:
        """A claim in full with its evidence, as an item of a list."""
        claim = self.map.claims[id_]
        number = self.outline.numbers[id_]
        said = f" {claim.text} {fate}" if fate else f" {claim.text}"
        evidence = self.evidence(claim)
        spans = (Span(" "), em(evidence)) if evidence else ()
        return item(depth, strong(number), said, *spans)

    def is_shortened(self, id_: str) -> bool:
        """Whether a claim is too long to be put as a question, and has a label instead."""
        claim = self.map.claims[id_]
        return claim.label is not None and len(claim.text) > _LONGEST

    def quoted(self, id_: str) -> str:
        """A claim in quotation marks, to be put as a question."""
        claim = self.map.claims[id_]
        return f"“{(claim.name if self.is_shortened(id_) else claim.text).rstrip('.')}”"

    def premises(self, relation: Relation) -> str:
        """The premises by number and name."""
        return self.tell.names(relation.premises)

    def fate(self, relation: Relation) -> str:
        """What becomes of a relation."""
        return fate_of(relation, self.finding)

    def fate_in_debate(self, relation: Relation) -> str:
        """The same for a debater."""
        return fate_in_debate(relation, self.finding)

    def unsettled(self, relation: Relation) -> list[str]:
        """Each premise that does not stand, by number and with what it does instead."""
        found = self.finding.claims
        return [
            f"{self.outline.numbers[one]} {VERBS[found[one].word][0]}"
            for one in relation.premises
            if found[one].label != "in"
        ]

    def rationale(self, relation: Relation, depth: int) -> Iterator[Item]:
        """Why the step is drawn, if the map says so."""
        if relation.rationale is not None:
            yield item(depth, em(relation.rationale))

    def sentence(self, relation: Relation) -> tuple[Span, ...]:
        """What a relation does, as a sentence without its end."""
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
        """A relation as a noun, not deeper than one step."""
        return self.tell.step_at(id_)

    def reader(self) -> Iterator[Paragraph]:
        """How the map is read, if not as it is written."""
        stance, force = self.finding.stance, self.finding.objections
        if stance.reject or stance.accept:
            yield para(f"The map is read by one who {opinions_in_words(self.tell, stance)}.")
        if force is not self.map.objections:
            yield para("The map is read with ", code(f"--objections {force}"), ".")

    def sources(self) -> Iterator[Item]:
        """The sources cited so far, each with its caveats."""
        for id_ in sorted(self.cited):
            source = self.map.sources[id_]
            caveats = [em(f" Caveat: {one.rstrip('.')}.") for one in source.caveats]
            yield item(0, strong(self.tags[id_]), f": {cited(source).rstrip('.')}.", *caveats)


_MODES = {
    Mode.REPORTED: "reported",
    Mode.CONCEDED: "raised to be answered",
    Mode.IMPLICIT: "unsaid: the mapper's reading",
    Mode.EDITORIAL: "the mapper's own",
}


def cited(source: Source) -> str:
    """A source as a list of works has it."""
    parts = [", ".join(source.authors), source.title, source.publisher, source.date]
    if source.publisher in source.authors:
        parts.remove(source.publisher)
    return ". ".join(part for part in parts if part)
