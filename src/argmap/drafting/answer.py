"""The answer of `argmap draft` for programs: what is proposed, under keys that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.drafting.claim_file import ids_of
from argmap.views.answers.encoder import answer

if TYPE_CHECKING:
    from argmap.drafting.neighbourhood import Neighbourhood
    from argmap.drafting.proposal import Proposals


def draft_answer(proposals: Proposals, around: Neighbourhood) -> dict[str, Any]:
    """The proposals with the ids that they take in a claim file.

    `start` and `end` count the signs of the document's text as argmap reads it. Cost: linear.
    """
    ids = ids_of(proposals, around)
    claims = [
        {
            "id": id_,
            "text": each.text,
            "quote": each.quote,
            "paragraph": each.paragraph,
            "page": each.page,
            "start": each.start,
            "end": each.end,
            "cue": each.cue,
            "speaker": each.speaker,
        }
        for id_, each in zip(ids, proposals.claims, strict=True)
    ]
    relations = [
        {
            "premises": [ids[each.premise]],
            "kind": str(each.kind),
            "target": ids[each.target],
            "cue": each.cue,
        }
        for each in proposals.steps
    ]
    return answer(
        "draft",
        {
            "document": around.document,
            "language": proposals.language,
            "claims": claims,
            "relations": relations,
            "dropped": proposals.dropped,
        },
    )
