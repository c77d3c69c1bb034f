"""Answers in pieces: the bytes of a whole answer, worked out a few entries at a time."""

from __future__ import annotations

import json

from argmap.views.answers.pieces import AT_ONCE, Entries, Items, pieces


def test_the_pieces_are_the_bytes_of_the_whole() -> None:
    for size in (0, 1, AT_ONCE, AT_ONCE + 1, 2 * AT_ONCE + 7):
        ids = [f"é{number}" for number in range(size)]
        answer = {
            "schema": "argmap.status/1",
            "claims": Entries(ids, lambda id_: {"word": id_, "label": None}),
            "items": Items(ids, str.upper),
            "number": 0.5,
        }
        whole = {**answer, "claims": {**answer["claims"]}, "items": [*answer["items"]]}  # type: ignore[dict-item,misc]
        written = json.dumps(whole, ensure_ascii=False, sort_keys=True)
        assert "".join(pieces(answer)) == written
    assert "".join(pieces({})) == "{}"


def test_no_more_entries_are_worked_out_than_are_written() -> None:
    done: list[str] = []

    def work_out(id_: str) -> str:
        done.append(id_)
        return id_

    some = pieces({"claims": Entries(map(str, range(3 * AT_ONCE)), work_out)})
    next(some)
    assert not done
    next(some)
    assert len(done) == AT_ONCE
