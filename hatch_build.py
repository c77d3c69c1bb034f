"""The addresses of the project in the package, and its README as a package index shows it."""

from __future__ import annotations

import os
import re
from pathlib import Path
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
        """Fill in the URLs and the README."""
        repository = os.environ.get(REPOSITORY, "")
        metadata["urls"] = urls_of(repository)
        readme = Path(self.root, "README.md").read_text(encoding="utf-8")
        text = with_addresses(readme, repository)
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def with_addresses(readme: str, repository: str) -> str:
    """The README with whole addresses, as an index has no pages or pictures beside it.

    Without a repository there are none, and it stays as it is.
    """
    if not repository:
        return readme
    pictures = re.sub(r"(!\[[^\]]*\]\()(?!https?:)", rf"\1{repository}/raw/HEAD/", readme)
    return re.sub(r"(?<!!)(\[[^\]]*\]\()(?!https?:|#)", rf"\1{repository}/blob/HEAD/", pictures)


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
