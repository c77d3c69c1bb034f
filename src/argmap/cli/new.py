"""`argmap new`: a small example map to start from."""

from __future__ import annotations

import json
from pathlib import Path  # click reads the annotations

import click

from argmap.errors import UsageError

_EXAMPLE = """\
# yaml-language-server: $schema=claims.schema.json
#
# A claim file of argmap. All *.yaml files of this folder together are one map.
# From outside it: `argmap check DIR`, `argmap status DIR`, `argmap build DIR --open`.
argmap: 1

map:
  title: Cars in the old town
  question: Should the old town be closed to private cars?
  main: [close-centre]                # what to read first

source:                               # where the claims of this file come from
  id: town-report
  title: Traffic and air in the old town
  authors: [A. Planner]
  date: 2026-03-04
  # document: town-report.txt         # its text, looked up in `--documents DIR`
  caveats: Draft; figures not audited.

claims:
  close-centre:
    text: The old town should be closed to private cars.
    label: Close the old town         # for pictures
    supported_by:
      - quieter                       # a reason by itself
      - premises: [air-kills, cars-pollute]   # a reason that needs both
    attacked_by:
      - premises: shops-lose          # an objection ...
        undercut_by: only-short-term  # ... and what takes the edge off it

  quieter: Streets without cars are quieter.   # short form: id and text

  air-kills:
    # Long texts go below `>-`: there, colons and quotation marks do no harm.
    text: >-
      Dirty air shortens lives in the old town.
    speaker: The health office        # no author of the source, so it is reported
    # quote: shortens lives           # a few verbatim words; found by `check --documents`

  cars-pollute: Private cars are the main source of that dirt.
  shops-lose: Shops would lose customers.
  only-short-term: What shops lose, they lose in the first months only.
"""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
def new(ctx: click.Context, *, folder: Path) -> int:
    """Write a small example map into a new folder.

    A JSON Schema and settings come with it, so that editors can complete and check claim files.

    \b
    argmap new my-map
    """
    from argmap.reading.discovery import exists  # noqa: PLC0415
    from argmap.reading.schema import json_schema  # noqa: PLC0415
    from argmap.writer import write_outputs  # noqa: PLC0415

    if exists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder.as_posix()} is there already and not empty; name a new folder")
    settings = {
        "yaml.schemas": {"./claims.schema.json": "*.yaml"},
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }
    write_outputs(
        folder,
        {
            "claims.schema.json": json.dumps(json_schema(), indent=2, sort_keys=True) + "\n",
            "map.yaml": _EXAMPLE,
        },
    )
    write_outputs(folder / ".vscode", {"settings.json": json.dumps(settings, indent=2) + "\n"})
    click.echo((folder / "map.yaml").as_posix())
    if not ctx.obj["quiet"]:
        name = folder.as_posix()
        click.echo(f"Next: argmap check {name}; argmap build {name} --open", err=True)
    return 0
