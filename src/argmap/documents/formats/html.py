"""HTML as text: blocks are paragraphs, tags and scripts are dropped."""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser

from argmap.documents.formats.plain import text_from
from argmap.documents.unreadable import UnreadableError

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body caption dd details dialog div dl dt fieldset
        figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option
        p pre section summary table tbody td tfoot th thead tr ul""",
    )
)
_NO_TEXT = frozenset({"template", "title", "noscript", "del", "s", "strike"})
# The parser of the standard library is slow, beyond measure, on tags that never end. What stands
# between two tags, and is none, is therefore made text beforehand.
_NEVER_SHOWN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:script|style)\b[^<>]*/>|<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG_OR_SIGN = re.compile(r"""(<[/!?a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*'){0,2000}+>)|<""")
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]{1,40})""")
_NUMBER = re.compile(r"[0-9]{1,4}")
_NOTE_MARK = re.compile(r"\[\w{1,4}\]|[*\u2020\u2021\u00a7\u00b6]{1,3}")
_LINKED_MARK = re.compile(r"\[?\w{1,4}\]?")


def html_from(content: bytes) -> str:
    """The content as text, in the encoding that it names at its beginning, else UTF-8.

    Raises:
        UnreadableError: the content is not in this encoding.
    """
    declared = _CHARSET.search(content[:2048].lower())
    if declared is None or content.startswith(codecs.BOM_UTF8):
        return text_from(content)
    name = declared[1].decode("ascii", errors="replace")
    try:
        return content.decode(name)
    except (LookupError, ValueError) as error:
        raise UnreadableError(f"it is not in the encoding that it names, {name}") from error


def text_of_html(text: str) -> str:
    r"""The text that a browser would show, a blank line between blocks.

    >>> text_of_html("<h1>Air</h1><p>Dirty <b>air</b> &amp; noise<script>x</script></p>")
    'Air\n\nDirty air & noise'
    """
    reader = _ReaderOfHtml()
    shown = _NEVER_SHOWN.sub("", text)
    reader.feed(_TAG_OR_SIGN.sub(lambda match: match[1] or "&lt;", shown))
    reader.close()
    return reader.text


class _ReaderOfHtml(HTMLParser):
    """The text of an HTML document, gathered block by block.

    A list's items get the marks that a browser shows, as a reader copies them with the words.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[str] = []
        self._parts: list[str] = []
        self._silent: list[str] = []  # the tags around what is not shown
        self._lists: list[int | None] = []  # the next number of each list around, None for bullets
        self._mark = ""
        self._preformatted = 0
        self._superscript: int | None = None
        self._is_linked = False  # whether the superscript leads to another place of the page

    @property
    def text(self) -> str:
        """All blocks so far."""
        self._end_block()
        return "\n\n".join(self._blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block or a list; a line break is one in the text too."""
        if tag in _NO_TEXT:
            self._silent.append(tag)
        elif tag in _BLOCKS:
            self._end_block()
        if tag == "br":
            self._parts.append("\n")
        elif tag == "sup":
            self._superscript, self._is_linked = len(self._parts), False
        elif tag == "a" and (dict(attrs).get("href") or "").startswith("#"):
            self._is_linked = True
        elif tag in {"ol", "ul"}:
            start = dict(attrs).get("start") or "1"
            first = int(start) if _NUMBER.fullmatch(start) else 1
            self._lists.append(first if tag == "ol" else None)
        elif tag == "li" and self._lists:
            number = self._lists[-1]
            self._mark = "\u2022 " if number is None else f"{number}. "
            self._lists[-1] = None if number is None else number + 1
        self._preformatted += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        """Close a block or a list; marks of footnotes are dropped."""
        if tag in _NO_TEXT and tag in self._silent:
            self._silent.remove(tag)
        elif tag in _BLOCKS:
            self._end_block()
        if tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
        elif tag == "sup" and self._superscript is not None:
            mark = "".join(self._parts[self._superscript :]).strip()
            if _NOTE_MARK.fullmatch(mark) or (self._is_linked and _LINKED_MARK.fullmatch(mark)):
                del self._parts[self._superscript :]
            self._superscript = None
        self._preformatted -= tag == "pre" and self._preformatted > 0

    def handle_data(self, data: str) -> None:
        """Add text; its line breaks are spaces, but for text that is set as it stands."""
        if not self._silent:
            self._parts.append(data if self._preformatted else re.sub(r"\s+", " ", data))

    def _end_block(self) -> None:
        text = "".join(self._parts).strip()
        self._parts.clear()
        self._superscript = None
        if text:
            self._blocks.append(self._mark + text)
            self._mark = ""
