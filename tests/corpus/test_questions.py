"""Questions to a corpus: words, SQL, links, numbers, and statuses over all maps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap.corpus.building import build_corpus, merge_near
from argmap.corpus.corpus import Corpus
from argmap.corpus.folding import folded
from argmap.errors import UsageError
from tests.corpus.folders import MAPS, QUIET, corpus_of, exported, write_maps

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(name="corpus", scope="module")
def _corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A corpus of the `MAPS`, which all questions share, as none changes it."""
    folder = tmp_path_factory.mktemp("corpus") / "maps"
    write_maps(folder, MAPS)
    return corpus_of(folder)


def names(corpus: Corpus, words: str) -> list[str]:
    """The claims that have the words, as `MAP#ID`."""
    return [f"{hit.map}#{hit.claim}" for hit in corpus.search(words).hits]


# Words


def test_a_claim_is_found_by_its_words_with_its_map_status_and_source(corpus: Corpus) -> None:
    [hit] = corpus.search("old TOWN closed").hits
    assert (hit.map, hit.claim, hit.word, hit.reason) == ("town", "close", "stands", "answered")
    assert (hit.source, hit.title) == ("report", "A report on traffic")
    [hit, _] = corpus.search("streets without cars").hits
    assert hit.speaker in {None, "Bo Beck"}


def test_accents_and_case_make_no_difference_and_a_star_stands_for_any_end(corpus: Corpus) -> None:
    assert names(corpus, "CAFES") == names(corpus, "caf\u00e9s") == ["town#calm"]
    assert names(corpus, "deter*") == ["school#nuclear"]
    assert names(corpus, "deter") == []
    assert set(names(corpus, "str*")) == {"school#quiet-school", "town#calm", "town#quieter"}


def test_words_between_quotation_marks_stand_side_by_side(corpus: Corpus) -> None:
    assert set(names(corpus, "cars without")) == {"school#quiet-school", "town#quieter"}
    assert names(corpus, '"cars without"') == []
    assert len(names(corpus, '"without cars"')) == 2
    assert names(corpus, "\u201ekept the peace\u201c") == ["school#nuclear"]


def test_where_no_claim_has_all_words_those_with_most_are_shown_and_it_is_said(
    corpus: Corpus,
) -> None:
    finding = corpus.search("nuclear deterrence zebra")
    assert [hit.claim for hit in finding.hits] == ["nuclear"]
    assert (finding.complete_words, finding.unknown) == (False, {"zebra": None})
    assert corpus.search("nuclaer").unknown == {"nuclaer": "nuclear"}


@pytest.mark.parametrize(
    "words",
    [
        'a"b" OR NEAR(x, 5) AND NOT c',
        "claim:* ^col -x +y (((",
        "'; drop table claims; --",
        '"unfinished',
        "* ** *x*",
        "$1 ? :x %s \\ \0 \ud83d",
        "\u6bd4\u8f03",
        "x " * 500,
        "%_[a-z]%",
    ],
)
def test_no_sign_in_a_search_is_an_error(corpus: Corpus, words: str) -> None:
    if folded(words):
        assert corpus.search(words).total < 12
    else:
        with pytest.raises(UsageError, match="no word to search for"):
            corpus.search(words)
    assert corpus.stats().claims == 12


def test_a_search_says_how_many_there_are_beyond_its_limit(corpus: Corpus) -> None:
    finding = corpus.search("cars", limit=1)
    assert (len(finding.hits), finding.total) == (1, 4)
    assert len(corpus.search("cars", limit=None).hits) == 4
    assert corpus.search(" ".join(f"w{n}" for n in range(40))).left_out == tuple(
        f"w{n}" for n in range(32, 40)
    )


def test_texts_are_folded_to_words() -> None:
    assert folded("It's 3.5% of \u00c5land\u2019s A\u0308pfel!") == "its 3 5 of alands apfel"
    assert folded("\u65e5\u672c\u306f") == "\u65e5 \u672c \u306f"
    assert folded("Stra\u00dfe") == folded("STRASSE") == "strasse"
    assert folded("...") == ""


# SQL


