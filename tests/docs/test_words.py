"""docs/words.md has the words of argmap with their meanings, as `argmap explain` tells them.

`ARGMAP_UPDATE=1 pytest tests/docs/test_words.py` writes it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.glossary import GROUPS, glossary
from tests.docs.pages import DOCS
from tests.kept import assert_on_disk

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = DOCS / "words.md"
HEAD = """\
<!-- Made from src/argmap/views/glossary.toml; tests/docs/test_words.py says how. -->

# Words

The words that pages, answers and sheets use. `argmap explain WORD` tells one of them on the
terminal; `argmap explain words` lists them all.
"""


def test_the_page_has_every_word_with_its_meaning() -> None:
    assert_on_disk(PAGE, "".join(words_page()))


def words_page() -> Iterator[str]:
    """The page, piece by piece."""
    yield HEAD
    for group, title in GROUPS.items():
        yield f"\n## {title}\n\n"
        for term in glossary():
            if term.group == group:
                forms = f" (also: {', '.join(term.also)})" if term.also else ""
                example = "\n".join(term.example)
                yield f"**{term.word}**{forms}: {term.meaning}\n\n```text\n{example}\n```\n\n"
