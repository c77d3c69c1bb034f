"""Every bad file gives a diagnostic with its code and place, and never a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.diagnostics import CODES
from argmap.pipeline import check
from argmap.reading.reader import read

if TYPE_CHECKING:
    from pathlib import Path

BAD: dict[str, tuple[str | bytes, str, int, int]] = {
    "latin-1": (b"claims:\n  a: caf\xe9\n", "AM101", 2, 9),
    "utf-16": ("claims: {a: A.}\n".encode("utf-16"), "AM101", 1, 1),
    "colon in text": ("claims:\n  a: first: second\n", "AM102", 2, 11),
    "text opens with a sign": ("claims:\n  a: @home\n", "AM102", 2, 6),
    "text opens with a percent sign": ("claims:\n  a: %5\n", "AM102", 2, 6),
    "quotation mark never closed": ("claims:\n  a: 'b\n", "AM102", 2, 6),
    "text after a closing quotation mark": ('claims:\n  a: "b" c\n', "AM102", 2, 10),
    "bracket never closed": ("claims:\n  a: [b\n", "AM102", 2, 6),
    "dash in text": ("claims:\n  a: - b\n", "AM102", 2, 6),
    "text after >": ("claims:\n  a: > b\n", "AM102", 2, 8),
    "key without value among others": ("claims:\n  a: b\n c: d\n", "AM102", 3, 2),
    "tab": ("claims:\n\ta: b\n", "AM103", 2, 1),
    "doubled key": ("claims:\n  a: A.\n  a: B.\n", "AM104", 3, 3),
    "doubled key further in": ("claims:\n  a: {text: A., text: B.}\n", "AM104", 2, 17),
    "anchor": ("claims:\n  a: &x A.\n", "AM105", 2, 6),
    "alias": ("claims:\n  a: *x\n", "AM105", 2, 6),
    "merge key": ("claims:\n  <<: {a: A.}\n  b: B.\n", "AM105", 2, 3),
    "tag": ("claims:\n  a: !!python/object/apply:os.system [id]\n", "AM106", 2, 6),
    "exclamation": ("claims:\n  a: !important point\n", "AM106", 2, 6),
    "second document": ("claims: {a: A.}\n---\nclaims: {b: B.}\n", "AM107", 2, 1),
    "deep flow": ("claims:\n  a: " + "[" * 100_000 + "\n", "AM108", 2, 68),
    "deep flow behind a line end": ("claims:\n  a: [\u2028,\n" + "[" * 9_999, "AM108", 3, 62),
    "deep flow that is closed": ("claims: " + "[" * 1100 + "]" * 1100, "AM108", 1, 72),
    "a bracket too many before deep flow": ("claims: ]" + "[" * 9_999, "AM102", 1, 9),
    "deep block": (
        "".join(f"{' ' * n}a:\n" for n in range(400)) + " " * 400 + "b\n",
        "AM108",
        65,
        65,
    ),
    "number of many digits": (
        "claims: {a: {text: A., credence: " + "1" * 5000 + "}}",
        "AM109",
        1,
        34,
    ),
    "file too large": ("# " + "x" * 10_000_000 + "\nclaims: {a: A.}", "AM109", 1, 1),
    "list at the top": ("- a\n- b\n", "AM110", 1, 1),
    "text at the top": ("just words\n", "AM110", 1, 1),
    "key that is a list": ("claims:\n  ? [a, b]\n  : c\n  d: D.\n", "AM111", 2, 5),
    "key that is nothing": ("claims:\n  ~: c\n  d: D.\n", "AM111", 2, 3),
    "no claim": ("argmap: 1\n", "AM114", 1, 1),
    "escape character": ("claims:\n  a: x\x1b[31m\n", "AM115", 2, 7),
    "escaped control character": ('claims:\n  a: "x\\x1b"\n', "AM115", 2, 6),
    "null character": ("claims:\n  a: b\x00\n", "AM115", 2, 7),
    "unknown key": ("claims:\n  a: {text: A., lable: B}\n", "AM201", 2, 17),
    "unknown key at the top": ("claim: {a: A.}\nclaims: {b: B.}", "AM201", 1, 1),
    "mapping for a text": ("claims:\n  a: {text: {b: c}}\n", "AM202", 2, 13),
    "list of claims": ("claims:\n  - a\n", "AM202", 2, 3),
    "word for a number": ("claims:\n  a: {text: A., credence: high}\n", "AM202", 2, 27),
    "quoted number": ("claims:\n  a: {text: A., credence: '0.5'}\n", "AM202", 2, 27),
    "truth for a number": ("claims:\n  a: {text: A., credence: true}\n", "AM202", 2, 27),
    "foreign digits": ("claims:\n  a: {text: A., credence: \u0660.\u0665}\n", "AM202", 2, 27),
    "yes for true": ("claims:\n  a: {text: A., granted: yes}\n", "AM202", 2, 26),
    "another word for pending": ("claims:\n  a: {text: A., granted: Pending}\n", "AM202", 2, 26),
    "claim without text": ("claims:\n  a: {label: A}\n", "AM203", 2, 3),
    "relation without target": ("claims: {a: A.}\nrelations: [{premises: a}]", "AM203", 2, 13),
    "number over the range": ("claims:\n  a: {text: A., credence: 1.1}\n", "AM204", 2, 27),
    "number under the range": ("claims:\n  a: {text: A., credence: -0.1}\n", "AM204", 2, 27),
    "not a number": ("claims:\n  a: {text: A., credence: .nan}\n", "AM204", 2, 27),
    "infinite": ("claims:\n  a: {text: A., credence: .inf}\n", "AM204", 2, 27),
    "paragraph nought": ("claims:\n  a: {text: A., at: {paragraph: 0}}\n", "AM204", 2, 33),
    "empty text": ("claims:\n  a: ''\n", "AM205", 2, 6),
    "white text": ("claims:\n  a: {text: '  '}\n", "AM205", 2, 13),
    "key left empty": ("claims:\n  a:\n    text: A.\n    supported_by:\n  b: B.\n", "AM205", 4, 18),
    "no premise": ("claims:\n  a: {text: A., supported_by: [{premises: []}]}\n", "AM205", 2, 43),
    "unknown mode": ("claims:\n  a: {text: A., mode: reportd}\n", "AM206", 2, 23),
    "unknown force": (
        "claims:\n  a: {text: A., attacked_by: {premises: a, force: x}}",
        "AM206",
        2,
        51,
    ),
    "unknown expectation": ("claims: {a: A.}\nexpect: {a: standing}", "AM206", 2, 13),
    "list in a list": ("claims:\n  a: {text: A., supported_by: [[b, c]]}\n", "AM207", 2, 32),
    "newer version": ("argmap: 2\nclaims: {a: A.}\n", "AM208", 1, 9),
    "two targets": (
        "claims: {a: A., b: B.}\nrelations: [{premises: a, supports: b, attacks: b}]",
        "AM209",
        2,
        13,
    ),
    "force of a support": (
        "claims: {b: B., a: {text: A., supported_by: {premises: b, force: defeat}}}",
        "AM209",
        1,
        59,
    ),
    "file that is not there": ("include: nowhere.argdown\nclaims: {a: A.}", "AM119", 1, 10),
    "folder that is not there": ("map: {uses: nowhere}\nclaims: {a: A.}", "AM118", 1, 13),
    "document elsewhere": ("source: {id: s, document: ../x}\nclaims: {a: A.}", "AM210", 1, 27),
    "document at the root": ("source: {id: s, document: /x}\nclaims: {a: A.}", "AM210", 1, 27),
    "document on a drive": (
        (r"source: {id: s, document: 'C:\x'}" "\nclaims: {a: A.}"),
        "AM210",
        1,
        27,
    ),
    "unknown claim": ("claims:\n  a: {text: A., supported_by: [b]}\n", "AM301", 2, 32),
    "unknown claim to restate": ("claims:\n  a: {text: A., restates: b}\n", "AM301", 2, 27),
    "unknown claim to read first": ("map: {main: b}\nclaims: {a: A.}\n", "AM301", 1, 13),
    "unknown claim in a step": ("map: {steps: [{show: b}]}\nclaims: {a: A.}\n", "AM301", 1, 22),
    "unknown claim in a stance": ("stances: {s: {reject: b}}\nclaims: {a: A.}\n", "AM301", 1, 23),
    "unknown claim expected": ("expect: {b: stands}\nclaims: {a: A.}\n", "AM301", 1, 10),
    "unknown claim in the one expectation": (
        "claims: {a: A.}\nexpect: {claim: b, is: stands}\n",
        "AM301",
        2,
        17,
    ),
    "unknown word in the one expectation": (
        "claims: {a: A.}\nexpect: {claim: a, is: fine}\n",
        "AM206",
        2,
        24,
    ),
    "claim that is a list in the one expectation": (
        "claims: {a: A.}\nexpect: {claim: [a], is: stands}\n",
        "AM202",
        2,
        17,
    ),
    "unknown relation": (
        "claims: {a: A.}\nrelations: [{premises: a, undercuts: r}]",
        "AM302",
        2,
        38,
    ),
    "undercut of a claim": (
        "claims: {a: A., b: B.}\nrelations: [{premises: a, undercuts: b}]",
        "AM302",
        2,
        38,
    ),
    "unknown source of a file": ("source: nowhere\nclaims: {a: A.}\n", "AM303", 1, 9),
    "unknown source": ("claims:\n  a: {text: A., source: s}\n", "AM303", 2, 25),
    "unknown scheme": (
        "claims: {b: B., a: {text: A., supported_by: {premises: b, scheme: x}}}",
        "AM304",
        1,
        67,
    ),
    "id with a blank": ("claims:\n  my claim: A.\n", "AM305", 2, 3),
    "id too long": (f"claims:\n  {'a' * 65}: A.\n", "AM305", 2, 3),
    "id in Cyrillic": ("claims:\n  \u0430: A.\n", "AM305", 2, 3),
    "relation with a claim's id": (
        "claims: {b: B., a: {text: A., supported_by: {premises: b, id: b}}}",
        "AM306",
        1,
        63,
    ),
    "id in capitals": ("claims:\n  close: A.\n  Close: B.\n", "AM307", 3, 3),
    "id in small letters after one in capitals": (
        "claims:\n  Close: A.\n  close: B.\n",
        "AM307",
        3,
        3,
    ),
    "id in wide letters": ("claims:\n  a1: A.\n  \uff41\uff11: B.\n", "AM307", 3, 3),
    "self-support": ("claims:\n  a: {text: A., supported_by: a}\n", "AM308", 2, 31),
    "self-contradiction": ("claims:\n  a: {text: A., contradicts: a}\n", "AM308", 2, 30),
    "relation that undercuts itself": (
        "claims: {a: A.}\nrelations: [{id: r, premises: a, undercuts: r}]",
        "AM309",
        2,
        13,
    ),
    "support inside a class": (
        "claims:\n  a: {text: A., supported_by: b}\n  b: {text: B., restates: a}\n",
        "AM310",
        2,
        31,
    ),
    "granted at odds": (
        "claims:\n  a: {text: A., granted: true}\n  b: {text: B., restates: a, granted: false}\n",
        "AM311",
        3,
        3,
    ),
    "granted and pending": (
        "claims:\n  a: {text: A., granted: true}\n  b: {text: B., restates: a, granted: pending}\n",
        "AM311",
        3,
        3,
    ),
    "not granted and pending": (
        "claims:\n  a: {text: A., granted: pending}\n  b: {text: B, restates: a, granted: false}\n",
        "AM311",
        3,
        3,
    ),
    "one relation with two forces": (
        "claims:\n  b: B.\n  a: {text: A., attacked_by: [b, {premises: b, force: defeat}]}\n",
        "AM313",
        3,
        34,
    ),
    "rejected and accepted": (
        "stances: {s: {reject: a, accept: a}}\nclaims: {a: A.}\n",
        "AM314",
        1,
        11,
    ),
    "draft as a main claim": (
        "map: {main: a}\nclaims: {a: {text: A., mode: draft}, b: B.}\n",
        "AM315",
        1,
        13,
    ),
    "draft that restates": (
        "claims:\n  a: {text: A., mode: draft, restates: b}\n  b: B.\n",
        "AM315",
        2,
        40,
    ),
    "draft restated": (
        "claims:\n  a: {text: A., mode: draft}\n  b: {text: B., restates: a}\n",
        "AM315",
        3,
        27,
    ),
    "draft expected": (
        "claims:\n  a: {text: A., mode: draft}\n  b: B.\nexpect: {a: stands}\n",
        "AM315",
        4,
        10,
    ),
    "key of no bibliography": ("source: {cite: reed2020}\nclaims: {a: A.}\n", "AM318", 1, 16),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_refused_with_code_and_place(name: str, tmp_path: Path) -> None:
    content, code, line, column = BAD[name]
    file = tmp_path / "bad.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    diagnostics = check(file).diagnostics
    places = [
        (diagnostic.code, diagnostic.location.line, diagnostic.location.column)
        for diagnostic in diagnostics
        if diagnostic.is_error
    ]
    assert (code, line, column) in places
    assert all(diagnostic.hint for diagnostic in diagnostics)


def test_every_error_of_text_shape_and_reference_has_a_bad_file() -> None:
    elsewhere = {"AM112", "AM113", "AM116", "AM312"}
    shown = {code for _, code, _, _ in BAD.values()} | elsewhere
    assert {code for code in CODES if code < "AM4" and CODES[code].severity == "error"} == shown


def test_problems_of_all_files_come_in_one_run_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("claims: {x: {text: X., supported_by: nowhere}}\n")
    (tmp_path / "a.yaml").write_text("claims:\n  y: {txt: Y.}\n  z: {text: Z., credence: 2}\n")
    diagnostics = read(tmp_path).diagnostics
    assert [
        (diagnostic.location.path.rsplit("/", 1)[-1], diagnostic.code) for diagnostic in diagnostics
    ] == [
        ("a.yaml", "AM201"),
        ("a.yaml", "AM204"),
        ("b.yaml", "AM301"),
    ]


def test_a_broken_file_makes_no_unknown_claims_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("claims:\n  known: first: second\n")
    (tmp_path / "b.yaml").write_text("claims: {x: {text: X., supported_by: [known, unknown]}}\n")
    diagnostics = read(tmp_path).diagnostics
    assert [diagnostic.code for diagnostic in diagnostics] == ["AM102", "AM301"]
    assert "`unknown`" in diagnostics[1].message


def test_two_map_blocks_that_disagree_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("map: {title: One}\nclaims: {x: X.}\n")
    (tmp_path / "b.yaml").write_text("map: {title: Two, question: Why?}\n")
    result = read(tmp_path)
    assert [diagnostic.code for diagnostic in result.diagnostics] == ["AM312"]
    assert result.map.question == "Why?"


def test_the_same_id_in_two_files_names_both_places(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("claims: {x: X.}\n")
    (tmp_path / "b.yaml").write_text("claims: {x: Another.}\n")
    [diagnostic] = read(tmp_path).diagnostics
    assert diagnostic.code == "AM306"
    assert "a.yaml:1:10" in diagnostic.message


def test_empty_folder_and_odd_files_are_refused(tmp_path: Path) -> None:
    assert [diagnostic.code for diagnostic in read(tmp_path).diagnostics] == ["AM113"]
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "empty.yaml").write_text("# nothing\n")
    assert [diagnostic.code for diagnostic in read(tmp_path).diagnostics] == ["AM151", "AM112"]


def test_the_nearest_known_word_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("claims:\n  air-kills: A.\n  b: {text: B., supported_by: air-kils}\n")
    [diagnostic] = read(file).diagnostics
    assert diagnostic.hint.startswith("did you mean `air-kills`?")


def test_sound_parts_are_kept_beside_faulty_ones(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("claims:\n  a: {text: A., credence: 7, supported_by: b}\n  b: B.\n")
    result = read(file)
    assert [diagnostic.code for diagnostic in result.diagnostics] == ["AM204"]
    assert list(result.map.claims) == ["a", "b"]
    assert list(result.map.relations) == ["b~supports~a"]
