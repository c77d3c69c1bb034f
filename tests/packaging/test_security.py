"""Every promise of SECURITY.md names tests that are there."""

from __future__ import annotations

import ast
import re

import pytest

from tests.packaging.packages import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISES = re.findall(r"^### (\d)\. .*?(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
KEPT_BY = re.findall(r"^- `(tests/[\w/]+\.py)::(test_\w+)`", PAGE, re.MULTILINE)


def test_each_promise_names_tests_that_keep_it() -> None:
    assert PROMISES == ["1", "2", "3", "4", "5", "6"]
    parts = re.split(r"^### \d\. ", PAGE, flags=re.MULTILINE)[1:]
    assert all(re.search(r"^Kept by:\n\n- `tests/", part, re.MULTILINE) for part in parts)
    assert PAGE.count("::test_") == len(KEPT_BY)


@pytest.mark.parametrize(("file", "name"), KEPT_BY, ids=[name for _, name in KEPT_BY])
def test_each_test_that_is_named_is_there(file: str, name: str) -> None:
    module = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    assert name in {each.name for each in module.body if isinstance(each, functions)}
