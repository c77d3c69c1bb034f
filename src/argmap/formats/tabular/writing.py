"""A map as rows of tables: claims, relations and sources, each with the cells that it fills."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.formats.carried import WORDS, losses_beside
from argmap.formats.citing import mode_unless_stated
from argmap.formats.exchange import in_words
from argmap.formats.ids import old_ids, origins_beside
from argmap.formats.tabular.fields import LOCATOR, PENDING, SOURCE, joined
from argmap.formats.tabular.headings import PARTS, heading_of, parts_meant
from argmap.formats.tabular.modes import default_mode
from argmap.graph.outline import outline
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Locator, Source

Cells = dict[str, str]
CARRIED = frozenset(
    {
        "claim.label",
        "claim.source",
        "claim.locators",
        "claim.speaker",
        "claim.mode",
        "claim.granted",
        "claim.pending",
        "claim.credence",
        "claim.section",
        "claim.tags",
        "claim.note",
        "claim.url",
        "claim.meta",
        "claim.origin",
        "relation.origin",
        "source.origin",
        "relation.named",
        "relation.force",
        "relation.contradiction",
        "relation.scheme",
        "relation.weight",
        "relation.rationale",
        "relation.presses",
        "relation.source",
        "relation.locators",
        "relation.mode",
        "relation.tags",
        "relation.note",
        "relation.meta",
        "map.sources",
        "source.authors",
        "source.whole_names",
        "source.date",
        "source.kind",
        "source.publisher",
        "source.url",
        "source.note",
        "source.doi",
        "source.accessed",
        "source.version",
        "source.retracted",
        "source.isbn",
        "source.cite_as",
        "source.caveats",
        "map.classes",
        "map.title",
        "map.question",
        "map.main",
    }
)
"""The parts of a map that have a place in a table."""

_ALWAYS = ("kind", "id", "text", "from", "to")
_ORDER = (*_ALWAYS, *(part for part in PARTS if part not in _ALWAYS))
_SEPARATES = re.compile(r"[;&|,\n+]")


class MapAsRows:
    """A map as rows, and what no row can hold.

    The rows of claims, relations and sources can stand in one table or in one for each.
    """

    def __init__(self, argument_map: ArgumentMap, format_: str) -> None:
        self._map = argument_map
        self.losses = losses_beside(argument_map, CARRIED)
        self._ids = {
            id_: old if old == " ".join(old.split()) and not _SEPARATES.search(old) else id_
            for id_, old in old_ids(argument_map.claims, format_).items()
        }
        self._source_ids = old_ids(argument_map.sources, format_)
        self._step_ids = self._needed_ids()
        self._report_old_ids()
        self.claims = [*self._of_claims()]
        self.relations = [*self._of_relations()]
        self.sources = [self._of_source(source) for source in argument_map.sources.values()]
        everything = (*self.claims, *self.relations, *self.sources)
        self.columns = self.columns_of(everything)

    def columns_of(self, rows: Iterable[Cells]) -> list[str]:
        """The keys of the columns that these rows fill, parts of a map before data of one's own."""
        filled = {key: None for cells in rows for key, cell in cells.items() if cell}
        parts = [part for part in _ORDER if part in _ALWAYS or part in filled]
        return parts + [key for key in filled if key.startswith("\0")]

    @property
    def headings(self) -> list[str]:
        """The headings of the one table."""
        return [shown_heading(key) for key in self.columns]

    def rows(self) -> Iterator[list[str]]:
        """The rows of the one table."""
        for cells in (*self.claims, *self.relations, *self.sources):
            yield [cells.get(key, "") for key in self.columns]

    def _report_old_ids(self) -> None:
        """Report the ids that parts had in other formats, which have no column."""
        steps = dict(zip(self._step_ids, self._step_ids, strict=True))
        for part, values, written in (
            ("claim.origin", self._map.claims, self._ids),
            ("relation.origin", self._map.relations, steps),
            ("source.origin", self._map.sources, self._source_ids),
        ):
            for example in origins_beside(values, written):
                self.losses.add(WORDS[part], example)

    def _needed_ids(self) -> set[str]:
        """The relations that are written with an id: named, undercut, or quoted more than once."""
        relations = self._map.relations.values()
        targets = {each.target for each in relations if each.kind is Kind.UNDERCUTS}
        return targets | {each.id for each in relations if each.named or len(each.locators) > 1}

    def _of_claims(self) -> Iterator[Cells]:
        for kind in ("title", "question"):
            if text := getattr(self._map, kind):
                yield {"kind": kind, "text": text}
        for id_ in outline(self._map).numbers:
            claim = self._map.claims[id_]
            yield self._of_claim(claim)
            yield from self._further_quotes(claim.locators, self._ids[id_])

    def _of_claim(self, claim: Claim) -> Cells:
        granted = {True: "yes", False: "no", None: ""}[claim.granted]
        mode = claim.mode if claim.mode is not mode_unless_stated(self._map, claim) else ""
        return {
            "kind": "claim",
            "id": self._ids[claim.id],
            "text": claim.text,
            "label": claim.label or "",
            "source": self._source_ids.get(claim.source or "", ""),
            "speaker": claim.speaker or "",
            "section": claim.section or "",
            "url": claim.url or "",
            "mode": mode,
            "granted": PENDING if claim.pending else granted,
            "credence": _number(claim.credence),
            "main": "yes" if claim.id in self._map.main else "",
            **self._common(claim),
        }

    def _common(self, part: Claim | Relation) -> Cells:
        """The cells that claims and relations have in common."""
        if any(";" in tag for tag in part.tags):
            self.losses.add("semicolons in tags", f"{part.id}: {', '.join(part.tags)}")
        cells = {"tags": joined(part.tags), "note": part.note or ""}
        if part.locators:
            cells |= _cells_of(part.locators[0])
        return cells | self._data(part.meta, part.id)

    def _data(self, meta: Mapping[str, Any], owner: str) -> Cells:
        """The data of one's own, each entry in a column with its name."""
        cells: Cells = {}
        for key, value in meta.items():
            is_heading = key == " ".join(key.split()) != "" and not parts_meant(key)
            if not is_heading:
                what = "own keys whose names no column can have, or argmap's columns have"
                self.losses.add(what, f"{owner}: {key}")
            elif isinstance(value, str) and value.strip() == value != "":
                cells[f"\0{key}"] = value
            else:
                what = "own keys whose values are no text"
                self.losses.add(what, f"{owner}: {key}: {in_words(value)}")
        return cells

    def _of_relations(self) -> Iterator[Cells]:
        for target in (*self._map.claims, *self._map.relations):
            for relation in self._map.relations_to(target):
                if not relation.contradiction:
                    yield self._of_relation(relation)
                    yield from self._further_quotes(relation.locators, relation.id)
                elif relation.premises[0] < relation.target:
                    ends = (relation.premises[0], relation.target)
                    yield self._row("contradicts", *map(self._ids.__getitem__, ends))
                if relation.contradiction and _has_details(relation):
                    self.losses.add("details of contradictions", relation.id)
        for id_, members in self._map.classes.items():
            if id_ != members[0]:
                yield self._row("restates", self._ids[id_], self._ids[members[0]])

    def _row(self, kind: str, premise: str, target: str) -> Cells:
        return {"kind": kind, "from": premise, "to": target}

    def _of_relation(self, relation: Relation) -> Cells:
        claims = self._map.claims
        ends = [claims[end] for end in (*relation.premises, relation.target) if end in claims]
        mode = "" if relation.mode is default_mode(ends, relation.source) else relation.mode
        return {
            **self._row(
                relation.kind,
                " & ".join(self._ids[premise] for premise in relation.premises),
                self._ids.get(relation.target, relation.target),
            ),
            "id": relation.id if relation.id in self._step_ids else "",
            "force": relation.force or "",
            "weight": _number(relation.weight),
            "scheme": self._scheme(relation),
            "rationale": relation.rationale or "",
            "presses": relation.presses or "",
            "source": self._source_ids.get(relation.source or "", ""),
            "mode": mode,
            **self._common(relation),
        }

    def _scheme(self, relation: Relation) -> str:
        if relation.scheme in self._map.schemes:
            self.losses.add("steps by a scheme of one's own", f"{relation.id}: {relation.scheme}")
            return ""
        return relation.scheme or ""

    def _further_quotes(self, locators: tuple[Locator, ...], owner: str) -> Iterator[Cells]:
        for locator in locators[1:]:
            yield {"kind": "quote", "to": owner, **_cells_of(locator)}

    def _of_source(self, source: Source) -> Cells:
        names = [f"{{{name}}}" if name in source.whole_names else name for name in source.authors]
        if any(";" in name for name in names):
            self.losses.add("semicolons in names of authors", f"{source.id}: {', '.join(names)}")
        if source.meta:
            self.losses.add("own keys of sources", source.id)
        fields = {part: getattr(source, field) or "" for part, field in SOURCE.items()}
        return {
            "kind": "source",
            "id": self._source_ids[source.id],
            "text": source.title,
            "author": joined(tuple(names)),
            "caveats": "\n".join(" ".join(caveat.split()) for caveat in source.caveats),
            **fields,
        }


def shown_heading(key: str) -> str:
    """The heading of a column: that of its part, or the name of data of one's own."""
    return key[1:] if key.startswith("\0") else heading_of(key)


def _cells_of(locator: Locator) -> Cells:
    return {
        part: str(value)
        for part, field in LOCATOR.items()
        if (value := getattr(locator, field)) is not None
    }


def _has_details(relation: Relation) -> bool:
    return bool(
        relation.locators
        or relation.source
        or relation.tags
        or relation.note
        or relation.meta
        or relation.weight is not None
        or relation.scheme
        or relation.rationale
        or relation.presses
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if float(f"{value:g}") == value else repr(value)
