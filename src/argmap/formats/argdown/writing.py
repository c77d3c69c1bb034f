"""Argdown, written: claims as statements, steps of several premises as arguments.

A support or attack by one claim is a relation below its target. One with several premises, or one
that is undercut, is an argument with a premise-conclusion structure; if it attacks, its conclusion
is a statement made up for it, which the data `against` mark. All that Argdown has no words for
stands in braces, under the keys of claim files, and that of the whole map in the front matter, so
that the map is read back as it was; but all its claims are its own then, none those of another map.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.editing.yaml_text import yaml_text
from argmap.formats.argdown.text import braces, escaped, is_one_line, tagged
from argmap.formats.argdown.titles import Titles, ends_of
from argmap.formats.argmap.tree import tree_of
from argmap.formats.carried import lost_beside_our_keys
from argmap.formats.exchange import Exported
from argmap.model.drafts import NO_DRAFTS
from argmap.model.relation import Kind, derived_id
from argmap.reading.yaml_tree import parse as parse_yaml

if TYPE_CHECKING:
    from argmap.formats.exchange import Wishes
    from argmap.model.argument_map import ArgumentMap

Tree = dict[str, Any]
_IN_SYNTAX = ("text", "label", "supported_by", "attacked_by", "contradicts")
_RESERVED = frozenset({"title", "argmap", "model"})
_BELOW = {"supports": "<+", "attacks": "<-", "undercuts": "<_"}
_ABOVE = {"supports": "+>", "attacks": "->", "undercuts": "_>"}
_VERBS = {"supported_by": "supports", "attacked_by": "attacks"}


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The map in Argdown; only the marks of used claims, and drafts, are lost. Cost: linear."""
    del wishes
    text = _Writing(replace(argument_map, drafts=NO_DRAFTS)).text()
    return Exported(text, lost_beside_our_keys(argument_map).all)


