"""docs/reference/json.md shows the JSON that each command answers with, as it answers now.

`ARGMAP_UPDATE=1 pytest tests/docs/test_answers_page.py` writes it anew.
"""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.program import SECTIONS, group, run
from tests.docs.pages import DOCS
from tests.docs.stage import lay_out_examples
from tests.kept import assert_on_disk

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAGE = DOCS / "reference" / "json.md"
HEAD = """\
<!-- Made from what the commands answer; tests/docs/test_answers_page.py says how. -->

# JSON answers

With `--json` a command answers with one JSON object, for programs that go on with it. Its keys are
fixed: a later version may add keys, and takes none away. The examples ask about the map that
`argmap new my-map` writes, with two stances. Lists are cut to their first item here, and tables by
id to their first entry.

The same answers are values in Python: `argmap.status(...)` has an attribute for each key. [The
schema of a claim file](../claims.schema.json) is what `argmap schema` prints.
"""
QUESTIONS = {
    "brief": "brief close-centre my-map",
    "agenda": "agenda my-map",
    "questions": "questions close-centre my-map",
    "sources": "sources my-map",
    "readers": "readers shopkeeper resident my-map",
    "positions": "positions my-map",
    "status": "status my-map",
    "why": "why close-centre my-map",
    "whatif": "whatif my-map --reject only-short-term",
    "overturn": "overturn close-centre my-map",
    "premises": "premises close-centre my-map",
    "gaps": "gaps close-centre my-map",
    "dependents": "dependents quieter my-map",
    "strength": "strength close-centre my-map",
    "structure": "structure my-map",
    "coverage": "coverage my-map --documents texts",
    "diff": "diff old-map my-map",
    "draft": "draft report.txt",
    "add": 'add "Trees give shade." --for close-centre --map my-map --diff',
    "rename": "rename quieter calmer my-map --diff",
    "check": "check my-map --documents texts",
    "convert": "convert my-map my-map.argdown",
    "corpus build": "corpus build debates",
    "corpus search": "corpus search old town",
    "corpus stats": "corpus stats",
    "corpus query": 'corpus query "select word, count(*) from claims group by word order by word"',
    "corpus links": "corpus links",
    "corpus status": "corpus status close-centre",
    "corpus export": "corpus export tables",
}
FURTHER = {
    "strength": ("strength my-map",),
    "corpus query": ("corpus query --tables",),
    "corpus status": ("corpus status",),
}
"""Further questions to a command that answers in another form then."""


def test_every_command_that_answers_in_json_is_on_the_page() -> None:
    commands = {
        name: group.get_command(click.Context(group), name)
        for names in SECTIONS.values()
        for name in names
    }
    for name, command in [*commands.items()]:
        if isinstance(command, click.Group):
            context = click.Context(command)
            inner = command.list_commands(context)
            commands |= {f"{name} {each}": command.get_command(context, each) for each in inner}
    answering = {
        name
        for name, command in commands.items()
        if command is not None and any("--json" in each.opts for each in command.params)
    }
    assert answering == QUESTIONS.keys()


def test_the_page_shows_what_the_commands_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARGMAP_DOCUMENTS", raising=False)
    lay_out_examples(tmp_path)
    capfd.readouterr()
    parts = [HEAD]
    for name, first in QUESTIONS.items():
        parts.append(f"## {name}\n")
        for question in (first, *FURTHER.get(name, ())):
            run([*shlex.split(question), "--json"])
            printed = capfd.readouterr()
            answer = json.loads(
                printed.out or printed.err
            )  # `convert` has the map itself for its output
            text = json.dumps(cut(answer), indent=2, ensure_ascii=False).replace(str(tmp_path), "…")
            line = f"```bash\nargmap {question} --json\n```"
            parts.append(f"{line}\n\n```json\n{text}\n```\n")
    page = "\n".join(parts)
    assert_on_disk(PAGE, page)


def cut(value: Any) -> Any:  # noqa: ANN401  # JSON
    """The value with lists and tables by id cut to their first item, and texts to a line."""
    if isinstance(value, list):
        return [cut(each) for each in value[:1]]
    if isinstance(value, dict):
        is_table = len(value) > 1 and value.keys() <= IDS
        kept = list(value.items())[:1] if is_table else value.items()
        return {key: cut(each) for key, each in kept}
    if isinstance(value, str) and len(value) > LONGEST:
        return f"{value[:LONGEST].rsplit(' ', 1)[0]} …"
    return value


LONGEST = 200
IDS = {
    *("close-centre", "quieter", "air-kills", "cars-pollute", "shops-lose", "only-short-term"),
    *("quieter~supports~close-centre", "shops-lose~attacks~close-centre"),
    *("air-kills+cars-pollute~supports~close-centre",),
    "only-short-term~undercuts~shops-lose~attacks~close-centre",
}
