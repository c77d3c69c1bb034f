"""`argmap solve` as the group knows it; `__main__` answers it before click is imported."""

from __future__ import annotations

import click

from argmap.cli import iccma


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", metavar="-p TASK -f FILE [-a ARGUMENT]", nargs=-1)
def solve(words: tuple[str, ...]) -> int:
    """Solve an abstract framework as the ICCMA 2023 competition asks; alone, say who this is.

    Tasks are a kind (SE, DC, DS, EE, CE) and a semantics: `--problems` lists them all. Files are
    `p af`, `p aba`, .apx or .tgf.

    \b
    argmap solve -p SE-PR -f framework.af
    argmap solve -p DC-ST -f framework.apx -a a1
    argmap solve --problems
    """
    return iccma.run(list(words))
