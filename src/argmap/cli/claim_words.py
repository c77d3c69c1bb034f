"""Claims named by words of their label or text, where a command line gives no id and no number."""

from __future__ import annotations

import re
from heapq import nsmallest
from typing import TYPE_CHECKING

from argmap.cli import options
from argmap.errors import UsageError
from argmap.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.graph.outline import Outline
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.claim import Claim

_MOST_SHOWN = 4
_WORD = re.compile(r"\w+(?:['\u2019]\w+)?")
_SHORT = 3


def claim_by_words(argument_map: ArgumentMap, outline: Outline, words: str) -> str:
    """The id of the only claim that has these words in this order, in label or text.

    Where no claim has them whole, a longer last one may be the beginning of a word.
    Upper and lower case and punctuation make no difference. A remark says which claim was found.

    Raises:
        UsageError: no claim has the words, or several have; the nearest claims are listed.
    """
    wanted = _folded(words)
    claims = [argument_map.claims[id_] for id_ in outline.numbers] if wanted.strip() else []
    named = [claim for claim in claims if _folded(claim.name) == wanted]
    fitting = [claim for claim in claims if _has_words(claim, wanted)]
    if not fitting and len(wanted.strip().rpartition(" ")[2]) > _SHORT:
        fitting = [claim for claim in claims if _has_words(claim, wanted.rstrip())]
    if len(named) == 1 or len(fitting) == 1:
        claim = named[0] if len(named) == 1 else fitting[0]
        number = outline.numbers[claim.id]
        options.remark(f"`{words}` is taken as {number} “{claim.name}” ({claim.id})")
        return claim.id
    if fitting:
        head = f"`{words}` fits {len(fitting)} claims; name one of them by its id"
        raise UsageError(f"{head}:{_listed(fitting)}")
    near = _nearest(claims, wanted)
    advice = did_you_mean(words, argument_map.claims) or (
        "these have some of the words" if near else "`argmap status` lists all claims"
    )
    raise UsageError(f"there is no claim `{words}`; {_with_list(advice, near)}")


def _folded(text: str) -> str:
    """The words of a text in lower case, with a space before and after each."""
    words = (word.casefold().replace("\u2019", "'") for word in _WORD.findall(text))
    return "".join(f" {word}" for word in words) + " "


def _has_words(claim: Claim, wanted: str) -> bool:
    return wanted in _folded(claim.label or "") or wanted in _folded(claim.text)


def _nearest(claims: Iterable[Claim], wanted: str) -> list[Claim]:
    """The claims that share the most of the longer words, in the order of the outline."""
    sought = {word for word in wanted.split() if len(word) > _SHORT}
    ranked = [
        (-len(sought & {*_folded(f"{claim.label or ''} {claim.text}").split()}), place, claim)
        for place, claim in enumerate(claims)
    ]
    return [claim for shared, _, claim in nsmallest(_MOST_SHOWN, ranked) if shared]


def _with_list(advice: str, claims: list[Claim]) -> str:
    """The advice, and below it the claims that it may be about."""
    end = "" if advice.endswith("?") or not claims else ":"
    return f"{advice}{end}{_listed(claims)}"


def _listed(claims: Iterable[Claim]) -> str:
    """The first of these claims, each on a line of its own with id and text."""
    lines = [f"\n    {claim.id}: {claim.text}" for claim in claims]
    more = len(lines) - _MOST_SHOWN
    rest = f"\n    and {more} more" if more > 0 else ""
    return f"{''.join(lines[:_MOST_SHOWN])}{rest}"
