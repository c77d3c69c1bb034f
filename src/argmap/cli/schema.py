"""`argmap schema`: the JSON Schema of a claim file, for editors."""

from __future__ import annotations

import json

import click


@click.command()
def schema() -> int:
    """Print the JSON Schema of a claim file, for use in an editor.

    With it an editor completes keys, and shows help and mistakes.

    \b
    argmap schema > claims.schema.json
    """
    from argmap.reading.schema import json_schema  # noqa: PLC0415

    click.echo(json.dumps(json_schema(), indent=2, sort_keys=True, ensure_ascii=False))
    return 0
