"""Sources are filled in from BibTeX and CSL JSON; what is broken there is told with its place."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.pipeline import check, check_revision
from argmap.reading.bibliography.bibtex import read_bibtex
from argmap.reading.bibliography.csl import read_csl
from argmap.reading.bibliography.latex import letters
from argmap.reading.bibliography.work import Work
from argmap.views.words.citations import citations_of

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.diagnostics import Diagnostic
    from argmap.model.source import Source
    from argmap.pipeline import Checked

CLAIM = "claims: {quieter: Streets are quieter.}\n"
NAMES = {
    r"M{\"u}ller, J{\"o}rg": ("Jörg Müller", "Müller"),
    r"M\"uller, J\"org": ("Jörg Müller", "Müller"),
    r"{\'E}mile Zola": ("Émile Zola", "Zola"),
    r"\'{E}mile Zola": ("Émile Zola", "Zola"),
    r"Erd\H{o}s, Paul": ("Paul Erdős", "Erdős"),
    r"{\O}rsted, Hans Christian": ("Hans Christian Ørsted", "Ørsted"),
    r"Gau{\ss}, Carl Friedrich": ("Carl Friedrich Gauß", "Gauß"),
    r"Na\"{\i}m, Samir": ("Samir Naïm", "Naïm"),
    r"Dvo\v{r}{\'a}k, Anton{\'\i}n": ("Antonín Dvořák", "Dvořák"),
    r"{\L}ukasiewicz, Jan": ("Jan Łukasiewicz", "Łukasiewicz"),
    "Ludwig van Beethoven": ("Ludwig van Beethoven", "van Beethoven"),
    "van Beethoven, Ludwig": ("Ludwig van Beethoven", "van Beethoven"),
    "King, Jr., Martin Luther": ("Martin Luther King Jr.", "King"),
    "García Márquez, Gabriel": ("García Márquez, Gabriel", "García Márquez"),
    "Gabriel {García Márquez}": ("García Márquez, Gabriel", "García Márquez"),
    "{World Health Organization}": ("World Health Organization", "World Health Organization"),
    "{Barnes and Noble}": ("Barnes and Noble", "Barnes and Noble"),
    "Plato": ("Plato", "Plato"),
}
DATES = {
    "date = {2020-03-04}, year = 1999": "2020-03-04",
    "year = 2020": "2020",
    "year = {2020}, month = mar": "2020-03",
    "year = 2020, month = {March}, day = 4": "2020-03-04",
    "year = 2020, month = 3": "2020-03",
    "year = 2020, month = {Spring}": "2020",
    "year = 2020, month = {12345}": "2020",
    "date = {2020/2021}": "2020/2021",
    "year = {in press}": "in press",
    "note = {undated}": None,
}
TITLES = {
    r"The {DNA} of {\O}re": "The DNA of Øre",
    r"Up by 50% \& more": "Up by 50% & more",
    r"Up by 50\% \emph{again}": "Up by 50% again",
    r"``Quoted'' na{\"\i}vely": "“Quoted” naïvely",
    "Over\n   two lines": "Over two lines",
    "{{Doubly braced}}": "Doubly braced",
    "Already ünïcode": "Already ünïcode",
}


def entry(fields: str) -> Work:
    """The work of a BibTeX entry with these fields."""
    bibliography = read_bibtex(f"@article{{key, {fields}}}", "refs.bib")
    assert not bibliography.diagnostics
    return bibliography.entries["key"]()


@pytest.mark.parametrize("written", NAMES)
def test_an_author_of_bibtex_is_named_in_letters_and_cited_by_the_family_name(
    written: str, tmp_path: Path
) -> None:
    name, cited = NAMES[written]
    source = filled(tmp_path, f"@book{{key, author = {{{written}}}, year = 2020}}")
    assert source.authors == (name,)
    assert citations_of({"key": source}) == {"key": f"{cited} 2020"}


@pytest.mark.parametrize("written", DATES)
def test_a_date_of_bibtex_is_the_most_exact_one_that_is_given(written: str) -> None:
    assert entry(written).date == DATES[written]


@pytest.mark.parametrize("written", TITLES)
def test_a_title_of_bibtex_comes_out_in_letters(written: str) -> None:
    assert entry(f"title = {{{written}}}").title == TITLES[written]


@pytest.mark.parametrize("written", [r"a \verb", r"{a} \input"])
def test_latex_that_cannot_be_read_stays_without_its_braces(written: str) -> None:
    assert letters(written) == written.replace("{a}", "a")


def test_authors_of_bibtex_are_parted_outside_braces_alone() -> None:
    people = entry("author = {Ada Reed and {Barnes and Noble} AND Okakura, Kakuz\\={o} and others}")
    assert people.authors == ("Ada Reed", "Barnes and Noble", "Kakuzō Okakura", "others")
    assert people.whole_names == {"Barnes and Noble", "others"}
    assert entry("editor = {Ada Reed}").authors == ("Ada Reed",)


def test_abbreviations_and_joined_pieces_are_written_out() -> None:
    text = '@string{oup = "Oxford"}\n@book{key, title = "A " # {b # c}, publisher = OUP # { Press}}'
    work = read_bibtex(text, "refs.bib").entries["key"]()
    assert (work.title, work.publisher) == ("A b # c", "Oxford Press")


def test_addresses_keep_their_signs() -> None:
    work = entry(r"url = {https://x.org/a\_b%20c~d}, doi = {10.1000/a\_b}, urldate = {2026-03-09}")
    assert work.url == "https://x.org/a_b%20c~d"
    assert (work.doi, work.accessed) == ("10.1000/a_b", "2026-03-09")


def test_a_broken_entry_costs_no_other() -> None:
    text = (
        "@book{first, title = {First}}\n"
        "@book{broken, title = {A brace is missing, year = 2001}\n\n"
        "@book{last, title = {Last}, title = {Again}}\n"
        "@book{first, title = {Twice}}\n"
    )
    bibliography = read_bibtex(text, "refs.bib")
    assert {key: work().title for key, work in bibliography.entries.items()} == {
        "first": "First",
        "last": "Last",
    }
    lines = {(problem.code, problem.location.line) for problem in bibliography.diagnostics}
    assert lines == {("AM518", 2), ("AM518", 4), ("AM518", 5)}
    assert bibliography.broken["broken"].line == 2


CSL = {
    '"title": "Shops in the <i>old</i> town"': Work(title="Shops in the old town"),
    '"issued": {"date-parts": [[2020, 3, 4]]}': Work(date="2020-03-04"),
    '"issued": {"date-parts": [["2020", "3"]]}': Work(date="2020-03"),
    '"issued": {"date-parts": [[2020], [2021]]}': Work(date="2020/2021"),
    '"issued": {"raw": "spring 2020"}': Work(date="spring 2020"),
    '"issued": "2020"': Work(date="2020"),
    '"issued": {"date-parts": [[]]}': Work(),
    '"issued": [], "author": 3, "title": {}': Work(),
    '"DOI": "10.1000/182", "URL": "https://x.org", "ISBN": "9783161484100 0306406152"': Work(
        doi="10.1000/182", url="https://x.org", isbn="9783161484100"
    ),
    '"author": [{"literal": "World Health Organization"}]': Work(
        authors=("World Health Organization",), whole_names=frozenset({"World Health Organization"})
    ),
    '"author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}]': Work(
        authors=("Jan van den Berg",)
    ),
    '"author": [{"family": "King", "given": "Martin", "suffix": "Jr."}]': Work(
        authors=("Martin King Jr.",)
    ),
    '"author": [{"family": "García Márquez", "given": "Ana"}]': Work(
        authors=("García Márquez, Ana",)
    ),
    '"type": "article-journal", "container-title": "Towns", "publisher": "P"': Work(
        publisher="Towns"
    ),
    '"accessed": {"date-parts": [[2026, 3, 9]]}, "version": 2': Work(
        accessed="2026-03-09", version="2"
    ),
}


@pytest.mark.parametrize("written", CSL)
def test_an_item_of_csl_json_is_a_work(written: str) -> None:
    bibliography = read_csl(f'[{{"id": 7, {written}}}]', "refs.json")
    assert bibliography.entries["7"]() == CSL[written]


def test_items_before_an_error_of_json_can_be_cited() -> None:
    bibliography = read_csl('[{"id": "a"},\n {"id": "b" "title": "B"}]', "refs.json")
    assert [*bibliography.entries] == ["a"]
    [problem] = bibliography.diagnostics
    assert (problem.location.line, problem.location.column) == (2, 13)


def test_the_list_may_be_below_a_key() -> None:
    assert [*read_csl('{"items": [{"id": "a"}]}', "refs.json").entries] == ["a"]
    assert [*read_csl('{"id": "a"}', "refs.json").entries] == ["a"]


PLAIN = st.text(st.sampled_from("abc ÄéøЖ北.,:;()"), max_size=12)
WORDS = st.text(st.sampled_from("abcÄéøЖ北"), min_size=1, max_size=8)


@given(PLAIN, st.lists(st.tuples(WORDS, WORDS), max_size=4), st.integers(1000, 2100))
def test_what_both_formats_can_say_they_say_alike(
    title: str, people: list[tuple[str, str]], year: int
) -> None:
    authors = " and ".join(f"{family}, {given_name}" for family, given_name in people)
    bib = entry(f"title = {{{title}}}, author = {{{authors}}}, year = {year}")
    item = {
        "id": "key",
        "title": title,
        "author": [{"family": family, "given": given_name} for family, given_name in people],
        "issued": {"date-parts": [[year]]},
    }
    assert read_csl(json.dumps([item]), "refs.json").entries["key"]() == bib
    assert bib.title == " ".join(title.split())
    assert len(bib.authors) == len(people)


SIGNS = st.text(st.sampled_from('@book{}(),="#\\%$~&_\n ab1[]:"<i>idtle'), max_size=60)


@given(SIGNS)
def test_no_text_makes_a_reader_of_bibliographies_fail(text: str) -> None:
    for bibliography in (
        read_bibtex(text, "refs.bib"),
        read_bibtex(f'@book{{k, author = {{{text}}}, title = "{text}"}}', "refs.bib"),
        read_csl(text, "refs.json"),
        read_csl(f'[{{"id": "a"}}, {text}]', "refs.json"),
        read_csl(f'[{{"id": "a", "author": [{text}]}}]', "refs.json"),
    ):
        works = [work() for work in bibliography.entries.values()]
        assert all(isinstance(work, Work) and "" not in work.authors for work in works)
        assert all(problem.location.is_known for problem in bibliography.diagnostics)


# In a map


def checked(folder: Path, source: str, **files: str) -> Checked:
    """A map with this text before its claim, and bibliographies beside it."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    (folder / "map.yaml").write_text(f"{source}\n{CLAIM}", encoding="utf-8")
    return check(str(folder))


