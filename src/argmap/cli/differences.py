"""Changes of claim files as a unified diff, as `patch` and `git apply` read it."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.editing.formatting import Rewritten

_LINES = re.compile(r"[^\n]*\n|[^\n]+")


def write_differences(files: Iterable[Rewritten]) -> None:
    """Write the changes of some files to stdout."""
    for file in files:
        click.echo("".join(_difference(file)), nl=False)


def _difference(file: Rewritten) -> Iterator[str]:
    before, after = (_LINES.findall(text) for text in (file.before, file.after))
    for line in difflib.unified_diff(before, after, file.name, file.name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
