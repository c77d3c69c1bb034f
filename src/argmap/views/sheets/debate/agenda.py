"""The agenda of a discussion: points to discuss, each with its question, stakes and evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.debate.answers import every_answer_to
from argmap.analysis.debate.points import Topic
from argmap.analysis.labels.in_words import Word
from argmap.analysis.people.attribution import is_second_hand
from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.views.sheets.asking import with_answers
from argmap.views.sheets.document import em, head, item, para, strong
from argmap.views.words.citations import names_several
from argmap.views.words.counting import count_of
from argmap.views.words.restated import point_shown
from argmap.views.words.stakes import outcome_in_words
from argmap.views.words.statuses import WORDS
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.debate.agenda import AgendaFinding, Point
    from argmap.views.sheets.citing import Citer
    from argmap.views.sheets.document import Block, Paragraph

_HANGS = "What the main claims hang on"
_FURTHER = "Further points"
_IF_TIME = "If time is left"


def agenda_page(
    cite: Citer, finding: AgendaFinding, minutes: Sequence[int | None]
) -> Iterator[Block]:
    """The agenda as blocks: the points in order, each with its minutes, None if it has none."""
    title = cite.map.title or "Argument map"
    yield head(1, f"Agenda: {title}")
    yield from with_answers(cite)
    yield from cite.reader()
    if not finding.points:
        yield from _nothing(cite)
        return
    yield _extent(finding, minutes)
    before = ""
    for number, (point, time) in enumerate(zip(finding.points, minutes, strict=True), start=1):
        part = (_HANGS if point.distance == 0 else _FURTHER) if time is not None else _IF_TIME
        if part != before:
            before = part
            yield head(2, part)
        yield from _PointWords(cite, finding, point).blocks(number, time)
    yield _legend()
    if cite.cited:
        yield head(2, "Sources")
        yield from cite.sources()


def _extent(finding: AgendaFinding, minutes: Sequence[int | None]) -> Paragraph:
    """The number of points with their minutes, of points without, and of points left out."""
    timed = [time for time in minutes if time is not None]
    untimed, total = len(minutes) - len(timed), finding.total
    more = f", and {untimed} more if time is left" if untimed else ""
    beyond = f" The map has {total} (--points {total} has all)." if total > len(minutes) else ""
    points, length = count_of(len(timed), "point"), count_of(sum(timed), "minute")
    return para(f"{points} in {length}{more}.{beyond}")


def _nothing(cite: Citer) -> Iterator[Block]:
    """The words for a map that gives nothing to discuss."""
    yield para(
        "Nothing in this map is undecided or unanswered, and no single premise decides whether a "
        "conclusion stands: it gives no point to discuss."
    )
    fallen = [id_ for id_ in cite.outline.main if cite.finding.claims[id_].word is Word.FALLS]
    if fallen:
        yield para(f"Its conclusions that fall: {cite.tell.names(fallen)}.")


def _legend() -> Paragraph:
    """The meanings of the words for what becomes of a claim."""
    meanings = [
        part
        for word in (Word.STANDS, Word.CONTESTED)
        for part in (strong(word), f": {WORDS[word]} ")
    ]
    return para("In these words: ", *meanings)


_ONLY = {
    Mode.REPORTED: ("reports it", "report it"),
    Mode.CONCEDED: ("concedes it", "concede it"),
    Mode.RAISED: ("raises it, in order to answer it", "raise it, in order to answer it"),
}
"""The verb for the only source of a claim, for one author and for several."""


class _PointWords:
    """The words for a point of the agenda: its question, its reasons and its stakes."""

    def __init__(self, cite: Citer, finding: AgendaFinding, point: Point) -> None:
        self.cite = cite
        attack = cite.map.relations.get(point.attack or "")
        ends = (*attack.premises, attack.target) if attack is not None else ()
        self.tell = cite.tell.naming(ends)  # an objection is discussed in the words it was put in
        self.finding = finding
        self.point = point_shown(self.tell, point)
        self.texts = [cite.quoted(id_) for id_ in self.point.claims]

    def blocks(self, number: int, minutes: int | None) -> Iterator[Block]:
        """The point in full; `number` is its place on the agenda."""
        time = f" ({minutes} minutes)" if minutes is not None else ""
        yield head(3, f"Point {number}{time}. {self.question()}")
        for line in self.reasons():
            yield item(0, line)
        yield item(0, self.stakes())
        for id_ in self.point.claims:
            evidence = self.cite.evidence(self.cite.map.claims[id_])
            if self.cite.is_shortened(id_):
                yield self.cite.claim_item(id_, 0)
            elif evidence:
                yield item(0, strong(self.cite.outline.numbers[id_]), " ", em(evidence))
        if self.point.attack is not None:
            yield from self.cite.rationale(self.cite.map.relations[self.point.attack], 0)

    def aim(self) -> str:
        """The target of the objection: a claim, or a step as a noun phrase."""
        relation = self.cite.map.relations[self.point.attack or ""]
        if relation.kind is Kind.UNDERCUTS:
            return self.cite.step(relation.target)
        return self.tell.name(relation.target)

    def question(self) -> str:
        """The question to put to the participants."""
        quoted = self.cite.quoted
        if self.point.attack is not None:
            relation = self.cite.map.relations[self.point.attack]
            premises = listed([quoted(premise) for premise in relation.premises])
            if relation.kind is Kind.ATTACKS:
                target = quoted(relation.target)
                verb = "Are" if relation.is_linked else "Is"
                together = " together" if relation.is_linked else ""
                return f"{verb} {premises}{together} a good objection to {target}?"
            step = self.cite.map.relations[relation.target]
            reason = listed([quoted(premise) for premise in step.premises])
            verb = "are" if step.is_linked else "is"
            a_reason = "together still a reason" if step.is_linked else "still a reason"
            return f"Granted {premises}: {verb} {reason} {a_reason} for {quoted(step.target)}?"
        if self.point.topic is Topic.CONFLICT:
            if len(self.texts) == 1:
                return f"Can {self.texts[0]} be held, although it speaks against itself?"
            every = "both" if self.is_pair() else "all of this"
            return f"Can {every} be held: {listed(self.texts)}? If not, what gives way?"
        if self.point.topic is Topic.GAP:
            return f"What supports {listed(self.texts)}?"
        return f"Is it true: {listed(self.texts)}?"

    def is_pair(self) -> bool:
        """Whether two claims are under discussion."""
        return len(self.point.claims) == 2  # noqa: PLR2004  # a pair

    def reasons(self) -> Iterator[str]:
        """The reasons to discuss the point, as sentences."""
        if self.point.topic is Topic.READERS and self.finding.readers is not None:
            yield from self.parting()
        if self.point.topic is Topic.CONFLICT and len(self.point.claims) > 1:
            none = "neither" if self.is_pair() else "none of them"
            yield f"They speak against each other, and the map decides for {none}."
        if self.point.topic is Topic.GAP:
            yield "It is still to be supported: nothing in the map carries it."
        if self.point.attack is not None:
            relation = self.cite.map.relations[self.point.attack]
            where = (
                f"The objection is aimed at {self.aim()}. "
                if relation.kind is Kind.UNDERCUTS
                else ""
            )
            if any(every_answer_to(self.cite.map, relation)):
                yield f"{where}No answer to this objection in the map holds."
            else:
                yield f"{where}Nothing in the map answers this objection."
        yield from self.failed_answers()
        yield from self.origin()

    def parting(self) -> Iterator[str]:
        """The readers' verdicts on the claim, and the conclusions that part them."""
        readers = self.finding.readers
        if readers is None:
            return
        verdicts = readers.verdicts.get(self.cite.map.head_of(self.point.claims[0]), ())
        names = [reader.name or reader.id for reader in readers.readers]
        for wanted, verb in (("reject", "reject"), ("accept", "accept")):
            by = [
                f"“{name}”"
                for name, verdict in zip(names, verdicts, strict=True)
                if verdict == wanted
            ]
            if by:
                readers_ = "The reader" if len(by) == 1 else "The readers"
                yield f"{readers_} {listed(by)} {verb}{'s' if len(by) == 1 else ''} it."
        for id_ in self.point.conclusions:
            sides: dict[bool, list[str]] = {True: [], False: []}
            for name, finding in zip(names, readers.findings, strict=True):
                sides[finding.claims[id_].label == "in"].append(f"“{name}”")
            few_stand = len(sides[True]) < len(sides[False])
            readers_named = (
                f"only for {listed(sides[True])}"
                if few_stand
                else f"for all but {listed(sides[False])}"
            )
            yield f"{self.tell.name(id_)} stands {readers_named}."

    def failed_answers(self) -> Iterator[str]:
        """The answers to the objection that do not hold, each with the replies that defeat it."""
        if self.point.attack is None:
            return
        relations, labels = self.cite.map.relations, self.cite.finding.relations
        for answer in every_answer_to(self.cite.map, relations[self.point.attack]):
            against = [
                self.tell.names(relations[reply].premises)
                for reply in every_answer_to(self.cite.map, relations[answer])
                if labels[reply] == "in" and reply != self.point.attack
            ]
            if against:
                premises = self.tell.names(relations[answer].premises)
                yield f"To the answer {premises} there is a reply: {listed(against)}."

    def origin(self) -> Iterator[str]:
        """A remark if the claims have no source, or if a single one has them."""
        if self.point.topic not in (Topic.HINGE, Topic.READERS):
            return
        modes = {self.cite.map.claims[claim].mode for claim in self.point.claims}
        if all(mode.is_mappers for mode in modes):
            yield "No source says so outright: it is the mapper's reading."
        elif len(self.point.sources) == 1:
            yield self.only_source(self.point.sources[0], modes)
        elif not self.point.sources and self.cite.map.sources:
            yield "No source says so."

    def only_source(self, source: str, modes: set[Mode]) -> str:
        """The sentence that names the only source of the claims, or the only speaker there."""
        cite, members = self.cite.citations, self.cite.map.class_of
        sayings = [
            self.cite.map.claims[member] for id_ in self.point.claims for member in members(id_)
        ]
        sourced = [claim for claim in sayings if claim.cited_source is not None]
        tag, said_by = cite.sources[source], {cite.of(claim) for claim in sourced}
        are_many = names_several(self.cite.map.sources[source])
        speakers = list(dict.fromkeys(cite.speaker(claim) for claim in sourced))
        are_told = len(speakers) > 1 and all(speakers) and modes == {Mode.ASSERTED}
        if are_told and not is_second_hand(self.cite.map, source):
            return f"Only {listed(speakers)}, in {tag}, say it."
        if is_second_hand(self.cite.map, source) or len(said_by) > 1 or len(modes) > 1:
            hand = ", at second hand" if is_second_hand(self.cite.map, source) else ""
            return f"Only {tag} {'have' if are_many else 'has'} it{hand}."
        [mode], speaker = modes, cite.speaker(sourced[0])
        verbs = _ONLY.get(mode, ("says it", "say it"))
        if mode is Mode.REPORTED or cite.is_taken_up(sourced[0]):
            view = f", as a view of {speaker}" if speaker else ""
            return f"Only {tag} {verbs[are_many]}{view}."
        if speaker:
            return f"Only {cite.of(sourced[0])}, {verbs[0]}."
        return f"Only {tag} {verbs[are_many]}."

    def stakes(self) -> str:
        """The stakes: the changes if the objection fails, or the claim is rejected or accepted."""
        stakes = self.point.stakes
        if self.point.attack is not None:
            condition = "If the objection fails"
        elif self.cite.finding.claims[self.point.claims[0]].label == "in":
            condition = f"If {self.cite.outline.numbers[self.point.claims[0]]} is rejected"
        else:
            settled = "supported" if self.point.topic is Topic.GAP else "accepted"
            condition = f"If {self.tell.name(self.point.claims[0])} is {settled}"
        return f"{condition}, {outcome_in_words(self.tell, stakes)}."


def questions_of(cite: Citer, finding: AgendaFinding) -> Iterator[str]:
    """The question of every point, in the order of the agenda."""
    for point in finding.points:
        yield _PointWords(cite, finding, point).question()
