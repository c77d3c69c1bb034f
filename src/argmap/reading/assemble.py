"""The shapes of all files put together as one map, in which every reference is checked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Mode
from argmap.model.classes import classes_of
from argmap.model.question import Question
from argmap.model.scheme import Scheme
from argmap.model.setting_apart import without_drafts
from argmap.model.stance import Expectation, Stance
from argmap.reading.citations import is_reference, source_of
from argmap.reading.containers import PlacedMapping
from argmap.reading.contradictions import Contradictions
from argmap.reading.declared_ids import Names, declare_all
from argmap.reading.map_block import MapBlock
from argmap.reading.relations import Gathered, relations_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.diagnostics import Diagnostic
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation
    from argmap.model.source import Source
    from argmap.reading.bibliography.shelf import Shelf
    from argmap.reading.containers import Loc
    from argmap.reading.inclusion import Inclusions
    from argmap.reading.places import PlacedFile
    from argmap.reading.written import WrittenClaim


def assemble(
    files: list[PlacedFile], lost: frozenset[str], shelf: Shelf, inclusions: Inclusions
) -> tuple[ArgumentMap, list[Diagnostic]]:
    """The map that the files describe, and every problem of ids and references in them.

    What sources leave out is taken from the entry of the shelf that they cite; maps in other
    formats that the files include become part of the map.

    A relation, claim or stance keeps out of the map the references that lead nowhere. `lost` holds
    the ids of parts that could not be read: a reference to such a part is no problem of its own,
    for the author has been told of the part already.
    """
    names = Names(lost)
    declare_all(names, files)
    inclusions.declare(names)
    sources = {each.id: each for file in files for each in _sources(file, names, shelf)}
    sources |= {each.id: each for each in inclusions.sources(names)}
    claims = {each.id: each for file in files for each in _claims(file, names, sources)}
    claims |= {each.id: each for each in inclusions.claims(names)}
    gathered, contradictions, block = Gathered(names), Contradictions(names), MapBlock(names)
    for file in files:
        gathered.gather(file)
        contradictions.gather(file, claims, sources)
        if not file.is_library:
            block.read(file)
    relations = {each.id: each for each in inclusions.relations(names)}
    relations |= {each.id: each for each in relations_of(gathered.written, claims, sources)}
    relations |= contradictions.relations
    gathered.written.clear()  # of a large map a tenth of its memory, while the map is put together
    argument_map = ArgumentMap(
        claims=claims,
        relations=_anchored(relations),
        sources=sources,
        classes=_classes(files, names, claims, inclusions),
        questions={each.id: each for file in files for each in _questions(file, names)},
        schemes={each.id: each for file in files for each in _schemes(file, names)}
        | {each.id: each for each in inclusions.schemes(names)},
        stances={stance.id: stance for file in files for stance in _stances(file, names)},
        expectations=tuple(
            expectation for file in files for expectation in _expectations(file, names)
        ),
        used=_used(files, claims),
        **block.result(),
    )
    readers = (names, gathered, contradictions, block)
    apart = without_drafts(argument_map, names.drafts.keys() & claims.keys())
    return apart, [diagnostic for part in readers for diagnostic in part.diagnostics]


def _sources(file: PlacedFile, names: Names, shelf: Shelf) -> Iterator[Source]:
    """The sources that a file describes: its own, and those below `sources`."""
    default = file.shape.source
    if default is not None and names.is_first("source", default.id, file.at("source", "id")):
        yield source_of(default.id, default, file, ("source",), shelf)
    for id_, shape in file.shape.sources.items():
        if names.is_first("source", id_, file.key("sources", id_)):
            yield source_of(id_, shape, file, ("sources", id_), shelf)


def _used(files: list[PlacedFile], claims: dict[str, Claim]) -> frozenset[str]:
    """The claims that stand in the files of libraries."""
    libraries = {file.path for file in files if file.is_library}
    return frozenset(
        id_ for id_, claim in claims.items() if libraries and claim.location.path in libraries
    )


def _claims(file: PlacedFile, names: Names, sources: dict[str, Source]) -> Iterator[Claim]:
    """The claims of a file; a claim that names no source comes from the file's own."""
    default = file.shape.source
    if default is not None and is_reference(file):
        names.refer("source", default.id, file, ("source",))
    for id_, written in file.written.claims.items():
        claim = written.claim
        if not names.is_first("claim", id_, claim.location):
            continue
        source = default.id if default is not None and not written.is_own else None
        if claim.source is not None:
            known = names.refer("source", claim.source, file, ("claims", id_, "source"))
            source = claim.source if known else None
        cited = sources.get(source) if source is not None else None
        source = cited.id if cited is not None else None
        mode = written.mode or _mode(written, cited)
        is_so = claim.source == source and claim.mode is mode
        yield claim if is_so else replace(claim, source=source, mode=mode)


