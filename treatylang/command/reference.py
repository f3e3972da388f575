"""The help of every command as Markdown, for `docs/commands.md`.

    python -m treatylang.command.reference > docs/commands.md

writes it; a test compares the two.
"""

from __future__ import annotations

import click

from treatylang.command.app import app

_HEAD = """# Commands

`treaty COMMAND --help` says what stands here. In a checkout, `python cli.py` is `treaty`.

A plain question needs one argument:

    treaty query events/nato-2001-911.yaml

| exit code | meaning |
|---|---|
| 0 | answered; also where no one is bound |
| 1 | the input has errors: they are on standard error, each with a code (`treaty explain-code`); or the answer cannot be written |
| 2 | the command was not given as it should be: also a treaty, a state, a duty, a word or a day that there is not |
| 4 | with `--strict`: a duty that was asked about depends on open facts, or is disputed |
| 70 | a fault of the program; `TREATYLANG_DEBUG=1` shows where |
| 130, 141 | stopped by Ctrl-C; the reader of a pipe went away |

Of several events the worst code counts: errors before open answers.

| variable of the environment | effect |
|---|---|
| `NO_COLOR` | no colour, if it is set to anything |
| `COLUMNS` | columns of a line, at least 40; else those of the terminal, at most 120, or 100 where there is none |
| `TREATYLANG_CACHE` | the folder in which the compiled library is kept; empty for none |
| `TREATYLANG_DEBUG` | `1`: a fault of the program with its whole trace |

Colour needs [rich](https://rich.readthedocs.io): `python -m pip install 'treatylang[rich]'`. It is used where standard output is a
terminal, `NO_COLOR` is not set and rich is there.
"""


def reference() -> str:
    """The whole page."""
    parts = [_HEAD]
    top = click.Context(app, info_name="treaty", terminal_width=100, help_option_names=app.context_settings["help_option_names"])
    parts.append(f"## treaty\n\n```text\n{app.get_help(top)}\n```\n")
    for name in app.list_commands(top):
        command = app.commands[name]
        inside = click.Context(command, parent=top, info_name=name, terminal_width=100)
        parts.append(f"## treaty {name}\n\n```text\n{command.get_help(inside)}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    print(reference(), end="")