def filled(folder: Path, bibtex: str) -> Source:
    """The source that cites the entry `key` of this BibTeX."""
    source = "map: {bibliography: refs.bib}\nsource: {cite: key}"
    return checked(folder, source, refs_bib=bibtex).map.sources["key"]


def problem_of(result: Checked) -> Diagnostic:
    """The only error or warning."""
    [problem] = [each for each in result.diagnostics if each.severity != "note"]
    return problem


def test_what_the_claim_file_says_wins(tmp_path: Path) -> None:
    result = checked(
        tmp_path,
        "map: {bibliography: refs.bib}\n"
        "sources: {s: {cite: key, title: Mine, authors: Ada Reed, date: 2001}}",
        refs_bib="@book{key, title = {T}, author = {{WHO}}, publisher = {P}, doi = {D}}",
    )
    source = result.map.sources["s"]
    assert (source.title, source.authors, source.date) == ("Mine", ("Ada Reed",), "2001")
    assert (source.whole_names, source.publisher, source.doi) == (frozenset(), "P", "D")


def test_a_source_without_an_id_is_named_by_the_key_that_it_cites(tmp_path: Path) -> None:
    result = checked(
        tmp_path,
        "map: {bibliography: [first.bib, refs.json]}\nsource: {cite: '@Müller:2020'}",
        first_bib="@book{other, title = {Other}}",
        refs_json='[{"id": "Müller:2020", "title": "Noise"}]',
    )
    assert not result.diagnostics or {each.severity for each in result.diagnostics} == {"note"}
    assert result.map.claims["quieter"].source == "mueller-2020"
    assert result.map.sources["mueller-2020"].title == "Noise"


