"""A Kialo export read as a map; both layouts. Kialo reads no files, so there is no way back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.formats.draft import Draft
from argmap.formats.exchange import Imported, nothing
from argmap.formats.kialo.entries import KialoEntry, entries_of, is_worded
from argmap.formats.kialo.sources import numbered_sources, start_of_sources
from argmap.formats.kialo.texts import CitedPage, Text, text_of
from argmap.model.claim import Mode
from argmap.model.source import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile

_TITLE = re.compile(r"\s*Discussion (?:Title|Name):[ \t]*(.*)")
_LINES_TO_TRY = 200
_SENTENCE_ENDS = re.compile(r"[.!?:](?=\s)")


def fits(file: ForeignFile) -> bool:
    """Whether the file has the title of a discussion, or numbered claims that are pro or con."""
    head = file.text[:40_000]
    has_title = _TITLE.match(head) is not None
    numbered = head.split("\n")[:_LINES_TO_TRY]
    if has_title and not any(line.strip() for line in head.lstrip().split("\n")[1:]):
        return True  # a discussion without a claim
    return any(is_worded(line) and (has_title or line.count(".") > 1) for line in numbered) or (
        has_title and re.search(r"^1\. ", head, re.MULTILINE) is not None
    )


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The discussion as a map: each claim for or against the one above it. Cost: linear."""
    del wishes
    [file] = files
    lines = file.text.split("\n")
    end = start_of_sources(lines)
    head, entries = entries_of(lines[:end])
    if not entries:
        message = "there is no numbered claim in this file, such as `1.1. Pro: ...`"
        hint = "export the discussion from Kialo again"
        return nothing([Diagnostic(file.at(), "AM702", message, hint)])
    return _Discussion(file, lines[end + 1 :]).imported(head, entries)


class _Discussion:
    """A discussion in the making."""

    def __init__(self, file: ForeignFile, tail: Sequence[str]) -> None:
        self.draft = Draft("kialo", file.name, keeps_ids=False)
        self.numbered, others = numbered_sources(tail)
        for line in others:
            self.draft.set_aside("lines after the sources", line)
        self.question: str | None = None
        self.is_same: dict[str, str] = {}
        self.theses: list[str] = []

    def imported(self, head: Sequence[str], entries: Sequence[KialoEntry]) -> Imported:
        """The map of these entries."""
        title = self._title(head)
        questions = {entry.number for entry in entries if entry.stance == "question"}
        for entry in entries:
            self._take(entry)
        self._resolve(entries)
        for entry in entries:
            self._relate(entry, questions)
        if self.question == title:
            self.question = None  # a page that said it twice would look wrong
        main = tuple(id_ for each in self.theses if (id_ := self.draft.new_id(each)))
        return self.draft.imported(title=title, question=self.question, main=main)

    def _title(self, head: Sequence[str]) -> str:
        title = ""
        for index, line in enumerate(head):
            words = " ".join(line.split())
            match = _TITLE.match(line)
            if match:
                title = " ".join(match[1].split())
            elif words and not title and index and _TITLE.match(head[index - 1]):
                title = words
            elif words:
                what = "lines before the first claim"
                self.draft.set_aside(what, words, self.draft.at(index + 1))
        return title

    def _take(self, entry: KialoEntry) -> None:
        """Add the claim of an entry, unless it is a question or stands elsewhere."""
        if entry.is_repeated:
            what = "numbers that another claim has, too"
            self.draft.skip(what, f"{entry.number}. {entry.text}", self.draft.at(entry.line))
        if entry.refers_to:
            self.is_same[entry.key] = entry.refers_to
            return
        text = text_of(entry.text, self.numbered)
        if entry.stance == "question":
            self.question = self.question or text.words
            return
        if not entry.parent or entry.stance == "thesis":
            self.theses.append(entry.key)
        like = _SENTENCE_ENDS.split(text.words, maxsplit=1)[0]
        fields = self._citation(text)
        self.draft.claim(entry.key, text.words, self.draft.at(entry.line), like=like, **fields)
        if entry.is_repeated:
            self.draft.change(entry.key, origin=None)

    def _citation(self, text: Text) -> dict[str, Any]:
        """The source of a claim, with what is quoted; further ones are told in the note."""
        if not text.cited:
            return {}
        for page in text.cited:
            self.draft.source(page.url, page.title, url=page.url)
        first, *others = text.cited
        fields: dict[str, Any] = {"source": first.url}
        if first.quote:
            fields["locators"] = (Locator(quote=first.quote),)
        if others:
            fields["note"] = "Also cited: " + "; ".join(map(_in_words, others))
        return fields

    def _resolve(self, entries: Iterable[KialoEntry]) -> None:
        """Lead every cross reference to the claim that stands for it; drop those to nothing."""
        resolved: dict[str, str] = {}
        for entry in entries:
            path: dict[str, None] = {}
            number = entry.key
            while number in self.is_same and number not in resolved and number not in path:
                path[number] = None
                number = self.is_same[number]
            resolved.update(dict.fromkeys(path, resolved.get(number, number)))
            if resolved.get(entry.key, "") not in self.draft.claims and entry.refers_to:
                what = "cross references to a claim that is not there"
                example = f"{entry.number} to {entry.refers_to}"
                self.draft.skip(what, example, self.draft.at(entry.line))
        self.is_same = resolved

    def _relate(self, entry: KialoEntry, questions: set[str]) -> None:
        """Add the relation of an entry to the one above it."""
        number = self.is_same.get(entry.key, entry.key)
        parent = self.is_same.get(entry.parent, entry.parent)
        place = self.draft.at(entry.line)
        if not entry.parent or entry.stance in ("thesis", "question"):
            return
        if not entry.stance:
            if entry.parent not in questions:
                example = f"{entry.number}. {entry.text}"
                what = "links of claims that are neither pro nor con"
                self.draft.skip(what, example, place)
            return
        if number in self.draft.claims:
            mode = self._mode(number, parent)
            self.draft.relation(entry.stance, [number], parent, place, mode=mode)

    def _mode(self, number: str, parent: str) -> Mode:
        """The mode of a step: the debaters' own, where the claims cite different pages."""
        claim, target = (self.draft.claims.get(each) for each in (number, parent))
        is_of_one = claim is not None and target is not None and claim.source == target.source
        return Mode.ASSERTED if is_of_one else Mode.EDITORIAL


def _in_words(page: CitedPage) -> str:
    words = f"{page.words} ({page.url})" if page.words else page.url
    return f'{words}: "{page.quote}"' if page.quote else words
