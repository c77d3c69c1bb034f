"""Links between the notes of a vault, and text that is shown as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.note_names import LONGEST

if TYPE_CHECKING:
    from argmap.model.claim import Claim

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~^$]|%%|==)")
_BEGIN = re.compile(r"^(\s*)([-+>]|\d+[.)])(?=\s)", re.MULTILINE)


def link(name: str, shown: str) -> str:
    """A link to the note of this name; it shows other words where the name was cleaned or cut.

    >>> link("Shops lose", "Shops lose."), link("Who pays", "Who [really] pays?")
    ('[[Shops lose]]', '[[Who pays|Who (really) pays?]]')
    """
    words = " ".join(shown.split()).translate(str.maketrans("[]|", "()/"))
    if words.removesuffix(".") == name:
        return f"[[{name}]]"
    if len(words) > LONGEST:
        start = words[:LONGEST].rpartition(" ")[0] or words[:LONGEST]
        words = f"{start} \u2026"
    return f"[[{name}|{words}]]"


def title_of(claim: Claim) -> str:
    """The title of the note of a claim: its label, or its text."""
    return claim.label if claim.label is not None else claim.text


def plain(text: str) -> str:
    r"""A text without meaning for Markdown.

    >>> plain("1. *no* #tag")
    '1\\. \\*no\\* \\#tag'
    """
    escaped = _SIGNS.sub(r"\\\1", text)
    return _BEGIN.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", escaped)
