"""The package says of itself what is so, the same in every place."""

from __future__ import annotations

import json
import re
from importlib.metadata import entry_points
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from trove_classifiers import classifiers as known_classifiers

from argmap import __main__, __version__
from hatch_build import urls_of, with_addresses
from tests.packaging.packages import EXTRAS, ROOT, project, run, tool

if TYPE_CHECKING:
    from pathlib import Path

REPOSITORY = "https://github.com/someone/argmap"
NAMED_EXTRAS = re.compile(r"(?:argmap|\.)\[([a-z,]+)\]")


def metadata(folder: Path, **environment: str) -> dict[str, Any]:
    """The metadata of the project as hatch works it out."""
    script = (
        "import json, sys; from hatchling.metadata.core import ProjectMetadata; "
        "from hatchling.plugin.manager import PluginManager; "
        "core = ProjectMetadata(sys.argv[1], PluginManager()).core; "
        "print(json.dumps({'version': core.version, 'urls': core.urls, 'readme': core.readme}))"
    )
    done = run(tool("python"), "-c", script, ROOT, cwd=folder, **environment)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_every_classifier_is_known_and_each_stands_once() -> None:
    listed = project()["classifiers"]
    assert not set(listed) - known_classifiers
    assert sorted(set(listed)) == sorted(listed)
    assert not [name for name in listed if name.startswith("License ::")]


def test_the_pythons_named_are_those_that_may_install_it() -> None:
    named = re.findall(r"Python :: (3\.\d+)$", "\n".join(project()["classifiers"]), re.MULTILINE)
    allowed = SpecifierSet(project()["requires-python"])
    assert named == ["3.11", "3.12", "3.13", "3.14"]
    assert all(version in allowed for version in named)
    assert "3.10" not in allowed


def test_every_requirement_has_a_lower_bound() -> None:
    table = project()
    for line in chain(table["dependencies"], *table["optional-dependencies"].values()):
        assert {each.operator for each in Requirement(line).specifier} & {">=", "=="}, line


def test_the_console_command_leads_to_the_program() -> None:
    [entry] = [each for each in entry_points(group="console_scripts") if each.name == "argmap"]
    assert project()["scripts"] == {"argmap": entry.value}
    assert entry.load() is __main__.main


def test_the_version_is_the_same_everywhere(tmp_path: Path) -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest, day = re.findall(r"^## (\d\S*) - (\S+)$", changes, re.MULTILINE)[0]
    assert citation["version"] == newest == __version__ == metadata(tmp_path)["version"]
    assert str(citation["date-released"]) == day


def test_the_citation_is_one_that_github_reads(tmp_path: Path) -> None:
    schema = ("--builtin-schema", "vendor.citation-file-format")
    done = run(tool("check-jsonschema"), *schema, ROOT / "CITATION.cff", cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_every_extra_is_named_and_every_extra_named_is_there() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    named = {
        extra
        for page in pages
        for listed in NAMED_EXTRAS.findall(page.read_text(encoding="utf-8"))
        for extra in listed.split(",")
    }
    assert sorted(named) == list(EXTRAS)


def test_addresses_are_those_of_the_repository_that_builds(tmp_path: Path) -> None:
    assert metadata(tmp_path)["urls"] == {}
    assert metadata(tmp_path, ARGMAP_REPOSITORY=REPOSITORY)["urls"] == urls_of(REPOSITORY)
    assert {*urls_of(REPOSITORY)} == {"Source", "Issues", "Changelog", "Documentation"}
    assert all(url.startswith(REPOSITORY) for url in urls_of(REPOSITORY).values())


def test_the_readme_of_the_package_names_pages_and_pictures_by_whole_addresses(
    tmp_path: Path,
) -> None:
    written = (ROOT / "README.md").read_text(encoding="utf-8")
    assert metadata(tmp_path)["readme"] == written
    shown = metadata(tmp_path, ARGMAP_REPOSITORY=REPOSITORY)["readme"]
    assert shown == with_addresses(written, REPOSITORY)
    addresses = re.findall(r"\]\(([^)]+)\)", shown)
    assert len(addresses) == len(re.findall(r"\]\(([^)]+)\)", written)) > 10
    assert all(address.startswith("https://") for address in addresses)
    paths = [each.removeprefix(REPOSITORY).split("/", 3)[-1] for each in addresses]
    assert all((ROOT / path).exists() for path in paths)
    assert f"]({REPOSITORY}/raw/HEAD/docs/pictures/page.png)" in shown


@pytest.mark.parametrize(
    "address", ["argmap", "http://github.com/a/b", "https://a.b/c d", "https://"]
)
def test_what_is_no_address_of_a_repository_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="no https address"):
        urls_of(address)
