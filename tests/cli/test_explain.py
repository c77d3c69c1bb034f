"""`argmap explain`: every code, without a map and without a net."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import CODES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]


def test_a_code_is_explained_with_bad_and_good(argmap: Argmap) -> None:
    found = argmap("explain", "AM301")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("AM301: unknown claim\n\nError: the map is not analysed")
    bad, good = found.out.index("supported_by: air-kils\n"), found.out.index("air-kills\n")
    assert found.out.index("Example, `example.yaml`:") < bad < good
    assert max(len(line) for line in found.out.splitlines()) < 100
    assert argmap("explain", "am301").out == found.out


def test_every_code_is_explained(argmap: Argmap) -> None:
    for code, kind in CODES.items():
        found = argmap("explain", code)
        assert found.code == 0
        assert found.out.startswith(f"{code}: {kind.title}\n")


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


def test_an_unknown_code_is_wrong_use_and_names_the_nearest(argmap: Argmap) -> None:
    found = argmap("explain", "301")
    assert (found.code, found.out) == (2, "")
    assert "there is no code and no scheme `301`; did you mean `AM301`?" in found.err
    assert "lists all codes" in argmap("explain", "xyzzy").err


def test_help_has_examples(argmap: Argmap) -> None:
    found = argmap("explain", "-h")
    assert found.code == 0
    assert "argmap explain AM301" in found.out
