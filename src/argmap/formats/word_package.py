"""Word files, written: paragraphs with styles, in the few parts that a DOCX file must have.

The same paragraphs make the same bytes; a library for Word would put in the time of writing.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.documents.formats.word_parts import Run, WordParagraph

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
    '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_CONTENT}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_CONTENT}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package'
    '.core-properties+xml"/></Types>'
)
_LINKS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
_LINKS_OF_TEXT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709"'
    ' w:footer="709" w:gutter="0"/></w:sectPr>'
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# In the order in which Word wants them.
_LOOKS = ("b", "i", "strike", "color", "sz", "highlight", "u", "shd")
_SWITCHES = frozenset({"b", "i", "strike"})


def word_file(paragraphs: Iterable[WordParagraph], styles: str, title: str = "") -> bytes:
    """A Word file of these paragraphs; `styles` are the styles that they name, as XML.

    Cost: linear.
    """
    body = "".join(map(_paragraph, paragraphs))
    document = (
        f'{_HEAD}<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}{_PAGE}</w:body></w:document>'
    )
    properties = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_text(title)}</dc:title></cp:coreProperties>"
    )
    return _zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _LINKS,
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _LINKS_OF_TEXT,
            "word/styles.xml": f'{_HEAD}<w:styles xmlns:w="{_NAMESPACE}">{styles}</w:styles>',
            "docProps/core.xml": properties,
        }
    )


def _zipped(parts: Mapping[str, str]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return content.getvalue()


def _paragraph(paragraph: WordParagraph) -> str:
    style = f'<w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>' if paragraph.style else ""
    return f"<w:p>{style}{''.join(map(_run, paragraph.runs))}</w:p>"


def _run(run: Run) -> str:
    looks = run.properties
    properties = f'<w:rStyle w:val="{looks["style"]}"/>' if "style" in looks else ""
    properties += "".join(_look(name, looks[name]) for name in _LOOKS if name in looks)
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    signs = re.split(r"([\n\t])", run.text)
    for sign in signs:
        if sign in ("\n", "\t"):
            inside += "<w:br/>" if sign == "\n" else "<w:tab/>"
        elif sign:
            inside += f'<w:t xml:space="preserve">{_text(sign)}</w:t>'
    return f"<w:r>{inside}</w:r>"


def _look(name: str, value: str) -> str:
    if name == "shd":
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{value}"/>'
    return f"<w:{name}/>" if name in _SWITCHES else f'<w:{name} w:val="{value}"/>'


def _text(text: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", text))


def style(  # noqa: PLR0913  # a style has as many parts
    id_: str,
    name: str,
    *,
    letters: str = "",
    paragraph: str = "",
    aliases: str = "",
    of_letters: bool = False,
) -> str:
    """A style as XML: the look of its letters and of its paragraphs, in the tags of Word."""
    kind, base = ("character", "DefaultParagraphFont") if of_letters else ("paragraph", "Normal")
    is_base = id_ == base
    default = ' w:default="1"' if is_base else ""
    also = f'<w:aliases w:val="{aliases}"/>' if aliases else ""
    based = "" if is_base else f'<w:basedOn w:val="{base}"/>'
    follows = "" if of_letters or is_base else '<w:next w:val="Normal"/>'
    looks = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    looks += f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{id_}"><w:name w:val="{name}"/>{also}'
        f"{based}{follows}<w:qFormat/>{looks}</w:style>"
    )


def sized(half_points: int, *more: str) -> str:
    """The look of letters of a size in half points; `more` are further tags."""
    return f'{"".join(more)}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


FONT = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>'
BASE = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'{FONT}{sized(22)}<w:lang w:val="en-US"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="259" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
    + style("Normal", "Normal")
    + style("DefaultParagraphFont", "Default Paragraph Font", of_letters=True)
)
"""The styles on which all others are based."""
