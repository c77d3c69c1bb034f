"""Tables of verdicts: a row for each reader and claim, with a credence or a verdict."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.diagnostics import Location
from argmap.errors import UsageError
from argmap.model.stance import Stance
from argmap.nearest import MOST_HINTS, did_you_mean
from argmap.reading.discovery import find, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

SUFFIX = ".csv"
_DELIMITERS = (",", ";", "\t")
_VERDICTS = ("reject", "accept")
_NO_VERDICT = ("", "none")
_COLUMNS = {"name": "name", "reader": "name", "claim": "claim"}
_COLUMNS |= {"credence": "verdict", "verdict": "verdict"}
_IN_ORDER = {"name": 0, "claim": 1, "verdict": 2}
_CELLS = 3
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(slots=True)
class _Ballot:
    """The verdicts of one reader, by claim, in the rows read so far."""

    location: Location
    verdicts: dict[str, str | float] = field(default_factory=dict)


def read_ballots(
    path: Path, claims: Collection[str], claim_of: Callable[[str], str | None]
) -> list[Stance]:
    """The stances in a table, in the order in which readers first occur.

    The columns are the reader's name, the claim, and a credence from 0 to 1 or a verdict (`reject`,
    `accept`, or nothing); a first line with their names may give them in another order. `claim_of`
    finds a claim by its id or number; a hint for a mistyped claim names the nearest of `claims`.

    Raises:
        UsageError: the table cannot be read, or has unknown claims or two verdicts of one reader on
            one claim; every problem is named with its line.
    """
    claim_files = find(path)
    if claim_files.diagnostics:
        raise UsageError(
            "\n".join(
                f"{diagnostic.location}: {diagnostic.message}"
                for diagnostic in claim_files.diagnostics
            )
        )
    text = claim_files.files[0].text
    # A cell may be as long as the table, whose size `find` limits; the module's own limit is lower.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    table = _VerdictTable(shown(path), claims, claim_of)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for row in rows:
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells):
                table.take(rows.line_num, cells)
    except csv.Error as error:
        table.problems.append(
            f"{table.path}:{rows.line_num}: {error}; is a quotation mark missing?"
        )
    return table.stances()


def _delimiter(text: str) -> str:
    """The sign between cells: of the usual ones, that which makes most cells of the first line."""
    first = next((line for line in text.splitlines() if line.strip()), "")

    def cells(sign: str) -> int:
        return len(next(csv.reader([first], delimiter=sign)))

    return max(_DELIMITERS, key=cells)


class _VerdictTable:
    """A table row by row: the verdicts taken from it, and the problems, each with its line."""

    def __init__(
        self, path: str, claims: Collection[str], claim_of: Callable[[str], str | None]
    ) -> None:
        self.path = path
        self.claims = claims
        self.claim_of = claim_of
        self.columns: dict[str, int] | None = None
        self.ballots: dict[str, _Ballot] = {}
        self.problems: list[str] = []
        self.unknown: set[str] = set()

    def take(self, line: int, cells: list[str]) -> None:
        """Take in one row; the first may name the columns."""
        if any(_CONTROL.search(cell) for cell in cells):
            self._complain(line, "a cell holds a control character; is this a table of text?")
            return
        if self.columns is None:
            named = self._named_columns(line, cells)
            self.columns = named or _IN_ORDER
            if named:
                return
        if len(cells) <= max(self.columns.values()):
            self._complain(line, f"a row needs {_CELLS} cells: name, claim, credence or verdict")
            return
        name, word, written = (
            cells[self.columns[column]] for column in ("name", "claim", "verdict")
        )
        claim, verdict = self.claim_of(word), _verdict(written)
        if not name:
            self._complain(line, "the reader has no name")
        elif claim is None:
            self._complain(line, f"there is no claim `{word}`{self._instead_of(word)}")
        elif verdict is None:
            wanted = "a number from 0 to 1, `reject`, `accept`, or nothing"
            self._complain(line, f"`{written}` is no verdict; write {wanted}")
        else:
            ballot = self.ballots.setdefault(name, _Ballot(Location(self.path, line, 1)))
            if ballot.verdicts.setdefault(claim, verdict) != verdict:
                self._complain(line, f"{name} gives two verdicts on `{claim}`; keep one")

    def _named_columns(self, line: int, cells: list[str]) -> dict[str, int]:
        """The position of each column, if the first line names them; else nothing.

        Raises:
            UsageError: it names some of them, or one of them twice.
        """
        known = [_COLUMNS.get(cell.casefold()) for cell in cells]
        named = {name: place for place, name in enumerate(known) if name}
        is_whole = len(named) == len(known) - known.count(None) == _CELLS
        is_row = len(cells) > 1 and self.claim_of(cells[1]) is not None
        if named and not is_whole and not is_row:
            wanted = "`name`, `claim`, and `credence` or `verdict`"
            raise UsageError(f"{self.path}:{line}: name each of these columns once: {wanted}")
        return named if is_whole else {}

    def _instead_of(self, word: str) -> str:
        """The hint for an unknown claim: the most similar id, for the first unknown ones."""
        self.unknown.add(word)
        if len(self.unknown) > MOST_HINTS:
            return f" (similar ids are looked up for the first {MOST_HINTS} unknown ones only)"
        hint = did_you_mean(word, self.claims)
        return f"; {hint}" if hint else ""

    def _complain(self, line: int, message: str) -> None:
        self.problems.append(f"{self.path}:{line}: {message}")

    def stances(self) -> list[Stance]:
        """The stance of every reader.

        Raises:
            UsageError: something was wrong, or there is no row.
        """
        if not self.ballots and not self.problems:
            self.problems.append(f"{self.path}: the table holds no row")
        if self.problems:
            raise UsageError("\n".join(self.problems))
        return [
            Stance(
                id=name,
                name=name,
                reject=frozenset(_claims_with(ballot, "reject")),
                accept=frozenset(_claims_with(ballot, "accept")),
                credences={
                    claim: verdict
                    for claim, verdict in sorted(ballot.verdicts.items())
                    if isinstance(verdict, float)
                },
                location=ballot.location,
            )
            for name, ballot in self.ballots.items()
        ]


def _claims_with(ballot: _Ballot, verdict: str) -> Iterator[str]:
    return (claim for claim, given in ballot.verdicts.items() if given == verdict)


def _verdict(written: str) -> str | float | None:
    word = written.casefold()
    if word in _NO_VERDICT:
        return ""
    if word in _VERDICTS:
        return word
    try:
        credence = float(
            word.replace(",", ".")
        )  # a comma is the decimal sign of tables that use `;`
    except ValueError:
        return None
    return credence if 0 <= credence <= 1 else None
