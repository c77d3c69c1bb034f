"""The colours and sizes of page and picture."""

from __future__ import annotations

from types import MappingProxyType

FONT = "Argmap Sans"
"""The name of the embedded subset, as the licence reserves the original name."""

FONT_STACK = f'"{FONT}", "Source Sans 3", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'

REGULAR, BOLD = 400, 600

LIGHT = MappingProxyType(
    {
        "bg": "#F6F7F9",
        "dot": "#E3E7ED",
        "panel": "#FFFFFF",
        "card": "#FFFFFF",
        "ink": "#16202E",
        "mute": "#566175",
        "line": "#D3DAE4",
        "edge": "#9AA6B7",
        "hover": "#EEF1F5",
        "tint": "#E8F1F8",
        "chapter": "#EEF1F6",
        "support": "#0072B2",
        "attack": "#C44601",
        "stands": "#00664F",
        "stands-bg": "#DFF3EC",
        "contested": "#7A5200",
        "contested-bg": "#FFEFC2",
        "open": "#4A5A85",
        "open-bg": "#E6EAF6",
        "falls": "#5B6472",
        "falls-bg": "#E9ECF0",
        "yours": "#6A2BD9",
        "yours-bg": "#EFE8FD",
        "select": "#7A3EE0",
        "mark": "#FFE89A",
    }
)

DARK = MappingProxyType(
    {
        "bg": "#10151D",
        "dot": "#1B222D",
        "panel": "#171E29",
        "card": "#1D2632",
        "ink": "#E8EDF4",
        "mute": "#A3AFC0",
        "line": "#2C3646",
        "edge": "#56657A",
        "hover": "#232D3B",
        "tint": "#15273A",
        "chapter": "#161D28",
        "support": "#56B4E9",
        "attack": "#F0905A",
        "stands": "#7FDDBF",
        "stands-bg": "#12382F",
        "contested": "#F2C14E",
        "contested-bg": "#3D3112",
        "open": "#A9B8E8",
        "open-bg": "#27304A",
        "falls": "#98A3B3",
        "falls-bg": "#252D38",
        "yours": "#CDB4FF",
        "yours-bg": "#332650",
        "select": "#B794FF",
        "mark": "#5A4A12",
    }
)

BANDS = (
    ("#332288", "#8F86E8"),
    ("#117733", "#4DB870"),
    ("#AA4499", "#D77BC9"),
    ("#2F8F82", "#44AA99"),
    ("#882255", "#CF6A9B"),
    ("#7F7F1F", "#B9B94D"),
    ("#2B7BA8", "#88CCEE"),
    ("#A68A2E", "#DDCC77"),
)
"""A pair of colours for each source, light and dark (after Paul Tol's muted set).

From the ninth source on the colours repeat; the tags beside them tell sources apart.
"""

CARD_WIDTH = 248
BAND_WIDTH = 9
TEXT_LEFT = 22
TEXT_WIDTH = CARD_WIDTH - TEXT_LEFT - 12
LABEL_SIZE, LABEL_LEADING = 16.5, 20
BIG_SIZE, BIG_LEADING = 24.5, 26
NUMBER_SIZE = 14
SMALL_SIZE, SMALL_LEADING = 12.5, 15
HEAD = 32
FOOT = 11
CORNER = 10
BOX_HEAD = 24
BOX_PADDING = 10
PILL_SIZE = (112, 26)
CHAPTER_SIZE = 22
CHAPTER_HEAD = 30
CHAPTER_PADDING = 24
STREET = 34
"""Half of the gap between two chapters, in which lines between chapters run."""

# Measures that page and picture share, by name; the page gets them with its data.

STATUS = MappingProxyType(
    {
        "right": 9,
        "middle": 17.5,
        "height": 20,
        "sign": 11,
        "text": 23,
        "around": 31,
        "base": 4.3,
        "number": 22,
    }
)
"""The top line of a card: the number, and a pill with the sign and the words of the status.

`right` and `middle` are the pill's distances from the card's right side and top. `sign`, `text` and
`base` place its contents, `around` is its width without the words, `number` the number's base line.
"""

