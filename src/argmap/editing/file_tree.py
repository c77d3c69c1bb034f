"""A claim file as a tree of nodes, in which the parts of the map and the ids in it are found."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from argmap.editing.entries import defines
from argmap.editing.lines import TextLines
from argmap.reading.claim_shape import WORDS
from argmap.reading.nodes import node_of
from argmap.reading.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.diagnostics import Location
    from argmap.reading.nodes import Node

_RELATION = {
    "premises": "premise",
    "id": "+relation",
    "undercut_by": "entry",
    "source": "source",
    "scheme": "scheme",
}
_TO_CLAIM = _RELATION | {"target": "!claim", "with": "!claim"}
_PARTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "file": {
            "map": "{map}",
            "source": "own source",
            "sources": "+source {}",
            "claims": "+claim {claim}",
            "questions": "+question {question}",
            "relations": "entry",
            "stances": "+stance {stance}",
            "expect": "expectation",
            "schemes": "+scheme {}",
        },
        "map": {"main": "claim", "steps": "{step}", "views": "+view {view}"},
        "step": {"show": "claim", "reject": "claim", "accept": "claim"},
        "view": {"focus": "claim", "only_source": "source"},
        "source": {"id": "+source"},
        "claim": {
            "restates": "claim",
            "contradicts": "target",
            "supported_by": "entry",
            "attacked_by": "entry",
            "supports": "target",
            "attacks": "target",
            "undercuts": "step",
            "source": "source",
        },
        "question": {"answers": "claim"},
        "stance": {"reject": "claim", "accept": "claim", "credences": "claim {}"},
        "expectation": {"claim": "!claim", "reject": "claim", "accept": "claim"},
        "entry": _RELATION | {"supports": "!claim", "attacks": "!claim", "undercuts": "!relation"},
        "target": _TO_CLAIM,
        "step of a premise": _TO_CLAIM | {"target": "!relation"},
    }
)
"""The keys of each part of a file, and what is below them.

`{part}` is a mapping, or several; `kind` an id that is named, or several; `+kind` one that is
declared; `+kind {part}` ids as keys, each with its part. With `!` the part around goes with it.
"""


class Mention(NamedTuple):
    """A place where an id stands: it is declared there, or the thing is named.

    `unit` is what cannot be there without the id: a whole relation, or the mention alone.
    """

    node: Node
    kind: str
    is_declared: bool
    unit: Node


class IdsAt(NamedTuple):
    """The kinds of things whose ids can stand at a place: as a value, and as a key."""

    value: str = ""
    key: str = ""


def ids_at(path: Iterable[str]) -> IdsAt:
    """The kinds of ids that can stand behind a path of keys, in a file or a half-written one.

    >>> ids_at(("claims", "close", "supported_by", "premises"))
    IdsAt(value='claim', key='')
    >>> ids_at(("stances", "me", "credences"))
    IdsAt(value='', key='claim')
    """
    meaning = "{file}"
    for key in path:
        meaning = _below_key(meaning, key)
    if meaning in ("claim {}", "expectation"):
        return IdsAt(key="claim")
    if meaning.endswith("}") or meaning.startswith("+"):
        return IdsAt()
    kinds = {"step": "relation", "own source": "source"}
    kind = "claim" if meaning in _CLAIM_OR_MORE else kinds.get(meaning, meaning.strip("!"))
    return IdsAt(value=kind)


_CLAIM_OR_MORE = frozenset({"entry", "premise", "target"})


def _below_key(meaning: str, key: str) -> str:
    """The meaning of what stands below a key of a value with a meaning; empty if it has none."""
    if meaning.startswith("{"):
        return _PARTS.get(meaning[1:-1], {}).get(key, "")
    if meaning.endswith("}"):
        return meaning.split()[1]
    parts = {"step": "step of a premise", "own source": "source", "premise": "entry"}
    table = _PARTS.get(parts.get(meaning, meaning), {})
    if meaning in ("entry", "premise") and key not in WORDS:
        return "{claim}"
    return table.get(key, "")


class FileTree:
    """The nodes of a text that was read without errors, with what is around each of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = TextLines(text)
        self.root = node_of(text)
        self.around: dict[Node, Node] = {}
        waiting = [self.root] if self.root is not None else []
        for node in waiting:  # grows on the way: no recursion
            parts = (*node.keys, *node.items)
            for part in parts:
                self.around[part] = node
            waiting += parts

    def all(self) -> Iterator[Node]:
        """All nodes, a mapping or list before what is in it."""
        yield from ([self.root] if self.root is not None else [])
        yield from self.around

    def at(self, location: Location) -> Node | None:
        """The value that begins at a place: the mapping rather than its first key."""
        start = self.lines.starts[location.line - 1] + location.column - 1
        here = (node for node in self.all() if node.start == start and not node.is_list)
        return next(here, None)

    def is_within(self, node: Node, outer: Node) -> bool:
        """Whether a node is another one, or within it."""
        current: Node | None = node
        while current is not None and current is not outer:
            current = self.around.get(current)
        return current is outer

    def claim(self, id_: str) -> tuple[Node, Node] | None:
        """The id of a claim where it is declared, and what is said of it."""
        claims = self.root.get("claims") if self.root is not None else None
        for pair in claims.pairs() if claims is not None else ():
            if pair[0].value == id_:
                return pair
        return self._declared("claim", id_)

    def source(self, id_: str) -> Node | None:
        """The mapping that describes a source."""
        declaration = self._declared("source", id_)
        if declaration is None:
            own = self.root.get("source") if self.root is not None else None
            is_own = own is not None and own.is_mapping and self.own_source == id_
            return own if is_own else None  # one whose id comes from the key that it cites
        name, value = declaration
        return self.around[name] if value is name else value

    def _declared(self, kind: str, id_: str) -> tuple[Node, Node] | None:
        for each in self.mentions():
            if each.is_declared and each.kind == kind and each.node.value == id_:
                table = self.around[each.node]
                pairs = (pair for pair in table.pairs() if each.node in pair)
                key, value = next(pairs)
                return (value, value) if key is not each.node else (key, value)
        return None

    @property
    def own_source(self) -> str | None:
        """The id of the source from which claims of the file come unless they say otherwise."""
        source = self.root.get("source") if self.root is not None else None
        if source is None or source.is_scalar:
            return source.value if source is not None else None
        id_, cited = source.get("id"), source.get("cite")
        if id_ is not None:
            return id_.value
        return slug(cited.value or "") if cited is not None else None

    def mentions(self) -> list[Mention]:
        """Every place in the file where an id stands."""
        return [*_mentions(self.root)] if self.root is not None else []


