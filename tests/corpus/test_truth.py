"""A corpus says what its maps say, alone and joined, whoever has read them."""

from __future__ import annotations

import json
import random
from hashlib import shake_128
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

import argmap
from argmap.analysis.reading_of_map import Reading
from argmap.corpus.building import build_corpus, merge_near
from argmap.corpus.corpus import Corpus
from argmap.corpus.folding import folded
from argmap.corpus.joined import joined, statuses
from argmap.corpus.store import opened
from argmap.errors import UsageError
from argmap.formats.argmap.as_json import write
from argmap.formats.exchange import PLAIN
from argmap.formats.restatements import without_conflict
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Force, Kind, Relation
from argmap.pipeline import check
from tests.corpus.folders import corpus_of, exported, words_in, write_maps
from tests.maps import Choices, map_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

GROUPS, MAPS_OF_GROUP, SENTENCES = 40, 3, 8


def joined_of(corpus: Corpus) -> ArgumentMap:
    """All maps of a corpus, read together."""
    with opened(corpus.store) as connection:
        numbers = connection.execute("select component from components").fetchall()
        return joined(connection, [number for (number,) in numbers]).map


def plain_sentence(group: int, place: int) -> str:
    """A sentence of a group; no two are nearly the same."""
    return f"The sentence {place} of group {group} says so."


def some_maps(
    seed: int, sentence: Callable[[int, int], str] = plain_sentence
) -> dict[str, ArgumentMap]:
    """Random maps in groups; claims of one group have sentences of the same few, as it happens."""
    maps = {}
    for group in range(GROUPS):
        for number in range(MAPS_OF_GROUP):
            name = f"g{group:02}/m{number}.json"
            choices = Choices(shake_128(f"{seed} {name}".encode()).digest(200))
            bare = map_of(choices)
            sentences = choices.shuffled(range(SENTENCES))
            claims = {
                id_: Claim(
                    id_,
                    sentence(group, place),
                    granted=claim.granted,
                    pending=claim.pending,
                )
                for (id_, claim), place in zip(bare.claims.items(), sentences, strict=False)
            }
            maps[name] = ArgumentMap(
                claims, bare.relations, classes=bare.classes, objections=bare.objections
            )
    return maps


def write_some(folder: Path, maps: Mapping[str, ArgumentMap]) -> None:
    """Write maps as JSON."""
    for name, argument_map in maps.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = write(argument_map, PLAIN).content
        assert isinstance(content, str)
        path.write_text(content, encoding="utf-8")


def kept_pairs(
    own: list[tuple[str, str]],
    groups: list[list[str]],
    relations: list[Relation],
    marks: Mapping[str, str],
) -> list[tuple[str, str]]:
    """The pairs of claims that are one: those of a map itself, then of claims with equal words.

    Of a group the first claim is joined with all of other maps that can be one with it, then with
    those of its own map if there is one of another; what is not joined is a group of its own.
    """
    kept = sorted(own)
    while groups:
        across = [(ids[0], each) for ids in groups for each in ids[1:] if of(each) != of(ids[0])]
        kept, _ = without_conflict([*kept, *sorted(across)], relations, marks)
        joined_with = {first for first, second in kept if (first, second) in across}
        within = [
            (ids[0], each)
            for ids in groups
            for each in ids[1:]
            if ids[0] in joined_with and of(each) == of(ids[0])
        ]
        kept, _ = without_conflict([*kept, *sorted(within)], relations, marks)
        done = {*kept}
        rest = [[each for each in ids[1:] if (ids[0], each) not in done] for ids in groups]
        groups = [ids for ids in rest if len(ids) > 1]
    return kept


def of(name: str) -> str:
    """The map of a claim that is named with it."""
    return name.partition("#")[0]


