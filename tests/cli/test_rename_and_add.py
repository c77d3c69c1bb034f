"""`argmap rename` and `argmap add`: what they refuse, and that they write whole or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argmap import writer
from argmap.editing.applying import apply
from argmap.errors import OutputError
from argmap.pipeline import check
from tests.cli.conftest import SMALL, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Argmap = Callable[..., Outcome]

FILE = Path("claims/small.yaml")
MORE = """\
sources: {close: {title: Another}}
claims: {town: {text: The town is old., source: close, contradicts: short}}
relations: [{id: from-town, premises: town, supports: close}]
"""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("quieter", "Much Quieter"), "not well formed; write `much-quieter`"),
        (("quieter", "шум!"), "not well formed; write `shum`"),
        (("quieter", "!"), "not well formed; write small letters"),
        (("quieter", "cars"), "is taken already, by a claim (claims/small.yaml:9:3); `cars-2` is"),
        (("quieter", "quieter"), "`quieter` is taken already"),
        (("quieter", "text"), "`text` is a key of claim files"),
        (("quiter", "silent"), "there is nothing called `quiter` in this map; did you mean"),
        (("quiter", "silent", "--kind", "claim"), "there is no claim `quiter`; did you mean"),
        (("report", "r", "--kind", "claim"), "there is no claim `report`"),
        (("quieter~supports~close", "step"), "follows from the claims of the step"),
        (("expert-opinion", "expert"), "is a common scheme, which has the same id in every map"),
        (("-m", "-", "a", "b"), "standard input cannot be edited; name the file"),
    ],
)
def test_a_renaming_that_cannot_be_is_refused(
    argmap: Argmap, words: tuple[str, ...], message: str
) -> None:
    outcome = argmap("rename", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert FILE.read_text() == SMALL


def test_an_id_of_several_kinds_is_renamed_as_the_kind_that_is_named(argmap: Argmap) -> None:
    Path("claims/more.yaml").write_text(MORE)
    outcome = argmap("rename", "close", "shut")
    assert outcome.code == 2
    assert "`close` is a claim and a source; say which with `--kind claim`" in outcome.err
    assert argmap("rename", "close", "atlas", "--kind", "source").code == 0
    assert FILE.read_text() == SMALL
    assert Path("claims/more.yaml").read_text() == MORE.replace(" close:", " atlas:").replace(
        "{close:", "{atlas:"
    ).replace("source: close", "source: atlas")


def test_a_claim_is_renamed_in_all_files_by_its_number_too(argmap: Argmap) -> None:
    Path("claims/more.yaml").write_text(MORE)
    before = argmap("status", "--json").out
    outcome = argmap("rename", "1", "closer", "--kind", "claim")
    assert outcome == Outcome(
        0, "claim close is now closer\nclaims/more.yaml changed\nclaims/small.yaml changed\n", ""
    )
    assert "supports: closer" in Path("claims/more.yaml").read_text()
    assert "source: close" in Path("claims/more.yaml").read_text()
    assert argmap("status", "--json").out.replace("closer", "close") == before


def test_a_difference_is_one_that_git_applies(argmap: Argmap, tmp_path: Path) -> None:
    for words in (("rename", "short", "at-first"), ("add", "So it is.", "--for", "at-first")):
        before = FILE.read_text()
        outcome = argmap(*words, "--diff")
        assert (outcome.code, FILE.read_text()) == (0, before)
        subprocess.run(  # our own diff
            ["git", "apply", "-p0", "-"],  # noqa: S607  # whichever git there is
            input=outcome.out.encode(),
            cwd=tmp_path,
            check=True,
        )
        after = FILE.read_text()
        FILE.write_text(before)
        assert argmap(*words).code == 0
        assert FILE.read_text() == after != before


def test_a_library_is_not_written(argmap: Argmap) -> None:
    Path("library").mkdir()
    Path("library/old.yaml").write_text("claims: {far: Far away.}\n")
    FILE.write_text("map: {uses: [../library]}\nclaims: {near: {text: Near., attacks: far}}\n")
    outcome = argmap("rename", "far", "away")
    assert outcome.code == 2
    assert "`far` stands in library/old.yaml, which this map only uses" in outcome.err
    assert "rename it there: `argmap rename far away library`" in outcome.err
    outcome = argmap("add", "Not so far.", "--against", "far")
    assert outcome.code == 2
    assert "into a file of this map by hand" in outcome.err
    assert argmap("rename", "near", "close-by").code == 0
    assert "close-by: {text: Near., attacks: far}" in FILE.read_text()


def test_the_key_of_a_bibliography_stays(argmap: Argmap) -> None:
    Path("claims/refs.bib").write_text("@book{Wood2018, title={A book}, year={2018}}\n")
    FILE.write_text(
        "map: {bibliography: refs.bib}\nsource: {cite: Wood2018}\n"
        "claims: {a: A., b: {text: B., source: wood2018}}\n"
    )
    assert argmap("rename", "wood2018", "book").code == 0
    assert FILE.read_text() == (
        "map: {bibliography: refs.bib}\nsource: {id: book, cite: Wood2018}\n"
        "claims: {a: A., b: {text: B., source: book}}\n"
    )


def test_a_map_with_errors_is_left_alone(argmap: Argmap) -> None:
    FILE.write_text(broken := SMALL.replace("premises: shops", "premises: shop"))
    for words in (("rename", "shops", "trade"), ("add", "So it is.", "--for", "close")):
        outcome = argmap(*words)
        assert (outcome.code, outcome.out) == (1, "")
        assert "there is no claim `shop`" in outcome.err
        assert FILE.read_text() == broken


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(*arguments: Any) -> Any:  # noqa: ANN401  # as the function that it stands for
        Path("claims/more.yaml").write_text(MORE + "# edited\n")
        return apply(*arguments)

    Path("claims/more.yaml").write_text(MORE)
    monkeypatch.setattr("argmap.rewriting.apply", meanwhile)
    outcome = argmap("rename", "short", "at-first")
    assert outcome.code == 3
    assert (
        "more.yaml was changed meanwhile; run `argmap rename short at-first` again" in outcome.err
    )
    assert FILE.read_text() == SMALL
    assert Path("claims/more.yaml").read_text() == MORE + "# edited\n"


@pytest.mark.skipif(
    sys.platform == "win32", reason="NOT TESTED: Windows lets only some users make links"
)
def test_if_one_file_cannot_be_written_none_is(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = writer.write_outputs

    def full(folder: Path, outputs: Mapping[str, bytes]) -> tuple[Path, ...]:
        if any(b"at-first: Only" in bytes(content) for content in outputs.values()):
            raise OutputError("small.yaml could not be written: No space left on device")
        return real(folder, outputs)

    Path("elsewhere").mkdir()
    other = Path("elsewhere/more.yaml")
    other.write_text(MORE)
    Path("claims/more.yaml").symlink_to("../elsewhere/more.yaml")
    monkeypatch.setattr(writer, "write_outputs", full)
    outcome = argmap("rename", "short", "at-first")
    assert outcome.code == 3
    assert "No space left" in outcome.err
    assert FILE.read_text() == SMALL
    assert other.read_text() == MORE


@pytest.mark.skipif(
    sys.platform == "win32", reason="NOT TESTED: Windows lets only some users make links"
)
def test_a_link_stays_a_link_and_a_mark_a_mark(argmap: Argmap) -> None:
    text = SMALL.replace("\n", "\r\n").rstrip()
    Path("elsewhere.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    FILE.unlink()
    FILE.symlink_to("../elsewhere.yaml")
    assert argmap("rename", "short", "at-first").code == 0
    assert FILE.is_symlink()
    after = text.replace("short", "at-first")
    assert FILE.read_bytes() == b"\xef\xbb\xbf" + after.encode()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("  ",), "an empty text is no claim"),
        (("So.", "--for", "close", "--against", "cars"), "a new claim does one thing"),
        (("So.", "--for", "cloze"), "did you mean `close`?"),
        (("So.", "--blocks", "close"), "`close` is no premise of a step or an objection; object"),
        (("So.", "--blocks", "nothing"), "there is no step or objection `nothing`; name it by"),
        (("So.", "--blocks", "quiter"), "did you mean `quieter`?"),
        (("So.", "--together-with", "cars"), "name its target with --for or --against"),
        (("So.", "--source", "reports"), "there is no source `reports`; did you mean `report`?"),
        (("So.", "--source", "null", "--quote", "It is so"), "name it with `--source ID`"),
        (("So.", "--id", "cars"), "`cars` is taken already"),
        (("So.", "--id", "The cars"), "write `the-cars`"),
    ],
)
def test_a_claim_that_cannot_be_added_is_refused(
    argmap: Argmap, words: tuple[str, ...], message: str
) -> None:
    outcome = argmap("add", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert FILE.read_text() == SMALL


def test_the_map_is_the_last_word_or_an_option(argmap: Argmap) -> None:
    words = ("add", "Cats are quiet.", "--for", "close", "--diff")
    assert argmap(*words, "claims").out == argmap(*words, "-m", "claims").out
    assert "the map is given twice" in argmap(*words, "claims", "-m", "claims").err


def test_a_claim_is_added_as_the_source_has_it(argmap: Argmap) -> None:
    argmap("add", "It was quiet once.", "--mode", "conceded", "--id", "once")
    argmap("add", "Cars are safe.", "--speaker", "The car club", "--id", "safe")
    claims = check("claims").map.claims
    assert (claims["once"].mode, claims["once"].speaker) == ("conceded", None)
    assert (claims["safe"].mode, claims["safe"].speaker) == ("reported", "The car club")
    assert "mode: reported" not in FILE.read_text()


def test_a_draft_is_to_be_accepted_first(argmap: Argmap) -> None:
    Path("claims/drafts.yaml").write_text(
        "claims:\n  dust: {text: It is dusty., mode: draft, supports: [close]}\n"
    )
    where = "delete the line `mode: draft` in the entry of the claim (claims/drafts.yaml:2:3)"
    for words in (("add", "So.", "--for", "dust"), ("add", "So.", "--blocks", "dust")):
        outcome = argmap(*words)
        assert outcome.code == 2
        assert f"`dust` is a draft, which is no part of the map until it is accepted: {where}" in (
            outcome.err
        )
    assert "is a step between drafts" in argmap("add", "So.", "--blocks", "dust~supports~close").err


def test_a_step_is_named_by_its_premise_if_that_has_no_other(argmap: Argmap) -> None:
    for word in ("quieter", "1.1", "quieter~supports~close"):
        outcome = argmap("add", "So.", "--blocks", word, "--diff")
        assert "+    supported_by: [{premises: quieter, undercut_by: so}," in outcome.out
    FILE.write_text(SMALL.replace("short: Only at first.", "short: {text: So., attacks: quieter}"))
    outcome = argmap("add", "So.", "--blocks", "short")
    assert outcome.code == 2
    both = "`short~attacks~quieter`, `short~undercuts~shops~attacks~close`"
    assert f"`short` is a premise of 2 steps; name one of them: {both}" in outcome.err


def test_a_contradiction_is_not_blocked(argmap: Argmap) -> None:
    Path("claims/more.yaml").write_text(MORE)
    outcome = argmap("add", "Both are so.", "--blocks", "short~contradicts~town")
    assert outcome.code == 2
    assert "is a contradiction, which nothing blocks" in outcome.err


def test_the_source_of_the_file_is_told(argmap: Argmap) -> None:
    outcome = argmap("add", "Nobody walks.", "--against", "quieter")
    assert outcome.out.startswith("nobody-walks\n  in claims/small.yaml, cited to A report\n")
    assert "with `--source null` it is your own" in outcome.err
    outcome = argmap("add", "Nobody walks.", "--against", "quieter", "--source", "null")
    assert outcome.out.startswith("nobody-walks-2\n  in claims/small.yaml\n")
    assert outcome.err == ""


def test_a_claim_goes_into_the_file_of_its_source(argmap: Argmap) -> None:
    Path("claims/more.yaml").write_text("source: {id: atlas}\nclaims:\n  big: The town is big.\n")
    assert argmap("add", "The town is wide.", "--source", "atlas", "--quote", "is wide").code == 0
    assert Path("claims/more.yaml").read_text() == (
        "source: {id: atlas}\nclaims:\n  big: The town is big.\n  the-town-is-wide:\n"
        "    text: The town is wide.\n    quote: is wide\n"
    )
    assert FILE.read_text() == SMALL


def test_the_answer_of_a_renaming_as_json(argmap: Argmap) -> None:
    seen = json.loads(argmap("rename", "quieter", "silence", "--diff", "--json").out)
    assert FILE.read_text() == SMALL
    done = json.loads(argmap("rename", "quieter", "silence", "--json").out)
    assert "silence" in FILE.read_text()
    assert seen | {"written": True} == done
    assert done == {
        "schema": "argmap.rename/1",
        "kind": "claim",
        "from": "quieter",
        "to": "silence",
        "files": [FILE.as_posix()],
        "written": True,
    }


def test_the_answer_of_an_addition_as_json(argmap: Argmap) -> None:
    words = ("add", "Vans are loud at night.", "--against", "quieter", "--json")
    seen = json.loads(argmap(*words, "--diff").out)
    assert FILE.read_text() == SMALL
    done = json.loads(argmap(*words).out)
    assert seen | {"written": True} == done
    new, relation = "vans-are-loud-at-night", "vans-are-loud-at-night~attacks~quieter"
    keys = ("schema", "id", "path", "relations", "word", "files", "objections")
    assert {key: done[key] for key in keys} == {
        "schema": "argmap.add/1",
        "id": new,
        "path": FILE.as_posix(),
        "relations": [relation],
        "word": "stands",
        "files": [FILE.as_posix()],
        "objections": {"quieter": {"lost": [], "gained": [relation], "left": 1}},
    }
    assert done["status"]["quieter"] == {"from": "stands", "to": "contested"}


def test_a_claim_with_its_place_that_contradicts_one_and_restates_another(argmap: Argmap) -> None:
    place = ("--source", "report", "--paragraph", "3", "--page", "12", "--quote", "is big")
    words = ("--contradicts", "cars", "--restates", "quieter")
    assert argmap("add", "The town is big.", "--id", "town", *place, *words).code == 0
    text = FILE.read_text()
    assert "at:\n      paragraph: 3\n      page:" in text
    assert "quote: is big\n" in text
    assert "contradicts: cars\n" in text
    assert "restates: quieter\n" in text


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--mode", "raised", "--source", "null"), "name the source with `--source ID`"),
        (("--mode", "editorial", "--quote", "Cars are loud"), "an editorial claim is your own"),
        (("--mode", "editorial", "--source", "report"), "an editorial claim is your own"),
    ],
)
def test_a_mode_that_does_not_fit_the_source_is_refused(
    argmap: Argmap, words: tuple[str, ...], message: str
) -> None:
    outcome = argmap("add", "Cats are quiet.", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert FILE.read_text() == SMALL


def test_an_editorial_claim_is_cited_to_nobody(argmap: Argmap) -> None:
    assert not argmap("add", "Cats are quiet.", "--mode", "editorial", "--id", "cats").code
    assert check("claims").map.claims["cats"].source is None


def test_words_that_are_not_in_the_document_are_told_of(argmap: Argmap, tmp_path: Path) -> None:
    (tmp_path / "town").mkdir()
    (tmp_path / "town" / "report.txt").write_text("Streets get quieter without cars.\n")
    begun = "map: {documents: .}\nsource: {id: r, title: R, document: report.txt}\n"
    (tmp_path / "town" / "m.yaml").write_text(f"{begun}claims: {{a: A is so.}}\n")
    good = argmap("add", "It gets quieter.", "town", "--quote", "get quieter without cars")
    assert (good.code, good.err) == (0, "")
    wrong = argmap("add", "It gets louder.", "town", "--quote", "get louder without cars")
    assert wrong.code == 0
    assert "the quotation is not in report.txt" in wrong.err
