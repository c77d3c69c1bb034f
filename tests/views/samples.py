"""Maps for the tests of pictures and page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.analysis.details import details
from argmap.analysis.reading_of_map import Reading
from argmap.diagnostics import Location
from argmap.model.argument_map import ArgumentMap
from argmap.model.claim import Claim, Mode
from argmap.model.relation import Force, Kind, Relation, contradiction_id, derived_id
from argmap.model.source import Locator, Source
from argmap.views.page.payload import Content
from argmap.views.picture.scene_of_map import scene_of

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Location("claims/test.yaml", 1, 1)
KINDS = {"+": Kind.SUPPORTS, "-": Kind.ATTACKS, "/": Kind.UNDERCUTS}


def relation(step: str, **more: object) -> Relation:
    """A relation from shorthand: ``a & b + c`` supports, ``a - b`` attacks, ``a / r`` undercuts."""
    *words, sign, target = step.split()
    premises = tuple(word for word in words if word != "&")
    kind = KINDS[sign]
    name = str(more.pop("id", derived_id(premises, kind, target)))
    return Relation(name, kind, premises, target, HERE, **more)  # type: ignore[arg-type]


def argument_map(
    claims: Mapping[str, Claim | str], steps: list[str | Relation], **more: object
) -> ArgumentMap:
    """A map from texts by id and steps in shorthand."""
    built = {
        name: claim if isinstance(claim, Claim) else Claim(name, claim, HERE)
        for name, claim in claims.items()
    }
    relations = [step if isinstance(step, Relation) else relation(step) for step in steps]
    return ArgumentMap(built, {relation.id: relation for relation in relations}, **more)  # type: ignore[arg-type]


def content_of(map_: ArgumentMap) -> Content:
    """The content of the page of a map."""
    reading = Reading(map_)
    scene = scene_of(map_, reading.outline, reading.status)
    return Content(reading, scene, details(reading))


def chain(length: int) -> ArgumentMap:
    """A map in which each claim supports the one before it."""
    names = [f"c{place}" for place in range(length)]
    steps: list[str | Relation] = [f"{lower} + {upper}" for upper, lower in pairwise(names)]
    return argument_map(dict.fromkeys(names, "A link of the chain"), steps)


SOURCES = {
    "lijphart": Source(
        "lijphart",
        HERE,
        "Unequal Participation",
        ("Arend Lijphart",),
        "1997-03",
        "article",
        url="https://example.org/lijphart",
        caveats=("A presidential address, not a study of its own.",),
    ),
    "brennan": Source(
        "brennan",
        HERE,
        "Compulsory Voting: For and Against",
        ("Jason Brennan", "Lisa Hill"),
        "2014",
        "book",
    ),
    "notes": Source(
        "notes",
        HERE,
        "Notes of the seminar on elections",
        ("A. Student",),
        "2025-11-02",
        "notes",
        caveats=("Second-hand: what the speakers said is known from these notes only.",),
    ),
}


def _claim(name: str, text: str, label: str, source: str | None, **more: object) -> Claim:
    quote = more.pop("quote", None)
    locators = (Locator(HERE, 4, quote=str(quote)),) if quote else ()
    return Claim(name, text, HERE, label, source, locators, **more)  # type: ignore[arg-type]


def voting() -> ArgumentMap:
    """A map of thirty claims with every sign that a picture can hold."""
    rows = [
        _claim(
            "compulsory",
            "Voting in national elections should be compulsory.",
            "Voting should be compulsory",
            "notes",
        ),
        _claim(
            "equal",
            "More equal turnout gives policies that better reflect everyone's interests.",
            "Equal turnout gives fairer policies",
            "lijphart",
            quote="unequal participation spells unequal influence",
        ),
        _claim(
            "raises",
            "Compulsory voting makes turnout more equal across income groups.",
            "Compulsion evens out turnout",
            "lijphart",
        ),
        _claim(
            "burden",
            "A state may impose small burdens to secure an important public good.",
            "Small burdens may be imposed",
            "brennan",
            speaker="Lisa Hill",
        ),
        _claim(
            "good",
            "Legitimate government is a public good that depends on near-universal turnout.",
            "Legitimacy needs near-universal turnout",
            "brennan",
            speaker="Lisa Hill",
        ),
        _claim(
            "respond",
            "Politicians respond chiefly to the groups that vote.",
            "Politicians heed those who vote",
            "lijphart",
        ),
        _claim(
            "quality",
            "Forcing the uninformed to vote lowers the quality of election results.",
            "The uninformed lower the quality",
            "brennan",
            speaker="Jason Brennan",
        ),
        _claim(
            "know-less",
            "Typical non-voters know less about politics than typical voters.",
            "Non-voters know less",
            "brennan",
        ),
        _claim(
            "worse",
            "Less informed electorates choose worse policies.",
            "Less informed, worse policies",
            None,
            mode=Mode.IMPLICIT,
        ),
        _claim(
            "court",
            "Parties inform and court all voters once all must vote.",
            "Parties then inform everyone",
            "notes",
            speaker="The second discussant",
            mode=Mode.REPORTED,
        ),
        _claim(
            "aggregate",
            "Aggregation cancels out the random errors of uninformed voters.",
            "Random errors cancel out",
            "notes",
            mode=Mode.CONCEDED,
        ),
        _claim(
            "systematic",
            "Errors of uninformed voters are systematic, not random.",
            "Their errors are systematic",
            "brennan",
        ),
        _claim(
            "poor-low",
            "Where voting is voluntary, turnout is lower among the poor and the young.",
            "The poor and young vote less",
            "lijphart",
        ),
        _claim(
            "enforced",
            "Where voting is enforced, turnout exceeds 90 % in all income groups.",
            "Enforced: over 90 % in all groups",
            "lijphart",
        ),
        _claim(
            "taxes",
            "We already accept jury duty, taxes and compulsory schooling.",
            "Jury duty and taxes are accepted",
            "brennan",
            speaker="Lisa Hill",
        ),
        _claim(
            "differ",
            "Jury duty and taxes differ: there each refusal does real harm.",
            "Refusing those does real harm",
            "brennan",
            speaker="Jason Brennan",
        ),
        _claim(
            "single",
            "A single vote almost never changes a result.",
            "A single vote changes nothing",
            "brennan",
        ),
        _claim(
            "fine",
            "A fine of about 20 dollars is a light sanction.",
            "The fine is light",
            "notes",
        ),
        _claim("hour", "Going to the polls costs an hour.", "It costs an hour", "notes"),
        _claim(
            "hardest",
            "Fines fall hardest on the poor.",
            "Fines fall on the poor",
            "notes",
            mode=Mode.EDITORIAL,
        ),
        _claim(
            "minority",
            "A government elected by a minority has a weaker claim to obedience.",
            "Minority governments bind less",
            "brennan",
            speaker="Lisa Hill",
        ),
        _claim(
            "habit",
            "Non-voting is seldom a considered choice; it is mostly habit or obstacles.",
            "Non-voting is mostly habit",
            "brennan",
        ),
        _claim(
            "right",
            "Compulsory voting violates the right not to vote.",
            "It violates a right not to vote",
            "notes",
            speaker="The first discussant",
            mode=Mode.REPORTED,
        ),
        _claim(
            "silent",
            "Rights to free expression include the right to stay silent.",
            "There is a right to silence",
            "notes",
        ),
        _claim(
            "abstain",
            "Abstaining is a form of political expression.",
            "Abstaining is expression",
            "notes",
        ),
        _claim(
            "blank",
            "One may hand in a blank ballot, so nobody is forced to vote for anyone.",
            "One may vote blank",
            "brennan",
            speaker="Lisa Hill",
        ),
        _claim(
            "other-means",
            "Equal turnout can be had by less coercive means.",
            "Milder means would do",
            "brennan",
            speaker="Jason Brennan",
        ),
        _claim(
            "weekend",
            "Automatic registration and weekend voting raise turnout.",
            "Weekend voting raises turnout",
            "brennan",
        ),
        _claim(
            "none-near",
            "No voluntary system has come near the turnout of compulsory ones.",
            "No milder system came near",
            "lijphart",
        ),
        _claim(
            "blank-again",
            "Nobody has to vote for anyone: the ballot may stay empty.",
            "The ballot may stay empty",
            "notes",
        ),
    ]
    steps: list[str | Relation] = [
        relation("equal & raises + compulsory", position=0),
        relation("burden & good + compulsory", position=1, id="hills-step"),
        relation("right - compulsory", position=0),
        relation("other-means - compulsory", position=1, mode=Mode.EDITORIAL),
        relation("respond + equal"),
        relation("quality - equal", force=Force.DEFEAT),
        relation("know-less & worse + quality"),
        relation("court - know-less"),
        relation("aggregate - worse"),
        relation("systematic - aggregate", force=Force.DEFEAT),
        relation("poor-low & enforced + raises"),
        relation("taxes + burden", id="by-analogy"),
        relation("fine & hour + burden"),
        relation("differ / by-analogy"),
        relation("single + differ"),
        relation("hardest - fine", mode=Mode.EDITORIAL),
        relation("minority & habit + good"),
        relation("silent & abstain + right", id="silence-step"),
        relation("blank / silence-step"),
        relation("weekend + other-means"),
        relation("none-near - other-means", mode=Mode.EDITORIAL),
        relation("poor-low - habit"),
        relation("enforced + none-near", mode=Mode.IMPLICIT),
        *(
            relation(f"{first} - {other}", id=contradiction_id(first, other), contradiction=True)
            for first, other in (("systematic", "court"), ("court", "systematic"))
        ),
    ]
    said_twice = ("blank", "blank-again")
    return argument_map(
        {row.id: row for row in rows},
        steps,
        sources=SOURCES,
        classes=dict.fromkeys(said_twice, said_twice),
        title="Should voting be compulsory?",
        question="Should voting in national elections be a legal duty?",
        main=("compulsory",),
    )


NASTY = (
    "<script>window.pwned=1</script>",
    "</script><img src=x onerror=window.pwned=1>",
    "{{7*7}} {% raw %} {# no comment #}",
    "\"quoted\" 'single' `tick` & &amp; ]]>",
    "שלום עולם مرحبا \u202e reversed",
    "👩‍🚀🏳️‍🌈 emoji \u2028 line",
)


def hostile() -> ArgumentMap:
    """A map with a text in every field that would run, or break out of its place, if it could."""
    sources = {
        f"s{place}": Source(
            f"s{place}",
            HERE,
            text,
            (text,),
            text,
            text,
            text,
            "javascript:window.pwned=1",
            caveats=(text,),
            note=text,
        )
        for place, text in enumerate(NASTY)
    }
    claims: dict[str, Claim | str] = {
        f"n{place}": Claim(
            f"n{place}",
            f"{text} in full",
            HERE,
            text,
            f"s{place}",
            (Locator(HERE, 1, text, text, text, text),),
            text,
            section=text,
            tags=(text,),
            note=text,
            url="javascript:window.pwned=1",
        )
        for place, text in enumerate(NASTY)
    }
    steps: list[str | Relation] = ["n1 & n2 + n0", "n3 - n0", "n4 - n3", "n5 + n4"]
    return argument_map(claims, steps, sources=sources, title=NASTY[0], question=NASTY[1])
