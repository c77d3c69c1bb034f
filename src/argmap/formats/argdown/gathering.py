"""The statements, arguments and relations of a document, each once, however often it is named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from argmap.formats.argdown.blocks import ArgdownElement, HeadingBlock, Inference, PremiseStructure
from argmap.formats.argdown.contents import content_of, data_of, tags_of
from argmap.formats.exchange import in_words

if TYPE_CHECKING:
    from argmap.formats.argdown.blocks import ArgdownDocument, Block, DrawnBelow
    from argmap.formats.argdown.includes import IncludingText
    from argmap.formats.argdown.tokens import ArgdownToken
    from argmap.formats.draft import Draft

VERBS = {
    "+": "supports",
    "<+": "supports",
    "+>": "supports",
    "-": "attacks",
    "<-": "attacks",
    "->": "attacks",
    "_": "undercuts",
    "<_": "undercuts",
    "_>": "undercuts",
    "><": "contradicts",
}
"""The meaning of the signs of relations."""
_DIGITS = 9  # of the longest number that a premise can have
_FROM_THE_PARENT = ("+>", "->", "_>", "><")
_UNDERCUTS = ("<_", "_")


@dataclass(slots=True)
class ArgdownNode:
    """A statement or argument: its title, every text that defines it, tags, data, section.

    `key` is the title in its brackets, unique in the document.
    """

    key: str
    title: str
    is_argument: bool
    start: int
    texts: list[tuple[str, int]] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)
    links: dict[str, None] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    section: str | None = None
    is_placed: bool = False


@dataclass(slots=True)
class StepFrom:
    """An inference of an argument: its premises and conclusion by key, and what is said of it."""

    key: str
    premises: tuple[str, ...]
    conclusion: str
    start: int
    rules: tuple[str, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class ArgdownEdge:
    """A relation as drawn, between keys; `above` is the number of the one that it is nested in.

    The target of an undercut may be an inference, by the key of its step.
    """

    verb: str
    premise: str
    target: str
    start: int
    data: dict[str, Any]
    above: int | None = None


class ArgdownParts:
    """Everything in a document, by key; what has no place in a map is told to the draft."""

    def __init__(
        self, document: ArgdownDocument, whole: IncludingText, draft: Draft, *, has_title: bool
    ) -> None:
        self.whole = whole
        self.draft = draft
        self.nodes: dict[str, ArgdownNode] = {}
        self.steps: dict[str, list[StepFrom]] = {}
        self.edges: list[ArgdownEdge] = []
        self.title = ""
        self._headings: list[tuple[int, str]] = []
        self._section: str | None = None
        self._only_chapter = None if has_title else _only_chapter(document.blocks)
        previous: Block | None = None
        for block in document.blocks:
            if isinstance(block, HeadingBlock):
                self._heading(block)
            elif isinstance(block, PremiseStructure):
                self._structure(block, previous)
            else:
                self._element(block)
            previous = block

    def data(self, token: ArgdownToken | None) -> dict[str, Any]:
        """The data of a token; a fault in it is told, and costs this data alone."""
        if token is None:
            return {}
        data = data_of(token)
        if data.fault:
            at = self.whole.at(token.start)
            place = replace(at, line=at.line + data.fault_line)
            self.draft.skip("data in braces with a fault", f"{data.fault}: {token.value}", place)
        return data.values

    def _heading(self, heading: HeadingBlock) -> None:
        content = content_of(heading.content)
        place = self.whole.at(heading.start)
        settings = [*self.data(heading.data), *(f"#{tag}" for tag in content.tags)]
        if settings:
            example = f"{content.text}: {', '.join(settings)}"
            self.draft.set_aside("settings of headings", example, place)
        while self._headings and self._headings[-1][0] >= heading.level:
            self._headings.pop()
        if heading is self._only_chapter:
            self.title = content.text
            return
        self._headings.append((heading.level, content.text))
        self._section = " / ".join(text for _, text in self._headings if text) or None

    def _structure(self, structure: PremiseStructure, previous: Block | None) -> None:
        """The steps of an argument: of the one above it, if there is one."""
        if isinstance(previous, ArgdownElement) and previous.is_argument:
            node = self._node(previous)
        else:
            node = self._new(
                f"<#{structure.start}>", ArgdownElement(structure.start, is_argument=True)
            )
        if node.key in self.steps:
            example, place = node.title, self.whole.at(structure.start)
            self.draft.skip("second premise-conclusion structures of arguments", example, place)
        lines: list[tuple[Inference | None, str]] = []
        steps: list[StepFrom] = []
        own = self.steps.setdefault(node.key, steps) is steps
        name = node.key if own else f"{node.key}#{structure.start}"
        for number, (inference, element) in enumerate(structure.lines):
            if inference is None:
                lines.append((None, self._element(element)))
                continue
            is_last = number == len(structure.lines) - 1
            key = f"{name}({number + 1})" if not (own and is_last) else name
            conclusion = self._element(element, ends=key)
            lines.append((inference, conclusion))
            data = self.data(inference.data)
            uses = data.pop("uses", None) or data.pop("from", None)
            uses = uses or self.nodes[conclusion].data.pop("uses", None)
            premises = self._used(uses, lines, number, structure)
            rules = tuple(inference.rules)
            steps.append(StepFrom(key, premises, conclusion, inference.start, rules, data))
            self._related(inference.related, key, key)

    def _used(
        self,
        uses: object,
        lines: list[tuple[Inference | None, str]],
        number: int,
        structure: PremiseStructure,
    ) -> tuple[str, ...]:
        """The premises of the inference to a statement: named by `uses`, or those since the last.

        An intermediate conclusion is the first of those since the last inference.
        """
        if isinstance(uses, list):
            digits = [str(use) for use in uses if str(use).isdecimal()]
            numbers = [int(use) for use in digits if len(use) <= _DIGITS]
            known = [lines[use - 1][1] for use in numbers if 0 < use <= number]
            if len(known) == len(uses) and known:
                return tuple(dict.fromkeys(known))
            place = self.whole.at(structure.start)
            self.draft.skip("numbers in `uses` that are no premise", in_words(uses), place)
        first = number - 1
        while first > 0 and lines[first][0] is None:
            first -= 1
        return tuple(dict.fromkeys(key for _, key in lines[first:number]))

    def _element(self, element: ArgdownElement, *, ends: str = "") -> str:
        """Add an element and all below it, and return its key; no depth is too much.

        `ends` is the key of the inference that ends in it: an undercut written below a conclusion
        is one of that inference.
        """
        node, _ = self._add(element)
        self._related(element.related, node.key, ends or node.key)
        return node.key

    def _related(self, related: list[DrawnBelow], parent: str, undercut: str) -> None:
        """Add the relations below a parent; `undercut` is the key of what undercuts of it hit."""
        stack: list[tuple[DrawnBelow, str, int | None]]
        stack = [
            (each, undercut if each.signs in _UNDERCUTS else parent, None)
            for each in reversed(related)
        ]
        while stack:
            each, above, edge_above = stack.pop()
            node, data = self._add(each.element)
            step = data.get("step")
            if isinstance(step, dict):
                node.data.pop("step", None)
            ends = (above, node.key) if each.signs in _FROM_THE_PARENT else (node.key, above)
            own = step if isinstance(step, dict) else {}
            self.edges.append(ArgdownEdge(VERBS[each.signs], *ends, each.start, own, edge_above))
            number = len(self.edges) - 1
            stack += [(below, node.key, number) for below in reversed(each.element.related)]

    def _add(self, element: ArgdownElement) -> tuple[ArgdownNode, dict[str, Any]]:
        """Add what an element says to its node; that and its data are returned."""
        node = self._node(element)
        content = content_of(element.content)
        place = self.whole.at(element.start)
        if not element.is_reference:
            node.texts.append((content.text, element.start))
        if not node.is_placed:  # a definition places a node, and else the first reference
            node.is_placed = not element.is_reference
            node.section = self._section if node.is_placed else node.section or self._section
        node.tags |= dict.fromkeys((*content.tags, *tags_of(element.tags)))
        node.links |= dict.fromkeys(content.links)
        if content.emphases:
            self.draft.set_aside("marks of emphasis", content.text, place)
        data = self.data(element.data)
        node.data |= data
        return node, data

    def _node(self, element: ArgdownElement) -> ArgdownNode:
        key = _key(element)
        return self.nodes.get(key) or self._new(key, element)

    def _new(self, key: str, element: ArgdownElement) -> ArgdownNode:
        node = ArgdownNode(key, element.title, element.is_argument, element.start)
        self.nodes[key] = node
        return node


def _key(element: ArgdownElement) -> str:
    title = element.title or f"#{element.start}"
    return f"<{title}>" if element.is_argument else f"[{title}]"


def _only_chapter(blocks: list[Block]) -> HeadingBlock | None:
    """The heading that is the title of the whole: the first, if no other is of its level."""
    headings = [block for block in blocks if isinstance(block, HeadingBlock)]
    if not headings or blocks[0] is not headings[0]:
        return None
    top = min(heading.level for heading in headings)
    is_title = headings[0].level == top and all(each.level > top for each in headings[1:])
    return headings[0] if is_title else None
