"""A candidate read, checked and labelled: the rows of its maps, as JSON has them."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.corpus.folding import folded, within
from argmap.corpus.names import HERE
from argmap.diagnostics import Severity
from argmap.formats.foreign_file import NOT_JSON
from argmap.formats.reader import Foreign, foreign_at
from argmap.model.relation import Kind
from argmap.pipeline import Checked, check, check_foreign
from argmap.reading.discovery import shown
from argmap.reading.map_names import SUFFIXES as OF_CLAIM_FILES
from argmap.reasoning.time_limit import TimeLimit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.labels.in_words import ClaimStatus, StatusFinding
    from argmap.corpus.candidates import Candidate
    from argmap.diagnostics import Diagnostic
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

    Columns = dict[str, list[Any]]
    Row = dict[str, Any]

_CHUNK = 1 << 20  # bytes of a file that are read at once
_STEPS = 20_000  # of searches for the expectations of one map, some seconds, the same everywhere
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
    rows = []
    for place, path in _places(root, candidate):
        with TimeLimit(None, _STEPS):
            checked = _checked(path, is_folder=candidate.is_folder and place == candidate.place)
            if checked is not None:
                rows.append(_map_row(root, place, checked))
    return rows


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


def _checked(path: Path, *, is_folder: bool) -> Checked | None:
    """The map at a path, with its errors and warnings; None if the file is of no known format."""
    foreign = None if is_folder else foreign_at(path)
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
    argument_map, base = checked.map, _shown(root, os.getcwd())  # noqa: PTH109  # for each map
    problems = [each for each in checked.diagnostics if each.severity is not Severity.NOTE]
    row: Row = {
        "map": place,
        "format": checked.format or None,
        "title": argument_map.title or None,
        "question": argument_map.question,
        "objections": argument_map.objections.value,
        "is_sound": checked.is_sound,
        **_of_map(checked),
        "diagnostics": _problems(problems, base),
    }
    files = tuple(_seen_from(root, base, name) for name in checked.texts)
    return MapRow(row, files)


def _of_map(checked: Checked) -> dict[str, Columns]:
    """The tables of a map, column by column, which JSON holds and reads in less time than rows."""
    argument_map = checked.map
    status = checked.reading.status if checked.is_sound else None
    relations = list(argument_map.relations.values())
    sources = list(argument_map.sources.values())
    used = [(each.id, premise) for each in relations for premise in each.premises]
    return {
        "claims": _claims(checked, None if status is None else status.claims),
        "relations": _relations(argument_map, relations, None if status is None else status),
        "premises": {"relation": [id_ for id_, _ in used], "claim": [claim for _, claim in used]},
        "restated": {
            "claim": list(argument_map.classes),
            "first": [members[0] for members in argument_map.classes.values()],
        },
        "sources": {
            "source": [each.id for each in sources],
            **{name: [getattr(each, name) for each in sources] for name in _OF_SOURCES},
        },
    }


_OF_SOURCES = ("title", "authors", "date", "kind", "url", "doi", "isbn", "retracted")


def _claims(checked: Checked, statuses: Mapping[str, ClaimStatus] | None) -> Columns:
    argument_map = checked.map
    parts, claims = _parts_of(argument_map), argument_map.claims.values()
    columns: Columns = {
        "claim": list(argument_map.claims),
        "text": [each.text for each in claims],
        "plain": [folded(each.text) for each in claims],
        "source": [each.cited_source for each in claims],
        "speaker": [each.speaker for each in claims],
        "mode": [each.mode for each in claims],
        "marked": [each.grant for each in claims],
        "granted": [argument_map.is_granted(each.id) for each in claims],
        "origin": [None if each.origin is None else each.origin.id for each in claims],
        "part": parts,
        "within": [within(each.text) for each in claims],
    }
    if statuses is not None:
        roles = checked.reading.roles
        of_claims = [statuses[each.id] for each in claims]
        columns |= {
            "label": [each.label for each in of_claims],
            "word": [each.word for each in of_claims],
            "reason": [each.reason for each in of_claims],
            "disputed": [each.contested for each in of_claims],
            "roles": [roles[each.id] for each in claims],
        }
    return columns


def _parts_of(argument_map: ArgumentMap) -> list[int]:
    """The component of each claim, by the place of its first claim in the order of ids.

    Cost: nearly linear, by path halving.
    """
    place_of = {id_: place for place, id_ in enumerate(argument_map.claims)}
    parent = list(range(len(place_of)))

    def root(place: int) -> int:
        while (above := parent[place]) != place:
            parent[place] = place = parent[above]
        return place

    relations = argument_map.relations
    pairs = [(id_, members[0]) for id_, members in argument_map.classes.items()]
    for relation in relations.values():
        head = relation.premises[0]
        pairs += [(head, premise) for premise in relation.premises[1:]]
        is_undercut = relation.kind is Kind.UNDERCUTS
        target = relation.target
        pairs.append((head, relations[target].premises[0] if is_undercut else target))
    for first, second in pairs:
        low, high = sorted((root(place_of[first]), root(place_of[second])))
        parent[high] = low  # the earlier one stands for both
    return [root(place) for place in range(len(parent))]


def _relations(
    argument_map: ArgumentMap, relations: list[Relation], status: StatusFinding | None
) -> Columns:
    objections = argument_map.objections
    columns: Columns = {
        "relation": [each.id for each in relations],
        "kind": [each.kind for each in relations],
        "target": [each.target for each in relations],
        "force": [
            argument_map.force_of(each, objections) if each.kind is Kind.ATTACKS else None
            for each in relations
        ],
        "contradiction": [each.contradiction for each in relations],
        "scheme": [each.scheme for each in relations],
        "source": [each.source for each in relations],
    }
    if status is not None:
        columns["label"] = [status.relations[each.id] for each in relations]
    return columns


def _problems(problems: list[Diagnostic], base: str) -> Columns:
    """The problems; paths in them are seen from the folder of the corpus, wherever argmap runs."""
    paths = re.compile(rf"(?<![^\s`'\"(\[\u2018\u201c]){re.escape(base)}/")  # where a path begins

    def inside(text: str) -> str:
        return paths.sub("", text) if base != HERE else text

    def seen(path: str) -> str:
        return path.removeprefix(f"{base}/") if base != HERE else path

    places = [each.location if each.location.is_known else None for each in problems]
    return {
        "file": [None if each is None else seen(each.path) for each in places],
        "line": [None if each is None else each.line for each in places],
        "col": [None if each is None else each.column for each in places],
        "code": [each.code for each in problems],
        "severity": [each.severity for each in problems],
        "message": [inside(each.message) for each in problems],
        "hint": [inside(each.hint) or None for each in problems],
    }


def _seen_from(root: Path, base: str, name: str) -> str:
    """A file as it is seen from the folder of the corpus, which messages show as `base`."""
    if name.startswith(f"{base}/") and "/../" not in name:
        return name[len(base) + 1 :]
    return Path(os.path.relpath(name, root)).as_posix()


@cache
def _shown(root: Path, working_folder: str) -> str:
    """The folder of the corpus as messages show it, from this working folder."""
    del working_folder
    return shown(root)


def digest_of(root: Path, names: Iterable[str]) -> str:
    """The hash of the names and contents of files; one that is gone counts as empty.

    What is no ordinary file is not opened: a pipe would be waited for, and a device has no end.
    Cost: linear in their sizes, in little memory.
    """
    digest = hashlib.sha256()
    for name in names:
        digest.update(f"{name}\0".encode())
        path = f"{root}/{name}"
        try:
            if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  # of many files
                digest.update(b"none")
                continue
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123
                while chunk := file.read(_CHUNK):
                    digest.update(b"%d:" % len(chunk))
                    digest.update(chunk)
        except OSError:
            digest.update(b"gone")
    return digest.hexdigest()
