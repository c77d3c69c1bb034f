"""brat: spans are claims whose quotations are found again, and labels mean what projects mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.formats import brat
from argmap.formats.exchange import PLAIN, Imported, Wishes
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.recognition import recognised
from argmap.pipeline import check
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TEXT = (
    "Cars are loud.\r\n\r\nSo the old town should be closed to cars, I think. "
    "But shops lose customers. That is not so in Ghent, where footfall rose."
)


def span(id_: str, label: str, *pieces: str, text: str | None = None) -> str:
    offsets = ";".join(f"{TEXT.index(piece)} {TEXT.index(piece) + len(piece)}" for piece in pieces)
    return f"{id_}\t{label} {offsets}\t{' '.join(pieces) if text is None else text}"


ANNOTATIONS = "\n".join(
    [
        span("T1", "Premise", "Cars are loud"),
        span("T2", "MajorClaim", "the old town should be closed to cars"),
        span("T3", "Claim", "shops lose customers"),
        span("T4", "Premise", "not so in Ghent", "footfall rose"),
        span("T5", "Claim", "hops lose", text="Shops will lose"),
        span("T6", "Claim", "own should be clos"),
        "A1\tStance T3 Against",
        "A2\tSure T3",
        "R1\tsupports Arg1:T1 Arg2:T2\t",
        "#1\tAnnotatorNotes T1\tIs this a fact?",
        "R2\tPartial-Attack Arg1:T3 Arg2:T2",
        "R3\tundercutter Arg1:T4 Arg2:T3",
        "R4\tparts_of_same Arg1:T4 Arg2:T1",
        "R5\tsupports Arg1:T1 Arg2:T1",
        "*\tEquiv T3 T5",
        "E1\tEvent:T1 Theme:T2",
        "nonsense",
    ]
)


def read(folder: Path, labels: Mapping[str, str] | None = None) -> Imported:
    files = tuple(
        ForeignFile(path.name, path.read_bytes(), folder) for path in sorted(folder.glob("*.ann"))
    )
    return brat.read(files, Wishes(labels=labels or {}) if labels else PLAIN)


def write(folder: Path, name: str = "essay", annotations: str = ANNOTATIONS) -> None:
    (folder / f"{name}.txt").write_bytes(TEXT.encode())
    (folder / f"{name}.ann").write_bytes(annotations.encode())


def test_annotations_are_read_by_their_meaning(tmp_path: Path) -> None:
    write(tmp_path)
    imported = read(tmp_path)
    assert {loss.what: loss.count for loss in imported.lost} == {
        "lines that are no annotations": 1,
        "events": 1,
        "offsets that lead to another text than the annotation has": 1,
        "relations of unknown labels (say what they mean by --labels LABEL=MEANING)": 1,
        "claims that support themselves": 1,
    }
    by_old = {claim.origin.id: claim for claim in imported.map.claims.values() if claim.origin}
    assert by_old["T1"].note == "Is this a fact?"
    assert by_old["T3"].meta == {"Stance": "Against", "Sure": True}
    assert [each.quote for each in by_old["T4"].locators] == ["not so in Ghent", "footfall rose"]
    assert by_old["T5"].text == "Shops will lose"
    assert not by_old["T5"].locators
    assert [each.quote for each in by_old["T6"].locators] == ["town should be closed"]
    kinds = {(each.kind, each.tags) for each in imported.map.relations.values()}
    assert kinds == {
        ("supports", ("supports",)),
        ("attacks", ("Partial-Attack",)),
        ("attacks", ("undercutter",)),
    }
    assert len(set(imported.map.classes.values())) == 1


def test_every_quotation_is_found_in_the_text_again(tmp_path: Path) -> None:
    write(tmp_path)
    checked = check(tmp_path / "essay.ann")
    assert not [problem for problem in checked.diagnostics if problem.is_error]
    assert checked.quotations.verified == sum(
        len(claim.locators) for claim in checked.map.claims.values()
    )


@for_all(lambda choices: [(choices.below(len(TEXT)), choices.below(40)) for _ in range(6)], 60)
def test_any_span_gives_no_quotation_or_one_that_is_found(spans: list[tuple[int, int]]) -> None:
    import tempfile  # noqa: PLC0415  # the decorator gives no folder
    from pathlib import Path  # noqa: PLC0415

    lines = [
        f"T{number}\tClaim {start} {start + length}\t"
        + " ".join(TEXT[start : start + length].split())
        for number, (start, length) in enumerate(spans)
    ]
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), annotations="\n".join(lines))
        checked = check(Path(folder) / "essay.ann")
        assert not [each for each in checked.diagnostics if each.is_error], checked.diagnostics
        assert len(checked.map.claims) == len(spans)


def test_labels_mean_what_the_reader_says(tmp_path: Path) -> None:
    write(tmp_path)
    labels = {"undercutter": "undercut", "parts_of_same": "support", "supports": "attack"}
    relations = read(tmp_path, labels).map.relations.values()
    assert {(each.kind, each.tags) for each in relations} == {
        ("attacks", ("supports",)),
        ("attacks", ("Partial-Attack",)),
        ("undercuts", ("undercutter",)),
        ("supports", ("parts_of_same",)),
    }
    [problem] = read(tmp_path, {"supports": "nonsense"}).diagnostics
    assert "no meaning" in problem.message


def test_a_folder_is_one_map_with_a_source_for_each_text(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, "letter")
    checked = check(tmp_path)
    assert sorted(checked.map.sources) == ["essay", "letter"]
    assert len(checked.map.claims) == 12
    assert not [problem for problem in checked.diagnostics if problem.is_error]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "T1",
        "T1\tx\n",
        "T1\tClaim 99999999999999999999 3\tx\n",
        "T1\tClaim 5 1\t\n",
        "R1\ta Arg1:T1\n",
        "R1\tsupports Arg1:T1 Arg2:R1\nT1\tC 0 1\tx\n",
        "A1\n#\n*\t\nE\n",
        "\x01\n",
        "R1\tundercut Arg1:T1 Arg2:T2\nT1\tC 0 3\tx\nT2\tC 0 3\ty\n",
    ],
)
def test_no_content_makes_the_reader_fail(text: str, tmp_path: Path) -> None:
    write(tmp_path, annotations=text)
    imported = read(tmp_path, {"undercut": "undercut"})
    assert imported.lost or not text.strip()


def test_of_several_losses_of_one_kind_the_first_is_the_example() -> None:
    lines = "".join(f"A{number}\tsure T{number}\n" for number in range(9))
    read_ = brat.read((ForeignFile("a.ann", lines.encode()),), PLAIN)
    examples = {loss.what: loss.example for loss in read_.lost}
    assert examples["notes and attributes of nothing"] == "T0"


def test_without_the_text_there_are_no_quotations() -> None:
    imported = brat.read((ForeignFile("-", ANNOTATIONS.encode()),), PLAIN)
    assert len(imported.map.claims) == 6
    assert not any(claim.locators for claim in imported.map.claims.values())
    assert imported.map.documents is None


def test_files_are_told_by_content() -> None:
    only = recognised(ForeignFile("-", ANNOTATIONS.encode())).only
    assert only is not None
    assert only.name == "brat"
    assert Choices(b"").below(1) == 0


def test_a_text_that_nobody_has_annotated_is_a_map_without_claims(tmp_path: Path) -> None:
    for name in ("e.ann", "e.txt"):
        (tmp_path / name).write_text("")
    checked = check(tmp_path / "e.ann")
    assert not checked.diagnostics
    assert not checked.map.claims
