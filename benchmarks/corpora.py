# ruff: noqa: INP001  # run as a script, or imported by the scripts beside it
"""Corpora made with a fixed seed, in the sizes and shapes of those that people have published.

    python benchmarks/corpora.py FOLDER --claims 20000 --maps 1500 --format aif

Maps are small and a few are large: of sizes spread like a logarithmic normal distribution, with a
median of 7 claims and 839 in the largest, as in the public corpora. A map is a tree with a few
cross links; two steps of three are supports, one step in twenty is linked, one in forty undercut.
Words are drawn as they are in English, a few very often and most of them rarely. One claim in fifty
stands in another map too, word for word, and one in two hundred nearly so.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from dataclasses import dataclass, field
from pathlib import Path
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIAN, LARGEST = 7, 839
A_FOLDER = 1_000
"""The maps of a folder, so that none has too many."""
TIME = "2015-03-14 12:45:13"
_SHARED, _NEARLY = 1 / 50, 1 / 200
_BEFORE = 2  # claims that there are before a step is undercut
_KEPT = 2_000  # claims of which later maps may say one again
_SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "ri",
    "so",
    "tu",
    "va",
    "we",
    "xi",
    "yo",
    "zu",
]
_SMALL = [
    "the",
    "of",
    "to",
    "and",
    "in",
    "is",
    "that",
    "for",
    "on",
    "with",
    "as",
    "by",
    "it",
    "are",
    "be",
    "not",
    "from",
    "this",
    "at",
    "have",
]
_SCHEMES = ("expert-opinion", "cause-to-effect", "analogy", "example")
_SPEAKERS = 400
_FORMS = {"aif": ".json", "json": ".json", "yaml": ".yaml"}


@dataclass(slots=True)
class Plan:
    """A map: its number, the texts of its claims, and its steps."""

    number: int
    texts: list[str]
    steps: list[Step] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its premises, its target (of an undercut the step before it), and its kind."""

    premises: tuple[int, ...]
    target: int
    kind: str


def sizes_of(claims: int, maps: int) -> list[int]:
    """The numbers of claims of so many maps, which add up to about so many claims; not mixed.

    They are quantiles of one distribution, so that they are the same at every time, and the largest
    of a thousand maps or more has `LARGEST` claims.
    """
    mean = claims / maps
    spread = math.sqrt(2 * math.log(max(mean / MEDIAN, 1.01)))
    normal = NormalDist()
    shares = ((place + 0.5) / maps for place in range(maps))
    sizes = [round(MEDIAN * math.exp(spread * normal.inv_cdf(share))) for share in shares]
    sizes = [min(max(size, 2), LARGEST) for size in sizes]
    if maps >= A_FOLDER:
        sizes[-1] = LARGEST
    return sizes


def plans(claims: int, maps: int, seed: int = 1) -> Iterator[Plan]:
    """The maps of a corpus, one after the other; memory does not grow with their number."""
    draw = random.Random(seed)  # noqa: S311  # no secret
    words = _Words(draw)
    sizes = sizes_of(claims, maps)
    draw.shuffle(sizes)
    known: list[str] = []
    for number, size in enumerate(sizes):
        texts = list(dict.fromkeys(_text(draw, words, known) for _ in range(size)))
        yield Plan(number, texts, list(_steps(draw, len(texts))))
        known += texts[:2]
        del known[:-_KEPT]


class _Words:
    """Words by how often they occur, after Zipf."""

    def __init__(self, draw: random.Random, count: int = 20_000) -> None:
        self.rare = [
            "".join(draw.choices(_SYLLABLES, k=draw.choice((2, 2, 3, 4)))) for _ in range(count)
        ]
        self._weights = [0.0]
        for rank in range(1, count + 1):
            self._weights.append(self._weights[-1] + 1 / rank)
        del self._weights[0]

    def some(self, draw: random.Random, count: int) -> list[str]:
        """So many words, every third of them a small one."""
        drawn = draw.choices(self.rare, cum_weights=self._weights, k=count)
        return [draw.choice(_SMALL) if place % 3 == 1 else word for place, word in enumerate(drawn)]


def _text(draw: random.Random, words: _Words, known: list[str]) -> str:
    chance = draw.random()
    if known and chance < _SHARED:
        return draw.choice(known)
    if known and chance < _SHARED + _NEARLY:
        parts = draw.choice(known).rstrip(".").split()
        parts[draw.randrange(len(parts))] = draw.choice(words.rare)
        return " ".join(parts).capitalize() + "."
    count = min(max(round(draw.lognormvariate(2.6, 0.45)), 5), 60)
    return " ".join(words.some(draw, count)).capitalize() + "."


