"""The reader of gsn2x files: modules of YAML as elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic
from argmap.formats.draft import Draft
from argmap.formats.exchange import Imported, in_words, nothing
from argmap.formats.gsn.as_map import draw
from argmap.formats.gsn.elements import Challenge, Element, Sort, steps_among, usual_sorts
from argmap.formats.gsn.own_fields import OWN_FIELDS, taken
from argmap.formats.ids import is_valid
from argmap.nearest import nearest
from argmap.reading.containers import PlacedMapping
from argmap.reading.converters import as_data
from argmap.reading.yaml_tree import parse

if TYPE_CHECKING:
    from argmap.diagnostics import Location
    from argmap.formats.foreign_file import ForeignFile

NAME = "gsn2x"
OWN_KEYS = frozenset(
    {"text", "supportedBy", "inContextOf", "challenges", "undeveloped", "nodeType", "url"}
)
"""The keys that are read; any other one is kept as data of the author's own."""
_PREFIXES = (  # in this order: `Sn` opens as `S` does
    ("CG", Sort.COUNTER_GOAL),
    ("G", Sort.GOAL),
    ("CSn", Sort.COUNTER_SOLUTION),
    ("Sn", Sort.SOLUTION),
    ("S", Sort.STRATEGY),
    ("C", Sort.CONTEXT),
    ("A", Sort.ASSUMPTION),
    ("J", Sort.JUSTIFICATION),
)
_SORTS = {sort.value: sort for sort in Sort}
_LIKENESS = 0.88  # of a mistyped key to the one that is meant
_REPAIRED = frozenset({"AM104", "AM105", "AM106", "AM111"})  # the rest of the file is whole


def sort_of_id(id_: str) -> Sort | None:
    """The sort of an element that its id tells, as gsn2x reads it.

    >>> sort_of_id("CSn1"), sort_of_id("top")
    (<Sort.COUNTER_SOLUTION: 'CounterSolution'>, None)
    """
    return next((sort for prefix, sort in _PREFIXES if id_.startswith(prefix)), None)


def read_modules(files: tuple[ForeignFile, ...]) -> Imported:
    """The map of these modules, and of those that they name under `uses`."""
    draft = Draft(NAME, files[0].name)
    modules = _Modules(draft)
    seen = {file.name for file in files}
    waiting = list(files)
    for file in waiting:  # grows on the way
        tree = parse(file.text, file.name)
        if not tree.complete or not isinstance(tree.root, PlacedMapping):
            problems = [each for each in tree.diagnostics if each.is_fatal]
            return nothing(problems or [_no_elements(file)])
        for problem in tree.diagnostics:
            if problem.code in _REPAIRED:
                draft.skip(
                    "parts of YAML that gsn2x files do not use", problem.message, problem.location
                )
            elif not problem.is_fatal:
                draft.diagnostics.append(problem)
        for path in modules.add(file, tree.root, is_one_of_many=len(files) > 1):
            other = file.neighbour(path)
            if other is None:
                draft.skip("modules that are not there", path, file.at())
            elif other.name not in seen:
                seen.add(other.name)
                waiting.append(other)
    return modules.imported()