def one_big_map(maps: Mapping[str, ArgumentMap]) -> ArgumentMap:
    """All maps as one: ids after their map, claims with the same words in two maps restated."""
    claims: list[Claim] = []
    relations: list[Relation] = []
    own: list[tuple[str, str]] = []
    groups: list[list[str]] = []
    texts: list[tuple[str, str, Claim]] = []
    for name, argument_map in maps.items():
        for claim in argument_map.claims.values():
            id_ = f"{name}#{claim.id}"
            claims.append(Claim(id_, claim.text, granted=claim.granted, pending=claim.pending))
            texts.append((folded(claim.text), name, claims[-1]))
        for id_, members in argument_map.classes.items():
            own.append((f"{name}#{members[0]}", f"{name}#{id_}"))
        for each in argument_map.relations.values():
            is_attack = each.kind is Kind.ATTACKS
            relations.append(
                Relation(
                    f"{name}#{each.id}",
                    each.kind,
                    tuple(sorted(f"{name}#{premise}" for premise in each.premises)),
                    f"{name}#{each.target}",
                    force=argument_map.force_of(each) if is_attack else None,
                    contradiction=each.contradiction,
                )
            )
    texts.sort(key=lambda each: (each[0], each[2].id))
    for _, several in groupby(texts, key=lambda each: each[0]):
        alike = list(several)
        if len({name for _, name, _ in alike}) > 1:
            groups.append([claim.id for _, _, claim in alike])
    marks = {claim.id: claim.grant for claim in claims if claim.grant}
    kept = kept_pairs([pair for pair in own if pair[0] != pair[1]], groups, relations, marks)
    return ArgumentMap.of(claims, relations, restated=kept)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("semantics", ["grounded", "preferred"])
def test_statuses_of_joined_maps_are_those_of_one_big_map(
    tmp_path: Path, seed: int, semantics: str
) -> None:
    maps = some_maps(seed)
    write_some(tmp_path / "maps", maps)
    corpus = corpus_of(tmp_path / "maps")
    sound = {name: each for name, each in maps.items() if check(tmp_path / "maps" / name).is_sound}
    assert len(sound) > len(maps) / 2
    big = Reading(one_big_map(sound), semantics=semantics).status
    with opened(corpus.store) as connection:
        by_component = dict(statuses(connection, semantics))
    assert {id_: (each.label, each.word, each.reason) for id_, each in by_component.items()} == {
        id_: (each.label, each.word, each.reason) for id_, each in big.claims.items()
    }
    assert by_component.keys() - words_in(corpus).keys() == set()


def test_statuses_of_a_single_claim_are_those_of_all(tmp_path: Path) -> None:
    write_some(tmp_path / "maps", some_maps(1))
    corpus = corpus_of(tmp_path / "maps")
    with opened(corpus.store) as connection:
        every = dict(statuses(connection))
    changed = corpus.changed(limit=None)
    assert changed.total == len(changed.changed) > 0
    for each in changed.changed[:20]:
        status = every[f"{each.map}#{each.claim}"]
        single = corpus.status(f"{each.map}#{each.claim}")
        assert (each.together, each.reason) == (status.word, status.reason)
        assert (single.word, single.reason, single.alone) == (
            status.word,
            status.reason,
            each.alone,
        )
        assert each.alone != each.together


def test_a_corpus_of_one_map_answers_as_the_map_does(tmp_path: Path) -> None:
    maps = some_maps(2)
    for number, (name, each) in enumerate(list(maps.items())[:12]):
        folder = tmp_path / f"one-{number}"
        write_some(folder, {name: each})
        own, _ = argmap.load(folder / name)
        corpus = corpus_of(folder)
        [(is_sound,)] = corpus.query("select is_sound from maps").values
        assert is_sound is check(folder / name).is_sound
        if not is_sound:
            continue
        status = argmap.status(own)
        rows = corpus.query("select claim, label, word, reason, granted, roles from claims").values
        reading = Reading(own)
        assert rows == tuple(
            (id_, each.label, each.word, each.reason, each.granted, [*reading.roles[id_]])
            for id_, each in status.claims.items()
        )
        assert corpus.changed().total == 0
        for id_, claim in status.claims.items():
            assert corpus.status(id_).word == claim.word


