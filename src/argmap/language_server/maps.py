"""The maps to which the open files belong, read from what is written at this moment."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.documents.folder import folder_of
from argmap.documents.searched_before import SearchedBefore
from argmap.errors import UsageError
from argmap.formats.including import ANYWHERE
from argmap.language_server.buffers import Buffers, is_claim_file, is_unnamed, path_of
from argmap.pipeline import Checked, checked_in, examined
from argmap.reading.discovery import ClaimFile, ClaimFiles, identity
from argmap.reading.kept import Kept
from argmap.reading.reader import read
from argmap.rewriting import Opened

if TYPE_CHECKING:
    from argmap.checks.table import Examination
    from argmap.diagnostics import Diagnostic
    from argmap.reading.parsed_map import ParsedMap

_HOLDS_CLAIMS = re.compile(r"^(?:claims|argmap)[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of a user: the places of maps, and a folder of documents.

    Without places, the map of a claim file is the folder in which it stands.
    """

    places: tuple[Path, ...] = ()
    documents: Path | None = None
    home: Path = field(default_factory=Path)


@dataclass(frozen=True, slots=True)
class OpenMap:
    """A map as its files are written at this moment, and as they could last be read.

    `files` are the texts of this moment, `problems` all problems in them. `checked` is the map: of
    a file with errors it has the text that was last without, as long as there was one.
    """

    place: Path
    files: tuple[ClaimFile, ...]
    checked: Checked
    problems: tuple[Diagnostic, ...]

    def text_of(self, name: str) -> str | None:
        """The text of one of its files at this moment, or of a file that it uses."""
        here = next((file.text for file in self.files if file.name == name), None)
        return self.checked.texts.get(name) if here is None else here


class OpenMaps:
    """The maps of all open files. A map is read again when one of its texts has changed."""

    def __init__(self, choices: Choices) -> None:
        self.buffers = Buffers()
        self.choices = choices
        self._places: dict[str, Path] = {}
        self._maps: dict[Path, tuple[ClaimFiles, _AsRead]] = {}
        self._memories: dict[Path, _Memory] = {}

    def place_of(self, path: Path) -> Path | None:
        """The place of the map to which a file belongs; None if it belongs to none.

        A folder is a map if one of its files has claims. It stays one while a file of it is open.
        A text without a name is a map of its own.
        """
        key = identity(path)
        if key not in self._places:
            if is_unnamed(path):
                place = self._alone(path)
            else:
                place = self._named_place(path) if self.choices.places else self._folder(path)
            if place is None:
                return None
            self._places[key] = place
        return self._places[key]

    def _named_place(self, path: Path) -> Path | None:
        around = {identity(path), identity(path.parent)} if is_claim_file(path) else set()
        return next((each for each in self.choices.places if identity(each) in around), None)

    def _alone(self, path: Path) -> Path | None:
        buffer = self.buffers.of(path)
        return path if buffer is not None and _HOLDS_CLAIMS.search(buffer.text) else None

    def _folder(self, path: Path) -> Path | None:
        if not is_claim_file(path):
            return None
        files = self.buffers.files_at(path.parent).files
        return path.parent if any(_HOLDS_CLAIMS.search(file.text) for file in files) else None

    def places(self) -> list[Path]:
        """The places of the maps of all open files, and of those that were named."""
        opened = (self.place_of(buffer.path) for buffer in self.buffers)
        places = [place for place in (*opened, *self.choices.places) if place is not None]
        if not places and (self.choices.home / "claims").is_dir():
            places = [self.choices.home / "claims"]
        return [*{identity(place): place for place in places}.values()]

    def forget(self, path: Path) -> None:
        """Forget to which map a file belongs that was closed."""
        self._places.pop(identity(path), None)

    def read_again(self) -> None:
        """Have every map read again, as files may have changed on disk."""
        self._maps.clear()

    def of(self, path: Path) -> OpenMap | None:
        """The map to which a file belongs, as it is written at this moment."""
        place = self.place_of(path)
        return None if place is None else self.at(place)

    def file_of(self, uri: str) -> tuple[OpenMap, str] | None:
        """The map of a file, and the name that the file has in it; None if it is of no map."""
        path = path_of(uri)
        map_ = self.of(path) if path is not None else None
        if map_ is None or path is None:
            return None
        here = identity(path)
        names = (file.name for file in map_.files if identity(file.name) == here)
        return next(((map_, name) for name in names), None)

    def at(self, place: Path, *, notes: bool = True) -> OpenMap:
        """The map at a place, as it is written at this moment; without notes it is there sooner."""
        files = self.buffers.files_at(place)
        before = self._maps.get(place)
        if before is None or before[0] != files:
            memory = self._memories.setdefault(place, _Memory())
            before = files, self._read(place, files, memory)
            self._maps[place] = before
        return before[1].map(notes=notes)

    def opened(self, map_: OpenMap) -> Opened:
        """A map opened to be changed, as its files are written at this moment.

        Raises:
            UsageError: there is an error in it, so that no edit could be read back.
        """
        parsed = self.read_with(map_)
        error = next((each for each in parsed.diagnostics if each.is_error), None)
        if error is not None:
            raise UsageError(
                f"the map has an error, which must be mended first ({error.location}: "
                f"{error.message})"
            )
        return Opened(parsed, map_.files)

    def read_with(self, map_: OpenMap, name: str = "", text: str = "") -> ParsedMap:
        """A map as it would be read if one of its files had another text."""
        files = tuple(ClaimFile(name, text) if file.name == name else file for file in map_.files)
        memory = self._memories.setdefault(map_.place, _Memory())
        return read(map_.place, (), ClaimFiles(files, ()), ANYWHERE, memory.read)

    def _read(self, place: Path, files: ClaimFiles, memory: _Memory) -> _AsRead:
        now = self._examined(place, files, memory)
        first = now.checked(notes=False)
        broken = {
            problem.location.path
            for problem in first.diagnostics
            if problem.is_fatal and problem.location.path in first.texts
        }
        memory.keep_sound(files.files, broken)
        sound = tuple(memory.last_sound(file) for file in files.files)
        if sound == files.files:
            return _AsRead(place, files.files, now, now, broken)
        last = self._examined(place, ClaimFiles(sound, files.diagnostics), memory)
        return _AsRead(place, files.files, now, last, broken)

    def _examined(self, place: Path, files: ClaimFiles, memory: _Memory) -> _Examined:
        parsed = read(place, (), files, ANYWHERE, memory.read)
        home = place.parent if is_claim_file(place) and not place.is_dir() else place
        home = self.choices.home if is_unnamed(place) else home
        folder = folder_of(parsed.map, home, self.choices.documents)
        return _Examined(parsed, examined(parsed, memory.searched.evidence_in(parsed.map, folder)))


