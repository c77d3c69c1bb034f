"""A map as the tree of a claim file: plain mappings, lists, texts and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.argmap.citing import mode_unless_stated, source_and_mode_of
from argmap.formats.argmap.depth import shallow
from argmap.graph.outline import outline
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.presentation import Step, View
    from argmap.model.relation import Relation
    from argmap.model.source import Locator, Source
    from argmap.model.stance import Expectation, Stance

Tree = dict[str, Any]
Entry = str | Tree

_OF_CLAIM = ("label", "source", "speaker", "mode", "granted", "credence", "section")
_OF_SOURCE = (
    "title",
    "authors",
    "cite_as",
    "date",
    "kind",
    "publisher",
    "url",
    "doi",
    "isbn",
    "accessed",
    "version",
    "retracted",
    "document",
    "sha256",
    "begins",
    "ends",
    "caveats",
    "note",
)


def tree_of(argument_map: ArgumentMap) -> Tree:
    """The whole map as the tree of one claim file: read back, it is the same map.

    Claims are in reading order, sources by id. A relation with a place of its own among those of
    its target stands there, and an undercut with it; every other one stands under `relations`. Only
    places in files are left out.
    A step deep in a chain of undercuts gets an id.
    Cost: linear.
    """
    argument_map = shallow(argument_map)
    rest = rest_tree(argument_map)
    begin: Tree = {key: rest.pop(key) for key in ("map", "sources", "questions") if key in rest}
    return _filled(
        {
            "argmap": 1,
            **begin,
            "claims": {
                id_: claim_tree(argument_map, argument_map.claims[id_])
                for id_ in outline(argument_map).numbers
            },
            "relations": _apart(argument_map),
            **rest,
        }
    )


def rest_tree(argument_map: ArgumentMap) -> Tree:
    """The parts of a map beside its claims and relations, under the keys of a claim file."""
    return _filled(
        {
            "map": _block(argument_map),
            "sources": {id_: source_tree(each) for id_, each in argument_map.sources.items()},
            "questions": {
                id_: _filled({"text": each.text, "answers": [*each.answers]})
                for id_, each in argument_map.questions.items()
            },
            "stances": {id_: _stance(each) for id_, each in argument_map.stances.items()},
            "expect": [_expectation(each) for each in argument_map.expectations],
            "schemes": {
                id_: _filled(
                    {"name": each.name, "premises": [*each.premises], "questions": each.questions}
                )
                for id_, each in argument_map.schemes.items()
            },
        }
    )


def source_tree(source: Source) -> Tree:
    """The entry of a source."""
    tree = {key: getattr(source, key) for key in _OF_SOURCE}
    if source.title == source.id:
        tree["title"] = None
    tree["authors"] = [_author(name, source) for name in source.authors]
    return _filled(tree | _kept(source))


def _author(name: str, source: Source) -> str | Tree:
    return {"literal": name} if name in source.whole_names else name


def claim_tree(argument_map: ArgumentMap, claim: Claim) -> str | Tree:
    """The entry of a claim; the text alone where there is nothing else."""
    related = {
        **same_and_contrary(argument_map, claim),
        "supported_by": _entries(argument_map, claim.id, Kind.SUPPORTS),
        "attacked_by": _entries(argument_map, claim.id, Kind.ATTACKS),
    }
    filled = _filled({"text": claim.text, **alone(argument_map, claim, related)})
    return claim.text if len(filled) == 1 else filled


def alone(argument_map: ArgumentMap, claim: Claim, related: Tree | None = None) -> Tree:
    """The entry of a claim without its text; `related` stands in its place among the keys."""
    tree: Tree = {key: getattr(claim, key) for key in _OF_CLAIM}
    if claim.mode is mode_unless_stated(argument_map, claim):
        tree["mode"] = None
    if claim.pending:
        tree["granted"] = "pending"
    tree |= _places(claim.locators)
    tree |= {
        "url": claim.url,
        "tags": [*claim.tags],
        **(related or {}),
        "note": claim.note,
        "ignore": [{"code": each.code, "because": each.because} for each in claim.ignore],
        **_kept(claim),
    }
    return _filled(tree)


def same_and_contrary(argument_map: ArgumentMap, claim: Claim) -> Tree:
    """The keys of a claim that join it to other claims without a step."""
    members = argument_map.class_of(claim.id)
    return {
        "restates": [member for member in members if member > claim.id][:1],
        "contradicts": _contradictions(argument_map, claim),
    }


def _places(locators: tuple[Locator, ...]) -> Tree:
    keys = ("paragraph", "page", "section", "time", "quote", "prefix", "suffix")
    places = [_filled({key: getattr(locator, key) for key in keys}) for locator in locators]
    if len(places) == 1 and [*places[0]] == ["quote"]:
        return {"quote": places[0]["quote"]}
    return {"at": places[0] if len(places) == 1 else places}


def _contradictions(argument_map: ArgumentMap, claim: Claim) -> list[Entry]:
    """The contradictions that stand in the entry of a claim: that with a quotation, or the first.

    Each is two attacks, and is written in the entry of one of the two claims.
    """
    entries: list[Entry] = []
    for relation in argument_map.relations_from(claim.id):
        if not relation.contradiction:
            continue
        back = argument_map.relations.get(f"{relation.target}~contradicts~{claim.id}")
        is_here = bool(relation.locators) or not (back is not None and back.locators)
        if is_here and (relation.locators or claim.id < relation.target):
            drawing = _drawing(argument_map, relation, claim)
            filled = _filled({"target": relation.target, **drawing, **_kept(relation)})
            entries.append(relation.target if len(filled) == 1 else filled)
    return entries


def _entries(argument_map: ArgumentMap, target: str, kind: Kind) -> list[Entry]:
    """The relations that stand in the entry of their target, with their undercuts."""
    inside = argument_map.claims.get(target)
    trees: dict[str, Tree] = {}
    roots: list[str] = []
    waiting = [
        each.id
        for each in argument_map.relations_to(target)
        if each.kind is kind and _is_in_place(argument_map, each)
    ]
    roots += waiting
    for id_ in waiting:  # grows on the way: no recursion, so no depth is too much
        relation = argument_map.relations[id_]
        trees[id_] = relation_tree(argument_map, relation, inside)
        inner = [
            each.id for each in argument_map.relations_to(id_) if _is_in_place(argument_map, each)
        ]
        waiting += [each for each in inner if each not in trees]
    for id_ in reversed(waiting):  # the innermost first
        under: list[Entry] = [
            _short(trees[each.id])
            for each in argument_map.relations_to(id_)
            if _is_in_place(argument_map, each) and each.id in trees
        ]
        if under:
            trees[id_]["undercut_by"] = under
    return [_short(trees[id_]) for id_ in roots]


def _is_in_place(argument_map: ArgumentMap, relation: Relation) -> bool:
    """Whether a relation stands in the list of its target.

    Where that is a relation without an id of its own, no other place can name it.
    """
    if relation.contradiction:
        return False
    target = argument_map.relations.get(relation.target)
    return relation.position is not None or (target is not None and not target.named)


def _apart(argument_map: ArgumentMap) -> list[Tree]:
    """The relations that stand by themselves, with the undercuts that have their place there."""
    trees = []
    for relation in argument_map.relations.values():
        if not (relation.contradiction or _is_in_place(argument_map, relation)):
            tree = relation_tree(argument_map, relation, None)
            tree[str(relation.kind)] = relation.target
            under = _entries(argument_map, relation.id, Kind.UNDERCUTS)
            if under:
                tree["undercut_by"] = under
            trees.append(tree)
    return trees


def relation_tree(argument_map: ArgumentMap, relation: Relation, inside: Claim | None) -> Tree:
    """The entry of a relation, in the entry of the claim it is drawn to or by itself."""
    return _filled(
        {
            "id": relation.id if relation.named else None,
            "premises": [*relation.premises],
            "scheme": relation.scheme,
            "weight": relation.weight,
            "force": relation.force,
            "rationale": relation.rationale,
            "presses": relation.presses,
            **_kept(relation),
            **_drawing(argument_map, relation, inside),
        }
    )


def _drawing(argument_map: ArgumentMap, relation: Relation, inside: Claim | None) -> Tree:
    """The keys of a relation that claims have too."""
    return {
        **source_and_mode_of(argument_map, relation, inside),
        **_places(relation.locators),
        "tags": [*relation.tags],
        "note": relation.note,
    }


def _kept(part: Claim | Relation | Source) -> Tree:
    """The author's own data, and the origin of an imported part."""
    origin = part.origin
    return {
        "meta": part.meta,
        "origin": {"format": origin.format, "id": origin.id} if origin is not None else None,
    }


