"""Keys of a claim with no blank behind their colon: YAML reads them as text, one with the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.reading.claim_shape import ClaimShape
from argmap.reading.containers import PlacedMapping, put
from argmap.reading.typed import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.reading.containers import Place

_KEYS = "|".join(sorted(ClaimShape.model_fields, key=len, reverse=True))
_GLUED = re.compile(rf"(?:^|(?<=\s))({_KEYS}):(?=[^\s/])")


def glued_keys(root: PlacedMapping) -> Iterator[tuple[Place, str, str, str]]:
    """Claims whose text opens with a key and its colon, such as `text:Cars are loud.`.

    The keys in it are parted, as the author meant them.
    """
    claims = root.get("claims")
    if not isinstance(claims, PlacedMapping):
        return
    for id_, written in claims.items():
        if not isinstance(written, str) or not _GLUED.match(written):
            continue
        place = claims.values_at[id_]
        _, *parts = _GLUED.split(written)
        claims[id_] = claim = PlacedMapping(place, is_flow=False)
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            put(claim, key, value.strip(), place, place)
        lines = ", ".join(f"`{key}: {typed(value)}`" for key, value in claim.items())
        each = ", each on a line of its own" if len(claim) > 1 else ""
        yield (
            place,
            "AM202",
            f"a blank is missing behind the colon of `{parts[0]}`, so `{id_}` is all one text",
            f"write {lines}{each}",
        )
