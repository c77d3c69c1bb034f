"""The differences between two versions of a map as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.versions.diff import MOST_TRIED
from argmap.analysis.versions.edits import EditKind
from argmap.model.relation import Kind
from argmap.views.terminal.diagnostics import visible
from argmap.views.terminal.lines import hanging
from argmap.views.words.counting import count_of
from argmap.views.words.templates import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.analysis.versions.diff import Causes, DiffFinding
    from argmap.analysis.versions.differences import Changes, Listed
    from argmap.analysis.versions.edits import Edit
    from argmap.model.argument_map import ArgumentMap
    from argmap.model.relation import Relation

_SOURCED = frozenset({"source", "place", "speaker", "mode"})


def diff_text(found: DiffFinding, limit: int | None) -> Iterator[str]:
    """What became of the claims and why, then the edits."""
    told = _Told(found, limit)
    if not told.has_edits():
        yield "Nothing differs in what the two maps say."
        return
    yield from told.outcomes()
    yield from told.criticals()
    yield from told.claims()
    yield from told.relations()
    yield from told.the_map()


class _Told:
    def __init__(self, found: DiffFinding, limit: int | None) -> None:
        self.found = found
        self.limit = limit

    def has_edits(self) -> bool:
        found = self.found
        return any(
            (
                found.added,
                found.removed,
                found.renamed,
                found.claims_changed,
                found.relations_added,
                found.relations_removed,
                found.relations_renamed,
                found.relations_changed,
                found.map_changed,
                *found.listings.values(),
                found.status,
                found.critical,
            )
        )

    def name(self, id_: str) -> str:
        """A claim by its label and id, in the newer wording."""
        claim = self.found.new.claims.get(id_) or self.found.old.claims[id_]
        return visible(f"“{claim.name.rstrip('.')}” ({id_})")

    def names(self, ids: Sequence[str]) -> str:
        return listed([self.name(id_) for id_ in ids]) or "none"

    def outcomes(self) -> Iterator[str]:
        """The claims whose status differs, conclusions first, each with the edits behind it."""
        found = self.found
        if not found.status:
            yield "No claim that is in both maps changed its status."
            yield ""
            return
        yield "What changed its status:"
        ids = sorted(found.status, key=lambda id_: (id_ not in found.conclusions, id_))
        for id_ in ids[: self.limit]:
            was, now = found.status[id_]
            role = "conclusion " if id_ in found.conclusions else ""
            yield from hanging(
                f"{role}{self.name(id_)}: {was.word} ({was.reason}), "
                f"and now {now.word} ({now.reason})",
                "  ",
            )
            yield from self.causes(found.status_causes[id_])
        yield from self.more(len(ids))
        yield ""

    def criticals(self) -> Iterator[str]:
        found = self.found
        if not found.critical:
            return
        yield "Conclusions with other critical premises:"
        for id_ in sorted(found.critical)[: self.limit]:
            was, now = found.critical[id_]
            yield from hanging(self.name(id_), "  ")
            gone, come = (
                [one for one in was if one not in now],
                [one for one in now if one not in was],
            )
            if come:
                yield from hanging(f"now critical: {self.names(come)}", "      ")
            if gone:
                yield from hanging(f"no longer critical: {self.names(gone)}", "      ")
            yield from self.causes(found.critical_causes[id_])
        yield from self.more(len(found.critical))
        yield ""

    def causes(self, causes: Causes) -> Iterator[str]:
        """Through which edit; of edits that are enough or needed each one."""
        if causes.enough:
            told = " or ".join(self.edit(one) for one in causes.enough[: self.limit])
            yield from hanging(f"through {told}", "      ")
        elif causes.needed:
            told = listed([self.edit(one) for one in causes.needed[: self.limit]])
            yield from hanging(f"through several edits together, among them {told}", "      ")
        else:
            yield "      through several edits, no single one of which is needed"
        if self.found.untried:
            left = count_of(self.found.untried, "edit")
            yield f"      ({MOST_TRIED} edits were tried, {left} not)"

    def edit(self, edit: Edit) -> str:
        """An edit as what was done."""
        found = self.found
        if edit.kind is EditKind.OBJECTIONS:
            return f"the map's new `objections: {found.new.objections}`"
        if edit.kind is EditKind.RESTATEMENTS:
            return "the changed restatements"
        if edit.kind is EditKind.GRANTED:
            now = found.new.claims[edit.id].granted
            said = "nothing on its being granted" if now is None else f"granted: {str(now).lower()}"
            return f"{self.name(edit.id)}, which now says {said}"
        verb = (
            "the change of"
            if edit.id in found.relations_changed
            else "the new"
            if edit.id in found.new.relations
            else "the loss of the"
        )
        return f"{verb} {self.relation(edit.id)}"

    def relation(self, id_: str) -> str:
        """A relation in words."""
        argument_map = self.found.new if id_ in self.found.new.relations else self.found.old
        one = argument_map.relations[id_]
        premises = self.names(one.premises)
        if one.kind is Kind.SUPPORTS:
            return f"support of {self.name(one.target)} by {premises}"
        if one.kind is Kind.ATTACKS:
            return f"attack on {self.name(one.target)} by {premises}"
        return f"attack by {premises} on the {self.step(argument_map, one)}"

    def step(self, argument_map: ArgumentMap, undercut: Relation) -> str:
        target = argument_map.relations[undercut.target]
        what = {Kind.SUPPORTS: "step", Kind.ATTACKS: "objection", Kind.UNDERCUTS: "objection"}
        premises = self.names(target.premises)
        if target.kind is Kind.UNDERCUTS:
            return f"{what[target.kind]} {premises}"
        return f"{what[target.kind]} from {premises} to {self.name(target.target)}"

    def claims(self) -> Iterator[str]:
        found = self.found
        yield from self.listing("Claims added", [self.full(id_) for id_ in found.added])
        yield from self.listing("Claims removed", [self.full(id_) for id_ in found.removed])
        yield from self.listing(
            "Claims renamed", [f"{old} is now {new}" for old, new in sorted(found.renamed.items())]
        )
        changed = found.claims_changed
        for head, is_meant in (
            ("Claims reworded", lambda what: what == "text"),
            ("Claims with another source, place, speaker or mode", _SOURCED.__contains__),
            ("Claims changed otherwise", lambda what: what not in {"text", *_SOURCED}),
        ):
            yield from self.changes(
                head,
                [
                    (self.name(id_), {what: one for what, one in of_one.items() if is_meant(what)})
                    for id_, of_one in changed.items()
                ],
            )

    def full(self, id_: str) -> str:
        claim = self.found.new.claims.get(id_) or self.found.old.claims[id_]
        return f"{id_}: {claim.text}"

    def relations(self) -> Iterator[str]:
        found = self.found
        for head, ids in (
            ("Relations added", found.relations_added),
            ("Relations removed", found.relations_removed),
        ):
            yield from self.listing(head, [self.relation(id_) for id_ in ids])
        yield from self.listing(
            "Relations renamed",
            [f"{old} is now {new}" for old, new in sorted(found.relations_renamed.items())],
        )
        parts = [(self.relation(id_), one) for id_, one in found.relations_changed.items()]
        yield from self.changes("Relations changed", parts)

    def the_map(self) -> Iterator[str]:
        """What is said otherwise of the map, and what its lists hold otherwise."""
        if self.found.map_changed:
            yield from self.changes("Said of the map", [("map", self.found.map_changed)])
        for name, listed_ in self.found.listings.items():
            yield from self.lists(name, listed_)

    def lists(self, name: str, found: Listed) -> Iterator[str]:
        yield from self.listing(f"{name.capitalize()} added", found.added)
        yield from self.listing(f"{name.capitalize()} removed", found.removed)
        yield from self.changes(f"{name.capitalize()} changed", list(found.changed.items()))

    def changes(self, head: str, parts: Sequence[tuple[str, Changes]]) -> Iterator[str]:
        """Things with what they were and what they are, part by part."""
        entries = [(name, changes) for name, changes in parts if changes]
        if not entries:
            return
        yield f"{head} ({len(entries):,}):"
        for name, changes in entries[: self.limit]:
            yield from hanging(visible(name), "  ")
            for what, change in changes.items():
                told = f"{what}: {change.before or 'nothing'} -> {change.now or 'nothing'}"
                yield from hanging(visible(told), "      ")
        yield from self.more(len(entries))
        yield ""

    def listing(self, head: str, entries: Sequence[str]) -> Iterator[str]:
        if not entries:
            return
        yield f"{head} ({len(entries):,}):"
        for one in entries[: self.limit]:
            yield from hanging(visible(one), "  ")
        yield from self.more(len(entries))
        yield ""

    def more(self, number: int) -> Iterator[str]:
        if self.limit is not None and number > self.limit:
            yield f"  … {number - self.limit:,} more (--limit all)"
