"""`argmap new`: a small example map to start from."""

from __future__ import annotations

import json
import shlex
from importlib.resources import files
from pathlib import Path  # click reads the annotations

import click

from argmap.cli import terminal
from argmap.errors import UsageError

_DOCUMENT = "town-report.txt"


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
def new(ctx: click.Context, *, folder: Path) -> int:
    """Write a small example map into a new folder.

    Its comments show what else can be written. A short document comes with it, and a JSON Schema
    and settings with which editors complete, explain and check claim files.

    \b
    argmap new my-map
    """
    from argmap.reading.map_names import exists  # noqa: PLC0415
    from argmap.reading.schema import json_schema  # noqa: PLC0415
    from argmap.writer import write_outputs  # noqa: PLC0415

    if exists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder.as_posix()} is there already and not empty; name a new folder")
    settings = {
        "yaml.schemas": {"./claims.schema.json": "*.yaml"},
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }
    ours = files("argmap.cli").joinpath("first_map")
    schema = json.dumps(json_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    for place, name, content in (
        (folder, "claims.schema.json", schema),
        (folder, "map.yaml", ours.joinpath("map.yaml").read_text(encoding="utf-8")),
        (folder / "texts", _DOCUMENT, ours.joinpath(_DOCUMENT).read_text(encoding="utf-8")),
        (folder / ".vscode", "settings.json", json.dumps(settings, indent=2) + "\n"),
    ):
        write_outputs(place, {name: content})
    click.echo((folder / "map.yaml").as_posix())
    if not ctx.obj["quiet"]:
        quoted = shlex.quote(folder.as_posix())
        terminal.remark(f"Next: argmap check {quoted}; argmap build {quoted} --open")
    return 0