class _Part(NamedTuple):
    """A value to look into, what it is, and what cannot do without it."""

    node: Node
    meaning: str
    unit: Node


def _mentions(root: Node) -> Iterator[Mention]:
    waiting = [_Part(root, "{file}", root)]
    for node, meaning, unit in waiting:  # grows on the way: no recursion
        if node.is_list:
            is_needed = _is_needed(meaning)
            waiting += (_Part(each, meaning, unit if is_needed else each) for each in node.items)
        elif meaning.startswith("{"):
            waiting += _below(node, meaning[1:-1])
        elif meaning.endswith("}"):
            word, part = meaning.split()
            kind = word.removeprefix("+")
            for key, value in node.pairs():
                yield Mention(key, kind, word != kind, key)
                waiting.append(_Part(value, part, value))
        elif meaning in _MEANINGS:
            own_unit = unit if meaning == "premise" else node
            yield from _named(_Part(node, meaning, own_unit), waiting)
        elif node.is_scalar:
            yield Mention(node, meaning.strip("+!"), meaning.startswith("+"), unit)


_MEANINGS = frozenset({"entry", "premise", "target", "step", "own source", "expectation"})


def _named(part: _Part, waiting: list[_Part]) -> Iterator[Mention]:
    """The ids in a value that may be an id alone, or a mapping; what is below it has to wait."""
    node, meaning, unit = part
    if meaning in ("entry", "premise") and defines(node):
        yield Mention(node.keys[0], "claim", is_declared=True, unit=unit)
        waiting.append(_Part(node.items[0], "{claim}", node.items[0]))
    elif node.is_mapping and meaning == "expectation" and node.key is not None:
        waiting.append(_Part(node, "claim {}", node))
    elif node.is_mapping:
        named = {"step": "step of a premise", "own source": "source", "premise": "entry"}
        waiting += _below(node, named.get(meaning, meaning))
    else:
        kind = {"step": "relation", "own source": "source"}.get(meaning, "claim")
        yield Mention(node, kind, is_declared=False, unit=unit)


def _below(node: Node, part: str) -> list[_Part]:
    table = _PARTS.get(part, {})
    return [
        _Part(value, table[key.value or ""], node if _is_needed(table[key.value or ""]) else value)
        for key, value in node.pairs()
        if (key.value or "") in table
    ]


def _is_needed(meaning: str) -> bool:
    return meaning.startswith("!") or meaning == "premise"


KEPT = 2
"""The number of trees that are kept."""


@lru_cache(maxsize=KEPT)
def tree_of(text: str) -> FileTree:
    """The tree of a text; the last ones are kept, as an edit looks at a text in several steps."""
    return FileTree(text)
