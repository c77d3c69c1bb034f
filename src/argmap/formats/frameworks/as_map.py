"""An abstract framework as an argument map, so that all analyses and views work on it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Location
from argmap.formats.exchange import Imported, Wishes, nothing
from argmap.formats.frameworks.abstract import FormatError
from argmap.formats.frameworks.table import READERS, form_of, read_abstract
from argmap.formats.frameworks.words_beside import words_beside
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim
from argmap.model.relation import Force, Kind, Relation, derived_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.formats.foreign_file import ForeignFile
    from argmap.formats.frameworks.abstract import Abstract

NO_LABELS: Mapping[str, str] = MappingProxyType({})
_SIGNS = {
    ".af": r"p af \d+\s",
    ".aba": r"p aba \d+\s",
    ".apx": r"(arg|att)\([^\n]*\)\s*\.",
}


def fits(file: ForeignFile) -> bool:
    """Whether the name says so, or the first line that is no comment opens a framework."""
    if file.suffix in READERS:
        return True
    lines = (line for line in file.text[:10_000].split("\n") if line.strip())
    begin = next((line for line in lines if not line.startswith(("#", "%"))), "")
    return any(re.match(sign, begin + "\n") for sign in _SIGNS.values())


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The framework in a file as a map; an error where the text violates its format."""
    [file] = files
    try:
        abstract = read_abstract(file.text, file.suffix)
    except FormatError as error:
        hint = "if it is of another format, name that by `--from`"
        if file.suffix in READERS and wishes.format is None:
            hint = f"the file's name says {file.suffix}; rename it if it is a claim file"
        return nothing([Diagnostic(file.at(error.line), "AM116", error.message, hint)])
    beside = words_beside(file, form_of(file.text, file.suffix))
    return Imported(map_of(abstract, file.name, beside.labels), beside.losses.all)


def map_of(abstract: Abstract, path: str, labels: Mapping[str, str] = NO_LABELS) -> ArgumentMap:
    r"""A map with the same extensions as the framework; attacks are read as `defeat`.

    A claim says what `labels` has under its name. Arguments, assumptions and facts become granted
    claims, other atoms claims that need support; rules become supports, contraries attacks. Cost:
    linear.

    >>> from argmap.formats.frameworks.iccma import read
    >>> list(map_of(read("p af 2\n1 2\n"), "x.af").relations)
    ['1~attacks~2']
    """
    here, names = Location(path, 1, 1), abstract.names
    assumed = set(abstract.framework.assumptions)
    facts = {head for head, body in abstract.framework.rules if not body}
    claims = {
        name: Claim(
            name,
            labels.get(name) or _text(name, abstract),
            here,
            granted=atom in assumed or atom in facts,
        )
        for atom, name in enumerate(names)
    }
    relations: dict[str, Relation] = {}
    for head, body in abstract.framework.rules:
        if body and head not in body:  # an atom that needs itself is never derived by that rule
            premises = tuple(sorted({names[atom] for atom in body}))
            id_ = derived_id(premises, Kind.SUPPORTS, names[head])
            relations[id_] = Relation(id_, Kind.SUPPORTS, premises, names[head], here)
    for attacked, attacker in abstract.framework.contraries:
        premises = (names[attacker],)
        id_ = derived_id(premises, Kind.ATTACKS, names[attacked])
        relations[id_] = Relation(id_, Kind.ATTACKS, premises, names[attacked], here)
    return ArgumentMap(claims, relations, objections=Force.DEFEAT)


def _text(name: str, abstract: Abstract) -> str:
    return f"{'Atom' if abstract.is_flat_aba else 'Argument'} {name}."
