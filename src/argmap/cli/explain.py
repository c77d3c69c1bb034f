"""`argmap explain`: what a code of `argmap check` means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.diagnostics import CODES
from argmap.errors import UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _completed(
    _ctx: click.Context, _parameter: click.Parameter, typed: str
) -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem  # noqa: PLC0415

    return [
        CompletionItem(code, help=CODES[code].title)
        for code in sorted(CODES)
        if code.startswith(typed.upper())
    ]


@click.command()
@click.argument("code", metavar="[CODE]", required=False, shell_complete=_completed)
def explain(*, code: str | None) -> int:
    """Say what a code of `argmap check` means, with an example and its cure.

    Without CODE, all codes are listed.

    \b
    argmap explain AM301
    argmap explain
    """
    from argmap.views.explanation import codes_text, explanation_text, explanations  # noqa: PLC0415

    lines = codes_text() if code is None else explanation_text(explanations()[_known(code)])
    for line in lines:
        click.echo(line)
    return 0


def _known(word: str) -> str:
    code = word.upper()
    if code not in CODES:
        from argmap.reading.nearest import did_you_mean  # noqa: PLC0415

        hint = did_you_mean(code, CODES) or "`argmap explain` lists all codes"
        raise UsageError(f"there is no code `{word}`; {hint}")
    return code