class _Examined:
    """A map that was read, which is checked as far as is asked for."""

    def __init__(self, parsed: ParsedMap, examination: Examination) -> None:
        self._parsed = parsed
        self._examination = examination
        self._checked: dict[bool, Checked] = {}

    def checked(self, *, notes: bool) -> Checked:
        """The map with its problems."""
        if notes not in self._checked:
            self._checked[notes] = checked_in(self._parsed, self._examination, notes=notes)
        return self._checked[notes]


@dataclass(frozen=True, slots=True)
class _AsRead:
    """A map as its files are now, and with the last texts without errors of those in `broken`."""

    place: Path
    files: tuple[ClaimFile, ...]
    now: _Examined
    last: _Examined
    broken: set[str]

    def map(self, *, notes: bool) -> OpenMap:
        """The map with its problems: those of the files in `broken` as these are now."""
        now, last = self.now.checked(notes=notes), self.last.checked(notes=notes)
        if self.now is self.last:
            return OpenMap(self.place, self.files, now, now.diagnostics)
        problems = [each for each in now.diagnostics if each.location.path in self.broken]
        problems += [each for each in last.diagnostics if each.location.path not in self.broken]
        return OpenMap(self.place, self.files, last, tuple(problems))


@dataclass(slots=True)
class _Memory:
    """The results that spare work when a map is read again, and its last texts without errors."""

    read: Kept = field(default_factory=Kept)
    searched: SearchedBefore = field(default_factory=SearchedBefore)
    sound: dict[str, str] = field(default_factory=dict)

    def keep_sound(self, files: tuple[ClaimFile, ...], broken: set[str]) -> None:
        """Keep the texts of the files that have no error."""
        self.sound |= {file.name: file.text for file in files if file.name not in broken}

    def last_sound(self, file: ClaimFile) -> ClaimFile:
        """A file with the last of its texts without errors; as it is, if there was none."""
        return ClaimFile(file.name, self.sound.get(file.name, file.text))
