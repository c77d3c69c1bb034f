"""DOCX as text: the paragraphs of a word processor's file, and below them its notes.

A DOCX file is a ZIP archive of XML files. They are read by the parser of the standard library, and
a document type stops it: no DOCX file has one, and without it no entity can be made to grow.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from xml.parsers import expat  # document types, and so entities, are refused
from zipfile import BadZipFile, ZipFile

from argmap.documents.unreadable import UnreadableError

PART_LIMIT = 50_000_000  # bytes of a part when unpacked; an archive may claim any number
_DEPTH_LIMIT = 10_000
_BODY, _NOTES = "word/document.xml", ("word/footnotes.xml", "word/endnotes.xml")
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_NAMESPACE = "wordprocessingml"
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
# Text that was deleted or moved away, and the second form of what is there twice.
_SKIPPED = frozenset({"del", "moveFrom", "Fallback"})


def text_of_docx(content: bytes) -> str:
    """The text of a DOCX file, a blank line between paragraphs.

    Raises:
        UnreadableError: the content is no DOCX file, is damaged, encrypted, or too large.
    """
    if content.startswith(_OLD_OR_ENCRYPTED):
        raise UnreadableError(
            "it is encrypted, or in the old DOC format", "save it as DOCX without a password"
        )
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            if _BODY not in names:
                raise UnreadableError("it is no DOCX file")
            parts = [_part(archive, name) for name in (_BODY, *_NOTES) if name in names]
    except (BadZipFile, NotImplementedError, EOFError, ValueError, zlib.error) as error:
        raise UnreadableError("it is no DOCX file, or it is damaged") from error
    except RuntimeError as error:  # the only sign that ZipFile gives of a password
        raise UnreadableError("it is encrypted", "save it without a password") from error
    return "\n\n".join(paragraph for part in parts for paragraph in _paragraphs(part))


def _part(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        content = file.read(PART_LIMIT + 1)
    if len(content) > PART_LIMIT:
        raise UnreadableError(f"unpacked it is larger than {PART_LIMIT // 1_000_000} MB")
    return content


def _paragraphs(part: bytes) -> list[str]:
    reader = _ReaderOfWord()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.Parse(part, True)  # noqa: FBT003  # it takes no keyword
    except expat.ExpatError as error:
        raise UnreadableError("its text is damaged") from error
    return reader.paragraphs


def _refuse_document_type(*_: object) -> None:
    raise UnreadableError("it holds a document type, which no DOCX file has")


class _ReaderOfWord:
    """The paragraphs of one part, gathered from the events of the parser.

    A text box holds paragraphs within a paragraph, which is why the open ones are a stack.
    """

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._open: list[list[str]] = []
        self._skipped = 0
        self._in_text = 0
        self._depth = 0

    def start(self, name: str, _attributes: object) -> None:
        """An element begins."""
        namespace, _, tag = name.rpartition(" ")
        self._depth += 1
        if self._depth > _DEPTH_LIMIT:
            raise UnreadableError("its text is nested too deeply")
        if tag in _SKIPPED or self._skipped:
            self._skipped += 1
        elif _NAMESPACE not in namespace:
            return
        elif tag == "p":
            self._open.append([])
        elif tag == "t":
            self._in_text += 1
        elif tag in _SIGNS and self._open:
            self._open[-1].append(_SIGNS[tag])

    def end(self, name: str) -> None:
        """An element ends."""
        namespace, _, tag = name.rpartition(" ")
        self._depth -= 1
        if self._skipped:
            self._skipped -= 1
        elif _NAMESPACE not in namespace:
            return
        elif tag == "p" and self._open:
            self.paragraphs.append("".join(self._open.pop()))
        elif tag == "t":
            self._in_text -= 1

    def text(self, text: str) -> None:
        """The text of an element."""
        if self._in_text and self._open and not self._skipped:
            self._open[-1].append(text)
