"""`argmap explain`: the meaning of a code of `argmap check`, or a scheme of argument."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import options, terminal
from argmap.diagnostics import CODES
from argmap.errors import UsageError
from argmap.model.scheme import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from click.shell_completion import CompletionItem

    from argmap.model.scheme import Scheme

_ALL_SCHEMES = "schemes"


def _completed(
    _ctx: click.Context, _parameter: click.Parameter, typed: str
) -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem  # noqa: PLC0415

    codes = [
        CompletionItem(code, help=CODES[code].title)
        for code in sorted(CODES)
        if code.startswith(typed.upper())
    ]
    schemes = sorted({*BUILT_IN, _ALL_SCHEMES})
    return [*codes, *(CompletionItem(id_) for id_ in schemes if id_.startswith(typed.lower()))]


@click.command()
@click.argument("word", metavar="[CODE|SCHEME]", required=False, shell_complete=_completed)
@options.map_alone_option
@click.pass_context
def explain(ctx: click.Context, *, word: str | None, named_map: str | None) -> int:
    """Explain a code of `argmap check`, or a scheme of argument.

    For a code: its meaning and its cure; for a scheme: its critical questions. Without a word, all
    codes are listed; with `schemes`, all schemes. --map adds the schemes of a map.

    \b
    argmap explain AM301
    argmap explain expert-opinion
    argmap explain schemes --map my-map
    """
    terminal.write(_lines(ctx, word, named_map))
    return 0


def _lines(ctx: click.Context, word: str | None, named_map: str | None) -> Iterable[str]:
    from argmap.views.terminal.explain import (  # noqa: PLC0415
        codes_text,
        explanation_text,
        explanations,
        scheme_text,
        schemes_text,
    )

    schemes = _schemes(ctx, named_map)
    if word is None:
        return codes_text()
    if word.upper() in CODES:
        return explanation_text(explanations()[word.upper()])
    if word == _ALL_SCHEMES and word not in schemes:
        return schemes_text(schemes[id_] for id_ in sorted(schemes))
    return scheme_text(schemes[_known(word, schemes)])


def _schemes(ctx: click.Context, named_map: str | None) -> dict[str, Scheme]:
    """The common schemes, and the schemes of the named map, which take precedence."""
    from argmap.model.schemes import common_schemes  # noqa: PLC0415

    schemes = dict(common_schemes())
    if named_map is not None:
        schemes |= options.sound_map(ctx, options.map_place(None, named_map)).map.schemes
    return schemes


def _known(word: str, schemes: Iterable[str]) -> str:
    known = set(schemes)
    if word in known:
        return word
    if word.lower() in known:
        return word.lower()
    from argmap.nearest import did_you_mean  # noqa: PLC0415

    hint = did_you_mean(word, {*CODES, *known}) or (
        "`argmap explain` lists all codes, and `argmap explain schemes` all schemes"
    )
    raise UsageError(f"there is no code and no scheme `{word}`; {hint}")