def test_whoever_reads_and_in_whatever_order_the_tables_have_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maps = some_maps(0)
    write_some(tmp_path / "maps", maps)
    (tmp_path / "maps" / "broken.json").write_text('{"nodes": [', encoding="utf-8")
    once = exported(corpus_of(tmp_path / "maps"), tmp_path / "once")
    monkeypatch.setattr("argmap.corpus.listing.BATCH", 7)
    monkeypatch.setattr("argmap.corpus.listing._FEW", 5)
    build_corpus(tmp_path / "maps", tmp_path / "by-two.duckdb", workers=2)
    by_two = exported(Corpus(tmp_path / "by-two.duckdb"), tmp_path / "by-two")
    names = list(maps)
    random.Random(1).shuffle(names)  # noqa: S311  # no secret
    for number, name in enumerate(names):  # piece by piece, in another order, and anew each time
        if number % 40 == 0:
            build_corpus(tmp_path / "grown", tmp_path / "grown.duckdb") if number else None
        write_some(tmp_path / "grown", {name: maps[name]})
    (tmp_path / "grown" / "broken.json").write_text('{"nodes": [', encoding="utf-8")
    grown = exported(corpus_of(tmp_path / "grown"), tmp_path / "piecewise")
    assert once == by_two == grown
    assert once["claims.parquet"] != once["maps.parquet"]


def test_attacks_keep_the_force_that_they_have_in_their_own_map(tmp_path: Path) -> None:
    weak = ArgumentMap.of(
        [Claim("a", "The bridge has to be closed."), Claim("b", "The bridge is sound as it is.")],
        [Relation.of("b", "attacks", "a")],
    )
    strict = ArgumentMap(weak.claims, weak.relations, objections=Force.DEFEAT)
    others = {
        "c": Claim("c", "The bridge has to be closed."),
        "d": Claim("d", "No ship has hit it yet."),
    }
    more = ArgumentMap(others, {each.id: each for each in [Relation.of("c", "supports", "d")]})
    for name, first, word in (("weak", weak, "contested"), ("strict", strict, "falls")):
        write_some(tmp_path / name, {"one.json": first, "two.json": more})
        assert corpus_of(tmp_path / name).status("two.json#c").word == word


def test_a_claim_granted_here_and_not_granted_there_is_left_apart(tmp_path: Path) -> None:
    text = "The bridge has to be closed."
    for name, mark in (("one", True), ("three", None), ("two", False)):
        each = ArgumentMap.of([Claim("a", text, granted=mark)])
        write_some(tmp_path / "maps", {f"{name}.json": each})
    corpus = corpus_of(tmp_path / "maps")
    [same] = corpus.links(near=False).same
    assert same.left_apart == (("one.json#a", "two.json#a"),)
    assert corpus.status("two.json#a").left_apart == same.left_apart
    words = {name: corpus.status(f"{name}.json#a").word for name in ("one", "two", "three")}
    assert words == {"one": "stands", "two": "falls", "three": "stands"}


@pytest.mark.parametrize("seed", range(3))
def test_links_tells_what_is_left_apart_where_all_components_are_read(
    tmp_path: Path, seed: int
) -> None:
    write_some(tmp_path / "maps", some_maps(seed))
    corpus = corpus_of(tmp_path / "maps")
    with opened(corpus.store) as connection:
        numbers = connection.execute("select component from components").fetchall()
        expected = {
            pair for (number,) in numbers for pair in joined(connection, [number]).left_apart
        }
        sound = joined(connection, [number for (number,) in numbers]).map
    links = corpus.links(None, near=False)
    assert (links.same_total, links.apart_total) == (len(links.same), len(links.apart))
    every = (*links.same, *links.apart)
    assert {pair for each in every for pair in each.left_apart} == expected != set()
    for each in every:
        heads = [(sound.head_of(f"{at.map}#{at.claim}"), at.map) for at in each.places]
        are_one = any(
            head == other and map_ != another for head, map_ in heads for other, another in heads
        )
        assert are_one is (each in links.same)


