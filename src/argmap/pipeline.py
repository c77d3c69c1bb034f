"""The steps from claim files to outputs: read, check, analyse, draw, write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.reading_of_map import Reading
from argmap.checks.table import Examination, Scope
from argmap.diagnostics import in_order
from argmap.documents.folder import folder_of, read_documents
from argmap.documents.verification import NO_QUOTATIONS, evidence_in
from argmap.errors import UsageError
from argmap.formats.exchange import PLAIN
from argmap.formats.including import ANYWHERE, IN_REVISION
from argmap.formats.reader import Foreign, foreign_at, foreign_text
from argmap.graph.extent import Extent
from argmap.graph.named_extent import extent_named
from argmap.model.argument_map import ArgumentMap
from argmap.reading.discovery import find
from argmap.reading.map_names import STDIN
from argmap.reading.parsed_map import ParsedMap
from argmap.reading.revisions import find_in_revision
from argmap.reasoning.time_limit import NoTimeLimit
from argmap.writer import Replacement, replace_texts, write_outputs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.diagnostics import Diagnostic
    from argmap.documents.verification import Evidence, QuotationCount
    from argmap.editing.fixing import Fixed
    from argmap.formats.exchange import Loss, Wishes
    from argmap.model.relation import Force

ALWAYS = ("html", "svg", "report")
"""The formats that a build writes unless others are named."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The outputs that a build makes, by the names of their formats, and the part of the map shown.

    `view` names a view of the map; `focus` (a claim by id or number), `depth` and `only_source`
    take the place of the fields of the view. `sentences` has pictures show every claim by its whole
    sentence.
    """

    formats: tuple[str, ...] = ALWAYS
    focus: str | None = None
    depth: int | None = None
    only_source: str | None = None
    view: str | None = None
    sentences: bool = False


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Checked:
    """A map read without a stance, the problems in it, and the texts of its files.

    `evidence` has its documents, as far as they were read; `lost` are the parts of a file in
    another format that were not taken over, `format` is the name of that format.
    """

    reading: Reading
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    evidence: Evidence | None = None
    lost: tuple[Loss, ...] = ()
    format: str = "argmap"

    @property
    def map(self) -> ArgumentMap:
        """The map itself."""
        return self.reading.map

    @property
    def quotations(self) -> QuotationCount:
        """The numbers of its quotations by whether they could be verified."""
        return self.evidence.count if self.evidence is not None else NO_QUOTATIONS

    @property
    def is_sound(self) -> bool:
        """Whether the map may be analysed: no problem is fatal."""
        return not any(diagnostic.is_fatal for diagnostic in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Built:
    """The result of a build: the checked map, and the files written; none if it is not sound."""

    checked: Checked
    paths: tuple[Path, ...]


def check(  # noqa: PLR0913  # each a choice of the reader
    place: str | Path | ArgumentMap = "claims",
    documents: Path | None = None,
    *,
    notes: bool = True,
    verify: bool = True,
    beside: Sequence[Path] = (),
    wishes: Wishes = PLAIN,
) -> Checked:
    """The map at a place with all its problems; expectations are checked if it has no other error.

    `place` is a file, a folder, or a map made in Python. Without `notes` only errors and warnings
    are searched for; without `verify` the folder of documents that the map names is left alone, as
    reading documents takes time. Files and folders in `beside`, such as a reader's stances, are
    read as if they were part of the map; those that are part of it anyway are read once.
    `wishes` are for files of other formats.

    Raises:
        UsageError: there is no such file or folder, or nothing can be read beside it.
    """
    parsed, lost, scope, name = _parsed(place, beside, wishes)
    folder = documents_folder(parsed.map, place, documents) if verify else documents
    return replace(_checked(parsed, folder, notes=notes, scope=scope), lost=lost, format=name)


class _Parsed(NamedTuple):
    """A map that was read, what of it was lost, the checks that fit it, and its format."""

    parsed: ParsedMap
    lost: tuple[Loss, ...] = ()
    scope: Scope = "all"
    format: str = "argmap"


def _parsed(place: str | Path | ArgumentMap, beside: Sequence[Path], wishes: Wishes) -> _Parsed:
    if isinstance(place, ArgumentMap):
        return _Parsed(ParsedMap(place, (), {}))
    foreign = foreign_at(place, wishes.format)
    if not isinstance(foreign, Foreign):
        from argmap.reading.reader import read  # noqa: PLC0415  # for claim files; slow to load

        return _Parsed(read(place, beside, foreign, ANYWHERE))
    if beside:
        raise UsageError(
            f"{beside[0]} cannot be read beside {place}; give stances on it in a table (.csv), "
            "or by --reject and --accept"
        )
    imported = foreign.imported(wishes)
    parsed = ParsedMap(imported.map, imported.diagnostics, foreign.texts)
    return _Parsed(parsed, imported.lost, foreign.scope, foreign.name)


def check_revision(word: str) -> Checked:
    """The map at a path in a git revision (`REV:path`) with its errors and warnings.

    Raises:
        UsageError: git is not installed, or has no such revision or path.
    """
    files = find_in_revision(word)
    if len(files.files) == 1:
        [file] = files.files
        foreign = foreign_text(file.name, file.text)
        if foreign is not None:
            return check_foreign(foreign)
    from argmap.reading.reader import read_files  # noqa: PLC0415  # for claim files; slow to load

    return _checked(read_files(files, word, reach=IN_REVISION), None, notes=False)


def check_foreign(foreign: Foreign) -> Checked:
    """The map in files of another format that are open, with its errors and warnings."""
    imported = foreign.imported()
    parsed = ParsedMap(imported.map, imported.diagnostics, foreign.texts)
    checked = _checked(parsed, None, notes=False, scope=foreign.scope)
    return replace(checked, lost=imported.lost, format=foreign.name)


def _checked(
    parsed: ParsedMap, documents: Path | None, *, notes: bool, scope: Scope = "all"
) -> Checked:
    return checked_in(
        parsed, examined(parsed, evidence_in(parsed.map, documents), scope), notes=notes
    )


def examined(parsed: ParsedMap, evidence: Evidence, scope: Scope = "all") -> Examination:
    """The examination of a map that was read, where its documents have been read as well."""
    return Examination(Reading(parsed.map), evidence, parsed.diagnostics, scope)


def checked_in(parsed: ParsedMap, examination: Examination, *, notes: bool = True) -> Checked:
    """A map that was read, with all problems that its examination finds."""
    diagnostics = in_order(examination.problems(notes=notes))
    return Checked(examination.reading, diagnostics, parsed.texts, examination.evidence)


def documents_folder(
    argument_map: ArgumentMap, place: str | Path | ArgumentMap, given: Path | None
) -> Path | None:
    """The folder of documents that is given, else that which the map at a place names.

    The map names it relative to its claim files, or to the working folder if it has no files.
    """
    if isinstance(place, ArgumentMap) or str(place) == STDIN:
        return folder_of(argument_map, Path(), given)
    home = Path(place)
    return folder_of(argument_map, home if home.is_dir() else home.parent, given)


def fix(place: str | Path, documents: Path | None) -> tuple[Fixed, ...]:
    """Write missing paragraph numbers and hashes into the claim files; return the changes by file.

    Nothing is written if the map has errors of text, shape or reference.

    Raises:
        UsageError: there is no such map, or it is standard input.
        OutputError: a claim file could not be written.
    """
    from argmap.editing.fixing import fixed  # noqa: PLC0415  # for claim files; slow to load
    from argmap.reading.reader import read_files  # noqa: PLC0415

    if str(place) == STDIN:
        raise UsageError("standard input cannot be fixed; name the file")
    discovered = find(place)
    parsed = read_files(discovered, str(place), reach=ANYWHERE)
    if any(problem.is_error for problem in parsed.diagnostics):
        return ()
    folder = documents_folder(parsed.map, place, documents)
    texts = read_documents(parsed.map.sources.values(), folder)
    filled = fixed(parsed.map, discovered.files, texts)
    before = {file.name: file.text for file in discovered.files}
    changes = [Replacement(each.name, before[each.name], each.text) for each in filled]
    replace_texts(changes, "argmap check --fix")
    return filled


def load(
    place: str | Path = "claims", documents: Path | None = None
) -> tuple[ArgumentMap, tuple[Diagnostic, ...]]:
    """The map at a place, as far as it could be read, and all its problems.

    Raises:
        UsageError: there is no such file or folder.
    """
    checked = check(place, documents)
    return checked.map, checked.diagnostics


def build(  # noqa: PLR0913, PLR0917  # each a choice of the reader
    place: str | Path | ArgumentMap,
    folder: str | Path,
    documents: Path | None = None,
    objections: Force | None = None,
    wanted: Wanted = EVERYTHING,
    wishes: Wishes = PLAIN,
) -> Built:
    """Check a map, and write the outputs in `wanted` into a folder.

    Raises:
        UsageError: there is no such file or folder to read, no such claim, source or view, or an
            extra is missing.
        OutputError: an output could not be written.
    """
    checked = check(place, documents, wishes=wishes)
    if not checked.is_sound:
        return Built(checked, ())
    return Built(checked, write_outputs(Path(folder), drawn(checked, objections, wanted)))


def drawn(checked: Checked, objections: Force | None, wanted: Wanted) -> dict[str, str | bytes]:
    """The outputs of a sound map, by their file names; nothing is written.

    Raises:
        UsageError: there is no such claim, source or view, or an extra is missing.
    """
    # The views import the libraries of the page, which are slow to load and no use to `check`.
    from argmap.analysis.details import NO_DETAILS, details  # noqa: PLC0415
    from argmap.analysis.people.coverage import coverage  # noqa: PLC0415
    from argmap.views.outputs import Findings, outputs_of  # noqa: PLC0415
    from argmap.views.words.legible import legible  # noqa: PLC0415

    argument_map = legible(checked.map)
    reading = checked.reading if argument_map is checked.map else Reading(argument_map)
    reading = reading.with_objections(objections)
    named = Extent(wanted.focus, wanted.depth, wanted.only_source)
    extent = extent_named(argument_map, reading.outline, named, wanted.view)
    of_claims = details(reading) if "html" in wanted.formats else NO_DETAILS
    covered = None
    if "report" in wanted.formats and checked.evidence is not None:
        covered = coverage(checked.reading, checked.evidence)
    findings = Findings(reading, checked.diagnostics, of_claims, covered)
    with NoTimeLimit():  # searches for details that may be left out have limits of their own
        return outputs_of(findings, wanted.formats, extent, sentences=wanted.sentences)
