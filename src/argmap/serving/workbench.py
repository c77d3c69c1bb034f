"""The workbench: what is asked for in the browser, done to the files of a map, and undone."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.editing.file_tree import KEPT, tree_of
from argmap.editing.formatting import Rewritten
from argmap.errors import ArgmapError, OutputError, UsageError
from argmap.reading.discovery import shown
from argmap.reading.garbage import paused_garbage_collection
from argmap.serving.acts.drafts import propose
from argmap.serving.acts.table import plan
from argmap.serving.history import PastEdit
from argmap.serving.replies import as_sentence
from argmap.views.words.changes import news_between
from argmap.views.words.counting import count_of
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from argmap.analysis.reading_of_map import Reading
    from argmap.serving.given import Given
    from argmap.serving.map_files import MapFiles

_MOST_CHANGES = 12
"""The most changes that are told of one edit."""


_EDIT = "the edit"
"""The name of an edit where a message would have a command run again."""


@dataclass(frozen=True, slots=True)
class Done:
    """The outcome of an edit: what was done, in words, and what else changed by it.

    `chosen` is a claim that the reader may want to see now.
    """

    words: str
    changes: tuple[str, ...] = ()
    chosen: str | None = None


class RefusedError(Exception):
    """An edit that is not done, with the reason; `is_late` where the map changed meanwhile."""

    def __init__(self, reason: str, *, is_late: bool = False) -> None:
        super().__init__(reason)
        self.is_late = is_late


@dataclass
class Workbench:
    """A map in the hands of those who edit it in browsers, one edit at a time.

    An edit names the state of the map on which it was made. If the files have changed since, it is
    done to what they say now where it still fits, and else refused; nothing is overwritten unseen.
    """

    files: MapFiles
    last: Done | None = None
    _done: list[PastEdit] = field(default_factory=list)
    _undone: list[PastEdit] = field(default_factory=list)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def lock(self) -> threading.RLock:
        """The lock under which the map is read and changed."""
        return self._lock

    @property
    def to_undo(self) -> str | None:
        """The edit that would be undone next, in words."""
        return self._done[-1].words if self._done else None

    @property
    def to_redo(self) -> str | None:
        """The edit that would be done again next, in words."""
        return self._undone[-1].words if self._undone else None

    def look(self) -> bool:
        """Read the files again if they have changed; whether anything is to be shown anew."""
        with self._lock:
            before, names = self.files.state.reading, {*self.files.texts}
            is_other = self.files.refresh()
            if is_other:
                gone = sorted(Path(name).name for name in names - {*self.files.texts})
                verb = "is" if len(gone) == 1 else "are"
                words = (
                    f"{listed(gone)} {verb} gone, and what stood there with it."
                    if gone
                    else "The files were changed in an editor."
                )
                self.last = Done(words, self._changes_since(before))
            return is_other

    def follow(self) -> bool:
        """The same for a watcher, to whom files that are gone are news and no refusal."""
        with self._lock:
            try:
                return self.look()
            except ArgmapError as error:
                self.files.lose(str(error))
                return True

    def act(self, given: Given) -> Done:
        """Do what is asked for, and write it to the files.

        Raises:
            RefusedError: it does not fit the map, or could not be written.
        """
        with self._lock, paused_garbage_collection():
            try:
                self._refuse_broken()
                try:
                    return self._act(given)
                except OutputError:
                    if not self.look():
                        raise
                    self._refuse_broken()  # changed a moment ago: once more, on what it says now
                    return self._act(given)
            except ArgmapError as error:
                is_late = given.maybe("state") != self.files.state.id
                raise RefusedError(_sentence(str(error)), is_late=is_late) from error

    def _refuse_broken(self) -> None:
        self.look()
        if self.files.broken:
            problem = self.files.broken[0]
            raise UsageError(f"a file has to be mended first: {problem.message} ({problem.place})")

    def _act(self, given: Given) -> Done:
        state = self.files.state
        planned = plan(state, given)
        changed = self.files.edited(planned.edits, _EDIT)
        self._done.append(PastEdit.of(planned.words, changed))
        self._undone.clear()
        self.last = Done(planned.words, self._changes_since(state.reading), planned.chosen)
        return self.last

    def make_ready(self) -> None:
        """Look into the files of the last edit, as the next one mostly concerns them too.

        It changes nothing but the time that the next edit takes.
        """
        with self._lock:
            texts, past = self.files.texts, self._done[-1:]
            names = {each.name for edit in past for each in edit.changes} & texts.keys()
            if len(names) <= KEPT and not self.files.broken:
                for name in sorted(names):
                    tree_of(texts[name])

    def propose(self, given: Given) -> Done:
        """Write the claims that the document of a source may make into a new file, as drafts.

        Raises:
            RefusedError: there is no such document, or the file could not be written.
        """
        with self._lock:
            try:
                self._refuse_broken()
                state = self.files.state
                if not self.files.place.is_dir():
                    raise UsageError(
                        "drafts go into a file of their own, and here a single file is served; end "
                        "here, and serve the folder that it lies in"
                    )
                name, text, count = propose(state, given.text("source"))
                path = shown(self.files.folder / name)
                new = (Rewritten(path, "", text, was_there=False),)
                self.files.put(new, _EDIT)
            except ArgmapError as error:
                raise RefusedError(_sentence(str(error))) from error
            words = f"Proposed {count_of(count, 'draft')} in {name}."
            self._done.append(PastEdit.of(words, new))
            self._undone.clear()
            self.last = Done(words)
            return self.last

    def undo(self) -> Done:
        """Undo the last edit.

        Raises:
            RefusedError: there is none, or its files were changed since.
        """
        return self._go(self._done, self._undone, "undo")

    def redo(self) -> Done:
        """Do again what was undone last.

        Raises:
            RefusedError: there is nothing, or the files were changed since.
        """
        return self._go(self._undone, self._done, "redo")

    def _go(self, from_: list[PastEdit], to: list[PastEdit], verb: str) -> Done:
        with self._lock:
            if not from_:
                raise RefusedError(f"There is nothing to {verb}.")
            self.look()
            past, before = from_[-1], self.files.state.reading
            files = (past.back if verb == "undo" else past.again)(self.files.texts)
            if files is None:
                raise RefusedError(
                    f"What this wrote was changed since, so {verb} it in your editor: {past.words}",
                    is_late=True,
                )
            try:
                self._refuse_broken()
                self.files.put(files, _EDIT)
            except ArgmapError as error:
                raise RefusedError(_sentence(str(error))) from error
            to.append(from_.pop())
            opening = "Undone" if verb == "undo" else "Done again"
            self.last = Done(f"{opening}: {past.words}", self._changes_since(before))
            return self.last

    def _changes_since(self, before: Reading) -> tuple[str, ...]:
        now = self.files.state.reading
        tell = Teller(now.map, now.outline)
        changes = [*news_between(before, now, tell)]
        more = len(changes) - _MOST_CHANGES
        return (*changes[:_MOST_CHANGES], *([f"{more} more claims change."] if more > 0 else []))


def _sentence(text: str) -> str:
    return as_sentence(text.replace(f"run `{_EDIT}` again", "try again"))
