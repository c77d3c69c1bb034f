"""The whole claim format, read as the format's own example writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.diagnostics import Location
from argmap.model.claim import Claim, Mode
from argmap.model.relation import Force, Kind
from argmap.model.source import Locator
from argmap.reading.reader import read

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model.argument_map import ArgumentMap

WHOLE = """\
argmap: 1
map:
  title: Cars in the old town
  question: Should the old town be closed?
  main: [close-centre]
  objections: defeat
  steps:
    - {show: [close-centre], say: Why close it?}
    - {show: shops-lose, say: What do they fear?, reject: footfall-rises}
  views: {handout: {focus: close-centre, depth: 2}}
source:
  id: town-report
  title: Traffic and air
  authors: [A. Planner]
  date: 2026-03-04
  document: town-report.txt
  begins: This report
  caveats: Draft.
sources:
  shop-letter: {title: A letter}
claims:
  close-centre:
    text: The old town should be closed.
    label: Close it
    supported_by:
      - quieter
      - premises: [air-kills, cars-pollute]
        quote: and therefore
      - id: precedent-step
        premises: neighbour-did-it
        scheme: local-custom
        weight: 0.8
        rationale: What worked next door works here.
        undercut_by: [different-size]
    attacked_by:
      - premises: shops-lose
        undercut_by:
          - premises: only-short-term
            undercut_by: long-enough
      - premises: law-forbids-it
        force: defeat
  air-kills:
    text: >-
      Dirty air
      shortens lives.
    quote: shortens lives
    speaker: The health office
    credence: 0.9
    section: Health
    tags: [background]
  cars-pollute: Cars are the source.
  quieter: It is quieter.
  neighbour-did-it: {text: The next town did it., speaker: a. planner}
  different-size: It is larger.
  shops-lose:
    text: Shops would lose.
    source: shop-letter
    at: [{paragraph: 7, quote: lose customers}, {page: 12}]
    contradicts: shops-gain
  shops-gain: {text: Shops would gain., restates: shops-profit}
  shops-profit: {text: Shops would profit., at: {paragraph: 3}, quote: would gain}
  only-short-term: Only at first.
  long-enough: Long enough to close.
  law-forbids-it: {text: The law forbids it., granted: true, supported_by: quieter}
  footfall-rises: {text: Footfall rose., mode: implicit, note: A remark, url: 'https://x.org'}
relations:
  - {premises: footfall-rises, supports: shops-gain, id: footfall-step}
  - {premises: only-short-term, undercuts: footfall-step}
