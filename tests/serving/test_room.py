"""A room counts what its people say of the words that they saw, and tells nobody before Show."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.serving.rooms import Phone, RunningRoom, ended_room, start_room
from tests.serving.servers import HOST, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


CLOSE = "1 “The town should be closed to cars”"
SHOPS = "1.2 “Shops would lose customers”"


@pytest.fixture
def room(town: Path) -> Iterator[RunningRoom]:
    """The room of the small map."""
    yield from ended_room(start_room(town))


def answers_of(town: Path) -> Path:
    """The folder of the answers."""
    return town.parent / "answers"


def test_a_room_parts_on_the_question_that_divides_it(room: RunningRoom) -> None:
    phones = [room.phone() for _ in range(3)]
    assert room.led["people"] == 3
    assert [each["id"] for each in room.led["premises"]] == ["shops", "quiet"]
    assert room.lead("ask").status == 200
    for phone, says in zip(phones, ("agree", "disagree", "agree"), strict=True):
        assert phone.say("shops", says).status == 200
        assert phone.say("quiet", "agree").status == 200
    wait_until(lambda: room.led["answered"] == 3)
    assert room.lead("show").status == 200
    results = room.results
    [part] = results["parts"]
    assert [claim["id"] for claim in part["claims"]] == ["shops"]
    assert part["sentences"] == [
        f"Whether {CLOSE} stands depends on {SHOPS}.",
        "If they agreed on that, either way, they would agree on the conclusion.",
    ]
    counted = {each["id"]: (each["agree"], each["disagree"]) for each in results["claims"]}
    assert counted == {"shops": (2, 1), "quiet": (3, 0)}
    [close] = results["conclusions"]
    assert {word: people for word, (people, _) in close["words"].items() if people} == {
        "stands": 1,
        "contested": 2,
    }


def test_what_follows_is_worked_out_for_each_by_itself(room: RunningRoom) -> None:
    room.lead("ask", claims=["shops"])
    phone = room.phone()
    phone.say("shops", "agree")
    [close] = phone.ask("/follows").json["conclusions"]
    assert (close["verb"], close["before"]) == ("is contested", None)
    phone.say("shops", "disagree")
    follows = phone.ask("/follows").json
    [close] = follows["conclusions"]
    assert (close["verb"], close["before"]) == ("stands", "is contested")
    assert "Shops would lose customers" in close["because"]
    assert (follows["reject"], follows["accept"]) == (["shops"], [])
    page = phone.ask("/map")
    assert page.status == 200
    assert "Shops would lose customers." in page.text


def test_nobody_is_given_an_answer_before_show(room: RunningRoom) -> None:
    room.lead("ask")
    phone, other = room.phone(name="Ada"), room.phone()
    phone.say("shops", "disagree")
    wait_until(lambda: room.led["premises"][0]["answered"] == 1)
    for secret in ("/room/results", "/room/answers.csv"):
        answer = room.bench.ask(secret)
        assert (answer.status, answer.text) == (422, "The answers are hidden; press Show first.")
    assert room.lead("save").status == 422
    everything = json.dumps([room.led, other.news, other.ask("/own").json])
    assert "disagree" not in everything
    assert "Ada" not in everything
    room.lead("show")
    assert room.results["claims"]
    room.lead("ask", claims=["quiet"])  # another question hides what was shown
    assert room.bench.ask("/room/results").status == 422
    room.lead("show")
    room.lead("hide")
    assert room.bench.ask("/room/results").status == 422


def test_answers_survive_the_death_of_the_server(town: Path) -> None:
    first = start_room(town)
    first.lead("ask")
    phone = first.phone(name="Ada")
    phone.say("shops", "agree")
    phone.say("shops", "disagree")
    phone.say("quiet", "unsure")
    first.bench.process.kill()
    first.bench.process.communicate()
    [journal] = answers_of(town).glob("*.jsonl")
    whole = journal.read_bytes()
    journal.write_bytes(whole + b'{"is":"says","who":"')  # what it was just writing
    again = start_room(town)
    try:
        assert (again.port, again.code) == (first.port, first.code)
        assert phone.ask("/own").json["name"] == "Ada"
        assert phone.opinions == {
            "Shops would lose customers.": "disagree",
            "Streets without cars are quieter.": "unsure",
        }
        assert phone.say("quiet", "agree").status == 200
        assert again.led["damaged"] == 0
        lines = journal.read_bytes().splitlines()
        assert b"".join(line + b"\n" for line in lines[:-1]) == whole
        assert json.loads(lines[-1])["says"] == "agree"
    finally:
        again.bench.process.kill()
        again.bench.process.communicate()


def test_answers_belong_to_the_words_that_were_read(room: RunningRoom, town: Path) -> None:
    room.lead("ask")
    phone = room.phone()
    stale = next(each for each in phone.news["claims"] if each["id"] == "shops")
    phone.say("shops", "agree")
    phone.say("quiet", "disagree")
    file = town / "town.yaml"
    before = file.read_text(encoding="utf-8")
    after = before.replace("would lose customers.", "would win customers.")
    after = after.replace("quiet:", "silence:").replace("- quiet", "- silence")
    file.write_text(after, encoding="utf-8")
    wait_until(lambda: room.led["aside"])
    [aside] = room.led["aside"]
    assert (aside["text"], aside["answers"]) == ("Shops would lose customers.", 1)
    assert phone.opinions == {"Streets without cars are quieter.": "disagree"}
    late = phone.ask("/say", {"claim": "shops", "words": stale["mark"], "says": "agree"})
    assert (late.status, "read it again" in late.text) == (422, True)
    assert phone.say("silence", "agree").status == 200
    room.lead("show")
    counted = {each["id"]: each["agree"] for each in room.results["claims"]}
    assert counted == {"shops": 0, "silence": 1}
    file.write_text(before, encoding="utf-8")
    wait_until(lambda: not room.led["aside"])
    assert phone.opinions["Shops would lose customers."] == "agree"


def test_a_claim_that_is_gone_keeps_its_answers_and_is_told(room: RunningRoom) -> None:
    room.lead("ask", claims=["shops"])
    phone = room.phone()
    phone.say("shops", "agree")
    assert room.bench.edit(do="remove", kind="claim", id="shops").status == 200
    wait_until(lambda: room.led["aside"])
    assert (room.led["current"], phone.news["claims"]) == ([], [])
    assert phone.ask("/follows").json["accept"] == []
    room.lead("show")
    assert room.results["people"] == 0
    assert room.lead("save").text == "Nobody has answered yet, so there is nothing to save."
    assert room.bench.ask("/undo", {}).status == 200
    wait_until(lambda: not room.led["aside"])
    assert room.lead("save").status == 200


def test_saved_answers_are_stances_that_readers_reads(room: RunningRoom, town: Path) -> None:
    room.lead("ask")
    for name, says in (("Ada", "disagree"), ("Ada", "agree"), ("", "unsure"), ("=1+1", "agree")):
        phone = room.phone(name=name)
        phone.say("shops", says)
    assert room.phone(name="nobody").cookie
    room.lead("show")
    saved = room.lead("save").json["paths"]
    assert [path.rpartition("/")[2] for path in saved] == ["town-1.yaml", "town-1.csv"]
    folder = answers_of(town)
    texts = []
    for name in ("town-1.yaml", "town-1.csv"):
        command = [sys.executable, "-m", "argmap", "readers", str(folder / name), str(town)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        texts.append(done.stdout)
    assert texts[0] == texts[1]
    assert texts[0].splitlines()[:4] == [
        f"Ada: rejects {SHOPS}",
        f"Ada (2): accepts {SHOPS}",
        "Participant 3: reads the map as it is",
        f"1+1: accepts {SHOPS}",
    ]
    table = room.bench.ask("/room/answers.csv")
    assert table.text == (folder / "town-1.csv").read_text(encoding="utf-8")
    assert "attachment" in {k.lower(): v for k, v in table.headers.items()}["content-disposition"]
    assert sorted(path.name for path in town.iterdir()) == ["texts", "town.yaml"]


def test_start_anew_keeps_the_people_and_the_old_answers(room: RunningRoom, town: Path) -> None:
    room.lead("ask")
    phone = room.phone(name="Ada")
    phone.say("shops", "agree")
    assert room.lead("anew").status == 200
    assert phone.ask("/own").json == {"name": "Ada", "opinions": {}}
    assert (room.led["people"], room.led["session"], room.led["claims"]) == (1, 2, [])
    journals = sorted(path.name for path in answers_of(town).glob("*.jsonl"))
    assert journals == ["town-1.jsonl", "town-2.jsonl"]
    assert '"says":"agree"' in (answers_of(town) / "town-1.jsonl").read_text(encoding="utf-8")


def test_a_name_is_text_and_may_be_changed(room: RunningRoom) -> None:
    phone = room.phone(name="  <b>Ada</b>\u202e\n ")
    assert phone.ask("/own").json["name"] == "<b>Ada</b>"
    assert phone.ask("/join", {"name": "Bea"}).json["name"] == "Bea"
    assert phone.ask("/join", {"name": "x" * 61}).text == "A name has at most 60 signs."
    assert room.led["people"] == 1


@pytest.mark.skipif(
    sys.platform == "win32", reason="NOT TESTED: on Windows a journal is not locked"
)
def test_a_map_has_one_room_at_a_time(room: RunningRoom, town: Path) -> None:
    command = [sys.executable, "-m", "argmap", "serve", str(town), "--room", "--no-open"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
    assert done.returncode == 2
    assert "another room keeps its answers in" in done.stderr
    assert room.led["people"] == 0


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--room", "--host", "0.0.0.0"), "such as 192.168.1.20"),  # noqa: S104  # refused
        (("--room", "--host", "192.0.2.1"), "an address of this machine"),
        (("--room", "--host", "no host"), "is no address"),
        (("--host", HOST), "give `--room` as well"),
        (("--answers", "x"), "give `--room` as well"),
    ],
)
def test_a_room_that_cannot_be_opened_says_why(
    town: Path, options: tuple[str, ...], reason: str
) -> None:
    command = [sys.executable, "-m", "argmap", "serve", str(town), "--no-open", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
    assert done.returncode == 2
    assert reason in done.stderr


def test_a_phone_can_answer_and_nothing_else(room: RunningRoom, town: Path) -> None:
    room.lead("ask", claims=["shops"])
    phone = room.phone()
    mark = phone.news["claims"][0]["mark"]
    good = {"claim": "shops", "words": mark, "says": "agree"}
    text = (town / "town.yaml").read_bytes()
    for wish, reason in (
        (good | {"says": "maybe"}, "An answer is `agree`, `disagree` or `unsure`."),
        (good | {"claim": "quiet"}, "This claim is not asked about now."),
        (good | {"claim": "nowhere"}, "This claim is not asked about now."),
        (
            good | {"words": "x"},
            "The words of this claim were changed a moment ago; read it again.",
        ),
        (good | {"text": "x"}, "`text` is not asked for here."),
        (good | {"says": 1}, "`says` has to be a text."),
        ({"claim": "shops"}, "`words` is missing."),
        ([], "This is no JSON object."),
        (b"{", "This is no JSON."),
    ):
        answer = phone.ask("/say", wish)
        assert (answer.status, answer.text) == (422, reason)
    assert phone.ask("/say", b'{"claim":"' + b"x" * 3000 + b'"}').status == 413
    for path in ("/edit", "/undo", "/redo", "/room/show", "/room/ask"):
        assert phone.ask(path, {}).status == 404
    for path in ("/answers", "/room/results", "/room/events", "/document/report", "/../town.yaml"):
        assert phone.ask(path).status == 404
    assert phone.ask("/own").json["opinions"] == {}
    assert (town / "town.yaml").read_bytes() == text


def test_who_is_not_in_the_room_is_told_to_type_the_code(room: RunningRoom) -> None:
    room.lead("ask")
    stranger = Phone(room.port, "room-1=x")
    for path in ("/events", "/follows", "/map"):
        assert (stranger.ask(path).status, stranger.ask(path).text) == (
            401,
            "Type the code that is on the wall.",
        )
    assert stranger.ask("/own").json is None
    assert stranger.ask("/say", {"claim": "shops", "words": "x", "says": "agree"}).status == 401
    host = {"Host": f"evil.example:{room.port}"}
    assert stranger.ask("/", headers=host).status == 421
    foreign = {"Origin": "http://evil.example"}
    assert stranger.ask("/join", {"code": room.code}, headers=foreign).status == 403
    form = {"Origin": f"http://{HOST}:{room.port}", "Content-Type": "text/plain"}
    assert stranger.ask("/join", {"code": room.code}, headers=form).status == 403
    assert room.led["people"] == 0


def test_codes_cannot_be_guessed_for_long(room: RunningRoom) -> None:
    phone = Phone(room.port)
    statuses = [phone.join("AAAAAA").status for _ in range(31)]
    assert statuses == [*[403] * 30, 429]
    assert phone.join(room.code).status == 429
    assert room.led["people"] == 0


def test_the_code_may_be_typed_as_people_type(room: RunningRoom) -> None:
    code = room.code.lower()
    assert Phone(room.port).join(f" {code[:3]}-{code[3:]} ").status == 200


def test_the_page_for_phones_is_light_and_closed(room: RunningRoom) -> None:
    answer = Phone(room.port).ask("/", headers={})
    assert len(answer.body) < 60_000
    headers = {name.lower(): value for name, value in answer.headers.items()}
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "connect-src 'self'" in policy
    assert "unsafe" not in policy
    assert " style=" not in answer.text
    assert "set-cookie" not in headers
