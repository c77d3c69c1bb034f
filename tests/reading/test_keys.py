"""The table of keys names every key of the shapes and no other, and its examples are right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from argmap.diagnostics import Severity
from argmap.pipeline import check
from argmap.reading.keys import Key, keys
from argmap.reading.schema import OWNERS, json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def shapes() -> Iterator[tuple[str, dict[str, Any]]]:
    """The parts of the schema that have keys, with their properties."""
    schema = json_schema()
    for name, part in {"FileShape": schema, **schema["$defs"]}.items():
        if "properties" in part:
            yield name, part["properties"]


def test_every_key_of_the_schema_is_described_and_no_other_is_named() -> None:
    used = {(OWNERS[shape], name) for shape, properties in shapes() for name in properties}
    assert {(key.owner, key.name) for key in keys()} == used
    assert set(OWNERS) == {shape for shape, _ in shapes()}
    for shape, properties in shapes():
        for name, value in properties.items():
            assert len(value["description"]) > 30, (shape, name)


@pytest.mark.parametrize("key", keys(), ids=lambda key: key.path)
def test_the_example_of_a_key_uses_it_and_has_no_problem(key: Key, tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text(key.example)
    (tmp_path / "refs.bib").write_text("@book{amsel2020, title = {Traffic and air}}")
    (tmp_path / "old-map.json").write_text('{"claims": {"slow": "Buses are slow."}}')
    problems = check(str(tmp_path), notes=True).diagnostics
    worse = {problem.code for problem in problems if problem.severity is not Severity.NOTE}
    assert worse == set()
    assert f"{key.name}:" in key.example
    assert max(map(len, key.example.splitlines())) <= 100


def test_a_key_that_must_be_written_is_one_that_the_schema_requires() -> None:
    schema = json_schema()
    required = {
        (OWNERS[shape], name)
        for shape, _ in shapes()
        for name in (schema if shape == "FileShape" else schema["$defs"][shape]).get("required", ())
    }
    assert {(key.owner, key.name) for key in keys() if not key.default} == required
