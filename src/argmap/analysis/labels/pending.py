"""Claims still to be supported, and the semantics that leave them undecided."""

from __future__ import annotations


def puts_pending_forward(semantics: str) -> bool:
    """Whether claims still to be supported are undecided under a semantics, rather than refused.

    A stable extension settles every assumption, which one that is contrary to itself forbids: a
    single pending claim would leave the whole map without any.

    >>> puts_pending_forward("grounded"), puts_pending_forward("stable")
    (True, False)
    """
    return semantics != "stable"
