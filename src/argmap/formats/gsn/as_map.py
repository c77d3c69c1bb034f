"""A goal structure as a map.

By the GSN Community Standard (version 3, 1:2.2.4) the connections from a goal to what supports it
are one inference, which needs all of them: linked premises. A strategy describes such an inference,
so it is the step itself, under its own name, and what challenges it undercuts the step (1:6.3.12).
Where several strategies lead to a goal, all of them are required (1:2.2.6). An assumption is needed
by the inference too (1:2.2.17), so it is a further premise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.formats.gsn.elements import Challenge, Element, Sort, steps_among
from argmap.formats.ids import is_valid

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.formats.draft import Draft

Pair = tuple[str, str]
_WITH_PREFIX = re.compile(r"(?:C?G|C?Sn|[SCAJ])[-_]([a-z0-9][a-z0-9._-]*)")


def draw(elements: Mapping[str, Element], draft: Draft) -> dict[str, Element]:
    """Draw the claims and relations of a goal structure; return the notes without any reader.

    Cost: linear.
    """
    return _Structure(elements, draft).drawn()


class _Structure:
    """A goal structure on its way to a map."""

    def __init__(self, elements: Mapping[str, Element], draft: Draft) -> None:
        self.draft = draft
        self.elements = dict(elements)
        self.parents: dict[str, list[str]] = {}
        self.is_hit: set[str] = set()
        for each in elements.values():
            for child in dict.fromkeys(each.supported_by):
                self.parents.setdefault(child, []).append(each.id)
            self.is_hit |= {challenge.target for challenge in each.challenges}
        self._add_missing()
        self.is_step = steps_among(self.elements)
        self.steps_of: dict[str, list[str]] = {}
        self.step_between: dict[Pair, list[str]] = {}

    def _add_missing(self) -> None:
        """Add what other modules define, as claims that still have to be supported."""
        for each in [*self.elements.values()]:
            for child in each.supported_by:
                if child and child not in self.elements:
                    self.draft.skip(
                        "elements that are not in the file (each is a claim to be supported)",
                        f"{child}, which supports {each.id}",
                        each.place,
                    )
                    self.elements[child] = Element(
                        Sort.GOAL, child, child, each.place, is_pending=True
                    )

    def is_claim(self, id_: str) -> bool:
        """Whether the element becomes a claim: a note does if it is supported or challenged."""
        each = self.elements.get(id_)
        if each is None or id_ in self.is_step:
            return False
        return not (each.sort.is_note and self.is_mere_note(each))

    def is_mere_note(self, each: Element) -> bool:
        """Whether nothing argues for, from or against this context or justification."""
        is_premise = each.id in self.parents
        return not (each.supported_by or each.challenges or each.id in self.is_hit or is_premise)

    def drawn(self) -> dict[str, Element]:
        """Draw everything; return the notes that explain nothing."""
        claims = [each for each in self.elements.values() if self.is_claim(each.id)]
        for each in claims:
            self._claim(each)
        for each in claims:
            self._supports(each)
        self._challenges()
        used = {id_ for each in self.elements.values() for id_ in each.context_of}
        return {
            each.id: each
            for each in self.elements.values()
            if each.id not in used and each.id not in self.is_step and not self.is_claim(each.id)
        }

    def _challenges(self) -> None:
        """Draw what is challenged: first claims and steps, then what connects two elements."""
        of_connections = []
        for each in self.elements.values():
            for challenge in each.challenges:
                if challenge.other is None:
                    self._attack(each, challenge)
                    continue
                of_connections.append((each, challenge))
        known = set(self.step_between)
        for each, challenge in of_connections:
            name = f"{each.id} -> {challenge.target}"
            for end in dict.fromkeys((challenge.target, challenge.other)):
                if (each.id, end) not in known:
                    self.step_between.setdefault((each.id, str(end)), []).append(name)
        for each, challenge in of_connections:
            self._undercut(each, challenge)

    def _claim(self, each: Element) -> None:
        is_empty = each.sort is Sort.STRATEGY and not each.supported_by
        if is_empty and not each.is_pending:
            message = f"the strategy {each.id} has nothing below it; it is read as to be supported"
            hint = "mark it as undeveloped, or add the goals that it leads to"
            self.draft.diagnostics.append(Diagnostic(each.place, "AM705", message, hint))
        fields = dict(each.fields)
        is_pending = each.is_pending or is_empty
        if is_pending:
            fields.pop("granted", None)
        own = _WITH_PREFIX.fullmatch(each.id)
        meta = dict(each.meta)
        for name in ("scheme", "weight"):  # of a strategy that is no step after all
            if name in fields:
                meta[name] = fields.pop(name)
        if each.sort in (Sort.GOAL, Sort.SOLUTION, Sort.COUNTER_GOAL, Sort.COUNTER_SOLUTION):
            lost = [
                id_
                for id_ in each.context_of
                if self.is_claim(id_) and (not each.supported_by or self._strategies(each))
            ]
            if lost:
                meta["inContextOf"] = lost
        self.draft.claim(
            each.id,
            each.text,
            each.place,
            like=own[1] if own else "",
            pending=is_pending,
            note=self._note(each, fields.pop("note", None)),
            meta=meta,
            **fields,
        )

    def _strategies(self, each: Element) -> list[str]:
        return [child for child in each.supported_by if child in self.is_step]

    def _note(self, each: Element, own: str | None) -> str | None:
        """The note of a claim or step: a line for each context and justification."""
        lines = [own] if own else []
        for id_ in dict.fromkeys(each.context_of):
            other = self.elements.get(id_)
            if other is None:
                self.draft.skip(
                    "contexts that are not in the file", f"{id_} of {each.id}", each.place
                )
            elif not self.is_claim(id_):
                text = " ".join(other.text.split())
                lines.append(f"{other.sort.value} {id_}: {text}".rstrip())
        return "\n".join(lines) or None

    def _assumptions(self, each: Element) -> list[str]:
        return [id_ for id_ in each.context_of if self.is_claim(id_)]

    def _supports(self, each: Element) -> None:
        """Draw the steps to a claim: one from all that supports it together, and those apart."""
        strategies = self._strategies(each)
        apart = [id_ for id_ in strategies if self.elements[id_].is_apart]
        together = [id_ for id_ in strategies if id_ not in apart]
        direct = [child for child in each.supported_by if self.is_claim(child)]
        assumed = self._assumptions(each)
        if assumed and not (strategies or direct):
            self.draft.set_aside(
                "assumptions of claims without support (kept as inContextOf)",
                f"{', '.join(assumed)} of {each.id}",
                each.place,
            )
        for id_ in together:  # at most one
            self._step(self.elements[id_], each, direct, assumed)
        if direct and not together:
            old = f"{each.id} -> {direct[0]}"
            self.draft.relation(
                "supports", [*direct, *assumed], each.id, each.place, old=old, origin=None
            )
            for child in (*direct, *assumed):
                self.step_between.setdefault((each.id, child), []).append(old)
        for id_ in apart:
            self._step(self.elements[id_], each, (), assumed)

    def _step(
        self,
        strategy: Element,
        target: Element,
        beside: Sequence[str],
        assumed: Sequence[str],
    ) -> None:
        """Draw a strategy as the step that it describes, with what stands beside it."""
        known = self.steps_of.setdefault(strategy.id, [])
        old = f"{strategy.id} of {target.id}" if known else strategy.id
        known.append(old)
        own = [child for child in strategy.supported_by if self.is_claim(child)]
        inside = [*own, *self._assumptions(strategy)]
        meta = dict(strategy.meta)
        if beside:
            meta["beside"] = list(beside)
        is_derived = "~" in strategy.id
        name = strategy.id if is_valid(strategy.id) else strategy.id.lower()
        fields = self._fields_of_step(strategy)
        self.draft.relation(
            "supports",
            [*inside, *beside, *assumed],
            target.id,
            strategy.place,
            old=old,
            **({"origin": None} if is_derived else {"like": name}),
            rationale=" ".join(strategy.text.split()) or None,
            note=self._note(strategy, fields.pop("note", None)),
            meta=meta,
            **fields,
        )
        around = [(target.id, child) for child in (strategy.id, *beside, *assumed)]
        for pair in (*around, *((strategy.id, child) for child in inside)):
            self.step_between.setdefault(pair, []).append(old)

    def _fields_of_step(self, strategy: Element) -> dict[str, Any]:
        """The fields of a step; those that only claims have are set aside."""
        fields = dict(strategy.fields)
        for name in ("granted", "label", "section", "credence", "url"):
            if fields.pop(name, None) is not None:
                what = f"keys `{name}` of strategies"
                self.draft.set_aside(what, strategy.id, strategy.place)
        if strategy.is_pending:
            self.draft.set_aside("marks of strategies as undeveloped", strategy.id, strategy.place)
        return fields

    def _attack(self, each: Element, challenge: Challenge) -> None:
        """Draw an attack on a claim, or on every step of a strategy."""
        targets = self.steps_of.get(challenge.target) or [challenge.target]
        name = f"{each.id} -> {challenge.target}"
        self._against(each, targets, name, challenge)
        self.step_between.setdefault((each.id, challenge.target), []).append(name)

    def _undercut(self, each: Element, challenge: Challenge) -> None:
        """Draw an attack on a connection; which of its ends is written first is no matter."""
        target, other = challenge.target, str(challenge.other)
        steps = self.step_between.get((target, other)) or self.step_between.get((other, target))
        name = f"{each.id} -> {target}"
        if steps is None:
            what = "challenges of connections that carry nothing"
            self.draft.skip(what, f"{each.id}: {target} -> {other}", each.place)
            return
        self._against(each, dict.fromkeys(steps), name, challenge)

    def _against(
        self, each: Element, targets: Iterable[str], name: str, challenge: Challenge
    ) -> None:
        if not self.is_claim(each.id):
            what = "challenges by elements that are no claims"
            self.draft.skip(what, name, each.place)
            return
        for number, target in enumerate(targets):
            old = f"{name} ({number + 1})" if number else name
            self.draft.relation(
                "attacks",
                [each.id, *challenge.beside],
                target,
                each.place,
                old=old,
                origin=None,
                force=challenge.force,
            )
