"""The addresses of the project in the package: its source, its issues, its changes, its pages."""

from __future__ import annotations

import os
import re
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

REPOSITORY = "ARGMAP_REPOSITORY"


class ProjectUrls(MetadataHookInterface):
    """The URLs of the package, made from the address of the repository that builds it.

    No file of the repository knows that address, and a copy of the repository has another one: an
    address written down here would be wrong in one of them. The release workflow knows the
    repository in which it runs and passes it on. Whoever builds without it gets no URLs.
    """

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in the URLs."""
        metadata["urls"] = urls_of(os.environ.get(REPOSITORY, ""))


def urls_of(repository: str) -> dict[str, str]:
    """The URLs of the project by their names; none without a repository.

    Raises:
        ValueError: it is no address of a repository.
    """
    if not repository:
        return {}
    if not re.fullmatch(r"https://[\w.-]+(/[\w.-]+)+", repository):
        raise ValueError(f"{REPOSITORY} is no https address of a repository: {repository}")
    return {
        "Source": repository,
        "Issues": f"{repository}/issues",
        "Changelog": f"{repository}/blob/HEAD/CHANGELOG.md",
        "Documentation": f"{repository}/tree/HEAD/docs",
    }
