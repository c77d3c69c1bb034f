"""A map as a vault of Obsidian: a note for each claim and source, and the outline as a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.carried import WORDS, losses_beside
from argmap.formats.exchange import Exported
from argmap.formats.front_matter import front_matter
from argmap.formats.note_names import NoteNames
from argmap.formats.obsidian.links import link, plain, title_of
from argmap.formats.obsidian.steps import StepLists
from argmap.formats.outlines.lines import outline_lines
from argmap.graph.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.exchange import Losses, Wishes
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.source import Locator, Source

CLAIMS, SOURCES = "Claims", "Sources"
"""The folders of notes."""
_CARRIED = frozenset(
    [
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
        "relation.force",
        "relation.contradiction",
        "relation.scheme",
        "relation.weight",
        "relation.rationale",
        "relation.note",
        "source.authors",
        "source.cite_as",
        "source.document",
        "source.date",
        "source.kind",
        "source.publisher",
        "source.url",
        "source.note",
        "source.caveats",
        "source.meta",
        "source.doi",
        "source.isbn",
        "source.accessed",
        "source.version",
        "source.retracted",
        "map.sources",
        "map.classes",
        "map.title",
        "map.question",
        "map.questions",
        "map.main",
        "map.meta",
    ]
)
_OF_SOURCE = [
    "date",
    "kind",
    "publisher",
    "url",
    "doi",
    "isbn",
    "accessed",
    "version",
    "retracted",
    "cite_as",
    "document",
]


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map as notes that link to each other. Cost: linear."""
    del wishes
    names = NoteNames()
    index = names.like(argument_map.title or "Map")
    ids = outline(argument_map).numbers  # in reading order, so that the first has the plain name
    claims = {id_: names.like(title_of(argument_map.claims[id_])) for id_ in ids}
    sources = {id_: names.like(each.title) for id_, each in argument_map.sources.items()}
    losses = losses_beside(argument_map, _CARRIED)
    vault = _Vault(argument_map, claims, sources, losses)
    files: dict[str, str | bytes] = {f"{index}.md": vault.index()}
    for id_, claim in argument_map.claims.items():
        files[f"{CLAIMS}/{claims[id_]}.md"] = vault.claim(claim)
    for id_, source in argument_map.sources.items():
        files[f"{SOURCES}/{sources[id_]}.md"] = vault.source(source)
    return Exported(files, losses.all)


class _Vault:
    """The notes of a vault; `claims` and `sources` have the names of notes by id."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        claims: Mapping[str, str],
        sources: Mapping[str, str],
        losses: Losses,
    ) -> None:
        self._map = argument_map
        self._claims = claims
        self._sources = sources
        self._losses = losses
        self._steps = StepLists(argument_map, claims)
        self._cited: dict[str, list[str]] = {}
        for id_ in claims:
            source = argument_map.claims[id_].source
            if source is not None:
                self._cited.setdefault(source, []).append(id_)

    def claim(self, claim: Claim) -> str:
        """The note of a claim."""
        lines = ["", plain(claim.text)]
        for locator in claim.locators:
            lines += ["", *self._quotation(locator, claim.source)]
        if claim.note:
            lines += ["", claim.note]
        lines += self._steps.of(claim.id)
        return front_matter(self._properties(claim)) + "\n".join(lines) + "\n"

    def _properties(self, claim: Claim) -> dict[str, Any]:
        tags = ["-".join(tag.replace("#", " ").split()) for tag in claim.tags]
        title = title_of(claim)
        properties = {
            "id": claim.id,
            "aliases": [] if title.removesuffix(".") == self._claims[claim.id] else [title],
            "tags": [tag for tag in tags if tag],
            "source": self._source_link(claim.source) if claim.source else None,
            "speaker": claim.speaker,
            "mode": str(claim.mode) if claim.mode != "asserted" else None,
            "granted": "pending" if claim.pending else claim.granted,
            "credence": claim.credence,
            "section": claim.section,
            "url": claim.url,
        }
        properties |= self._own("claim", claim, properties)
        return {key: each for key, each in properties.items() if each not in (None, [])}

    def _own(self, kind: str, part: Claim | Source, taken: Mapping[str, Any]) -> dict[str, Any]:
        """The own keys of a claim or source; those that meet a property are reported."""
        for key in part.meta:
            if key in taken:
                self._losses.add(WORDS[f"{kind}.meta"], f"{part.id}: {key}")
        return {key: each for key, each in part.meta.items() if key not in taken}

    def _source_link(self, id_: str) -> str:
        return link(self._sources[id_], self._map.sources[id_].title)

    def _quotation(self, locator: Locator, source: str | None) -> Iterator[str]:
        work = self._source_link(source) if source else ""
        cited = ", ".join(filter(None, (work, plain(locator.place))))
        if locator.quote:
            quote = " ".join(locator.quote.split())
            yield f"> \u201c{plain(quote)}\u201d" + (f" ({cited})" if cited else "")
        elif cited:
            yield f"> {cited}"

    def source(self, source: Source) -> str:
        """The note of a source."""
        properties: dict[str, Any] = {
            "id": source.id,
            "aliases": [] if source.title == self._sources[source.id] else [source.title],
            "authors": [*source.authors],
        }
        properties |= {key: getattr(source, key) for key in _OF_SOURCE}
        properties |= self._own("source", source, properties)
        lines = ["", plain(source.title)]
        for caveat in source.caveats:
            lines += ["", f"> [!warning] {plain(' '.join(caveat.split()))}"]
        if source.note:
            lines += ["", source.note]
        cited = [f"- {self._claim_link(id_)}" for id_ in self._cited.get(source.id, ())]
        lines += ["", "## Claims from here", "", *cited] if cited else []
        filled = {key: each for key, each in properties.items() if each not in (None, [], "")}
        return front_matter(filled) + "\n".join(lines) + "\n"

    def _claim_link(self, id_: str) -> str:
        return link(self._claims[id_], title_of(self._map.claims[id_]))

    def index(self) -> str:
        """The note with the outline of the map, its questions and its main claims."""
        argument_map = self._map
        front = front_matter(argument_map.meta) if argument_map.meta else ""
        lines = [f"# {plain(argument_map.title)}"] if argument_map.title else []
        if argument_map.question and not argument_map.questions:
            lines += ["", f"*{plain(argument_map.question)}*"]
        for question in argument_map.questions.values():
            lines += ["", f"## {plain(question.text)}", ""]
            lines += [f"- {self._claim_link(id_)}" for id_ in question.answers]
        if argument_map.main:
            lines += ["", "## Read first", ""]
            lines += [f"- {self._claim_link(id_)}" for id_ in argument_map.main]
        lines += ["", "## The argument", "", *self._outline()]
        if argument_map.sources:
            lines += ["", "## Sources", ""]
            lines += [f"- {self._source_link(id_)}" for id_ in self._sources]
        return front + "\n".join(lines).lstrip("\n") + "\n"

    def _outline(self) -> Iterator[str]:
        """The outline as a list of links, indented as Obsidian indents lists."""
        by_number = {number: id_ for id_, number in outline(self._map).numbers.items()}
        for line in outline_lines(self._map):
            role = f" {line.role}:" if line.role else ""
            elsewhere = f" (see {line.elsewhere})" if line.elsewhere else ""
            shown = self._claim_link(by_number[line.number])
            yield f"{'    ' * line.level}- **{plain(line.number)}**{role} {shown}{elsewhere}"
