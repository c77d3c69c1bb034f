"""Packages have all that they need and nothing else, and are the same every time."""

from __future__ import annotations

import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from tests.packaging.packages import ROOT, build, files_of_repository, project, run, tool

if TYPE_CHECKING:
    from tests.packaging.packages import Built

pytestmark = pytest.mark.long

EPOCH = "1700000000"
# Settings of git and of the machine that tests the repository.
LEFT_OUT = (".ci/", ".gitattributes", "outputs/")


def names_in(wheel: Path) -> list[str]:
    """The names of the files in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def files_in(wheel: Path) -> dict[str, bytes]:
    """The files in a wheel with their contents."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def unpacked(source: Path, folder: Path) -> Path:
    """The folder that a source distribution holds."""
    with tarfile.open(source) as archive:
        archive.extractall(folder, filter="data")
    [top] = folder.iterdir()
    return top


def test_both_are_such_as_the_index_takes(built: Built, tmp_path: Path) -> None:
    done = run(tool("twine"), "check", "--strict", built.source, built.wheel, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_wheel_has_every_file_of_the_program_and_nothing_else(built: Built) -> None:
    program = [
        PurePosixPath(name).relative_to("src").as_posix()
        for name in files_of_repository()
        if name.startswith("src/")
    ]
    names = names_in(built.wheel)
    assert sorted(name for name in names if ".dist-info/" not in name) == sorted(program)
    assert {".js", ".css", ".j2", ".toml", ".typed"} <= {
        PurePosixPath(name).suffix or PurePosixPath(name).name[-6:] for name in names
    }
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_source_distribution_has_all_that_its_tests_need(built: Built, tmp_path: Path) -> None:
    top = unpacked(built.source, tmp_path)
    names = {path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file()}
    wanted = {name for name in files_of_repository() if not name.startswith(LEFT_OUT)}
    assert names == wanted | {"PKG-INFO"}


def test_the_metadata_names_licence_extras_and_description(built: Built) -> None:
    [content] = [
        content for name, content in files_in(built.wheel).items() if name.endswith("/METADATA")
    ]
    metadata = message_from_bytes(content)
    assert metadata["License-Expression"] == "MIT"
    assert metadata.get_all("Provides-Extra") == sorted(project()["optional-dependencies"])
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert metadata.get_all("Project-URL") is None


def test_the_wheel_of_the_source_distribution_is_the_wheel_of_the_tree(
    built: Built, tree: Path, tmp_path: Path
) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "built").mkdir()
    (tmp_path / "from tree").mkdir()
    top = unpacked(built.source, tmp_path / "source")
    from_source = build(top, tmp_path / "built", "--wheel")
    from_tree = build(tree, tmp_path / "from tree", "--wheel")
    assert files_in(from_source.wheel) == files_in(from_tree.wheel) == files_in(built.wheel)
    assert from_source.wheel.read_bytes() == from_tree.wheel.read_bytes()


def test_two_builds_give_the_same_bytes(tree: Path, tmp_path: Path) -> None:
    packages: list[tuple[bytes, bytes]] = []
    for name in ("first", "second"):
        out = tmp_path / name
        out.mkdir()
        environment = {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONHASHSEED": str(len(packages))}
        pair = build(tree, out, **environment)
        packages.append((pair.source.read_bytes(), pair.wheel.read_bytes()))
    assert packages[0] == packages[1]


def test_the_release_has_the_addresses_of_its_repository(tree: Path, tmp_path: Path) -> None:
    repository = "https://github.com/someone/argmap"
    pair = build(tree, tmp_path, "--wheel", ARGMAP_REPOSITORY=repository)
    [content] = [
        content for name, content in files_in(pair.wheel).items() if name.endswith("/METADATA")
    ]
    addresses = message_from_bytes(content).get_all("Project-URL")
    assert addresses is not None
    assert f"Source, {repository}" in addresses
    assert len(addresses) == 4


def test_no_machine_is_named_in_the_package(built: Built) -> None:
    own = (str(ROOT), str(Path.home()) + "/")
    for name, content in files_in(built.wheel).items():
        assert not [place for place in own if place.encode() in content], name
