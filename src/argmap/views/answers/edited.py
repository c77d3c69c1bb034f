"""JSON answers of commands that edit claim files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.analysis.status.reasons import turnover
from argmap.model.relation import Kind
from argmap.views.answers.encoder import answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis.reading_of_map import Reading
    from argmap.editing.edits import Rename


def rename_answer(edit: Rename, files: Iterable[str], *, written: bool) -> dict[str, Any]:
    """The answer of `argmap rename`: the kind of the thing, its ids, and the files that change."""
    named = {"kind": edit.kind, "from": edit.old, "to": edit.new}
    return answer("rename", {**named, "files": sorted(files), "written": written})


def add_answer(
    before: Reading, after: Reading, id_: str, files: Iterable[str], *, written: bool
) -> dict[str, Any]:
    """The answer of `argmap add`: the new claim, and every claim that it gives another status.

    As in the answer of `diff`, reasons and objections are those that claims lose and gain.
    """
    was, now = before.status.claims, after.status.claims
    changed = {
        claim: {"from": was[claim].word, "to": now[claim].word}
        for claim in was
        if was[claim].word is not now[claim].word
    }
    return answer(
        "add",
        {
            "id": id_,
            "path": after.map.claims[id_].location.path,
            "source": after.map.claims[id_].cited_source,
            "relations": [each.id for each in after.map.relations_from(id_)],
            "word": now[id_].word,
            "reason": now[id_].reason,
            "files": sorted(files),
            "written": written,
        },
        status=changed,
        reasons=turnover(before, after, Kind.SUPPORTS),
        objections=turnover(before, after, Kind.ATTACKS),
    )