@pytest.mark.parametrize(
    "sql",
    [
        "delete from claims",
        "drop table claims",
        "create table x as select 1",
        "copy claims to 'stolen.csv'",
        "attach 'other.db'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "pragma database_list",
        "call pragma_version()",
        "export database 'there'",
        "checkpoint",
        "begin transaction",
        "select 1; drop table claims",
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('maps/notes.txt')",
        "select * from '/etc/passwd'",
        "selec 1",
        "select * from nothing",
        "select cast('x' as integer)",
        "",
        "-- a remark alone",
    ],
)
def test_sql_that_writes_reaches_for_files_or_has_a_mistake_is_refused(
    corpus: Corpus, sql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = corpus.store.read_bytes()
    there = set(tmp_path.rglob("*"))
    with pytest.raises(UsageError) as refusal:
        corpus.query(sql)
    assert str(refusal.value)
    assert corpus.store.read_bytes() == before
    assert set(tmp_path.rglob("*")) == there


def test_sql_answers_with_values_that_json_holds_and_says_where_it_is_cut(corpus: Corpus) -> None:
    finding = corpus.query(
        "select 1.5::decimal(4,1) as a, date '2026-01-02' as b, [1, 2] as c, {'x': 'y'} as d, "
        "'nan'::double as e, null as f, true as g, 9223372036854775807 as h"
    )
    [row] = finding.rows()
    assert list(row.values()) == [
        1.5, "2026-01-02", [1, 2], {"x": "y"}, "nan", None, True, 9223372036854775807
    ]  # fmt: skip
    assert finding.complete
    cut = corpus.query("select * from claims", limit=5)
    assert (len(cut.values), cut.complete) == (5, False)
    assert corpus.query("with a as (select 1 as x) select x from a").values == ((1,),)
    assert corpus.query("explain select 1").values


def test_sql_that_takes_too_long_is_ended(corpus: Corpus) -> None:
    forever = "select count(*) from range(1000000) a, range(1000000) b, range(1000) c"
    with pytest.raises(UsageError, match=r"longer than 0\.3 seconds"):
        corpus.query(forever, seconds=0.3)


# Links


def test_claims_with_the_same_words_in_several_maps_are_one_claim(corpus: Corpus) -> None:
    [same] = corpus.links().same
    assert folded(same.text) == folded(QUIET)
    assert same.why == ("words",)
    assert [(place.map, place.claim, place.word) for place in same.places] == [
        ("school", "quiet-school", "contested"),
        ("town", "quieter", "stands"),
    ]


def test_short_texts_and_claims_of_one_map_are_left_apart(tmp_path: Path) -> None:
    write_maps(
        tmp_path / "maps",
        {
            "a/a.yaml": "claims: {x: That is wrong., y: It is so for all., z: It is so for all!}",
            "b/b.yaml": "claims: {x: That is wrong.}",
        },
    )
    assert corpus_of(tmp_path / "maps").links().same_total == 0


def test_a_lasting_id_joins_claims_whose_words_differ_and_a_number_of_a_file_does_not(
    tmp_path: Path,
) -> None:
    lasting = "0b9d4d14-7f2e-4c3a-9c53-5a8d1f0d2a11"
    texts = {}
    for name, text in (("one", "The bridge is closed."), ("two", "They closed the bridge.")):
        nodes = [
            {"nodeID": lasting.upper(), "text": text, "type": "I"},
            {"nodeID": "N7", "text": f"Only {name} says this here.", "type": "I"},
        ]
        texts[f"{name}.json"] = json.dumps({"nodes": nodes, "edges": [], "locutions": []})
    write_maps(tmp_path / "maps", texts)
    [same] = corpus_of(tmp_path / "maps").links(near=False).same
    assert (same.why, len(same.places)) == (("origin",), 2)


NEAR = {
    "a/a.yaml": "claims: {x: The harbour has to be made deeper before large ships can call.}",
    "b/b.yaml": "claims: {x: The harbour must be made deeper before large ships can call.}",
    "c/c.yaml": "claims: {x: The harbour has not to be made deeper before large ships can call.}",
    "d/d.yaml": "claims: {x: The harbour has to be made deeper before 9 large ships can call.}",
    "e/e.yaml": "claims: {x: Nobody in town has seen a ship for years and years.}",
}


def test_nearly_equal_claims_are_proposed_and_one_claim_only_when_that_is_wished(
    tmp_path: Path,
) -> None:
    write_maps(tmp_path / "maps", NEAR)
    corpus = corpus_of(tmp_path / "maps")
    finding = corpus.links()
    assert (finding.same_total, finding.near_total, finding.merges) == (0, 1, False)
    [pair] = finding.near
    assert (pair.first.map, pair.second.map) == ("a", "b")
    assert pair.likeness == round(10 / 13, 4)
    assert corpus.status("a#x").same == ()
    apart = exported(corpus, tmp_path / "apart")

    merge_near(corpus.store, merges=True)
    assert corpus.links().same_total == 1
    assert [place.map for place in corpus.status("a#x").same] == ["b"]
    write_maps(tmp_path / "maps", {"f/f.yaml": "claims: {x: It is so for all of us.}"})
    assert corpus_of(tmp_path / "maps").links().same_total == 1  # built again, it is as wished

    (tmp_path / "maps" / "f" / "f.yaml").unlink()
    merge_near(corpus.store, merges=False)
    assert exported(corpus_of(tmp_path / "maps"), tmp_path / "again") == apart


HARBOUR = "The harbour of the old town is deep enough for the ships of our days"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (f"{HARBOUR} at 5%.", f"{HARBOUR} at 5."),
        (f"{HARBOUR} at -5.", f"{HARBOUR} at 5."),
        (f"{HARBOUR} always.", f"{HARBOUR} sometimes."),
        (f"{HARBOUR}, which are safe.", f"{HARBOUR}, which are unsafe."),
        (f"{HARBOUR}, unlikely as it was.", f"{HARBOUR}, likely as it was."),
        (f"{HARBOUR}, which is unfit.", f"{HARBOUR}, which is fit."),
        (f"{HARBOUR}, harmful as they are.", f"{HARBOUR}, harmless as they are."),
        (f"{HARBOUR}: violent ones.", f"{HARBOUR}: non-violent ones."),
        (f"{HARBOUR} from 5 to 10.", f"{HARBOUR} from 10 to 5."),
        (f"{HARBOUR} if it rains.", f"{HARBOUR} unless it rains."),
        (f"{HARBOUR}: men say so to women.", f"{HARBOUR}: women say so to men."),
        (
            f"{HARBOUR}: cats eat dogs and dogs eat mice.",
            f"{HARBOUR}: cats eat dogs and mice eat dogs.",
        ),
        (f"{HARBOUR} of two towns.", f"{HARBOUR} of three towns."),
        (f"{HARBOUR}?", f"{HARBOUR} now."),
        (f"{{text: {HARBOUR} now., granted: true}}", f"{{text: {HARBOUR}., granted: pending}}"),
    ],
)
def test_what_turns_a_claim_is_not_proposed(tmp_path: Path, ours: str, theirs: str) -> None:
    assert in_two_maps(tmp_path / "two", _quoted(ours), _quoted(theirs)).links().near == ()


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (f"{HARBOUR} at 5%.", f"{HARBOUR}, at this stage, at 5%."),
        (f"{HARBOUR}: streets without cars.", f"{HARBOUR}: the streets without cars."),
        (f"{HARBOUR} and isn't old.", f"{HARBOUR} and is not old."),
        (f"{HARBOUR} in the cafe.", f"{HARBOUR} in the caf\u00e9."),
        (f"{{text: {HARBOUR} now., granted: true}}", f"{HARBOUR}."),
    ],
)
def test_other_words_of_a_claim_are(tmp_path: Path, ours: str, theirs: str) -> None:
    corpus = in_two_maps(tmp_path / "two", _quoted(ours), _quoted(theirs))
    assert len(corpus.links().near) == 1


