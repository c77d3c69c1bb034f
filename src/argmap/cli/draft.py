"""`argmap draft`: claims that a document may make, as drafts to be accepted or dropped."""

from __future__ import annotations

import os
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli import options, terminal
from argmap.errors import UsageError
from argmap.reading.map_names import STDIN

if TYPE_CHECKING:
    from argmap.documents.document import Document
    from argmap.drafting.proposal import Proposals

KEY = "ARGMAP_MODEL_KEY"
"""The variable of the environment that holds the key for a language model."""


@click.command()
@click.argument("document", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the drafts into this claim file, beside the others of its folder.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@options.map_alone_option
@click.option("--model", metavar="NAME", help="Ask this language model instead of the rules.")
@click.option(
    "--endpoint",
    metavar="URL",
    help="Where the model is asked: an address that takes /chat/completions.",
)
@click.option("--prompt", is_flag=True, help="Write what a model would be asked, and ask nobody.")
@click.option(
    "--from-json",
    "answer",
    metavar="FILE|-",
    help="Take the answer that a model gave to --prompt.",
)
@options.as_json
@click.pass_context
def draft(
    ctx: click.Context,
    document: Path,
    *,
    out: Path | None,
    force: bool,
    named_map: str | None,
    model: str | None,
    endpoint: str | None,
    prompt: bool,
    answer: str | None,
    as_json: bool,
) -> int:
    """Propose claims from a document.

    Every sentence that claims something becomes a draft with its quotation; words such as
    `therefore` and `however` join neighbours (English and German). A draft is no part of the map
    until its line `mode: draft` is deleted. Nothing leaves this machine, unless a --model is
    named with its --endpoint; its key is read from the environment: ARGMAP_MODEL_KEY.

    \b
    argmap draft texts/report.txt -o claims/report.yaml
    argmap draft report.pdf --json
    argmap draft report.txt --prompt > prompt.txt
    """
    from argmap.drafting.answer import draft_answer  # noqa: PLC0415
    from argmap.drafting.claim_file import claim_file_of  # noqa: PLC0415
    from argmap.drafting.neighbourhood import document_of, neighbourhood_of  # noqa: PLC0415

    way = _Way(model, endpoint, answer, prompt=prompt)
    way.refuse_contradictions()
    if out is not None and out.exists() and not (force and out.is_file()):
        raise UsageError(_in_the_way(out))
    place = Path(named_map) if named_map is not None else out.parent if out is not None else None
    around = neighbourhood_of(document, place, out)
    read = document_of(around)
    if prompt:
        from argmap.drafting.model_prompt import whole_prompt  # noqa: PLC0415

        click.echo(whole_prompt(read))
        return 0
    proposals = way.proposals(read)
    _say(ctx, proposals)
    if out is not None or not as_json:
        _write(ctx, claim_file_of(proposals, read, around), out)
    if as_json:
        options.write_answer(draft_answer(proposals, around))
    return 0


@dataclass(frozen=True, slots=True)
class _Way:
    """The way to claims: by the rules, or by a language model."""

    model: str | None
    endpoint: str | None
    answer: str | None
    prompt: bool

    def refuse_contradictions(self) -> None:
        """Refuse options that do not go together.

        Raises:
            UsageError: they do not.
        """
        if (self.model is None) != (self.endpoint is None):
            raise click.UsageError("--model and --endpoint go together: who is asked, and where")
        ways = [self.model is not None, self.answer is not None, self.prompt]
        if sum(ways) > 1:
            raise click.UsageError("name one of --model, --prompt and --from-json")

    def proposals(self, document: Document) -> Proposals:
        """The proposals from a document.

        Raises:
            UsageError: a model gave no answer that can be used.
        """
        if self.answer is not None:
            from argmap.drafting.model_answer import claims_in, proposals_in  # noqa: PLC0415

            return proposals_in(document, [claims_in(_text_at(self.answer))])
        if self.model is not None and self.endpoint is not None:
            from argmap.drafting.by_model import drafts_by_model  # noqa: PLC0415
            from argmap.drafting.model_client import LanguageModel  # noqa: PLC0415

            key = os.environ.get(KEY) or None
            return drafts_by_model(document, LanguageModel(self.model, self.endpoint, key))
        from argmap.drafting.offline import drafts_of  # noqa: PLC0415

        return drafts_of(document)


def _text_at(place: str) -> str:
    """The text of an answer in a file, or on standard input.

    Raises:
        UsageError: it cannot be read, or is too large.
    """
    from argmap.drafting.model_client import ANSWER_LIMIT  # noqa: PLC0415

    try:
        if place == STDIN:
            content = sys.stdin.buffer.read(ANSWER_LIMIT + 1)
        else:
            with Path(place).open("rb") as file:
                content = file.read(ANSWER_LIMIT + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{place} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{place} is not UTF-8 text") from error
    if len(content) > ANSWER_LIMIT:
        raise UsageError(f"{place} is larger than {ANSWER_LIMIT // 1_000_000} MB")
    return text


def _say(ctx: click.Context, proposals: Proposals) -> None:
    """Say what was dropped, and where the rules knew no words of the language."""
    total = len(proposals.claims) + proposals.dropped
    if proposals.dropped and not ctx.obj["quiet"]:
        were, their = ("was", "its") if proposals.dropped == 1 else ("were", "their")
        terminal.remark(
            f"{proposals.dropped} of {total} {were} dropped: {their} words are not in the document"
        )
    if proposals.is_of_other_language:
        options.remark(
            "words such as `therefore` are known for English and German, and this text seems to be "
            "in another language: its sentences are proposed, and no steps between them"
        )


def _write(ctx: click.Context, text: str, out: Path | None) -> None:
    from argmap.writer import write_outputs  # noqa: PLC0415

    if out is None:
        click.echo(text, nl=False)
        return
    write_outputs(out.parent, {out.name: text})
    click.echo(out.as_posix())
    if not ctx.obj["quiet"]:
        folder = shlex.quote(out.parent.as_posix())
        terminal.remark(
            "Next: read the drafts, and accept one by deleting its line `mode: draft`; "
            f"argmap check {folder} looks for slips, argmap serve {folder} shows the map meanwhile"
        )


def _in_the_way(out: Path) -> str:
    if out.is_dir():
        return f"{out.as_posix()} is a folder; name a file in it, such as drafts.yaml"
    return f"{out.as_posix()} is there already; name a new file, or write over it with --force"
