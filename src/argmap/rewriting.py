"""Claim files changed: read, rewritten, read again, and only then written to disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.analysis.reading_of_map import Reading
from argmap.editing.adding import NOBODY, NewClaim, edits_for
from argmap.editing.applying import apply
from argmap.editing.edits import Rename
from argmap.editing.formatting import rewritten
from argmap.editing.new_ids import (
    KINDS,
    id_like,
    kind_of,
    parts_of,
    refuse_bad_id,
    refuse_others,
    taken_ids,
)
from argmap.errors import UsageError
from argmap.formats.including import ANYWHERE
from argmap.formats.reader import Foreign, foreign_at
from argmap.graph.outline import outline
from argmap.model.claim import Mode
from argmap.model.relation import Kind
from argmap.model.source import Locator
from argmap.nearest import did_you_mean
from argmap.pipeline import Checked
from argmap.reading.discovery import find
from argmap.reading.map_names import STDIN, SUFFIXES
from argmap.reading.reader import read, read_files
from argmap.reading.slugs import FreeIds
from argmap.writer import Replacement, replace_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.editing.edits import MapEdit
    from argmap.editing.formatting import Form, Rewritten
    from argmap.reading.discovery import ClaimFile
    from argmap.reading.parsed_map import ParsedMap


@dataclass(frozen=True, slots=True)
class Reformatted:
    """A map whose files are to be written in a form, and the files that change by it."""

    checked: Checked
    files: tuple[Rewritten, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A map with its claim files, opened to be changed; with errors it is not to be."""

    parsed: ParsedMap
    files: tuple[ClaimFile, ...]

    @property
    def is_sound(self) -> bool:
        """Whether the files were read without errors."""
        return not any(problem.is_error for problem in self.parsed.diagnostics)

    @property
    def checked(self) -> Checked:
        """The map with the problems of its form."""
        return Checked(Reading(self.parsed.map), self.parsed.diagnostics, self.parsed.texts)

    def edited(self, edits: Sequence[MapEdit]) -> Reformatted:
        """The map after some edits, and the files that change by them; nothing is written yet.

        Raises:
            UsageError: an edit does not fit the map.
            OutputError: the new texts would not say what is meant.
        """
        done = apply(self.parsed, self.files, edits, ANYWHERE)
        return Reformatted(Opened(done.parsed, self.files).checked, done.files)


def opened(place: str | Path, done: str = "edited", can: str = "can be edited") -> Opened:
    """A map with its claim files, to be changed; only errors of reading are looked for.

    `done` and `can` say in a message what is to be done to the files, and that they can.

    Raises:
        UsageError: there is no such map, or it has no claim files.
    """
    if str(place) == STDIN:
        raise UsageError(f"standard input cannot be {done}; name the file")
    if isinstance(foreign_at(place), Foreign):
        raise UsageError(
            f"{place} holds no claim files, and only these {can}; `argmap convert` writes one"
        )
    discovered = find(place)
    parsed = read_files(discovered, str(place), reach=ANYWHERE)
    if any(problem.is_error for problem in parsed.diagnostics):
        parsed = read(place, reach=ANYWHERE)  # its hints name a file that was left out
    return Opened(parsed, discovered.files)


def reformatted(place: str | Path, form: Form) -> Reformatted:
    """The files of a map that change when they are written in a form; none if it has errors.

    Nothing is written yet. Only errors of reading are looked for.

    Raises:
        UsageError: there is no such map, or it has no claim files.
        OutputError: a file in the new form would not be the same map.
    """
    map_ = opened(place, "written in another form", "have forms")
    files = rewritten(map_.parsed, map_.files, form, ANYWHERE) if map_.is_sound else ()
    return Reformatted(map_.checked, files)


