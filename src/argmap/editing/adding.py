"""A new claim for, against or beside what is in a map: the edits that add it where it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.editing.edits import (
    AddClaim,
    AddContradiction,
    AddRelation,
    AddRestatement,
    DefineInPlace,
    JoinPremise,
)
from argmap.editing.entries import premises_in
from argmap.editing.file_tree import FileTree, tree_of
from argmap.editing.new_ids import refuse_others
from argmap.errors import UsageError
from argmap.model.claim import Claim, Mode
from argmap.model.relation import Kind, Relation

if TYPE_CHECKING:
    from argmap.editing.edits import MapEdit
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.source import Locator
    from argmap.reading.discovery import ClaimFile

NOBODY = "null"
"""The word for no source, as claim files have it."""


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim to be added, and what it does: nothing, or a relation to the target.

    `source` is the id of a source, `null` for none, or None for that of the file. The premises
    `beside` carry the step together with the claim. It may also say the same as another claim, or
    contradict one.
    """

    id: str
    text: str
    label: str | None = None
    source: str | None = None
    locator: Locator | None = None
    kind: Kind | None = None
    target: str = ""
    beside: tuple[str, ...] = ()
    contradicts: str | None = None
    restates: str | None = None
    mode: Mode | None = None
    speaker: str | None = None


def edits_for(
    argument_map: ArgumentMap, files: tuple[ClaimFile, ...], new: NewClaim
) -> tuple[MapEdit, ...]:
    """The edits that add a claim: below `claims:`, or where its target keeps its premises.

    Raises:
        UsageError: the target stands in a file of another map, or cannot be undercut; there is no
            such source, or none for a quotation.
    """
    home = _home(argument_map, files, new)
    tree = next(tree_of(file.text) for file in files if file.name == home)
    own = tree.own_source
    source = _source(new, own)
    if new.locator is not None and source is None:
        raise UsageError("a quotation is looked up in a source; name it with `--source ID`")
    claim = Claim(
        new.id,
        new.text,
        label=new.label,
        source=source,
        locators=() if new.locator is None else (new.locator,),
        mode=new.mode or _mode(argument_map, source, new.speaker, own),
        speaker=new.speaker,
    )
    others = _others(new)
    if new.kind is None:
        return (AddClaim(claim, home), *others)
    beside = _beside(argument_map, new)
    add = AddClaim(claim, home, _neighbour(argument_map, beside, new, home))
    joined = [each for each in beside if new.beside and {*each.premises} == {*new.beside}]
    second: MapEdit = (
        JoinPremise(joined[0].id, new.id)
        if joined
        else AddRelation(Relation.of({new.id, *new.beside}, new.kind, new.target))
    )
    is_nested = _keeps_premises(argument_map, tree, joined or beside, new)
    nested = (DefineInPlace(new.id),) if is_nested else ()
    return (add, second, *nested, *others)


def _source(new: NewClaim, own: str | None) -> str | None:
    """The source of the claim: the one that is named, else that of the file; none of one's own.

    Raises:
        UsageError: its mode says that a source has it, and there is none; or that none has it.
    """
    named = None if new.source in (None, NOBODY) else new.source
    if new.mode is Mode.EDITORIAL:
        if named is not None or new.locator is not None:
            raise UsageError("an editorial claim is your own: no source says it, none is quoted")
        return None
    source = own if new.source is None else named
    if source is None and new.mode is not None and new.mode is not Mode.ASSERTED:
        raise UsageError(
            f"`{new.mode}` says how a source has the claim; name the source with `--source ID`"
        )
    return source


def _mode(
    argument_map: ArgumentMap, source: str | None, speaker: str | None, own: str | None
) -> Mode:
    """The mode of a claim for which none is named, as a claim file takes it to be."""
    if source is None and own is not None and speaker is None:
        return Mode.EDITORIAL
    says_it = source is None or speaker is None or argument_map.sources[source].is_by(speaker)
    return Mode.ASSERTED if says_it else Mode.REPORTED


def _others(new: NewClaim) -> tuple[MapEdit, ...]:
    """The edits that say what a claim contradicts or restates."""
    contradicted = new.contradicts is not None and AddContradiction(new.id, new.contradicts)
    restated = new.restates is not None and AddRestatement(new.id, new.restates)
    return tuple(each for each in (contradicted, restated) if each)


