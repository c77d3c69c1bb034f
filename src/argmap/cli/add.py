"""`argmap add`: a new claim, written where it belongs, and what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.cli import failures, options, terminal
from argmap.cli.differences import write_differences

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap
    from argmap.rewriting import Wish

_MOST_NAMED = 4
_OF_QUOTATIONS = frozenset({"AM501", "AM502"})
"""What `check` says of a quotation that is not as it stands in its document."""


@click.command(epilog="Exit code: 0 done, 1 errors in the map.")
@click.argument("text")
@click.argument("place", metavar="[MAP]", required=False)
@options.map_alone_option
@click.option("--for", "for_", metavar="CLAIM", help="The claim that it is a reason for.")
@click.option("--against", metavar="CLAIM", help="The claim that it is an objection to.")
@click.option(
    "--blocks",
    metavar="RELATION",
    help="The step or objection that it blocks, by its id, or by a claim that is the premise of "
    "no other.",
)
@click.option(
    "--together-with",
    "beside",
    metavar="CLAIM",
    multiple=True,
    help="A claim that the step needs beside it; can be repeated.",
)
@click.option("--contradicts", metavar="CLAIM", help="The claim that cannot hold beside it.")
@click.option("--restates", metavar="CLAIM", help="The claim that it says in other words.")
@click.option("--id", "id_", metavar="ID", help="Its id (default: made of its first words).")
@click.option("--label", help="A short name for pictures.")
@click.option(
    "--source",
    metavar="ID",
    help="The source that says it; `null` for none (default: that of the file).",
)
@click.option(
    "--mode",
    type=click.Choice(["asserted", "reported", "conceded", "raised", "implicit", "editorial"]),
    help="How the source has it: says so, reports it of others, admits it, puts it to answer it, "
    "leaves it unsaid; or it is your own.",
)
@click.option("--speaker", help="Who says it, as the source reports.")
@click.option("--quote", help="The words of the source that say it.")
@click.option("--paragraph", type=click.IntRange(1), help="The paragraph of the source.")
@click.option("--page", help="The page of the source.")
@click.option("--diff", is_flag=True, help="Write nothing, and show what would change.")
@options.as_json
@click.pass_context
def add(
    ctx: click.Context,
    /,
    text: str,
    place: str | None,
    *,
    named_map: str | None,
    diff: bool,
    as_json: bool,
    **wished: Any,  # noqa: ANN401  # click passes each parameter
) -> int:
    """Add a claim, as a reason or an objection if you like.

    It is written in the style of the claims around it. The answer is its id, and what it changes.
    With `--json` and `--diff` nothing is written, and the answer tells what would change.

    \b
    argmap add "Cars are loud." --for close-centre
    argmap add "Electric cars are not." --blocks cars-are-loud
    argmap add "Deliveries need the road." my-map --against 1 --diff
    """
    from argmap.rewriting import added, opened, write_again  # noqa: PLC0415
    from argmap.views.answers.edited import add_answer  # noqa: PLC0415
    from argmap.views.terminal.add import add_text  # noqa: PLC0415

    path = options.map_place(place, named_map)
    opened_map = opened(path)
    if not opened_map.is_sound:
        options.say_problems(ctx, opened_map.checked)
        return failures.PROBLEMS
    done = added(opened_map, _wish(opened_map.parsed.map, text, wished))
    if diff and not as_json:
        write_differences(done.files)
        return 0
    if not diff:
        write_again(done.files, "argmap add")
    readings = (opened_map.checked.reading, done.checked.reading)
    if as_json:
        names = [file.name for file in done.files]
        options.write_answer(add_answer(*readings, done.id, names, written=not diff))
        return 0
    terminal.write(add_text(*readings, done.id))
    is_told = any(wished[key] for key in ("source", "quote", "mode", "speaker"))
    if not is_told and done.checked.map.claims[done.id].source is not None:
        options.remark(
            "the claim comes from the source of its file; with `--source null` it is your own"
        )
    if wished["quote"] and not diff:
        _remark_on_quotation(path, done.id)
    return 0


def _remark_on_quotation(path: str, claim: str) -> None:
    """Say so where the words of a claim that was added do not stand in the document as they are."""
    from argmap.pipeline import check  # noqa: PLC0415

    for problem in check(path).diagnostics:
        if problem.claim == claim and problem.code in _OF_QUOTATIONS:
            options.remark(f"{problem.message}; {problem.hint}")


def _wish(argument_map: ArgumentMap, text: str, wished: dict[str, Any]) -> Wish:
    """The claim that is wanted, with the claims and steps that are named found in the map."""
    from argmap.rewriting import Wish  # noqa: PLC0415

    ends = {key: wished[key] for key in ("for_", "against", "blocks")}
    kind, target = _target(argument_map, **ends)
    named = {key: wished[key] for key in ("contradicts", "restates")}
    others: dict[str, Any] = {
        key: None if word is None else _claim(argument_map, word) for key, word in named.items()
    }
    beside = tuple(_claim(argument_map, each) for each in wished["beside"])
    rest: dict[str, Any] = {
        key: wished[key]
        for key in ("label", "source", "mode", "speaker", "quote", "paragraph", "page")
    }
    return Wish(text, kind, target, beside, wished["id_"], **rest, **others)


def _target(
    argument_map: ArgumentMap, *, for_: str | None, against: str | None, blocks: str | None
) -> tuple[str | None, str]:
    """The kind of the relation that is wanted, and the id of its target.

    Raises:
        UsageError: several are named, or nothing has the name.
    """
    named = {"supports": for_, "attacks": against, "undercuts": blocks}
    given = [(kind, word) for kind, word in named.items() if word is not None]
    if len(given) > 1:
        raise click.UsageError("a new claim does one thing: name --for, --against or --blocks")
    if not given:
        return None, ""
    [(kind, word)] = given
    return kind, (_step if kind == "undercuts" else _claim)(argument_map, word)


def _claim(argument_map: ArgumentMap, word: str) -> str:
    """The claim that a word names by its id, its number or words of it."""
    from argmap.cli.question import known  # noqa: PLC0415
    from argmap.graph.outline import outline  # noqa: PLC0415

    return known(argument_map, outline(argument_map), word)


def _step(argument_map: ArgumentMap, word: str) -> str:
    """The relation that a word names: by its id, or as the only one from a claim.

    Raises:
        UsageError: it names none, or a claim with several relations or none; these are listed.
    """
    from argmap.cli.question import refuse_draft  # noqa: PLC0415
    from argmap.cli.stances import known_claim  # noqa: PLC0415
    from argmap.errors import UsageError  # noqa: PLC0415
    from argmap.graph.outline import outline  # noqa: PLC0415
    from argmap.nearest import did_you_mean  # noqa: PLC0415

    if word in argument_map.relations:
        return word
    claim = known_claim(argument_map, outline(argument_map), word)
    if claim is None:
        refuse_draft(argument_map, word)
        hint = did_you_mean(word, [*argument_map.relations, *argument_map.claims])
        hint = hint or "name it by its id, or by the claim that is its premise"
        raise UsageError(f"there is no step or objection `{word}`; {hint}")
    steps = [each.id for each in argument_map.relations_from(claim) if not each.contradiction]
    if len(steps) == 1:
        return steps[0]
    if not steps:
        raise UsageError(
            f"`{claim}` is no premise of a step or an objection; object to the claim itself: "
            f"`--against {claim}`"
        )
    ids = ", ".join(f"`{id_}`" for id_ in steps[:_MOST_NAMED])
    raise UsageError(f"`{claim}` is a premise of {len(steps)} steps; name one of them: {ids}")
