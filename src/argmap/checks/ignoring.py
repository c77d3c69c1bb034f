"""Diagnostics that authors have looked at and let stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import CODES, Diagnostic
from argmap.reading.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model.argument_map import ArgumentMap
    from argmap.reading.documents import Documents


def without_ignored(
    argument_map: ArgumentMap,
    documents: Documents,
    diagnostics: Iterable[Diagnostic],
    *,
    report_unused: bool,
) -> Iterator[Diagnostic]:
    """The diagnostics but for warnings and notes that their claim ignores.

    An `ignore` that nothing fits is a diagnostic itself. Errors cannot be ignored.
    """
    unused = {
        (claim.id, one.code): one for claim in argument_map.claims.values() for one in claim.ignore
    }
    ignored = frozenset(unused)
    for diagnostic in diagnostics:
        key = (diagnostic.claim or "", diagnostic.code)
        if key in ignored and not diagnostic.is_error:
            unused.pop(key, None)
        else:
            yield diagnostic
    for (claim, code), one in unused.items() if report_unused else ():
        source = argument_map.claims[claim].source
        if code == "AM502" and source not in documents.by_source:
            continue  # not looked for: the document is not there
        unknown = f"; there is no code `{code}`" if code not in CODES else ""
        yield Diagnostic(
            one.location,
            "AM408",
            f"`{claim}` ignores {code}, but has no such warning or note{unknown}",
            (unknown and did_you_mean(code, CODES)) or "delete this `ignore`",
            claim,
        )
