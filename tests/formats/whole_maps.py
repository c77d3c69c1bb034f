"""Random maps in which everything occurs that a map can have, for round trips through formats."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.model.claim import Claim, Ignore, Mode
from argmap.model.origin import Origin
from argmap.model.presentation import Step, View
from argmap.model.question import Question
from argmap.model.relation import Kind, Relation, derived_id
from argmap.model.scheme import Scheme
from argmap.model.source import Locator, Source
from argmap.model.stance import Expectation, Stance
from tests.maps import Choices, map_of

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap

TEXTS = (
    "Streets without cars are quieter.",
    "Der L\u00e4rm schadet der Gesundheit.",
    "N\u00e3o h\u00e1 alternativa.",
    "\u65e5\u672c\u306f\u52d5\u304f\u3079\u304d\u3060\u3002",
    "a: b, c; [d] {e} <f> #g \\h | i",
    "He said \"no\", and 'yes'.",
    "- It opens with a dash",
    "1. It opens with a number",
    "See https://example.org/a?b=c&d#e for it.",
    "=1+1",
    "no",
    "0.5",
    "null",
    "long words " * 20 + "end",
    "It ends with a colon:",
    "under_score *bold* `code` .A. :up:",
    "\U0001f600 & <b>tags</b> &amp; ]]> -->",
)
PROSE = (
    *TEXTS,
    "first line\nsecond line",
    "a paragraph\n\nand another: one",
    "  - indented\n  list",
)
OWN_DATA: dict[str, Any] = {
    "colour": "red",
    "n": [1, True, None, 0.5, -2, 1e30, "3", "true", "~", "null", "", "007", [], {}, "a: b\nc"],
    "deep": {"er": [{"x": {}}, [[1]]], "1": "0.50"},
}
WORDS = ("background", "pro side", "L\u00e4rm", "a,b", "x", "#tag")


def whole_map(choices: Choices) -> ArgumentMap:
    """A map with all features, each now and then."""
    bare = map_of(choices)
    sources = _sources(choices)
    relations = _relations(choices, bare, sources)
    claims = {id_: _claim(choices, claim, sources) for id_, claim in bare.claims.items()}
    names = list(claims)
    some = tuple(dict.fromkeys(choices.one_of(names) for _ in range(choices.below(3))))
    return replace(
        bare,
        claims=claims,
        relations=relations,
        sources=sources,
        title=_maybe(choices, " ".join(choices.one_of(TEXTS).split())) or "",
        question=_maybe(choices, "Should we?"),
        main=some,
        steps=tuple(Step((name,), choices.one_of(TEXTS)) for name in some),
        views={"handout": View(focus=names[0], depth=2)} if choices.below(4) == 1 else {},
        schemes={"own-one": Scheme("own-one", "Our own", None, ("role",), {"alive": "Is it?"})}
        if choices.below(3) == 1
        else {},
        stances=_stances(choices, names),
        expectations=tuple(
            Expectation(name, choices.one_of(("stands", "open", "in", "falls")))
            for name in some[:1]
        ),
        documents=_maybe(choices, "texts"),
        questions=_questions(choices, names),
        meta=OWN_DATA if choices.below(4) == 1 else {},
    )


def _questions(choices: Choices, names: list[str]) -> dict[str, Question]:
    if choices.below(3) != 1:
        return {}
    texts = ("Should we?", choices.one_of(TEXTS))
    return {
        f"q{number}": Question(
            f"q{number}", " ".join(text.split()), tuple(choices.shuffled(names)[number:3])
        )
        for number, text in enumerate(texts)
    }


def _maybe(choices: Choices, value: Any) -> Any:  # noqa: ANN401  # a value of any field
    return value if choices.below(3) == 1 else None


def _sources(choices: Choices) -> dict[str, Source]:
    first = Source(
        "times",
        title=choices.one_of(TEXTS[:4]),
        authors=("A. Meyer", "World Health Organization"),
        whole_names=frozenset({"World Health Organization"}),
        date="2026-03-04",
        kind="report",
        publisher="A House",
        url="https://example.org/x",
        doi="10.1000/182",
        isbn="978-3-16-148410-0",
        accessed="2026-03-09",
        version="2",
        retracted="2026-05-02",
        document="a.txt",
        caveats=("Draft; not audited, so far.",),
        note=choices.one_of(PROSE).strip(),
        cite_as=_maybe(choices, "T 26"),
        origin=Origin("demo", "T/1") if choices.below(3) == 1 else None,
    )
    return {each.id: each for each in (first, Source("plain"))[: choices.below(3)]}


def _claim(choices: Choices, claim: Claim, sources: dict[str, Source]) -> Claim:
    source = choices.one_of((None, *sources))
    return replace(
        claim,
        text=" ".join(choices.one_of(TEXTS).split()),
        label=_maybe(choices, choices.one_of(("A label", "[odd] #label", "L\u00e4rm"))),
        source=source,
        locators=_locators(choices),
        speaker=_maybe(choices, choices.one_of(("A. Meyer", "The mayor"))),
        mode=choices.one_of((Mode.ASSERTED, *Mode)),
        credence=_maybe(choices, choices.one_of((0.5, 0.0, 1.0, 0.3))),
        section=_maybe(choices, choices.one_of(("Health", "1. Past & present"))),
        tags=tuple(dict.fromkeys(choices.one_of(WORDS) for _ in range(choices.below(3)))),
        note=_maybe(choices, choices.one_of(PROSE).strip()),
        url=_maybe(choices, "https://example.org/a_b?c=[d]"),
        ignore=(Ignore("AM452", "It is alone: on purpose."),) if choices.below(6) == 1 else (),
        meta={"colour": "red", "deep": {"a": [1, 2.5, "x: y", None]}}
        if choices.below(5) == 1
        else {},
        origin=Origin("demo", "Node 7/8") if choices.below(5) == 1 else None,
    )


def _locators(choices: Choices) -> tuple[Locator, ...]:
    locators = (
        Locator(quote="without cars are quieter"),
        Locator(paragraph=7, quote='said "no", and: yes'),
        Locator(page="12-14", section="III.A.", time="00:12:30"),
        Locator(quote="L\u00e4rm kostet Schlaf", prefix="the", suffix="\u2026"),
    )
    return tuple(choices.one_of(locators) for _ in range(choices.below(3)))


def _relations(
    choices: Choices, bare: ArgumentMap, sources: dict[str, Source]
) -> dict[str, Relation]:
    """The relations, some with derived ids and a place in their target's entry."""
    new: dict[str, str] = {}
    made: dict[str, Relation] = {}
    waiting = list(bare.relations.values())
    count = 0
    while waiting and count < len(waiting) * 2 + 2:
        relation = waiting.pop(0)
        is_undercut = relation.kind is Kind.UNDERCUTS
        if is_undercut and relation.target not in new and not _is_circular(bare, relation):
            waiting.append(relation)
            count += 1
            continue
        count = 0
        target = new.get(relation.target, relation.target)
        placed = choices.below(3) > 0 and not _is_circular(bare, relation)
        placed = placed or (target in made and not made[target].named)  # nothing else can name it
        id_ = derived_id(relation.premises, relation.kind, target)
        is_derived = placed and choices.below(3) > 0 and id_ not in made
        if relation.contradiction:
            new[relation.id] = relation.id
            made[relation.id] = relation
            continue
        new[relation.id] = id_ if is_derived else relation.id
        made[new[relation.id]] = replace(
            _decorated(choices, relation, sources),
            id=new[relation.id],
            target=target,
            named=not is_derived,
            position=len(made) if placed else None,
        )
    return made


def _is_circular(bare: ArgumentMap, relation: Relation) -> bool:
    return bare.claim_bearing(relation.id) is None


def _decorated(choices: Choices, relation: Relation, sources: dict[str, Source]) -> Relation:
    return replace(
        relation,
        scheme=_maybe(choices, "expert-opinion"),
        weight=_maybe(choices, choices.one_of((0.5, 1.0, 0.25))),
        rationale=_maybe(choices, choices.one_of(PROSE).strip()),
        source=choices.one_of((None, None, *sources)),
        locators=_locators(choices) if choices.below(4) == 1 else (),
        mode=choices.one_of((Mode.ASSERTED, Mode.ASSERTED, *Mode)),
        tags=("weak",) if choices.below(5) == 1 else (),
        note=_maybe(choices, choices.one_of(PROSE).strip()),
        meta={"k": "v"} if choices.below(6) == 1 else {},
        origin=Origin("demo", "S 9") if choices.below(6) == 1 else None,
    )


def _stances(choices: Choices, names: list[str]) -> dict[str, Stance]:
    if choices.below(4) != 1:
        return {}
    reader = Stance("mayor", "The mayor", frozenset(names[:1]), frozenset(), {names[-1]: 0.25})
    return {reader.id: reader}
