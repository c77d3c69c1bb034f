"""A DOCX file as paragraphs: each with its style, and with runs of letters that look alike.

A DOCX file is a ZIP archive of XML files. They are read by the parser of the standard library as
they are unpacked, and a document type stops it: no DOCX file has one, and without it no entity can
be made to grow.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat  # document types, and so entities, are refused
from zipfile import BadZipFile, ZipFile

from argmap.documents.formats.word_parts import (
    PartReader,
    ReaderOfStyles,
    ReaderOfText,
    ReaderOfTitle,
    WordParagraph,
    WordStyle,
)
from argmap.documents.unreadable import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHUNK = 1 << 16
_BODY, _NOTES = "word/document.xml", ("word/footnotes.xml", "word/endnotes.xml")
_STYLES, _PROPERTIES = "word/styles.xml", "docProps/core.xml"
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file: the paragraphs of its body and of its notes, its styles by id, and its title.

    `left_out` counts what is no text, such as pictures.
    """

    body: tuple[WordParagraph, ...]
    notes: tuple[WordParagraph, ...] = ()
    styles: Mapping[str, WordStyle] = field(default_factory=dict)
    title: str = ""
    left_out: Mapping[str, int] = field(default_factory=dict)


def is_word(content: bytes) -> bool:
    """Whether the content is an archive with the body of a Word file in it."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _BODY in archive.NameToInfo
    except (BadZipFile, NotImplementedError, EOFError, ValueError, OSError):
        return False


def word_of(content: bytes, limit: int, *, with_styles: bool = True) -> WordFile:
    """The content as a Word file; no part of it may have more bytes than the limit when unpacked.

    Without `with_styles` only its text is read.

    Cost: linear.

    Raises:
        UnreadableError: the content is no DOCX file, is damaged, encrypted, or too large.
    """
    if content.startswith(_OLD_OR_ENCRYPTED):
        raise UnreadableError(
            "it is encrypted, or in the old DOC format", "save it as DOCX without a password"
        )
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _read(archive, limit, with_styles=with_styles)
    except (BadZipFile, NotImplementedError, EOFError, ValueError, zlib.error) as error:
        raise UnreadableError("it is no DOCX file, or it is damaged") from error
    except RuntimeError as error:  # the only sign that ZipFile gives of a password
        raise UnreadableError("it is encrypted", "save it without a password") from error


def _read(archive: ZipFile, limit: int, *, with_styles: bool) -> WordFile:
    names = archive.NameToInfo
    if _BODY not in names:
        raise UnreadableError("it is no DOCX file")
    body, notes = ReaderOfText(), ReaderOfText()
    _parse(archive, _BODY, limit, body)
    for name in _NOTES:
        if name in names:
            _parse(archive, name, limit, notes)
    styles, properties = ReaderOfStyles(), ReaderOfTitle()
    if with_styles and _STYLES in names:
        _parse(archive, _STYLES, limit, styles)
    if with_styles and _PROPERTIES in names:
        _parse(archive, _PROPERTIES, limit, properties)
    return WordFile(
        tuple(body.paragraphs),
        tuple(notes.paragraphs),
        styles.styles,
        " ".join("".join(properties.parts).split()),
        body.left_out,
    )


def _parse(archive: ZipFile, name: str, limit: int, reader: PartReader) -> None:
    """Hand the events of a part to a reader, as it is unpacked."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    if archive.NameToInfo[name].file_size > limit:  # an archive is never unpacked beyond this size
        raise UnreadableError(f"unpacked it is larger than {limit // 1_000_000} MB")
    try:
        with archive.open(name) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk, False)  # noqa: FBT003  # it takes no keyword
        parser.Parse(b"", True)  # noqa: FBT003  # likewise
    except expat.ExpatError as error:
        raise UnreadableError("its text is damaged") from error


def _refuse_document_type(*_: object) -> None:
    raise UnreadableError("it holds a document type, which no DOCX file has")
