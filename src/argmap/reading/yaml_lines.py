"""Cures read off the lines themselves, where an error of libyaml says too little."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.reading.typed import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

QUOTE = "put the whole text in quotes, or on the next line after `>-`"

_OPENING = {"]": "[", "}": "{"}
_CURLY = {"\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb", "\u2018": "\u2019"}
_VALUE = re.compile(r"""(?P<before>\s*(?:- +)*(?:[^\s"'\[{][^"'\[{]*?: +)?)(?P<value>\S.*)""")
_OTHER = {'"': "'", "'": '"'}
_KEYS_OF_CLAIMS = re.compile(  # written out: the shapes stand on the parser of YAML
    "source|at|quote|mode|tags|note|meta|origin|label|speaker|granted|credence|section|url|restates"
    "|contradicts|supported_by|attacked_by|supports|attacks|undercuts|ignore"
)
_LONGEST_SHOWN = 160  # characters of a line in a hint


def seen_from_the_lines(problem: str, lines: Sequence[str], column: int) -> tuple[str, str] | None:
    """A message and hint for an error of libyaml in the last line, if its cause can be seen."""
    for look in _LOOKS:
        seen = look(problem, lines, column)
        if seen is not None:
            return seen
    return None


def _curly_quotes(problem: str, lines: Sequence[str], _column: int) -> tuple[str, str] | None:
    """A text between typographic quotation marks, with a colon in it."""
    parts = _VALUE.fullmatch(lines[-1].rstrip())
    if "mapping values" not in problem or parts is None or parts["value"][0] not in _CURLY:
        return None
    begin, value = parts["value"][0], parts["value"]
    inner = value[1:].rstrip("\u201c\u201d\u00bb\u2019")
    message = f"to YAML `{begin}` and `{_CURLY[begin]}` are letters, not quotation marks"
    if _CURLY[begin] in inner and begin != "\u2018":  # they quote a part of it; \u2019 may elide
        return message, f"put straight ones around it all: {_line(parts['before'], quoted(value))}"
    return message, f"write straight ones: {_line(parts['before'], quoted(inner))}"


def _key_behind_a_text(problem: str, lines: Sequence[str], column: int) -> tuple[str, str] | None:
    """A key in the line below a text, which YAML takes for a part of the text.

    The text is that of a claim without its key `text`, or the line has no blank behind its colon.
    """
    above = next((line for line in reversed(lines[:-1]) if line.strip()), "")
    key = re.fullmatch(r"\s*([a-z0-9][a-z0-9._-]*)", lines[-1][:column])
    if "mapping values" not in problem or key is None or not above:
        return None
    glued = re.fullmatch(r"\s*([a-z0-9][a-z0-9._-]*):([^\s:/].*)", above)
    if glued is not None and _indent(above) == _indent(lines[-1]):
        shown = _line(f"{glued[1]}:", glued[2].rstrip())
        return f"a blank is missing behind the colon in the line above `{key[1]}`", f"write {shown}"
    parts = re.fullmatch(r"(\s*(?:- +)?[a-z0-9][a-z0-9._-]*:) +([^\s>|].*)", above)
    if _KEYS_OF_CLAIMS.fullmatch(key[1]) is None or (parts is None and ":" in above):
        return None
    before = parts[1].strip(" -:") if parts is not None else ""
    if before == "text" or _KEYS_OF_CLAIMS.fullmatch(before):
        return (
            f"`{key[1]}` is indented further than `{before}`, and so is read as a part of its text",
            f"indent `{key[1]}` as `{before}`, by {_spaces(above.index(before))}",
        )
    text = above.strip() if parts is None else parts[2].strip()
    own = _line("text:", text)
    return (
        f"a text stands above the key `{key[1]}` without a key of its own",
        f"write {own} in place of the line above"
        if parts is None
        else f"break the line behind `{parts[1].strip()}`, and write {own} on a line of its own, "
        "indented as this one",
    )


def _brace_behind_a_colon(
    _problem: str, lines: Sequence[str], _column: int
) -> tuple[str, str] | None:
    """A brace right behind the colon of a key, which YAML takes for a part of the key."""
    glued = re.match(r"\s*(?:- +)?([a-z0-9][a-z0-9._-]*):\{", lines[-1])
    if glued is None:
        return None
    return f"a blank is missing behind `{glued[1]}:`", f"write `{glued[1]}: {{`"


def _star_for_a_bullet(_problem: str, lines: Sequence[str], _column: int) -> tuple[str, str] | None:
    """A line that opens with `* `, as lists do in Markdown."""
    written = lines[-1].strip()
    if not written.startswith("* "):
        return None
    item = written[1:].strip()
    return (
        "a line that opens with `*`, which YAML keeps for itself",
        f"a list item begins with `- `: write `- {item}`; if it is text, {QUOTE}",
    )


def _quotation_ended_early(
    problem: str, lines: Sequence[str], column: int
) -> tuple[str, str] | None:
    """Text after a closing quotation mark, which the author meant as a part of the text."""
    written = lines[-1]
    before = written[:column].rstrip()
    if "did not find expected" not in problem or before[-1:] not in _OTHER:
        return None
    mark = before[-1]
    message = f"a quotation mark `{mark}` ends the text here, and the line goes on"
    if before.count(mark) % 2 and (above := _line_left_open(lines[:-1], mark)) is not None:
        return message, f"the quotation mark in line {above} is never closed: close or delete it"
    parts = _VALUE.fullmatch(written.rstrip())
    if parts is None or parts["value"][0] != mark:
        return message, f"delete what follows it; if it belongs to the text, {QUOTE}"
    value = parts["value"]
    inner = value[1:-1] if value.endswith(mark) else value
    return message, f"put the whole text in other quotes: {_line(parts['before'], quoted(inner))}"


def _line_left_open(lines: Sequence[str], mark: str) -> int | None:
    """The number of the nearest line with an odd number of these quotation marks."""
    for number in range(len(lines), 0, -1):
        if lines[number - 1].count(mark) % 2:
            return number
    return None


def _quotation_never_closed(
    problem: str, lines: Sequence[str], column: int
) -> tuple[str, str] | None:
    """A quotation mark that opens a text and has no other to close it in the rest of the file."""
    written = lines[-1]
    mark = written[column : column + 1]
    if "unexpected end of stream" not in problem or mark not in _OTHER:
        return None
    text = written[column + 1 :].rstrip()
    shown = _line(written[:column], f"{mark}{text}{mark}")
    return "a quotation mark that is opened and never closed", f"close it: {shown}; or delete it"


def _line(before: str, value: str) -> str:
    """A line as an author is to type it, or only the advice where it is too long to be shown."""
    line = f"`{before.strip()} {value}`" if before.strip() else f"`{value}`"
    return line if len(line) <= _LONGEST_SHOWN else '"the text"'


def _indentation(problem: str, lines: Sequence[str], column: int) -> tuple[str, str] | None:
    """A line whose indentation is that of no line above."""
    written = lines[-1]
    if written[:column].strip() or not written.strip() or "did not find expected" not in problem:
        return None
    above = [line for line in lines[:-1] if line.strip() and not line.lstrip().startswith("#")]
    in_list = "'-' indicator" in problem and not written[column:].startswith("- ")
    if not in_list and "expected key" not in problem:
        return None
    ways = [*(_in_list(above, column) if in_list else _among(above, column))]
    if not ways:
        return None
    message = f"this line is indented by {_spaces(column)}, and so belongs to nothing above it"
    return message, "indent it by " + ", or by ".join(ways)


def _in_list(above: Sequence[str], column: int) -> Iterator[str]:
    """The columns for a key behind a list that stands at this column."""
    item = next((line for line in reversed(above) if _indent(line) == column), None)
    if item is None or not item.lstrip().startswith("- "):
        return
    content = len(item) - len(item.lstrip()[1:].lstrip())
    yield f"{_spaces(content)} if it belongs to `{_start(item)}`"
    outer = next((line for line in reversed(above) if _indent(line) < column), None)
    if outer is not None:
        yield f"{_indent(outer)} if it stands beside `{_start(outer)}`"


def _among(above: Sequence[str], column: int) -> Iterator[str]:
    """The columns of the nearest lines above that are indented more, and less, than this column."""
    outer = max((place for place, line in enumerate(above) if _indent(line) < column), default=None)
    inside = above if outer is None else above[outer + 1 :]
    deeper = min((line for line in inside if _indent(line) > column), key=_indent, default=None)
    if deeper is None:
        return
    if not deeper.lstrip().startswith("- "):
        yield f"{_spaces(_indent(deeper))} if it stands beside `{_start(deeper)}`"
    if outer is not None:
        yield f"{_indent(above[outer])} if it stands beside `{_start(above[outer])}`"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"


def _start(line: str) -> str:
    """The first key of a line, or its first words."""
    return re.split(r":(?:\s|$)", line.strip(" -"), maxsplit=1)[0][:40] + ":"


def _bracket_or_colon(problem: str, lines: Sequence[str], column: int) -> tuple[str, str] | None:
    """Text that goes on after a bracket, or a colon without a key."""
    written = lines[-1]
    before = written[:column].rstrip()
    if "did not find expected" not in problem or "node content" in problem:
        return None
    if written[column : column + 1] == ":":
        return (
            "a colon, and on its line no key before it",
            f"write `key: value` on one line; if it is text, {QUOTE}",
        )
    if before[-1:] in _OPENING:
        return (
            (
                f"text goes on after a `{before[-1]}`; what opens with `{_OPENING[before[-1]]}` is "
                f"a {'list' if before[-1] == ']' else 'mapping'} to YAML"
            ),
            f"if it is text, {QUOTE}; else delete what follows the bracket",
        )
    return None


_LOOKS: tuple[Callable[[str, Sequence[str], int], tuple[str, str] | None], ...] = (
    _curly_quotes,
    _brace_behind_a_colon,
    _key_behind_a_text,
    _star_for_a_bullet,
    _bracket_or_colon,
    _quotation_ended_early,
    _quotation_never_closed,
    _indentation,
)
