"""`argmap readers`: several readers side by side, and on what their differences turn."""

from __future__ import annotations

import click

from argmap.analysis.people.readers import readers as readers_of
from argmap.cli import options, stances
from argmap.errors import UsageError
from argmap.model.relation import Force
from argmap.views.answers.encoder import answer
from argmap.views.terminal.readers import readers_text


@click.command()
@click.argument("words", metavar="STANCES...", nargs=-1, required=True)
@options.map_option
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
    """Set several readers side by side: where they part, and on what it turns.

    STANCES are stances of the map, files or folders of stances, or a CSV table of name, claim, and
    credence or verdict.

    \b
    argmap readers shopkeeper resident
    argmap readers stances/ --map my-map
    argmap readers votes.csv --json
    """
    place = options.one_map(None, named_map)
    checked, found = stances.map_and_stances(ctx, place, words)
    names = [one.name for one in found]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise UsageError(f"there are two readers called {repeated[0]}; name each once")
    force = Force(objections) if objections is not None else None
    reading = checked.reading.with_objections(force)
    finding = readers_of(reading, found)
    if as_json:
        options.write_answer(answer("readers", finding))
    else:
        for line in readers_text(reading.map, reading.outline, finding):
            click.echo(line)
    return options.exit_code(checked)
