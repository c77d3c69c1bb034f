"""The page on drafts shows the real output of its commands, on its own document.

`ARGMAP_UPDATE=1 pytest tests/drafting/test_page.py` writes what is printed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tests.formats.test_pages import FILE, SESSION, session

if TYPE_CHECKING:
    import pytest

PAGE = Path(__file__).parents[2] / "docs" / "drafting.md"


def test_the_page_shows_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    page = PAGE.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARGMAP_DOCUMENTS", raising=False)
    [(name, text)] = FILE.findall(page)
    Path(name).write_text(text, encoding="utf-8")
    [(begin, commands, end)] = SESSION.findall(page)
    printed = "".join(session(commands, capfd))
    if os.environ.get("ARGMAP_UPDATE"):
        PAGE.write_text(
            page.replace(f"{begin}{commands}{end}", f"{begin}{printed}{end}"), encoding="utf-8"
        )
        return
    assert printed == commands
