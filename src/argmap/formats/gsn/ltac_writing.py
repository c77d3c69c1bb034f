"""The writer of LTAC outlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.carried import WORDS
from argmap.formats.exchange import Exported, in_words
from argmap.formats.gsn.elements import Sort, argued, without_false_steps
from argmap.formats.gsn.from_map import Structure
from argmap.formats.gsn.ltac_reading import NAME, SECTION, SORTS, without_end
from argmap.model.relation import Force

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.gsn.elements import Challenge, Element
    from argmap.model.argument_map import ArgumentMap

_WORDS = {
    Sort.GOAL: "Claim",
    Sort.STRATEGY: "Strategy",
    Sort.CONTEXT: "Context",
    Sort.JUSTIFICATION: "Justification",
}
_NOT_OF_AN_ID = re.compile(r"[:^{}()\s]+")
_NOT_CARRIED = ("label", "credence", "tags", "scheme", "weight", "note")


def written(argument_map: ArgumentMap) -> Exported:
    """The map as an outline. Cost: linear."""
    structure = Structure(argument_map, NAME, frozenset({"relation.force"}))
    structure.draw()
    structure.draw_attacks(of_connections=False, several=True)
    known = argued(structure.elements)
    for each in structure.elements.values():
        if each.meta.get("type") in ("Context", "Justification") and each.id not in known:
            del each.meta["type"]  # nothing argues about it any more: a mere note, if it kept it
        if each.meta.get("type") == "Strategy":
            each.sort = Sort.STRATEGY
    noted = ("Assumption", "Context", "Justification")
    structure.place_assumptions(
        each.id for each in structure.elements.values() if each.meta.get("type") in noted
    )
    without_false_steps(structure.elements, structure.step_ids.values())
    for relation in argument_map.relations.values():
        if relation.force is Force.CONTEST:
            structure.losses.add(WORDS["relation.force"], f"{relation.id}: {relation.force}")
    for part in ("title", "question", "meta"):
        if getattr(argument_map, part):
            structure.losses.add(WORDS[f"map.{part}"], in_words(getattr(argument_map, part)))
    return Exported(_WrittenOutline(structure).text(), structure.losses.all)


class _WrittenOutline:
    """The lines of an outline: each element once in full, and elsewhere as a citation."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.losses = structure.losses
        self.elements = structure.elements
        self.attacked: dict[str, list[tuple[Element, Challenge]]] = {}
        for each in self.elements.values():
            for challenge in each.challenges:
                self.attacked.setdefault(challenge.target, []).append((each, challenge))
        self.names = self._names()
        self.packages: dict[str, int] = {}
        self.lines: list[str] = []
        self.sections: dict[int, tuple[str, str]] = {}

    def _names(self) -> dict[str, str]:
        """Ids as LTAC can have them."""
        names: dict[str, str] = {}
        taken: set[str] = set()
        for id_ in self.elements:
            name = " ".join(_NOT_OF_AN_ID.sub(" ", id_).split()) or "element"
            number = 1
            free = name
            while free in taken:
                number += 1
                free = f"{name} {number}"
            taken.add(free)
            names[id_] = free
        return names

    def text(self) -> str:
        """The outline: a package for each element that nothing else has below it."""
        below = {child for each in self.elements.values() for child in each.supported_by}
        below |= {child for each in self.elements.values() for child in each.context_of}
        for each in self.elements.values():
            for challenge in each.challenges:
                below |= {each.id, *challenge.beside}
        sections = {each.fields.get("section") for each in self.elements.values()}
        roots = [
            id_
            for id_, each in self.elements.items()
            if (id_ not in below or id_ in sections) and not each.sort.is_note
        ]
        for number, id_ in enumerate((*roots, *self.elements)):
            if id_ not in self.packages:
                if self.lines:
                    self.lines.append("")
                self._package(id_, number, set(roots))
        lines = [*self._with_sections()]
        return "\n".join(lines) + "\n" if lines else ""

    def _with_sections(self) -> Iterator[str]:
        """The lines, with comments that say the sections where the roots above do not tell them."""
        has_packages = len(set(self.packages.values())) > 1
        is_told = all(
            section == (root if has_packages else "") for section, root in self.sections.values()
        )
        before: str | None = None
        for number, line in enumerate(self.lines):
            section, _ = self.sections.get(number, (before, ""))
            if section != before and not is_told:
                yield f"{SECTION} {section}".rstrip()
                before = section
            yield line

    def _package(self, root: str, number: int, roots: set[str]) -> None:
        """Write an element and what stands below it; an explicit stack, as it can be deep."""
        waiting: list[tuple[str, int, tuple[str, ...], str]] = [(root, 0, (), "")]
        while waiting:
            id_, depth, options, line = waiting.pop()
            if line:
                self.lines.append("  " * depth + line)
                continue
            each = self.elements[id_]
            is_elsewhere = id_ in self.packages or (depth > 0 and id_ in roots)
            if is_elsewhere:
                same = self.packages.get(id_) == number
                word = "Link " if same else f"{self._word(each)} ^"
                self.lines.append(f"{'  ' * depth}- {word}{self.names[id_]}{_braces(options)}")
                continue
            self.packages[id_] = number
            self._take_section(each, root)
            self.lines.append("  " * depth + self._line(each, options))
            waiting += reversed([*self._below(each, depth + 1)])

    def _take_section(self, each: Element, root: str) -> None:
        """Note the section of the element on the next line, and the root above it."""
        section = " ".join(each.fields.get("section", "").split())
        if each.sort is Sort.STRATEGY and section:
            self.losses.add(WORDS["claim.section"], f"{each.id}: {section}")
        elif each.sort is not Sort.STRATEGY and not each.sort.is_note:
            self.sections[len(self.lines)] = (section, self.names[root])

    def _below(self, each: Element, depth: int) -> list[tuple[str, int, tuple[str, ...], str]]:
        below: list[tuple[str, int, tuple[str, ...], str]]
        below = [(id_, depth, (), "") for id_ in (*each.context_of, *each.supported_by)]
        for number, (attacker, challenge) in enumerate(self.attacked.get(each.id, ()), start=1):
            is_defeat = challenge.force is Force.DEFEAT
            if not challenge.beside:
                option = "defeater" if is_defeat else "iscounter"
                below.append((attacker.id, depth, (option,), ""))
                continue
            options = ("counter", "defeater") if is_defeat else ("counter",)
            name = f"{self.names[each.id]} counter {number}"
            below.append(("", depth, (), f"- Relation {name}:{_braces(options)}"))
            below += [(id_, depth + 1, (), "") for id_ in (attacker.id, *challenge.beside)]
        return below

    def _word(self, each: Element) -> str:
        named = str(each.meta.get("type"))
        if named in SORTS and (SORTS[named] is Sort.STRATEGY) == (each.sort is Sort.STRATEGY):
            return named
        if each.sort is Sort.STRATEGY and each.is_apart:
            return "Relation"
        return _WORDS[each.sort]

    def _line(self, each: Element, options: tuple[str, ...]) -> str:
        """The line of an element, and a loss for what has no place in it."""
        kept = each.meta.get("options")
        known = [str(option) for option in kept] if isinstance(kept, list) else []
        if each.is_pending:
            known.append("needssupport")
        word = self._word(each)
        granted = each.fields.get("granted")
        if granted is True and word != "Assumption" and not {"assumed", "axiomatic"} & {*known}:
            known.append("assumed")
        if granted is False:
            self.losses.add(WORDS["claim.granted"], f"{each.id}: false")
        reference = each.fields.get("url") or each.meta.get("reference")
        self._missing(each, reference)
        text = " ".join(each.text.split())
        if each.sort.is_note:  # the reference of a note is a part of its text
            text, reference = without_end(text, "(", ")")
        braces = _braces((*options, *known))
        if not braces and text.endswith("}"):
            braces = " {}"
        brackets = f" ({reference})" if reference else ""
        if not brackets and (text + braces).endswith(")"):
            brackets = " ()"
        return f"- {word} {self.names[each.id]}: {text}{braces}{brackets}".rstrip()

    def _missing(self, each: Element, reference: object) -> None:
        kind = "relation" if each.sort is Sort.STRATEGY else "claim"
        for name in _NOT_CARRIED:
            if name in each.fields:
                self.losses.add(
                    WORDS[f"{kind}.{name}"], f"{each.id}: {in_words(each.fields[name])}"
                )
        for key, value in each.meta.items():
            if key not in ("options", "type", "reference"):
                self.losses.add(WORDS[f"{kind}.meta"], f"{each.id}: {key}: {in_words(value)}")
        if reference is not None and re.search(r"[()]", str(reference)):
            self.losses.add("brackets in addresses", str(reference))


def _braces(options: tuple[str, ...]) -> str:
    return f" {{{', '.join(dict.fromkeys(options))}}}" if options else ""
