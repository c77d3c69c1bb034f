"""`argmap completion`: the script with which a shell completes argmap commands."""

from __future__ import annotations

import click

from argmap.cli.program import COMPLETION_VARIABLE, PROGRAM


@click.command()
@click.argument("shell", metavar="SHELL", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, *, shell: str) -> int:
    """Print the script with which your shell completes commands.

    It completes commands, options and codes, in bash (4.4 or later), zsh and fish. To have
    completion in every new shell, run once:

    \b
    echo 'eval "$(argmap completion bash)"' >> ~/.bashrc
    echo 'eval "$(argmap completion zsh)"' >> ~/.zshrc
    argmap completion fish > ~/.config/fish/completions/argmap.fish

    In ~/.zshrc the line must stand below the line with `compinit`.
    """
    from click.shell_completion import get_completion_class  # noqa: PLC0415

    shells = get_completion_class(shell)
    if shells is None:
        raise click.UsageError(f"completion for {shell} is not known to click", ctx)
    script = shells(ctx.find_root().command, {}, PROGRAM, COMPLETION_VARIABLE)
    # Not `source()`, which runs bash to ask its version: the script may be for another machine.
    click.echo(script.source_template % script.source_vars())
    return 0
