"""The words for statuses: their meanings, their verbs, and the reasons for them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argmap.analysis.labels.in_words import Word

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = MappingProxyType(
    {
        "stands": "in this map nothing that stands speaks against it. It does not mean true.",
        "contested": "an objection that stands, with no answer that holds, bears on it.",
        "open": "undecided otherwise: it rests on something unsettled, or is drawn both ways.",
        "falls": "it is refuted, or nothing carries it any more.",
    }
)


def meanings(*, has_pending: bool) -> Mapping[str, str]:
    """The meanings of the words in a map, of which some claims may still be to be supported.

    >>> meanings(has_pending=True)["open"].count("still to be supported")
    1
    """
    return WORDS | {"open": _OPEN_OR_PENDING} if has_pending else WORDS


_OPEN_OR_PENDING = (
    "undecided otherwise: it rests on something unsettled, is still to be supported, or is drawn"
    " both ways."
)

VERBS: Mapping[Word, tuple[str, str]] = MappingProxyType(
    {
        Word.STANDS: ("stands", "stand"),
        Word.CONTESTED: ("is contested", "are contested"),
        Word.OPEN: ("is open", "are open"),
        Word.FALLS: ("falls", "fall"),
    }
)
"""The verb for each status, in the singular and in the plural."""

NO_LONGER: Mapping[Word, str] = MappingProxyType(
    {
        Word.STANDS: "no longer stands",
        Word.CONTESTED: "is no longer contested",
        Word.OPEN: "is no longer open",
        Word.FALLS: "no longer falls",
    }
)
"""The verb for each status that ends."""

WOULD: Mapping[Word, str] = MappingProxyType(
    {
        Word.STANDS: "stand",
        Word.CONTESTED: "be contested",
        Word.OPEN: "be open",
        Word.FALLS: "fall",
    }
)
"""The verb for each status as it stands after "would"."""

REASONS = MappingProxyType(
    {
        "granted": "It is put forward without needing support, and nobody objects.",
        "supported": "At least one reason for it holds, and nobody objects.",
        "answered": "There are objections, and every one of them fails.",
        "disputed": "There is an objection, but it is itself undecided, so the claim still stands.",
        "accepted": "You have accepted it.",
        "unanswered objection": "An objection that stands speaks against it, and no answer to that"
        " objection holds.",
        "premise unsettled": "It rests on a claim that is itself contested or open.",
        "to be supported": "It still has to be argued: its author says that it needs support, and"
        " nothing carries it yet.",
        "conflict": "It would stand but for an objection that is as undecided as it is.",
        "refuted": "An objection that is meant to refute it is not answered.",
        "step blocked": "A step that leads to it is blocked, and nothing else carries it.",
        "premise gone": "Every reason for it needs a premise that falls.",
        "not carried": "Nothing that is put forward leads to it, even with all objections left"
        " out.",
        "rejected": "You have rejected it.",
    }
)
