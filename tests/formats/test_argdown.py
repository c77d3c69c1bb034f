"""Argdown, read: its signs mean what the format's own tools take them to mean.

The counts of claims and relations were checked by hand against `@argdown/core` 2.0.1.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from argmap.formats.argdown import reading
from argmap.formats.counting import counts_of
from argmap.formats.exchange import PLAIN, Wishes
from argmap.formats.foreign_file import ForeignFile

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.formats.exchange import Imported

GOING_ON = Wishes(keep_going=True)


def imported(text: str, wishes: Wishes = PLAIN, folder: Path | None = None) -> Imported:
    return reading.read((ForeignFile("x.argdown", text.encode(), folder),), wishes)


def drawn(text: str) -> list[str]:
    """The relations of a text in words, each contradiction once; nothing in it is wrong."""
    result = imported(text)
    assert not result.diagnostics
    names = {id_: id_ for id_ in result.map.claims}
    lines: dict[str, str] = {}
    for relation in sorted(result.map.relations.values(), key=lambda each: len(each.id)):
        premises = " & ".join(names[premise] for premise in relation.premises)
        target = names.get(relation.target) or f"({lines[relation.target]})"
        if relation.contradiction:
            if relation.premises[0] < relation.target:
                lines[relation.id] = f"{premises} contradicts {target}"
            continue
        lines[relation.id] = f"{premises} {relation.kind} {target}"
    return sorted(lines.values())


SIGNS = [
    ("[A]: a\n  + [B]: b", ["b supports a"]),
    ("[A]: a\n  <+ [B]: b", ["b supports a"]),
    ("[A]: a\n  +> [B]: b", ["a supports b"]),
    ("[A]: a\n  - [B]: b", ["b attacks a"]),
    ("[A]: a\n\t<- [B]: b", ["b attacks a"]),
    ("[A]: a\n  -> [B]: b", ["a attacks b"]),
    ("[A]: a\n  >< [B]: b", ["a contradicts b"]),
    (
        "[A]: a\n  + [B]: b\n    - [C]: c\n  - [D]: d",
        ["b supports a", "c attacks b", "d attacks a"],
    ),
    ("[A]: a\n      + [B]: b\n  + [C]: c", None),  # indented less than the relation above
    (
        "[A]: a\n  + [B]: b\n      - [C]: c\n    - [D]: d",
        ["b supports a", "c attacks b", "d attacks a"],
    ),
    ("[A]: a\n  + <B>\n    _ <C>", ["b supports a", "c undercuts (b supports a)"]),
    ("<C>\n  _> <B>\n\n[A]: a\n  - <B>", ["b attacks a", "c undercuts (b attacks a)"]),
    (
        "[A]: a\n  - <B>\n    <_ <C>\n      <_ <D>",
        ["b attacks a", "c undercuts (b attacks a)", "d undercuts (c undercuts (b attacks a))"],
    ),
    ("[A]: a\n  + [B]: b\n\n[A]\n  + [B]", ["b supports a"]),
    ("* [A]: a\n  + [B]: b\n* [C]: c\n  - [A]", ["a attacks c", "b supports a"]),
    ("1. [A]: a\n2. [B]: b", []),
]


@pytest.mark.parametrize(("text", "relations"), SIGNS, ids=[text for text, _ in SIGNS])
def test_a_relation_goes_the_way_of_its_sign(text: str, relations: list[str] | None) -> None:
    for written in (text, text.replace("\n", "\r\n"), f"\ufeff\n\n{text}\n\n"):
        if relations is None:
            assert [problem.code for problem in imported(written).diagnostics] == ["AM702"]
        else:
            assert drawn(written) == relations


STRUCTURE = "<R>: gist\n{}\n(1) [P]: p\n(2) [Q]: q\n-- {} --\n(3) [C]: c\n"
STEPS = [
    ("(1) [P]: p\n----\n(2) [C]: c", ["p supports c"]),
    (STRUCTURE.format("", ""), ["p & q supports c"]),
    (STRUCTURE.format("  <_ [U]: u\n", ""), ["p & q supports c", "u undercuts (p & q supports c)"]),
    (STRUCTURE.format("  <- [U]: u\n", ""), ["p & q supports c", "u undercuts (p & q supports c)"]),
    (
        STRUCTURE.format("  <- [U]: u\n", "") + "\n[P]\n  <- [U]",
        ["p & q supports c", "u attacks p"],
    ),
    (STRUCTURE.format("  <+ [P]\n", ""), ["p & q supports c"]),
    (STRUCTURE.format("  -> [X]: x\n", ""), ["c attacks x", "p & q supports c"]),
    ("[C]: c\n  <+ <R>\n\n<R>\n\n(1) [P]: p\n----\n(2) [C]", ["p supports c"]),
    ("[C]: c\n  <- <R>\n\n<R>\n\n(1) [P]: p\n----\n(2) [N]: n", ["n attacks c", "p supports n"]),
    (
        "(1) [P]: p\n----\n(2) [Q]: q\n(3) [R]: r\n----\n(4) [C]: c",
        ["p supports q", "q & r supports c"],
    ),
    (
        (
            "(1) [P]: p\n(2) [Q]: q\n--\n{uses: [1]}\n--\n(3) [R]: r\n(4) [S]: s\n"
            "-- {uses: [2, 4]} --\n(5) [C]: c"
        ),
        ["p supports r", "q & s supports c"],
    ),
    (
        "(1) [P]: p\n  - [X]: x\n----\n  <_ [U]: u\n(2) [C]: c",
        ["p supports c", "u undercuts (p supports c)", "x attacks p"],
    ),
]
CHAIN = "(1) [P]: p{}\n----\n(2) [Q]: q{}\n(3) [R]: r\n----\n(4) [C]: c{}\n"
AT_FIRST, AT_LAST = ["p supports q", "q & r supports c"], "(q & r supports c)"
STEPS += [
    (
        CHAIN.format("", f"\n  {sign} {undercut}: u", ""),
        [*AT_FIRST, "u undercuts (p supports q)"],
    )
    for sign in ("_", "<_")
    for undercut in ("<U>", "[U]")
] + [
    (CHAIN.format("", "", "\n  <_ <U>: u"), [*AT_FIRST, f"u undercuts {AT_LAST}"]),
    (
        "[C]\n  <- [X]: x\n\n" + CHAIN.format("", "", "\n  <_ <U>: u"),
        [*AT_FIRST, f"u undercuts {AT_LAST}", "x attacks c"],
    ),
    (
        CHAIN.format("", "\n  <_ <U>: u\n    <_ [V]: v\n      <_ <W>: w\n  <- [X]: x", ""),
        [
            *AT_FIRST,
            "u undercuts (p supports q)",
            "v undercuts (u undercuts (p supports q))",
            "w undercuts (v undercuts (u undercuts (p supports q)))",
            "x attacks q",
        ],
    ),
    (
        CHAIN.format("", "\n  <_ <U>", "") + "\n<U>\n\n(1) [V]: v\n----\n(2) [W]: w\n  <_ [X]: x",
        [*AT_FIRST, "v supports w", "w undercuts (p supports q)", "x undercuts (v supports w)"],
    ),
    (CHAIN.format("\n  <_ [U]: u", "", ""), [*AT_FIRST, "u undercuts (p supports q)"]),
    (CHAIN.format("", "", "") + "\n[U]: u\n  _> [Q]", [*AT_FIRST, f"u undercuts {AT_LAST}"]),
]


@pytest.mark.parametrize(("text", "relations"), STEPS, ids=[text for text, _ in STEPS])
def test_an_argument_is_its_steps(text: str, relations: list[str]) -> None:
    assert drawn(text) == relations


def test_a_number_of_thousands_of_digits_is_no_premise() -> None:
    text = "<A>\n\n(1) One.\n-- {uses: [" + "9" * 5000 + "]} --\n(2) Two.\n"
    result = imported(text)
    assert [loss.what for loss in result.lost] == ["numbers in `uses` that are no premise"]


LOST = [
    ("(1) It is so.\n(2) [S]: s\n----\n(3) [S]", "[It is so.] & [S] supports [S]"),
    ("(1) [S]: s\n----\n(2) [S]\n  <_ No.", "[No.] attacks the argument for [S]"),
    ("[A]: a\n  >< [B]: b\n    <_ <C>: c", "<C> undercuts [B]"),
    (
        "One two three four five six seven.\n  <_ No.",
        "[No.] undercuts [One two three four five six…]",
    ),
    ("<A>\n\n(1) r\n(2) s\n----\n(3) t\n\nWords.\n  +> <A>", "[Words.] supports <A>"),
    ("<A>\n\n(1) p\n----\n(2) q\n\n<A>\n\n(1) r\n----\n  <_ [U]: u\n(2) s", "[U] undercuts a step"),
]


@pytest.mark.parametrize(("text", "example"), LOST)
def test_what_is_lost_is_named_as_its_author_named_it(text: str, example: str) -> None:
    result = imported(text)
    assert not result.diagnostics
    assert example in [loss.example for loss in result.lost]


def test_the_words_of_an_argument_say_why_its_step_holds() -> None:
    [step] = imported(STRUCTURE.format("", "Expert Opinion")).map.relations.values()
    assert (step.scheme, step.rationale) == ("expert-opinion", "gist")
    [step] = imported(STRUCTURE.format("", "Modus ponens, Barbara")).map.relations.values()
    assert (step.scheme, step.rationale) == (None, "Modus ponens, Barbara: gist")
    assert step.origin is not None
    assert step.origin.id == "<R>"


def test_in_strict_mode_an_attack_between_statements_is_a_contradiction() -> None:
    text = "[A]: a\n  - [B]: b\n  - <C>: c\n\n[B]\n  - [A]\n"
    assert drawn(text) == ["a attacks b", "b attacks a", "c attacks a"]
    strict = f"===\nmodel:\n  mode: strict\n===\n\n{text}"
    assert drawn(strict) == ["a contradicts b", "c attacks a"]


TEXTS = [
    ("[A]: one\ntwo   three", "one two three"),
    ("[A]: a \\[b\\] \\#c \\\\ d", "a [b] #c \\ d"),
    ("[A]: *may* and __must__ be", "may and must be"),
    ("[A]: see [a study](https://example.org/a(b) it", "see a study it"),
    ("[A]: [https://e.org](https://e.org)", "https://e.org"),
    ("[A]: .A. x :up: e.g. so", "\u2200 x \U0001f44d e.g. so"),
    ("[A]: as @[B] and @<C> say", "as @[B] and @<C> say"),
    ("[A]: one // two\n  three", "one three"),
    ("[A]: one /* two\n\n three */ four <!-- five --> six", "one four six"),
    ("[A]: so #(pro side) it is #x", "so #(pro side) it is"),
    ("[A]: old text\n\n[A]: new text\n\n[A]", "new text"),
]


@pytest.mark.parametrize(("text", "words"), TEXTS)
def test_a_text_is_taken_over_without_its_signs(text: str, words: str) -> None:
    result = imported(text)
    assert not result.diagnostics
    assert result.map.claims["a"].text == words


def test_tags_sections_links_and_data_belong_to_their_claim() -> None:
    text = (
        "# The debate\n\n## Core {isGroup: true}\n\n"
        "[A]: one [study](https://e.org/x) #(pro side) #x "
        "{source: Minutes, page: 3, quote: as said, colour: red}\n\n"
        "### Sub\n\n<B>: b {\n  rank: 1\n  deep: {a: [1, x]}\n}\n\n[A]: two\n"
    )
    result = imported(text)
    a, b = result.map.claims["a"], result.map.claims["b"]
    assert (result.map.title, a.section, b.section) == ("The debate", "Core", "Core / Sub")
    assert (a.text, a.tags, a.url) == ("two", ("pro side", "x"), "https://e.org/x")
    assert result.map.sources[a.source or ""].title == "Minutes"
    assert [(each.page, each.quote) for each in a.locators] == [("3", "as said")]
    assert a.meta == {"colour": "red", "further texts": ["one study"]}
    assert b.meta == {"rank": 1, "deep": {"a": [1, "x"]}}
    assert [loss.what for loss in result.lost] == ["settings of headings"]


def test_a_fault_in_braces_costs_these_data_alone() -> None:
    result = imported("[A]: a {x: 1: 2}\n  + [B]: b {y: 2}\n\n[C]: c {\n  ok: 1\n  : no\n}\n")
    assert [*result.map.claims] == ["a", "b", "c"]
    assert result.map.claims["b"].meta == {"y": 2}
    [loss] = result.lost
    assert (loss.code, loss.count, loss.location.line) == ("AM705", 2, 1)


FAULTS = [
    ("[A] text", [(1, 5)]),
    ("[A]: a\n- [B]: b", [(2, 1)]),
    ("  - [B]: b", [(1, 1)]),
    ("[A]: a\n\n  + [B]: b", [(3, 1)]),
    ("[A]: an _open word\n\n[B]: *and\n\n[C]: c", [(1, 9), (3, 6)]),
    ("[A]: x [B] y", [(1, 8)]),
    ("[A]: x\n# Heading", [(2, 1)]),
    ("[A]: x\n{a: 1}\n{b: 2}", [(3, 1)]),
    ("<A>:\n\n[B]: b", [(1, 1)]),
    ("(1) p\n(2) q", [(1, 1)]),
    ("(1) p\n----", [(2, 1)]),
    ("(1) p\n---\n(2) q", [(2, 1)]),
    ("(1) p\n----\n(2) c\n(3) q", [(4, 5)]),
    ("(1) p\n----\n(2) <A>", [(3, 5)]),
    ("[A]: a\n  >< <B>", [(2, 6)]),
    ("[A]: a\n  +", [(2, 1)]),
    ("===\ntitle: x\n===\n[A]: a", [(4, 1)]),
    ("[A]: a\n1. b", [(2, 1)]),
    ("[A]: a\n\n@include(../b.argdown)", [(3, 1)]),
    ("{a: 1}", [(1, 1)]),
]


@pytest.mark.parametrize(("text", "places"), FAULTS)
def test_every_error_of_syntax_has_its_place(text: str, places: list[tuple[int, int]]) -> None:
    sound = "\n\n[Z]: z\n  <+ [Y]: y\n"
    result = imported(text + sound)
    assert not result.map.claims
    assert {problem.code for problem in result.diagnostics} == {"AM702"}
    assert all(problem.message and problem.hint for problem in result.diagnostics)
    assert [(p.location.line, p.location.column) for p in result.diagnostics] == places
    going_on = imported(text + sound, GOING_ON)
    assert not any(problem.is_fatal for problem in going_on.diagnostics)
    assert len(going_on.diagnostics) == len(places)
    assert "y~supports~z" in going_on.map.relations
    assert sum(loss.count for loss in going_on.lost if "syntax" in loss.what) == len(places)


def test_files_are_included_once_and_from_the_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/b.argdown").write_text("[B]: b\n\n@include(c.argdown)\n", encoding="utf-8")
    (tmp_path / "sub/c.argdown").write_text("[C]: c\n  + [A]: _a\n", encoding="utf-8")
    (tmp_path.parent / "secret.argdown").write_text("[S]: s\n", encoding="utf-8")
    text = "[A]: a\n\n@include(sub/b.argdown)\n\n@include(sub/b.argdown)\n\n[D]: d"
    problems = imported(text, folder=tmp_path).diagnostics
    assert [str(problem.location) for problem in problems] == ["sub/c.argdown:2:10"]
    (tmp_path / "sub/c.argdown").write_text("[C]: c\n  + [A]\n", encoding="utf-8")
    result = imported(text, folder=tmp_path)
    assert not result.diagnostics
    assert {claim.text for claim in result.map.claims.values()} == set("abcd")
    assert str(result.map.relations["a~supports~c"].location) == "sub/c.argdown:2:1"
    [problem] = imported("@include(../secret.argdown)", folder=tmp_path).diagnostics
    assert problem.code == "AM702"


def test_an_address_that_a_comment_cuts_off_is_told() -> None:
    result = imported("[A]: see http://e.org/x\n")
    assert result.map.claims["a"].text == "see http:"
    [loss] = result.lost
    assert loss.what.startswith("addresses cut off")


@pytest.mark.parametrize(
    ("text", "name", "fits"),
    [
        ("[A]: a", "x.txt", True),
        ("Pro\n  <+ <B>", "x", True),
        ("===\nmap:\n  x: 1\n===\n\nText", "x.txt", True),
        ("<A>: a\n  - [B]: b", "x", True),
        ("1. Thesis\n1.1. Pro: See [a](https://e.org).\n1.2. Con: -> See 1.1.", "x.txt", False),
        ("- Claim G1: text {needssupport}\n  - Evidence E1: more", "x.txt", False),
        ("<html><p>a</p></html>", "x", False),
        ("[link]: https://e.org\n\nwords", "x.md", False),
        ('{"nodes": []}', "x.json", False),
        ("claims:\n  a: text\n", "x.yaml", False),
        ("arg(a).\natt(a,a).\n", "x.apx", False),
        ("digraph {\n  a -> b\n}\n", "x.dot", False),
        ("", "x", False),
    ],
)
def test_argdown_is_told_by_its_signs(text: str, name: str, *, fits: bool) -> None:
    assert reading.fits(ForeignFile(name, text.encode())) is fits


PILES = [
    "[", "<", "{", "}", "*", "_ ", "#(", "/*", "<!--", "===\n", "@[", "[a](", "\\", " ", "\n ",
    "(1)\n--\n", "{} ", ": :", ".a", "--\n{", "} ,", "1. ", "\x00", "\ud7ff", "[a]: b\n\n",
]  # fmt: skip


@pytest.mark.parametrize("pile", PILES)
def test_whatever_is_piled_up_is_read_in_linear_time(pile: str) -> None:
    def seconds(count: int) -> float:
        begin = time.process_time()
        imported(pile * count, GOING_ON)
        return time.process_time() - begin

    seconds(10)
    assert seconds(8_000) < 10 * seconds(2_000) + 0.5


def test_ten_thousand_levels_and_statements_are_read() -> None:
    count = 10_000
    levels = "\n".join(f"{' ' * n}<- [S{n}]: s" for n in range(1, count))
    counts = counts_of(imported(f"[S0]: s\n{levels}").map)
    assert (counts.claims, counts.attacks) == (count, count - 1)
    undercuts = "\n\n".join(
        f"<A{n}>\n  <_ <A{n + 1}>\n\n(1) p{n}\n----\n(2) c{n}" for n in range(count // 10)
    )
    counts = counts_of(imported(undercuts).map)
    assert (counts.supports, counts.undercuts) == (count // 10, count // 10)
    statements = "\n\n".join(f"[S{n}]: s {{n: {n}}}\n  <+ [S{n // 2}]" for n in range(1, count))
    begin = time.process_time()
    counts = counts_of(imported(statements).map)
    assert (counts.claims, counts.supports) == (count, count - 1)
    assert time.process_time() - begin < 6
