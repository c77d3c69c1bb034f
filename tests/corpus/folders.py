"""Folders of small maps, and what is in a corpus, for tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from argmap.corpus.building import build_corpus
from argmap.corpus.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

AIF = {
    "nodes": [
        {"nodeID": "1", "text": "Trams are better than buses.", "type": "I"},
        {"nodeID": "2", "text": "Trams carry more people than buses.", "type": "I"},
        {"nodeID": "3", "text": "Default Inference", "type": "RA"},
    ],
    "edges": [
        {"edgeID": "a", "fromID": "2", "toID": "3"},
        {"edgeID": "b", "fromID": "3", "toID": "1"},
    ],
    "locutions": [],
}
MAPS = {
    "town/claims.yaml": """\
map: {title: The old town}
source: {id: report, title: A report on traffic, authors: [Ada Amsel]}
claims:
  close:
    text: The old town should be closed to cars.
    supported_by: [{premises: quieter, scheme: practical-reasoning}]
    attacked_by: [{premises: shops, undercut_by: {short: That is so only at first.}}]
  quieter: {text: Streets without cars are quieter., speaker: Bo Beck, mode: reported}
  shops: Shops would lose their customers.
""",
    "town/more.yaml": "claims:\n  calm: {text: 'Caf\u00e9s need calm streets.', supports: close}\n",
    "school/map.yaml": """\
claims:
  quiet-school:
    text: "Streets without cars are quieter!"
    attacked_by: {noise: Delivery robots make more noise than cars.}
  nuclear: Nuclear deterrence has kept the peace.
""",
    "trams.json": json.dumps(AIF),
    "notes.txt": "Nothing here is a map.\n",
    "debate.argdown": "[Rail]: Rail is cheap.\n  <- [Cost]: Rail costs a lot of money.\n",
}
"""Four maps in three formats, and a file that is none."""
QUIET = "Streets without cars are quieter."


def write_maps(folder: Path, maps: Mapping[str, str]) -> None:
    """Write files into a folder, which is made."""
    for name, text in maps.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def corpus_of(folder: Path, **choices: Any) -> Corpus:  # noqa: ANN401  # those of `build_corpus`
    """A corpus built of a folder, beside it."""
    store = folder.with_name(f"{folder.name}.duckdb")
    build_corpus(folder, store, **choices)
    return Corpus(store)


def exported(corpus: Corpus, folder: Path, form: str = "parquet") -> dict[str, bytes]:
    """The bytes of the exported tables by the names of their files."""
    return {path.name: path.read_bytes() for path in corpus.export(folder, form)}


def words_in(corpus: Corpus) -> dict[str, str | None]:
    """The word of every claim in its own map, by `MAP#ID`."""
    answer = corpus.query("select map, claim, word from claims", limit=None)
    return {f"{map_}#{claim}": word for map_, claim, word in answer.values}
