"""Notes of Zotero in Markdown: a line for each annotation, with links to its item and its PDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from argmap.formats.highlights.highlight import Anchor, Highlight, MarkedWork

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.draft import Draft

_LINE = re.compile(
    r"\s*(?:[-*>]\s+)?[\u201c\"\u201e](?P<quote>.+)[\u201d\"\u201c]"
    r"\s*\(\[(?P<cite>[^\]\n]*)\]\((?P<item>zotero://select/[^)\s]+)\)\)"
    r"(?:\s*\(\[[^\]\n]*\]\((?P<pdf>zotero://open-pdf/[^)\s]+)\)\))?(?P<comment>.*)"
)
_CITE = re.compile(r"(?P<author>.*?),?\s*(?P<year>\d{4})?(?:,\s*(?:pp?|S)\.?\s*(?P<page>[^,]+))?")
_LINK = "](zotero://select/"


def fits_notes(text: str) -> bool:
    """Whether a text is a note of Zotero."""
    return _LINK in text and any(
        _LINE.fullmatch(line) for line in text.splitlines() if _LINK in line
    )


def highlights_in_notes(draft: Draft, text: str) -> Iterator[Highlight]:
    """The annotations of a note; other lines are counted."""
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            if line.strip():
                draft.set_aside("lines that are no annotation", line, draft.at(number))
            continue
        cite = _CITE.fullmatch(match["cite"])
        page = (cite["page"] or "").strip() if cite is not None else ""
        key = match["item"].rsplit("/", 1)[-1]
        query = parse_qs(urlsplit(match["pdf"] or "").query)
        yield Highlight(
            query.get("annotation", [f"line {number}"])[0],
            match["comment"],
            (Anchor(match["quote"], page=page or query.get("page", [""])[0]),),
            MarkedWork(
                key,
                match["cite"].split(", p. ")[0],
                authors=(cite["author"],) if cite is not None and cite["author"] else (),
                date=(cite["year"] or "") if cite is not None else "",
            ),
        )
