"""Random maps written as claim files in mixed forms: premises here and there, blocks and braces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.relation import Kind
from tests.maps import map_of

if TYPE_CHECKING:
    from argmap.model.relation import Relation
    from tests.maps import Choices

PLAIN = ("It is so.", "Buses are slow", "It is not: so they say", "No, it is [not] so")
_SAFE = "It is so."
_BLOCKS = (">-", "|", ">2-", "|-")
PLACES: tuple[list[tuple[str, str]], ...] = (
    [],
    [],
    [("quote", _SAFE)],
    [("at", "{page: 3}"), ("quote", _SAFE)],
    [("at", "[{quote: It is so., paragraph:  2}, {page: 3}]")],
)
"""The keys in which a claim or a relation says where its source has it."""
HEAD = "# A map.\nargmap:   1\n\n\nstances: {reader: {reject:  [], accept: [ ]}}   # odd blanks\n"
HEAD += "source: {id:  report, title: A report}  # of May\n"
TAIL = "\nschemes:\n   own: {name: Own  one}\n# The end.\n"


def mixed(choices: Choices) -> str:
    """The text of a claim file; every comment in it has a number of its own."""
    return _Writer(choices).text()


class _Writer:
    """A map that is being written; a claim is defined at its first use, or below `claims:`."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.map = map_of(choices, claims=9, relations=14)
        self.written: set[str] = set()
        self.apart: list[Relation] = []
        self.bare: set[tuple[object, ...]] = set()
        self.comments = 0
        self.step = 2 + choices.below(2)

    def text(self) -> str:
        """The whole file."""
        body: list[str] = []
        gaps = self.choices.below(2)
        in_braces = self.choices.below(12) == 1
        for id_ in self.choices.shuffled(self.map.claims):
            if id_ not in self.written:
                if body and gaps and not in_braces:
                    body.append("")
                body += [self.flow_claim(id_)] if in_braces else self.entry_lines(id_)
        apart = [*self.apart, *self._undercuts_in_circles()]
        relations = [line for each in apart for line in self.item(self.relation_apart(each))]
        parts = [["claims:", *self.inset(body)]]
        if in_braces:
            parts = [[f"claims: {{{', '.join(body)}}}"]]
        if relations:
            parts.append(["relations:", *self.inset(relations)])
        if self.choices.below(3) == 1:
            parts.reverse()
        lines = "\n".join(line for part in parts for line in (*part, ""))
        text = f"{HEAD}{lines}{TAIL}"
        return text.replace("\n", "\r\n") if self.choices.below(6) == 1 else text

    def inset(self, lines: list[str]) -> list[str]:
        return [" " * self.step + line if line else line for line in lines]

    def comment(self) -> str:
        if self.choices.below(4) != 1:
            return ""
        self.comments += 1
        return f"# c{self.comments}"

    def entry_lines(self, id_: str) -> list[str]:
        """A claim in block style, with its comments, as lines that begin at the margin."""
        above = self.comment()
        below = [f"   {comment}" for comment in (self.comment(),) if comment]
        return [*([above] if above else []), *self.block_claim(id_), *below]

    def item(self, lines: list[str]) -> list[str]:
        """Lines as an item of a list; comments above stay above its dash."""
        first = next(place for place, line in enumerate(lines) if not line.startswith("#"))
        blank = " " * (1 + self.choices.below(2))
        inner = (" " + blank + line if line else line for line in lines[first + 1 :])
        return [*lines[:first], f"-{blank}{lines[first]}", *inner]

    def block_claim(self, id_: str) -> list[str]:
        self.written.add(id_)
        comment = self.comment()
        behind = f"  {comment}" if comment else ""
        keys = self.keys_of(id_)
        if not keys and self.choices.below(2):
            return self.block_text(id_, behind)
        if self.choices.below(4) == 1:
            return [f"{id_}: {self.braces(id_, keys)}{behind}"]
        lines = self.block_text("text", "")
        if self.choices.below(3) == 1:
            lines += ["note: |+", "  A # remark", "", "   of two lines ", ""]
        for key, relations in keys:
            lines += self.block_relations(key, relations)
        lines += [f"{key}: {value}" for key, value in self.rest_of(id_)]
        return [f"{id_}:{behind}", *self.inset(lines)]

    def block_text(self, key: str, behind: str) -> list[str]:
        """A text in some style, with a comment behind it where one may stand."""
        style = self.choices.below(4)
        text = self.choices.one_of(PLAIN)
        if style == 0:
            return [f"{key}: {_SAFE}{behind}"]
        if style == 1:
            return [f'{key}: "{text}"{behind}']
        if style == 2:
            return [f"{key}: {_SAFE}", f"  It is {_SAFE}{behind}"]
        header = self.choices.one_of(_BLOCKS)
        return [f"{key}: {header}{behind}", f"  {text}", "", "  # no comment"]

    def keys_of(self, id_: str) -> list[tuple[str, list[Relation]]]:
        """The relations that are written in the entry of a claim; the others stand apart."""
        keys = []
        for key, kind in (("supported_by", Kind.SUPPORTS), ("attacked_by", Kind.ATTACKS)):
            relations = [
                each
                for each in self.map.relations_to(id_)
                if each.kind is kind and not each.contradiction
            ]
            here = [each for each in relations if self.choices.below(6)]
            self.apart += [each for each in relations if each not in here]
            if here:
                keys.append((key, here))
        return keys

    def rest_of(self, id_: str) -> list[tuple[str, str]]:
        """The further keys of a claim."""
        claim = self.map.claims[id_]
        rest = [("restates", other) for other in self.map.class_of(id_)[:1] if other != id_]
        if claim.granted is not None:
            rest.append(("granted", str(claim.granted).lower()))
        opposites = [
            each.target
            for each in self.map.relations_from(id_)
            if each.contradiction and id_ < each.target
        ]
        rest += self.choices.one_of(PLACES)
        return [*rest, *([("contradicts", f"[{', '.join(opposites)}]")] if opposites else [])]

    def block_relations(self, key: str, relations: list[Relation]) -> list[str]:
        comment = self.comment()
        behind = f"  {comment}" if comment else ""
        if self.choices.below(3) == 1:
            inner = ", ".join(self.flow_relation(each) for each in relations)
            return [f"{key}: [{inner}]{behind}"]
        if len(relations) == 1 and self.choices.below(3) == 1:
            alone = self.block_relation(relations[0])
            if len(alone) == 1 and ":" not in alone[0]:
                return [f"{key}: {alone[0]}{behind}"]
            return [f"{key}:{behind}", *self.inset(alone)]
        items = [line for each in relations for line in self.item(self.block_relation(each))]
        return [f"{key}:{behind}", *self.inset(items)]

    def block_relation(self, relation: Relation) -> list[str]:
        if self.is_bare(relation):
            return self.block_premise(relation.premises[0])
        if self.choices.below(4) == 1:
            return [self.flow_relation(relation, bare=False)]
        premises = self.block_premises(relation)
        lines = [f"{key}: {value}" for key, value in self.details(relation)]
        lines = [*premises, *lines] if self.choices.below(2) else [*lines, *premises]
        undercuts = self.undercuts_of(relation)
        return [*lines, *(self.block_relations("undercut_by", undercuts) if undercuts else ())]

    def block_premises(self, relation: Relation) -> list[str]:
        if len(relation.premises) == 1 and self.choices.below(2):
            lines = self.block_premise(relation.premises[0])
            if len(lines) == 1 and ":" not in lines[0]:
                return [f"premises: {lines[0]}"]
            return ["premises:", *self.inset(lines)]
        if self.choices.below(3) == 1:
            return [f"premises: [{', '.join(map(self.flow_premise, relation.premises))}]"]
        items = [line for each in relation.premises for line in self.item(self.block_premise(each))]
        return ["premises:", *self.inset(items)]

    def block_premise(self, id_: str) -> list[str]:
        return self.entry_lines(id_) if self.defines_here(id_) else [id_]

    def relation_apart(self, relation: Relation) -> list[str]:
        premises = self.block_premises(relation)
        return [*premises, f"{relation.kind}: {relation.target}", *self.details_apart(relation)]

    def details_apart(self, relation: Relation) -> list[str]:
        undercuts = self.undercuts_of(relation)
        lines = [f"{key}: {value}" for key, value in self.details(relation)]
        return [*lines, *(self.block_relations("undercut_by", undercuts) if undercuts else ())]

    # In braces

    def braces(self, id_: str, keys: list[tuple[str, list[Relation]]]) -> str:
        self.written.add(id_)
        parts = [f'text: "{self.choices.one_of(PLAIN)}"' if self.choices.below(2) else "text: So."]
        for key, relations in keys:
            parts.append(f"{key}: [{', '.join(self.flow_relation(each) for each in relations)}]")
        parts += (f"{key}: {value}" for key, value in self.rest_of(id_))
        return f"{{{', '.join(parts)}}}"

    def flow_claim(self, id_: str) -> str:
        self.written.add(id_)
        return f"{id_}: {self.braces(id_, self.keys_of(id_))}"

    def flow_premise(self, id_: str) -> str:
        return f"{{{self.flow_claim(id_)}}}" if self.defines_here(id_) else id_

    def flow_relation(self, relation: Relation, *, bare: bool = True) -> str:
        if bare and self.is_bare(relation):
            return self.flow_premise(relation.premises[0])
        premises = ", ".join(map(self.flow_premise, relation.premises))
        parts = [f"premises: [{premises}]", *(f"{k}: {v}" for k, v in self.details(relation))]
        if undercuts := self.undercuts_of(relation):
            inner = ", ".join(map(self.flow_relation, undercuts))
            parts.append(f"undercut_by: [{inner}]")
        return f"{{{', '.join(parts)}}}"

    # Of relations

    def defines_here(self, id_: str) -> bool:
        return id_ not in self.written and self.choices.below(3) > 0

    def is_bare(self, relation: Relation) -> bool:
        """Whether a relation is written as its premise alone, without its id."""
        written = (relation.kind, relation.premises, relation.target)
        is_plain = len(relation.premises) == 1 and relation.force is None
        if not is_plain or self.map.relations_to(relation.id) or written in self.bare:
            return False
        self.bare.add(written)
        return self.choices.below(3) > 0

    def details(self, relation: Relation) -> list[tuple[str, str]]:
        force = [("force", str(relation.force))] if relation.force is not None else []
        return [("id", relation.id), *force, *self.choices.one_of(PLACES)]

    def undercuts_of(self, relation: Relation) -> list[Relation]:
        """The undercuts that are written in the entry of their target."""
        undercuts = self.map.relations_to(relation.id)
        chain = {relation.id}
        while relation.kind is Kind.UNDERCUTS and relation.target not in chain:
            relation = self.map.relations[relation.target]
            chain.add(relation.id)
        return [] if relation.kind is Kind.UNDERCUTS else [*undercuts]

    def _undercuts_in_circles(self) -> list[Relation]:
        return [
            each
            for each in self.map.relations.values()
            if each.kind is Kind.UNDERCUTS and self.map.claim_bearing(each.id) is None
        ]
