"""The settings of a vault: the types of its notes and links, and where its templates lie."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from argmap.formats.discourse.words import NotePart, part_of
from argmap.formats.json_values import dict_in, id_in, list_in, text_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.formats.foreign_file import ForeignFile

CONTENT = "{content}"
_PREFIX = re.compile(r"\s*\[{0,2}([A-Z]{2,5})\]{0,2} ?- *(?=\S)")
_CITATION = re.compile(r"(?s)(.+\S)\s+-\s+\[{0,2}@([^\s\[\]]+)\]{0,2}\s*")


class Schema:
    """The types of nodes and links of a vault, as its settings have them."""

    def __init__(self, settings: dict[str, Any], templates: dict[str, Any]) -> None:
        self._types = _by_id(settings.get("nodeTypes"))
        self._links = _by_id(settings.get("relationTypes"))
        self._folder = text_in(templates.get("folder")).strip("/")
        self._templates = {
            text_in(each.get("template")) for each in self._types.values() if each.get("template")
        }
        self._allowed = {
            (
                text_in(each.get("relationshipTypeId")),
                self._name(text_in(each.get("sourceId"))),
                self._name(text_in(each.get("destinationId"))),
            )
            for each in list_in(settings.get("discourseRelations"))
            if isinstance(each, dict)
        }

    def _name(self, type_id: str) -> str:
        return text_in(dict_in(self._types.get(type_id)).get("name"))

    def is_template(self, file: ForeignFile) -> bool:
        """Whether a note is a template: it lies in their folder, or is named as one of a type."""
        folders = PurePosixPath(file.name).parent.as_posix()
        if self._folder and f"/{self._folder}/" in f"/{folders}/":
            return True
        return file.stem in self._templates

    def type_and_title(
        self, type_id: str, stem: str, aliases: Sequence[str]
    ) -> tuple[str, str, str]:
        """The name of the type of a note, its title without the mark of the type, and with it.

        The names of files are cut where they are long; the whole title is then an alias.
        """
        entry = dict_in(self._types.get(type_id))
        begin, is_told, end = text_in(entry.get("format")).partition(CONTENT)
        if not is_told:
            begin = end = ""
        full = stem
        for alias in aliases:
            if alias.startswith(begin) if begin else _PREFIX.match(alias):
                full = alias
                break
        name = self._name(type_id)
        match = _PREFIX.match(full)
        if begin and full.startswith(begin):
            return name, _without(full, begin, end), full
        if match is not None and (begin or not entry):
            return name or _known(match[1]), full[match.end() :], full
        return name or ("Source" if full.startswith("@") else ""), full, full

    def label_of(self, type_id: str) -> str:
        """The label of a type of links; its id if that is all there is."""
        return text_in(dict_in(self._links.get(type_id)).get("label")) or type_id

    def is_link(self, key: str) -> bool:
        """Whether a property is named as a type of links."""
        return key in self._links

    def order(self, link: str, first: str, second: str) -> int:
        """1 if links of a type lead from the first type to the second alone, -1 the other way."""
        forward = (link, first, second) in self._allowed
        back = (link, second, first) in self._allowed
        return forward - back


def without_citation(title: str) -> tuple[str, tuple[str, ...]]:
    """A title without the key of a work at its end, and that key.

    >>> without_citation("Lanes help - [[@meyer2020]]"), without_citation("Lanes help")
    (('Lanes help', ('@meyer2020',)), ('Lanes help', ()))
    """
    match = _CITATION.fullmatch(title)
    return (match[1], (f"@{match[2]}",)) if match else (title, ())


def _without(title: str, begin: str, end: str) -> str:
    inner = title[len(begin) :]
    return inner[: -len(end)] if end and inner.endswith(end) else inner


def _known(mark: str) -> str:
    """The name of the type with this mark; the mark itself if it is none of the common ones."""
    return mark if part_of(mark) is not NotePart.OTHER else ""


def _by_id(value: object) -> dict[str, dict[str, Any]]:
    entries = [each for each in list_in(value) if isinstance(each, dict)]
    return {id_in(each.get("id")): each for each in entries if id_in(each.get("id"))}
