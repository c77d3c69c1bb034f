"""The door: a file or folder in another format than claim files, read as a map."""

from __future__ import annotations

import shlex
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Location
from argmap.errors import UsageError
from argmap.formats.exchange import GUESSED, NOT_UNDERSTOOD, PLAIN, Imported, Losses, nothing
from argmap.formats.foreign_file import NOT_JSON, SIZE_LIMIT, ForeignFile, too_large
from argmap.formats.recognition import Recognised, is_claim_file, recognised
from argmap.formats.table import FORMATS, SUFFIXES, Format
from argmap.nearest import did_you_mean
from argmap.reading.discovery import SIZE_LIMIT as LIMIT_OF_CLAIM_FILES
from argmap.reading.discovery import ClaimFiles, decoded, shown
from argmap.reading.map_names import STDIN
from argmap.reading.map_names import SUFFIXES as OF_CLAIM_FILES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.checks.table import Scope
    from argmap.formats.exchange import Loss, Wishes

_MOST = 1_000_000  # claims of a map


@dataclass(frozen=True, slots=True)
class Foreign:
    """Files in a format that is not our own; the format is None where it could not be told."""

    format: Format | None
    files: tuple[ForeignFile, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    def imported(self, wishes: Wishes = PLAIN) -> Imported:
        """The map in the files, with what was lost and every problem."""
        if self.format is None:
            return nothing(self.diagnostics)
        if self.format.shapes == ("json",):
            broken = [file.broken_json() for file in self.files if file.json is NOT_JSON]
            if broken:
                return nothing([*self.diagnostics, *broken])
        result = self.format.reads().read(self.files, wishes)
        doubts = [doubt for file in self.files if _is_text(file) for doubt in file.doubts]
        problems = (*self.diagnostics, *doubts, *result.diagnostics)
        if len(result.map.claims) > _MOST:
            return nothing([*problems, self._too_many(len(result.map.claims))])
        if not result.map.claims and (error := self._empty(result)) is not None:
            return nothing([*problems, error])
        lost = (*self._repeated(result), *result.lost)
        problems += tuple(loss.diagnostic for loss in lost)
        lost += _as_losses((*self.diagnostics, *doubts))
        return Imported(result.map, lost, problems)

    def _repeated(self, result: Imported) -> tuple[Loss, ...]:
        """The keys that stand twice in JSON; our own format counts that as a mistake already."""
        losses = Losses()
        is_refused = any(each.is_fatal for each in result.diagnostics)
        for file in () if is_refused else self.files:
            for each in file.repeated_keys if file.shape == "json" else ():
                what = "values of keys that stand twice in one object"
                losses.add(what, str(each), NOT_UNDERSTOOD, file.at())
        return losses.all

    def _empty(self, result: Imported) -> Diagnostic | None:
        """The error for files of which nothing was understood: they are of another format."""
        first = next((loss for loss in result.lost if loss.code == NOT_UNDERSTOOD), None)
        is_told = any(each.is_fatal for each in result.diagnostics)
        if self.format is None or first is None or is_told:
            return None
        message = f"this is no {self.format.title} file: it has no claims that could be read"
        example = f", such as {first.example}" if first.example else ""
        hint = f"name another format by `--from`; here are only {first.what}{example}"
        return Diagnostic(first.location, "AM702", message, hint)

    def _too_many(self, count: int) -> Diagnostic:
        is_abstract = self.scope == "none"
        what = "arguments" if is_abstract else "claims"
        message = f"{count:,} {what} are too many for a map; the limit is {_MOST:,}"
        hint = "`argmap solve` takes more" if is_abstract else "divide the file"
        return Diagnostic(self.files[0].at(), "AM109", message, hint)

    @property
    def name(self) -> str:
        """The name of the format; empty if it could not be told."""
        return self.format.name if self.format is not None else ""

    @property
    def scope(self) -> Scope:
        """The checks for a map that fit the format.

        Authors in one of our own formats know all that a map has; in a framework of arguments
        without words an argument that attacks itself is nothing odd.
        """
        return "all" if self.name == "json" else "none" if self.name == "framework" else "meaning"

    @property
    def texts(self) -> dict[str, str]:
        """The texts of the files by name, to show a line of one."""
        return {file.name: file.text for file in self.files if _is_text(file)}


def _as_losses(diagnostics: Iterable[Diagnostic]) -> tuple[Loss, ...]:
    """Files that are left out, and encodings that are guessed, as a conversion tells them."""
    losses = Losses()
    for problem in diagnostics:
        if problem.code == "AM708":
            losses.add("files of the folder", problem.location.path, problem.code, problem.location)
        elif problem.code == "AM707":
            losses.add(GUESSED, problem.message, problem.code, problem.location)
    return losses.all


def _is_text(file: ForeignFile) -> bool:
    return file.shape != "zip"


def format_named(name: str) -> Format:
    """The format with this name.

    Raises:
        UsageError: there is no such format.
    """
    if name not in FORMATS:
        raise UsageError(
            f"there is no format `{name}`; " + (did_you_mean(name, FORMATS) or ", ".join(FORMATS))
        )
    return FORMATS[name]


def foreign_at(place: str | Path, name: str | None = None) -> Foreign | ClaimFiles | None:
    """The files of another format at a place: a file, a folder, or `-` for standard input.

    `name` is the format, if it is known; else it is told by content. None where the place is to be
    read as claim files are; standard input, which can be read once only, comes as claim files then.

    Raises:
        UsageError: there is no such format, or it is not read.
    """
    format_ = format_named(name) if name else None
    if format_ is not None and format_.name == "argmap":
        return None
    if format_ is not None and not format_.reader:
        raise UsageError(f"{format_.title} is written, and not read")
    if str(place) == STDIN:
        return _from_stdin(format_)
    path = Path(place)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return _as_folder(path, format_) or _in_folder(path, format_)
        is_read = stat.S_ISREG(status.st_mode)
        return _of_path(path, status.st_size, format_) if is_read else None
    except (OSError, ValueError):  # told where claim files are read
        return None


def _of_path(path: Path, size: int, format_: Format | None) -> Foreign | None:
    """The file at a path, which is read if it is not too large."""
    if size <= SIZE_LIMIT:
        return _of_file(ForeignFile(shown(path), path.read_bytes(), path.parent), format_)
    if format_ is None and path.suffix.lower() in OF_CLAIM_FILES:  # told where claim files are read
        return None
    return Foreign(None, (), (too_large(shown(path)),))


def foreign_text(name: str, text: str) -> Foreign | None:
    """A text under a name as a file of another format; None if it is to be read as a claim file."""
    return _of_file(ForeignFile(name, text.encode()), None)


def _from_stdin(format_: Format | None) -> Foreign | ClaimFiles | None:
    if sys.stdin is None:
        return None
    content = sys.stdin.buffer.read(LIMIT_OF_CLAIM_FILES + 1)
    if len(content) > LIMIT_OF_CLAIM_FILES and _is_text_begun(content):
        content += sys.stdin.buffer.read(SIZE_LIMIT + 1 - len(content))
    if len(content) > SIZE_LIMIT:
        return Foreign(None, (), (too_large(STDIN),))
    if len(content) <= LIMIT_OF_CLAIM_FILES or _is_text_begun(content):
        foreign = _of_file(ForeignFile(STDIN, content), format_)
        if foreign is not None:
            return foreign
    return decoded([(STDIN, content)], [])


def _is_text_begun(content: bytes) -> bool:
    """Whether the content opens like a text, so that an endless device is not read to its end."""
    return 0 not in content[:1000]


def _of_file(file: ForeignFile, format_: Format | None) -> Foreign | None:
    """The file in its format; None if it is a claim file, or may be one with a fault in it."""
    if format_ is not None:
        return Foreign(format_, (file,))
    if is_claim_file(file):
        return None
    formats = recognised(file)
    if formats.only is not None:
        return Foreign(formats.only, (file,))
    is_ours = file.suffix in OF_CLAIM_FILES or (file.name == STDIN and not formats.fitting)
    if is_ours or not file.content.strip():  # an empty file is of no format
        return None
    return Foreign(None, (file,), (_undecided(file, formats),))


def _undecided(file: ForeignFile, formats: Recognised) -> Diagnostic:
    """The error for a file that fits no format, or several."""
    if formats.fitting:
        message = f"the file can be read in more than one way: {_listed(formats.fitting)}"
        choices = " or ".join(f"`--from {each.name}`" for each in formats.fitting)
        return Diagnostic(file.at(), "AM709", message, f"say which it is: {choices}")
    if file.shape == "json" and file.json is NOT_JSON:
        return file.broken_json()
    message = f"the format of this file is not known; tried: {_listed(formats.tried)}"
    hint = "name it by `--from`, or write claims in a file that ends in .yaml"
    return Diagnostic(file.at(), "AM701", message, hint)


def _listed(formats: tuple[Format, ...]) -> str:
    return ", ".join(each.title for each in formats) or "none"


def _as_folder(folder: Path, format_: Format | None) -> Foreign | None:
    """The folder in a format that is a whole folder; None if it is none.

    Raises:
        UsageError: the files below it are too many or too large.
    """
    for each in FORMATS.values() if format_ is None else (format_,):
        if each.is_folder and (format_ is not None or each.reads_folders().is_at(folder)):
            return Foreign(each, each.reads_folders().files_of(folder))
    return None


def _is_foreign(folder: Path, names: list[str]) -> bool:
    """Whether no file of a folder is a claim file, or could be one with a fault in it.

    Most folders hold claim files, and the first of them decides.
    """
    for name in names:
        path = folder / name
        if name.startswith(".") or not name.lower().endswith(OF_CLAIM_FILES) or not path.is_file():
            continue
        if path.stat().st_size > SIZE_LIMIT:
            return False
        file = ForeignFile(shown(path), path.read_bytes(), folder)
        if is_claim_file(file) or recognised(file).only is None:
            return False
    return True


def _in_folder(folder: Path, format_: Format | None) -> Foreign | None:
    """The files of a folder that are one map in another format; None if it has claim files."""
    names = sorted(path.name for path in folder.iterdir())
    if format_ is None and not _is_foreign(folder, names):
        return None
    wanted = [each for each in FORMATS.values() if each.is_many] if format_ is None else [format_]
    suffixes = {suffix for each in wanted for suffix in each.suffixes}
    files = [
        ForeignFile(shown(path), path.read_bytes(), folder)
        for name in names
        if not name.startswith(".") and name.lower().endswith(tuple(suffixes))
        for path in [folder / name]
        if path.is_file() and path.stat().st_size <= SIZE_LIMIT
    ]
    if format_ is not None:
        if len(files) > 1 and not format_.is_many:
            raise UsageError(
                f"{shown(folder)} holds {len(files)} files, and each {format_.title} is a map by "
                f"itself; name a file, such as {files[0].name}"
            )
        return Foreign(format_, tuple(files)) if files else None
    by_format: dict[str, list[ForeignFile]] = {}
    others: list[Diagnostic] = []
    for file in files:
        only = recognised(file).only
        if only is not None and only.is_many:
            by_format.setdefault(only.name, []).append(file)
        else:
            message = "this file is not read with the others of its folder: its format is another"
            if file.shape == "json" and file.json is NOT_JSON:
                message = "this file is not read with the others of its folder: it is broken off"
            others.append(Diagnostic(file.at(), "AM708", message, "check it by itself"))
    if len(by_format) > 1:
        titles = " and ".join(FORMATS[name].title for name in by_format)
        message = f"this folder holds files of several formats: {titles}"
        place = Location(shown(folder), 1, 1)
        hint = "keep the files of each format in a folder of their own, or check them one by one"
        return Foreign(None, (), (Diagnostic(place, "AM709", message, hint),))
    if not by_format:
        return _files_to_name(folder, names)
    [(name, several)] = by_format.items()
    return Foreign(FORMATS[name], tuple(several), tuple(others))


def _files_to_name(folder: Path, names: list[str]) -> Foreign | None:
    """The error for a folder without claim files that holds files which are maps one by one."""
    readable = [
        name
        for name in names
        if not name.startswith(".")
        and name.lower().endswith(SUFFIXES)
        and (folder / name).is_file()
    ]
    if not readable:
        return None
    count, place = len(readable), shown(folder / readable[0])
    what = f"file{'s' * (count > 1)} that may be {'maps' if count > 1 else 'a map'}"
    message = f"this folder holds no claim file (*.yaml), and {count} {what}"
    hint = f"name the file: `argmap check {shlex.quote(place)}`"
    return Foreign(None, (), (Diagnostic(Location(shown(folder), 1, 1), "AM113", message, hint),))
