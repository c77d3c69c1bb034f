"""The answer of a language model, held to its schema, and its claims looked up in the document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.documents.quotation import seek
from argmap.drafting.model_prompt import MOST_CLAIMS
from argmap.drafting.proposal import Proposal, Proposals, ProposedStep
from argmap.errors import UsageError
from argmap.model.relation import Kind
from argmap.model.source import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.documents.document import Document

_LONGEST = 5_000  # signs of a text or a quotation
_KEYS = {"id", "text", "quote", "speaker", "supports", "attacks"}
_LISTS = (("supports", Kind.SUPPORTS), ("attacks", Kind.ATTACKS))


def claims_in(answer: str) -> list[dict[str, Any]]:
    """The claims in an answer, which may stand in a block of Markdown.

    Raises:
        UsageError: the answer is no JSON, or does not have the form that was asked for.
    """
    bare = answer.strip()
    if bare.startswith("```"):
        bare = bare.partition("\n")[2].rpartition("```")[0]
    try:
        tree = json.loads(bare)
    except (ValueError, RecursionError) as error:
        raise UsageError(
            "the model's answer is no JSON; ask again, or ask another model"
        ) from error
    claims = tree.get("claims") if isinstance(tree, dict) else None
    if not isinstance(claims, list):
        raise _misfit("it has no list `claims`")
    if len(claims) > MOST_CLAIMS:
        raise _misfit(f"it has more than {MOST_CLAIMS} claims")
    for number, claim in enumerate(claims, 1):
        if (fault := _fault(claim)) is not None:
            raise _misfit(f"claim {number} {fault}")
    return claims


def _misfit(what: str) -> UsageError:
    return UsageError(f"the model's answer has another form than was asked for: {what}")


def _fault(claim: object) -> str | None:
    """The fault in the form of a claim; None if there is none."""
    if not isinstance(claim, dict):
        return "is no object"
    if extra := sorted(str(key) for key in claim.keys() - _KEYS):
        return f"has the unknown key `{_shown(extra[0])}`"
    for key in ("id", "text", "quote"):
        value = claim.get(key)
        if not isinstance(value, str) or not 0 < len(value.strip()) <= _LONGEST:
            return f"has no text of 1 to {_LONGEST:,} signs as `{key}`"
    for key, _ in _LISTS:
        ids = claim.get(key, [])
        if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
            return f"has `{key}` that is no list of ids"
    is_named = isinstance(claim.get("speaker"), str | None)
    return None if is_named else "has a `speaker` that is no text"


def _shown(word: str) -> str:
    return word if word.isprintable() and len(word) < 40 else "..."  # noqa: PLR2004  # a short word


def proposals_in(document: Document, answers: Iterable[list[dict[str, Any]]]) -> Proposals:
    """The claims of some answers whose quotations are in the document, the others counted.

    A step is kept where both its ends are; ids count within their own answer.
    """
    claims: list[Proposal] = []
    steps: list[ProposedStep] = []
    numbers: dict[tuple[str, int], int] = {}
    dropped = 0
    for answer in answers:
        kept: dict[str, int] = {}
        for each in answer:
            proposal = _proposal(document, each)
            if proposal is None:
                dropped += 1
                continue
            key = (proposal.text.casefold(), proposal.start)
            if numbers.setdefault(key, len(claims)) == len(claims):
                claims.append(proposal)
            kept.setdefault(each["id"], numbers[key])
        steps += _steps(answer, kept)
    return Proposals(tuple(claims), tuple(dict.fromkeys(steps)), None, dropped)


def _proposal(document: Document, claim: dict[str, Any]) -> Proposal | None:
    """The claim with its place in the document; None if its words are not there."""
    quote, text = _clean(claim["quote"]), _clean(claim["text"])
    search = seek(document, Locator(quote=quote))
    if not search.is_found or not text:
        return None
    speaker = _clean(claim.get("speaker") or "") or None
    place = search.place
    return Proposal(
        text, quote, search.paragraph, search.page, place[0].start, place[-1].end, None, speaker
    )


def _steps(answer: list[dict[str, Any]], kept: dict[str, int]) -> Iterable[ProposedStep]:
    for each in answer:
        for key, kind in _LISTS:
            for target in each.get(key, []):
                ends = kept.get(each["id"]), kept.get(target)
                if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
                    yield ProposedStep(ends[0], kind, ends[1])


def _clean(text: str) -> str:
    """The text on one line, without signs that cannot be seen: it is a stranger's."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())
