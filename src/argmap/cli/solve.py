"""`argmap solve` for the help text; `__main__` runs it without importing click."""

from __future__ import annotations

import click

from argmap.cli import iccma


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", metavar="-p TASK -f FILE [-a ARGUMENT]", nargs=-1)
def solve(words: tuple[str, ...]) -> int:
    """Solve an abstract framework as the ICCMA 2023 competition asks.

    TASK joins a kind (SE, DC, DS, EE, CE) and a semantics: `--problems` lists all tasks. FILE is in
    the format `p af`, `p aba`, .apx or .tgf. Without options, name and version are printed.

    \b
    argmap solve -p SE-PR -f framework.af
    argmap solve -p DC-ST -f framework.apx -a a1
    argmap solve --problems
    """
    return iccma.run(list(words))
