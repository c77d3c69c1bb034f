"""The outline of a map: which claim hangs below which, and every claim's short number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Child:
    """A claim below another one, and the relation by which it hangs there."""

    claim: str
    relation: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A map in reading order.

    `roots` are the claims at the top, `children` all claims directly below a claim (one that
    occurs again is listed again), `numbers` the short number of every claim in reading order.
    """

    roots: tuple[str, ...]
    children: Mapping[str, tuple[Child, ...]]
    numbers: Mapping[str, str]
