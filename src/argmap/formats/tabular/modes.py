"""The modes that a table need not state: those that a reader expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.claim import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model.claim import Claim


def default_mode(claims: Iterable[Claim], source: str | None) -> Mode:
    """The mode of a relation between these claims that states none.

    It is the mapper's own if it joins claims of different sources and comes from none itself.
    """
    cited = {claim.cited_source for claim in claims}
    return Mode.EDITORIAL if source is None and len(cited) != 1 else Mode.ASSERTED
