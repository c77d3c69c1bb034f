"""Two versions of a map compared: the edits, and the changes of conclusions that they caused."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.analysis.debate.questions import relations_bearing_on
from argmap.analysis.finding import Finding, row
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.status.reasons import turnover
from argmap.analysis.versions.alignment import aligned, renamed_claims
from argmap.analysis.versions.differences import (
    Change,
    claim_changes,
    listings,
    map_changes,
    relation_changes,
)
from argmap.analysis.versions.edits import Edit, EditKind, Mixer
from argmap.analysis.versions.rows import change_rows, edit_rows
from argmap.model.relation import Kind
from argmap.reasoning.horn import critical

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.analysis.labels.in_words import ClaimStatus, StatusFinding
    from argmap.analysis.status.reasons import Turnover
    from argmap.analysis.versions.differences import Changes, Listed
    from argmap.model.argument_map import ArgumentMap

MOST_TRIED = 200
"""The most edits that are tried as causes."""


class Causes(NamedTuple):
    """The edits that caused a change, tried one at a time.

    An edit in `enough` brings the change about by itself in the old map; without an edit in
    `needed` the new map would be as the old one was. If both are empty, several edits caused the
    change together, and it would remain without any one of them.
    """

    enough: tuple[Edit, ...]
    needed: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, repr=False)
class DiffFinding(Finding):
    """The differences between an old map and a new one, under the new ids.

    `old` is the old map under these ids. Claims in `renamed` (old id to new) and relations in
    `relations_renamed` count neither as added nor as removed. `claims_changed` and
    `relations_changed` have the fields that differ, `map_changed` the fields of the map itself, and
    `listings` the differences of its lists: sources, schemes, stances, views, steps, expectations.
    `status` has every claim of both maps whose status in a word differs, before and now, `critical`
    every conclusion whose critical premises differ. `conclusions` are those of either map that are
    in both. `untried` counts the edits that were not tried as causes, because they were too many.
    `reasons` and `objections` have every claim of both maps that loses or gains some, and
    `other_reasons` every one that keeps its status for another reason in words.
    """

    old: ArgumentMap
    new: ArgumentMap
    renamed: Mapping[str, str]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    claims_changed: Mapping[str, Changes]
    relations_added: tuple[str, ...]
    relations_removed: tuple[str, ...]
    relations_renamed: Mapping[str, str]
    relations_changed: Mapping[str, Changes]
    map_changed: Changes
    listings: Mapping[str, Listed]
    status: Mapping[str, tuple[ClaimStatus, ClaimStatus]]
    critical: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    conclusions: frozenset[str]
    status_causes: Mapping[str, Causes]
    critical_causes: Mapping[str, Causes]
    untried: int
    reasons: Mapping[str, Turnover]
    objections: Mapping[str, Turnover]
    other_reasons: Mapping[str, Change]

    @property
    def reworded(self) -> tuple[str, ...]:
        """The claims whose text differs."""
        return tuple(id_ for id_, changes in self.claims_changed.items() if "text" in changes)

    def rows(self) -> list[dict[str, Any]]:
        """One row for each difference; a changed thing has one row for each field that differs."""
        renamed = {"claim": self.renamed, "relation": self.relations_renamed}
        words = {
            id_: {"status": Change(was.word.value, now.word.value)}
            for id_, (was, now) in self.status.items()
        }
        return [
            *edit_rows("claim", {"added": self.added, "removed": self.removed}),
            *edit_rows(
                "relation", {"added": self.relations_added, "removed": self.relations_removed}
            ),
            *(
                row(kind=kind, id=new, change="renamed", before=old, now=new)
                for kind, names in renamed.items()
                for old, new in names.items()
            ),
            *change_rows("claim", {**self.claims_changed}),
            *change_rows("relation", self.relations_changed),
            *change_rows("claim", words),
            *change_rows("map", {"": self.map_changed}),
            *(
                cells
                for name, listed in self.listings.items()
                for cells in (
                    *edit_rows(name, {"added": listed.added, "removed": listed.removed}),
                    *change_rows(name, listed.changed),
                )
            ),
        ]

    def _summary(self) -> str:
        claims = f"{len(self.added)} claims added, {len(self.removed)} removed"
        return f"{claims}, {len(self.claims_changed)} changed; status of {len(self.status)} differs"


def diff(old: ArgumentMap, new: ArgumentMap) -> DiffFinding:
    """The differences between two versions of a map, and the edits that caused them.

    Cost: linear. If a status or the critical premises of a conclusion differ, two further
    labellings for each of up to 200 edits that bear on the difference.

    >>> from dataclasses import replace
    >>> from argmap.model.example import THREE_CLAIMS
    >>> rosy = replace(THREE_CLAIMS, relations={"for": THREE_CLAIMS.relations["for"]})
    >>> was, now = diff(THREE_CLAIMS, rosy).status["close"]
    >>> was.word.value, now.word.value
    ('contested', 'stands')
    """
    renamed = renamed_claims(old, new)
    before, called = aligned(old, new, renamed)
    shared = {id_: None for id_ in new.claims if id_ in before.claims}
    older, newer = Reading(before), Reading(new)
    was, now = older.status, newer.status
    changed = {
        id_: (was.claims[id_], now.claims[id_])
        for id_ in shared
        if was.claims[id_].word is not now.claims[id_].word
    }
    every_conclusion = dict.fromkeys((*older.conclusions, *newer.conclusions))
    conclusions = [id_ for id_ in every_conclusion if id_ in shared]
    needed_before, needed_now = critical_of(older, conclusions), critical_of(newer, conclusions)
    needs = {
        id_: (needed_before[id_], needed_now[id_])
        for id_ in conclusions
        if needed_before[id_] != needed_now[id_]
    }
    relations_changed = relation_changes(before, new)
    causes = _Causes(before, new, relations_changed, [*changed, *needs])
    return DiffFinding(
        before,
        new,
        MappingProxyType(renamed),
        added=tuple(id_ for id_ in new.claims if id_ not in before.claims),
        removed=tuple(id_ for id_ in before.claims if id_ not in new.claims),
        claims_changed=claim_changes(before, new),
        relations_added=tuple(id_ for id_ in new.relations if id_ not in before.relations),
        relations_removed=tuple(id_ for id_ in before.relations if id_ not in new.relations),
        relations_renamed=MappingProxyType(called),
        relations_changed=relations_changed,
        map_changed=map_changes(before, new),
        listings=listings(before, new),
        status=MappingProxyType(changed),
        critical=MappingProxyType(needs),
        conclusions=frozenset(conclusions),
        status_causes=causes.of_status(changed),
        critical_causes=causes.of_critical(needs),
        untried=causes.untried,
        reasons=MappingProxyType(turnover(older, newer, Kind.SUPPORTS)),
        objections=MappingProxyType(turnover(older, newer, Kind.ATTACKS)),
        other_reasons=_other_reasons(was.claims, now.claims, shared),
    )


def _other_reasons(
    was: Mapping[str, ClaimStatus], now: Mapping[str, ClaimStatus], shared: Iterable[str]
) -> Mapping[str, Change]:
    """The claims of both maps that have the same status for another reason."""
    return MappingProxyType(
        {
            id_: Change(was[id_].reason, now[id_].reason)
            for id_ in shared
            if was[id_].word is now[id_].word and was[id_].reason != now[id_].reason
        }
    )


def critical_of(reading: Reading, claims: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The critical premises of each of these claims.

    >>> from argmap.model.example import THREE_CLAIMS
    >>> critical_of(Reading(THREE_CLAIMS), ["close"])
    {'close': ('quieter',)}
    """
    supports = reading.supports
    atoms_of = critical(supports.horn, supports.grants, [supports.atom[id_] for id_ in claims])
    return {id_: supports.ids(atoms) for id_, atoms in zip(claims, atoms_of, strict=True)}


