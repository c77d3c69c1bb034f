"""Documents in every format: the same text, and a reason where there is none."""

from __future__ import annotations

import sys
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from argmap.documents.formats import docx
from argmap.documents.formats.html import text_of_html
from argmap.documents.formats.table import pages_in
from argmap.documents.unreadable import UnreadableError
from argmap.pipeline import check, fix

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = "Dirty air shortens lives.\n\nStreets without cars are quieter than others."
MAP = """\
source: {{id: s, document: {name}}}
claims:
  a: {{text: A., quote: air shortens lives}}
  b: {{text: B., quote: Streets without cars are quieter}}
  c: {{text: C., quote: bStreetsb}}
"""


def word(body: str, name: str = "word/document.xml", head: str = "") -> bytes:
    """A DOCX file with this body, its elements in the namespace `w`."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            name, f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
    return stream.getvalue()


def pdf(*pages: str, encrypt: str = "") -> bytes:
    """A PDF file whose pages have these lines, or with `encrypt` this entry in its trailer."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, page in enumerate(pages):
        lines = " ".join(f"({line}) Tj T*" for line in page.splitlines())
        stream = f"BT /F1 12 Tf 14 TL 50 800 Td {lines} ET"
        objects += [
            (
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] "
                f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * at} 0 R >>"
            ),
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    parts = [b"%PDF-1.4\n"]
    places = []
    for number, made in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n{made}\nendobj\n".encode())
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = sum(map(len, parts))
    size = len(objects) + 1
    parts.append(
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {size} /Root 1 0 R {encrypt} >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return b"".join(parts)


PARAGRAPHS = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in TEXT.split("\n\n"))
DOCUMENTS = {
    "a.txt": TEXT.encode(),
    "a.md": TEXT.replace("air", "*air*").replace("Streets", "[Streets](a.html)").encode(),
    "a.html": b"<title>x</title><p>Dirty <b>air</b> shortens lives.<p>Streets without&nbsp;cars "
    b"are quieter<script>bStreetsb</script> than others.",
    "a.docx": word(PARAGRAPHS),
    "a.docm": word(PARAGRAPHS),
    "a.pdf": pdf("Dirty air shortens lives.", "Streets without cars are quieter than others."),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_quotation_is_verified_in_every_format(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(DOCUMENTS[name])
    file = tmp_path / "a.yaml"
    file.write_text(MAP.format(name=name))
    checked = check(file, tmp_path, notes=False)
    assert [(problem.code, problem.claim) for problem in checked.diagnostics] == [("AM501", "c")]
    assert (checked.quotations.verified, checked.quotations.not_verified) == (2, 1)
    fix(file, tmp_path)
    key = "page" if name == "a.pdf" else "paragraph"
    assert f"at: {{{key}: 1}}, quote: air" in file.read_text()
    assert f"at: {{{key}: 2}}, quote: Streets" in file.read_text()
    assert check(file, tmp_path, notes=False).diagnostics[0].code == "AM501"


def test_html_is_read_as_a_browser_shows_it() -> None:
    shown = text_of_html(
        "<body>One<br>line <!-- no --> &lt;b&gt;<ol start=3><li>Third<li>Fourth <i>item</i></ol>"
        "<ul><li><p>Dot</p></ul><pre>as\n it is</pre><style>p {}</style>policy<sup>[12]</sup>, mc"
        "<sup>2</sup><table><tr><td>cell<td>other</table>"
    )
    assert shown.split("\n\n") == [
        "One\nline <b>",
        "3. Third",
        "4. Fourth item",
        "\u2022 Dot",
        "as\n it is",
        "policy, mc2",
        "cell",
        "other",
    ]


def test_html_is_read_in_the_encoding_that_it_names() -> None:
    [page] = pages_in("<meta charset=latin-1><p>Caf\u00e9".encode("latin-1"), "a.HTM")
    assert page.text == "Caf\u00e9"
    with pytest.raises(UnreadableError, match="encoding that it names, ascii"):
        pages_in(b'<meta charset="ascii"><p>Caf\xe9', "a.html")
    with pytest.raises(UnreadableError, match="encoding that it names, rot13"):
        pages_in(b'<meta charset="rot13">', "a.html")


def test_a_word_document_is_read_without_what_was_deleted() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t>"
        "<w:br/></w:r><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText>"
        "</w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert [page.text.split() for page in pages_in(word(body), "a.docx")] == [
        ["One", "two", "cell"]
    ]


def encrypted_zip() -> bytes:
    """A DOCX file whose entry is marked as encrypted."""
    content = bytearray(word(PARAGRAPHS))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


BILLION = "<!DOCTYPE a [" + "".join(
    f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "lol"}">' for at in range(9)
)
UNREADABLE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "latin-1": ("a.txt", lambda: b"caf\xe9", "it is not UTF-8 text"),
    "latin-1 Markdown": ("a.md", lambda: b"caf\xe9", "it is not UTF-8 text"),
    "no archive": ("a.docx", lambda: b"PKxxxx", "it is no DOCX file, or it is damaged"),
    "empty": ("a.docx", lambda: b"", "it is no DOCX file, or it is damaged"),
    "other archive": ("a.docx", lambda: word("", "xl/book.xml"), "it is no DOCX file"),
    "old format": ("a.docx", lambda: b"\xd0\xcf\x11\xe0" * 9, "it is encrypted, or in the old"),
    "encrypted archive": ("a.docx", encrypted_zip, "it is encrypted"),
    "cut off": ("a.docx", lambda: word(PARAGRAPHS)[:-30], "it is no DOCX file, or it is damaged"),
    "broken XML": ("a.docx", lambda: word("<w:p>"), "its text is damaged"),
    "entities": ("a.docx", lambda: word("&l8;", head=BILLION + "]>"), "it holds a document type"),
    "deep": ("a.docx", lambda: word("<w:p>" * 20_000), "its text is nested too deeply"),
    "no PDF": ("a.pdf", lambda: b"hello", "it is no PDF file"),
    "broken PDF": ("a.pdf", lambda: b"%PDF-1.4\nnothing", "it is damaged"),
    "half a PDF": ("a.pdf", lambda: pdf("Some text")[:60], "it is damaged"),
    "scanned": ("a.pdf", lambda: pdf("", ""), "it has no text"),
    "encrypted PDF": (
        "a.pdf",
        lambda: pdf(
            "x",
            encrypt="/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
            f"/O <{'00' * 32}> /U <{'11' * 32}> >>",
        ),
        "it is encrypted",
    ),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_document_that_cannot_be_read_gives_a_warning_and_a_cure(
    tmp_path: Path, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    name, content, reason = UNREADABLE[kind]
    (tmp_path / name).write_bytes(content())
    (tmp_path / "a.yaml").write_text(MAP.format(name=name))
    checked = check(tmp_path / "a.yaml", tmp_path, notes=False)
    [problem] = checked.diagnostics
    assert problem.code == "AM507"
    assert problem.message.startswith(f"the document {name} cannot be read: {reason}")
    assert problem.hint
    assert checked.quotations.without_document == 3
    assert capfd.readouterr() == ("", "")


def test_an_archive_is_not_unpacked_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "PART_LIMIT", 10_000)
    bomb = word("<w:p/>" * 100_000)
    assert len(bomb) < 10_000
    with pytest.raises(UnreadableError, match="unpacked it is larger than"):
        pages_in(bomb, "a.docx")


