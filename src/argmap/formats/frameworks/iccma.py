"""The formats of the ICCMA 2023 solver competition: `p af` and `p aba`, with numbers as names."""

from __future__ import annotations

from array import array

from argmap.formats.frameworks.abstract import Abstract, FormatError
from argmap.reasoning.framework import Framework, Pairs

# Type checkers treat this name as true; importing typing would double the start of `solve`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAIR, _HEADER = 2, 3
_PLAIN = 3  # words of an attack when the end of its line counts as a word
_MOST = 10_000_000  # atoms


def read(text: str) -> Abstract:
    r"""The framework in a text. Cost: linear.

    Raises:
        FormatError: the text is in neither format.

    >>> tuple(read("p af 2\n# comment\n1 2\n").framework.contraries)
    ((1, 0),)
    """
    lines = _lines(text)
    line, words = next(lines, (1, []))
    if words[:1] != ["p"] or len(words) != _HEADER or words[1] not in ("af", "aba"):
        raise FormatError(line, "the first line must be `p af N` or `p aba N`")
    size = _number(line, words[2], _MOST)
    names = tuple(map(str, range(1, size + 1)))
    lines = _without_header(lines)
    if words[1] == "aba":
        return Abstract(_flat(size, lines), names, is_flat_aba=True)
    return Abstract(Framework(size, range(size), (), _attacks(text, size, lines)), names)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The number and the words of each line that is neither empty nor a comment."""
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.split()
        if words and not words[0].startswith("#"):
            yield number, words


def _without_header(lines: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """These lines; a second header among them is refused."""
    for line, words in lines:
        if words[0] == "p":
            raise FormatError(line, "there is a second line `p ...`")
        yield line, words


def _attacks(text: str, size: int, lines: Iterator[tuple[int, list[str]]]) -> Pairs:
    """The attacks, as pairs of the attacked argument and its attacker."""
    fast = _attacks_if_plain(text, size)
    if fast is not None:
        return fast
    attackers, attacked = array("i"), array("i")
    for line, words in lines:
        if len(words) != _PAIR:
            raise FormatError(line, "an attack is two numbers: who attacks, and whom")
        attacker, victim = (_number(line, word, size) for word in words)
        attackers.append(attacker - 1)
        attacked.append(victim - 1)
    return Pairs(attacked, attackers)


def _attacks_if_plain(text: str, size: int) -> Pairs | None:
    """The attacks of a text without comments and irregularities, read many times faster; else None.

    The whole text is split at once instead of line by line. Ends of lines are turned into words, so
    that exactly every third word must be one if each line has two numbers.
    """
    head, _, body = text.partition("\n")
    is_plain = text.isascii() and not any(sign in text for sign in "#_+;")  # `int` takes 1_0 and +1
    if not is_plain or not head.startswith("p"):
        return None
    words = (body + "\n" * (body[-1:] != "\n")).replace("\n", " ; ").split()
    if words == [";"]:
        words = []
    ends = words[_PAIR::_PLAIN]
    if len(words) != _PLAIN * len(ends) or ends.count(";") != len(ends):
        return None
    try:
        attackers = array("i", [int(word) - 1 for word in words[::_PLAIN]])
        attacked = array("i", [int(word) - 1 for word in words[1::_PLAIN]])
    except (ValueError, OverflowError):
        return None
    is_known = all(0 <= min(ids) <= max(ids) < size for ids in (attackers, attacked) if ids)
    return Pairs(attacked, attackers) if is_known else None


def _flat(size: int, lines: Iterator[tuple[int, list[str]]]) -> Framework:
    """The assumption-based framework declared by these lines."""
    assumed: dict[int, None] = {}
    contraries: list[tuple[int, int, int]] = []
    rules: list[tuple[int, int, tuple[int, ...]]] = []
    line = 1
    for line, (kind, *rest) in lines:
        numbers = [_number(line, word, size) - 1 for word in rest]
        if kind == "a" and len(numbers) == 1:
            assumed[numbers[0]] = None
        elif kind == "c" and len(numbers) == _PAIR:
            contraries.append((line, numbers[0], numbers[1]))
        elif kind == "r" and numbers:
            rules.append((line, numbers[0], tuple(numbers[1:])))
        else:
            raise FormatError(line, "a line is `a X`, `c X Y`, `r HEAD BODY...` or a comment")
    _refuse_wrong(assumed, contraries, rules, line)
    return Framework(
        size,
        tuple(sorted(assumed)),
        tuple((head, body) for _, head, body in rules),
        tuple((assumption, contrary) for _, assumption, contrary in contraries),
    )


def _refuse_wrong(
    assumed: dict[int, None],
    contraries: Sequence[tuple[int, int, int]],
    rules: Sequence[tuple[int, int, tuple[int, ...]]],
    last: int,
) -> None:
    """Refuse a framework that is not flat, or has not one contrary for each assumption."""
    for line, head, _ in rules:
        if head in assumed:
            raise FormatError(line, f"the assumption {head + 1} heads a rule: not flat")
    with_contrary: set[int] = set()
    for line, atom, _ in contraries:
        if atom not in assumed:
            raise FormatError(line, f"{atom + 1} has a contrary and is no assumption")
        if atom in with_contrary:
            raise FormatError(line, f"the assumption {atom + 1} has two contraries")
        with_contrary.add(atom)
    without = assumed.keys() - with_contrary
    if without:
        raise FormatError(last, f"the assumption {min(without) + 1} has no contrary")


def _number(line: int, word: str, most: int) -> int:
    """The number from 1 to `most` that a word is; a header may also declare 0 atoms."""
    number = int(word) if word.isascii() and word.isdigit() and len(word) < 10 else 0  # noqa: PLR2004  # more digits than any limit
    if not 0 < number <= most and not (word == "0" and most == _MOST):
        raise FormatError(line, f"`{word}` is no number from 1 to {most}")
    return number
