"""The parts of a report on unsettled points: tensions, contested claims, open questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.points import Topic
from argmap.analysis.labels.in_words import Word
from argmap.views.sheets.document import Span, code, em, head, item, para
from argmap.views.words.contradictions import contradiction_in_words, each_once, sides_in_words
from argmap.views.words.counting import count_of
from argmap.views.words.stakes import stakes_in_words
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.overview import OverviewFinding
    from argmap.model.relation import Relation
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block
    from argmap.views.sheets.report.parts import Report

_MOST_DISPUTES = 20
_MOST_QUESTIONS = 2
_AGAINST = {
    1: "tells against itself",
    2: "tell against each other, and neither gives in",
    3: "tell against each other in a circle, and none gives in",
}


def tensions(report: Report, overview: OverviewFinding) -> Iterator[Block]:
    """The claims that attack each other, and the disputes between sources and between people."""
    cite = report.cite
    conflicts = overview.points_of(Topic.CONFLICT)
    between = each_once(cite.map, overview.sources.disputes)
    disputes = sorted(between, key=lambda dispute: dispute.label.rank)
    within = each_once(cite.map, overview.sources.disagreements)
    disagreements = sorted(within, key=lambda attack: attack.label.rank)
    if not conflicts and not disputes and not disagreements:
        return
    yield head(2, "Tensions")
    for point in conflicts:
        claims = cite.tell.names(cite.tell.all_shown(point.claims))
        yield item(0, f"{claims} {_AGAINST[min(len(point.claims), 3)]}.")
    for dispute in disputes[:_MOST_DISPUTES]:
        relation = cite.map.relations[dispute.relation]
        sides = sides_in_words(_tags(cite, dispute.sources), _tags(cite, dispute.against), relation)
        fate = em(f"({report.words.fate(relation)})")
        yield item(0, f"{sides}: ", *_sentence(cite, relation), " ", fate)
    unshown = len(disputes) - _MOST_DISPUTES
    if unshown > 0:
        yield para(f"{unshown} more between the sources: ", code("argmap sources"))
    for attack in disagreements[:_MOST_DISPUTES]:
        relation = cite.map.relations[attack.relation]
        sides = sides_in_words(listed(attack.speakers), listed(attack.against), relation)
        yield item(
            0,
            f"{sides}, in {_tags(cite, attack.sources)}: ",
            *_sentence(cite, relation),
            " ",
            em(f"({report.words.fate(relation)})"),
        )
    unshown = len(disagreements) - _MOST_DISPUTES
    if unshown > 0:
        yield para(f"{unshown} more between people of one source: ", code("argmap sources"))


def _sentence(cite: Citer, attack: Relation) -> tuple[Span, ...]:
    """An attack as a sentence; the two halves of a contradiction are one."""
    if attack.contradiction:
        return (Span(contradiction_in_words(cite.tell, attack)),)
    return cite.sentence(attack)


def _tags(cite: Citer, sources: tuple[str, ...]) -> str:
    return listed([cite.tags[source] for source in sources])


def contested(report: Report) -> Iterator[Block]:
    """The claims that are contested, those that an objection refutes, then those that are open."""
    statuses, outline = report.finding.claims, report.outline
    for title, status, none in (
        ("What is contested", Word.CONTESTED, "No claim is contested."),
        ("What is refuted", "refuted", ""),
        ("What is open", Word.OPEN, ""),
    ):
        ids = [
            id_ for id_ in outline.numbers if status in (statuses[id_].word, statuses[id_].reason)
        ]
        if ids or none:
            yield head(2, title)
        if none and not ids:
            yield para(none)
        for id_ in ids:
            if id_ in outline.main:
                yield para(report.named(id_)._replace(style="strong"), ": see above.")
                continue
            yield head(3, report.named(id_))
            yield from report.explained(id_)


def open_questions(cite: Citer, overview: OverviewFinding) -> Iterator[Block]:
    """The claims still to be supported, unanswered objections to steps, and critical questions."""
    points = overview.points_of(Topic.UNANSWERED, Topic.LOOSE)
    steps = [
        step for step in overview.questions.steps if step.open_questions and step.own_label != "out"
    ]
    gaps = overview.points_of(Topic.GAP)
    if not points and not steps and not gaps:
        return
    yield head(2, "Open questions")
    if gaps:
        yield para("Still to be supported:")
        for point in gaps:
            yield item(0, f"{cite.tell.names(cite.tell.all_shown(point.claims))}.")
    if points:
        yield para("Objections to reasons to which no answer in the map holds:")
        for point in points:
            relation = cite.map.relations[point.attack or ""]
            yield item(0, *cite.sentence(relation), ".")
            yield from cite.rationale(relation, 1)
    if steps:
        total = count_of(overview.questions.total, "step")
        yield para(f"Critical questions, of the weightiest of {total} that name a scheme:")
        for step in steps:
            name = cite.tell.step(cite.map.relations[step.relation])
            stakes = stakes_in_words(cite.tell, step.stakes, step.own_label)
            yield item(0, f"{name[0].upper()}{name[1:]}. {stakes}")
            for question in step.open_questions[:_MOST_QUESTIONS]:
                yield item(1, question.text)
        yield para("All of them: ", code("argmap questions"))