def _quoted(claim: str) -> str:
    return claim if claim.startswith("{") else f'"{claim}"'


def test_a_chain_of_near_claims_is_not_one_claim(tmp_path: Path) -> None:
    for name, word in zip("abc", ("wise", "clever", "unwise"), strict=True):
        text = f"It is {word} to let children swim in the lake in summer."
        write_maps(tmp_path / "maps", {f"{name}/m.yaml": f"claims: {{x: {text}}}"})
    corpus = corpus_of(tmp_path / "maps")
    pairs = {(each.first.map, each.second.map) for each in corpus.links().near}
    assert pairs == {("a", "b"), ("b", "c")}
    merge_near(corpus.store, merges=True)
    [same] = corpus.links(near=False).same
    assert [place.map for place in same.places] in (["a", "b"], ["b", "c"])


def test_claims_cannot_be_merged_where_the_parts_are_gone(corpus: Corpus, tmp_path: Path) -> None:
    alone = tmp_path / "alone.duckdb"
    alone.write_bytes(corpus.store.read_bytes())
    with pytest.raises(UsageError, match="build it again"):
        merge_near(alone, merges=True)
    assert Corpus(alone).stats().maps == 4  # and all else can be asked of the file alone


# Numbers and statuses


def test_the_numbers_of_a_corpus(corpus: Corpus) -> None:
    finding = corpus.stats(limit=1)
    assert (finding.maps, finding.claims, finding.unsound) == (4, 12, 0)
    assert finding.relations == {"supports": 3, "attacks": 3, "undercuts": 1}
    assert sum(finding.words.values()) == 12
    assert finding.words["contested"] == 2
    assert (finding.unanswered, finding.disputed) == (2, 2)
    assert (finding.sizes.smallest, finding.sizes.largest, finding.sizes.largest_map) == (
        2,
        5,
        "town",
    )
    assert (finding.schemes, finding.most_schemes[0].name) == (1, "practical-reasoning")
    assert (finding.speakers, finding.most_speakers[0].name) == (1, "Bo Beck")
    assert (finding.components, finding.joining) == (4, 1)
    assert finding.largest is not None
    assert (finding.largest.claims, finding.largest.maps, finding.largest.map) == (7, 2, "school")


