"""A corpus tells what it did: the paths of files, what was passed over, where tables may go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.corpus.building import build_corpus
from argmap.corpus.corpus import Corpus
from argmap.corpus.rows_in_text import query_text
from argmap.corpus.telling import build_text, changed_text, links_text, search_text, together_text
from argmap.errors import UsageError
from tests.corpus.folders import corpus_of, exported, write_maps


def test_only_the_start_of_a_path_is_left_out_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    texts = {
        "extra/data/map.yaml": "claims:\n  x: X.\n",
        "extra/data/twice.yaml": "claims:\n  x: X.\n",
    }
    write_maps(Path("a"), texts)
    rows = corpus_of(Path("a")).query("select file, message, hint from diagnostics").values
    assert rows
    assert {file for file, _, _ in rows} <= {*texts}
    assert "extra/data/map.yaml" in rows[0][1]


@pytest.mark.parametrize("below", ["", "town", "new/tables"])
@pytest.mark.parametrize("form", ["csv", "json"])
def test_no_table_is_written_where_the_next_build_would_take_it_for_a_map(
    maps: Path, below: str, form: str
) -> None:
    corpus = corpus_of(maps)
    with pytest.raises(UsageError, match="would take the tables for maps; name a folder outside"):
        corpus.export(maps / below, form)
    assert not (maps / "new").exists()
    assert corpus_of(maps).stats().maps == 4


def test_tables_may_go_where_no_build_reads_them(maps: Path) -> None:
    corpus = corpus_of(maps)
    assert exported(corpus, maps / ".tables", "csv")
    assert exported(corpus, maps / "tables")  # Parquet is no format of maps
    assert exported(corpus, maps.parent / "tables", "csv")
    assert corpus_of(maps).stats().maps == 4


@pytest.mark.parametrize("name", ["maps.duckdb.parts", "maps.duckdb.parts/x", "new.duckdb.parts"])
def test_no_table_is_written_among_parts(maps: Path, name: str) -> None:
    corpus = corpus_of(maps)
    with pytest.raises(UsageError, match="keeps what was read for a corpus; name another folder"):
        corpus.export(maps.parent / name)


def test_a_file_is_no_folder_for_tables(maps: Path) -> None:
    corpus = corpus_of(maps)
    with pytest.raises(UsageError, match=r"notes\.txt is a file; name a folder for the tables"):
        corpus.export(maps / "notes.txt")


def test_files_of_no_format_are_named_by_every_build(maps: Path) -> None:
    write_maps(maps, {"town.d/package.json": '{"name": "x"}'})
    for is_same in (False, True):
        built = build_corpus(maps, maps.with_name("maps.duckdb"))
        assert built.is_same is is_same
        assert built.passed_over_files == ("notes.txt", "town.d/package.json")
        assert "2 files passed over, as no format fits: notes.txt, town.d/package.json." in [
            *build_text(built, "maps")
        ]


def test_of_many_files_of_no_format_the_text_names_the_first(maps: Path) -> None:
    write_maps(maps, {f"{number}.txt": "Nothing." for number in range(7)})
    built = build_corpus(maps, maps.with_name("maps.duckdb"))
    assert built.passed_over == len(built.passed_over_files) == 8
    last = [*build_text(built, "maps")][-1]
    assert last.endswith("4.txt and 3 more; `--json` names every one.")


def test_of_a_long_claim_the_text_shows_the_beginning_and_the_answer_has_all(
    tmp_path: Path,
) -> None:
    long = "A word and\n\n" * 50_000
    text = json.dumps(long)
    for name in ("one", "two"):
        write_maps(tmp_path / "maps", {f"{name}/a.yaml": f"claims:\n  a: {{text: {text}}}\n"})
    more = "claims:\n  a: {text: " + text + ", attacked_by: [b]}\n  b: No.\n"
    write_maps(tmp_path / "maps", {"two/a.yaml": more})
    corpus = corpus_of(tmp_path / "maps")
    hit, links, changed = corpus.search("word"), corpus.links(), corpus.changed()
    assert len(hit.hits[0].text) > 500_000
    assert links.same_total == changed.total == 1
    for lines in (
        search_text(hit),
        links_text(links, "corpus.duckdb"),
        changed_text(changed),
        together_text(corpus.status("one#a")),
    ):
        shown = "\n".join(lines)
        assert "A word and A word and" in shown
        assert "…" in shown
        assert len(shown) < 2_000


def test_rows_too_wide_for_columns_are_told_value_by_value(maps: Path) -> None:
    answer = corpus_of(maps).query("select map, title, claims from maps where claims > 2")
    assert [*query_text(answer, 80)] == [
        "map     title         claims",
        "school                3",
        "town    The old town  5",
    ]
    wide = corpus_of(maps).query(
        "select map, title, repeat('x ', 30) as x from maps where claims > 2"
    )
    assert [line.rstrip() for line in query_text(wide, 60)] == [
        "map: school",
        "title:",
        f"x: {'x ' * 30}".rstrip(),
        "",
        "map: town",
        "title: The old town",
        f"x: {'x ' * 30}".rstrip(),
    ]
    empty = corpus_of(maps).query("select * from maps where false")
    assert [line.split() for line in query_text(empty, 60)] == [[*empty.columns]]


def test_a_build_counts_maps_and_says_what_was_read_in_vain(maps: Path) -> None:
    write_maps(maps, {"bad/a.yaml": "claims:\n  a: {text: A., supported_by: [nothing]}\n"})
    store = maps.with_name("maps.duckdb")
    first = build_corpus(maps, store)
    assert [*build_text(first, "maps")][1] == "5 maps read."
    again = build_corpus(maps, store)
    assert [*build_text(again, "maps")][
        1
    ] == "1 map read again with the same result, 4 maps as before."
    (maps / "trams.json").unlink()
    (maps / "bad" / "a.yaml").unlink()
    gone = build_corpus(maps, store)
    assert [*build_text(gone, "maps")][1] == "No maps read, 3 as before, 2 gone."
    same = build_corpus(maps, store)
    assert [*build_text(same, "maps")][1] == "Nothing had changed, 3 maps as before."
    for built in (first, again, gone, same):
        assert built.read + built.kept == built.maps


def test_a_folder_without_maps_is_told_where_maps_are_explained(tmp_path: Path) -> None:
    write_maps(tmp_path / "maps", {"notes.txt": "Nothing."})
    built = build_corpus(tmp_path / "maps", tmp_path / "maps.duckdb")
    assert [*build_text(built, "maps")][1:] == [
        "No maps found in maps; `argmap explain formats` says what is a map.",
        "1 file passed over, as no format fits: notes.txt.",
    ]


def test_a_folder_is_no_corpus_and_none_is_to_be_made_in_its_place(maps: Path) -> None:
    with pytest.raises(UsageError, match="is a folder; name the file of a corpus"):
        Corpus(maps)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("อ่าน", []),  # Thai: "read", within what has no spaces
        ("ฉัน*", ["thai"]),
        ("학교", []),  # Korean: "school", which has a particle
        ("학교*", ["korean"]),
        ("本", ["japanese"]),
        ("cafes", ["accents"]),
        ("trams 🚋", ["emoji"]),
    ],
)
def test_words_are_found_in_other_scripts_as_the_guide_says(
    tmp_path: Path, words: str, ids: list[str]
) -> None:
    text = (
        "claims:\n"
        "  thai: ฉันชอบอ่านหนังสือ\n"
        "  korean: 학교에서 친구를 만났다\n"
        "  japanese: 私は本を読む\n"
        "  accents: Cafés are calm.\n"
        "  emoji: Trams 🚋 are loud.\n"
    )
    write_maps(tmp_path / "maps", {"a/a.yaml": text})
    assert [hit.claim for hit in corpus_of(tmp_path / "maps").search(words).hits] == ids


def test_a_third_map_makes_equal_claims_of_one_map_one_unless_a_relation_joins_them(
    tmp_path: Path,
) -> None:
    maps = tmp_path / "maps"
    twice = "claims:\n  x: Cars are bad for towns.\n  y: cars are BAD for towns!\n"
    write_maps(maps, {"a/a.yaml": twice})
    assert corpus_of(maps).links().same_total == 0
    write_maps(maps, {"b/b.yaml": "claims:\n  z: Cars are bad for towns.\n"})
    corpus = corpus_of(maps)
    assert [(each.map, each.claim) for each in corpus.status("x").same] == [("a", "y"), ("b", "z")]
    joined = twice.replace(
        "x: Cars are bad for towns.", "x: {text: Cars are bad for towns., supported_by: y}"
    )
    write_maps(maps, {"a/a.yaml": joined})
    corpus = corpus_of(maps)
    assert corpus.status("x").left_apart == (("a#x", "a#y"),)
    [same] = corpus.links().same
    assert same.left_apart == (("a#x", "a#y"),)
    assert "a#x and a#y" in " ".join(" ".join(links_text(corpus.links(), "corpus.duckdb")).split())