@pytest.mark.parametrize(("name", "library"), [("a.pdf", "pypdf"), ("a.md", "markdown_it")])
def test_without_the_extra_its_name_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    (tmp_path / name).write_bytes(DOCUMENTS[name])
    (tmp_path / "a.yaml").write_text(MAP.format(name=name))
    [problem] = check(tmp_path / "a.yaml", tmp_path, notes=False).diagnostics
    assert problem.code == "AM507"
    assert "needs an extra" in problem.message
    assert "pip install 'argmap[documents]'" in problem.hint


def test_pages_of_a_pdf_are_places(tmp_path: Path) -> None:
    head = "A report of 2024\n"
    (tmp_path / "a.pdf").write_bytes(
        pdf(
            f"{head}The first page says that the com-\n1",
            f"{head}mittee was right and that the town\n2",
            f"{head}should close its centre to all cars.\n3",
        )
    )
    (tmp_path / "a.yaml").write_text(
        "source: {id: s, document: a.pdf}\n"
        "claims:\n"
        "  a: {text: A., at: {page: 2, quote: the town should close its centre}}\n"
        "  b: {text: B., at: {page: 1, quote: close its centre to all cars}}\n"
        "  c: {text: C., at: {page: pp. 1-2, quote: the committee was right}}\n"
        "  d: {text: D., at: {paragraph: 9, quote: the first page says}}\n"
    )
    diagnostics = check(tmp_path / "a.yaml", tmp_path).diagnostics
    about = {(problem.code, problem.claim) for problem in diagnostics} - {
        ("AM452", claim) for claim in "abcd"
    }
    assert about == {("AM502", "b"), ("AM510", "a"), ("AM510", "c")}
    [elsewhere] = [problem for problem in diagnostics if problem.code == "AM502"]
    assert elsewhere.message == "the quotation is not on page 1, but on page 3"
    fix(tmp_path / "a.yaml", tmp_path)  # a page that is given may be counted as in print
    fixed = (tmp_path / "a.yaml").read_text()
    assert "at: {page: 1, quote: close" in fixed
    assert "at: {page: 1, paragraph: 9, quote: the first" in fixed


def test_damage_anywhere_in_a_file_is_told_and_never_raises(tmp_path: Path) -> None:
    for name in ("a.pdf", "a.docx"):
        whole = DOCUMENTS[name]
        for at in range(0, len(whole), max(1, len(whole) // 60)):
            damaged = whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]
            (tmp_path / name).write_bytes(damaged)
            (tmp_path / "a.yaml").write_text(MAP.format(name=name))
            check(tmp_path / "a.yaml", tmp_path, notes=False)


def test_a_bomb_in_a_pdf_stops(tmp_path: Path) -> None:
    stream = b"BT /F1 12 Tf 14 TL 50 800 Td (x) Tj T* ET"
    content = pdf("x")
    packed = zlib.compress(b"(A) Tj T* " * 30_000_000, 9)
    assert stream in content
    assert b"/Length %d" % len(stream) in content
    content = content.replace(stream, packed)
    length = b"/Filter /FlateDecode /Length %d" % len(packed)
    (tmp_path / "a.pdf").write_bytes(content.replace(b"/Length %d" % len(stream), length))
    (tmp_path / "a.yaml").write_text(MAP.format(name="a.pdf"))
    [problem] = check(tmp_path / "a.yaml", tmp_path, notes=False).diagnostics
    assert problem.code == "AM507"


@pytest.mark.parametrize("sign", ["<a ", "<!--", '<a b="', "<!x[", "<script>"])
def test_tags_that_never_end_are_text_or_nothing(sign: str) -> None:
    """The parser of the standard library alone would need hours for them."""
    shown = text_of_html(sign * 50_000)
    assert shown in {"", (sign * 50_000).strip()}


def test_a_script_that_closes_itself_hides_nothing_else() -> None:
    page = '<head><script src="x.js" /><style/></head><p>Cars are very loud.</p>'
    assert text_of_html(page) == "Cars are very loud."