def test_an_unknown_key_is_an_error_with_the_nearest_one(tmp_path: Path) -> None:
    source = "map: {bibliography: refs.bib}\nsource: {cite: Mueler2020}"
    problem = problem_of(checked(tmp_path, source, refs_bib="@book{Mueller2020, title = {Noise}}"))
    assert (problem.code, problem.is_error, problem.location.line) == ("AM318", True, 2)
    assert problem.hint == "did you mean `Mueller2020`?"


def test_a_key_without_a_bibliography_is_told_how_to_name_one(tmp_path: Path) -> None:
    problem = problem_of(checked(tmp_path, "source: {cite: key}"))
    assert (problem.code, "map: {bibliography: refs.bib}" in problem.hint) == ("AM318", True)


def test_a_bibliography_that_is_not_there_is_told_once_where_it_is_named(tmp_path: Path) -> None:
    problem = problem_of(checked(tmp_path, "map: {bibliography: refs.bib}\nsource: {cite: key}"))
    assert (problem.code, problem.location.line, problem.location.column) == ("AM112", 1, 21)
    assert problem.location.path.endswith("map.yaml")


@pytest.mark.parametrize("path", ["/refs.bib", "C:/refs.bib", "\\\\host\\refs.bib"])
def test_a_bibliography_is_named_as_seen_from_the_claim_files(path: str, tmp_path: Path) -> None:
    problem = problem_of(checked(tmp_path, f"map: {{bibliography: '{path}'}}"))
    assert (problem.code, "`refs.bib`" in problem.hint) == ("AM210", True)


