"""Argdown, read: statements and arguments as claims and steps."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.formats.argdown.contents import data_of
from argmap.formats.argdown.gathering import ArgdownParts
from argmap.formats.argdown.includes import with_includes
from argmap.formats.argdown.lexer import ArgdownLexer
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.side_data import SideData, completed, fields_of
from argmap.formats.argdown.steps import ResolvedSteps
from argmap.formats.draft import Draft
from argmap.formats.exchange import nothing
from argmap.formats.ids import is_valid
from argmap.reading.slugs import slug

if TYPE_CHECKING:
    from argmap.formats.argdown.blocks import ArgdownDocument
    from argmap.formats.argdown.gathering import ArgdownNode
    from argmap.formats.argdown.includes import IncludingText
    from argmap.formats.exchange import Imported, Wishes
    from argmap.formats.foreign_file import ForeignFile
    from argmap.model.relation import Relation

_BEGIN = 20_000  # characters in which the format shows
_SIGNS = re.compile(
    r"^(?:"
    r"\[[^\]\n]+\]:[ \t](?![ \t]*<?https?:)"  # a statement, and no reference of Markdown
    r"|<[^<>/!\n]+>(?::[ \t]|:?[ \t]*$)"
    r"|[ \t]+(?:<\+|<-|<_|\+>|->|_>|><)[ \t]+\S"
    r"|[ \t]+[+-][ \t]+(?:\[[^\]\n]+\](?!\()|<[^<>/!\n]+>)"
    r"|\(\d+\)[^\n]*\n(?:\(\d+\)[^\n]*\n)*[ \t]*--"
    r")",
    re.MULTILINE,
)
_OF_KIALO = re.compile(r"\s*Discussion (?:Title|Name):")
_STEP = re.compile(r"<Step \d+>")


def fits(file: ForeignFile) -> bool:
    """Whether the text has definitions, references or relations as Argdown writes them."""
    text = file.text[:_BEGIN]
    if _OF_KIALO.match(text):
        return False
    if file.shape == "xml" and ("</" in text or "/>" in text or "<?" in text):
        return False
    is_fronted = re.match(r"\s*===+[ \t]*\n", text) is not None
    return is_fronted or _SIGNS.search(text) is not None


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map in an Argdown document, with the files that it includes.

    Errors of syntax are all told; with `keep_going` they are warnings, and the rest is read.
    Cost: linear.
    """
    file, *others = files
    draft = Draft("argdown", file.name)
    for other in others:
        draft.set_aside("further files", other.name, other.at())
    whole = with_includes(file)
    lexer = ArgdownLexer(draft.legible(whole.text, file.at()))
    document = parse(lexer.all())
    faults = sorted(document.faults, key=lambda fault: fault.start)
    problems = [*whole.problems]
    problems += [Diagnostic(whole.at(f.start), "AM702", f.message, f.hint) for f in faults]
    if problems and not wishes.keep_going:
        return nothing(problems)
    draft.diagnostics += [replace(problem, code="AM705") for problem in problems]
    for problem in problems:
        draft.skip("parts with an error of syntax", problem.message, problem.location)
    for begin, end in sorted(lexer.urls):
        example = whole.text[whole.text.rfind("\n", 0, begin) + 1 : end].strip()
        what = "addresses cut off as comments (write them as [words](https://...))"
        draft.skip(what, example, whole.at(begin))
    for begin, end in lexer.comments:
        if (begin, end) in lexer.urls:
            continue
        draft.set_aside("comments", whole.text[begin:end], whole.at(begin))
    return _Reading(document, whole, draft).imported()


