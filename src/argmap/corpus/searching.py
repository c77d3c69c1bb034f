"""Claims of all maps that have the words of a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.analysis.finding import Finding, counted, row
from argmap.corpus.folding import folded
from argmap.errors import UsageError

if TYPE_CHECKING:
    import duckdb

MOST_WORDS = 32
"""The most words of a question; further ones are left out, which the answer says."""
_DEEPEST = 1_000  # hits by words whose texts are looked at
_MARKS = " \"'\u2019\u201c\u201d\u201e,.;:!?)"
_QUOTED = re.compile(r'["\u201c\u201d\u201e]([^"\u201c\u201d\u201e]+)["\u201c\u201d]')


class SearchTerm(NamedTuple):
    """A word that is looked for, or several side by side; `is_begin` if letters may follow."""

    word: str
    is_begin: bool = False

    @property
    def shown(self) -> str:
        """The word as a person writes it."""
        return self.word + "*" * self.is_begin


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that has the words: where it stands, its status in its own map, and its source.

    `score` orders the hits of one question (BM25 without the length of texts), and says nothing
    beside another question.
    """

    map: str
    claim: str
    text: str
    label: str | None
    word: str | None
    reason: str | None
    source: str | None
    title: str | None
    speaker: str | None
    component: int
    score: float


@dataclass(frozen=True, slots=True, repr=False)
class SearchFinding(Finding):
    """The claims with the words of a question, the most fitting first.

    `total` counts all of them. Where no claim has all words, `complete_words` is false, and the
    hits are those with most of them. `unknown` are the words that no claim has, each with one
    spelled like it, if there is one; `left_out` are words beyond the limit.
    """

    words: tuple[str, ...]
    hits: tuple[Hit, ...]
    total: int
    complete_words: bool
    unknown: dict[str, str | None]
    left_out: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, Any]]:
        """One row for each claim."""
        return [row(hit) for hit in self.hits]

    def _summary(self) -> str:
        return f"{counted(self.total, 'claim')} with {' '.join(self.words)}"


def terms_of(words: str) -> tuple[list[SearchTerm], list[SearchTerm]]:
    """The words of a question, and its phrases between quotation marks; nothing is an operator.

    >>> terms, phrases = terms_of('"nuclear deterrence" OR weapon*')
    >>> [term.shown for term in terms], [phrase.shown for phrase in phrases]
    (['nuclear', 'deterrence', 'or', 'weapon*'], ['nuclear deterrence'])
    """
    terms: dict[SearchTerm, None] = {}
    for piece in words.split():
        *first, last = folded(piece).split() or [""]
        terms |= dict.fromkeys(map(SearchTerm, first))
        if last:
            terms[SearchTerm(last, _has_star(piece))] = None
    phrases = [
        SearchTerm(phrase, _has_star(each))
        for each in _QUOTED.findall(words)
        if " " in (phrase := folded(each))
    ]
    return list(terms), phrases


def _has_star(words: str) -> bool:
    """Whether a star ends these words, but for marks."""
    return words.rstrip(_MARKS).endswith("*")


def search(connection: duckdb.DuckDBPyConnection, words: str, limit: int | None) -> SearchFinding:
    """The claims with these words, the most fitting first.

    A word finds itself in whatever case and with or without accents; with `*` at its end, all
    words that begin so. Words between quotation marks stand side by side. No other sign means
    anything. Cost: by the number of claims with a word, and not by the size of the corpus.

    Raises:
        UsageError: there is no word among these.
    """
    terms, phrases = terms_of(words)
    if not terms:
        raise UsageError("there is no word to search for; write words such as `nuclear weapons`")
    taken, left_out = terms[:MOST_WORDS], terms[MOST_WORDS:]
    counted_ = [(term, _claims_with(connection, term)) for term in taken]
    unknown = {term.word: _similar(connection, term.word) for term, n in counted_ if not n}
    known = sorted((each for each in counted_ if each[1]), key=lambda each: each[1])
    total, most = _ranked(connection, known, phrases)
    connection.execute(
        "create temp table best as select seat, score from ranked "
        "order by score desc, length, seat limit ?",
        [total if limit is None else limit],
    )
    rows = connection.execute(
        "select map, claim, claims.text, label, word, reason, source, sources.title, speaker, "
        "component, score from claims join best on claims.rowid = seat "
        "left join sources using (map, source) order by score desc, len(claims.text), seat"
    ).fetchall()
    return SearchFinding(
        words=tuple(term.shown for term in taken),
        hits=tuple(Hit(*each) for each in rows),
        total=total,
        complete_words=most == len(taken) or not total,
        unknown=unknown,
        left_out=tuple(term.shown for term in left_out),
    )


