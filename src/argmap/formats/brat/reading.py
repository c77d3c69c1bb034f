"""The reader of brat's annotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Diagnostic
from argmap.formats.brat.labels import MEANINGS, meaning_of
from argmap.formats.brat.spans import AnnotatedDocument, pieces_of
from argmap.formats.draft import Draft
from argmap.formats.exchange import nothing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.diagnostics import Location
    from argmap.formats.exchange import Imported
    from argmap.formats.foreign_file import ForeignFile

_ENTITY = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")
_RELATION = re.compile(r"(\S+)\s+(\S+?):(\S+)\s+(\S+?):(\S+)")
_SET_ASIDE = {"E": "events", "N": "references to other works", "M": "modifications of events"}


class _Arrow(NamedTuple):
    id: str
    meaning: str
    label: str
    source: str
    target: str
    place: Location


def read_annotations(files: Sequence[ForeignFile], wished: Mapping[str, str]) -> Imported:
    """The map in these annotations."""
    draft = Draft("brat", files[0].name)
    wrong = sorted({word for word in wished.values() if meaning_of("-", {"-": word}) is None})
    if wrong:
        message = f"`{wrong[0]}` is no meaning of a label"
        hint = f"write one of {', '.join(sorted(MEANINGS))}"
        return nothing([Diagnostic(files[0].at(), "AM702", message, hint)])
    for file in files:
        _File(file, draft, wished, is_alone=len(files) == 1).read()
    has_texts = any(source.document is not None for source in draft.sources.values())
    return draft.imported(documents="." if has_texts else None)


class _File:
    """A file of annotations that is being read: claims first, then what names them."""

    def __init__(
        self, file: ForeignFile, draft: Draft, wished: Mapping[str, str], *, is_alone: bool
    ) -> None:
        self.file = file
        self.draft = draft
        self.wished = wished
        self.prefix = "" if is_alone else f"{file.stem}/"
        self.section = None if is_alone else file.stem
        self.source = file.stem or "text"
        text = file.neighbour(f"{file.stem}.txt")
        self.text = AnnotatedDocument(text, self.source, draft) if text is not None else None
        self.meta: dict[str, dict[str, object]] = {}
        self.notes: dict[str, list[str]] = {}
        self.rest: list[tuple[str, str, Location]] = []

    def read(self) -> None:
        """Read all lines."""
        spans: list[tuple[str, re.Match[str], str, Location]] = []
        steps: list[_Arrow] = []
        content = self.draft.legible(self.file.text, self.file.at())
        for number, line in enumerate(content.split("\n"), start=1):
            id_, _, rest = line.strip(" ").partition("\t")
            place = self.file.at(number)
            if not line.strip():
                continue
            match = _ENTITY.match(rest) if id_.startswith("T") else None
            if match is not None:
                spans.append((id_, match, rest[match.end() :].strip(), place))
            elif id_.startswith("R"):
                steps += self._step(id_, rest, place)
            else:
                self._other(id_, rest, place)
        known = {id_ for id_, *_ in spans} | {step.id for step in steps}
        for owner in {**self.meta, **self.notes}:
            if owner not in known:
                self.draft.skip("notes and attributes of nothing", owner, self.file.at())
        self._add_source()
        for id_, match, text, place in spans:
            self._claim(id_, match, text, place)
        self._relate(steps)

    def _add_source(self) -> None:
        document = f"{self.file.stem}.txt" if self.text is not None else None
        if self.text is None:
            name = f"{self.file.stem}.txt"
            what = "texts that are not beside their annotations (quotations cannot be made)"
            self.draft.skip(what, name, self.file.at())
        self.draft.source(self.source, self.source, self.file.at(), document=document)

    def _claim(self, id_: str, match: re.Match[str], text: str, place: Location) -> None:
        offsets = pieces_of(match[2])
        locators = self.text.locators(offsets, text, place) if self.text is not None else ()
        if self.text is not None and text and not self.text.agrees(offsets, text):
            shown = f"{id_}: {text}"
            self.draft.skip(
                "offsets that lead to another text than the annotation has", shown, place
            )
        elif self.text is not None and not locators:
            self.draft.skip("spans that are no quotations", f"{id_}: {text}", place)
        if not text and self.text is not None:
            text = self.text.at(offsets)
        self.draft.claim(
            self.prefix + id_,
            text,
            place,
            source=self.source,
            locators=locators,
            section=self.section,
            tags=(match[1],),
            note="\n".join(self.notes.get(id_, ())) or None,
            meta=self.meta.get(id_, {}),
        )

    def _step(self, id_: str, rest: str, place: Location) -> list[_Arrow]:
        match = _RELATION.match(rest)
        if match is None:
            self.draft.skip("lines that are no annotations", f"{id_} {rest}", place)
            return []
        label, first_role, first, _, second = match.groups()
        if first_role == "Arg2":
            first, second = second, first
        meaning = meaning_of(label, self.wished)
        if meaning is None:
            what = "relations of unknown labels (say what they mean by --labels LABEL=MEANING)"
            self.draft.skip(what, f"{label}: {first} and {second}", place)
            return []
        return [_Arrow(id_, meaning, label, first, second, place)]

    def _relate(self, steps: list[_Arrow]) -> None:
        above: dict[str, list[str]] = {}
        for step in steps:
            if step.meaning in ("support", "attack"):
                above.setdefault(step.source, []).append(step.id)
        for step in steps:
            target = step.target
            shown = f"{step.id}: {step.source} {step.label} {step.target}"
            if step.meaning == "restates":
                ends = (self.prefix + step.source, self.prefix + target)
                self.draft.restate(*ends, step.place)
                continue
            if step.meaning == "undercut" and not target.startswith("R"):
                reached = above.get(target, [])
                if len(reached) != 1:
                    what = "undercuts of claims from which no step leads, or several"
                    self.draft.skip(what, shown, step.place)
                    continue
                [target] = reached
            self.draft.relation(
                "supports" if step.meaning == "support" else "attacks",
                [self.prefix + step.source],
                self.prefix + target,
                step.place,
                old=self.prefix + step.id,
                source=self.source,
                tags=(step.label,),
                note="\n".join(self.notes.get(step.id, ())) or None,
                meta=self.meta.get(step.id, {}),
            )

    def _other(self, id_: str, rest: str, place: Location) -> None:
        """Take an attribute, a note or a group of equal spans; count what else there is."""
        head, _, text = rest.partition("\t")
        words = head.split()
        if id_.startswith(("A", "M")) and len(words) in (2, 3):
            name, owner, *value = words
            self.meta.setdefault(owner, {})[name] = value[0] if value else True
        elif id_.startswith("#") and len(words) > 1:
            self.notes.setdefault(words[1], []).append(text.strip() or words[0])
        elif id_ == "*" and len(words) > 2:  # noqa: PLR2004  # a label and two spans
            for other in words[2:]:
                self.draft.restate(self.prefix + words[1], self.prefix + other, place)
        else:
            what = _SET_ASIDE.get(id_[:1])
            if what is not None:
                self.draft.set_aside(what, f"{id_} {rest}", place)
            else:
                self.draft.skip("lines that are no annotations", f"{id_} {rest}", place)
