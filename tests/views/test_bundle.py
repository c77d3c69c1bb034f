"""The bundler puts modules in order, keeps their names apart and refuses what cannot work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.views.page.bundle import BundleError, bundle

if TYPE_CHECKING:
    from collections.abc import Callable


def reader(modules: dict[str, str]) -> Callable[[str], str]:
    """A function that gives the text of a module, as from a disk."""

    def read(path: str) -> str:
        if path not in modules:
            raise FileNotFoundError(path)
        return modules[path]

    return read


def bundled(**modules: str) -> str:
    return bundle("main.js", reader({f"{name}.js": text for name, text in modules.items()}))


def test_a_module_comes_after_all_that_it_imports() -> None:
    script = bundled(
        main="import { a } from './a.js';\nimport { b } from './b.js';\na(b);\n",
        a="import { c } from './c.js';\nexport function a() { c(); }\n",
        b="import { a } from './a.js';\nexport const b = a();\n",
        c="export function c() {}\n",
    )
    places = [script.index(f"// {name}.js") for name in ("c", "a", "b", "main")]
    assert places == sorted(places)
    assert script.count("// a.js") == 1


def test_private_names_stay_apart_and_exports_are_handed_over() -> None:
    script = bundled(
        main="import { size } from './a.js';\nconst hidden = size;\n",
        a="const hidden = 1;\nexport const size = hidden;\n",
    )
    assert script == (
        "// a.js\nconst $module0 = (() => {\nconst hidden = 1;\nconst size = hidden;\n"
        "return { size };\n})();\n"
        "// main.js\nconst $module1 = (() => {\nconst { size } = $module0;\n"
        "const hidden = size;\n})();\n"
    )


def test_imports_over_several_lines_and_between_folders_are_followed() -> None:
    modules = {
        "main.js": "import { a } from './deep/a.js';\na();\n",
        "deep/a.js": "import {\n  b,\n  c,\n} from '../flat/b.js';\nexport const a = () => b(c);\n",
        "flat/b.js": "export async function b() {}\nexport class c {}\n",
    }
    script = bundle("main.js", reader(modules))
    assert "const { b, c } = $module0;\nconst a =" in script


def test_the_same_modules_give_the_same_bytes() -> None:
    modules = {"main": "import { a } from './a.js';\na();\n", "a": "export const a = () => 1;\n"}
    assert bundled(**modules) == bundled(**modules)


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        (
            {
                "main": "import { a } from './a.js';\n",
                "a": "import { b } from './b.js';\nexport const a = b;\n",
                "b": "import { a } from './a.js';\nexport const b = a;\n",
            },
            "in a circle: a.js -> b.js -> a.js",
        ),
        ({"main": "import { main } from './main.js';\n"}, "in a circle: main.js -> main.js"),
        ({"main": "import { a } from './a.js';\n"}, "there is no script a.js (main.js imports it)"),
        (
            {"main": "import { b } from './a.js';\n", "a": "export const a = 1;\nconst b = 2;\n"},
            "main.js imports `b`, which a.js does not export",
        ),
        ({"main": "import a from './a.js';\n"}, "main.js has an import or export of another form"),
        ({"main": "import * as a from './a.js';\n"}, "of another form: import * as a"),
        ({"main": "export let a = 1;\n"}, "of another form: export let a = 1;"),
        ({"main": "export default 1;\n"}, "of another form: export default 1;"),
        ({"main": "import { a as b } from './a.js';\n", "a": "export const a = 1;\n"}, "`a as b`"),
        (
            {"main": "import { a } from 'package';\n"},
            "of another form: import { a } from 'package'",
        ),
    ],
)
def test_modules_that_cannot_work_are_refused(modules: dict[str, str], message: str) -> None:
    with pytest.raises(BundleError) as caught:
        bundled(**modules)
    assert message in str(caught.value)
