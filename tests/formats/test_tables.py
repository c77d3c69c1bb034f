"""Layouts of tables in CSV files and workbooks, and what is said of tables that are no map."""

from __future__ import annotations

import csv
import io
from itertools import chain

import pytest

from argmap.formats.exchange import Wishes
from argmap.formats.table import FORMATS
from argmap.formats.tabular.headings import WORDS
from argmap.model.claim import Mode
from tests.formats.reading import drawn, formats_of, imported, lost

LAYOUTS = {
    "relations": ("from,to,kind\nA,B,supports\nC,B,attacks\n", ["a + b", "c - b"]),
    "edges of a graph": ("Source,Target,Type\nA,B,pro\nC,B,con\n", ["a + b", "c - b"]),
    "linked premises": (
        "from,to,kind\nA,B,supports\nA & C,D,supports\nC,B,-\n",
        ["a & c + d", "a + b", "c - b"],
    ),
    "parent and stance": (
        "id,text,parent,stance\n1,Ban cars.,,\n2,Air.,1,pro\n3,No.,2,con\n",
        ["2 + 1", "3 - 2"],
    ),
    "a parent named by its text": (
        "text,parent,stance\nBan cars.,,\nAir.,Ban cars.,pro\nNo.,air.,con\n",
        ["air + ban-cars", "no - air"],
    ),
    "two parents": (
        "id,text,parent,stance\na,A,,\nb,B,,\nc,C,a; b,con\n",
        ["c - a", "c - b"],
    ),
    "lists of targets": (
        "id,text,supports,attacks\na,A,,\nb,B,a,\nc,C,,a; b\n",
        ["b + a", "c - a", "c - b"],
    ),
    "lists of reasons": (
        "id,text,supported by,attacked by\na,A,b,c\nb,B,,\nc,C,,\n",
        ["b + a", "c - a"],
    ),
    "texts with semicolons, headings with underscores": (
        '"arg_1","from_claim","to_claim","relation_type"\nx,"No; never.","Ban; cars.",attack\n',
        ["no-never - ban-cars"],
    ),
    "pro and con": (
        'claim,pro,con\nBan cars.,"Air.\nNoise.",Shops.\n,Law.,\n',
        ["air + ban-cars", "law + ban-cars", "noise + ban-cars", "shops - ban-cars"],
    ),
    "pro and con with bullets": (
        'claim,pro,con\nBan cars.,"- Quiet\n\u2022 Clean","1. Shops\n2) Law"\n,"\'- One",\n',
        [
            "clean + ban-cars",
            "law - ban-cars",
            "one + ban-cars",
            "quiet + ban-cars",
            "shops - ban-cars",
        ],
    ),
    "lists with bullets": ('id,text,attacks\na,A,\nb,B,\nc,C,"- a\n- b"\n', ["c - a", "c - b"]),
    "a topic": (
        "topic,claim,stance\nBan cars,Air,pro\nBan cars,Shops,con\n",
        ["air + ban-cars", "shops - ban-cars"],
    ),
    "two tables": (
        "id,text\na,A\nb,B\nc,C\n\nfrom,to,relation,id\nb,a,supports,r1\nc,r1,undercuts,\n",
        ["b + a", "c / r1"],
    ),
    "rows of both kinds": (
        "id,text,from,to,kind\na,A,,,claim\nb,B,,,claim\nr1,,b,a,supports\n,,a,r1,undercuts\n",
        ["a / r1", "b + a"],
    ),
    "German": (
        "Nr;Behauptung;Oberthese;Haltung\n1;Autos raus.;;\n2;Läden.;1;dagegen\n3;Luft.;1;dafür\n",
        ["2 - 1", "3 + 1"],
    ),
    "French": ("De\tVers\tRelation\nA\tB\tpour\nC\tB\tcontre\n", ["a + b", "c - b"]),
    "Spanish": (
        "afirmación,padre,postura\nA,,\nB,A,a favor\nC,A,en contra\n",
        ["b + a", "c - a"],
    ),
    "Portuguese": ("origem;destino;tipo\nA;B;apoia\nC;B;ataca\n", ["a + b", "c - b"]),
    "Excel's own first line": ("sep=|\nfrom|to|kind\nA|B|+\n", ["a + b"]),
    "a title above": ("My debate\n\nfrom,to,kind\nA,B,supports\n", ["a + b"]),
    "contradiction": ("from,to,kind\nA,B,contradicts\n", ["a - b", "b - a"]),
    "an attack undercut": (
        "id,from,to,kind\nr,a,b,attacks\ns,c,r,undercuts\n,d,s,undercuts\n",
        ["a - b", "c / r", "d / s"],
    ),
    "ids with signs of paths": (
        "id,text,parent,stance\n../x,Root,,\nA/1,Sub,../x,pro\n",
        ["sub + root"],
    ),
}


