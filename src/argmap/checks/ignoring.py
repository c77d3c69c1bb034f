"""The key `ignore`: warnings and notes that an author has looked at and accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import CODES, Diagnostic, Severity
from argmap.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.documents.folder import Documents
    from argmap.model.argument_map import ArgumentMap

_OF_QUOTATIONS = frozenset({"AM502", "AM508", "AM509", "AM510"})
"""The codes that can only be there where the document is."""


def without_ignored(
    argument_map: ArgumentMap,
    documents: Documents,
    diagnostics: Iterable[Diagnostic],
    *,
    report_unused: bool,
) -> Iterator[Diagnostic]:
    """The diagnostics without the warnings and notes that their claim ignores.

    An `ignore` without a diagnostic to ignore is reported, so that none outlives its reason. Errors
    cannot be ignored.
    """
    unused = {
        (claim.id, ignore.code): ignore
        for claim in argument_map.claims.values()
        for ignore in claim.ignore
    }
    ignored = frozenset(unused)
    for diagnostic in diagnostics:
        about = ((claim, diagnostic.code) for claim in (diagnostic.claim or "", *diagnostic.others))
        ignoring = [key for key in about if key in ignored and not diagnostic.is_error]
        for key in ignoring:
            unused.pop(key, None)
        if not ignoring:
            yield diagnostic
    for (claim, code), ignore in unused.items():
        source = argument_map.claims[claim].source
        is_looked_for = code not in _OF_QUOTATIONS or source in documents.by_source
        never, hint = _what_cannot_be_ignored(code)
        if never or (report_unused and is_looked_for):
            reason = never or f"`{claim}` has no such warning or note"
            yield Diagnostic(
                ignore.location, "AM408", f"`{code}` is ignored here, but {reason}", hint, claim
            )


def _what_cannot_be_ignored(code: str) -> tuple[str, str]:
    """The reason why no claim can ignore a code (empty if one can), and the hint."""
    if code not in CODES:
        cure = f"write `{code.upper()}`" if code.upper() in CODES else did_you_mean(code, CODES)
        return "there is no such code", cure or "`argmap explain` lists all codes"
    if CODES[code].severity is Severity.ERROR:
        return "errors cannot be ignored", "mend what it finds, and delete this `ignore`"
    return "", "delete this `ignore`"
