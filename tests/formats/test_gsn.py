"""gsn2x and LTAC: goal structures are read by their meaning, and come back as they went."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

import pytest

from argmap.formats.counting import counts_of
from argmap.formats.exchange import PLAIN, Exported, Imported, Wishes
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.gsn import gsn2x, ltac
from argmap.formats.recognition import recognised
from argmap.model.relation import Kind
from argmap.pipeline import check
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files
from tests.formats.same_map import differences
from tests.formats.whole_maps import whole_map
from tests.maps import for_all, read_map

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model.argument_map import ArgumentMap

COUNT, BYTES = 120, 400

PUMP = """
module: {name: Pump, brief: A small case}
G1: {text: The pump is safe, supportedBy: [S1], inContextOf: [C1, A1]}
S1: {text: By hazards, supportedBy: [G2, G3], inContextOf: [J1]}
G2: {text: Overpressure is handled, supportedBy: Sn1, acp: {ACP1: Sn1}}
G3: {text: Leakage is handled, undeveloped: true}
C1: {text: Manual 4}
J1: {text: The standard asks for it}
A1: {text: The pump is maintained}
Sn1: {text: Test report, url: https://e.org/r, layer1: more}
CG1: {text: The valve was recalled, challenges: G2, defeated: true}
CG2: {text: The hazards are incomplete, challenges: S1}
CG3: {text: Another valve was, challenges: CG1 -> G2}
CSn1: {text: The report is old, challenges: G2 -> Sn1}
"""


class Both(Protocol):
    """The module of a format that is read and written."""

    def read(self, files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
        """Read."""
        ...

    def write(self, argument_map: ArgumentMap, wishes: Wishes) -> Exported:
        """Write."""
        ...


def read(text: str, module: Both = gsn2x, name: str = "a.gsn.yaml") -> Imported:
    return module.read((ForeignFile(name, text.encode()),), PLAIN)


def shown(argument_map: ArgumentMap) -> set[str]:
    """The relations in a few signs, by old ids."""
    old = {
        claim.id: claim.origin.id if claim.origin else claim.id
        for claim in argument_map.claims.values()
    }
    names: dict[str, str] = {}
    waiting = list(argument_map.relations.values())
    for relation in waiting:
        if relation.target not in old and relation.target not in names:
            waiting.append(relation)
            continue
        premises = " & ".join(sorted(old[premise] for premise in relation.premises))
        target = old.get(relation.target) or f"({names[relation.target]})"
        names[relation.id] = f"{premises} {relation.kind} {target}"
    return set(names.values())


def test_a_goal_structure_is_read_by_its_meaning() -> None:
    imported = read(PUMP)
    assert not imported.diagnostics
    assert not imported.lost
    argument_map = imported.map
    step = "A1 & G2 & G3 supports G1"
    assert shown(argument_map) == {
        step,
        "Sn1 supports G2",
        "CG1 attacks G2",
        f"CG2 undercuts ({step})",
        "CG3 undercuts (CG1 attacks G2)",
        "CSn1 undercuts (Sn1 supports G2)",
    }
    by_old = {claim.origin.id: claim for claim in argument_map.claims.values() if claim.origin}
    assert by_old["G1"].note == "Context C1: Manual 4"
    assert by_old["G3"].pending
    assert by_old["A1"].granted
    assert by_old["CG1"].meta == {"defeated": True}
    assert by_old["Sn1"].meta == {"layer1": "more"}
    strategy = argument_map.relations["s1"]
    assert (strategy.rationale, strategy.named) == ("By hazards", True)
    assert strategy.note == "Justification J1: The standard asks for it"
    assert (argument_map.title, argument_map.meta) == ("Pump", {"brief": "A small case"})


def test_a_goal_structure_that_is_written_is_the_same_file_again() -> None:
    first = gsn2x.write(read(PUMP).map, PLAIN)
    assert not first.lost
    again = gsn2x.write(read(str(first.content)).map, PLAIN)
    assert again.content == first.content
    for line in PUMP.strip().split("\n"):
        assert f"{line.partition(':')[0]}:\n" in str(first.content)
    assert not differences(read(str(first.content)).map, read(PUMP).map)


OUTLINE = """\
# A comment
- Claim G1: The system is safe (really)  ()
  - Context X1: Specification (spec.pdf)
  - Strategy S1: By hazards
    - Claim G2: Hazards are known {defeated}
      - Evidence E1: Analysis (HARA report.pdf)
      - Claim D1: Two hazards are missing {defeater}
    - Claim G3: Hazards are mitigated {needssupport}
    - Claim ^Pump
    - Claim D2: Hazards interact {iscounter}
  - Assumption A1: Users are trained

- Claim Pump: The pump is safe
  - Link E1
  - Relation R1: {counter}
    - Evidence E2: A recall
    - Evidence E3: A second recall
"""


def test_an_outline_is_read_by_its_meaning() -> None:
    imported = read(OUTLINE, ltac, "a.ltac")
    assert [loss.what for loss in imported.lost] == ["comments", "ids of attacks"]
    step = "A1 & G2 & G3 & pump supports G1"
    assert {each.replace("Pump", "pump") for each in shown(imported.map)} == {
        step,
        "E1 supports G2",
        "E1 supports pump",
        "D1 attacks G2",
        f"D2 undercuts ({step})",
        "E2 & E3 attacks pump",
    }
    by_old = {claim.origin.id: claim for claim in imported.map.claims.values() if claim.origin}
    assert by_old["G1"].text == "The system is safe (really)"
    assert by_old["G1"].note == "Context X1: Specification (spec.pdf)"
    assert by_old["E1"].url == "HARA report.pdf"
    assert by_old["G3"].pending
    written = ltac.write(imported.map, PLAIN)
    assert not written.lost
    again = read(str(written.content), ltac, "b.ltac")
    assert not differences(again.map, imported.map)
    assert ltac.write(again.map, PLAIN).content == written.content


LINES = """
G1: {text: Safe, supportedBy: [S1, S2, G5]}
S1: {text: By hazards, supportedBy: [G2, G3]}
S2: {text: By standards, supportedBy: G4}
G2: {supportedBy: [S3, Sn1]}
S3: {text: By test, supportedBy: Sn2}
G3: {text: c, supportedBy: S4, undeveloped: true}
S4: {text: To do}
CG1: {challenges: S2}
CG2: {challenges: G2 -> Sn1}
"""


@pytest.mark.parametrize("key", ["weight: 0.5", "scheme: expert-opinion"])
def test_a_strategy_that_is_no_step_keeps_what_steps_alone_have(key: str) -> None:
    text = f"G1: {{text: x y, supportedBy: [S1]}}\nS1: {{text: By a, {key}}}\n"
    name, _, value = key.partition(": ")
    meta = {id_: claim.meta for id_, claim in read(text).map.claims.items()}
    assert {str(each.get(name)) for each in meta.values()} == {"None", value}


def test_several_lines_of_argument_hold_together_as_the_standard_requires() -> None:
    argument_map = read(LINES).map
    step = "Sn1 & Sn2 supports G2"
    assert shown(argument_map) == {
        "G5 & S1 & S2 supports G1",
        "G2 & G3 supports S1",
        "G4 supports S2",
        step,
        "S4 supports G3",
        "CG1 attacks S2",
        f"CG2 undercuts ({step})",
    }
    first = gsn2x.write(argument_map, PLAIN)
    assert not first.lost
    assert not differences(read(str(first.content)).map, argument_map)


def test_reasons_that_count_by_themselves_are_told_from_lines_that_do_not() -> None:
    argument_map = read_map("a + c; b + c; d & e + c; f: g & h + c")
    for module, what in ((gsn2x, "reasons that count each by itself"), (ltac, "")):
        exported = module.write(argument_map, PLAIN)
        assert [loss.what.startswith(what) for loss in exported.lost] == [True] * bool(what)
        assert shown(read(str(exported.content), module, "a.ltac").map) == shown(argument_map)


@for_all(whole_map, COUNT, BYTES)
def test_a_map_comes_back_from_gsn2x_but_for_what_is_reported(argument_map: ArgumentMap) -> None:
    before, after = texts_there_and_back(argument_map, gsn2x, "a.gsn.yaml")
    assert after == before


@for_all(whole_map, COUNT, BYTES)
def test_a_map_comes_back_from_ltac_but_for_what_is_reported(argument_map: ArgumentMap) -> None:
    before, after = texts_there_and_back(argument_map, ltac, "a.ltac")
    assert after == before


def texts_there_and_back(
    argument_map: ArgumentMap, module: Both, name: str
) -> tuple[dict[str, str], dict[str, str]]:
    """The texts of all claims before and after; fails if more is lost than the report says."""
    exported = module.write(argument_map, PLAIN)
    assert module.write(argument_map, PLAIN).content == exported.content
    back = read(str(exported.content), module, name)
    assert not [problem for problem in back.diagnostics if problem.is_error]
    are_sections_lost = any(loss.what == "sections of claims" for loss in exported.lost)
    for id_, claim in back.map.claims.items():
        earlier = argument_map.claims[id_]
        if module is ltac and not are_sections_lost:
            assert claim.section == (" ".join((earlier.section or "").split()) or None)
        assert (claim.pending, claim.granted is True) == (earlier.pending, earlier.granted is True)
    gone = {
        "undercuts of attacks",
        "attacks that need several premises together",
        "undercuts in a circle",
    }
    reported = sum(loss.count for loss in exported.lost if loss.what in gone)
    before, after = _drawn(argument_map), _drawn(back.map)
    assert not after - before
    assert (before - after).total() <= reported
    supports = [each for each in (before - after) if each[1] is Kind.SUPPORTS]
    assert not supports
    texts, texts_back = (
        {id_: claim.text for id_, claim in each.claims.items()} for each in (argument_map, back.map)
    )
    return texts, texts_back


def _drawn(argument_map: ArgumentMap) -> Counter[tuple[object, ...]]:
    """The relations, by premises, kind and the claims at both ends of what they hit."""

    def ends(target: str) -> object:
        hit = argument_map.relations.get(target)
        return (hit.premises, hit.kind) if hit is not None else target

    return Counter(
        (each.premises, each.kind, ends(each.target)) for each in argument_map.relations.values()
    )


@pytest.mark.parametrize(
    "text",
    [
        "claims:\n  G1: {text: a, supported_by: G2}\n",
        "G1:\n  text: The pump\n  supported_by: [G2]\n",
        "ban:\n  text: Ban it.\n",
        "Claims:\n  a: b\n",
        "G1: The pump is safe\nsource: x\n",
        "S1: Streets are quiet.\nS2: Shops lose.\n",
        "G1: The pump is safe\n",
        "S1:\n  label: Streets\nS2: {note: Shops lose.}\n",
        "S1: {text: Streets are quiet.}\nS2: Shops lose.\n",
        "S1: {text: Streets are quiet.}\nclosing: {text: Close it.}\n",
        "argmap: 1\nG1: {text: a, inContextOf: b}\n",
        "map: {title: x}\nclaims:\n  a: {text: b, supportedBy: c}\n",
        "",
        "- a\n- b\n",
    ],
)
def test_a_claim_file_with_faults_is_no_goal_structure(text: str) -> None:
    for name in ("a.yaml", "-"):
        assert recognised(ForeignFile(name, text.encode())).only is None


def test_modules_of_a_folder_are_one_map_and_claim_files_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.gsn.yaml").write_text("module: {name: A}\nG1: {text: a, supportedBy: G2}\n")
    (tmp_path / "b.yaml").write_text(
        "module: {name: B}\nG2: {text: b, supportedBy: Sn1}\nSn1: {text: c}\n"
    )
    checked = check(tmp_path)
    assert [(claim.text, claim.section) for claim in checked.map.claims.values()] == [
        ("a", "A"),
        ("b", "B"),
        ("c", "B"),
    ]
    assert not checked.lost
    (tmp_path / "c.yaml").write_text("claims:\n  d: D.\n")
    assert [claim.text for claim in check(tmp_path).map.claims.values()] == ["D."]


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("a.gsn.yaml", "notes: {owner: Ada}\n"),
        ("a.yaml", "comment: see Manual 4\n"),
        ("-", "owners: [Ada]\n"),
    ],
)
def test_a_key_that_is_no_element_is_reported_and_spoils_nothing(
    name: str, odd: str, tmp_path: Path
) -> None:
    text = "module: {name: A}\n" + odd + "G1: {text: a, supportedBy: [Sn1]}\nSn1: {text: b}\n"
    only = recognised(ForeignFile(name, text.encode())).only
    assert only is not None
    assert only.name == "gsn2x"
    (tmp_path / "a.gsn.yaml").write_text(text)
    (tmp_path / "b.gsn.yaml").write_text("module: {name: B}\nG2: {text: c}\n")
    checked = check(tmp_path)
    assert [claim.text for claim in checked.map.claims.values()] == ["a", "b", "c"]
    [loss] = checked.lost
    assert (loss.what, loss.example) == ("keys that are no elements", odd.partition(":")[0])
    assert loss.location.line == 2


def test_a_mistyped_key_of_gsn_is_kept_with_a_hint() -> None:
    imported = read("G1: {text: a, supportedby: [G2], layer1: x}\nG2: {text: b, supportedby: G3}\n")
    assert [(each.code, each.hint) for each in imported.diagnostics] == [
        ("AM705", "did you mean `supportedBy`?")
    ]
    assert "`supportedby`" in imported.diagnostics[0].message
    assert imported.map.claims["b"].meta == {"supportedby": "G3"}


def test_modules_that_are_used_are_read_too_but_not_outside_of_the_folder(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "out.yaml").write_text("G9: {text: z}\n")
    (inner / "b.yaml").write_text("module: {name: B, uses: [a.yaml]}\nG2: {text: b}\n")
    (inner / "a.yaml").write_text(
        "module: {name: A, uses: [b.yaml, ../out.yaml]}\nG1: {text: a, supportedBy: G2}\n"
    )
    checked = check(inner / "a.yaml")
    assert [claim.text for claim in checked.map.claims.values()] == ["a", "b"]
    assert [(loss.what, loss.example) for loss in checked.lost] == [
        ("modules that are not there", "../out.yaml")
    ]


def test_files_are_told_by_content() -> None:
    for text, name in ((PUMP, "gsn2x"), (OUTLINE, "ltac")):
        only = recognised(ForeignFile("-", text.encode())).only
        assert only is not None
        assert only.name == name


@pytest.mark.parametrize(
    "text",
    [
        "G1: [a, b]\nG2: {text: [x], supportedBy: {a: b}, challenges: [1, -> x]}\n",
        "G1: {supportedBy: [G1, G2, G2, null], inContextOf: 7}\nG2: null\nS1: {undeveloped: x}\n",
        "G1: &a {text: x}\nG2: *a\nG1: {text: y}\n",
        "G1: {text: a, challenges: G1}\nS1: {supportedBy: S2}\nS2: {supportedBy: S1}\n",
        "C1: {text: note, challenges: G1}\nG1: {text: a}\nCG1: {challenges: C1}\n",
        "module: [1]\nG1: {text: a}\nmodule2: {x: y}\n",
        "G1: " + "[" * 100_000,
        "\ufeffG1: {text: a}\r\nG2: {text: b}\r\n",
        "G1: {text: \x00}\n",
    ],
)
def test_no_content_makes_the_reader_of_gsn2x_fail(text: str) -> None:
    imported = read(text)
    assert imported.lost or imported.diagnostics or imported.map.claims


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- Claim\n",
        "nonsense\n- Claim A: b\n",
        "- Claim ^X\n  - Claim Y: z\n",
        "- Link X\n",
        "    - Claim A: b {defeater} (c)\n- Relation R: {counter}\n",
        "- Claim A:" + "(" * 100_000 + ")",
        "- Claim A: " + " {" * 50_000,
    ],
)
def test_no_content_makes_the_reader_of_ltac_fail(text: str) -> None:
    imported = read(text, ltac, "a.ltac")
    assert imported.lost or imported.diagnostics or imported.map.claims


def test_lines_that_are_no_elements_are_errors_or_left_out_and_counted() -> None:
    text = "- Claim A: b\nnonsense\n  - Claims C: d\n  - Evidence E: f\n"
    refused = read(text, ltac, "a.ltac")
    assert [(each.code, each.location.line) for each in refused.diagnostics] == [
        ("AM702", 2),
        ("AM702", 3),
    ]
    assert not refused.map.claims
    going_on = ltac.read((ForeignFile("a.ltac", text.encode()),), Wishes(keep_going=True))
    assert [(each.what, each.count) for each in going_on.lost] == [
        ("lines that are no elements", 2)
    ]
    assert shown(going_on.map) == {"E supports A"}


def test_sections_come_back_from_an_outline_and_none_is_invented() -> None:
    text = "claims: {x: {text: X, section: Teil 1}, y: {text: Y}, z: {text: Z, section: Z 2}}"
    for source in (text, text.replace("section", "label")):
        files = ClaimFiles((ClaimFile("m.yaml", source),), ())
        argument_map = read_files(files, "m.yaml").map
        back = read(str(ltac.write(argument_map, PLAIN).content), ltac, "a.ltac")
        assert not back.lost
        sections = {id_: claim.section for id_, claim in back.map.claims.items()}
        assert sections == {id_: each.section for id_, each in argument_map.claims.items()}
    roots = read("- Claim A: a\n  - Claim B: b\n- Claim C: c\n", ltac, "a.ltac").map
    assert [claim.section for claim in roots.claims.values()] == ["A", "A", "C"]
    assert "#" not in str(ltac.write(roots, PLAIN).content)


def test_a_deep_outline_is_read_and_written() -> None:
    deep = "".join(f"{'  ' * depth}- Claim C{depth}: Level {depth}\n" for depth in range(3000))
    imported = read(deep, ltac, "a.ltac")
    assert counts_of(imported.map).supports == 2999
    assert str(ltac.write(imported.map, PLAIN).content) == deep
