"""Relations led to another target, or made to need fewer premises, where they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.editing.carrying import written
from argmap.editing.file_tree import FileTree
from argmap.editing.flattening import flat
from argmap.editing.inserting import with_splice, with_value
from argmap.editing.kept_comments import with_comments_of
from argmap.editing.lines import Splice, spliced
from argmap.editing.removing import without
from argmap.editing.short_forms import entry_of, key_of_short
from argmap.editing.taking_out import defined_in
from argmap.editing.texts import text_at
from argmap.editing.writing_parts import with_entry, with_field
from argmap.editing.yaml_text import in_braces, on_one_line
from argmap.errors import OutputError
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.editing.edits import Redirect, SplitPremise
    from argmap.editing.texts import Texts
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.reading.nodes import Node

    Read = Callable[[Texts], ArgumentMap]

_MOST_STEPS = 5


def with_redirected(texts: Texts, argument_map: ArgumentMap, edit: Redirect, read: Read) -> Texts:
    """The texts in which a relation leads to another target.

    Where it can name its target it stays in its place; else it goes to the entry of the target. A
    target that is defined in the relation itself moves below `claims:` first.
    """
    relation = argument_map.relations[edit.relation]
    if (relation.kind, relation.target) == (edit.kind, edit.target):
        return texts
    place = relation.location
    text = text_at(texts, place)
    if relation.force is not None and edit.kind is not Kind.ATTACKS:
        text = with_field(text, "relation", relation.id, ("force", None), place)
    tree = FileTree(text)
    entry = entry_of(tree, relation.id, place)
    form = _form(tree, entry)
    is_named = edit.kind is not Kind.UNDERCUTS or argument_map.relations[edit.target].named
    if is_named and form == "relations":
        return {**texts, place.path: _with_other_end(tree, entry, edit)}
    if is_named and form == relation.kind.value == edit.kind.value:
        target = entry if entry.is_scalar else entry.get("target")
        if target is not None:
            return {**texts, place.path: with_value(tree, target, edit.target)}
    carried = _carried({**texts, place.path: text}, relation, (edit.kind, edit.target), read)
    if carried is not None:
        return carried
    after = {**texts, place.path: flat(text, defined_in(tree, entry))}
    if after == texts:
        raise _stuck(place.path)
    return with_redirected(after, read(after), edit, read)


def _form(tree: FileTree, entry: Node) -> str:
    """The key below which a relation is written, by itself or in a list."""
    holder = entry if entry.key is not None else tree.around[entry]
    return (holder.key.value or "") if holder.key is not None else ""


def _with_other_end(tree: FileTree, entry: Node, edit: Redirect) -> str:
    """The text in which a relation that stands apart has another target."""
    pairs = (pair for pair in entry.pairs() if pair[0].value in {*Kind})
    key, value = next(pairs)
    splices = [
        Splice(key.start, key.end, edit.kind.value),
        Splice(value.start, value.end, on_one_line(edit.target)),
    ]
    return spliced(tree.text, 0, len(tree.text), splices)


def _carried(texts: Texts, relation: Relation, end: tuple[Kind, str], read: Read) -> Texts | None:
    """The texts in which a relation stands in the entry of a target, as it is written now.

    None if the target is not there without the relation, in which a claim is defined.
    """
    path = relation.location.path
    tree = FileTree(_as_entry(texts[path], relation))
    entry = entry_of(tree, relation.id, relation.location)
    piece = written(tree, entry)
    after = {**texts, path: without(tree, entry)}
    there, target = read(after), end[1]
    parts: Mapping[str, Claim | Relation] = {**there.claims, **there.relations}
    if target not in parts:
        return None
    home = parts[target].location
    place = home if target in there.relations else None
    carried = {**after, home.path: with_entry(text_at(after, home), end, place, piece)}
    return with_comments_of(texts, carried, home)


def _as_entry(text: str, relation: Relation) -> str:
    """The text in which a relation is written as it would be at its target."""
    tree = FileTree(text)
    entry = entry_of(tree, relation.id, relation.location)
    form = _form(tree, entry)
    if form == "relations":
        return without(tree, next(v for k, v in entry.pairs() if k.value in {*Kind}))
    if form not in {*Kind}:
        return text
    premises = [*relation.premises]
    value = in_braces(premises if len(premises) > 1 else premises[0])
    if entry.is_scalar:
        pair = value if len(premises) == 1 else f"{{premises: {value}}}"
        return with_splice(tree, entry.start, entry.end, pair)
    others = entry.get("with")
    if others is not None:
        return _as_entry(without(tree, others), relation)
    key, target = next(pair for pair in entry.pairs() if pair[0].value == "target")
    splices = [Splice(key.start, key.end, "premises"), Splice(target.start, target.end, value)]
    return spliced(text, 0, len(text), splices)


def with_split(texts: Texts, argument_map: ArgumentMap, edit: SplitPremise, read: Read) -> Texts:
    """The texts in which a relation does without one of its premises.

    A premise that is defined there moves below `claims:`. A relation that is written in the entry
    of the premise moves into that of its target.
    """
    after, here, id_ = texts, argument_map, edit.relation
    for _ in range(_MOST_STEPS):
        relation = here.relations[id_]
        place = relation.location
        tree = FileTree(text_at(after, place))
        entry = entry_of(tree, id_, place)
        is_at_premise = key_of_short(tree, entry, place) == "target"
        premises = entry.get("with" if is_at_premise else "premises")
        node = _premise(premises, edit.premise) if premises is not None else None
        if node is not None and node.is_scalar:
            return {**after, place.path: _without_premise(tree, node)}
        if node is not None:
            after = {**after, place.path: flat(tree.text, {edit.premise})}
        else:
            carried = _carried(after, relation, (relation.kind, relation.target), read)
            if carried is None:
                break
            after = carried
        here = read(after)
    raise _stuck(place.path)


def _premise(premises: Node, id_: str) -> Node | None:
    """A premise where it is named or defined, in a list or alone."""
    for node in premises.items if premises.is_list else [premises]:
        if (node.keys[0].value if node.is_mapping else node.value) == id_:
            return node
    return None


def _without_premise(tree: FileTree, node: Node) -> str:
    """The text without a premise; of two in brackets the other stands without them."""
    around = tree.around[node]
    if around.is_list and around.is_flow and len(around.items) == 2:  # noqa: PLR2004  # a pair
        [other] = [each for each in around.items if each is not node]
        if other.is_scalar and around.key is not None:
            return with_splice(tree, around.start, around.end, tree.text[other.start : other.end])
    return without(tree, node)


def _stuck(name: str) -> OutputError:
    return OutputError(
        f"this could not be changed in {name}, so that nothing was written; write the step on "
        "lines of its own, without brackets"
    )