def test_an_objection_of_one_map_bears_on_the_same_claim_of_another(corpus: Corpus) -> None:
    finding = corpus.status("quieter")
    assert (finding.word, finding.reason) == ("contested", "unanswered objection")
    assert (finding.alone, finding.alone_reason) == ("stands", "granted")
    assert [(place.map, place.claim) for place in finding.same] == [("school", "quiet-school")]
    changed = corpus.changed()
    assert [(each.claim, each.alone, each.together) for each in changed.changed] == [
        ("quieter", "stands", "contested"),
    ]


def test_a_claim_is_named_by_its_id_or_with_its_map(maps: Path) -> None:
    write_maps(maps, {"more/a.yaml": "claims: {close: The harbour has to be closed.}"})
    corpus = corpus_of(maps)
    with pytest.raises(UsageError, match="name one: `more#close`, `town#close`"):
        corpus.status("close")
    assert corpus.status("town#close").map == "town"
    for name, hint in (
        ("nobody", "`argmap corpus search"),
        ("town#nobody", "`argmap corpus search"),
        ("closes", "did you mean `close`"),
        ("town#closes", "did you mean `town#close`"),
        ("twon#close", "did you mean `town#close`"),
        ("xyz#closes", "did you mean `close`"),
        ("CLOSES", "did you mean `close`"),
    ):
        with pytest.raises(UsageError, match=f"there is no claim `{name}` in this corpus; {hint}"):
            corpus.status(name)


def in_two_maps(folder: Path, *claims: str) -> Corpus:
    """A corpus of two claims, each in a map of its own."""
    for name, claim in zip("ab", claims, strict=True):
        write_maps(folder, {f"{name}/m.yaml": f"claims: {{x: {claim}}}"})
    return corpus_of(folder)


