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


def diff_text(finding: DiffFinding, limit: int | None) -> Iterator[str]:
    """The claims whose status changed, each with the edits responsible for it; then all edits.

    `limit` is the largest number of entries in each list; None shows every entry.
    """
    in_words = _DiffWords(finding, limit)
    if not in_words.has_edits():
        yield "Nothing differs in what the two maps say."
        return
    yield from in_words.outcomes()
    yield from in_words.other_reasons()
    yield from in_words.turnovers()
    yield from in_words.criticals()
    yield from in_words.claims()
    yield from in_words.relations()
    yield from in_words.the_map()


class _DiffWords:
    """The parts of the text on a difference, each under its own heading."""

    def __init__(self, finding: DiffFinding, limit: int | None) -> None:
        self.finding = finding
        self.limit = limit

    def has_edits(self) -> bool:
        """Whether anything differs: the map, or what follows from it."""
        finding = self.finding
        return any(
            (
                finding.added,
                finding.removed,
                finding.renamed,
                finding.claims_changed,
                finding.relations_added,
                finding.relations_removed,
                finding.relations_renamed,
                finding.relations_changed,
                finding.map_changed,
                *finding.listings.values(),
                finding.status,
                finding.critical,
                finding.other_reasons,
                finding.reasons,
                finding.objections,
            )
        )

    def name(self, id_: str) -> str:
        """A claim by its label and id, as the newer map words it if the claim is still in it."""
        claim = self.finding.new.claims.get(id_) or self.finding.old.claims[id_]
        return visible(f"“{claim.name.rstrip('.')}” ({id_})")

    def names(self, ids: Sequence[str]) -> str:
        return listed([self.name(id_) for id_ in ids]) or "none"

    def outcomes(self) -> Iterator[str]:
        """The claims whose status differs, conclusions first, each with the edits behind it."""
        finding = self.finding
        if not finding.status:
            yield "No claim that is in both maps changed its status."
            yield ""
            return
        yield "Claims whose status changed:"
        ids = sorted(finding.status, key=lambda id_: (id_ not in finding.conclusions, id_))
        for id_ in ids[: self.limit]:
            was, now = finding.status[id_]
            role = "conclusion " if id_ in finding.conclusions else ""
            yield hanging(
                f"{role}{self.name(id_)}: {was.word} ({was.reason}) before, "
                f"{now.word} ({now.reason}) now",
                "  ",
            )
            yield from self.causes(finding.status_causes[id_])
        yield from self.more(len(ids))
        yield ""

    def other_reasons(self) -> Iterator[str]:
        """The claims that keep their status for another reason, conclusions first."""
        finding = self.finding
        if not finding.other_reasons:
            return
        yield "Claims with the same status for another reason:"
        ids = sorted(finding.other_reasons, key=lambda id_: (id_ not in finding.conclusions, id_))
        for id_ in ids[: self.limit]:
            reason = finding.other_reasons[id_]
            yield hanging(f"{self.name(id_)}: {reason.before} before, {reason.now} now", "  ")
        yield from self.more(len(ids))
        yield ""

    def turnovers(self) -> Iterator[str]:
        """The claims that have other reasons, or other unanswered objections, than before."""
        finding = self.finding
        for noun, turned in (
            ("Reasons", finding.reasons),
            ("Unanswered objections", finding.objections),
        ):
            if not turned:
                continue
            yield f"{noun} that count now, or no longer:"
            ids = sorted(turned, key=lambda id_: (id_ not in finding.conclusions, id_))
            for id_ in ids[: self.limit]:
                each = turned[id_]
                yield hanging(f"{self.name(id_)}: {each.earlier} before, {each.left} now", "  ")
                for way, steps, relations in (
                    ("gone", each.lost, finding.old.relations),
                    ("new", each.gained, finding.new.relations),
                ):
                    if steps:
                        premises = "; ".join(self.names(relations[id_].premises) for id_ in steps)
                        yield hanging(f"{way}: {premises}", "      ")
            yield from self.more(len(ids))
            yield ""

    def criticals(self) -> Iterator[str]:
        """The conclusions whose critical premises changed."""
        finding = self.finding
        if not finding.critical:
            return
        yield "Conclusions with other critical premises:"
        for id_ in sorted(finding.critical)[: self.limit]:
            was, now = finding.critical[id_]
            yield hanging(self.name(id_), "  ")
            gone, come = (
                [premise for premise in was if premise not in now],
                [premise for premise in now if premise not in was],
            )
            if come:
                yield hanging(f"now critical: {self.names(come)}", "      ")
            if gone:
                yield hanging(f"no longer critical: {self.names(gone)}", "      ")
            yield from self.causes(finding.critical_causes[id_])
        yield from self.more(len(finding.critical))
        yield ""

    def causes(self, causes: Causes) -> Iterator[str]:
        """The edits that caused a change: any edit that suffices alone, or all that are needed."""
        if causes.enough:
            edits = " or ".join(self.edit(edit) for edit in causes.enough[: self.limit])
            yield hanging(f"because of {edits}", "      ")
        elif causes.needed:
            edits = listed([self.edit(edit) for edit in causes.needed[: self.limit]])
            yield hanging(f"because of several edits together, among them {edits}", "      ")
        else:
            yield "      because of several edits, no single one of which is needed"
        if self.finding.untried:
            untried = count_of(self.finding.untried, "edit")
            yield f"      ({MOST_TRIED} edits were tried, {untried} not)"

    def edit(self, edit: Edit) -> str:
        """An edit as a noun phrase, such as "the new support of A by B"."""
        finding = self.finding
        if edit.kind is EditKind.OBJECTIONS:
            return f"the map's new `objections: {finding.new.objections}`"
        if edit.kind is EditKind.RESTATEMENTS:
            return "the changed restatements"
        if edit.kind is EditKind.GRANTED:
            now = finding.new.claims[edit.id].grant
            statement = "nothing on its being granted" if now is None else f"granted: {now}"
            return f"{self.name(edit.id)}, which now says {statement}"
        verb = (
            "the change of"
            if edit.id in finding.relations_changed
            else "the new"
            if edit.id in finding.new.relations
            else "the loss of the"
        )
        return f"{verb} {self.relation(edit.id)}"

    def relation(self, id_: str) -> str:
        """A relation as a noun phrase that names its kind, its premises and its target."""
        argument_map = self.finding.new if id_ in self.finding.new.relations else self.finding.old
        relation = argument_map.relations[id_]
        premises = self.names(relation.premises)
        if relation.kind is Kind.SUPPORTS:
            return f"support of {self.name(relation.target)} by {premises}"
        if relation.kind is Kind.ATTACKS:
            return f"attack on {self.name(relation.target)} by {premises}"
        return f"attack by {premises} on the {self.step(argument_map, relation)}"

    def step(self, argument_map: ArgumentMap, undercut: Relation) -> str:
        target = argument_map.relations[undercut.target]
        noun = "step" if target.kind is Kind.SUPPORTS else "objection"
        premises = self.names(target.premises)
        if target.kind is Kind.UNDERCUTS:
            return f"{noun} {premises}"
        return f"{noun} from {premises} to {self.name(target.target)}"

    def claims(self) -> Iterator[str]:
        """The claims that were added, removed, renamed or changed."""
        finding = self.finding
        yield from self.listing("Claims added", [self.full(id_) for id_ in finding.added])
        yield from self.listing("Claims removed", [self.full(id_) for id_ in finding.removed])
        yield from self.listing(
            "Claims renamed",
            [f"{old} is now {new}" for old, new in sorted(finding.renamed.items())],
        )
        changed = finding.claims_changed
        for head, is_listed in (
            ("Claims reworded", lambda field: field == "text"),
            ("Claims with another source, place, speaker or mode", _SOURCED.__contains__),
            ("Claims changed otherwise", lambda field: field not in {"text", *_SOURCED}),
        ):
            yield from self.changes(
                head,
                [
                    (
                        self.name(id_),
                        {field: change for field, change in changes.items() if is_listed(field)},
                    )
                    for id_, changes in changed.items()
                ],
            )

    def full(self, id_: str) -> str:
        claim = self.finding.new.claims.get(id_) or self.finding.old.claims[id_]
        return f"{id_}: {claim.text}"

    def relations(self) -> Iterator[str]:
        """The relations that were added, removed, renamed or changed."""
        finding = self.finding
        for head, ids in (
            ("Relations added", finding.relations_added),
            ("Relations removed", finding.relations_removed),
        ):
            yield from self.listing(head, [self.relation(id_) for id_ in ids])
        yield from self.listing(
            "Relations renamed",
            [f"{old} is now {new}" for old, new in sorted(finding.relations_renamed.items())],
        )
        parts = [
            (self.relation(id_), changes) for id_, changes in finding.relations_changed.items()
        ]
        yield from self.changes("Relations changed", parts)

    def the_map(self) -> Iterator[str]:
        """The changed fields of the map itself, and the changed entries of its lists."""
        if self.finding.map_changed:
            yield from self.changes("The map itself", [("map", self.finding.map_changed)])
        for name, listed_ in self.finding.listings.items():
            yield from self.lists(name, listed_)

    def lists(self, name: str, entries: Listed) -> Iterator[str]:
        yield from self.listing(f"{name.capitalize()} added", entries.added)
        yield from self.listing(f"{name.capitalize()} removed", entries.removed)
        yield from self.changes(f"{name.capitalize()} changed", list(entries.changed.items()))

    def changes(self, head: str, parts: Sequence[tuple[str, Changes]]) -> Iterator[str]:
        """The parts of a map that changed, each with its changed fields, old value and new."""
        entries = [(name, changes) for name, changes in parts if changes]
        if not entries:
            return
        yield f"{head} ({len(entries):,}):"
        for name, changes in entries[: self.limit]:
            yield hanging(visible(name), "  ")
            for field, change in changes.items():
                line = f"{field}: {change.before or 'nothing'} -> {change.now or 'nothing'}"
                yield hanging(visible(line), "      ")
        yield from self.more(len(entries))
        yield ""

    def listing(self, head: str, entries: Sequence[str]) -> Iterator[str]:
        if not entries:
            return
        yield f"{head} ({len(entries):,}):"
        for entry in entries[: self.limit]:
            yield hanging(visible(entry), "  ")
        yield from self.more(len(entries))
        yield ""

    def more(self, number: int) -> Iterator[str]:
        if self.limit is not None and number > self.limit:
            yield f"  … {number - self.limit:,} more (--limit all)"
