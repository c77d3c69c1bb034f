"""AIF, xAIF, SADFace and arguebuf hold a whole map: it is written and read back the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from argmap.formats.counting import counts_of
from argmap.formats.exchange import PLAIN, Imported, Wishes
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.kept_aside import KEPT_ASIDE
from argmap.formats.table import FORMATS
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.origin import Origin
from argmap.model.relation import Relation
from tests.formats.same_map import differences
from tests.formats.whole_maps import whole_map
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT, BYTES = 100, 400
NAMES = ("aif", "xaif", "sadface", "arguebuf")
WORDS = ("", "x", "\ud800", "a\x00b")
JUNK: tuple[Any, ...] = (None, True, 0, -1, 3.5, 10**30, [], {}, [[]], {"a": 1}, ["x"], *WORDS)


def written(name: str, argument_map: ArgumentMap) -> str:
    """The map in a format, with nothing lost."""
    exported = FORMATS[name].writes().write(argument_map, PLAIN)
    assert not exported.lost
    assert isinstance(exported.content, str)
    return exported.content


def read(name: str, text: str, wishes: Wishes = PLAIN) -> Imported:
    """The map in a text of a format."""
    return FORMATS[name].reads().read((ForeignFile("map.json", text.encode()),), wishes)


def fitting(text: str) -> list[str]:
    """The formats that claim this JSON."""
    file = ForeignFile("map.json", text.encode())
    of_json = [each for each in FORMATS.values() if "json" in each.shapes]
    return [each.name for each in of_json if each.reads().fits(file)]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_is_read_back_as_the_same_map(name: str) -> None:
    @for_all(whole_map, COUNT, BYTES)
    def check(argument_map: ArgumentMap) -> None:
        text = written(name, argument_map)
        assert text == written(name, argument_map)
        assert fitting(text) == [name]
        imported = read(name, text)
        assert not imported.diagnostics
        assert not differences(imported.map, argument_map)
        assert not [loss for loss in imported.lost if loss.what != "directions of restatements"]

    check()


def without_ours(name: str, text: str) -> dict[str, Any]:
    """The tree of a written map as a program leaves it that does not know argmap."""
    tree: dict[str, Any] = json.loads(text)
    inside = {"sadface": "metadata", "arguebuf": "userdata"}.get(name)
    (tree[inside] if inside else tree).pop("argmap", None)
    return tree


def ends(name: str, tree: dict[str, Any]) -> set[tuple[str, str]]:
    """The edges of a written map, as pairs of nodes."""
    if name == "arguebuf":
        return {(edge["source"], edge["target"]) for edge in tree["edges"].values()}
    edges = tree["AIF"]["edges"] if name == "xaif" else tree["edges"]
    keys = ("source_id", "target_id") if name == "sadface" else ("fromID", "toID")
    return {(edge[keys[0]], edge[keys[1]]) for edge in edges}


@pytest.mark.parametrize("name", NAMES)
def test_the_nodes_alone_hold_every_claim_and_step_and_come_back_under_their_ids(name: str) -> None:
    @for_all(whole_map, COUNT, BYTES)
    def check(argument_map: ArgumentMap) -> None:
        tree = without_ours(name, written(name, argument_map))
        imported = read(name, json.dumps(tree))
        counts = counts_of(argument_map)
        lost = {loss.what: loss.count for loss in imported.lost}
        apart = lost.pop("restatements between claims that support or attack each other", 0)
        assert not apart
        assert counts_of(imported.map) == counts
        again = json.loads(written(name, imported.map))
        restated = {step for pair in ends(name, tree) ^ ends(name, again) for step in pair}
        assert counts.restatements or not restated

    check()


def places(tree: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  # JSON
    """Every value of a tree, as the mapping or list that it is in and its key there."""
    agenda = [tree]
    while agenda:
        inside = agenda.pop()
        keys = inside if isinstance(inside, dict) else range(len(inside))
        for key in keys:
            yield inside, key
            if isinstance(inside[key], dict | list):
                agenda.append(inside[key])


def broken(choices: Choices, name: str) -> str:
    """A written map with a few values replaced by others or taken out, or cut off."""
    tree = json.loads(written(name, whole_map(choices)))
    if choices.below(2):
        tree = without_ours(name, json.dumps(tree))
    for _ in range(choices.below(4) + 1):
        inside, key = choices.one_of([*places(tree)])
        if choices.below(4):
            inside[key] = choices.one_of(JUNK)
        else:
            del inside[key]
    text = json.dumps(tree)
    return text if choices.below(8) else text[: choices.below(len(text)) + 1]


@pytest.mark.parametrize("name", NAMES)
def test_any_values_in_wrong_places_are_passed_over_and_never_raise(name: str) -> None:
    @for_all(lambda choices: broken(choices, name), COUNT, BYTES)
    def check(text: str) -> None:
        fitting(text)
        imported = read(name, text, Wishes(dialogue=True))
        for each in ("json", *NAMES):
            content = FORMATS[each].writes().write(imported.map, PLAIN).content
            assert isinstance(content, str)
            content.encode()

    check()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"nodes": 3}', "[" * 100_000, "\x00", "{"]
)
def test_what_is_no_file_of_the_format_is_an_error_with_a_place(name: str, text: str) -> None:
    assert name not in fitting(text)
    imported = read(name, text)
    assert not imported.map.claims
    assert [problem.code for problem in imported.diagnostics] == ["AM702"]
    assert imported.diagnostics[0].hint


def test_data_kept_aside_is_read_with_the_checks_of_a_claim_file() -> None:
    bare = ArgumentMap.of([Claim("a", "A.")])
    tree = json.loads(written("aif", bare))
    tree["argmap"] = {"claims": {"a": {"credence": 5, "label": "L"}}}
    imported = read("aif", json.dumps(tree))
    assert imported.map.claims["a"].credence is None
    assert [loss.what for loss in imported.lost] == [KEPT_ASIDE]


def test_what_others_change_in_the_nodes_counts_beside_what_was_kept() -> None:
    old = ArgumentMap.of(
        [Claim("a", "A.", label="First"), Claim("b", "B.")], [Relation.of("b", "supports", "a")]
    )
    tree = json.loads(written("aif", old))
    tree["nodes"][0]["text"] = "A, but better."
    tree["nodes"].append({"nodeID": "77", "text": "New.", "type": "I"})
    imported = read("aif", json.dumps(tree))
    assert not imported.lost
    assert imported.map.claims["a"].text == "A, but better."
    assert imported.map.claims["a"].label == "First"
    assert imported.map.claims["77"].text == "New."


@pytest.mark.parametrize("name", NAMES)
def test_a_title_comes_back_with_claims_of_which_nothing_is_kept_aside(name: str) -> None:
    titled = ArgumentMap.of([Claim("a", "A."), Claim("b", "B.")], title="Streets")
    imported = read(name, written(name, titled))
    assert not imported.lost
    assert not differences(imported.map, titled)


@pytest.mark.parametrize("name", NAMES)
def test_the_origin_of_a_step_in_another_format_comes_back(name: str) -> None:
    step = Relation.of("b", "supports", "a", position=0, origin=Origin("demo", "S 9"))
    claims = [Claim("a", "A."), Claim("b", "B.")]
    argument_map = ArgumentMap.of(claims, [step], title="Of little else")
    assert not differences(read(name, written(name, argument_map)).map, argument_map)


@pytest.mark.parametrize("name", NAMES)
def test_a_long_chain_of_undercuts_goes_there_and_back(name: str) -> None:
    relations = [Relation.of("a", "supports", "b", id="r0")]
    relations += [Relation.of("a", "undercuts", f"r{n}", id=f"r{n + 1}") for n in range(5_000)]
    long = ArgumentMap.of([Claim("a", "A."), Claim("b", "B.")], relations)
    tree = without_ours(name, written(name, long))
    assert counts_of(read(name, json.dumps(tree)).map) == counts_of(long)