def _mode(written: WrittenClaim, source: Source | None) -> Mode:
    """The mode of a claim that states none.

    It is reported if its speaker is no author of its source, editorial if it has neither a speaker
    nor, by `source: null`, a source.
    """
    speaker = written.claim.speaker
    if written.has_no_source and speaker is None:
        return Mode.EDITORIAL
    if speaker is None or source is None or source.is_by(speaker):
        return Mode.ASSERTED
    return Mode.REPORTED


def _anchored(relations: dict[str, Relation]) -> dict[str, Relation]:
    """The relations without the undercuts of a missing relation, and without theirs in turn."""
    undercuts: dict[str, list[str]] = {}
    for relation in relations.values():
        if relation.kind == "undercuts":
            undercuts.setdefault(relation.target, []).append(relation.id)
    waiting = [target for target in undercuts if target not in relations]
    while waiting:
        for id_ in undercuts.pop(waiting.pop(), ()):
            del relations[id_]
            waiting.append(id_)
    return relations


def _classes(
    files: list[PlacedFile], names: Names, claims: dict[str, Claim], inclusions: Inclusions
) -> dict[str, tuple[str, ...]]:
    """Every restated claim with its class: the symmetric and transitive closure of `restates`."""
    pairs: list[tuple[str, ...]] = [*inclusions.restated()]
    for file in files:
        for id_, written in file.written.claims.items():
            for index, other in enumerate(written.restates):
                loc: Loc = ("claims", id_, "restates", index)
                known = names.refer("claim", other, file, loc)
                if written.is_draft:
                    names.complain_of_draft(id_, file.at(*loc))
                    continue
                if known and id_ in claims and other in claims and other != id_:
                    pairs.append((id_, other))
    return classes_of(pairs)


def _known_claims(
    file: PlacedFile, names: Names, written: Iterable[str], loc: Loc
) -> frozenset[str]:
    """The claims of a list of ids in the file; an id of no claim is reported and left out."""
    return frozenset(
        name
        for index, name in enumerate(written)
        if names.refer("claim", name, file, (*loc, index))
    )


def _questions(file: PlacedFile, names: Names) -> Iterator[Question]:
    for id_, shape in file.shape.questions.items():
        loc: Loc = ("questions", id_)
        if names.is_first("question", id_, file.key(*loc)):
            answers = enumerate(shape.answers)
            yield Question(
                id=id_,
                text=" ".join(shape.text.split()),
                answers=tuple(
                    dict.fromkeys(
                        answer
                        for index, answer in answers
                        if names.refer("claim", answer, file, (*loc, "answers", index))
                    )
                ),
                location=file.key(*loc),
            )


def _stances(file: PlacedFile, names: Names) -> Iterator[Stance]:
    for id_, shape in file.shape.stances.items():
        loc: Loc = ("stances", id_)
        if not names.is_first("stance", id_, file.key(*loc)):
            continue
        yield Stance(
            id=id_,
            name=shape.name or id_,
            reject=_known_claims(file, names, shape.reject, (*loc, "reject")),
            accept=_known_claims(file, names, shape.accept, (*loc, "accept")),
            credences={
                claim: credence
                for claim, credence in sorted(shape.credences.items())
                if names.refer("claim", claim, file, (*loc, "credences", claim), is_key=True)
            },
            location=file.key(*loc),
        )


def _expectations(file: PlacedFile, names: Names) -> Iterator[Expectation]:
    for index, shape in enumerate(file.shape.expect):
        loc: Loc = ("expect", index)
        is_key = isinstance(file.root["expect"], PlacedMapping)
        if not names.refer("claim", shape.claim, file, (*loc, "claim"), is_key=is_key):
            continue
        yield Expectation(
            claim=shape.claim,
            expected=shape.is_,
            location=file.key(*loc),
            semantics=shape.semantics,
            objections=shape.objections,
            reject=_known_claims(file, names, shape.reject, (*loc, "reject")),
            accept=_known_claims(file, names, shape.accept, (*loc, "accept")),
        )


def _schemes(file: PlacedFile, names: Names) -> Iterator[Scheme]:
    for id_, shape in file.shape.schemes.items():
        place = file.key("schemes", id_)
        if names.is_first("scheme", id_, place):
            yield Scheme(id_, shape.name, place, tuple(shape.premises), dict(shape.questions))
