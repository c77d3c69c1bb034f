"""`argmap fmt` changes the form of claim files, and nothing that they say."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.editing.entries import defines, premises_in
from argmap.editing.formatting import Form, rewritten, without_places
from argmap.editing.nesting import nested as nested_in
from argmap.errors import OutputError
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.nodes import node_of
from argmap.reading.reader import read_files
from tests.editing.mixed import HEAD, TAIL, mixed
from tests.fuzz.claim_files import BYTES_OF_A_FILE, Draws, sound
from tests.maps import for_all

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.reading.parsed_map import ParsedMap

FORMS = Path(__file__).parent / "forms"
CASES = sorted(path.name for path in FORMS.iterdir())
COMMENT = re.compile(r"# c\d+")


def parsed(*texts: str) -> tuple[ParsedMap, tuple[ClaimFile, ...]]:
    """The map in some texts, each a file of its own; fails if it has errors."""
    files = tuple(ClaimFile(f"{number}.yaml", text) for number, text in enumerate(texts))
    read = read_files(ClaimFiles(files, ()), "")
    assert not [problem for problem in read.diagnostics if problem.is_error]
    return read, files


def written(form: Form, *texts: str) -> list[str]:
    """Texts of a map, rewritten in a form."""
    changed = {each.name: each.after for each in rewritten(*parsed(*texts), form)}
    return [changed.get(f"{number}.yaml", text) for number, text in enumerate(texts)]


def meaning(text: str) -> object:
    """All that a text says, without the places."""
    return without_places(parsed(text)[0].map)


def in_order(text: str) -> list[str]:
    """The claims of a text in the order in which they are written."""
    claims = parsed(text)[0].map.claims
    return sorted(claims, key=lambda id_: claims[id_].location)


def in_place(text: str) -> int:
    """The number of claims that are defined where they are used."""
    root = node_of(text)
    assert root is not None
    return sum(defines(premise.node) for premise in premises_in(root))


@for_all(mixed, 100, size=400)
def test_a_form_changes_nothing_but_the_form(text: str) -> None:
    flat, nested = (written(form, text)[0] for form in (Form.FLAT, Form.NESTED))
    for after in (flat, nested):
        assert meaning(after) == meaning(text)
        assert sorted(COMMENT.findall(after)) == sorted(COMMENT.findall(text))
        break_ = "\r\n" if "\r\n" in text else "\n"
        assert after.startswith(HEAD.replace("\n", break_))
        assert after.endswith(TAIL.replace("\n", break_))
        assert after.count("\r\n") == (after.count("\n") if "\r\n" in text else 0)
    assert in_order(flat) == in_order(text)
    assert in_place(flat) == 0
    assert in_place(nested) >= in_place(text)


@for_all(mixed, 50, size=400)
def test_a_form_of_a_form_is_that_form(text: str) -> None:
    flat, nested = (written(form, text)[0] for form in (Form.FLAT, Form.NESTED))
    assert written(Form.FLAT, flat) == [flat]
    assert written(Form.NESTED, nested) == [nested]
    there_and_back = written(Form.FLAT, *written(Form.NESTED, flat))[0]
    back_and_there = written(Form.NESTED, *written(Form.FLAT, nested))[0]
    assert meaning(there_and_back) == meaning(back_and_there) == meaning(text)
    assert in_place(there_and_back) == 0


@for_all(mixed, 50, size=400)
def test_nested_moves_every_claim_that_is_used_once(text: str) -> None:
    flat = written(Form.FLAT, text)[0]
    nested = written(Form.NESTED, flat)[0]
    argument_map = parsed(flat)[0].map
    expected = movable(argument_map, flat)
    assert in_place(nested) == expected


def movable(argument_map: ArgumentMap, flat: str) -> int:
    """The number of claims that a flat text names once, less one for each circle of such claims.

    An oracle of its own: it follows relations of the map, not places of the text.
    """
    into: dict[str, str] = {}
    apart = flat.partition("relations:")[2].partition("schemes:")[0]
    for claim in argument_map.claims:
        using = [each for each in argument_map.relations_from(claim) if not each.contradiction]
        if len(using) == 1:
            top = using[0]
            while top.target in argument_map.relations and f"id: {top.id}" not in apart:
                top = argument_map.relations[top.target]
            home = "" if f"id: {top.id}" in apart else top.target
            into[claim] = home
    for claim in sorted(into):
        seen, at = [claim], into.get(claim)
        while at in into and at not in seen:
            seen.append(at)
            at = into[at]
        if at == claim:
            del into[claim]
    return min(len(into), len(argument_map.claims) - 1)


@for_all(lambda choices: sound(Draws(bytes(choices.below(256) for _ in range(400)))), 40, 400)
def test_sound_files_of_any_style_are_rewritten(text: str) -> None:
    text = text.removeprefix("\ufeff")
    assert BYTES_OF_A_FILE == 400
    for form in Form:
        after = written(form, text)[0]
        assert written(form, after) == [after]
        assert meaning(after) == meaning(text)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("form", [Form.FLAT, Form.NESTED, Form.TIDY])
def test_a_form_is_as_an_author_would_write_it(name: str, form: Form) -> None:
    text = (FORMS / name / "map.yaml").read_bytes().decode()
    after = written(form, text)[0]
    path = FORMS / name / f"{form}.yaml"
    if os.environ.get("ARGMAP_UPDATE"):
        path.write_bytes(after.encode())
    assert after == path.read_bytes().decode()


def test_only_what_is_moved_changes() -> None:
    text = (FORMS / "long-exchange" / "map.yaml").read_text()
    lines = [line.strip().removeprefix("- ") for line in text.splitlines() if line.strip()]
    nested = written(Form.NESTED, text)[0]
    after = [line.strip().removeprefix("- ") for line in nested.splitlines() if line.strip()]
    moved = in_place(nested)
    assert moved
    assert len(after) == len(lines) - moved  # for each the line with its id alone
    assert sorted({*lines} - {*after}) == ["fares-rose", "nobody-waits", "parents-drive"]
    assert not {*after} - {*lines}


def test_a_claim_used_in_another_file_stays() -> None:
    used_twice = "claims:\n  a:\n    text: A.\n    supported_by: [b, c]\n  b: B.\n  c: C.\n"
    other = "claims:\n  d:\n    text: D.\n    supported_by: b\n"
    nested, same = written(Form.NESTED, used_twice, other)
    assert same == other
    assert "  b: B.\n" in nested
    assert "- c: C." in nested


def test_a_main_claim_stays() -> None:
    text = "map: {main: [b]}\nclaims:\n  a:\n    text: A.\n    supported_by: [b]\n  b: B.\n"
    assert written(Form.NESTED, text) == [text]


def test_a_claim_that_names_its_own_targets_stays() -> None:
    text = "claims:\n  a: A.\n  b:\n    text: B.\n    supports: a\n"
    assert written(Form.NESTED, text) == [text]


@pytest.mark.parametrize("count", [40, 2_000])
def test_nothing_is_nested_deeper_than_a_file_may_be(count: int) -> None:
    text = "claims:\n" + "".join(
        f"  c{number}:\n    text: A.\n    supported_by:\n      - c{number + 1}\n"
        for number in range(count)
    )
    text += f"  c{count}: The last.\n"
    nested = written(Form.NESTED, text)[0]
    assert 20 <= in_place(nested) < count
    assert nested.count("\n  c") == -(-(count + 1) // 21)  # 3 levels a claim, 64 at most
    assert written(Form.FLAT, nested) != [nested]


def test_what_would_change_the_map_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.editing.formatting.tidy", lambda text: text.replace("B.", "C."))
    with pytest.raises(OutputError, match=r"0\.yaml .* nothing was written"):
        written(Form.TIDY, "claims: {a: A., b: B.}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n\nclaims:\n\n\n  a: A.   \n\n\n", "claims:\n\n  a: A.\n"),
        ("claims:\r\n  a: A. \r\n", "claims:\r\n  a: A.\r\n"),
        ("claims:\n  a: A.", "claims:\n  a: A.\n"),
        (
            "claims:\n  a:\n    text: A.\n    note: |\n      x  \n\n\n      y\n  b:   B.\n",
            "claims:\n  a:\n    text: A.\n    note: |\n      x  \n\n\n      y\n  b:   B.\n",
        ),
    ],
)
def test_tidying_touches_no_text_and_no_indentation(before: str, after: str) -> None:
    assert written(Form.TIDY, before) == [after]


def test_the_page_shows_both_forms() -> None:
    page = (Path(__file__).parents[2] / "docs" / "forms.md").read_text()
    flat, nested = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert written(Form.NESTED, flat) == [nested]
    assert meaning(written(Form.FLAT, nested)[0]) == meaning(flat)


def test_thousands_of_premises_in_one_bracket_are_all_nested() -> None:
    ids = [f"c{number}" for number in range(4000)]
    claims = "".join(f"  {id_}: Text.\n" for id_ in ids)
    text = f"claims:\n  top: {{text: Top., supported_by: [{', '.join(ids)}]}}\n{claims}"
    assert nested_in(text, ids).count("- c") == len(ids)