class _Reading:
    """A document on its way into a draft."""

    def __init__(self, document: ArgdownDocument, whole: IncludingText, draft: Draft) -> None:
        self._whole = whole
        self._draft = draft
        self._front = self._front_matter(document)
        ours = self._front.pop("argmap", None)
        self._ours = {} if ours == 1 else ours
        model = self._front.get("model")
        mode = model.get("mode") if isinstance(model, dict) else None
        has_title = bool(self._front.get("title"))
        self._gathered = ArgdownParts(document, whole, draft, has_title=has_title or self.is_ours)
        self._steps = ResolvedSteps(
            self._gathered, is_strict=mode == "strict", is_ours=self.is_ours
        )
        self._old: dict[str, str] = {}

    @property
    def is_ours(self) -> bool:
        """Whether our writer wrote the document, so that its data are keys of claim files."""
        return isinstance(self._ours, dict)

    def imported(self) -> Imported:
        """The map of the whole document."""
        for node in self._gathered.nodes.values():
            if node.key not in self._gathered.steps and node.key not in self._steps.auxiliary:
                self._claim(node)
        self._relations()
        title = self._front.pop("title", "")
        kept = {key: value for key, value in self._front.items() if key != "model"}
        title = " ".join(str(title).split())
        imported = self._draft.imported(title=title or self._gathered.title, meta=kept)
        data = self._side_data(imported)
        relations = {
            id_: each
            if each.origin is None or (_is_title(each.origin.id) and not self._is_made_up(each))
            else replace(each, origin=None)
            for id_, each in imported.map.relations.items()
        }
        imported = replace(imported, map=replace(imported.map, relations=relations))
        if not isinstance(self._ours, dict):
            return imported
        return completed(imported, self._ours, data, self._whole.at(0))

    def _is_made_up(self, relation: Relation) -> bool:
        """Whether our writer made up the title of a step, so that it is no id that it had."""
        old = relation.origin.id if relation.origin is not None else ""
        return self.is_ours and _STEP.fullmatch(old) is not None

    def _front_matter(self, document: ArgdownDocument) -> dict[str, Any]:
        token = document.front_matter
        if token is None:
            return {}
        data = data_of(token)
        if data.fault:
            at = self._whole.at(token.start)
            place = replace(at, line=at.line + data.fault_line)
            self._draft.skip("front matters with a fault", data.fault, place)
        return dict(data.values)

    def _claim(self, node: ArgdownNode) -> None:
        """Add the claim of a statement, or of an argument without a structure."""
        place = self._whole.at(node.start)
        texts = list(dict.fromkeys(text for text, _ in node.texts if text))
        text = texts[-1] if texts else ""
        if node.texts and texts:
            start = next(start for words, start in reversed(node.texts) if words)
            place = self._whole.at(start)
        own_id = str(node.data.get("id") or "") if self.is_ours else ""
        if self.is_ours and not own_id and is_valid(node.title) and not node.is_argument:
            own_id = node.title
        old = own_id if is_valid(own_id) else node.key
        self._old[node.key] = old
        label = " ".join(node.title.split()) or None
        fields: dict[str, Any] = {"tags": tuple(node.tags), "section": node.section}
        if not self.is_ours:
            links = [*node.links]
            fields |= fields_of(self._draft, node, place, also=texts[:-1])
            fields.setdefault("url", links[0] if links else None)
            for link in links[1:]:
                self._draft.set_aside("further links of a claim", link, place)
        id_ = self._draft.claim(old, text, place, label=label, like=slug(node.title), **fields)
        claim = self._draft.claims[old]
        if claim.label == id_ and text:
            self._draft.change(old, label=None)
        if not node.title:
            self._draft.change(old, origin=None)

    def _relations(self) -> None:
        for drawn in self._steps.drawn:
            place = self._whole.at(drawn.start)
            premises = [self._old.get(premise, premise) for premise in drawn.premises]
            target = self._old.get(drawn.target, drawn.target)
            if drawn.verb == "contradicts":
                self._draft.contradiction(premises[0], target, place)
                continue
            fields = dict(drawn.fields)
            if self.is_ours:
                own_id = drawn.data.get("id")
                fields = {"like": own_id} if isinstance(own_id, str) else {}
            elif drawn.data:
                fields["meta"] = drawn.data
            fields["words"] = self._steps.shown(drawn)
            self._draft.relation(drawn.verb, premises, target, place, old=drawn.key, **fields)

    def _side_data(self, imported: Imported) -> SideData:
        """The data in braces by the ids of the map."""
        nodes = self._gathered.nodes
        claims = {
            id_: nodes[key].data
            for key, old in self._old.items()
            if (id_ := self._draft.new_id(old)) is not None
        }
        by_key = {drawn.key: drawn.data for drawn in self._steps.drawn}
        relations = {
            id_: by_key.get(relation.origin.id, {})
            for id_, relation in imported.map.relations.items()
            if relation.origin is not None
        }
        pairs = {}
        for drawn in self._steps.drawn:
            if drawn.verb == "contradicts" and drawn.data:
                ends = [
                    self._draft.new_id(self._old.get(k, k)) for k in (*drawn.premises, drawn.target)
                ]
                pairs[ends[0] or "", ends[1] or ""] = drawn.data
        return SideData(claims, relations, pairs)


def _is_title(key: str) -> bool:
    return not key.startswith("#") and not key.startswith("<#")
