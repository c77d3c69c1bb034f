"""The page says what the commands say: one table of sentences, rendered twice, and one brief."""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argmap.analysis.debate.brief import brief
from argmap.analysis.labels.labelling import Label
from argmap.analysis.reading_of_map import Reading
from argmap.analysis.status.whatif import whatif
from argmap.model.claim import Claim
from argmap.model.stance import Stance
from argmap.pipeline import check
from argmap.views.page.prepared import MOST
from argmap.views.sheets.citing import Citer
from argmap.views.sheets.debate.brief import brief_page
from argmap.views.sheets.debate.step_questions import step_questions
from argmap.views.sheets.document import NewSheet, Table
from argmap.views.terminal.whatif import whatif_text
from argmap.views.words.counting import count_of, ways_in_words
from argmap.views.words.sentences import Teller
from argmap.views.words.templates import TEMPLATES, listed, say
from tests.browser.conftest import answer_of_scripts, visible
from tests.views.samples import HERE, argument_map, content_of, relation, voting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Browser

    from argmap.model.argument_map import ArgumentMap
    from argmap.views.page.payload import Content
    from argmap.views.sheets.document import Block
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

ENTRY = """import { counted, listed, sayText, waysCounted } from './words/sentences.js';
import { changeOf, stepOf } from './words/telling.js';
import { sheetTold } from './words/sheets.js';
import { prepared } from './state/prepared.js';
import { RELATIONS } from './state/data.js';
"""
TEXT = """const textOf = (parts) => {
  const place = document.createElement('div');
  place.append(...parts);
  return place.textContent;
};
"""


def run(browser: Browser, content: Content, body: str, data: object) -> Any:  # noqa: ANN401
    """The value of a function body that imports the page's words, beside the data of a map."""
    entry = f"{ENTRY}{TEXT}globalThis.answer = (data) => {{ {body} }};\n"
    return answer_of_scripts(browser, entry, data, content)


def unquoted(text: str) -> str:
    """The text without the quotation marks for which the page has links, and on one line."""
    return " ".join(re.sub("[“”]", "", text).split())


def texts_of(blocks: Iterable[Block]) -> list[str]:
    """The text of each block."""
    every = [block for block in blocks if not isinstance(block, (NewSheet, Table))]
    return [unquoted("".join(span.text for span in block.words)) for block in every]


def stops() -> ArgumentMap:
    """Names that end in full stops, premises that count together, and objections to objections."""
    names = {
        "top": "Night buses run.",
        "money": "There is money.",
        "fund": "The fund pays...",
        "both": "Drivers are there.",
        "poor": "“Poor” towns pay? {claim} $& <b>",
        "ghost": "It is said.",
        "echo": "It is heard.",
    }
    return argument_map(
        {id_: Claim(id_, text, HERE) for id_, text in names.items()},
        [
            relation("money & both + top", id="r", scheme="expert-opinion"),
            relation("fund + money", id="f"),
            relation("poor / r", id="u", presses="trustworthy"),
            relation("fund / u", id="v"),
            relation("ghost - money", id="g"),
            relation("ghost + echo", id="ge"),
            relation("echo + ghost", id="eg"),
            relation("top & fund - poor", id="a"),
        ],
    )


def test_every_template_is_rendered_as_in_python(browser: Browser) -> None:
    signs = ["1.2 “Name”", "{claim}", "{count|one|two}", "$&", "$1", "<b>", "a, b and c", "", "}{|"]
    keys = sorted(
        {key for template in TEMPLATES.values() for key in re.findall(r"\{(\w+)", template)}
    )
    assert {"claim", "count", "number"} <= set(keys)
    cases, others = [], cycle(signs)  # of another length than `keys`: all meet in the end
    for name in TEMPLATES:
        for count in (0, 1, 2, 3, 11, 1000):
            values: dict[str, object] = {key: next(others) for key in keys}
            cases.append((name, values | {"count": count, "number": count}))
    body = "return data.map(([name, values]) => sayText(name, values));"
    results = run(browser, content_of(stops()), body, cases)
    assert results == [say(name, **values) for name, values in cases]


