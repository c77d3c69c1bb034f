"""`argmap readers`: several readers compared, and the claims on which they differ."""

from __future__ import annotations

import click

from argmap.analysis.people.readers import readers as readers_of
from argmap.cli import options, stances, terminal
from argmap.errors import UsageError
from argmap.model.relation import Force
from argmap.views.answers.encoder import answer
from argmap.views.terminal.readers import readers_text


@click.command()
@click.argument("words", metavar="STANCES...", nargs=-1, required=True)
@options.map_alone_option
@options.objections
@options.as_json
@click.pass_context
def readers(
    ctx: click.Context,
    words: tuple[str, ...],
    named_map: str | None,
    objections: str | None,
    *,
    as_json: bool,
) -> int:
    """Compare readers: where they differ, and which claims decide it.

    STANCES are ids of stances in the map, files or folders of stances, or a CSV table with the
    columns name, claim, and credence or verdict. A map as the last word is the map that is read;
    by itself it stands for all its stances.

    \b
    argmap readers shopkeeper resident
    argmap readers stances/ my-map
    argmap readers my-map
    argmap readers votes.csv --json
    """
    place, names_of_stances = stances.map_last(words, named_map)
    checked, readers_named = stances.map_and_stances(ctx, place, names_of_stances)
    names = [stance.name for stance in readers_named]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise UsageError(f"there are two readers called {repeated[0]}; name each reader once")
    force = Force(objections) if objections is not None else None
    reading = checked.reading.with_objections(force)
    finding = readers_of(reading, readers_named)
    if as_json:
        options.write_answer(answer("readers", finding))
    else:
        terminal.write(readers_text(reading.map, reading.outline, finding))
    return options.exit_code(checked)
