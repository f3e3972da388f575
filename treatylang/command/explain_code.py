"""`treaty explain-code`: the page of a message's code."""

from __future__ import annotations

import click

from treatylang.command.completing import codes


@click.command(name="explain-code")
@click.argument("code", shell_complete=codes)
def explain_code(code: str) -> None:
    """What a code such as TL0302 means, why it is an error, and what to write instead."""
    from treatylang.command.asking import no_such
    from treatylang.command.console import write
    from treatylang.diagnostics.pages import page
    from treatylang.diagnostics.registry import CODES
    from treatylang.diagnostics.suggest import did_you_mean

    wanted = code.upper()
    text = page(wanted)
    if text is not None:
        write(text)
    elif wanted in CODES:
        write(f"# {wanted}: {CODES[wanted].title}\n")
    else:
        hint = did_you_mean(wanted, CODES) or "codes stand in brackets before a message: `error[TL0302]`"
        raise no_such(f"code `{code}`", hint)
