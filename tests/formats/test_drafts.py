"""Drafts in files of all formats: ours keep them, every other one names them as lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argmap.formats.argmap import as_json, claim_files
from argmap.formats.exchange import PLAIN
from argmap.formats.foreign_file import ForeignFile
from argmap.formats.table import FORMATS
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim, Mode
from argmap.model.drafts import NO_DRAFTS
from argmap.model.relation import Relation
from argmap.model.setting_apart import with_drafts, without_drafts
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files
from tests.formats.same_map import differences
from tests.formats.whole_maps import whole_map
from tests.maps import Choices, for_all

if TYPE_CHECKING:
    from collections.abc import Iterator


def map_with_drafts(choices: Choices) -> ArgumentMap:
    """A map with all features, of which some claims that only relations name are drafts."""
    whole = whole_map(choices)
    free = sorted(whole.claims.keys() - {*named_in(whole)})
    drafts = {id_ for id_ in free[1:] if choices.below(2)}
    claims = {
        id_: replace(each, mode=mode_of(each, whole)) if id_ in drafts else each
        for id_, each in whole.claims.items()
    }
    return without_drafts(replace(whole, claims=claims), drafts)


def named_in(whole: ArgumentMap) -> Iterator[str]:
    """The claims that a map names elsewhere than in relations."""
    yield from (*whole.main, *whole.classes)
    yield from (id_ for step in whole.steps for id_ in (*step.show, *step.reject, *step.accept))
    yield from (view.focus for view in whole.views.values() if view.focus)
    yield from (id_ for each in whole.questions.values() for id_ in each.answers)
    for stance in whole.stances.values():
        yield from (*stance.reject, *stance.accept, *stance.credences)
    for each in whole.expectations:
        yield from (each.claim, *each.reject, *each.accept)


def mode_of(claim: Claim, whole: ArgumentMap) -> Mode:
    """The mode that a draft will have once it is accepted, as the format's page has it."""
    source = whole.sources.get(claim.source or "")
    if claim.speaker is None or source is None or claim.speaker in source.authors:
        return Mode.ASSERTED
    return Mode.REPORTED


def read_back(texts: Mapping[str, str | bytes] | str | bytes) -> ArgumentMap:
    """The map in these claim files, read without an error."""
    named = texts if isinstance(texts, Mapping) else {"map.yaml": texts}
    files = tuple(ClaimFile(name, str(text)) for name, text in sorted(named.items()))
    parsed = read_files(ClaimFiles(files, ()), "test")
    assert not [problem for problem in parsed.diagnostics if problem.is_error]
    return parsed.map


def assert_same(read: ArgumentMap, written: ArgumentMap) -> None:
    """Assert that two maps are the same, with the same drafts."""
    assert {*read.drafts} == {*written.drafts}
    assert not differences(with_drafts(read), with_drafts(written))
    bare_maps = (replace(each, drafts=NO_DRAFTS) for each in (read, written))
    assert not differences(*bare_maps)


@for_all(map_with_drafts, 120, 400)
def test_claim_files_keep_drafts(argument_map: ArgumentMap) -> None:
    for exported in (
        claim_files.write(argument_map, PLAIN),
        claim_files.write_folder(argument_map),
    ):
        assert not exported.lost
        assert_same(read_back(exported.content), argument_map)


@for_all(map_with_drafts, 120, 400)
def test_json_keeps_drafts(argument_map: ArgumentMap) -> None:
    exported = as_json.write(argument_map, PLAIN)
    assert isinstance(exported.content, str)
    file = ForeignFile("map.json", exported.content.encode())
    assert_same(as_json.read((file,), PLAIN).map, argument_map)


@for_all(map_with_drafts, 60, 400)
def test_what_rests_on_a_draft_is_one(argument_map: ArgumentMap) -> None:
    drafts = argument_map.drafts
    for relation in with_drafts(argument_map).relations.values():
        rests = any(each in drafts.claims for each in (*relation.premises, relation.target))
        rests |= relation.target in drafts.relations
        assert (relation.id in drafts.relations) == rests
        assert (relation.id in argument_map.relations) != rests


OTHERS = [name for name, each in FORMATS.items() if each.writer and name not in ("argmap", "json")]


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_format_says_that_drafts_are_lost(name: str) -> None:
    quiet, loud, new = (Claim(id_, f"It is {id_}.") for id_ in ("quiet", "loud", "new"))
    relations = [Relation.of("loud", "attacks", "quiet"), Relation.of("new", "supports", "quiet")]
    argument_map = without_drafts(ArgumentMap.of([quiet, loud, new], relations), {"new"})
    write = FORMATS[name].writes().write
    exported = write(argument_map, PLAIN)
    bare = write(replace(argument_map, drafts=NO_DRAFTS), PLAIN)
    lost = {loss.what: loss.count for loss in exported.lost}
    assert lost.pop("drafts, which nobody has accepted yet") == 1
    assert lost == {loss.what: loss.count for loss in bare.lost}
    assert exported.content == bare.content
