"""The boxes of a Rationale map, from the calls of the script that draws them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PRELUDE_ENDS = "#-- End of Prelude --"
_REF = r"[A-Za-z_]\w{0,100}(?:\[\d{1,6}\])*"
_CALL = re.compile(
    rf"\s*(?:(?P<name>\w{{1,100}})\s*=\s*)?(?:\w{{1,50}}\.)?"
    rf"(?P<verb>Create|CreateChild|CreateAnnotation)\(\s*(?:(?P<ref>{_REF})\s*,\s*)?"
    r"u?[\"'](?P<kind>[\w ]{1,60})[\"']"
)
_TEXT = re.compile(rf"\s*(?:\w{{1,50}}\.)?SetText\(\s*(?:(?P<ref>{_REF})\s*,\s*)?u?(?P<mark>[\"'])")
_LOOK = re.compile(r".*(?:[Vv]iew|SetLocation|SetSize|SetOffset|SetStyle|SetColou?r)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\n"}


@dataclass(slots=True)
class RationaleBox:
    """A box: the name it has in the script, its kind, the box that it hangs from, and its text."""

    name: str
    kind: str
    line: int
    parent: str | None = None
    is_annotation: bool = False
    text: str = ""
    children: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RationaleBoxes:
    """All boxes by name, and the lines that are none: (line, text, whether it is on the look).

    `replaced` are those whose name a later box has, so that they cannot be told apart.
    """

    by_name: dict[str, RationaleBox] = field(default_factory=dict)
    others: list[tuple[int, str, bool]] = field(default_factory=list)
    replaced: list[RationaleBox] = field(default_factory=list)


def boxes_of(text: str) -> RationaleBoxes:
    """The boxes that the calls of a script make. Cost: linear."""
    boxes = RationaleBoxes()
    last: RationaleBox | None = None
    for number, line in _statements(text):
        call, setting = _CALL.match(line), _TEXT.match(line)
        if call is not None:
            last = _made(boxes, call, number)
        elif setting is not None:
            named = _box_of(boxes, setting["ref"]) if setting["ref"] else last
            words = _string(line[setting.end() :], setting["mark"])
            if named is None:
                boxes.others.append((number, line, False))
            else:
                named.text = words
        elif line.strip() and not line.lstrip().startswith("#"):
            boxes.others.append((number, line, _LOOK.match(line) is not None))
    return boxes


def _made(boxes: RationaleBoxes, call: re.Match[str], number: int) -> RationaleBox:
    parent = _box_of(boxes, call["ref"]) if call["ref"] else None
    where = parent.name if parent is not None else call["ref"] or ""
    place = len(parent.children) if parent is not None else len(boxes.by_name)
    name = call["name"] or f"{where}[{place}]"
    is_annotation = call["verb"] == "CreateAnnotation"
    box = RationaleBox(name, call["kind"], number, where or None, is_annotation)
    if name in boxes.by_name:
        boxes.replaced.append(boxes.by_name[name])
    boxes.by_name[name] = box
    if parent is not None and not is_annotation:
        parent.children.append(name)
    return box


def _box_of(boxes: RationaleBoxes, ref: str) -> RationaleBox | None:
    """The box that a name means, or a name with the numbers of children: `node0[1][0]`."""
    if ref in boxes.by_name:
        return boxes.by_name[ref]
    name, *numbers = re.findall(r"\w+", ref)
    box = boxes.by_name.get(name)
    for number in map(int, numbers):
        if box is None or number >= len(box.children):
            return None
        box = boxes.by_name.get(box.children[number])
    return box


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The statements of the script with their lines; a text may run over several lines."""
    begin = text.find(PRELUDE_ENDS)
    lines = text.split("\n")
    skipped = text.count("\n", 0, begin) + 1 if begin >= 0 else 0
    waiting: list[str] = []
    first = 0
    for number, line in enumerate(lines[skipped:], skipped + 1):
        if not waiting:
            first = number
            opening = _TEXT.match(line)
            if opening is None or _is_closed(line[opening.end() :], opening["mark"]):
                yield number, line
                continue
            mark = opening["mark"]
        waiting.append(line)
        if len(waiting) > 1 and _is_closed(line, mark):
            yield first, "\n".join(waiting)
            waiting = []
    if waiting:
        yield first, "\n".join(waiting)


def _is_closed(rest: str, mark: str) -> bool:
    return rest.rstrip().endswith(f"{mark})")


def _string(rest: str, mark: str) -> str:
    words = rest.rstrip().removesuffix(")").removesuffix(mark)
    return _ESCAPED.sub(lambda match: _LETTERS.get(match[1], match[1]), words)