def _condition(term: SearchTerm) -> tuple[str, list[str]]:
    """The condition in SQL for a word of a term, and its values."""
    if term.is_begin:
        return "word >= ? and word < ? || chr(1114111)", [term.word, term.word]
    return "word = ?", [term.word]


def _claims_with(connection: duckdb.DuckDBPyConnection, term: SearchTerm) -> int:
    """The number of claims with a word of a term; one that has two such words counts twice."""
    condition, values = _condition(term)
    row_ = connection.execute(
        f"select coalesce(sum(claims), 0)::bigint from vocabulary where {condition}", values
    ).fetchone()
    return row_[0] if row_ else 0


def _ranked(
    connection: duckdb.DuckDBPyConnection,
    known: list[tuple[SearchTerm, int]],
    phrases: list[SearchTerm],
) -> tuple[int, int]:
    """Make `ranked`: the claims with most of the words; their number, and that of the words.

    As a rule some claim has all words that are known at all, so that first only the claims with
    the rarest of them are looked at; where none has all, every claim with a word is.
    """
    total, most = _rank(connection, known, phrases, only_all=True)
    if most < len(known):
        total, most = _rank(connection, known, phrases, only_all=False)
    return total, most


def _rank(
    connection: duckdb.DuckDBPyConnection,
    known: list[tuple[SearchTerm, int]],
    phrases: list[SearchTerm],
    *,
    only_all: bool,
) -> tuple[int, int]:
    run = connection.execute
    columns = "seat bigint, length uinteger, term integer, score double"
    run(f"create or replace temp table hits ({columns})")
    for number, (term, claims) in enumerate(known):
        condition, values = _condition(term)
        if only_all and number:
            condition += " and seat in (select seat from hits where term = 0)"
        words = f"select seat, length, times from words where {condition}"
        if term.is_begin:
            words = f"select seat, length, sum(times) as times from ({words}) group by seat, length"
        run(
            f"insert into hits select seat, length, {number}, "
            f"ln(1 + (size - n + 0.5) / (n + 0.5)) * times * 2.2 / (times + 1.2) from ({words}), "
            f"(select count(*) as size, least({claims}, size) as n from claims)",
            values,
        )
    each = "seat, any_value(length) as length, count(*) as matched, sum(score) as score"
    grouped = f"(select {each} from hits group by seat)"
    if len(known) == 1:  # then no claim is there twice
        grouped = "(select seat, length, 1 as matched, score from hits)"
    holds = "contains(' ' || plain || ' ', ?)"
    for _ in phrases:
        grouped = (
            f"(select scored.* from {grouped} scored join claims on claims.rowid = seat "
            f"where {holds})"
        )
    run(
        "create or replace temp table scored as select seat, length, matched, "
        f"round(score, 6) as score from {grouped}",
        [f" {each.word}{'' if each.is_begin else ' '}" for each in phrases],
    )
    run(
        "create or replace temp view ranked as select * from scored "
        "where matched = (select max(matched) from scored)"
    )
    row_ = run("select count(*), coalesce(max(matched), 0) from ranked").fetchone()
    return (row_[0], row_[1]) if row_ else (0, 0)


def _similar(connection: duckdb.DuckDBPyConnection, word: str) -> str | None:
    """The word of the corpus that is spelled most like this one, if any is like it."""
    row_ = connection.execute(
        "select word, damerau_levenshtein(word, $1) as steps from vocabulary "
        "where word[1] = $1[1] and abs(len(word) - len($1)) <= 2 "
        "and steps <= greatest(1, len($1) // 4) "
        "order by steps, claims desc, word limit 1",
        [word],
    ).fetchone()
    return None if row_ is None else str(row_[0])
