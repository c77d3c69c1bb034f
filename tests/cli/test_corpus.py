"""`argmap corpus`: what the commands say, as text and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap.cli.corpus import COMMANDS
from tests.corpus.folders import MAPS, write_maps

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

    Argmap = Callable[..., Outcome]


@pytest.fixture(name="ask")
def _ask(argmap: Argmap, tmp_path: Path) -> Argmap:
    """Ask a corpus of the `MAPS`, which is built already."""
    write_maps(tmp_path / "maps", MAPS)
    assert argmap("corpus", "build", "maps", "-q").code == 0
    return lambda *words: argmap("corpus", *words)


def test_a_build_says_what_it_made_and_what_it_read(argmap: Argmap, tmp_path: Path) -> None:
    write_maps(tmp_path / "maps", MAPS | {"broken.json": '{"nodes": ['})
    done = argmap("corpus", "build", "maps", "--workers", "1")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[:2] == [
        "corpus.duckdb: 5 maps, 12 claims, 7 relations.",
        "5 maps read.",
    ]
    assert "1 map has errors" in done.out
    assert "1 file passed over" in done.out
    again = argmap("corpus", "build", "maps", "--json")
    answer = json.loads(again.out)
    assert answer["schema"] == "argmap.corpus-build/1"
    assert (answer["maps"], answer["unsound"], answer["is_same"]) == (5, 1, True)


def test_every_command_answers_as_text_and_as_json(ask: Argmap) -> None:
    for words, words_shown in (
        (["search", "nuclear", "deterrence"], "school#nuclear"),
        (["stats"], "4 maps, 12 claims"),
        (["query", "select map from maps"], "trams.json"),
        (["query", "--tables"], "whether it could be read and labelled"),
        (["links"], "1 claim in several maps."),
        (["status"], "1 claim with another status"),
        (["status", "quieter"], "In all maps together: contested: unanswered objection"),
        (["export", "tables", "--to", "csv"], "tables/claims.csv"),
    ):
        text = ask(*words)
        assert (text.code, text.err) == (0, ""), text
        assert words_shown in text.out
        answer = json.loads(ask(*words, "--json").out)
        assert answer["schema"].startswith("argmap.corpus-")


def test_a_query_can_be_written_as_csv_and_says_where_it_is_cut(ask: Argmap) -> None:
    done = ask(
        "query", "select claim, text from claims where map = 'town'", "--csv", "--limit", "1"
    )
    assert done.out.splitlines()[0] == "claim,text"
    assert len(done.out.splitlines()) == 2
    assert "cut after 1 row;" in done.err
    assert "Cut after 1 row;" in ask("query", "select * from maps", "--limit", "1").out


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(
    ask: Argmap, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for words in (
        ["search", "cars"],
        ["stats"],
        ["query", "select map, claim, text from claims"],
        ["query", "--tables"],
        ["links"],
        ["status"],
        ["status", "quieter"],
        ["build", "maps"],
    ):
        lines = ask(*words).out.splitlines()
        assert len(lines) > 1
        assert max(map(len, lines)) <= width, words


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_fits_the_terminal_and_has_an_example(
    argmap: Argmap, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = argmap("corpus", name, "--help").out.splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("  argmap corpus ") for line in lines)


def test_links_are_merged_and_parted(ask: Argmap) -> None:
    assert ask("links", "--merge").code == ask("links", "--no-merge").code == 0
    refused = ask("links", "--merge", "--exact")
    assert (refused.code, "leave it out" in refused.err) == (2, True)


def test_a_map_gives_no_orders_to_the_terminal(argmap: Argmap, tmp_path: Path) -> None:
    text = 'claims: {x: "A bell \\x07 and \\x1b[31mred in a map."}'
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "m.yaml").write_text(text, encoding="utf-8")
    assert argmap("corpus", "build", "maps").code == 0
    for words in (["search", "bell"], ["query", "select text from claims"]):
        printed = argmap("corpus", *words).out
        assert "A bell" in printed
        assert not {"\x07", "\x1b"} & {*printed}


def test_ctrl_c_ends_a_question_without_a_word(
    ask: Argmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise RuntimeError("Query interrupted")  # as the engine has it

    monkeypatch.setattr("argmap.corpus.linking.links", interrupted)
    done = ask("links")
    assert (done.code, done.out, done.err) == (130, "", "")


def test_alone_it_shows_its_help(ask: Argmap) -> None:
    done = ask()
    assert (done.code, done.err) == (0, "")
    assert "Usage: argmap corpus" in done.out
    assert "  build " in done.out


def test_a_mistyped_option_is_not_taken_for_a_word(ask: Argmap) -> None:
    assert "write `--`" not in ask("status", "--jsn").err
    assert "write `--`" not in ask("links", "-z").err


def test_wrong_use_is_told_with_its_cure(ask: Argmap, tmp_path: Path) -> None:
    for words, words_shown in (
        (["serach"], "did you mean `search`?"),
        (["search", "..."], "there is no word to search for"),
        (["search", "x", "--corpus", "none.duckdb"], "argmap corpus build DIR -o none.duckdb"),
        (["search", "x", "--corpus", "maps/notes.txt"], "is no corpus"),
        (["query"], "write a question in SQL"),
        (["query", "drop table maps"], "can be read and not written"),
        (["status", "quieter", "--semantics", "stable"], "does not work by component"),
        (["query", "select 1", "--csv", "--json"], "`--csv` and `--json` exclude each other"),
        (["query", "--tables", "--csv"], "`--csv` and `--tables` exclude each other"),
        (["query", "select 1", "--tables"], "leave one of the two out"),
        (["build", "nowhere"], "there is no folder nowhere"),
        (["status", "-dash#x"], "no option, write `--`"),
        (["build", ""], "an empty word names no folder"),
        (["build", "maps", "-o", "maps"], "is a folder"),
    ):
        done = ask(*words)
        assert (done.code, done.out) == (2, ""), words
        assert words_shown in done.err
        assert "Traceback" not in done.err
    assert (tmp_path / "maps" / "notes.txt").read_text() == MAPS["notes.txt"]