def test_lists_and_numbers_of_things_are_those_of_python(browser: Browser) -> None:
    lists = [[f"thing {place}" for place in range(length)] for length in range(7)]
    numbers = [(number, thing) for number in (0, 1, 2, 10, 1234) for thing in ("claim", "reason")]
    ways = [
        (way, shown, total)
        for way in ("carry", "withdraw")
        for shown in (0, 1, 2, 1234)
        for total in (None, shown, shown + 1, 10**13)
        if total != 0
    ]
    body = """return [
      data[0].map((things) => listed(things.map((thing) => [thing])).join('')),
      data[1].map(([number, thing]) => counted(number, thing)),
      data[2].map(([way, shown, total]) => waysCounted(way, shown, total)),
    ];"""
    results = run(browser, content_of(stops()), body, [lists, numbers, ways])
    assert results == [
        [listed(things) for things in lists],
        [count_of(number, thing) for number, thing in numbers],
        [ways_in_words(*way) for way in ways],
    ]


def test_every_step_and_every_change_is_told_as_in_python(browser: Browser) -> None:
    for example in (stops(), voting()):
        content = content_of(example)
        tell = Teller(example, content.outline)
        cases = [(id_, old, new) for id_ in example.relations for old in Label for new in Label]
        body = """return data.map(([id, before, after]) =>
          [textOf(stepOf(RELATIONS.get(id))), textOf(changeOf(id, before, after))]);"""
        results = run(browser, content, body, cases)
        expected = [
            [unquoted(tell.step(example.relations[id_])), unquoted(tell.change(id_, old, new))]
            for id_, old, new in cases
        ]
        assert [[*map(unquoted, each)] for each in results] == expected
        changes = [change for _, change in expected]
        assert not any(re.search(r"\.(?= [a-z])|\.\.$", change) for change in changes), "a stop"
        assert any("can no longer carry" in change for change in changes)
        assert any(re.search("can carry .* again$", change) for change in changes)


SHEETS = """const { blocks, briefs, steps } = prepared();
const told = (sheet) => {
  const place = document.createElement('div');
  place.append(...sheetTold(sheet));
  const own = (block) => [...block.childNodes].filter((node) => node.nodeName !== 'UL');
  return [...place.querySelectorAll('h2, h3, h4, p, li')]
    .map((block) => own(block).map((node) => node.textContent).join(''));
};
return [
  Object.fromEntries(Object.entries(briefs).map(([id, sheet]) => [id, told(sheet)])),
  steps.map(({ sheet }) => told(sheet)),
];"""


def shipped() -> ArgumentMap:
    return check(Path(__file__).parents[2] / "claims").map


def test_briefs_and_questions_are_word_for_word_those_of_python(browser: Browser) -> None:
    for make, number in ((stops, 5), (voting, 10), (shipped, 30)):
        content = content_of(make())
        reading, details = content.reading, content.details
        cite = Citer(reading.map, reading.outline, reading.status)
        briefs, steps = run(browser, content, SHEETS, None)
        assert len(briefs) >= number
        assert {id_: [*map(unquoted, texts)] for id_, texts in briefs.items()} == {
            id_: texts_of(brief_page(reading, cite, brief(reading, id_), "both", MOST))
            for id_ in details.briefs
        }
        assert [[*map(unquoted, texts)] for texts in steps] == [
            texts_of(step_questions(cite, step)) for step in details.steps
        ]


def test_every_claim_that_is_named_in_a_brief_is_a_link_to_it(browser: Browser) -> None:
    content = content_of(stops())
    body = """const place = document.createElement('div');
      place.append(...sheetTold(prepared().briefs[data]));
      return [...place.querySelectorAll('a')].map((link) => [link.dataset.claim, link.textContent]);
    """
    numbers = content.outline.numbers
    names = {id_: claim.name.rstrip(".") for id_, claim in content.map.claims.items()}
    links = run(browser, content, body, "top")
    assert {id_ for id_, _ in links} >= {"money", "fund", "both", "poor"}
    for id_, text in links:
        assert text in {numbers[id_], f"{numbers[id_]} {names[id_]}"}


