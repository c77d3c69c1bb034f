"""`argmap serve`: a map and its documents in the browser, to be read, made and changed there."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli import options, terminal
from argmap.errors import UsageError


@click.command()
@click.argument("place", metavar="[MAP]", required=False)
@options.map_alone_option
@options.documents
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port (default: a free one)."
)
@click.option(
    "--document",
    "begin_with",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="A document to begin with; it becomes a source of the map. Can be repeated.",
)
@click.option("--room", is_flag=True, help="Open a room: people answer on their phones.")
@click.option(
    "--host",
    metavar="ADDRESS",
    help="The address of this machine at which phones find the room (default: this machine only).",
)
@click.option(
    "--answers",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The folder for the answers of the room (default: `answers`, beside the map).",
)
@click.option("--no-open", is_flag=True, help="Only print the address.")
def serve(
    place: str | None,
    named_map: str | None,
    documents: Path | None,
    *,
    port: int,
    begin_with: tuple[Path, ...],
    room: bool,
    host: str | None,
    answers: Path | None,
    no_open: bool,
) -> int:
    """Show and edit a map in the browser, beside its documents.

    What is done there is written into the claim files at once, and what an editor writes into them
    is shown there. Ctrl-C ends it.

    \b
    argmap serve
    argmap serve my-map --documents texts
    argmap serve new-map --document op-ed.pdf
    argmap serve my-map --room --host 192.168.1.20
    """
    if not room and (host is not None or answers is not None):
        raise UsageError("`--host` and `--answers` are for a room; give `--room` as well")
    try:
        from argmap.serving.running import Addresses, ToRoom, ToServe  # noqa: PLC0415
        from argmap.serving.running import serve as serve_map  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name not in {"starlette", "uvicorn", "watchfiles", "segno"}:
            raise
        raise UsageError("the workbench needs an extra: pip install 'argmap[serve]'") from error

    def opened(open_: Addresses) -> None:
        click.echo(open_.address)
        if open_.room is not None:
            click.echo(f"Room: http://{open_.room.short}/ with the code {open_.room.code}")
        terminal.remark("Ctrl-C ends the workbench; what you did is in the claim files.")
        if not no_open:
            click.launch(open_.address)

    wanted = ToServe(
        Path(options.map_place(place, named_map)),
        options.documents_folder(documents),
        port,
        begin_with,
        ToRoom(host or "127.0.0.1", answers) if room else None,
    )
    serve_map(wanted, opened)
    return 0
