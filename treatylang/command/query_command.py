"""`treaty query` as a click command: the options of the table, and the same run as by the fast door."""

from __future__ import annotations

from typing import Any

import click

from treatylang.command.clicking import options
from treatylang.command.completing import files
from treatylang.command.query_options import QUERY, Query


@click.command(name="query")
@click.argument("events", nargs=-1, required=True, metavar="EVENT...", shell_complete=files)
@options(QUERY)
@click.pass_context
def query(ctx: click.Context, /, events: tuple[str, ...], **given: Any) -> None:
    """Who owes what to whom because of an event.

    EVENT is an event file, YAML or JSON; `-` reads one from standard input. Duties that depend on open facts, or that are disputed,
    are told with what they depend on. A day, a treaty or a bearer may be named several times.
    """
    from treatylang.command.query import run

    if events.count("-") > 1:
        raise click.UsageError("'-' can be given once: there is one standard input.")
    ctx.exit(run(Query(events, **given)))
