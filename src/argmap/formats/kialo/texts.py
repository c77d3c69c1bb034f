"""The text of a Kialo claim: its words, and the pages that it links to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINK = re.compile(
    r"\[((?:[^\[\]\\]|\\.)*)\]"
    r"\((https?://(?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*)(?:\s+\"[^\"]*\")?\)"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARK = re.compile(r"[ ]?\[(\d{1,6})\]")


class CitedPage(NamedTuple):
    """A page that a claim cites: its address, the words of the link, and what is quoted from it."""

    url: str
    words: str = ""
    quote: str = ""

    @property
    def title(self) -> str:
        """The name of the page: the words of the link, or its host if they say nothing."""
        return self.words if " " in self.words else host(self.url)


class Text(NamedTuple):
    """The words of a claim, and the pages cited in them, in their order."""

    words: str
    cited: tuple[CitedPage, ...]


def text_of(written: str, numbered: Mapping[str, CitedPage]) -> Text:
    r"""The text without the signs of links; `numbered` are the sources at the end of the file.

    The words of a link stay, its address becomes a page that is cited; the mark of a numbered
    source goes. An escaped sign is the sign itself.

    >>> text = text_of(r"See [a study](https://e.org/x_\(y\)) \(2020\).", {})
    >>> text.words, text.cited[0].url
    ('See a study (2020).', 'https://e.org/x_(y)')
    """
    cited: dict[CitedPage, None] = {}

    def of_link(match: re.Match[str]) -> str:
        page = CitedPage(_plain(match[2]), " ".join(_plain(match[1]).split()))
        cited[page] = None
        return match[1]

    def of_mark(match: re.Match[str]) -> str:
        page = numbered.get(match[1])
        if page is None:
            return match[0]
        cited[page] = None
        return ""

    words = _LINK.sub(of_link, written)
    if numbered:
        words = _MARK.sub(of_mark, words)
    return Text(_plain(words), tuple(cited))


def host(url: str) -> str:
    """The name of the site that an address leads to.

    >>> host("https://www.example.org/a/b")
    'example.org'
    """
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
