"""The journal of a room gives back what was put into it, wherever it is torn."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.analysis.debate.deciding import deciding_premises
from argmap.analysis.people.readers import readers
from argmap.analysis.reading_of_map import Reading
from argmap.errors import OutputError, UsageError
from argmap.model.stance import Stance
from argmap.serving.room.answers import Answers, Reply, mark_of
from argmap.serving.room.door import Guesses, clean_name, is_code
from argmap.serving.room.journal import Journal
from argmap.serving.room.results import results
from argmap.serving.room.sessions import LETTERS, Session, new_code
from argmap.serving.room.wall import Wall
from tests.views.samples import argument_map

if TYPE_CHECKING:
    from pathlib import Path

WHO = st.sampled_from(["a", "b", "c"])
MARK = st.sampled_from(["m", "n"])
ENTRY = st.one_of(
    st.builds(lambda who: {"is": "joins", "who": who}, WHO),
    st.builds(lambda who, name: {"is": "name", "who": who, "name": name}, WHO, st.text(max_size=9)),
    st.builds(
        lambda who, mark, says: {"is": "says", "who": who, "mark": mark, "says": says.value},
        WHO,
        MARK,
        st.sampled_from(Reply),
    ),
)
BEGUN: list[dict[str, Any]] = [
    *({"is": "joins", "who": who} for who in "abc"),
    *({"is": "words", "mark": mark, "claim": mark, "text": mark} for mark in "mn"),
]


@given(entries=st.lists(ENTRY, max_size=12), torn=st.integers(0, 80))
def test_a_torn_journal_gives_back_every_whole_line(
    tmp_path_factory: pytest.TempPathFactory, entries: list[dict[str, Any]], torn: int
) -> None:
    folder = tmp_path_factory.mktemp("answers")
    session = Session.newest(folder, "map")
    for entry in [*BEGUN, *entries]:
        session.record(entry)
    session.journal.close()
    file = folder / "map-1.jsonl"
    whole = file.read_bytes()
    kept = whole[: max(0, len(whole) - torn)]
    file.write_bytes(kept)
    expected = Answers()
    for line in kept.split(b"\n")[:-1]:
        try:
            expected.take(json.loads(line))
        except (KeyError, ValueError):
            continue
    again = Session.newest(folder, "map")
    assert again.answers == expected
    again.record({"is": "joins", "who": "late"})
    again.journal.close()
    last = Session.newest(folder, "map")
    expected.take({"is": "joins", "who": "late"})
    assert last.answers == expected
    last.journal.close()


def test_lines_that_say_nothing_are_counted_and_passed_over(tmp_path: Path) -> None:
    lines = [*map(json.dumps, BEGUN), "{", "[]", '{"is":"says"}', '{"is":"x"}', "null"]
    (tmp_path / "map-3.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    session = Session.newest(tmp_path, "map")
    assert (session.number, session.journal.damaged) == (3, 5)
    assert set(session.answers.participants) == {"a", "b", "c"}
    session.journal.close()


def test_a_full_disk_counts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os  # noqa: PLC0415  # to be patched

    session = Session.newest(tmp_path, "map")
    session.record(*BEGUN)
    before = session.answers.copied()
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, content: write(file, content[:5]))
    with pytest.raises(OutputError, match="the disk is full"):
        session.record({"is": "says", "who": "a", "mark": "m", "says": "agree"})
    assert session.answers == before
    monkeypatch.undo()
    session.record({"is": "says", "who": "a", "mark": "m", "says": "agree"})
    session.journal.close()
    again = Session.newest(tmp_path, "map")
    assert (again.answers, again.journal.damaged) == (session.answers, 0)
    again.journal.close()


@pytest.mark.skipif(
    sys.platform == "win32", reason="NOT TESTED: on Windows a journal is not locked"
)
def test_two_rooms_do_not_share_a_journal(tmp_path: Path) -> None:
    first = Journal(tmp_path / "x.jsonl")
    with pytest.raises(UsageError, match="another room"):
        Journal(tmp_path / "x.jsonl")
    first.close()
    Journal(tmp_path / "x.jsonl").close()


def test_codes_have_no_letter_that_is_read_as_another() -> None:
    code = new_code()
    assert len(code) == 6
    assert not set("IOL01") & set(LETTERS)
    assert is_code(f"{code[:3].lower()} {code[3:]}", code)
    assert not is_code(code[:5], code)
    assert not is_code("", code)


def test_wrong_codes_are_forgotten_after_a_minute() -> None:
    now = [0.0]
    guesses = Guesses(clock=lambda: now[0])
    for _ in range(30):
        assert guesses.may("here")
        guesses.wrong("here")
    assert not guesses.may("here")
    assert guesses.may("elsewhere")
    now[0] = 61.0
    assert guesses.may("here")


@given(st.text(max_size=70))
@example("0 \x08 0")
def test_a_clean_name_is_plain_and_stays_as_it_is(name: str) -> None:
    try:
        clean = clean_name(name)
    except UsageError:
        return
    assert len(clean) <= 60
    assert clean.isprintable()
    assert not clean.startswith(("=", "+", "-", "@", " "))
    assert clean_name(clean) == clean


def town() -> Reading:
    """A conclusion with two reasons that are needed together, and an objection."""
    names = {name: f"Claim {name}" for name in ("end", "one", "two", "against", "else")}
    return Reading(argument_map(names, ["one & two + end", "against - end"], main=("end",)))


def test_premises_that_turn_a_conclusion_come_before_those_it_rests_on() -> None:
    assert deciding_premises(town()) == ("against", "one", "two")


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["one", "two", "against"]), st.sampled_from(Reply)),
        max_size=5,
    )
)
def test_the_room_parts_as_its_people_do_one_by_one(given_by: list[dict[str, Reply]]) -> None:
    wall = Wall("state", town())
    answers = Answers()
    for who, opinions in enumerate(given_by):
        answers.take({"is": "joins", "who": str(who)})
        for claim, opinion in opinions.items():
            mark = mark_of(f"Claim {claim}")
            answers.take({"is": "words", "mark": mark, "claim": claim, "text": f"Claim {claim}"})
            answers.take({"is": "says", "who": str(who), "mark": mark, "says": opinion.value})
    stances = [
        Stance(
            str(who),
            str(who),
            frozenset(id_ for id_, each in opinions.items() if each is Reply.DISAGREE),
            frozenset(id_ for id_, each in opinions.items() if each is Reply.AGREE),
        )
        for who, opinions in enumerate(given_by)
        if opinions
    ]
    shown = results(wall, answers)
    assert shown["people"] == len(stances)
    if not stances:
        return
    finding = readers(wall.reading, stances)
    assert {part["conclusion"] for part in shown["parts"]} == set(finding.parted)
    for part in shown["parts"]:
        sets = finding.parted[part["conclusion"]].sets
        assert {claim["id"] for claim in part["claims"]} == {id_ for each in sets for id_ in each}
    [end] = [each for each in shown["conclusions"] if each["id"] == "end"]
    words = [each.claims["end"].word for each in finding.findings]
    assert {word: people for word, (people, _) in end["words"].items() if people} == {
        word: words.count(word) for word in words
    }
