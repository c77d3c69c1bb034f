"""The works that notes cite: notes on works, and works without a note of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.formats.discourse.notes import name_of_note, says_nothing, texts_of
from argmap.formats.ids import is_valid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.diagnostics import Location
    from argmap.formats.discourse.graph import Note
    from argmap.formats.discourse.notes import QuotedLine
    from argmap.formats.draft import Draft

READ = [
    "id",
    "title",
    "authors",
    "author",
    "date",
    "year",
    "kind",
    "itemType",
    "publisher",
    "journal",
    "url",
    "citekey",
    "aliases",
    "nodeTypeId",
]
"""Properties of a source that are read; all others are data of one's own."""


class CitedWorks:
    """The sources of a draft, found by any of their names or by who is cited."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._by_name: dict[str, str] = {}
        self._by_author: dict[tuple[str, str], str] = {}

    def add_note(self, node: Note) -> None:
        """Add a note on a work as a source."""
        properties = node.properties
        citekey = (texts_of(properties.get("citekey")) or [node.title])[0].lstrip("@")
        old = f"@{citekey}"
        if old in self._draft.sources:
            self._draft.skip("sources with the key of another one", node.title, node.at)
            self._by_name.setdefault(node.id, old)
            return
        meta = {key: value for key, value in properties.items() if key not in READ}
        aliases = [name for name in texts_of(properties.get("aliases")) if name not in node.names]
        fields: dict[str, Any] = {
            "authors": tuple(texts_of(properties.get("authors") or properties.get("author"))),
            "date": _first(properties, "date", "year"),
            "kind": _first(properties, "kind", "itemType"),
            "publisher": _first(properties, "publisher", "journal"),
            "url": _first(properties, "url"),
            "note": node.body.strip() if not says_nothing(node.body) else None,
            "meta": meta | ({"aliases": aliases} if aliases else {}),
        }
        wished = properties.get("id")
        given = wished if isinstance(wished, str) and is_valid(wished) else ""
        title = _first(properties, "title") or node.title.lstrip("@")
        self._draft.source(old, title, node.at, given=given, **fields)
        for name in (node.id, citekey, node.title, *node.names):
            self._by_name.setdefault(_plain(name), old)
        self._by_name[node.id] = old
        self._note_who(old, [*fields["authors"], citekey, title], fields["date"] or citekey)

    def is_work(self, id_: str) -> bool:
        """Whether a note is one on a work."""
        return id_ in self._by_name

    def of_note(self, id_: str) -> str:
        """The old id of the source that a note is on."""
        return self._by_name[id_]

    def named(self, names: Sequence[str], node: Note) -> str | None:
        """The source that these names call, made if there is no note on it; further ones told."""
        olds = list(dict.fromkeys(self._called(name, node.at) for name in names))
        for old in olds[1:]:
            self._draft.set_aside("further sources of a claim", f"{node.title}: {old}", node.at)
        return olds[0] if olds else None

    def _called(self, name: str, at: Location) -> str:
        key = _plain(name)
        if key not in self._by_name:
            old = f"@{name.lstrip('@')}"
            self._draft.source(old, name.lstrip("@"), at)
            self._by_name[key] = old
            self._note_who(old, [name.lstrip("@")], name)
        return self._by_name[key]

    def _note_who(self, old: str, names: Iterable[str], dated: str) -> None:
        year = re.search(r"(?:1[5-9]|20)\d\d", dated)
        for name in names:
            for word in re.findall(r"[^\W\d_]{2,}", name):
                self._by_author.setdefault((word.casefold(), year[0] if year else ""), old)
            for word in re.findall(r"^[^\W\d_][^\W\d_A-Z]+", name):
                self._by_author.setdefault((word.casefold(), year[0] if year else ""), old)

    def cited(self, quotations: Sequence[QuotedLine], at: Location) -> str | None:
        """The source that the first cited quotation of a note comes from, made if need be."""
        for quotation in quotations:
            if quotation.work:
                return self._called(re.sub(r"\.pdf$", "", quotation.work), at)
            if quotation.who:
                return self._cited(quotation) or self._made(quotation, at)
        return None

    def _cited(self, quotation: QuotedLine) -> str | None:
        """The source that a quotation cites, if it is there."""
        if quotation.work:
            return self._by_name.get(_plain(re.sub(r"\.pdf$", "", quotation.work)))
        word = re.match(r"[^\W\d_]+", quotation.who)
        year = quotation.year[:4]
        return self._by_author.get((word[0].casefold(), year)) if word else None

    def _made(self, quotation: QuotedLine, at: Location) -> str:
        name = f"{quotation.who} {quotation.year}"
        old = f"@{name}"
        self._draft.source(old, name, at, authors=(quotation.who,), date=quotation.year)
        self._by_name[_plain(name)] = old
        self._note_who(old, [quotation.who], quotation.year)
        return old

    def divided(
        self, quotations: Sequence[QuotedLine], source: str | None
    ) -> tuple[list[QuotedLine], list[QuotedLine]]:
        """The quotations that come from a source, or do not say where from; and all others."""
        own: list[QuotedLine] = []
        further: list[QuotedLine] = []
        for quotation in quotations:
            cited = self._cited(quotation)
            is_other = (quotation.work or quotation.who) and cited not in (source, None)
            is_strange = quotation.who and cited is None
            (further if is_other or is_strange else own).append(quotation)
        return own, further


def _first(properties: dict[str, Any], *keys: str) -> str | None:
    texts = [text for key in keys for text in texts_of(properties.get(key))]
    return texts[0] if texts else None


def _plain(name: str) -> str:
    return name_of_note(name).lstrip("@").casefold()