LEAST = MappingProxyType({"name": 12.0, "caption": 10.0})
"""The least sizes of letters on the screen: of names and numbers of claims, and of all other words.

At a scale at which a card could not keep to them it shows less: the name instead of all words, the
number instead of the name, a spot of colour instead of the number.
"""

AFAR = MappingProxyType(
    {
        "size": 19.0,
        "number": 56.0,
        "sign": 1.35,
        "top": 10,
        "rise": 0.86,
        "foot": 12,
        "beside": 15,
        "lift": 6,
        "outdent": 4,
        "label": 17.0,
        "title": 1.25,
    }
)
"""A card and its surroundings, drawn for a distant view.

`size` is the font size of source and status, `number` that of a number that stands alone, and
`label` that of words on the frames of a printed picture. `rise` is the height of letters above
their line as a fraction of the size, `title` the factor for chapter titles.
"""

LINE = MappingProxyType(
    {
        "plain": 2.4,
        "disputed": 5.0,
        "own": 0.7,
        "lost": 0.6,
        "fallen": 0.75,
        "head": 12,
        "wing": 7.5,
        "back": 3,
        "bar": 11,
        "thick": 4.4,
        "disc": 8.5,
        "diamond": 11,
        "border": 1.6,
        "mark": 2,
        "small": 0.7,
        "large": 1.3,
        "tie": 1.6,
    }
)
"""The lines of relations: their widths, ends and signs.

`own` and `lost` are the factors for the width of the mapper's own lines and of those that do not
count, `fallen` is the opacity of the latter: with less they could hardly be seen. `small` and
`large` are the factors for signs on stubs and on disputed lines.
"""

FADED = MappingProxyType({"card": 0.5, "line": 0.25})
"""The opacity of what stands back while something else is chosen: the name of a card keeps a
contrast of 3 to 1."""

STUB = MappingProxyType(
    {
        "short": 360.0,
        "tab_on_card": 14.0,
        "tab_in_frame": 9.0,
        "tab_on_frame": 23.0,
        "inset": 12.0,
        "gap": 6.0,
        "height": 1.25,
        "mark": 17.0,
        "around": 7.0,
        "corner": 5.0,
        "room": 80.0,
        "coming": 22.0,
        "step": 18.0,
        "length": 32.0,
        "least": 13.0,
        "sign": 22.0,
        "beside": 10.0,
        "apart": 3.0,
        "around_end": 5.0,
        "long": 70.0,
    }
)
"""What is drawn of a line that leads far, unless it is `short`: a tab at its premise, a short line
at its target.

A tab stands above the upper border of what the line starts from. `inset`, `gap` and `around` are
its distances from the corner, from the next tab and around its words, `height` is in parts of the
letters, `mark` the width of its sign, `room` the least width for its words. The short line is
`length` long, `least` where there is no room, first tried at `coming` from the corner and then
`step` by `step`; `sign` and `beside` place its sign and its words, which keep `apart` from other
things,
and `around_end` from the last `long` units of lines.
"""

BADGE = MappingProxyType({"far": 21.0, "near": 13.0, "beyond": 22.0, "above": 7.0})
"""The number of claims that are left out below a card: its size from afar and near by, its place.

It hangs over the lower right corner, as lines leave a card above and arrive below.
"""

SIGN = MappingProxyType({"radius": 7.3, "border": 1.4, "mark": 2})
"""The sign of a status in its disc."""

FRAME = MappingProxyType(
    {"corner": 13, "border": 1.4, "base": 16.5, "fallen": 0.75, "words": 118, "high": 16}
)
"""The frame around linked premises, which count only together.

`words` and `high` are the width and the height of its words, over which no line runs.
"""

CHAPTER_CORNER = 18
