"""The relations of a document as those of a map: what arguments and undercuts come to.

An argument with a premise-conclusion structure is its steps: its premises, linked, support the
conclusion. Relations from it start at its main conclusion. What attacks or undercuts it hits its
last step, unless it attacks a premise in so many words; an undercut of an inference, or below the
conclusion of one, hits the step that ends there. An argument without such a structure is a claim;
an undercut of it hits the step that leads from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.model.scheme import BUILT_IN
from argmap.reading.slugs import slug

if TYPE_CHECKING:
    from argmap.formats.argdown.gathering import ArgdownEdge, ArgdownParts, StepFrom

_WORDS = 6
"""The words that name a text without a title in a list of losses."""


@dataclass(slots=True)
class ResolvedStep:
    """A relation between keys, under a key of its own; the target may be the key of another."""

    key: str
    verb: str
    premises: tuple[str, ...]
    target: str
    start: int
    data: dict[str, Any] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)


class ResolvedSteps:
    """All relations of a document, resolved, in the order in which they are first mentioned."""

    def __init__(self, gathered: ArgdownParts, *, is_strict: bool, is_ours: bool) -> None:
        self._gathered = gathered
        self._is_strict = is_strict
        self.auxiliary = self._auxiliary() if is_ours else {}
        self.drawn: list[ResolvedStep] = []
        self._known: set[tuple[str, tuple[str, ...], str]] = set()
        self._pairs: set[frozenset[str]] = set()
        self._from: dict[str, list[ResolvedStep]] = {}
        self._of_edge: dict[int, ResolvedStep] = {}
        self._structures = self._add_structures()
        self._attacked = self._attacked_in_so_many_words()
        late: list[tuple[int, ArgdownEdge]] = []
        for number, edge in enumerate(gathered.edges):
            if edge.verb == "undercuts" and not self._is_step(edge.target):
                late.append((number, edge))
            else:
                self._edge(number, edge)
        for number, edge in late:
            self._undercut_of_claim(number, edge)
        self.drawn.sort(key=lambda each: each.start)

    def _auxiliary(self) -> dict[str, str]:
        """The conclusions that our writer made up for attacks by argument, each with that."""
        return {
            steps[-1].conclusion: argument
            for argument, steps in self._gathered.steps.items()
            if steps and self._gathered.nodes[steps[-1].conclusion].data.get("against") is True
        }

    def shown(self, drawn: ResolvedStep) -> str:
        """A relation as readers know it, for a list of losses."""
        premises = " & ".join(map(self._shown, drawn.premises))
        return f"{premises} {drawn.verb} {self._shown(drawn.target)}"

    def _shown(self, key: str) -> str:
        """A part as readers know it: its title in brackets, else what its text says."""
        node = self._gathered.nodes.get(key)
        if node is None:
            step = self._structures.get(key)
            return f"the step to {self._shown(step.conclusion)}" if step else "a step"
        if node.title:
            return key
        words = next((text for text, _ in reversed(node.texts) if text), "")
        if not words and (steps := self._gathered.steps.get(key)):
            return f"the argument for {self._shown(steps[-1].conclusion)}"
        opening, closing = key[0], key[-1]
        return f"{opening}{_first_words(words)}{closing}"

    def _is_step(self, key: str) -> bool:
        return key in self._structures or key in self._gathered.steps

    def _add_structures(self) -> dict[str, StepFrom]:
        structures: dict[str, StepFrom] = {}
        for argument, steps in self._gathered.steps.items():
            for step in steps:
                structures[step.key] = step
                if step.conclusion in self.auxiliary:
                    continue
                is_last = step.key == argument
                data, fields = self._said_of(step, argument if is_last else "")
                drawn = ResolvedStep(
                    step.key, "supports", step.premises, step.conclusion, step.start, data, fields
                )
                self._add(drawn, is_new=True)
        return structures

    def _said_of(self, step: StepFrom, argument: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """The data of a step, and the fields that its rules and its argument's words make."""
        node = self._gathered.nodes.get(argument)
        words = [", ".join(step.rules)] if step.rules else []
        scheme = slug(step.rules[0]) if len(step.rules) == 1 else ""
        fields: dict[str, Any] = {}
        if scheme in BUILT_IN:
            fields["scheme"] = scheme
            words = []
        if node is not None and node.texts and node.texts[-1][0]:
            words.append(node.texts[-1][0])
        if words:
            fields["rationale"] = ": ".join(words)
        if node is not None and node.tags:
            fields["tags"] = tuple(node.tags)
        return step.data | (node.data if node is not None else {}), fields

    def _add(self, drawn: ResolvedStep, *, is_new: bool = False) -> bool:
        """Add a relation unless it is there; two steps of arguments are never the same."""
        identity = (drawn.verb, tuple(sorted(drawn.premises)), drawn.target)
        if identity in self._known and not is_new:
            return False
        self._known.add(identity)
        self.drawn.append(drawn)
        for premise in drawn.premises if drawn.verb != "contradicts" else ():
            self._from.setdefault(premise, []).append(drawn)
        return True

    def _source(self, key: str) -> str:
        """The claim that relations of a node start from."""
        steps = self._gathered.steps.get(key)
        return steps[-1].conclusion if steps else key

    def _attacked_in_so_many_words(self) -> set[tuple[str, str]]:
        pairs: set[tuple[str, str]] = set()
        for edge in self._gathered.edges:
            if edge.verb in ("attacks", "contradicts") and not self._is_step(edge.target):
                ends = (self._source(edge.premise), edge.target)
                pairs.add(ends)
                if edge.verb == "contradicts" or self._is_strict:
                    pairs.add(ends[::-1])
        return pairs

    def _edge(self, number: int, edge: ArgdownEdge) -> None:
        """Draw a relation whose target is a claim, or an argument with a structure."""
        premise = self._source(edge.premise)
        target, verb = edge.target, edge.verb
        if self._is_step(target):
            aimed = self._at_argument(edge, premise)
            if aimed is None:
                return
            verb, target = aimed
        elif verb == "supports" and premise == target and edge.premise in self._structures:
            self._mention(edge)
            return
        statements = all(key.startswith("[") for key in (premise, target))
        if self._is_strict and verb == "attacks" and statements and not self._is_step(target):
            verb = "contradicts"
        if verb == "contradicts":
            if frozenset((premise, target)) in self._pairs:
                return
            self._pairs.add(frozenset((premise, target)))
        self._draw(number, edge, verb, premise, target)

    def _draw(self, number: int, edge: ArgdownEdge, verb: str, premise: str, target: str) -> None:
        key = f"#{number}"
        premises: tuple[str, ...] = (premise,)
        data = edge.data
        fields: dict[str, Any] = {}
        if premise in self.auxiliary:
            argument = self.auxiliary[premise]
            step = self._structures[argument]
            key, premises = argument, step.premises
            data, fields = self._said_of(step, argument)
        verb = "attacks" if verb == "undercuts" else verb
        drawn = ResolvedStep(key, verb, premises, target, edge.start, data, fields)
        is_added = self._add(drawn, is_new=premise in self.auxiliary)
        if is_added and verb != "contradicts":
            self._of_edge[number] = drawn

    def _mention(self, edge: ArgdownEdge) -> None:
        """Note that an argument is drawn below its conclusion: its step has its place there."""
        for drawn in self._from.get(self._structures[edge.premise].premises[0], ()):
            if drawn.key == edge.premise:
                drawn.start = min(drawn.start, edge.start)

    def _at_argument(self, edge: ArgdownEdge, premise: str) -> tuple[str, str] | None:
        """The verb and target of a relation to an argument with a structure; None if implied."""
        step = self._structures[edge.target]
        if edge.verb in ("attacks", "undercuts"):
            if edge.verb == "attacks" and any(
                (premise, p) in self._attacked for p in step.premises
            ):
                return None
            return "undercuts", edge.target
        if premise in step.premises:
            return None
        if edge.verb == "supports" and len(step.premises) == 1:
            return "supports", step.premises[0]
        what = f"{edge.verb.removesuffix('s')}s of arguments with several premises"
        example = f"{self._shown(edge.premise)} {edge.verb} {self._shown(edge.target)}"
        self._gathered.draft.set_aside(what, example, self._gathered.whole.at(edge.start))
        return None

    def _undercut_of_claim(self, number: int, edge: ArgdownEdge) -> None:
        """Draw an undercut of a claim at the only step that leads from it, or where it is nested.

        Where there is none, or no telling which, it is drawn as an attack on the claim.
        """
        example = f"{self._shown(edge.premise)} undercuts {self._shown(edge.target)}"
        place = self._gathered.whole.at(edge.start)
        if edge.target not in self._gathered.nodes:
            self._gathered.draft.skip("undercuts of steps that were left out", example, place)
            return
        premise = self._source(edge.premise)
        leading = self._from.get(edge.target, [])
        nested = self._of_edge.get(edge.above) if edge.above is not None else None
        step = leading[0] if len(leading) == 1 else nested
        if step is not None and edge.target in step.premises:
            self._draw(number, edge, "undercuts", premise, step.key)
            return
        what = "undercuts of claims from which no single step leads (read as attacks)"
        self._gathered.draft.set_aside(what, example, place)
        self._draw(number, edge, "attacks", premise, edge.target)


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + ("\u2026" if len(words) > _WORDS else "")
