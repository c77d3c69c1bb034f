"""Dates, numbers and retractions of sources: what a check makes of them, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.pipeline import check

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {
    "doi: 10.1000/182": None,
    "doi: doi:10.1000/182": None,
    'doi: "https://doi.org/10.1000/182"': None,
    "doi: 10.1016/S0140-6736(97)11096-0": None,
    "doi: 10.1002/(SICI)1099-1050(199911)8:7<567::AID-HEC477>3.0.CO;2-9": None,
    "doi: 1000/182": "AM517",
    "doi: yes": "AM517",
    "isbn: 978-3-16-148410-0": None,
    "isbn: 9783161484100": None,
    "isbn: 0-8044-2957-X": None,
    "isbn: 978-3-16-148410-1": "AM517",
    "isbn: 123": "AM517",
    "accessed: 2026-03-09": None,
    "accessed: in March": None,
    "accessed: 2026-02-30": "AM515",
    "retracted: 2026-02-30": "AM515",
    "retracted: 2026": "AM516",
    "retracted: 2026-03": "AM516",
    "retracted: 2026-03-09": "AM516",
    "retracted: no": "AM202",
    "retracted: false": "AM202",
    "retracted: true": "AM202",
    "retracted: in March": "AM202",
    "version: 2": None,
    "version: [2]": "AM202",
}


@pytest.mark.parametrize("key", KEYS)
def test_a_key_of_a_source_gets_this_code_at_its_own_place(key: str, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(
        f"source:\n  id: s\n  {key}\nclaims: {{a: The town is calm.}}\n"
    )
    problems = check(str(tmp_path)).diagnostics
    worse = [each for each in problems if each.severity != "note" and each.code != "AM516"]
    wanted = KEYS[key]
    if wanted == "AM516":
        worse = [each for each in problems if each.code == "AM516"]
        assert [each.location.line for each in worse] == [4]
    else:
        assert [each.location.line for each in worse] == ([] if wanted is None else [3])
    assert [each.code for each in worse] == ([] if wanted is None else [wanted])
