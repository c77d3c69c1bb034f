"""The wheel, installed where nothing else is, answers every command; each extra adds its part."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from argmap import __version__
from argmap.cli.program import SECTIONS
from tests.packaging.packages import (
    EXTRAS,
    SECONDS,
    Environment,
    installed,
    interpreters,
    plain_environment,
    run,
    skip_without_index,
    tool,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.packaging.packages import Built

    Equipped = Callable[[str], Environment]

pytestmark = pytest.mark.long

COMMANDS = [name for names in SECTIONS.values() for name in names]
OLDEST, NEWEST = min(interpreters()), max(interpreters())

# A line for each command: its words, its exit code, and words of its answer or complaint. They run
# beside `my-map`, which `new` has made, and change nothing there that another line needs.
SMOKE = {
    "brief": ("brief close-centre my-map", 0, "old town"),
    "agenda": ("agenda my-map", 0, "minutes"),
    "questions": ("questions close-centre my-map", 0, "scheme"),
    "sources": ("sources my-map", 0, "Traffic and air"),
    "readers": ("readers votes.csv my-map", 0, "Ada"),
    "positions": ("positions my-map", 0, "main claim"),
    "status": ("status my-map", 0, "stands"),
    "why": ("why close-centre my-map", 0, "supported by"),
    "whatif": ("whatif my-map --reject quieter", 0, "quieter"),
    "overturn": ("overturn close-centre my-map", 0, "reject"),
    "premises": ("premises close-centre my-map", 0, "premise"),
    "strength": ("strength my-map", 0, "How strong"),
    "structure": ("structure my-map", 0, "bear the load"),
    "gaps": ("gaps my-map", 0, "support"),
    "dependents": ("dependents quieter my-map", 0, "close"),
    "coverage": ("coverage my-map", 0, "paragraph"),
    "diff": ("diff my-map my-map", 0, ""),
    "new": ("new another-map", 0, "argmap check another-map"),
    "draft": ("draft my-map/texts/town-report.txt", 0, "mode: draft"),
    "serve": ("serve my-map --no-open", 2, "needs an extra: pip install 'argmap[serve]'"),
    "add": ('add "Trees are green." -m my-map --diff', 0, "+  trees-are-green"),
    "rename": ("rename quieter calmer my-map --diff", 0, "+  calmer"),
    "check": ("check my-map", 0, "2 verified"),
    "fmt": ("fmt my-map --diff", 0, ""),
    "build": ("build my-map -o pages", 0, "argument-map.html"),
    "convert": ("convert my-map map.argdown", 0, ""),
    "explain": ("explain contested", 0, "objection"),
    "lsp": ("lsp", 2, "needs an extra: pip install 'argmap[lsp]'"),
    "corpus": ("corpus build my-map", 2, "needs an extra: pip install 'argmap[corpus]'"),
    "schema": ("schema", 0, '"$schema"'),
    "completion": ("completion bash", 0, "complete"),
    "solve": ("solve -p SE-GR -f small.af", 0, "w 1"),
}

SOURCED = """\
map: {bibliography: refs.bib, documents: .}
source: {id: plan, cite: plan2020, document: plan.md}
claims: {a: {text: Cars are loud., quote: Cars are *very* loud}}
"""
VOTES = "name,claim,verdict\nAda,quieter,accept\nBen,quieter,reject\n"
BIBLIOGRAPHY = "@book{plan2020, title={The plan}, author={Planner, Anna}, year={2020}}\n"


def words_of(line: str) -> list[str]:
    """The words of a line in which quotation marks join words."""
    parts = line.split('"')
    return [
        word for index, part in enumerate(parts) for word in ([part] if index % 2 else part.split())
    ]


@pytest.fixture(
    scope="module", params=sorted({OLDEST, NEWEST}), ids=lambda version: f"3.{version[1]}"
)
def bare(
    request: pytest.FixtureRequest, built: Built, tmp_path_factory: pytest.TempPathFactory
) -> Environment:
    """An environment with argmap and no extra, with the oldest Python and with the newest."""
    folder = tmp_path_factory.mktemp("bare") / "environment"
    return installed(built.wheel, folder, interpreters()[request.param])


@pytest.fixture(scope="module")
def equipped(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Equipped:
    """Make an environment with argmap and one extra, when it is asked for."""
    folder = tmp_path_factory.mktemp("equipped")
    return lambda extra: installed(built.wheel, folder / extra, interpreters()[NEWEST], extra)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a few files, far from the repository."""
    (tmp_path / "plan.yaml").write_text(SOURCED, encoding="utf-8")
    (tmp_path / "plan.md").write_text("# Plan\n\nCars are *very* loud.\n", encoding="utf-8")
    (tmp_path / "refs.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    (tmp_path / "votes.csv").write_text(VOTES, encoding="utf-8")
    (tmp_path / "small.af").write_text("p af 2\n1 2\n", encoding="utf-8")
    return tmp_path


def test_every_python_that_is_named_is_here() -> None:
    missing = {(3, minor) for minor in range(11, 15)} - interpreters().keys()
    if missing:
        names = ", ".join(f"3.{minor}" for _, minor in sorted(missing))
        pytest.skip(f"NOT TESTED: there is no Python {names} on this machine")


def test_every_command_has_a_smoke_line() -> None:
    assert sorted(SMOKE) == sorted(COMMANDS)


def test_every_command_answers_or_says_which_extra_it_needs(bare: Environment, place: Path) -> None:
    made = bare.argmap("new", "my-map", cwd=place)
    assert made.returncode == 0, made.stderr

    def fault_of(name: str) -> str:
        line, code, answer = SMOKE[name]
        done = bare.argmap(*words_of(line), cwd=place)
        is_well = done.returncode == code and answer.lower() in (done.stdout + done.stderr).lower()
        is_well = is_well and "Traceback" not in done.stderr
        return "" if is_well else f"argmap {line}: {done.returncode}\n{done.stdout}{done.stderr}"

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = [fault for fault in pool.map(fault_of, COMMANDS) if fault]
    assert not faults, "\n".join(faults)
    assert {path.name for path in (place / "pages").iterdir()} >= {"argument-map.html", "report.md"}


def test_it_is_a_module_and_a_library_as_well(bare: Environment, place: Path) -> None:
    python = bare.scripts / "python"
    done = run(python, "-m", "argmap", "--version", cwd=place)
    assert (done.stdout, done.stderr) == (f"argmap {__version__}\n", "")
    program = "import argmap; print(argmap.load('small.af')[0].title, argmap.__file__)"
    done = run(python, "-c", program, cwd=place)
    assert done.returncode == 0, done.stderr
    assert str(bare.folder) in done.stdout


@pytest.mark.parametrize(
    ("line", "code", "answer"),
    [
        ("build small.af --format png", 2, "pip install 'argmap[png]'"),
        ("build small.af --format pdf", 2, "pip install 'argmap[pdf]'"),
        ("convert small.af small.xlsx", 2, "pip install 'argmap[xlsx]'"),
        ("check plan.yaml", 1, "pip install 'argmap[cite]'"),
        ("draft plan.md", 2, "pip install 'argmap[documents]'"),
        ("serve small.af", 2, "pip install 'argmap[serve]'"),
        ("lsp", 2, "pip install 'argmap[lsp]'"),
        ("corpus build .", 2, "pip install 'argmap[corpus]'"),
    ],
)
def test_without_an_extra_its_name_is_given(
    bare: Environment, place: Path, line: str, code: int, answer: str
) -> None:
    done = bare.argmap(*line.split(), cwd=place)
    assert done.returncode == code, done.stdout + done.stderr
    assert answer in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def draw_a_slide(environment: Environment, place: Path) -> None:
    """Draw a picture."""
    done = environment.argmap("build", "small.af", "--format", "png", cwd=place)
    assert done.returncode == 0, done.stderr
    assert (place / "outputs" / "argument-map.png").read_bytes().startswith(b"\x89PNG")


def print_a_handout(environment: Environment, place: Path) -> None:
    """Write a handout."""
    done = environment.argmap("build", "small.af", "--format", "pdf", cwd=place)
    assert done.returncode == 0, done.stderr
    [handout] = (place / "outputs").glob("*.pdf")
    assert handout.read_bytes().startswith(b"%PDF")


def write_a_workbook(environment: Environment, place: Path) -> None:
    """Write a workbook, and read it."""
    environment.argmap("new", "my-map", cwd=place)
    done = environment.argmap("convert", "my-map", "map.xlsx", cwd=place)
    assert done.returncode == 0, done.stderr
    assert zipfile.is_zipfile(place / "map.xlsx")
    assert "Streets" in environment.argmap("why", "close-centre", "map.xlsx", cwd=place).stdout


def cite_a_book(environment: Environment, place: Path) -> None:
    """Take a source from a bibliography."""
    done = environment.argmap("sources", "plan.yaml", cwd=place)
    assert done.returncode == 0, done.stderr
    assert "Planner" in done.stdout


def quote_markdown(environment: Environment, place: Path) -> None:
    """Verify a quotation in a document of Markdown."""
    text = SOURCED.replace("cite: plan2020", "title: Plan").replace("bibliography: refs.bib, ", "")
    (place / "plan.yaml").write_text(text.replace("*", ""), encoding="utf-8")
    done = environment.argmap("check", "plan.yaml", cwd=place)
    assert done.returncode == 0, done.stdout
    assert "1 verified, 0 not verified" in done.stderr


def answer_an_editor(environment: Environment, place: Path) -> None:
    """Greet an editor, and end with it."""
    messages = b"".join(
        b"Content-Length: %d\r\n\r\n%s" % (len(message), message)
        for message in (
            b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}',
            b'{"jsonrpc":"2.0","id":2,"method":"shutdown"}',
            b'{"jsonrpc":"2.0","method":"exit"}',
        )
    )
    done = subprocess.run(
        [str(environment.scripts / "argmap"), "lsp"],
        cwd=place,
        env=plain_environment(),
        input=messages,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.dumps(__version__).encode() in done.stdout


def search_a_corpus(environment: Environment, place: Path) -> None:
    """Build a corpus of two maps in two processes, search it, and propose what is nearly equal."""
    for name in ("one", "two"):
        environment.argmap("new", f"debates/{name}", cwd=place)
    done = environment.argmap("corpus", "build", "debates", "--workers", "2", cwd=place)
    assert done.returncode == 0, done.stderr
    assert "close-centre" in environment.argmap("corpus", "search", "old town", cwd=place).stdout
    assert "in several maps" in environment.argmap("corpus", "links", cwd=place).stdout


def open_the_workbench(environment: Environment, place: Path) -> None:
    """Open the workbench, ask for its page, and end it as Ctrl-C does."""
    environment.argmap("new", "my-map", cwd=place)
    with subprocess.Popen(
        [str(environment.scripts / "argmap"), "serve", "my-map", "--no-open"],
        cwd=place,
        env=plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), address or process.communicate()
            with urlopen(address, timeout=20) as answer:  # noqa: S310  # this machine
                assert b"Cars in the old town" in answer.read()
        finally:
            interrupt = signal.SIGTERM if sys.platform == "win32" else signal.SIGINT
            process.send_signal(interrupt)
            process.wait(SECONDS)
    if sys.platform != "win32":
        assert process.returncode in {0, 130}


USES = {
    "cite": cite_a_book,
    "corpus": search_a_corpus,
    "documents": quote_markdown,
    "lsp": answer_an_editor,
    "pdf": print_a_handout,
    "png": draw_a_slide,
    "serve": open_the_workbench,
    "xlsx": write_a_workbook,
}


def test_every_extra_has_a_use() -> None:
    assert sorted(USES) == list(EXTRAS)


@pytest.mark.parametrize("extra", EXTRAS)
def test_with_its_extra_each_works(equipped: Equipped, place: Path, extra: str) -> None:
    USES[extra](equipped(extra), place)


def test_it_runs_without_being_installed(built: Built, place: Path) -> None:
    uvx = ("tool", "run", "--isolated", "--no-python-downloads")
    where = ("--python", interpreters()[NEWEST], "--from", built.wheel)
    done = run(tool("uv"), *uvx, *where, "argmap", "--version", cwd=place)
    skip_without_index(done)
    assert done.stdout == f"argmap {__version__}\n", done.stderr
