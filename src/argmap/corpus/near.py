"""Claims of several maps that say nearly the same, proposed by their words (MinHash)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from argmap.corpus.tables import FEWEST_WORDS
from argmap.corpus.turning import OPPOSING, SHORTEST, turning_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb

LIKE = 0.7
"""The least share of words in both of all their words for two claims that are nearly the same."""
_BANDS, _ROWS = 16, 4
_BATCH = 10_000
_CROWD = 20  # claims of a bucket that are all compared with each other
_SIGNS = r"(minus )?[^\p{L}\p{M} ]+"
"""Numbers and signs such as `%` in what a claim says."""
_PAIRS = f"""
crowds as (
    select seat, band, hash, count(*) over bucket as size,
        min(seat) over bucket as first, lag(seat) over (bucket order by seat) as before
    from bands window bucket as (partition by band, hash)
), pairs as (
    select distinct b.seat as seat, a.seat as first from crowds a join crowds b
        using (band, hash) where a.size between 2 and {_CROWD} and a.seat < b.seat
    union select seat, first from crowds where size > {_CROWD} and first < seat
    union select seat, before from crowds where size > {_CROWD} and before is not null
)
"""
"""The pairs of texts that share a band, in SQL."""
_OPPOSITES = (
    f"flatten(list_transform(list_filter({{}}, lambda word: len(word) >= {SHORTEST}), "
    f"lambda word: [{', '.join(f'{each!r} || word' for each in OPPOSING)}, "
    "regexp_replace(word, 'ful$', 'less'), regexp_replace(word, 'less$', 'ful')]))"
)
"""The opposites of words, in SQL."""
_IN_ORDER = "list_filter({}, lambda word: list_contains(once, word))"
"""The common words that are in either text but once, in their order, in SQL."""


def find_near(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the temporary table `near` (seat, first, likeness) from `numbered`.

    Texts are compared that share a band of their signature: sixteen bands of four rows, which
    finds 99 of 100 pairs of likeness 0.7 and more of likelier ones. Of a crowd that shares a band
    each is compared with the first and with the one before it. Claims that say one thing by `said`
    are one text. A pair is left out where numbers, a sign, a word such as `not` or `most`, or an
    opposite such as `unsafe` makes the difference, where the words that they share come in another
    order, and where the maps mark the two in different ways. Cost: linear in the texts, about 30
    microseconds each; memory for a batch.
    """
    run = connection.execute
    run(
        "create or replace temp table texts as select min(seat) as seat, max(seat) as last, "
        "arg_min(map, seat) as home, min(map) as low, max(map) as high, "
        "list(distinct coalesce(marked, '')) as marks, "
        f"regexp_extract_all(said, '{_SIGNS}') as signs, "
        f"string_split({_told_apart('min(plain)')}, ' ') as words, "
        "list_sort(list_distinct(words)) as tokens "
        f"from numbered where is_sound and len(string_split(plain, ' ')) >= {FEWEST_WORDS} "
        "group by said order by seat"
    )
    run("create or replace temp table bands (seat bigint, band utinyint, hash ubigint)")
    last = -1
    while rows := run(
        "select seat, tokens from texts where seat > ? order by seat limit ?", [last, _BATCH]
    ).fetchall():
        _add_bands(connection, [seat for seat, _ in rows], (tokens for _, tokens in rows))
        last = rows[-1][0]
    _compare(connection)


def _told_apart(plain: str) -> str:
    """The SQL of plain words in which a `not` that was drawn together stands by itself."""
    for pattern, by in (
        (r"\bcannot\b", "can not"),
        (r"\b(ca|wo|sha)nt\b", r"\1n not"),
        (r"\b(do|does|did|is|are|was|were|has|have|had|must|need)nt\b", r"\1 not"),
        (r"\b(could|should|would)nt\b", r"\1 not"),
        (r"\bwon not\b", "will not"),
        (r"\bshan not\b", "shall not"),
    ):
        plain = f"regexp_replace({plain}, '{pattern}', '{by}', 'g')"
    return plain


