"""The drafts of a map after an edit: which claims still wait to be accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.applied_relations import part_of
from argmap.editing.edits import AcceptDraft, RemoveField, Rename, SetField
from argmap.errors import UsageError
from argmap.model.setting_apart import without_drafts

if TYPE_CHECKING:
    from argmap.editing.edits import MapEdit
    from argmap.model.argument_map import ArgumentMap


def with_drafts_apart(after: ArgumentMap, before: ArgumentMap, edit: MapEdit) -> ArgumentMap:
    """The map after an edit, of which the claims that are drafts still are set apart.

    Raises:
        UsageError: there is no such draft, or one would be named elsewhere than in a relation.
    """
    try:
        return without_drafts(after, _drafts_after(before, edit) & after.claims.keys())
    except ValueError as error:
        raise UsageError(
            "a draft can be named in relations alone; accept it first, by deleting `mode: draft`"
        ) from error


def _drafts_after(before: ArgumentMap, edit: MapEdit) -> frozenset[str]:
    """The claims that are drafts after an edit, and perhaps some that are gone."""
    drafts = frozenset(before.drafts)
    match edit:
        case AcceptDraft():
            part_of(before.drafts.claims, edit.claim, "draft")
            return drafts - {edit.claim}
        case SetField(kind="claim", key="mode") | RemoveField(kind="claim", key="mode"):
            return drafts - {edit.id}  # the word `draft` stands in place of the mode
        case Rename(kind="claim") if edit.old in drafts:
            return drafts - {edit.old} | {edit.new}
    return drafts
