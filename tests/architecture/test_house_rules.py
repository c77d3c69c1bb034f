"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/argmap"

# Names that say nothing about what is inside.
EMPTY_NAMES = re.compile(r"(util|helper|manager|handler)s?|common")

MOST_LINES_OF_A_FUNCTION = 45
MOST_LINES_OF_A_FILE = 320
MOST_SIGNS_OF_A_SCRIPT_LINE = 120


def test_names_say_what_is_inside() -> None:
    paths = [path for folder in (SOURCE, ROOT / "tests") for path in folder.rglob("*.py")]
    names = {name for path in paths for name in path.relative_to(ROOT).with_suffix("").parts}
    assert not [name for name in names if EMPTY_NAMES.fullmatch(name.strip("_"))]


def test_a_function_is_a_page() -> None:
    too_long = [
        f"{path.relative_to(ROOT)}:{function.lineno} {function.name}: {length} lines"
        for path in sorted(SOURCE.rglob("*.py"))
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := lines_of(function)) > MOST_LINES_OF_A_FUNCTION
    ]
    assert not too_long, "\n".join(too_long)


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The number of lines of a function without those of its docstring."""
    documented = ast.get_docstring(function) is not None
    docstring = extent(function.body[0]) if documented else 0
    return extent(function) - docstring


def extent(node: ast.stmt) -> int:
    """The number of lines that a statement spans."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_a_function_of_a_script_is_a_page() -> None:
    scripts = sorted(SOURCE.rglob("*.js"))
    assert scripts
    too_long = [
        f"{path.relative_to(ROOT)}: {name}: {length} lines"
        for path in scripts
        for name, length in script_functions(path.read_text(encoding="utf-8"))
        if length > MOST_LINES_OF_A_FUNCTION
    ]
    assert not too_long, "\n".join(too_long)


def script_functions(text: str) -> list[tuple[str, int]]:
    """The functions of a module with their lines: formatted, each ends with a brace at the left."""
    function = re.compile(
        r"^(?:export )?(?:async )?function (\w+)\(.*?^\}$", re.MULTILINE | re.DOTALL
    )
    return [(match[1], match[0].count("\n") + 1) for match in function.finditer(text)]


def test_the_lines_of_a_script_function_are_counted() -> None:
    text = "function a() {\n  if (b) {\n  }\n}\n\nexport async function c() {\n}\n"
    assert script_functions(text) == [("a", 4), ("c", 2)]


def test_lines_of_scripts_and_styles_are_short() -> None:
    too_long = [
        f"{path.relative_to(ROOT)}:{number}: {len(line)} signs"
        for path in sorted(SOURCE.rglob("*"))
        if path.suffix in {".js", ".ts", ".css"}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > MOST_SIGNS_OF_A_SCRIPT_LINE
    ]
    assert not too_long, "\n".join(too_long)


def test_a_file_is_a_chapter() -> None:
    too_long = {
        str(path.relative_to(ROOT)): lines
        for path in sorted(SOURCE.rglob("*"))
        if path.suffix in {".py", ".js", ".ts", ".css", ".j2"}
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES_OF_A_FILE
    }
    assert not too_long


def test_no_template_switches_escaping_off() -> None:
    switch = re.compile(r"\|\s*safe\b|\bautoescape\b")
    templates = sorted(SOURCE.rglob("*.j2"))
    assert templates
    assert not [path for path in templates if switch.search(path.read_text(encoding="utf-8"))]


def test_every_rule_that_ruff_must_ignore_bears_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    ignored = [
        *lint["ignore"],
        *(code for codes in lint["per-file-ignores"].values() for code in codes),
    ]
    assert ignored
    reasoned = set(re.findall(r'^ *"([A-Z]+[0-9]*)", +# \w', text, re.MULTILINE))
    assert not sorted(set(ignored) - reasoned)
