"""The links of a discourse graph, turned into the relations of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.discourse.words import Sense
from argmap.model.claim import Mode
from argmap.model.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from argmap.formats.discourse.cited_works import CitedWorks
    from argmap.formats.discourse.graph import Link, Note
    from argmap.formats.draft import Draft

TENTATIVE = "tentative"
"""The tag of steps that nobody has accepted yet."""
_NOT_DATA = ("tentative", "name")


class LinkedSteps:
    """The steps of a graph in the making; its claims and sources are in the draft already."""

    def __init__(
        self,
        draft: Draft,
        works: CitedWorks,
        nodes: Mapping[str, Note],
        questions: Collection[str],
    ) -> None:
        self._draft = draft
        self._works = works
        self._nodes = nodes
        self._questions = questions
        self._answers: dict[str, dict[str, None]] = {}
        self._steps: dict[tuple[str, Sense, str], list[Link]] = {}
        self._seen: set[tuple[str, str, Sense]] = set()

    def add(self, link: Link, meaning: tuple[Sense, bool] | None) -> None:
        """Add a link whose ends are there, with the meaning of its label."""
        if meaning is None:
            self._set_aside(link)
            return
        sense, is_passive = meaning
        ends = (link.target, link.source) if is_passive else (link.source, link.target)
        if sense in (Sense.SUPPORT, Sense.ATTACK, Sense.UNDERCUT):
            self._argue(link, sense, *ends)
        elif sense is Sense.ANSWER:
            self._answer(link, *ends)
        elif sense is Sense.ORIGIN:
            self._cite(link, *ends)
        elif not all(end in self._draft.claims for end in ends):
            self._set_aside(link)
        elif sense is Sense.RESTATEMENT:
            self._draft.restate(*ends, link.at)
        else:
            self._draft.contradiction(*ends, link.at)

    def _argue(self, link: Link, sense: Sense, source: str, target: str) -> None:
        if source not in self._draft.claims or (
            target in self._nodes and target not in self._draft.claims
        ):
            self._set_aside(link)
            return
        if not link.step:  # a step with a name of its own may have the same ends
            if (source, target, sense) in self._seen:
                self._draft.set_aside("links written twice", self._ends(link), link.at)
                return
            self._seen.add((source, target, sense))
        self._steps.setdefault((link.step or link.id, sense, target), []).append(link)

    def _answer(self, link: Link, source: str, target: str) -> None:
        id_ = self._draft.new_id(source)
        if id_ is None or target not in self._questions:
            self._set_aside(link)
            return
        self._answers.setdefault(target, {})[id_] = None

    def _cite(self, link: Link, source: str, target: str) -> None:
        if not self._works.is_work(source) or target not in self._draft.claims:
            self._set_aside(link)
            return
        old = self._works.of_note(source)
        cited = self._draft.sources[old].id
        before = self._draft.claims[target].source
        if before is None:
            self._draft.change(target, source=cited)
        elif before != cited:
            what = "further sources of a claim"
            self._draft.set_aside(what, f"{self._draft.claims[target].id}: {old}", link.at)

    def _set_aside(self, link: Link) -> None:
        self._draft.set_aside(f"links labelled `{link.label}`", self._ends(link), link.at)

    def _ends(self, link: Link) -> str:
        return f"{self._shown(link.source)} to {self._shown(link.target)}"

    def _shown(self, id_: str) -> str:
        claim, node = self._draft.claims.get(id_), self._nodes.get(id_)
        return claim.id if claim is not None else node.title if node is not None else id_

    def finish(self) -> Mapping[str, Collection[str]]:
        """Add the steps to the draft; the answers of each question by its old id. Cost: linear."""
        joined = {step: _ends(links) for (step, _, _), links in self._steps.items()}
        for (step, sense, target), links in self._steps.items():
            verb = "supports" if sense is Sense.SUPPORT else "attacks"
            premises = [link.source if link.target == target else link.target for link in links]
            ends = {*premises, target, *joined.get(target, ())}
            fields = self._fields(step, links[0]) | {"mode": self._mode(ends)}
            self._draft.relation(verb, premises, target, links[0].at, old=step, **fields)
        return self._answers

    def _fields(self, step: str, link: Link) -> dict[str, Any]:
        """The fields of a step beside its ends, as its first link says them."""
        properties = link.properties
        is_said = {key: each for key, each in properties.items() if key not in _NOT_DATA}
        if is_said.get("created") == 0:
            del is_said["created"]
        fields: dict[str, Any] = {"meta": is_said, "origin": Origin(self._draft.format, step)}
        if properties.get("tentative") is True:
            fields["tags"] = (TENTATIVE,)
            what = "marks of links as not accepted yet (they are accepted here, and tagged)"
            self._draft.set_aside(what, step, link.at)
        if isinstance(properties.get("name"), str):
            fields["like"] = properties["name"]
        return fields

    def _mode(self, ends: Collection[str]) -> Mode:
        """The mode of a step: whoever keeps the graph draws it, not the works that claims cite."""
        claims = (self._draft.claims[end] for end in ends if end in self._draft.claims)
        return Mode.EDITORIAL if any(claim.source for claim in claims) else Mode.ASSERTED


def _ends(links: Sequence[Link]) -> set[str]:
    return {end for link in links for end in (link.source, link.target)}
