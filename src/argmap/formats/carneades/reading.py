"""The reader of argument graphs of Carneades 4."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.formats.carneades import KEYS
from argmap.formats.carneades.carrying_over import Meaning
from argmap.formats.carneades.keys_of_arguments import (
    NOT_READ,
    Argument,
    argument_of,
    list_of,
    statement_id,
)
from argmap.formats.draft import Draft
from argmap.formats.exchange import in_words, nothing
from argmap.formats.ids import id_of_words, is_valid
from argmap.model.question import Question
from argmap.model.relation import Force
from argmap.model.stance import Expectation
from argmap.reading.containers import PlacedMapping
from argmap.reading.converters import as_data
from argmap.reading.slugs import FreeIds
from argmap.reading.yaml_tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.diagnostics import Location
    from argmap.formats.exchange import Imported
    from argmap.formats.foreign_file import ForeignFile

_TERM = re.compile(r"([^(),]+)\(([^()]*)\)")
_HOLE = re.compile(r"%[a-z]")
_MOST_POSITIONS = 40
_LABELS = {"in": "in", "out": "out", "undecided": "undec"}
_ALSO_ALONE = frozenset({"convergent", "cumulative"})
"""Schemes with which each premise counts by itself."""
_WITHOUT_WEIGHT = frozenset({"", "linked", "convergent"})
_ASIDE = {
    "argument_schemes": "schemes from which arguments are derived",
    "issue_schemes": "schemes from which issues are derived",
    "weighing_functions": "weighing functions",
}


def read_graph(file: ForeignFile) -> Imported:
    """The map in an argument graph."""
    tree = parse(file.text, file.name)
    if not tree.complete or not isinstance(tree.root, PlacedMapping):
        problems = [each for each in tree.diagnostics if each.is_fatal]
        message = "the file has no statements and arguments"
        hint = "an argument graph has the keys `statements` and `arguments`"
        return nothing(problems or [Diagnostic(file.at(), "AM702", message, hint)])
    draft = Draft("carneades", file.name)
    for problem in tree.diagnostics:
        if problem.is_fatal and problem.code != "AM205":
            draft.skip("parts of YAML that are not read", problem.message, problem.location)
    return _ArgumentGraph(file, draft, tree.root).imported()


class _ArgumentGraph:
    """An argument graph on its way to a map."""

    def __init__(self, file: ForeignFile, draft: Draft, root: PlacedMapping) -> None:
        self.file = file
        self.draft = draft
        self.root = root
        self.language = self._texts("language")
        self.assumed = {statement_id(each) for each in list_of(root.get("assumptions"))}
        self.arguments_for: dict[str, int] = {}
        self.questions: dict[str, Question] = {}
        self.question_ids = FreeIds()
        self.unconditional: set[str] = set()
        self.conditional: set[str] = set()
        self.meaning = Meaning(is_whole=not root.get("argument_schemes"))

    def _texts(self, key: str) -> dict[str, str]:
        value = self.root.get(key)
        for name, text in value.items() if isinstance(value, dict) else ():
            if not isinstance(text, str):
                self.draft.skip(f"values of `{key}` that are no texts", f"{name}: {in_words(text)}")
        return {
            name: str(text)
            for name, text in (value.items() if isinstance(value, dict) else ())
            if isinstance(text, str)
        }

    def _entries(self, key: str) -> Iterator[tuple[str, Any, Location]]:
        """The entries of a part, with their places."""
        part = self.root.get(key)
        if not isinstance(part, PlacedMapping):
            if part:
                place = self.root.values_at[key]
                at = self.file.at(place[0] + 1, place[1] + 1)
                self.draft.skip(f"values of `{key}` that are no mappings", in_words(part), at)
            return
        for id_, value in part.items():
            line, column = part.keys_at[id_]
            yield id_, value, self.file.at(line + 1, column + 1)

    def imported(self) -> Imported:
        """The map of the graph."""
        arguments = list(self._entries("arguments"))
        for _, value, _ in arguments:
            if isinstance(value, dict):
                conclusion = statement_id(value.get("conclusion", ""))
                self.arguments_for[conclusion] = self.arguments_for.get(conclusion, 0) + 1
                is_hit = value.get("undercutter") or value.get("exceptions")
                if not value.get("premises") and not is_hit:
                    self.unconditional.add(conclusion)
                elif not value.get("premises"):
                    self.conditional.add(conclusion)
        self._references()
        self._statements()
        for id_, value, place in arguments:
            self._argument(id_, value, place)
        self._issues()
        self._set_aside()
        expectations = tuple(self._expectations())
        meta = as_data(self.root.get("meta") or {})
        meta = meta if isinstance(meta, dict) else {"meta": meta}
        title = meta.pop("title", "")
        return self.draft.imported(
            title=" ".join(str(title).split()),
            meta=meta,
            expectations=expectations,
            questions=self.questions,
        )

    def _set_aside(self) -> None:
        """Count what a map has no place for, and parts that Carneades does not know."""
        for key, what in _ASIDE.items():
            part = self.root.get(key)
            for each in part if isinstance(part, list | dict) else ():
                name = each.get("id", "") if isinstance(each, dict) else each
                self.draft.set_aside(what, in_words(name))
        for key in sorted(self.root.keys() - KEYS):
            line, column = self.root.keys_at[key]
            at = self.file.at(line + 1, column + 1)
            self.draft.skip("keys that are no part of an argument graph", key, at)

    def _references(self) -> None:
        for id_, value, place in self._entries("references"):
            data = as_data(value)
            meta = dict(data) if isinstance(data, dict) else {"reference": data}
            title = str(meta.pop("title", "") or id_)
            self.draft.source(id_, title, place, meta=meta)

    def _statements(self) -> None:
        known = set()
        for name, value, place in self._entries("statements"):
            data = as_data(value)
            entry = data if isinstance(data, dict) else {"text": data}
            id_ = statement_id(name)
            known.add(id_)
            if str(entry.get("assumed", False)).lower() == "true":
                self.assumed.add(id_)
            own = {key: each for key, each in entry.items() if key not in ("text", "assumed")}
            inner = own.get("meta")
            if isinstance(inner, dict):
                del own["meta"]
                own |= inner
            self._claim(id_, str(entry.get("text") or ""), place, own)
        for id_ in sorted(self.assumed - known):
            self._claim(id_, "", self.file.at(), {})

    def _claim(self, id_: str, text: str, place: Location, meta: dict[str, Any]) -> None:
        """Draw a statement; what is neither assumed nor argued for does not hold in Carneades.

        The conclusion of an argument without premises holds unless the argument is undercut.
        """
        granted = True if id_ in self.assumed | self.unconditional else None
        if granted is None and self._is_only_conditional(id_):
            granted = True
        elif granted is None and id_ not in self.arguments_for:
            granted = False
        self.draft.claim(id_, text or self._spoken(id_), place, granted=granted, meta=meta)

    def _is_only_conditional(self, id_: str) -> bool:
        """Whether a statement rests on a single argument, without premises, that may be undercut.

        To undercut that argument and to refute the statement are then the same.
        """
        is_alone = self.arguments_for.get(id_) == 1 and id_ not in self.assumed
        return id_ in self.conditional and is_alone

    def _spoken(self, id_: str) -> str:
        """A term in words, by the language of the graph."""
        match = _TERM.fullmatch(id_)
        arguments = match[2].split(",") if match is not None else []
        name = match[1] if match is not None else id_
        pattern = self.language.get(f"{name}/{len(arguments)}")
        if pattern is None or len(_HOLE.findall(pattern)) != len(arguments):
            return id_
        words = iter(arguments)
        return _HOLE.sub(lambda _: next(words), pattern)

    def _argument(self, id_: str, value: object, place: Location) -> None:
        data = as_data(value)
        if not isinstance(data, dict):
            self.draft.skip("arguments that are no mappings", id_, place)
            return
        argument = argument_of(id_, data)
        scheme, conclusion = argument.scheme, argument.conclusion
        for key in (each for each in NOT_READ if each in data):
            self.draft.skip(f"keys `{key}` of arguments", f"{id_}: {in_words(data[key])}", place)
        if scheme not in _WITHOUT_WEIGHT:
            self.draft.set_aside("weights by schemes", f"{id_}: {scheme}", place)
        for key in ("weight", "weigth"):
            if key in data:
                self.draft.set_aside(
                    "weights that were worked out", f"{id_}: {in_words(data[key])}", place
                )
        is_plain = scheme in _WITHOUT_WEIGHT
        if argument.premises:
            self._steps(argument, place)
        elif argument.undercutters and self._is_only_conditional(conclusion):
            for each in argument.undercutters:
                self.draft.relation(
                    "attacks", [each], conclusion, place, force=Force.DEFEAT, **argument.fields
                )
        elif argument.undercutters:
            is_plain = False
            what = "arguments without premises beside others"
            self.draft.set_aside(what, f"{id_}: {conclusion}", place)
        self.meaning.argument(
            argument.premises, conclusion, argument.undercutters, is_plain=is_plain
        )

    def _steps(self, argument: Argument, place: Location) -> None:
        """Draw an argument: a linked step, or one from each premise, with its undercutters."""
        is_each = argument.scheme in _ALSO_ALONE
        steps = [[each] for each in argument.premises] if is_each else [argument.premises]
        for number, linked in enumerate(steps):
            old = f"{argument.id} ({number + 1})" if number else argument.id
            self.draft.relation(
                "supports",
                linked,
                argument.conclusion,
                place,
                old=old,
                like="" if number else argument.id,
                **argument.fields,
            )
            for each in argument.undercutters:
                self.draft.relation("attacks", [each], old, place)

    def _issues(self) -> None:
        for id_, value, place in self._entries("issues"):
            data = as_data(value)
            data = data if isinstance(data, dict) else {"positions": data}
            positions = list(
                dict.fromkeys(statement_id(each) for each in list_of(data.get("positions")))
            )
            if str(data.get("standard") or "PE").upper() != "PE":
                shown = f"{id_}: {in_words(data['standard'])}"
                self.draft.set_aside("proof standards of issues", shown, place)
            self._question(id_, data.get("meta"), positions, place)
            for key in data:
                if key not in ("positions", "standard", "meta"):
                    self.draft.set_aside(
                        f"keys `{key}` of issues", f"{id_}: {in_words(data[key])}", place
                    )
            if len(positions) > 1:
                self.meaning.rivals(positions)
            if len(positions) > _MOST_POSITIONS:
                self.draft.set_aside("issues with very many positions", id_, place)
                continue
            for first, second in combinations(positions, 2):
                self.draft.contradiction(first, second, place)

    def _question(
        self, issue: str, meta: object, positions: Iterable[str], place: Location
    ) -> None:
        """Ask what an issue is about; its positions are the answers."""
        further = dict(meta) if isinstance(meta, dict) else {}
        title = further.pop("title", None)
        if further:
            self.draft.set_aside("keys `meta` of issues", f"{issue}: {in_words(further)}", place)
        text = " ".join(str(title or f"Issue {issue}").split())
        answers = [self.draft.new_id(each) for each in positions]
        id_ = self.question_ids.like(issue if is_valid(issue) else id_of_words(issue) or "issue")
        self.questions[id_] = Question(id_, text, tuple(each for each in answers if each), place)

    def _expectations(self) -> Iterator[Expectation]:
        """The tests of the graph, where they mean the same of the map.

        What Carneades leaves undecided can be decided in the map: an argument with an undecided
        premise and one that is out is not applicable there, and fails here.
        """
        for key in ("tests", "labels"):
            part = self.root.get(key)
            for label, statements in part.items() if isinstance(part, dict) else ():
                expected = _LABELS.get(label)
                for each in list_of(statements):
                    id_ = statement_id(each)
                    new = self.draft.new_id(id_)
                    shown = f"{id_}: {label}"
                    if expected is None or new is None:
                        self.draft.skip("tests of nothing", shown)
                    elif expected == "undec" or not self.meaning.carries_over(id_):
                        what = "tests of what weights, issues or circles decide in Carneades"
                        self.draft.set_aside(what, shown)
                    else:
                        yield Expectation(new, expected)