def named(group: int) -> str:
    """A group by letters, as a number would part the claims of its maps."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{group:02}")


@pytest.mark.parametrize("seed", range(2))
def test_nearly_equal_claims_come_after_equal_ones(tmp_path: Path, seed: int) -> None:
    names = ("amber", "birch", "cedar", "dogwood", "elder", "fir", "gorse", "hazel")
    maps = some_maps(
        seed,
        lambda group, place: (
            f"The {named(group)} gate by the {named(group)}er river is called {names[place]} here."
        ),
    )
    write_some(tmp_path / "maps", maps)
    corpus = corpus_of(tmp_path / "maps")
    before, near = joined_of(corpus), corpus.links(None).near
    merge_near(corpus.store, merges=True)
    after = joined_of(corpus)
    for claim in before.claims:
        assert {*before.class_of(claim)} <= {*after.class_of(claim)}
    pairs = [tuple(f"{at.map}#{at.claim}" for at in (each.first, each.second)) for each in near]
    more = [pair for pair in pairs if after.head_of(pair[0]) == after.head_of(pair[1])]
    assert 0 < len(more) < len(pairs)


def test_claims_that_cannot_be_the_first_may_be_one_among_themselves(tmp_path: Path) -> None:
    twice = [Claim("p", "Homework helps pupils learn."), Claim("q", "Homework helps pupils learn.")]
    steals = Claim("o", "It steals their sleep every night.")
    supports, attacks = Relation.of("p", "supports", "q"), Relation.of("o", "attacks", "q")
    for name, each in (
        ("a", ArgumentMap.of(twice, [supports])),
        ("b", ArgumentMap.of([*twice, steals], [supports, attacks])),
    ):
        write_some(tmp_path / "maps", {f"{name}.json": each})
    corpus = corpus_of(tmp_path / "maps")
    finding = corpus.status("a.json#q")
    assert [(each.map, each.claim) for each in finding.same] == [("b.json", "q")]
    assert (finding.alone, finding.word) == ("stands", "contested")


def test_two_claims_of_one_map_are_not_one_for_their_words_if_no_third_is(tmp_path: Path) -> None:
    text = "Taxes on land should be raised now."
    leave = Claim("o", "The owners would leave.")
    own = [Claim("p", text, granted=True), Claim("r", text), leave]
    write_some(
        tmp_path / "maps",
        {
            "a.json": ArgumentMap.of(own, [Relation.of("o", "attacks", "r")]),
            "b.json": ArgumentMap.of([Claim("x", text, granted=False)]),
        },
    )
    finding = corpus_of(tmp_path / "maps").status("a.json#p")
    assert (finding.word, finding.same) == ("stands", ())
    assert finding.left_apart == (("a.json#p", "b.json#x"),)


def test_a_pair_with_two_reasons_to_be_one_is_left_apart_once(tmp_path: Path) -> None:
    nodes = [{"nodeID": "https://example.org/bridge", "text": "The bridge is closed.", "type": "I"}]
    tree = {"nodes": nodes, "edges": [], "locutions": []}
    write_maps(tmp_path / "maps", {"a.json": json.dumps(tree)})
    of_origin = "origin: {format: aif, id: 'https://example.org/bridge'}"
    write_maps(
        tmp_path / "maps",
        {
            "b/b.yaml": "claims:\n"
            f"  x: {{text: The bridge is closed., granted: pending, {of_origin}}}\n",
            "c/c.yaml": "claims:\n"
            f"  x: {{text: The bridge is closed., granted: true, {of_origin}}}\n",
        },
    )
    [same] = corpus_of(tmp_path / "maps").links(near=False).same
    assert (same.why, len(same.places)) == (("origin", "words"), 2)
    assert len(same.left_apart) == 1


def test_marks_that_only_come_together_over_several_maps_are_left_apart(tmp_path: Path) -> None:
    bridge, river = "The bridge has to be closed.", "Nobody may cross the river there."
    for name, claims, restated in (
        ("a", [Claim("x", bridge, granted=True)], []),
        ("b", [Claim("x", bridge), Claim("y", river)], [("x", "y")]),
        ("c", [Claim("y", river, pending=True)], []),
    ):
        each = ArgumentMap.of(claims, restated=restated)
        write_some(tmp_path / "maps", {f"{name}.json": each})
    corpus = corpus_of(tmp_path / "maps")
    finding = corpus.status("c.json#y")
    assert finding.left_apart == (("b.json#y", "c.json#y"),)
    assert (finding.alone, finding.word) == ("open", "open")
    assert corpus.status("b.json#y").word == "stands"
    links = corpus.links(near=False)
    assert [(each.text, each.left_apart) for each in links.same] == [(bridge, ())]
    assert [(each.text, each.left_apart) for each in links.apart] == [(river, finding.left_apart)]


def test_what_a_map_says_of_its_own_claims_comes_first(tmp_path: Path) -> None:
    bridge, river = "The bridge has to be closed.", "Nobody may cross the river there."
    own = ArgumentMap.of([Claim("x", bridge), Claim("y", river)], restated=[("x", "y")])
    other = ArgumentMap.of(
        [Claim("p", bridge), Claim("q", river)], [Relation.of("p", "supports", "q")]
    )
    write_some(tmp_path / "maps", {"a.json": other, "b.json": own})
    finding = corpus_of(tmp_path / "maps").status("b.json#x")
    assert ("b.json", "y") in [(each.map, each.claim) for each in finding.same]
    assert finding.left_apart == (("a.json#q", "b.json#y"),)


def test_a_proposal_parts_no_claims_that_are_equal(tmp_path: Path) -> None:
    everybody, living = (
        f"Nuclear power is safe for everybody{each} here." for each in ("", " living")
    )
    own = ArgumentMap.of(
        [Claim("x", everybody), Claim("y", living)], [Relation.of("y", "supports", "x")]
    )
    other = ArgumentMap.of(
        [Claim("y", living), Claim("z", "Plants leak all of the time.")],
        [Relation.of("z", "attacks", "y")],
    )
    write_some(tmp_path / "maps", {"a.json": own, "b.json": other})
    corpus = corpus_of(tmp_path / "maps")
    assert corpus.status("a.json#y").word == "contested"
    merge_near(corpus.store, merges=True)
    finding = corpus.status("a.json#y")
    assert finding.word == "contested"
    assert [(each.map, each.claim) for each in finding.same] == [("b.json", "y")]
    assert corpus.status("a.json#x").same == ()
    [same] = corpus.links().same
    assert same.left_apart == (("a.json#x", "b.json#y"),)


SOON, TODAY = (
    f"The harbour of the town has to be made deeper {when}." for when in ("soon", "today")
)


def merged(folder: Path, maps: Mapping[str, list[Claim]]) -> Corpus:
    """A corpus of these maps, in which nearly equal claims are one claim."""
    write_some(folder, {name: ArgumentMap.of(claims) for name, claims in maps.items()})
    corpus = corpus_of(folder)
    merge_near(corpus.store, merges=True)
    return corpus


@pytest.mark.parametrize(("first", "second"), [(SOON, TODAY), (TODAY, SOON)])
def test_nearly_equal_claims_of_one_map_are_one_once_another_map_has_one_of_them(
    tmp_path: Path, first: str, second: str
) -> None:
    both = [Claim("a", first), Claim("b", second)]
    corpus = merged(tmp_path / "maps", {"m1.json": both, "m2.json": [Claim("c", SOON)]})
    same = corpus.status("m2.json#c").same
    assert [f"{each.map}#{each.claim}" for each in same] == ["m1.json#a", "m1.json#b"]


def test_a_claim_that_is_nearly_a_first_one_may_be_one_with_the_others(tmp_path: Path) -> None:
    corpus = merged(
        tmp_path / "maps",
        {
            "m1.json": [Claim("a", SOON, granted=False)],
            "m2.json": [Claim("c", SOON, granted=True)],
            "m3.json": [Claim("e", SOON, granted=True)],
            "m4.json": [Claim("x", TODAY, granted=True)],
        },
    )
    finding = corpus.status("m4.json#x")
    assert [each.map for each in finding.same] == ["m2.json", "m3.json"]
    assert len({*finding.left_apart}) == len(finding.left_apart) == 3
    assert corpus.status("m1.json#a").same == ()


def test_stable_is_refused_with_a_word(tmp_path: Path) -> None:
    write_some(tmp_path / "maps", some_maps(0))
    corpus = corpus_of(tmp_path / "maps")
    with pytest.raises(UsageError, match="does not work by component"):
        corpus.changed(semantics="stable")
    with pytest.raises(UsageError, match="there is no semantics `nice`"):
        corpus.changed(semantics="nice")
