"""The rules of the house for names and docstrings, as far as a program can judge them."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/argmap"

# Words that fit every value, and so name none.
EMPTY_NAMES = frozenset({"one", "found", "told", "said", "held", "left", "asked"})
# A docstring that opens so speaks of its subject without naming it.
OPENING_WITHOUT_NOUN = re.compile(r"(What|Which|How|Where|Who|Whose|That|Those)\b")
PLACES = ("src/argmap", "tests", "benchmarks")
# In scripts `left` is a side of a box, as in the DOM.
EMPTY_NAMES_OF_SCRIPTS = EMPTY_NAMES - {"left"}
NO_CODE = re.compile(r"/\*.*?\*/|//[^\n]*|'(?:\\.|[^'\\\n])*'", re.DOTALL)
# The names that a script gives: variables, parameters in brackets, a single parameter of an arrow.
NAMES_GIVEN = re.compile(
    r"\b(?:const|let)\s+([^=;]+?)\s*(?:=|;|\bof\b)|\(([^()]*)\)\s*(?:=>|\{)|(\w+)\s*=>"
)

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def modules(*places: str) -> Iterator[tuple[str, ast.Module]]:
    """The Python files below these places, by their path in the repository."""
    for place in places:
        for path in sorted((ROOT / place).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def names_given(node: ast.AST) -> Iterator[str]:
    """The names that a node gives to a variable or a parameter."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.MatchAs | ast.MatchStar) and node.name is not None:
        yield node.name


def without_meaning(module: ast.Module) -> Iterator[tuple[int, str]]:
    """The empty names that a module gives, with their lines; `Loss.left` is a key of answers."""
    fields = {
        statement.target
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.AnnAssign)
    }
    for node in ast.walk(module):
        for name in names_given(node):
            if name in EMPTY_NAMES and node not in fields:
                yield getattr(node, "lineno", 1), name


def without_meaning_in_script(script: str) -> Iterator[tuple[int, str]]:
    """The empty names that a script gives, with their lines; a property is no name of its own."""
    code = NO_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), script)
    for given in NAMES_GIVEN.finditer(code):
        for name in re.finditer(r"(?<![.\w])\w+(?!\s*:|\w)", given[0]):
            if name[0] in EMPTY_NAMES_OF_SCRIPTS:
                yield code.count("\n", 0, given.start() + name.start()) + 1, name[0]


def opens_without_noun(node: ast.AST) -> bool:
    """Whether the docstring of a module, class or function names no noun at its start."""
    if not isinstance(node, Documented):
        return False
    return OPENING_WITHOUT_NOUN.match(ast.get_docstring(node) or "") is not None


def test_a_variable_is_named_for_its_value() -> None:
    empty = [
        f"{path}:{line}: {name}"
        for path, module in modules(*PLACES)
        for line, name in without_meaning(module)
    ]
    assert not empty, "\n".join(empty)


def test_a_variable_of_a_script_is_named_for_its_value() -> None:
    scripts = sorted((SOURCE / "views/page/web").rglob("*.js"))
    assert scripts
    empty = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in scripts
        for line, name in without_meaning_in_script(path.read_text(encoding="utf-8"))
    ]
    assert not empty, "\n".join(empty)


def test_a_docstring_opens_with_its_noun_or_verb() -> None:
    open_without = [
        f"{path}:{getattr(node, 'lineno', 1)}"
        for path, module in modules(*PLACES)
        for node in ast.walk(module)
        if opens_without_noun(node)
    ]
    assert not open_without, "\n".join(open_without)


def test_no_two_classes_have_one_name() -> None:
    homes = defaultdict(set)
    for path, module in modules("src/argmap"):
        for node in ast.walk(module):
            if isinstance(node, ast.ClassDef):
                homes[node.name].add(path)
    assert not {name: paths for name, paths in homes.items() if len(paths) > 1}


def test_the_rules_notice_a_breach() -> None:
    module = ast.parse(
        'def f(found):\n    """What it does."""\n    return [one for one in found]\n'
    )
    assert list(without_meaning(module)) == [(1, "found"), (3, "one")]
    assert [node for node in ast.walk(module) if opens_without_noun(node)] == [module.body[0]]


def test_the_rule_for_scripts_notices_a_breach() -> None:
    script = """// const found = 1;
const { told, held: size } = f(one => one.left, (asked, left) => asked.found);
function f(/** @type {string} */ said) {
  for (const [found] of said) g('(one) => {', found.held);
}
"""
    names = [name for _, name in without_meaning_in_script(script)]
    assert names == ["told", "one", "asked", "said", "found"]
    assert [line for line, _ in without_meaning_in_script(script)] == [2, 2, 2, 3, 4]


def test_an_analysis_is_shown_on_a_map_with_claims() -> None:
    empty_map = re.compile(r"ArgumentMap\(\{\}\)")
    shown_empty = [
        path
        for path, module in modules("src/argmap/analysis", "src/argmap/graph")
        for node in ast.walk(module)
        if isinstance(node, Documented) and empty_map.search(ast.get_docstring(node) or "")
    ]
    assert not shown_empty