@pytest.mark.parametrize(("text", "relations"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_table_is_read_by_the_headings_of_its_columns(text: str, relations: list[str]) -> None:
    for content in (text, text.replace("\n", "\r\n"), f"\ufeff{text}", text.rstrip("\n")):
        assert drawn(imported("csv", content, "map.csv").map) == relations
    assert drawn(imported("csv", text.encode("utf-16"), "map.csv").map) == relations
    assert formats_of("map.csv", text) == ["csv"]
    if "title" not in text:
        assert formats_of("map", text) in (["csv"], [])


@pytest.mark.parametrize(("text", "relations"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_workbook_is_read_as_the_same_table(text: str, relations: list[str]) -> None:
    import openpyxl  # noqa: PLC0415  # an extra

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    bare = text.removeprefix("sep=|\n")
    sign = max(",;\t|", key=bare.split("\n\n")[-1].count)
    for number, table in enumerate(bare.split("\n\n")):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in csv.reader(io.StringIO(table), delimiter=sign):
            sheet.append([int(cell) if cell.isdigit() else cell or None for cell in row])
    saved = io.BytesIO()
    book.save(saved)
    assert drawn(imported("xlsx", saved.getvalue(), "map.xlsx").map) == relations
    assert formats_of("map.xlsx", saved.getvalue()) == ["xlsx"]


LOST = {
    "relations of an unknown kind": "from,to,kind\nA,B,wibbles\n",
    "pairs that no relation joins": "from,to,kind\nA,B,no_relation\n",
    "links that are neither for nor against": "text,parent,stance\nA,,\nB,A,neutral\n",
    "links by `&`, as not all of their parts are named elsewhere": (
        "from,to,kind\nquiet & clean,ban,pro\nquiet,ban,pro\n"
    ),
    "relations without a kind": "from,to,kind\nA,B,\n",
    "relations without a premise or a target": "from,to,kind\nA,B,pro\n,B,pro\n",
    "stances that are not known": "text,parent,stance\nA,,\nB,A,maybe\n",
    "links of claims without a stance": "text,parent,stance\nA,,\nB,A,\n",
    "relations without a target": "id,text,parent,stance\na,A,,\nb,B,zz,pro\n",
    "claims with the id of another one": "id,text,parent,stance\na,A,,\na,B,,\n",
    "undercuts of a claim in place of a relation": "from,to,kind\nA,B,undercuts\n",
    "values of formulas, which stand as they are written": "id,text,parent\na,=SUM(A1:A2),\n",
    "cells that are not understood": "id,text,parent,credence\na,A,,much\n",
    "cells without a heading of their own": "id,text,parent\na,A,,more\n",
    "rows above the headings": "My debate\nfrom,to,kind\nA,B,pro\n",
    "cells of a claim that has another row before": (
        "topic,claim,stance,note\nBan,Air,pro,x\nLaw,Air,con,y\n"
    ),
    "cells beside contradictions and restatements": "from,to,kind,note\na,b,restates,x\n",
    "cells of rows without a claim": "claim,pro,note\nBan,Air,\n,Law,x\n",
    "further rows of the kind title": "id,text,kind\na,A,claim\n,T,title\n,U,title\n",
    "sources without an id": "id,text,kind\na,A,claim\n,T,source\n",
    "tables that are no map": "id,text,parent\na,A,\n\nfrom,note\na,x\n",
}


@pytest.mark.parametrize(("what", "text"), LOST.items(), ids=LOST)
def test_what_is_not_understood_is_told(what: str, text: str) -> None:
    assert lost(imported("csv", text, "map.csv")) == {what: 1}


CELLS = ("Zork 7", "Quux 8")
AROUND = {
    "claims of a tree": ("id;text;parent;stance;{}", "1;Ban;;;{}", "2;Air;1;pro;{}"),
    "claims without a text": ("id;{};parent;stance", "1;{};;", "2;{};1;pro"),
    "a list of claims": ("id;text;{}", "1;Ban;{}", "2;Air;{}"),
    "claims with a source": ("id;text;source;{}", "1;Ban;Book;{}", "2;Air;Book;{}"),
    "relations": ("from;to;kind;{}", "a;b;supports;{}", "c;b;attacks;{}"),
    "pairs": ("from;to;kind;{}", "a;b;contradicts;{}", "c;d;restates;{}"),
}


@pytest.mark.parametrize("layout", AROUND)
def test_no_cell_is_dropped_in_silence(layout: str) -> None:
    head, *rows = AROUND[layout]
    for word in dict.fromkeys([*chain(*WORDS.values()), "colour"]):
        table = [
            head.format(word),
            *(row.format(cell) for row, cell in zip(rows, CELLS, strict=True)),
        ]
        result = imported("csv", "\n".join(table), "map.csv")
        if result.diagnostics:
            continue
        written = str(FORMATS["argmap"].writes().write(result.map, Wishes()).content)
        there = [cell for cell in CELLS if cell in written]
        assert len(there) + sum(lost(result).values()) >= len(CELLS), (word, written)


@pytest.mark.parametrize(
    "table",
    [
        "Nr;{};Bezug;Haltung\n1;Tempolimit;;\n2;Weniger Tote;1;Pro\n",
        "Nr;{};Begründung;Parent;Stance\n1;Tempolimit;Weil;;\n2;Weniger Tote;;1;Pro\n",
        "{};Parent;Stance\nTempolimit;;\nWeniger Tote;Tempolimit;Pro\n",
        "{};Pro;Contra\nTempolimit;Weniger Tote;\n",
    ],
)
@pytest.mark.parametrize(
    "heading",
    [
        "Claim",
        "These",
        "Thesis",
        "Thèse",
        "Tesis",
        "Tese",
        "Hauptthese",
        "Topic",
        "Thema",
        "Sujet",
        "Tema",
        "Motion",
        "Antrag",
        "Titel",
        "Title",
        "Titre",
        "Título",
        "Argument",
        "Label",
    ],
)
def test_the_only_column_with_words_has_the_texts_of_claims(table: str, heading: str) -> None:
    argument_map = imported("csv", table.format(heading), "map.csv").map
    texts = sorted(claim.text for claim in argument_map.claims.values())
    assert texts == ["Tempolimit", "Weniger Tote"]
    assert len(argument_map.relations) == 1


def test_a_topic_beside_texts_is_a_section_where_claims_name_each_other() -> None:
    text = "ID,Topic,Text,Parent,Stance\n1,Cars,Ban cars,,\n2,Cars,Quiet,1,pro\n"
    result = imported("csv", text, "map.csv")
    assert drawn(result.map) == ["2 + 1"]
    assert {claim.section for claim in result.map.claims.values()} == {"Cars"}
    assert not result.lost
    towards = imported("csv", f"{text}3,Ban cars,Law,,con\n", "map.csv")
    assert drawn(towards.map) == ["2 + 1", "3 - 1"]


def test_what_describes_a_source_is_kept_with_it_and_other_values_with_the_claim() -> None:
    text = "id,text,source,year,doi,ISBN\n1,A,Book,2020,10.1/x,\n2,B,Book,2021,,\n3,C,,,,978\n"
    argument_map = imported("csv", text, "map.csv").map
    [source] = argument_map.sources.values()
    assert (source.date, source.doi, source.isbn) == ("2020", "10.1/x", None)
    assert [claim.meta for claim in argument_map.claims.values()] == [
        {},
        {"year": "2021"},
        {"ISBN": "978"},
    ]


def test_signs_within_a_text_make_no_link() -> None:
    result = imported("csv", "from,to,kind\nR&D pays,ban,pro\nSalt & pepper,ban,pro\n", "m.csv")
    assert drawn(result.map) == ["r-d-pays + ban", "salt-pepper + ban"]
    assert [loss.example for loss in result.lost] == ["Salt & pepper (one claim now)"]


ERRORS = {
    "no map: `Anna`, `a`, `0.5`": "Anna,a,0.5\nBob,b,0.7\n",
    "no map: `colour`, `size`": "colour,size\nred,1\n",
    "what readers think": "name,claim,verdict\nAnna,a,0.5\n",
    "no column says whether `from` and `to`": "from,to\na,b\n",
    "the row that begins here is broken": 'id,text,parent\n1,"abc\n2,def\n',
    "there is no table": "",
}


@pytest.mark.parametrize(("message", "text"), ERRORS.items(), ids=ERRORS)
def test_a_table_that_is_no_map_is_an_error_with_a_cure(message: str, text: str) -> None:
    result = imported("csv", text, "map.csv")
    [problem] = result.diagnostics
    assert message in problem.message
    assert problem.hint
    assert problem.code == "AM702"
    assert not result.map.claims


def test_columns_can_be_named() -> None:
    text = "Wort,Grund,Art\nA,B,pro\n"
    wishes = Wishes(columns={"target": "Wort", "from": "Grund", "kind": "Art"})
    assert drawn(imported("csv", text, wishes=wishes).map) == ["b + a"]
    [missing] = imported("csv", text, wishes=Wishes(columns={"claim": "Satz"})).diagnostics
    assert "`Satz`" in missing.message
    assert "`Wort`" in missing.message
    [unknown] = imported("csv", text, wishes=Wishes(columns={"colour": "Art"})).diagnostics
    assert "`colour`" in unknown.message


def test_sources_speakers_and_data_of_ones_own_are_kept() -> None:
    text = (
        "id,text,parent,stance,source,author,quote,page,owner,date\n"
        'a,A,,,Report,"Amsel, A.; Bock, B.",so it is,7,Anna,2024\n'
        "b,B,a,pro,https://e.org/x,,,,,\n"
        "c,C,a,con,,The mayor,,,,\n"
    )
    argument_map = imported("csv", text, "map.csv").map
    a, b, c = (argument_map.claims[id_] for id_ in "abc")
    source = argument_map.sources[a.source or ""]
    assert (source.title, source.authors, source.date) == (
        "Report",
        ("Amsel, A.", "Bock, B."),
        "2024",
    )
    assert (a.locators[0].quote, a.locators[0].page, a.meta) == ("so it is", "7", {"owner": "Anna"})
    assert argument_map.sources[b.source or ""].url == "https://e.org/x"
    assert (c.speaker, c.source, c.mode) == ("The mayor", None, Mode.ASSERTED)


def test_an_encoding_that_is_guessed_is_told() -> None:
    from argmap.formats.foreign_file import ForeignFile  # noqa: PLC0415

    content = "von;nach;art\nLärm;B;pro\n".encode("latin-1")
    assert drawn(imported("csv", content).map) == ["laerm + b"]
    [doubt] = ForeignFile("map.csv", content).doubts
    assert (doubt.code, doubt.location.line) == ("AM707", 2)


def test_prose_and_other_tables_are_not_read_as_maps() -> None:
    assert formats_of("a.txt", "from here, to there, in kind\nwe went\n") == []
    assert formats_of("a.txt", "id,text\n1,hello\n") == []
    assert formats_of("a.txt", "From,To,Kind\na,b,pro\n") == ["csv"]
    assert formats_of("a.csv", "id,text\n1,hello\n") == ["csv"]


def test_a_label_that_is_a_number_is_data_of_whoever_coded_the_text() -> None:
    text = "topic,claim,stance,label\nBan cars,Air,1,0\nBan cars,Shops,-1,Shops lose\n"
    argument_map = imported("csv", text, "map.csv").map
    assert drawn(argument_map) == ["air + ban-cars", "shops-lose - ban-cars"]
    assert argument_map.claims["air"].label is None
    assert argument_map.claims["air"].meta == {"label": "0"}
    assert argument_map.claims["shops-lose"].label == "Shops lose"
