"""The steps from claim files to outputs: read, check, analyse, draw, write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from argmap.analysis.reading_of_map import Reading
from argmap.checks.expectations import expectations
from argmap.checks.table import Scope, problems
from argmap.diagnostics import in_order
from argmap.documents.folder import read_documents
from argmap.documents.verification import NO_QUOTATIONS, Evidence, QuotationCount
from argmap.editing.fixing import Fixed, fixed
from argmap.errors import OutputError, UsageError
from argmap.formats.exchange import PLAIN
from argmap.formats.including import ANYWHERE, IN_REVISION
from argmap.formats.reader import Foreign, foreign_at, foreign_text
from argmap.graph.extent import Extent
from argmap.model.argument_map import ArgumentMap
from argmap.model.presentation import View
from argmap.nearest import did_you_mean
from argmap.reading.discovery import STDIN, find
from argmap.reading.reader import ParsedMap, read, read_files
from argmap.reading.revisions import find_in_revision
from argmap.writer import write_outputs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.diagnostics import Diagnostic
    from argmap.formats.exchange import Loss, Wishes
    from argmap.graph.outline import Outline
    from argmap.model.relation import Force

ALWAYS = ("html", "svg", "report")
"""The formats that a build writes unless others are named."""

T = TypeVar("T")
_MOST_NAMED = 8


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

    `quotations` says how many of its quotations could be verified; `lost` are the parts of a file
    in another format that were not taken over, `format` is the name of that format.
    """

    reading: Reading
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    quotations: QuotationCount = NO_QUOTATIONS
    lost: tuple[Loss, ...] = ()
    format: str = "argmap"

    @property
    def map(self) -> ArgumentMap:
        """The map itself."""
        return self.reading.map

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
    folder = _documents_folder(parsed.map, place, documents) if verify else documents
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
            imported = foreign.imported()
            parsed = ParsedMap(imported.map, imported.diagnostics, foreign.texts)
            return _checked(parsed, None, notes=False, scope=foreign.scope)
    return _checked(read_files(files, word, reach=IN_REVISION), None, notes=False)


def _checked(
    parsed: ParsedMap, documents: Path | None, *, notes: bool, scope: Scope = "all"
) -> Checked:
    sources = parsed.map.sources.values()
    evidence = Evidence.of(parsed.map, read_documents(sources, documents))
    reading = Reading(parsed.map)
    diagnostics = problems(reading, evidence, parsed.diagnostics, notes=notes, scope=scope)
    if not any(diagnostic.is_fatal for diagnostic in diagnostics):
        diagnostics += expectations(reading)
    return Checked(reading, in_order(diagnostics), parsed.texts, evidence.count)


def _documents_folder(
    argument_map: ArgumentMap, place: str | Path | ArgumentMap, given: Path | None
) -> Path | None:
    """The folder of documents that is given, else that which the map names.

    The map names it relative to its claim files, or to the working folder if it has no files.
    """
    if given is not None or argument_map.documents is None:
        return given
    if isinstance(place, ArgumentMap) or str(place) == STDIN:
        return Path(argument_map.documents)
    home = Path(place)
    return (home if home.is_dir() else home.parent) / argument_map.documents


def fix(place: str | Path, documents: Path | None) -> tuple[Fixed, ...]:
    """Write missing paragraph numbers and hashes into the claim files; return the changes by file.

    Nothing is written if the map has errors of text, shape or reference.

    Raises:
        UsageError: there is no such map, or it is standard input.
        OutputError: a claim file could not be written.
    """
    if str(place) == STDIN:
        raise UsageError("standard input cannot be fixed; name the file")
    discovered = find(place)
    parsed = read_files(discovered, str(place), reach=ANYWHERE)
    if any(problem.is_error for problem in parsed.diagnostics):
        return ()
    folder = _documents_folder(parsed.map, place, documents)
    texts = read_documents(parsed.map.sources.values(), folder)
    filled = fixed(parsed.map, discovered.files, texts)
    before = {file.name: file.text for file in discovered.files}
    for repaired in filled:
        path = Path(repaired.name).resolve()  # a symbolic link stays a link
        replace_text(path, before[repaired.name], repaired.text, "argmap check --fix")
    return filled


def replace_text(path: Path, before: str, after: str, command: str) -> None:
    """Replace the text of a claim file.

    Raises:
        OutputError: it has changed since it was read, when `command` is to be run again, or could
            not be read or written.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path} could not be read again: {error.strerror}") from error
    if content.decode("utf-8-sig", errors="replace") != before:
        raise OutputError(f"{path} was changed meanwhile; run `{command}` again")
    mark = "\ufeff" if content.startswith(b"\xef\xbb\xbf") else ""
    write_outputs(path.parent, {path.name: mark + after})


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
    return Built(checked, write_outputs(Path(folder), _drawn(checked, objections, wanted)))


def _drawn(checked: Checked, objections: Force | None, wanted: Wanted) -> dict[str, str | bytes]:
    # The views import the libraries of the page, which are slow to load and no use to `check`.
    from argmap.analysis.details import NO_DETAILS, details  # noqa: PLC0415
    from argmap.views.outputs import Findings, outputs_of  # noqa: PLC0415
    from argmap.views.words.legible import legible  # noqa: PLC0415

    argument_map = legible(checked.map)
    reading = checked.reading if argument_map is checked.map else Reading(argument_map)
    reading = reading.with_objections(objections)
    extent = _extent(argument_map, reading.outline, wanted)
    of_claims = details(reading) if "html" in wanted.formats else NO_DETAILS
    findings = Findings(reading, checked.diagnostics, of_claims)
    return outputs_of(findings, wanted.formats, extent, sentences=wanted.sentences)


def _extent(argument_map: ArgumentMap, outline: Outline, wanted: Wanted) -> Extent:
    """The part of the map that outputs show: the view named, with the fields given beside it.

    Raises:
        UsageError: there is no such view, claim or source.
    """
    view = View()
    if wanted.view is not None:
        view = _named("view", wanted.view, argument_map.views)
    focus = view.focus
    if wanted.focus is not None:
        by_number = outline.claim_of(wanted.focus)
        focus = by_number if wanted.focus not in argument_map.claims else wanted.focus
        if focus is None:
            focus = argument_map.claim_named(wanted.focus, _of_section(argument_map, wanted)).id
    if wanted.only_source is not None:
        _named("source", wanted.only_source, argument_map.sources)
    return Extent(
        focus,
        view.depth if wanted.depth is None else wanted.depth,
        view.only_source if wanted.only_source is None else wanted.only_source,
    )


def _of_section(argument_map: ArgumentMap, wanted: Wanted) -> str:
    """The hint for the name of a section in place of a claim; empty if no section has the name."""
    members = [claim.id for claim in argument_map.claims.values() if claim.section == wanted.focus]
    if not members:
        return ""
    return f"`{wanted.focus}` is a section; name a claim of it, such as `{members[0]}`"


def _named(kind: str, name: str, known: Mapping[str, T]) -> T:
    if name not in known:
        others = ", ".join(f"`{id_}`" for id_ in [*known][:_MOST_NAMED])
        more = f" and {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else ""
        hint = did_you_mean(name, known) or f"the map has {others or 'none'}{more}"
        raise UsageError(f"there is no {kind} `{name}`; {hint}")
    return known[name]
