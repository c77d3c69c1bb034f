"""A Word outline: numbered claims, indented by level, which Word folds and lists at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.documents.formats.word_parts import Run, WordParagraph
from argmap.formats.exchange import Exported
from argmap.formats.outlines.lines import outline_lines
from argmap.formats.outlines.losses import losses_of_outline
from argmap.formats.word_package import BASE, sized, style, word_file
from argmap.views.look.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.exchange import Wishes
    from argmap.formats.outlines.lines import OutlineLine
    from argmap.model.argument_map import ArgumentMap

_LEVELS = 9  # of an outline in Word
_INDENT = 340  # twentieths of a point for each level
_BOLD = "<w:b/><w:bCs/>"


def _colour(name: str) -> str:
    return f'<w:color w:val="{LIGHT[name].removeprefix("#")}"/>'


def _level(level: int) -> str:
    """The style of claims at a level; the top ones are larger, and stay with what is below."""
    indent = _INDENT * level
    hanging = f'<w:ind w:left="{indent + _INDENT * 2}" w:hanging="{_INDENT * 2}"/>'
    space = f'<w:spacing w:before="{240 if not level else 0}" w:after="80"/>'
    together = "<w:keepNext/>" if not level else ""
    return style(
        f"argmap{level + 1}",
        f"argmap {level + 1}",
        letters=sized(26, _BOLD) if not level else sized(22),
        paragraph=f'{together}{space}{hanging}<w:outlineLvl w:val="{level}"/>',
    )


def _letters(id_: str, name: str, looks: str) -> str:
    return style(id_, name, letters=looks, of_letters=True)


_STYLES = "".join(
    (
        BASE,
        style("Title", "Title", letters=sized(40, _BOLD), paragraph='<w:spacing w:after="60"/>'),
        style("Subtitle", "Subtitle", letters=f"<w:i/><w:iCs/>{_colour('mute')}{sized(24)}"),
        *map(_level, range(_LEVELS)),
        _letters("ArgmapNumber", "argmap number", _BOLD),
        _letters("ArgmapFor", "argmap for", _BOLD + _colour("support")),
        _letters("ArgmapAgainst", "argmap against", _BOLD + _colour("attack")),
        _letters("ArgmapSource", "argmap source", f"{_colour('mute')}{sized(20)}"),
    )
)


def write(argument_map: ArgumentMap, wishes: Wishes) -> Exported:
    """The outline as a Word file. Cost: linear."""
    del wishes
    content = word_file(_paragraphs(argument_map), _STYLES, argument_map.title)
    return Exported(content, losses_of_outline(argument_map).all)


def _paragraphs(argument_map: ArgumentMap) -> Iterator[WordParagraph]:
    if argument_map.title:
        yield WordParagraph((Run(argument_map.title),), "Title")
    if argument_map.question:
        yield WordParagraph((Run(argument_map.question),), "Subtitle")
    for line in outline_lines(argument_map):
        yield WordParagraph(tuple(_runs(line)), f"argmap{min(line.level, _LEVELS - 1) + 1}")


def _runs(line: OutlineLine) -> Iterator[Run]:
    yield Run(f"{line.number}\u2002", {"style": "ArgmapNumber"})
    if line.role:
        side = "ArgmapFor" if line.role.startswith("For") else "ArgmapAgainst"
        yield Run(f"{line.role}: ", {"style": side})
    if line.elsewhere:
        yield Run(f"see {line.elsewhere}: {line.text}", {"style": "ArgmapSource"})
        return
    yield Run(line.text)
    if line.citation:
        yield Run(f" ({line.citation})", {"style": "ArgmapSource"})