def _beside(argument_map: ArgumentMap, new: NewClaim) -> list[Relation]:
    """The relations of the same kind to the same target, in the author's order."""
    return [
        each
        for each in argument_map.relations_to(new.target)
        if each.kind is new.kind and not each.contradiction
    ]


def _home(argument_map: ArgumentMap, files: tuple[ClaimFile, ...], new: NewClaim) -> str:
    """The file for the claim: that of its target, else of its source, else the first."""
    if new.kind is Kind.UNDERCUTS:
        step = argument_map.relations[new.target]
        if step.contradiction:
            raise UsageError(
                f"`{new.target}` is a contradiction, which nothing blocks; object to one of its "
                f"claims: `--against {step.premises[0]}`"
            )
        place = step.location.path
    elif new.kind is not None:
        place = argument_map.claims[new.target].location.path
    else:
        return _home_of_source(files, new.source)
    how = "write the claim into a file of this map by hand, with `supports:`, `attacks:` or "
    names = {file.name for file in files}
    refuse_others(place, names, new.target, f"{how}`undercuts: {new.target}`")
    return place


def _home_of_source(files: tuple[ClaimFile, ...], source: str | None) -> str:
    trees = {file.name: tree_of(file.text) for file in files}
    with_claims = [
        name
        for name, tree in trees.items()
        if tree.root is not None and tree.root.get("claims") is not None
    ]
    wanted = None if source == NOBODY else source
    fitting = [name for name in with_claims if trees[name].own_source == wanted]
    begun = [name for name in trees if wanted and trees[name].own_source == wanted]
    return (fitting or begun or with_claims or [*trees])[0]


def _neighbour(
    argument_map: ArgumentMap, beside: list[Relation], new: NewClaim, home: str
) -> str | None:
    """The claim after which the new one goes: the last beside it in the file, else its target.

    What hangs on that claim and stands right below it stays there.
    """
    claims = argument_map.claims
    near = [premise for each in beside for premise in each.premises]
    if not near and new.kind is Kind.UNDERCUTS:
        near = [*argument_map.relations[new.target].premises]
    elif not near:
        others = argument_map.relations_to(new.target)
        near = [premise for each in others if not each.contradiction for premise in each.premises]
    here = [id_ for id_ in near if claims[id_].location.path == home]
    if here:
        return _below(argument_map, max(here, key=lambda id_: claims[id_].location))
    return new.target if new.target in claims else argument_map.claim_bearing(new.target)


def _below(argument_map: ArgumentMap, claim: str) -> str:
    """The last of the claims that stand right below a claim in its file and hang on it."""
    claims = argument_map.claims
    path = claims[claim].location.path
    inside = sorted(
        (id_ for id_ in claims if claims[id_].location.path == path),
        key=lambda id_: claims[id_].location,
    )
    branch = {claim}
    for id_ in inside[inside.index(claim) + 1 :]:
        if not branch & _borne(argument_map, id_):
            break
        branch.add(id_)
        claim = id_
    return claim


def _borne(argument_map: ArgumentMap, claim: str) -> set[str]:
    """The claims that a claim bears on, and the premises of the steps that it blocks."""
    targets = {each.target for each in argument_map.relations_from(claim)}
    steps = targets & argument_map.relations.keys()
    return targets | {premise for id_ in steps for premise in argument_map.relations[id_].premises}


def _keeps_premises(
    argument_map: ArgumentMap, tree: FileTree, beside: list[Relation], new: NewClaim
) -> bool:
    """Whether the premises beside are defined where they are used; or else the target itself."""
    if tree.root is None:
        return False
    in_place = {each.id for each in premises_in(tree.root) if each.node.is_mapping}
    near = {premise for each in beside for premise in each.premises}
    if not near and new.kind is Kind.UNDERCUTS:
        near = {*argument_map.relations[new.target].premises}
    elif not near:
        others = argument_map.relations_to(new.target)
        near = {premise for each in others if not each.contradiction for premise in each.premises}
    return bool(near & in_place) if near else new.target in in_place
