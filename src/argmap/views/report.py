"""The findings as a Markdown text that a reader can follow without the picture."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from argmap.analysis.status import Word
from argmap.diagnostics import Severity
from argmap.model.relation import Kind
from argmap.views.text import count_of, size_of, tally
from argmap.views.wording import REASONS, WORDS, fate_of, who_says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.status import StatusFinding
    from argmap.diagnostics import Diagnostic
    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Source

_SPECIAL = re.compile(r"[\\`*_\[\]|~#$]|^[-+=]")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escaped(text: str) -> str:
    r"""The text as Markdown that shows it as it is.

    >>> escaped("a *b* <c>")
    'a \\*b\\* &lt;c&gt;'
    """
    plain = " ".join(text.split())
    for sign, entity in _ENTITIES.items():
        plain = plain.replace(sign, entity)
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", plain))


def render_report(
    argument_map: ArgumentMap,
    outline: Outline,
    finding: StatusFinding,
    diagnostics: Sequence[Diagnostic] = (),
) -> str:
    """The report: what to read first, what is contested, the sources, and every claim."""
    report = _Report(argument_map, outline, finding)
    parts = (
        report.head(),
        report.unmet([one for one in diagnostics if one.code == "AM601"]),
        report.conclusions(),
        report.contested(),
        report.sources(),
        report.claims(),
        report.notes([one for one in diagnostics if one.severity is not Severity.ERROR]),
        report.legend(),
    )
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


class _Report:
    def __init__(self, argument_map: ArgumentMap, outline: Outline, finding: StatusFinding) -> None:
        self.map = argument_map
        self.outline = outline
        self.finding = finding
        self.claims_of: defaultdict[str | None, list[Claim]] = defaultdict(list)
        for id_ in outline.numbers:
            self.claims_of[argument_map.claims[id_].source].append(argument_map.claims[id_])

    def head(self) -> Iterator[str]:
        yield f"# {escaped(self.map.title or 'Argument map')}"
        yield ""
        if self.map.question:
            yield f"*{escaped(self.map.question)}*"
            yield ""
        yield f"{size_of(self.map)}. Of the claims, {tally(self.finding) or 'none is there'}."
        yield ""

    def unmet(self, diagnostics: list[Diagnostic]) -> Iterator[str]:
        if diagnostics:
            yield "## Expectations that the map does not meet"
            yield ""
            for one in diagnostics:
                yield f"- {escaped(one.message)} ({escaped(str(one.location))})"
            yield ""

    def conclusions(self) -> Iterator[str]:
        yield "## Main conclusions"
        yield ""
        for id_ in self.outline.main:
            yield f"### {self.named(id_)}"
            yield ""
            yield from self.explained(id_)

    def explained(self, id_: str) -> Iterator[str]:
        found, claim = self.finding.claims[id_], self.map.claims[id_]
        if claim.text != claim.name:
            yield escaped(claim.text)
            yield ""
        yield f"**{found.word.capitalize()}** ({found.reason}). {REASONS[found.reason]}"
        yield ""
        for kind, heading in ((Kind.SUPPORTS, "Rests on"), (Kind.ATTACKS, "Speaks against it")):
            relations = [
                one
                for member in self.map.class_of(id_)
                for one in self.map.relations_to(member)
                if one.kind is kind
            ]
            if relations:
                yield f"{heading}:"
                yield ""
                for one in relations:
                    yield from self.reasons(one)
                yield ""

    def reasons(self, relation: Relation) -> Iterator[str]:
        """The relation, and below it what attacks the step, and what answers that."""
        waiting = [(relation, 0)]
        while waiting:
            one, depth = waiting.pop()
            margin = "  " * min(depth, _DEEPEST)
            lead = "against this step: " if depth else ""
            together = "only together: " if one.is_linked else ""
            premises = "; ".join(
                f"{self.named(id_)} ({self.finding.claims[id_].word})" for id_ in one.premises
            )
            yield f"{margin}- {lead}{together}{premises}. *{_sentence(one, self.finding)}*"
            if one.rationale is not None:
                yield f"{margin}  {escaped(one.rationale)}"
            undercuts = self.map.relations_to(one.id)
            waiting += [(undercut, depth + 1) for undercut in reversed(undercuts)]

    def notes(self, diagnostics: list[Diagnostic]) -> Iterator[str]:
        if not diagnostics:
            return
        yield "## Warnings and notes on the map"
        yield ""
        for one in diagnostics:
            message = escaped(one.message.replace("`", '"'))
            yield f"- {message} ({one.code}, {escaped(str(one.location))})"
        yield ""

    def contested(self) -> Iterator[str]:
        ids = [id_ for id_ in self.outline.numbers if self.finding.claims[id_].contested]
        unsettled = [
            id_
            for id_ in self.outline.numbers
            if self.finding.claims[id_].word in (Word.CONTESTED, Word.OPEN)
        ]
        yield "## What is contested"
        yield ""
        if not ids and not unsettled:
            yield "No objection is left standing or undecided, and nothing is open."
            yield ""
        for id_ in dict.fromkeys((*ids, *unsettled)):
            if id_ in self.outline.main:
                found = self.finding.claims[id_]
                yield f"**{self.named(id_)}** ({found.word}): see above."
                yield ""
                continue
            yield f"### {self.named(id_)}"
            yield ""
            yield from self.explained(id_)

    def sources(self) -> Iterator[str]:
        if not self.map.sources:
            return
        yield "## Sources"
        yield ""
        for source in self.map.sources.values():
            yield f"- {self.cited(source)}"
            for caveat in source.caveats:
                yield f"  - Caveat: {escaped(caveat)}"
        yield ""

    def cited(self, source: Source) -> str:
        parts = (", ".join(source.authors), source.title, source.publisher, source.date)
        number = len(self.claims_of[source.id])
        cited = ". ".join(escaped(part) for part in parts if part)
        return f"**{escaped(source.id)}**: {cited} ({count_of(number, 'claim')})"

    def claims(self) -> Iterator[str]:
        yield "## All claims by source"
        yield ""
        for source in (*self.map.sources.values(), None):
            claims = self.claims_of[source.id if source is not None else None]
            if not claims:
                continue
            yield f"### {escaped(source.title) if source is not None else 'Without a source'}"
            yield ""
            for claim in claims:
                yield from self.claim(claim)
            yield ""

    def claim(self, claim: Claim) -> Iterator[str]:
        found = self.finding.claims[claim.id]
        number = self.outline.numbers[claim.id]
        yield f"- **{number}** {escaped(claim.text)} *{found.word}: {found.reason}.*"
        for locator in claim.locators:
            quote = f"“{escaped(locator.quote)}”" if locator.quote is not None else ""
            yield f"  - {', '.join(part for part in (quote, escaped(locator.place)) if part)}"
        said = who_says(claim)
        if said and (claim.speaker is not None or claim.mode != "asserted"):
            yield f"  - {escaped(said)}"
        if claim.note is not None:
            yield f"  - Note: {escaped(claim.note)}"

    def legend(self) -> Iterator[str]:
        yield "## How to read the words"
        yield ""
        for word, meaning in WORDS.items():
            yield f"- **{word}**: {escaped(meaning)}"
        for word, meaning in _MORE_WORDS.items():
            yield f"- *{word}*: {escaped(meaning)}"

    def named(self, id_: str) -> str:
        return f"{self.outline.numbers[id_]} {escaped(self.map.claims[id_].name)}"


_DEEPEST = 8
_MORE_WORDS = {
    "granted": "put forward without needing support; nobody has to argue for it here.",
    "answered": "an objection whose premise falls, or whose step is blocked in turn.",
    "only together": "the step needs all of these premises; if one falls, so does the step.",
    "against this step": "it does not deny the premise, but that the step from it goes through.",
    "numbers": "a claim keeps the number of the place where it occurs first, so a number says"
    " where to find it, not how important it is.",
}


def _sentence(relation: Relation, finding: StatusFinding) -> str:
    words = fate_of(relation, finding)
    return f"{words[0].upper()}{words[1:]}."
