"""A bundler: the ES modules of the page as one script, in the order of their imports.

Each module becomes a function scope of its own, so that two modules may use the same private name.
"""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_IMPORT = re.compile(r"""^import\s*\{([^{}]*)\}\s*from\s*(['"])(\.[^'"]*)\2;\n""", re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?=(?:async function|function|const|class)\s+([A-Za-z_$][\w$]*))", re.MULTILINE
)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class BundleError(Exception):
    """Modules that cannot be bundled: imports in a circle, or a missing file or name."""


class _Module(NamedTuple):
    """The text of a module without import and export statements, and these as lists."""

    body: str
    imports: list[tuple[str, list[str]]]
    exports: list[str]


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """Bundle the module `entry` and all modules that it imports into one script.

    `read` gives the text of a module by its path. Exported names are constants and functions, which
    do not change once their module has run; so each importing module copies their values.

    Raises:
        BundleError: Imports run in a circle, a module is missing, or a name is not exported.
    """
    modules: dict[str, _Module] = {}
    _collect(entry, read, modules, ())
    places = {path: f"$module{number}" for number, path in enumerate(modules)}
    return "".join(_scope(path, module, places) for path, module in modules.items())


def _collect(
    path: str, read: Callable[[str], str], modules: dict[str, _Module], trail: tuple[str, ...]
) -> None:
    """Add a module to `modules`, after all modules that it imports."""
    if path in modules:
        return
    if path in trail:
        circle = (*trail[trail.index(path) :], path)
        raise BundleError(f"scripts import each other in a circle: {' -> '.join(circle)}")
    try:
        text = read(path)
    except OSError as problem:
        importer = f" ({trail[-1]} imports it)" if trail else ""
        raise BundleError(f"there is no script {path}{importer}") from problem
    module = _parsed(path, text)
    for other, names in module.imports:
        _collect(other, read, modules, (*trail, path))
        for name in names:
            if name not in modules[other].exports:
                raise BundleError(f"{path} imports `{name}`, which {other} does not export")
    modules[path] = module


def _parsed(path: str, text: str) -> _Module:
    """The parts of a module; forms of import and export that the page does not use are refused."""
    imports = [
        (
            normpath(join(dirname(path), place)),
            [name.strip() for name in names.split(",") if name.strip()],
        )
        for names, _, place in _IMPORT.findall(text)
    ]
    body = _IMPORT.sub("", text)
    exports = _EXPORT.findall(body)
    body = _EXPORT.sub("", body)
    other = _OTHER.search(body)
    if other is not None:
        raise BundleError(f"{path} has an import or export of another form: {other[0]}")
    return _Module(body.strip("\n"), imports, exports)


def _scope(path: str, module: _Module, places: dict[str, str]) -> str:
    """The function scope of a module, which returns the exported names."""
    taken = "".join(
        f"const {{ {', '.join(names)} }} = {places[other]};\n" for other, names in module.imports
    )
    given = f"return {{ {', '.join(module.exports)} }};\n" if module.exports else ""
    return f"// {path}\nconst {places[path]} = (() => {{\n{taken}{module.body}\n{given}}})();\n"
