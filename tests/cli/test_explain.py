"""`argmap explain`: every code, word and key, without a map and without a net."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import CODES
from argmap.reading.keys import keys
from argmap.views.words.glossary import glossary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]


def test_a_code_is_explained_with_bad_and_good(argmap: Argmap) -> None:
    outcome = argmap("explain", "AM301")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("AM301: unknown claim\n\nError: the map is not analysed")
    bad, good = outcome.out.index("supported_by: air-kils\n"), outcome.out.index("air-kills\n")
    assert outcome.out.index("Example, `example.yaml`:") < bad < good
    assert max(len(line) for line in outcome.out.splitlines()) < 100
    assert argmap("explain", "am301").out == outcome.out


def test_every_code_is_explained(argmap: Argmap) -> None:
    for code, kind in CODES.items():
        outcome = argmap("explain", code)
        assert outcome.code == 0
        assert outcome.out.startswith(f"{code}: {kind.title}\n")


def test_without_a_code_all_are_listed(argmap: Argmap) -> None:
    lines = argmap("explain").out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(CODES)
    assert "AM451  note     attack that nobody answers" in lines


def test_a_scheme_of_the_map_is_explained_beside_the_common_ones(
    argmap: Argmap, tmp_path: Path
) -> None:
    (tmp_path / "own.yaml").write_text(
        "schemes: {by-lot: {name: Argument by lot, questions: {fair: Was the lot fair?}}}\n"
        "claims: {a: A.}\n"
    )
    own = argmap("explain", "by-lot", "-m", "own.yaml")
    assert (own.code, own.err) == (0, "")
    assert "Argument by lot" in own.out
    assert "Was the lot fair?" in own.out
    assert argmap("explain", "by-lot").code == 2
    common = argmap("explain", "expert-opinion", "-m", "own.yaml")
    assert (common.code, common.out) == (0, argmap("explain", "expert-opinion").out)


def test_every_word_and_every_key_is_explained(argmap: Argmap) -> None:
    for term in glossary():
        for form in (term.word, term.word.upper(), *term.also):
            outcome = argmap("explain", *form.split())
            assert (outcome.code, outcome.out.startswith(term.word)) == (0, True), form
    for key in keys():
        outcome = argmap("explain", f"{key.owner}.{key.name}")
        assert outcome.code == 0
        assert outcome.out.startswith(f"{key.path}  (")
        assert key.example.splitlines()[0] in outcome.out


def test_a_key_of_several_parts_is_explained_in_each(argmap: Argmap) -> None:
    answer = argmap("explain", "quote").out
    assert [line.split()[0] for line in answer.splitlines() if ".quote  (" in line] == [
        "claim.quote",
        "at.quote",
        "relation.quote",
    ]
    assert "  paragraph: " in argmap("explain", "at").out
    assert argmap("explain", "map.steps.show").out == argmap("explain", "step.show").out
    assert argmap("explain", "nothing.quote").code == 2


def test_words_keys_and_reasons_are_listed(argmap: Argmap) -> None:
    assert "  disputed: There is an objection" in argmap("explain", "reasons").out
    assert "  premise set: " in argmap("explain", "words").out
    assert "  supported_by: " in argmap("explain", "keys").out
    assert argmap("explain", "codes").out == argmap("explain").out


def test_an_unknown_code_is_wrong_use_and_names_the_nearest(argmap: Argmap) -> None:
    outcome = argmap("explain", "301")
    assert (outcome.code, outcome.out) == (2, "")
    assert (
        "there is no word, key, code, scheme or format `301`; did you mean `AM301`?" in outcome.err
    )
    assert "lists all codes" in argmap("explain", "xyzzy").err


def test_help_has_examples(argmap: Argmap) -> None:
    outcome = argmap("explain", "-h")
    assert outcome.code == 0
    assert "argmap explain AM301" in outcome.out
