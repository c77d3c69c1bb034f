"""`argmap explain`: the meaning of a word, a key, a code of `argmap check`, or a scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import options, terminal
from argmap.diagnostics import CODES
from argmap.errors import UsageError
from argmap.formats.table import FORMATS
from argmap.model.scheme import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from click.shell_completion import CompletionItem

    from argmap.model.scheme import Scheme

LISTS = ("words", "reasons", "keys", "schemes", "codes", "formats")
"""The words for which all of a kind are listed."""


def _completed(
    _ctx: click.Context, _parameter: click.Parameter, typed: str
) -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem  # noqa: PLC0415

    from argmap.reading.keys import keys  # noqa: PLC0415
    from argmap.views.words.glossary import glossary  # noqa: PLC0415

    codes = [
        CompletionItem(code, help=CODES[code].title)
        for code in sorted(CODES)
        if code.startswith(typed.upper())
    ]
    words = {term.word.replace(" ", "-") for term in glossary()}
    others = sorted({*BUILT_IN, *LISTS, *FORMATS, *words, *(key.path for key in keys())})
    return [*codes, *(CompletionItem(word) for word in others if word.startswith(typed.lower()))]


@click.command()
@click.argument("words", metavar="[WORD]", nargs=-1, shell_complete=_completed)
@options.map_alone_option
@click.pass_context
def explain(ctx: click.Context, *, words: tuple[str, ...], named_map: str | None) -> int:
    """Explain a word, a key, a code, a scheme or a format of files.

    A word is one that answers use, such as `contested` or `premise set`; a code is one of `argmap
    check`. Lists: `words`, `reasons` (for a status), `keys`, `schemes`, `codes`, `formats`. Without
    a word all codes are listed. --map adds the schemes of a map.

    \b
    argmap explain contested
    argmap explain supported_by
    argmap explain AM301
    argmap explain schemes --map my-map
    """
    terminal.write(_lines(ctx, " ".join(words), named_map))
    return 0


def _lines(ctx: click.Context, word: str, named_map: str | None) -> Iterable[str]:
    from argmap.views.terminal.explain import (  # noqa: PLC0415
        codes_text,
        explanation_text,
        explanations,
        scheme_text,
        schemes_text,
    )
    from argmap.views.terminal.explain_formats import format_text, formats_text  # noqa: PLC0415
    from argmap.views.terminal.explain_keys import keys_text  # noqa: PLC0415
    from argmap.views.terminal.explain_words import reasons_text, words_text  # noqa: PLC0415

    schemes = _schemes(ctx, named_map)
    lists: dict[str, Callable[[], Iterable[str]]] = {
        "": codes_text,
        "codes": codes_text,
        "keys": keys_text,
        "words": words_text,
        "reasons": reasons_text,
        "formats": lambda: formats_text(
            (each.name, each.title, each.suffixes, each.is_read, bool(each.writer))
            for each in FORMATS.values()
        ),
        "schemes": lambda: schemes_text(schemes[id_] for id_ in sorted(schemes)),
    }
    if word in lists and word not in schemes:
        return lists[word]()
    if word.upper() in CODES:
        return explanation_text(explanations()[word.upper()])
    named = [schemes[id_] for id_ in dict.fromkeys((word, word.lower())) if id_ in schemes]
    pages = [format_text(name) for name in (word.lower(),) if name in FORMATS]
    answers: list[Iterator[str]] = [*_meanings(word), *map(scheme_text, named), *pages]
    if not answers:
        raise UsageError(_nothing(word, schemes))
    return _one_after_another(answers)


def _one_after_another(answers: list[Iterator[str]]) -> Iterator[str]:
    for place, answer in enumerate(answers):
        if place:
            yield ""
        yield from answer


def _meanings(word: str) -> Iterator[Iterator[str]]:
    """The text on a word of argmap, on the keys of this name, and on the part that has keys."""
    from argmap.reading.keys import OWNERS, keys_called  # noqa: PLC0415
    from argmap.views.terminal.explain_keys import key_text, keys_text, same_name  # noqa: PLC0415
    from argmap.views.terminal.explain_words import word_text  # noqa: PLC0415
    from argmap.views.words.glossary import spoken, terms  # noqa: PLC0415

    term = terms().get(spoken(word))
    if term is not None:
        yield word_text(term)
    named = keys_called(word.lower())
    if len(named) == 1:
        yield key_text(named[0])
    elif named:
        yield same_name(named)
    if word.lower() in OWNERS:
        yield keys_text(word.lower())


def _schemes(ctx: click.Context, named_map: str | None) -> dict[str, Scheme]:
    """The common schemes, and the schemes of the named map, which take precedence."""
    from argmap.model.schemes import common_schemes  # noqa: PLC0415

    schemes = dict(common_schemes())
    if named_map is not None:
        schemes |= options.sound_map(ctx, options.map_place(None, named_map)).map.schemes
    return schemes


def _nothing(word: str, schemes: Iterable[str]) -> str:
    """The message that nothing is known of a word, with the nearest one that is."""
    from argmap.nearest import did_you_mean  # noqa: PLC0415
    from argmap.reading.keys import keys  # noqa: PLC0415
    from argmap.views.words.glossary import terms  # noqa: PLC0415

    known = {*CODES, *schemes, *terms(), *FORMATS, *(key.name for key in keys())}
    hint = did_you_mean(word, known) or (
        "`argmap explain codes` lists all codes, and so do `words`, `keys`, `schemes` and `formats`"
    )
    return f"there is no word, key, code, scheme or format `{word}`; {hint}"
