"""A tornado as the text of an SVG file; the same values always give the same bytes."""

from __future__ import annotations

from html import escape
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from argmap.views.look import fonts, theme
from argmap.views.picture.svg.pieces import clean, short
from argmap.views.words.strengths import in_short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.views.picture.tornado import Bar, Tornado

_WIDTH, _EDGE = 960.0, 36.0
_NAMES = 316.0  # the room for the names of premises
_NUMBER = 52.0  # the room for a number beside a bar
_LEFT, _RIGHT = _EDGE + _NAMES + 16 + _NUMBER, _WIDTH - _EDGE - _NUMBER
_TITLE, _HEADLINE, _NAME, _SMALL = 24.0, 17.0, 14.5, 12.5
_LINE = 18.0  # from line to line of a name
_BAR = 22.0
_GAP = 14.0
_LINES = 3  # of a name at most
STEPS = (0.01, 0.02, 0.05, 0.1, 0.2)
MOST_TICKS = 6


class Scale(NamedTuple):
    """The part of the probabilities from 0 to 1 that is drawn, and the step from tick to tick."""

    first: float
    last: float
    step: float

    def at(self, value: float) -> float:
        """The place of a probability from the left."""
        return _LEFT + (value - self.first) / (self.last - self.first) * (_RIGHT - _LEFT)

    def ticks(self) -> Iterator[float]:
        """The probabilities that are written below the bars."""
        for number in range(round((self.last - self.first) / self.step) + 1):
            yield self.first + number * self.step


def render_tornado(tornado: Tornado, colours: Mapping[str, str] = theme.LIGHT) -> str:
    """The tornado as an SVG file on a ground of its own, its font embedded.

    The bar of a premise runs from the probability if it is refuted, drawn hollow, to that if it is
    conceded, drawn solid; they meet at the probability as it is. `colours` are those of the theme,
    light or dark. Title and description say the same in words.

    >>> from argmap.views.picture.tornado import Bar, Tornado
    >>> bars = (Bar("Rain", "credence 0.80", 0.5, 0.1),)
    >>> render_tornado(Tornado("We stay", "Stands", 0.42, bars, ())).count("<rect")
    5
    """
    return _Drawing(tornado, colours).text()


