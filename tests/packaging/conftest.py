"""The package, built once from the files of the repository alone, for all tests of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.packaging.packages import Built, build, clean_copy

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the files that git knows."""
    return clean_copy(tmp_path_factory.mktemp("tree"))


@pytest.fixture(scope="session")
def built(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The source distribution and the wheel."""
    return build(tree, tmp_path_factory.mktemp("dist"))
