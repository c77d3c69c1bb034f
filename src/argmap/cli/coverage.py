"""`argmap coverage`: what of the documents a map takes up, and its quotations in reading order."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  # click reads the annotations

import click

from argmap.analysis.people.coverage import coverage as coverage_of
from argmap.cli import handout, options
from argmap.cli.question import MapQuestion, asks_grounded
from argmap.documents.verification import evidence_in
from argmap.views.answers.encoder import answer
from argmap.views.terminal.coverage import coverage_text


@click.command()
@options.documents
@options.limit
@asks_grounded
def coverage(question: MapQuestion, documents: Path | None, limit: int | None) -> int:
    """List which paragraphs of the documents have no claim yet.

    A claim counts where its quotation was found, or in the paragraph that it states if it quotes
    nothing. All quotations follow in the order of the document, to read along. Of a document with
    pages, such as a PDF, pages are counted. The limit holds for each list; --json has them whole.

    \b
    argmap coverage --documents texts
    argmap coverage my-map --documents texts --limit all
    argmap coverage my-map --documents texts --json
    """
    from argmap.pipeline import documents_folder  # noqa: PLC0415

    handout.map_alone(question, "argmap why")
    given = options.documents_folder(documents)
    folder = documents_folder(question.map, question.place, given)
    finding = coverage_of(question.reading, evidence_in(question.map, folder))
    shown = folder.as_posix() if folder is not None else None
    lines = coverage_text(question.reading, finding, shown, limit)
    return question.reply(lambda: answer("coverage", finding), lines)