class _Modules:
    """Modules that are read one by one, and drawn together: each may name elements of any."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.elements: dict[str, Element] = {}
        self.modules: list[dict[str, Any]] = []
        self.apart: set[str] = set()
        self.known_keys: set[str] = set()
        self.develops: list[tuple[str, list[str]]] = []

    def add(self, file: ForeignFile, root: PlacedMapping, *, is_one_of_many: bool) -> list[str]:
        """Add a module; return the paths of the modules that it uses."""
        module = as_data(root.get("module") or {})
        if not isinstance(module, dict):
            self.draft.skip("modules that are no mappings", in_words(module), file.at())
            module = {}
        uses = _texts(module.get("uses"))
        is_part = is_one_of_many or bool(uses) or bool(self.modules)
        if module:
            kept = {key: module[key] for key in module if key not in ("uses", "extends")}
            self.modules.append(kept)
        section = str(module.get("name") or file.stem) if is_part else None
        for key, value in root.items():
            if key != "module":
                line, column = root.keys_at[key]
                self._element(key, value, file.at(line + 1, column + 1), section)
        self._extensions(module, file)
        return uses

    def _extensions(self, module: dict[str, Any], file: ForeignFile) -> None:
        extends = module.get("extends")
        for each in extends if isinstance(extends, list) else []:
            develops = each.get("develops") if isinstance(each, dict) else None
            for goal, children in (develops if isinstance(develops, dict) else {}).items():
                self.develops.append((goal, _texts(children)))
        if extends is not None and not isinstance(extends, list):
            self.draft.skip("extensions that are no lists", in_words(extends), file.at())

    def _element(self, id_: str, value: object, place: Location, section: str | None) -> None:
        data = as_data({} if value is None else value)
        named = data.get("nodeType") if isinstance(data, dict) else None
        sort = _SORTS.get(named) if isinstance(named, str) else None
        sort = sort or sort_of_id(id_)
        if sort is None:
            is_element = isinstance(data, dict) and not OWN_KEYS.isdisjoint(data)
            what = "elements of an unknown type" if is_element else "keys that are no elements"
            self.draft.skip(what, id_, place)
            return
        if not isinstance(data, dict):
            self.draft.skip("elements that are no mappings", id_, place)
            return
        if id_ in self.elements:
            self.draft.skip("elements with the id of another one", id_, place)
            return
        element = Element(sort, id_, place=place)
        element.text = self._text(data, "text", element)
        element.supported_by = self._ids(data, "supportedBy", element)
        element.context_of = self._ids(data, "inContextOf", element)
        element.is_pending = str(data.get("undeveloped", False)).lower() == "true"
        self._challenges(data, element)
        if data.pop("eachSuffices", False) is True:
            self.apart.update(element.supported_by)
        further = {key: each for key, each in data.items() if key not in OWN_KEYS}
        self._mistyped(further, element)
        if isinstance(data.get("url"), str):
            further["url"] = data["url"]
        of_step = sort is Sort.STRATEGY
        element.fields, element.meta = taken(further, of_step=of_step)
        if isinstance(named, str) and sort is not sort_of_id(id_):
            element.meta["nodeType"] = sort.value
        if section and not of_step:
            element.fields.setdefault("section", section)
        if sort is Sort.ASSUMPTION:
            element.fields.setdefault("granted", True)
        self.elements[id_] = element

    def _mistyped(self, further: dict[str, Any], element: Element) -> None:
        """Warn of further keys that are nearly one of GSN's, once; they are kept as own data."""
        for key in sorted(further.keys() - OWN_FIELDS - self.known_keys):
            self.known_keys.add(key)
            if (meant := nearest(key, OWN_KEYS, _LIKENESS)) is not None:
                message = f"`{key}` is no key of gsn2x; it is kept as data of {element.id}"
                hint = f"did you mean `{meant}`?"
                self.draft.diagnostics.append(Diagnostic(element.place, "AM705", message, hint))

    def _text(self, data: dict[str, Any], key: str, element: Element) -> str:
        value = data.get(key)
        if value is None or isinstance(value, dict | list):
            if value is not None:
                self.draft.skip(f"values of `{key}` that are no text", element.id, element.place)
            return ""
        return str(value)

    def _ids(self, data: dict[str, Any], key: str, element: Element) -> list[str]:
        value = data.get(key)
        ids = _texts(value)
        if value is not None and not ids and value != []:
            self.draft.skip(f"values of `{key}` that name nothing", element.id, element.place)
        return list(dict.fromkeys(ids))

    def _challenges(self, data: dict[str, Any], element: Element) -> None:
        also = data.pop("alsoChallenges", None)
        for text in (*self._ids(data, "challenges", element), *_texts(also)):
            target, arrow, other = (part.strip() for part in text.partition("->"))
            if target and bool(arrow) == bool(other):
                element.challenges.append(Challenge(target, other or None))
            else:
                self.draft.skip("challenges of nothing", f"{element.id}: {text}", element.place)

    def imported(self) -> Imported:
        """The map of all modules."""
        for goal, children in self.develops:
            element = self.elements.get(goal)
            if element is None:
                self.draft.skip("goals to develop that are not there", goal)
                continue
            element.supported_by += children
            element.is_pending = False
        for id_ in self.apart & self.elements.keys():
            self.elements[id_].is_apart = True
        self._forget_usual_sorts()
        unread = draw(self.elements, self.draft)
        meta: dict[str, Any] = {}
        if unread:
            meta["unread"] = {
                each.id: {"text": each.text, **each.fields, **each.meta} for each in unread.values()
            }
        first, *others = self.modules or [{}]
        title, question = first.get("name"), first.get("question")
        meta |= {key: value for key, value in first.items() if key not in ("name", "question")}
        if others:
            meta["modules"] = others
        return self.draft.imported(
            title=title if isinstance(title, str) else "",
            question=question if isinstance(question, str) else None,
            meta=meta,
        )

    def _forget_usual_sorts(self) -> None:
        """Keep the sorts of elements only where their part in the argument does not tell it."""
        usual, steps = usual_sorts(self.elements), steps_among(self.elements)
        for each in self.elements.values():
            is_usual = is_valid(each.id) and usual[each.id] is each.sort
            if each.id in steps or (is_usual and each.sort is not Sort.STRATEGY):
                each.meta.pop("nodeType", None)


def _texts(value: object) -> list[str]:
    """The ids in a text or a list of texts; numbers are ids too."""
    values = value if isinstance(value, list) else [value]
    return [str(each) for each in values if isinstance(each, str | int) and str(each).strip()]


def _no_elements(file: ForeignFile) -> Diagnostic:
    message = "the file has no elements of a goal structure"
    hint = "write an element at each key, such as `G1: {text: The pump is safe}`"
    return Diagnostic(file.at(), "AM702", message, hint)