def same_in_two_maps(folder: Path, *claims: str) -> bool:
    """Whether two claims, each in a map of its own, are one claim."""
    same = in_two_maps(folder, *claims).links(near=False).same
    return bool(same) and not same[0].left_apart


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Es war schon schön hier.", "Es war schon schon hier."),
        ("Less than < 10 percent did.", "Less than > 10 percent did."),
        ("It fell by -5 degrees.", "It fell by 5 degrees."),
        ("The rate is 5% now.", "The rate is 5 now."),
        ("यह दिन था भला", "यह दीन था भला"),
        ("He writes all in C++.", "He writes all in C."),
        ("Prices rose by 2-3 percent.", "Prices rose by 2.3 percent."),
        ("The odds are 1:100 here.", "The odds are 1,100 here."),
        ("There are 10^6 such cells.", "There are 10 6 such cells."),
        ("It is 2024-01-02 by now.", "It is 2024.01.02 by now."),
        ("It was 2;3 of them so far.", "It was 2 3 of them so far."),
        ("It is 5\u2030 of all that.", "It is 5 of all that."),
        ("\u0967.\u0968 of it are here now.", "\u0967-\u0968 of it are here now."),
        ("Should the state help them?", "Should the state help them."),
    ],
)
def test_marks_and_signs_make_another_claim(tmp_path: Path, ours: str, theirs: str) -> None:
    assert not same_in_two_maps(tmp_path / "two", f'"{ours}"', f'"{theirs}"')


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("\u201cDon\u2019t\u201d stop \u2013 the cars!", "don't stop the CARS"),
        ("The cafe\u0301 is open now.", "The caf\u00e9 is open now"),
        ("It is 50 % of all.", "It is 50% of all."),
        ("It costs $ 5 by now.", "It costs $5 by now."),
        ("From 2 - 5 pills suffice.", "From 2\u20135 pills suffice."),
    ],
)
def test_case_and_punctuation_do_not(tmp_path: Path, ours: str, theirs: str) -> None:
    assert same_in_two_maps(tmp_path / "two", f'"{ours}"', f'"{theirs}"')


@pytest.mark.parametrize("theirs", ["true", "false", "pending"])
def test_claims_that_their_maps_mark_in_different_ways_are_left_apart(
    tmp_path: Path, theirs: str
) -> None:
    text = "{{text: Streets without cars are quieter., granted: {}}}"
    claims = (text.format(mark) for mark in ("true", theirs))
    assert same_in_two_maps(tmp_path / "two", *claims) is (theirs == "true")


def test_alone_and_together_are_read_under_the_same_semantics(tmp_path: Path) -> None:
    dilemma = """\
claims:
  a: {text: The first way is the right way., attacked_by: b}
  b: {text: The second way is the right way., attacked_by: a}
  c: {text: There is no way that is right., attacked_by: [a, b]}
  d: {text: Some way has to be taken now., attacked_by: c}
"""
    write_maps(
        tmp_path / "two",
        {"m/m.yaml": dilemma, "n/n.yaml": "claims: {d: Some way has to be taken now.}"},
    )
    corpus = corpus_of(tmp_path / "two")
    finding = corpus.status("m#d", "preferred")
    assert (finding.alone, finding.word) == ("stands", "stands")
    assert (corpus.status("m#d").alone, corpus.status("m#d").word) == ("open", "open")
    changed = corpus.changed(semantics="preferred").changed
    assert [(each.map, each.claim) for each in changed] == []
    write_maps(tmp_path / "two", {"o/o.yaml": """\
claims:
  c: There is no way that is right.
  e: {text: Some way has to be taken now., attacked_by: f}
  f: Nothing has to be done at all.
"""})  # fmt: skip
    changed = corpus_of(tmp_path / "two").changed(semantics="preferred").changed
    assert [(each.map, each.claim, each.alone, each.together) for each in changed] == [
        ("m", "d", "stands", "contested"),
        ("n", "d", "stands", "contested"),
        ("o", "c", "stands", "open"),
    ]


