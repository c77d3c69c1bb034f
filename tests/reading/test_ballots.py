"""Tables of verdicts: the shapes that are read, and the faults that are refused with a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.errors import UsageError
from argmap.reading.ballots import read_ballots

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model.stance import Stance

NUMBERS = {"1": "air", "1.2": "cars", "2": "shops"}
CLAIMS = ("air", "cars", "shops")


def read(path: Path, content: str | bytes) -> list[Stance]:
    path = path / "votes.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_ballots(path, CLAIMS, lambda word: word if word in CLAIMS else NUMBERS.get(word))


@pytest.mark.parametrize(
    "text",
    [
        "ann,air,reject\n",
        "ann,air,reject",
        "ann,1,reject\n",
        "name,claim,verdict\nann,air,reject\n",
        "Reader,Claim,Verdict\nann,air,Reject\n",
        "verdict,claim,name\nreject,air,ann\n",
        "name,claim,verdict,remark\nann,air,reject,\n",
        "ann;air;reject\n",
        "ann\tair\treject\n",
        "\ufeffname,claim,verdict\r\nann,air,reject\r\n",
        "ann,air,reject\rann,cars,\r",
        '"ann","air","reject"\n',
        " ann , air , reject \n\n,,\n",
        "ann,air,reject\nann,air,reject\n",
        "ann,air,reject\nann,cars,none\n",
    ],
)
def test_a_table_may_come_in_any_of_these_shapes(tmp_path: Path, text: str) -> None:
    [stance] = read(tmp_path, text)
    assert (stance.id, stance.name) == ("ann", "ann")
    assert (set(stance.reject), set(stance.accept)) == ({"air"}, set())
    assert stance.credences == {}


@pytest.mark.parametrize("text", ["ann,air,0.3\n", "ann;air;0,3\n", 'ann,air,"0,3"\n'])
def test_credences_are_kept_as_they_are(tmp_path: Path, text: str) -> None:
    [stance] = read(tmp_path, text)
    assert dict(stance.credences) == {"air": 0.3}
    assert not stance.reject


def test_readers_come_in_the_order_of_the_table(tmp_path: Path) -> None:
    stances = read(tmp_path, "zoe,air,reject\nann,air,accept\nzoe,cars,accept\n\nben,air,\n")
    assert [stance.name for stance in stances] == ["zoe", "ann", "ben"]
    assert stances[0].accept == {"cars"}
    assert not stances[2].reject | stances[2].accept


def test_signs_that_part_cells_may_stand_in_quoted_ones(tmp_path: Path) -> None:
    [stance] = read(tmp_path, '"Ann, of the board, retired";air;reject\n')
    assert stance.name == "Ann, of the board, retired"
    [stance] = read(tmp_path, '"Ann\nBoard",air,reject\n')
    assert stance.name == "Ann Board"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("ann,aire,reject\n", "votes.csv:1: there is no claim `aire`; did you mean `air`?"),
        ("ann,air,reject\nann,air,accept\n", "votes.csv:2: ann gives two verdicts on `air`"),
        ("ann,air,reject\nann,1,0.3\n", "votes.csv:2: ann gives two verdicts on `air`"),
        ("ann,air\n", "votes.csv:1: a row needs 3 cells"),
        ("name,claim,verdict\nann,air\n", "votes.csv:2: a row needs 3 cells"),
        ("", "votes.csv: the table holds no row"),
        ("\n \n", "votes.csv: the table holds no row"),
        ("name,claim,verdict\n", "votes.csv: the table holds no row"),
        ("nmae,claim,verdict\nann,air,reject\n", "votes.csv:1: name each of these columns once"),
        (
            "name,claim,credence,verdict\nann,air,1,accept\n",
            "votes.csv:1: name each of these columns once",
        ),
        (",air,reject\n", "votes.csv:1: the reader has no name"),
        ("ann,air,yes\n", "votes.csv:1: `yes` is no verdict"),
        ("ann,air,1.5\n", "votes.csv:1: `1.5` is no verdict"),
        ("ann,air,-0.1\n", "votes.csv:1: `-0.1` is no verdict"),
        ("ann,air,nan\n", "votes.csv:1: `nan` is no verdict"),
        ("ann,air,inf\n", "votes.csv:1: `inf` is no verdict"),
        ('ann,"air,reject\nbob,air,accept\n', "is a quotation mark missing?"),
        ("ann,air\0,reject\n", "votes.csv:1: a cell holds a control character"),
        (b"J\xf6rg,air,reject\n", "votes.csv:1:2: the byte 0xF6 is not UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n\0\0\xff", "is not UTF-8 text"),
        ("ann,air,reject\n".encode("utf-16"), "the file is UTF-16"),
    ],
)
def test_a_fault_in_a_table_is_reported_with_its_line(
    tmp_path: Path, content: str | bytes, message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, content)
    assert message in str(caught.value)


def test_every_problem_of_a_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, "ann,aire,reject\nann,cars,maybe\nann,air,reject\nann,air,1\n")
    assert len(str(caught.value).splitlines()) == 3


def test_a_missing_table_is_reported(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file or folder"):
        read_ballots(tmp_path / "none.csv", CLAIMS, NUMBERS.get)


def test_similar_ids_are_looked_up_for_the_first_unknown_claims_only(tmp_path: Path) -> None:
    rows = [f"ann,{'s' * 40}hops{number},reject\n" for number in range(51)]
    with pytest.raises(UsageError) as refused:
        read(tmp_path, "".join(["ann,shps,reject\n", *rows]))
    first, *_, last = str(refused.value).splitlines()
    assert first.endswith("there is no claim `shps`; did you mean `shops`?")
    assert last.endswith("(similar ids are looked up for the first 50 unknown ones only)")
