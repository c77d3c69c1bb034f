"""What differs between two versions of a map, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.analysis.versions.diff import Causes, DiffFinding
    from argmap.analysis.versions.differences import Changes, Listed
    from argmap.analysis.versions.edits import Edit


def diff_answer(found: DiffFinding) -> dict[str, Any]:
    """The answer of `argmap diff`."""
    return {
        "schema": "argmap.diff/1",
        "added": found.added,
        "removed": found.removed,
        "renamed": dict(found.renamed),
        "reworded": found.reworded,
        "changed": {id_: _changes(one) for id_, one in found.claims_changed.items()},
        "relations": {
            "added": found.relations_added,
            "removed": found.relations_removed,
            "renamed": dict(found.relations_renamed),
            "changed": {id_: _changes(one) for id_, one in found.relations_changed.items()},
        },
        "map": _changes(found.map_changed),
        **{name: _listed(one) for name, one in found.listings.items()},
        "status": {
            id_: {"from": was.word, "to": now.word, **_causes(found.status_causes[id_])}
            for id_, (was, now) in found.status.items()
        },
        "critical": {
            id_: {"from": was, "to": now, **_causes(found.critical_causes[id_])}
            for id_, (was, now) in found.critical.items()
        },
        "untried": found.untried,
    }


def _changes(changes: Changes) -> dict[str, Any]:
    return {what: {"from": one.before, "to": one.now} for what, one in changes.items()}


def _listed(found: Listed) -> dict[str, Any]:
    return {
        "added": found.added,
        "removed": found.removed,
        "changed": {id_: _changes(one) for id_, one in found.changed.items()},
    }


def _causes(causes: Causes) -> dict[str, Any]:
    return {
        "enough": [_edit(one) for one in causes.enough],
        "needed": [_edit(one) for one in causes.needed],
    }


def _edit(edit: Edit) -> dict[str, str]:
    return {"kind": edit.kind, "id": edit.id}