def test_what_a_program_asks_wrongly_is_refused_in_words(corpus: Corpus, tmp_path: Path) -> None:
    for wrong, words in (
        (lambda: corpus.search("x", limit=-3), "a limit of -3"),
        (lambda: corpus.changed(semantics="nonsense"), "there is no semantics `nonsense`"),
        (lambda: corpus.status("close", "nonsense"), "there is no semantics `nonsense`"),
        (lambda: build_corpus(tmp_path, ""), "an empty word names no file"),
        (lambda: build_corpus(tmp_path, tmp_path / "c.duckdb", workers=0), "0 workers"),
        (lambda: build_corpus(corpus.store, tmp_path / "c.duckdb"), "duckdb is a file; name"),
        (
            lambda: build_corpus(tmp_path, tmp_path / "c.duckdb", scheduler=""),
            "an empty word names no scheduler",
        ),
        (lambda: corpus.query("select '\udcff'"), r"`select '\\xff'` is no text in UTF-8"),
        (lambda: corpus.status("x\udcff"), "is no text in UTF-8"),
        (lambda: corpus.export(""), "an empty word names no folder"),
        (lambda: build_corpus(tmp_path, tmp_path / "\udcff" / "c.duckdb"), "is no text in UTF-8"),
        (lambda: corpus.query("load x"), "this is no question; begin with `select`"),
    ):
        with pytest.raises(UsageError, match=words):
            wrong()


@pytest.mark.parametrize("form", ["parquet", "csv", "json"])
def test_tables_are_exported_whole(corpus: Corpus, tmp_path: Path, form: str) -> None:
    files = exported(corpus, tmp_path / "out", form)
    assert sorted(files) == sorted(f"{name}.{form}" for name in (
        "claims", "components", "diagnostics", "links", "maps", "premises", "relations",
        "restated", "sources",
    ))  # fmt: skip
    if form == "csv":
        assert len(files["claims.csv"].splitlines()) == 13
    with pytest.raises(UsageError, match="there is no format `xml`"):
        corpus.export(tmp_path, "xml")


DRAWN_TOGETHER = """\
claims:
  a: L'\u00e9cole doit \u00eatre gratuite pour tous.
  b: The mayor\u2019s plan is very good.
  c: They don't know O'Brien.
  d: "D'aujourd'hui, 'the state' of \u2018students\u2019."
"""


@pytest.fixture(name="drawn_together", scope="module")
def _drawn_together(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("drawn") / "maps"
    write_maps(folder, {"m/m.yaml": DRAWN_TOGETHER})
    return corpus_of(folder)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("\u00e9cole", ["a"]),
        ("l'\u00e9cole", ["a"]),
        ("mayor", ["b"]),
        ("mayors", ["b"]),
        ("brien", ["c"]),
        ("o'brien", ["c"]),
        ("dont", ["c"]),
        ("don", []),
        ("aujourd'hui", ["d"]),
        ("state", ["d"]),
        ('"mayor\'s plan"', ["b"]),
    ],
)
def test_what_an_apostrophe_draws_together_is_found_whole_and_by_its_parts(
    drawn_together: Corpus, words: str, ids: list[str]
) -> None:
    assert [hit.claim for hit in drawn_together.search(words).hits] == ids


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ('"very goo*"', 1),
        ('"very goo*".', 1),
        ("\u201every goo*\u201c", 1),
        ('"very goo"', 0),
        ('"ver* good"', 0),
        ('"is ver*"', 1),
    ],
)
def test_the_last_word_between_quotation_marks_can_be_a_beginning(
    drawn_together: Corpus, words: str, total: int
) -> None:
    assert drawn_together.search(words).total == total


def test_columns_of_one_name_are_told_apart_in_python(corpus: Corpus) -> None:
    answer = corpus.query("select 1 as a, 2 as a, 3 as a_1, 4 as a")
    assert answer.rows() == [{"a": 1, "a_2": 2, "a_1": 3, "a_3": 4}]


def test_a_proposal_names_claims_of_two_maps(tmp_path: Path) -> None:
    harbour, deep = (f"The harbour must be made {how} for large ships." for how in ("deep", "wide"))
    own = f"claims: {{x: {{text: {harbour}, supported_by: [y]}}, y: {deep}}}"
    write_maps(tmp_path / "maps", {"a/a.yaml": own, "b/b.yaml": f"claims: {{y: {deep}}}"})
    [pair] = corpus_of(tmp_path / "maps").links().near
    assert [(each.map, each.claim) for each in (pair.first, pair.second)] == [
        ("a", "x"),
        ("b", "y"),
    ]
