"""Promises about the places of ids in every map, held without a client."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from argmap.editing.edits import Rename
from argmap.editing.file_tree import FileTree, ids_at
from argmap.editing.new_ids import KINDS, parts_of
from argmap.editing.renaming import with_new_id
from argmap.language_server.half_written import cursor_at
from argmap.language_server.maps import Choices, OpenMaps
from argmap.language_server.mentions import declarations, everywhere, named_at
from argmap.language_server.positions import (
    index_at,
    index_of_place,
    lines_of,
    position_at,
)
from argmap.language_server.text_edits import edits_between
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.kept import Kept
from argmap.reading.reader import read_files
from tests.editing.mixed import mixed
from tests.editing.random_edits import NEW
from tests.fuzz.claim_files import BYTES_OF_A_FILE, Draws, sound
from tests.maps import Choices as Draw

if TYPE_CHECKING:
    from argmap.language_server.maps import OpenMap

BYTES = st.binary(max_size=200)
PLACE = Path("/nowhere/town")


def map_of(text: str) -> OpenMap:
    """The map in a file that is open in an editor, and nowhere on disk."""
    maps = OpenMaps(Choices(places=(PLACE,)))
    maps.buffers.keep((PLACE / "a.yaml").as_uri(), text, 1)
    return maps.at(PLACE)


def of_any_style(drawn: bytes) -> str:
    """A claim file with whatever a file may hold."""
    draws = Draw(drawn)
    return sound(Draws(bytes(draws.below(256) for _ in range(BYTES_OF_A_FILE)))).removeprefix(
        "\ufeff"
    )


TEXTS = BYTES.map(lambda drawn: mixed(Draw(drawn))) | BYTES.map(of_any_style)


@given(TEXTS)
def test_references_are_what_renaming_changes_and_lead_to_the_declaration(text: str) -> None:
    map_ = map_of(text)
    argument_map = map_.checked.map
    [name] = [file.name for file in map_.files]
    for kind in KINDS:
        for id_, part in parts_of(argument_map, kind).items():
            mentions = [*everywhere(map_, kind, id_)]
            after = text
            for each in sorted(mentions, key=lambda each: -each.named.start):
                assert text[each.named.start : each.named.end] == id_
                after = after[: each.named.start] + NEW + after[each.named.end :]
                here = named_at(map_, name, each.named.start)
                assert here is not None
                assert (here.kind, here.id) == (kind, id_)
            if mentions and kind != "source":  # one without an id is given one
                assert after == with_new_id(text, Rename(kind, id_, NEW))
            if getattr(part, "named", True):
                place = part.location
                first = min(declarations(map_, kind, id_), key=lambda each: each.named.start)
                lines = lines_of(text)
                assert lines.of(first.named.start) >= place.line - 1
                if kind == "claim":
                    start = index_of_place(lines, place.line, place.column)
                    assert start in (first.named.start, first.named.start - 1)


@given(TEXTS)
def test_before_every_id_ids_of_its_kind_are_proposed(text: str) -> None:
    for mention in FileTree(text).mentions():
        if mention.is_declared or mention.node.value is None:
            continue
        if text[mention.node.start] in "'\"":
            continue
        cursor = cursor_at(text, mention.node.start)
        if cursor is None:
            continue
        kinds = ids_at(cursor.keys)
        wanted = [kinds.value] * cursor.takes_value + [kinds.key] * cursor.takes_key
        assert mention.kind in wanted, (cursor, text[: mention.node.start])


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.integers(0, 70))
def test_every_place_of_a_text_has_a_position(text: str, index: int) -> None:
    lines = lines_of(text)
    index = min(index, len(text))
    position = position_at(lines, index)
    here = text[lines.starts[position.line] : index]
    assert position.character == len(here.encode("utf-16-le")) // 2
    if not (text[index - 1 : index] == "\r" and text[index : index + 1] == "\n"):
        assert index_at(lines, position) == index


@given(st.text("ab\n\r😀", max_size=20), st.text("ab\n\r😀", max_size=20))
def test_edits_make_the_new_text_of_the_old_one(before: str, after: str) -> None:
    lines = lines_of(before)
    text = before
    for edit in reversed([*edits_between(before, after)]):
        start, end = (index_at(lines, each) for each in (edit.range.start, edit.range.end))
        text = text[:start] + edit.new_text + text[end:]
    assert text == after


@given(st.lists(TEXTS, min_size=2, max_size=3), TEXTS)
def test_what_was_read_before_changes_nothing(texts: list[str], changed: str) -> None:
    before = Kept()
    for now in (texts, [changed, *texts[1:]], texts):
        files = (ClaimFile(f"{place}.yaml", text) for place, text in enumerate(now))
        claim_files = ClaimFiles(tuple(files), ())
        again = read_files(claim_files, "", kept=before)
        fresh = read_files(claim_files, "")
        assert again.diagnostics == fresh.diagnostics
        assert again.map == fresh.map
