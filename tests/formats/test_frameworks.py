"""Abstract formats: a framework is read back as written, and as a map of the same meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.analysis.labels.extensions_of_map import CODES, ONLY_DUNG
from argmap.analysis.reading_of_map import Reading
from argmap.formats.frameworks.abstract import Abstract, FormatError
from argmap.formats.frameworks.as_map import map_of
from argmap.formats.frameworks.table import READERS, read_abstract
from argmap.pipeline import check
from argmap.reasoning.extension_tasks import ExtensionQuery, all_extensions
from argmap.reasoning.framework import Framework
from argmap.reasoning.solvers.engines import oracles
from tests.formats.reading import drawn, imported, lost
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argmap.reasoning.horn import Atom, Rule


def dung(choices: Choices) -> Abstract:
    size = 1 + choices.below(6)
    pairs = [(choices.below(size), choices.below(size)) for _ in range(choices.below(11))]
    names = tuple(str(atom + 1) for atom in range(size))
    return Abstract(Framework(size, tuple(range(size)), (), tuple(pairs)), names)


def flat(choices: Choices) -> Abstract:
    """One contrary for each assumption, as the format wants; facts, circles, own contraries."""
    size = 1 + choices.below(8)
    atoms = choices.shuffled(range(size))
    assumptions = sorted(atoms[: 1 + choices.below(size)])
    heads = [atom for atom in atoms if atom not in assumptions]
    rules: list[Rule] = [
        (choices.one_of(heads), tuple(choices.below(size) for _ in range(choices.below(3))))
        for _ in range(choices.below(7) if heads else 0)
    ]
    contraries = [(assumption, choices.below(size)) for assumption in assumptions]
    framework = Framework(size, tuple(assumptions), tuple(rules), tuple(contraries))
    return Abstract(framework, tuple(str(atom + 1) for atom in range(size)), is_flat_aba=True)


# Written by hand here: the program reads these formats only.


def as_af(abstract: Abstract) -> str:
    lines = [f"{attacker + 1} {attacked + 1}" for attacked, attacker in pairs_of(abstract)]
    return "\n".join([f"p af {len(abstract.names)}", *lines, ""])


def as_af_with_comments(abstract: Abstract) -> str:
    return "# first\n" + as_af(abstract).replace("\n", "\n# between\n\n")


def as_apx(abstract: Abstract) -> str:
    names = abstract.names
    facts = [f"arg({name})." for name in names]
    return "\n".join(facts + [f"att({names[by]},{names[on]})." for on, by in pairs_of(abstract)])


def as_odd_apx(abstract: Abstract) -> str:
    facts = reversed(as_apx(abstract).split("\n"))  # attacks first
    spaced = [fact.replace("(", "(  ").replace(",", " ,\n ").replace(")", " )") for fact in facts]
    return "% first\n" + " % and why\n".join(spaced)


def as_tgf(abstract: Abstract) -> str:
    names = abstract.names
    nodes = [f"{name} the label of {name}" for name in names]
    return "\n".join([*nodes, "#", *(f"{names[b]} {names[a]} x" for a, b in pairs_of(abstract))])


def as_aba(abstract: Abstract) -> str:
    framework = abstract.framework
    lines = [f"a {assumption + 1}" for assumption in framework.assumptions]
    lines += [f"c {assumption + 1} {other + 1}" for assumption, other in framework.contraries]
    for head, body in framework.rules:
        lines.append(" ".join(["r", *(str(atom + 1) for atom in (head, *body))]))
    return "\n".join([f"p aba {len(abstract.names)}", "# a comment", *lines, ""])


def pairs_of(abstract: Abstract) -> tuple[tuple[Atom, Atom], ...]:
    return tuple(abstract.framework.contraries)


def named_pairs(abstract: Abstract) -> set[tuple[str, str]]:
    return {(abstract.names[on], abstract.names[by]) for on, by in pairs_of(abstract)}


WRITERS = {
    "af": (as_af, ".af"),
    "af with comments": (as_af_with_comments, ".af"),
    "apx": (as_apx, ".apx"),
    "odd apx": (as_odd_apx, ".apx"),
    "tgf": (as_tgf, ".tgf"),
}


@pytest.mark.parametrize("form", WRITERS)
def test_a_framework_that_is_written_and_read_is_the_same(form: str) -> None:
    write, suffix = WRITERS[form]

    @for_all(dung, 200)
    def is_the_same(abstract: Abstract) -> None:
        for text in (write(abstract), write(abstract).replace("\n", "\r\n")):
            for name in (suffix, ".txt"):  # by its ending, and by what it looks like
                read_back = read_abstract(text, name)
                assert set(read_back.names) == set(abstract.names)
                assert named_pairs(read_back) == named_pairs(abstract)
                assert not read_back.is_flat_aba

    is_the_same()


def test_an_assumption_based_framework_that_is_written_and_read_is_the_same() -> None:
    @for_all(flat, 300)
    def is_the_same(abstract: Abstract) -> None:
        for name in (".aba", ".txt"):
            read_back = read_abstract(as_aba(abstract), name)
            assert (read_back.names, read_back.is_flat_aba) == (abstract.names, True)
            assert repr(read_back.framework) == repr(abstract.framework)

    is_the_same()


@pytest.mark.parametrize("build", [dung, flat])
def test_as_a_map_it_has_the_extensions_that_solve_finds(
    build: Callable[[Choices], Abstract],
) -> None:
    @for_all(build, 150)
    def agrees(abstract: Abstract) -> None:
        argument_map = map_of(abstract, "x")
        for semantics, code in CODES.items():
            if semantics in ONLY_DUNG and abstract.is_flat_aba:
                continue
            question = ExtensionQuery(abstract.framework, code, oracles())
            wanted = {
                frozenset(abstract.names[atom] for atom in extension)
                for extension in all_extensions(question)
            }
            labels = Reading(argument_map, semantics=semantics).labels
            assumed = {abstract.names[assumption] for assumption in abstract.framework.assumptions}
            in_all = {id_ for id_, label in labels.claims.items() if label == "in"} & assumed
            if wanted:
                assert in_all == frozenset.intersection(*wanted)
                assert labels.credulous & assumed == frozenset.union(*wanted)
                assert labels.extensions == len(wanted)
            else:
                assert (labels.extensions, dict(labels.claims)) == (0, {})

    agrees()


@pytest.mark.parametrize(
    ("suffix", "text", "line", "message"),
    [
        (".af", "", 1, "the file is empty"),
        (".af", "# only\n", 1, "the first line must be"),
        (".af", "p af\n", 1, "the first line must be"),
        (".af", "p af 2 3\n", 1, "the first line must be"),
        (".af", "1 2\n", 1, "the first line must be"),
        (".af", "p af 999999999\n", 1, "is no number from 1 to 10000000"),
        (".af", "p af x\n", 1, "`x` is no number"),
        (".af", "p af 3\n1 2\n2", 3, "an attack is two numbers"),
        (".af", "p af 3\n1 2 3\n", 2, "an attack is two numbers"),
        (".af", "p af 3\n1 2 # why\n", 2, "an attack is two numbers"),
        (".af", "p af 2\n1 3\n", 2, "`3` is no number from 1 to 2"),
        (".af", "p af 2\n1 0\n", 2, "`0` is no number from 1 to 2"),
        (".af", "p af 3\n0 1\n2 3\n", 2, "`0` is no number from 1 to 3"),
        (".af", "p af 2\n1 -1\n", 2, "`-1` is no number"),
        (".af", "p af 12\n1_0 2\n", 2, "`1_0` is no number"),
        (".af", "p af 2\n1 2 1\n2\n", 2, "an attack is two numbers"),
        (".af", "p af 2\n1\n2 1 2\n", 2, "an attack is two numbers"),
        (".af", "p af 2\n+1 2\n", 2, "`+1` is no number"),
        (".af", "p af 2\n\N{ARABIC-INDIC DIGIT ONE} 2\n", 2, "is no number"),
        (".af", "p af 2\n1 2\np af 2\n", 3, "there is a second line `p ...`"),
        (".af", "p af 2\np af 3\n1 3\n", 2, "there is a second line `p ...`"),
        (".aba", "p aba 3\np aba 3\n", 2, "there is a second line `p ...`"),
        (".aba", "p aba 3\na 1\na 2\nc 1 3\n", 4, "the assumption 2 has no contrary"),
        (".aba", "p aba 3\na 1\nc 1 3\nr 1 2\n", 4, "the assumption 1 heads a rule: not flat"),
        (".aba", "p aba 3\na 1\nc 1 3\nc 2 3\n", 4, "2 has a contrary and is no assumption"),
        (".aba", "p aba 3\na 1\nc 1 3\nc 1 2\n", 4, "the assumption 1 has two contraries"),
        (".aba", "p aba 3\na 4\n", 2, "`4` is no number from 1 to 3"),
        (".aba", "p aba 3\nr\n", 2, "a line is `a X`"),
        (".aba", "p aba 3\n1 2\n", 2, "a line is `a X`"),
        (".apx", " \n", 1, "the file is empty"),
        (".apx", "arg(a).\natt(a,b).\n", 2, "there is no `arg(b).`"),
        (".apx", "arg(a).\narg(b", 2, "only `arg(x).` and `att(x,y).` may stand here"),
        (".apx", "arg(a).\n\narg(b)\n", 3, "only `arg(x).` and `att(x,y).` may stand here"),
        (".apx", "arg(a).\nsup(a,a).\n", 2, "only `arg(x).` and `att(x,y).` may stand here"),
        (".tgf", "a\nb\n", 2, "there is no line with `#`"),
        (".tgf", "a\na\n#\n", 2, "the argument `a` is named twice"),
        (".tgf", "a\n#\na b\n", 3, "an attack is two arguments"),
        (".tgf", "a\n#\na\n", 3, "an attack is two arguments"),
        (".tgf", "a\n#\n#\n", 3, "an attack is two arguments"),
    ],
)
def test_a_fault_is_reported_with_its_line(
    tmp_path: Path, suffix: str, text: str, line: int, message: str
) -> None:
    with pytest.raises(FormatError) as caught:
        read_abstract(text, suffix)
    assert (caught.value.line, message in caught.value.message) == (line, True), (
        caught.value.message
    )
    file = tmp_path / f"wrong{suffix}"
    file.write_text(text, encoding="utf-8")
    [problem] = check(file).diagnostics
    assert (problem.code, problem.location.line, problem.is_fatal) == ("AM116", line, True)


@pytest.mark.parametrize("suffix", [*READERS, ".AF"])
def test_a_sound_file_is_a_map_without_complaints(tmp_path: Path, suffix: str) -> None:
    abstract = Abstract(Framework(2, (0, 1), (), ((0, 1), (1, 1))), ("1", "2"))
    writers = {".af": as_af, ".aba": as_aba, ".apx": as_apx, ".tgf": as_tgf}
    file = tmp_path / f"sound{suffix}"
    file.write_text(writers[suffix.lower()](abstract))
    checked = check(file)
    words_beside = {".tgf": {"labels of attacks": 2}, ".aba": {"comments": 1}}
    assert {loss.what: loss.count for loss in checked.lost} == words_beside.get(suffix, {})
    assert {each.message for each in checked.diagnostics} == {
        loss.diagnostic.message for loss in checked.lost
    }
    assert not any(each.is_error or each.severity == "warning" for each in checked.diagnostics)
    assert list(checked.map.claims) == ["1", "2"]


def test_a_folder_may_be_called_as_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "odd.af").mkdir()
    for name in "ab":
        (tmp_path / "odd.af" / f"{name}.yaml").write_text(f"claims: {{{name}: {name}.}}\n")
    assert list(check(tmp_path / "odd.af").map.claims) == ["a", "b"]


def test_a_framework_too_large_for_a_map_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.formats.reader._MOST", 1_000)
    (tmp_path / "large.af").write_text("p af 1001\n")
    [problem] = check(tmp_path / "large.af").diagnostics
    assert (problem.code, problem.hint) == ("AM109", "`argmap solve` takes more")


def test_labels_of_nodes_are_what_claims_say_and_other_words_are_told() -> None:
    result = imported(
        "framework", as_tgf(Abstract(Framework(2, (0, 1), (), ((0, 1),)), ("1", "2")))
    )
    assert [(claim.id, claim.text) for claim in result.map.claims.values()] == [
        ("1", "the label of 1"),
        ("2", "the label of 2"),
    ]
    assert drawn(result.map) == ["2 - 1"]
    assert lost(result) == {"labels of attacks": 1}
    assert result.lost[0].location.line == 4
    bare = imported("framework", "a\nb\tBan  cars\n#\na b\n", "x.tgf")
    assert [claim.text for claim in bare.map.claims.values()] == ["Argument a.", "Ban cars"]
    assert not bare.lost


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.af", "# first\np af 2\n  # second\n1 2\n"),
        ("x.aba", "p aba 2\n# first\na 1\nc 1 2\n# second\n"),
        ("x.apx", "% first\narg(a). % second\n"),
    ],
)
def test_comments_are_told(name: str, text: str) -> None:
    result = imported("framework", text, name)
    assert lost(result) == {"comments": 2}
    assert result.lost[0].example == "first"