def _short(tree: Tree) -> Entry:
    """An entry as short as it can be: an id for a single premise with nothing else."""
    if [*tree] == ["premises"] and len(tree["premises"]) == 1:
        [premise] = tree["premises"]
        return str(premise)
    if len(tree["premises"]) == 1:
        return tree | {"premises": tree["premises"][0]}
    return tree


def _block(argument_map: ArgumentMap) -> Tree:
    return _filled(
        {
            "title": argument_map.title,
            "question": argument_map.question,
            "main": [*argument_map.main],
            "objections": argument_map.objections if argument_map.objections != "contest" else None,
            "documents": argument_map.documents,
            "meta": argument_map.meta,
            "steps": [_slide(step) for step in argument_map.steps],
            "views": {id_: _view(view) for id_, view in argument_map.views.items()},
        }
    )


def _slide(step: Step) -> Tree:
    lists = {"show": step.show, "reject": step.reject, "accept": step.accept}
    return _filled({key: [*ids] for key, ids in lists.items()} | {"say": step.say})


def _view(view: View) -> Tree:
    return _filled({"focus": view.focus, "depth": view.depth, "only_source": view.only_source})


def _stance(stance: Stance) -> Tree:
    return _filled(
        {
            "name": stance.name if stance.name != stance.id else None,
            "reject": sorted(stance.reject),
            "accept": sorted(stance.accept),
            "credences": dict(sorted(stance.credences.items())),
        }
    )


def _expectation(expectation: Expectation) -> Tree:
    return _filled(
        {
            "claim": expectation.claim,
            "is": expectation.expected,
            "semantics": expectation.semantics,
            "objections": expectation.objections,
            "reject": sorted(expectation.reject),
            "accept": sorted(expectation.accept),
        }
    )


def _filled(tree: Tree) -> Tree:
    """The tree without keys that say nothing; texts of enumerations as plain texts."""
    return {key: _plain(value) for key, value in tree.items() if not _is_nothing(value)}


def _is_nothing(value: object) -> bool:
    return value is None or value == "" or (isinstance(value, list | dict | tuple) and not value)


def _plain(value: Any) -> Any:  # noqa: ANN401  # a tree
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return [*value]
    return dict(value) if not isinstance(value, dict) and hasattr(value, "items") else value
