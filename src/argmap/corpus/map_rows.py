"""A candidate read, checked and labelled: the rows of its maps, as JSON has them."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.corpus.candidates import HERE
from argmap.corpus.folding import folded
from argmap.diagnostics import Severity
from argmap.formats.foreign_file import NOT_JSON
from argmap.formats.reader import Foreign, foreign_at
from argmap.model.disjoint_sets import DisjointSets
from argmap.model.relation import Kind
from argmap.pipeline import Checked, check, check_foreign
from argmap.reading.discovery import SUFFIXES as OF_CLAIM_FILES
from argmap.reading.discovery import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.corpus.candidates import Candidate
    from argmap.diagnostics import Diagnostic
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

    Row = dict[str, Any]

_BLANK = 1_000  # bytes, more than which is no oversight
_UNKNOWN = frozenset({"AM701"})


class MapRow(NamedTuple):
    """The row of a map with those of its parts, and the files it was read from."""

    row: Row
    files: tuple[str, ...]


def rows_of(root: Path, candidate: Candidate) -> list[MapRow]:
    """The rows of the maps at a place; none where its files are of no known format.

    A file that is broken is a row with its errors. Nothing raises but a lack of memory.
    """
    return [
        _map_row(root, place, checked)
        for place, path in _places(root, candidate)
        if (checked := _checked(path)) is not None
    ]


def _places(root: Path, candidate: Candidate) -> list[tuple[str, Path]]:
    """The maps of a candidate by their path; YAML of other programs is a map file by file."""
    whole = root if candidate.place == HERE else root / candidate.place
    if candidate.is_folder:
        foreign = foreign_at(whole)
        is_split = isinstance(foreign, Foreign) and (
            foreign.format is None or not (foreign.format.is_folder or foreign.name == "gsn2x")
        )
        if is_split:
            return [(file.name, root / file.name) for file in candidate.files]
    return [(candidate.place, whole)]


def _checked(path: Path) -> Checked | None:
    """The map at a path, with its errors and warnings; None if the file is of no known format."""
    foreign = None if path.is_dir() else foreign_at(path)
    if not isinstance(foreign, Foreign):
        return None if _is_blank(path) else check(path, notes=False, verify=False)
    if foreign.format is None:
        codes = {problem.code for problem in foreign.diagnostics}
        is_json = any(file.shape == "json" and file.json is NOT_JSON for file in foreign.files)
        if codes <= _UNKNOWN and not is_json:
            return None
    return check_foreign(foreign)


def _is_blank(path: Path) -> bool:
    """Whether it is an empty file that says nothing of being a map."""
    if path.name.lower().endswith(OF_CLAIM_FILES) or not path.is_file():
        return False
    return path.stat().st_size < _BLANK and not path.read_bytes().strip()


def _map_row(root: Path, place: str, checked: Checked) -> MapRow:
    argument_map, base = checked.map, shown(root)
    problems = [each for each in checked.diagnostics if each.severity is not Severity.NOTE]
    row: Row = {
        "map": place,
        "format": checked.format or None,
        "title": argument_map.title or None,
        "question": argument_map.question,
        "objections": argument_map.objections.value,
        "is_sound": checked.is_sound,
        **_of_map(checked),
        "diagnostics": [_problem(each, base) for each in problems],
    }
    files = tuple(_seen_from(root, name) for name in checked.texts)
    return MapRow(row, files)


def _of_map(checked: Checked) -> Row:
    argument_map = checked.map
    parts = _parts_of(argument_map)
    labels: dict[str, Any] = {id_: {} for id_ in argument_map.claims}
    of_relations: dict[str, str] = {}
    if checked.is_sound:
        reading = checked.reading
        status, roles, numbers = reading.status, reading.roles, reading.outline.numbers
        of_relations = {id_: label.value for id_, label in status.relations.items()}
        for id_, each in status.claims.items():
            labels[id_] = {
                "label": each.label.value,
                "word": each.word.value,
                "reason": each.reason,
                "disputed": each.contested,
                "roles": [role.value for role in roles[id_]],
                "number": numbers[id_],
            }
    return {
        "claims": [
            _claim(argument_map, claim) | labels[id_] | {"part": parts[id_]}
            for id_, claim in argument_map.claims.items()
        ],
        "relations": [
            _relation(argument_map, each, of_relations.get(each.id))
            for each in argument_map.relations.values()
        ],
        "premises": [
            {"relation": each.id, "claim": premise}
            for each in argument_map.relations.values()
            for premise in each.premises
        ],
        "restated": [
            {"claim": id_, "first": members[0]} for id_, members in argument_map.classes.items()
        ],
        "sources": [
            {
                "source": each.id,
                "title": each.title,
                "authors": list(each.authors),
                **{name: getattr(each, name) for name in _OF_SOURCES},
            }
            for each in argument_map.sources.values()
        ],
    }


def _parts_of(argument_map: ArgumentMap) -> dict[str, int]:
    """The component of each claim, by the place of its first claim in the order of ids."""
    sets = DisjointSets()
    for relation in argument_map.relations.values():
        name = f"relation {relation.id}"  # no claim has a space in its id
        is_undercut = relation.kind is Kind.UNDERCUTS
        sets.join(name, f"relation {relation.target}" if is_undercut else relation.target)
        for premise in relation.premises:
            sets.join(premise, name)
    for id_, members in argument_map.classes.items():
        sets.join(id_, members[0])
    first: dict[str, int] = {}
    return {
        id_: first.setdefault(sets.root(id_), place)
        for place, id_ in enumerate(argument_map.claims)
    }


_OF_SOURCES = ("date", "kind", "url", "doi", "isbn", "retracted")


def _claim(argument_map: ArgumentMap, claim: Claim) -> Row:
    origin = claim.origin
    return {
        "claim": claim.id,
        "text": claim.text,
        "plain": folded(claim.text),
        "source": claim.cited_source,
        "speaker": claim.speaker,
        "mode": claim.mode.value,
        "marked": claim.grant,
        "granted": argument_map.is_granted(claim.id),
        "origin": None if origin is None else origin.id,
    }


def _relation(argument_map: ArgumentMap, relation: Relation, label: str | None) -> Row:
    is_attack = relation.kind is Kind.ATTACKS
    force = argument_map.force_of(relation, argument_map.objections) if is_attack else None
    return {
        "relation": relation.id,
        "kind": relation.kind.value,
        "target": relation.target,
        "force": None if force is None else force.value,
        "contradiction": relation.contradiction,
        "scheme": relation.scheme,
        "source": relation.source,
        "label": label,
    }


def _problem(problem: Diagnostic, base: str) -> Row:
    """A problem; paths in it are seen from the folder of the corpus, wherever argmap runs."""

    def inside(text: str) -> str:
        return text.replace(f"{base}/", "") if base != HERE else text

    location = problem.location
    return {
        "file": inside(location.path) if location.is_known else None,
        "line": location.line if location.is_known else None,
        "col": location.column if location.is_known else None,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": inside(problem.message),
        "hint": inside(problem.hint) or None,
    }


def _seen_from(root: Path, name: str) -> str:
    return Path(os.path.relpath(name, root)).as_posix()


def digest_of(root: Path, names: Iterable[str]) -> str:
    """The hash of the names and contents of files; one that is gone counts as empty.

    Cost: linear in their sizes, in little memory.
    """
    digest = hashlib.sha256()
    for name in names:
        digest.update(f"{name}\0".encode())
        try:
            with (root / name).open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        except OSError:
            digest.update(b"gone")
    return digest.hexdigest()
