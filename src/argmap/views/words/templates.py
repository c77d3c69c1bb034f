"""The sentences that commands and page both say: one table, rendered here and by the page's script.

In a template `{claim}` is a value, and `{count|carries|carry}` a word that agrees with a number:
the first form for one, the second for every other. The page is given the table with its data, and
renders it in `page/web/words/sentences.js` by the same rules; a test in a browser holds the two
together.
"""

from __future__ import annotations

import re
from functools import reduce
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TEMPLATES: Mapping[str, str] = MappingProxyType(
    {
        # Numbers of things, and lists.
        "count.none": "no {thing}s",
        "count": "{number} {thing}{number||s}",
        "list.next": "{before}, {thing}",
        "list.last": "{before} and {thing}",
        "list.more": "{before} and {number} more",
        # Relations as nouns.
        "step": "the step from {premises} to {target}",
        "objection": "the objection {premises} to {target}",
        "objection.alone": "the objection {premises}",
        # What becomes of a relation; each verb agrees with the number of premises.
        "supports": "{count|carries|carry}",
        "attacks": "{count|speaks against|speak against}",
        "undercuts": "{count|blocks|block}",
        "undercuts.stopped": "{count|is|are} aimed at",
        "change.lost": "{premises} no longer {verb} {target}",
        "change.won": "{premises} now {verb} {target}",
        "change.depends": "whether {premises} {verb} {target} hangs on this",
        "change.barred": "{premises} can no longer {plain} {target}",
        "change.possible": "{premises} can {plain} {target} again",
        # What a stance changes.
        "stance": "If you {opinions}",
        "stance.reader": "For the reader “{name}”, who {opinions}",
        "stance.unchanged": "{stance}, no other claim changes its status.",
        "stance.nothing": "{stance}, nothing else changes.",
        "stance.others": "{claims} {count|keeps its status; its|keep their status; their}"
        " reasons or objections change",
        "stance.same": "The same goes for {claims}, which {count|says|say} the same.",
        "rejects": "reject {claims}",
        "accepts": "accept {claims}",
        "status.changed": "{before} now; it would {after}: {reason}",
        "status.same": "would {after} as before, now for this reason: {reason}",
        "status.kept": "{status} as before.",
        "cause.part": "To {opinions} is enough for that.",
        "reasons.lost": "It loses {things}: {premises}. {left} {left|is|are} left.",
        "reasons.lost.none": "It loses {things}: {premises}. None that holds is left.",
        "reasons.lost.granted": "It loses {things}: {premises}. None that holds is left, but it is"
        " put forward without needing one.",
        "reasons.gained": "It gains {things}: {premises}. It then has {left}.",
        "reasons.gained.first": "It gains {things}: {premises}. No other holds.",
        "objections.lost": "It no longer faces {things}: {premises}. {left} {left|is|are} left.",
        "objections.lost.none": "It no longer faces {things}: {premises}. No unanswered one"
        " is left.",
        "objections.gained": "It now also faces {things}: {premises}. That makes {left}.",
        "objections.gained.first": "It now faces {things}: {premises}.",
        "chain.first": "because {change}",
        "chain.next": "so {change}",
        "chain.more": "… and so on, over {count} more {count|step|steps} …",
        # Why a stance changes nothing.
        "nothing.falls": "{claim} falls already.",
        "nothing.stands": "{claim} stands already.",
        "nothing.unused": "{claim} is no reason for or against anything in this map.",
        "nothing.untouched": "{claim} makes no difference: with or without it the same reasons and"
        " objections count.",
        # The stances that change whether a claim stands.
        "overturn.lost": "It no longer stands if you {count|do this|do any one of these}:",
        "overturn.won": "It stands if you {count|do this|do any one of these}:",
        # What a claim rests on.
        "premises": "{premises}, objections left aside",
        "rests.nothing": "It rests on nothing: even with all objections left aside, whatever leads"
        " to it lacks a premise.",
        "rests.gaps": "It rests on nothing yet: {claims} {count|is|are} still to be supported.",
        "rests.itself": "It is put forward without support: it rests on itself alone.",
        "critical.some": "{claims}. Without {count|it|any one of these} no reason is left.",
        "critical.none": "No single one is critical: give any one of them up, and a reason"
        " is left.",
        "idle": "Idle: it leads here, but every way to carry the claim does without it.",
        "idle.some": "Idle: {claims}. {count|It leads|They lead} here, but every way to carry"
        " the claim does without {count|it|them}.",
        "idle.all": "Idle: {premises} lead here, but every way to carry the claim does"
        " without them:",
        "set.word.undefeated": "stands",
        "set.word.defeated": "stopped",
        "set.word.undecided": "open",
        "set.undefeated": "an objection to it is answered by {step}",
        "set.defeated": "brought down by {step}",
        "set.contested": "contested, besides, by {step}",
        "set.undecided": "because of {step}",
        "set.because.undefeated": "Objections to it, and what answers them:",
        "set.because.defeated": "It is stopped here:",
        "set.because.undecided": "It is left open here:",
        "set.by.undefeated": "answered by {premises}",
        "set.by.defeated": "brought down by {premises}",
        "set.by.contested": "contested, besides, by {premises}",
        "set.by.undecided": "undecided because of {premises}",
        "give-up.all": "give up all of these {claims} together:",
        "give-up": "give up {claims}{count|| together}",
        # The number of premise sets, and of rejection sets.
        "ways.carry": "{count|way|ways} to carry it",
        "ways.withdraw": "{count|way|ways} to take all its grounds away",
        "ways.only": "The only {ways}",
        "ways.all": "{total} {ways}, smallest first",
        "ways.first": "The {shown} smallest of {total} {ways}",
        "ways.least": "At least {shown} {ways}, smallest first",
        # What rests on a claim.
        "struck": "If it were struck out, objections left aside:",
        "struck.falls": "no reason is left for {claims}",
        "struck.untouched": "nothing changes for {claims}",
        # Several readers of one map.
        "readers.alone": "With one reader there is nothing to compare; name another.",
        "readers.agree": "They agree on every conclusion{but}.",
        "readers.same": "They agree on {claims}, if not for the same reasons.",
        "readers.unknown": "What decides {claim} was not found: they differ on too much.",
        "readers.itself": "They part on {claim} itself.",
        "readers.depends": "Whether {claim} stands depends on {claims}.",
        "readers.settles": "If they agreed on that, either way, they would agree on the"
        " conclusion.",
        "readers.other": "To agree on {claims} would settle it as well.",
        # What bears on a claim, by the numbers of claims.
        "bearing.premise": "{before} & {premise}",
        "bearing.counts": "{premises}",
        "bearing.fails": "{premises} (does not count)",
        "bearing.unsettled": "{premises} (undecided)",
        "bearing.unanswered": "{premises} (unanswered)",
        "bearing.answered": "{premises} (answered)",
        "bearing.next": "{before}, {relation}",
        "bearing.supports": "Supported by {relations}.",
        "bearing.attacks": "Against it: {relations}.",
        "bearing.step": "Against the step from {premises}: {relations}.",
        "bearing.objection": "Against the objection {premises}: {relations}.",
        "bearing.same": "Says the same as {claims}.",
        # On whose word.
        "grounds": "It rests {sources}.",
        "grounds.single": "on one source, {source}",
        "grounds.several": "on {sources}",
        "grounds.unsourced": "premises of no source",
    }
)

_PLACE = re.compile(r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}")


def rendered(template: str, values: Mapping[str, object]) -> str:
    """A template with its places filled; a value is never read as a template.

    >>> rendered("{who} {count|falls|fall}", {"who": "1.2 and 1.3", "count": 2})
    '1.2 and 1.3 fall'
    >>> rendered("{number} claims", {"number": 1500})
    '1,500 claims'
    """

    def filled(place: re.Match[str]) -> str:
        name, single, several = place.groups()
        if single is None:
            value = values[name]
            return f"{value:,}" if isinstance(value, int) else str(value)
        return single if values[name] == 1 else several

    return _PLACE.sub(filled, template)


def say(template: str, **values: object) -> str:
    """A sentence of the table with its places filled.

    >>> say("count", number=1, thing="claim")
    '1 claim'
    """
    return rendered(TEMPLATES[template], values)


def listed(things: Sequence[str]) -> str:
    """Things as a list in words.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    if not things:
        return ""
    *before, last = things
    if not before:
        return last
    start = reduce(lambda list_, thing: say("list.next", before=list_, thing=thing), before)
    return say("list.last", before=start, thing=last)