def write_again(files: Iterable[Rewritten], command: str) -> None:
    """Write the new texts of claim files, all or none; a symbolic link stays a link.

    Raises:
        OutputError: a file could not be written, or was changed since it was read; `command` is
            what to run then.
    """
    changes = (
        Replacement(each.name, each.before, each.after, each.was_there, each.is_there)
        for each in files
    )
    replace_texts(changes, command)


def renamed(
    map_: Opened, old: str, new: str, kind: str | None = None
) -> tuple[Rename, tuple[Rewritten, ...]]:
    """The renaming of what `old` names, by its id or as the number of a claim, and its files.

    Raises:
        UsageError: nothing has this id, it stands in a file of another map, or the new one is taken
            or not well formed.
    """
    argument_map, names = map_.parsed.map, {file.name for file in map_.files}
    by_number = outline(argument_map).claim_of(old) if kind in (None, "claim") else None
    has_id = any(old in parts_of(argument_map, each) for each in KINDS)
    id_ = old if has_id or by_number is None else by_number
    edit = Rename(kind_of(argument_map, id_, kind), id_, new)
    path = parts_of(argument_map, edit.kind)[id_].location.path
    is_ours = Path(path).suffix.lower() in SUFFIXES
    command = f": `argmap rename {id_} {new} {Path(path).parent.as_posix()}`" if is_ours else ""
    refuse_others(path, names, id_, f"rename it there{command}")
    refuse_bad_id(argument_map, new, edit.kind)
    return edit, map_.edited([edit]).files


@dataclass(frozen=True, slots=True)
class Wish:
    """A claim that is wanted, as it is given: its words, and the kind and target of its relation.

    `beside` are the claims that carry the step with it; the rest is None where nothing is said.
    """

    text: str
    kind: str | None = None
    target: str = ""
    beside: tuple[str, ...] = ()
    id: str | None = None
    label: str | None = None
    source: str | None = None
    quote: str | None = None
    paragraph: int | None = None
    page: str | None = None
    contradicts: str | None = None
    restates: str | None = None
    mode: str | None = None
    speaker: str | None = None

    @property
    def locator(self) -> Locator | None:
        """The place in the source, with its words; None if nothing is said of it."""
        locator = Locator(paragraph=self.paragraph, page=self.page, quote=self.quote)
        return locator if locator.place or locator.quote else None


@dataclass(frozen=True, slots=True)
class Added:
    """The id of a claim that was added, the map with it, and the files that change."""

    id: str
    checked: Checked
    files: tuple[Rewritten, ...]


def added(map_: Opened, wish: Wish) -> Added:
    """A map with one claim more; nothing is written yet.

    Raises:
        UsageError: the wish does not fit the map.
        OutputError: the new texts would not say what is meant.
    """
    argument_map = map_.parsed.map
    text = " ".join(wish.text.split())
    if not text:
        raise UsageError("an empty text is no claim; write what it says in a full sentence")
    if wish.id is not None:
        refuse_bad_id(argument_map, wish.id, "claim")
    free = FreeIds(taken_ids(argument_map, "claim"))
    id_ = wish.id or free.like(id_like(text, wish.label)) or free.like("claim")
    if wish.source not in (None, NOBODY, *argument_map.sources):
        hint = did_you_mean(wish.source or "", argument_map.sources)
        hint = hint or f"add it: `sources: {{{wish.source}: {{title: ...}}}}`"
        raise UsageError(f"there is no source `{wish.source}`; {hint}")
    kind = Kind(wish.kind) if wish.kind is not None else None
    if wish.beside and kind is None:
        raise UsageError("claims carry a step together; name its target with --for or --against")
    named = (wish.label, wish.source, wish.locator)
    others = (wish.contradicts, wish.restates)
    mode = Mode(wish.mode) if wish.mode is not None else None
    voice = (mode, wish.speaker)
    new = NewClaim(id_, text, *named, kind, wish.target, wish.beside, *others, *voice)
    done = map_.edited(edits_for(argument_map, map_.files, new))
    return Added(id_, done.checked, done.files)
