"""The changes that a stance makes: statuses, reasons and objections, each change with its cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.analysis.finding import Finding, row
from argmap.analysis.status.causes import StanceCauses
from argmap.analysis.status.reasons import turnover
from argmap.model.relation import Kind
from argmap.reasoning.time_limit import share_of_time

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.analysis.labels.in_words import StatusFinding
    from argmap.analysis.reading_of_map import Reading
    from argmap.analysis.status.causes import Cause
    from argmap.analysis.status.reasons import Turnover
    from argmap.model.stance import Stance


@dataclass(frozen=True, slots=True)
class LostReasons:
    """The number of reasons that a claim lost, and of those that are left."""

    lost: int
    left: int


@dataclass(frozen=True, slots=True, repr=False)
class WhatIfFinding(Finding):
    """The map with a stance compared with the map without it.

    `changed` has every claim whose label differs, with the cause; `reasons` and `objections` have
    every claim that loses or gains some, whatever becomes of its label. `weakened` are the claims
    that keep their label and lose reasons. All list every restated claim and are sorted by id.

    `complete` is false if there were extensions that were not looked at, with the stance or without
    it, so that changes may be missing, or be none. If no extension was found in time on one side,
    both are read under grounded semantics instead.
    """

    stance: Stance
    before: StatusFinding
    after: StatusFinding
    changed: Mapping[str, Cause]
    weakened: Mapping[str, LostReasons]
    reasons: Mapping[str, Turnover]
    objections: Mapping[str, Turnover]
    complete: bool = True

    @property
    def reworded(self) -> tuple[str, ...]:
        """The claims whose status in words differs, in its word or in its reason."""
        old, new = self.before.claims, self.after.claims
        return tuple(
            id_
            for id_ in old
            if id_ in new and (old[id_].word, old[id_].reason) != (new[id_].word, new[id_].reason)
        )

    @property
    def affected(self) -> frozenset[str]:
        """The claims whose status in words changes, or whose reasons or objections do.

        The claims of the stance itself are left out.
        """
        own = {
            id_
            for id_, status in self.after.claims.items()
            if status.reason in {"rejected", "accepted"}
        }
        return frozenset({*self.reworded, *self.reasons, *self.objections} - own)

    def rows(self) -> list[dict[str, Any]]:
        """One row for each claim that changes, or loses or gains reasons or objections, by id."""
        affected = {*self.changed, *self.reworded, *self.reasons, *self.objections}
        return [
            row(
                claim=id_,
                before=self.before.claims[id_].word,
                after=self.after.claims[id_].word,
                because=self.changed[id_].because if id_ in self.changed else (),
                chain=self.changed[id_].chain if id_ in self.changed else (),
                **{
                    f"{noun}_{way}": getattr(turned[id_], way) if id_ in turned else ()
                    for noun, turned in (("reasons", self.reasons), ("objections", self.objections))
                    for way in ("lost", "gained")
                },
            )
            for id_ in sorted(affected)
        ]

    def _summary(self) -> str:
        stance = self.stance
        opinions = [f"reject {', '.join(sorted(stance.reject))}"] if stance.reject else []
        opinions += [f"accept {', '.join(sorted(stance.accept))}"] if stance.accept else []
        changes = f"{len(self.changed)} change, {len(self.weakened)} lose reasons"
        return f"{changes} ({'; '.join(opinions) or 'no stance'})"


def whatif(reading: Reading) -> WhatIfFinding:
    """The changes that the stance of a reading brings about.

    Under a semantics by which the map has no extension on one side (`stable`), no claims are
    compared: `before` or `after` is then empty. Cost: four labellings, and that of the causes.

    >>> from argmap.analysis.reading_of_map import Reading
    >>> from argmap.model.example import THREE_CLAIMS
    >>> from argmap.model.stance import Stance
    >>> finding = whatif(Reading(THREE_CLAIMS, Stance(reject=frozenset({"shops"}))))
    >>> finding.changed["close"].because, finding.changed["close"].chain
    (('shops',), ('against',))
    >>> finding.objections["close"].lost
    ('against',)
    """
    plain, reading, is_whole = _both_sides(reading)
    before, after = plain.labels.claims, reading.labels.claims
    both = sorted(before.keys() & after.keys())
    causes = StanceCauses(reading)
    changed = {id_: causes.of(id_) for id_ in both if before[id_] is not after[id_]}
    reasons = turnover(plain, reading, Kind.SUPPORTS)
    weakened = {
        id_: LostReasons(len(turned.lost), turned.left)
        for id_, turned in reasons.items()
        if turned.lost and id_ not in changed
    }
    return WhatIfFinding(
        stance=reading.stance,
        before=plain.status,
        after=reading.status,
        changed=changed,
        weakened=weakened,
        reasons=reasons,
        objections=turnover(plain, reading, Kind.ATTACKS),
        complete=is_whole and causes.is_whole,
    )


def _both_sides(reading: Reading) -> tuple[Reading, Reading, bool]:
    """The reading without its stance and with it, and whether all extensions were looked at.

    Each has half of the time, as labels of one side alone would tell nothing.
    """
    plain = reading.without_stance()
    with share_of_time(1 / 2):
        labels = [plain.labels]
    with share_of_time(1 / 2):
        labels.append(reading.labels)
    if any(each.unsearched for each in labels):
        return plain.with_semantics("grounded"), reading.with_semantics("grounded"), False
    return plain, reading, all(each.complete for each in labels)