class _Drawing:
    """The parts of one picture, from above to below; `y` is how far it has come."""

    def __init__(self, tornado: Tornado, colours: Mapping[str, str]) -> None:
        self.tornado = tornado
        self.ink = colours
        self.scale = scale_of(tornado)
        self.parts: list[str] = []
        self.y = _EDGE

    def text(self) -> str:
        """The whole file."""
        self.head()
        top = self.y
        for bar in self.tornado.bars:
            self.bar(bar)
        if self.tornado.bars:
            self.axis(top)
        self.remarks()
        width, height = short(_WIDTH), short(ceil(self.y + _EDGE / 2))
        title, description = (
            escape(clean(words), quote=False) for words in (self.tornado.title, self.in_words())
        )
        opening = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="0 0 {width} {height}" role="img">'
        )
        paper = f'<rect width="{width}" height="{height}" fill="{self.ink["card"]}"/>'
        return "\n".join(
            [
                opening,
                f"<title>{title}</title>",
                f"<desc>{description}</desc>",
                f"<style>{self.style()}</style>",
                paper,
                *self.parts,
                "</svg>\n",
            ]
        )

    def head(self) -> None:
        """The title, the headline, and the key to both halves of a bar."""
        room = _WIDTH - 2 * _EDGE
        for line in fonts.wrap(self.tornado.title, _TITLE, theme.BOLD, room):
            self.line((_EDGE, self.y + 14), line, "ink", _TITLE, bold=True)
            self.y += _TITLE * 1.25
        self.line((_EDGE, self.y + 12), self.tornado.headline, "ink", _HEADLINE)
        self.y += _HEADLINE * 1.5
        if self.tornado.bars:
            self.y += 14
            x = _EDGE
            for word, is_conceded in (("if refuted", False), ("if conceded", True)):
                self.half(x, 30, self.y, conceded=is_conceded, height=14)
                self.line((x + 40, self.y + 11.5), word, "ink", _SMALL)
                x += 40 + fonts.text_width(word, _SMALL, theme.REGULAR) + 28
            self.y += 42

    def bar(self, bar: Bar) -> None:
        """A premise: its name at the left, its bar, and a number at each end."""
        names = fonts.wrap(bar.name, _NAME, theme.BOLD, _NAMES)
        if len(names) > _LINES:
            names = (*names[: _LINES - 1], f"{names[_LINES - 1].rstrip(' .,;:')} \u2026")
        height = max(len(names) * _LINE + _LINE - 3, _BAR)
        top, right = self.y, _EDGE + _NAMES
        for number, name in enumerate(names):
            self.line((right, top + 13 + number * _LINE), name, "ink", _NAME, bold=True, end=True)
        below = top + 12 + len(names) * _LINE
        self.line((right, below), bar.remark, "mute", _SMALL, end=True)
        middle = top + height / 2
        start = self.scale.at(self.tornado.overall)
        for value, other, is_conceded in (
            (bar.refuted, bar.conceded, False),
            (bar.conceded, bar.refuted, True),
        ):
            if value is not None:
                end = self.scale.at(value)
                x, width = min(start, end), abs(end - start)
                self.half(x, width, middle - _BAR / 2, conceded=is_conceded)
                opposite = self.tornado.overall if other is None else other
                to_left = value < opposite or (value == opposite and not is_conceded)
                place = (end - 7 if to_left else end + 7, middle + 4.5)
                self.line(place, in_short(value), "ink", _SMALL, bold=is_conceded, end=to_left)
        self.y += height + _GAP

    def half(
        self, x: float, width: float, y: float, *, conceded: bool, height: float = _BAR
    ) -> None:
        """One half of a bar: solid if the premise is conceded, hollow if it is refuted."""
        colour = self.ink["support" if conceded else "attack"]
        fill = colour if conceded else self.ink["card"]
        self.parts.append(
            f'<rect x="{short(x)}" y="{short(y)}" width="{short(width)}"'
            f' height="{short(height)}" fill="{fill}" stroke="{colour}" stroke-width="2"/>'
        )

    def axis(self, top: float) -> None:
        """The scale below the bars, and the line of the probability as it is through them."""
        bottom = self.y
        lines = []
        for tick in self.scale.ticks():
            x = self.scale.at(tick)
            lines.append(f'<path d="M{short(x)} {short(top - 6)}V{short(bottom)}"/>')
            self.middle((x, bottom + 18), f"{tick:.2f}", "mute")
        grid = f'<g stroke="{self.ink["line"]}" stroke-width="1">{"".join(lines)}</g>'
        self.parts.insert(0, grid)
        x = self.scale.at(self.tornado.overall)
        self.parts.append(
            f'<path d="M{short(x)} {short(top - 10)}V{short(bottom)}" stroke="{self.ink["ink"]}"'
            ' stroke-width="2"/>'
        )
        self.middle((x, top - 17), f"as it is: {in_short(self.tornado.overall)}", "ink")
        self.y = bottom + 34

    def remarks(self) -> None:
        """The remarks at the foot."""
        room = _WIDTH - 2 * _EDGE
        self.y += 8
        for remark in self.tornado.remarks:
            for line in fonts.wrap(remark, _SMALL, theme.REGULAR, room):
                self.line((_EDGE, self.y + 10), line, "mute", _SMALL)
                self.y += 18

    def line(  # noqa: PLR0913  # each a property of the line
        self,
        at: tuple[float, float],
        text: str,
        ink: str,
        size: float,
        *,
        bold: bool = False,
        end: bool = False,
    ) -> None:
        """A line of text that begins or ends at a place."""
        is_turned = fonts.is_right_to_left(text)
        turned = ' direction="rtl"' if is_turned else ""
        anchor = ' text-anchor="end"' if end is not is_turned else ""
        weight = f' font-weight="{theme.BOLD}"' if bold else ""
        self.parts.append(
            f'<text x="{short(at[0])}" y="{short(at[1])}" fill="{self.ink[ink]}"'
            f' font-size="{short(size)}px"{weight}{anchor}{turned}>{_escaped(text)}</text>'
        )

    def middle(self, at: tuple[float, float], text: str, ink: str) -> None:
        """A small line of text around a place, kept within the picture."""
        half = fonts.text_width(text, _SMALL, theme.BOLD) / 2
        x = min(max(at[0], _EDGE + half), _WIDTH - 12 - half)
        self.line((x - half, at[1]), text, ink, _SMALL, bold=ink == "ink")

    def in_words(self) -> str:
        """The picture for who hears it: every bar in a sentence."""
        sentences = [f"{self.tornado.headline}."]
        for bar in self.tornado.bars:
            ends = [
                f"{in_short(value)} if {word}"
                for value, word in ((bar.conceded, "conceded"), (bar.refuted, "refuted"))
                if value is not None
            ]
            sentences.append(f"{bar.name} ({bar.remark}): {', '.join(ends)}.")
        return " ".join((*sentences, *self.tornado.remarks))

    def style(self) -> str:
        """The fonts, reduced to the letters that occur."""
        texts = [self.tornado.title, self.tornado.headline, *self.tornado.remarks]
        texts += [text for bar in self.tornado.bars for text in (bar.name, bar.remark)]
        faces = "".join(
            f'@font-face{{font-family:"{theme.FONT}";font-weight:{weight};'
            f"src:url({fonts.subset_url(texts, weight)}) format('woff2')}}"
            for weight in (theme.REGULAR, theme.BOLD)
        )
        return f"{faces}svg{{font-family:{theme.FONT_STACK}}}"


def scale_of(tornado: Tornado) -> Scale:
    """The scale on which all bars have room, with round numbers at both ends and few ticks.

    >>> from argmap.views.picture.tornado import Bar, Tornado
    >>> scale_of(Tornado("", "", 0.42, (Bar("", "", 0.47, 0.33),), ()))
    Scale(first=0.3, last=0.5, step=0.05)
    """
    values = [
        value for bar in tornado.bars for value in (bar.conceded, bar.refuted) if value is not None
    ]
    low, high = min((tornado.overall, *values)), max((tornado.overall, *values))
    for step in STEPS:
        first = max(floor(low / step + 1e-9), 0)
        last = min(max(ceil(high / step - 1e-9), first + 2), round(1 / step))
        first = min(first, last - 2)
        if last - first < MOST_TICKS:
            return Scale(round(first * step, 2), round(last * step, 2), step)
    return Scale(0.0, 1.0, STEPS[-1])


def _escaped(text: str) -> str:
    return escape(clean(text), quote=False)