def falling() -> ArgumentMap:
    """A reason with one premise, an objection that falls by itself, and one without an answer."""
    texts = {
        "buses": "Night buses run.",
        "money": "There is money.",
        "fund": "The fund pays.",
        "ghost": "It is said.",
        "echo": "It is heard.",
        "quiet": "The streets are quiet.",
        "noise": "Buses are loud.",
    }
    steps: list[Any] = ["money + buses", "fund + money", "ghost - money", "ghost + echo"]
    return argument_map(texts, [*steps, "echo + ghost", "noise - quiet"])


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("buses", "Objection: 1.1.2 It is said. (fails)"),
        ("buses", "All of it rests on 1.1.1 The fund pays."),
        ("buses", "Without this, no reason is left for it:"),
        ("buses", "What would overturn it"),
        ("quiet", "What would make it stand"),
    ],
)
def test_the_brief_in_the_page_has_the_words_of_the_command(
    open_map: Open, claim: str, words: str
) -> None:
    content = content_of(falling())
    reading = content.reading
    cite = Citer(reading.map, reading.outline, reading.status)
    command = texts_of(brief_page(reading, cite, brief(reading, claim), "both", MOST))
    assert any(words in text for text in command)
    here = open_map(falling)
    here.choose(claim)
    here.page.click("#panel .to-brief")
    sheet = visible(here.page, "#brief")
    assert words in unquoted(sheet)
    assert "itself answered" not in sheet
    assert "any one of these" not in sheet
    here.assert_quiet()


def test_a_chain_in_the_page_has_no_full_stop_within_a_sentence(open_map: Open) -> None:
    here = open_map(falling)
    here.page.evaluate("argmap.setStance({reject: ['fund']})")
    here.page.click("#stance-switch")
    chains = unquoted(visible(here.page, "#stance-more"))
    assert "because 1.1.1 The fund pays no longer carries 1.1 There is money" in chains
    assert "so 1.1 There is money no longer carries 1 Night buses run" in chains
    assert "stands now; it would fall: premise gone" in chains
    here.assert_quiet()


@pytest.mark.parametrize(
    ("rejects", "accepts"), [([0], []), ([0, 1], [2]), ([], [1]), ([2], [0, 3])]
)
@pytest.mark.parametrize("make", [falling, stops, voting])
def test_the_banner_says_what_the_command_says(
    open_map: Open, make: Callable[[], ArgumentMap], rejects: list[int], accepts: list[int]
) -> None:
    argument_map = make()
    names = sorted(argument_map.claims)
    known = Stance(
        reject=frozenset(names[place] for place in rejects),
        accept=frozenset(names[place] for place in accepts)
        - {member for place in rejects for member in argument_map.class_of(names[place])},
    )
    reading = Reading(argument_map, known)
    command = unquoted(" ".join(whatif_text(argument_map, reading.outline, whatif(reading))))
    here = open_map(make)
    here.page.evaluate(
        "stance => argmap.setStance(stance)",
        {"reject": sorted(known.reject), "accept": sorted(known.accept)},
    )
    if here.page.is_visible("#stance-switch"):
        here.page.click("#stance-switch")
        page = unquoted(visible(here.page, "#stance-more"))
        condition, _, changes = command.partition(":")
        line = unquoted(visible(here.page, "#stance-told"))
        same = re.search("The same goes for .*? which says? the same[.]", changes)
        assert page == (changes[same.end() :] if same else changes).strip()
        assert line.startswith(condition)
        assert same is None or same[0] in line
    else:
        page = unquoted(visible(here.page, "#stance-told"))
        condition, _, why = command.partition(": Nothing else changes.")
        assert page == f"{condition}, nothing else changes.{why}"
    here.assert_quiet()
