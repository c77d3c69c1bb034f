"""A discourse graph turned into a map: notes become claims, questions and sources, links steps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.formats.discourse.cited_works import CitedWorks
from argmap.formats.discourse.notes import (
    links_in,
    quotations_in,
    says_nothing,
    texts_of,
)
from argmap.formats.discourse.steps import LinkedSteps
from argmap.formats.discourse.words import NotePart, Sense, part_of, sense_of
from argmap.formats.ids import id_of_words, is_valid
from argmap.model.question import Question
from argmap.reading.slugs import FreeIds

if TYPE_CHECKING:
    from argmap.formats.discourse.graph import Graph, Link, Note
    from argmap.formats.draft import Draft
    from argmap.formats.exchange import Imported, Wishes

OURS = ("id", "text", "tags", "aliases", "nodeTypeId", "nodeInstanceId", "tentative")
"""Properties of a claim that are read; all others are data of one's own."""
CITING = ("source", "Source", "sources")
TYPE = "nodeType"
"""The key of a claim's own data that has the type of its note, where that is not "Claim"."""
_ARGUED = (Sense.SUPPORT, Sense.ATTACK, Sense.UNDERCUT, Sense.RESTATEMENT, Sense.CONTRADICTION)


class Gathering:
    """The draft that a graph goes into, with the questions beside it."""

    def __init__(self, graph: Graph, draft: Draft, wishes: Wishes) -> None:
        self.draft = draft
        self._graph = graph
        self._labels = wishes.labels
        self._parts = {id_: part_of(node.type) for id_, node in graph.nodes.items()}
        self._works = CitedWorks(draft)
        self._questions: dict[str, Question] = {}
        self._question_ids = FreeIds()

    def imported(self) -> Imported:
        """The map of the graph, with what was lost. Cost: linear."""
        for link in self._graph.links:
            sense = sense_of(link.label, self._labels)
            if sense is not None and sense[0] in _ARGUED:
                for end in (link.source, link.target):
                    if self._parts.get(end) is NotePart.OTHER:
                        self._parts[end] = NotePart.CLAIM
        self._add_nodes()
        steps = LinkedSteps(self.draft, self._works, self._graph.nodes, self._questions)
        for link in self._known_links():
            steps.add(link, sense_of(link.label, self._labels))
        answers = steps.finish()
        questions = {
            each.id: Question(each.id, each.text, tuple(answers.get(old, ())), each.location)
            for old, each in self._questions.items()
        }
        return self.draft.imported(questions=questions)

    def _add_nodes(self) -> None:
        """Add sources first, as claims name them."""
        nodes = self._graph.nodes
        adders = {
            NotePart.SOURCE: self._works.add_note,
            NotePart.CLAIM: self._add_claim,
            NotePart.QUESTION: self._add_question,
            NotePart.OTHER: self._set_note_aside,
        }
        for part, add in adders.items():
            for id_, node in nodes.items():
                if self._parts[id_] is part:
                    add(node)

    def _known_links(self) -> list[Link]:
        """The links whose ends are there: notes, or the links that undercuts are aimed at."""
        ends = {each.step or each.id for each in self._graph.links} | self._graph.nodes.keys()
        known = []
        for link in self._graph.links:
            missing = [end for end in (link.source, link.target) if end not in ends]
            if missing:
                what = "links to notes that are not there"
                self.draft.skip(what, f"{link.id} ({link.label}) to {missing[0]}", link.at)
            else:
                known.append(link)
        return known

    def _add_claim(self, node: Note) -> None:
        properties = node.properties
        quotations, note = quotations_in(node.body, node.at)
        if says_nothing(note):
            if note:
                self.draft.set_aside("headings without a text below them", note, node.at)
            note = ""
        names = [name for key in CITING for name in _cited_in(properties.get(key))]
        source = self._works.named([*node.cites, *names], node)
        if source is None:
            source = self._works.cited(quotations, node.at)
        kept, further = self._works.divided(quotations, source)
        for quotation in further:
            what = "further sources of a claim (what is quoted from them stays in its note)"
            self.draft.set_aside(what, f"{node.title}: {quotation.cited}", node.at)
            note = f"{note}\n\n{quotation.line}".strip()
        meta = {key: value for key, value in properties.items() if key not in OURS}
        for key in CITING:
            if key in meta and not (others := _others_in(meta[key])):
                del meta[key]
            elif key in meta:
                meta[key] = others
        aliases = [name for name in texts_of(properties.get("aliases")) if name not in node.names]
        fields: dict[str, Any] = {
            "source": source,
            "locators": tuple(each.locator for each in kept),
            "note": note or None,
            "tags": tuple(dict.fromkeys(texts_of(properties.get("tags")))),
            "pending": properties.get("tentative") is True,
            "meta": meta
            | ({"aliases": aliases} if aliases else {})
            | ({TYPE: node.type} if node.type != "Claim" else {}),
        }
        self.draft.claim(node.id, node.title, node.at, given=_given(node), **fields)

    def _add_question(self, node: Note) -> None:
        text = self.draft.clean(node.title, node.at) or "(no text)"
        id_ = self._question_ids.like(_given(node))
        self._questions[node.id] = Question(id_, text, (), node.at)
        if not says_nothing(node.body):
            self.draft.set_aside("texts below questions", f"{text}: {node.body}", node.at)
        others = [key for key in node.properties if key not in OURS]
        if others or node.properties.get("tags"):
            example = f"{text}: {', '.join(others or ['tags'])}"
            self.draft.set_aside("properties of questions", example, node.at)

    def _set_note_aside(self, node: Note) -> None:
        if node.type:
            self.draft.set_aside(f"notes of the type {node.type}", node.title, node.at)
        else:
            self.draft.skip("notes of a type that is not known", node.title, node.at)


def _given(node: Note) -> str:
    """The id that a note asks for, else one of its first words."""
    wished = node.properties.get("id")
    given = wished if isinstance(wished, str) and is_valid(wished) else ""
    return given or id_of_words(node.title) or "note"


def _cited_in(value: object) -> list[str]:
    """The works that a property names: links, or keys such as `@meyer2020`."""
    keys = [text.strip() for text in texts_of(value) if re.fullmatch(r"\s*@[^\s\[\]]+\s*", text)]
    return links_in(value) + keys


def _others_in(value: object) -> list[str]:
    """The texts of a property that name no work."""
    return [text for text in texts_of(value) if not _cited_in(text)]
