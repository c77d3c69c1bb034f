"""The documents on the reader's own disk: paragraphs, and the search for quotations in them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.nearest import closest_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from argmap.model.source import Locator, Source

SIZE_LIMIT = 50_000_000  # bytes
_LIST_MARK = re.compile(r"\s*(?:[-*](?:\s+|$)|\u2022\s*|\d{1,4}[.)]\s+)")
_FOLDED = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u2039\u203a", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | {"\u00ad": None, "\u200b": None}
)


def folded(text: str) -> str:
    r"""The text with white space, quotation marks and dashes normalized, for comparison.

    >>> folded("Japan\u2019s\n  \u201cdelicate\u201d\u2013balance")
    'Japan\'s "delicate"-balance'
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split())


@dataclass(frozen=True, slots=True)
class DocumentParagraph:
    """A folded paragraph of a source; numbers count from 1, None is outside the numbered range.

    `text` is without the list mark at the start, `whole` with it, as a quotation may include it.
    """

    number: int | None
    text: str
    whole: str


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a source in paragraphs.

    `misfits` are the bounds (`begins`, `ends`) that do not fit exactly one paragraph.
    """

    name: str
    sha256: str
    paragraphs: tuple[DocumentParagraph, ...]
    misfits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationSearch:
    """The result of a search: the paragraph of a quotation, or the most similar passage.

    `paragraph` is None outside the numbered range.
    """

    is_found: bool
    paragraph: int | None = None
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents that could be read, by source, and the reason for each that could not."""

    by_source: Mapping[str, Document]
    unreadable: Mapping[str, str]


def read_documents(sources: Iterable[Source], folder: Path | None) -> Documents:
    """The documents of these sources in a folder; missing files are skipped."""
    by_source: dict[str, Document] = {}
    unreadable: dict[str, str] = {}
    for source in sources:
        if folder is None or source.document is None:
            continue
        path = folder / source.document
        try:
            if not path.is_file():
                continue
            with path.open("rb") as file:
                content = file.read(SIZE_LIMIT + 1)
            if len(content) > SIZE_LIMIT:
                unreadable[source.id] = f"it is larger than {SIZE_LIMIT // 1_000_000} MB"
                continue
            by_source[source.id] = document_of(content, source)
        except UnicodeDecodeError:
            unreadable[source.id] = "it is not UTF-8 text"
        except OSError as error:
            unreadable[source.id] = error.strerror or "it cannot be opened"
    return Documents(by_source, unreadable)


def document_of(content: bytes, source: Source) -> Document:
    """The document with this content, paragraphs numbered from the source's `begins` to its `ends`.

    Without these bounds, or where they do not fit, all paragraphs are numbered.

    Raises:
        UnicodeDecodeError: the content is not UTF-8.
    """
    texts = paragraphs_of(content.decode("utf-8-sig"))
    first, last, misfits = 0, len(texts) - 1, []
    if source.begins is not None:
        begins = folded(source.begins)
        fits = [
            at for at, both in enumerate(texts) if any(text.startswith(begins) for text in both)
        ]
        if len(fits) == 1:
            first = fits[0]
        else:
            misfits.append("begins")
    if source.ends is not None:
        fits = [at for at, (_, whole) in enumerate(texts) if whole.endswith(folded(source.ends))]
        if len(fits) == 1:
            last = fits[0]
        else:
            misfits.append("ends")
    if first > last:  # the bounds are in the wrong order
        last = len(texts) - 1
        misfits.append("ends")
    paragraphs = tuple(
        DocumentParagraph(at - first + 1 if first <= at <= last else None, text, whole)
        for at, (text, whole) in enumerate(texts)
    )
    digest = hashlib.sha256(content).hexdigest()
    return Document(source.document or source.id, digest, paragraphs, tuple(misfits))


def paragraphs_of(text: str) -> list[tuple[str, str]]:
    r"""The folded paragraphs of a text, split at blank lines and before list marks.

    Each is a pair: the text without its list mark, and with it.

    >>> paragraphs_of("One\ntwo.\n\n- Three\n- Four\n  five")
    [('One two.', 'One two.'), ('Three', '- Three'), ('Four five', '- Four five')]
    """
    paragraphs: list[list[str]] = [[]]
    for line in text.splitlines():
        if not line.strip():
            paragraphs.append([])
            continue
        if _LIST_MARK.match(line) is not None:
            paragraphs.append([])
        paragraphs[-1].append(line)
    joined = (" ".join(lines) for lines in paragraphs)
    both = ((folded(_without_mark(paragraph)), folded(paragraph)) for paragraph in joined)
    return [(bare, whole) for bare, whole in both if bare]


def _without_mark(text: str) -> str:
    mark = _LIST_MARK.match(text)
    return text[mark.end() :] if mark is not None else text


def seek(document: Document, locator: Locator) -> QuotationSearch:
    """Search the quotation of a locator: in its stated paragraph, then in all others.

    If no paragraph contains it, the result names the most similar passage.
    """
    quote = folded(locator.quote or "")
    prefix, suffix = folded(locator.prefix or ""), folded(locator.suffix or "")
    numbered = [paragraph for paragraph in document.paragraphs if paragraph.number is not None]
    stated = [paragraph for paragraph in numbered if paragraph.number == locator.paragraph]
    for paragraph in (*stated, *numbered, *document.paragraphs):
        if _stands_in(paragraph.whole, quote, prefix, suffix):
            return QuotationSearch(is_found=True, paragraph=paragraph.number)
    texts = ((paragraph.number, paragraph.text) for paragraph in document.paragraphs)
    number, words = closest_words(quote, texts)
    return QuotationSearch(is_found=False, paragraph=number, nearest=words)


def paragraphs_with(document: Document, locator: Locator) -> frozenset[int]:
    """The numbers of the paragraphs that contain the quotation of a locator."""
    quote = folded(locator.quote or "")
    prefix, suffix = folded(locator.prefix or ""), folded(locator.suffix or "")
    return frozenset(
        paragraph.number
        for paragraph in document.paragraphs
        if paragraph.number is not None and _stands_in(paragraph.whole, quote, prefix, suffix)
    )


def _stands_in(text: str, quote: str, prefix: str, suffix: str) -> bool:
    """Whether the quotation occurs in the text between this prefix and this suffix."""
    at = text.find(quote)
    while at >= 0:
        end = at + len(quote)
        before = text[max(at - len(prefix) - 1, 0) : at].rstrip()
        after = text[end : end + len(suffix) + 1].lstrip()
        if before.endswith(prefix) and after.startswith(suffix):
            return True
        at = text.find(quote, at + 1)
    return False
