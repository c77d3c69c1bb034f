"""The amount of text that fits on a sheet, by measure; tests/browser/test_print.py prints it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.analysis.debate.brief import brief
from argmap.analysis.reading_of_map import Reading
from argmap.api import status
from argmap.graph.outline import outline
from argmap.model.stance import NO_STANCE
from argmap.pipeline import check
from argmap.views.sheets import paper
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.brief import brief_page
from argmap.views.sheets.debate.flow import brief_flow
from argmap.views.sheets.debate.moves import opening
from argmap.views.sheets.document import NewSheet, Table, head, item, para, words

if TYPE_CHECKING:
    from argmap.views.sheets.document import Block

SHIPPED = Path(__file__).parents[3] / "claims"
SENTENCE = "This is a sentence of some length that takes a line and a bit of a column. "


def most(make: Block, sheet: paper.Paper) -> int:
    """The largest number of such blocks that fit, by trying ever more."""
    count = 0
    while paper.fits([make] * (count + 1), sheet):
        count += 1
        assert count < 500
    return count


def test_nothing_fits_and_more_does_not_fit_better() -> None:
    assert paper.fits([], paper.BRIEF)
    sizes = [most(para(SENTENCE * times), paper.BRIEF) for times in (1, 2, 4, 8)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] > 3


def test_two_columns_of_small_letters_hold_more_than_one_of_large_ones() -> None:
    long = item(0, SENTENCE * 4)
    assert most(long, paper.BRIEF) > 1.3 * most(long, paper.PLAIN)
    assert most(item(4, SENTENCE * 4), paper.BRIEF) < most(long, paper.BRIEF)


def test_every_sheet_is_measured_by_itself() -> None:
    full = [para(SENTENCE)] * most(para(SENTENCE), paper.FLOW)
    assert paper.fits([*full, NewSheet(), *full], paper.FLOW)
    assert not paper.fits([*full, head(2, "More"), *full], paper.FLOW)


@pytest.mark.parametrize("form", [paper.FLOW, paper.BRIEF])
def test_what_is_too_long_for_a_sheet_goes_on_on_the_next(form: paper.Paper) -> None:
    long: list[Block] = [head(1, "A title"), *(item(0, "word " * 60) for _ in range(200))]
    again = head(2, "A title, continued")
    sheets = [*paper.spread(long, form, again)]
    assert not paper.fits(long, form)
    assert paper.fits(sheets, form)
    assert [block for block in sheets if block not in {again, NewSheet()}] == long
    assert sheets.count(again) == sheets.count(NewSheet())


def test_empty_cells_take_room_to_write_in() -> None:
    def table(rows: int) -> Table:
        return Table((words("a"), words("b")), ((words(), words()),) * rows)

    assert paper.fits([table(10)], paper.FLOW)
    assert not paper.fits([table(40)], paper.FLOW)


def test_every_claim_of_the_shipped_map_has_a_brief_and_a_flow_sheet_that_fit() -> None:
    shipped = check(SHIPPED).map
    reading = Reading(shipped, NO_STANCE, shipped.objections)
    cite = Citer(shipped, outline(shipped), status(shipped))
    for claim in shipped.claims:
        finding = brief(reading, claim)
        for side in ("for", "against", "both"):
            assert paper.fits(brief_page(reading, cite, finding, side), paper.BRIEF), claim
        assert paper.fits(brief_flow(reading, cite, finding, "both"), paper.FLOW), claim


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One sentence.", "One sentence."),
        ("The first one. The second.", "The first one. …"),
        ("As Dr. Sahu says, it is so. And more.", "As Dr. Sahu says, it is so. …"),
        ("Is it so? It is.", "Is it so? …"),
        ('It ends in words. "Despite" opens the next.', "It ends in words. …"),
        ("Of 3.5 per cent nothing is said", "Of 3.5 per cent nothing is said"),
    ],
)
def test_the_opening_of_a_reason_is_its_first_sentence(text: str, shown: str) -> None:
    assert opening(text) == shown