def _add_bands(
    connection: duckdb.DuckDBPyConnection, seats: list[int], texts: Iterable[list[str]]
) -> None:
    from datasketch import MinHash  # noqa: PLC0415  # slow to import

    signatures = MinHash.generator(
        ([token.encode() for token in tokens] for tokens in texts), num_perm=_BANDS * _ROWS
    )
    mixing = np.array([3, 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
    values = np.stack([each.hashvalues for each in signatures]).reshape(-1, _BANDS, _ROWS)
    hashes = (values * mixing).sum(axis=2, dtype=np.uint64)
    batch = {
        "seat": np.repeat(np.array(seats, np.int64), _BANDS),
        "band": np.tile(np.arange(_BANDS, dtype=np.uint8), len(seats)),
        "hash": hashes.ravel(),
    }
    connection.register("batch", batch)
    connection.execute("insert into bands select seat, band, hash from batch")
    connection.unregister("batch")


def _compare(connection: duckdb.DuckDBPyConnection) -> None:
    turning = ", ".join(f"'{word}'" for word in turning_words())
    connection.execute(
        f"""
        create or replace temp table near as
        with {_PAIRS}, compared as (
            select pairs.seat, pairs.first, a.tokens as ours, b.tokens as theirs,
                a.words as our_words, b.words as their_words,
                list_intersect(a.tokens, b.tokens) as common
            from pairs join texts a on a.seat = pairs.seat join texts b on b.seat = pairs.first
            where (a.low <> b.low or a.high <> b.high or a.low <> a.high) and a.signs = b.signs
                and (list_has_any(a.marks, b.marks) or '' in a.marks or '' in b.marks)
        ), measured as (
            select *, len(common) / (len(ours) + len(theirs) - len(common)) as likeness
            from compared
        ), alike as (
            select *, list_filter(common, lambda word:
                len(list_filter(our_words, lambda other: other = word)) = 1
                and len(list_filter(their_words, lambda other: other = word)) = 1) as once
            from measured where likeness >= {LIKE}
                and (our_words = their_words or list_sort(our_words) <> list_sort(their_words))
        ), likely as (
            select seat, first, likeness,
                list_filter(ours, lambda word: not list_contains(theirs, word)) as ours,
                list_filter(theirs, lambda word: not list_contains(ours, word)) as theirs
            from alike where {_IN_ORDER.format("our_words")} = {_IN_ORDER.format("their_words")}
        )
        select seat, first, round(likeness, 4) as likeness from likely
        where not list_has_any(ours || theirs, [{turning}])
            and not list_has_any(ours, {_OPPOSITES.format("theirs")})
            and not list_has_any(theirs, {_OPPOSITES.format("ours")})
            and len(list_filter(ours || theirs, lambda word: regexp_matches(word, '[0-9]'))) = 0
        order by seat, first
        """
    )


def taken_together(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave in `near` the pairs of each claim with the first of those that are one claim with it.

    Of three claims a chain of two pairs is not enough: each has to be like each other. Pairs are
    taken in the order of their likeness. Cost: that of the pairs, and of those between two groups
    that are put together; memory for all pairs.
    """
    rows = connection.execute(
        "select seat, first from near order by likeness desc, first, seat"
    ).fetchall()
    pairs = {frozenset(pair) for pair in rows}
    groups: dict[int, list[int]] = {}
    for seat, first in rows:
        ours, theirs = groups.get(seat, [seat]), groups.get(first, [first])
        if ours is theirs:
            continue
        if all(frozenset((a, b)) in pairs for a in ours for b in theirs):
            theirs += ours
            groups |= dict.fromkeys(theirs, theirs)
    connection.execute(
        "create or replace temp table near as select near.* from near join "
        "(select unnest($1::bigint[]) as seat, unnest($2::bigint[]) as first) using (seat, first)",
        [[*groups], [min(group) for group in groups.values()]],
    )
