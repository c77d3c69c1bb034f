"""The messages for tokens that stand where they may not, each with its cure."""

from __future__ import annotations

from types import MappingProxyType

from argmap.formats.argdown.tokens import TokenSign

AT_START = MappingProxyType(
    {
        TokenSign.RELATION: (
            "a relation that belongs to nothing",
            "write a statement or argument on the line above it, without an empty line between",
        ),
        TokenSign.FRONT_MATTER: (
            "a second front matter, or signs === inside the text",
            "keep === for the top of the file; write \\=== for the signs themselves",
        ),
        TokenSign.DATA: (
            "data that belong to nothing",
            "write them after a statement, an argument or a heading",
        ),
        TokenSign.INFERENCE_START: (
            "an inference without premises",
            "write numbered statements above it, without an empty line between",
        ),
        TokenSign.INFERENCE_END: (
            "hyphens that end nothing",
            "write ---- between numbered statements",
        ),
    }
)
"""What may not begin a block."""

_BRACKETS = "leave an empty line above it, or write @ before it to mention it in a text"
OUT_OF_PLACE = MappingProxyType(
    {
        TokenSign.TEXT: (
            "text after something that was complete",
            "leave an empty line above it; a text has a colon before it: `[title]: text`",
        ),
        TokenSign.STATEMENT_REFERENCE: ("a statement in the middle of a text", _BRACKETS),
        TokenSign.STATEMENT_DEFINITION: ("a statement in the middle of a text", _BRACKETS),
        TokenSign.ARGUMENT_REFERENCE: ("an argument in the middle of a text", _BRACKETS),
        TokenSign.ARGUMENT_DEFINITION: ("an argument in the middle of a text", _BRACKETS),
        TokenSign.DATA: ("a second pair of braces", "put all data into one pair, after the text"),
        TokenSign.NUMBER: ("a numbered statement inside a block", "leave an empty line above it"),
        TokenSign.HEADING: ("a heading inside a block", "leave an empty line above it"),
        TokenSign.ORDERED_ITEM: (
            "a line that begins with a number and a dot",
            "leave an empty line above a list, or write `1\\.` in a text",
        ),
        TokenSign.UNORDERED_ITEM: (
            "a line that begins with *",
            "leave an empty line above a list, or write `\\*` in a text",
        ),
        TokenSign.INFERENCE_START: (
            "hyphens outside of an argument's numbered statements",
            "write `\\--` for the signs themselves",
        ),
        TokenSign.INFERENCE_END: ("hyphens that end nothing", "remove them"),
        TokenSign.COMMA: ("a list of rules that does not end", "close it by --"),
        TokenSign.RELATION: (
            "a relation that belongs to nothing",
            "indent it as the relations above, or leave an empty line and name its parent",
        ),
        TokenSign.FRONT_MATTER: AT_START[TokenSign.FRONT_MATTER],
    }
)
"""What may not follow in a block."""
