"""The results of a room: opinions counted, and the claims on which its people part."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from argmap.analysis.people.readers import readers
from argmap.analysis.status.whatif import whatif
from argmap.model.stance import Stance
from argmap.serving.room.answers import Reply
from argmap.views.words.parting import agreement_in_words, decisive_in_words
from argmap.views.words.reasons import reason_in_words
from argmap.views.words.statuses import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.analysis.people.readers import Decisive, ReadersFinding
    from argmap.serving.room.answers import Answers
    from argmap.serving.room.wall import Wall


def following(wall: Wall, opinions: Mapping[str, Reply]) -> dict[str, Any]:
    """The status of the main conclusions under the opinions of somebody.

    `because` names the claims of the stance that make a status another one than it is without.
    """
    tell, stance = wall.tell, wall.stance(opinions)
    finding = whatif(wall.reading.with_stance(stance))
    rows = []
    for id_ in wall.reading.outline.main:
        before, after = finding.before.claims[id_], finding.after.claims[id_]
        cause = finding.changed.get(id_)
        because = cause.because if cause is not None else ()
        rows.append(
            {
                **wall.shown(id_),
                "word": after.word,
                "verb": VERBS[after.word][0],
                "reason": reason_in_words(tell, finding.after, id_),
                "before": VERBS[before.word][0] if before.word is not after.word else None,
                "because": tell.names(because) if because and because != (id_,) else "",
            }
        )
    return {
        "conclusions": rows,
        "reject": sorted(stance.reject),
        "accept": sorted(stance.accept),
    }


def results(wall: Wall, answers: Answers) -> dict[str, Any]:
    """The opinions on every claim that was answered, and what `readers` finds in them.

    People who say the same are compared as a single reader, which changes nothing in what is found.
    """
    sides = Counter(
        (stance.reject, stance.accept)
        for participant in answers.participants.values()
        if participant.opinions.keys() & wall.claims_with.keys()
        for stance in [wall.stance(participant.opinions)]
    )
    stances = [
        Stance(f"side-{number}", f"side {number}", reject, accept)
        for number, (reject, accept) in enumerate(sides, 1)
    ]
    shown: dict[str, Any] = {
        "people": sides.total(),
        "claims": _counted(wall, answers),
        "conclusions": [],
        "parts": [],
        "shares": [],
        "words": "Nobody has answered yet.",
    }
    if stances:
        finding = readers(wall.reading, stances)
        shown |= _of_readers(wall, finding, [*sides.values()])
    return shown


def _counted(wall: Wall, answers: Answers) -> list[dict[str, Any]]:
    """The opinions on the claims that were asked about or answered, in the order of their numbers.

    Those asked about now come first.
    """
    counts = answers.counts()
    current = set(answers.current)
    rows = [
        {
            **wall.shown(id_),
            "current": id_ in current,
            **{opinion.value: counts.get(mark, Counter())[opinion] for opinion in Reply},
        }
        for id_, mark in wall.marks.items()
        if id_ in answers.claims or counts.get(mark)
    ]
    return sorted(rows, key=lambda each: not each["current"])


def _of_readers(wall: Wall, finding: ReadersFinding, sizes: list[int]) -> dict[str, Any]:
    """The conclusions on which the room parts, those it shares, and what would settle it."""
    tell = wall.tell
    conclusions = []
    for id_ in finding.conclusions:
        people: Counter[str] = Counter()
        for statuses, size in zip(finding.findings, sizes, strict=True):
            people[statuses.claims[id_].word] += size
        conclusions.append(
            {
                **wall.shown(tell.shown(id_)),
                "words": {word: [people[word], verb] for word, verb in _VERBS.items()},
                "parted": id_ in finding.parted,
            }
        )
    shares = [each["id"] for each in conclusions if len(set(_words(each))) == 1]
    alone = len(finding.readers) == 1
    parts = [_part(wall, id_, decisive) for id_, decisive in finding.parted.items()]
    return {
        "conclusions": conclusions,
        "parts": parts,
        "shares": shares,
        "words": (
            ""
            if parts
            else "All who answered say the same."
            if alone
            else agreement_in_words(finding)
        ),
    }


_VERBS = {word.value: verbs[1] for word, verbs in VERBS.items()}


def _words(conclusion: Mapping[str, Any]) -> Iterable[str]:
    return (word for word, (people, _) in conclusion["words"].items() if people)


def _part(wall: Wall, id_: str, decisive: Decisive) -> dict[str, Any]:
    """A conclusion over which people part, and the claims on which it depends."""
    tell = wall.tell
    deciding = dict.fromkeys(claim for claims in decisive.sets for claim in tell.all_shown(claims))
    return {
        "conclusion": tell.shown(id_),
        "sentences": [sentence for _, sentence in decisive_in_words(tell, id_, decisive)],
        "claims": [wall.shown(claim) for claim in deciding],
    }
