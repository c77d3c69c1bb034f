"""Claim files drawn at random: sound ones, sound ones with faults put in, and garbage.

All are made from one row of bytes, so that hypothesis and the campaign share the generators and
what fails shrinks towards zeros: towards few claims, few faults and the first of all options.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tests.maps import Choices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
SAMPLE = (HERE / "sample.yaml").read_text(encoding="utf-8")
SHIPPED = tuple(
    path.read_text(encoding="utf-8") for path in sorted((HERE.parents[1] / "claims").glob("*.yaml"))
)
BYTES_OF_A_FILE: Final = 400


class Draws(Choices):
    """Choices among more options than one byte can tell apart."""

    def place(self, limit: int) -> int:
        """A number from 0 to `limit` - 1, 0 if that is none."""
        return (self.below(256) * 256 + self.below(256)) % max(limit, 1)

    def some(self, options: list[str], most: int = 3) -> list[str]:
        """One to `most` different options, in some order."""
        return self.shuffled(options)[: 1 + self.below(most)]


class Bare(str):
    """A scalar that must stand without quotes: a number, true or false."""

    __slots__ = ()


IDS = ("a", "b", "close-centre", "no", "1", "x.y_z", "0-0", "true", "null", "a" * 64, "12.5", "on")
TEXTS = (
    "Streets are quieter.",
    "It is.",
    "a: b",
    "12:30",
    "no",
    "~",
    "- dash",
    "# hash",
    "text # cut",
    "'single'",
    'a "double" one',
    "<script>alert(1)</script><!--",
    "{{7*7}} ${x} %s {0}",
    "&a *b !c %d @e `f` |g >h ?i",
    "=1+1",
    "caf\u00e9 cafe\u0301 \u65e5\u672c \U0001f600",
    "\u202eright to left",
    "\u2028line\u2029end\u0085next",
    "two\nlines",
    "tab\tinside",
    "  padded  ",
    "back\\slash \\u0041",
    "ends with a colon:",
    "long " * 60,
    "]]> [link](javascript:alert(1)) *bold* _i_ ~x~ |cell|",
)
NUMBERS = ("0.5", "1", "0", ".5", "1e-3", "+0.25", "1.", "0.30000000000000004")


# Sound files


def sound(draws: Draws) -> str:
    """The text of a claim file without errors, in whatever style of YAML."""
    tree = _Drawn(draws).tree()
    parts = []
    for key, value in tree.items():
        parts.append(_block(draws, {key: value}, 0))
        parts.append(draws.one_of(("", "", "\n", "# a: comment\n", "\n\n")))
    text = "".join(parts)
    if draws.below(8) == 1:
        text = text.replace("\n", "\r\n")
    return draws.one_of(("", "", "", "# comment\n", "---\n", "\ufeff")) + text


class _Drawn:
    """Draws a map that earns warnings at most; `used` keeps relations from being written twice."""

    def __init__(self, draws: Draws) -> None:
        self.draws = draws
        self.ids = draws.shuffled(IDS)[: 1 + draws.below(8)]
        self.used: set[tuple[object, ...]] = set()
        self.relation_ids: list[str] = []
        # At most one class, of claims that take no part in relations: none can lie inside it.
        self.alike = self.ids[:2] if len(self.ids) > 4 and draws.below(2) else []
        self.related = [id_ for id_ in self.ids if id_ not in self.alike]
        self.has_source = draws.below(3) > 0

    def text(self) -> str:
        return self.draws.one_of(TEXTS)

    def number(self) -> Bare:
        return Bare(self.draws.one_of(NUMBERS))

    def tree(self) -> dict[str, Any]:
        draws = self.draws
        tree: dict[str, Any] = {"argmap": Bare("1")} if draws.below(2) else {}
        if self.has_source:
            tree["source"], tree["sources"] = "src", {"src": self.work(), "other": self.work()}
            if draws.below(3):
                tree["source"] = {"id": "src", **tree["sources"].pop("src")}
        if draws.below(2):
            tree["map"] = self.map()
        if draws.below(4) == 1:
            tree["questions"] = {"q1": {"text": self.text(), "answers": draws.some(self.ids)}}
        tree["claims"] = {id_: self.claim(id_) for id_ in self.ids}
        relations = [self.relation() for _ in range(draws.below(4))]
        if any(relations):
            tree["relations"] = [relation for relation in relations if relation]
        if draws.below(2):
            tree["stances"] = {"s1": self.stance()}
        if draws.below(3) == 1:
            tree["schemes"] = {"own": {"name": self.text(), "questions": {"q": self.text()}}}
        return {key: tree[key] for key in draws.shuffled(tree)}

    def work(self) -> dict[str, Any]:
        texts = ("title", "kind", "publisher", "url", "date", "begins", "ends", "note")
        made: dict[str, Any] = {key: self.text() for key in self.draws.some([*texts])}
        if self.draws.below(2):
            made["authors"] = [self.text(), self.text()]
        if self.draws.below(3) == 1:
            made |= {"document": "a document.txt", "caveats": self.text()}
        return made

    def map(self) -> dict[str, Any]:
        draws = self.draws
        return {
            "title": self.text(),
            "question": self.text(),
            "main": draws.some(self.ids),
            "objections": draws.one_of(("contest", "defeat")),
            "steps": [{"show": draws.some(self.ids), "say": self.text()}],
            "views": {"v": {"focus": draws.one_of(self.ids), "depth": Bare("2")}},
        }

    def stance(self) -> dict[str, Any]:
        rejected = self.draws.some(self.related)
        accepted = [id_ for id_ in self.related if id_ not in rejected][: self.draws.below(3)]
        return {
            "name": self.text(),
            "reject": rejected,
            "accept": accepted,
            "credences": {self.draws.one_of(self.ids): Bare("0.5")},
        }

    def claim(self, id_: str) -> Any:  # noqa: ANN401  # a piece of YAML
        draws = self.draws
        if draws.below(3) == 0:
            return self.text()
        made: dict[str, Any] = {"text": self.text(), **self.details()}
        if id_ in self.alike:
            made["restates"] = [other for other in self.alike if other != id_]
            return made
        if draws.below(4) == 1:
            made["granted"] = Bare(draws.one_of(("true", "false", "pending")))
        for kind in ("supported_by", "attacked_by"):
            entries = [self.entry(kind, id_, 2) for _ in range(draws.below(3))]
            if any(entries):
                made[kind] = [entry for entry in entries if entry]
        others = [other for other in self.related if other != id_]
        if others and draws.below(6) == 1:
            made["contradicts"] = draws.one_of(others)
        return {key: made[key] for key in draws.shuffled(made)}

    def details(self) -> dict[str, Any]:
        draws = self.draws
        keys = ("label", "speaker", "section", "note", "url")
        made: dict[str, Any] = {key: self.text() for key in keys if draws.below(5) == 1}
        more: dict[str, Callable[[], Any]] = {
            "credence": self.number,
            "mode": lambda: draws.one_of(("asserted", "reported", "editorial")),
            "at": lambda: draws.one_of((self.locator(), [self.locator(), self.locator()])),
            "meta": lambda: {
                "k": {"deep": [self.number(), self.text(), {}]},
                "claims": self.text(),
            },
            "origin": lambda: {"format": "aif", "id": self.text()},
            "ignore": lambda: {"code": "AM452", "because": self.text()},
        }
        made |= {key: make() for key, make in more.items() if draws.below(4) == 1}
        if self.has_source and draws.below(4) == 1:
            made["source"] = draws.one_of(("src", "other"))
        return made

    def locator(self) -> dict[str, Any]:
        return {
            "paragraph": Bare(str(1 + self.draws.below(200))),
            self.draws.one_of(("quote", "page", "time", "prefix", "suffix")): self.text(),
        }

    def entry(self, kind: str, target: str, depth: int) -> Any:  # noqa: ANN401  # a piece of YAML
        draws = self.draws
        premises = draws.some([id_ for id_ in self.related if id_ != target] or [""])
        written = (tuple(sorted(premises)), kind, target)
        if premises == [""] or written in self.used:
            return None
        self.used.add(written)
        if len(premises) == 1 and draws.below(2):
            return premises[0]
        made: dict[str, Any] = {"premises": premises}
        if draws.below(3) == 1:
            self.relation_ids.append(f"r{len(self.relation_ids)}")
            made["id"] = self.relation_ids[-1]
        if kind == "attacked_by" and draws.below(2):
            made["force"] = draws.one_of(("contest", "defeat"))
        if draws.below(3) == 1:
            made |= {"weight": self.number(), "rationale": self.text(), "quote": self.text()}
        if depth and draws.below(2):
            inner = self.entry("undercut_by", repr(written), depth - 1)
            if inner:
                made["undercut_by"] = [inner]
        return made

    def relation(self) -> dict[str, Any] | None:
        draws = self.draws
        if self.relation_ids and draws.below(2):
            target = draws.one_of(self.relation_ids)
            self.relation_ids.append(f"r{len(self.relation_ids)}")
            premise = draws.one_of(self.related)
            return {"id": self.relation_ids[-1], "premises": premise, "undercuts": target}
        target = draws.one_of(self.related)
        kind, key = draws.one_of((("supported_by", "supports"), ("attacked_by", "attacks")))
        entry = self.entry(kind, target, 1)
        if not entry:
            return None
        return {key: target, **(entry if isinstance(entry, dict) else {"premises": entry})}


_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .'_-]*[A-Za-z0-9.]|[A-Za-z0-9]")
_LINES = re.compile(r"[!-~][ -~]*(?:\n[!-~][ -~]*)*")
_NULLS = frozenset({"~", "null", "Null", "NULL", ""})
_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\t": "\\t",
        "\x85": "\\N",
        "\u2028": "\\L",
        "\u2029": "\\P",
    }
)


def _scalar(draws: Draws, value: str) -> str:
    """A scalar that fits on a line, in a style that keeps it."""
    if isinstance(value, Bare):
        return value
    style = draws.below(3)
    if style == 0 and _PLAIN.fullmatch(value) and value not in _NULLS:
        return value
    if style == 1 and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return '"' + value.translate(_ESCAPES) + '"'


def _flow(draws: Draws, value: Any) -> str:  # noqa: ANN401  # a piece of YAML
    if isinstance(value, dict):
        entries = (f"{_scalar(draws, key)}: {_flow(draws, entry)}" for key, entry in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(draws, item) for item in value) + "]"
    return _scalar(draws, value)


def _block(draws: Draws, value: dict[str, Any], indent: int) -> str:
    pad = " " * indent
    lines = []
    for key, entry in value.items():
        lines.append(f"{pad}{_scalar(draws, key)}:{_after_key(draws, entry, indent)}\n")
    return "".join(lines)


def _after_key(draws: Draws, value: Any, indent: int) -> str:  # noqa: ANN401  # a piece of YAML
    step = 1 + draws.below(4)
    if isinstance(value, dict) and value and draws.below(3):
        return "\n" + _block(draws, value, indent + step).rstrip("\n")
    if isinstance(value, list) and value and draws.below(3):
        pad = "\n" + " " * (indent + step) + "- "
        return "".join(pad + _flow(draws, item) for item in value)
    if type(value) is str and _LINES.fullmatch(value) and draws.below(3) == 1:
        pad = "\n" + " " * (indent + step)
        # What ends in a line break is a text; to an id or a word of ours it would be another.
        header = draws.one_of((" >-", " |-", " |", " >", " >+") if " " in value else (" >-",))
        return header + "".join(pad + line for line in value.split("\n"))
    return " " + _flow(draws, value)


# Nearly sound files


CHARACTERS: tuple[str, ...] = (
    *":-#,[]{}'\"&*!|>%@`?~<\\ \t\n\r",
    *"\x00\x1b\x7f\x85\xa0\u2028\u2029\ufeff\u202e\u00e9\u0301\ufffe\U0001f600\U0010ffff",
    ": ",
    " #",
    "- ",
    "<<: ",
    "\n---\n",
    "\n...\n",
    "\\ud800",
    "\n\n",
)
VALUES = (
    "",
    "[]",
    "{}",
    "~",
    "1",
    "-1",
    "1e999",
    ".nan",
    "true",
    "''",
    '"\\ud800"',
    '"\\0"',
    "{a: b}",
    "[a, [b]]",
    "[[[[[[[[]]]]]]]]",
    "&x y",
    "*x",
    "!!python/object/apply:os.system [id]",
    "? [a]",
    "12:30",
    "../../etc/passwd",
    "\u0661\u0662",
    "9" * 5000,
    "[" * 40,
    "{a: " * 40,
    "'open",
    '"open',
    ">-",
    "|2",
    "- - - a",
    "a: b: c",
)
KEYS: tuple[str, ...] = (
    *("claims", "relations", "map", "source", "sources", "stances", "expect", "schemes", "argmap"),
    *("text", "supported_by", "attacked_by", "undercut_by", "premises", "id", "force", "weight"),
    *("at", "quote", "paragraph", "credence", "granted", "restates", "contradicts", "ignore"),
    *("main", "steps", "views", "reject", "accept", "supports", "attacks", "undercuts", "is"),
    *("target", "with", "because", "from", "to", "noise"),
    *("meta", "origin", "questions", "answers", "uses"),
    *("txet", "Claims", "", "0", "\u0441laims", "a b", "<<", "null", "[a]", "? a"),
)


class _Cut(NamedTuple):
    """The place of a fault: the lines of the text, and one of them."""

    lines: list[str]
    at: int


def _cut(draws: Draws, text: str) -> _Cut:
    lines = text.split("\n")
    return _Cut(lines, draws.place(len(lines)))


def _delete_line(draws: Draws, text: str) -> str:
    lines, at = _cut(draws, text)
    return "\n".join(lines[:at] + lines[at + 1 :])


def _repeat_lines(draws: Draws, text: str) -> str:
    lines, at = _cut(draws, text)
    until, to = at + 1 + draws.below(6), draws.place(len(lines))
    return "\n".join(lines[:to] + lines[at:until] + lines[to:])


def _swap_lines(draws: Draws, text: str) -> str:
    lines, at = _cut(draws, text)
    other = draws.place(len(lines))
    lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


def _indent_line(draws: Draws, text: str) -> str:
    lines, at = _cut(draws, text)
    lines[at] = draws.one_of(("", " ", "   ", "\t", " " * 40)) + lines[at].lstrip()
    return "\n".join(lines)


def _delete_characters(draws: Draws, text: str) -> str:
    at = draws.place(len(text))
    return text[:at] + text[at + 1 + draws.below(4) :]


def _insert_character(draws: Draws, text: str) -> str:
    at = draws.place(len(text))
    return text[:at] + draws.one_of(CHARACTERS) + text[at:]


def _swap_characters(draws: Draws, text: str) -> str:
    at = draws.place(len(text))
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _change_value(draws: Draws, text: str) -> str:
    return _changed(draws, text, r"(?<=: )[^\n,{}\[\]]+|(?<=- )[^\n,{}\[\]]+", VALUES)


def _change_key(draws: Draws, text: str) -> str:
    return _changed(draws, text, r"[\w.-]+(?=:)", KEYS)


def _change_word(draws: Draws, text: str) -> str:
    words = re.findall(r"[\w.~+-]+", text) or [""]
    return _changed(draws, text, r"[\w.-]+", (words[draws.place(len(words))],))


def _changed(draws: Draws, text: str, pattern: str, options: tuple[str, ...]) -> str:
    places = [match.span() for match in re.finditer(pattern, text)]
    if not places:
        return text
    start, end = places[draws.place(len(places))]
    return f"{text[:start]}{draws.one_of(options)}{text[end:]}"


def _cut_off(draws: Draws, text: str) -> str:
    return text[: draws.place(len(text))]


def _excerpt(draws: Draws, text: str) -> str:
    lines, at = _cut(draws, text)
    return "\n".join(lines[at : at + 1 + draws.below(60)])


def _join(draws: Draws, text: str) -> str:
    return text + draws.one_of(("", "\n", "---\n")) + sound(draws)


FAULTS: tuple[Callable[[Draws, str], str], ...] = (
    *3 * (_change_value,),
    *3 * (_change_key,),
    *2 * (_change_word,),
    *2 * (_insert_character,),
    *2 * (_indent_line,),
    *2 * (_delete_line,),
    _repeat_lines,
    _swap_lines,
    _delete_characters,
    _swap_characters,
    _cut_off,
    _excerpt,
    _join,
)


def nearly_sound(draws: Draws) -> bytes:
    """A sound file (drawn, the sample, or a shipped one) with one to eight faults put into it."""
    origin = draws.below(8)
    if origin < 4:
        text = sound(draws)
    elif origin < 7:
        text = SAMPLE
    else:
        text = _excerpt(draws, draws.one_of(SHIPPED))
    for _ in range(1 + draws.below(8)):
        text = draws.one_of(FAULTS)(draws, text)
    content = text.encode("utf-8", errors="surrogatepass")
    if draws.below(12) == 1:
        at = draws.place(len(content))
        content = content[:at] + bytes([draws.below(256)]) + content[at + 1 :]
    return content


# Garbage


def garbage(draws: Draws) -> bytes:
    """Bytes, characters or signs of YAML in no order at all."""
    kind = draws.below(4)
    length = draws.below(180)
    if kind == 0:
        return bytes(draws.below(256) for _ in range(length))
    if kind == 1:
        return "".join(chr(draws.place(0xD800)) for _ in range(length // 2)).encode()
    return "".join(_soup(draws, length, words=kind == 3)).encode("utf-8", errors="surrogatepass")


def _soup(draws: Draws, length: int, *, words: bool) -> Iterator[str]:
    for _ in range(length):
        yield draws.one_of(CHARACTERS)
        if words:
            yield draws.one_of((*KEYS, *IDS))
            yield draws.one_of((": ", ":\n  ", "\n", ", ", "\n- ", " "))
