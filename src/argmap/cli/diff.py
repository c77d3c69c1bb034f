"""`argmap diff`: the differences between two versions of a map, and their effects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.analysis.versions.diff import diff as diff_of
from argmap.cli import options, terminal
from argmap.errors import UsageError
from argmap.reading.revisions import is_revision, names_a_revision
from argmap.views.answers.commands import diff_answer
from argmap.views.terminal.diff import diff_text

if TYPE_CHECKING:
    from argmap.pipeline import Checked


@click.command()
@click.argument("old")
@click.argument("new")
@options.limit
@options.as_json
@click.pass_context
def diff(ctx: click.Context, old: str, new: str, *, limit: int | None, as_json: bool) -> int:
    """Compare two versions of a map, and the status of its claims.

    For each conclusion that changed, the answer names the edits that changed it. OLD and NEW are
    folders, files, or paths in a revision of git: `REV:path`.

    \b
    argmap diff HEAD~3:claims claims
    argmap diff v1.0:claims v1.1:claims --json
    argmap diff old-map new-map
    """
    before, after = _map_at(ctx, old, new), _map_at(ctx, new, old)
    finding = diff_of(before.map, after.map)
    if as_json:
        options.write_answer(diff_answer(finding))
    else:
        terminal.write(diff_text(finding, limit))
    return 0


def _map_at(ctx: click.Context, word: str, other: str) -> Checked:
    """The map at a path on disk or in a revision; a map with errors ends the command.

    Raises:
        UsageError: the word is a revision without a path.
    """
    if not is_revision(word):
        if not options.is_path(word) and names_a_revision(word):
            path = other.partition(":")[2] if is_revision(other) else other
            raise UsageError(
                f"{word} is a revision; the map in it is written with its path, `{word}:{path}`"
            )
        return options.sound_map(ctx, options.map_place(word, None))
    from argmap.pipeline import check_revision  # noqa: PLC0415  # only revisions need it

    return options.if_sound(ctx, check_revision(word))
