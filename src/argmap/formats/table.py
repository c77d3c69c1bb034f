"""The table of formats: the name, the ends of file names and the module of each.

A module is imported where a file of its format is at hand: most maps are claim files.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.formats.exchange import Exported, Imported, Wishes
    from argmap.formats.foreign_file import ForeignFile, Shape
    from argmap.model.argument_map import ArgumentMap


class Reader(Protocol):
    """The module of a format that is read."""

    def fits(self, file: ForeignFile) -> bool:
        """Whether the file looks like one of this format; cheap, and never raises."""
        ...

    def read(self, files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
        """The map in these files; never raises on bad content. Cost: linear.

        A format that is JSON and nothing else gets only files that are JSON.
        """
        ...


class FolderReader(Reader, Protocol):
    """The module of a format that is a whole folder."""

    def is_at(self, folder: Path) -> bool:
        """Whether the folder looks like one of this format; cheap, and never raises."""
        ...

    def files_of(self, folder: Path) -> tuple[ForeignFile, ...]:
        """The files in the folder and below it that `read` wants."""
        ...


class Writer(Protocol):
    """The module of a format that is written."""

    def write(self, argument_map: ArgumentMap, wishes: Wishes) -> Exported:
        """The map in this format, with what it cannot hold. The same map, the same bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format of argument maps.

    `suffixes` are the ends of file names, that of a file written first. `shapes` are the outer
    shapes in which it is read; it is not read if there are none. Several files of a format with
    `is_many` in one folder are one map; one with `is_folder` is a whole folder. `reader` and
    `writer` are modules, empty if there is none. `wishes` are the fields of Wishes that it knows.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    reader: str = ""
    writer: str = ""
    shapes: tuple[Shape, ...] = ()
    is_many: bool = False
    is_folder: bool = False
    wishes: tuple[str, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether files of it are read as maps."""
        return bool(self.reader) or self.name == "argmap"

    def reads(self) -> Reader:
        """The module that reads it."""
        return cast("Reader", _module(self.reader))

    def reads_folders(self) -> FolderReader:
        """The module that reads it, if it is a whole folder."""
        return cast("FolderReader", self.reads())

    def writes(self) -> Writer:
        """The module that writes it."""
        return cast("Writer", import_module(f"argmap.formats.{self.writer}"))


@cache
def _module(name: str) -> object:
    """The module of a reader; a corpus asks for it once for each of many files."""
    return import_module(f"argmap.formats.{name}")


_ALL = (
    Format("argmap", "argmap claim file", (".yaml", ".yml"), writer="argmap.claim_files"),
    Format("json", "argmap JSON", (".json",), "argmap.as_json", "argmap.as_json", shapes=("json",)),
    Format(
        "aif",
        "AIF",
        (".json",),
        "aif.as_aif",
        "aif.as_aif",
        shapes=("json",),
        is_many=True,
        wishes=("dialogue",),
    ),
    Format(
        "xaif",
        "xAIF",
        (".json",),
        "aif.as_xaif",
        "aif.as_xaif",
        shapes=("json",),
        is_many=True,
        wishes=("dialogue",),
    ),
    Format(
        "sadface",
        "SADFace",
        (".json",),
        "sadface.reading",
        "sadface.writing",
        shapes=("json",),
    ),
    Format(
        "arguebuf",
        "arguebuf JSON",
        (".json",),
        "arguebuf.reading",
        "arguebuf.writing",
        shapes=("json",),
    ),
    Format("kialo", "Kialo text export", (".txt",), "kialo.reading", shapes=("text",)),
    Format(
        "csv",
        "CSV table",
        (".csv", ".tsv"),
        "tabular.csv_file",
        "tabular.csv_file",
        shapes=("text",),
        wishes=("columns",),
    ),
    Format(
        "xlsx",
        "XLSX workbook",
        (".xlsx", ".xlsm"),
        "tabular.xlsx_file",
        "tabular.xlsx_file",
        shapes=("zip",),
        wishes=("columns",),
    ),
    Format("reasons", "Reasons JSON", (".json",), "reasons", "reasons", shapes=("json",)),
    Format("rationale", "Rationale map", (".rtnl",), "rationale.reading", shapes=("text",)),
    Format(
        "argdown",
        "Argdown",
        (".argdown", ".ad"),
        "argdown.reading",
        "argdown.writing",
        shapes=("text", "xml"),
        wishes=("keep_going",),
    ),
    Format(
        "framework",
        "abstract framework",
        (".af", ".aba", ".apx", ".tgf"),
        "frameworks.as_map",
        shapes=("text",),
    ),
    Format(
        "discourse-graph",
        "Discourse graph",
        (),
        "discourse.vault",
        "discourse.vault_writing",
        is_folder=True,
        wishes=("labels",),
    ),
    Format(
        "discourse-json",
        "Discourse graph as JSON-LD",
        (".jsonld", ".json"),
        "discourse.json_ld",
        "discourse.json_ld_writing",
        shapes=("json",),
        wishes=("labels",),
    ),
    Format(
        "verbatim",
        "Verbatim debate file",
        (".docx",),
        "verbatim.reading",
        "verbatim.writing",
        shapes=("zip",),
    ),
    Format(
        "hypothesis",
        "Hypothesis annotations",
        (".json",),
        "highlights.hypothesis",
        shapes=("json",),
    ),
    Format(
        "zotero",
        "Zotero annotations",
        (".json",),
        "highlights.zotero",
        shapes=("json", "text"),
    ),
    Format(
        "annotations",
        "W3C Web Annotations",
        (".jsonld", ".json"),
        "highlights.w3c",
        "highlights.w3c",
        shapes=("json",),
    ),
    Format(
        "gsn2x",
        "gsn2x YAML",
        (".gsn.yaml", ".yaml", ".yml"),
        "gsn.gsn2x",
        "gsn.gsn2x",
        shapes=("text",),
        is_many=True,
    ),
    Format(
        "ltac",
        "LTAC outline",
        (".ltac",),
        "gsn.ltac",
        "gsn.ltac",
        shapes=("text",),
        wishes=("keep_going",),
    ),
    Format("arggraph", "arggraph XML", (".xml",), "arggraph", shapes=("xml",), is_many=True),
    Format("carneades", "Carneades YAML", (".yml", ".yaml"), "carneades", shapes=("text",)),
    Format(
        "brat",
        "brat annotations",
        (".ann",),
        "brat",
        shapes=("text",),
        is_many=True,
        wishes=("labels",),
    ),
    Format("graphml", "GraphML", (".graphml",), writer="drawing.graphml", wishes=("relations",)),
    Format("dot", "Graphviz DOT", (".dot", ".gv"), writer="drawing.dot"),
    Format("mermaid", "Mermaid flow chart", (".mmd",), writer="drawing.mermaid"),
    Format("markdown", "Markdown outline", (".md",), writer="outlines.markdown"),
    Format("docx", "Word outline", (".docx",), writer="outlines.docx"),
    Format("standard", "Numbered standard form", (".txt",), writer="outlines.standard"),
    Format("obsidian", "Obsidian vault", (), writer="obsidian.writing"),
)
FORMATS = MappingProxyType({each.name: each for each in _ALL})
"""All formats by name, in the order in which they are documented."""

SUFFIXES = tuple(dict.fromkeys(suffix for each in _ALL for suffix in each.suffixes if each.reader))
"""The ends of names of files that are read as maps, beside those of claim files."""