def _steps(draw: random.Random, size: int) -> Iterator[Step]:
    for number in range(1, size):
        target = draw.randrange(max(0, number - 12), number)
        kind = "supports" if draw.random() < 2 / 3 else "attacks"
        others = [each for each in (number - 1,) if each != target and draw.random() < 1 / 20]
        yield Step((number, *others), target, kind)
        if number > _BEFORE and draw.random() < 1 / 40:
            premise = draw.randrange(number)
            if premise not in (target, number, *others):
                yield Step((premise,), -1, "undercuts")


def aif_of(plan: Plan, first: int = 0, time: str = TIME) -> str:
    """The map as a nodeset of AIFdb; its nodes are numbered from `first`, as those of AIFdb are."""
    nodes = [
        {"nodeID": str(first + number), "text": text, "type": "I", "timestamp": time}
        for number, text in enumerate(plan.texts)
    ]
    edges: list[dict[str, Any]] = []
    number, before = first + len(plan.texts), ""
    for step in plan.steps:
        name = (
            ("RA", "Default Inference") if step.kind == "supports" else ("CA", "Default Conflict")
        )
        own = str(number)
        nodes.append({"nodeID": own, "text": name[1], "type": name[0], "timestamp": time})
        target = before if step.kind == "undercuts" else str(first + step.target)
        ends = [(str(first + premise), own) for premise in step.premises] + [(own, target)]
        for start, end in ends:
            edges.append(
                {"edgeID": f"{start}-{end}", "fromID": start, "toID": end, "formEdgeID": None}
            )
        before = own if step.kind != "undercuts" else before
        number += 1
    return json.dumps({"nodes": nodes, "edges": edges, "locutions": []})


def tree_of(plan: Plan, draw: random.Random) -> dict[str, Any]:
    """The map as the tree of a claim file, with sources, speakers and schemes."""
    sources = {
        f"s{draw.randrange(_SPEAKERS)}": {"title": f"Report {draw.randrange(_SPEAKERS)}"}
        for _ in range(1 + len(plan.texts) // 20)
    }
    claims: dict[str, dict[str, Any]] = {}
    for number, text in enumerate(plan.texts):
        claims[f"c{number}"] = {"text": text, "source": draw.choice(list(sources))}
        if draw.random() < 1 / 2:
            claims[f"c{number}"] |= {
                "speaker": f"Speaker {draw.randrange(_SPEAKERS)}",
                "mode": "reported",
            }
    relations: list[dict[str, Any]] = []
    before = ""
    for number, step in enumerate(plan.steps):
        target = before if step.kind == "undercuts" else f"c{step.target}"
        premises = [f"c{each}" for each in step.premises]
        relation: dict[str, Any] = {"id": f"r{number}", "premises": premises, step.kind: target}
        if step.kind == "supports" and draw.random() < 1 / 4:
            relation["scheme"] = draw.choice(_SCHEMES)
        relations.append(relation)
        before = f"r{number}" if step.kind != "undercuts" else before
    return {
        "map": {"title": f"Map {plan.number}"},
        "sources": sources,
        "claims": claims,
        "relations": relations,
    }


def write_corpus(folder: Path, claims: int, maps: int, form: str = "aif", seed: int = 1) -> int:
    """Write the maps of a corpus into a folder, in subfolders; the number of claims.

    `form` is `aif`, `json` (our own JSON), or `yaml` (a claim file in a folder of its own).
    """
    draw = random.Random(seed)  # noqa: S311  # no secret
    total = 0
    for plan in plans(claims, maps, seed):
        home = folder / f"{plan.number // A_FOLDER:04}"
        name = f"{plan.number:07}"
        if form == "aif":
            text = aif_of(plan, first=total * 3)
        else:
            tree = tree_of(plan, draw)
            text = json.dumps(tree, indent=1)
        if form == "yaml":
            home, name = home / name, "map"
            text = "".join(f"{key}: {json.dumps(value)}\n" for key, value in tree.items())
        home.mkdir(parents=True, exist_ok=True)
        (home / f"{name}{_FORMS[form]}").write_text(text, encoding="utf-8")
        total += len(plan.texts)
    return total


def main() -> None:
    """Write a corpus as the command line says."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--claims", type=int, default=20_000)
    options.add_argument("--maps", type=int, default=1_500)
    options.add_argument("--format", choices=_FORMS, default="aif")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    total = write_corpus(given.folder, given.claims, given.maps, given.format, given.seed)
    print(f"{total:,} claims in {given.maps:,} maps")  # noqa: T201  # what was made


if __name__ == "__main__":
    main()
