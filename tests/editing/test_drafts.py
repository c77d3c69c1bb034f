"""Drafts edited: accepted, changed, joined and dropped, in the text of a file."""

from __future__ import annotations

import pytest

from argmap.editing.applying import apply
from argmap.editing.edits import (
    AcceptDraft,
    AddRelation,
    MapEdit,
    RemoveClaim,
    RemoveField,
    RemoveRelation,
    Rename,
    SetField,
)
from argmap.errors import UsageError
from argmap.model.relation import Relation
from argmap.reading.discovery import ClaimFile, ClaimFiles
from argmap.reading.reader import read_files

BEFORE = """\
claims:
  close: It should be closed.  # the conclusion
  loud:
    text: It is loud.
    mode: draft  # from the report
    supports: [close]
  cars: {text: Cars drive there., mode: draft, supports: loud}
"""
_MODE = "    mode: draft  # from the report\n"
_SUPPORTS = "    supports: [close]\n"
CASES: dict[str, tuple[tuple[MapEdit, ...], str, set[str], set[str]]] = {
    "accepted": (
        (AcceptDraft("loud"),),
        BEFORE.replace(_MODE, ""),
        {"cars"},
        {"loud~supports~close"},
    ),
    "accepted in braces": (
        (AcceptDraft("cars"),),
        BEFORE.replace(" mode: draft, s", " s"),
        {"loud"},
        set(),
    ),
    "all accepted": (
        (AcceptDraft("cars"), AcceptDraft("loud")),
        BEFORE.replace(_MODE, "").replace(" mode: draft, s", " s"),
        set(),
        {"loud~supports~close", "cars~supports~loud"},
    ),
    "accepted with a mode": (
        (SetField("claim", "loud", "mode", "reported"),),
        BEFORE.replace("mode: draft  #", "mode: reported  #"),
        {"cars"},
        {"loud~supports~close"},
    ),
    "accepted without the key": (
        (RemoveField("claim", "loud", "mode"),),
        BEFORE.replace(_MODE, ""),
        {"cars"},
        {"loud~supports~close"},
    ),
    "reworded": (
        (SetField("claim", "loud", "text", "It is very loud."),),
        BEFORE.replace("It is loud.", "It is very loud."),
        {"cars", "loud"},
        set(),
    ),
    "renamed": (
        (Rename("claim", "loud", "noise"),),
        BEFORE.replace("  loud:", "  noise:").replace("supports: loud", "supports: noise"),
        {"cars", "noise"},
        set(),
    ),
    "dropped": (
        (RemoveClaim("loud"),),
        (
            "claims:\n  close: It should be closed.  # the conclusion\n"
            "  cars: {text: Cars drive there., mode: draft}\n"
        ),
        {"cars"},
        set(),
    ),
    "step dropped": (
        (RemoveRelation("loud~supports~close"),),
        BEFORE.replace(_SUPPORTS, ""),
        {"cars", "loud"},
        set(),
    ),
    "joined": (
        (AddRelation(Relation.of("cars", "supports", "close")),),
        BEFORE.replace(
            "  close: It should be closed.  # the conclusion\n",
            "  close:\n    text: It should be closed.  # the conclusion\n"
            "    supported_by:\n      - cars\n",
        ),
        {"cars", "loud"},
        set(),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_draft_is_edited_as_a_careful_person_would(name: str) -> None:
    edits, after, drafts, relations = CASES[name]
    files = (ClaimFile("a.yaml", BEFORE),)
    done = apply(read_files(ClaimFiles(files, ()), ""), files, edits)
    assert done.files[0].after == after
    assert {*done.parsed.map.drafts} == drafts
    assert {*done.parsed.map.relations} == relations
    assert done.undone[0].after == BEFORE


@pytest.mark.parametrize("claim", ["close", "nothing"])
def test_only_a_draft_can_be_accepted(claim: str) -> None:
    files = (ClaimFile("a.yaml", BEFORE),)
    with pytest.raises(UsageError, match=f"there is no (draft|claim) `{claim}`"):
        apply(read_files(ClaimFiles(files, ()), ""), files, [AcceptDraft(claim)])
