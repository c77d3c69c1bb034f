"""Problems in what an author wrote: values with a place, a severity and a stable code.

`CODES` lists all of them; `argmap explain CODE` shows the text to each.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from argmap.values import made_at_once


class Severity(StrEnum):
    """The severity of a problem: a map with errors is not analysed; the others stop nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@made_at_once
@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a claim file; lines and columns count from 1, columns in code points."""

    path: str
    line: int
    column: int

    @property
    def is_known(self) -> bool:
        """Whether it is a place in a file, and not `NOWHERE`."""
        return self.line > 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


NOWHERE = Location("", 0, 0)
"""The place of a value that was made in Python, and so stands in no file."""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem: its severity, and its title. Numbers are never reused for another kind."""

    severity: Severity
    title: str


def _table(severity: Severity, **titles: str) -> dict[str, Code]:
    return {code: Code(severity, title) for code, title in titles.items()}


CODES: MappingProxyType[str, Code] = MappingProxyType(
    _table(
        Severity.ERROR,
        # The hundreds: 1 text and YAML, 2 shape, 3 references and ids, 4 reasoning,
        # 5 sources and anchors, 6 expectations, 7 files in other formats.
        AM101="file is not UTF-8 text",
        AM102="file is not YAML",
        AM103="tab used for indentation",
        AM104="key written twice",
        AM105="anchor, alias or merge key",
        AM106="YAML tag",
        AM107="more than one document in a file",
        AM108="nested too deeply",
        AM109="file or number too large",
        AM110="not a mapping at the top",
        AM111="key that is not text",
        AM112="file cannot be read",
        AM113="no claim file in the folder",
        AM114="no claim in the map",
        AM115="control character",
        AM116="not what the format of the file says",
        AM118="folder of `uses` that is not there",
        AM119="file of `include` that is not there",
        AM201="unknown key",
        AM202="wrong type",
        AM203="missing key",
        AM204="number out of range",
        AM205="empty text or value",
        AM206="unknown word for a key that knows a few",
        AM207="list inside a list of relations",
        AM208="version of the format not known",
        AM209="keys that exclude each other",
        AM210="path that leaves the folder of documents",
        AM301="unknown claim",
        AM302="unknown relation",
        AM303="unknown source",
        AM304="unknown scheme",
        AM305="id not well formed",
        AM306="id given twice",
        AM307="id that looks like another",
        AM308="claim that supports or contradicts itself",
        AM309="relation that is its own target",
        AM310="relation between claims that restate each other",
        AM311="restated claims at odds about being granted",
        AM312="two map blocks that disagree",
        AM313="relation written twice with different force or weight",
        AM314="claim both rejected and accepted",
        AM315="draft named where a claim belongs",
        AM318="unknown entry of the bibliography",
        AM501="quotation not in the document",
        AM601="expectation not met",
        AM701="format not known",
        AM702="file broken for its format",
        AM709="more than one format fits",
    )
    | _table(
        Severity.WARNING,
        AM151="empty file",
        AM152="text cut by #",
        AM153="text cut at a comma",
        AM154="text that opens with a sign of YAML's",
        AM155="invisible character",
        AM401="relation written twice",
        AM402="claim that attacks itself",
        AM403="claims that support each other in a circle",
        AM404="same premise for and against a claim",
        AM405="not granted, and without support",
        AM406="claims in nearly the same words",
        AM407="belief in the text of a reported claim",
        AM408="ignore that fits nothing",
        AM409="critical question that no step is asked",
        AM410="claim that is a question",
        AM411="credence in a claim that the stance judges",
        AM502="quotation in another paragraph or on another page",
        AM503="document changed",
        AM506="begins or ends that fits no single paragraph",
        AM507="document that cannot be read",
        AM508="quotation that is too short",
        AM509="quotation cut where the sense turns",
        AM511="document not in the folder",
        AM512="speaker who is nearly an author",
        AM515="date that is in no calendar",
        AM516="claim that only a retracted source carries",
        AM517="DOI or ISBN that is none",
        AM518="entry of a bibliography that cannot be read",
        AM602="expectation not judged",
        AM705="part of a file not understood",
        AM707="encoding that was guessed",
        AM708="file of a folder that is not read",
    )
    | _table(
        Severity.NOTE,
        AM156="claim files in a subfolder",
        AM451="attack that nobody answers",
        AM452="claim in no relation",
        AM453="claim with a single reason",
        AM454="conclusion that rests on one source",
        AM455="conclusion that rests on no source",
        AM456="number that is not used",
        AM457="claims without a label",
        AM458="steps between sources that no source is said to draw",
        AM504="claim without a place in its source",
        AM505="document not found",
        AM510="quotation that differs in more than typography",
        AM513="several people written as one author",
        AM514="one person under two names",
        AM706="part of a file that a map has no place for",
    )
)


class Unmet(NamedTuple):
    """An expectation that the map does not meet, in the parts of which a message is made.

    The claim has another status than the expected one, with a reason; or, where the expectation is
    not about a status, `instead` says what is so under the semantics.
    """

    claim: str
    expected: str
    semantics: str
    status: str = ""
    reason: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem at a place: the message names it, the hint says what to type instead.

    `claim` is the claim concerned, in whose entry the diagnostic can be ignored; `others` are
    further claims equally concerned, whose entries can ignore it too. `unmet` has the parts of the
    message where an expectation is not met, for views that name claims in their own way.

    >>> problem = Diagnostic(Location("claims.yaml", 3, 5), "AM301", "there is no claim `x`")
    >>> problem.is_fatal, str(problem.location)
    (True, 'claims.yaml:3:5')
    """

    location: Location
    code: str
    message: str
    hint: str = ""
    claim: str | None = None
    others: tuple[str, ...] = ()
    unmet: Unmet | None = None

    @property
    def place(self) -> str:
        """The place in words; for a value that stands in no file the claim, else the map.

        >>> Diagnostic(Location("a.yaml", 2, 3), "AM405", "...").place
        'a.yaml:2:3'
        >>> Diagnostic(NOWHERE, "AM405", "...", claim="a").place
        'claim a'
        """
        if self.location.is_known:
            return str(self.location)
        return "map" if self.claim is None else f"claim {self.claim}"

    @property
    def severity(self) -> Severity:
        """The severity that belongs to the code."""
        return CODES[self.code].severity

    @property
    def is_error(self) -> bool:
        """Whether the severity is error."""
        return self.severity is Severity.ERROR

    @property
    def is_fatal(self) -> bool:
        """Whether the map cannot be analysed; a failed expectation is an error, but not fatal."""
        return self.is_error and not self.code.startswith("AM6")


def in_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics without duplicates, by path, line, column, code and message.

    >>> first, second = (Diagnostic(Location("a.yaml", line, 1), "AM301", "") for line in (1, 2))
    >>> in_order([second, first, second]) == (first, second)
    True
    """
    unique = set(diagnostics)
    return tuple(
        sorted(unique, key=lambda problem: (problem.location, problem.code, problem.message))
    )