def test_a_bibliography_that_is_no_utf_8_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_bytes("@book{key, title = {Lärm}}".encode("latin-1"))
    problem = problem_of(checked(tmp_path, "map: {bibliography: refs.bib}\nsource: {cite: key}"))
    assert (problem.code, problem.location.column) == ("AM101", 22)


def test_bibtex_without_its_extra_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "bibtexparser.entrypoint", None)
    source = "map: {bibliography: refs.bib}\nsource: {cite: key}"
    problem = problem_of(checked(tmp_path, source, refs_bib="@book{key, title = {T}}"))
    assert (problem.code, "pip install 'argmap[cite]'" in problem.hint) == ("AM112", True)


def test_a_bibliography_is_read_from_the_revision_of_its_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True)  # noqa: S607

    (tmp_path / "claims").mkdir()
    (tmp_path / "refs.bib").write_text("@book{key, title = {Old}}")
    checked(tmp_path / "claims", "map: {bibliography: ../refs.bib}\nsource: {cite: key}")
    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first")
    (tmp_path / "refs.bib").write_text("@book{key, title = {New}}")
    monkeypatch.chdir(tmp_path)
    assert check_revision("HEAD:claims").map.sources["key"].title == "Old"
    assert check("claims").map.sources["key"].title == "New"


def test_wrong_entries_and_wrong_keys_by_the_thousand_are_all_told(tmp_path: Path) -> None:
    entries = ",\n".join(['{"title": "' + "long " * 40 + '"}'] * 4000)
    sources = "".join(f"  s{number}: {{cite: wrong-{number}}}\n" for number in range(1000))
    known = ",".join(f'{{"id": "wrong{number}"}}' for number in range(1900))
    assert len(read_csl(f"[\n{entries}\n]", "a.json").diagnostics) == 4000
    (tmp_path / "b.json").write_text(f"[{known}]")
    (tmp_path / "a.yaml").write_text(f"map: {{bibliography: b.json}}\nsources:\n{sources}")
    unknown = [each for each in check(tmp_path).diagnostics if each.code == "AM318"]
    assert len(unknown) == 1000
    assert sum("did you mean" in (each.hint or "") for each in unknown) <= 50
