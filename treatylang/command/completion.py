"""`treaty completion`: what a shell needs to complete the commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """The script by which a shell completes commands and options.

    For bash, put `eval "$(treaty completion bash)"` into ~/.bashrc.
    """
    from treatylang.command.console import UsageProblem, write

    found = get_completion_class(shell)
    assert found is not None, shell  # the choice above holds those that click knows
    maker = found(ctx.find_root().command, {}, "treaty", "_TREATY_COMPLETE")
    try:
        # click's own `source` first runs bash to see how old it is, which fails where there is none to run
        text = maker.source_template % maker.source_vars()
    except KeyError as error:
        raise UsageProblem(f"no completion for {shell}") from error
    write(text)
