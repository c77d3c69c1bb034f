"""docs/commands.md has the help of every command, as the commands themselves give it.

`ARGMAP_UPDATE=1 pytest tests/docs/test_commands.py` writes it anew.
"""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import click

from argmap.cli.program import SECTIONS, group
from tests.docs.pages import DOCS
from tests.kept import assert_on_disk

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = DOCS / "commands.md"
HEAD = """\
<!-- Made from the commands' own help; tests/docs/test_commands.py says how. -->

# The commands

`argmap --help` lists all commands, and `argmap COMMAND --help` shows what stands here of one.

- `MAP` is a folder, a claim file, a file of another format, or `-`; without it `claims` is read.
- `CLAIM` is an id, a number, or words of a label or a text that no other claim has:
  `argmap why "old town should"`. Without one, `why` and `brief` take the first main claim.
- `--reject` and `--accept` show the map as a reader sees it who rejects or accepts a claim.
  `--reject source:ID` rejects what only this source says: each claim that is cited to it and, with
  all its restatements, to no other. `--retracted` does so for all sources that were retracted.
- Answers are as wide as the terminal, and 80 columns wide in a file; Markdown and lists of problems
  keep their lines there. `--json` answers with [one JSON object](reference/json.md).
- Exit codes: 0 fine, 1 problems in the map, 2 wrong use, 3 an output could not be written, 4 no
  answer within the limit of time or memory.
- Searches take 20 seconds together and 500 MB; what they leave out is said on stderr and in the
  answer. `--time-limit SECONDS` gives them as long, `--time-limit none` whatever they take.

Options that every command takes, wherever they stand:

"""


def test_the_page_has_the_help_of_every_command() -> None:
    assert_on_disk(PAGE, "".join(commands_page()))


def commands_page() -> Iterator[str]:
    """The page, piece by piece."""
    whole = click.Context(group, **group.context_settings)
    yield HEAD + table_of(group, whole)
    for section, names in SECTIONS.items():
        yield f"\n## {section}\n"
        for name in names:
            command = group.get_command(whole, name)
            assert command is not None
            yield f"\n### argmap {name}\n\n{help_of(command, name)}"
            if isinstance(command, click.Group):
                context = click.Context(command)
                for each in command.list_commands(context):
                    inner = command.get_command(context, each)
                    assert inner is not None
                    yield f"\n#### argmap {name} {each}\n\n{help_of(inner, f'{name} {each}')}"


def help_of(command: click.Command, name: str) -> str:
    """The purpose of a command, how it is typed, examples, and its options."""
    context = click.Context(command, info_name=f"argmap {name}")
    about = inspect.cleandoc(command.help or "")
    paragraphs = [about_of(part) for part in about.split("\n\n")]
    usage = " ".join([f"argmap {name}", *command.collect_usage_pieces(context)])
    epilog = [inspect.cleandoc(command.epilog)] if command.epilog else []
    parts = [paragraphs[0], f"`{usage}`", *paragraphs[1:], *epilog]
    return "\n\n".join([*parts, table_of(command, context)]).rstrip() + "\n"


def about_of(part: str) -> str:
    """A paragraph of a help text; one that keeps its lines has examples."""
    if not part.startswith("\b"):
        return " ".join(part.splitlines())
    lines = inspect.cleandoc(part.removeprefix("\b\n"))
    return f"```{'sh' if lines.startswith('argmap') else 'bash'}\n{lines}\n```"


def table_of(command: click.Command, context: click.Context) -> str:
    """The options of a command."""
    records = [each.get_help_record(context) for each in command.get_params(context)]
    rows = [
        f"| {code(names)} | {cell(says)} |"
        for names, says in filter(None, records)
        if names.startswith("-") and (not names.endswith("--help") or command is group)
    ]
    return "\n".join(["| option | what it does |", "|---|---|", *rows]) + "\n" if rows else ""


def code(names: str) -> str:
    """The names of an option, which a table does not take for cells."""
    return f"`{names}`".replace("|", "\\|")


def cell(text: str) -> str:
    """A text in a cell; what is a word of the program stands as one."""
    return re.sub(r"\s+", " ", text).replace("|", "\\|").replace("<", "&lt;")
