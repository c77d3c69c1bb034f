"""Words, numbers and scale of strengths in the page are those of Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.views.picture.svg.tornado import scale_of
from argmap.views.picture.tornado import Bar, Tornado
from argmap.views.words.strengths import in_short, strength_in_words
from tests.browser.conftest import answer_of_scripts
from tests.views.samples import content_of, voting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

WORDS = """
import { inShort, strengthInWords } from './words/strengths.js';
globalThis.answer = (data) => data.map((value) => [strengthInWords(value), inShort(value)]);
"""

SCALE = """
import { scaleOf } from './panel/tornado.js';
globalThis.answer = (data) => data.map(([overall, ...ends]) => {
  const [conceded, refuted] = ends;
  const { first, last, step } = scaleOf(overall, [{ first: '', conceded, refuted }]);
  return [first * step, last * step, step];
});
"""


def test_words_and_numbers_are_those_of_python(browser: Browser) -> None:
    values = [number / 800 for number in range(801)]
    values += [number / 200 for number in range(201)]
    values += [1e-15, 1e-9, 0.00499999, 0.005, 0.995, 0.9999999, 0.745, 0.755, 1 - 1e-15]
    answers = answer_of_scripts(browser, WORDS, values, content_of(voting()))
    assert answers == [[strength_in_words(value), in_short(value)] for value in values]


def test_the_scale_of_a_tornado_is_that_of_python(browser: Browser) -> None:
    cases = [
        (low / 50 + at * (high - low) / 50, low / 50, high / 50)
        for low in range(0, 51, 3)
        for high in range(low, 51, 4)
        for at in (0, 0.3, 1)
    ]
    cases += [(0.001, 0, 0.004), (0.999, 0.99, 1), (0.5, 0.5, 0.5), (1.0, 1.0, 1.0), (0, 0, 0)]
    answers = answer_of_scripts(browser, SCALE, cases, content_of(voting()))
    for (overall, conceded, refuted), scale in zip(cases, answers, strict=True):
        bar = Bar("", "", conceded, refuted)
        expected = scale_of(Tornado("", "", overall, (bar,), ()))
        assert scale == pytest.approx([*expected]), (overall, conceded, refuted)
