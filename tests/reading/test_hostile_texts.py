"""Encodings, line breaks, sizes and signs that are chosen to mislead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.reading import discovery, tree_builder
from argmap.reading.reader import read

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.diagnostics import Diagnostic


def diagnostics_of(folder: Path, text: str | bytes) -> tuple[Diagnostic, ...]:
    """The diagnostics of a file with this content."""
    file = folder / "a.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(file).diagnostics


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ("claims: {a: A.}\n".encode("utf-16"), "AM101", "UTF-16"),
        ("claims: {a: A.}\n".encode("utf-16-be"), "AM115", "U+0000"),
        ("claims: {a: A.}\n".encode("utf-32"), "AM101", "UTF-16"),
        (b"claims:\n  a: b\xed\xa0\x80\n", "AM101", "0xED"),
        (b'claims:\n  a: "b\\ud800"\n', "AM102", ""),
        (b"\xef\xbb\xbf\xef\xbb\xbfclaims: {a: A.}\n", "AM155", "U+FEFF"),
    ],
    ids=["utf-16", "utf-16 unmarked", "utf-32", "surrogate", "escaped surrogate", "two marks"],
)
def test_each_encoding_but_utf_8_is_reported(
    tmp_path: Path, content: bytes, code: str, words: str
) -> None:
    assert [
        diagnostic
        for diagnostic in diagnostics_of(tmp_path, content)
        if diagnostic.code == code and words in diagnostic.message
    ]


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_a_line_separator_is_no_line_break(tmp_path: Path, sign: str) -> None:
    [diagnostic] = diagnostics_of(
        tmp_path, f"claims:\n  a: x{sign}y\n  b: {{text: B., wrong: C}}\n"
    )
    assert (diagnostic.code, diagnostic.location.line, diagnostic.location.column) == (
        "AM201",
        3,
        17,
    )


def test_the_last_line_needs_no_newline(tmp_path: Path) -> None:
    assert diagnostics_of(tmp_path, "claims:\n  a: A.\n  b: {text: B., txt: C}") == diagnostics_of(
        tmp_path, "claims:\n  a: A.\n  b: {text: B., txt: C}\n"
    )


@pytest.mark.parametrize(
    ("sign", "name", "harm"),
    [
        ("\u202e", "right-to-left override", "read otherwise"),
        ("\u2066", "left-to-right isolate", "read otherwise"),
        ("\u200b", "zero width space", "stands here"),
        ("\ufeff", "zero width no-break space", "stands here"),
        ("\U000e0041", "tag latin capital letter a", "stands here"),
    ],
)
@pytest.mark.parametrize("is_escaped", [False, True], ids=["as it is", "escaped"])
def test_invisible_characters_are_reported(
    tmp_path: Path, sign: str, name: str, harm: str, *, is_escaped: bool
) -> None:
    written = f"\\U{ord(sign):08x}" if is_escaped else sign
    [diagnostic] = diagnostics_of(tmp_path, f'claims:\n  a: "pay{written}ment"\n')
    assert (diagnostic.code, diagnostic.severity, diagnostic.location.line) == (
        "AM155",
        "warning",
        2,
    )
    assert diagnostic.location.column == (6 if is_escaped else 10)
    assert f"U+{ord(sign):04X} ({name})" in diagnostic.message
    assert harm in diagnostic.message


def test_joined_letters_and_emoji_are_no_fault(tmp_path: Path) -> None:
    assert (
        diagnostics_of(
            tmp_path, "claims:\n  a: \u0646\u0645\u06cc\u200c \U0001f468\u200d\U0001f469\n"
        )
        == ()
    )


@pytest.mark.parametrize("written", ["1e400", "-1e400", "\u00b2", "0x1", "0_1", "0.5.", "9" * 33])
def test_a_number_is_digits_within_the_range(tmp_path: Path, written: str) -> None:
    [diagnostic] = diagnostics_of(tmp_path, f"claims: {{a: {{text: A., credence: {written}}}}}\n")
    assert diagnostic.code in ("AM109", "AM202", "AM204")


def test_nought_has_no_sign(tmp_path: Path) -> None:
    assert diagnostics_of(tmp_path, "claims: {a: {text: A., credence: -0.0}}\n") == ()
    assert str(read(tmp_path / "a.yaml").map.claims["a"].credence) == "0.0"


def test_a_file_of_too_many_values_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree_builder, "NODE_LIMIT", 20)
    lines = "".join(f"  c{number}: C.\n" for number in range(30))
    assert [diagnostic.code for diagnostic in diagnostics_of(tmp_path, "claims:\n" + lines)] == [
        "AM109"
    ]
    assert [
        diagnostic.code for diagnostic in diagnostics_of(tmp_path, "a: " + "[" * 25 + "]" * 25)
    ] == ["AM109"]


def test_a_folder_of_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "FILE_LIMIT", 2)
    for number in range(3):
        (tmp_path / f"{number}.yaml").write_text(f"claims: {{c{number}: C.}}\n")
    assert [diagnostic.code for diagnostic in read(tmp_path).diagnostics] == ["AM109"]


def test_the_same_id_in_two_files_is_reported_in_the_second_by_name(tmp_path: Path) -> None:
    for first, second in (("1.yaml", "2.yaml"), ("2.yaml", "1.yaml")):
        (tmp_path / first).write_text("claims: {x: One.}\n")
        (tmp_path / second).write_text("claims: {x: Another.}\n")
        reading = read(tmp_path)
        [diagnostic] = reading.diagnostics
        assert (diagnostic.code, diagnostic.location.path[-6:]) == ("AM306", "2.yaml")
        assert "1.yaml:1:10" in diagnostic.message
        assert reading.map.claims["x"].location.path.endswith("1.yaml")