class _Writing:
    """A map on its way into Argdown."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._tree = tree_of(argument_map)
        self._titles = Titles(argument_map)
        self._apart: list[Tree] = self._tree.pop("relations", [])
        self._hit = {str(entry["undercuts"]) for entry in self._apart if "undercuts" in entry}
        self._step_of: dict[str, str] = {}
        same = Counter(ends_of(each) for each in argument_map.relations.values())
        self._repeated = {ends for ends, count in same.items() if count > 1}

    def text(self) -> str:
        """The whole document."""
        blocks: list[str] = []
        sections: dict[str | None, list[str]] = {None: []}
        for id_ in self._tree.pop("claims", {}):
            claim = self._map.claims[id_]
            section = claim.section if _is_heading(claim.section) else None
            sections.setdefault(section, []).append(id_)
        trees = tree_of(self._map).get("claims", {})
        for section, ids in sections.items():
            if section is not None:
                blocks.append(f"# {escaped(section)}")
            for id_ in ids:
                blocks += self._claim(id_, trees[id_])
        for entry in self._apart:
            blocks += self._by_itself(dict(entry))
        return self._front_matter() + "\n\n".join(blocks) + "\n"

    def _front_matter(self) -> str:
        ours = dict(self._tree)
        block = dict(ours.pop("map", {}))
        front: Tree = {"title": block.pop("title")} if "title" in block else {}
        meta = block.get("meta", {})
        if not _RESERVED.intersection(meta):
            front |= block.pop("meta", {})
        ours |= {"map": block} if block else {}
        front["argmap"] = ours if len(ours) > 1 else ours["argmap"]
        text = yaml_text(front)
        if "===" in text or "@include(" in text or not parse_yaml(text, "").complete:
            text = json.dumps(front, ensure_ascii=False).replace("===", "\\u003d==") + "\n"
            text = text.replace("@include(", "\\u0040include(")
        return f"===\n{text}===\n\n"

    def _claim(self, id_: str, tree: str | Tree) -> list[str]:
        """The block of a claim, and those of the arguments for and against it."""
        entry: Tree = {"text": tree} if isinstance(tree, str) else tree
        claim = self._map.claims[id_]
        title, name = self._titles.titles[id_], self._titles.of_claim[id_]
        data = {key: value for key, value in entry.items() if key not in _IN_SYNTAX}
        tags = tagged(data.get("tags", ()))
        if tags is not None:
            data.pop("tags", None)
        if _is_heading(claim.section):
            data.pop("section", None)
        if not is_one_line(claim.text):
            data["text"] = claim.text
        if claim.label != (title if title != id_ else None):
            data["label"] = claim.label
        if self._titles.says_origin(id_):
            data.pop("origin", None)
        if not self._titles.says_id(id_):
            data = {"id": id_, **data}
        lines = [f"{name}: {escaped(' '.join(claim.text.split()))}{tags or ''}{braces(data)}"]
        below: list[str] = []
        for key, verb in _VERBS.items():
            drawn = (self._drawn(verb, each, id_, name, below) for each in entry.get(key, ()))
            lines += drawn
        for each in entry.get("contradicts", ()):
            other = {"target": each} if isinstance(each, str) else dict(each)
            against = self._titles.of_claim[other.pop("target")]
            lines.append(f"  >< {against}{_step(other)}")
        return ["\n".join(lines), *below]

    def _drawn(self, verb: str, entry: str | Tree, target: str, name: str, below: list[str]) -> str:
        """The line of a relation below its target; its argument, if it needs one, goes `below`."""
        tree = {"premises": entry} if isinstance(entry, str) else dict(entry)
        premises = _listed(tree.pop("premises"))
        if self._is_plain(verb, tree, premises, target):
            return f"  {_BELOW[verb]} {self._titles.of_claim[premises[0]]}{_step(tree)}"
        step = self._argument(verb, tree, premises, (target, name), below)
        return f"  {_BELOW[verb]} <{step}>"

    def _is_plain(self, verb: str, tree: Tree, premises: list[str], target: str) -> bool:
        """Whether a relation can be one line: of one premise, not undercut, and not repeated."""
        is_hit = "undercut_by" in tree or tree.get("id") in self._hit
        is_repeated = (verb, tuple(premises), target) in self._repeated
        return len(premises) == 1 and not is_hit and not is_repeated

    def _argument(
        self, verb: str, tree: Tree, premises: list[str], hit: tuple[str, str], below: list[str]
    ) -> str:
        """Put the argument of a step below, with those that undercut it; its title is returned.

        `hit` is the id and the name of the target. An agenda, and no recursion, as undercuts may
        be undercut in turn without end.
        """
        first = self._title_of(tree)
        agenda = [(first, verb, tree, premises, hit)]
        for step, kind, data, given, (target, name) in agenda:
            id_ = str(data.get("id") or derived_id(tuple(given), Kind(kind), target))
            undercuts = data.pop("undercut_by", [])
            head = [f"<{step}>{braces(data)}"]
            for each in undercuts:
                under = {"premises": each} if isinstance(each, str) else dict(each)
                by = _listed(under.pop("premises"))
                if self._is_plain("undercuts", under, by, id_):
                    head.append(f"  <_ {self._titles.of_claim[by[0]]}{_step(under)}")
                else:
                    title = self._title_of(under)
                    head.append(f"  <_ <{title}>")
                    agenda.append((title, "undercuts", under, by, (id_, f"<{step}>")))
            below += ["\n".join(head), self._structure(step, kind, given, name)]
        return first

    def _title_of(self, tree: Tree) -> str:
        """The title of a step; one that is undercut from elsewhere may have been named already."""
        id_ = tree.get("id")
        if id_ in self._hit:
            if id_ not in self._step_of:
                self._step_of[id_] = self._titles.of_step(tree)
            return self._step_of[id_]
        return self._titles.of_step(tree)

    def _structure(self, step: str, verb: str, premises: list[str], target: str) -> str:
        lines = [f"({n}) {self._titles.of_claim[p]}" for n, p in enumerate(premises, 1)]
        last = f"({len(premises) + 1})"
        if verb == "supports":
            return "\n".join([*lines, "----", f"{last} {target}"])
        says = "So something speaks against" if verb == "attacks" else "So this does not follow:"
        conclusion = f"[{self._titles.against(step)}]: {says} @{target}"
        return "\n".join([*lines, "----", f"{last} {conclusion}{braces({'against': True})}"])

    def _by_itself(self, entry: Tree) -> list[str]:
        """The blocks of a relation that stands in no list of its target."""
        verb = next(key for key in _ABOVE if key in entry)
        target = str(entry.pop(verb))
        premises = _listed(entry.pop("premises"))
        if verb == "undercuts":
            name = f"<{self._title_of({'id': target})}>"
        else:
            name = self._titles.of_claim[target]
        entry["apart"] = True
        if self._is_plain(verb, entry, premises, target):
            return [f"{self._titles.of_claim[premises[0]]}\n  {_ABOVE[verb]} {name}{_step(entry)}"]
        below: list[str] = []
        step = self._argument(verb, entry, premises, (target, name), below)
        if verb != "supports":
            below.append(f"<{step}>\n  {_ABOVE[verb]} {name}")
        return below


def _listed(premises: str | list[str]) -> list[str]:
    return [premises] if isinstance(premises, str) else [*premises]


def _step(data: Tree) -> str:
    return braces({"step": data}) if data else ""


def _is_heading(section: str | None) -> bool:
    return section is not None and is_one_line(section) and bool(section)
