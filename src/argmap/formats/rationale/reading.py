"""A Rationale map read; nothing reads such files any more, so there is no way back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.formats.draft import Draft
from argmap.formats.exchange import Imported, nothing
from argmap.formats.rationale.boxes import RationaleBox, RationaleBoxes, boxes_of

if TYPE_CHECKING:
    from argmap.formats.exchange import Wishes
    from argmap.formats.foreign_file import ForeignFile

_SIGN = re.compile(
    r"^[ \t]*(?:#[ \t]*Rationale Version|\w{1,100} *= *(?:\w{1,50}\.)?Create\([\"']Claim[\"']\))",
    re.MULTILINE,
)
_STEPS = {"CompoundReason": "supports", "CompoundObjection": "attacks"}
_CLAIM_AND_STEP = {"Reason": "supports", "Objection": "attacks"}
_BY_DEFAULT = frozenset({"", "supports", "opposes"})


def fits(file: ForeignFile) -> bool:
    """Whether the script says that it is of Rationale, or makes a box for a claim."""
    return _SIGN.search(file.text[:2_000_000]) is not None


def read(files: tuple[ForeignFile, ...], wishes: Wishes) -> Imported:
    """The map that a script draws. Cost: linear."""
    del wishes
    [file] = files
    boxes = boxes_of(file.text)
    if not boxes.by_name:
        message = 'this script makes no box, such as Create("Claim")'
        return nothing([Diagnostic(file.at(), "AM702", message, "save the map again")])
    return _Script(Draft("rationale", file.name, keeps_ids=False), boxes).imported()


class _Script:
    """A map in the making from the boxes of a script."""

    def __init__(self, draft: Draft, boxes: RationaleBoxes) -> None:
        self.draft = draft
        self.boxes = boxes.by_name
        for line, words, is_look in boxes.others:
            if is_look:
                draft.set_aside("lines on the look of the map", words, draft.at(line))
            else:
                draft.skip("lines that are not understood", words, draft.at(line))

        for box in boxes.replaced:
            what = "boxes whose name a later one takes"
            draft.skip(what, box.text or box.name, draft.at(box.line))

    def imported(self) -> Imported:
        """The map of all boxes."""
        notes = self._notes()
        for box in self.boxes.values():
            if box.kind == "Claim" or box.kind in _CLAIM_AND_STEP:
                self._take_claim(box, notes.get(box.name, ()))
        for box in self.boxes.values():
            self._take_step(box)
        return self.draft.imported()

    def _notes(self) -> dict[str, list[str]]:
        """The notes by the claim that they are on; the others are set aside."""
        notes: dict[str, list[str]] = {}
        for box in self.boxes.values():
            if not (box.is_annotation or box.kind == "Note"):
                continue
            owner = self.boxes.get(box.parent or "")
            if owner is not None and (owner.kind == "Claim" or owner.kind in _CLAIM_AND_STEP):
                notes.setdefault(owner.name, []).append(box.text.strip())
            elif box.text.strip():
                self.draft.set_aside("notes on no claim", box.text, self.draft.at(box.line))
        return notes

    def _take_claim(self, box: RationaleBox, notes: list[str] | tuple[()]) -> None:
        note = "\n\n".join(filter(None, notes)) or None
        self.draft.claim(box.name, box.text, self.draft.at(box.line), note=note)

    def _take_step(self, box: RationaleBox) -> None:
        """Add the relation that a box is, or to which it is a premise by its place."""
        place = self.draft.at(box.line)
        if box.kind in _CLAIM_AND_STEP:
            target = self._target(box)
            kind = _CLAIM_AND_STEP[box.kind]
            self.draft.relation(kind, [box.name], target, place, old=f"{box.name}:step")
        elif box.kind in _STEPS:
            inside = [self.boxes[name] for name in box.children]
            premises = [each.name for each in inside if each.kind == "Claim"]
            words = " ".join(each.text for each in inside if each.kind == "Inference").split()
            rationale = " ".join(words)
            fields = {} if rationale.lower() in _BY_DEFAULT else {"rationale": rationale}
            target = self._target(box)
            self.draft.relation(_STEPS[box.kind], premises, target, place, old=box.name, **fields)
        elif box.kind == "Claim" and box.parent is not None:
            above = self.boxes.get(box.parent)
            if above is None or above.kind not in _STEPS:
                what = "claims that hang from no reason and no objection"
                self.draft.skip(what, box.text or box.name, place)
        elif not (box.kind in ("Claim", "Inference", "Note") or box.is_annotation):
            self.draft.skip("boxes of an unknown kind", f"{box.kind}: {box.text}", place)

    def _target(self, box: RationaleBox) -> str:
        """The claim or the step that a reason or an objection hangs from.

        What hangs from the inference of a step, bears on that step.
        """
        above = self.boxes.get(box.parent or "")
        if above is None:
            return box.parent or ""
        if above.kind == "Inference":
            return above.parent or ""
        return above.name
