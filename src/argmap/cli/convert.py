"""`argmap convert`: a map written in another format, with a list of what that cannot hold."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from argmap.cli import failures, options, terminal
from argmap.errors import UsageError
from argmap.formats.counting import counts_of
from argmap.formats.exchange import GUESSED
from argmap.formats.reader import format_named
from argmap.formats.table import FORMATS, Format
from argmap.reading.map_names import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.formats.exchange import Exported, Loss, Wishes
    from argmap.pipeline import Checked

_MEANINGS = {
    "support": "support",
    "supports": "support",
    "attack": "attack",
    "attacks": "attack",
    "undercut": "undercut",
    "undercuts": "undercut",
    "restates": "restates",
    "restate": "restates",
    "answer": "answer",
    "answers": "answer",
    "origin": "origin",
    "contradicts": "contradicts",
}
_OURS = ("argmap", "json")
_WRITTEN = [name for name, each in FORMATS.items() if each.writer]


def _pairs(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """The values `NAME=WORD` as a mapping."""
    pairs = [value.partition("=") for value in values]
    for name, sign, word in pairs:
        if not (name.strip() and sign and word.strip()):
            example = "--columns claim=Text" if param.name == "columns" else "--labels con=attack"
            raise click.BadParameter(f"write a pair, such as `{example}`", ctx, param)
    return {name.strip(): word.strip() for name, _, word in pairs}


def _meanings(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> dict[str, str]:
    """The values `LABEL=MEANING` as a mapping to meanings that every format knows."""
    pairs = _pairs(ctx, param, values)
    for label, word in pairs.items():
        meaning = _MEANINGS.get(word.lower())
        if meaning is None:
            known = ", ".join(dict.fromkeys(_MEANINGS.values()))
            raise click.BadParameter(f"`{word}` is no meaning; there are {known}", ctx, param)
        pairs[label] = meaning
    return pairs


@click.command()
@click.argument("place", metavar="IN")
@click.argument("out", metavar="[OUT]", required=False)
@options.format_of_files
@click.option("--to", "target", metavar="FORMAT", help="The format of OUT (default: by its name).")
@click.option("--dialogue", is_flag=True, help="AIF: keep who said a claim as its speaker.")
@options.keep_going
@click.option(
    "--columns",
    multiple=True,
    callback=_pairs,
    metavar="PART=HEADING",
    help="CSV, XLSX: the heading of the column with a part; can be repeated.",
)
@click.option(
    "--labels",
    multiple=True,
    callback=_meanings,
    metavar="LABEL=MEANING",
    help="brat, discourse graphs: what a label means: support, attack, undercut, restates.",
)
@click.option("--relations", is_flag=True, help="GraphML: draw relations as nodes of their own.")
@click.option("--force", is_flag=True, help="Write over claim files that differ.")
@click.option("--json", "as_json", is_flag=True, help="Write counts and losses to stderr as JSON.")
@click.pass_context
def convert(
    ctx: click.Context,
    /,
    place: str,
    out: str | None,
    *,
    target: str | None,
    force: bool,
    as_json: bool,
    **wishes: Any,  # noqa: ANN401  # click gives each its type
) -> int:
    """Write a map in another format.

    IN is a folder of claim files, a file of any known format, or `-`; without OUT the result goes
    to stdout. What the other format cannot hold is listed on stderr. `argmap explain formats`
    lists all formats, and `argmap explain FORMAT` says what each carries.

    \b
    argmap convert debate.argdown my-claims/
    argmap convert claims debate.argdown
    argmap convert kialo.txt --to argmap > kialo.yaml
    """
    from argmap.pipeline import check  # noqa: PLC0415

    wanted = options.wishes_of(ctx, **wishes)
    format_ = _format_of(target, out)
    if target is None and not as_json and format_.name not in _OURS and len(_named_as(out)) > 1:
        options.remark(f"{out} is written as {format_.title}; --to names another format")
    checked = check(place, notes=False, verify=False, wishes=wanted)
    errors = [problem for problem in checked.diagnostics if problem.is_fatal]
    if errors:
        options.write_diagnostics(checked, errors, err=True)
        ctx.exit(failures.PROBLEMS)
    if not as_json:
        given = {**wishes, "keep_going": wanted.keep_going}
        _remark_on_idle(given, {checked.format, format_.name})
    exported = _exported(format_, checked, wanted, out)
    _write(exported, format_, place, out, force=force)
    lost = (*checked.lost, *exported.lost)
    if as_json:
        click.echo(_report(checked, lost), err=True)
    elif not ctx.obj["quiet"]:
        for line in _summary(checked, lost):
            terminal.remark(line)
    return 0


def _remark_on_idle(wishes: Mapping[str, Any], names: set[str]) -> None:
    """Say which of the options given have no effect, as they are for other formats."""
    for wish in (name for name, value in wishes.items() if value):
        knowing = [each for each in FORMATS.values() if wish in each.wishes]
        if not names.intersection(each.name for each in knowing):
            titles = ", ".join(each.title for each in knowing)
            option = f"--{wish.replace('_', '-')}"
            options.remark(f"{option} has no effect here; it is for these formats: {titles}")


def _format_of(name: str | None, out: str | None) -> Format:
    """The format that is written: the one named, else the first that writes files of this name.

    Raises:
        UsageError: there is no such format, or it is not written, or no format writes such files.
    """
    if name is not None:
        format_ = format_named(name)
        if not format_.writer:
            raise UsageError(
                f"{format_.title} is read, and not written; written are {', '.join(_WRITTEN)}"
            )
        return format_
    suffix = PurePosixPath(out or "").suffix.lower()
    if not suffix:
        return FORMATS["argmap"]
    fitting = _named_as(out)
    if not fitting:
        raise UsageError(
            f"no format is known that writes {suffix}; name it by --to: {', '.join(_WRITTEN)}"
        )
    return fitting[0]


def _named_as(out: str | None) -> list[Format]:
    """The formats that are written into files of such a name; the longest fitting end counts."""
    file = PurePosixPath(out or "").name.lower()
    ends = [
        (len(end), each)
        for each in FORMATS.values()
        if each.writer
        for end in each.suffixes
        if file.endswith(end)
    ]
    longest = max((length for length, _ in ends), default=0)
    return [each for length, each in ends if length == longest]


def _exported(format_: Format, checked: Checked, wishes: Wishes, out: str | None) -> Exported:
    if format_.name == "argmap" and out is not None and not PurePosixPath(out).suffix:
        from argmap.formats.argmap.claim_files import write_folder  # noqa: PLC0415

        return write_folder(checked.map)
    return format_.writes().write(checked.map, wishes)


def _write(
    exported: Exported, format_: Format, place: str, out: str | None, *, force: bool
) -> None:
    """Write the result to stdout, to a file, or into a folder.

    Raises:
        UsageError: the result does not fit the place, or would replace what is read.
        OutputError: the result could not be written.
    """
    from argmap.writer import write_outputs  # noqa: PLC0415

    content = exported.content
    if out is None or out == STDIN:
        if not isinstance(content, str):
            what = "no text" if isinstance(content, bytes) else "several files"
            where = "a file" if isinstance(content, bytes) else "a folder"
            raise UsageError(f"{format_.title} is {what}; name {where} to write: OUT")
        click.echo(content, nl=False)
        return
    path = Path(out)
    is_inside = Path(place).is_dir() and path.suffix.lower() in FORMATS["argmap"].suffixes
    if is_inside and path.resolve().parent == Path(place).resolve():
        raise UsageError(f"{out} lies in the folder that is read, and every claim would be twice")
    if place != STDIN and path.exists() and Path(place).exists() and path.samefile(place):
        raise UsageError(f"{out} is what is read; name another place to write to")
    if isinstance(content, str | bytes):
        if path.is_dir() or out.endswith("/"):
            stem = "map" if place == STDIN else Path(place).resolve().stem
            path = path / f"{stem}{format_.suffixes[0]}"
        write_outputs(path.parent, {path.name: content})
        return
    if path.is_file() or path.suffix:
        raise UsageError(f"{format_.title} is several files; name a folder, not {out}")
    ours = {PurePosixPath(name).parts[0] for name in content}
    if path.is_dir() and any(child.name not in ours for child in path.iterdir()):
        raise UsageError(
            f"{out} holds other files, which would become part of the map; name a new folder"
        )
    changed = [] if force else [name for name in content if _is_other(path / name, content[name])]
    if changed:
        raise UsageError(
            f"{(path / changed[0]).as_posix()} is there and differs; name a new folder, or write "
            "over it with --force"
        )
    write_outputs(path, content)


def _is_other(path: Path, content: str | bytes) -> bool:
    """Whether a file with other content stands at a path."""
    raw = content.encode() if isinstance(content, str) else content
    return path.is_file() and path.stat().st_size > 0 and path.read_bytes() != raw


def _report(checked: Checked, lost: Iterable[Loss]) -> str:
    answer = {"schema": "argmap.convert/1", **counts_of(checked.map)._asdict()}
    losses = [{"what": each.what, "count": each.count, "example": each.example} for each in lost]
    return json.dumps(answer | {"lost": losses}, ensure_ascii=False, sort_keys=True)


def _summary(checked: Checked, lost: tuple[Loss, ...]) -> Iterable[str]:
    from argmap.views.words.counting import count_of  # noqa: PLC0415

    counts = counts_of(checked.map)
    parts = (
        count_of(counts.claims, "claim"),
        count_of(counts.supports, "support"),
        count_of(counts.attacks, "attack"),
    )
    guessed = [each for each in lost if each.what == GUESSED]
    dropped = [each for each in lost if each.what != GUESSED]
    yield f"{', '.join(parts)}; " + ("not taken over:" if dropped else "nothing is lost")
    for each in (*dropped, *guessed):
        example = f", such as {each.example}" if each.example else ""
        yield f"  {each.what}: {each.count:,}{example}"
