"""`argmap new`: a map that works as it is, and whose examples work once they count."""

from __future__ import annotations

import json
import re
import shlex
from importlib.resources import files
from itertools import chain, groupby
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from argmap.model.claim import Mode
from argmap.reading.schema import json_schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]

FIRST = files("argmap.cli").joinpath("first_map", "map.yaml").read_text(encoding="utf-8")
LINES = FIRST.splitlines()
EXAMPLE = re.compile(r"( *)#(?! \S)(?=.)")
"""The start of a line that is an example and counts once its `#` is deleted."""


def example_blocks() -> list[list[int]]:
    """The lines of each example: those one below the other that belong to one entry."""
    marked = [place for place, line in enumerate(LINES) if EXAMPLE.match(line)]
    runs = groupby(enumerate(marked), key=lambda pair: pair[1] - pair[0])
    blocks: list[list[int]] = []
    for _, run in runs:
        for _, place in run:
            starts = EXAMPLE.sub("", LINES[place], count=1)[:1] != " "
            if starts or not blocks:
                blocks.append([])
            blocks[-1].append(place)
    return blocks


BLOCKS = example_blocks()


def with_examples(places: list[int]) -> str:
    """The first map with these examples counting."""
    return "".join(
        (EXAMPLE.sub(r"\1", line, count=1) if place in places else line) + "\n"
        for place, line in enumerate(LINES)
    )


class _WithoutDates(yaml.SafeLoader):
    """The safe loader as YAML 1.2 has it, where a date is text."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # as the library declares it
        first: [(tag, rule) for tag, rule in rules if not tag.endswith(":timestamp")]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def test_new_writes_a_map_that_works(argmap: Argmap, tmp_path: Path) -> None:
    assert argmap("new", "mine").code == 0
    answer = json.loads(argmap("check", "mine", "--json").out)
    assert answer["diagnostics"] == []
    assert answer["quotations"]["verified"] == 2
    assert answer["quotations"]["not_verified"] == answer["quotations"]["without_document"] == 0
    assert "close-centre" in argmap("status", "mine").out
    schema = json.loads((tmp_path / "mine" / "claims.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    text = (tmp_path / "mine" / "map.yaml").read_text()
    jsonschema.validate(yaml.load(text, Loader=_WithoutDates), schema)  # noqa: S506  # it is safe
    again = argmap("new", "mine")
    assert (again.code, "not empty" in again.err) == (2, True)


@pytest.mark.parametrize(
    "places",
    [sorted(chain.from_iterable(BLOCKS)), *BLOCKS],
    ids=["all", *(LINES[block[0]].strip()[1:20] for block in BLOCKS)],
)
def test_its_examples_work_together_and_one_by_one(
    argmap: Argmap, tmp_path: Path, places: list[int]
) -> None:
    argmap("new", "mine")
    text = with_examples(places)
    (tmp_path / "mine" / "map.yaml").write_text(text)
    answer = json.loads(argmap("check", "mine", "--json").out)
    assert answer["diagnostics"] == []
    jsonschema.validate(yaml.load(text, Loader=_WithoutDates), json_schema())  # noqa: S506  # safe


def test_it_shows_what_else_can_be_written() -> None:
    assert len(BLOCKS) > 8
    for key in (
        *("stances", "expect", "schemes", "scheme", "granted", "mode", "relations", "force"),
        *("contradicts", "supports", "undercut_by", "id", "rationale", "objections"),
    ):
        assert f"{key}: " in FIRST, key
    assert all(str(mode) in FIRST for mode in Mode)


def test_its_advice_can_be_typed(argmap: Argmap) -> None:
    outcome = argmap("new", "my debate")
    advice = outcome.err.removeprefix("Next: ").strip().split("; ")
    assert argmap(*shlex.split(advice[0])[1:]).code == 0
    assert shlex.split(advice[1]) == ["argmap", "build", "my debate", "--open"]
