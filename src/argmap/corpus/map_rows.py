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
    from collections.abc import Iterable, Mapping

    from argmap.analysis.labels.in_words import ClaimStatus
    from argmap.analysis.labels.labelling import Label
    from argmap.corpus.candidates import Candidate
    from argmap.diagnostics import Diagnostic
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

    Row = dict[str, Any]

_CHUNK = 1 << 20  # bytes of a file that are read at once
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
    status = checked.reading.status if checked.is_sound else None
    labels = {} if status is None else status.relations
    relations = argument_map.relations.values()
    return {
        "claims": _claims(checked, {} if status is None else status.claims),
        "relations": [_relation(argument_map, each, labels.get(each.id)) for each in relations],
        "premises": [
            {"relation": each.id, "claim": premise}
            for each in relations
            for premise in each.premises
        ],
        "restated": [
            {"claim": id_, "first": members[0]} for id_, members in argument_map.classes.items()
        ],
        "sources": [
            {
                "source": each.id,
                "title": each.title,
                "authors": each.authors,
                **{name: getattr(each, name) for name in _OF_SOURCES},
            }
            for each in argument_map.sources.values()
        ],
    }


_OF_SOURCES = ("date", "kind", "url", "doi", "isbn", "retracted")


def _claims(checked: Checked, statuses: Mapping[str, ClaimStatus]) -> list[Row]:
    argument_map = checked.map
    parts = _parts_of(argument_map)
    roles = checked.reading.roles if statuses else {}
    numbers = checked.reading.outline.numbers if statuses else {}
    rows = []
    for id_, claim in argument_map.claims.items():
        row: Row = {
            "claim": id_,
            "text": claim.text,
            "plain": folded(claim.text),
            "source": claim.cited_source,
            "speaker": claim.speaker,
            "mode": claim.mode,
            "marked": claim.grant,
            "granted": argument_map.is_granted(id_),
            "origin": None if claim.origin is None else claim.origin.id,
            "part": parts[id_],
        }
        status = statuses.get(id_)
        if status is not None:
            row["label"], row["word"], row["reason"] = status.label, status.word, status.reason
            row["disputed"], row["roles"], row["number"] = (
                status.contested,
                roles[id_],
                numbers[id_],
            )
        rows.append(row)
    return rows


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


def _relation(argument_map: ArgumentMap, relation: Relation, label: Label | None) -> Row:
    is_attack = relation.kind is Kind.ATTACKS
    force = argument_map.force_of(relation, argument_map.objections) if is_attack else None
    return {
        "relation": relation.id,
        "kind": relation.kind,
        "target": relation.target,
        "force": force,
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
            with open(f"{root}/{name}", "rb", buffering=0) as file:  # noqa: PTH123  # of many files
                while chunk := file.read(_CHUNK):
                    digest.update(b"%d:" % len(chunk))
                    digest.update(chunk)
        except OSError:
            digest.update(b"gone")
    return digest.hexdigest()
