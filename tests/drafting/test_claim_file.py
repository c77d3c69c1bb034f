"""The file of drafts: it passes the check, beside any map, and names its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.drafting.claim_file import claim_file_of, ids_of
from argmap.drafting.neighbourhood import document_of, neighbourhood_of
from argmap.drafting.offline import drafts_of
from argmap.drafting.proposal import Proposals
from argmap.errors import UsageError
from argmap.pipeline import check
from tests.drafting.test_offline import WORDS
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Drafted = Callable[..., Path]

TEXT = "The town is loud. Therefore, the centre should be closed.\n\nThe mayor said that it is old."


@pytest.fixture
def drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Drafted:
    """A maker of a file of drafts from a text, below `claims/`."""
    monkeypatch.chdir(tmp_path)
    for folder in ("claims", "texts"):
        (tmp_path / folder).mkdir()

    def draft(text: str = TEXT, name: str = "report.txt") -> Path:
        document = tmp_path / "texts" / name
        document.write_text(text, encoding="utf-8")
        file = tmp_path / "claims" / "drafts.yaml"
        around = neighbourhood_of(document, file.parent, file)
        read = document_of(around)
        file.write_text(claim_file_of(drafts_of(read), read, around), encoding="utf-8")
        return file

    return draft


def problems(*, severe: tuple[str, ...] = ("error", "warning")) -> list[str]:
    return [str(each) for each in check(notes=False).diagnostics if each.severity in severe]


def test_the_file_is_a_map_of_drafts_with_verified_quotations(drafted: Drafted) -> None:
    text = drafted().read_text()
    checked = check()
    assert not problems()
    drafts = checked.map.drafts
    assert {each.text for each in drafts.claims.values()} == {
        "The town is loud.",
        "The centre should be closed.",
        "It is old.",
    }
    assert [*drafts.relations] == ["the-town-is-loud~supports~the-centre-should-be-closed"]
    assert checked.evidence is not None
    assert all(each.search and each.search.is_found for each in checked.evidence.drafted)
    assert len(checked.evidence.drafted) == 3
    assert text.count("\n    mode: draft\n") == 3
    assert 'documents: "../texts"' in text


def test_a_draft_is_accepted_by_deleting_its_line(drafted: Drafted) -> None:
    file = drafted()
    file.write_text(file.read_text().replace("    mode: draft\n", "", 1))
    checked = check()
    assert not problems()
    assert [*checked.map.claims] == ["the-town-is-loud"]
    assert checked.quotations.verified == 1


def test_beside_a_map_no_id_is_taken_twice(drafted: Drafted, tmp_path: Path) -> None:
    beside = "sources: {report: {title: Another}}\nclaims: {the-town-is-loud: It is.}\n"
    (tmp_path / "claims" / "a.yaml").write_text(beside)
    file = drafted()
    assert not problems()
    assert "the-town-is-loud-2:" in file.read_text()
    assert "id: report-2" in file.read_text()
    again = file.read_text()
    assert drafted().read_text() == again


def test_a_document_that_the_map_has_keeps_its_source(drafted: Drafted, tmp_path: Path) -> None:
    beside = (
        "map: {documents: ../texts}\n"
        "source: {id: town, title: T, document: report.txt, begins: The mayor said}\n"
        "claims: {old: {text: It is old., quote: it is old}}\n"
    )
    (tmp_path / "claims" / "a.yaml").write_text(beside)
    text = drafted().read_text()
    assert not problems()
    assert "\nsource: town\n" in text
    assert "documents:" not in text
    assert "paragraph: 1\n    quote: The mayor said that it is old." in text


def test_a_map_with_documents_elsewhere_keeps_its_folder(drafted: Drafted, tmp_path: Path) -> None:
    beside = "source: {id: town, title: T, document: town.txt}\nclaims: {old: It is old.}\n"
    (tmp_path / "claims" / "a.yaml").write_text(beside)
    assert "documents:" not in drafted().read_text()
    assert not problems(severe=("error",))


def file_of(choices: Choices) -> str:
    return "".join(
        choices.one_of((*WORDS, "\x00", "\x85", "\u2028", ": ", "# ", "{", "mode: draft\n", "\x1b"))
        for _ in range(choices.below(60))
    )


def test_whatever_a_document_says_the_file_passes_the_check(drafted: Drafted) -> None:
    @for_all(file_of, 60)
    def passes(text: str) -> None:
        try:
            drafted(text)
        except UsageError:
            return  # nothing in it claims anything
        assert not problems(severe=("error",))

    passes()


def test_nothing_to_propose_is_said(drafted: Drafted) -> None:
    with pytest.raises(UsageError, match=r"no sentence of report\.txt claims anything"):
        drafted("Why?")


def test_a_file_that_would_be_too_large_is_not_made(
    drafted: Drafted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.drafting.claim_file.SIZE_LIMIT", 300)
    with pytest.raises(UsageError, match="larger than a claim file may be"):
        drafted()


def test_a_claim_without_a_known_letter_has_an_id(drafted: Drafted, tmp_path: Path) -> None:
    drafted("\u65e5\u672c\u306f\u9759\u304b\u3067\u3059\u3002")
    around = neighbourhood_of(tmp_path / "texts" / "report.txt", None)
    proposals = drafts_of(document_of(around))
    assert ids_of(proposals, around) == ["claim"]
    assert isinstance(proposals, Proposals)


@pytest.mark.parametrize("name", ["report.md", "report.html", "report", "R\u00e9port (1).txt"])
def test_documents_of_every_name_are_looked_up_again(drafted: Drafted, name: str) -> None:
    drafted(TEXT, name)
    assert not problems()
