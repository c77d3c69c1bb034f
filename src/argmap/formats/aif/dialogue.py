"""The speaker of a claim, and the words: from locutions, by way of illocutions, to claims."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.formats.aif.nodeset import AifNode

_SPEAKER = re.compile(r"\s*([^\s:][^:\n]{0,58}?)\s*:\s")
_TAG = re.compile(r"<(/?)(span|br|p|div)\b([^<>]*)>", re.IGNORECASE)
_ID = re.compile(r"\bid\s*=\s*[\"']?node([^\"'\s>]+)", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>")


def locutions_of_claims(
    nodes: Iterable[AifNode], edges: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, AifNode, AifNode]]:
    """The claims with the illocution by which a locution puts each, and the locution.

    Cost: linear.
    """
    by_id = {node.id: node for node in nodes if node.type in ("I", "L", "YA")}
    pairs = [(by_id[a], by_id[b]) for a, b in edges if a in by_id and b in by_id]
    locutions: dict[str, list[AifNode]] = {}
    for source, target in pairs:
        if source.type == "L" and target.type == "YA":
            locutions.setdefault(target.id, []).append(source)
    for source, target in pairs:
        if source.type == "YA" and target.type == "I":
            for locution in locutions.get(source.id, ()):
                yield target.id, source, locution


def speaker_of(locution: AifNode, named: Mapping[str, str]) -> str:
    """The name of who speaks: as the file gives it, else from the words before the first colon.

    >>> from argmap.formats.aif.nodeset import AifNode
    >>> speaker_of(AifNode("1", "L", "Fiona Bruce : Could we do that?"), {})
    'Fiona Bruce'
    """
    if locution.id in named:
        return named[locution.id]
    opening = _SPEAKER.match(locution.text)
    return " ".join(opening.group(1).split()) if opening else ""


def quotations(text: str) -> dict[str, str]:
    r"""The words that a text analysed with OVA3 marks for nodes, by the id of the node.

    Marked words may lie in others. Cost: linear, as long as they do not lie deep.

    >>> quotations('Ban <span class="highlighted" id="node7_1">laptops &amp; phones</span>.')
    {'7_1': 'laptops & phones'}
    """
    quoted: dict[str, str] = {}
    opened: list[tuple[str, int]] = []
    words: list[str] = []
    end = 0
    for tag in _TAG.finditer(text):
        words.append(_words(text[end : tag.start()]))
        end = tag.end()
        closes, name, attributes = tag.groups()
        if name.lower() != "span":
            words.append(" ")
        elif not closes:
            node = _ID.search(attributes)
            opened.append((node.group(1) if node else "", len(words)))
        elif opened:
            node_id, start = opened.pop()
            quotation = " ".join("".join(words[start:]).split()) if node_id else ""
            if quotation:
                quoted.setdefault(node_id, quotation)
    return quoted


def _words(text: str) -> str:
    return unescape(_MARKUP.sub(" ", text))
