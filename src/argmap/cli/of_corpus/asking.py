"""The parts that the commands of a corpus share: the option that names it, and its opening."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli import options, terminal
from argmap.corpus.names import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.corpus.corpus import Corpus

_WITHOUT_CONTROLS = dict.fromkeys(c for c in (*range(32), *range(127, 160)) if chr(c) not in "\n\t")
"""Signs of a text by which somebody else's map could give orders to the terminal."""
store = click.option(
    "--corpus",
    "store",
    type=click.Path(path_type=Path),
    default=DEFAULT,
    show_default=True,
    metavar="FILE",
    help="The corpus that is asked.",
)
limit = click.option(
    "--limit",
    callback=options.limit_of,
    default="20",
    show_default=True,
    metavar="N|all",
    help="List at most N entries; `all` lists every entry.",
)


def opened(place: Path) -> Corpus:
    """The corpus in a file.

    Raises:
        UsageError: there is none, or the extra is not installed.
    """
    from argmap.corpus.corpus import Corpus  # noqa: PLC0415  # the engine is slow to load

    return Corpus(place)


def reply(command: str, finding: object, lines: Iterable[str], *, as_json: bool) -> int:
    """Write the answer as JSON or as text; the exit code."""
    if as_json:
        from argmap.views.answers.encoder import answer  # noqa: PLC0415

        options.write_answer(answer(f"corpus-{command}", finding))
    else:
        terminal.write(line.translate(_WITHOUT_CONTROLS) for line in lines)
    return 0
