"""Claims that move between two files, of which each may have a source of its own."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.editing.applying import apply
from argmap.editing.edits import MoveClaim
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files
from tests.editing.mixed import mixed
from tests.maps import Choices, for_all

COMMENT = re.compile(r"# c\d+")
OWN = "source: {id:  report, title: A report}  # of May\n"
OTHERS = (
    "source: {id: other, title: Another}\nclaims:\n  zz: It is late.\n",
    "claims: {zz: It is late.}\n",
    "# Mine.\nclaims:\n\n  zz:\n    text: It is late.  # c900\n\n  # c901\n  zy: It is early.\n",
    "sources: {other: {title: Another}}\nsource: other\nclaims:\n  zz: >-\n    It is late.\n",
    "source: report\nclaims:\n  zz: It is late.\n",
    "sources:\n  other: {title: Another}\nclaims: {}\n",
)


class Move(NamedTuple):
    """Two claim files, and a claim that moves within them."""

    files: tuple[ClaimFile, ...]
    edit: MoveClaim


def move_of(choices: Choices) -> Move:
    text = mixed(choices)
    other = choices.one_of(OTHERS)
    if choices.below(3) == 1 and "source: report" not in other:
        text = text.replace(OWN, "")
    files = (ClaimFile("0.yaml", text), ClaimFile("1.yaml", other))
    claims = read_files(ClaimFiles(files, ()), "").map.claims
    claim, file = choices.one_of([*claims]), choices.one_of(("0.yaml", "1.yaml"))
    there = [id_ for id_, each in claims.items() if each.location.path == file and id_ != claim]
    return Move(files, MoveClaim(claim, file, choices.one_of((None, *there))))


@for_all(move_of, 150, size=560)
def test_a_claim_says_the_same_wherever_it_stands(move: Move) -> None:
    parsed = read_files(ClaimFiles(move.files, ()), "")
    assert not [problem for problem in parsed.diagnostics if problem.is_error]
    result = apply(parsed, move.files, [move.edit])
    before = {file.name: file.text for file in move.files}
    after = before | {file.name: file.after for file in result.files}
    claims, now = parsed.map.claims, result.parsed.map.claims
    assert now[move.edit.claim].location.path == move.edit.file
    for id_, claim in claims.items():
        assert (now[id_].text, now[id_].source) == (claim.text, claim.source)
        assert (now[id_].mode, now[id_].speaker) == (claim.mode, claim.speaker)
    assert comments(after) == comments(before)
    assert after | {file.name: file.after for file in result.undone} == before


def comments(texts: dict[str, str]) -> list[str]:
    """The comments of some files, in no order."""
    return sorted(comment for text in texts.values() for comment in COMMENT.findall(text))
