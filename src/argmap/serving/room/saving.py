"""The answers of a room as files: stances that `argmap readers` and the page read, and a table."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from argmap.errors import UsageError
from argmap.serving.room.answers import Reply
from argmap.writer import write_outputs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from argmap.serving.room.answers import Answers
    from argmap.serving.room.sessions import Session
    from argmap.serving.room.wall import Wall

_VERDICTS = {Reply.AGREE: "accept", Reply.DISAGREE: "reject", Reply.UNSURE: "none"}
_NOT_PLAIN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def as_stances(wall: Wall, answers: Answers) -> str:
    """The stances of all who answered, in the form of the page's own files of stances."""
    lines = ["argmap: 1", "stances:"]
    for number, (name, opinions) in enumerate(_people(wall, answers), 1):
        stance = wall.stance(opinions)
        lines += [f"  participant-{number}:", f"    name: {_quoted(name)}"]
        for key, ids in (("reject", stance.reject), ("accept", stance.accept)):
            if ids:
                lines.append(f"    {key}: [{', '.join(map(_quoted, sorted(ids)))}]")
    return "\n".join(lines) + "\n"


def as_table(wall: Wall, answers: Answers) -> str:
    """The same as CSV: a row for each participant and claim."""
    table = io.StringIO(newline="")
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(("name", "claim", "verdict"))
    for name, opinions in _people(wall, answers):
        verdicts = {
            claim: _VERDICTS[opinion]
            for mark, opinion in opinions.items()
            for claim in wall.claims_with.get(mark, ())
        }
        rows.writerows((name, claim, verdicts[claim]) for claim in wall.marks if claim in verdicts)
    return table.getvalue()


def save(session: Session, wall: Wall, answers: Answers) -> tuple[Path, ...]:
    """Write the answers of a session as stances and as CSV beside its journal; the paths.

    Raises:
        UsageError: nobody has answered.
        OutputError: they cannot be written.
    """
    if next(_people(wall, answers), None) is None:
        raise UsageError("Nobody has answered yet, so there is nothing to save.")
    stem = f"{session.name}-{session.number}"
    texts = {f"{stem}.yaml": as_stances(wall, answers), f"{stem}.csv": as_table(wall, answers)}
    return write_outputs(session.folder, texts)


def _people(wall: Wall, answers: Answers) -> Iterator[tuple[str, Mapping[str, Reply]]]:
    """The people who answered about a claim that is in the map, each under an own name."""
    taken: set[str] = set()
    for number, participant in enumerate(answers.participants.values(), 1):
        if not participant.opinions.keys() & wall.claims_with.keys():
            continue
        wanted = name = participant.name or f"Participant {number}"
        more = 1
        while name.casefold() in taken:
            more += 1
            name = f"{wanted} ({more})"
        taken.add(name.casefold())
        yield name, participant.opinions


def _quoted(text: str) -> str:
    """A text in quotes as YAML and JSON both read it."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_PLAIN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)
