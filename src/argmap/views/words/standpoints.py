"""The standpoints over which the claims of an answer have their statuses, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.views.words.counting import count_of

if TYPE_CHECKING:
    from argmap.analysis.labels.in_words import StatusFinding


def standpoints_in_words(finding: StatusFinding) -> str:
    """The standpoints over which a claim has its status, in sentences."""
    standpoint = f"{finding.semantics} standpoint"
    if finding.extensions == 1:
        return f"There is one {standpoint}: what is so under it."
    if finding.extensions is not None:
        return f"Over {count_of(finding.extensions, standpoint)}: what is so under all of them."
    if not finding.unsearched:
        return (
            f"There are more {standpoint}s than were looked at: what is so under all of those that "
            "were."
        )
    return (
        f"For {count_of(len(finding.unsearched), 'claim')} no {standpoint} was found in time "
        "(--time-limit). They are shown as grounded semantics has them: what stands or falls does "
        f"so under every {standpoint}; of what is open or contested that is not known."
    )