class _Causes:
    """The edits tried as causes: each one done alone, and each one alone left undone."""

    def __init__(
        self,
        old: ArgumentMap,
        new: ArgumentMap,
        relations_changed: Iterable[str],
        concerned: Sequence[str],
    ) -> None:
        self.mixer = Mixer(old, new, frozenset(relations_changed))
        bearing = {
            relation.id
            for argument_map in (old, new)
            for claim in concerned
            for relation in relations_bearing_on(argument_map, claim)
        }
        edits = [
            edit
            for edit in self.mixer.edits
            if concerned and (edit.kind is not EditKind.RELATION or edit.id in bearing)
        ]
        self.tried = edits[:MOST_TRIED]
        self.untried = len(edits) - len(self.tried)
        self.alone = {edit: self.mixer.mixed({edit}) for edit in self.tried}
        everything = set(self.mixer.edits)
        self.without = {edit: self.mixer.mixed(everything - {edit}) for edit in self.tried}

    def of_status(
        self, changed: Mapping[str, tuple[ClaimStatus, ClaimStatus]]
    ) -> Mapping[str, Causes]:
        """The edits that caused the change of status of each of these claims."""
        if not changed:
            return MappingProxyType({})
        alone = {edit: Reading(mixed).status for edit, mixed in self.alone.items()}
        without = {edit: Reading(mixed).status for edit, mixed in self.without.items()}

        def edits_giving(
            word: str, id_: str, findings: Mapping[Edit, StatusFinding]
        ) -> tuple[Edit, ...]:
            """The edits with which the claim has this status."""
            return tuple(
                edit for edit, finding in findings.items() if finding.claims[id_].word == word
            )

        return MappingProxyType(
            {
                id_: Causes(
                    edits_giving(now.word, id_, alone), edits_giving(was.word, id_, without)
                )
                for id_, (was, now) in changed.items()
            }
        )

    def of_critical(
        self, changed: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    ) -> Mapping[str, Causes]:
        """The edits that changed the critical premises of each of these conclusions."""
        if not changed:
            return MappingProxyType({})
        ids = list(changed)
        alone = {edit: critical_of(Reading(mixed), ids) for edit, mixed in self.alone.items()}
        without = {edit: critical_of(Reading(mixed), ids) for edit, mixed in self.without.items()}
        return MappingProxyType(
            {
                id_: Causes(
                    tuple(edit for edit, needed in alone.items() if needed[id_] == now),
                    tuple(edit for edit, needed in without.items() if needed[id_] == was),
                )
                for id_, (was, now) in changed.items()
            }
        )
