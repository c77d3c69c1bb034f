"""Any content of a claim file gives an answer with places and cures, and never an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.pipeline import check
from tests.fuzz.claim_files import BYTES_OF_A_FILE, SAMPLE, Draws, garbage, nearly_sound, sound
from tests.fuzz.promises import checked_with_promises_kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DRAWN = st.binary(min_size=BYTES_OF_A_FILE, max_size=BYTES_OF_A_FILE).map(Draws)

# The same examples every time: a run that fails once fails again. The campaign looks further.
same_examples = settings(
    derandomize=True,
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(name="file", scope="module")
def _file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One place for all examples; each writes it anew."""
    return tmp_path_factory.mktemp("fuzz") / "claims.yaml"


@pytest.mark.long
@same_examples
@given(text=DRAWN.map(sound))
def test_a_sound_file_has_no_errors(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
    assert not [
        diagnostic
        for diagnostic in checked_with_promises_kept(file).diagnostics
        if diagnostic.is_error
    ]


@pytest.mark.long
@same_examples
@given(content=DRAWN.map(nearly_sound))
def test_a_file_with_faults_keeps_the_promises(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    checked_with_promises_kept(file)


@same_examples
@given(content=DRAWN.map(garbage) | st.binary() | st.text().map(str.encode))
def test_garbage_keeps_the_promises(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    checked_with_promises_kept(file)


def test_the_sample_is_sound(file: Path) -> None:
    file.write_text(SAMPLE, encoding="utf-8")
    assert not [
        diagnostic
        for diagnostic in checked_with_promises_kept(file).diagnostics
        if diagnostic.is_error
    ]


@pytest.mark.parametrize("make", [sound, nearly_sound, garbage])
def test_no_draws_at_all_make_a_file_too(make: Callable[[Draws], object]) -> None:
    assert make(Draws(b"")) is not None


# What the campaign has found, made small.


@pytest.mark.parametrize(
    ("content", "line", "column", "byte"),
    [
        (b"\r\x88", 2, 1, "0x88"),
        (b"a: b\r\n\xc2\x85x\x88", 2, 3, "0x88"),
        (b"\xef\xbb\xbfa: \xe9", 1, 4, "0xE9"),
    ],
    ids=["after a bare return", "after a next-line sign", "after a byte order mark"],
)
def test_a_byte_that_is_no_text_is_reported_at_its_place(
    file: Path, content: bytes, line: int, column: int, byte: str
) -> None:
    file.write_bytes(content)
    [diagnostic] = checked_with_promises_kept(file).diagnostics
    assert (diagnostic.location.line, diagnostic.location.column) == (line, column)
    assert byte in diagnostic.message
    assert check(file).diagnostics == (diagnostic,)


@pytest.mark.parametrize("written", ["[a]", "{a: b}", "[[]]"])
def test_a_document_that_is_no_text_is_a_wrong_type(file: Path, written: str) -> None:
    file.write_text(f"source: {{id: s, title: T., document: {written}}}\nclaims: {{a: A.}}\n")
    assert [diagnostic.code for diagnostic in checked_with_promises_kept(file).diagnostics][:1] == [
        "AM202"
    ]


@pytest.mark.parametrize("written", ["' /x'", '"\\t/x"', "'../x '", '"\\n../x"'])
def test_white_space_opens_no_way_out_of_the_folder_of_documents(file: Path, written: str) -> None:
    file.write_text(f"source: {{id: s, title: T., document: {written}}}\nclaims: {{a: A.}}\n")
    assert "AM210" in [
        diagnostic.code for diagnostic in checked_with_promises_kept(file).diagnostics
    ]


def test_a_part_with_several_faults_takes_nothing_else_with_it(file: Path) -> None:
    file.write_text(
        "source: {id: s, title: T.}\nclaims: {a: A.}\n"
        "expect: [{source: s}, {claim: a, is: stands}, {source: s}, {note: x}]\n"
    )
    checked = checked_with_promises_kept(file)
    assert [diagnostic.code for diagnostic in checked.diagnostics].count("AM203") == 6
    assert [*checked.map.claims, *checked.map.sources] == ["a", "s"]
    assert [expectation.claim for expectation in checked.map.expectations] == ["a"]