stances: {shopkeeper: {name: A shopkeeper, reject: [air-kills], credences: {shops-lose: 1}}}
expect: {close-centre: stands}
schemes: {local-custom: {name: Local custom, premises: [custom], questions: {alive: Is it?}}}
"""


@pytest.fixture(name="whole")
def _whole(tmp_path: Path) -> ArgumentMap:
    file = tmp_path / "whole.yaml"
    file.write_text(WHOLE)
    reading = read(file)
    assert reading.diagnostics == ()
    return reading.map


def test_relations_have_derived_ids_and_their_structure(whole: ArgumentMap) -> None:
    attack = "shops-lose~attacks~close-centre"
    undercut = f"only-short-term~undercuts~{attack}"
    assert set(whole.relations) == {
        "quieter~supports~close-centre",
        "air-kills+cars-pollute~supports~close-centre",
        "precedent-step",
        "different-size~undercuts~precedent-step",
        attack,
        undercut,
        f"long-enough~undercuts~{undercut}",
        "law-forbids-it~attacks~close-centre",
        "shops-lose~contradicts~shops-gain",
        "shops-gain~contradicts~shops-lose",
        "quieter~supports~law-forbids-it",
        "footfall-step",
        "only-short-term~undercuts~footfall-step",
    }
    assert whole.relations["air-kills+cars-pollute~supports~close-centre"].is_linked
    assert whole.relations["law-forbids-it~attacks~close-centre"].force is Force.DEFEAT
    assert whole.relations[attack].force is None
    assert whole.relations["shops-lose~contradicts~shops-gain"].force is Force.DEFEAT
    step = whole.relations["precedent-step"]
    assert (step.scheme, step.weight, step.named) == ("local-custom", 0.8, True)


def test_relations_come_in_the_authors_order(whole: ArgumentMap) -> None:
    ids = [relation.id for relation in whole.relations_to("close-centre")]
    assert ids == [
        "quieter~supports~close-centre",
        "air-kills+cars-pollute~supports~close-centre",
        "precedent-step",
        "shops-lose~attacks~close-centre",
        "law-forbids-it~attacks~close-centre",
    ]


def test_claims_have_their_sources_speakers_and_modes(whole: ArgumentMap) -> None:
    claims = whole.claims
    assert claims["air-kills"].mode is Mode.REPORTED
    assert claims["neighbour-did-it"].mode is Mode.ASSERTED, "the speaker is the author"
    assert claims["footfall-rises"].mode is Mode.IMPLICIT
    assert claims["shops-lose"].source == "shop-letter"
    assert claims["quieter"].source == "town-report"
    assert whole.sources["town-report"].caveats == ("Draft.",)
    assert whole.sources["town-report"].date == "2026-03-04"
    within = whole.relations["quieter~supports~close-centre"]
    between = whole.relations["shops-lose~attacks~close-centre"]
    assert (within.mode, within.source) == (Mode.ASSERTED, "town-report")
    assert (between.mode, between.source) == (Mode.EDITORIAL, None)


def test_claims_have_their_locators_and_quotations(whole: ArgumentMap) -> None:
    first, second = whole.claims["shops-lose"].locators
    assert (first.paragraph, first.quote, first.place) == (7, "lose customers", "paragraph 7")
    assert second.place == "page 12"
    [joined] = whole.claims["shops-profit"].locators
    assert (joined.paragraph, joined.quote) == (3, "would gain")
    [plain] = whole.claims["air-kills"].locators
    assert plain == Locator(plain.location, quote="shortens lives")


def test_granted_follows_from_supports_and_classes(whole: ArgumentMap) -> None:
    granted = {id_ for id_ in whole.claims if whole.is_granted(id_)}
    assert set(whole.claims) - granted == {"close-centre", "shops-gain", "shops-profit"}
    assert whole.class_of("shops-profit") == ("shops-gain", "shops-profit")


def test_a_claim_still_to_be_supported_is_neither_granted_nor_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "claims:\n"
        "  top: {text: Top., supported_by: [{inner: {text: Inner., granted: pending}}]}\n"
        "  quoted: {text: Quoted., granted: 'pending'}\n"
        "  same: {text: Same., restates: quoted}\n"
        "  carried: {text: Carried., granted: pending, supported_by: plain}\n"
        "  plain: Plain.\n"
    )
    reading = read(file)
    assert reading.diagnostics == ()
    claim_map = reading.map
    assert {id_ for id_ in claim_map.claims if claim_map.is_pending(id_)} == {
        *("inner", "quoted", "same", "carried"),
    }
    assert {id_ for id_ in claim_map.claims if claim_map.is_granted(id_)} == {"plain"}
    assert (claim_map.claims["inner"].grant, claim_map.claims["same"].grant) == ("pending", None)
    with pytest.raises(ValueError, match="both pending and granted or not"):
        Claim("a", "A.", granted=False, pending=True)


def test_the_map_block_stances_and_expectations_are_read(whole: ArgumentMap) -> None:
    assert (whole.title, whole.main) == ("Cars in the old town", ("close-centre",))
    assert whole.objections is Force.DEFEAT
    assert [step.show for step in whole.steps] == [("close-centre",), ("shops-lose",)]
    assert whole.steps[1].reject == ("footfall-rises",)
    assert (whole.views["handout"].focus, whole.views["handout"].depth) == ("close-centre", 2)
    assert whole.stances["shopkeeper"].reject == {"air-kills"}
    assert whole.stances["shopkeeper"].credences == {"shops-lose": 1.0}
    [expected] = whole.expectations
    assert (expected.claim, expected.expected) == ("close-centre", "stands")


@pytest.mark.parametrize(
    "written",
    [
        "{claim: a, is: contested}",
        "[{claim: a, is: contested}]",
        "{a: contested}",
        "\n  claim: a\n  is: contested\n  reject: b",
    ],
)
def test_one_expectation_needs_no_list(tmp_path: Path, written: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"claims: {{a: A., b: B.}}\nexpect: {written}\n")
    reading = read(file)
    assert reading.diagnostics == ()
    [expectation] = reading.map.expectations
    assert (expectation.claim, expectation.expected) == ("a", "contested")
    assert expectation.location.line == (3 if "reject" in written else 2)


def test_locations_are_the_places_in_the_text(whole: ArgumentMap) -> None:
    lines = WHOLE.splitlines()
    claim = whole.claims["shops-gain"].location
    assert lines[claim.line - 1][claim.column - 1 :].startswith("shops-gain:")
    relation = whole.relations["law-forbids-it~attacks~close-centre"].location
    assert lines[relation.line - 1][relation.column - 1 :].startswith("premises: law-forbids-it")


def test_words_and_dates_stay_the_text_that_was_typed(tmp_path: Path) -> None:
    texts = ("no", "yes", "on", "12:30", "0o10", "010", "1e3", "2024-01-02", "1_000", "true")
    file = tmp_path / "a.yaml"
    file.write_text("claims:\n" + "".join(f"  c{n}: {text}\n" for n, text in enumerate(texts)))
    reading = read(file)
    assert reading.diagnostics == ()
    assert tuple(claim.text for claim in reading.map.claims.values()) == texts


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_and_a_byte_order_mark_change_nothing(tmp_path: Path, newline: str) -> None:
    file = tmp_path / "a.yaml"
    text = "\ufeff" + newline.join(["claims:", "  a: A.", "  b: {text: B., wrong: C}", ""])
    file.write_bytes(text.encode())
    reading = read(file)
    assert list(reading.map.claims) == ["a", "b"]
    assert [diagnostic.location for diagnostic in reading.diagnostics] == [
        Location(reading.diagnostics[0].location.path, 3, 17)
    ]


def test_the_order_of_files_never_matters(tmp_path: Path, whole: ArgumentMap) -> None:
    head, tail = WHOLE.split("relations:\n")
    for first, other in (("a", "b"), ("b", "a")):
        folder = tmp_path / first
        folder.mkdir()
        (folder / f"{first}.yaml").write_text(head)
        (folder / f"{other}.yaml").write_text("relations:\n" + tail)
        result = read(folder)
        assert result.diagnostics == ()
        assert list(result.map.claims) == list(whole.claims)
        assert list(result.map.relations) == list(whole.relations)
        assert result.map.classes == whole.classes


def test_a_relation_written_twice_is_kept_once(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "claims:\n  b: B.\n  c: C.\n"
        "  a: {text: A., supported_by: [{premises: [b, c]}, {premises: [c, b]}, b]}\n"
    )
    reading = read(file)
    assert [(diagnostic.code, diagnostic.severity.value) for diagnostic in reading.diagnostics] == [
        ("AM401", "warning")
    ]
    assert list(reading.map.relations) == ["b+c~supports~a", "b~supports~a"]


def test_undercuts_nest_as_deep_as_the_format_allows(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    nest = "b"
    for _ in range(10):
        nest = f"{{premises: b, undercut_by: {nest}}}"
    file.write_text(f"claims:\n  b: B.\n  a: {{text: A., supported_by: {nest}}}\n")
    reading = read(file)
    assert reading.diagnostics == ()
    kinds = [relation.kind for relation in reading.map.relations.values()]
    assert kinds.count(Kind.UNDERCUTS) == 10


def test_a_quotation_from_a_source_with_a_bad_id_gives_no_internal_error(
    tmp_path: Path,
) -> None:
    text = "source:\n  id: -1\nclaims:\n  a: A.\n  b: B.\n"
    text += "relations:\n  - {premises: a, supports: b, quote: so, id: r}\n"
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    reading = read(tmp_path)
    assert [diagnostic.code for diagnostic in reading.diagnostics] == ["AM305"]
    assert reading.map.relations["r"].source is None
