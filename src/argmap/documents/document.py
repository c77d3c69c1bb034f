"""The documents on the reader's own disk: their paragraphs, and quotations in them."""

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

SIZE_LIMIT = 50_000_000
_LIST_MARK = re.compile(r"\s*(?:[-*](?:\s+|$)|\u2022\s*|\d{1,4}[.)]\s+)")
_FOLDED = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u2039\u203a", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | {"\u00ad": None, "\u200b": None}
)


def folded(text: str) -> str:
    r"""The text with white space, quotation marks and dashes each in one form.

    >>> folded("Japan\u2019s\n  \u201cdelicate\u201d\u2013balance")
    'Japan\'s "delicate"-balance'
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split())


@dataclass(frozen=True, slots=True)
class DocumentParagraph:
    """One folded paragraph; its number counts from 1, None outside of what is numbered.

    `whole` is its text with the list mark that it opens with, for whoever copies that too.
    """

    number: int | None
    text: str
    whole: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source's text in paragraphs; `misfits` names bounds that fit no single paragraph."""

    name: str
    sha256: str
    paragraphs: tuple[DocumentParagraph, ...]
    misfits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """Where a quotation was found: its paragraph (None outside), or what comes nearest."""

    found: bool
    paragraph: int | None = None
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents that are there, by source, and why others could not be read."""

    by_source: Mapping[str, Document]
    unreadable: Mapping[str, str]


def read_documents(sources: Iterable[Source], folder: Path | None) -> Documents:
    """The documents of these sources in a folder; what is not there is left out."""
    found: dict[str, Document] = {}
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
            found[source.id] = document_of(content, source)
        except UnicodeDecodeError:
            unreadable[source.id] = "it is not UTF-8 text"
        except OSError as error:
            unreadable[source.id] = error.strerror or "it cannot be opened"
    return Documents(found, unreadable)


def document_of(content: bytes, source: Source) -> Document:
    """The document in this content, numbered from the source's `begins` to its `ends`.

    Raises:
        UnicodeDecodeError: the content is not UTF-8.
    """
    texts = paragraphs_of(content.decode("utf-8-sig"))
    first, last, misfits = 0, len(texts) - 1, []
    if source.begins is not None:
        begins = folded(source.begins)
        fits = [at for at, both in enumerate(texts) if any(one.startswith(begins) for one in both)]
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
    if first > last:
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

    Each is given without its mark and with it.

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
    both = ((folded(_without_mark(one)), folded(one)) for one in joined)
    return [(bare, whole) for bare, whole in both if bare]


def _without_mark(text: str) -> str:
    mark = _LIST_MARK.match(text)
    return text[mark.end() :] if mark is not None else text


def seek(document: Document, locator: Locator) -> Sought:
    """Where the locator's quotation stands, its own paragraph first, else what comes nearest."""
    quote = folded(locator.quote or "")
    prefix, suffix = folded(locator.prefix or ""), folded(locator.suffix or "")
    numbered = [one for one in document.paragraphs if one.number is not None]
    stated = [one for one in numbered if one.number == locator.paragraph]
    for paragraph in (*stated, *numbered, *document.paragraphs):
        if _stands_in(paragraph.whole, quote, prefix, suffix):
            return Sought(found=True, paragraph=paragraph.number)
    number, words = closest_words(quote, ((one.number, one.text) for one in document.paragraphs))
    return Sought(found=False, paragraph=number, nearest=words)


def paragraphs_with(document: Document, locator: Locator) -> frozenset[int]:
    """The numbers of the paragraphs in which the locator's quotation stands."""
    quote = folded(locator.quote or "")
    prefix, suffix = folded(locator.prefix or ""), folded(locator.suffix or "")
    return frozenset(
        one.number
        for one in document.paragraphs
        if one.number is not None and _stands_in(one.whole, quote, prefix, suffix)
    )


def _stands_in(text: str, quote: str, prefix: str, suffix: str) -> bool:
    at = text.find(quote)
    while at >= 0:
        end = at + len(quote)
        before = text[max(at - len(prefix) - 1, 0) : at].rstrip()
        after = text[end : end + len(suffix) + 1].lstrip()
        if before.endswith(prefix) and after.startswith(suffix):
            return True
        at = text.find(quote, at + 1)
    return False
