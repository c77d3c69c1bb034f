"""The meanings of labels of relations, which every project chooses for itself."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MEANINGS = frozenset({"support", "attack", "undercut", "restates"})
_FAMILIES = {
    "support": "support supports agreement agree agrees agree_with partial_support "
    "partial_agreement pro for backs evidence_for justifies",
    "attack": "attack attacks rebut rebuts rebuttal rebuttal_attack disagreement disagree "
    "disagrees partial_attack partial_disagreement contradict contradicts contradiction con "
    "against undermine undermines undermining counter undercutter undercutter_attack "
    "undercut undercuts",
    "restates": "semantically_same restate restates rephrase paraphrase equivalent same_as",
}
_USUAL = MappingProxyType(
    {label: meaning for meaning, labels in _FAMILIES.items() for label in labels.split()}
)


def meaning_of(label: str, wished: Mapping[str, str]) -> str | None:
    """The meaning of a label: as the reader says, else as such labels are mostly used.

    In brat no relation ends at another one; so a label like `undercutter` ends at a claim, and is
    read as an attack on it, unless the reader says that it undercuts the step from that claim.

    >>> meaning_of("Partial-Attack", {}), meaning_of("x", {}), meaning_of("x", {"x": "attack"})
    ('attack', None, 'attack')
    """
    if label in wished:
        word = wished[label].strip().lower()
        return word if word in MEANINGS else _USUAL.get(word)
    return _USUAL.get(label.lower().replace("-", "_"))
