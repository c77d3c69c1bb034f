"""Words of other tools, and of everyday speech, for the keys of a claim file."""

from __future__ import annotations

WORDS_OF_OTHERS = frozenset(
    {"because", "reasons", "reason", "objections", "objection", "from", "to", "type", "premise"}
)
