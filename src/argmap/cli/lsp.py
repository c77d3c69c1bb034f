"""`argmap lsp`: the server that editors start, to have claim files checked while one writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap import __version__
from argmap.cli import options
from argmap.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@options.documents
def lsp(*, documents: Path | None) -> int:
    """Answer an editor: problems, ids, meanings, renaming.

    An editor starts this by itself and talks to it over standard input and output; docs/editors.md
    says how to set up VS Code, Neovim, Helix and Emacs. Needs: pip install 'argmap[lsp]'

    \b
    argmap lsp
    argmap lsp --documents texts
    """
    try:
        from argmap.language_server.running import serve  # noqa: PLC0415  # slow, and an extra
    except ModuleNotFoundError as error:
        raise UsageError("the editor's server needs an extra: pip install 'argmap[lsp]'") from error
    serve(options.documents_folder(documents), __version__)
    return 0
