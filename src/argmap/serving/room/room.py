"""A room: a session of answers about the map of a workbench, for its leader and for its people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.analysis.reading_of_map import Reading
from argmap.errors import UsageError
from argmap.serving.room.answers import Reply
from argmap.serving.room.door import clean_name
from argmap.serving.room.wall import Wall
from argmap.views.words.legible import legible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.serving.map_files import MapState
    from argmap.serving.room.answers import Answers
    from argmap.serving.room.sessions import Session
    from argmap.serving.workbench import Workbench

MOST_PARTICIPANTS = 2000

_SECRET = "The answers are hidden; press Show first."  # noqa: S105  # a sentence


class FullError(Exception):
    """A room into which nobody else can come."""


@dataclass
class Room:
    """A session in the hands of its leader; changed on the thread of the event loop alone.

    Nobody, the leader included, is given an answer before `show`. The map is read only.
    """

    bench: Workbench
    session: Session
    is_shown: bool = False
    wall: Wall = field(init=False)

    def __post_init__(self) -> None:
        self.wall = wall_of(self.bench.files.state)

    # For those who take part

    def join(self, who: str, name: str) -> None:
        """Let somebody in, under a name or without; who is in already may give another name.

        Raises:
            UsageError: the name is too long.
            FullError: there are too many.
            OutputError: it cannot be kept.
        """
        name, people = clean_name(name), self.session.answers.participants
        if who not in people:
            if len(people) >= MOST_PARTICIPANTS:
                raise FullError
            self.session.record({"is": "joins", "who": who})
        if name != people[who].name:
            self.session.record({"is": "name", "who": who, "name": name})

    def say(self, who: str, claim: str, mark: str, says: str) -> None:
        """Count what a participant says of a claim, whose words have this mark on the screen.

        Raises:
            UsageError: it was not asked about, has other words by now, or this is no answer.
            OutputError: it cannot be kept.
        """
        if says not in [*Reply]:
            raise UsageError("an answer is `agree`, `disagree` or `unsure`")
        answers = self.session.answers
        if claim not in self._asked_about(answers.claims):
            raise UsageError("this claim is not asked about now")
        if mark != self.wall.marks[claim]:
            raise UsageError("the words of this claim were changed a moment ago; read it again")
        entries = [{"is": "says", "who": who, "mark": mark, "says": says}]
        if mark not in answers.wordings:
            text = self.wall.reading.map.claims[claim].text
            entries.insert(0, {"is": "words", "mark": mark, "claim": claim, "text": text})
        self.session.record(*entries)

    def public(self) -> dict[str, Any]:
        """The part that everybody sees: the claims asked about so far, and those asked now."""
        answers, argument_map = self.session.answers, self.wall.reading.map
        return {
            "session": self.session.number,
            "title": argument_map.title,
            "question": argument_map.question,
            "current": self._asked_about(answers.current),
            "claims": [self.wall.shown(id_) for id_ in self._asked_about(answers.claims)],
            "shown": self.is_shown,
        }

    def _asked_about(self, claims: Iterable[str]) -> list[str]:
        """The claims of these that are in the map now, under the ids that they have now."""
        marks = self.session.answers.claims
        now = (self.wall.claim_now(id_, marks[id_]) for id_ in claims)
        return [*dict.fromkeys(id_ for id_ in now if id_ is not None)]

    def own(self, who: str) -> dict[str, Any]:
        """The part that only a participant sees: the name, and answers by marks."""
        participant = self.session.answers.participants[who]
        return {"name": participant.name, "opinions": participant.opinions}

    # For the leader

    def leading(self) -> dict[str, Any]:
        """The part that the leader sees: how many are there and answered, never what they said."""
        answers = self.session.answers
        counts = answers.counts()

        def row(id_: str) -> dict[str, Any]:
            answered = counts.get(self.wall.marks[id_])
            return {**self.wall.shown(id_), "answered": answered.total() if answered else 0}

        public = self.public()
        return public | {
            "code": answers.code,
            "people": len(answers.participants),
            "answered": self._answered(public["current"]),
            "claims": [row(claim["id"]) for claim in public["claims"]],
            "premises": [row(id_) for id_ in self.wall.premises],
            "aside": [
                {"claim": words.claim, "text": words.text, "answers": counts[mark].total()}
                for mark, words in answers.wordings.items()
                if mark not in self.wall.claims_with and counts[mark].total()
            ],
            "damaged": self.session.journal.damaged,
            "entries": answers.entries,
        }

    def _answered(self, current: Iterable[str]) -> int:
        """The number of people who answered all that is asked about now."""
        marks = {self.wall.marks[id_] for id_ in current}
        if not marks:
            return 0
        people = self.session.answers.participants.values()
        return sum(marks <= participant.opinions.keys() for participant in people)

    def ask(self, claims: Iterable[str]) -> None:
        """Ask about these claims, and about no other; what was shown is hidden.

        Raises:
            UsageError: one of them is not in the map.
            OutputError: it cannot be kept.
        """
        asking = dict.fromkeys(claims)
        for id_ in asking:
            if id_ not in self.wall.marks:
                raise UsageError(f"there is no claim `{id_[:60]}` in the map now")
        if len(asking) > MOST_PARTICIPANTS:
            raise UsageError("nobody answers so many questions")
        marked = {id_: self.wall.marks[id_] for id_ in asking}
        self.session.record({"is": "ask", "claims": marked})
        self.is_shown = False

    def show(self, *, is_shown: bool) -> None:
        """Show the answers, or hide them again."""
        self.is_shown = is_shown

    def anew(self) -> None:
        """Begin a new session with the same people; the answers so far stay in their journal.

        Raises:
            UsageError, OutputError: it cannot be kept.
        """
        self.session = self.session.next()
        self.is_shown = False

    def open_answers(self) -> Answers:
        """The answers as they are now.

        Raises:
            UsageError: they are hidden.
        """
        if not self.is_shown:
            raise UsageError(_SECRET)
        return self.session.answers.copied()


def wall_of(state: MapState) -> Wall:
    """A state of the map as a room speaks of it."""
    argument_map = legible(state.checked.map)
    is_same = argument_map is state.checked.map
    return Wall(state.id, state.reading if is_same else Reading(argument_map))
