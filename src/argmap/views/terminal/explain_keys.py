"""The keys of a claim file as text for a terminal, and as the page docs/format.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.reading.keys import OWNERS, keys
from argmap.views.terminal.lines import Line, hanging

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.reading.keys import Key

_MADE = (
    "<!-- Made from src/argmap/reading/keys.toml; tests/views/test_explain_keys.py says how. -->"
)
_BEGINNING = """\
# The claim file

A map is a folder of claim files (`*.yaml`); together they are one map, and their order makes no
difference. This page lists every key with its purpose, its values and an example, which is a claim
file by itself. `argmap explain KEY` shows the same on the terminal (`argmap explain supported_by`,
`argmap explain claim.quote`), and an editor that knows [the schema](claims.schema.json) shows it
beside the key. `argmap new DIR` writes a small map to start from.

Four rules hold everywhere:

- A key that is unknown, or mistyped, is an error: nothing that you write is lost in silence.
- Where a list is expected, a single value will do: `supported_by: quieter`.
- An id has small letters, digits, `-`, `_` and `.`, and begins with a letter or a digit. It is
  unique in the whole map.
- A text that holds a colon and a space, or opens with a quotation mark or another sign, stands in
  quotation marks, or on the line below `>-`.

Reasons and objections have the same keys wherever they stand: in `supported_by`, `attacked_by` and
`undercut_by`, in `supports`, `attacks` and `undercuts` of a claim, and in `relations`.

A premise may be **defined on the spot**, wherever the id of a claim can stand in `supported_by`,
`attacked_by`, `undercut_by` and `premises`: `supported_by: [{quieter: Streets get quieter.}]`. It
is a claim like any other, and its id may be used elsewhere too. [`argmap fmt`](forms.md) turns this
form into that with every claim below `claims:`, and back.
"""


def key_text(key: Key) -> Iterator[str]:
    """A key: its purpose, its values, what holds where it is left out, and an example."""
    yield f"{key.path}  ({_uncapitalised(OWNERS[key.owner])})"
    yield ""
    yield key.purpose
    yield ""
    yield hanging(f"Values: {key.values}.")
    yield hanging(key.presence)
    yield ""
    yield from (Line(f"    {line}") for line in key.example.split("\n"))


def keys_text(owner: str | None = None) -> Iterator[str]:
    """The keys of every part of a claim file, or of one part, each with its purpose."""
    owners = [owner] if owner is not None else [*OWNERS]
    for place, each in enumerate(owners):
        if place:
            yield ""
        yield f"{OWNERS[each]}:"
        for key in keys():
            if key.owner == each:
                yield hanging(f"{key.name}: {key.purpose}", "  ")


def same_name(named: Iterable[Key]) -> Iterator[str]:
    """The keys that have the same name in several parts of a claim file."""
    every = list(named)
    for key in every:
        yield f"{key.path}  ({_uncapitalised(OWNERS[key.owner])})"
        yield f"    {key.purpose}"
        yield f"    Values: {key.values}."
        yield f"    {key.presence}"
        yield ""
    yield f"With an example: argmap explain {every[0].owner}.{every[0].name}"


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


def page() -> str:
    """The page that describes every key, as Markdown."""
    return "\n".join(_page_lines()) + "\n"


def _page_lines() -> Iterator[str]:
    yield from (_MADE, "", _BEGINNING)
    for owner, title in OWNERS.items():
        yield f"- [{title.replace('`', '')}](#{owner})"
    for owner, title in OWNERS.items():
        yield from ("", f'<a id="{owner}"></a>', "", f"## {title}")
        for key in keys():
            if key.owner == owner:
                yield from ("", f"### `{key.path}`", "", key.purpose, "")
                yield from (f"- Values: {key.values}.", f"- {key.presence}", "")
                yield from ("```yaml", key.example, "```")
